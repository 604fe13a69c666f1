"""Interviews without labels: who answers is told by how the questions address him."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Stance, Statement
from claims.speakers import resolve
from claims.statements import find

GERMAN = """„Wir schließen kein Bad“

Bäderchef Arno Thiele über teure Energie und leere Kassen

Herr Thiele, das Nordbad ist seit Mai zu. Wann öffnet es wieder?

Wir öffnen im Oktober. Die Pumpe ist bestellt.

Der Schwimmverein sagt, Sie hätten die Reparatur verschleppt.

Das ist falsch. Ich habe den Auftrag im Juni erteilt.

Im Winter haben Sie versprochen, die Preise blieben stabil. Gilt das noch?

Das habe ich nie versprochen."""

ENGLISH = """Pool manager blames pump

Mr Thiele, the north pool has been shut since May. When will it open?

We open in October. The pump has been ordered.

The swimming club says you delayed the repair.

That is wrong. I placed the order in June.

Will you resign?

No. My contract ends in 2029."""

LETTERS = """Leserfragen zur Rente

Wann muss ich den Antrag stellen?

Spätestens drei Monate vorher, teilt die Rentenkasse mit.

Was kostet das?

Die Beratung ist kostenlos, sagt Mia Torn von der Kasse."""


def said(text: str, language: str) -> list[Statement]:
    article = article_from_text(text, publisher="Test", published="2025-05-06", language=language)
    return resolve(article, find(article))


def test_german_answers_are_who_is_addressed() -> None:
    found = [(one.speaker, one.claim) for one in said(GERMAN, "de")]
    assert found == [
        ("Arno Thiele", "„Wir schließen kein Bad“"),
        ("Arno Thiele", "Wir öffnen im Oktober"),
        ("Arno Thiele", "Die Pumpe ist bestellt"),
        ("Schwimmverein", "Sie hätten die Reparatur verschleppt"),
        ("Arno Thiele", "Das ist falsch"),
        ("Arno Thiele", "Ich habe den Auftrag im Juni erteilt"),
        ("Arno Thiele", "die Preise blieben stabil"),
        ("Arno Thiele", "Das habe ich nie versprochen"),
    ]


def test_english_answers_are_who_is_addressed() -> None:
    found = [(one.speaker, one.claim) for one in said(ENGLISH, "en")]
    assert ("swimming club", "you delayed the repair") in found
    assert [claim for name, claim in found if name == "Thiele"] == [
        "We open in October",
        "The pump has been ordered",
        "That is wrong",
        "I placed the order in June",
        "My contract ends in 2029",
    ]


def test_questions_that_address_nobody_make_no_interview() -> None:
    assert {one.speaker for one in said(LETTERS, "de")} == {"Rentenkasse", "Mia Torn"}


def test_yes_and_no_answer_the_question_before() -> None:
    text = "Lohnt sich die Umgehung? Ja, meint Landrat Veit Nusser. Nein, sagt der Naturschutzbund."
    assert [(one.speaker, one.claim, one.stance) for one in said(text, "de")] == [
        ("Veit Nusser", "Lohnt sich die Umgehung? Ja", Stance.CONFIRMS),
        ("Naturschutzbund", "Lohnt sich die Umgehung … Nein", Stance.DENIES),
    ]
    text = (
        "So who is right: can the weir be saved?\n\nNo, says the harbour board. Yes, the anglers insist: it is sound."
    )
    assert [(one.speaker, one.claim, one.stance) for one in said(text, "en")] == [
        ("harbour board", "can the weir be saved … No", Stance.DENIES),
        ("anglers", "can the weir be saved … Yes", Stance.CONFIRMS),
        ("anglers", "it is sound", Stance.ASSERTS),
    ]


def test_no_without_a_question_answers_nothing() -> None:
    found = said("Der Tag war lang. Nein, sagt Mia Torn.", "de")
    assert not [one.claim for one in found if "Tag" in one.claim]


TURNS = {
    "de": """Herr Busch, im Hafen sind zwei Kräne gestürzt. Seit wann wussten Sie von den Mängeln?

Seit März. Wir haben damals sofort die Aufsicht gerufen.

Die Aufsicht sagt, der Hinweis sei im Mai gekommen.

Das stimmt nicht. Es gab im März ein Schreiben.

Treten Sie zurück?

Nein. Das steht nicht an.""",
    "en": """Mrs Bell, two cranes fell in the port. When did you learn of the faults?

In March. We called the inspectors at once.

The inspectorate says the warning came in May.

That is wrong. There was a letter in March.

Will you resign?

No. That is not on the table.""",
}


@pytest.mark.parametrize(("language", "asked", "other"), [("de", "Busch", "Aufsicht"), ("en", "Bell", "inspectorate")])
def test_what_is_held_up_without_a_question_mark_is_no_answer(language: str, asked: str, other: str) -> None:
    found = [(one.speaker, one.claim) for one in said(TURNS[language], language)]
    assert [name for name, _ in found].count(other) == 1
    answers = [claim for name, claim in found if name == asked]
    assert len(answers) >= 4
    assert not any("?" in claim for claim in answers)
