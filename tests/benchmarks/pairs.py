"""Claim pairs through ``claims.compare``: own pairs and RTE-3 German, each beside the naive baselines.

    python -m tests.benchmarks.pairs

Own pairs (``tests/gold/claim_pairs.jsonl``) and RTE-3 are divided by a hash; rules were made on the half ``tune``.
RTE-3 German (three-way labels, text CC BY 3.0) is read from ``$CLAIMS_BENCH/bench/rte3_de/dev.json``, if it is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from claims.conflicts import compare
from claims.models import Level, Span, Statement, When, content_id

OWN = Path(__file__).resolve().parent.parent / "gold" / "claim_pairs.jsonl"
NEGATIONS = {
    "de": re.compile(r"\b(?:nicht|kein\w*|nie|niemals|nichts|niemand|ohne|un\w+lich)\b", re.I),
    "en": re.compile(r"\b(?:not|no|never|nobody|nothing|without|none)\b|n't\b", re.I),
}


class Pair(NamedTuple):
    a: str
    b: str
    language: str
    clash: bool
    level: str
    half: str


class Figures(NamedTuple):
    precision: float
    recall: float
    f1: float


def own_pairs() -> list[Pair]:
    """The project's own claim pairs."""
    rows = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    return [Pair(r["a"], r["b"], r["language"], bool(r["kind"]), r["level"], r["half"]) for r in rows]


def rte_pairs() -> list[Pair]:
    """RTE-3 German dev without the three pairs whose two labels disagree; nothing without ``CLAIMS_BENCH``."""
    folder = os.environ.get("CLAIMS_BENCH")
    path = Path(folder or ".") / "bench" / "rte3_de" / "dev.json"
    if not folder or not path.is_file():
        return []
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Pair(r["premise"], r["hypothesis"], "de", r["label"] == "contradiction", "conflict", half_of(r["id"]))
        for r in rows
        if r["id"] not in ("388", "604", "663")
    ]


def half_of(name: str) -> str:
    """``tune`` or ``aside``, by a hash of the id."""
    return "tune" if hashlib.blake2b(name.encode(), digest_size=2).digest()[0] % 2 == 0 else "aside"


def statement(claim: str, language: str, speaker: str, day: str) -> Statement:
    """A statement that is all claim."""
    return Statement(
        id=content_id("s", claim, speaker),
        article_id=f"a_{speaker}",
        language=language,
        quote=claim,
        char_start=0,
        char_end=len(claim),
        claim=claim,
        claim_spans=(Span(0, len(claim)),),
        speaker=speaker,
        claim_date=When(value=day),
    )


def ours(pair: Pair) -> bool:
    """A conflict, shift or update by the tool."""
    same, later = pair.level == "shift", pair.level in ("shift", "update")
    a = statement(pair.a, pair.language, "Anna Berg", "2025-03-01")
    b = statement(pair.b, pair.language, "Anna Berg" if same else "Karl Tann", "2025-03-09" if later else "2025-03-01")
    return compare(a, b).level in (Level.CONFLICT, Level.SHIFT, Level.UPDATE)


BASELINES: dict[str, Callable[[Pair], bool]] = {
    "this tool": ours,
    "always yes": lambda _: True,
    "negation mismatch": lambda p: bool(NEGATIONS[p.language].search(p.a)) != bool(NEGATIONS[p.language].search(p.b)),
    "token_set_ratio >= 70": lambda p: fuzz.token_set_ratio(p.a[:400], p.b[:400]) >= 70,
}


def figures(pairs: Sequence[Pair], judge: Callable[[Pair], bool]) -> Figures:
    """Precision, recall and F1 of the class of contradictions."""
    said = [judge(pair) for pair in pairs]
    right = sum(got and pair.clash for got, pair in zip(said, pairs, strict=True))
    precision = right / sum(said) if any(said) else 0.0
    recall = right / max(1, sum(pair.clash for pair in pairs))
    return Figures(precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0)


def speed(pairs: Sequence[Pair], number: int = 100_000) -> float:
    """Seconds that ``number`` comparisons take, every statement met many times as in a topic."""
    sides = [statement(p.a, p.language, "Anna Berg", "2025-03-01") for p in pairs]
    others = [statement(p.b, p.language, "Karl Tann", "2025-03-01") for p in pairs]
    begin, done = time.perf_counter(), 0
    while done < number:
        for index, a in enumerate(sides):
            compare(a, others[(index + done) % len(others)])
            done += 1
            if done == number:
                break
    return time.perf_counter() - begin


def main() -> None:
    """Print one line per set, half and judge."""
    for name, pairs in (("own", own_pairs()), ("rte3_de", rte_pairs())):
        for half in ("tune", "aside"):
            part = [pair for pair in pairs if pair.half == half]
            for judge, call in BASELINES.items():
                if part:
                    got = figures(part, call)
                    numbers = f"P {got.precision:.3f} R {got.recall:.3f} F1 {got.f1:.3f}"
                    print(f"{name:8} {half:6} {len(part):4} {judge:24} {numbers}")
    print(f"100000 comparisons in {speed(own_pairs()):.1f} s")


if __name__ == "__main__":
    main()
