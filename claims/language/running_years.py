"""Builders of years that have their own beginning: seasons of sport and of the stage, financial years.

In der Vorsaison, next season, in the previous financial year, im Gesamtjahr. A season lies in two calendar years; a
financial year does so where the text writes one so (2025/26).
"""

from __future__ import annotations

from claims.language.moments import Context, Groups, Moment
from claims.language.stretches import year_of

# months: from the first on a season runs; it is "the last one" from its end on, and the "next" one until it has begun
SEASON_STARTS, LAST_FROM, NEXT_UNTIL = 7, 6, 8
STILL_REPORTED = 4  # month up to which the full year that is told of is the last one
NO_SHIFT = "0"


def running_season_of(context: Context, groups: Groups) -> Moment | None:
    """The season of this sport that a word counts from the day of the text, or from the one told last."""
    if not {"y", "ys"}.isdisjoint(groups):
        return year_of(context, groups)
    if context.year is None or context.month is None:
        return Moment("")
    number, _, beside = groups["mod"].partition(" ")
    shift, told = int(number), context.told_year
    if beside and told is not None and told < context.year - 1:
        first = told + shift
    else:
        starts = LAST_FROM if shift < 0 else NEXT_UNTIL if shift > 0 else SEASON_STARTS
        first = context.year - (context.month < starts) + shift
    return Moment(f"{first:04d}/{first + 1:04d}", kind="range")


def financial_year_of(context: Context, groups: Groups) -> Moment | None:
    """A financial year beside the running one; two calendar years where the text writes its years so."""
    if not {"y", "ys"}.isdisjoint(groups):
        return year_of(context, groups)
    if context.year is None or context.month is None:
        return Moment("")
    shift = int(groups.get("mod", NO_SHIFT))
    starts = int(groups["starts"])
    if starts == 1 or not context.paired:
        return Moment(f"{context.year + shift:04d}", kind="range")
    first = context.year - (context.month < starts) + shift
    return Moment(f"{first:04d}/{first + 1:04d}", kind="range")


def full_year_of(context: Context, groups: Groups) -> Moment | None:
    """The whole of this year; soon after its end, where the clause looks back, of the last one."""
    if not {"y", "ys"}.isdisjoint(groups):
        return year_of(context, groups)
    if context.year is None or context.paired:
        return Moment("")
    over = context.month is not None and context.month <= STILL_REPORTED and context.tense() in ("past", "over")
    return Moment(f"{context.year - over:04d}", kind="range")
