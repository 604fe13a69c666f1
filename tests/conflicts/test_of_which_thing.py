"""Figures by one verb, of two things, groups or times, and figures of one thing: from two articles to conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse


def shown(one: str, other: str, folder: Path) -> bool:
    """Whether two articles of one story, a day apart, are shown as a conflict or shift."""
    paths = []
    for number, text in enumerate((one, other)):
        path = folder / f"{number}.txt"
        path.write_text(f"Published: 2026-03-0{3 + number}\n\n{text}\n", encoding="utf-8")
        paths.append(str(path))
    return any(conflict.level in (Level.CONFLICT, Level.SHIFT) for conflict in analyse(read(paths)).conflicts)


OF_TWO = [
    ("Der Umbau der Bücherei koste 2,1 Millionen Euro, sagte Bauamtsleiter Uwe Harms.",
     "Der Umbau des Rathauses koste 5,3 Millionen Euro, sagte Stadträtin Pia Voll."),
    ("Torwart Jens Mahnke falle sechs Wochen aus, sagte Trainer Ole Brandt.",
     "Mittelfeldmann Luis Kamp falle zehn Tage aus, sagte Mannschaftsarzt Kai Rehm."),
    ("Die Brücke wird 180 Meter lang, sagte Ingenieur Udo Stark.",
     "Die Rampe wird 40 Meter lang, sagte Planerin Eva Thom."),
    ("The repair of the pier will cost £3m, harbour master Dan Rolf said.",
     "The repair of the lighthouse will cost £9m, councillor Ivy Marsh said."),
    ("Defender Mick Strand will miss five weeks, coach Al Dorran said.",
     "Winger Pete Lomax will miss eleven weeks, physio Sue Grant said."),
    ("The tunnel is 900 metres long, engineer Ada Moll said.",
     "The bridge is 300 metres long, surveyor Ben Crick said."),
    ("Die Nordpartei komme auf 24 Prozent, teilte das Institut Lamda mit.",
     "Bei Frauen komme die Nordpartei auf 17 Prozent, teilte das Institut Omikron mit."),
    ("The harbour party stands at 24%, pollster Lamda said.",
     "Among pensioners the harbour party stands at 35%, pollster Omikron said."),
    ("Die Zahl der Diebstähle sei um neun Prozent gestiegen, sagte Innenminister Jan Roth.",
     "Im Jahr davor sei die Zahl der Diebstähle um zwei Prozent gestiegen, sagte die Abgeordnete Ute Kern."),
    ("Burglaries in Holmby rose by 9%, mayor Rita Cole said.",
     "Burglaries in Holmby had risen by 2% the year before, police chief Max Orr said."),
]  # fmt: skip
OF_ONE = [
    ("Der Umbau der Bücherei koste 2,1 Millionen Euro, sagte Bauamtsleiter Uwe Harms.",
     "Der Umbau der Bücherei koste 5,3 Millionen Euro, sagte Stadträtin Pia Voll."),
    ("Torwart Jens Mahnke falle sechs Wochen aus, sagte Trainer Ole Brandt.",
     "Torwart Mahnke falle zwei Wochen aus, sagte Mannschaftsarzt Kai Rehm."),
    ("The repair of the pier will cost £3m, harbour master Dan Rolf said.",
     "The repair of the pier will cost £9m, councillor Ivy Marsh said."),
    ("The tunnel is 900 metres long, engineer Ada Moll said.",
     "The tunnel is 300 metres long, surveyor Ben Crick said."),
    ("Die Nordpartei komme auf 24 Prozent, teilte das Institut Lamda mit.",
     "Die Nordpartei komme auf 17 Prozent, teilte das Institut Omikron mit."),
    ("Burglaries in Holmby rose by 9%, mayor Rita Cole said.",
     "Burglaries in Holmby rose by 2%, police chief Max Orr said."),
    ("Burglaries in Holmby rose by 9% from the year before, mayor Rita Cole said.",
     "Burglaries in Holmby rose by 2%, police chief Max Orr said."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), OF_TWO)
def test_figures_of_two_things_are_no_conflict(one: str, other: str, tmp_path: Path) -> None:
    assert not shown(one, other, tmp_path)


@pytest.mark.parametrize(("one", "other"), OF_ONE)
def test_figures_of_one_thing_are(one: str, other: str, tmp_path: Path) -> None:
    assert shown(one, other, tmp_path)
