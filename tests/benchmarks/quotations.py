"""Predictions for a folder of quotation gold, in the scorer's format, and the score.

    python -m tests.benchmarks.quotations GOLD_DIR [-o pred.jsonl] [--language de|en] [--top-level] [--without RULE]
                                          [--rules] [--errors] [--leave-one-out]

``--rules`` prints the precision of every rule, ``--errors`` the classes of error with counts (no text), and
``--leave-one-out`` what every rule is worth.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.language.analysing import analyse_all
from claims.language.analysis import Analysis
from claims.statements.rules import read
from claims.statements.scene import Form, Found, minus
from tests.benchmarks import quotation_scorer as scorer

LEAST = 0.35  # statements surer than half of the F1 that is reached pay; less sure ones do not
FOUND = 0.5  # token F1 from which a statement counts as found
WHOLE = frozenset({Form.REPORTED, Form.MIXED_FREE, Form.FREE, Form.DIRECT})
Row = dict[str, Any]


def content(analysis: Analysis, item: Found) -> list[tuple[int, int]]:
    """Character spans of the content by the gold's conventions: indirect content without its outer punctuation."""
    pieces = item.pieces
    if item.form not in WHOLE and not item.rule.endswith(".das"):
        pieces = tuple(piece for whole in pieces for piece in minus(analysis, whole, []))
    return [tuple(analysis.span(*piece)) for piece in pieces]


def predictions(text: str, language: str, without: frozenset[str] = frozenset()) -> list[Row]:
    """All statements of one document; neighbouring continuation sentences of one speaker are one statement."""
    analysis = analyse_all(text, [(0, len(text))], language)
    rows: list[Row] = []
    for item in read(analysis, without):
        spans = content(analysis, item)
        if item.only_reader or 0 < item.confidence < LEAST or not spans:
            continue
        row: Row = {
            "spans": spans,
            "type": str(item.form),
            "rule": item.rule,
            "sentence": item.sentence,
            "word": item.word,
        }
        if item.mention:
            span = analysis.span(*item.mention)
            row["speaker"], row["speaker_spans"] = text[span.start : span.end], [tuple(span)]
        if item.cue:
            cues = [analysis.tokens[index] for index in item.cue]
            row["cue"] = " ".join(token.text for token in cues)
            row["cue_spans"] = [(token.start, token.end) for token in cues]
        if rows and item.form is Form.MIXED_FREE and _continues(rows[-1], row):
            rows[-1]["spans"] += spans
            rows[-1]["sentence"] = item.sentence
            continue
        rows.append(row)
    return rows


def _continues(last: Row, row: Row) -> bool:
    same = last["type"] == row["type"] and last.get("speaker_spans") == row.get("speaker_spans")
    return same and last["sentence"] == row["sentence"] - 1


