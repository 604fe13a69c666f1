"""Certainty: the same content, said firmly by one and hedged by the other; a tension, never a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.pair import Finding, Pair
from claims.models import Kind
from claims.topics.frame import Mention


def detect(pair: Pair) -> Iterator[Finding]:
    """A hedged predicate that the other asserts outright."""
    if not (pair.a.hedged or pair.b.hedged):
        return
    theirs: dict[tuple[str, str, int], Mention] = {
        (m.group, m.name, m.sign): m for m in pair.b.frame.mentions if m.group in ("axis", "status")
    }
    for mine in pair.a.frame.mentions:
        other = theirs.get((mine.group, mine.name, mine.sign))
        if other is None or mine.hedged == other.hedged or mine.conditional or other.conditional:
            continue
        share, _ = pair.common()
        if share >= 0.6:
            yield Finding(Kind.CERTAINTY, 0.45, (mine.index,), (other.index,), "reason.certainty", settled=False)
            return
