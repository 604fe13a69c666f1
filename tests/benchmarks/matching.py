"""Which exported rows stand for which statements and pairs of the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.folding import carries, same_name
from tests.benchmarks.gold import Gold, Pair

Row = Mapping[str, str]
Figure = int | float | str
NOT_JUDGED = ("check", "update")


def ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


@dataclass
class Matched:
    """Which exported statements stand for which of the gold."""

    rows: list[Row]  # of the articles that the gold knows
    stands: dict[str, list[Row]] = field(default_factory=dict)  # gold id -> rows, rightly attributed
    hits: dict[str, list[Row]] = field(default_factory=dict)  # gold id -> rows with its content, whoever is named
    covers: dict[str, set[str]] = field(default_factory=dict)  # statement_id -> gold ids

    def topics(self, gold_id: str) -> set[str]:
        return {row["topic_id"] for row in self.stands.get(gold_id, []) if row.get("topic_id")}


def match(gold: Gold, statements: Iterable[Row]) -> Matched:
    by_file: dict[str, list[Row]] = {}
    for row in statements:
        by_file.setdefault(Path(row["source_file"]).name, []).append(row)
    matched = Matched([row for file in gold["statements"] for row in by_file.get(file, [])])
    for file, wanted in gold["statements"].items():
        for want in wanted:
            hits = [row for row in by_file.get(file, []) if carries(row["claim"], want["fragments"])]
            right = [row for row in hits if same_name(row["speaker"], want["speaker"])]
            matched.stands[want["id"]] = right
            matched.hits[want["id"]] = hits
            for row in right:
                matched.covers.setdefault(row["statement_id"], set()).add(want["id"])
    return matched


def candidates(matched: Matched, row: Row) -> set[frozenset[str]]:
    left = matched.covers.get(row["statement_a"], set())
    right = matched.covers.get(row["statement_b"], set())
    return {frozenset((a, b)) for a in left for b in right if a != b}


def ends_of(pairs: Iterable[Pair], keep: Callable[[Pair], bool] = lambda _: True) -> set[frozenset[str]]:
    return {frozenset((pair["a"], pair["b"])) for pair in pairs if keep(pair)}


def level_of(row: Row) -> str:
    return row.get("level") or "conflict"
