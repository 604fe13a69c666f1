"""The tense of an English claim decides which Monday and which October are meant: forms, times and frames combined."""

from __future__ import annotations

import pytest

from tests.dates.test_dates import read

TIMES = {
    # time: what a past and a coming one is on 16 September 2026, a Wednesday
    "on Monday": ("2026-09-14", "2026-09-21"),
    "on October 4": ("2025-10-04", "2026-10-04"),
    "in June": ("2026-06", "2027-06"),
}
FRAMES = ("Tina Rudge said {}.", "Tina Rudge said that {} and that this was fine.", '"{}," Tina Rudge said.')
PAST = [
    "the plant shut the site {}",
    "the plant did not close {}",
    "the plant didn’t sign the deal {}",
    "the plant failed to meet the union {}",
    "the plant should have shut the site {}",
    "the talks never began {}",
    "the plant had been meeting the union {}",
    "the plant was seen meeting the union {}",
    "the plant had quit the deal {}",
]
AHEAD = [
    "the plant was to close {}",
    "the plant has to leave {}",
    "the plant intends to quit {}",
    "the talks end {}",
    "schools reopen {}",
    "the trial will not begin {}",
    "the plant will not cut jobs {}",
    "the plant will have closed {}",
    "the plant was likely to close {}",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("claim", PAST + AHEAD)
def test_which_one_is_meant(claim: str, time: str, frame: str) -> None:
    told = claim.format(time)
    _, statements = read(frame.format(told[0].upper() + told[1:] if frame[0] == '"' else told), "2026-09-16", "en")
    assert [one.about_date.value for one in statements] == [TIMES[time][claim in AHEAD]]
