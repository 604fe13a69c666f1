"""The paragraph that a statement stands in, as weighed features.

What a reporter tells in one paragraph is mostly of one matter, and says in other words what the claims in it only hint
at.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.models import Statement
from claims.topics.fields import with_fields
from claims.topics.frame import frame_of

NAMING = frozenset("npo")  # kinds of features: names, states, offices
NAMED = 0.3  # what is left of them: the same people come in with every matter of a story
LONGEST = 600  # characters; what is longer is a text without paragraphs, of which the quote alone is taken
LEAST = 0.3  # what is left of a feature that every paragraph of the story has


class Paragraph(NamedTuple):
    """Where a paragraph begins in its article, and its features, those rare in the story weighing more."""

    start: int
    features: Mapping[str, float]


def paragraphs(
    statements: Sequence[Statement], story_of: Mapping[str, int], texts: Mapping[str, str]
) -> list[Paragraph]:
    """The paragraph of each statement, in the given order; or its quote."""
    places = [_place(item, texts.get(item.article_id, "")) for item in statements]
    told: dict[tuple[str, int], Mapping[str, float]] = {}
    for item, (start, text) in zip(statements, places, strict=True):
        if (item.article_id, start) not in told:
            told[item.article_id, start] = with_fields(frame_of(text, item.language).features, item.language)
    counts: dict[int, Counter[str]] = {}
    size: Counter[int] = Counter()
    for (article, _), features in told.items():
        story = story_of[article]
        size[story] += 1
        counts.setdefault(story, Counter()).update(features.keys())
    weighed = {
        (article, start): Paragraph(start, _weighed(features, counts[story_of[article]], size[story_of[article]]))
        for (article, start), features in told.items()
    }
    return [weighed[item.article_id, start] for item, (start, _) in zip(statements, places, strict=True)]


def _place(item: Statement, text: str) -> tuple[int, str]:
    start = text.rfind("\n", 0, item.char_start) + 1
    end = text.find("\n", item.char_end)
    told = text[start : end if end >= 0 else len(text)]
    return (start, told) if 0 < len(told) <= LONGEST else (item.char_start, item.quote)


def _weighed(features: Mapping[str, float], count: Mapping[str, int], size: int) -> dict[str, float]:
    whole = math.log(size + 2)
    out: dict[str, float] = {}
    for name, weight in features.items():
        rare = LEAST + (1.0 - LEAST) * math.log((size + 2) / count[name]) / whole
        out[name] = weight * rare * (NAMED if name[0] in NAMING else 1.0)
    return out
