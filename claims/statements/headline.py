"""A headline that says again what a statement of the text says makes no second statement.

The two are one where the same speaker does the same with it (asserts, denies …), every number of the headline stands in
the other, and most of its words do: a headline says the same thing shorter, never more.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.lemmas import lemma
from claims.language.tokens import tokenize
from claims.models import Article, SegmentKind, Statement

SHARE = 0.6  # of the headline's longer words that the other passage must hold
_SHORTEST = 4  # letters of a word that counts


def without_repeats(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` without those of the headline that another one repeats; the order stays."""
    titles = [one for one in article.segments if one.kind is SegmentKind.TITLE]

    def above(statement: Statement) -> bool:
        return any(one.start <= statement.char_start < one.end for one in titles)

    text = [statement for statement in statements if not above(statement)]
    return [one for one in statements if not above(one) or not any(_repeats(one, other) for other in text)]


def _repeats(title: Statement, other: Statement) -> bool:
    if title.stance is not other.stance or not _one_speaker(title, other):
        return False
    words, numbers = _words(title.quote, title.language)
    theirs, their_numbers = _words(other.quote, other.language)
    return bool(words) and numbers <= their_numbers and len(words & theirs) >= SHARE * len(words)


def _one_speaker(title: Statement, other: Statement) -> bool:
    """One name, or the headline's is a part of the other: "Council", "the town council of Ashmere"."""
    if title.speaker and title.speaker == other.speaker:
        return True
    named = _words(f"{other.mention} {other.speaker}", other.language)[0]
    short = _words(title.mention, title.language)[0]
    return bool(short) and short <= named


def _words(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas of its longer words, and its numbers."""
    words, numbers = set[str](), set[str]()
    for token in tokenize(text):
        if token.kind == "number":
            numbers.add(token.text)
        elif token.kind == "word" and len(token.text) >= _SHORTEST:
            words.add(lemma(token.lower, language)[:6])
    return frozenset(words), frozenset(numbers)
