"""Conflicts across the two languages: pairs of articles, one German and one English, on one matter.

usage: python -m tests.benchmarks.cross_language [read|more|kept] [--misses]

Each story of ``tests/conflicts/cross_language.toml`` (``read``), ``cross_language_more.toml`` (``more``: later batches,
read too) or ``cross_language_kept.toml`` (``kept``: for figures, ``--misses`` is refused) is analysed by itself, both
articles in one run, and exported as a user exports it. Whether a story is kept is told by a hash of its name. An
exported row stands for a statement of the gold when its claim holds every fragment and its speaker is one of the
names accepted (``matching``, as for the other gold). Of the conflicts only those between a German and an English
statement are judged, and of these those that are shown as conflict or shift: recall is over the pairs labelled
``clash``, and every row shown that stands for none of them, and for no pair on which readers may differ (``either``),
counts against precision.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.gold import Gold, Pair, Said
from tests.benchmarks.matching import NOT_JUDGED, Matched, Row, candidates, ends_of, level_of, match, ratio
from tests.benchmarks.score import read_table

FOLDER = Path(__file__).resolve().parent.parent / "conflicts"
FILES = {
    "read": FOLDER / "cross_language.toml",
    "more": FOLDER / "cross_language_more.toml",
    "kept": FOLDER / "cross_language_kept.toml",
}
PUBLISHERS = {"de": "Abendpost Tiefland", "en": "Meridian Post"}

Story = dict[str, Any]


@dataclass
class Result:
    """Counts over the stories of one half, and one line for each pair missed or wrongly shown."""

    clashes: int = 0
    hits: int = 0
    right: int = 0  # rows shown that stand for a clash
    wrong: int = 0  # rows shown that stand for none
    apart: int = 0
    apart_shown: int = 0
    found: int = 0  # statements of the gold that were found with their speaker
    statements: int = 0
    one_topic: int = 0  # clashes whose two statements are in one topic
    lost: Counter[str] = field(default_factory=Counter)  # clashes that are not shown, by where they are lost
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return ratio(self.hits, self.clashes)

    @property
    def precision(self) -> float:
        return ratio(self.right, self.right + self.wrong)


def half_of(name: str) -> str:
    """``read`` or ``kept``, by a hash of the story's name."""
    return "read" if hashlib.blake2b(name.encode(), digest_size=2).digest()[0] % 2 == 0 else "kept"


def stories(half: str) -> list[Story]:
    """The stories of one half as they are written."""
    written: list[Story] = tomllib.loads(FILES[half].read_text(encoding="utf-8"))["story"]
    return written


def file_of(story: Story, language: str) -> str:
    return f"{story['name']}_{language}.txt"


def gold_of(story: Story) -> Gold:
    """The story as gold of the form that ``matching`` and ``problems`` know."""
    statements: dict[str, list[Said]] = {file_of(story, language): [] for language in PUBLISHERS}
    for name, (speaker, *fragments) in story["said"].items():
        said: Said = {
            "id": name,
            "speaker": speaker.split("|"),
            "fragments": fragments,
            "date": None,
            "required": True,
        }
        statements[file_of(story, "de" if name.startswith("d") else "en")].append(said)
    return {
        "stories": [list(statements)],
        "statements": statements,
        "conflicts": _pairs(story, "clash"),
        "compatible": _pairs(story, "apart"),
        "allowed": _pairs(story, "either"),
    }


def _pairs(story: Story, label: str) -> list[Pair]:
    return [Pair(a=a, b=b) for a, b in map(str.split, story.get(label, []))]


