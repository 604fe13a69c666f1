"""When a statement was said, what time it speaks of, and how many: ``date`` and, for undated articles, ``infer``.

Said (``claim_date``): an expression of time in the statement's frame, the words of its clause outside every claim;
else the day carried on from the same speaker's statement before, where the text goes on about the same occasion; else
the article's date. A look back without a date ("hatte nach jenem Telefonat angekündigt") is about the article's month
only. Spoken of (``about_date``): the expression inside the claim; for a claim about the past without one, the day of
the event told just before in its paragraph (basis inferred). Every value keeps the words it came from.
"""

from __future__ import annotations

from bisect import bisect_left as _first
from collections.abc import Sequence

from claims.dates.heads import day_of_the_head
from claims.dates.proposals import Proposal, infer
from claims.dates.saying import Frames
from claims.dates.speaking import about, speaks_of_the_past
from claims.language.lexicon import languages
from claims.language.quantities import find_quantities
from claims.language.times import find_dates
from claims.models import Article, QuoteType, Span, Statement

__all__ = ["Proposal", "date", "infer"]


def date(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``article``, in the order of the text, with claim_date, about_date and quantities.

    Spans are offsets into the article's text. Without a published date the full date of a short line at the head
    stands in for it (basis inferred); without that, weekdays keep their words and have no value.
    """
    if article.language not in languages():
        return list(statements)
    if not article.published.value:
        head = day_of_the_head(article, [span for statement in statements for span in statement.claim_spans])
        article = article.model_copy(update={"published": head})
    expressions = find_dates(article.text, anchor=article.published.value, language=article.language)
    quantities = find_quantities(article.text, language=article.language)
    date_starts = [expression.span.start for expression in expressions]
    quantity_starts = [quantity.span.start for quantity in quantities]
    frames = Frames(article, statements, expressions)
    dated: list[Statement] = []
    for statement in statements:
        said = frames.said(statement, dated)
        near = expressions[_first(date_starts, statement.char_start) : _first(date_starts, statement.char_end)]
        told = frames.spans_told(statement)
        inside = [found for found in near if _within(found.span, told) and found.span != said.span]
        counted = tuple(
            quantity
            for quantity in quantities[
                _first(quantity_starts, statement.char_start) : _first(quantity_starts, statement.char_end)
            ]
            if _within(quantity.span, statement.claim_spans)
            and not any(_touch(quantity.span, found.span) for found in inside)
        )
        spoken = about(article, statement, said, inside)
        told_of = statement.quote_type is not QuoteType.DIRECT and speaks_of_the_past(article, statement)
        if not inside and told_of and not frames.says_ever(statement):
            spoken = frames.event_before(statement)
        elif inside and told_of and all(found.of_a_day for found in inside):
            # "um 16.20 Uhr sei der Löschzug da gewesen": of the day told of, not of the day of the saying
            event = frames.event_before(statement)
            spoken = spoken.model_copy(update={"value": event.value}) if event.value else spoken
        if not inside and not spoken.value and frames.stands_for_the_sentence_before(statement):
            spoken = frames.sentence_before(statement)
        dated.append(
            statement.model_copy(
                update={
                    "claim_date": said,
                    "about_date": spoken,
                    "quantities": counted,
                }
            )
        )
    return dated


def _within(span: Span, spans: Sequence[Span]) -> bool:
    """Whether ``span`` lies in one of ``spans``."""
    return any(outer.start <= span.start and span.end <= outer.end for outer in spans)


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
