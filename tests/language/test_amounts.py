"""Two quantities against each other."""

from __future__ import annotations

import pytest

from claims.language.amounts import compare_quantities
from claims.language.quantities import find_quantities
from claims.wording import say

GERMAN = [
    ("33 Menschen starben.", "33 Menschen starben.", "equal"),
    ("33 Menschen starben.", "34 Menschen starben.", "disjoint"),
    ("rund 200 Gäste", "mehr als 500 Gäste", "disjoint"),
    ("rund 200 Gäste", "190 Gäste", "contained"),
    ("mindestens 40 Tote", "51 Tote", "contained"),
    ("mindestens 40 Tote", "30 Tote", "disjoint"),
    ("bis zu 80 Prozent", "90 Prozent", "disjoint"),
    ("12 Tote", "30 Verletzte", "incomparable"),
    ("1,5 Kilometer", "1500 Meter", "equal"),
    ("31.000 Soldaten", "30.900 Soldaten", "compatible"),
    ("1,5 Millionen Euro", "1,52 Millionen Euro", "compatible"),
    ("1,5 Millionen Euro", "1,6 Millionen Euro", "disjoint"),
    ("5 Millionen Euro", "5 Millionen Dollar", "incomparable"),
    ("Ein Drittel der Fläche", "33 Prozent der Fläche", "compatible"),
    ("ein Fünftel des Gebiets", "20 Prozent des Gebiets", "equal"),
    ("zwischen 200 und 300 Personen", "250 Personen", "contained"),
    ("Der Umsatz stieg um 5 Prozent.", "Der Umsatz sank um 5 Prozent.", "disjoint"),
    ("Der Umsatz stieg um 5 Prozent.", "Der Anteil stieg auf 12 Prozent.", "incomparable"),
    ("zwei Wochen", "14 Tage", "equal"),
    ("3 Monate", "90 Tage", "incomparable"),
    ("1 Jahr lang", "12 Monate lang", "equal"),
    ("60 Liter pro Minute", "3600 Liter pro Stunde", "equal"),
    ("14 Euro pro Stunde", "14 Euro", "incomparable"),
    ("14 Euro pro Stunde", "15 Euro pro Stunde", "disjoint"),
    ("24 Euro je Quadratmeter", "24 Euro je Liter", "incomparable"),
    ("Zahl verdoppelt", "Zahl verdreifacht", "disjoint"),
    ("Zahl verdoppelt", "Zahl halbiert", "disjoint"),
    ("doppelt so viele Gäste", "dreimal so viele Gäste", "disjoint"),
    ("eine knappe Milliarde Euro", "950 Millionen Euro", "contained"),
    ("Niemand wurde verletzt.", "Drei Menschen wurden verletzt.", "disjoint"),
    ("zum dritten Mal", "zum vierten Mal", "disjoint"),
    ("Jeder Vierte hilft.", "25 Prozent der Leute", "equal"),
    ("Jeder Vierte hilft.", "Ein Drittel der Leute", "disjoint"),
    ("nicht einmal 40 Prozent", "45 Prozent", "disjoint"),
    ("an die 200 Boote", "210 Boote", "contained"),
    ("Stärke 6,1", "Stärke 5,8", "disjoint"),
    ("Tempo 140", "140 Stundenkilometer", "equal"),
]


@pytest.mark.parametrize(("a", "b", "relation"), GERMAN)
def test_the_relation_is_the_same_both_ways_and_has_words(a: str, b: str, relation: str) -> None:
    (one,) = find_quantities(a, language="de")
    (two,) = find_quantities(b, language="de")
    judgement = compare_quantities(one, two)
    assert judgement.relation == relation
    assert compare_quantities(two, one).relation == relation
    for language in ("de", "en"):
        assert say(judgement.key, language, **judgement.values)
