"""Frames: scope of negation, concepts across languages, compounds, parties, separable verbs."""

from __future__ import annotations

import pytest

from claims.topics.frame import frame, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.words import compound, sound
from tests.conflicts.making import say_that


def signs(claim: str, language: str = "de") -> dict[str, int]:
    return {mention.name: mention.sign for mention in frame(say_that(claim, language=language)).mentions}


@pytest.mark.parametrize(
    ("language", "claim", "name", "sign"),
    [
        ("de", "Das Treffen wird nicht verschoben.", "postpone", -1),
        ("de", "Das Treffen wird verschoben.", "postpone", 1),
        ("de", "Es gebe keine Pläne, das Werk zu schließen.", "open", 1),
        ("de", "Das Werk wird nicht nur geschlossen.", "open", -1),
        ("de", "Es stimme nicht, dass das Werk geschlossen wird.", "open", 1),
        ("de", "Der Rat sagte das Treffen ab.", "cancel", 1),
        ("de", "Sie bestritt, dass das Werk geschlossen wird.", "open", 1),
        ("en", "The meeting will not be postponed.", "postpone", -1),
        ("en", "It is not true that the plant will close.", "open", 1),
        ("en", "The meeting wasn't called off.", "cancel", -1),
        ("en", "Nobody was injured.", "unhurt", 1),
        ("en", "He not only met the mayor.", "meet", 1),
    ],
)
def test_scope_of_negation(language: str, claim: str, name: str, sign: int) -> None:
    assert signs(claim, language)[name] == sign


def test_concepts_are_the_same_in_both_languages() -> None:
    german, english = lexicon("de"), lexicon("en")
    for group in ("event", "status", "object", "axis"):
        names = [
            {sense.name for senses in tables.senses.values() for sense in senses if sense.group == group}
            | {
                found.sense.name
                for phrases in tables.phrases.values()
                for found in phrases
                if found.sense.group == group
            }
            for tables in (german, english)
        ]
        assert names[0] == names[1]


def test_compounds_are_split_at_a_known_last_part() -> None:
    heads = lexicon("de").heads
    assert compound("Präsidententreffen", "de", heads) == ("präsident", "treffen")
    assert compound("Haus", "de", heads) == ("", "")
    assert compound("meetings", "en", heads) == ("", "")


@pytest.mark.parametrize(
    ("one", "other"), [("Sergejew", "Sergeyev"), ("Wischnewski", "Vishnevsky"), ("Petersens", "Petersen")]
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_parties_are_states_and_names() -> None:
    this = frame(say_that("Norwegens Präsidentin traf den kanadischen Premier Tremblay in Oslo."))
    assert set(this.states) == {"NO", "CA"}
    assert "tremblai" in this.names


def test_a_frame_is_made_once_per_claim() -> None:
    assert frame(say_that("Das Werk bleibt.")) is frame(say_that("Das Werk bleibt.", speaker="Karl Tann"))


def test_a_noun_with_zu_inside_is_no_infinitive_that_somebody_refused() -> None:
    assert not frame_of("Der Zeuge weigerte sich, wie Sitzungen zeigen.", "de").scope.by
    assert frame_of("Der Zeuge weigerte sich, den Vertrag einzuhalten.", "de").scope.by
