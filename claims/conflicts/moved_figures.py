"""Whether a figure has moved on with time: it is given anew, has grown, or was only the least that was known."""

from __future__ import annotations

from claims.conflicts.counts import Measured, measures
from claims.conflicts.one_subject import one_subject
from claims.conflicts.pair import Pair
from claims.conflicts.questions import asked
from claims.conflicts.side import Side
from claims.models import Qualifier
from claims.topics.lexicon import lexicon

_AT_ONCE = frozenset({"inside", "attending"})  # questions whose answer is fixed when the event is over
_GROWING = frozenset({"seized", "fleeing", "rescued", "ill", "sought", "striking"})  # those that count on for days
_COUNTED_ON = frozenset({"k:cases", "k:votes"})  # what is counted for days
OWN = 0.4  # share of the claims' own words from which two bounds of one unit are bounds of one thing


def revised(pair: Pair, mine: Measured, other: Measured) -> bool:
    """A bound or a count has another value later on: "at least 12", then "the toll rose to 17".

    Told by somebody else, it is news of the same count where more are counted of one fate than the bound says, or
    where it is said that the figure has moved.
    """
    one, two = mine.quantity, other.quantity
    if pair.same_article or mine.standing.part != other.standing.part:
        return False
    if not pair.same_speaker and not _overtaken(pair, mine, other):
        return False
    bounds = Qualifier.MIN, Qualifier.MAX
    if one.value == two.value or not (one.qualifier in bounds or two.qualifier in bounds):
        return False
    if one.qualifier != two.qualifier and two.qualifier != Qualifier.EXACT != one.qualifier:
        return False
    return bool(measures(one, pair.a) & measures(two, pair.b)) or one_subject(pair, mine, other) or pair.own()[0] >= OWN


def _overtaken(pair: Pair, mine: Measured, other: Measured) -> bool:
    """Said of one topic on a later day, above the least that was known on the first."""
    one, two = pair.a.day[:10], pair.b.day[:10]
    if not (pair.topical and one and two) or one == two:
        return False
    first, last = (mine, other) if one < two else (other, mine)
    if first.quantity.qualifier != Qualifier.MIN or last.quantity.value <= first.quantity.value:
        return False
    return bool(mine.quantity.state) or told_again(pair, mine, other)


def goes_on(pair: Pair, mine: Measured, other: Measured) -> bool:
    """A count of people or cases that may be another by then; one that another speaker gives has grown, or is of the
    missing.

    What was counted of a year that is over, at an event, aboard or inside does not grow; "not one" is no first count.
    """
    if not mine.quantity.state and mine.quantity.unit not in ("", "person"):
        return False
    if pair.same_speaker or "missing" in (mine.quantity.state, other.quantity.state):
        return True
    questions = asked(pair.a, mine) | asked(pair.b, other)
    things = measures(mine.quantity, pair.a) | measures(other.quantity, pair.b)
    counted_on = bool(things & _COUNTED_ON) or bool(questions & _GROWING) or _ahead(min(pair.a, pair.b, key=_day))
    if not (mine.quantity.state or other.quantity.state or counted_on):
        return told_again(pair, mine, other)  # "two shots", "nine shots": no more have been fired since
    if (
        not (mine.quantity.value and other.quantity.value)
        or (not mine.quantity.state and questions & _AT_ONCE)
        or all(_is_over(side) for side in (pair.a, pair.b))
    ):
        return False
    (_, first), (later, last) = sorted(((pair.a, mine), (pair.b, other)), key=lambda item: item[0].day)
    return last.quantity.value > first.quantity.value and not later.frame.scope.listed.get("correcting", ())


def _day(side: Side) -> str:
    return side.day


def _ahead(side: Side) -> bool:
    """The claim tells of what is to come: "180 flights will be cancelled", "plans to cut 900 jobs"."""
    coming = lexicon(side.frame.language).modality.coming
    planned = side.frame.scope.listed.get("planning", ())
    return bool(planned) or any(word.lower in coming for word in side.frame.words)


def _is_over(side: Side) -> bool:
    """The claim speaks of a year or month before the one it was made in."""
    about = side.statement.about_date.value
    return len(about) in (4, 7) and about < side.day[: len(about)]


def told_again(pair: Pair, mine: Measured, other: Measured) -> bool:
    """It is said that the figure has moved on ("has risen to", "corrected"), or one speaker measures it once more."""
    if not pair.same_speaker:
        later, item = (pair.b, other) if pair.a.day < pair.b.day else (pair.a, mine)
        return item.quantity.change == "to" or bool(later.frame.scope.listed.get("by_now", ()))
    if "to" in (mine.quantity.change, other.quantity.change):
        return True
    again = mine.quantity.unit == "percent" and one_subject(pair, mine, other)
    return again or any(side.frame.scope.listed.get("moving", ()) for side in (pair.a, pair.b))
