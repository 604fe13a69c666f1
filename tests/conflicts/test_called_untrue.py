"""What one speaker calls untrue another said: the words for it, and judgements that leave what was said untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.pipeline import analyse
from tests.conflicts.making import opposed

CASES = [
    (
        "Die Zeitung „Der Kurier“ berichtete, die Bank wolle 300 Filialen schließen.",
        "Eine Sprecherin der Bank sprach von Fake News.",
        True,
    ),
    (
        "Rebellenführer Orlan Deker sagte, seine Truppen hätten die Stadt eingenommen.",
        "Der Generalstab nannte das ein Märchen.",
        True,
    ),
    (
        "Rebellenführer Orlan Deker sagte, seine Truppen hätten die Stadt eingenommen.",
        "Das sei reine Propaganda, erklärte der Generalstab.",
        True,
    ),
    (
        "Die Opposition behauptet, die Wahl sei gefälscht worden.",
        "Wahlleiterin Ute Maus sagte, die Behauptung entbehre jeder Grundlage.",
        True,
    ),
    (
        "Der Abgeordnete Tim Bode sagte, ihm seien 50.000 Euro angeboten worden.",
        "Fraktionschef Kai Wulf sprach von einer glatten Lüge.",
        True,
    ),
    ("Das Portal meldete, Sängerin Lia Moor sei schwanger.", "Ihr Management bestätigte die Meldung.", False),
    (
        "Rebellenführer Orlan Deker sagte, seine Truppen hätten die Stadt eingenommen.",
        "Der Generalstab nannte den Angriff feige.",
        False,
    ),
    (
        "The opposition accused minister Carla Stone of destroying files.",
        "Ms Stone described the accusations as made up.",
        True,
    ),
    (
        "Broadcaster RTV said the coach would be sacked.",
        '"There is not a word of truth in it," said club president Lou Ahrend.',
        True,
    ),
    (
        "Rebel leader Orlan Deker said his troops had taken the town.",
        "The general staff called that a fairy tale.",
        True,
    ),
    ("The website reported that singer Lia Moor was pregnant.", "Her management confirmed the story.", False),
    (
        "Rebel leader Orlan Deker said his troops had taken the town.",
        "The general staff called the attack cowardly.",
        False,
    ),
    (
        "Laut dem Magazin „Spektrum West“ hat der Konzern Messwerte gefälscht. Die Aktie verlor vier Prozent.",
        "Konzernsprecher Ralf Kunz bezeichnete den Artikel als Stimmungsmache.",
        True,
    ),
    (
        "„Sie haben uns den Strom abgestellt“, sagte Bewohnerin Ina Holt.",
        "Hausverwalter Peer Lund nannte diese Darstellung abenteuerlich.",
        True,
    ),
    ("Der Minister sprach von 5.000 neuen Wohnungen.", "Der Mieterbund hält die Zahl für ein Luftschloss.", True),
    ("Der Verband nennt den Wolf eine Gefahr.", "Biologin Eva Sand hält das für übertrieben.", False),
    ("Der Minister sprach von 5.000 neuen Wohnungen.", "Die Opposition nannte die Mieten einen Skandal.", False),
    (
        "The magazine West Spectrum says the company faked readings. Shares fell four per cent.",
        "Company spokesman Ralph Cunning described the article as scaremongering.",
        True,
    ),
    ("The minister spoke of 5,000 new homes.", "The tenants' association called the figure pie in the sky.", True),
    (
        "The president said the talks were going well.",
        "According to the neighbouring country's foreign minister, that is wishful thinking.",
        True,
    ),
    ("The minister spoke of 5,000 new homes.", "The opposition called the rents a scandal.", False),
]


@pytest.mark.parametrize(("one", "other", "untrue"), CASES)
def test_called_untrue(one: str, other: str, untrue: bool, tmp_path: Path) -> None:
    assert opposed(one, other, tmp_path) is untrue


def test_a_bare_answer_clashes_with_what_it_answers_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Title: Hafen\nPublished: 2025-08-22\n\nDie Hafenpolizei von Tornow hat Schüsse am Kai eingeräumt. Die "
        "Schmuggler hätten zuerst geschossen, sagte Sprecherin Aline Moll.\n\nAnwalt Jost Behr bestritt das.\n",
        encoding="utf-8",
    )
    found = analyse(read([str(tmp_path)]))
    said = {item.id: item.claim for item in found.statements}
    shown = {said[name] for conflict in found.conflicts for name in (conflict.a, conflict.b)}
    assert shown == {"Die Schmuggler hätten zuerst geschossen", "bestritt das"}
