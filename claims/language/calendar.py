"""Arithmetic of days, and EDTF values from it. Pure; no clock, no locale, no time zone."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
COUNTABLE = range(100, 9900)  # years from which one can count on and back without leaving the calendar


def parse_day(value: str) -> date | None:
    """The day that an EDTF value of day precision names; ``None`` for any other value or an impossible day.

    A day of a year that stands for none (0001-01-01, 9999-12-31) is impossible too.
    """
    match = _VALUE.fullmatch(value)
    if match is None or match.group(3) is None or int(match.group(1)) not in COUNTABLE:
        return None
    return make_day(int(match.group(1)), int(match.group(2)), int(match.group(3)))


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none (31 April)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month ``by`` months on."""
    index = year * 12 + (month - 1) + by
    return index // 12, index % 12 + 1


def month_value(year: int, month: int) -> str:
    """``2025-07``."""
    return f"{year:04d}-{month:02d}"


def last_of_month(year: int, month: int) -> int:
    """Number of the month's last day."""
    return monthrange(year, month)[1]


def part_of_month(year: int, month: int, part: str) -> str:
    """A vague third of a month (begin, mid, end) as an interval with approximate ends."""
    first, last = {"begin": (1, 10), "mid": (11, 20), "end": (21, last_of_month(year, month))}[part]
    return f"{month_value(year, month)}-{first:02d}~/{month_value(year, month)}-{last:02d}~"


def part_of_year(year: int, part: str) -> str:
    """A vague part of a year (begin, mid, end) as an interval of months with approximate ends."""
    first, last = {"begin": (1, 3), "mid": (5, 8), "end": (10, 12)}[part]
    return f"{month_value(year, first)}~/{month_value(year, last)}~"


def week_of(day: date, by: int = 0) -> str:
    """Monday to Sunday of the week of ``day``, ``by`` weeks on."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def season_start(season: int) -> int:
    """First month of an EDTF season (21 spring to 24 winter)."""
    return SEASONS[season]


@lru_cache(maxsize=512)
def named_day(key: str, year: int) -> str:
    """EDTF value of a named day in ``year``, empty where unknown.

    ``key``: ``12-24``, ``12-25/12-26``; ``advent:7``, days from the first Sunday in Advent; ``nth:5:6:2``, the second
    Sunday (6) of May; or ``DE:Easter Monday``, ``DE-SN:…`` with an offset in days (``:-1``) or two (``:-1:0``), looked
    up in the holidays library (which is only imported then).
    """
    if key[0].isdigit():
        first, slash, second = key.partition("/")
        end = f"/{year + (second < first):04d}-{second}" if slash else ""  # the night to the first of January
        return f"{year:04d}-{first}{end}"
    country, name, *offsets = key.split(":")
    day: date | None
    if country == "advent":
        day, offsets = _first_advent(year), [name, *offsets]
    elif country == "nth":
        day, offsets = nth_weekday(year, int(name), int(offsets[0]), int(offsets[1])), offsets[2:]
    else:
        day = _holiday(country, name, year)
    if day is None:
        return ""
    days = [(day + timedelta(days=int(offset))).isoformat() for offset in offsets] or [day.isoformat()]
    return "/".join(days)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The second Sunday of May: ``weekday`` 0 Monday to 6 Sunday, ``number`` from 1 to 4."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _first_advent(year: int) -> date:
    """The fourth Sunday before Christmas Day."""
    eve = date(year, 12, 24)
    return eve - timedelta(days=(eve.weekday() + 1) % 7 + 21)


@lru_cache(maxsize=512)
def _holiday(country: str, name: str, year: int) -> date | None:
    from holidays import country_holidays

    if not 1900 <= year <= 2100:
        return None
    state, _, part = country.partition("-")
    known = country_holidays(state, subdiv=part or None, years=year, language="en_US")
    for day, found in sorted(known.items()):
        if name in found.split("; "):
            return day
    return None
