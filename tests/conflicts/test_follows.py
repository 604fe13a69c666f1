"""Words of two axes that say the same, words that deny by their form, and a time that lasts until now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.conflicts.follows import table
from claims.errors import LexiconError
from claims.language.lexicon import load
from claims.topics.lexicon import lexicon
from tests.conflicts.test_other_deeds import clash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("die Siedler hätten das Tal freiwillig verlassen", "man habe die Siedler hinausgeworfen"),
        ("die Firma schulde den Pflückern zwei Monatslöhne", "alle Löhne seien gezahlt worden"),
        ("das Wohnheim sei unbewohnbar", "das Wohnheim sei in einem guten Zustand"),
        ("die Schweißnaht sei fehlerfrei gewesen", "bei der Schweißnaht seien Fehler gemacht worden"),
        ("man habe den Acker seit März nicht gespritzt", "man habe den Acker noch am Freitag gespritzt"),
    ],
)
def test_words_of_one_matter_meet_across_axes(one: str, other: str, tmp_path: Path) -> None:
    assert clash(one, other, tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("die Siedler hätten das Tal freiwillig verlassen", "die Siedler seien aus freien Stücken gegangen"),
        ("das Wohnheim sei unbewohnbar", "das Rathaus sei in einem guten Zustand"),
        ("die Kisten seien unverkauft", "das Gasthaus sei verkauft worden"),
        ("vor dem 3. Mai werde nicht gespritzt", "im Mai werde gespritzt"),
    ],
)
def test_what_is_said_of_other_things_stays_silent(one: str, other: str, tmp_path: Path) -> None:
    assert not clash(one, other, tmp_path)


def test_every_axis_of_the_table_is_in_the_data() -> None:
    named = {name for pole, taken in table().items() for name, _ in (pole, *taken) if name.startswith("axis:")}
    assert {name.removeprefix("axis:") for name in named} <= lexicon("de").axes.keys() & lexicon("en").axes.keys()


@pytest.fixture
def own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's table, which is read in the test alone."""
    monkeypatch.setenv("CLAIMS_DATA", str(tmp_path))
    for kept in (load, table):
        kept.cache_clear()
    yield tmp_path / "follows.toml"
    for kept in (load, table):
        kept.cache_clear()


def test_a_users_table_is_laid_over(own_table: Path) -> None:
    own_table.write_text('[follows]\n"axis:sold_out +" = ["axis:open -"]\n', encoding="utf-8")
    assert table()["axis:sold_out", 1] == (("axis:open", -1),)
    assert len(table()) > 1


def test_a_pole_without_its_sign_is_named(own_table: Path) -> None:
    own_table.write_text('[follows]\n"axis:sold_out" = ["axis:open -"]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"follows\.toml.*axis:sold_out.*correct that entry"):
        table()
