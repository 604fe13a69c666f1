"""The scorer itself: an export as the gold wants it is right in every figure, and each fault moves its own figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.gold import FOLDER, Gold, all_statements, load, merge, own_files
from tests.benchmarks.labels import FATES, fates
from tests.benchmarks.matching import Row, match
from tests.benchmarks.score import Score, score

Table = list[dict[str, str]]


def ideal(gold: Gold) -> tuple[Table, Table]:
    """The export of a reader who found exactly the gold; speakers told apart by what the gold joins."""
    speaker_ids = {said["id"]: said["id"] for said in all_statements(gold)}
    for first, second in gold.get("same_speaker", []):
        old, new = speaker_ids[second], speaker_ids[first]
        speaker_ids = {key: new if value == old else value for key, value in speaker_ids.items()}
    claims = [
        {
            "statement_id": said["id"],
            "source_file": file,
            "speaker": said["speaker"][0],
            "speaker_id": speaker_ids[said["id"]],
            "speaker_as_written": said.get("mention", ""),
            "speaker_role": said.get("role", ""),
            "claim": " … ".join(fragment.split("|")[0] for fragment in said["fragments"]),
            "quote": " ".join(fragment.split("|")[0] for fragment in said["fragments"]),
            "claim_date": said["date"] or "",
            "topic_id": said.get("topic", ""),
            "stance": said.get("stance", ""),
            "about_date": said.get("about_date", "").split("|")[0],
            "reported_via": "; ".join(said.get("reported_via", [])),
        }
        for file, statements in gold["statements"].items()
        for said in statements
    ]
    claim_of = {row["statement_id"]: row["claim"] for row in claims}
    conflicts = [
        {
            "statement_a": pair["a"],
            "statement_b": pair["b"],
            "kind": pair["kind"].split("|")[0],
            "level": pair["level"].split("|")[0],
            "reason": f"{claim_of[pair['a']]} / {claim_of[pair['b']]}",
        }
        for pair in gold["conflicts"]
    ]
    return claims, conflicts


def scored(gold: Gold, claims: Table, conflicts: Table) -> Score:
    left: list[Row] = list(claims)
    right: list[Row] = list(conflicts)
    return score(gold, left, right)


@pytest.fixture
def gold() -> Gold:
    return load(FOLDER / "velmora.json")


@pytest.mark.parametrize("path", own_files("dev") + own_files("test"), ids=lambda path: path.stem)
def test_the_gold_itself_scores_full_marks(path: Path) -> None:
    gold = load(path)
    result = scored(gold, *ideal(gold))
    for name in ("content_recall", "attributed_recall", "attributed_precision", "stance_accuracy"):
        assert result.figures.get(name, 1.0) == 1.0 or not result.figures["statements_in_gold"], name
    assert not any(line.startswith(("date ", "missing ", "extra ", "unseen ")) for line in result.misses)
    for name in ("claims_mixing_speakers", "conflicts_false", "conflicts_unlisted", "topics_mixing_stories"):
        assert result.figures[name] == 0, name
    if gold["conflicts"]:
        assert result.figures["kind_accuracy"] == result.figures["level_accuracy"] == 1.0
    done, _, wanted = str(result.figures["same_speaker"]).partition("/")
    assert done == wanted
    assert result.figures["topic_pair_precision"] == result.figures["topic_pair_recall"]


def test_one_export_of_all_stories() -> None:
    whole = merge(map(load, own_files("dev")))
    result = scored(whole, *ideal(whole))
    assert result.figures["conflict_recall"] == result.figures["conflict_precision"] == 1.0
    assert result.figures["topics_mixing_stories"] == 0


def test_another_speaker_costs_attribution_and_keeps_content(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    claims[0]["speaker"] = "Somebody Else"
    result = scored(gold, claims, conflicts)
    assert result.figures["content_recall"] == 1.0
    assert float(result.figures["attributed_recall"]) < 1.0
    assert any(line.startswith("missing") and "Somebody Else" in line for line in result.misses)


def test_a_spokesman_is_not_the_one_he_speaks_for(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    claims[0]["speaker"] = "Sprecher der " + claims[0]["speaker"]
    assert float(scored(gold, claims, conflicts).figures["attributed_recall"]) < 1.0


def test_each_field_has_its_figure(gold: Gold) -> None:
    changed = {
        "stance": "doubts",
        "about_date": "1999",
        "speaker_as_written": "x",
        "speaker_role": "",
        "claim_date": "",
    }
    figures = ("stance_accuracy", "about_date_accuracy", "mention_accuracy", "role_accuracy", "date_accuracy")
    for (column, value), figure in zip(changed.items(), figures, strict=True):
        claims, conflicts = ideal(gold)
        for row in claims:
            row[column] = value
        assert scored(gold, claims, conflicts).figures[figure] == 0.0, figure


def test_a_chain_is_measured() -> None:
    gold = load(FOLDER / "riad.json")
    claims, conflicts = ideal(gold)
    assert scored(gold, claims, conflicts).figures["reported_via_accuracy"] == 1.0
    for row in claims:
        row["reported_via"] = ""
    assert scored(gold, claims, conflicts).figures["reported_via_accuracy"] == 0.0


def test_an_update_shown_as_a_conflict_is_false(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    assert scored(gold, claims, conflicts).figures["update_recall"] == 1.0
    for row in conflicts:
        row["level"] = "conflict"
    figures = scored(gold, claims, conflicts).figures
    assert figures["update_recall"] == 0.0
    assert figures["conflicts_false"] == sum(pair.get("level") == "update" for pair in gold["conflicts"])
    assert float(figures["level_accuracy"]) < 1.0


def test_a_compatible_pair_shown_as_a_conflict_is_false(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    pair = gold["compatible"][0]
    conflicts.append(conflicts[0] | {"statement_a": pair["a"], "statement_b": pair["b"]})
    figures = scored(gold, claims, conflicts).figures
    assert figures["conflicts_false"] == 1
    assert float(figures["compatible_at_conflict"]) > 0


def test_furniture_passages_and_unexplained_conflicts_count(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    claims[0]["claim"] = claims[0]["quote"] = gold.get("furniture", [""])[0]
    claims[1]["quote"] = ""
    conflicts[0]["reason"] = ""
    figures = scored(gold, claims, conflicts).figures
    assert figures["furniture_statements"] == 1
    assert figures["claims_malformed"] == 1
    assert float(figures["conflicts_explained"]) < 1.0


def test_one_topic_for_everything_keeps_recall_and_loses_precision(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    for row in claims:
        row["topic_id"] = "all"
    figures = scored(gold, claims, conflicts).figures
    assert figures["topic_pair_recall"] == 1.0
    assert float(figures["topic_pair_precision"]) < 0.5
    assert str(figures["apart"]).startswith("0/")


def test_each_pair_that_clashes_meets_one_fate(gold: Gold) -> None:
    claims, conflicts = ideal(gold)
    rows: list[Row] = [row | {"level": "check"} if number == 0 else row for number, row in enumerate(conflicts[1:])]
    lost = conflicts[-1]["statement_a"]
    kept: list[Row] = [row for row in claims if row["statement_id"] != lost]
    table = fates(gold, match(gold, kept), rows)
    totals = {fate: sum(counts[fate] for counts in table.values()) for fate in FATES}
    assert sum(totals.values()) == len(gold["conflicts"])
    assert totals["check"] == totals["silent"] == 1
    assert totals["unfound"] >= 1
    assert totals["apart"] == 0
