"""Two meetings of the same parties, on two levels: which one a statement speaks of, and what its topic is called."""

from __future__ import annotations

import pytest

from claims import pipeline
from claims.articles import article_from_text
from claims.models import Article, Findings
from claims.topics.levels import levels

GERMAN = """Halvan und Tessin reden wieder

Das Treffen der Finanzminister von Halvan und Tessin in Ulm ist vereinbart, sagte Sprecher Bert Aumer. Der Termin stehe
seit März fest.

Ein Treffen der Präsidenten sei dagegen nie vereinbart worden, sagte Aumer. „Dafür gibt es keinen Grund.“

Tessins Finanzministerin Runa Falk sagte, in Ulm werde es um Zölle gehen."""
ENGLISH = """Ulm talks in doubt

The meeting of the finance ministers of Halvan and Tessin will not take place, Tessin's spokeswoman Ada Lorne said. It
had been called off on Monday, she added.

President Karl Mott of Halvan plans to meet his colleague from Tessin in June, a newspaper reported. Lorne said she had
never heard of such a plan."""
ALONE = """Verteidigungsminister treffen sich

Das Treffen der Verteidigungsminister von Halvan und Tessin ist vereinbart, sagte Verteidigungsminister Ole Brandt. Es
werde um Schiffe gehen, sagte Präsident Karl Mott."""


def article(text: str, language: str) -> Article:
    told = "\n\n".join(paragraph.replace("\n", " ") for paragraph in text.split("\n\n"))
    return article_from_text(told, title=text.partition("\n")[0], published="2026-04-02", language=language)


def analysed(*articles: Article) -> Findings:
    return pipeline.analyse(articles)


def level_of(found: Findings) -> dict[str, str]:
    story = {item.id: 0 for item in found.articles}
    told = levels(found.statements, story, {item.id: item.text for item in found.articles})
    return {item.claim: told.get(item.id, "") for item in found.statements}


@pytest.fixture(scope="module")
def two_meetings() -> Findings:
    return analysed(article(GERMAN, "de"), article(ENGLISH, "en"))


def test_the_level_is_that_of_the_meeting_named_last(two_meetings: Findings) -> None:
    told = level_of(two_meetings)
    of = {claim.strip("„“"): level for claim, level in told.items()}
    assert of["Der Termin stehe seit März fest"] == "finance_minister"
    assert of["Ein Treffen der Präsidenten sei dagegen nie vereinbart worden"] == "head"
    assert of["Dafür gibt es keinen Grund."] == "head"


def test_a_place_that_stands_with_one_meeting_tells_it(two_meetings: Findings) -> None:
    assert level_of(two_meetings)["in Ulm werde es um Zölle gehen"] == "finance_minister"


def test_the_office_of_a_speaker_tells_no_level_and_that_of_others_does(two_meetings: Findings) -> None:
    told = level_of(two_meetings)
    assert told["It had been called off on Monday"] == "finance_minister"
    assert told["she had never heard of such a plan"] == "head"


def test_where_one_level_meets_nothing_is_told_apart() -> None:
    assert set(level_of(analysed(article(ALONE, "de"))).values()) == {""}


def test_two_meetings_are_two_topics_named_by_those_who_meet(two_meetings: Findings) -> None:
    label = {name: topic.label for topic in two_meetings.topics for name in topic.statement_ids}
    by_claim = {item.claim: label[item.id] for item in two_meetings.statements}
    assert by_claim["Der Termin stehe seit März fest"] == by_claim["It had been called off on Monday"]
    assert by_claim["Ein Treffen der Präsidenten sei dagegen nie vereinbart worden"].endswith("der Präsidenten")
    for conflict in two_meetings.conflicts:
        ends = {item.id: item.claim for item in two_meetings.statements}
        assert level_of(two_meetings)[ends[conflict.a]] == level_of(two_meetings)[ends[conflict.b]]


def test_one_of_those_who_meet_is_no_level() -> None:
    """Talks with the prime minister and talks of the health ministers may be the same ones."""
    text = (
        "Clinic pay row\n\nThe talks of the health ministers in Ulm were postponed, said spokesman Bert Aumer. Doctors "
        "said their talks with the prime minister had failed."
    )
    assert set(level_of(analysed(article(text, "en"))).values()) == {""}


def test_ministers_who_come_with_their_presidents_have_no_meeting_of_their_own() -> None:
    text = (
        "Summit in Bern\n\nThe presidents of Halvan and Tessin will meet on May 14, spokesman Bert Aumer said. The "
        "foreign ministers will join the talks, Aumer said.\n\nTessin's spokeswoman Ada Lorne said no date had been "
        "agreed."
    )
    assert set(level_of(analysed(article(text, "en"))).values()) == {""}
