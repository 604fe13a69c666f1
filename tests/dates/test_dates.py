"""When statements were said and what time they speak of, on whole short articles."""

from __future__ import annotations

import pytest

from claims import dates
from claims.articles import article_from_text
from claims.models import Article, Basis, Statement, When
from claims.speakers import resolve
from claims.statements import find


def read(text: str, published: str, language: str = "de") -> tuple[Article, list[Statement]]:
    article = article_from_text(text, published=published, language=language, source_file=f"{published or 'none'}.txt")
    return article, dates.date(article, resolve(article, find(article)))


def the_one(statements: list[Statement], words: str) -> Statement:
    (found,) = [statement for statement in statements if words in statement.claim]
    return found


SAID = [
    # words of the claim, article, published, claim_date, basis
    (
        "finde am 30. Oktober statt",
        "Minister Harald Kolb sagte am Freitag, das Treffen finde am 30. Oktober statt.",
        "2025-10-12",
        "2025-10-10",
        Basis.RELATIVE,
    ),
    (
        "nicht zurück",
        "Bürgermeisterin Ute Lang hatte am Montag noch erklärt, sie trete nicht zurück.",
        "2025-10-16",
        "2025-10-13",
        Basis.RELATIVE,
    ),
    (
        "Brücke sei sicher",
        "Die Brücke sei sicher, sagte Bauleiter Piet Osterkamp der Zeitung.",
        "2025-10-16",
        "2025-10-16",
        Basis.ARTICLE,
    ),
    (
        "kein Geld",
        "Kämmerer Jan Roth sagte am 3. März 2024, es gebe kein Geld.",
        "2024-03-05",
        "2024-03-03",
        Basis.EXPLICIT,
    ),
    (
        "das Gutachten",
        "Nach dem Unfall vom Montag sagte Sprecherin Eva Trost, das Gutachten liege vor.",
        "2024-03-07",
        "2024-03-07",
        Basis.ARTICLE,
    ),
    (
        "beschlossen",
        "Noch am 22. Oktober hatte ein Sprecher von Marwede erklärt, die Schließung sei beschlossen.",
        "2025-11-04",
        "2025-10-22",
        Basis.RELATIVE,
    ),
    (
        "Entscheidung",
        "Wirtschaftsminister Lars Detmold nannte die Entscheidung am Abend „einen guten Tag für die Region“.",
        "2025-11-04",
        "2025-11-04",
        Basis.RELATIVE,
    ),
    (
        "überflüssig",
        "Zum Streik am Montag sagte Verbandschef Ole Brandt, er sei überflüssig.",
        "2024-03-07",
        "2024-03-07",
        Basis.ARTICLE,
    ),
    (
        "kein Geld da",
        "Es sei kein Geld da, sagt Kämmerer Jan Roth am Dienstag.",
        "2024-03-07",
        "2024-03-05",
        Basis.RELATIVE,
    ),
    (
        "wolle bleiben",
        "Trainer Milan Dorn hatte nach jenem Gespräch angekündigt, dass er wolle bleiben.",
        "2024-03-07",
        "2024-03~",
        Basis.ARTICLE,
    ),
    (
        "sei gedeckt",
        "Ministerin Karla Stein sagte am Freitag, der Haushalt sei gedeckt.",
        "",
        "",
        Basis.RELATIVE,
    ),
]


@pytest.mark.parametrize(("words", "text", "published", "value", "basis"), SAID, ids=[case[0] for case in SAID])
def test_when_it_was_said(words: str, text: str, published: str, value: str, basis: Basis) -> None:
    article, statements = read(text, published)
    when = the_one(statements, words).claim_date
    assert (when.value, when.basis) == (value, basis)
    if when.span is not None:
        assert article.text[when.span.start : when.span.end] == when.text


def test_a_statement_is_never_said_after_it_was_printed() -> None:
    _, statements = read(
        'The bridge is safe, engineer Paula Wren says on Thursday.\n\n"No," he said.', "2025-10-15", "en"
    )
    assert all(statement.claim_date.value <= "2025-10-15" for statement in statements)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On Monday, the harbour master Paula Wren said that the pier was safe.", "pier was safe", "2025-10-13"),
        ("In a statement issued on Sunday, the operator said that the pier was safe.", "pier was safe", "2025-10-12"),
        ("After the storm of Sunday, the operator said that the pier was safe.", "pier was safe", "2025-10-15"),
        ("The union put the toll at 21 in a report on 2 October.", "21", "2025-10-02"),
    ],
)
def test_what_stands_in_front_of_the_clause(text: str, words: str, value: str) -> None:
    _, statements = read(text, "2025-10-15", "en")
    assert the_one(statements, words).claim_date.value == value


