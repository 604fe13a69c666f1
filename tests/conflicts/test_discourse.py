"""What an article itself says of two statements: contrast, what an act is followed by, causes, whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Conflict, Findings, Kind, Level, Statement
from claims.pipeline import analyse


def told(text: str, folder: Path) -> Findings:
    path = folder / "article.txt"
    path.write_text(f"Published: 2026-02-10\n\n{text}", encoding="utf-8")
    return analyse(read([str(path)]))


def by(found: Findings, speaker: str) -> Statement:
    (one,) = [item for item in found.statements if speaker in item.speaker]
    return one


def reasons(conflicts: tuple[Conflict, ...]) -> set[str]:
    return {reason.key for conflict in conflicts for reason in conflict.reasons if conflict.level == Level.CONFLICT}


@pytest.mark.parametrize(
    "text",
    [
        "Der Rücktritt sei ein Gewinn für die Stadt, sagte Ratsherr Jan Oster. "
        "Stadträtin Ida Wolf sprach dagegen von verlorenen Jahren für die Stadt.",
        "The reform would help the valley, said Ian Marsh. By contrast, Eve Rowe said the valley would be forgotten.",
    ],
)
def test_the_articles_own_word_sets_one_against_the_other(text: str, tmp_path: Path) -> None:
    found = told(text, tmp_path)
    assert reasons(found.conflicts) == {"reason.contrast"}
    (conflict,) = found.conflicts
    assert ("unsure.contrast", {}) in conflict.reasons[0].unsure


def test_without_that_word_the_same_is_no_conflict(tmp_path: Path) -> None:
    text = (
        "Der Rücktritt sei ein Gewinn für die Stadt, sagte Ratsherr Jan Oster. "
        "Stadträtin Ida Wolf sprach von verlorenen Jahren für die Stadt."
    )
    assert reasons(told(text, tmp_path).conflicts) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Grund für den Brand sei ein Blitz, sagte die Feuerwehr. Die Polizei machte einen Kurzschluss verantwortlich.",
        "The airline blamed fog for the delay. Pilots blamed a shortage of staff.",
    ],
)
def test_two_causes_are_set_against_each_other(text: str, tmp_path: Path) -> None:
    found = told(text, tmp_path)
    assert "reason.cause" in reasons(found.conflicts)
    assert {conflict.kind for conflict in found.conflicts} == {Kind.SLOT}


def test_one_cause_in_other_words_is_no_conflict(tmp_path: Path) -> None:
    text = "The airline blamed fog for the delay. Pilots blamed the fog."
    assert reasons(told(text, tmp_path).conflicts) == set()


def test_what_follows_an_act_of_denying_answers_the_same(tmp_path: Path) -> None:
    found = told(
        "Die Kosten lägen bei 40 Millionen Euro, sagte Baurat Uwe Lenz. "
        "Kämmerin Eva Brodt wies die Zahl zurück. Man rechne fest mit einem Zuschuss, sagte Brodt.",
        tmp_path,
    )
    act, after = [item for item in found.statements if "Brodt" in item.speaker]
    assert act.answers == after.answers == by(found, "Lenz").id


def test_turning_down_an_offer_denies_nothing(tmp_path: Path) -> None:
    text = (
        "The union rejected the company's offer of a bonus for all staff. "
        "The offer had been on the table since March, said Hal Moss."
    )
    assert reasons(told(text, tmp_path).conflicts) == set()


def test_each_lays_the_same_act_to_the_other(tmp_path: Path) -> None:
    text = (
        "Die Ukraine habe die Waffenruhe gebrochen, teilte das russische Außenministerium mit. "
        "Das ukrainische Außenministerium erklärte dagegen, Russland habe die Waffenruhe gebrochen."
    )
    assert "reason.each_other" in reasons(told(text, tmp_path).conflicts)


@pytest.mark.parametrize(
    "text",
    [
        "Der Steg sei am Freitag geprüft worden, sagte Hafenmeister Ole Brandt. Die Taucherin Rike Sand schildert es "
        "ganz anders. Zwei Bohlen hätten sich mit dem Fuß lösen lassen, sagte sie.",
        "Der Chor sei im Streit zerfallen, sagte Leiter Emil Horn. Solistin Vera Pohl machte andere Angaben. Man habe "
        "sich bei Kaffee und Kuchen verabschiedet, sagte sie.",
        "Die Brücke ist nach Angaben von Bauamtsleiter Rolf Imhof für Lastwagen frei. Die Spediteure widersprechen. "
        "An der Auffahrt stehe ein Schild mit 3,5 Tonnen, sagte Fuhrunternehmer Dirk Lohse.",
        "The jetty was inspected on Friday, harbour master Ole Brandt said. Diver Rike Sand tells a different story. "
        "Two planks had come off under her foot, she said.",
        "Half the orchard is lost, said grower Emil Horn. The growers' league took issue with that. The trees had "
        "largely recovered, it said.",
    ],
)
def test_the_article_says_that_one_contradicts_the_other(text: str, tmp_path: Path) -> None:
    found = reasons(told(text, tmp_path).conflicts)
    assert "reason.contrast" in found
    assert found <= {"reason.contrast", "reason.denial"}  # the bare denial may be shown too


@pytest.mark.parametrize(
    "text",
    [
        "Das Fieber sei ansteckend, sagte Ärztin Rike Sand. Dagegen helfe eine Impfung, sagte Apotheker Ole Brandt.",
        "Er habe dem Verkauf damals widersprochen, sagte Ratsherr Emil Horn. Der Chor probe im Mai, sagte Vera Pohl.",
        "The orchard opens in May, said grower Emil Horn. The café would, however, stay as it was, said Vera Pohl.",
    ],
)
def test_a_word_of_contrast_in_another_sense_sets_nothing_against_anything(text: str, tmp_path: Path) -> None:
    assert reasons(told(text, tmp_path).conflicts) == set()


def test_which_of_several_statements_is_contradicted_is_to_be_checked(tmp_path: Path) -> None:
    text = (
        "Der Zaun sei gestrichen, sagte Hafenmeister Ole Brandt. Die Laternen seien neu, sagte Brandt. "
        "Taucherin Rike Sand sieht das ganz anders. Zwei Bohlen ließen sich mit dem Fuß lösen, sagte sie."
    )
    found = told(text, tmp_path).conflicts
    assert {conflict.level for conflict in found} == {Level.CHECK}
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("The hall was sold out, said Ada Finch. Half the seats were empty, said Leo Marsh.", True),
        ("Die Halle sei ausverkauft, sagte Ilse Korn. Das Gasthaus daneben sei leer geblieben, sagte Jo Feld.", False),
    ],
)  # fmt: skip
def test_phrases_that_tell_of_what_they_are_said_need_no_other_word_in_common(
    text: str, clash: bool, tmp_path: Path
) -> None:
    assert ("reason.opposite" in reasons(told(text, tmp_path).conflicts)) == clash
