"""Who says that nothing of a kind was done denies each deed of that kind, and none that was done to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Level
from claims.pipeline import analyse

ARTICLE = """Title: Streit in Tannfurt
Published: 2029-04-11

Die Leiterin Wilma Sarg sagte, {0}. Der Nachbar Egon Pless sagte, {1}.
"""


def clash(one: str, other: str, folder: Path) -> bool:
    path = folder / "article.txt"
    path.write_text(ARTICLE.format(one, other), encoding="utf-8")
    return any(found.level != Level.CHECK for found in analyse(read([str(path)])).conflicts)


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        ("von der Razzia gebe es keine Aufzeichnung", "die Razzia sei gefilmt worden"),
        ("es sei nichts ausgelaufen", "im Hof seien 30 Liter Säure versickert"),
        ("die Lotsen seien nie geschult worden", "alle Lotsen hätten eine Schulung bekommen"),
        ("mit den Pächtern habe niemand gesprochen", "man habe sich am Abend mit den Pächtern unterhalten"),
        ("niemand habe dem Museum ein Angebot gemacht", "ein Händler habe dem Museum vier Millionen geboten"),
        ("gegen den Bademeister werde nicht ermittelt", "gegen den Bademeister sei ein Verfahren eingeleitet worden"),
        ("es habe keinen Druck gegeben", "der Chef habe die Fahrer bedroht"),
        ("die Ställe seien nie gereinigt worden", "die Ställe würden jeden Morgen geputzt"),
    ],
)
def test_a_denial_of_all_of_a_kind_meets_each_deed_of_it(denied: str, told: str, tmp_path: Path) -> None:
    assert clash(denied, told, tmp_path)


@pytest.mark.parametrize(
    ("denied", "told"),
    [
        ("die Lotsen seien nie geschult worden", "die Gärtner seien geschult worden"),
        ("gegen den Bademeister werde nicht ermittelt", "gegen den Bürgermeister sei ein Verfahren eingeleitet worden"),
        ("nach dem Taucher sei nie gesucht worden", "nach dem Schützen werde gesucht"),
        ("die Ställe seien nie gereinigt worden", "die Turnhalle werde jeden Morgen geputzt"),
        ("es sei kein Paket beschädigt worden", "das Paket sei am Montag geliefert worden"),
    ],
)
def test_a_denial_says_nothing_of_what_was_done_to_others(denied: str, told: str, tmp_path: Path) -> None:
    assert not clash(denied, told, tmp_path)
