"""Who began, who pays, who is named for a post and where it happened, told twice: two statements of one topic."""

from __future__ import annotations

import pytest

from claims.conflicts.compare import compare_sides
from claims.conflicts.side import side
from claims.models import Level
from tests.conflicts.making import say_that


def shown(one: str, other: str, language: str) -> bool:
    """Whether two claims of one topic, a day apart, are a conflict."""
    a = say_that(one, speaker="Ulf Renner", language=language, day="2026-03-03", article="a_1")
    b = say_that(other, speaker="Ina Wolters", language=language, day="2026-03-04", article="a_2")
    return compare_sides(side(a), side(b), topical=True).level == Level.CONFLICT


TWO_ACCOUNTS = [
    ("torische Soldaten hätten zuerst geschossen", "belmarische Truppen hätten das Feuer eröffnet", "de"),
    ("Die Sanierung des Stegs werde vom Kreis bezahlt", "Die Gemeinde müsse die Sanierung des Stegs bezahlen", "de"),
    ("Der Rat will Jana Holm zur Chefin des Museums machen", "neuer Chef werde Klaus Berger", "de"),
    ("The wallet was found in the cellar", "He had found the wallet in the attic", "en"),
]
NO_TWO = [
    ("torische Soldaten hätten zuerst geschossen", "Die ersten Schüsse seien gegen neun Uhr gefallen", "de"),
    ("The county will pay for the new pier", "Drivers have to pay for the car park", "en"),
    ("The museum paid £2.4m for the painting", "The attendance was 7,400", "en"),
    ("The wallet was found in the cellar", "He had found the keys in the attic", "en"),
]


@pytest.mark.parametrize(("one", "other", "language"), TWO_ACCOUNTS)
def test_one_act_laid_to_two_is_a_conflict(one: str, other: str, language: str) -> None:
    assert shown(one, other, language)


@pytest.mark.parametrize(("one", "other", "language"), NO_TWO)
def test_two_acts_are_none(one: str, other: str, language: str) -> None:
    assert not shown(one, other, language)
