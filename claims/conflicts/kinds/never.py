"""Never: a universal negative against an instance ("never discussed" / "we discussed it on Monday")."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings, never_said, plain
from claims.conflicts.pair import Finding, Pair
from claims.models import Kind


def detect(pair: Pair) -> Iterator[Finding]:
    """Clashes in which one side says never."""
    return findings(pair, Kind.NEVER, 0.92, "reason.never", lambda clash: plain(clash) and never_said(clash))
