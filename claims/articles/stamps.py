"""Dates as pages print them beside a headline, in a dateline or in a caption, and the words around them.

Not for running text: only written-out calendar dates count here, never "yesterday" or a weekday alone.
"""

from __future__ import annotations

import calendar
import re
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.articles.furniture import fold
from claims.language import lexicon

LONGEST = 400  # characters of a line in which stamps are looked for


class PageDates(BaseModel):
    """The file ``page_dates.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: dict[str, int]  # full and short names, lower case, without a point
    weekdays: tuple[str, ...]
    published: tuple[str, ...]  # labels before the day of publication
    updated: tuple[str, ...]  # labels before the day of the last change
    as_of: tuple[str, ...]  # "Stand": the day that the content holds for
    around: tuple[str, ...]  # other words of a date line: Uhr, o'clock, time zones, Quelle, min read
    ago: tuple[str, ...]  # "vor # Stunden", "# hours ago", digits as #
    month_first: bool  # whether 5/3/2025 is the third of May here


class Stamp(NamedTuple):
    """A date in a line: EDTF value (``--05-03`` when no year is given) and place."""

    start: int
    end: int
    value: str

    @property
    def full(self) -> bool:
        return not self.value.startswith("--")


@cache
def _data() -> tuple[PageDates, ...]:
    return tuple(lexicon.load(code, "page_dates", PageDates) for code in lexicon.languages())


@cache
def labels(field: str) -> tuple[str, ...]:
    """The folded labels of one kind, all languages, longest first."""
    found = {fold(word) for data in _data() for word in getattr(data, field)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def _months() -> dict[str, int]:
    return {name: number for data in _data() for name, number in data.months.items()}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"""
          (?<![\w.]) (?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)
            (?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)? (?!\w)
        | (?<![\w.]) (?P<nd>\d{{1,2}})\.\ ?(?P<nm>\d{{1,2}})\.\ ?(?P<ny>(?:19|20)\d\d|\d\d(?!\d|[.:]\d)) (?!\w|\.\d)
        | (?<![\w/]) (?P<s1>\d{{1,2}})/(?P<s2>\d{{1,2}})/(?P<sy>(?:19|20)\d\d) (?![\w/])
        | (?<![\w.]) (?P<dd>\d{{1,2}})(?:\.|st|nd|rd|th)?\ ?(?:of\ )?(?P<dm>{names})\b
            \.?,?(?:\ (?P<dy>(?:19|20)\d\d)\b)?
        | (?<!\w) (?P<mm>{names})\b\.?\ (?P<md>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\ (?P<my>(?:19|20)\d\d)\b)?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _value(year: str | None, month: int, day: int) -> str:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ""
    if not year:
        return f"--{month:02}-{day:02}"
    number = int(year) + 2000 if len(year) == 2 else int(year)
    if day > calendar.monthrange(number, month)[1]:
        return ""
    return f"{number}-{month:02}-{day:02}"


def find_stamps(text: str, *, month_first: bool = False) -> list[Stamp]:
    """The calendar dates in the first 400 characters of ``text``, in order.

    ``month_first`` settles 5/3/2025, unless one of the numbers is above twelve.
    """
    found = []
    for match in _pattern().finditer(text[:LONGEST].replace("\u00a0", " ")):
        part = match.groupdict()
        if part["iy"]:
            value = _value(part["iy"], int(part["im"]), int(part["id"]))
        elif part["nd"]:
            value = _value(part["ny"], int(part["nm"]), int(part["nd"]))
        elif part["s1"]:
            first, second = int(part["s1"]), int(part["s2"])
            swap = second > 12 or (month_first and first <= 12)
            month, day = (first, second) if swap else (second, first)
            value = _value(part["sy"], month, day)
        elif part["dm"]:
            value = _value(part["dy"], _months()[part["dm"].lower()], int(part["dd"]))
        else:
            value = _value(part["my"], _months()[part["mm"].lower()], int(part["md"]))
        if value:
            found.append(Stamp(match.start(), match.end(), value))
    return found


_TIME = re.compile(r"(?<!\w)\d{1,2}[:.]\d\d(?::\d\d)?(?!\w)|(?<!\w)\d{1,2}(?= ?(?:h|am|pm|uhr)\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _neutral() -> frozenset[str]:
    lists = ("weekdays", "published", "updated", "as_of", "around")
    return frozenset(word for name in lists for label in labels(name) for word in _WORD.findall(label))


def ago(text: str) -> bool:
    """Whether ``text`` is "3 hours ago" or the like and nothing else."""
    folded = fold(text)
    for label in labels("published") + labels("updated"):
        if folded.startswith(label + " "):
            folded = folded[len(label) + 1 :]
            break
    return folded in _ago()


@cache
def _ago() -> frozenset[str]:
    return frozenset(labels("ago"))


def others(text: str) -> list[str]:
    """The words of ``text`` that are neither date, time nor a label of a date line."""
    rest = list(text[:LONGEST])
    for stamp in find_stamps(text):
        rest[stamp.start : stamp.end] = " " * (stamp.end - stamp.start)
    bare = _TIME.sub(" ", "".join(rest))
    return [word for word in _WORD.findall(bare) if word.lower() not in _neutral()]


def label_of(text: str) -> str:
    """``published``, ``updated`` or ``as_of`` for a line that begins with such a label, else empty."""
    folded = fold(text)
    for field in ("published", "updated", "as_of"):
        for label in labels(field):
            if folded.startswith(label) and not folded[len(label) : len(label) + 1].isalpha():
                return field
    return ""
