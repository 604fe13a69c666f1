"""The day on which an interview was held, where the text around it tells: "We met her on Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.dates.occasions import Occasions, begins_after
from claims.dates.words import SayingWords
from claims.models import Article, Statement, When

ANSWERS = 3  # statements without a verb of saying: the text is an interview
_WORD = re.compile(r"[^\W\d_]+")


def day_of_the_talk(
    article: Article, statements: Sequence[Statement], occasions: Occasions, words: SayingWords
) -> When | None:
    """The one past day that a sentence outside the answers tells of the talk; nothing where there is none."""
    if sum(statement.cue_span is None for statement in statements) < ANSWERS:
        return None
    published = article.published.value
    for expression in occasions.expressions:
        if expression.precision != "day" or expression.kind != "point" or not expression.value:
            continue
        if begins_after(expression.value, published) or occasions.inside(expression.span):
            continue
        paragraph = occasions.paragraph(expression.span.start)
        told = set(_WORD.findall(occasions.sentence(expression.span, paragraph).lower()))
        if not told.isdisjoint(words.interviews) or not (told.isdisjoint(words.talks) or told.isdisjoint(words.askers)):
            return expression.when()
    return None
