"""Times that count from what was told before: the previous summer, im Mai darauf, a week before the fire."""

from __future__ import annotations

from claims.language import calendar
from claims.language.moments import Context, Groups, Moment, away, bound_number


def told_of(context: Context, groups: Groups) -> Moment | None:
    """The season or month next to the day or year told last in the paragraph, else next to the anchor.

    The previous summer, im folgenden Frühjahr, im Mai darauf.
    """
    shift = int(groups["shift"])
    if "u" in groups:
        base = context.last_day
        inner = Context(base.isoformat() if base else "", context.tense, None, context.american, context.order)
        value = (
            ""
            if base is None
            else calendar.week_of(base, shift)
            if groups["u"] == "week"
            else away(inner, groups["u"], shift)
        )
        return Moment(value, by_distance=True) if value else None
    month = bound_number(groups, "m")
    season = None if month else int(groups["s"])
    start = month or calendar.season_start(season or 0)
    year = _year_beside(context, start, shift)
    if year is None:
        return Moment("")
    return Moment(calendar.month_value(year, month) if month else f"{year:04d}-{season}", by_distance=True)


def _year_beside(context: Context, start: int, shift: int) -> int | None:
    """The year in which the stretch that begins in month ``start`` comes last before, or first after, what was told."""
    year = context.told_year if shift else context.that_year
    if context.last_day is None and year is not None and year != context.year:
        return year + shift
    near = context.last_day or context.near
    if near is None:
        return None
    if shift == 0:
        return near.year
    if shift > 0:
        return near.year + (start <= near.month)
    return near.year - (start + 2 >= near.month)


_LATE = ("evening", "night")


def event_of(_context: Context, groups: Groups) -> Moment | None:
    """A time that only an event tells: ``event`` says how far it is from it, in a unit; the day itself is 0."""
    unit = groups.get("u", "day")
    if "same" in groups:
        return Moment("", kind="event", event="same")
    if "vague" in groups:
        # "in the weeks before the fire": up to it
        return Moment("", kind="event", event="until" if int(groups["shift"]) < 0 else "since")
    if "edge" in groups:
        return Moment("", kind="event", event="since named")  # "seit Beginn des Versuchs"
    count = bound_number(groups, "n", "n2") or 0
    if "part" in groups and (int(groups["shift"]) < 0 or groups["part"] not in _LATE):
        count = 1  # "am Abend vor dem Test"; the evening after a match is of its day
    return Moment("", kind="event", event=f"{unit} {count * int(groups.get('shift', '0'))}")
