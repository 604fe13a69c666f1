"""German: what is said is whole, frame or no frame in its middle, and takes in nothing of another's."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Stance
from claims.speakers import resolve
from claims.statements import find


def said(text: str) -> list[tuple[str, str]]:
    article = article_from_text(f"Ohne Titel\n\n{text}", publisher="Test", published="2025-05-06", language="de")
    return [(one.speaker, one.claim) for one in resolve(article, find(article))]


WHOLE = [
    # what goes on behind the frame without a verb, its condition and its ground
    ("Das Wehr sei nicht morsch, sagte Jan Ode, sondern nur feucht.", "Jan Ode",
     "Das Wehr sei nicht morsch … sondern nur feucht"),
    ("Man zahle gern, betonte Mia Torn, aber nicht vor Mai.", "Mia Torn", "Man zahle gern … aber nicht vor Mai"),
    ("Man werde zahlen, sagte Mia Torn, sofern das Gericht es verlangt.", "Mia Torn",
     "Man werde zahlen … sofern das Gericht es verlangt"),
    ("Schuld sei nicht das Wetter, meinte Mia Torn, sondern „wir, wir alle zusammen“.", "Mia Torn",
     "Schuld sei nicht das Wetter … sondern „wir, wir alle zusammen“"),
    ("Die Wirtin sei zäh, sagt Jan Ode am Telefon, „das haben hier alle im Blut“.", "Jan Ode",
     "Die Wirtin sei zäh … „das haben hier alle im Blut“"),
    ("Der Bund habe nichts getan, sagte Mia Torn nach dem Treffen in Seeburg; über Geld brauche man nicht zu reden.",
     "Mia Torn", "Der Bund habe nichts getan … über Geld brauche man nicht zu reden"),
    # the frame set in
    ("Die Mensa, sagt Jan Ode, ist zu eng.", "Jan Ode", "Die Mensa … ist zu eng"),
    ("Die Mensa ist, meint Jan Ode, zu eng.", "Jan Ode", "Die Mensa ist … zu eng"),
    ("Alte Bäume, sagt die Försterin, brauchen Wasser.", "Försterin", "Alte Bäume … brauchen Wasser"),
    ("Niemand habe, so Mia Torn, den Pegel gelesen.", "Mia Torn", "Niemand habe … den Pegel gelesen"),
    ("Zwei Boote, berichtet Jan Ode, der dort angelt, hätten gebrannt.", "Jan Ode", "Zwei Boote … hätten gebrannt"),
    ("Das wird sich bessern, hofft Mia Torn.", "Mia Torn", "Das wird sich bessern"),
    ("Sonst drohten Ausfälle, warnte Direktorin Mia Torn.", "Mia Torn", "Sonst drohten Ausfälle"),
    # the host words of a quotation
    ("Wenn die Pumpe gelaufen wäre, „wäre der Keller trocken geblieben“, sagte Jan Ode.", "Jan Ode",
     "Wenn die Pumpe gelaufen wäre, „wäre der Keller trocken geblieben“"),
    # no verb at all
    ("Kein Anlass zur Eile, findet Mia Torn.", "Mia Torn", "Kein Anlass zur Eile"),
    ("Ausgeschlossen, sagt das Bauamt.", "Bauamt", "Ausgeschlossen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "claim"), WHOLE)
def test_a_claim_is_whole(text: str, speaker: str, claim: str) -> None:
    assert (speaker, claim) in said(text)


OTHERS = [
    # what another says or does ends it
    ("Jan Ode sagte, das Team sei fit – der Arzt widersprach: Zwei seien krank.", "Jan Ode", "das Team sei fit"),
    ("Aus dem Amt verlautete, es habe gekracht; ein Zeuge widersprach: Es sei still gewesen.", "Zeuge",
     "Es sei still gewesen"),
    ("Während Mia Torn sagt, sie stehe zum Plan, spricht Jan Ode von „Fragen, die man nicht habe stellen wollen“.",
     "Mia Torn", "sie stehe zum Plan"),
    ("Mia Torn sagte, das Tor sei alt, was der Leiter des Bauamts, Jan Ode, bestreitet.", "Jan Ode",
     "das Tor sei alt"),
    ("Das sehen viele im Ort anders: „Es hat gestunken“, sagt Jan Ode.", "Jan Ode", "„Es hat gestunken“"),
    ("Mia Torn wies das zurück. Es sei der Wagen gekauft worden, den der Rat beschlossen habe, und Jan Ode habe "
     "zugestimmt.", "Mia Torn",
     "Es sei der Wagen gekauft worden, den der Rat beschlossen habe, und Jan Ode habe zugestimmt"),
    # what the narrator tells of the source or adds behind the frame
    ("Wie aus dem Beschluss hervorgeht, in den der Bote Einsicht hatte, gilt der Verdacht fünf Leuten.", "Beschluss",
     "gilt der Verdacht fünf Leuten"),
    ("Man werde klagen, sagte Mia Torn, bevor sie ging.", "Mia Torn", "Man werde klagen"),
    ("Man werde klagen, sagt Mia Torn und legt auf.", "Mia Torn", "Man werde klagen"),
    ("Die Lücke erklärt sich nach Angaben des Bauamts dadurch, dass anders gezählt wird.", "Bauamt",
     "Die Lücke erklärt sich … dadurch, dass anders gezählt wird"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "claim"), OTHERS)
def test_a_claim_takes_in_nothing_of_another(text: str, speaker: str, claim: str) -> None:
    assert (speaker, claim) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sollte sich der Verdacht bestätigen, brennt die Hütte.",
        "Der Verdacht bestätigte sich nicht.",
        "Folgt man dem Weg, so ist der Deich sicher.",
        "Die Rose ging nicht ein.",
        "Der Trainer blieb bei seiner Aufstellung.",
        "„Wegen Umbaus“, steht auf einem Zettel am Tor.",
        "Der Parteitag bestätigte Kolb im Amt.",
        "Der Hund bellte, fand den Knochen.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert said(text) == []


def test_a_quotation_runs_over_paragraphs() -> None:
    text = (
        "„Wir bauen nicht“, sagt Mia Torn. „Wer anderes behauptet, irrt.\n\nWahr ist, dass wir prüfen. Das dauert.\n\n"
        "Mit Geld hat das nichts zu tun.“\n\nDer Saal blieb leer."
    )
    assert [speaker for speaker, _ in said(text)] == ["Mia Torn"] * 4
    assert said(text)[2][1] == "Wahr ist, dass wir prüfen. Das dauert"
    open_end = (
        "Mia Torn sagte: „Wir bauen nicht. Das ist aus.\n\nDer Saal blieb leer. Niemand ging.\n\nDas Fest fiel aus."
    )
    assert len(said(open_end)) == 1  # no mark ever closes it


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Grüne Jugend fordert Neuwahlen.", "Grüne Jugend"),
        ("Die Deutsche Wildhilfe klagt, das Amt sei säumig.", "Deutsche Wildhilfe"),
        ("Die Grüne Maria Koch sagte, es eile.", "Maria Koch"),
        ("Das sei machbar, so Verbandschef Jan von Ahlen.", "Jan von Ahlen"),
        ("Das sei machbar, sagte Sprecherin Meier von Greenpeace.", "Meier"),
        ("Der Konzern, die Ostdeutsche Kohle AG, betont, niemand müsse gehen.", "Ostdeutsche Kohle AG"),
        ("Aus Koalitionskreisen verlautete, es habe gekracht.", "Koalitionskreise"),
        ("Die in Emden erscheinende DEICHPOST hält das für unfertig.", "DEICHPOST"),
        ("Die Volksbank Heidetal eG teilte mit, es bleibe dabei.", "Volksbank Heidetal eG"),
    ],
)
def test_whose_name_is_whole(text: str, speaker: str) -> None:
    assert [who for who, _ in said(text)] == [speaker]


def test_a_prosecutor_is_nobodys_lawyer() -> None:
    text = "Es gebe Spuren, sagte Staatsanwalt Jan Ode. Der Fahrer schweigt. Sein Anwalt teilte mit, er sei krank."
    assert [who for who, _ in said(text)] == ["Jan Ode", "Anwalt"]


def test_who_goes_into_nothing_declines() -> None:
    text = "Auf die Frage, weshalb Belege fehlten, gingen die Anwälte nicht ein."
    article = article_from_text(f"Ohne Titel\n\n{text}", publisher="Test", published="2025-05-06", language="de")
    assert [(one.stance, one.claim) for one in find(article)] == [
        (Stance.DECLINES, "Auf die Frage, weshalb Belege fehlten, gingen … nicht ein")
    ]
