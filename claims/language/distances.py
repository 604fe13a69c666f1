"""Builders of times told by their distance: vor drei Tagen, seit anderthalb Jahren, vergangene Woche, next year."""

from __future__ import annotations

from claims.language import calendar
from claims.language.moments import Context, Groups, Moment, away, bound_number, halves_away


def relative_of(context: Context, groups: Groups) -> Moment | None:
    """vergangene Woche, next year, in den vergangenen drei Jahren."""
    if "hours" in groups:
        days, rest = divmod(int(groups["hours"]), 24)
        return None if rest else Moment(_stretch(context, "day", days, int(groups["last"])), kind="range")
    if "last" in groups:
        count = bound_number(groups, "n", "n2") or 1  # over the past decade
        return Moment(_stretch(context, groups["u"], count, int(groups["last"])), kind="range")
    if "after" in groups or "before" in groups:
        unit, by = (groups["after"], 2) if "after" in groups else (groups["before"], -2)
    elif "whole" in groups:
        unit, _, step = groups["whole"].partition(" ")
        by = int(step)
    else:
        unit, by = groups["u"], int(groups.get("mod", "0"))
    return Moment(_shifted(context, unit, by))


def _shifted(context: Context, unit: str, by: int) -> str:
    """The calendar unit ``by`` units on."""
    if context.year is None:
        return ""
    if unit == "year":
        return f"{context.year + by:04d}"
    if unit == "decade":
        return f"{(context.year // 10 + by):03d}X"
    if unit == "century":
        return f"{(context.year // 100 + by):02d}XX"
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


def _stretch(context: Context, unit: str, count: int, direction: int) -> str:
    far = away(context, unit, count * direction).rstrip("~")
    if not far:
        return ""
    near = context.anchor[: len(far)]
    return f"{far}/{near}" if direction < 0 else f"{near}/{far}"


def offset_of(context: Context, groups: Groups) -> Moment | None:
    """vor drei Tagen, in two weeks, binnen zwei Wochen, seit zwei Jahren."""
    count = bound_number(groups, "n", "n2")
    if "span" in groups:
        unit, _, number = groups["span"].partition(" ")
        groups, count = {**groups, "u": unit}, int(number)
    if "halves" in groups or "halves2" in groups:
        return _halves(context, groups, count or 0)
    if "hours" in groups:
        days, rest = divmod(bound_number(groups, "hours") or 0, 24)
        unit_of, count = ("u" if "within" in groups else "ahead"), days
        if rest or not days or context.tense() == "past":
            return None  # how long it takes
        groups = {**groups, unit_of: "day"}
    if "for" in groups or "for2" in groups:
        count = bound_number(groups, "for", "for2") or 0
        start = away(context, groups["u"], -count).rstrip("~")
        return Moment(f"{start}/.." if start else "", kind="since")
    if count is None or count > 2000:
        return None
    if "ahead" in groups:
        if context.tense() == "past" and groups["ahead"] != "day":
            return None  # "in drei Jahren wuchs": how long it took
        near, far = away(context, groups["ahead"], count), bound_number(groups, "k", "k2")
        if far is not None:
            end = away(context, groups["ahead"], far)
            return Moment(f"{near}/{end}", kind="range") if near and near < end else None
        return Moment(near)
    if "within" in groups:
        if context.tense() == "past":
            return None
        end = away(context, groups["u"], count).rstrip("~")
        return Moment(f"../{end}" if end else "", kind="until")
    value = away(context, groups["u"], -count)
    return Moment(value + "~" if groups.get("about") == "about" and value and value[-1] != "~" else value)


def _halves(context: Context, groups: Groups, whole: int) -> Moment | None:
    """vor anderthalb Jahren, half a year ago, in two and a half years."""
    halves = 2 * whole + int(groups.get("halves", groups.get("halves2", "0")))
    if "halves2" in groups:
        start = halves_away(context, groups["u"], -halves).rstrip("~")
        return Moment(f"{start}/..", kind="since") if start else None
    if "ahead" in groups:
        end = halves_away(context, groups["ahead"], halves)
        return Moment(end) if end and context.tense() != "past" else None
    if "within" in groups:
        end = halves_away(context, groups["u"], halves).rstrip("~")
        return Moment(f"../{end}", kind="until") if end and context.tense() != "past" else None
    value = halves_away(context, groups["u"], -halves)
    return Moment(value) if value else None
