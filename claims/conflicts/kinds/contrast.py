"""Contrast: the article itself says that the two cannot both be so ("dagegen", "by contrast", "contradicted this").

The reporter has understood both; the words that clash may have nothing in common that a lexicon knows. It counts only
where no other kind found the clash, inside one topic, and says in the reason on what it rests.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.pair import Finding, Pair
from claims.models import Kind


def detect(pair: Pair) -> Iterator[Finding]:
    """One is set against the other by a word that excludes both."""
    ours, theirs = pair.a.frame.parties, pair.b.frame.parties
    if not pair.topical or pair.same_speaker or (ours and theirs and not ours & theirs):
        return
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        contrast = one.context.contrast
        if contrast.word and contrast.against == other.statement.id:
            yield Finding(
                Kind.OPPOSITE,
                0.62,
                (),
                (),
                "reason.contrast",
                {"word": contrast.word},
                unsure=(("unsure.contrast", {}),),
                comparability=1.0,
                alone=True,
            )
