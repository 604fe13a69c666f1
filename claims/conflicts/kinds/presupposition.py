"""Presupposition: one claim takes for granted what the other denies ("not postponed" / "never agreed")."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings
from claims.conflicts.fact import Ground
from claims.conflicts.pair import Clash, Finding, Pair
from claims.models import Kind


def _belongs(clash: Clash) -> bool:
    grounds = (clash.a.ground, clash.b.ground)
    return Ground.PRESUPPOSED in grounds and Ground.LABELLED not in grounds and grounds != (Ground.PRESUPPOSED,) * 2


def detect(pair: Pair) -> Iterator[Finding]:
    """Clashes in which one of the facts is presupposed."""
    return findings(pair, Kind.PRESUPPOSITION, 0.88, "reason.presupposition", _belongs)
