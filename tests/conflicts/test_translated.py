"""A German and an English article on one matter: what clashes though no word is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Conflict, Level
from claims.pipeline import analyse


def conflicts(folder: Path, german: str, english: str) -> list[Conflict]:
    paths = []
    for name, text in (("de", german), ("en", english)):
        path = folder / f"{name}.txt"
        path.write_text(f"Published: 2026-05-04\nPublisher: Outlet {name}\n\n{text}\n", encoding="utf-8")
        paths.append(str(path))
    found = analyse(read(paths))
    language = {item.id: item.language for item in found.statements}
    return [one for one in found.conflicts if language[one.a] != language[one.b]]


SHOWN = [
    (
        "Die Kliniken in Pelltal seien nicht überlastet, sagte Landrat Egon Sturm.",
        "Hospitals in Pelltal are overwhelmed, nurse Ida Frost said.",
    ),
    (
        "In Pelltal fallen am Dienstag 210 Flüge aus, teilte der Flughafen mit.",
        "About 40 flights will be cancelled in Pelltal on Tuesday, the airline said.",
    ),
    (
        "Ursache des Brandes in Pelltal war ein Kurzschluss, sagte die Feuerwehr.",
        "A gas cylinder caused the fire in Pelltal, the insurer said.",
    ),
    (
        "Das Museum in Pelltal gibt die Statue nicht zurück, sagte Direktorin Ute Kamp.",
        "The museum in Pelltal will return the statue in August, minister Ben Osei said.",
    ),
    (
        "An der Küste von Pelltal seien Böen von bis zu 150 Kilometern pro Stunde möglich, sagte der Wetterdienst.",
        "Gusts of up to 80 kilometres per hour are expected on the coast of Pelltal, forecaster Ann Lund said.",
    ),
    (
        "Bürgermeister Tomas Wender tritt zurück, teilte die Stadt Pelltal mit.",
        "He would stay in office, mayor Tomas Wender of Pelltal said.",
    ),
    (
        "Die Premiere in Pelltal am 12. Mai werde verschoben, sagte Intendantin Ute Kamp.",
        "The premiere in Pelltal on 12 May would take place as planned, agent Ben Osei said.",
    ),
    (
        "Alle 18 Bergleute in Pelltal hätten überlebt, sagte Landrat Egon Sturm.",
        "Two miners were killed in Pelltal, the ambulance service said.",
    ),
    (
        "Die Brücke über die Donau sei gesperrt, sagte Landrat Egon Sturm.",
        "The bridge over the Danube was open, engineer Ann Lund said.",
    ),
    (
        "Die Straßenbahn in Pelltal fährt wieder, sagte Bürgermeister Tomas Wender.",
        "Trams in Pelltal remain suspended, operator chief Guy Lund said.",
    ),
    (
        "Die Löhne im Werk Pelltal würden erhöht, sagte Vorstandschefin Ute Kamp.",
        "Wages would be frozen at the Pelltal plant, manager Ben Osei said.",
    ),
]
APART = [
    (
        "Die Premiere in Pelltal werde auf den 12. Mai verschoben, sagte Intendantin Ute Kamp.",
        "The premiere in Pelltal would take place on 12 May, agent Ben Osei said.",
    ),
    (
        "Der Sturm habe einen Kurzschluss verursacht, sagte der Netzbetreiber in Pelltal.",
        "The cause of the crash in Pelltal was a broken signal, the railway said.",
    ),
    (
        "In Pelltal fallen am Dienstag 210 Flüge aus, teilte der Flughafen mit.",
        "The airline in Pelltal employs 900 people, the union said on Tuesday.",
    ),
]


@pytest.mark.parametrize(("german", "english"), SHOWN)
def test_a_clash_between_two_languages_is_shown(german: str, english: str, tmp_path: Path) -> None:
    assert any(one.level != Level.CHECK for one in conflicts(tmp_path, german, english))


@pytest.mark.parametrize(("german", "english"), APART)
def test_two_matters_in_two_languages_are_no_clash(german: str, english: str, tmp_path: Path) -> None:
    assert not [one for one in conflicts(tmp_path, german, english) if one.level != Level.CHECK]
