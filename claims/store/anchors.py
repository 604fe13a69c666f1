"""Finding a statement again whose id has changed because a newer version of the rules cuts it otherwise.

In the same article: the same claim, the nearest one first; else the one whose extent covers most of the old one.
A conflict is found again by its two statements. What cannot be found keeps its acts, which are listed as lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.models import Anchor, Statement, content_id

_LEAST = 0.5  # share of the longer extent that both must have in common


def moved_statements(anchors: Iterable[Anchor], statements: Sequence[Statement]) -> dict[str, str]:
    """Old id to present id, for each anchored statement that is not among ``statements`` and can be found there."""
    present = {statement.id for statement in statements}
    lost = {anchor.statement: anchor for anchor in anchors if anchor.statement not in present}
    if not lost:
        return {}
    wanted = {anchor.article for anchor in lost.values()}
    of: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.article_id in wanted:
            of.setdefault(statement.article_id, []).append(statement)
    found = {name: _nearest(anchor, of.get(anchor.article, [])) for name, anchor in lost.items()}
    return {name: new for name, new in found.items() if new}


def _nearest(anchor: Anchor, statements: Sequence[Statement]) -> str:
    end = anchor.start + len(anchor.claim)

    def rank(statement: Statement) -> tuple[bool, bool, float, int, str]:
        same_claim = statement.claim == anchor.claim
        same_mention = statement.mention == anchor.mention
        start = statement.claim_spans[0].start
        return same_claim, same_mention, _shared(statement, anchor.start, end), -abs(start - anchor.start), statement.id

    best = max(statements, key=rank, default=None)
    if best is not None and best.claim != anchor.claim:
        best = max(statements, key=lambda one: (_shared(one, anchor.start, end), rank(one)))
    if best is None or (best.claim != anchor.claim and _shared(best, anchor.start, end) < _LEAST):
        return ""
    return best.id


def _shared(statement: Statement, start: int, end: int) -> float:
    first, last = statement.claim_spans[0].start, statement.claim_spans[-1].end
    common = min(last, end) - max(first, start)
    return max(0.0, common / max(last - first, end - start, 1))


def moved_conflicts(pairs: Mapping[str, tuple[str, str]], moved: Mapping[str, str]) -> dict[str, str]:
    """Old id to present id of the conflicts, by the ids of their sides, one of whose statements moved."""
    found = {}
    for name, sides in pairs.items():
        if any(side in moved for side in sides):
            left, right = sorted(moved.get(side, side) for side in sides)
            if left != right:
                found[name] = content_id("x", left, right)
    return found
