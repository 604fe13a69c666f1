"""Pairs of claims in two wordings that clash, each beside a twin that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.conflicts import compare
from claims.models import Kind, Level, Stance
from claims.pipeline import analyse
from claims.topics.frame import frame
from tests.conflicts.making import say_that

SHOWN = (Level.CONFLICT, Level.SHIFT)


def shown(first: str, second: str, language: str) -> bool:
    one = say_that(first, speaker="Anna Berg", language=language, day="2026-02-10")
    other = say_that(second, speaker="Karl Tann", language=language, day="2026-02-10")
    return compare(one, other).level in SHOWN


@pytest.mark.parametrize(
    ("language", "first", "second", "clash"),
    [
        ("de", "Die Gewinne werden steigen", "Die Gewinne werden sinken", True),
        ("de", "Die Gewinne sind gestiegen", "Die Gewinne werden sinken", False),
        ("en", "Prices will rise", "Prices will fall", True),
        ("en", "Prices rose", "Prices will fall", False),
        ("en", "The council will only debate the closure in November", "The closure was decided long ago", True),
        ("en", "The council debated the closure in November", "The closure was decided long ago", False),
        ("en", "The march was banned", "The march was not banned", True),
        ("de", "Die Fahrt dauert 90 Minuten", "Die Fahrt dauert zwei Stunden", True),
        ("de", "Die Fahrt dauert 120 Minuten", "Die Fahrt dauert zwei Stunden", False),
        ("en", "There was only one report of a crack", "There were three reports of a crack", True),
        ("en", "There was not only one report of a crack", "There were three reports of a crack", False),
        ("de", "Die Klinik öffnet am 14. Dezember", "Die Klinik öffnet frühestens im März 2027", True),
        ("de", "Die Klinik öffnet am 14. Dezember", "Die Klinik öffnet nicht vor Dezember", False),
        (
            "de",
            "Die Kette stoppt den Verkauf der Tabletten",
            "Die Kette werde die Tabletten nicht mehr verkaufen",
            False,
        ),
        ("en", "The chain has stopped selling the pills", "The chain will no longer sell the pills", False),
        ("en", "The chain sells the pills", "The chain no longer sells the pills", True),
        ("de", "Am 7. Juli kamen 52 Menschen ums Leben", "52 Menschen kamen am 7. Juli ums Leben", False),
        ("de", "Sie hat den Berg ohne Sauerstoff bestiegen", "Sie hat den Berg bestiegen", False),
        ("de", "Sie ging, ohne den Lohn zu zahlen", "Sie hat den Lohn gezahlt", True),
        ("en", "The lifts had been overhauled in 2021", "The lifts were never overhauled", True),
        ("en", "The lifts may have been overhauled", "The lifts were hardly overhauled", False),
        ("de", "Man habe die Angebote sehr wohl verglichen", "Die Angebote wurden nie verglichen", True),
        ("de", "Man habe die Angebote wohl verglichen", "Die Angebote wurden kaum verglichen", False),
    ],
)
def test_a_clash_and_its_twin_that_is_none(language: str, first: str, second: str, clash: bool) -> None:
    assert shown(first, second, language) is clash


def cases(folder: Path, *texts: str) -> list[str]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(f"Published: 2026-02-10\n\n{text}", encoding="utf-8")
        paths.append(str(path))
    return paths


def test_two_dates_of_one_beginning_clash_whatever_word_each_side_takes(tmp_path: Path) -> None:
    text = (
        "Der neue Tunnel bei Marnach ist umstritten. Das Straßenamt teilte mit, der Tunnel werde frühestens im März "
        "2027 für den Verkehr freigegeben. Baudirektor Jan Ruhl sagte dagegen: „Wir gehen mit dem Tunnel im Dezember "
        "in Betrieb.“"
    )
    assert [item.reasons[0].kind for item in analyse(read(cases(tmp_path, text))).conflicts] == ["date"]


def test_who_denies_a_report_in_one_article_denies_it_as_another_article_has_it(tmp_path: Path) -> None:
    first = (
        "Der Sender Kanal Nord berichtet, die Minister von Arkan und Belmar könnten sich am 30. Mai in Lund treffen. "
        "Arkans Sprecherin Ida Moll dementierte diese Meldung."
    )
    second = "Am 30. Mai könnten sich die Minister von Arkan und Belmar treffen, berichtet der Sender Kanal Nord."
    found = analyse(read(cases(tmp_path, first, second)))
    by_id = {item.id: item for item in found.statements}
    denied = {
        by_id[name].article_id
        for conflict in found.conflicts
        if conflict.level in SHOWN
        for name in (conflict.a, conflict.b)
        if by_id[name].speaker == "Kanal Nord"
    }
    assert len(denied) == 2


def test_a_bare_number_takes_no_measure_that_is_always_written() -> None:
    assert Level.CONFLICT not in {
        compare(
            say_that("Wir waren zehn Minuten vom Ziel entfernt", speaker="Anna Berg", language="de", day="2026-02-10"),
            say_that("Die Polizei sprach von 180", speaker="Polizei", language="de", day="2026-02-10"),
        ).level
    }


def test_a_figure_that_a_side_denies_is_not_its_figure(tmp_path: Path) -> None:
    text = (
        "Ein Löschzug kam spät. Amtsleiter Jan Ruhl wies den Vorwurf zurück, der Löschzug sei erst nach 19 Minuten "
        "eingetroffen. „Der Löschzug ist nach sieben Minuten eingetroffen“, sagte Ruhl."
    )
    case = analyse(read(cases(tmp_path, text)))
    assert len(case.statements) == 2
    assert not [conflict for conflict in case.conflicts if conflict.kind == Kind.QUANTITY]


@pytest.mark.parametrize(
    ("language", "cue", "claim", "denied"),
    [
        ("de", "wies zurück", "der Löschzug sei zu spät eingetroffen", True),
        ("de", "wies zurück", "Der Löschzug sei nach sieben Minuten eingetroffen", False),
        ("de", "dementierte", "er habe den Löschzug abbestellt", True),
        ("de", "widersprach", "der Löschzug sei pünktlich gewesen", False),
        ("en", "denied", "the engine had been late", True),
    ],
)
def test_what_follows_a_verb_of_denying_in_small_letters_is_what_is_denied(
    language: str, cue: str, claim: str, denied: bool
) -> None:
    said = say_that(claim, speaker="Jan Ruhl", language=language, day="2026-02-10", stance=Stance.DENIES, cue=cue)
    assert (frame(said).denied >= 0) is denied
