"""Predictions for a folder of quotation gold, in the scorer's format, and the score.

python -m tests.benchmarks.quotations GOLD_DIR -o pred.jsonl [--language de|en] [--without RULE] [--rules]
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

from claims.language.analysis import Analysis, analyse_all
from claims.statements.rules import read
from claims.statements.scene import Form, Found, minus
from tests.benchmarks import quotation_scorer as scorer

LEAST = 0.35  # statements surer than half of the F1 that is reached pay; less sure ones do not


def content(analysis: Analysis, item: Found) -> list[tuple[int, int]]:
    """Character spans of the content by the gold's conventions."""
    if (
        item.form in (Form.REPORTED, Form.MIXED_FREE, Form.FREE)
        or item.form is Form.DIRECT
        or item.rule.endswith(".das")
    ):
        pieces = item.pieces
    else:
        pieces = tuple(piece for whole in item.pieces for piece in minus(analysis, whole, []))
    return [tuple(analysis.span(*piece)) for piece in pieces]


def predictions(text: str, language: str, without: frozenset[str]) -> list[dict[str, Any]]:
    """All statements of one document."""
    analysis = analyse_all(text, [(0, len(text))], language)
    rows: list[dict[str, Any]] = []
    for item in read(analysis, without):
        if item.only_reader or 0 < item.confidence < LEAST:
            continue
        row: dict[str, Any] = {
            "spans": content(analysis, item),
            "type": str(item.form),
            "rule": item.rule,
            "sentence": item.sentence,
            "word": item.word,
        }
        if not row["spans"]:
            continue
        if item.mention:
            span = analysis.span(*item.mention)
            row["speaker"] = text[span.start : span.end]
            row["speaker_spans"] = [tuple(span)]
        if item.cue:
            row["cue"] = " ".join(analysis.tokens[index].text for index in item.cue)
            row["cue_spans"] = [(analysis.tokens[index].start, analysis.tokens[index].end) for index in item.cue]
        last = rows[-1] if rows else None
        if (
            last
            and item.form is Form.MIXED_FREE
            and last["type"] == row["type"]
            and last["sentence"] == item.sentence - 1
            and last.get("speaker_spans") == row.get("speaker_spans")
        ):
            last["spans"] += row["spans"]
            last["sentence"] = item.sentence
            continue
        rows.append(row)
    return rows


def run(folder: Path, language: str, without: frozenset[str] = frozenset()) -> Iterator[dict[str, Any]]:
    """Predictions for every document of the folder, in order of the file names."""
    for path in sorted(folder.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        for row in predictions(raw["originalText"], language, without):
            yield {"doc": raw["documentName"], **row}


def by_rule(docs: dict[str, scorer.Doc], rows: list[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """Per rule: predictions, found, found with the right speaker."""
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["doc"], []).append(row)
    for name, preds in grouped.items():
        doc = docs[name]
        ids = [doc.tokens_in(row["spans"]) for row in preds]
        total.update(row["rule"] for row in preds)
        weights = [[scorer.overlap_f1(gold["tokens"], one) for one in ids] for gold in doc.gold]
        for g, p in scorer.assign(weights) if doc.gold else []:
            if weights[g][p] >= 0.5:
                found[preds[p]["rule"]] += 1
                row = preds[p]
                speaker = row.get("speaker", "")
                near = doc.tokens_in(row["speaker_spans"]) if "speaker_spans" in row else frozenset()
                right[row["rule"]] += scorer.same_speaker(
                    doc.gold[g], {"speaker_text": speaker, "speaker": near, "resolved": ""}
                )
    return {rule: (total[rule], found[rule], right[rule]) for rule in sorted(total, key=lambda rule: -total[rule])}


def main(arguments: list[str] | None = None) -> int:
    """Write the predictions and print the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--language", default="de")
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--top-level", action="store_true")
    parser.add_argument("--rules", action="store_true", help="precision of every rule")
    parser.add_argument("--leave-one-out", action="store_true", help="what every rule is worth")
    parser.add_argument("--errors", action="store_true", help="count the classes of error")
    args = parser.parse_args(arguments)
    list(run(args.gold, args.language))[:0]
    begin = time.process_time()
    rows = list(run(args.gold, args.language, frozenset(args.without)))
    seconds = time.process_time() - begin
    if args.output:
        args.output.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    docs = scorer.load(args.gold)
    count = sum(len(doc.tok) for doc in docs.values())
    print(f"{count / max(seconds, 1e-9):,.0f} tokens a second (analysis and rules, second run, one core)")
    scored, _ = _score(docs, rows, args.top_level)
    scorer.show(scored)
    if args.rules:
        for rule, (total, found, right) in by_rule(docs, rows).items():
            print(f"{rule:28s} {total:5d}  found {found / total:.2f}  speaker {right / total:.2f}")
    return 0


def _score(
    docs: dict[str, scorer.Doc], rows: list[dict[str, Any]], top_level: bool
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        doc = docs[row["doc"]]
        ids = doc.tokens_in(row["spans"])
        if not ids or (top_level and row["rule"].endswith(".fragment")):
            continue
        made = {
            "tokens": ids,
            "type": row["type"],
            "doc": doc.name,
            "text": " … ".join(doc.text[s:e] for s, e in row["spans"]),
            "speaker_text": row.get("speaker", ""),
            "resolved": "",
            "cue_text": row.get("cue", ""),
            "rule": row["rule"],
        }
        for role in scorer.ROLES:
            given = row.get(role + "_spans")
            made[role] = doc.tokens_in(given) if given else frozenset()
        grouped.setdefault(row["doc"], []).append(made)
    return scorer.score(docs, grouped, top_level=top_level)


if __name__ == "__main__":
    sys.exit(main())