def run(folder: Path, language: str, without: frozenset[str] = frozenset()) -> Iterator[Row]:
    """Predictions for every document of the folder, in order of the file names."""
    for path in sorted(folder.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        for row in predictions(raw["originalText"], language, without):
            yield {"doc": raw["documentName"], **row}


def scored(docs: dict[str, scorer.Doc], rows: list[Row], top_level: bool = False) -> tuple[Row, dict[str, list[Row]]]:
    """The scorer's figures and the predictions per document as it reads them."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        doc = docs[row["doc"]]
        ids = doc.tokens_in(row["spans"])
        if not ids or (top_level and row["rule"].endswith(".fragment")):
            continue
        made = {"tokens": ids, "type": row["type"], "doc": doc.name, "rule": row["rule"], "resolved": "", "text": ""}
        made |= {"speaker_text": row.get("speaker", ""), "cue_text": row.get("cue", "")}
        for role in scorer.ROLES:
            given = row.get(role + "_spans")
            made[role] = doc.tokens_in(given) if given else frozenset()
        grouped.setdefault(doc.name, []).append(made)
    figures, _ = scorer.score(docs, grouped, top_level=top_level)
    return figures, grouped


def pairs(doc: scorer.Doc, made: list[Row]) -> tuple[list[tuple[int, int, float]], set[int], set[int]]:
    """Pairs of gold and prediction with their overlap, and what is left over of either."""
    weights = [[scorer.overlap_f1(gold["tokens"], one["tokens"]) for one in made] for gold in doc.gold]
    found = [(g, p, weights[g][p]) for g, p in scorer.assign(weights)] if doc.gold and made else []
    return found, set(range(len(doc.gold))) - {g for g, _, _ in found}, set(range(len(made))) - {p for _, p, _ in found}


def by_rule(docs: dict[str, scorer.Doc], rows: list[Row]) -> dict[str, tuple[int, int, int]]:
    """Per rule: predictions, found, found with the right speaker."""
    _, grouped = scored(docs, rows)
    total: Counter[str] = Counter(row["rule"] for row in rows)
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for name, made in grouped.items():
        for g, p, weight in pairs(docs[name], made)[0]:
            if weight >= FOUND:
                found[made[p]["rule"]] += 1
                right[made[p]["rule"]] += scorer.same_speaker(docs[name].gold[g], made[p])
    return {
        rule: (total[rule], found[rule], right[rule]) for rule in sorted(total, key=lambda rule: (-total[rule], rule))
    }


def errors(docs: dict[str, scorer.Doc], rows: list[Row]) -> Counter[str]:
    """Classes of error: missed by type, extra by rule, badly cut by rule, wrong speaker by what was wanted."""
    _, grouped = scored(docs, rows)
    count: Counter[str] = Counter()
    for name, doc in docs.items():
        made = grouped.get(name, [])
        found, missed, extra = pairs(doc, made)
        for g, p, weight in found:
            gold, one = doc.gold[g], made[p]
            if weight < FOUND:
                count[f"cut wrong: {one['rule']}"] += 1
            elif not scorer.same_speaker(gold, one):
                wanted = (
                    "none wanted"
                    if not gold["speaker"]
                    else "none given"
                    if not one["speaker_text"]
                    else "other phrase"
                )
                count[f"speaker, {wanted}: {one['rule']}"] += 1
        for g in missed:
            gold = doc.gold[g]
            short = gold["type"] == "Direct" and len(gold["tokens"]) < 7
            count[f"missed: {gold['type']}{' fragment' if short else ''}{' nested' if gold['nested'] else ''}"] += 1
        for p in extra:
            count[f"extra: {made[p]['rule']}"] += 1
    return count


def main(arguments: list[str] | None = None) -> int:
    """Write the predictions and print the figures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--language", default="de")
    parser.add_argument("--without", action="append", default=[], metavar="RULE")
    for flag in ("--top-level", "--rules", "--errors", "--leave-one-out"):
        parser.add_argument(flag, action="store_true")
    args = parser.parse_args(arguments)
    list(run(args.gold, args.language))  # once to warm the caches
    begin = time.process_time()
    rows = list(run(args.gold, args.language, frozenset(args.without)))
    seconds = time.process_time() - begin
    if args.output:
        args.output.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    docs = scorer.load(args.gold)
    words = sum(sum(1 for token in doc.tok if any(map(str.isalnum, token))) for doc in docs.values())
    print(f"{words / max(seconds, 1e-9):,.0f} words a second (second run, one core)")
    figures, _ = scored(docs, rows, args.top_level)
    scorer.show(figures)
    if args.rules:
        for rule, (total, found, right) in by_rule(docs, rows).items():
            print(f"{rule:28s} {total:5d}  found {found / total:.2f}  speaker {right / total:.2f}")
    if args.errors:
        for name, number in sorted(errors(docs, rows).items(), key=lambda item: (-item[1], item[0]))[:25]:
            print(f"{number:5d}  {name}")
    if args.leave_one_out:
        for rule in sorted({row["rule"] for row in rows}):
            less, _ = scored(docs, list(run(args.gold, args.language, frozenset({*args.without, rule}))))
            lost = [(figures[name]["f1"] - less[name]["f1"]) * 100 for name in ("official_content", "joint_head")]
            print(f"{rule:28s} content {lost[0]:+.2f}  joint head {lost[1]:+.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
