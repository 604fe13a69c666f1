"""Polarity, of what may and must be done: "may be drunk" against "must not be drunk", "need not" against "must".

What is permitted or demanded is no fact that it is done, so that the other kinds weigh it lightly; two who speak of
one permission or one duty clash in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, of_nobody, once_per_side
from claims.conflicts.targets import Match, match, target
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8
CLOSE = 6  # words between the modal and its negation


class Modal(NamedTuple):
    """Permission or duty, given (+1) or refused (-1), of a deed told by the features of its verb."""

    name: str
    sign: int
    deed: frozenset[str]
    evidence: tuple[int, ...]


def detect(pair: Pair) -> Iterator[Finding]:
    """One deed permitted and forbidden, or demanded and not needed, of one thing."""
    if pair.same_speaker or not (pair.topical or pair.near) or pair.translated:
        return
    for mine in _modals(pair.a):
        for other in _modals(pair.b):
            if mine.name != other.name or mine.sign == other.sign:
                continue
            deeds = {name for name in mine.deed & other.deed if comparable(name, translated=False)}
            one, two = target(pair.a, mine.evidence), target(pair.b, other.evidence)
            if deeds and match(pair, one, two) not in (Match.OTHER, Match.ANOTHER):
                yield Finding(
                    Kind.POLARITY, WEIGHT, mine.evidence, other.evidence, "reason.polarity", one_thing=True, least=LEAST
                )
                return


@once_per_side
def _modals(side: Side) -> tuple[Modal, ...]:
    return tuple(_told(side))


def _told(side: Side) -> Iterator[Modal]:
    words, scope, tables = side.frame.words, side.frame.scope, lexicon(side.frame.language)
    modality, function = tables.modality, tables.function
    for index, word in enumerate(words):
        forms = {word.lower, word.lemma}
        inside = clause_of(words, index)
        if word.clause in scope.conditional or any(words[n].lower in modality.narrowing for n in inside):
            continue
        name, sign = "permit", 1
        if forms & set(modality.prohibiting):
            sign = -1
        elif forms & set(modality.obliging) or (
            forms & set(modality.duty) and any(words[n].lower in function.to for n in inside if 0 < n - index <= CLOSE)
        ):
            name = "oblige"
        elif not forms & set(modality.letting):
            continue
        negated = scope.negative(index) or of_nobody(side, (index,))
        negated = negated or any(words[n].lower in tables.polarity.negators for n in inside if 0 < n - index <= CLOSE)
        if negated and name == "oblige" and forms & set(modality.forbidden):
            name = "permit"  # English "must not"
        verbs = [n for n in inside if words[n].lemma in side.frame.lemmas and n != index and _verbal(side, n, index)]
        deed = frozenset(feature for n in verbs for feature in thing_features(side, n))
        if deed:
            yield Modal(name, -sign if negated else sign, deed, (index, verbs[-1]))


def _verbal(side: Side, place: int, modal: int) -> bool:
    if side.timed(place):
        return False
    if side.frame.language == "de":
        return side.frame.words[place].text[:1].islower() and place != modal
    return place > modal
