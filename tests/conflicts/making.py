"""Statements made by hand from a claim alone, for the tests of topics and conflicts."""

from __future__ import annotations

from pathlib import Path

from claims.articles import read
from claims.models import Level, Span, Stance, Statement, When, content_id
from claims.pipeline import analyse


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


def opposed(one: str, other: str, folder: Path) -> bool:
    """Whether an article of these two sentences, each with its statement, holds a conflict."""
    article = folder / "article.txt"
    article.write_text(f"Published: 2026-02-10\n\n{one} {other}\n", encoding="utf-8")
    case = analyse(read([str(article)]))
    assert len(case.statements) >= 2
    return any(conflict.level == Level.CONFLICT for conflict in case.conflicts)
