"""Builders of stretches: months, parts of months and years, weeks, quarters, seasons, decades; and of open dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.language import calendar
from claims.language.moments import (
    Context,
    Groups,
    Moment,
    bound_number,
    bound_year,
    nearest_month_year,
    nearest_year,
)

SEASON_DAYS = 92
MIDDLE = 6  # month; before it, the middle of the year that is spoken of as past is last year's
STILL_REPORTED = (
    3  # months after its end in which a quarter is told of in the present tense: "beträgt im ersten Quartal"
)


def month_of(context: Context, groups: Groups) -> Moment | None:
    """A month, with or without its year."""
    month = bound_number(groups, "m")
    if month is None:
        return None
    year = bound_year(context, groups)
    if year is not None:
        return Moment(calendar.month_value(year, month), "ym" in groups, exact_year=True)
    if context.near is None:
        return Moment(f"XXXX-{month:02d}")
    if "mod" in groups:
        mod, near = int(groups["mod"]), context.near
        year = near.year
        if mod < 0 and month >= near.month:
            year -= 1
        if mod > 0 and month <= near.month:
            year += 1
        return Moment(calendar.month_value(year + (mod + 1 if mod < -1 else mod - 1 if mod > 1 else 0), month))
    year = nearest_month_year(context, month, context.tense())
    return Moment(calendar.month_value(year, month)) if year else None


def months_of(context: Context, groups: Groups) -> Moment | None:
    """A stretch of months: von Mai bis August 2021."""
    first, last, year = bound_number(groups, "m"), bound_number(groups, "m2"), bound_year(context, groups)
    if first is None or last is None or first == last:
        return None
    given = year is not None
    if year is None:
        year = nearest_month_year(context, last, context.tense())
    if year is None:
        return Moment("", kind="range")
    start = year - (first > last)
    value = f"{calendar.month_value(start, first)}/{calendar.month_value(year, last)}"
    return Moment(value, not given, "range", exact_year=given)


def part_of(context: Context, groups: Groups) -> Moment | None:
    """Anfang, Mitte, Ende of a month, year or week."""
    if "q" in groups:
        return _part_of_quarter(context, groups)
    if "c" in groups:
        unit, _, part = groups["c"].partition("_")
        groups = {**groups, "p": part, "u": unit}
        given = groups.get("y") or groups.get("ys", "")[:4]
        if given and unit == "year":
            return _edge_of_year(int(given), part, relative=False)
    part = groups["p"]
    if "m" in groups:
        found = month_of(context, groups)
        if found is None or found.value.startswith("XXXX"):
            return found
        year, month = map(int, found.value.split("-"))
        return Moment(calendar.part_of_month(year, month, part), found.relative, exact_year=found.exact_year)
    if "u" not in groups:
        year = int(groups["y"])
        return Moment(calendar.part_of_year(year, part), False, exact_year=True)
    by = int(groups.get("mod", "0"))
    unit = groups["u"]
    if context.year is None:
        return Moment("")
    if unit == "year":
        if "c" in groups or (part != "mid" and ("since" in groups or "until" in groups)):
            # the last turn of the year where the clause looks back, else this year's
            month = context.month or 0
            over = part == "end" or (part == "mid" and 0 < month < MIDDLE)
            looks_back = "c" in groups and over and context.tense() == "past"
            looks_ahead = "c" in groups and part == "begin" and context.tense() == "future"
            return _edge_of_year(context.year + by - looks_back + looks_ahead, part, relative=True)
        return Moment(calendar.part_of_year(context.year + by, part))
    if unit == "month" and context.month:
        year, month = calendar.shift_month(context.year, context.month, by)
        if "c" in groups:
            day = {"begin": 1, "mid": 15, "end": calendar.last_of_month(year, month)}[part]
            return Moment(f"{calendar.month_value(year, month)}-{day:02d}")
        return Moment(calendar.part_of_month(year, month, part))
    if unit == "week" and context.day:
        first, last = {"begin": (0, 1), "mid": (2, 2), "end": (4, 6)}[part]
        if not {"mod", "until"} & groups.keys():  # "Mitte der Woche" of a Saturday: the tense tells the week
            tense = context.tense() if not first <= context.day.weekday() <= last else ""
            by += (tense == "future" and last < context.day.weekday()) - (
                tense == "past" and first > context.day.weekday()
            )
        monday = context.day - timedelta(days=context.day.weekday()) + timedelta(weeks=by)
        days = sorted({(monday + timedelta(days=n)).isoformat() for n in (first, last)})
        return Moment("/".join(days))
    if unit == "quarter" and context.month:
        number = (context.month - 1) // 3 + 1 + by
        year, number = context.year + (number - 1) // 4, (number - 1) % 4 + 1
        return _month_of_quarter(year, number, part, relative=True)
    if unit == "decade":
        start = (context.year // 10 + by) * 10
        first_year, last_year = {"begin": (0, 3), "mid": (4, 6), "end": (7, 9)}[part]
        return Moment(f"{start + first_year:04d}~/{start + last_year:04d}~")
    if unit == "century":
        start = (context.year // 100 + by) * 100
        first_year, last_year = {"begin": (0, 15), "mid": (40, 60), "end": (85, 99)}[part]
        return Moment(f"{start + first_year:04d}~/{start + last_year:04d}~")
    return Moment(context.coarse())


def _part_of_quarter(context: Context, groups: Groups) -> Moment | None:
    """Ende des zweiten Quartals: its last month."""
    whole = _block(context, {**groups, "n": groups["q"]}, 3)
    if whole is None or not whole.value:
        return whole
    year, month = int(whole.value[:4]), int(whole.value[5:7])
    return _month_of_quarter(year, (month + 2) // 3, groups["p"], relative=whole.relative)


def _month_of_quarter(year: int, number: int, part: str, *, relative: bool) -> Moment:
    month = 3 * (number - 1) + {"begin": 1, "mid": 2, "end": 3}[part]
    return Moment(calendar.month_value(year, month), relative, exact_year=not relative)


def _edge_of_year(year: int, part: str, *, relative: bool) -> Moment:
    if part == "mid":
        return Moment(calendar.part_of_year(year, part), relative)
    return Moment(f"{year:04d}-01-01" if part == "begin" else f"{year:04d}-12-31", relative)


def quarter_of(context: Context, groups: Groups) -> Moment | None:
    """A quarter of a year."""
    return _block(context, groups, 3)


def half_of(context: Context, groups: Groups) -> Moment | None:
    """A half of a year."""
    return _block(context, groups, 6)


def _block(context: Context, groups: Groups, months: int) -> Moment | None:
    number = 12 // months if "n3" in groups else bound_number(groups, "n", "n2")
    if number is None or not 1 <= number <= 12 // months:
        return None
    year = bound_year(context, groups)
    relative = year is None or not {"ym", "ny"}.isdisjoint(groups)
    if year is None and context.business is not None:
        return _block_of_a_business_year(context, context.business, number, months)
    if year is None:
        if context.near is None:
            return Moment("")
        year = context.near.year
        # the quarter that has not begun yet and is spoken of as past is last year's
        if context.tense() == "past" and (number - 1) * months + 1 > context.near.month:
            year -= 1
        if context.tense() == "future" and number * months + STILL_REPORTED < context.near.month:
            year += 1  # the one that is long over and is spoken of as coming is next year's
    first = (number - 1) * months + 1
    value = f"{calendar.month_value(year, first)}/{calendar.month_value(year, first + months - 1)}"
    return Moment(value, relative, exact_year=not relative)


def _block_of_a_business_year(context: Context, start: date, number: int, months: int) -> Moment:
    """Its half or quarter; of a later one where it is over and is spoken of as coming."""
    first = calendar.shift_month(start.year, start.month, (number - 1) * months)
    now = (context.near.year, context.near.month) if context.near and context.tense() == "future" else first
    while calendar.shift_month(*first, months - 1) < now:
        first = (first[0] + 1, first[1])
    last = calendar.shift_month(*first, months - 1)
    return Moment(f"{calendar.month_value(*first)}/{calendar.month_value(*last)}")


def season_of(context: Context, groups: Groups) -> Moment | None:
    """A season: EDTF 21 spring, 22 summer, 23 autumn, 24 winter (of the year it begins in)."""
    season = int(groups["s"])
    year = bound_year(context, groups)
    if "ys" in groups:
        year = int(groups["ys"][:4])
    if year is None and "that" in groups:
        return None
    if year is not None:
        return Moment(f"{year:04d}-{season}", "ym" in groups, exact_year=True)
    near = context.near
    if near is None:
        return Moment("")
    start = date(near.year, calendar.season_start(season), 1)
    if "mod" in groups or "ago" in groups:
        mod = -(bound_number(groups, "n", "n2") or 1) if "ago" in groups else int(groups["mod"])
        year = near.year
        if mod <= 0 and (near - start).days < 0:
            year -= 1  # the last one that has begun
        if mod < 0:
            year += mod + 1 - ((near - start.replace(year=year)).days < SEASON_DAYS)
        if mod == 0 and (near - start.replace(year=year)).days >= SEASON_DAYS and context.tense() != "past":
            year = near.year
        if mod > 0 and near >= start:
            year += 1
        return Moment(f"{year:04d}-{season}")
    tense = context.tense()
    # what is to come has not ended yet, what is past has begun
    shift = 2 if tense == "future" else 0 if tense == "past" else 1
    year = nearest_year(near, lambda y: date(*calendar.shift_month(y, calendar.season_start(season), shift), 15), tense)
    return Moment(f"{year:04d}-{season}")


def year_of(_context: Context, groups: Groups) -> Moment | None:
    """A bare year, or a season such as 2023/24."""
    if "ys" in groups:
        first, last = groups["ys"][:4], groups["ys"][5:]
        second = first[: 4 - len(last)] + last
        if int(second) == int(first) + 1:
            return Moment(f"{first}/{second}", False, "range", exact_year=True)
        if groups["ys"][4] == "-" and len(last) == 2 and 1 <= int(last) <= 12:
            return Moment(f"{first}-{last}", False, exact_year=True)
        if len(last) == 4 and 1500 <= int(first) < int(second) <= 2100:
            return Moment(f"{first}/{second}", False, "range", exact_year=True)
        return None
    return Moment(groups["y"], False, exact_year=True)


def this_time_of(context: Context, groups: Groups) -> Moment | None:
    """This time last year: the month of the anchor."""
    if context.year is None or context.month is None:
        return None
    return Moment(calendar.month_value(context.year + int(groups.get("mod", "-1")), context.month), by_distance=True)


def that_year_of(context: Context, _groups: Groups) -> Moment | None:
    """Im selben Jahr, that year: the one told of last."""
    return Moment(f"{context.that_year:04d}", exact_year=True) if context.that_year else None


def years_of(_context: Context, groups: Groups) -> Moment | None:
    """A stretch of years: von 2010 bis 2014."""
    if not 1500 <= int(groups["a"]) < int(groups["b"]) <= 2100:
        return None
    return Moment(f"{groups['a']}/{groups['b']}", False, "range", exact_year=True)


def decade_of(_context: Context, groups: Groups) -> Moment | None:
    """In den 1990er Jahren: 199X."""
    if "word" in groups:
        return Moment(groups["word"], False, exact_year=True)
    digits = re.match(r"\d+", groups["e"])
    if digits is None:
        return None
    raw = digits.group()
    if len(raw) == 2:
        if int(raw) < 20:
            return None
        raw = "19" + raw
    return Moment(f"{raw[:3]}X", False, exact_year=True)


def century_of(_context: Context, groups: Groups) -> Moment | None:
    """Im 18. Jahrhundert: 17XX."""
    number = bound_number(groups, "c", "c2")
    return Moment(f"{number - 1:02d}XX", False, exact_year=True) if number and number <= 22 else None


def open_of(_context: Context, _groups: Groups) -> Moment | None:
    """bis auf Weiteres, noch kein Termin."""
    return Moment("", False, "open")


def denied_of(_context: Context, _groups: Groups) -> Moment | None:
    """kein konkretes Datum."""
    return Moment("", False, "denied")
