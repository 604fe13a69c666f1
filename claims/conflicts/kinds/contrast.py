"""Contrast: the article itself says that the two cannot both be so ("dagegen", "by contrast", "contradicted this").

The reporter has understood both; the words that clash may have nothing in common that a lexicon knows. It counts only
where no other kind found the clash, inside one topic, and says in the reason on what it rests.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.pair import Finding, Pair
from claims.models import Kind

FIRM = 0.7  # weight where the article says that the one contradicts the other


def detect(pair: Pair) -> Iterator[Finding]:
    """One is set against the other by a word that excludes both."""
    if pair.same_speaker:
        return
    ours, theirs = pair.a.frame.parties, pair.b.frame.parties
    other_parties = bool(ours and theirs and not ours & theirs)
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        contrast, name = one.context.contrast, other.statement.id
        if not contrast.word or name not in (contrast.against, *contrast.open):
            continue
        if not contrast.firm and (not pair.topical or other_parties):
            continue
        yield Finding(
            Kind.OPPOSITE,
            FIRM if contrast.firm else 0.62,
            (),
            (),
            "reason.contrast",
            {"word": contrast.word},
            unsure=(("unsure.contrast", {}),),
            comparability=1.0,
            alone=True,
            settled=name not in contrast.open,
        )
