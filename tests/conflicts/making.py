"""Statements made by hand from a claim alone, for the tests of topics and conflicts."""

from __future__ import annotations

from claims.models import Span, Stance, Statement, When, content_id


def say_that(
    claim: str,
    *,
    speaker: str = "Anna Berg",
    language: str = "de",
    day: str = "2025-03-01",
    article: str = "a_1",
    start: int = 0,
    stance: Stance = Stance.ASSERTS,
    answers: str = "",
    quote: str = "",
    cue: str = "",
) -> Statement:
    """A statement whose claim is ``claim``, at offset ``start`` of its article."""
    text = quote or claim
    inner = start + text.index(claim)
    return Statement(
        id=content_id("s", article, start, claim, speaker),
        article_id=article,
        language=language,
        quote=text,
        char_start=start,
        char_end=start + len(text),
        claim=claim,
        claim_spans=(Span(inner, inner + len(claim)),),
        stance=stance,
        speaker=speaker,
        claim_date=When(value=day),
        answers=answers,
        cue=cue,
    )
