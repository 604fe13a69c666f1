"""Polarity: the same event or predicate, affirmed by the one and negated by the other."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings, never_said, one_stage, plain
from claims.conflicts.pair import LIFE, Clash, Finding, Pair
from claims.models import Kind


def _belongs(clash: Clash) -> bool:
    if never_said(clash) or not plain(clash):
        return False
    if clash.a.axis in LIFE:
        return one_stage(clash)
    return clash.a.mention.pole == clash.b.mention.pole or clash.a.axis.startswith("class:")


def detect(pair: Pair) -> Iterator[Finding]:
    """Clashes of a predicate with its own negation."""
    return findings(pair, Kind.POLARITY, 0.88, "reason.polarity", _belongs)
