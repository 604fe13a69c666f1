"""Opposites and look-alikes from the table of pairs, through ``compare``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.benchmarks.pairs import Figures, Pair, figures, ours

TABLE = tomllib.loads((Path(__file__).parent / "axis_pairs.toml").read_text(encoding="utf-8"))


def pairs(half: str) -> list[Pair]:
    return [
        Pair(a, b, language, clash, "conflict", half)
        for language in ("de", "en")
        for a, b, clash in TABLE[half][language]
    ]


def measured(half: str) -> Figures:
    return figures(pairs(half), ours)


def test_the_table_holds_both_kinds_in_both_languages() -> None:
    for half in ("first", "after"):
        for language in ("de", "en"):
            clashing = sum(clash for _, _, clash in TABLE[half][language])
            assert 0 < clashing < len(TABLE[half][language])


def test_precision_and_recall_of_the_pairs_written_beside_the_lists() -> None:
    got = measured("first")
    assert got.precision >= 0.85
    assert got.recall >= 0.8


def test_precision_and_recall_of_the_pairs_written_after_the_lists() -> None:
    got = measured("after")
    assert got.precision >= 0.9
    assert got.recall >= 0.5
