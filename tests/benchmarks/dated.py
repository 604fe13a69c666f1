"""Whether statements get the right dates: stories written for the dating alone, each analysed by itself.

usage: python -m tests.benchmarks.dated [read|kept] [--misses]

``read``: the stories that may be looked at; ``kept``: those for figures only, so that ``--misses`` is refused.
claim_date is when a thing was said, about_date what time it speaks of; found is the share of statements that came
out with the right speaker, the only ones whose dates can be right or wrong.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.folding import same_date
from tests.benchmarks.gold import FOLDER, Gold, Said, all_statements, article_paths, load
from tests.benchmarks.labels import FIELDS
from tests.benchmarks.matching import Row, match, ratio
from tests.benchmarks.score import read_table

SPLITS = {"read": "dev", "kept": "test"}


class Dating(NamedTuple):
    """Shares from 0 to 1, and one line for each miss."""

    statements: int
    found: float
    claim_date: float
    about_date: float
    misses: list[str]


def stories(split: str) -> list[Gold]:
    """The stories of one half; which half a story belongs to is told by the hash of its name."""
    golds = [load(path) for path in sorted((FOLDER / "dated").glob("*.json"))]
    return [gold for gold in golds if gold["split"] == SPLITS[split]]


def rows_of(gold: Gold) -> list[Row]:
    """The claims of one story as a user exports them."""
    from claims.articles import read
    from claims.export import write_csv
    from claims.pipeline import analyse

    with tempfile.TemporaryDirectory() as folder:
        write_csv(analyse(read([str(path) for path in article_paths(gold)])), Path(folder))
        return read_table(Path(folder) / "claims.csv")


def measured(split: str) -> Dating:
    """All stories of one half."""
    asked: list[Said] = []
    found = 0
    right = {"claim_date": [0, 0], "about_date": [0, 0]}
    misses: list[str] = []
    _, about_fits = FIELDS["about_date_accuracy"]
    for gold in stories(split):
        matched = match(gold, rows_of(gold))
        for want in all_statements(gold):
            asked.append(want)
            rows = matched.stands[want["id"]]
            if not rows:
                misses.append(f"not found  {want['id']}")
                continue
            found += 1
            if want["date"]:
                right["claim_date"][1] += 1
                if any(same_date(row["claim_date"], want["date"]) for row in rows):
                    right["claim_date"][0] += 1
                else:
                    misses.append(f"claim_date {want['id']}: {rows[0]['claim_date']!r}, want {want['date']}")
            if "about_date" in want:
                right["about_date"][1] += 1
                if any(about_fits(row, want) for row in rows):
                    right["about_date"][0] += 1
                else:
                    misses.append(f"about_date {want['id']}: {rows[0]['about_date']!r}, want {want['about_date']}")
    return Dating(
        len(asked), ratio(found, len(asked)), ratio(*right["claim_date"]), ratio(*right["about_date"]), misses
    )


def main(arguments: Sequence[str]) -> int:
    split = next((argument for argument in arguments if argument in SPLITS), "read")
    if set(arguments) - {*SPLITS, "--misses"} or (split == "kept" and "--misses" in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    dating = measured(split)
    if "--misses" in arguments:
        print("\n".join(f"  {line}" for line in dating.misses))
    for name in ("statements", "found", "claim_date", "about_date"):
        value = getattr(dating, name)
        print(f"{name:12} {value:.3f}" if isinstance(value, float) else f"{name:12} {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
