"""Filler: one slot of one thing, filled twice ("the order went to A" / "was awarded to B"), a case of the kind slot."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import thing_features
from claims.conflicts.fillers import Filler, fillers
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side
from claims.models import Kind
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
OF_THE_MATTER = frozenset({"escape", "entry", "weapon", "culprit", "bound"})  # of whom both speak, in one topic
LEAST = 0.8  # comparability of two accounts of one occasion that name the same thing


def detect(pair: Pair) -> Iterator[Finding]:
    """Two fillers that have nothing in common, told of one thing in two accounts of one occasion."""
    if pair.same_speaker or not pair.beside or pair.a.frame.language != pair.b.frame.language:
        return
    for mine in fillers(pair.a):
        for other in fillers(pair.b):
            if mine.slot == other.slot and _two(mine, other) and _one_thing(pair, mine, other):
                left, right = (tuple(sorted((found.word, found.place))) for found in (mine, other))
                yield Finding(Kind.SLOT, WEIGHT, left, right, "reason.slot", one_thing=True, least=LEAST)
                return


def _two(mine: Filler, other: Filler) -> bool:
    """They cannot be one: no word for both, and neither is "a firm" whose name the other tells."""
    if not mine.features or not other.features or mine.features & other.features:
        return False
    if mine.named != other.named:
        return not (mine.any_one or other.any_one)
    states = [any(name.startswith("p:") for name in found.features) for found in (mine, other)]
    return states[0] == states[1]  # a town may lie in the state


def _one_thing(pair: Pair, mine: Filler, other: Filler) -> bool:
    """What it is told of is the same, or may be: one leaves it open or tells it by a name, the other by a noun."""
    if _another(pair.a, mine) != _another(pair.b, other):
        return False  # "the second contract"
    if _open(pair.a, mine) or _open(pair.b, other) or (pair.topical and mine.slot in OF_THE_MATTER):
        return True
    named = [found.of in side.frame.names.values() for side, found in ((pair.a, mine), (pair.b, other))]
    if pair.topical and named[0] != named[1]:
        return True  # "the Sorrel", "the ship"
    return bool(thing_features(pair.a, mine.of) & thing_features(pair.b, other.of))


def _another(side: Side, found: Filler) -> bool:
    return found.of > 0 and found.of - 1 in side.frame.scope.listed.get("another", ())


def _open(side: Side, found: Filler) -> bool:
    if found.of < 0:
        return True
    words, function = side.frame.words, lexicon(side.frame.language).function
    return words[found.of].lower in function.proforms
