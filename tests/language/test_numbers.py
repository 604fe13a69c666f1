"""Numbers as written and as spoken."""

from __future__ import annotations

import pytest

from claims.language.numbers import parse_figure
from claims.language.quantity_words import words_of


@pytest.mark.parametrize(
    ("raw", "german", "english"),
    [
        ("31.000", 31000, 31.0),
        ("31,000", 31.0, 31000),
        ("1,5", 1.5, 1.5),
        ("1.5", 1.5, 1.5),
        ("1.234.567,8", 1234567.8, None),
        ("1,234,567.8", None, 1234567.8),
        ("11 000", 11000, 11000),
        ("3:1", None, None),
        ("1.2.3", None, None),
    ],
)
def test_both_notations(raw: str, german: float | None, english: float | None) -> None:
    assert parse_figure(raw, ",", ".") == german
    assert parse_figure(raw, ".", ",") == english


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zweihundertvierundzwanzig", 224),
        ("dreizehn", 13),
        ("einundzwanzig", 21),
        ("neunzigtausend", 90000),
        ("tausendzweihundert", 1200),
        ("fünfhunderttausend", 500000),
        ("hundertschaft", None),
        ("jahrzehnt", None),
        ("einundhundert", None),
    ],
)
def test_german_number_words_written_as_one(word: str, value: int | None) -> None:
    assert words_of("de").compounds.parse(word) == value
