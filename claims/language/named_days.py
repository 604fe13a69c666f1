"""Builders of days with a name: Heiligabend, last Easter, in der Nacht zu Neujahr."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.language import calendar
from claims.language.moments import Context, Groups, Moment, bound_number, nearest_year
from claims.language.stretches import season_of

SUNDAY = 6


def holiday_of(context: Context, groups: Groups) -> Moment | None:
    """A day with a name."""
    key = groups["key"]
    if key.startswith("season:"):
        return season_of(context, {**groups, "s": key.removeprefix("season:")})
    year = bound_number(groups, "y")
    if year is None and "mod" not in groups:
        year = context.clause_year
    if year is not None:
        return Moment(calendar.named_day(key, year), False, exact_year=True)
    if context.near is None:
        return Moment(f"XXXX-{key}" if re.fullmatch(r"\d\d-\d\d", key) else "")
    if groups.get("mod", "0") != "0":
        return Moment(_holiday_away(key, context.near, int(groups["mod"])))
    year = nearest_year(
        context.near, lambda y: calendar.parse_day(calendar.named_day(key, y).split("/")[0]), context.tense()
    )
    return Moment(calendar.named_day(key, year)) if year else None


def _holiday_away(key: str, near: date, by: int) -> str:
    """Last Easter, kommende Weihnachten: the first before or after the anchor."""
    step = 1 if by > 0 else -1
    for year in (near.year, near.year + step):
        day = calendar.parse_day(calendar.named_day(key, year).split("/")[0])
        if day is not None and (day > near if by > 0 else day < near):
            return calendar.named_day(key, year + by - step)
    return ""


def holiday_beside_of(context: Context, groups: Groups) -> Moment | None:
    """The day or the week before or after a day with a name: in der Woche vor Ostern."""
    found = holiday_of(context, groups)
    first, _, last = found.value.partition("/") if found else ("", "", "")
    shift = int(groups["shift"])
    day = calendar.parse_day(first if shift < 0 or not last else last)
    if found is None or day is None:
        return None
    if groups["u"] == "day":
        return Moment((day + timedelta(days=shift)).isoformat(), found.relative)
    own = shift < 0 and day.weekday() == SUNDAY  # the week before Easter ends with it
    return Moment(calendar.week_of(day, 0 if own else shift), found.relative)


def holiday_night_of(context: Context, groups: Groups) -> Moment | None:
    """The night to a day with a name."""
    found = holiday_of(context, groups)
    day = calendar.parse_day(found.value) if found else None
    if day is None:
        return None
    return Moment(f"{(day - timedelta(days=1)).isoformat()}/{day.isoformat()}", time="night")
