"""German: who speaks where no verb of saying stands beside the words, and what is no part of what is said."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Statement
from claims.speakers import resolve
from claims.statements import find


def said(text: str, title: str = "Ohne Titel") -> list[Statement]:
    article = article_from_text(f"{title}\n\n{text}", publisher="Test", published="2025-05-06", language="de")
    return resolve(article, find(article))


SPEAKERS = [
    # behind a colon a verb of a form that no list has
    ("Silke Aydin warnte davor: An der Anlage hingen 600 Stellen.", "An der Anlage hingen 600", "Silke Aydin"),
    # Swiss spelling
    ("Gemäss Mia Torn gibt es gar kein Gutachten.", "gar kein Gutachten", "Mia Torn"),
    ("Mia Torn (SP) sieht «vorerst keinen Handlungsbedarf».", "sieht «vorerst keinen", "Mia Torn"),
    # an answer to what somebody else has said
    ("Das Spital sagt, sie sei gegangen. Das bestreitet Beat Zumsteg.", "Das bestreitet", "Beat Zumsteg"),
    ("Ganz anders sieht es der „Kölner Bote“. Der Plan sei ein Fehler.", "Der Plan sei ein Fehler", "Kölner Bote"),
    # what stands before the colon is said as well
    ("Mia Torn nannte den Plan „teuer“: Er koste Millionen.", "nannte den Plan „teuer“", "Mia Torn"),
    ("Mia Torn sprach von einer „Lüge“: Der Plan koste Millionen.", "sprach von einer „Lüge“", "Mia Torn"),
    # a question that somebody was asked
    ("Auf die Frage, ob er zahle, winkte Jan Ode ab: Das sei Unsinn.", "Das sei Unsinn", "Jan Ode"),
    # the time of an entry is no part of it
    ("+++ 14:05 Uhr: Der Verein sagt, man habe gewonnen. +++", "man habe gewonnen", "Verein"),
    # the first word of the text is no name because it stands behind a headline without a full stop
    ("Gestern hat die Firma gesagt, sie zahle nicht.", "sie zahle nicht", "Firma"),
    ("Dort sagte die Ministerin, sie bleibe.", "sie bleibe", "Ministerin"),
    # the object right behind the name
    ("Am Montag hat die Reederei Nordlinie Vorwürfe zurückgewiesen, sie spare.", "sie spare", "Nordlinie"),
    ("Am Montag hat der Verein Seeblick Forderungen abgelehnt, er solle zahlen.", "er solle", "Verein Seeblick"),
    # "gestanden" of standing is no confession
    ("Mia Torn widersprach. Am Deich hätten 70 Autos gestanden, das Tor habe geklemmt.", "Tor habe", "Mia Torn"),
    # a colon behind any verb, and what the sentence before leads to
    (
        "Redakteurin Mona Lindt, die lange dort war, packt aus: Sander habe gelogen.",
        "Sander habe gelogen",
        "Mona Lindt",
    ),
    ("Anders sieht es die Stadt: Der Vertrag sei gültig.", "Der Vertrag sei gültig", "Stadt"),
    ("Kritik kam vom Naturring. Der Plan sei falsch.", "Der Plan sei falsch", "Naturring"),
    ("Der Chef der Bahn, Ole Reimers, nahm Stellung. Der Bau ziehe sich hin.", "Der Bau ziehe sich", "Ole Reimers"),
    ("Der Sender KTV will davon nichts wissen. „Wir wünschen Glück“, heißt es knapp.", "Glück", "KTV"),
    ("Im Generalstab klingt das anders. Dort heißt es, man habe nicht geschossen.", "nicht geschossen", "Generalstab"),
    ("Ute Lindt nahm Stellung. Die Pläne seien alt, hieß es in einer Mitteilung.", "Pläne seien", "Ute Lindt"),
    # the object before the verb
    ("Die Behauptung, das Land handle allein, wies Quandt zurück.", "das Land handle allein", "Quandt"),
    ("Die Forderung der Union, Wölfe zu töten, nannte Jörg Maske roh.", "nannte", "Jörg Maske"),
    ("Dass das Amt Gutes verachte, wie im Ort behauptet wird, weist er von sich.", "Gutes verachte", "er"),
    ("Auf Nachfrage der Vorsitzenden Richterin Ulla Pohl räumte Jan Ode ein, dort zu sein.", "dort zu sein", "Jan Ode"),
    ("Eine Maut für Radler nannte der Minister einen Irrweg.", "einen Irrweg", "Minister"),
    ("Eine Maut nannte Minister Jan Ode einen Irrweg.", "einen Irrweg", "Jan Ode"),
    ("Die neue Maut lobte der Direktor.", "lobte", "Direktor"),
    ("Eine Lehrerin nannte Minister Jan Ode einen Lügner.", "einen Lügner", "Lehrerin"),
    ("Die Rentner nannten Minister Jan Ode einen Lügner.", "einen Lügner", "Rentner"),
    ("Die Verwaltung warf Minister Jan Ode Untätigkeit vor.", "Untätigkeit", "Verwaltung"),
    ("Mia Torn wandte sich gegen den Abriss.", "wandte sich gegen den Abriss", "Mia Torn"),
    ("Jan Ode wandte sich gegen den Vorwurf, das Amt habe gelogen.", "das Amt habe gelogen", "Jan Ode"),
    # a source that tells how early it is and not whose names nobody
    ("Nach ersten Erkenntnissen brannte ein Kabel.", "brannte ein Kabel", ""),
    ("Vorläufigen Schätzungen zufolge kostet das drei Millionen.", "kostet das drei", ""),
    ("Nach ersten Erkenntnissen der Polizei brannte ein Kabel.", "brannte ein Kabel", "Polizei"),
    # frames set inside, participles that are verbs, apposition and coordination
    ("Das Gesetz habe, glaubt Mia Torn, keine Chance.", "Das Gesetz habe … keine Chance", "Mia Torn"),
    ("Eine Treppe, erklärt Till Asmus, koste Geld.", "Eine Treppe … koste Geld", "Till Asmus"),
    ("41 Jahre sei Jan Ode im Werk, erzählt Mia Torn.", "41 Jahre sei Jan Ode im Werk", "Mia Torn"),
    ("Mia Torn, die Chefin der Klinik, lobte die Pfleger und kritisierte die Kassen.", "kritisierte die", "Mia Torn"),
    # sources
    ("Dem Vernehmen nach will die Kommission warten.", "will die Kommission warten", ""),
    ("Nach Grubers Meinung fehlt Geld. Max Gruber sagte, das sei so.", "fehlt Geld", "Max Gruber"),
    ("Laut Aussage einer Sprecherin der Stadt fehlt Geld.", "fehlt Geld", "Sprecherin der Stadt"),
    ("In Selt hat nach Angaben der Kommission Amtsinhaberin Rita Moos gewonnen.", "gewonnen", "Kommission"),
    ("Mia Torn fordert einen Plan. Bis dahin, so ihr Vorschlag, könnten Eltern fahren.", "könnten Eltern", "Mia Torn"),
    # who goes on
    ("Mia Torn sagte, es eile. Sollte sich das bestätigen, werde man klagen.", "werde man klagen", "Mia Torn"),
    ("Mia Torn verwies auf Versuche. Diese hätten gezeigt, dass es schade.", "Diese hätten gezeigt", "Mia Torn"),
    ("Mia Torn sprach. Dass Häuser fielen, wie der Verein behauptet, sei falsch.", "sei falsch", "Mia Torn"),
    # names and roles
    ("„Das reicht“, höhnte Parteichef Albrecht von Trothen.", "Das reicht", "Albrecht von Trothen"),
    ("Die Angeklagte schwieg lange. Darin bestritt sie die Vorwürfe.", "bestritt", "Angeklagte"),
    ("Am Montag rief ein Mann an. Er behauptete, das Konto sei leer.", "Konto sei leer", "Mann"),
    ("Ellen Vogt und Holger Rau gaben auf. Die beiden erklärten, es sei genug.", "genug", "Ellen Vogt und Holger Rau"),
    ("Die „Seeburger Neue“ lobt den Plan. „Endlich traut sich jemand“, meint das Blatt.", "Endlich", "Seeburger Neue"),
    ("Die Agentur Tavnews zitierte am Dienstag Sprecherin Mila Duk: „Kein Wort ist wahr.“", "Kein Wort", "Mila Duk"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS)
def test_who_speaks(text: str, words: str, speaker: str) -> None:
    found = [item for item in said(text) if words in item.claim]
    assert {item.speaker for item in found} == {speaker}, [(item.speaker, item.claim) for item in said(text)]


CLAIMS = [
    (
        "Man habe das geprüft, sagte Jan Ode im Rat, und wer zweifle, irre.",
        "Man habe das geprüft … und wer zweifle, irre",
    ),
    ("Gero Bühl, der dafür zuständig ist, wies den Vorwurf zurück.", "wies den Vorwurf zurück"),
    ("Ihm sei nichts bekannt, ließ Udo Stein über einen Sprecher mitteilen.", "Ihm sei nichts bekannt"),
    ("Sie sei angewiesen worden, Listen zu fälschen, so Mia Torn.", "Sie sei angewiesen worden, Listen zu fälschen"),
    ("Mein Arzt kann das bestätigen: A sei krank gewesen, so Dr. Mia Torn.", "A sei krank gewesen"),
    ("Mia Torn, die 5,1 angegeben hatte, sagte, dass es bebe.", "dass es bebe"),
]


@pytest.mark.parametrize(("text", "claim"), CLAIMS)
def test_what_is_said(text: str, claim: str) -> None:
    assert [item.claim for item in said(text)] == [claim]


NOTHING = [
    "Anders äußerte sich Mia Torn.",
    "Die Analysten zeigten sich überrascht.",
    "Unabhängig ließen sich die Angaben nicht überprüfen.",
    "In unserem Bericht hieß es, die Stadt habe gekündigt.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(text: str) -> None:
    assert said(text) == []


def test_a_release_is_not_who_speaks() -> None:
    assert said("Es regnet.", title="Pressemitteilung: Stadtwerke senken den Gaspreis") == []


def test_figures_of_two_sources() -> None:
    found = said("Die Veranstalter zählten 9000 Teilnehmer, die Polizei kam auf 3500.")
    assert [(item.speaker, item.claim) for item in found] == [
        ("Veranstalter", "zählten 9000 Teilnehmer"),
        ("Polizei", "kam auf 3500"),
    ]
    assert said("Die Partei kam auf 12 Prozent.") == []


def test_who_asks_gives_no_statement() -> None:
    found = said(
        "Ufer: Haben sie recht?\n\nHeller: Nein, das ist das Dreifache.\n\n"
        "Ufer: Der Kämmerer will sparen.\n\nHeller: Wir werden niemanden entlassen."
    )
    assert {item.speaker for item in found} == {"Heller"}


def test_an_act_ends_where_another_subject_begins() -> None:
    [first, second] = said("Mia Torn nannte den Plan „gut“, Rat Jan Ode sprach von einem „Irrweg“.")
    assert (first.claim, first.speaker) == ("nannte den Plan „gut“", "Mia Torn")
    assert (second.claim, second.speaker) == ("sprach von einem „Irrweg“", "Jan Ode")


def test_what_is_left_open_is_not_said() -> None:
    found = said("Mia Torn lobte den Plan. Ob der Takt im Mai dichter wird, ließ sie offen.")
    assert [one.claim for one in found] == ["lobte den Plan", "Ob der Takt im Mai dichter wird, ließ … offen"]


def test_what_is_said_ends_where_the_narrator_goes_on_behind_a_semicolon() -> None:
    found = said("Der Rat beschloss, den Bau fortzusetzen; die CDU stimmte dagegen.")
    assert [one.claim for one in found] == ["den Bau fortzusetzen"]


def test_a_headline_of_two_clauses_is_two() -> None:
    text = "Der Regen hörte am Abend auf, und die Straßen waren wieder frei."
    found = said(text, title="Gericht verhandelt gegen Fahrer – Gutachterin widerspricht der Anklage")
    assert [(one.speaker, one.claim) for one in found] == [("Gutachterin", "widerspricht der Anklage")]
    found = said(text, title="Aktie bricht ein: Konzern bestätigt Ermittlungen")
    assert [(one.speaker, one.claim) for one in found] == [("Konzern", "bestätigt Ermittlungen")]


def test_the_bare_times_of_a_ticker_belong_to_nobody() -> None:
    entries = ["15.48 Der Wetterdienst sagt, es bleibe nass.", "14.30 Mia Torn sagt, sie bleibe.", "13.05 Es regnet."]
    found = said("\n\n".join(entries), title="")
    assert [(one.speaker, one.claim) for one in found] == [
        ("Wetterdienst", "es bleibe nass"),
        ("Mia Torn", "sie bleibe"),
    ]


def test_every_entry_of_a_ticker_is_read() -> None:
    entries = ["14:05 Uhr: Mia Torn sagt, sie bleibe im Amt.", "14:40 Uhr: Der Verein dementiert: „Sie ist entlassen.“"]
    found = said("\n\n".join(f"+++ {entry} +++" for entry in entries), title="")
    assert [(one.speaker, one.claim) for one in found] == [
        ("Mia Torn", "sie bleibe im Amt"),
        ("Verein", "„Sie ist entlassen.“"),
    ]
