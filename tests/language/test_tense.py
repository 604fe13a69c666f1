"""The tense of a clause around an expression."""

from __future__ import annotations

import pytest

from claims.language.tense import looks_back, tense_around
from claims.language.times import find_dates

CASES = [
    ("Die Delegation wird am # erwartet", "de", "future"),
    ("Die Delegation traf am # ein", "de", "past"),
    ("Die Fähre ist am # gesunken", "de", "past"),
    ("Die Frist sollte am # verlängert werden", "de", "future"),
    ("Die Frist musste am # verlängert werden", "de", "past"),
    ("Die Regel gelte am #", "de", "future"),
    ("Der Rat verhandelt am #", "de", "future"),
    ("Das # war ein Fest", "de", "past"),
    ("Das Gericht hat den Händler , Bernd Kolbe , am # zu Haft verurteilt", "de", "past"),
    ("Richter Bernd Kolbe , 61 , verurteilt am # den Händler", "de", "future"),
    ("Wir sind am # zu Gesprächen bereit", "de", "now"),
    ("Das Haus ist am # abgebrannt", "de", "past"),
    ("The men who drowned in # are missed", "en", "past"),
    ("She said the vote in # will be close", "en", "future"),
    ("Thornbury host Barrow on #", "en", "future"),
    ("They didn't come on #", "en", "past"),
    ("Die Mannschaft hat am # gegen den Ersten gewonnen", "de", "past"),
    ("Die Weide hat # geblüht", "de", "past"),
    ("Die Preise müssten im # steigen", "de", "future"),
    ("Am # soll er eine Frau angefahren haben", "de", "past"),
    ("Das Geld soll # gezahlt worden sein", "de", "past"),
    ("Die Straße soll am # fertiggestellt sein", "de", "future"),
    ("Das Schreiben trägt das Datum #", "de", "past"),
    ("The letter is dated #", "en", "past"),
    ("im # zu viel Kies entnommen zu haben", "de", "past"),
    ("am # überfallen worden zu sein", "de", "past"),
    ("im # weniger Kies entnehmen zu wollen", "de", "future"),
    ("The delegation is expected on #", "en", "future"),
    ("The captain would have a scan on #", "en", "future"),
    ("The captain would have left on #", "en", "past"),
    ("The firm had changed its plans in #", "en", "past"),
    ("The firm plans to leave in #", "en", "future"),
    ("Villagers crowded into the hall on # to oppose plans for a quarry", "en", "past"),
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


@pytest.mark.parametrize(
    ("claim", "past"),
    [
        ("die Mannschaft habe erst spät angefangen zu laufen", True),
        ("zwei Bewohner hätten sich geweigert ihre Häuser zu verlassen", True),
        ("man habe vergessen die Pumpe auszuschalten", True),
        ("man habe beschlossen das Werk zu schließen", False),
        ("die Stadt sei verpflichtet den Weg zu räumen", False),
        ("mehr sei nicht zu erwarten", False),
        ("wir mussten die Türen aufschneiden", True),
        ("wir konnten ihn nicht mehr retten", True),
        ("sie durfte das Haus nicht verlassen", True),
        ("wir könnten ihn nicht retten", False),
        ("die Straße sei gesperrt", False),
        ("die Kollegen sind erschöpft", False),
        ("die Straße sei gesperrt worden", True),
        ("der Zug sei entgleist", True),
        ("das Dach ist eingestürzt", True),
    ],
)
def test_an_infinitive_with_its_mark_follows_its_verb(claim: str, past: bool) -> None:
    assert looks_back(claim.split(), "de") is past


@pytest.mark.parametrize(
    ("text", "language", "anchor", "value"),
    [
        ("Beide hätten Gesprächen am 24. April zugestimmt", "de", "2026-04-18", "2026-04-24"),
        ("The envoys had agreed to talks on 24 April", "en", "2026-04-18", "2026-04-24"),
        ("Das Spiel fand am 14. Dezember statt", "de", "2026-03-11", "2025-12-14"),
        ("The match was played on 14 December", "en", "2026-03-11", "2025-12-14"),
    ],
)
def test_the_past_tense_outweighs_a_coming_day_only_far_off(text: str, language: str, anchor: str, value: str) -> None:
    assert [found.value for found in find_dates(text, anchor=anchor, language=language)] == [value]
