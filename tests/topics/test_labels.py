"""Labels: the noun that the claims share, with who or where, never an adjective, an article or an empty noun."""

from __future__ import annotations

from collections.abc import Sequence

from claims.models import Statement
from claims.topics import group
from tests.conflicts.making import say_that


def labels(statements: Sequence[Statement]) -> list[str]:
    return [topic.label for topic in group(statements)[1]]


def test_an_event_and_its_parties() -> None:
    found = labels(
        [
            say_that("Das Treffen zwischen Halvorsen und Kjeldahl sei für Mai vereinbart.", article="a"),
            say_that("Ein Treffen von Halvorsen und Kjeldahl sei nicht geplant.", article="b", speaker="Udo Rix"),
        ]
    )
    assert found in (["Treffen Halvorsen–Kjeldahl"], ["Treffen Kjeldahl–Halvorsen"])


def test_a_place_has_its_preposition() -> None:
    found = labels(
        [
            say_that("Die Schließung der Klinik in Ostrau sei beschlossen.", article="a"),
            say_that("Die Klinik in Ostrau bleibe erhalten.", article="b", speaker="Udo Rix"),
        ]
    )
    assert found[0].endswith(" in Ostrau")


def test_no_empty_noun_heads_a_label() -> None:
    found = labels([say_that("Der Grund sei, dass viele Menschen den Tunnel nutzen.")])
    assert found == ["Tunnel"]


def test_english_verbs_and_adjectives_head_no_label() -> None:
    (found,) = labels([say_that("the council would quickly close the old library", language="en")])
    assert found in ("Library", "Council")


def test_a_claim_without_a_noun_is_its_own_label() -> None:
    assert labels([say_that("„Wir wissen es nicht.“")]) == ["„Wir wissen es nicht.“"]
