"""Label: one calls the other's report a rumour, a lie or false, without a fact of his own."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings
from claims.conflicts.facts import Ground
from claims.conflicts.pair import Clash, Finding, Pair
from claims.models import Kind


def _belongs(clash: Clash) -> bool:
    grounds = (clash.a.ground, clash.b.ground)
    return grounds.count(Ground.LABELLED) == 1 and Ground.PRESUPPOSED not in grounds


def detect(pair: Pair) -> Iterator[Finding]:
    """A labelled content that the other asserts, or a label that answers the other statement."""
    yield from findings(pair, Kind.LABEL, 0.9, "reason.label", _belongs)
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        label = one.frame.label
        if label < 0 or other.statement.id not in one.answered:
            continue
        evidence, whole = (label,), ()
        yield Finding(
            Kind.LABEL,
            0.75,
            whole if swapped else evidence,
            evidence if swapped else whole,
            "reason.label",
            comparability=0.95,
        )
