"""Stories in which two voices exclude each other by what they mean, from reading to conflict."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.articles import read
from claims.conflicts.demands import sentence, turned_down
from claims.conflicts.groups import left_out, whole
from claims.conflicts.kinds.cause import cause, no_cause
from claims.conflicts.side import Side, side
from claims.conflicts.valence import judgements
from claims.models import Level, Stance
from claims.pipeline import analyse
from tests.conflicts.making import say_that

TABLES = tomllib.loads((Path(__file__).parent / "by_meaning.toml").read_text(encoding="utf-8"))
PARTED = "====="


def shown(text: str, folder: Path) -> bool:
    """Whether the articles of a story, read and analysed, hold a conflict that is more than one to be checked."""
    folder.mkdir()
    paths = []
    for number, article in enumerate(text.split(PARTED)):
        path = folder / f"{number}.txt"
        path.write_text(f"Published: 2026-02-10\n\n{article.strip()}\n", encoding="utf-8")
        paths.append(str(path))
    return any(conflict.level != Level.CHECK for conflict in analyse(read(paths)).conflicts)


@pytest.mark.parametrize(("table", "least"), [("first", 11), ("second", 15), ("third", 12), ("fourth", 13)])
def test_most_clashes_of_meaning_are_shown_and_few_others(table: str, least: int, tmp_path: Path) -> None:
    seen = {row["text"]: shown(row["text"], tmp_path / str(n)) for n, row in enumerate(TABLES[table])}
    clashing = [row["text"] for row in TABLES[table] if row["clash"]]
    missed = [text for text in clashing if not seen[text]]
    false = [text for text, found in seen.items() if found and text not in clashing]
    assert len(clashing) - len(missed) >= least, missed
    assert len(false) <= 2, false


def made(claim: str, language: str, *, stance: Stance = Stance.ASSERTS, speaker: str = "Anna Berg") -> Side:
    return side(say_that(claim, language=language, stance=stance, speaker=speaker))


def words(of: Side, places: tuple[int, ...]) -> list[str]:
    return [of.frame.words[place].text for place in places]


@pytest.mark.parametrize(
    ("language", "claim", "told"),
    [
        ("de", "Das Bad bleibt zu, weil das Geld fehlt", ["weil", "Geld", "fehlt"]),
        ("de", "ein Blitzschlag habe zu dem Ausfall geführt", ["geführt", "Blitzschlag"]),
        ("en", "the backlog was down to a lack of pathologists", ["down", "lack"]),
        ("en", "a faulty heater was to blame", ["to", "heater"]),
        ("en", "he caused a stir", []),
    ],
)
def test_a_cause_is_told_by_a_phrase_or_a_clause(language: str, claim: str, told: list[str]) -> None:
    of = made(claim, language)
    assert words(of, cause(of)) == told


@pytest.mark.parametrize(
    ("language", "claim", "told"),
    [
        ("de", "Mit dem Tunnel habe das nichts zu tun", "Tunnel"),
        ("en", "the leak had nothing to do with its pipeline", "pipeline"),
    ],
)
def test_what_is_said_to_be_no_cause(language: str, claim: str, told: str) -> None:
    of = made(claim, language)
    assert words(of, no_cause(of))[-1:] == [told]


@pytest.mark.parametrize(
    ("language", "claim", "ends"),
    [
        ("de", "Die Brücke sei absolut sicher", {("safe", 1)}),
        ("de", "Die Brücke sei nicht sicher", {("safe", -1)}),
        ("de", "er habe schlecht geschlafen", set()),
        ("en", "hailed the programme as a triumph", {("verdict", 1)}),
        ("en", "if it were dangerous, it would be closed", set()),
    ],
)
def test_a_judgement_has_its_dimension_and_its_end(language: str, claim: str, ends: set[tuple[str, int]]) -> None:
    assert {(found.dimension, found.sign) for found in judgements(made(claim, language))} == ends


@pytest.mark.parametrize(
    ("language", "every", "some"),
    [
        ("de", "Alle Bewohner seien untergebracht worden", "drei Familien schliefen noch in der Halle"),
        ("en", "Every resident was rehoused", "three families are still sleeping in a hall"),
    ],
)
def test_all_of_a_group_and_some_who_stayed_out(language: str, every: str, some: str) -> None:
    assert whole(made(every, language)) is not None
    assert left_out(made(some, language)) is not None
    assert whole(made(some, language)) is None
    assert left_out(made(every, language)) is None


def test_what_will_be_true_of_all_is_not_yet_so() -> None:
    assert whole(made("Bald werden alle Bewohner untergebracht worden sein", "de")) is None


@pytest.mark.parametrize(
    ("language", "claim", "speaker", "kind"),
    [
        ("de", "forderte drei Jahre Haft", "Staatsanwalt Kern", "prison"),
        ("de", "plädierte auf Freispruch", "Verteidiger Osthoff", "none"),
        ("en", "asked for a suspended prison sentence", "Barrister Tye", "light"),
        ("en", "called for better prison food", "Chef Tye", ""),
    ],
)
def test_the_sentence_that_a_court_is_asked_for(language: str, claim: str, speaker: str, kind: str) -> None:
    found = sentence(made(claim, language, stance=Stance.DEMANDS, speaker=speaker))
    assert (found.kind if found else "") == kind


def test_a_demand_is_turned_down_without_being_named() -> None:
    assert turned_down(made("the minister had no plans to do so", "en"))
    assert turned_down(made("Dafür gebe es keinen Grund", "de"))
    assert not turned_down(made("the minister had plans to do so", "en"))
