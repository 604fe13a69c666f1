"""The whole pipeline against gold: no figure leaves its bounds in tests/gold/floors.toml.

Each floor holds for one state of the gold, named by its digest. When the gold changes, the digest tells, and the
floors are to be set anew from ``python -m tests.benchmarks.own SPLIT``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from tests.benchmarks.gold import FOLDER, digest
from tests.benchmarks.matching import Figure
from tests.benchmarks.own import bench_folder, main, material, measured

FLOORS: dict[str, Any] = tomllib.loads((FOLDER / "floors.toml").read_text(encoding="utf-8"))


def amount(figure: Figure) -> float:
    """The figure as a number; of a count like 7/9, the seven."""
    return float(figure.partition("/")[0]) if isinstance(figure, str) else float(figure)


def fallen(figures: Mapping[str, Figure], pinned: Mapping[str, Any]) -> list[str]:
    """One line for each figure that is below its floor or above its ceiling."""
    below = [f"{k} {figures[k]} < {v}" for k, v in pinned["floors"].items() if amount(figures[k]) < v]
    above = [f"{k} {figures[k]} > {v}" for k, v in pinned["ceilings"].items() if amount(figures[k]) > v]
    return below + above


@pytest.mark.parametrize("split", ["dev", "test"])
def test_own_gold(split: str) -> None:
    now = digest(material(split)[0])
    assert FLOORS[split]["digest"] == now, f"the gold of {split} changed: set its floors anew and pin digest {now}"
    assert fallen(measured(split).figures, FLOORS[split]) == []


@pytest.mark.benchmark
@pytest.mark.skipif(bench_folder() is None, reason="CLAIMS_BENCH names no folder with gold/seeds.json")
def test_real_articles() -> None:
    now = digest(material("real")[0])
    assert FLOORS["real"]["digest"] == now, f"the gold of the real articles changed: pin digest {now}"
    assert fallen(measured("real").figures, FLOORS["real"]) == []


def test_a_figure_below_its_floor_and_one_above_its_ceiling_are_named() -> None:
    pinned = {"floors": {"recall": 0.8, "together": 8}, "ceilings": {"false": 0}}
    assert fallen({"recall": 0.8, "together": "8/9", "false": 0}, pinned) == []
    assert len(fallen({"recall": 0.79, "together": "7/9", "false": 1}, pinned)) == 3


def test_the_misses_of_what_is_set_aside_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "--misses"]) == 2
    assert "refused" in capsys.readouterr().err
