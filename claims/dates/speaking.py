"""The time that a claim speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.language.tense import word_tense
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Basis, QuoteType, Statement, When

LONGEST_CLAIM = 1000  # characters looked at for the tense
_WORD = re.compile(r"[^\W\d_]+")
# what tells most about when: a day, then that there is none, then wider stretches
_RANK = {"day": 0, "interval": 1, "": 2, "month": 3, "season": 3, "year": 4, "decade": 5, "century": 5}


def about(article: Article, statement: Statement, said: When, inside: Sequence[TimeExpression]) -> When:
    """The main expression inside the claim; unknown where there is none.

    "Tomorrow" in direct speech counts from the day it was said, not from the day it was printed.
    """
    if not inside:
        return When()
    main = min(inside, key=lambda expression: (_rank(expression), expression.span.start))
    if (
        statement.quote_type is QuoteType.DIRECT
        and main.basis is Basis.RELATIVE
        and said.value
        and said.value != article.published.value
        and len(said.value) == 10
    ):
        again = find_dates(main.text, anchor=said.value, language=article.language)
        if len(again) == 1:
            return When(value=again[0].value, basis=again[0].basis, text=main.text, span=main.span)
    return main.when()


def _rank(expression: TimeExpression) -> int:
    if expression.kind == "since":
        return 4
    return _RANK.get(expression.precision, 5)


def speaks_of_the_past(article: Article, statement: Statement) -> bool:
    """Whether the finite verbs of the claim are past and none looks ahead."""
    tenses = {word_tense(word, article.language) for word in _WORD.findall(statement.claim[:LONGEST_CLAIM])}
    return "past" in tenses and "future" not in tenses
