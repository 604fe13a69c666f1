"""Cause, left open: "too early to say what caused it" against a cause that is named, a case of the kind slot.

Who finds the cause later tells news of it; at the same time only one of the two can be right. A pretext is no cause
either ("the shortage is a pretext").
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import thing_features
from claims.conflicts.kinds.cause import cause
from claims.conflicts.nouns import clause_of, subject
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.models import Kind
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8
NEEDED = 0.3  # share of the matter that two articles must have in common


@once_per_side
def left_open(side: Side) -> tuple[int, ...]:
    """The words that say that the cause is not known: what leaves it open and the word for a cause; () if none does."""
    words, causes = side.frame.words, lexicon(side.frame.language).causes
    for index in side.frame.scope.listed.get("unsettled_cause", ()):
        near = range(words[index].clause - 1, words[index].clause + 2)
        for place, word in enumerate(words):
            told = word.lemma in (*causes.nouns, *causes.verbs) or word.lower in causes.asking
            if told and word.clause in near:
                return tuple(sorted((index, place)))
    return ()


@once_per_side
def pretext(side: Side) -> tuple[int, ...]:
    """The words that call a reason a pretext, and its noun."""
    words = side.frame.words
    for index in side.frame.scope.listed.get("pretext", ()):
        copula = lexicon(side.frame.language).function.copula
        verb = next((n for n in clause_of(words, index) if words[n].lemma in copula), -1)
        named = subject(side, verb) if verb >= 0 and not side.frame.scope.negative(index) else -1
        if named >= 0 and named != index:
            return tuple(sorted((named, index)))
    return ()


def detect(pair: Pair) -> Iterator[Finding]:
    """What the one leaves open or calls a pretext the other names as the cause."""
    if pair.same_speaker or not (pair.topical or pair.near):
        return
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        named = cause(other)
        if not named or other.frame.words[named[0]].clause in other.frame.scope.hedged | other.frame.scope.conditional:
            continue
        if left_open(one) and not cause(one) and _one_matter(pair):
            later = bool(one.day) and other.day[:10] > one.day[:10]
            yield _finding(left_open(one), named, swapped, moved=later)
            return
        excuse = pretext(one)
        if excuse and any(thing_features(one, n) & thing_features(other, m) for n in excuse for m in named[-1:]):
            yield _finding(excuse, named, swapped, moved=False)
            return


def _finding(one: tuple[int, ...], named: tuple[int, ...], swapped: bool, *, moved: bool) -> Finding:
    left, right = (named, one) if swapped else (one, named)
    return Finding(Kind.SLOT, WEIGHT, left, right, "reason.cause", one_thing=True, least=LEAST, moved=moved)


def _one_matter(pair: Pair) -> bool:
    return pair.near or pair.same_article or bool(pair.shared_events) or pair.common()[0] >= NEEDED
