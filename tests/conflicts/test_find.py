"""Conflicts inside topics: what is compared, ids, order, context from the article."""

from __future__ import annotations

from claims.articles import article_from_text
from claims.conflicts import find
from claims.models import Level, Statement, Topic
from claims.topics import group
from tests.conflicts.making import say_that


def topic(*statements: Statement) -> Topic:
    return Topic(id="t_1", label="Werk", statement_ids=tuple(item.id for item in statements))


def test_only_statements_of_one_topic_are_compared() -> None:
    a, b = say_that("Das Werk wird geschlossen."), say_that("Das Werk bleibt offen.", speaker="Karl Tann", article="b")
    assert [(c.a, c.b) for c in find([a, b], [topic(a, b)])] == [(a.id, b.id)]
    assert find([a, b], [topic(a), topic(b)]) == []


def test_the_id_depends_on_the_two_statements_alone() -> None:
    a, b = say_that("Das Werk wird geschlossen."), say_that("Das Werk bleibt offen.", speaker="Karl Tann", article="b")
    (one,) = find([a, b], [topic(a, b)])
    (other,) = find([b, a], [topic(b, a).model_copy(update={"id": "t_2"})])
    assert one.id == other.id
    assert one.score == other.score


def test_an_elliptic_claim_takes_its_parties_from_the_statement_before() -> None:
    text = (
        "Das Treffen der Präsidenten von Norwegen und Kanada werde nicht verschoben. "
        "Ein solches Treffen sei nie vereinbart worden. "
        "Für das Treffen mit Japan und Chile gebe es keinen Termin."
    )
    article = article_from_text(text, language="de", published="2025-05-01")
    claims = text.split(". ")
    made, at = [], 0
    for number, claim in enumerate(claims):
        claim = claim.removesuffix(".")
        start = text.index(claim, at)
        made.append(say_that(claim, speaker=f"Person {'ABC'[number]}", article=article.id, start=start))
        at = start + len(claim)
    known, topics = group(made, articles=[article])
    one_topic = [topic(*known)]
    found = {(c.a, c.b): c for c in find(known, one_topic, articles=[article])}
    assert found[known[0].id, known[1].id].level == Level.CONFLICT
    assert (known[0].id, known[2].id) not in found or found[known[0].id, known[2].id].level == Level.CHECK
    assert topics


def test_a_bare_number_takes_the_measure_of_the_statement_before() -> None:
    a = say_that("An dem Marsch nahmen 900 Menschen teil.", speaker="Die Veranstalter")
    b = say_that("sprach von 400", speaker="Die Polizei", start=60)
    found = find([a, b], [topic(a, b)])
    assert [c.kind for c in found] == ["quantity"]
