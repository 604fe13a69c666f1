"""A deed told in one article and denied in another, by its verb and by its noun, in many combinations.

Two articles that tell it, and two that deny it, say one thing.
"""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

TABLE = tomllib.loads((Path(__file__).parent / "light_verbs.toml").read_text(encoding="utf-8"))
STEP = 7  # every seventh combination, so that each deed and each wording meets most others
MISSED = {"de": 3, "en": 7}  # clashes that are not shown, as reached
ALARMS = {"de": 0, "en": 0}  # pairs that say one thing and are shown


def clash(language: str, one: str, other: str, folder: Path) -> bool:
    """Whether the two, each in an article of its own, are shown as a conflict."""
    paths = []
    for number, (frame, said) in enumerate(zip(TABLE[language]["articles"], (one, other), strict=True)):
        path = folder / f"{number}.txt"
        path.write_text(frame.format(c=said, C=said[:1].upper() + said[1:]) + "\n", encoding="utf-8")
        paths.append(str(path))
    return any(found.level is not Level.CHECK for found in analyse(read(paths)).conflicts)


def wordings(language: str, names: tuple[str, str]) -> list[tuple[str, str]]:
    """Every :data:`STEP`-th combination of a deed in two of these wordings, which are not the same."""
    table = TABLE[language]
    deeds = [dict(zip(table["keys"], deed, strict=True)) for deed in table["deeds"]]
    made = [(one.format(**deed), two.format(**deed)) for one, two, deed in product(*(table[n] for n in names), deeds)]
    return [pair for pair in made[::STEP] if pair[0] != pair[1]]


@pytest.mark.parametrize("language", ["de", "en"])
def test_told_and_denied(language: str, tmp_path: Path) -> None:
    missed = [pair for pair in wordings(language, ("told", "denied")) if not clash(language, *pair, tmp_path)]
    assert len(missed) <= MISSED[language], missed


@pytest.mark.parametrize("language", ["de", "en"])
def test_told_twice_and_denied_twice(language: str, tmp_path: Path) -> None:
    same = [*wordings(language, ("told", "told")), *wordings(language, ("denied", "denied"))]
    alarms = [pair for pair in same if clash(language, *pair, tmp_path)]
    assert len(alarms) <= ALARMS[language], alarms
