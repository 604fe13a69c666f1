"""What an expression of time means, and what it is read against.

A builder (``days.py``, ``stretches.py``; one per rule name of ``times.toml``) gets the values of the words that its
rule bound and the context (anchor, tense, the last day spoken of) and gives a :class:`Moment`, or nothing where the
words mean no time. Without an anchor a relative expression keeps its words and has no value; a day without a year is
then ``XXXX-10-30``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claims.language import calendar

DAYS = {"day": 1, "week": 7, "fortnight": 14}
YEARS = ("year", "decade", "century")
HALF_A_MONTH = 15  # days
TURN = 9  # from this month on "the new year" is the next one
NEAREST_FUTURE_WEIGHT = 1.2  # without any tense, the past is a little likelier than the future at equal distance
AHEAD_IN_PAST_TENSE = 5  # times as far a coming day counts where the clause is in the past tense


class Moment(NamedTuple):
    """What an expression means; ``value`` is EDTF, empty when it cannot be known."""

    value: str
    relative: bool = True  # needs the anchor
    kind: str = "point"  # point, since, until, range, open, denied
    time: str = ""  # clock time "14:30" or part of the day
    weekday: int | None = None
    exact_year: bool = False  # the words give the year
    event: str = ""  # "week -1": so far from an event told before, which is no matter of the words
    by_distance: bool = False  # yesterday, next May: counted from the anchor, not a name read against it


class Context:
    """What an expression is read against."""

    def __init__(
        self,
        anchor: str,
        tense: Callable[[], str],
        last_day: date | None,
        american: bool,
        order: str,
        told: str = "",
        told_year: int | None = None,
        *,
        that_year: int | None = None,
        paired: bool = False,
        clause_year: int | None = None,
        business: date | None = None,
        reports: bool = False,
    ) -> None:
        self.anchor = anchor = anchor.partition("T")[0]
        self.day = calendar.parse_day(anchor)
        self.tense = tense
        self.last_day = last_day
        self.american = american
        self.order = order
        self.told = told  # the expression just before, where its words give the year
        self.told_year = told_year  # the year told of last in the paragraph
        # the same, or before it the last that the words of the text give: "in May that year"
        self.that_year = that_year
        self.clause_year = clause_year  # at the head of the clause: "Nächstes Jahr … im Mai"
        self.business = business  # the first day of the business year told of: "in the year to March"
        self.reports = reports or business is not None  # the text tells the figures of a company
        self.paired = paired  # the text writes years that lie in two: 2025/26
        year, month = anchor[:4], anchor[5:7]
        countable = year.isdigit() and "/" not in anchor and int(year) in calendar.COUNTABLE
        self.year = int(year) if countable else None
        number = int(month) if self.year and month.isdigit() else 0
        self.month = number if 1 <= number <= 12 else None
        # where only the nearest year is asked for, a month stands in for its middle, a season for its first month
        middle = number if self.month else calendar.season_start(number) if number in calendar.SEASONS else 0
        self.near = self.day or (date(self.year, middle, 15) if self.year and middle else None)

    def coarse(self) -> str:
        """The value of a day or week that an anchor of month precision cannot place: about that month."""
        return f"{self.anchor[:7]}~" if self.month else ""


Groups = dict[str, str]


def nearest_day(context: Context, month: int, day: int, tense: str) -> str:
    """A day and month without a year: the last, the next or the nearest one, by the tense of the clause."""
    if context.told[5:7] == f"{month:02d}" and tense != "future":
        # "reported the fault in March 2025 … put it in writing on 14 March"
        told = calendar.make_day(int(context.told[:4]), month, day)
        if told is not None:
            return told.isoformat()
    if context.near is None:
        return f"XXXX-{month:02d}-{day:02d}"
    year = nearest_year(context.near, lambda y: calendar.make_day(y, month, day), tense)
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def nearest_month_year(context: Context, month: int, tense: str) -> int | None:
    """The year of a month named without one."""
    if context.near is None:
        return None
    near = context.near
    if month == near.month:
        return near.year
    return nearest_year(near, lambda y: date(y, month, 15), tense)


def nearest_year(near: date, make: Callable[[int], date | None], tense: str) -> int:
    """The year whose day (by ``make``) is nearest, among those that the tense allows; 0 where there is none.

    The past tense weighs and does not bind: "had agreed to talks on 24 April", said on the 18th, is this April.
    """
    best, best_cost = 0, float("inf")
    for year in (near.year - 1, near.year, near.year + 1, near.year - 4, near.year + 4):
        day = make(year)
        if day is None:
            continue
        distance = (day - near).days
        if (tense == "future" and distance < 0) or (tense == "over" and distance > 0):
            continue
        ahead = AHEAD_IN_PAST_TENSE if tense == "past" else NEAREST_FUTURE_WEIGHT
        cost = abs(distance) * (ahead if distance > 0 else 1)
        if cost < best_cost:
            best, best_cost = year, cost
    return best


def _on(day: date, days: int) -> str:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return ""


def bound_number(groups: Groups, *names: str) -> int | None:
    """The number that the first of ``names`` was bound to."""
    for name in names:
        if name in groups and groups[name].isdigit():
            return int(groups[name])
        if name in groups:
            digits = re.match(r"\d+", groups[name])
            if digits:
                return int(digits.group())
    return None


def bound_year(context: Context, groups: Groups) -> int | None:
    """The year that the words give, plainly or as "last year"."""
    year = bound_number(groups, "y", "y2")
    if year is not None:
        return year
    if "that" in groups:
        return context.that_year
    if "ym" in groups and context.year is not None:
        return context.year + int(groups["ym"])
    if "ny" in groups and context.year is not None and context.month is not None:
        return context.year + (context.month >= TURN)
    return None if {"mod", "of"} & groups.keys() else context.clause_year


def away(context: Context, unit: str, count: int) -> str:
    """A point ``count`` units from the anchor, at the precision of the unit; weeks are about that day."""
    if unit in DAYS:
        if context.day is None:
            return context.coarse()
        days = count * DAYS[unit]
        return _on(context.day, days) + ("" if unit == "day" else "~")
    if context.year is None or (unit not in YEARS and context.month is None):
        return ""
    if unit == "year":
        return f"{context.year + count:04d}"
    if unit in ("decade", "century"):
        return f"{context.year + (10 if unit == 'decade' else 100) * count:04d}~"
    months = {"month": 1, "quarter": 3, "half": 6}[unit] * count
    return calendar.month_value(*calendar.shift_month(context.year, context.month or 1, months))


def halves_away(context: Context, unit: str, halves: int) -> str:
    """A point ``halves`` half units from the anchor: half a year is six months, half a month about 15 days."""
    if unit == "century":
        return f"{context.year + 50 * halves:04d}~" if context.year else ""
    if unit in ("year", "decade"):
        if context.year is None or context.month is None:
            return ""
        months = halves * (6 if unit == "year" else 60)
        return calendar.month_value(*calendar.shift_month(context.year, context.month, months))
    if unit not in ("month", *DAYS) or unit == "day" or context.day is None:
        return ""
    days = round(halves * (HALF_A_MONTH if unit == "month" else DAYS[unit] / 2))
    return _on(context.day, days) + "~"


def shifted_day(day: date, unit: str, count: int) -> date | None:
    """The day ``count`` units on, the same day of the month where there is one; ``None`` beyond the calendar."""
    try:
        if unit in DAYS:
            return day + timedelta(days=count * DAYS[unit])
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit] * count
        year, month = calendar.shift_month(day.year, day.month, months)
        return date(year, month, min(day.day, calendar.last_of_month(year, month)))
    except (ValueError, OverflowError):
        return None
