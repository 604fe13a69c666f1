"""The outlet's name in mastheads, date lines and copyright notes."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.articles.outlets import is_outlet

BODY = (
    "Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten.\n\n"
    "„Wir haben kein Geld“, sagte Kämmerin Lea Busch. Der Umbau der Brücke koste neun Millionen Euro.\n"
)


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("Ostrauer Bote\nLokales\nSport\n", "", "Ostrauer Bote"),
        ("Nordfunk | Live\n", "", "Nordfunk"),
        ("The Harbour Ledger | World | Europe\n", "", "The Harbour Ledger"),
        ("", "\n© Abendpost 2025. Alle Rechte vorbehalten.\n", "Abendpost"),
        ("Aktuelle Nachrichten\nStartseite\n", "", ""),
        ("Ostrau\n", "", ""),
    ],
)
def test_publisher(above: str, below: str, publisher: str) -> None:
    assert article_from_text(f"{above}Streit um die Brücke in Ostrau\n\n{BODY}{below}").publisher == publisher


def test_publisher_in_the_date_line() -> None:
    article = article_from_text(f"Streit um die Brücke\nLindenhafener Tageblatt, 02.06.2025\n\n{BODY}", publisher="X")
    assert article.publisher == "Lindenhafener Tageblatt"


@pytest.mark.parametrize("name", ["Breaking News", "Weitere Nachrichten", "Presse", "der Bote", "Anna Berg", "Post"])
def test_no_outlets(name: str) -> None:
    assert not is_outlet(name)
