"""Decisions of a reviewer re-weigh the kinds of conflict of a case: shown, kept, undone, taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.models import ActKind, Conflict, Decision, Kind
from claims.resources import seeds_folder
from claims.review import Case
from claims.store.fold import kind_weights


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case in which the most frequent kind is dismissed and every other one accepted."""
    path = tmp_path_factory.mktemp("tuning") / "claims.db"
    with Case.open(path, reviewer="mk") as case:
        case.add([str(seeds_folder())])
        found = case.findings().conflicts
        kinds = [conflict.kind for conflict in found]
        most = max(sorted(set(kinds)), key=kinds.count)
        same = [conflict for conflict in found if conflict.kind is most][:8]
        others = [conflict for conflict in found if conflict.kind is not most][:10]
        for conflict in same:
            case.dismiss(conflict.id, why="other scope")
        for conflict in others:
            case.accept(conflict.id)
        assert len(same) >= 4
        assert len(same) + len(others) >= 12
    return path


@pytest.fixture
def case(decided: Path, tmp_path: Path) -> Case:
    return Case.open(shutil.copyfile(decided, tmp_path / "claims.db"), reviewer="mk")


def scores(case: Case) -> dict[str, float]:
    return {conflict.id: conflict.score for conflict in case.findings().conflicts}


def dismissed(case: Case) -> list[Conflict]:
    states = case.reviewed().conflicts
    return [c for c in case.findings().conflicts if c.id in states and states[c.id].status == "dismissed"]


def test_a_dry_run_shows_and_changes_nothing(case: Case) -> None:
    before, log = scores(case), case.acts()
    report = case.tune(dry_run=True)
    assert report.changed
    assert {item.before for item in report.kinds} == {1.0}
    assert sum(item.decisions for item in report.kinds) >= 12
    assert (scores(case), case.acts()) == (before, log)


def test_the_scores_follow_and_say_so_and_another_run_keeps_them(case: Case) -> None:
    before, kind = scores(case), dismissed(case)[0].kind
    report = case.tune()
    factor = next(item.after for item in report.kinds if item.kind is kind)
    assert factor < 1
    alone = [c for c in case.findings().conflicts if c.kind is kind and len(c.reasons) == 1]
    assert alone
    for conflict in alone:
        assert conflict.parts["tuned"] == factor
        if before.get(conflict.id, 1.0) < 1.0:
            assert conflict.score == pytest.approx(before[conflict.id] * factor, abs=0.002)
    tuned = scores(case)
    assert tuned != before
    case.run()
    assert scores(case) == tuned
    line = next(line for c in alone for line in case.explanation(c.a, c.b) if f"× {factor:.2f}" in line)
    assert line.startswith("Decisions of reviewers")


def test_the_same_decisions_give_the_same_weights_again(case: Case) -> None:
    first = case.tune()
    again = case.tune()
    assert not again.changed
    assert [item.after for item in again.kinds] == [item.after for item in first.kinds]
    assert [act.kind for act in case.acts()].count(ActKind.TUNE) == 1
    assert case.lost() == [act for act in case.lost() if act.kind is not ActKind.TUNE]


def test_a_reset_and_an_undo_bring_the_built_in_weights_back(case: Case) -> None:
    before = scores(case)
    case.tune()
    tuned = scores(case)
    report = case.untune()
    assert report.changed
    assert scores(case) == before
    case.undo()
    assert scores(case) == tuned
    case.undo()
    assert scores(case) == before
    assert not case.untune().changed


def test_what_would_change_is_what_changes(case: Case) -> None:
    def strength(case: Case) -> dict[str, int]:
        return {c.id: 1 if c.level == "check" else 2 for c in case.findings().conflicts}

    before = strength(case)
    told = case.tune(dry_run=True)
    case.tune()
    after = strength(case)
    assert told.rising == sum(level > before.get(name, 0) for name, level in after.items())
    assert told.falling == sum(level > after.get(name, 0) for name, level in before.items())


def test_later_and_undone_decisions_do_not_count(case: Case) -> None:
    for _ in range(sum(item.decisions for item in case.tune(dry_run=True).kinds) - 12):
        case.undo()
    assert sum(item.decisions for item in case.tune(dry_run=True).kinds) == 12
    last = case.undo()
    assert last is not None
    case.later(last.objects[0])
    with pytest.raises(InputError, match="at least 12"):
        case.tune()
    assert ActKind.TUNE not in [act.kind for act in case.acts()]


def test_too_few_decisions_are_refused_in_german_too(tmp_path: Path) -> None:
    with (
        Case.open(tmp_path / "claims.db", lang="de") as empty,
        pytest.raises(InputError, match="0 angenommene und 0 verworfene Paare"),
    ):
        empty.tune()


def test_a_log_from_elsewhere_sets_no_impossible_weight() -> None:
    values = {
        "date": "0.80",
        "label": "nan",
        "status": "-1",
        "never": "0.00",
        "slot": "9e9",
        "denial": "",
        "new": "0.90",
    }
    act = Decision(id="act_1", seq=1, at="", reviewer="mk", kind=ActKind.TUNE, objects=("weights",), values=values)
    assert kind_weights([act]) == {Kind.DATE: 0.8}
    assert kind_weights([act, act.model_copy(update={"values": {}})]) == {}
