"""The question that a count answers: how many were seized, fled, were saved, were inside, are lacking.

Two speakers who tell of one matter may count it with two nouns ("300 residents had to leave their homes", "520 people
were brought to safety"). What the clause says of those counted tells what the figure is an answer to.
"""

from __future__ import annotations

from claims.conflicts.counts import Measured, indices, measured
from claims.conflicts.pair import Pair
from claims.conflicts.side import Side
from claims.language.lemmas import lemma
from claims.topics.lexicon import lexicon

_QUESTIONS = ("seized", "fleeing", "rescued", "inside", "lacking", "sought", "ill")
_STATES = {"arrested": "seized", "evacuated": "fleeing", "rescued": "rescued", "missing": "sought"}
_APART = frozenset({"lacking", "seized"})  # who is lacking or seized is no count of those who are there
_COUNTED = frozenset({"", "person"})


def asked(side: Side, item: Measured) -> frozenset[str]:
    """The questions that the figure answers, by the words of its clause; of the whole claim where it is alone."""
    if item.quantity.unit not in _COUNTED:
        return frozenset()
    words, listed = side.frame.words, side.frame.scope.listed
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    alone = len(measured(side)) == 1
    return frozenset(
        name for name in _QUESTIONS if any(alone or words[index].clause in clauses for index in listed.get(name, ()))
    )


def one_question(pair: Pair, one: Measured, two: Measured) -> bool:
    """Both figures answer one question about one matter, and no noun of either names a kind of its own."""
    if not (pair.topical or pair.near or pair.contrasted):
        return False
    if not asked(pair.a, one) & asked(pair.b, two):
        return False
    return unspecific(pair.a, one) or unspecific(pair.b, two)


def two_questions(pair: Pair, one: Measured, two: Measured) -> bool:
    """Each answers a question, and not the same: 14 people arrested, 12,000 people brought to safety."""
    ours, theirs = asked(pair.a, one), asked(pair.b, two)
    return bool(ours) != bool(theirs) or bool(ours and not ours & theirs)


def set_apart(pair: Pair, one: Measured, two: Measured) -> bool:
    """Only one of the two is a count of those who are lacking or seized: 420 posts vacant, 700 nurses hired."""
    return bool((asked(pair.a, one) ^ asked(pair.b, two)) & _APART)


def unspecific(side: Side, item: Measured) -> bool:
    """Its noun is left out or one for anybody ("people", "residents")."""
    head = item.quantity.thing.split()[-1:]
    tables = lexicon(side.frame.language)
    return not head or lemma(head[0], tables.language) in tables.figures.unspecific
