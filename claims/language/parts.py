"""Builders of counted parts of months and years: the first half of August, the second week of June, week 23."""

from __future__ import annotations

from datetime import date, timedelta

from claims.language import calendar
from claims.language.days import date_of
from claims.language.moments import TURN, Context, Groups, Moment, bound_number, bound_year, nearest_year
from claims.language.stretches import month_of

SATURDAY = 5
HALF = 15  # the last day of a month's first half
SCHOOL_STARTS = 8  # month


def month_half_of(context: Context, groups: Groups) -> Moment | None:
    """In der ersten Augusthälfte, the second half of the month."""
    number = bound_number(groups, "n")
    found = _month(context, groups)
    if number not in (1, 2) or found is None:
        return None
    year, month = map(int, found.value.split("-"))
    first, last = (1, HALF) if number == 1 else (HALF + 1, calendar.last_of_month(year, month))
    return found._replace(value=f"{found.value}-{first:02d}/{found.value}-{last:02d}")


def month_week_of(context: Context, groups: Groups) -> Moment | None:
    """In der zweiten Juniwoche: about seven days."""
    number = bound_number(groups, "n") or -1
    found = _month(context, groups)
    if found is None:
        return None
    year, month = map(int, found.value.split("-"))
    end = calendar.last_of_month(year, month)
    first = end - 6 if number < 0 else 7 * number - 6
    return found._replace(value=f"{found.value}-{first:02d}~/{found.value}-{min(first + 6, end):02d}~")


def month_day_of(context: Context, groups: Groups) -> Moment | None:
    """Am ersten Montag im März, the last weekend of May, the last day of February."""
    number = bound_number(groups, "n") or -1
    found = _month(context, groups)
    if found is None:
        return None
    year, month = map(int, found.value.split("-"))
    if "one_day" in groups:
        return found._replace(
            value=f"{found.value}-{number if number > 0 else calendar.last_of_month(year, month):02d}"
        )
    weekday = int(groups["w"]) if "w" in groups else SATURDAY
    end = date(year, month, calendar.last_of_month(year, month))
    day = (
        calendar.nth_weekday(year, month, weekday, number)
        if number > 0
        else end - timedelta(days=(end.weekday() - weekday) % 7)
    )
    if "w" in groups:
        return found._replace(value=day.isoformat(), weekday=weekday)
    return found._replace(value=f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}")


def months_to_of(context: Context, groups: Groups) -> Moment | None:
    """In the year to September, in the three months to June 2025."""
    found = month_of(context, groups)
    count = bound_number(groups, "k", "k2") or 12
    if found is None or len(found.value) != 7 or found.value.startswith("XXXX") or not 1 < count <= 60:
        return None
    start = calendar.shift_month(int(found.value[:4]), int(found.value[5:]), 1 - count)
    return found._replace(value=f"{calendar.month_value(*start)}/{found.value}", kind="range")


def school_year_of(context: Context, groups: Groups) -> Moment | None:
    """Im kommenden Schuljahr: the two years that it lies in."""
    if context.year is None or context.month is None:
        return Moment("")
    first = context.year - (context.month < SCHOOL_STARTS) + int(groups["mod"])
    return Moment(f"{first:04d}/{first + 1:04d}", kind="range")


def _month(context: Context, groups: Groups) -> Moment | None:
    """The month bound, or this, the last or the next one; none where its year is not known."""
    if "m" in groups:
        found = month_of(context, groups)
        return found if found and len(found.value) == 7 and found.value[:4].isdigit() else None
    if context.year is None or context.month is None:
        return None
    shifted = calendar.shift_month(context.year, context.month, int(groups.get("mod", "0")))
    return Moment(calendar.month_value(*shifted))


def first_units_of(context: Context, groups: Groups) -> Moment | None:
    """In den ersten sechs Monaten des Jahres, in the last three months of 2025."""
    count = bound_number(groups, "k", "k2")
    months = {"month": 1, "quarter": 3}.get(groups["u"], 0) * (count or 0)
    last = "n3" in groups
    if not (last or bound_number(groups, "n") == 1) or not 1 <= months <= 12:
        return None
    if not {"y", "ym", "whole"} & groups.keys():
        return None  # of what, the text before says
    year = bound_year(context, groups)
    relative = "y" not in groups
    if year is None:
        year = context.year
    if year is None:
        return Moment("")
    first, end = (13 - months, 12) if last else (1, months)
    return Moment(f"{year:04d}-{first:02d}/{year:04d}-{end:02d}", relative, exact_year=not relative)


def new_year_of(context: Context, groups: Groups) -> Moment | None:
    """Im neuen Jahr, early in the new year: the next one, in its first months this one."""
    if context.year is None or context.month is None:
        return Moment("")
    year = context.year + (context.month >= TURN)
    return Moment(calendar.part_of_year(year, groups["p"]) if "p" in groups else f"{year:04d}")


def week_at_of(context: Context, groups: Groups) -> Moment | None:
    """The week of March 3: seven days from Monday."""
    found = date_of(context, groups)
    day = calendar.parse_day(found.value) if found else None
    return found._replace(value=calendar.week_of(day)) if found and day else None


def week_number_of(context: Context, groups: Groups) -> Moment | None:
    """In der 23. Kalenderwoche."""
    number = bound_number(groups, "n") or 0
    year = bound_number(groups, "y")
    if not 1 <= number <= 53:
        return None
    if year is None:
        if context.near is None:
            return Moment("")
        year = nearest_year(context.near, lambda y: date(y, 1, 4) + timedelta(weeks=number - 1), context.tense())
    try:
        return Moment(calendar.week_of(date.fromisocalendar(year, number, 1)), "y" not in groups)
    except ValueError:
        return None
