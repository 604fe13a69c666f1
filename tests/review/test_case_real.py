"""The service over the real pipeline and the sample articles: what a reviewer does stays when everything runs again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claims.models import ReviewStatus
from claims.resources import seeds_folder
from claims.review import Case


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("real") / "claims.db"
    with Case.open(path, reviewer="mk") as case:
        report = case.add([str(seeds_folder())])
        assert len(report.added) >= 15
        assert report.skipped == ()
    return path


@pytest.fixture
def case(read_once: Path, tmp_path: Path) -> Case:
    return Case.open(shutil.copyfile(read_once, tmp_path / "claims.db"), reviewer="mk")


def test_the_queue_leads_to_pairs_with_reasons_and_passages(case: Case) -> None:
    items = case.queue()
    assert len(items) > 3
    for item in items:
        for line in case.pairs(item.id):
            pair = case.pair_view(line.conflict.id)
            assert pair.reasons
            for reason in pair.reasons:
                assert reason.text
                for side, span in ((pair.a, reason.span_a), (pair.b, reason.span_b)):
                    assert side.article.text[span.start : span.end].strip()
            for side in (pair.a, pair.b):
                assert side.passage.text[side.passage.quote.start : side.passage.quote.end] == side.statement.quote


def test_every_reason_is_worded_in_german_too(read_once: Path) -> None:
    with Case.open(read_once, read_only=True, lang="de") as german, Case.open(read_once, read_only=True) as english:
        for conflict in english.findings().conflicts:
            for ours, theirs in zip(
                german.pair_view(conflict.id).reasons, english.pair_view(conflict.id).reasons, strict=True
            ):
                assert ours.text != theirs.text
                assert conflict.reasons[0].key not in ours.text


def test_what_a_reviewer_did_outlasts_another_run(case: Case) -> None:
    first, second, *_ = case.queue()
    pairs = case.pairs(first.id)
    case.accept(pairs[0].conflict.id, note="geprüft")
    case.merge_topics([first.id, second.id])
    merged = next(item for item in case.queue() if item.pairs >= first.pairs + second.pairs)
    assert merged.statements == first.statements + second.statements
    assert case.pair_view(pairs[0].conflict.id).review.notes == "geprüft"
    view = case.topic_view(merged.id)
    outsider = view.statements[-1].statement.id
    case.split([outsider])
    assert outsider not in next(i for i in map(case.topic_view, (t.id for t in case.queue()))).topic.statement_ids
    struck = view.statements[0].statement.id
    case.strike(struck)
    case.edit_statement(view.statements[1].statement.id, claim_date="2025-01-01")
    before = case.findings(), case.reviewed(), case.queue()
    case.run()
    assert (case.findings(), case.reviewed(), case.queue()) == before
    assert case.statement_view(struck).review.status is ReviewStatus.STRUCK
    assert case.lost() == []
    for _ in range(5):
        assert case.undo() is not None
    assert case.undo() is None
    assert [(item.label, item.pairs) for item in case.queue()] == [
        (item.label, item.pairs) for item in Case.open(case.path, read_only=True).queue()
    ]
    assert {item.id for item in case.queue()} >= {first.id, second.id}


def test_a_date_given_to_an_undated_article_dates_its_statements(case: Case) -> None:
    undated = next(item for item in case.articles() if not item.article.published.value and item.statements)
    assert [notice.key for notice in undated.notices] != []
    case.set_article_metadata(undated.article.id, published="2025-07-11")
    dates = {view.statement.claim_date.value[:4] for view in case.statements(article_id=undated.article.id)}
    assert "2025" in dates
    item = next(one for one in case.articles() if one.article.id == undated.article.id)
    assert item.article.published.value == "2025-07-11"


def test_in_a_large_case_the_near_topics_are_what_a_run_makes_of_them(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.review.analysis._AT_ONCE", 0)
    item = case.queue()[0]
    members = [view.statement.id for view in case.topic_view(item.id).statements]
    case.split(members[:1])
    case.strike(members[1])
    shown = {topic.statement_ids for topic in case.findings().topics}
    case.run()
    assert {topic.statement_ids for topic in case.findings().topics} == shown
