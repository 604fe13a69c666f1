"""Expressions of time against the project's own tables (tests/gold/times_*.csv).

A value with ``|`` has more than one right reading; ``none`` means that nothing is to be found; ``open`` and ``denied``
are kinds without a value.
"""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from claims.language.times import find_dates

GOLD = Path(__file__).parents[1] / "gold"
FLOOR = 0.95
FRESH_FLOOR = 0.93  # of rows written after the grammar, half of which nobody looked at to mend it
LATER = ("times_fresh", "times_news")


def kept(row: dict[str, str]) -> bool:
    """Half of the rows written later, by their content: kept for figures, the other half was read."""
    key = f"{row['sentence']}|{row['expression']}"
    return hashlib.blake2b(key.encode(), digest_size=4).digest()[0] % 2 == 0


def set_aside(row: dict[str, str]) -> bool:
    """A third of the rows, by their content: the grammar was never looked at against them while it was written."""
    key = f"{row['sentence']}|{row['expression']}"
    return hashlib.blake2b(key.encode(), digest_size=4).digest()[0] % 3 == 0


def rows(language: str, table: str = "times") -> list[dict[str, str]]:
    with (GOLD / f"{table}_{language}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(row: dict[str, str], language: str) -> bool:
    start = row["sentence"].index(row["expression"])
    end = start + len(row["expression"])
    found = [
        expression.kind if expression.kind in ("open", "denied") else expression.value
        for expression in find_dates(row["sentence"], anchor=row["anchor"], language=language)
        if expression.span.start < end and expression.span.end > start
    ]
    wanted = row["value"].split("|")
    return (len(found) == 1 and found[0] in wanted) or (not found and "none" in wanted)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("aside", [True, False], ids=["set aside", "tuned on"])
def test_the_table_is_read_right(language: str, aside: bool) -> None:
    chosen = [row for row in rows(language) if set_aside(row) == aside]
    right = sum(is_right(row, language) for row in chosen)
    assert right / len(chosen) >= FLOOR


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("half", [True, False], ids=["kept", "read"])
def test_rows_written_later_are_read_right(language: str, half: bool) -> None:
    chosen = [row for table in LATER for row in rows(language, table) if kept(row) == half]
    right = sum(is_right(row, language) for row in chosen)
    assert right / len(chosen) >= FRESH_FLOOR


def test_without_an_anchor_a_weekday_keeps_its_words_and_has_no_value() -> None:
    (found,) = find_dates("Das sagte sie am Freitag.", language="de")
    assert (found.text, found.value, found.weekday) == ("am Freitag", "", 4)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("anchor", ["", "2025", "2024-02-29", "0001-01-01", "9999-12-31", "0001", "9999"])
def test_every_expression_is_read_against_any_anchor(anchor: str, language: str) -> None:
    for row in rows(language):
        for found in find_dates(row["sentence"], anchor=anchor, language=language):
            assert found.value is not None


def test_counted_days_of_a_month_without_a_year_have_no_value() -> None:
    assert find_dates("Am ersten Montag im März wird gewählt.", language="de") == []


def test_a_day_without_a_year_and_anchor_leaves_the_year_open() -> None:
    (found,) = find_dates("Das Treffen finde am 30. Oktober statt.", language="de")
    assert found.value == "XXXX-10-30"


@pytest.mark.parametrize(
    ("text", "language", "value", "time"),
    [
        ("Die Waffenruhe trat am Freitag um 4 Uhr MESZ in Kraft.", "de", "2025-07-11", "04:00 CEST"),
        ("The truce took effect on Friday at 4:30 p.m. GMT.", "en", "2025-07-11", "16:30 UTC"),
        ("The truce took effect at 4 a.m. local time.", "en", "2025-07-11", "04:00 local"),
        ("Am Donnerstagabend fiel der Strom aus.", "de", "2025-07-10", "evening"),
    ],
)
def test_the_time_of_day_is_kept(text: str, language: str, value: str, time: str) -> None:
    (found,) = find_dates(text, anchor="2025-07-11", language=language)
    assert (found.value, found.time) == (value, time)


@pytest.mark.parametrize(
    "text",
    [
        "Jeden Freitag marschieren sie.",
        "Freitags ist frei.",
        "Das war in der Sendung Heute.",
        "Das sagte sie der „Welt am Sonntag“.",
        "Er las Bild am Sonntag.",
        "Frau Freitag geht.",
    ],
)
def test_habits_and_names_are_no_dates(text: str) -> None:
    assert find_dates(text, anchor="2025-07-11", language="de") == []


def test_the_order_of_numeric_dates_is_told_by_another_one_in_the_text() -> None:
    alone = find_dates("It was signed on 04/07/2025.", language="en")
    told = find_dates("It was signed on 04/07/2025 and lapsed on 30/07/2025.", language="en")
    assert alone[0].value == "2025-04-07"
    assert told[0].value == "2025-07-04"


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The vote is next Thursday.", "en", "2026-03-19"),  # said on a Wednesday: not tomorrow
        ("The vote is next Friday.", "en", "2026-03-13"),
        ("It was shut on the 9th of this month.", "en", "2026-03-09"),
        ("Prices fell over the past decade.", "en", "2016/2026"),
        ("In a March 2016 meeting they agreed.", "en", "2016-03"),
        ("Its November figures were bad.", "en", "2025-11"),
        ("They reported the fault in March 2025. It was put in writing on 14 March.", "en", "2025-03-14"),
        ("In der vergangenen Nacht fiel kein Schuss.", "de", "2026-03-10/2026-03-11"),
        ("Vor Weihnachten war davon keine Rede.", "de", "../2025-12-25"),
        ("Vor Herbst werde davon keine Rede sein.", "de", "2026-23/.."),
        ("Der Zug startet am Freitag.", "de", "2026-03-13"),
        ("Sie seien am Freitag gegangen.", "de", "2026-03-06"),
        ("Die Proben seien Ende Januar auffällig gewesen.", "de", "2026-01-21~/2026-01-31~"),
    ],
)
def test_news_diction(text: str, language: str, value: str) -> None:
    assert find_dates(text, anchor="2026-03-11", language=language)[-1].value == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The May government fell apart.", "en"),
        ("He covered 80 kilometres in four days.", "en"),
        ("Im Mariä-Himmelfahrt-Waisenhaus war es still.", "de"),
    ],
)
def test_names_and_durations_are_no_dates(text: str, language: str) -> None:
    assert find_dates(text, anchor="2026-03-11", language=language) == []
