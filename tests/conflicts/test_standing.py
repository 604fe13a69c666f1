"""What a figure is said of, which part it counts and who wants it; who did what; and what of it clashes."""

from __future__ import annotations

import pytest

from claims.articles import read
from claims.conflicts.acts import acts
from claims.conflicts.counts import measured
from claims.conflicts.side import side
from claims.conflicts.standing import Mood
from claims.models import Level
from claims.pipeline import analyse
from tests.conflicts.making import say_that


@pytest.mark.parametrize(
    ("language", "claim", "mood"),
    [
        ("de", "Die Gewerkschaft fordert sechs Prozent mehr Lohn", Mood.DEMANDED),
        ("de", "Die Arbeitgeber bieten drei Prozent mehr Lohn", Mood.OFFERED),
        ("de", "Der Verein hatte mit 800 Zuschauern gerechnet", Mood.EXPECTED),
        ("de", "Der Verein zählte 800 Zuschauer", Mood.STATED),
        ("en", "The union demands a rise of 6 percent", Mood.DEMANDED),
        ("en", "The organisers had expected 800 visitors", Mood.EXPECTED),
        ("en", "The firm wants to hire 800 workers", Mood.MEANT),
    ],
)
def test_who_wants_a_figure(language: str, claim: str, mood: Mood) -> None:
    assert [item.standing.mood for item in measured(side(say_that(claim, language=language)))] == [mood]


@pytest.mark.parametrize(
    ("language", "claim", "part"),
    [
        ("de", "Vier der Verletzten wurden operiert", True),
        ("de", "17 der 40 Lokomotiven stehen still", False),
        ("de", "Acht Fahrgäste wurden schwer verletzt", True),
        ("en", "Four of the injured were flown out", True),
        ("en", "17 of the 40 engines stand idle", False),
        ("en", "Three passengers were taken to hospital", True),
    ],
)
def test_a_part_of_a_whole(language: str, claim: str, part: bool) -> None:
    assert [bool(item.standing.part) for item in measured(side(say_that(claim, language=language)))] == [part]


def test_the_noun_whose_measure_a_figure_is() -> None:
    for language, claim, noun in (
        ("de", "Die Arbeitslosenquote lag im Mai bei 6,1 Prozent", "Arbeitslosenquote"),
        ("en", "Turnout in the southern districts was 44 percent", "Turnout"),
    ):
        one = side(say_that(claim, language=language))
        assert [one.frame.words[item.standing.subject].text for item in measured(one)] == [noun]


def test_the_value_that_is_ruled_out_is_not_the_speakers() -> None:
    one = side(say_that("The parcel weighed 12 kilograms, not 15", language="en"))
    assert [item.quantity.value for item in measured(one)] == [12.0]


def test_agent_and_patient_of_an_act() -> None:
    for language, claim, agent, patient in (
        ("de", "Der Trainer habe den Linienrichter geschubst", "Trainer", "Linienrichter"),
        ("en", "The linesman was pushed by the coach", "coach", "linesman"),
        ("en", "The coach pushed the linesman", "coach", "linesman"),
    ):
        one = side(say_that(claim, language=language))
        (act,) = acts(one)
        assert act.patient is not None
        assert (one.frame.words[act.agent.place].text, one.frame.words[act.patient.place].text) == (agent, patient)


def test_what_is_denied_or_wished_is_no_act() -> None:
    for claim in ("The coach did not push the linesman", "The coach wants to invite the linesman"):
        assert acts(side(say_that(claim, language="en"))) == ()


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("de", "Die Feuerwehr sprach von 30 Verletzten, das Klinikum von 45.", ["Feuerwehr", "Klinikum"]),
        ("en", "Police put the crowd at 700, the organisers at 2,100.", ["Police", "organisers"]),
        ("de", "Die Feuerwehr sprach von 30 Verletzten, darunter 12 Kinder.", ["Feuerwehr"]),
    ],
)
def test_the_second_source_of_a_figure_needs_no_verb(
    language: str, text: str, speakers: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp(language) / "a.txt"
    path.write_text(f"Published: 2026-02-10\n\n{text}", encoding="utf-8")
    found = analyse(read([str(path)]))
    assert [item.speaker for item in found.statements] == speakers
    assert any(item.level == Level.CONFLICT for item in found.conflicts) is (len(speakers) == 2)
