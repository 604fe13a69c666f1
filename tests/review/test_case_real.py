"""The service over the real pipeline and the sample articles: what a reviewer does stays when everything runs again."""

from __future__ import annotations

import itertools
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


def test_a_pair_is_explained_as_the_case_shows_it(case: Case) -> None:
    shown = case.findings().conflicts
    for conflict in shown:
        for a, b in ((conflict.a, conflict.b), (conflict.b, conflict.a)):
            found = case.explain(a, b)
            assert (found.level, found.kind, found.score) == (conflict.level, conflict.reasons[0].kind, conflict.score)
        assert found.reasons[0].span_b == conflict.reasons[0].span_a
    clashing = {frozenset((conflict.a, conflict.b)) for conflict in shown}
    for topic in case.findings().topics:
        for a, b in itertools.combinations(topic.statement_ids[:4], 2):
            if frozenset((a, b)) not in clashing:
                assert case.explain(a, b).level is None


def test_what_a_reviewer_did_outlasts_another_run(case: Case) -> None:
    first, second, *_ = case.queue()
    pairs = case.pairs(first.id)
    case.accept(pairs[0].conflict.id, note="geprüft")
    case.merge_topics([first.id, second.id])
    merged = next(item for item in case.queue() if item.pairs >= first.pairs + second.pairs)
    assert merged.statements == first.statements + second.statements
    assert case.pair_view(pairs[0].conflict.id).review.notes == "geprüft"
    view = case.topic_view(merged.id)
    accepted = {pairs[0].conflict.a, pairs[0].conflict.b}
    others = [item.statement.id for item in view.statements if item.statement.id not in accepted]
    outsider = others[-1]
    case.split([outsider])
    assert outsider not in next(i for i in map(case.topic_view, (t.id for t in case.queue()))).topic.statement_ids
    struck = others[0]
    case.strike(struck)
    case.edit_statement(others[1], claim_date="2025-01-01")
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


def test_a_part_of_the_case_is_cut_out_whole(case: Case) -> None:
    whole = case.findings()
    conflict = whole.conflicts[0]
    topic = next(topic for topic in whole.topics if topic.id == conflict.topic_id)
    speaker = next(item.speaker_id for item in whole.statements if item.id == conflict.a)
    for name in (conflict.id, topic.id, conflict.a):
        part = case.findings_about(name)
        assert {item.id for item in part.statements} == set(topic.statement_ids)
        assert part.conflicts == tuple(item for item in whole.conflicts if item.topic_id == topic.id)
        assert {item.id for item in part.topics} == {topic.id, *topic.related}
        assert {item.article_id for item in part.statements} == {article.id for article in part.articles}
    part = case.findings_about(speaker)
    said = {item.id for item in whole.statements if item.speaker_id == speaker}
    assert said <= {item.id for item in part.statements}
    assert {item.id for item in part.topics} >= {one.id for one in whole.topics if said & set(one.statement_ids)}
    assert case.findings_about("x_none").statements == ()


def topic_of(case: Case) -> dict[str, str]:
    return {name: topic.id for topic in case.findings().topics for name in topic.statement_ids}


def test_in_a_large_case_an_act_shows_at_once_and_what_lies_further_off_waits_for_a_run(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a statement that was split off could stand instead is found by the next run alone, and the case says so."""
    monkeypatch.setattr("claims.review.analysis._AT_ONCE", 0)
    item = case.queue()[0]
    freed, struck, *rest = (view.statement.id for view in case.topic_view(item.id).statements)
    others = {topic.statement_ids for topic in case.findings().topics if topic.id != item.id}
    case.split([freed])
    case.strike(struck)
    assert {topic.statement_ids for topic in case.findings().topics} == {*others, (freed,), tuple(rest)}
    assert case.stats().needs_run
    case.run()
    assert not case.stats().needs_run
    home = topic_of(case)
    assert len({home[name] for name in rest}) == 1
    assert home[freed] != home[rest[0]]
    assert struck not in home


@pytest.mark.parametrize("at_once", [0, 400])
def test_what_was_merged_stays_together_when_a_link_of_it_is_struck(
    case: Case, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr("claims.review.analysis._AT_ONCE", at_once)
    first, second = (case.topic_view(item.id).topic for item in case.queue()[-2:])
    case.merge_topics([first.id, second.id])
    case.strike(first.statement_ids[-1])
    case.strike(second.statement_ids[0])
    case.run()
    home = topic_of(case)
    left = [*first.statement_ids[:-1], *second.statement_ids[1:]]
    assert len(left) >= 2
    assert len({home[name] for name in left}) == 1


def test_what_was_split_off_can_be_merged_back(case: Case) -> None:
    topic = next(topic for topic in case.findings().topics if len(topic.statement_ids) > 3)
    away = topic.statement_ids[1]
    case.split([away])
    home = topic_of(case)
    case.merge_topics([home[away], home[topic.statement_ids[0]]])
    home = topic_of(case)
    assert len({home[name] for name in topic.statement_ids}) == 1


@pytest.mark.parametrize(("language", "name"), [("de", "Andrej Malenkow"), ("en", "Andrei Malenkov")])
def test_a_name_is_shown_as_articles_in_the_interface_language_spell_it(
    tmp_path: Path, language: str, name: str
) -> None:
    (tmp_path / "de.txt").write_text(
        "Hafen bleibt zu\n\nDer Hafen bleibt bis März geschlossen, sagte Minister Andrej Malenkow am 3. Mai 2025.\n"
        "Die Kräne werden nach seinen Worten in dieser Zeit geprüft und die Kaimauer wird erneuert.\n",
        encoding="utf-8",
    )
    (tmp_path / "en.txt").write_text(
        "Harbour to stay shut\n\nThe harbour stays closed until March, minister Andrei Malenkov said on 3 May 2025.\n"
        "The cranes would be inspected during that time, and the wall of the quay would be rebuilt, he said.\n",
        encoding="utf-8",
    )
    with Case.open(tmp_path / "claims.db", lang=language) as case:
        case.add([str(tmp_path / "de.txt"), str(tmp_path / "en.txt")])
        assert name in {item.speaker.name for item in case.speakers()}
        case.run()
        assert name in {item.speaker.name for item in case.speakers()}
