"""One statement as several articles report it: who denies it in one of them denies it in all.

Two statements are echoes when one speaker makes both within a few days, in two articles, and they share most of their
matter without any fact or date that parts them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from claims.conflicts.kinds.date import apart
from claims.conflicts.pair import Pair
from claims.conflicts.side import Side
from claims.models import SegmentKind, Stance
from claims.topics.answers import OCCASION, days_after, of_whom
from claims.topics.referring import denies_a_report, mere_denial, of_a_medium

SHARED, ACROSS = 0.5, 0.4  # share of the richer claim's matter that both have; in two languages, by concepts alone
WEIGHT = 2.0  # of what both have


def with_echoes(sides: Sequence[Side]) -> list[Side]:
    """The sides of one topic; one that answers a statement answers what other articles report as the same too."""
    by_id = {side.statement.id: side for side in sides}
    by_speaker: dict[str, list[Side]] = {}
    for side in sides:
        if side.statement.speaker_id:
            by_speaker.setdefault(side.statement.speaker_id, []).append(side)
    known: dict[str, frozenset[str]] = {}
    for name in {name for side in sides for name in side.answered if name in by_id}:
        answered = by_id[name]
        known[name] = frozenset(
            other.statement.id
            for other in by_speaker.get(answered.statement.speaker_id, [])
            if other.statement.article_id != answered.statement.article_id and _same(answered, other)
        )
    return [
        replace(side, echoes=frozenset().union(*more))
        if (more := [known[name] for name in side.answered if known.get(name)] or _elsewhere(side, sides))
        else side
        for side in sides
    ]


def _elsewhere(side: Side, sides: Sequence[Side]) -> list[frozenset[str]]:
    """What another article has from a medium, where one calls "the report" untrue that his own article does not give.

    Only where all of the topic that media said is of one of them; then what has most in common with what was spoken
    of before the denial.
    """
    if side.answered:
        return []
    if side.statement.stance == Stance.DENIES and (named := _of_whom_it_names(side, sides)):
        return [frozenset({named})]
    if not denies_a_report(side.statement, side.frame):
        return []
    told = [other for other in sides if other.statement.article_id != side.statement.article_id]
    told = [other for other in told if of_a_medium(other.statement) and other.statement.stance == Stance.ASSERTS]
    told = [other for other in told if other.statement.segment != SegmentKind.TITLE]
    if len({other.speaker_key for other in told}) != 1:
        return []
    meant = max(told, key=lambda other: (Pair(side, other).common()[1], other.statement.id))
    return [frozenset({meant.statement.id})]


def _of_whom_it_names(side: Side, sides: Sequence[Side]) -> str:
    """What somebody said in another article whom a bare denial names: "wies die Kritik des Arztes Wrede zurück", or the
    body that he speaks for: "rejected the police account"."""
    if not mere_denial(side.frame):
        return ""
    told = [
        other
        for other in sides
        if other.statement.article_id != side.statement.article_id
        and of_whom(side.frame, side.statement, other.statement)
        and 0 <= days_after(side.statement, other.statement) <= OCCASION
    ]
    best = max(told, key=lambda other: (Pair(side, other).common()[1], -other.statement.char_start), default=None)
    return best.statement.id if best else ""


def _same(one: Side, other: Side) -> bool:
    pair = Pair(one, other)
    if one.statement.stance != other.statement.stance or (pair.days_between or 0) > OCCASION or pair.clashes:
        return False
    neutral = one.frame.language != other.frame.language
    ours, theirs = _matter(one, neutral), _matter(other, neutral)
    shared = math.fsum(min(weight, theirs[name]) for name, weight in ours.items() if name in theirs)
    most = max(math.fsum(ours.values()), math.fsum(theirs.values()))
    if shared < WEIGHT or shared < (ACROSS if neutral else SHARED) * most:
        return False
    return not (one.dates and other.dates) or any(not apart(a, b) for a in one.dates for b in other.dates)


def _matter(side: Side, neutral: bool) -> dict[str, float]:
    """What the claim says of whom, without the parties that a whole story names; ``neutral``: without its words."""
    left_out = ("n:", "p:", "l:" if neutral else "w:")
    return {name: weight for name, weight in side.frame.features.items() if name[:2] not in left_out}
