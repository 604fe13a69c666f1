"""The tense of a clause around an expression."""

from __future__ import annotations

import pytest

from claims.language.tense import tense_around

CASES = [
    ("Die Delegation wird am # erwartet", "de", "future"),
    ("Die Delegation traf am # ein", "de", "past"),
    ("Die Fähre ist am # gesunken", "de", "past"),
    ("Die Frist sollte am # verlängert werden", "de", "future"),
    ("Die Frist musste am # verlängert werden", "de", "past"),
    ("Die Regel gelte am #", "de", "future"),
    ("Der Rat verhandelt am #", "de", "future"),
    ("Das # war ein Fest", "de", "past"),
    ("The delegation is expected on #", "en", "future"),
    ("The delegation arrived on #", "en", "past"),
    ("The road is closed on #", "en", "future"),
    ("The road was closed on #", "en", "past"),
    ("He said the vote would take place on #", "en", "future"),
    ("a day like #", "en", ""),
]


@pytest.mark.parametrize(("clause", "language", "tense"), CASES)
def test_the_nearest_telling_word_decides(clause: str, language: str, tense: str) -> None:
    words = clause.split()
    place = words.index("#")
    assert tense_around(words, place, place + 1, language) == tense
