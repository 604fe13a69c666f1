"""From a finding to a score between 0 and 1: comparability, incompatibility, firmness, guards.

score = comparability x incompatibility x firmness x guards; start weights after Ritter et al. 2008 and de Marneffe et
al. 2008 (event coreference first), set on the tune half of tests/gold/claim_pairs.jsonl.
"""

from __future__ import annotations

from claims.conflicts.clause import beside
from claims.conflicts.pair import Finding, Pair
from claims.models import Kind, Stance

_OF_FACTS = frozenset({Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS, Kind.QUANTITY})
DEMANDED = 0.6  # left of a clash of facts when one of them is only demanded
FLOOR = 0.38  # comparability of two claims that share nothing but the clash
COUNTED = 0.25
TOPICAL = 0.1  # added inside one topic
TRANSLATED = 0.3  # added in two languages besides: half of what both say is in words that no concept covers
CONTRASTED = 0.2  # added when the article itself sets the one against the other
LEAST_SHARED = 1.2  # weight of common matter below which the words prove little


def comparability(pair: Pair, finding: Finding) -> float:
    """How far the two claims speak of one matter, 0 to 1."""
    if finding.comparability is not None:
        return finding.comparability
    if pair.linked:
        return 1.0
    share, weight = pair.common(finding.without)
    if weight < LEAST_SHARED and not pair.translated:
        share *= 0.35 + 0.65 * weight / LEAST_SHARED
    base = FLOOR
    if finding.event and finding.event in pair.shared_events:
        base += 0.15
    elif pair.shared_events:
        base += 0.10
    if pair.a.states and pair.a.states == pair.b.states:
        base += 0.10
    if pair.same_speaker:
        base += 0.15
    if finding.counts and pair.topical:
        base += COUNTED  # inside one topic, a count of the same state is a count of the same people
    if pair.same_article:
        base += 0.16
    if pair.contrasted:
        base += CONTRASTED
    if pair.topical:
        base += TOPICAL
    if pair.translated:
        base += TRANSLATED
    whole = min(1.0, base + (1 - FLOOR) * min(1.0, share * 1.25))
    return max(finding.least, whole * (1.0 if pair.contrasted else beside(pair, finding)))


def firmness(pair: Pair, finding: Finding) -> float:
    """The lower commitment of the two speakers; a demand is no fact, and clashes with another demand alone."""
    least = min(pair.a.firmness, pair.b.firmness)
    demanded = Stance.DEMANDS in (pair.a.statement.stance, pair.b.statement.stance)
    return least * (DEMANDED if demanded and finding.kind in _OF_FACTS else 1.0)
