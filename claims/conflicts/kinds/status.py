"""Status: two stages of an event's life that cannot hold together (agreed / not agreed, cancelled / going ahead)."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings, never_said, one_stage, plain
from claims.conflicts.pair import LIFE, Finding, Pair
from claims.models import Kind


def detect(pair: Pair) -> Iterator[Finding]:
    """Clashes between what the two claims say of the stages of one event."""
    return findings(
        pair,
        Kind.STATUS,
        0.9,
        "reason.status",
        lambda clash: clash.a.axis in LIFE and plain(clash) and not never_said(clash) and not one_stage(clash),
    )
