"""Builders of days: calendar dates, weekdays, heute, am Vortag, um 14.30 Uhr."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.language import calendar
from claims.language.moments import (
    Context,
    Groups,
    Moment,
    away,
    bound_number,
    bound_year,
    nearest_day,
    shifted_day,
)

IDIOMATIC_DAYS = {8: 1, 14: 2, 15: 2}  # "Samstag in acht Tagen" is a week on: the weekday says so
WEEK = 7
SAME_PLAN = 31  # days ahead of the report, more than a week, to which "Friday" may be the one after a day just told
FRESH = 7  # days: "am Abend" belongs to an older day only if the words say so
_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{2,4})?")


def date_of(context: Context, groups: Groups) -> Moment | None:
    """A calendar day: 3. Oktober 1998, October 3, 30.10., 2025-10-30."""
    part = groups.get("part", "")
    if "iso" in groups:
        return Moment(groups["iso"], False, exact_year=True) if calendar.parse_day(groups["iso"]) else None
    for name in ("dotted", "slashed"):
        if name in groups:
            return _numeric(context, groups[name], part, slashed=name == "slashed")
    day, month = bound_number(groups, "d", "o"), bound_number(groups, "m")
    if "of" in groups and day is not None:
        return _day_of_month_away(context, day, int(groups["of"]))
    if day is None or month is None or calendar.make_day(2000, month, day) is None:
        return None
    year = bound_year(context, groups)
    if year is not None:
        found = calendar.make_day(year, month, day)
        return Moment(found.isoformat(), "ym" in groups, time=part, exact_year=True) if found else None
    if "w" in groups and context.near:
        # the year in which the day is that weekday
        near = context.near
        days = [calendar.make_day(near.year + by, month, day) for by in (0, -1, 1)]
        fitting = [found for found in days if found and found.weekday() == int(groups["w"])]
        if fitting:
            return Moment(min(fitting, key=lambda found: abs((found - near).days)).isoformat(), time=part)
    return Moment(nearest_day(context, month, day, context.tense()), time=part)


def _day_of_month_away(context: Context, day: int, months: int) -> Moment | None:
    """The 9th of this month."""
    if context.year is None or context.month is None:
        return Moment("")
    found = calendar.make_day(*calendar.shift_month(context.year, context.month, months), day)
    return Moment(found.isoformat()) if found else None


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


def day_alone_of(context: Context, groups: Groups) -> Moment | None:
    """On the 24th: the nearest one to the day told last, else to the day of the text, by the tense of the clause."""
    number, near = bound_number(groups, "o", "o2"), context.last_day or context.day
    if number is None or near is None:
        return None
    found: list[date] = []
    for by in (-1, 0, 1):
        day = calendar.make_day(*calendar.shift_month(near.year, near.month, by), number)
        if day is not None:
            found.append(day)
    tense = context.tense()
    anchor = context.day or near
    kept = [day for day in found if (tense != "future" or day >= anchor) and (tense != "past" or day <= anchor)]
    return Moment(min(kept or found, key=lambda day: abs((day - near).days)).isoformat()) if found else None


def days_of(context: Context, groups: Groups) -> Moment | None:
    """A stretch of days in one month: 3. bis 7. September."""
    first, last, month = bound_number(groups, "d", "od"), bound_number(groups, "e", "oe"), bound_number(groups, "m")
    if first is None or last is None or month is None or last <= first:
        return None
    if calendar.make_day(2000, month, first) is None or calendar.make_day(2000, month, last) is None:
        return None
    year = bound_year(context, groups)
    start = f"{year:04d}-{month:02d}-{first:02d}" if year else nearest_day(context, month, first, context.tense())
    return Moment(f"{start}/{start[:8]}{last:02d}", year is None, "range", exact_year=year is not None)


def counted_of(context: Context, groups: Groups) -> Moment | None:
    """Montag in einer Woche, a week ago Tuesday, Friday week, heute vor zehn Jahren: counted from a named day."""
    day = context.day
    if day is None:
        return Moment(context.coarse(), weekday=int(groups["w"]) if "w" in groups else None)
    back = "ago" in groups
    count = bound_number(groups, "n", "n2") or 0
    unit = groups.get("u") or groups.get("ahead") or "week"
    if "w" in groups:
        if unit == "day" and count in IDIOMATIC_DAYS:
            unit, count = "week", IDIOMATIC_DAYS[count]
        step = (day.weekday() - int(groups["w"])) % 7
        base = day - timedelta(days=step) if back else day + timedelta(days=-step % 7)
    else:
        base = day + timedelta(days=int(groups.get("d", groups.get("d2", "0"))))
    found = shifted_day(base, unit, -count if back else count)
    if found is None:
        return None
    vague = "d2" in groups and unit != "day"  # two weeks from now
    if vague and unit in ("year", "decade"):
        return Moment(f"{found.year:04d}")
    return Moment(found.isoformat() + ("~" if vague else ""), weekday=int(groups["w"]) if "w" in groups else None)


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
    if "told" in groups and context.last_day is not None:
        later = (weekday - context.last_day.weekday()) % WEEK
        closest = context.last_day + timedelta(days=later if 2 * later < WEEK else later - WEEK)
        return Moment(closest.isoformat(), time=part, weekday=weekday)
    back = (day.weekday() - weekday) % 7
    if mod is None and context.tense() == "future":
        # after "next Wednesday", Friday is the one that follows it
        near = context.last_day is not None and WEEK < (context.last_day - day).days <= SAME_PLAN
        base = max(day, context.last_day) if near and context.last_day else day
        found = base + timedelta(days=(weekday - base.weekday()) % 7)
    elif mod is None:
        ahead = context.tense() == "nearest" and 0 < (7 - back) < back
        found = day + timedelta(days=7 - back) if ahead else day - timedelta(days=back)
    elif int(mod) < 0:
        # "last Thursday" said on a Friday: of the day before one would not say "last"
        step = back + 7 if back <= 1 else back
        found = day - timedelta(days=step + 7 * (-int(mod) - 1))
    elif int(mod) == 0:
        found = day - timedelta(days=back) if context.tense() == "past" else day + timedelta(days=-back % 7)
    else:
        step = 7 - back  # 7 where it is the anchor's own weekday
        if mod == "+1" and step == 1:
            step += 7  # "next Wednesday" said on a Tuesday: of the day after one would say "tomorrow"
        found = day + timedelta(days=step + 7 * (int(mod) - 1))
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


def night_before_of(context: Context, groups: Groups) -> Moment | None:
    """Vergangene Nacht: from the day before to the day of the report."""
    if int(groups["mod"]) >= 0:
        return Moment(context.anchor, time="night")
    if context.day is None:
        return Moment(context.coarse(), time="night")
    return Moment(f"{(context.day - timedelta(days=1)).isoformat()}/{context.day.isoformat()}", time="night")


def this_part_of(context: Context, groups: Groups) -> Moment | None:
    """This morning."""
    return Moment(context.anchor, time=groups["part"])


def daypart_of(context: Context, groups: Groups) -> Moment | None:
    """am Abend: of the day of the report."""
    return Moment(_day_told_of(context), time=groups["part"])


def _day_told_of(context: Context) -> str:
    """The last day spoken of, where it is near the report; else the day of the report."""
    last = context.last_day
    if last is None or (context.day and abs((context.day - last).days) > FRESH):
        return context.anchor
    return last.isoformat()


def clock_of(context: Context, groups: Groups) -> Moment | None:
    """um 14.30 Uhr, at 2:30 p.m."""
    raw = _hour(groups)
    match = re.match(r"(\d{1,2})(?:[:.](\d{2}))?\s?([ap])?", raw)
    if match is None:
        return None
    hour = int(match.group(1))
    if hour > 24 or int(match.group(2) or 0) > 59:
        return None
    if match.group(3):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match.group(3) == "p" else 0)
    day = _day_told_of(context)
    zone = groups.get("zone") or groups.get("zone2") or groups.get("zone3") or ""
    return Moment(day, time=f"{hour:02d}:{match.group(2) or '00'} {zone}".strip(), kind="clock")


def _hour(groups: Groups) -> str:
    """The hour as "14:30", from 1430, "halb acht" or a number word."""
    if "four" in groups:
        return f"{groups['four'][:2]}:{groups['four'][2:]}" if len(groups["four"]) == 4 else ""
    if "half" in groups:
        return f"{(int(groups['half']) - 1) % 24}:30"
    return groups.get("clock") or groups.get("hour") or groups["hour2"]


def discourse_of(context: Context, groups: Groups) -> Moment | None:
    """am Vortag, zwei Tage später: counted from the last day spoken of, else from the anchor."""
    base = context.last_day or context.day
    if "beside" in groups:
        groups = {**groups, "shift": groups["beside"]}
    shift = int(groups.get("shift", groups.get("mod", "1" if "u" in groups else "0")))
    count = bound_number(groups, "n", "n2")
    if groups.get("u") == "year" and context.told_year is not None:
        return Moment(f"{context.told_year + shift * (count or 1):04d}")
    if "u" in groups:
        if groups["u"] != "day" and context.last_day is None:
            return None  # "drei Jahre später": after what, the text before says
        if shift < 0 and context.tense() == "future":
            return None  # "künftig zwei Wochen vorher zu verschicken": before what, nobody has told
        shift *= count or 1
        inner = Context(base.isoformat() if base else "", context.tense, None, context.american, context.order)
        # of days and weeks an event told further up may be meant, as below
        near = f"{groups['u']} {shift}" if groups["u"] in ("day", "week") else ""
        return Moment(away(inner, groups["u"], shift), event=near)
    if base is None:
        return Moment(context.coarse() if shift else context.anchor)
    # the day told last may be that of a saying, and an event told further up be meant
    return Moment((base + timedelta(days=shift)).isoformat(), time=groups.get("part", ""), event=f"day {shift}")


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
