"""The table of speakers who are one and speakers who are two: what was taken for one wrongly is a conflict lost."""

from __future__ import annotations

import pytest

from tests.speakers.same_or_other import figures


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("hidden", [False, True])
def test_two_are_two_and_one_is_one(language: str, hidden: bool) -> None:
    got = figures(language, hidden=hidden)
    assert got.merged == 0, got
    assert got.parted == 0, got
    assert got.unfound <= 1, got
    assert got.right >= 16, got
