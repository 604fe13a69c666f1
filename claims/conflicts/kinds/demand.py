"""Demand: two sentences asked of a court, a demand turned down; cases of the kind position."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import thing_features
from claims.conflicts.demands import demanded, no_reason, sentence, turned_down
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side
from claims.conflicts.targets import target
from claims.models import Kind, Stance
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8  # comparability of two that answer each other side by side
CLOSE = 120  # characters between a demand and what turns it down


def detect(pair: Pair) -> Iterator[Finding]:
    """The demands of two speakers on one matter that cannot both be met."""
    if pair.same_speaker or not (pair.topical or pair.near):
        return
    yield from _sentences(pair)
    yield from _turned_down(pair)
    yield from _no_reason(pair)


def _finding(left: tuple[int, ...], right: tuple[int, ...]) -> Finding:
    return Finding(Kind.POSITION, WEIGHT, left, right, "reason.position", one_thing=True, least=LEAST)


def _sentences(pair: Pair) -> Iterator[Finding]:
    """Prison here, acquittal there; another term."""
    ours, theirs = sentence(pair.a), sentence(pair.b)
    if ours is None or theirs is None or not _one_person(pair):
        return
    if ours.person and theirs.person and not ours.person & theirs.person:
        return  # "for the driver eight years", "for his brother a suspended sentence"
    if ours.kind != theirs.kind or (ours.years and theirs.years and ours.years != theirs.years):
        yield _finding(ours.evidence, theirs.evidence)


def _one_person(pair: Pair) -> bool:
    """Neither names somebody whom the other does not, or both name the same."""
    ours, theirs = set(pair.a.frame.names), set(pair.b.frame.names)
    if ours and theirs:
        return bool(ours & theirs)
    return pair.same_article or bool(pair.a.names & pair.b.names)


def _of_that(one: Side, other: Side, refusal: tuple[int, ...]) -> bool:
    """What is turned down is not named, or is what was asked for."""
    named = target(other, refusal)
    return named.place < 0 or named.generic or bool(named.features & one.frame.features.keys())


def _turned_down(pair: Pair) -> Iterator[Finding]:
    """ "No plans to do so", right behind what somebody asked for."""
    if not pair.near:
        return
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        refusal, wish = turned_down(other), demanded(one)
        gap = other.statement.char_start - one.statement.char_end
        if refusal and wish and _of_that(one, other, refusal) and 0 <= gap <= CLOSE and not turned_down(one):
            yield _finding(refusal, wish) if swapped else _finding(wish, refusal)
            return


def _no_reason(pair: Pair) -> Iterator[Finding]:
    """ "The home must close" / "there is no legal basis for a closure": what is asked for or planned is named again."""
    if not pair.topical or not pair.near or pair.translated:
        return
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        index, named = no_reason(other)
        if named < 0 or no_reason(one)[0] >= 0 or not (wish := _wished_for(one, other, named)):
            continue
        refusal = tuple(sorted((index, named)))
        yield _finding(refusal, wish) if swapped else _finding(wish, refusal)
        return


def _wished_for(one: Side, other: Side, named: int) -> tuple[int, ...]:
    """The word of a demand or a plan of the one that says what the other names; () where it is neither."""
    words, found = one.frame.words, one.frame
    shared = thing_features(other, named)
    coming = lexicon(found.language).modality.coming
    for index in found.lemmas.values():
        clause = words[index].clause
        if found.scope.negative(index) or not shared & thing_features(one, index):
            continue
        planned = any(word.lower in coming for word in words if word.clause == clause)
        if one.statement.stance == Stance.DEMANDS or clause in found.scope.wished or planned:
            return (index,)
    return ()
