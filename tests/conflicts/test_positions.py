"""Demands, aims and judgements of two speakers: those that exclude each other, and their twins that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conflicts.making import opposed

CASES = [
    (
        "Die Bürgerinitiative fordert Tempo 30 auf der ganzen Hauptstraße.",
        "Der ADAC-Sprecher Jens Roth lehnte Tempo 30 auf der Hauptstraße ab.",
        True,
    ),
    (
        "Gewerkschaftschefin Ines Haupt verlangte fünf Prozent mehr Lohn.",
        "Arbeitgeberpräsident Udo Lenz sagte, fünf Prozent seien nicht zu machen.",
        True,
    ),
    (
        "Ministerin Karla Stein sagte, das Kraftwerk müsse sofort vom Netz.",
        "Betreiberchef Ralf Kunz erklärte, das Kraftwerk müsse bis 2030 weiterlaufen.",
        True,
    ),
    (
        "„Wir brauchen die Umgehungsstraße“, sagte Bürgermeister Emil Hahn.",
        "„Diese Straße braucht niemand“, sagte Anwohnersprecherin Vera Mohn.",
        True,
    ),
    (
        "Präsident Orlan Deker verlangte einen sofortigen Waffenstillstand.",
        "Außenminister Pavo Lim sagte, ein Waffenstillstand komme nicht infrage.",
        True,
    ),
    (
        "Die Grünen sprachen sich für ein Verbot von Feuerwerk aus.",
        "Die FDP sprach sich gegen ein Verbot von Feuerwerk aus.",
        True,
    ),
    (
        "Die Opposition forderte den Rücktritt von Minister Jan Kolb.",
        "Kanzlerin Maria Veit stellte sich hinter Kolb.",
        True,
    ),
    ("Die Opposition forderte den Rücktritt von Minister Jan Kolb.", "Kolb sagte, er denke nicht an Rücktritt.", True),
    (
        "Landrat Uwe Falk warb für die Zusammenlegung der beiden Kliniken.",
        "Chefarzt Ole Brandt warnte vor einer Zusammenlegung der Kliniken.",
        True,
    ),
    (
        "Die Kommission empfahl, das Rentenalter anzuheben.",
        "Sozialverbandschefin Rita Lauf nannte eine Anhebung des Rentenalters den falschen Weg.",
        True,
    ),
    (
        "Finanzminister Ole Hart plädierte für höhere Steuern auf Erbschaften.",
        "Wirtschaftsministerin Lea Zorn schloss höhere Steuern auf Erbschaften aus.",
        True,
    ),
    (
        "Die Bürgerinitiative fordert Tempo 30 auf der ganzen Hauptstraße.",
        "Der ADAC-Sprecher Jens Roth forderte Kontrollen auf der Hauptstraße.",
        False,
    ),
    (
        "Gewerkschaftschefin Ines Haupt verlangte fünf Prozent mehr Lohn.",
        "Auch Betriebsrat Udo Lenz verlangte fünf Prozent mehr Lohn.",
        False,
    ),
    (
        "Landrat Uwe Falk warb für die Zusammenlegung der beiden Kliniken.",
        "Chefarzt Ole Brandt begrüßte die Zusammenlegung der Kliniken.",
        False,
    ),
    (
        "Der Umweltverband Nordlicht protestierte gegen den Bau des Windparks.",
        "Bürgermeister Arne Voss warb für den Bau des Windparks.",
        True,
    ),
    (
        "Landrätin Sonja Keil hält den Ausbau der Autobahn für überflüssig.",
        "Die Handelskammer hält den Ausbau der Autobahn für dringend nötig.",
        True,
    ),
    (
        "Die Aktionäre verlangten die Abspaltung der Autosparte.",
        "Konzernchefin Ruth Amberg lehnte eine Abspaltung der Autosparte ab.",
        True,
    ),
    (
        "Der Elternrat bezeichnete die Schließung der Schule als unverantwortlich.",
        "Schuldezernent Jörg Pape verteidigte die Schließung der Schule als notwendig.",
        True,
    ),
    (
        "Der Wirteverband sprach sich gegen die Sperrstunde aus.",
        "Auch der Hotelverband sprach sich gegen die Sperrstunde aus.",
        False,
    ),
    (
        "Landrätin Sonja Keil warnte vor einer Überlastung der Kliniken.",
        "Klinikchef Ulf Ritter plädierte für eine Entlastung der Kliniken.",
        False,
    ),
    ("Die Linke forderte mehr Geld für Schulen.", "Die CDU forderte mehr Geld für Straßen.", False),
    (
        "Residents called for a 20mph limit on High Street.",
        "Councillor Joan Peel said a 20mph limit on High Street was unnecessary.",
        True,
    ),
    (
        "Union leader Ina Holt demanded a five per cent rise.",
        "Chief executive Owen Lark said five per cent was out of the question.",
        True,
    ),
    (
        '"We need this bypass," said mayor Emil Hahn.',
        '"Nobody needs this bypass," said residents\' spokeswoman Vera Moon.',
        True,
    ),
    (
        "President Orlan Deker demanded an immediate ceasefire.",
        "Foreign minister Pavo Lim ruled out a ceasefire.",
        True,
    ),
    ("The opposition called on minister Jan Kolb to resign.", "Mr Kolb said he would not step down.", True),
    (
        "Finance minister Ole Hart pushed for a tax on inheritances.",
        "Business minister Lea Thorn rejected a tax on inheritances.",
        True,
    ),
    (
        "Residents called for a 20mph limit on High Street.",
        "Councillor Joan Peel called for more police on High Street.",
        False,
    ),
    (
        "Union leader Ina Holt demanded a five per cent rise.",
        "Works council head Owen Lark also demanded five per cent.",
        False,
    ),
    (
        "County leader Hugh Falk argued for merging the two hospitals.",
        "Consultant Ole Brand welcomed the merger of the hospitals.",
        False,
    ),
    (
        "Trade body chief Gerda Noll argued for a cut in fuel duty.",
        "Treasury minister Hugh Brand spoke out against a cut in fuel duty.",
        True,
    ),
    (
        "Council leader Sonia Keel said widening the motorway was a waste of money.",
        "The chamber of commerce said widening the motorway was vital.",
        True,
    ),
    ("Shareholders demanded a spin-off of the car unit.", "Chief executive Ruth Amber rejected a spin-off.", True),
    (
        "The parents' council described the closure of the school as irresponsible.",
        "Education chief George Pape defended the closure as necessary.",
        True,
    ),
    (
        "The Greens are pressing for a speed limit.",
        "Transport minister Olaf Timms said there was no need for a speed limit.",
        True,
    ),
    ("The Left called for more money for schools.", "The Conservatives called for more money for roads.", False),
    (
        "Inzwischen hat sich der Ruderverband gegen einen Olympia-Boykott ausgesprochen.",
        "Auch der Schwimmverband lehnt einen Olympiaboykott ab.",
        False,
    ),
    (
        "Auch Ministerin Ute Lind sprach sich gegen das Fangverbot aus.",
        "Der Fischereiverband rief die Regierung auf, das Fangverbot nicht durchzusetzen.",
        False,
    ),
    (
        "Der Verband forderte die Regierung auf, dem Sänger die Einreise zu verweigern.",
        "Auch Abgeordneter Jan Ohm plädierte dafür, dem Sänger kein Einreisevisum zu erteilen.",
        False,
    ),
    (
        "The audit office said the contract did not require the firms to publish their prices.",
        "Lawmakers asked whether the contract required the firms to publish their margins.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "opposite"), CASES)
def test_positions(one: str, other: str, opposite: bool, tmp_path: Path) -> None:
    assert opposed(one, other, tmp_path) is opposite
