"""A claim as words with article offsets, grouped in clauses; separable verbs joined, compounds split.

Compounds are split without a list of their own: the last part must be a word of the concept data or a known noun, the
first part a known word with an optional linking s, n, en, er or es (data-free, about four in five German compounds of
news text; a wrong split costs little because parts weigh half).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.language.lemmas import in_dictionary, lemma
from claims.language.tokens import Token, tokenize
from claims.models import Span
from claims.topics.exonyms import one_name
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.resumed import resume

LONGEST_CLAIM = 4000  # characters; what comes after says nothing more about the matter
_BREAK = frozenset(",;:.!?–—()…-")
_WEAK = frozenset(",–—")
_CONTRACTION = re.compile(r"^(\w+)n['’]t$", re.IGNORECASE)
_GAP = " … "


class Word(NamedTuple):
    """One word of a claim; ``start`` and ``end`` are offsets into the article, ``clause`` and ``part`` its place."""

    text: str
    lower: str
    lemma: str
    start: int
    end: int
    clause: int
    part: int  # stretch of the clause between two coordinating words
    kind: str  # word, number, punct


@lru_cache(maxsize=100_000)
def compound(word: str, language: str, heads: frozenset[str]) -> tuple[str, str]:
    """First and last part of a German compound as dictionary forms, or two empty strings."""
    low = word.lower()
    if language != "de" or len(low) < 9 or len(low) > 60:
        return "", ""
    if "-" in low:
        first, _, last = low.rpartition("-")
        return (lemma(first.capitalize(), "de"), lemma(last.capitalize(), "de")) if first and last else ("", "")
    fallback = ("", "")
    for cut in range(4, len(low) - 3):
        last = lemma(low[cut:].capitalize(), "de")
        if last not in heads and not in_dictionary(low[cut:].capitalize(), "de"):
            continue
        first = low[:cut]
        for link in ("", "s", "n", "en", "es", "er", "e"):
            stem = first[: len(first) - len(link)] if link else first
            if first.endswith(link) and len(stem) >= 3 and in_dictionary(stem.capitalize(), "de"):
                found = (lemma(stem.capitalize(), "de"), last)
                if last in heads:
                    return found
                fallback = fallback if fallback[0] else found
                break
    if fallback[0]:
        return fallback
    for cut in range(4, len(low) - 3):  # an unknown first part, such as a name
        last = lemma(low[cut:].capitalize(), "de")
        if last in heads:
            return low[:cut].rstrip("-"), last
    return "", ""


_OF_A_LAND = re.compile(r"(?<=\w{4})iens?$")  # Karvonien, Karvonia
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("kh", "c"), ("zh", "s"), ("sh", "s"), ("ch", "c"), ("ph", "f"),
    ("th", "t"), ("ck", "k"), ("qu", "kv"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"), ("q", "k"),
    ("ß", "s"), ("ei", "i"), ("ie", "i"),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """A key that is the same for the German and English spellings of one name (Lawrow, Lavrov; Köln, Cologne)."""
    low = unicodedata.normalize("NFKD", one_name(name))
    low = "".join(char for char in low if char.isalpha())
    low = _OF_A_LAND.sub("ia", low)
    for old, new in _SOUNDS:
        low = low.replace(old, new)
    out: list[str] = []
    for char in low:
        if not out or out[-1] != char:
            out.append(char)
    key = "".join(out)
    return key[:-1] if len(key) > 4 and key.endswith("s") else key  # genitive


@lru_cache(maxsize=100_000)
def stem(form: str, language: str) -> str:
    """What a noun and its verb have in common ("Prüfung", "prüfen"; "Abwurf", "abwerfen"), from a dictionary form."""
    tables = lexicon(language)
    form = tables.verb_of_noun(form)
    for ending in tables.function.endings:
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form


def _places(claim: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """For each piece of the claim: where it begins in the claim and in the article."""
    places, at = [], 0
    for span in spans or (Span(0, len(claim)),):
        places.append((at, span.start))
        at += span.end - span.start + len(_GAP)
    return places


def words(claim: str, spans: Sequence[Span], lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of the claim in order, with their clause; at most :data:`LONGEST_CLAIM` characters are read.

    ``spans`` are the places of its pieces in the article; without any it stands there from the beginning.
    """
    places = _places(claim, spans)
    code = lexicon.language
    opens, joins = lexicon.opens, lexicon.joins
    out: list[Word] = []
    clause = part = piece = 0
    fresh = True
    weak: set[int] = set()
    tokens = tokenize(claim[:LONGEST_CLAIM])
    for number, token in enumerate(tokens):
        while piece + 1 < len(places) and token.start >= places[piece + 1][0]:
            piece += 1
        shift = places[piece][1] - places[piece][0]
        gap = token.text == "…" and piece + 1 < len(places) and token.start + len(_GAP) - 1 == places[piece + 1][0]
        if gap:
            continue  # where the attribution stood: the sentence goes on
        if token.kind in ("punct", "mark"):
            ordinal = token.text == "." and code == "de" and out and out[-1].kind == "number"
            if token.text in _BREAK and not ordinal:
                if not fresh:
                    clause, part, fresh = clause + 1, 0, True
                    weak.add(clause)
                if token.text not in _WEAK:
                    weak.discard(clause)
            continue
        low = token.text.lower()
        if low in opens and not fresh and not _before_date(tokens, number, lexicon):
            clause, part = clause + 1, 0
        elif low in joins:
            part += 1
        fresh = False
        start, end = token.start + shift, token.end + shift
        shortened = _CONTRACTION.match(token.text) if code == "en" else None
        if shortened:
            stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(shortened[1].lower(), shortened[1].lower())
            out.append(Word(shortened[1], stem, lemma(stem, code), start, end, clause, part, "word"))
            out.append(Word("n't", "n't", "not", start, end, clause, part, "word"))
            continue
        text = re.sub(r"['’]s$", "", token.text) if code == "en" else token.text
        kind = "number" if token.kind == "number" else "word"
        if out and text in lexicon.function.calendar:
            kind = "particle"  # "March" is no march
        form = lemma(text, code) if kind == "word" else low
        if (
            code == "de"
            and form != low
            and low.rstrip("rsmn").removesuffix("e").endswith("end")
            and form.endswith("en")
        ):
            form = low.rstrip("rsmn").removesuffix("e")  # "entscheidend" is no deciding
        if code == "de" and low == token.text and form not in lexicon.senses:
            form = _verb_of(form)
        if code == "en" and form == low and low[-1:] == "s" and low[:-1] in lexicon.senses:
            form = low[:-1]  # "remains": a verb, and a noun that the dictionary knows
        if low.endswith(("'s", "’s")):
            low = text.lower()
        out.append(Word(text, low, form, start, end, clause, part, kind))
    whole = resume(out, frozenset(weak), code)
    return tuple(_join_particles(list(whole), lexicon)) if lexicon.function.particles else tuple(whole)


