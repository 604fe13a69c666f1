"""The question that a figure answers: how many were seized, fled, were saved, are lacking; what was spent, lost, owed.

Two speakers who tell of one matter may count it with two nouns ("300 residents had to leave their homes", "520 people
were brought to safety"). What the clause says of those counted tells what the figure is an answer to.
"""

from __future__ import annotations

from claims.conflicts.counts import Measured, indices, measured
from claims.conflicts.pair import Pair
from claims.conflicts.side import Side
from claims.conflicts.things import CURRENCIES
from claims.language.lemmas import lemma
from claims.topics.lexicon import lexicon

_QUESTIONS = (
    "seized",
    "fleeing",
    "rescued",
    "inside",
    "lacking",
    "sought",
    "ill",
    "striking",
    "attending",
    "dismissed",
    "closing",
    "hired",
    "housed",
    "affected",
    "perished",
)
_SUMS = ("spent", "lost", "paid", "stolen", "owed", "earned", "fined", "compensated", "subsidised")
STATES = {
    "arrested": "seized",
    "displaced": "fleeing",
    "infected": "ill",
    "evacuated": "fleeing",
    "rescued": "rescued",
    "missing": "sought",
}  # states of those counted, and the question that tells of them
_APART = frozenset(
    {"lacking", "seized", "hired"}
)  # who is lacking, seized or newly hired is no count of those who are there
_COUNTED = frozenset({"", "person"})


def asked(side: Side, item: Measured) -> frozenset[str]:
    """The questions that the figure answers, by the words of its clause; of the whole claim where it is alone."""
    questions = _QUESTIONS if item.quantity.unit in _COUNTED else _SUMS if money(item) else ()
    words, listed = side.frame.words, side.frame.scope.listed
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    alone = len(measured(side)) == 1
    return frozenset(
        name for name in questions if any(alone or words[index].clause in clauses for index in listed.get(name, ()))
    )


def one_question(pair: Pair, one: Measured, two: Measured) -> bool:
    """Both figures answer one question about one matter, and no noun of either names a kind of its own."""
    if not (pair.topical or pair.near or pair.contrasted):
        return False
    if money(one) or money(two) or not asked(pair.a, one) & asked(pair.b, two):
        return False
    return unspecific(pair.a, one) or unspecific(pair.b, two)


def can_hold(side: Side, item: Measured) -> bool:
    """The clause tells how much something can take: "could carry 30,000 tonnes"."""
    words = side.frame.words
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    return any(words[index].clause in clauses for index in side.frame.scope.listed.get("holding", ()))


def money(item: Measured) -> bool:
    """A sum of money."""
    return item.quantity.unit in CURRENCIES


def one_sum(pair: Pair, one: Measured, two: Measured) -> bool:
    """Two sums that answer one question of one matter: "had cost the firm 600,000", "put the losses at 2 million"."""
    beside = pair.near or pair.contrasted or pair.translated or pair.topical
    if not (money(one) and money(two) and beside):
        return False
    ours, theirs = _narrowed(pair.a, one), _narrowed(pair.b, two)
    if ours and theirs and not ours & theirs:
        return False  # "lost 42 million in the first half", "70 million for the full year"
    return bool(asked(pair.a, one) & asked(pair.b, two))


def _narrowed(side: Side, item: Measured) -> frozenset[str]:
    """The words of its clause that hold a sum to a time."""
    words = side.frame.words
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    return frozenset(
        words[index].lemma for index in side.frame.scope.listed.get("narrowed", ()) if words[index].clause in clauses
    )


def two_questions(pair: Pair, one: Measured, two: Measured) -> bool:
    """Each answers a question, and not the same: 14 people arrested, 12,000 people brought to safety."""
    ours, theirs = asked(pair.a, one), asked(pair.b, two)
    return bool(ours) != bool(theirs) or bool(ours and not ours & theirs)


def set_apart(pair: Pair, one: Measured, two: Measured) -> bool:
    """Only one of the two is a count of those who are lacking, seized, hired or dead ("420 posts vacant", "700 nurses
    hired"), or tells whom something has touched, the other how many somebody has at all ("has 4 million customers").
    """
    ours, theirs = asked(pair.a, one), asked(pair.b, two)
    if (ours ^ theirs) & _APART:
        return True
    return ("affected" in ours and _owned(pair.b, two)) or ("affected" in theirs and _owned(pair.a, one))


def _owned(side: Side, item: Measured) -> bool:
    """ "Has 4 million customers"."""
    places = indices(side, item.quantity)
    return bool(places) and places[0] - 1 in side.frame.scope.listed.get("have", ())


def unspecific(side: Side, item: Measured) -> bool:
    """Its noun is left out, one for anybody ("people", "residents"), or tells the question itself ("strikers")."""
    head = item.quantity.thing.split()[-1:]
    tables = lexicon(side.frame.language)
    if not head or lemma(head[0], tables.language) in tables.figures.unspecific:
        return True
    told = tables.listed.get(lemma(head[0], tables.language), ())
    return not asked(side, item).isdisjoint(told)
