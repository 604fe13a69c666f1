"""A headline, heading or lead that says again what a statement of the text says makes no second statement.

The two are one where the same speaker does the same with it (asserts, denies …), every number of the headline stands in
the other, and most of its words do. What another speaker says with the same words is the other side of the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.lemmas import lemma
from claims.language.tokens import tokenize
from claims.models import SegmentKind, Statement

SHARE = 0.6  # of the headline's longer words that the other passage must hold
_RANK = {SegmentKind.TITLE: 0, SegmentKind.HEADING: 0, SegmentKind.LEAD: 1}  # all else is the text under them: 2
_SHORTEST = 4  # letters of a word that counts


def without_repeats(statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of one article, their speakers known, without those over the text that the text repeats."""
    kept = []
    for one in statements:
        place = _RANK.get(one.segment, 2)
        below = (other for other in statements if _RANK.get(other.segment, 2) > place)
        if place == 2 or not any(_repeats(one, other) for other in below):
            kept.append(one)
    return kept


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
