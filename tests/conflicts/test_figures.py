"""Short articles whose figures, dates, parties or stages clash, or only look like it, from reading to conflict."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

TABLES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))
SHOWN = {"none": frozenset(), "clash": {Level.CONFLICT}, "later": {Level.SHIFT, Level.UPDATE}}


def levels(row: dict[str, Any], folder: Path) -> set[Level]:
    """The levels of what is found in the articles of one row, read and analysed together."""
    paths = []
    for number, (day, text) in enumerate(row["articles"]):
        path = folder / f"{number}.txt"
        path.write_text(f"Published: {day}\n\n{text}", encoding="utf-8")
        paths.append(str(path))
    return {conflict.level for conflict in analyse(read(paths)).conflicts} - {Level.CHECK}


@pytest.mark.parametrize(
    ("table", "least"),
    [("open", {"none": 78, "clash": 102, "later": 21}), ("aside", {"none": 6, "clash": 15, "later": 3})],
)
def test_most_figures_are_compared_as_a_reader_would(table: str, least: dict[str, int], tmp_path: Path) -> None:
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for number, row in enumerate(TABLES[table]):
        folder = tmp_path / str(number)
        folder.mkdir()
        got = levels(row, folder)
        wanted = SHOWN[row["want"]]
        if got & wanted if wanted else not got:
            right[row["want"]] += 1
        else:
            wrong.append(row["articles"][0][1])
    assert all(right[want] >= number for want, number in least.items()), (right, wrong)
