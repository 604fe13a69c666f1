"""What time single claims speak of: habits and states have none, a plan and a deed that of their sentence."""

from __future__ import annotations

import pytest

from tests.dates.test_dates import read

FIRE = {
    "de": "In Altheim ist am Sonntag eine Lagerhalle abgebrannt. ",
    "en": "A warehouse burned down in Altham on Sunday. ",
}

OF_THE_FIRE = [
    # language, what is said after a fire on Sunday 11 October, the time it speaks of
    ("de", "„Wir mussten zwei Türen aufbrechen“, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "„Wir konnten nicht alle Tiere retten“, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "„Ich durfte das Haus nicht verlassen“, sagte Anwohnerin Ute Brink.", "2026-10-11"),
    ("de", "„Die Leute sind erschöpft“, sagte Wehrführer Ed Rehm.", ""),
    ("de", "Die Zufahrt sei gesperrt, sagte Wehrführer Ed Rehm.", ""),
    ("de", "Das Dach sei eingestürzt, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "Ein Tank sei geplatzt, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "„Er kam jeden Abend hierher“, sagte Anwohnerin Ute Brink.", ""),
    ("de", "„Normalerweise standen hier drei Lastwagen“, sagte Anwohnerin Ute Brink.", ""),
    ("en", '"We didn\'t hear any alarm," said neighbour Ann Dunn.', "2026-10-11"),
    ("en", '"They weren’t ready for this," said neighbour Ann Dunn.', "2026-10-11"),
    ("en", '"We won\'t rebuild it," said owner Rob Sayle.', ""),
    ("en", '"He drove me there every morning," said neighbour Ann Dunn.', ""),
    ("en", "Neighbour Ann Dunn said two vans were usually parked there.", ""),
]


@pytest.mark.parametrize(("language", "said", "about"), OF_THE_FIRE)
def test_what_is_said_after_a_fire(language: str, said: str, about: str) -> None:
    _, statements = read(FIRE[language] + said, "2026-10-13", language)
    assert [one.about_date.value for one in statements] == [about]


ALONE = [
    # language, published, text, the time that each of its statements speaks of
    ("en", "2026-12-03", "Dr Colin Frith said the virus peaked in January most years.", [""]),
    ("en", "2026-12-03", "Dr Colin Frith said the river usually flooded in March.", [""]),
    ("de", "2026-12-03", "Die Welle komme meist im Januar, sagte Ärztin Ute Brink.", [""]),
    ("de", "2026-12-03", "Im Februar sei das Becken jedes Jahr leer, sagte Ärztin Ute Brink.", [""]),
    ("en", "2026-12-03", "Dr Colin Frith said last winter's outbreak had lasted nine weeks.", ["2025-24"]),
    (
        "en",
        "2026-10-18",
        "Thornbury host Barrow on Tuesday, and boss Ian Crossley said Reid would miss the game.",
        ["2026-10-20"],
    ),
    (
        "en",
        "2027-02-04",
        "The account was opened in May 2025.\n\nGraham Pell said he became suspicious at a lunch that June.",
        ["2025-06"],
    ),
    (
        "de",
        "2027-02-04",
        "Das Konto war im Mai 2025 eröffnet worden.\n\nIn jenem Sommer sei er krank gewesen, sagte Neffe Udo Link.",
        ["2025-22"],
    ),
    (
        "en",
        "2027-02-04",
        "The account was opened on 14 May 2025. Graham Pell said he had been ill in that week.",
        ["2025-05-12/2025-05-18"],
    ),
]


@pytest.mark.parametrize(("language", "published", "text", "about"), ALONE)
def test_the_time_of_claims(language: str, published: str, text: str, about: list[str]) -> None:
    _, statements = read(text, published, language)
    assert [one.about_date.value for one in statements] == about
