"""Exception: what the one says of all of a group, the other says not to hold for some; a case of the kind opposite."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.groups import Group, left_out, of_few, vote, whole, without
from claims.conflicts.pair import Finding, Pair
from claims.models import Kind
from claims.topics.frame import comparable

WEIGHT = 0.8
LEAST = 0.8
SHARED = 0.3  # share of the claims' own words from which two articles speak of one group


def detect(pair: Pair) -> Iterator[Finding]:
    """ "Every resident was rehoused" against "three families are still sleeping in the gym"."""
    if pair.same_speaker or not pair.topical:
        return
    yield from _votes(pair)
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        every, some = whole(one), left_out(other)
        if every is not None and (few := of_few(other)) is not None and _same_noun(pair, every, few):
            some = few
        if every is None:
            continue
        if some is None or not _one_group(pair, every, some):
            some = without(other)
            if some is None or not _same_deed(pair, every, some):
                continue
        left, right = (some.evidence, every.evidence) if swapped else (every.evidence, some.evidence)
        yield Finding(
            Kind.OPPOSITE, WEIGHT, left, right, "reason.opposite", {"fact": "exception"}, one_thing=True, least=LEAST
        )
        return


def _votes(pair: Pair) -> Iterator[Finding]:
    """ "The group backed it unanimously" against "two of them voted against it"."""
    (ours, every, left), (theirs, all_of_them, right) = vote(pair.a), vote(pair.b)
    if ours * theirs < 0 and every + all_of_them == 1:
        yield Finding(
            Kind.OPPOSITE, WEIGHT, left, right, "reason.opposite", {"fact": "exception"}, one_thing=True, least=LEAST
        )


def _same_noun(pair: Pair, every: Group, few: Group) -> bool:
    """ "In every classroom" and "in one classroom only" """
    shared = {name for name in every.features & few.features if comparable(name, pair.translated)}
    return bool(shared) and pair.own(every.features | few.features)[0] >= SHARED


def _same_deed(pair: Pair, every: Group, some: Group) -> bool:
    """ "Every household was warned by text", "many never got a text": what is told of all is denied of some."""
    deed = {name for name in every.done & some.done if comparable(name, pair.translated)}
    group = {name for name in every.features & some.features if comparable(name, pair.translated)}
    return bool(deed) and (bool(group) or (every.people and some.people and (every.anybody or some.anybody)))


def _one_group(pair: Pair, every: Group, some: Group) -> bool:
    """Their noun is the same, or both are of people and the claims stand side by side or share their matter."""
    shared = {name for name in every.features & some.features if comparable(name, pair.translated)}
    if shared:
        return pair.near or pair.own()[0] >= SHARED
    if not every.people and not some.people and pair.near:
        return pair.own(every.features | some.features)[0] >= SHARED  # "every room had heating", "some are without"
    anybody = every.anybody or some.anybody
    return every.people and some.people and anybody and (pair.near or pair.own()[0] >= SHARED)
