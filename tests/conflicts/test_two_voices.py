"""Short articles in which a second voice contradicts the first, or does not, from reading to conflict."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

TABLES = tomllib.loads((Path(__file__).parent / "two_voices.toml").read_text(encoding="utf-8"))


class Seen(NamedTuple):
    """How many clashes are shown and how many are not, and the texts that show one without having it."""

    found: int
    missed: list[str]
    false: list[str]


def seen(rows: list[dict[str, str]], folder: Path) -> Seen:
    """Each text as an article of its own, read and analysed."""
    found, missed, false = 0, [], []
    for number, row in enumerate(rows):
        path = folder / f"{number}.txt"
        path.write_text(f"Published: 2026-02-10\n\n{row['text']}", encoding="utf-8")
        shown = any(conflict.level != Level.CHECK for conflict in analyse(read([str(path)])).conflicts)
        found += bool(row["clash"]) and shown
        if row["clash"] and not shown:
            missed.append(row["text"])
        if shown and not row["clash"]:
            false.append(row["text"])
    return Seen(found, missed, false)


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("first", 37),
        ("own_office", 2),
        ("deadlines", 6),
        ("kept_or_gone", 6),
        ("knowing", 3),
        ("open_cause", 6),
        ("quantified", 8),
        ("second", 30),
        ("denials", 8),
        ("figures", 6),
        ("clocks", 4),
        ("retold", 2),
        ("bounded", 3),
        ("ruled_out", 4),
        ("families", 8),
        ("everyday", 6),
        ("disputes", 55),
        ("sums", 7),
        ("posts", 7),
        ("structure", 14),
        ("aimed", 2),
        ("stances", 9),
    ],
)
def test_most_clashes_are_shown_and_no_other(table: str, least: int, tmp_path: Path) -> None:
    got = seen(TABLES[table], tmp_path)
    assert got.false == []
    assert got.found >= least, got.missed
