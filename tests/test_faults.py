"""A fault in the analysis costs one piece of work, is told to the user, and everything else is as without it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from claims import conflicts, dates, pipeline, speakers
from claims.articles import article_from_text
from claims.cli import main
from claims.conflicts import parts
from claims.errors import InputError
from claims.export.report import write_html, write_markdown
from claims.faults import Faults
from claims.models import Article, Findings, Statement
from claims.pipeline import analyse, extract
from claims.review import Case
from claims.topics import readings

finding = import_module("claims.conflicts.find")  # the name is the function's too
HARBOUR = (
    "Hafen von Velmora\n\nIn Velmora wird seit Tagen über den Hafen und seine Fähren gestritten.\n\n"
    "Das Treffen mit der Reederei sei für den 14. März vereinbart, sagte Hafenchefin Ilka Brandau am Montag.\n\n"
    "Kapitän Jonas Okonjo sagte am Dienstag, ein Treffen mit der Reederei sei nie vereinbart worden.\n"
)
BRIDGE = (
    "Brücke in Kaltenfurt\n\nDie Brücke über die Sull bleibt den Kaltenfurtern ein Ärgernis.\n\n"
    "Die Sanierung der Brücke koste vier Millionen Euro, sagte Baurätin Wanda Tsch am Mittwoch.\n\n"
    "Die Sanierung der Brücke koste neun Millionen Euro, sagte Stadtrat Egon Filz am Mittwoch.\n"
)
COST = Faults.cost  # before the fixture that makes faults end a test


@pytest.fixture(autouse=True)
def _faults_are_survived(_faults_end_the_test: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Faults, "cost", COST)


def article(name: str, text: str) -> Article:
    return article_from_text(text, language="de", published="2025-03-12", source_file=f"{name}.txt")


def articles() -> list[Article]:
    return [article("harbour", HARBOUR), article("bridge", BRIDGE)]


def broken(*_given: object, **_named: object) -> list[Statement]:
    raise IndexError("list index out of range")


def breaks_if(concerned: Callable[..., bool], whole: Callable[..., object]) -> Callable[..., object]:
    """``whole``, broken where ``concerned`` by what it is given."""
    return lambda *given, **named: (broken if concerned(*given) else whole)(*given, **named)


def told_of(findings: Findings) -> dict[str, set[str]]:
    """The sources that each fault is told of."""
    told: dict[str, set[str]] = {}
    for fault in findings.faults:
        assert fault.values["error"] == "IndexError: list index out of range"
        told.setdefault(fault.key, set()).add(fault.source)
    return told


def every_statement_has_one_topic(findings: Findings) -> bool:
    listed = [name for topic in findings.topics for name in topic.statement_ids]
    return sorted(listed) == sorted(item.id for item in findings.statements)


def test_a_fault_in_comparing_a_topic_costs_the_conflicts_of_that_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = analyse(articles())
    assert whole.faults == ()
    about_bridge = {topic.id for topic in whole.topics if "Brücke" in topic.label or "Sanierung" in topic.label}
    lost = {conflict.id for conflict in whole.conflicts if conflict.topic_id in about_bridge}
    assert lost
    assert lost != {conflict.id for conflict in whole.conflicts}
    compare = finding.differ
    monkeypatch.setattr(finding, "differ", breaks_if(lambda a, *_: "Sanierung" in a.statement.claim, compare))
    found = analyse(articles())
    assert told_of(found) == {"fault.conflicts": {"bridge.txt"}}
    assert found.faults[0].values["topic"] in {topic.label for topic in whole.topics if topic.id in about_bridge}
    assert [item for item in whole.conflicts if item.id not in lost] == list(found.conflicts)
    assert (found.statements, found.speakers, found.topics) == (whole.statements, whole.speakers, whole.topics)


def test_a_fault_in_making_topics_costs_one_story_its_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = analyse(articles())
    monkeypatch.setattr(parts, "topics_of", breaks_if(lambda said, *_: "Sanierung" in said[0].claim, parts.topics_of))
    found = analyse(articles())
    assert told_of(found) == {"fault.topics": {"bridge.txt"}}
    assert every_statement_has_one_topic(found)
    assert "Brücke in Kaltenfurt" in {topic.label for topic in found.topics}
    harbour = {item.id for item in whole.statements if item.article_id == articles()[0].id}
    assert [one for one in found.conflicts if one.a in harbour] == [one for one in whole.conflicts if one.a in harbour]


def test_a_fault_in_reading_an_article_for_the_case_costs_that_article_its_topics(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = analyse(articles()[:1])
    in_article = readings.in_article
    monkeypatch.setattr(readings, "in_article", breaks_if(lambda said, *_: "Sanierung" in said[0].claim, in_article))
    found = analyse(articles())
    assert told_of(found) == {"fault.topics": {"bridge.txt"}}
    assert every_statement_has_one_topic(found)
    assert [one.id for one in found.conflicts] == [one.id for one in alone.conflicts] != []


def test_a_fault_in_what_excludes_what_leaves_topics_made_by_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "opposed", broken)
    found = analyse(articles())
    assert told_of(found) == {"fault.opposed": {"harbour.txt", "bridge.txt"}}
    assert found.conflicts


@pytest.mark.parametrize(
    ("module", "name", "key"),
    [
        (conflicts, "relate", "fault.topics"),
        (dates, "infer", "fault.hints"),
        (speakers, "look_alikes", "fault.hints"),
    ],
)
def test_other_faults_are_told_of_every_article_that_they_touch(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, key: str
) -> None:
    monkeypatch.setattr(module, name, broken)
    found = analyse(articles())
    assert told_of(found) == {key: {"harbour.txt", "bridge.txt"}}
    assert len(found.speakers) == 4
    assert every_statement_has_one_topic(found)


def test_a_fault_in_what_a_figure_takes_from_before_leaves_the_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "_lent", broken)
    found = analyse(articles())
    assert told_of(found).keys() == {"fault.opposed", "fault.lent"}
    assert found.conflicts


def test_a_fault_over_all_articles_leaves_who_speaks_in_each(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = analyse(articles())
    identify = speakers.identify

    def across_breaks(said: list[Statement], **named: object) -> object:
        return broken() if named.get("articles") else identify(said, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(speakers, "identify", across_breaks)
    found = analyse(articles())
    assert told_of(found) == {"fault.speakers": {"harbour.txt", "bridge.txt"}}
    assert {one.name for one in found.speakers} == {one.name for one in whole.speakers}
    assert [one.id for one in found.conflicts] == [one.id for one in whole.conflicts]
    monkeypatch.setattr(speakers, "identify", broken)
    found = analyse(articles())
    assert told_of(found).keys() == {"fault.speakers", "fault.no_speakers"}
    assert found.speakers == ()
    assert len(found.statements) == len(whole.statements)


def test_errors_raised_on_purpose_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_given: object, **_named: object) -> None:
        raise InputError("no")

    monkeypatch.setattr(conflicts, "relate", refused)
    with pytest.raises(InputError):
        analyse(articles())


def test_an_article_on_which_the_analysis_breaks_down_is_skipped_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipeline, "extract", breaks_if(lambda item, *_: item.source_file == "bridge.txt", extract))
    found = analyse(articles())
    assert [item.source_file for item in found.articles] == ["harbour.txt"]
    assert found.statements
    (fault,) = found.skipped
    assert (fault.source, fault.key) == ("bridge.txt", "skipped.fault")
    assert fault.values == {"error": "IndexError: list index out of range", "where": "test_faults.broken"}


def test_a_case_keeps_what_it_has_of_an_article_on_which_the_analysis_breaks_down(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, second = articles()
    with Case.open(tmp_path / "a.db") as case:
        assert case.add_article(first)
        before = len(case.findings().statements)
        monkeypatch.setattr(pipeline, "extract", broken)
        assert case.add_found([second]).skipped[0].key == "skipped.fault"
        with pytest.raises(InputError, match="IndexError"):
            case.add_article(second)
        assert [item.source for item in case.run().skipped] == ["harbour.txt"]
        assert len(case.findings().statements) == before > 0


def test_a_case_tells_of_a_fault_until_it_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with Case.open(tmp_path / "a.db") as case:
        with monkeypatch.context() as at_first:
            at_first.setattr(finding, "differ", broken)
            report = case.add_found(articles())
            assert {one.key for one in report.notices} == {"fault.conflicts"}
            assert all(item.notices for item in case.articles())
            assert case.findings().conflicts == ()
            other = article("weir", BRIDGE.replace("Brücke", "Schleuse").replace("Kaltenfurt", "Wehrstedt"))
            assert {"harbour.txt", "bridge.txt"} <= {one.source for one in case.add_found([other]).notices}
        third = article("fair", "Kirmes\n\nDie Kirmes in Ohl sei abgesagt, sagte Wirtin Pia Rau am Montag.\n")
        assert case.add_found([third]).notices == ()  # what had a fault is not taken as it was, but made again
        assert case.findings().conflicts


def test_command_line_and_reports_name_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("harbour", HARBOUR), ("bridge", BRIDGE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(finding, "differ", broken)
    monkeypatch.chdir(tmp_path)
    for arguments in (["check", "."], ["add", "."], ["run"]):
        assert main(arguments) == 0
        said = " ".join(capsys.readouterr().out.split())
        assert "were not compared: the analysis broke down there (IndexError: list index out of range in " in said
    found = analyse(articles())
    for write, name in ((write_html, "a.html"), (write_markdown, "a.md")):
        (path,) = write(found, tmp_path / name, language="de")
        assert "wurden nicht verglichen" in path.read_text(encoding="utf-8")


def test_a_notebook_sees_the_fault_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    import claims

    said = claims.extract(articles())
    monkeypatch.setattr(conflicts, "relate", broken)
    with pytest.raises(IndexError):
        claims.group(said)


def test_a_fault_after_an_act_on_a_large_case_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("claims.review.analysis._AT_ONCE", 0)  # only what is near is compared anew
    with Case.open(tmp_path / "a.db") as case:
        case.add_found(articles())
        topics = {one.topic_id: None for one in case.findings().conflicts}
        monkeypatch.setattr(finding, "differ", broken)
        case.merge_topics(list(topics))
        assert {one.key for item in case.articles() for one in item.notices} == {"fault.conflicts"}
