"""Opposite: predicates that exclude each other (approved / thrown out, in force / expired)."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings, never_said, plain
from claims.conflicts.pair import LIFE, Clash, Finding, Pair
from claims.models import Kind


def _belongs(clash: Clash) -> bool:
    if clash.a.axis in LIFE or never_said(clash) or not plain(clash):
        return False
    return clash.a.mention.pole != clash.b.mention.pole and not clash.a.axis.startswith("class:")


def detect(pair: Pair) -> Iterator[Finding]:
    """Clashes of the two poles of an axis."""
    return findings(pair, Kind.OPPOSITE, 0.85, "reason.opposite", _belongs)