def _before_date(tokens: Sequence[Token], number: int, lexicon: Lexicon) -> bool:
    """English "before March", "until 2027": the word opens no clause."""
    follows = tokens[number + 1] if number + 1 < len(tokens) else None
    return (
        follows is not None
        and lexicon.language == "en"
        and (follows.kind == "number" or follows.text in lexicon.function.calendar)
    )


def _verb_of(form: str) -> str:
    """The verb of a German participle that the dictionary keeps as an adjective ("betroffenen", "getöteten")."""
    verb = lemma(form, "de")
    return verb if verb.endswith("n") and form.endswith(("t", "n")) else form


def _join_particles(found: list[Word], lexicon: Lexicon) -> list[Word]:
    """German separable verbs: the particle at the end of the clause goes back to its verb."""
    particles = frozenset(lexicon.function.particles)
    last: dict[tuple[int, int], int] = {}
    for index, word in enumerate(found):
        last[word.clause, word.part] = index
    for (clause, part), end in last.items():
        tail = found[end]
        if tail.lower not in particles:
            continue
        for index in range(end - 1, -1, -1):
            word = found[index]
            if (word.clause, word.part) != (clause, part):
                break
            whole = tail.lower + word.lemma
            if whole not in lexicon.senses and "ä" in word.lemma:  # "fällt aus": "fällen" for "fallen"
                other = tail.lower + word.lemma.replace("ä", "a", 1)
                whole = other if other in lexicon.senses else whole
            known = whole in lexicon.senses or in_dictionary(whole, "de")
            if known and word.text[:1].islower() and word.lemma.endswith("n"):
                found[index] = word._replace(lemma=whole)
                if tail.lower not in lexicon.senses:  # "bleibt offen" is open as well
                    found[end] = tail._replace(kind="particle")
                break
    return found
