"""Words that deny by their form: "unversiegelt" says "not sealed", "fehlerfrei" that there is no fault."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.fact import NEGATIVE, POSITIVE, Fact, Ground
from claims.conflicts.side import Side
from claims.language.lemmas import in_dictionary, lemma
from claims.topics.frame import Mention
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.words import stem

BY_FORM = 0.9  # weight of what a word denies by its form
SHORTEST = 5  # letters of the word that is turned round


def by_form(side: Side) -> Iterator[Fact]:
    """What the words of the claim that no axis covers deny by a prefix or a last part."""
    found, tables = side.frame, lexicon(side.frame.language)
    told = {mention.index for mention in found.mentions if mention.group == "axis"}
    for index, word in enumerate(found.words):
        if index in told or word.kind != "word" or word.text[:1].isupper() or word.clause <= found.denied:
            continue
        plain = _turned(word.lower, tables) or _free_of(word.lower, tables)
        if not plain:
            continue
        negative = not found.scope.negative(index)
        mention = Mention("object", plain, 1, index, negative)
        axis, open_ = f"word:{stem(plain, tables.language)}", NEGATIVE if negative else POSITIVE
        yield Fact(axis, open_, mention, Ground.IMPLIED, BY_FORM)


def _turned(form: str, tables: Lexicon) -> str:
    """The dictionary form of the adjective or participle that a prefix turns round, or nothing."""
    for prefix in tables.polarity.turning_prefixes:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) >= SHORTEST and in_dictionary(rest, tables.language):
            return lemma(rest, tables.language)
    return ""


def _free_of(form: str, tables: Lexicon) -> str:
    """The noun of which there is none, or nothing."""
    for end in tables.polarity.free_of:
        noun = form.removesuffix(end)
        written = noun.capitalize() if tables.language == "de" else noun
        if noun != form and len(noun) >= SHORTEST and in_dictionary(written, tables.language):
            return lemma(written, tables.language)
    return ""
