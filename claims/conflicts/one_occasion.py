"""Whether two figures are of one event or occasion: "90 tonnes had leaked", "the spill amounted to 400 tonnes"."""

from __future__ import annotations

from claims.conflicts.counts import Measured, indices, measured
from claims.conflicts.pair import Pair
from claims.conflicts.side import Side
from claims.topics.frame import Mention

COMMON_UNITS = frozenset(
    {"EUR", "USD", "GBP", "CHF", "percent", "point", "h", "min", "s", "day", "week", "month", "year"}
)
_COUNTS = frozenset({"", "person", "age"})
ALIKE_EVENTS = 0.5  # agreement of the events from which they may be one
ALIKE_OCCASIONS = 0.35  # share of two claims' words from which both tell of one deed


def two_events(pair: Pair) -> bool:
    """Each of two articles names its own: a house fire, a car crash."""
    ours, theirs = _occasions(pair.a), _occasions(pair.b)
    around = (ours | pair.a.context.events) & (theirs | pair.b.context.events)
    return bool(ours and theirs) and not around and not pair.same_article and pair.events_agree < ALIKE_EVENTS


def of_one_deed(pair: Pair, one: Measured, two: Measured) -> bool:
    """Side by side, of one event or predicate: "90 tonnes of fuel had leaked", "the spill amounted to 400 tonnes"."""
    if not pair.beside or one.quantity.unit != two.quantity.unit:
        return False
    ours, theirs = ({(m.name, m.sign) for m in _deeds_beside(*item)} for item in ((pair.a, one), (pair.b, two)))
    return bool(ours & theirs)


def of_one_occasion(pair: Pair, one: Measured, two: Measured) -> bool:
    """Two accounts of one occasion, in a unit of which few things are told: "400 litres of oil", "60 litres leaked"."""
    if not pair.beside or one.quantity.unit in COMMON_UNITS | _COUNTS or one.standing.per != two.standing.per:
        return False
    whole = (
        sum(item.quantity.unit == one.quantity.unit and not item.standing.part for item in measured(side))
        for side in (pair.a, pair.b)
    )
    return all(number == 1 for number in whole) and pair.common()[0] >= ALIKE_OCCASIONS


def _occasions(side: Side) -> frozenset[str]:
    """The events that a claim names, besides the words for what happened to those it counts ("were killed")."""
    told = {m.index for m in side.frame.of("object")}
    return frozenset(m.name for m in side.frame.of("event") if m.index not in told)


def _deeds_beside(side: Side, item: Measured) -> list[Mention]:
    places = set(indices(side, item.quantity))
    events = [m for m in side.frame.of("event") if m.index not in places]
    clauses = {side.frame.words[index].clause for index in places}
    return [*axes_beside(side, item), *(m for m in events if side.frame.words[m.index].clause in clauses)]


def axes_beside(side: Side, item: Measured) -> list[Mention]:
    clauses = {side.frame.words[index].clause for index in indices(side, item.quantity)}
    return [m for m in side.frame.of("axis") if side.frame.words[m.index].clause in clauses]
