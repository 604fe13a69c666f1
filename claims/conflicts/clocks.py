"""Times of day in claims: "at 9.15am" and "um 6.30 Uhr", and whether two can be the same.

A time is as exact as it is written: "23 Uhr" may stand for any minute near it, "23.12 Uhr" for none but its own, and
"three o'clock" for that of either half of the day.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.conflicts.figures import Dated
from claims.conflicts.side import Side, once_per_side
from claims.language.intervals import Relation, compare_times
from claims.topics.lexicon import lexicon

HOUR, DAY = 60, 24 * 60  # minutes
NOON = 12
SLACK = ((60, 30), (15, 10), (5, 5))  # minutes of which the time is a multiple, and how far off it may then be


class Clock(NamedTuple):
    """A time of day: the date with its place, the minute of the day, and by how many minutes it may be off.

    ``either``: an hour in words, of the morning or of the evening.
    """

    dated: Dated
    minute: int
    slack: int
    either: bool = False


@once_per_side
def clock(side: Side) -> Clock | None:
    """The time that the claim tells, where it tells a single one and no bound ("at nine o'clock this morning")."""
    told = [dated for dated in side.dates if ":" in dated.time]
    if len(told) != 1 or any(dated.value != told[0].value for dated in side.dates):
        return None
    if "/" in told[0].value and not _just(side, told[0]):
        return None
    hour, minute = (int(part) for part in told[0].time.partition(" ")[0].split(":"))
    slack = next((slack for multiple, slack in SLACK if minute % multiple == 0), 1)
    text = "".join(word.text for word in side.frame.words if told[0].span.start <= word.start < told[0].span.end)
    either = 0 < hour <= NOON and not any(sign.isdigit() for sign in text)
    return Clock(told[0], hour * HOUR + minute, slack, either)


def _just(side: Side, dated: Dated) -> bool:
    """ "Just after three o'clock": a time near it, no bound."""
    before = [word.lower for word in side.frame.words if word.start < dated.span.start][-2:]
    return any(word in lexicon(side.frame.language).figures.just for word in before)


def hours_apart(a: Side, b: Side, *, retold: bool = False) -> tuple[Clock, Clock] | None:
    """The times of two claims of one day, where they cannot be the same; None where they can, or where one has none.

    ``retold``: what the one tells on the next day without naming the day may be of the same one.
    """
    one, other = clock(a), clock(b)
    if one is None or other is None:
        return None
    dayless = retold and (one.dated.dayless or other.dated.dayless)
    if not dayless and compare_times(one.dated.value, other.dated.value).relation == Relation.DISJOINT:
        return None
    round_ = DAY // 2 if one.either or other.either else DAY
    off = abs(one.minute - other.minute) % round_
    return (one, other) if min(off, round_ - off) > one.slack + other.slack else None
