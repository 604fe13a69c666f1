"""Quantity: one measured thing, two values further apart than their wording allows."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.figures import quantities_of
from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.language.lemmas import lemma
from claims.models import Kind, Qualifier, Quantity
from claims.topics.lexicon import lexicon
from claims.topics.words import compound

ABOUT = 0.12  # tolerance of "about"
EXACT = 0.02  # tolerance of a plain round number


def interval(quantity: Quantity) -> tuple[float, float]:
    """The values that the wording allows, both ends included."""
    value = quantity.value
    high = quantity.value_max if quantity.value_max is not None else value
    if quantity.qualifier == Qualifier.MIN:
        return value, float("inf")
    if quantity.qualifier == Qualifier.MAX:
        return 0.0, high * (1 + EXACT)
    slack = ABOUT if quantity.qualifier == Qualifier.ABOUT else (EXACT if value >= 100 else 0.0)
    return value - abs(value) * slack, high + abs(high) * slack


def measures(quantity: Quantity, side: Side) -> frozenset[str]:
    """What is measured, as features that hold across wordings and languages."""
    tables = lexicon(side.frame.language)
    out: set[str] = set()
    if quantity.state:
        out.add(f"state:{quantity.state}")
    for word in quantity.thing.split():
        low = lemma(word, tables.language)
        parts = (low, word.lower(), *compound(word, tables.language, tables.heads))
        for part in parts:
            if not part or part in tables.stop:
                continue
            out.add(f"l:{part}")
            out.update(f"c:{sense.name}" for sense in tables.senses.get(part, ()))
    return frozenset(out)


def detect(pair: Pair) -> Iterator[Finding]:
    """Values of one thing that cannot both be right."""
    ours, theirs = quantities_of(pair.a.statement), quantities_of(pair.b.statement)
    for mine in ours:
        for other in theirs:
            if not _one_measure(pair, mine, other):
                continue
            low, high = interval(mine), interval(other)
            if low[0] <= high[1] and high[0] <= low[1]:
                continue
            left, right = _indices(pair.a, mine), _indices(pair.b, other)
            if not left or not right or _agrees(pair, mine, theirs) or _agrees(pair, other, ours):
                continue
            wished = _wished(pair)
            figures = features_of(pair.a.frame, left) | features_of(pair.b.frame, right)
            yield Finding(
                Kind.QUANTITY,
                0.9 * (0.7 if wished else 1.0),
                left,
                right,
                "reason.quantity",
                unsure=(("unsure.open_bound", {}),) if Qualifier.MIN in (mine.qualifier, other.qualifier) else (),
                without=frozenset(name for name in figures if name.startswith(("q:", "c:money"))),
                settled=not wished,
            )


def _agrees(pair: Pair, quantity: Quantity, others: tuple[Quantity, ...]) -> bool:
    """The other side has this very value too, so that its second figure counts something else."""
    return any(other.unit == quantity.unit and other.value == quantity.value for other in others)


def _one_measure(pair: Pair, mine: Quantity, other: Quantity) -> bool:
    """Same unit, part in a change and state, and the same thing counted; without a thing the claims must share one."""
    if (mine.unit, mine.change, mine.direction) != (other.unit, other.change, other.direction):
        return False
    if mine.state != other.state:
        return False
    a, b = measures(mine, pair.a), measures(other, pair.b)
    if mine.state:
        return True
    if a and b and not a & b and not (mine.unit == "person" and (pair.shared_events or _general(pair, a, b))):
        return False
    share, weight = pair.common(frozenset({"c:money"}))
    if a & b and mine.unit != "person":
        return share >= 0.3
    return share >= 0.4 and weight >= 1.2


def _general(pair: Pair, *things: frozenset[str]) -> bool:
    """One side counts people as such, whoever they are."""
    return any("c:participants" in thing for thing in things)


def _indices(side: Side, quantity: Quantity) -> tuple[int, ...]:
    span = quantity.span
    return tuple(n for n, word in enumerate(side.frame.words) if span.start < word.end and word.start < span.end)


def _wished(pair: Pair) -> bool:
    """A demand against an offer or a fact is no clash of facts."""
    return any(mention.wished or mention.offered for side in (pair.a, pair.b) for mention in side.frame.mentions)
