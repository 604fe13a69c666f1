"""The table of ways to tell who says what: how many rows are found, in the open part and in the one set aside."""

from __future__ import annotations

import pytest

from tests.statements.constructions import TABLE, figures

# found and silent texts told, of the open rows and of those set aside, as reached
FLOORS = {("de", False): (0.97, 1), ("de", True): (0.8, 1), ("en", False): (0.96, 1), ("en", True): (0.75, 1)}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_row_stands_in_its_text(language: str) -> None:
    assert len(TABLE[language]) >= 120
    for text, speaker, claim in TABLE[language]:
        assert speaker in text, text
        assert claim in text, text


@pytest.mark.parametrize(("language", "hidden"), sorted(FLOORS))
def test_statements_are_found_with_their_speaker(language: str, hidden: bool) -> None:
    least, most = FLOORS[language, hidden]
    got = figures(language, hidden=hidden)
    assert got.found / got.rows >= least, got
    assert got.told <= most, got
    assert got.extra <= 2, got  # a row of one side whose text now also gives the words that are answered
