"""From a rule that matched to a point or stretch of time: one builder per rule name of ``times.toml``.

A builder gets the values of the words that its rule bound and the context (anchor, tense, the last day spoken of) and
gives a :class:`Moment`, or nothing where the words mean no time. Without an anchor a relative expression keeps its
words and has no value; a day without a year is then ``XXXX-10-30``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claims.language import calendar

NEAREST_FUTURE_WEIGHT = 1.2  # without any tense, the past is a little likelier than the future at equal distance
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{2,4})?")


class Moment(NamedTuple):
    """What an expression means; ``value`` is EDTF, empty when it cannot be known."""

    value: str
    relative: bool = True  # needs the anchor
    kind: str = "point"  # point, since, until, range, open, denied
    time: str = ""  # clock time "14:30" or part of the day
    weekday: int | None = None
    exact_year: bool = False  # the words give the year


class Context:
    """What an expression is read against."""

    def __init__(
        self, anchor: str, tense: Callable[[], str], last_day: date | None, american: bool, order: str
    ) -> None:
        self.anchor = anchor
        self.day = calendar.parse_day(anchor)
        self.tense = tense
        self.last_day = last_day
        self.american = american
        self.order = order
        year, month = anchor[:4], anchor[5:7]
        self.year = int(year) if year.isdigit() and "/" not in anchor else None
        self.month = int(month) if self.year and month.isdigit() else None
        # a month stands in for its middle where only the nearest year is asked for
        self.near = self.day or (date(self.year, self.month, 15) if self.year and self.month else None)

    def coarse(self) -> str:
        """The value of a day or week that an anchor of month precision cannot place: about that month."""
        return f"{self.anchor[:7]}~" if self.month else ""


Groups = dict[str, str]


def nearest_day(context: Context, month: int, day: int, tense: str) -> str:
    """A day and month without a year: the last, the next or the nearest one, by the tense of the clause."""
    if context.near is None:
        return f"XXXX-{month:02d}-{day:02d}"
    year = _nearest_year(context.near, lambda y: calendar.make_day(y, month, day), tense)
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def nearest_month_year(context: Context, month: int, tense: str) -> int | None:
    """The year of a month named without one."""
    if context.near is None:
        return None
    near = context.near
    if month == near.month:
        return near.year
    return _nearest_year(near, lambda y: date(y, month, 15), tense)


def _nearest_year(near: date, make: Callable[[int], date | None], tense: str) -> int:
    best, best_cost = 0, float("inf")
    for year in (near.year - 1, near.year, near.year + 1, near.year - 4, near.year + 4):
        day = make(year)
        if day is None:
            continue
        distance = (day - near).days
        if (tense == "past" and distance > 0) or (tense == "future" and distance < 0):
            continue
        cost = abs(distance) * (NEAREST_FUTURE_WEIGHT if distance > 0 else 1)
        if cost < best_cost:
            best, best_cost = year, cost
    return best


def _number(groups: Groups, *names: str) -> int | None:
    for name in names:
        if name in groups and groups[name].isdigit():
            return int(groups[name])
        if name in groups:
            digits = re.match(r"\d+", groups[name])
            if digits:
                return int(digits.group())
    return None


def _year(context: Context, groups: Groups) -> int | None:
    year = _number(groups, "y", "y2")
    if year is not None:
        return year
    if "ym" in groups and context.year is not None:
        return context.year + int(groups["ym"])
    return None


def date_of(context: Context, groups: Groups) -> Moment | None:
    """A calendar day: 3. Oktober 1998, October 3, 30.10., 2025-10-30."""
    part = groups.get("part", "")
    if "iso" in groups:
        return Moment(groups["iso"], False, exact_year=True) if calendar.parse_day(groups["iso"]) else None
    for name in ("dotted", "slashed"):
        if name in groups:
            return _numeric(context, groups[name], part, slashed=name == "slashed")
    day, month = _number(groups, "d", "o"), _number(groups, "m")
    if day is None or month is None or calendar.make_day(2000, month, day) is None:
        return None
    year = _year(context, groups)
    if year is not None:
        found = calendar.make_day(year, month, day)
        return Moment(found.isoformat(), "ym" in groups, time=part, exact_year=True) if found else None
    return Moment(nearest_day(context, month, day, context.tense()), time=part)


def _numeric(context: Context, raw: str, part: str, *, slashed: bool) -> Moment | None:
    match = _NUMERIC.fullmatch(raw)
    if match is None:
        return None
    first, second = int(match.group(1)), int(match.group(2))
    month_first = slashed and (context.order == "mdy" or (context.order != "dmy" and context.american))
    if slashed and first > 12:
        month_first = False
    if slashed and second > 12:
        month_first = True
    day, month = (second, first) if month_first else (first, second)
    if not match.group(3):
        if calendar.make_day(2000, month, day) is None:
            return None
        return Moment(nearest_day(context, month, day, context.tense()), time=part)
    year = int(match.group(3))
    if len(match.group(3)) == 3:
        return None
    if year < 100:
        year += 2000 if year < 70 else 1900
    found = calendar.make_day(year, month, day)
    return Moment(found.isoformat(), False, time=part, exact_year=True) if found else None


def days_of(context: Context, groups: Groups) -> Moment | None:
    """A stretch of days in one month: 3. bis 7. September."""
    first, last, month = _number(groups, "d", "od"), _number(groups, "e", "oe"), _number(groups, "m")
    if first is None or last is None or month is None or last <= first:
        return None
    if calendar.make_day(2000, month, first) is None or calendar.make_day(2000, month, last) is None:
        return None
    year = _number(groups, "y")
    start = f"{year:04d}-{month:02d}-{first:02d}" if year else nearest_day(context, month, first, context.tense())
    return Moment(f"{start}/{start[:8]}{last:02d}", year is None, "range", exact_year=year is not None)


def weekday_of(context: Context, groups: Groups) -> Moment | None:
    """A weekday: the last one, or the next one where the words or the tense say so."""
    part = groups.get("part") or groups.get("part2") or ""
    if "wp" in groups:
        number, _, part = groups["wp"].partition(" ")
        weekday = int(number)
    else:
        weekday = int(groups["w"])
    day = context.day
    if day is None:
        return Moment(context.coarse(), time=part, weekday=weekday)
    if "wmod" in groups or "week" in groups:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=int(groups.get("wmod", groups.get("mod", "0"))))
        return Moment((monday + timedelta(days=weekday)).isoformat(), time=part, weekday=weekday)
    mod = groups.get("mod")
    back = (day.weekday() - weekday) % 7
    if mod is None:
        found = day + timedelta(days=-back % 7) if context.tense() == "future" else day - timedelta(days=back)
    elif int(mod) < 0:
        found = day - timedelta(days=(back or 7) + 7 * (-int(mod) - 1))
    elif int(mod) == 0:
        found = day - timedelta(days=back) if context.tense() == "past" else day + timedelta(days=-back % 7)
    else:
        found = day + timedelta(days=((7 - back) if back else 7) + 7 * (int(mod) - 1))
    return Moment(found.isoformat(), time=part, weekday=weekday)


def deictic_of(context: Context, groups: Groups) -> Moment | None:
    """heute, gestern, tomorrow."""
    part = groups.get("part", "")
    if "wp" in groups:
        part = groups["wp"].partition(" ")[2]
    if context.day is None:
        return Moment(context.anchor if groups["d"] == "0" else context.coarse(), time=part)
    return Moment((context.day + timedelta(days=int(groups["d"]))).isoformat(), time=part)


def night_to_of(context: Context, groups: Groups) -> Moment | None:
    """The night to Sunday: Saturday and Sunday."""
    if "w" in groups:
        found = weekday_of(context, {key: value for key, value in groups.items() if key in ("w", "mod")})
    elif "deictic" in groups:
        found = deictic_of(context, {"d": groups["deictic"]})
    else:
        found = date_of(context, groups)
    morning = calendar.parse_day(found.value) if found else None
    if found is None or morning is None:
        return Moment(found.value if found else "", time="night", weekday=found.weekday if found else None)
    return Moment(f"{(morning - timedelta(days=1)).isoformat()}/{morning.isoformat()}", time="night")


def last_night_of(context: Context, _groups: Groups) -> Moment | None:
    """Last night: the day before."""
    if context.day is None:
        return Moment(context.coarse(), time="night")
    return Moment((context.day - timedelta(days=1)).isoformat(), time="night")


def this_part_of(context: Context, groups: Groups) -> Moment | None:
    """This morning."""
    return Moment(context.anchor, time=groups["part"])


def month_of(context: Context, groups: Groups) -> Moment | None:
    """A month, with or without its year."""
    month = _number(groups, "m")
    if month is None:
        return None
    year = _year(context, groups)
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
    first, last, year = _number(groups, "m"), _number(groups, "m2"), _number(groups, "y")
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
    if "c" in groups:
        unit, _, part = groups["c"].partition("_")
        groups = {**groups, "p": part, "u": unit}
        if "y" in groups and unit == "year":
            return _edge_of_year(int(groups["y"]), part, relative=False)
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
            return _edge_of_year(context.year + by, part, relative=True)
        return Moment(calendar.part_of_year(context.year + by, part))
    if unit == "month" and context.month:
        year, month = calendar.shift_month(context.year, context.month, by)
        if "c" in groups:
            day = {"begin": 1, "mid": 15, "end": calendar.last_of_month(year, month)}[part]
            return Moment(f"{calendar.month_value(year, month)}-{day:02d}")
        return Moment(calendar.part_of_month(year, month, part))
    if unit == "week" and context.day:
        monday = context.day - timedelta(days=context.day.weekday()) + timedelta(weeks=by)
        first, last = {"begin": (0, 1), "mid": (2, 2), "end": (4, 6)}[part]
        days = sorted({(monday + timedelta(days=n)).isoformat() for n in (first, last)})
        return Moment("/".join(days))
    return Moment(context.coarse())


def _edge_of_year(year: int, part: str, *, relative: bool) -> Moment:
    if part == "mid":
        return Moment(calendar.part_of_year(year, part), relative)
    return Moment(f"{year:04d}-01-01" if part == "begin" else f"{year:04d}-12-31", relative)


def relative_of(context: Context, groups: Groups) -> Moment | None:
    """vergangene Woche, next year, in den vergangenen drei Jahren."""
    if "last" in groups:
        count = _number(groups, "n", "n2") or 0
        return Moment(_stretch(context, groups["u"], count, int(groups["last"])), kind="range")
    if "after" in groups or "before" in groups:
        unit, by = (groups["after"], 2) if "after" in groups else (groups["before"], -2)
    else:
        unit, by = groups["u"], int(groups["mod"])
    return Moment(_shifted(context, unit, by))


def _shifted(context: Context, unit: str, by: int) -> str:
    """The calendar unit ``by`` units on."""
    if context.year is None:
        return ""
    if unit == "year":
        return f"{context.year + by:04d}"
    if unit == "decade":
        return f"{(context.year // 10 + by):03d}X"
    if unit == "week":
        return calendar.week_of(context.day, by) if context.day else context.coarse()
    if context.month is None:
        return ""
    if unit == "month":
        return calendar.month_value(*calendar.shift_month(context.year, context.month, by))
    months = 3 if unit == "quarter" else 6
    first = (context.month - 1) // months * months + 1
    year, month = calendar.shift_month(context.year, first, by * months)
    return f"{calendar.month_value(year, month)}/{calendar.month_value(*calendar.shift_month(year, month, months - 1))}"


def _away(context: Context, unit: str, count: int) -> str:
    """A point ``count`` units from the anchor, at the precision of the unit; weeks are about that day."""
    if unit in ("day", "week"):
        if context.day is None:
            return context.coarse()
        days = count * (7 if unit == "week" else 1)
        return (context.day + timedelta(days=days)).isoformat() + ("~" if unit == "week" else "")
    if context.year is None or (unit != "year" and unit != "decade" and context.month is None):
        return ""
    if unit == "year":
        return f"{context.year + count:04d}"
    if unit == "decade":
        return f"{context.year + 10 * count:04d}~"
    months = {"month": 1, "quarter": 3, "half": 6}[unit] * count
    return calendar.month_value(*calendar.shift_month(context.year, context.month or 1, months))


def _stretch(context: Context, unit: str, count: int, direction: int) -> str:
    far = _away(context, unit, count * direction).rstrip("~")
    if not far:
        return ""
    near = context.anchor[: len(far)]
    return f"{far}/{near}" if direction < 0 else f"{near}/{far}"


def offset_of(context: Context, groups: Groups) -> Moment | None:
    """vor drei Tagen, in two weeks, binnen zwei Wochen, seit zwei Jahren."""
    count = _number(groups, "n", "n2")
    if "for" in groups or "for2" in groups:
        count = _number(groups, "for", "for2") or 0
        start = _away(context, groups["u"], -count).rstrip("~")
        return Moment(f"{start}/.." if start else "", kind="since")
    if count is None or count > 2000:
        return None
    if "ahead" in groups:
        if context.tense() == "past" and groups["ahead"] != "day":
            return None  # "in drei Jahren wuchs": how long it took
        return Moment(_away(context, groups["ahead"], count))
    if "within" in groups:
        if context.tense() == "past":
            return None
        end = _away(context, groups["u"], count).rstrip("~")
        return Moment(f"../{end}" if end else "", kind="until")
    value = _away(context, groups["u"], -count)
    return Moment(value + "~" if "about" in groups and value and value[-1] != "~" else value)


def discourse_of(context: Context, groups: Groups) -> Moment | None:
    """am Vortag, zwei Tage später: counted from the last day spoken of, else from the anchor."""
    base = context.last_day or context.day
    shift = int(groups.get("shift", groups.get("mod", "0")))
    count = _number(groups, "n", "n2")
    if "u" in groups:
        if groups["u"] not in ("day", "week") and context.last_day is None:
            return None  # "drei Jahre später": after what, the sentence before says
        shift *= count or 1
        inner = Context(base.isoformat() if base else "", context.tense, None, context.american, context.order)
        return Moment(_away(inner, groups["u"], shift))
    if base is None:
        return Moment(context.coarse() if shift else context.anchor)
    return Moment((base + timedelta(days=shift)).isoformat(), time=groups.get("part", ""))


def daypart_of(context: Context, groups: Groups) -> Moment | None:
    """am Abend: of the day of the report."""
    return Moment((context.last_day.isoformat() if context.last_day else context.anchor), time=groups["part"])


def clock_of(context: Context, groups: Groups) -> Moment | None:
    """um 14.30 Uhr, at 2:30 p.m."""
    raw = groups.get("clock") or groups["hour"]
    match = re.match(r"(\d{1,2})(?:[:.](\d{2}))?\s?([ap])?", raw)
    if match is None:
        return None
    hour = int(match.group(1))
    if match.group(3):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match.group(3) == "p" else 0)
    day = context.last_day.isoformat() if context.last_day else context.anchor
    return Moment(day, time=f"{hour:02d}:{match.group(2) or '00'}", kind="clock")


def quarter_of(context: Context, groups: Groups) -> Moment | None:
    """A quarter of a year."""
    return _block(context, groups, 3)


def half_of(context: Context, groups: Groups) -> Moment | None:
    """A half of a year."""
    return _block(context, groups, 6)


def _block(context: Context, groups: Groups, months: int) -> Moment | None:
    number = _number(groups, "n", "n2")
    if number is None or not 1 <= number <= 12 // months:
        return None
    year = _year(context, groups)
    relative = year is None or "ym" in groups
    if year is None:
        if context.near is None:
            return Moment("")
        year = context.near.year
        # the quarter that has not begun yet and is spoken of as past is last year's
        if context.tense() == "past" and (number - 1) * months + 1 > context.near.month:
            year -= 1
    first = (number - 1) * months + 1
    value = f"{calendar.month_value(year, first)}/{calendar.month_value(year, first + months - 1)}"
    return Moment(value, relative, exact_year=not relative)


def season_of(context: Context, groups: Groups) -> Moment | None:
    """A season: EDTF 21 spring, 22 summer, 23 autumn, 24 winter (of the year it begins in)."""
    season = int(groups["s"])
    year = _year(context, groups)
    if "ys" in groups:
        year = int(groups["ys"][:4])
    if year is not None:
        return Moment(f"{year:04d}-{season}", "ym" in groups, exact_year=True)
    near = context.near
    if near is None:
        return Moment("")
    start = date(near.year, calendar.season_start(season), 1)
    if "mod" in groups:
        mod = int(groups["mod"])
        year = near.year
        if mod < 0 and (near - start).days < 92:
            year -= 1
        if mod > 0 and near >= start:
            year += 1
        return Moment(f"{year:04d}-{season}")
    year = _nearest_year(near, lambda y: date(y, calendar.season_start(season), 15), context.tense())
    return Moment(f"{year:04d}-{season}")


def weekend_of(context: Context, groups: Groups) -> Moment | None:
    """Saturday and Sunday."""
    day = context.day
    if day is None:
        return Moment(context.coarse())
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)  # of this week
    mod = groups.get("mod")
    if (mod is not None and int(mod) < 0) or (
        (mod is None or int(mod) == 0) and saturday > day and context.tense() != "future" and mod is None
    ):
        saturday -= timedelta(weeks=1)
    elif mod is not None and int(mod) > 0 and saturday <= day:
        saturday += timedelta(weeks=1)
    return Moment(f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}")


def holiday_of(context: Context, groups: Groups) -> Moment | None:
    """A day with a name."""
    key = groups["key"]
    year = _number(groups, "y")
    if year is not None:
        return Moment(calendar.named_day(key, year), False, exact_year=True)
    if context.near is None:
        return Moment(f"XXXX-{key}" if re.fullmatch(r"\d\d-\d\d", key) else "")
    year = _nearest_year(
        context.near, lambda y: calendar.parse_day(calendar.named_day(key, y).split("/")[0]), context.tense()
    )
    return Moment(calendar.named_day(key, year)) if year else None


def year_of(_context: Context, groups: Groups) -> Moment | None:
    """A bare year, or a season such as 2023/24."""
    if "ys" in groups:
        first, last = groups["ys"][:4], groups["ys"][5:]
        second = first[: 4 - len(last)] + last
        if int(second) == int(first) + 1:
            return Moment(f"{first}/{second}", False, "range", exact_year=True)
        if groups["ys"][4] == "-" and len(last) == 2 and 1 <= int(last) <= 12:
            return Moment(f"{first}-{last}", False, exact_year=True)
        return None
    return Moment(groups["y"], False, exact_year=True)


def decade_of(_context: Context, groups: Groups) -> Moment | None:
    """In den 1990er Jahren: 199X."""
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
    number = _number(groups, "c")
    return Moment(f"{number - 1:02d}XX", False, exact_year=True) if number and number <= 22 else None


def open_of(_context: Context, _groups: Groups) -> Moment | None:
    """bis auf Weiteres, noch kein Termin."""
    return Moment("", False, "open")


def denied_of(_context: Context, _groups: Groups) -> Moment | None:
    """kein konkretes Datum."""
    return Moment("", False, "denied")


BUILDERS: dict[str, Callable[[Context, Groups], Moment | None]] = {
    "date": date_of,
    "days": days_of,
    "weekday": weekday_of,
    "deictic": deictic_of,
    "night_to": night_to_of,
    "last_night": last_night_of,
    "this_part": this_part_of,
    "month": month_of,
    "months": months_of,
    "part_of": part_of,
    "relative": relative_of,
    "offset": offset_of,
    "discourse": discourse_of,
    "part": daypart_of,
    "clock": clock_of,
    "quarter": quarter_of,
    "half": half_of,
    "season": season_of,
    "weekend": weekend_of,
    "holiday": holiday_of,
    "year": year_of,
    "decade": decade_of,
    "century": century_of,
    "open": open_of,
    "denied": denied_of,
}
