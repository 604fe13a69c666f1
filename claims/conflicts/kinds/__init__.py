"""The kinds of conflict, one module each: ``detect(pair)`` gives the findings of its kind.

A new kind is a module beside its peers and one entry in :data:`DETECTORS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claims.conflicts.kinds import (
    agent,
    cause,
    certainty,
    clock,
    contrast,
    date,
    deadline,
    demand,
    denial,
    duration,
    exception,
    filler,
    holder,
    knowing,
    label,
    modal,
    never,
    often,
    open_cause,
    opposite,
    order,
    polarity,
    position,
    presupposition,
    quantity,
    rank,
    since,
    slot,
    status,
    verdict,
)
from claims.conflicts.pair import Finding, Pair

Detector = Callable[[Pair], Iterable[Finding]]

DETECTORS: tuple[Detector, ...] = (
    denial.detect,
    date.detect,
    deadline.detect,
    clock.detect,
    knowing.detect,
    quantity.detect,
    often.detect,
    rank.detect,
    duration.detect,
    since.detect,
    status.detect,
    never.detect,
    presupposition.detect,
    polarity.detect,
    opposite.detect,
    verdict.detect,
    order.detect,
    modal.detect,
    exception.detect,
    position.detect,
    demand.detect,
    slot.detect,
    cause.detect,
    open_cause.detect,
    agent.detect,
    holder.detect,
    filler.detect,
    label.detect,
    contrast.detect,
    certainty.detect,
)
