"""One fact in two wordings with one value or two, and what only looks like the same fact, from reading to conflict."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

FACTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "values.toml").read_text(encoding="utf-8"))[
    "facts"
]
STEP = 4  # every fourth pair, so that each wording meets others
FRAMES = {
    "de": (
        "Polizeisprecherin Ute Harms",
        "Gewerkschaftschef Jonas Kreuder",
        'Berlin, 3. März 2026 (xyz) – {scene} "{said}", sagte {speaker} am Dienstag.',
    ),
    "en": (
        "police spokeswoman Anna Harms",
        "union leader Jonas Creuder",
        'BERLIN, March 3, 2026 (XYZ) - {scene} "{said}," {speaker} said on Tuesday.',
    ),
}


class Pair(NamedTuple):
    """Two sentences of one scene and what they are to each other: ``two`` values, ``same`` value, ``near``."""

    fact: dict[str, Any]
    want: str
    one: str
    other: str


def told(wording: str, fact: dict[str, Any], which: int) -> str:
    """The wording with the value ``which``."""
    forms = wording.lstrip("<").split("|")
    text, value = forms[min(which, len(forms) - 1)], fact["values"][which]
    filled = text.format(
        n=value,
        N=value[:1].upper() + value[1:],
        d=fact.get("dative", fact["values"])[which],
        a=fact.get("accusative", fact["values"])[which],
    )
    return filled[:1].upper() + filled[1:]


def pairs() -> Iterator[Pair]:
    """All pairs that the table gives."""
    for fact in FACTS:
        for one, other in combinations_with_replacement(fact["say"], 2):
            yield Pair(fact, "two", told(one, fact, 0), told(other, fact, 1))
            if one != other:
                yield Pair(fact, "same", told(one, fact, 0), told(other, fact, 0))
        for one in fact["say"]:
            for near in fact["near"]:
                first = 1 if near.startswith("<") else 0
                yield Pair(fact, "near", told(one, fact, first), told(near, fact, 1 - first))


def shown(pair: Pair, folder: Path) -> bool:
    """Whether the two, each in an article of its own, are shown as a conflict."""
    first, second, frame = FRAMES[pair.fact["language"]]
    paths = []
    for number, (said, speaker) in enumerate(((pair.one, first), (pair.other, second))):
        path = folder / f"{number}.txt"
        path.write_text(frame.format(scene=pair.fact["scene"], said=said, speaker=speaker), encoding="utf-8")
        paths.append(str(path))
    return any(conflict.level in (Level.CONFLICT, Level.SHIFT) for conflict in analyse(read(paths)).conflicts)


@pytest.mark.parametrize(("language", "two", "same", "near"), [("de", 0.7, 0.01, 0.085), ("en", 0.72, 0.01, 0.19)])
def test_two_values_clash_and_one_does_not(language: str, two: float, same: float, near: float, tmp_path: Path) -> None:
    told_of: Counter[str] = Counter()
    clashing: Counter[str] = Counter()
    for pair in [item for item in pairs() if item.fact["language"] == language][::STEP]:
        told_of[pair.want] += 1
        clashing[pair.want] += shown(pair, tmp_path)
    share = {want: clashing[want] / told_of[want] for want in told_of}
    assert sum(told_of.values()) > 100
    assert share["two"] >= two, share
    assert share["same"] <= same, share
    assert share["near"] <= near, share
