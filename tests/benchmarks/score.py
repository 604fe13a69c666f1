"""Score an export against gold.

usage: python -m tests.benchmarks.score GOLD.json [GOLD.json …] EXPORT_DIR [--misses]

EXPORT_DIR holds claims.csv and conflicts.csv (full columns) as ``claims check … --export EXPORT_DIR`` writes
them. Prints one ``name value`` line per figure. Rows of level check or update are neither rewarded nor
punished in the conflict figures; a pair that the gold calls an update and the export a conflict is false.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from tests.benchmarks.folding import carries, content_words, fold, malformed, same_date
from tests.benchmarks.gold import Gold, all_statements, load, merge
from tests.benchmarks.labels import field_figures, pair_figures
from tests.benchmarks.matching import NOT_JUDGED, Figure, Matched, Row, candidates, ends_of, level_of, match, ratio


@dataclass
class Score:
    """The figures by name, in order, and one line for each thing missed."""

    figures: dict[str, Figure] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)


def read_table(path: Path) -> list[Row]:
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def score(gold: Gold, statements: Sequence[Row], conflicts: Sequence[Row]) -> Score:
    """All figures of one export."""
    result = Score()
    matched = match(gold, statements)
    _statements(result, gold, matched)
    _conflicts(result, gold, matched, statements, conflicts)
    _groups(result, gold, matched, statements)
    for figures, misses in (field_figures(gold, matched), pair_figures(gold, matched, conflicts)):
        result.figures |= figures
        result.misses += misses
    return result


def _statements(result: Score, gold: Gold, matched: Matched) -> None:
    required = [want for want in all_statements(gold) if want["required"]]
    found = sum(bool(matched.hits[want["id"]]) for want in required)
    attributed = [want for want in required if matched.stands[want["id"]]]
    dated = [want for want in attributed if want["date"]]
    dates = 0
    for want in dated:
        rows = matched.stands[want["id"]]
        if any(same_date(row["claim_date"], want["date"] or "") for row in rows):
            dates += 1
        else:
            result.misses.append(f"date     {want['id']}: {rows[0]['claim_date']!r}, want {want['date']}")
    for want in required:
        if not matched.stands[want["id"]]:
            named = "; ".join(repr(row["speaker"]) for row in matched.hits[want["id"]]) or "not found"
            result.misses.append(f"missing  {want['id']} {want['speaker'][0]}: {want['fragments'][0]} ({named})")
    extra = [row for row in matched.rows if row["statement_id"] not in matched.covers]
    result.misses += [
        f"extra    {Path(row['source_file']).name} {row['speaker']}: {row['claim'][:90]}" for row in extra
    ]
    total = len(matched.rows)
    known = {row["statement_id"] for row in matched.rows}
    precision, recall = ratio(len(known & matched.covers.keys()), total), ratio(len(attributed), len(required))
    result.figures |= {
        "statements_in_gold": len(required),
        "statements_exported": total,
        "content_recall": ratio(found, len(required)),
        "attributed_recall": recall,
        "attributed_precision": precision,
        "attributed_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "date_accuracy": ratio(dates, len(dated)),
        "claims_mixing_speakers": _mixing_speakers(gold, matched),
        "claims_malformed": sum(malformed(row) for row in matched.rows),
        "furniture_statements": sum(
            any(fold(fragment) in fold(row["claim"]) for fragment in gold.get("furniture", [])) for row in matched.rows
        ),
    }


def _mixing_speakers(gold: Gold, matched: Matched) -> int:
    bleeding = set()
    for row in matched.rows:
        wanted = gold["statements"][Path(row["source_file"]).name]
        speakers = {frozenset(w["speaker"]) for w in wanted if w["required"] and carries(row["claim"], w["fragments"])}
        if len(speakers) > 1:
            bleeding.add(row["statement_id"])
    return len(bleeding)


def _conflicts(
    result: Score, gold: Gold, matched: Matched, statements: Sequence[Row], conflicts: Sequence[Row]
) -> None:
    pairs = ends_of(gold["conflicts"], lambda pair: pair.get("level") != "update")
    updates = ends_of(gold["conflicts"], lambda pair: pair.get("level") == "update")
    wrong, allowed = ends_of(gold["compatible"]), ends_of(gold.get("allowed", []))
    by_id = {row["statement_id"]: row for row in statements}
    hit: set[frozenset[str]] = set()
    right = false = unlisted = 0
    judged = [row for row in conflicts if level_of(row) not in NOT_JUDGED]
    for row in judged:
        found = candidates(matched, row)
        sides = f"{row['kind']} {_told(by_id, row['statement_a'])} <> {_told(by_id, row['statement_b'])}"
        if found & pairs:
            right += 1
            hit |= found & pairs
        elif found & allowed or (found & updates and level_of(row) == "shift"):
            pass
        elif found & (wrong | updates):
            false += 1
            result.misses.append(f"false    {sides}: {row.get('reason', '')[:80]}")
        else:
            unlisted += 1
            result.misses.append(f"unlisted {sides}")
    for pair in sorted(map(sorted, pairs - hit)):
        lacking = [gold_id for gold_id in pair if not matched.stands.get(gold_id)]
        result.misses.append(
            f"unseen   {' / '.join(pair)}" + (f" (no statement for {', '.join(lacking)})" if lacking else "")
        )
    result.figures |= {
        "conflicts_in_gold": len(pairs),
        "conflict_recall": ratio(len(hit), len(pairs)),
        "conflict_precision": ratio(right, right + false + unlisted),
        "conflicts_false": false,
        "conflicts_unlisted": unlisted,
        "conflicts_explained": ratio(sum(_explained(row, by_id) for row in judged), len(judged)),
        "conflicts_to_check": len(conflicts) - len(judged),
    }


def _told(by_id: Mapping[str, Row], statement_id: str) -> str:
    row = by_id.get(statement_id)
    return f"{row['speaker']}: {row['claim'][:60]}" if row else statement_id


def _explained(row: Row, by_id: Mapping[str, Row]) -> bool:
    """The reason takes up a word of either side."""
    reason = content_words(row.get("reason") or "")
    sides = [by_id.get(row["statement_a"]), by_id.get(row["statement_b"])]
    told = [f"{side['claim']} {side.get('quote') or ''} {side['speaker']}" if side else "" for side in sides]
    return all(bool(reason & content_words(text)) for text in told)


def _groups(result: Score, gold: Gold, matched: Matched, statements: Sequence[Row]) -> None:
    story_of = {file: number for number, files in enumerate(gold["stories"]) for file in files}
    stories: dict[str, set[int]] = {}
    for row in statements:
        file = Path(row["source_file"]).name
        if file in story_of and row.get("topic_id"):
            stories.setdefault(row["topic_id"], set()).add(story_of[file])
    same = 0
    for first, second in gold.get("same_speaker", []):
        left = {row["speaker_id"] for row in matched.stands.get(first, [])}
        right = {row["speaker_id"] for row in matched.stands.get(second, [])}
        same += bool(left & right)
        if not left & right:
            result.misses.append(f"speaker  {first} / {second}: {sorted(left)} {sorted(right)}")
    together = [pair for ids in gold.get("together", []) for pair in combinations(ids, 2)]
    apart = [pair for ids in gold.get("apart", []) for pair in combinations(ids, 2)]
    joined = sum(bool(matched.topics(a) & matched.topics(b)) for a, b in together)
    parted = sum(
        bool(matched.topics(a)) and bool(matched.topics(b)) and not matched.topics(a) & matched.topics(b)
        for a, b in apart
    )
    figures: dict[str, Figure] = {
        "same_speaker": f"{same}/{len(gold.get('same_speaker', []))}",
        "topics_mixing_stories": sum(len(numbers) > 1 for numbers in stories.values()),
        "together": f"{joined}/{len(together)}",
        "apart": f"{parted}/{len(apart)}",
    }
    result.figures |= figures | _topic_pairs(gold, matched)


def _topic_pairs(gold: Gold, matched: Matched) -> dict[str, Figure]:
    """Of all pairs of statements that were found: are those of one matter in one topic, and only those?

    Matters that the gold calls near each other may be one topic or two.
    """
    near = {frozenset(pair) for group in gold.get("near", []) for pair in combinations(group, 2)}
    placed = [want for want in all_statements(gold) if "topic" in want and matched.stands[want["id"]]]
    both = wanted = got = 0
    for one, other in combinations(placed, 2):
        if frozenset((one["topic"], other["topic"])) in near:
            continue
        is_wanted = one["topic"] == other["topic"]
        is_got = bool(matched.topics(one["id"]) & matched.topics(other["id"]))
        wanted, got, both = wanted + is_wanted, got + is_got, both + (is_wanted and is_got)
    precision, recall = ratio(both, got), ratio(both, wanted)
    return {
        "topic_pair_precision": precision,
        "topic_pair_recall": recall,
        "topic_pair_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
    }


def main(arguments: Sequence[str]) -> int:
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if len(paths) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold = merge(map(load, paths[:-1]))
    result = score(gold, read_table(paths[-1] / "claims.csv"), read_table(paths[-1] / "conflicts.csv"))
    if "--misses" in arguments:
        for line in result.misses:
            print(f"  {line}")
    for name, value in result.figures.items():
        print(f"{name:28} {value:.3f}" if isinstance(value, float) else f"{name:28} {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
