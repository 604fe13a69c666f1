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
_STATES = {"dead": "killed", "injured": "injured", "missing": "missing"}
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
    ours, theirs = measured(pair.a), measured(pair.b)
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


def measured(side: Side) -> tuple[Quantity, ...]:
    """The quantities of a side; a bare one ("spoke of more than 2,000") takes its measure from the one before."""
    out: list[Quantity] = []
    for quantity in quantities_of(side.statement):
        if not bare(quantity) or quantity.value >= 1e5:
            out.append(quantity)
        elif _stands_alone(side, quantity) and side.lent is not None:
            lent = side.lent
            out.append(quantity.model_copy(update={"unit": lent.unit, "thing": lent.thing, "state": lent.state}))
        elif _state(side, quantity):
            out.append(quantity)
    return tuple(out)


def bare(quantity: Quantity) -> bool:
    """A number without unit, thing and state."""
    return not (quantity.unit or quantity.thing or quantity.state)


def _stands_alone(side: Side, quantity: Quantity) -> bool:
    """No noun follows the number that could be what it counts."""
    places = _indices(side, quantity)
    after = places[-1] + 1 if places else 0
    words = side.frame.words
    if not places or after >= len(words) or words[after].clause != words[places[-1]].clause:
        return bool(places)
    word = words[after]
    stop = lexicon(side.frame.language).stop
    return word.lemma in stop or (side.frame.language == "de" and word.text[:1].islower())


def _agrees(pair: Pair, quantity: Quantity, others: tuple[Quantity, ...]) -> bool:
    """The other side has this very value too, so that its second figure counts something else."""
    return any(other.value == quantity.value for other in others)


def _one_measure(pair: Pair, mine: Quantity, other: Quantity) -> bool:
    """Same unit, part in a change and state, and the same thing counted; without a thing the claims must share one."""
    if (mine.change == "by") != (other.change == "by") or (mine.change == "by" and mine.direction != other.direction):
        return False
    a, b = measures(mine, pair.a), measures(other, pair.b)
    counted = {"", "person"}
    if mine.unit != other.unit and not ({mine.unit, other.unit} <= counted or _bare_large(mine, other)):
        return False
    one, two = _state(pair.a, mine), _state(pair.b, other)
    if one != two:
        return False
    if one:
        return True
    if a and b and not a & b and not (mine.unit == "person" and (pair.shared_events or _general(pair, a, b))):
        return False
    share, weight = pair.common(frozenset({"c:money"}))
    if a & b and mine.unit != "person":
        return share >= 0.3
    return share >= 0.4 and weight >= 1.2


def _state(side: Side, quantity: Quantity) -> str:
    """Killed, injured, missing: what the quantity says, else the one such word of its clause."""
    if quantity.state or quantity.unit not in ("", "person"):
        return quantity.state
    clauses = {side.frame.words[index].clause for index in _indices(side, quantity)}
    near = {m.name for m in side.frame.of("object") if side.frame.words[m.index].clause in clauses}
    found = [state for name, state in _STATES.items() if name in near]
    return found[0] if len(found) == 1 else ""


def _bare_large(mine: Quantity, other: Quantity) -> bool:
    """One side leaves the currency out ("fehlen 19 Millionen")."""
    return min(mine.value, other.value) >= 1e5 and "" in (mine.unit, other.unit)


def _general(pair: Pair, *things: frozenset[str]) -> bool:
    """One side counts people as such, whoever they are."""
    return any("c:participants" in thing for thing in things)


def _indices(side: Side, quantity: Quantity) -> tuple[int, ...]:
    span = quantity.span
    return tuple(n for n, word in enumerate(side.frame.words) if span.start < word.end and word.start < span.end)


def _wished(pair: Pair) -> bool:
    """A demand against an offer or a fact is no clash of facts."""
    return any(mention.wished or mention.offered for side in (pair.a, pair.b) for mention in side.frame.mentions)
