"""Meetings that a report tells of with place and day: "On Thursday they had met in Duncarrow"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from claims.dates.occasions import Occasions
from claims.dates.words import SayingWords
from claims.language.grammar import grammar
from claims.language.times import TimeExpression
from claims.models import Span, Statement

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def met_there(
    statement: Statement, days: Sequence[TimeExpression], occasions: Occasions, words: SayingWords
) -> TimeExpression | None:
    """The one of ``days`` on which a meeting was held at a place that the claim names: "the mood in Duncarrow had been
    frosty"; none where two days were told with it."""
    meant = {place for span in statement.claim_spans for place, _ in _places(occasions, span)}
    found: list[TimeExpression] = []
    for day in days if meant else ():
        first = occasions.sentence_of(day.span.start)
        sentence = Span(first, first + len(occasions.sentence(day.span, first)))
        if (words.gatherings | words.talks).isdisjoint(occasions.words_of(sentence)):
            continue
        beside = [one for one in days if first <= one.span.start < sentence.end]
        for place, at in _places(occasions, sentence):
            # of two days in two towns the one beside the town
            nearest = min(beside, key=partial(_between, at))
            if place in meant and nearest is day:
                found.append(day)
    return found[-1] if len({one.value for one in found}) == 1 else None


def _places(occasions: Occasions, span: Span) -> Iterator[tuple[str, Span]]:
    """The names behind a preposition of place in ``span``."""
    at = grammar(occasions.article.language).place_prepositions
    for before, word in pairwise(_WORD.finditer(occasions.article.text, span.start, span.end)):
        if before.group().lower() in at and word.group()[:1].isupper():
            yield word.group(), Span(*word.span())


def _between(place: Span, day: TimeExpression) -> int:
    """Characters between a place and a day."""
    return max(place.start - day.span.end, day.span.start - place.end, 0)
