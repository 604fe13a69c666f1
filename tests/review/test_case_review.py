"""The service: fill a case, ask it, decide, take back, come again tomorrow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import toy_case

from claims.errors import CaseError, InputError, NotFoundError, StaleError
from claims.models import (
    ActKind,
    Article,
    Kind,
    Level,
    ReviewStatus,
    Span,
    Statement,
    VerdictLevel,
    content_id,
)
from claims.review import Case, QueueFilter
from claims.wording import say


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch) -> None:
    toy_case.install(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a.txt", toy_case.FERRY), ("b.txt", toy_case.BRIDGE), ("c.txt", toy_case.PLAIN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def case(folder: Path) -> Case:
    opened = Case.open(folder / "claims.db", reviewer="mk", lang="en")
    opened.add([str(path) for path in sorted(folder.glob("*.txt"))])
    return opened


def first_pair(case: Case) -> str:
    return case.pairs(case.queue()[0].id)[0].conflict.id


def test_add_reports_and_a_second_time_changes_nothing(folder: Path) -> None:
    paths = [str(folder / name) for name in ("a.txt", "b.txt", "c.txt", "gone.txt")]
    with Case.open(folder / "claims.db") as case:
        stages: list[tuple[str, int, int]] = []
        report = case.add(paths, progress=lambda *step: stages.append(step))
        assert [len(part) for part in (report.added, report.known, report.skipped)] == [3, 0, 1]
        assert stages[0] == ("read", 1, 0)
        assert stages[-1] == ("relate", 1, 1)
        before = case.findings()
        again = case.add(paths)
        assert [len(part) for part in (again.added, again.known, again.skipped)] == [0, 3, 1]
        assert case.findings() == before
        assert [item.source for item in case.skipped()] == [str(folder / "gone.txt")]


def test_skipped_goes_once_it_is_read(folder: Path) -> None:
    late = folder / "late.txt"
    with Case.open(folder / "claims.db") as case:
        case.add([str(late)])
        assert len(case.skipped()) == 1
        late.write_text(toy_case.BRIDGE, encoding="utf-8")
        case.add([str(late)])
        assert case.skipped() == []


def test_the_queue_counts_and_puts_the_strongest_first(case: Case) -> None:
    items = case.queue()
    assert [item.pairs for item in items] != []
    assert {item.label for item in items} == {"Sache ferry", "Sache bridge"}
    assert all(item.state is ReviewStatus.OPEN and item.level is Level.CONFLICT for item in items)
    assert [item.score for item in items] == sorted((item.score for item in items), reverse=True)
    assert sum(item.pairs for item in items) == case.stats().conflicts == 3
    assert items[0].kinds == (Kind.POLARITY,)
    assert case.queue(limit=1) == items[:1]
    assert case.queue(limit=1, offset=1) == items[1:]
    assert [case.topic_item(item.id) for item in items] == items
    case.accept(first_pair(case))
    assert case.topic_item(items[0].id).accepted == 1
    assert case.topic_item(items[1].id) == items[1]


@pytest.mark.parametrize(
    ("chosen", "labels"),
    [
        (QueueFilter(text="bridge"), ["Sache bridge"]),
        (QueueFilter(text="ridg"), ["Sache bridge"]),
        (QueueFilter(text="noon"), ["Sache ferry"]),
        (QueueFilter(text="100%"), []),
        (QueueFilter(kinds=(Kind.DATE,)), []),
        (QueueFilter(levels=(Level.SHIFT,)), []),
        (QueueFilter(publisher="Anderswo"), []),
        (QueueFilter(language="en"), []),
        (QueueFilter(since="2025-03-12"), []),
        (QueueFilter(until="2025-03-10"), []),
        (QueueFilter(states=(ReviewStatus.LATER,)), []),
    ],
)
def test_the_queue_is_narrowed(case: Case, chosen: QueueFilter, labels: list[str]) -> None:
    assert [item.label for item in case.queue(chosen)] == labels


def test_the_queue_of_one_speaker(case: Case) -> None:
    tomas = next(item.speaker.id for item in case.speakers() if item.speaker.name == "Tomas")
    assert [item.label for item in case.queue(QueueFilter(speaker_id=tomas))] == ["Sache bridge"]


def test_a_pair_shows_both_sides_in_their_articles(case: Case) -> None:
    pair = case.pair_view(first_pair(case))
    for side in (pair.a, pair.b):
        assert side.passage.text[side.passage.quote.start : side.passage.quote.end] == side.statement.quote
        (claim,) = side.passage.claim
        assert side.passage.text[claim.start : claim.end] == side.statement.claim
        assert side.name == side.speaker.name == side.statement.speaker  # type: ignore[union-attr]
    assert (pair.number, pair.of) == (1, case.queue()[0].pairs)
    assert pair.review.status is ReviewStatus.OPEN
    assert pair.reasons[0].text == say("side.via", "en", names="toy")


def test_more_and_less_of_the_article(case: Case) -> None:
    jonas = case.search("Jonas")[0].statement
    assert case.passage(jonas.id, context=0).text == jonas.quote
    assert case.passage(jonas.id, context=1).text == jonas.quote
    wide = case.passage(jonas.id, context=2)
    assert wide.text == toy_case.FERRY
    assert not wide.more_before
    assert not wide.more_after
    assert case.passage(jonas.id).more_before
    assert case.passage(jonas.id).more_after


def test_a_topic_shows_every_speaker(case: Case) -> None:
    topic = next(item for item in case.queue() if item.label == "Sache ferry")
    view = case.topic_view(topic.id)
    assert {column.name for column in view.by_speaker} == {"Ilka", "Jonas", "Mira"}
    assert len(view.statements) == 3
    assert len(view.pairs) == topic.pairs == 2


def test_decisions_stay_across_restarts_and_runs(case: Case, folder: Path) -> None:
    one = first_pair(case)
    decision = case.dismiss(one, "other_period", note="siehe oben")
    assert (decision.reviewer, decision.kind, decision.before) == ("mk", ActKind.DISMISS, {"status": "open"})
    case.close()
    with Case.open(folder / "claims.db", reviewer="mk") as again:
        review = again.pair_view(one).review
        assert (review.status, review.why, review.notes) == (ReviewStatus.DISMISSED, "other_period", "siehe oben")
        assert review.reviewed_at == decision.at
        again.run()
        assert again.pair_view(one).review == review
        assert again.reviewed().conflicts == {one: review}


def test_undo_and_redo_work_across_restarts_and_end(case: Case, folder: Path) -> None:
    one = first_pair(case)
    case.accept(one)
    case.dismiss(one, "irony")
    case.close()
    with Case.open(folder / "claims.db", reviewer="mk") as again:
        undone = again.undo()
        assert undone is not None
        assert undone.kind is ActKind.DISMISS
        assert again.pair_view(one).review.status is ReviewStatus.ACCEPTED
        assert again.undo() is not None
        assert again.pair_view(one).review.status is ReviewStatus.OPEN
        assert again.undo() is None
    with Case.open(folder / "claims.db", reviewer="mk") as again:
        assert again.redo() is not None
        assert again.pair_view(one).review.status is ReviewStatus.ACCEPTED
        assert again.redo() is not None
        assert again.pair_view(one).review.status is ReviewStatus.DISMISSED
        assert again.redo() is None
        assert [act.kind.value for act in again.acts()] == ["accept", "dismiss", "undo", "undo", "redo", "redo"]


def test_a_new_decision_ends_redo(case: Case) -> None:
    one = first_pair(case)
    case.accept(one)
    case.undo()
    case.later(one)
    assert case.redo() is None
    assert case.pair_view(one).review.status is ReviewStatus.LATER


def test_undo_takes_back_own_acts_only(case: Case, folder: Path) -> None:
    one = first_pair(case)
    case.accept(one)
    with Case.open(folder / "claims.db", reviewer="jo") as other:
        assert other.undo() is None
        other.dismiss(one)
    with pytest.raises(StaleError, match="jo"):
        case.undo()
    assert case.pair_view(one).review.status is ReviewStatus.DISMISSED


def test_a_stale_decision_is_refused_with_both_values(case: Case, folder: Path) -> None:
    one = first_pair(case)
    seen = case.pair_view(one).review.version
    assert not case.changed()
    with Case.open(folder / "claims.db", reviewer="jo") as other:
        other.dismiss(one, seen=seen)
    assert case.changed()
    assert not case.changed()
    with pytest.raises(StaleError, match=r"jo was faster: dismissed at .*; yours \(accepted\) was not written"):
        case.accept(one, seen=seen)
    assert case.pair_view(one).review.status is ReviewStatus.DISMISSED
    case.accept(one, seen=case.pair_view(one).review.version)
    assert case.pair_view(one).review.status is ReviewStatus.ACCEPTED


def test_notes_verdicts_and_reopening(case: Case) -> None:
    one = first_pair(case)
    case.note(one, "fragen")
    case.accept(one)
    assert case.pair_view(one).review.notes == "fragen"
    case.note(one, "")
    case.reopen(one)
    assert case.pair_view(one).review.notes == ""
    assert case.pair_view(one).review.status is ReviewStatus.OPEN
    said = case.pair_view(one).a.statement.id
    case.set_verdict(said, verdict="falsch", level=VerdictLevel.FALSE, evidence_urls=["https://example.org/x y"])
    case.set_verdict(said, tags=["Fähre", "a;b"])
    review = case.statement_view(said).review
    assert (review.verdict, review.verdict_level) == ("falsch", VerdictLevel.FALSE)
    assert (review.evidence_urls, review.tags) == (("https://example.org/x y",), ("Fähre", "a;b"))


def test_an_edit_shows_the_original_too_and_can_be_taken_back(case: Case) -> None:
    jonas = case.search("Jonas")[0].statement
    case.edit_statement(jonas.id, speaker="Jona Okonjo", claim_date="2025-03")
    view = case.statement_view(jonas.id)
    assert (view.name, view.statement.claim_date.value) == ("Jona Okonjo", "2025-03")
    assert view.original is not None
    assert view.original.speaker == "Jonas"
    assert view.review.status is ReviewStatus.EDITED
    assert [item.statement.id for item in case.search("okonjo")] == [jonas.id]
    case.run()
    assert case.statement_view(jonas.id).name == "Jona Okonjo"
    case.undo()
    assert case.statement_view(jonas.id).name == "Jonas"
    case.redo()
    case.reopen(jonas.id)
    assert case.statement_view(jonas.id).statement == jonas
    assert case.statement_view(jonas.id).original is None


def test_a_new_extent_takes_the_words_of_the_article(case: Case) -> None:
    mira = case.search("noon")[0]
    start = mira.article.text.index("at noon")
    case.edit_statement(mira.statement.id, spans=[(start, start + 7)])
    shown = case.statement_view(mira.statement.id).statement
    assert shown.claim == "at noon"
    assert mira.article.text[shown.char_start : shown.char_end] == shown.quote


@pytest.mark.parametrize(
    "fields",
    [
        {"claim_date": "gestern"},
        {"stance": "loud"},
        {"quote": "made up"},
        {"claim": "made up"},
        {"claim_date": "2025-1"},
    ],
)
def test_values_that_cannot_be_are_refused(case: Case, fields: dict[str, str]) -> None:
    jonas = case.search("Jonas")[0].statement
    with pytest.raises(InputError, match=next(iter(fields))):
        case.edit_statement(jonas.id, **fields)
    assert case.acts() == []


@pytest.mark.parametrize("spans", [[], [(5, 5)], [(0, 10_000)], [(3, 9), (4, 12)]])
def test_extents_outside_the_article_are_refused(case: Case, spans: list[tuple[int, int]]) -> None:
    jonas = case.search("Jonas")[0].statement
    with pytest.raises(InputError):
        case.edit_statement(jonas.id, spans=spans)


def test_a_struck_statement_takes_its_conflicts_with_it(case: Case) -> None:
    jonas = case.search("Jonas")[0].statement
    case.strike(jonas.id)
    assert {item.label for item in case.queue()} == {"Sache bridge"}
    assert jonas.id not in {side for pair in case.findings().conflicts for side in (pair.a, pair.b)}
    assert case.reviewed().statements[jonas.id].status is ReviewStatus.STRUCK
    assert jonas.id in {item.id for item in case.findings().statements}
    case.undo()
    assert len(case.queue()) == 2


def test_a_statement_by_hand(case: Case) -> None:
    article = next(item.article for item in case.articles() if item.article.text == toy_case.PLAIN)
    added = case.add_statement(article.id, [(0, 7)], quote=(0, 20), speaker="Ada")
    view = case.statement_view(added.objects[0])
    assert (view.statement.claim, view.statement.quote) == ("Nothing", "Nothing is said here")
    assert (view.name, view.statement.claim_date.value, view.added_by_hand) == ("Ada", "2025-03-11", True)
    case.run()
    assert case.statement_view(added.objects[0]).topic_id
    case.undo()
    with pytest.raises(NotFoundError):
        case.statement_view(added.objects[0])
    assert case.lost() == []
    case.redo()
    assert case.statement_view(added.objects[0]) == view.model_copy(
        update={"review": case.statement_view(added.objects[0]).review}
    )


def test_a_declared_conflict_joins_the_topics(case: Case) -> None:
    mira, tomas = case.search("noon")[0].statement, case.search("Tomas")[0].statement
    act = case.declare_conflict(tomas.id, mira.id, kind=Kind.SLOT, note="beide am Hafen")
    pair = case.pair_view(act.objects[0])
    assert {pair.a.statement.id, pair.b.statement.id} == {mira.id, tomas.id}
    assert pair.review.status is ReviewStatus.ACCEPTED
    assert mira.id in pair.topic.statement_ids
    assert tomas.id in pair.topic.statement_ids
    case.undo()
    with pytest.raises(NotFoundError):
        case.pair_view(act.objects[0])


def test_declaring_what_was_found_accepts_it(case: Case) -> None:
    pair = case.pair_view(first_pair(case))
    act = case.declare_conflict(pair.b.statement.id, pair.a.statement.id)
    assert act.kind is ActKind.ACCEPT
    assert act.objects == (pair.conflict.id,)


def test_merge_and_split_are_links_that_stay(case: Case) -> None:
    ferry, bridge = sorted(case.queue(), key=lambda item: item.label, reverse=True)
    effect = case.preview_merge([ferry.id, bridge.id])
    assert (effect.statements, effect.topics, effect.pairs, effect.decided) == (5, 2, 3, 0)
    case.merge_topics([ferry.id, bridge.id])
    (merged,) = case.queue()
    assert merged.statements == 5
    case.run()
    assert len(case.queue()) == 1
    names = [item.statement.id for item in case.search("bridge")]
    assert case.preview_split(names).pairs == merged.pairs - 3
    case.split(names)
    assert {item.statements for item in case.queue()} == {3, 2}
    case.undo()
    case.undo()
    assert {item.label for item in case.queue()} == {"Sache ferry", "Sache bridge"}


def test_speakers_are_merged_split_and_named(case: Case) -> None:
    of = {item.speaker.name: item for item in case.speakers()}
    assert (of["Ilka"].statements, of["Ilka"].conflicts, of["Ilka"].shifts) == (2, 2, 0)
    case.merge_speakers([of["Ilka"].speaker.id, of["Jonas"].speaker.id])
    joined = next(item for item in case.speakers() if item.speaker.name == "Ilka")
    assert joined.speaker.aliases == ("Ilka", "Jonas")
    assert joined.shifts == 1
    case.split_speaker(joined.speaker.id, ["Jonas"])
    assert {item.speaker.name for item in case.speakers()} == {"Ilka", "Jonas", "Mira", "Tomas"}
    case.alias(of["Mira"].speaker.id, "Tomas")
    assert {item.speaker.name for item in case.speakers()} == {"Ilka", "Jonas", "Mira"}


def test_the_date_of_an_article_dates_its_statements_anew(case: Case) -> None:
    article = case.search("noon")[0].article
    case.set_article_metadata(article.id, published="2025-04-01", publisher="Hafenblatt")
    view = case.search("noon")[0]
    assert (view.article.published.value, view.article.publisher) == ("2025-04-01", "Hafenblatt")
    assert view.statement.claim_date.value == "2025-04-01"
    case.undo()
    assert case.search("noon")[0].statement.claim_date.value == "2025-03-11"
    assert case.search("noon")[0].article.publisher == "Küstenbote"


def test_a_temporary_case_is_kept_or_gone(folder: Path) -> None:
    case = Case.temporary(reviewer="mk")
    place = case.path
    case.add([str(folder / "a.txt")])
    one = first_pair(case)
    case.accept(one)
    case.keep(folder / "kept.db")
    assert not case.is_temporary
    assert not place.exists()
    case.later(one)
    case.close()
    with Case.open(folder / "kept.db", reviewer="mk") as kept:
        assert kept.pair_view(one).review.status is ReviewStatus.LATER
        with Case.temporary() as other, pytest.raises(CaseError, match=r"kept\.db"):
            other.keep(folder / "kept.db")
    with Case.temporary() as gone:
        place = gone.path
    assert not place.parent.exists()


def test_unknown_ids_are_named(case: Case) -> None:
    for ask in (case.accept, case.pair_view, case.topic_view, case.statement_view, case.strike, case.reopen):
        with pytest.raises(NotFoundError, match="x_nothing"):
            ask("x_nothing")


def test_nobody_can_decide_in_a_case_that_is_only_read(case: Case, folder: Path) -> None:
    one = first_pair(case)
    with Case.open(folder / "claims.db", read_only=True) as reader:
        assert reader.read_only
        assert len(reader.queue()) == 2
        with pytest.raises(CaseError, match="only be read"):
            reader.accept(one)


def test_decisions_of_another_copy_are_brought_in_once(case: Case, folder: Path) -> None:
    one = first_pair(case)
    with Case.temporary(reviewer="jo") as other:
        other.add([str(path) for path in sorted(folder.glob("*.txt"))])
        other.dismiss(one, "irony")
        other.strike(other.search("Tomas")[0].statement.id)
        log = other.acts()
    assert case.bring_in(log) == 2
    assert case.bring_in(log) == 0
    assert case.pair_view(one).review.reviewer == "jo"
    assert [item.label for item in case.queue(QueueFilter(states=(ReviewStatus.OPEN,)))] in ([], ["Sache ferry"])


def test_acts_whose_pair_is_gone_are_listed(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    one = first_pair(case)
    case.accept(one)
    monkeypatch.setattr("claims.pipeline.extract", lambda *_: [])
    case.run()
    assert [act.objects for act in case.lost()] == [(one,)]
    assert case.stats().lost == 1
    assert "↔" in case.lost()[0].about
    toy_case.install(monkeypatch)
    case.run()
    assert case.lost() == []
    assert case.pair_view(one).review.status is ReviewStatus.ACCEPTED


def test_a_change_in_a_large_case_waits_for_the_run(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.review.analysis._AT_ONCE", 0)
    jonas, mira = case.search("Jonas")[0].statement, case.search("noon")[0].statement
    case.edit_statement(jonas.id, speaker="Jona")
    assert case.statement_view(jonas.id).statement.speaker == "Jona"
    act = case.declare_conflict(jonas.id, case.search("Tomas")[0].statement.id)
    assert case.pair_view(act.objects[0]).review.status is ReviewStatus.ACCEPTED
    case.strike(mira.id)
    assert all(
        mira.id not in (pair.conflict.a, pair.conflict.b) for item in case.queue() for pair in case.pairs(item.id)
    )
    assert case.stats().needs_run
    case.run()
    assert not case.stats().needs_run
    assert len(case.queue()) == 1
    for _ in range(3):
        case.undo()
    assert case.statement_view(jonas.id).statement.speaker == "Jonas"
    case.run()
    assert len(case.queue()) == 2


def test_the_analysis_that_somebody_else_overtook_is_done_again(
    case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "late.txt").write_text("Ada: the mole is dry #mole\nBo: the mole is not dry #mole", encoding="utf-8")
    with Case.open(folder / "claims.db") as other:
        calls = []

        def overtaken(*args: object, **named: object) -> object:
            if not calls:
                calls.append(1)
                other.add_article(next(iter(toy_case.toy_read([str(folder / "late.txt")]))), relate=False)  # type: ignore[arg-type]
            return toy_case.toy_relate(*args, **named)  # type: ignore[arg-type]

        monkeypatch.setattr("claims.pipeline.relate", overtaken)
        case.run()
    assert "Sache mole" in {item.label for item in case.queue()}
    assert not case.stats().needs_run


def _shifted(article: Article, _settings: object = None) -> list[Statement]:
    """The rules of another version: other ids, and the claim begins a word later."""
    found = []
    for item in toy_case.toy_extract(article):
        start = item.claim_spans[0].start + item.claim.index(" ") + 1
        found.append(
            item.model_copy(
                update={
                    "id": content_id("s", "other", item.id),
                    "claim_spans": (Span(start, item.claim_spans[0].end),),
                    "claim": article.text[start : item.claim_spans[0].end],
                }
            )
        )
    return found


def test_decisions_find_statements_that_another_version_cuts_otherwise(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry = next(item for item in case.queue() if item.label == "Sache ferry")
    one, other = (pair.conflict for pair in case.pairs(ferry.id))
    tomas, mira = case.search("Tomas")[0].statement, case.search("noon")[0].statement
    case.dismiss(one.id, "irony", note="siehe da")
    case.accept(other.id)
    case.edit_statement(mira.id, speaker="Mira Sol")
    case.strike(tomas.id)
    case.declare_conflict(mira.id, case.search("the bridge is open")[0].statement.id)
    case.undo()
    before = {act.id for act in case.acts()}

    monkeypatch.setattr("claims.pipeline.extract", _shifted)
    case.run()
    assert case.lost() == []
    states = [pair.review.status for item in case.queue() for pair in case.pairs(item.id)]
    assert sorted(states) == [ReviewStatus.ACCEPTED, ReviewStatus.DISMISSED]
    moved = next(p for p in case.pairs(case.queue()[0].id) if p.review.status is ReviewStatus.DISMISSED)
    assert moved.conflict.id != one.id
    assert (moved.review.why, moved.review.notes) == ("irony", "siehe da")
    assert case.search("noon")[0].name == "Mira Sol"
    assert case.search("Tomas")[0].review.status is ReviewStatus.STRUCK
    assert {act.id for act in case.acts()} == before

    case.later(moved.conflict.id, seen=moved.review.version)
    undone = case.undo()
    assert undone is not None
    assert undone.objects == (moved.conflict.id,)
    assert case.pair_view(moved.conflict.id).review.status is ReviewStatus.DISMISSED
    case.undo()
    assert case.search("Tomas")[0].review.status is ReviewStatus.OPEN
    assert len(case.queue()) == 2

    toy_case.install(monkeypatch)
    case.run()
    assert case.pair_view(one.id).review.why == "irony"
    assert case.statement_view(mira.id).name == "Mira Sol"
    assert case.lost() == []


def test_what_is_not_there_any_more_takes_no_decision_along(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    jonas = case.search("Jonas")[0].statement
    case.edit_statement(jonas.id, speaker="Jona")
    monkeypatch.setattr(
        "claims.pipeline.extract",
        lambda article, _: [item for item in _shifted(article) if item.speaker != "Jonas"],
    )
    case.run()
    assert {item.speaker.name for item in case.speakers()} == {"Ilka", "Mira", "Tomas"}
    assert [act.objects for act in case.lost()] == [(jonas.id,)]


def test_many_acts_together_are_one_analysis(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    relate = toy_case.toy_relate
    monkeypatch.setattr("claims.pipeline.relate", lambda *a, **k: (runs.append(1), relate(*a, **k))[1])
    jonas, tomas = case.search("Jonas")[0].statement, case.search("Tomas")[0].statement
    with case.together():
        case.strike(jonas.id)
        case.set_article_metadata(tomas.article_id, published="2024-02-29")
        with case.together():
            case.edit_statement(tomas.id, speaker="Tom")
        assert len(case.acts()) == 3
        assert runs == []
    assert runs == [1]
    assert case.statement_view(tomas.id).name == "Tom"
    assert case.statement_view(tomas.id).statement.claim_date.value == "2024-02-29"
    assert [item.label for item in case.queue()] == ["Sache bridge"]
    assert not case.stats().needs_run


def test_in_a_large_case_known_speakers_stay_and_new_ones_come(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {item.speaker.name: item.speaker.id for item in case.speakers()}
    monkeypatch.setattr("claims.review.analysis._AT_ONCE", 0)
    jonas, mira = case.search("Jonas")[0].statement, case.search("noon")[0].statement
    case.edit_statement(jonas.id, speaker="Ilka")
    case.edit_statement(mira.id, speaker="Mira Sol")
    assert case.statement_view(jonas.id).statement.speaker_id == before["Ilka"]
    assert case.statement_view(mira.id).name == "Mira Sol"
    ferry = next(item for item in case.queue() if item.label == "Sache ferry")
    assert sorted(pair.conflict.level for pair in case.pairs(ferry.id)) == [Level.CONFLICT, Level.SHIFT]
    shown = case.findings().statements
    case.run()
    assert case.findings().statements == shown


CHANGED = """Corrected in the evening.
Ilka: the ferry sails #ferry
A sentence was put in here about the quay and its gulls.
Jonas: the ferry surely does not sail #ferry
Mira: the ferry sails at noon #ferry"""
QUAY = "\nAt the quay people waited with trunks and dogs and a band played until the rain came down on all of them."
LAST = "\nThe harbour did not say more about it."


