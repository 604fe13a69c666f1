"""Stories in which most voices agree or speak past each other: how much of what is shown is right.

``several_voices.toml`` mixes them with clashes; in ``near_misses.toml`` most pairs share topic, words and figures and
are compatible ("rose in the opera", "fell in the theatre"): what is shown in vain there is counted. ``disputes.toml``
holds quarrels of everyday news ("the ferry was seaworthy", "the rudder had failed since January").
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from claims.articles import read
from claims.models import Level, Statement
from claims.pipeline import analyse

STORIES, NEAR_MISSES, DISPUTES = (
    tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["story"]
    for name in ("several_voices.toml", "near_misses.toml", "disputes.toml")
)
SHORT = 25  # characters of an act that its sentence stands for ("wies das zurück")
LONG = 15  # characters from which a claim may be a part of the fragment
FOUND, PRECISION = 30, 0.63  # floors
NEAR_CLASHES, NEAR_FOUND, NEAR_FALSE = 80, 29, 31  # of the near misses; at most so many false ones
DISPUTED, DISPUTES_PRECISION = 36, 0.74  # floors
_BOTH = (Level.CONFLICT, Level.SHIFT)


class Seen(NamedTuple):
    """Pairs of the gold, how many of them are shown, and what is shown right and wrongly."""

    clashes: int
    found: int
    right: int
    false: list[str]


def seen(listed: list[dict[str, Any]], folder: Path) -> Seen:
    """The stories read and analysed in one run."""
    paths = []
    for story in listed:
        for number, text in enumerate(story["articles"]):
            path = folder / f"{story['name']}_{number}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
    analysis = analyse(read(paths))
    by_id = {item.id: item for item in analysis.statements}
    file_of = {item.id: Path(item.source_file).stem.rpartition("_")[0] for item in analysis.articles}
    stories: dict[str, dict[str, Any]] = {story["name"]: story for story in listed}
    found: set[tuple[str, ...]] = set()
    right, false = 0, []
    for conflict in analysis.conflicts:
        if conflict.level not in _BOTH:
            continue
        a, b = by_id[conflict.a], by_id[conflict.b]
        name = file_of[a.article_id]
        story = stories[name]
        of_one = name == file_of[b.article_id]
        hits = {(name, *pair) for pair in _pairs(story["clash"], a, b)} if of_one else set()
        found |= hits
        right += bool(hits)
        if not hits and not (of_one and any(_pairs(story["either"], a, b))):
            false.append(f"{name}: {a.claim} / {b.claim}")
    return Seen(sum(len(story["clash"]) for story in listed), len(found), right, false)


def _pairs(listed: Iterable[list[str]], a: Statement, b: Statement) -> Iterable[list[str]]:
    return [
        pair
        for pair in listed
        if (_holds(pair[0], a) and _holds(pair[1], b)) or (_holds(pair[1], a) and _holds(pair[0], b))
    ]


def _holds(fragment: str, item: Statement) -> bool:
    short = len(item.claim) < SHORT and fragment in item.quote
    return fragment in item.claim or short or (len(item.claim) > LONG and item.claim in fragment)


def test_most_of_what_is_shown_among_many_voices_is_right(tmp_path: Path) -> None:
    result = seen(STORIES, tmp_path)
    assert result.clashes > 90
    assert result.found >= FOUND
    assert result.right / (result.right + len(result.false)) >= PRECISION, result.false


def test_little_of_what_is_only_alike_is_shown(tmp_path: Path) -> None:
    result = seen(NEAR_MISSES, tmp_path)
    assert result.clashes > NEAR_CLASHES
    assert result.found >= NEAR_FOUND
    assert len(result.false) <= NEAR_FALSE, result.false


def test_everyday_disputes_are_shown(tmp_path: Path) -> None:
    result = seen(DISPUTES, tmp_path)
    assert result.clashes > 90
    assert result.found >= DISPUTED
    assert result.right / (result.right + len(result.false)) >= DISPUTES_PRECISION, result.false
