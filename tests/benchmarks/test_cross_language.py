"""Conflicts between a German and an English article: the gold is sound, and no figure falls below its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.cross_language import FILES, gold_of, half_of, main, measured, stories, written_to
from tests.benchmarks.gold import problems

FLOORS = {"read": (0.80, 0.91), "more": (0.53, 0.83), "kept": (0.69, 0.95)}  # recall, precision


@pytest.mark.parametrize("half", FILES)
def test_the_gold_is_sound(half: str, tmp_path: Path) -> None:
    for story in stories(half):
        assert (half_of(story["name"]) == "kept") == (half == "kept")
        assert problems(gold_of(story), written_to(story, tmp_path)) == []


def test_there_is_enough_of_it() -> None:
    both = [story for half in FILES for story in stories(half)]
    assert sum(len(story["clash"]) for story in both) >= 80
    assert sum(len(story["apart"]) for story in both) >= 40


@pytest.mark.parametrize("half", FILES)
def test_conflicts_across_languages(half: str) -> None:
    result, (recall, precision) = measured(half), FLOORS[half]
    assert result.recall >= recall
    assert result.precision >= precision


def test_the_misses_of_the_half_kept_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kept", "--misses"]) == 2
    assert "refused" in capsys.readouterr().err
