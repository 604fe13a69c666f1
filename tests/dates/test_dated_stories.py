"""The stories written for the dating alone: their gold can be used, and the figures reached hold."""

from __future__ import annotations

import hashlib

import pytest

from tests.benchmarks.dated import SPLITS, measured, stories
from tests.benchmarks.gold import article_paths, problems

# reached: claim_date .995 read / .97 kept, about_date .963 / .905; twelve stories more put the read half from .966;
# how many were found is not the dating's
FLOORS = {"read": (0.985, 0.96), "kept": (0.94, 0.885)}


@pytest.mark.parametrize("split", SPLITS)
def test_every_story_is_well_formed_and_in_its_half(split: str) -> None:
    golds = stories(split)
    assert len(golds) >= 6
    for gold in golds:
        assert problems(gold, article_paths(gold)) == []
        odd = int(hashlib.blake2b(gold["story"].encode(), digest_size=4).hexdigest(), 16) % 2
        assert gold["split"] == ("test" if odd else "dev")


@pytest.mark.parametrize("split", SPLITS)
def test_the_dates_reached_hold(split: str) -> None:
    dating = measured(split)
    claim_date, about_date = FLOORS[split]
    assert dating.found >= 0.85
    assert dating.claim_date >= claim_date
    assert dating.about_date >= about_date
