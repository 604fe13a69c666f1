"""A headline that says what the text says again makes no second statement; one that says more is kept."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.pipeline import extract

REPEATED = [
    (
        "Council denies report on bridge closure",
        "The town council of Ashmere denied a report on Tuesday that the bridge would be closed for the winter.",
    ),
    (
        "Brandau bestreitet Treffen mit der Reederei",
        "Hafenchefin Ilka Brandau hat am Montag in Velmora bestritten, dass es ein Treffen mit der Reederei gab.",
    ),
    (
        "Minister Okonjo says ferries will sail on 14 March",
        "Transport minister Jonas Okonjo said on Monday that the ferries will sail again on 14 March.",
    ),
]
KEPT = [
    (
        "Minister Okonjo says ferries will sail on 14 March",
        "Transport minister Jonas Okonjo said on Monday that the ferries will sail again on 21 March.",
    ),
    (
        "Council denies report on bridge closure",
        "The harbour union of Ashmere denied a report on Tuesday that the bridge would be closed for the winter.",
    ),
    (
        "Brandau bestreitet Treffen mit der Reederei",
        "Hafenchefin Ilka Brandau sagte am Montag in Velmora, die Kräne würden im Sommer gestrichen.",
    ),
]
MORE = {
    "en": "Ferries and cranes have been argued about in the town for days, and nobody knows how it will end.",
    "de": "Seit Tagen wird in der Stadt über Fähren und Kräne gestritten, und niemand weiß, wie es ausgeht.",
}


def in_headline(headline: str, sentence: str) -> tuple[int, int]:
    """How many statements stand in the headline, and how many in the text."""
    language = "de" if "bestreitet" in headline else "en"
    article = article_from_text(f"{headline}\n\n{sentence}\n\n{MORE[language]}", language=language)
    found = [one.char_start < len(headline) for one in extract(article)]
    return found.count(True), found.count(False)


@pytest.mark.parametrize(("headline", "sentence"), REPEATED)
def test_what_the_text_says_again_is_one_statement(headline: str, sentence: str) -> None:
    assert in_headline(headline, MORE["de" if "bestreitet" in headline else "en"])[0] == 1
    assert in_headline(headline, sentence) == (0, 1)


@pytest.mark.parametrize(("headline", "sentence"), KEPT)
def test_what_says_something_else_is_kept(headline: str, sentence: str) -> None:
    assert in_headline(headline, sentence) == (1, 1)


@pytest.mark.parametrize("said", ["die Brücke sei nicht sicher", "die Brücke sei sicher"])
def test_what_another_speaker_says_of_the_lead_is_the_other_side(said: str) -> None:
    lead = "Hafenchefin Ilka Brandau sagte, die Brücke sei sicher."
    body = f"Gewerkschafter Jonas Okonjo sagte am Dienstag, {said}."
    article = article_from_text(f"Streit um den Hafen\n\n{lead}\n\n{body}\n", language="de")
    assert [one.claim for one in extract(article)] == ["die Brücke sei sicher", said]
