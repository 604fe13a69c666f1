"""Weights of the kinds from decisions: towards what was accepted, never far, and the same in any order."""

from __future__ import annotations

import random

import pytest

from claims.conflicts import compare
from claims.conflicts.tuning import HIGHEST, LEAST, LOWEST, Decided, TooFew, lacking, weights
from claims.models import Kind
from claims.settings import Settings
from tests.conflicts.making import say_that

PARTS = {"comparability": 0.8, "incompatibility": 0.8, "firmness": 1.0, "guards": 1.0}


def decisions(accepted: int, dismissed: int) -> list[Decided]:
    """Dates are accepted, labels dismissed, of the same parts."""
    return [Decided(Kind.DATE, PARTS, True)] * accepted + [Decided(Kind.LABEL, PARTS, False)] * dismissed


def test_what_was_accepted_weighs_more_and_what_was_dismissed_less() -> None:
    found = weights(decisions(30, 30))
    assert found[Kind.DATE] > 1.05
    assert found[Kind.LABEL] < 0.95
    assert set(found) == {Kind.DATE, Kind.LABEL}


def test_few_decisions_change_little_and_many_more_but_never_all() -> None:
    few, many, very_many = (weights(decisions(number, number)) for number in (6, 60, 600))
    assert 0.9 < few[Kind.LABEL] < 1.0 < few[Kind.DATE] < 1.12
    assert LOWEST <= very_many[Kind.LABEL] <= many[Kind.LABEL] < few[Kind.LABEL]
    assert few[Kind.DATE] < many[Kind.DATE] <= very_many[Kind.DATE] <= HIGHEST


def test_kinds_that_were_decided_alike_keep_their_weights() -> None:
    both = [Decided(kind, PARTS, accepted) for kind in (Kind.DATE, Kind.LABEL) for accepted in (True, False)] * 8
    assert weights(both) == {Kind.DATE: 1.0, Kind.LABEL: 1.0}


def test_a_part_that_explains_the_decisions_is_not_held_against_the_kind() -> None:
    weak = PARTS | {"comparability": 0.1}
    apart = [Decided(Kind.DATE, PARTS, True), Decided(Kind.LABEL, weak, False)] * 20
    assert weights(apart)[Kind.LABEL] > weights(decisions(20, 20))[Kind.LABEL]


def test_the_order_does_not_matter() -> None:
    given = [*decisions(9, 7), Decided(Kind.NEVER, PARTS | {"guards": 0.5}, True), Decided(Kind.NEVER, PARTS, False)]
    shuffled = given[:]
    random.Random(4).shuffle(shuffled)
    assert shuffled != given
    assert weights(shuffled) == weights(given)


@pytest.mark.parametrize(
    ("accepted", "dismissed", "enough"), [(0, 0, False), (LEAST, 0, False), (8, 3, False), (4, 7, False), (8, 4, True)]
)
def test_too_few_decisions_teach_nothing(accepted: int, dismissed: int, enough: bool) -> None:
    assert lacking(decisions(accepted, dismissed)) == (None if enough else TooFew(accepted, dismissed))


def test_the_weight_of_a_kind_multiplies_its_score_and_shows_among_the_parts() -> None:
    a = say_that("Die Brücke in Torsby wird gesperrt.", speaker="Anna Berg")
    b = say_that("Die Brücke in Torsby wird nicht gesperrt.", speaker="Karl Tann", article="a_2")
    plain = compare(a, b)
    tuned = compare(a, b, settings=Settings(kind_weights={Kind.POLARITY: 0.8}))
    assert plain.kind is tuned.kind is Kind.POLARITY
    assert tuned.score == pytest.approx(0.8 * plain.score, abs=0.002)
    assert tuned.parts == plain.parts | {"tuned": 0.8}
    assert "tuned" not in plain.parts
    assert compare(a, b, settings=Settings(kind_weights={Kind.LABEL: 0.8})) == plain