def written_to(story: Story, folder: Path) -> list[Path]:
    """The two articles as files with a header block."""
    paths = []
    for language, publisher in PUBLISHERS.items():
        path = folder / file_of(story, language)
        header = f"Published: {story['published']}\nPublisher: {publisher}\n\n"
        path.write_text(header + story[language].strip() + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def exported(story: Story) -> tuple[list[Row], list[Row]]:
    """Claims and conflicts of the two articles together, as a user exports them."""
    from claims.articles import read
    from claims.export import write_csv
    from claims.pipeline import analyse

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_csv(analyse(read([str(path) for path in written_to(story, folder)])), folder)
        return read_table(folder / "claims.csv"), read_table(folder / "conflicts.csv")


def judge(result: Result, story: Story, claims: Sequence[Row], conflicts: Sequence[Row]) -> None:
    """Add what one story gives to the result."""
    gold = gold_of(story)
    matched = match(gold, claims)
    clash, allowed = ends_of(gold["conflicts"]), ends_of(gold.get("allowed", []))
    apart = ends_of(gold["compatible"])
    by_id = {row["statement_id"]: row for row in claims}
    shown: set[frozenset[str]] = set()
    weak: set[frozenset[str]] = set()
    for row in conflicts:
        first, second = by_id[row["statement_a"]], by_id[row["statement_b"]]
        if first["language"] == second["language"]:
            continue
        ends = candidates(matched, row)
        if level_of(row) in NOT_JUDGED:
            weak |= ends
            continue
        shown |= ends
        if ends & clash:
            result.right += 1
        elif not ends & allowed:
            result.wrong += 1
            told = " <> ".join(f"{side['speaker']}: {side['claim'][:80]}" for side in (first, second))
            result.misses.append(f"wrong    {story['name']} {row['kind']} {told}")
    result.clashes += len(clash)
    result.hits += len(clash & shown)
    result.apart += len(apart)
    result.apart_shown += len(apart & shown)
    result.statements += len(story["said"])
    result.found += sum(bool(matched.stands[name]) for name in story["said"])
    result.one_topic += sum(bool(matched.topics(a) & matched.topics(b)) for a, b in clash)
    for a, b in sorted(map(sorted, clash - shown)):
        why = _why(matched, a, b, frozenset((a, b)) in weak)
        result.lost[why.partition(" for ")[0]] += 1
        result.misses.append(f"unseen   {story['name']} {a} {b} ({why}): {_said(story, a)} <> {_said(story, b)}")


def _said(story: Story, name: str) -> str:
    speaker, *fragments = story["said"][name]
    return f"{speaker.split('|')[0]}: {' … '.join(fragments)}"


def _why(matched: Matched, a: str, b: str, weak: bool) -> str:
    lacking = [name for name in (a, b) if not matched.stands[name]]
    if lacking:
        whose = [f"{name} {sorted({row['speaker'] for row in matched.hits[name]})}" for name in lacking]
        return "no statement for " + ", ".join(whose)
    if weak:
        return "to check"
    return "no finding" if matched.topics(a) & matched.topics(b) else "two topics"


def measured(half: str) -> Result:
    """The figures of one half."""
    result = Result()
    for story in stories(half):
        judge(result, story, *exported(story))
    return result


def lines(result: Result) -> Iterator[str]:
    yield f"statements found   {result.found}/{result.statements}"
    yield f"clashes, one topic {result.one_topic}/{result.clashes}"
    yield f"clashes shown      {result.hits}/{result.clashes}"
    yield f"lost               {', '.join(f'{why} {number}' for why, number in sorted(result.lost.items()))}"
    yield f"recall             {result.recall:.3f}"
    yield f"rows right, wrong  {result.right}, {result.wrong}"
    yield f"precision          {result.precision:.3f}"
    yield f"near misses shown  {result.apart_shown}/{result.apart}"


def main(arguments: Sequence[str]) -> int:
    half = next((argument for argument in arguments if argument in FILES), "read")
    if set(arguments) - {*FILES, "--misses"} or (half == "kept" and "--misses" in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    result = measured(half)
    if "--misses" in arguments:
        print("\n".join(f"  {line}" for line in result.misses))
    print("\n".join(lines(result)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
