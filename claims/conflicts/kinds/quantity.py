"""Quantity: one measured thing, two values further apart than their wording allows."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.pair import Finding, Pair
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
    for mine in pair.a.statement.quantities:
        for other in pair.b.statement.quantities:
            if mine.unit != other.unit or mine.change != other.change or mine.direction != other.direction:
                continue
            if mine.unit in ("h", "min", "s", "year", "day") and not mine.thing:
                continue
            a, b = measures(mine, pair.a), measures(other, pair.b)
            states = {mine.state, other.state} - {""}
            if len(states) > 1 or (not a & b and not (mine.unit and not a and not b)):
                continue
            low, high = interval(mine), interval(other)
            if low[0] <= high[1] and high[0] <= low[1]:
                continue
            left, right = _indices(pair.a, mine), _indices(pair.b, other)
            if not left or not right:
                continue
            yield Finding(
                Kind.QUANTITY,
                0.88 * (0.7 if _wished(pair) else 1.0),
                left,
                right,
                "reason.quantity",
                unsure=(("unsure.open_bound", {}),) if Qualifier.MIN in (mine.qualifier, other.qualifier) else (),
                settled=not _wished(pair),
            )


def _indices(side: Side, quantity: Quantity) -> tuple[int, ...]:
    span = quantity.span
    return tuple(n for n, word in enumerate(side.frame.words) if span.start < word.end and word.start < span.end)


def _wished(pair: Pair) -> bool:
    """A demand against an offer or a fact is no clash of facts."""
    return any(mention.wished or mention.offered for side in (pair.a, pair.b) for mention in side.frame.mentions)
