"""Who turns down the words of somebody named denies what that one said, also in another article, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import read
from claims.models import Kind, Level
from claims.pipeline import analyse

MEDICINE = "Das Mittel schädige die Leber, sagte der Toxikologe Jens Wrede am Dienstag."
DENIED = "Der Hersteller Medicor wies die Kritik des Toxikologen Wrede zurück. Das Mittel schädige niemanden."
POOL = (
    "Die Leitungen seien veraltet, sagte Techniker Dieter Mohn. Bürgermeister Falk Brandes sagte, die Technik sei in "
    "Ordnung. Bäderchef Armin Kessler wies die Kritik Mohns zurück."
)


BLACKOUT = (
    "In Lembach waren am Montag 4.000 Haushalte ohne Strom. Der Ausfall sei durch einen Bedienfehler im Umspannwerk "
    "Lembach ausgelöst worden, teilte der Netzbetreiber Nordstrom am Dienstag mit."
)
REJECTED = (
    "Nach dem Stromausfall in Lembach am Montag streiten die Beteiligten. Die Stadtwerke Lembach haben die Darstellung "
    "des Netzbetreibers zurückgewiesen. Der Stromausfall habe 4.000 Haushalte getroffen, sagte Werkleiter Hans Odem."
)


def _denied(folder: Path, *texts: str) -> set[str]:
    """The speakers whose statements are shown as denied."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for number, (path, text) in enumerate(zip(paths, texts, strict=True)):
        path.write_text(f"Published: 2026-02-{10 + number}\n\n{text}\n", encoding="utf-8")
    found = analyse(read([str(path) for path in paths]))
    by_id = {item.id: item for item in found.statements}
    shown = [c for c in found.conflicts if c.kind == Kind.DENIAL and c.level == Level.CONFLICT]
    return {by_id[name].speaker for c in shown for name in (c.a, c.b)}


@pytest.mark.parametrize(
    ("texts", "both"),
    [
        ((MEDICINE, DENIED), {"Jens Wrede", "Medicor"}),
        ((POOL,), {"Dieter Mohn", "Armin Kessler"}),
        ((BLACKOUT, REJECTED), {"Nordstrom", "Stadtwerke Lembach"}),
    ],
)
def test_the_words_of_whom_a_denial_names(tmp_path: Path, texts: tuple[str, ...], both: set[str]) -> None:
    assert _denied(tmp_path, *texts) == both