def at_address(text: str, url: str = "https://example.org/ferry") -> Article:
    return toy_case.toy_article(text).model_copy(update={"url": url})


def test_a_changed_article_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old, new = at_address(toy_case.FERRY + QUAY + LAST), at_address(CHANGED + QUAY)
    with Case.open(tmp_path / "claims.db", reviewer="mk") as case:
        case.add_article(old)
        for pair in case.pairs(case.queue()[0].id):
            case.dismiss(pair.conflict.id, "irony")
        mira = case.search("noon")[0].statement
        case.set_verdict(mira.id, verdict="richtig")
        case.add_statement(old.id, [(0, 4)], quote=(0, 28), speaker="Ada")
        gone = case.add_statement(old.id, [(len(old.text) - len(LAST) + 1, len(old.text))], speaker="Hafen")
        case.set_article_metadata(old.id, publisher="Hafenblatt", published="2024-02-29")
        case.add_article(new)
        assert [article.id for article in case.findings().articles] == [new.id]
        assert [(item.article.id, item.superseded_by) for item in case.articles()] == [(old.id, new.id), (new.id, "")]
        assert case.stats().articles == 1
        pairs = case.pairs(case.queue()[0].id)  # the third is with the statement by hand
        assert sorted(pair.review.why for pair in pairs) == ["", "irony", "irony"]
        assert case.search("noon")[0].review.verdict == "richtig"
        assert case.search("noon")[0].article.publisher == "Hafenblatt"
        assert case.search("noon")[0].statement.claim_date.value == "2024-02-29"
        assert case.statement_view(case.search("Ada")[0].statement.id).added_by_hand
        for item in case.findings().statements:
            assert new.text[item.char_start : item.char_end] == item.quote
        assert [act.id for act in case.lost()] == [gone.id]
        before = case.findings(), case.reviewed()
        assert not case.add_article(old)
        case.run()
        assert (case.findings(), case.reviewed()) == before


