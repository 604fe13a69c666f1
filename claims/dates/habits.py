"""Claims of what comes again and again, or of a time of life: "drove me to every game", "in my day"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.dates.words import saying_words
from claims.language.times import TimeExpression
from claims.models import Article, Basis

CLAUSE = 80  # characters on either side of a time in which its clause lies
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:.!?\n“”„\"]")


def comes_again(text: str, language: str) -> bool:
    """Whether ``text`` tells that something comes again, or of a life: "jeden Tag", "usually", "als Kind"."""
    known, words = saying_words(language), [word.lower() for word in _WORD.findall(text)]
    if not known.habits.isdisjoint(words):
        return True
    joined = f" {' '.join(words)} "
    if any(f" {era} " in joined for era in known.eras):
        return True
    return any(one in known.each and two.endswith(known.turns) for one, two in pairwise(words))


def is_of_a_habit(article: Article, expression: TimeExpression) -> bool:
    """Whether it is no one time but that of each year: "in January", "im Sommer" beside a word that tells so."""
    if expression.basis is not Basis.RELATIVE or expression.by_distance or expression.kind != "point":
        return False
    text, (start, end) = article.text, expression.span
    before = _BREAK.split(text[max(0, start - CLAUSE) : start])[-1]
    return comes_again(f"{before} {_BREAK.split(text[end : end + CLAUSE])[0]}", article.language)
