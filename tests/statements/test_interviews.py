"""Interviews whose turns open with a label that names nobody or only its initials."""

from __future__ import annotations

import pytest

from tests.statements.test_questions import said

INTRODUCED = {
    "de": """„Wir flicken nur noch“

Bauhofleiter Jan Ahlers über Schlaglöcher und leere Kassen

Frage: Wie viele Löcher gibt es?

Antwort: Wir haben 400 gezählt. Der Minister hat mir zugesagt, dass im Mai Geld kommt.

Frage: Der Radfahrklub sagt, es seien 900.

Antwort: Das stimmt nicht.

Das ist eine alte Zahl.

Frage: Wann sind sie zu?

Antwort: Nicht vor dem Sommer.""",
    "en": """Mending the roads

Highways chief Ellen Pike talks to Rob Stone about potholes.

Q: How many holes are there?

A: We have counted 400. The minister told me that money would come in May.

Q: The cycling club says there are 900.

A: That is wrong.

It is an old number.

Q: When will they be filled?

A: Not before summer.""",
}


@pytest.mark.parametrize(
    ("language", "name", "club", "minister"),
    [("de", "Jan Ahlers", "Radfahrklub", "Minister"), ("en", "Ellen Pike", "cycling club", "minister")],
)
def test_the_one_introduced_answers(language: str, name: str, club: str, minister: str) -> None:
    found = [(one.speaker, one.claim) for one in said(INTRODUCED[language], language)]
    answers = [claim for speaker, claim in found if speaker == name]
    assert [speaker for speaker, _ in found].count(club) == 1
    assert [speaker for speaker, _ in found].count(minister) == 1
    assert len(answers) == 5 + (language == "de")  # there the headline is quoted
    assert not any(claim.startswith(("Antwort", "A:")) for claim in answers)


INITIALS = """Tunnel: Wer zahlt?

Bürgermeisterin Uta Reiss über den Tunnel.

Marschbote: Zahlt der Bund?

UR: Er zahlt die Hälfte.

Marschbote: Seit wann wissen Sie das?

UR: Seit Mai."""


def test_initials_stand_for_a_name() -> None:
    assert {one.speaker for one in said(INITIALS, "de")} == {"Uta Reiss"}


FULL_AND_SHORT = """Das Blatt traf Petra Kolb.

Blatt: Treten Sie zurück?

Petra Kolb: Nein. Ich bleibe bis Mai.

Blatt: Wer folgt auf Sie?

Kolb: Davon weiß ich nichts.

Blatt: Und der Termin?

Kolb: Der Termin steht."""


def test_a_label_in_full_and_a_short_one_are_one_name() -> None:
    found = [(one.speaker, one.claim) for one in said(FULL_AND_SHORT, "de")]
    claims = ["Ich bleibe bis Mai", "Davon weiß ich nichts", "Der Termin steht"]
    assert found == [("Petra Kolb", claim) for claim in claims]
