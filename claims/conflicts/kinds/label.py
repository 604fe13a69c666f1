"""Label: one calls the other's report a rumour, a lie or false, without a fact of his own."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings
from claims.conflicts.fact import Ground
from claims.conflicts.pair import Clash, Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.models import Kind, Stance

AGAIN = 0.6  # share of the own words from which the labelled content is the other's
LEAST = 2.0  # weight of the words that both must have


def _belongs(clash: Clash) -> bool:
    grounds = (clash.a.ground, clash.b.ground)
    return grounds.count(Ground.LABELLED) == 1 and Ground.PRESUPPOSED not in grounds


def detect(pair: Pair) -> Iterator[Finding]:
    """A labelled content that the other asserts, or a label that answers the other statement."""
    yield from findings(pair, Kind.LABEL, 0.9, "reason.label", _belongs)
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        label = one.frame.label
        if label < 0 or not (other.statement.id in one.answered or _tells_again(pair, one, other)):
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


def _tells_again(pair: Pair, one: Side, other: Side) -> bool:
    """ "described reports that the minister had fled as a fairy tale": the labelled words are what the other says."""
    if other.frame.label >= 0 or pair.same_speaker or other.firmness < 1.0 or other.statement.stance == Stance.DENIES:
        return False
    if other.frame.scope.by or other.frame.scope.wished:
        return False  # "reports of a cut are a fairy tale" / "no pension must be cut": no report of a cut
    share, weight = pair.own(features_of(one.frame, (one.frame.label,)))
    return share >= AGAIN and weight >= LEAST
