"""Bodies told by a part of their name: an acronym ("the GTL union") or the first word ("Skerrin" of Skerrin Lines).

A wrong join is worse than none: an acronym that two long names have, and a first word that names a place or a person of
the case too, join nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.language.grammar import grammar
from claims.language.lexicon import languages
from claims.models import Article, SpeakerKind, Statement
from claims.speakers.antecedents import BODIES
from claims.speakers.bodykinds import body
from claims.speakers.given_names import is_given_name
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import knowledge
from claims.speakers.organisations import is_local, organisation_key
from claims.speakers.posts import BUSINESS

SHORTEST = 2  # capital letters of a short form in brackets
INITIALS = 3  # capitalised words of a name that its first letters alone can stand for

Nodes = Mapping[str, Sequence[Statement]]


def acronyms(names: Nodes) -> Iterator[tuple[str, str]]:
    """The nodes to join of bodies named with a short form in brackets ("Deutscher Wetterbund (DWB)") and by either form
    alone, of those named with what they are ("Fahrgastverband Pro Schiene") and by their name, and of a name and its
    first letters."""
    spellings = sorted({(s.speaker, node, s.language) for node, s in _bodies(names)})
    bracketed: dict[str, list[tuple[str, str, str]]] = defaultdict(list)  # short form → long form, node, language
    initials: dict[str, set[str]] = defaultdict(set)
    for spelling, node, language in spellings:
        long, bracket, rest = spelling.partition(" (")
        short = rest.partition(")")[0]
        forms: list[str] = []
        if sum(letter.isupper() for letter in short) >= SHORTEST and " " not in short:
            bracketed[short].append((long, node, language))
            forms = [long, short]
        elif not bracket and (name := _behind_noun(spelling, language)):
            forms = [name]
        yield from ((node, alone) for form in forms if (alone := _node(form)) in names and not is_local(form))
        first = [word[0] for word in long.split() if word[0].isupper()]
        if len(first) >= INITIALS:
            initials["".join(first)].add(node)
    for spelling, node, language in spellings:
        if spelling.isupper() and len(initials.get(spelling, ())) == 1:
            yield node, min(initials[spelling])
        for word in spelling.split():
            for long, other, theirs in bracketed.get(word, ()) if spelling != word else ():
                one, two = body(spelling, language), body(long, theirs)
                if one is not None and two is not None and one.kinds & two.kinds:
                    yield node, other  # "GTL union", not "VW works council"


def first_words(names: Nodes, articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """The nodes to join of those called by one word and of the one firm of the case whose name begins with it."""
    longer: dict[str, set[str]] = defaultdict(set)
    bodies = {s.speaker for _, s in _bodies(names)}
    for node in sorted(names):
        for s in names[node]:
            first, _, rest = s.speaker.partition(" ")
            firm = s.speaker_kind in BODIES or (first in bodies and _nothing_told(s))  # "Huarong Auto", "Huarong"
            if rest and firm and "(" not in rest and organisation_key(s.speaker).startswith("name:"):
                told = body(s.speaker, s.language)
                if told is None or told.kinds & BUSINESS:
                    longer[first].add(node)
    persons = {node.removeprefix("P:") for node in names if node.startswith("P:")}
    surnames = {word for name in persons for word in name.split()[1:] if name.split()[0] not in longer}
    for node in sorted(names):
        said = names[node]
        name = said[0].speaker
        if " " in name or len(longer.get(name, ())) != 1 or name in surnames:
            continue
        if all(_nothing_told(s) for s in said) and not _named_otherwise(name, articles):
            yield min(longer[name]), node


def _behind_noun(spelling: str, language: str) -> str:
    """The name behind what a body is: of "Fahrgastverband Pro Schiene", of an English "Consumer group Fairbill" at the
    head of a sentence; else empty."""
    noun, _, name = spelling.partition(" ")
    if name and body(noun, "de") is not None:
        return name
    words = spelling.split()
    small = next((i for i, word in enumerate(words) if i and not word.islower()), len(words))
    told = body(" ".join(words[:small]), "en") if language == "en" and 1 < small < len(words) else None
    return " ".join(words[small:]) if told is not None and not told.several else ""


def _bodies(names: Nodes) -> Iterator[tuple[str, Statement]]:
    return ((node, s) for node in sorted(names) for s in names[node] if s.speaker_kind in BODIES)


def _node(form: str) -> str:
    return f"O:{organisation_key(form)}"


def _nothing_told(s: Statement) -> bool:
    """Whether the mention is the bare name, which may be a person's for all that is told."""
    if s.speaker_kind is SpeakerKind.PERSON or s.speaker_kind is SpeakerKind.UNNAMED:
        return not s.speaker_role and s.mention == s.speaker and not in_dictionary(s.speaker, s.language)
    return s.speaker_kind is SpeakerKind.ORGANISATION and not in_dictionary(s.speaker, s.language)


def _named_otherwise(name: str, articles: Sequence[Article]) -> bool:
    """Whether the word is a place's or a person's name anywhere: "in Skerrin", "Tom Skerrin", "Mr Skerrin"."""
    before = re.compile(rf"(?<![^\W\d_])([^\W\d_]+\.?) {re.escape(name)}\b")
    places = {word for code in languages() for word in grammar(code).place_prepositions}
    titles = {word for code in languages() for word in knowledge(code).titles}
    found = {word for article in articles for word in before.findall(article.text)}
    given = (word for word in found if word[0].isupper())
    return any(w.lower().rstrip(".") in places | titles for w in found) or any(map(is_given_name, given))
