"""The pool holds what was exported and is not listed, and decoys that are neither listed nor exported."""

from __future__ import annotations

from tests.benchmarks.gold import Gold, Said
from tests.benchmarks.matching import match
from tests.benchmarks.pool import decoys, shown


def said(name: str) -> Said:
    return {"id": name, "speaker": ["Ada"], "fragments": [name], "date": None, "required": True}


def test_only_pairs_without_a_label_are_pooled() -> None:
    gold: Gold = {
        "stories": [["x.txt"]],
        "statements": {"x.txt": [said("one"), said("two"), said("three")]},
        "conflicts": [{"a": "one", "b": "two", "kind": "date", "level": "conflict"}],
        "compatible": [],
    }
    rows = [
        {"statement_id": name, "source_file": "x.txt", "speaker": "Ada", "claim": name}
        for name in ("one", "two", "three", "extra")
    ]
    matched = match(gold, rows)
    pairs = [("one", "two", ""), ("one", "three", "check"), ("two", "extra", "shift"), ("two", "elsewhere", "")]
    conflicts = [{"statement_a": a, "statement_b": b, "level": level} for a, b, level in pairs]
    assert shown(gold, matched, conflicts) == {("one", "three"): "check", ("two", "extra"): "shift"}
    assert [set(ends) for ends in decoys(gold, matched, conflicts)] == [{"two", "three"}]
