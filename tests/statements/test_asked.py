"""Who is asked to do something is part of what is demanded."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.statements import find


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        ("en", "The tenants urged the landlord to repair the roof.", "the landlord to repair the roof"),
        ("en", "The union called on the ferry line not to sack anyone.", "the ferry line not to sack anyone"),
        ("en", "The council asked them to leave.", "to leave"),
        ("de", "Die Mieter forderten den Vermieter auf, auszuziehen.", "den Vermieter … auszuziehen"),
        ("de", "Am Montag bat die Polizei die Anwohner, Fenster zu schließen.", "die Anwohner … Fenster zu schließen"),
        ("de", "Die Mieter verlangten, das Dach zu flicken.", "das Dach zu flicken"),
    ],
)
def test_the_one_who_is_asked_opens_the_claim(language: str, text: str, claim: str) -> None:
    article = article_from_text(f"Ohne Titel\n\n{text}", publisher="Test", published="2025-05-06", language=language)
    assert [statement.claim for statement in find(article)] == [claim]
