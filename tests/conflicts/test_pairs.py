"""Floors on the own claim pairs: the half that no rule was made on, beside the baselines."""

from __future__ import annotations

from tests.benchmarks.pairs import BASELINES, figures, half_of, ours, own_pairs

HALVES = ["aside", "tune", "tune", "aside", "tune", "tune", "tune", "tune"]
ASIDE = [pair for pair in own_pairs() if pair.half == "aside"]


def test_the_pairs_are_enough_in_both_languages_and_of_both_kinds() -> None:
    pairs = own_pairs()
    assert sum(pair.language == "de" for pair in pairs) >= 150
    assert sum(pair.language == "en" for pair in pairs) >= 80
    assert 0.3 < sum(pair.clash for pair in pairs) / len(pairs) < 0.7


def test_precision_and_recall_on_the_half_set_aside() -> None:
    got = figures(ASIDE, ours)
    assert got.precision >= 0.85
    assert got.recall >= 0.88


def test_better_than_every_baseline() -> None:
    best = max(
        figures(ASIDE, judge).f1 for name, judge in BASELINES.items() if judge is not ours and name != "this tool"
    )
    assert figures(ASIDE, ours).f1 > best + 0.1


def test_halves_depend_on_the_id_alone() -> None:
    assert [half_of(str(number)) for number in range(8)] == HALVES
    assert {half_of(str(number)) for number in range(20)} == {"tune", "aside"}
