"""Make a pool of pairs for a judge who does not know what the tool said of them.

usage: python -m tests.benchmarks.pool dev|test KEY.json

Into the pool go all pairs of conflicts.csv, of whatever level, that match no pair listed in the gold, and as many
random pairs of one story's statements that are neither listed nor shown. They are printed shuffled, with texts and
gold ids (``-``: the row stands for no statement of the gold), without kind, level, score or reason; KEY.json tells
where each came from, for counting after the judging. The texts of ``test`` are for a judge only, who develops nothing.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

from tests.benchmarks.gold import Gold
from tests.benchmarks.matching import Matched, Row, candidates, ends_of, level_of, match
from tests.benchmarks.own import exported

Ends = tuple[str, str]


def shown(gold: Gold, matched: Matched, conflicts: Sequence[Row]) -> dict[Ends, str]:
    """Statement ids of every pair that the gold does not list, with the level at which it was exported."""
    listed = ends_of([*gold["conflicts"], *gold["compatible"], *gold.get("allowed", [])])
    known = {row["statement_id"] for row in matched.rows}
    return {
        (row["statement_a"], row["statement_b"]): level_of(row)
        for row in conflicts
        if {row["statement_a"], row["statement_b"]} <= known and not candidates(matched, row) & listed
    }


def decoys(gold: Gold, matched: Matched, conflicts: Sequence[Row]) -> Iterator[Ends]:
    """Statement ids of all pairs of one story that are neither listed nor exported."""
    taken = ends_of([*gold["conflicts"], *gold["compatible"], *gold.get("allowed", [])])
    taken.update(*(candidates(matched, row) for row in conflicts))
    for files in gold["stories"]:
        ids = [said["id"] for file in files for said in gold["statements"][file] if matched.stands[said["id"]]]
        rows = sorted({matched.stands[gold_id][0]["statement_id"] for gold_id in ids})
        for first, second in combinations(rows, 2):
            if not candidates(matched, {"statement_a": first, "statement_b": second}) & taken:
                yield first, second


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 2 or arguments[0] not in ("dev", "test"):
        print(__doc__, file=sys.stderr)
        return 2
    gold, claims, conflicts = exported(arguments[0])
    matched = match(gold, claims)
    origin = shown(gold, matched, conflicts)
    chance = random.Random(len(origin))
    others = list(decoys(gold, matched, conflicts))
    origin |= dict.fromkeys(chance.sample(others, min(len(origin), len(others))), "decoy")
    rows = {row["statement_id"]: row for row in claims}
    pool = [tuple(chance.sample(ends, 2)) for ends in origin]  # the order of the two tells nothing either
    chance.shuffle(pool)
    key = []
    for number, ends in enumerate(pool, start=1):
        covered = [sorted(matched.covers.get(end, {"-"})) for end in ends]
        level = origin.get((ends[0], ends[1])) or origin[ends[1], ends[0]]
        key.append({"number": number, "origin": level, "pairs": list(product(*covered))})
        print(f"\n{number}")
        for end, ids in zip(ends, covered, strict=True):
            row = rows[end]
            told = f"{row['speaker']} [{row['claim_date']}, {row['stance']}]: {row['claim']}"
            print(f"  {Path(row['source_file']).name} {'/'.join(ids)} | {told}")
    Path(arguments[1]).write_text(json.dumps(key, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
