"""Groups from pair similarities: average linkage on the sparse graph of candidates, so that one bridge fuses nothing.

The similarity of two groups is the sum of their pairs' similarities over the number of all their pairs, a pair that
was never a candidate counting nothing; a group joins the most similar one first. Must-links are joined before,
must-not-links never. The result depends on the similarities alone, not on their order.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping

THRESHOLD = 0.24  # mean similarity from which two groups are one matter
DAMPING = 1.0  # exponent of the number of pairs; below 1, large groups join a little more easily


def group(
    size: int,
    similar: Mapping[tuple[int, int], float],
    must: Iterable[tuple[int, int]] = (),
    must_not: Iterable[tuple[int, int]] = (),
    *,
    threshold: float = THRESHOLD,
    damping: float = DAMPING,
) -> list[list[int]]:
    """Partition ``range(size)``; ``similar`` has pairs (smaller, larger). Groups and members are in ascending order."""
    members: dict[int, list[int]] = {number: [number] for number in range(size)}
    edges: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    barred: dict[int, set[int]] = {number: set() for number in range(size)}
    for (a, b), value in similar.items():
        edges[a][b] = edges[b][a] = value
    for a, b in must_not:
        barred[a].add(b)
        barred[b].add(a)
    home = list(range(size))

    def find(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    def join(a: int, b: int) -> int:
        keep, gone = min(a, b), max(a, b)
        members[keep] += members.pop(gone)
        home[gone] = keep
        for other, value in edges.pop(gone).items():
            edges[other].pop(gone, None)
            if other != keep:
                edges[keep][other] = edges[other][keep] = edges[keep].get(other, 0.0) + value
        edges[keep].pop(gone, None)
        for other in barred.pop(gone):
            barred[other].discard(gone)
            barred[other].add(keep)
            barred[keep].add(other)
        return keep

    for a, b in sorted(must):
        left, right = find(a), find(b)
        if left != right and right not in barred[left]:
            join(left, right)

    def mean(a: int, b: int) -> float:
        pairs = float(len(members[a]) * len(members[b]))
        return edges[a][b] / math.pow(pairs, damping)

    heap = [(-mean(a, b), a, b) for a in edges for b in edges[a] if a < b and mean(a, b) >= threshold]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in members or b not in members or b not in edges[a] or b in barred[a]:
            continue
        now = mean(a, b)
        if abs(now + value) > 1e-12:
            if now >= threshold:
                heapq.heappush(heap, (-now, a, b))
            continue
        keep = join(a, b)
        for other in edges[keep]:
            if mean(keep, other) >= threshold:
                heapq.heappush(heap, (-mean(keep, other), min(keep, other), max(keep, other)))
    return sorted(sorted(numbers) for numbers in members.values())
