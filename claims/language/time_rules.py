"""Which builder reads which rule of ``times.toml``."""

from __future__ import annotations

from collections.abc import Callable

from claims.language import days, distances, named_days, parts, running_years, stretches, told
from claims.language.moments import Context, Groups, Moment

BUILDERS: dict[str, Callable[[Context, Groups], Moment | None]] = {
    "date": days.date_of,
    "day_alone": days.day_alone_of,
    "days": days.days_of,
    "three_days": days.days_of,
    "counted": days.counted_of,
    "weekday": days.weekday_of,
    "deictic": days.deictic_of,
    "night_to": days.night_to_of,
    "last_night": days.last_night_of,
    "night_before": days.night_before_of,
    "this_part": days.this_part_of,
    "month": stretches.month_of,
    "month_attribute": stretches.month_of,
    "months": stretches.months_of,
    "part_of": stretches.part_of,
    "relative": distances.relative_of,
    "new_year": parts.new_year_of,
    "first_units": parts.first_units_of,
    "month_half": parts.month_half_of,
    "month_week": parts.month_week_of,
    "month_day": parts.month_day_of,
    "months_to": parts.months_to_of,
    "school_year": parts.school_year_of,
    "running_season": running_years.running_season_of,
    "financial_year": running_years.financial_year_of,
    "full_year": running_years.full_year_of,
    "week_at": parts.week_at_of,
    "week_number": parts.week_number_of,
    "offset": distances.offset_of,
    "discourse": days.discourse_of,
    "told": told.told_of,
    "event": told.event_of,
    "part": days.daypart_of,
    "clock": days.clock_of,
    "quarter": stretches.quarter_of,
    "half": stretches.half_of,
    "season": stretches.season_of,
    "weekend": days.weekend_of,
    "holiday": named_days.holiday_of,
    "holiday_beside": named_days.holiday_beside_of,
    "holiday_night": named_days.holiday_night_of,
    "year": stretches.year_of,
    "years": stretches.years_of,
    "that_year": stretches.that_year_of,
    "decade": stretches.decade_of,
    "century": stretches.century_of,
    "open": stretches.open_of,
    "denied": stretches.denied_of,
}