def test_the_occasion_is_carried_on() -> None:
    text = (
        "Ministerin Karla Stein sagte am Montag, der Hafen werde nicht verkauft. Es gebe auch keinen Käufer.\n\n"
        "Der Betriebsrat erklärte, er glaube das nicht.\n\n"
        "Stein sagte zudem, die Arbeitsplätze seien sicher."
    )
    _, statements = read(text, "2025-10-16")
    assert the_one(statements, "keinen Käufer").claim_date.value == "2025-10-13"
    assert the_one(statements, "glaube das nicht").claim_date.value == "2025-10-16"
    assert the_one(statements, "Arbeitsplätze").claim_date.value == "2025-10-13"


def test_what_time_it_speaks_of_and_how_many() -> None:
    text = "Minister Harald Kolb sagte am Freitag, das Treffen finde am 30. Oktober mit rund 200 Gästen statt."
    article, statements = read(text, "2025-10-12")
    statement = the_one(statements, "30. Oktober")
    assert (statement.about_date.value, statement.about_date.text) == ("2025-10-30", "am 30. Oktober")
    (quantity,) = statement.quantities
    assert (quantity.value, quantity.unit) == (200, "person")
    assert article.text[quantity.span.start : quantity.span.end] == "rund 200 Gästen"


def test_an_open_date_is_kept_with_its_words() -> None:
    _, statements = read(
        "Sprecherin Eva Trost sagte am Freitag, für die Wahl gebe es noch keinen Termin.", "2025-10-12"
    )
    about = the_one(statements, "Termin").about_date
    assert (about.value, about.text, about.basis) == ("", "noch keinen Termin", Basis.EXPLICIT)


FIRST = (
    "Hafenchefin Ilka Brandau nannte den Streit um die Fähre nach Velmora eine Zumutung.\n\n"
    "Die Reederei habe sämtliche Zusagen gebrochen und den Vertrag mehrfach verletzt, sagte Ilka Brandau."
)
SECOND = (
    "Der Streit um die Fähre geht weiter. Die Reederei habe Zusagen gebrochen und den Vertrag mehrfach verletzt, "
    "sagte Hafenchefin Ilka Brandau am Dienstag.\n\n"
    "Reeder Jonas Okonjo erklärte am Mittwoch, das treffe nicht zu."
)


def test_a_date_is_proposed_for_an_undated_article_and_not_taken() -> None:
    one, first = read(FIRST, "2025-03-11")  # a Tuesday
    two, second = read(SECOND, "")
    (proposal,) = dates.infer([one, two], [*first, *second])
    assert (proposal.article_id, proposal.other_id, proposal.value) == (two.id, one.id, "2025-03-12")
    assert two.text[proposal.span.start : proposal.span.end] == "am Mittwoch"
    assert all(not statement.claim_date.value for statement in second)


def test_a_dateline_without_a_year_takes_that_of_the_article_that_reports_the_same() -> None:
    one, first = read(FIRST, "2025-03-11")
    line = "BRANDAU, 13. März (nnn) – Die Reederei habe Zusagen gebrochen und den Vertrag mehrfach verletzt, sagte "
    two, second = read(f"{line}Ilka Brandau. Der Streit um die Fähre nach Velmora geht damit weiter.", "")
    (proposal,) = dates.infer([one, two], [*first, *second])
    assert (proposal.article_id, proposal.other_id, proposal.value) == (two.id, one.id, "2025-03-13")
    assert (proposal.key, proposal.values["weekday"]) == ("proposal.same_report_year", "13. März")
    assert dates.infer([one.model_copy(update={"published": When(value="2025")}), two], [*first, *second]) == []


def test_no_date_is_proposed_where_the_weekday_does_not_fit() -> None:
    one, first = read(FIRST, "2025-03-10")
    two, second = read(SECOND, "")
    assert dates.infer([one, two], [*first, *second]) == []


def test_a_report_of_the_past_takes_the_day_of_the_event_before_it_as_inferred() -> None:
    text = "In Altheim brannte am Sonntag ein Kiosk ab. Die Polizei berichtete, drei Gäste seien verletzt worden."
    _, statements = read(text, "2025-10-14")
    about = the_one(statements, "drei Gäste").about_date
    assert (about.value, about.basis, about.text) == ("2025-10-12", Basis.INFERRED, "am Sonntag")
