"""Copies of one agency text in several outlets: found by the runs of eight words that two articles share.

Source of the method: shingling with a fixed sample of hashes (Broder 1997); the sample keeps the index small, the
share is then counted on all runs of the two articles.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from claims.language.tokens import tokenize
from claims.models import Article, SegmentKind

RUN = 8  # words
SAMPLE = 4  # one in so many runs is indexed
LEAST_SHARE = 0.5  # of the shorter text's runs; two reports of one event share below 0.04 (195 articles measured)
FEWEST_RUNS = 12
MOST_PER_RUN = 200  # articles that may share a run and still be compared by it
_BODY = (SegmentKind.BODY, SegmentKind.LEAD)


def _runs(article: Article) -> frozenset[int]:
    """The hashed runs of the article's body."""
    words = [
        token.lower
        for one in article.segments
        if one.kind in _BODY
        for token in tokenize(article.text, one.start, one.end)
        if token.kind in ("word", "number", "abbreviation")
    ]
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(words[at : at + RUN]).encode(), digest_size=8).digest(), "big")
        for at in range(len(words) - RUN + 1)
    )


def _order(article: Article) -> tuple[str, int, str]:
    """The original comes first: the earliest that has a date, then the longest, then by id."""
    return (article.published.value or "9999", -len(article.text), article.id)


def mark_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """``articles`` in their order, ``duplicate_of`` set to the id of the original for each copy of it.

    The original is never itself a copy; the result does not depend on the order given.
    """
    ranked = sorted(articles, key=_order)
    runs = {article.id: _runs(article) for article in ranked}
    originals: dict[str, str] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    for article in ranked:
        own = runs[article.id]
        shared: dict[str, int] = defaultdict(int)
        sample = sorted(one for one in own if one % SAMPLE == 0)
        for one in sample:
            for other in holders[one][:MOST_PER_RUN]:
                shared[other] += 1
        candidates = sorted(shared, key=lambda other: (-shared[other], other))[:20]
        for other in candidates:
            smaller = min(len(own), len(runs[other]))
            if smaller >= FEWEST_RUNS and len(own & runs[other]) >= LEAST_SHARE * smaller:
                originals[article.id] = originals.get(other, other)
                break
        for one in sample:
            holders[one].append(article.id)
    return tuple(article.model_copy(update={"duplicate_of": originals.get(article.id, "")}) for article in articles)
