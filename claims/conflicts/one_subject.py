"""Whether two figures are told of one thing or one person: "turnout was 61 percent", "the man was 34"."""

from __future__ import annotations

from claims.conflicts.counts import Measured, name_features
from claims.conflicts.pair import Pair
from claims.conflicts.side import Side
from claims.language.lemmas import lemma
from claims.topics.lexicon import lexicon

SAME_MATTER = 0.5  # share of two claims' words from which a figure without a noun is one of the same
PART_OF_WORD = 5  # letters of a noun that may be the last part of another


def one_subject(pair: Pair, mine: Measured, other: Measured) -> bool:
    """Both figures are told of one thing: "turnout was 61 percent", "put the turnout at 40"."""
    if mine.standing.subject < 0 and other.standing.subject < 0:
        return False
    one, two = told_of(pair.a, mine), told_of(pair.b, other)
    if any(name_features(x, pair.a) & name_features(y, pair.b) for x in one for y in two):
        return True
    return pair.a.frame.language == "de" and any(_ends_alike(x, y) for x in one for y in two)


def of_one_person(pair: Pair, one: Measured, two: Measured) -> bool:
    """The ages are told of one person: by one noun or two for the same, or one leaves open of whom."""
    ours, theirs = (
        {name for noun in told_of(side, item) for name in name_features(noun, side)}
        for side, item in ((pair.a, one), (pair.b, two))
    )
    if ours and theirs:
        return bool(ours & theirs) or same_somebody(pair, one, two)
    return pair.same_speaker or pair.near or pair.own()[0] >= SAME_MATTER


def same_somebody(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "The hiker was 34", "the man was 61": one of the two nouns only says that it is a person."""
    if not pair.beside or pair.a.frame.language != pair.b.frame.language:
        return False
    tables = lexicon(pair.a.frame.language)
    figures, own = tables.figures, tables.function.own
    told = []
    for side, item in ((pair.a, one), (pair.b, two)):
        words = {lemma(noun_, side.frame.language).lower() for noun_ in told_of(side, item)}
        at = item.standing.subject
        if at > 0 and side.frame.words[at - 1].lower in own:
            return False  # "his companion"
        told.append(words)
    if any(left & {*figures.male} and right & {*figures.female} for left, right in (told, told[::-1])):
        return False
    return any(words & {*figures.someone} for words in told)


def told_of(side: Side, item: Measured) -> list[str]:
    """The nouns that say what the figure measures."""
    named = [side.frame.words[item.standing.subject].text] if of_something(side, item) else []
    return [*named, *item.quantity.thing.split()[-1:]]


def of_something(side: Side, item: Measured) -> bool:
    """A noun tells of what the figure is told ("the party stands at 13 percent"), and not only that it is one."""
    at = item.standing.subject
    return at >= 0 and side.frame.words[at].lemma not in lexicon(side.frame.language).modality.shares


def _ends_alike(one: str, other: str) -> bool:
    """The one is the last part of the other ("Beteiligung", "Wahlbeteiligung")."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return len(short) >= PART_OF_WORD and long.endswith(short)
