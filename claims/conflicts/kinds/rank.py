"""Quantity, of an order: "it is the third leak this year" against "this was the first", "there has been only one"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.counts import indices, measured, thing_features
from claims.conflicts.kinds.date import apart
from claims.conflicts.kinds.quantity import interval
from claims.conflicts.nouns import clause_of, noun
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.language.quantity_words import words_of
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8
_NONE: frozenset[str] = frozenset()


class Rank(NamedTuple):
    """Which of its kind something is, the words that say so, its kind, and what holds the kind to a part."""

    rank: float
    places: tuple[int, ...]
    kind: frozenset[str]
    within: frozenset[str] = _NONE


def detect(pair: Pair) -> Iterator[Finding]:
    """Two ranks of one thing; a rank above the number that there have been at all."""
    if pair.same_speaker or not (pair.beside or pair.contrasted):
        return
    if any(apart(one, other) for one in pair.a.dates for other in pair.b.dates):
        return
    ours, theirs = rank(pair.a), rank(pair.b)
    if (
        ours
        and theirs
        and ours.rank != theirs.rank
        and _one_kind(pair, ours, theirs)
        and _held_alike(pair, ours, theirs)
    ):
        yield _finding(ours.places, theirs.places)
    for told, other in ((ours, pair.b), (theirs, pair.a)):
        if told is None or (ours and theirs):
            continue
        few = next((one for one in _counted(other) if one.rank < told.rank and _one_kind(pair, one, told)), None)
        if few is not None:
            yield _finding(told.places, few.places) if told is ours else _finding(few.places, told.places)


def _finding(left: tuple[int, ...], right: tuple[int, ...]) -> Finding:
    return Finding(Kind.QUANTITY, WEIGHT, left, right, "reason.quantity", one_thing=True, least=LEAST)


def _one_kind(pair: Pair, one: Rank, other: Rank) -> bool:
    return any(comparable(name, pair.translated) for name in one.kind & other.kind)


def _held_alike(pair: Pair, one: Rank, other: Rank) -> bool:
    """Not "the first in the new hall", "the third in the works"; what only the one tells, the other has spoken of."""
    if one.within and other.within:
        return bool(one.within & other.within)
    spoken = {*pair.a.context.features, *pair.b.context.features}
    return not (one.within or other.within) or bool((one.within | other.within) & spoken)


@once_per_side
def rank(side: Side) -> Rank | None:
    """ "It is the third leak": a pronoun, a copula and an ordinal; None where the claim says no such thing."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    of = words_of(side.frame.language).of
    unreal = side.frame.scope.wished | side.frame.scope.conditional | side.frame.scope.hedged
    for index, word in enumerate(words[:-1]):
        value = of["nth"].get(word.lower) or of["first"].get(word.lower)
        if not value or not index or word.clause in unreal or side.frame.scope.negative(index):
            continue
        inside = clause_of(words, index)
        pointed = any(words[n].lower in tables.figures.presenting for n in inside)
        if not pointed or not any(words[n].lemma in tables.function.copula for n in inside):
            continue
        if words[index - 1].lower not in tables.function.definite:
            continue
        head = noun(words, index + 1, tables)
        if head < 0 or head > index + 2 or side.timed(head) or words[head].clause != word.clause:
            continue
        behind = [n for n in inside if n > head and n in side.frame.lemmas.values() and not side.timed(n)]
        within = frozenset(name for n in behind for name in thing_features(side, n))
        return Rank(float(value), (index, head), thing_features(side, head), within)
    return None


def _counted(side: Side) -> Iterator[Rank]:
    """The most that there have been, by a count that leaves no room for more."""
    for item in measured(side):
        places, thing = indices(side, item.quantity), item.quantity.thing.split()[-1:]
        if not places or not thing or item.quantity.unit or item.standing.part:
            continue
        heads = [n for n, word in enumerate(side.frame.words) if word.text == thing[0] and n >= places[0]]
        if heads:
            yield Rank(interval(item.quantity)[1], (places[0], heads[0]), thing_features(side, heads[0]))
