"""Average linkage on a sparse graph: no chaining, links bind."""

from __future__ import annotations

from claims.topics.grouping import THRESHOLD, group


def test_one_bridge_does_not_fuse_two_groups() -> None:
    left = {(a, b): 0.9 for a in range(4) for b in range(a + 1, 4)}
    right = {(a, b): 0.9 for a in range(4, 8) for b in range(a + 1, 8)}
    assert group(8, left | right | {(3, 4): 0.9}) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_dissimilar_ones_stay_alone() -> None:
    assert group(3, {(0, 1): THRESHOLD / 2}) == [[0], [1], [2]]


def test_must_not_links_hold_against_similarity_and_pass_on() -> None:
    similar = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    assert [0, 1, 2] not in group(3, similar, must_not=[(0, 2)])
    assert group(3, {}, must=[(0, 1), (1, 2)]) == [[0, 1, 2]]
