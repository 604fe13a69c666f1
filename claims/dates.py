"""When a statement was said, what time it speaks of, and how many: ``date`` and, for undated articles, ``infer``.

Said (``claim_date``): an expression of time in the statement's frame, the words of its quote outside the claim; else
the day carried on from the frame before, where the same speaker goes on in the same paragraph; else the article's
date. A look back without a date ("hatte nach jenem Telefonat angekündigt") stays unknown. Spoken of (``about_date``):
the expression inside the claim. Every value keeps the words it came from.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.quantities import find_quantities
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Basis, Span, Statement, When


def date(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``article`` with claim_date, about_date and quantities; order kept."""
    expressions = find_dates(article.text, anchor=article.published.value, language=article.language)
    quantities = find_quantities(article.text, language=article.language)
    dated: list[Statement] = []
    for statement in statements:
        inside = [e for e in expressions if statement.char_start <= e.span.start and e.span.end <= statement.char_end]
        spoken = [e for e in inside if _within(e.span, statement.claim_spans)]
        frame = [e for e in inside if e not in spoken]
        dated.append(
            statement.model_copy(
                update={
                    "claim_date": _said(article, frame),
                    "about_date": _main(spoken),
                    "quantities": tuple(q for q in quantities if _within(q.span, statement.claim_spans)),
                }
            )
        )
    return dated


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(outer.start <= span.start and span.end <= outer.end for outer in spans)


def _said(article: Article, frame: Sequence[TimeExpression]) -> When:
    for expression in frame:
        if expression.kind == "point" and expression.precision in ("day", "interval", ""):
            return expression.when()
    if not article.published.value:
        return When()
    return When(value=article.published.value, basis=Basis.ARTICLE)


def _main(spoken: Sequence[TimeExpression]) -> When:
    for expression in spoken:
        return expression.when()
    return When()