def test_one_address_on_different_articles_replaces_nothing(tmp_path: Path) -> None:
    with Case.open(tmp_path / "claims.db") as case:
        case.add_article(at_address(toy_case.FERRY))
        case.add_article(at_address(toy_case.BRIDGE))
        assert case.stats().articles == 2
        assert len(case.queue()) == 2


def test_neither_order_nor_batches_matter(folder: Path, tmp_path: Path) -> None:
    paths = [str(path) for path in sorted(folder.glob("*.txt"))]
    found = []
    for number, batches in enumerate(([paths], [[path] for path in reversed(paths)], [paths[1:], paths[:1]])):
        with Case.open(tmp_path / f"{number}.db") as one:
            for batch in batches:
                one.add(batch)
            found.append((one.findings(), one.queue()))
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize("sql", ["UPDATE reviews SET body = '[]'", "UPDATE statements SET shown = ''"])
def test_an_entry_that_makes_no_sense_is_told(case: Case, sql: str) -> None:
    one = first_pair(case)
    case.accept(one)
    with case._db.transaction():
        case._db.run(sql)
    with pytest.raises(CaseError, match="claims doctor"):
        case.pair_view(one)


def test_an_act_that_makes_no_sense_is_told(case: Case) -> None:
    with case._db.transaction():
        case._db.run(
            'INSERT INTO acts (id, at, reviewer, kind, objects, "values", before, note, undoes, about, anchors)'
            " VALUES ('act', '', '', 'explode', '[', '', '', '', '', '', '')"
        )
    with pytest.raises(CaseError, match="claims doctor"):
        case.acts()


def test_opening_a_case_loads_nothing_heavy() -> None:
    code = (
        "import sys, claims.review, claims.review.doctor; "
        "heavy = {'pandas', 'numpy', 'scipy', 'sklearn', 'trafilatura', 'lxml', 'textual', 'rich', 'htmldate'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
