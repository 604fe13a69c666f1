"""Every gold file can be used: fragments stand in the articles, pairs name statements, the split is the hash's."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.benchmarks.gold import FOLDER, ROOT, all_statements, article_paths, load, own_files, problems

FILES = [*own_files("dev"), *own_files("test")]
NOTES = ("Dieser Text wurde für contraclaim geschrieben. ", "This text was written for contraclaim. ")
STANCES = {"asserts", "denies", "doubts", "demands", "announces", "confirms", "declines"}
LEVELS = {"conflict", "shift", "update"}
KINDS = {
    *("denial", "polarity", "opposite", "date", "quantity", "status"),
    *("presupposition", "never", "label", "slot", "position", "certainty"),
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_well_formed(path: Path) -> None:
    gold = load(path)
    assert problems(gold, article_paths(gold)) == []
    assert {said["stance"] for said in all_statements(gold) if "stance" in said} <= STANCES
    assert {kind for pair in gold["conflicts"] for kind in pair["kind"].split("|")} <= KINDS
    assert {level for pair in gold["conflicts"] for level in pair["level"].split("|")} <= LEVELS
    assert gold["story"] == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_set_aside_by_the_hash_of_its_name(path: Path) -> None:
    gold = load(path)
    if gold["articles"] == "seeds":  # everybody reads the sample articles
        assert gold["split"] == "dev"
        return
    odd = int(hashlib.blake2b(path.stem.encode(), digest_size=4).hexdigest(), 16) % 2
    assert gold["split"] == ("test" if odd else "dev")
    assert (path.parent.name == "held_out") == bool(odd)


def test_no_two_statements_share_an_id() -> None:
    ids = [said["id"] for path in FILES for said in all_statements(load(path))]
    assert len(ids) == len(set(ids))


def test_every_article_has_gold_and_says_that_it_is_ours() -> None:
    known = {path for file in FILES for path in article_paths(load(file))}
    folders = [ROOT / "seeds", FOLDER / "articles", FOLDER / "held_out" / "articles"]
    there = {path for folder in folders for path in folder.glob("*.*")}
    assert there == known
    for path in sorted(there):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("<!-- ")
        assert first.startswith(NOTES), path.name
    names = [path.name for path in there]
    assert len(names) == len(set(names))


def test_a_fragment_that_is_not_there_is_told() -> None:
    gold = load(FOLDER / "museum.json")
    next(all_statements(gold))["fragments"] = ["steht nirgends"]
    gold["compatible"].append({"a": "museum.a1", "b": "museum.zz"})
    told = problems(gold, article_paths(gold))
    assert len(told) == 2
    assert "steht nirgends" in told[0]
    assert "museum.zz" in told[1]
