"""What two dates or stretches of time (EDTF level 1, and ``XXXX-10-30`` for an unknown year) are to each other."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from claims.language import calendar

FAR_PAST, FAR_FUTURE = -(10**9), 10**9
# how far an approximate value (~) may be off, in days, by its precision
MARGIN = {"day": 4, "month": 31, "year": 366}

_POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")
_NO_YEAR = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")


class Relation(StrEnum):
    """Of two values: the same, one inside the other, able to hold together, not able to, not to be compared."""

    EQUAL = "equal"
    CONTAINED = "contained"
    COMPATIBLE = "compatible"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"


class Judgement(NamedTuple):
    """A relation and the sentence that says why: key and values for :func:`claims.wording.say`."""

    relation: Relation
    key: str
    values: dict[str, str]


class Bounds(NamedTuple):
    """First and last day as ordinals (far past and future when open), and how far each may be off, in days."""

    first: int
    last: int
    first_margin: int
    last_margin: int


def bounds(value: str) -> Bounds | None:
    """The days that an EDTF value covers; ``None`` for an empty, malformed or yearless value."""
    start, slash, end = value.partition("/")
    if not slash:
        return _point(value)
    first = Bounds(FAR_PAST, FAR_PAST, 0, 0) if start in ("", "..") else _point(start)
    last = Bounds(FAR_FUTURE, FAR_FUTURE, 0, 0) if end in ("", "..") else _point(end)
    if first is None or last is None or first.first > last.last:
        return None
    return Bounds(first.first, last.last, first.first_margin, last.last_margin)


def _point(value: str) -> Bounds | None:
    match = _POINT.fullmatch(value)
    if match is None:
        return None
    raw_year, raw_month, raw_day, sign = match.groups()
    try:
        if raw_year.endswith("X"):
            span = 10 if raw_year[2] != "X" else 100
            start = int(raw_year.rstrip("X")) * span
            if start < 1:
                return None
            first, last, unit = date(start, 1, 1), date(start + span - 1, 12, 31), "year"
        else:
            year, month = int(raw_year), int(raw_month or 0)
            if raw_day:
                first = last = date(year, month, int(raw_day))
                unit = "day"
            elif 21 <= month <= 24:
                begin = calendar.season_start(month)
                end_year, end_month = calendar.shift_month(year, begin, 2)
                first = date(year, begin, 1)
                last = date(end_year, end_month, monthrange(end_year, end_month)[1])
                unit, sign = "month", "~"
            elif raw_month:
                first, last, unit = date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
            else:
                first, last, unit = date(year, 1, 1), date(year, 12, 31), "year"
    except ValueError:
        return None
    margin = MARGIN[unit] if sign else 0
    return Bounds(first.toordinal(), last.toordinal(), margin, margin)


def compare_times(a: str, b: str) -> Judgement:
    """What the EDTF values ``a`` and ``b`` are to each other.

    An approximate end may be off by ``MARGIN``. Without a year only day and month are compared, and agreement is
    then no more than compatible.
    """
    values = {"a": a, "b": b}
    if not a or not b:
        return Judgement(Relation.INCOMPARABLE, "time.unknown", values)
    if a == b:
        return Judgement(Relation.EQUAL, "time.equal", values)
    if a.startswith("XXXX") or b.startswith("XXXX"):
        return _without_year(a, b, values)
    one, two = bounds(a), bounds(b)
    if one is None or two is None:
        return Judgement(Relation.INCOMPARABLE, "time.unknown", values)
    if (one.first, one.last) == (two.first, two.last):
        return Judgement(Relation.EQUAL, "time.equal", values)
    if one.first >= two.first and one.last <= two.last:
        return Judgement(Relation.CONTAINED, "time.contained", {"inner": a, "outer": b})
    if two.first >= one.first and two.last <= one.last:
        return Judgement(Relation.CONTAINED, "time.contained", {"inner": b, "outer": a})
    if one.first <= two.last and two.first <= one.last:
        return Judgement(Relation.COMPATIBLE, "time.overlap", values)
    earlier, later = (one, two) if one.last < two.first else (two, one)
    if later.first - later.first_margin <= earlier.last + earlier.last_margin:
        return Judgement(Relation.COMPATIBLE, "time.vague", values)
    return Judgement(Relation.DISJOINT, "time.disjoint", {**values, "days": str(later.first - earlier.last)})


def _without_year(a: str, b: str, values: dict[str, str]) -> Judgement:
    one, two = _month_day(a), _month_day(b)
    if one is None or two is None:
        known = bounds(b if one else a)
        if known is not None and (one or two):
            return Judgement(Relation.COMPATIBLE, "time.unknown_year", values)
        return Judgement(Relation.INCOMPARABLE, "time.unknown", values)
    if one[0] != two[0] or (one[1] and two[1] and one[1] != two[1]):
        return Judgement(Relation.DISJOINT, "time.disjoint_without_year", values)
    return Judgement(Relation.COMPATIBLE, "time.unknown_year", values)


def _month_day(value: str) -> tuple[str, str] | None:
    match = _NO_YEAR.fullmatch(value)
    if match:
        return match.group(1), match.group(2) or ""
    point = _POINT.fullmatch(value)
    if point and point.group(2) and point.group(2) <= "12" and not point.group(4):
        return point.group(2), point.group(3) or ""
    return None
