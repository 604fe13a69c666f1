"""Everyday opposites said by two voices in two articles, and the same words about something else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

TABLE = tomllib.loads((Path(__file__).parent / "everyday.toml").read_text(encoding="utf-8"))
SHOWN = (Level.CONFLICT, Level.SHIFT, Level.UPDATE)


def shown(folder: Path, first: str, second: str) -> bool:
    said = ((7, first, "mayor Hilda Brank said on Monday"), (8, second, "union leader Tom Arkwell said on Tuesday"))
    for day, claim, voice in said:
        head = f"Title: News from Tolmere\nPublished: 2026-09-0{day}\nPublisher: Paper {day}\n\n"
        (folder / f"{day}.txt").write_text(f"{head}{claim}, {voice} in Tolmere.\n", encoding="utf-8")
    return any(conflict.level in SHOWN for conflict in analyse(read([str(folder)])).conflicts)


@pytest.mark.parametrize(("first", "second"), TABLE["clash"])
def test_what_cannot_both_be_true_is_shown(tmp_path: Path, first: str, second: str) -> None:
    assert shown(tmp_path, first, second)


@pytest.mark.parametrize(("first", "second"), TABLE["apart"])
def test_the_same_words_about_another_thing_are_not(tmp_path: Path, first: str, second: str) -> None:
    assert not shown(tmp_path, first, second)
