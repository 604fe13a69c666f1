"""Arithmetic of days."""

from __future__ import annotations

from datetime import date

import pytest

from claims.language import calendar


def test_impossible_days_are_none() -> None:
    assert calendar.parse_day("2025-02-30") is None
    assert calendar.parse_day("2025-02") is None
    assert calendar.make_day(2025, 4, 31) is None


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert calendar.shift_month(2025, 1, -1) == (2024, 12)
    assert calendar.shift_month(2025, 11, 14) == (2027, 1)


def test_a_week_is_monday_to_sunday() -> None:
    assert calendar.week_of(date(2025, 7, 11), -1) == "2025-06-30/2025-07-06"


@pytest.mark.parametrize(
    ("key", "year", "value"),
    [
        ("12-24", 2024, "2024-12-24"),
        ("DE:Easter Monday", 2025, "2025-04-21"),
        ("DE:Easter Monday:-1:0", 2025, "2025-04-20/2025-04-21"),
        ("DE:Pentecost Monday:10", 2025, "2025-06-19"),
        ("US:Thanksgiving Day", 2025, "2025-11-27"),
        ("DE:No Such Day", 2025, ""),
        ("DE:Easter Monday", 3000, ""),
    ],
)
def test_days_with_a_name(key: str, year: int, value: str) -> None:
    assert calendar.named_day(key, year) == value
