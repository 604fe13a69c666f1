"""Two EDTF values against each other."""

from __future__ import annotations

import pytest

from claims.language.intervals import bounds, compare_times
from claims.wording import say

CASES = [
    ("2025-10-30", "2025-10-30", "equal"),
    ("2025-07-01/2025-07-31", "2025-07", "equal"),
    ("2025-10-30", "2025-10", "contained"),
    ("2025", "2025-10", "contained"),
    ("2011/..", "2015-03-02", "contained"),
    ("2025-10-30", "2025-11-03", "disjoint"),
    ("2025-10", "2025-11", "disjoint"),
    ("../2025-10-20", "2025-10-21", "disjoint"),
    ("2025-09/2025-11", "2025-11/2026-01", "compatible"),
    ("2025-10-01~/2025-10-10~", "2025-10-12", "compatible"),
    ("2025-10-01~/2025-10-10~", "2025-10-25", "disjoint"),
    ("2013-22", "2013-07-03", "contained"),
    ("2013-22", "2013-12-03", "disjoint"),
    ("199X", "1996", "contained"),
    ("17XX", "1850", "disjoint"),
    ("2026-08-01/2026-08-15", "2026-08-16/2026-08-31", "disjoint"),
    ("2026-08-01/2026-08-15", "2026-08-11~/2026-08-20~", "compatible"),
    ("../2025-03-31", "2025-04-02", "disjoint"),
    ("2025-12-31/2026-01-01", "2026-01-01", "contained"),
    ("2025-09-01/..", "../2025-08-31", "disjoint"),
    ("2024-24", "2025-02-10", "contained"),
    ("2026-01/2026-06", "2026-07/2026-12", "disjoint"),
    ("2028-02", "2028~", "contained"),
    ("XXXX-10-30", "2025-10-30", "compatible"),
    ("XXXX-10-30", "2025-11-30", "disjoint"),
    ("XXXX-10-30", "XXXX-10-31", "disjoint"),
    ("XXXX-10-30", "2025", "compatible"),
    ("", "2025", "incomparable"),
    ("2025-02-31", "2025", "incomparable"),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_the_relation_is_the_same_both_ways_and_has_words(a: str, b: str, relation: str) -> None:
    judgement = compare_times(a, b)
    assert judgement.relation == relation
    assert compare_times(b, a).relation == relation
    for language in ("de", "en"):
        assert say(judgement.key, language, **judgement.values)


def test_an_impossible_day_has_no_bounds() -> None:
    assert bounds("2025-02-31") is None
    assert bounds("2025-12-31/2025-01-01") is None
