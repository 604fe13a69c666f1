"""Floors on the public quotation sets: a change that loses accuracy is seen. Skipped without the data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.benchmarks import quotation_scorer as scorer
from tests.benchmarks.quotations import run, scored

BENCH = Path(os.environ.get("CLAIMS_BENCH", "")) / "bench"
FLOORS = {  # F1, somewhat below what was measured
    ("wikinews_de/dev", "de"): {"official_content": 0.785, "official_joint": 0.74, "joint_head": 0.69},
    ("polnear_en/dev", "en"): {"official_content": 0.63, "official_joint": 0.615, "joint_head": 0.57},
}


@pytest.mark.benchmark
@pytest.mark.skipif(not os.environ.get("CLAIMS_BENCH"), reason="CLAIMS_BENCH names no folder")
@pytest.mark.parametrize(("folder", "language"), FLOORS)
def test_quotations_stay_above_the_floor(folder: str, language: str) -> None:
    if not (BENCH / folder).is_dir():
        pytest.skip(f"{folder} is not there")
    docs = scorer.load(BENCH / folder)
    figures, _ = scored(docs, list(run(BENCH / folder, language)))
    reached = {name: figures[name]["f1"] for name in FLOORS[folder, language]}
    assert all(reached[name] >= floor for name, floor in FLOORS[folder, language].items()), reached
