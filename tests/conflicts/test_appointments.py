"""Two voices on one appointment: "agreed on 17 September" / "there was never a date", "put off" / "it stands".

Every phrase of the one state is held against every phrase of the other, each in an article of its own; every
:data:`STEP`-th of the pairs is analysed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

PHRASES = tomllib.loads(Path(__file__).with_name("appointments.toml").read_text(encoding="utf-8"))
STEP = 11
CLASHING = (("settled", "open"), ("open", "settled"), ("off", "on"), ("on", "off"))
AGREEING = (("settled", "on"), ("settled", "settled"), ("open", "open"), ("on", "on"))
CALLED_OFF, PUT_OFF = ("Absage", "cancellation"), ("verschoben", "vertagt", "postponed", "put off", "adjourned")


def told(language: str, article: int, phrase: str) -> str:
    return str(PHRASES[language]["articles"][article]).format(A=phrase)


def pairs(first: str, second: str, states: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """The two articles of every pair of phrases in these states; who denies a cancellation may know of a delay."""
    for one, other in states:
        for a, b in product(PHRASES[first][one], PHRASES[second][other]):
            both = f"{a} / {b}"
            if not (any(word in both for word in CALLED_OFF) and any(word in both for word in PUT_OFF)):
                yield told(first, 0, a), told(second, 1, b)


def shown(folder: Path, articles: tuple[str, str]) -> bool:
    """Whether a conflict or an update is shown between the two."""
    paths = [folder / "first.txt", folder / "second.txt"]
    for path, text in zip(paths, articles, strict=True):
        path.write_text(f"{text}\n", encoding="utf-8")
    return any(conflict.level != Level.CHECK for conflict in analyse(read([str(path) for path in paths])).conflicts)


@pytest.mark.parametrize(
    ("first", "second", "silent", "false"),
    [("de", "de", 7, 0), ("en", "en", 12, 0), ("de", "en", 2, 0), ("en", "de", 2, 1)],
)
def test_what_voices_say_of_an_appointment(tmp_path: Path, first: str, second: str, silent: int, false: int) -> None:
    """At most so many clashes go unseen and so many agreeing pairs are shown."""
    clashing = list(pairs(first, second, CLASHING))[::STEP]
    agreeing = list(pairs(first, second, AGREEING))[:: 2 * STEP]
    unseen = [both for both in clashing if not shown(tmp_path, both)]
    alarms = [both for both in agreeing if shown(tmp_path, both)]
    assert len(unseen) <= silent, unseen
    assert len(alarms) <= false, alarms
