"""Quantity: one measured thing, two values further apart than their wording allows."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import Measured, generic, indices, measured, measures, state
from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.language.amounts import in_base_unit
from claims.models import Kind, Qualifier, Quantity
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.words import stem

ABOUT = 0.12  # tolerance of "about"
_COMMON_UNITS = frozenset(
    {"EUR", "USD", "GBP", "CHF", "percent", "point", "h", "min", "s", "day", "week", "month", "year"}
)
LARGE = 1000.0  # a count without a noun from which it is taken for the count of its topic
LENT = 0.85  # comparability of a bare number with the one whose measure it takes
FEW = 20.0  # people who may be some of those another figure counts
PART = 4.0  # times as many, from which two counts may be of a whole and of a part
SAME_MATTER = 0.5  # share of two claims in two languages from which a figure without a noun is one of the same
EXACT = 0.02  # tolerance of a plain round number


def interval(quantity: Quantity) -> tuple[float, float]:
    """The values that the wording allows, both ends included, in the base unit of what is measured."""
    value = in_base_unit(quantity.value, quantity.unit)[0]
    high = value if quantity.value_max is None else in_base_unit(quantity.value_max, quantity.unit)[0]
    if quantity.qualifier == Qualifier.MIN:
        return value, float("inf")
    if quantity.qualifier == Qualifier.MAX:
        return 0.0, high * (1 + EXACT)
    rough = quantity.qualifier == Qualifier.ABOUT or quantity.unit == "fraction"
    slack = ABOUT if rough else (EXACT if quantity.value >= 100 else 0.0)
    return value - abs(value) * slack, high + abs(high) * slack


def _most(one: Quantity, other: Quantity) -> tuple[tuple[float, float], tuple[float, float]]:
    """The intervals of both; of two maxima ("gusts of up to 140", "of up to 90") what each gives as the most."""
    low, high = interval(one), interval(other)
    if one.qualifier == other.qualifier == Qualifier.MAX:
        low, high = (low[1] * (1 - ABOUT), low[1]), (high[1] * (1 - ABOUT), high[1])
    return low, high


def detect(pair: Pair) -> Iterator[Finding]:
    """Values of one thing that cannot both be right."""
    ours, theirs = measured(pair.a), measured(pair.b)
    for mine in ours:
        for other in theirs:
            if not _one_measure(pair, mine, other) or not (_fits(pair, mine, other) and _fits(pair, other, mine)):
                continue
            low, high = _most(mine.quantity, other.quantity)
            if low[0] <= high[1] and high[0] <= low[1]:
                continue
            left, right = indices(pair.a, mine.quantity), indices(pair.b, other.quantity)
            if not left or not right or _agrees(mine, theirs) or _agrees(other, ours):
                continue
            if _denied(pair.a, left) or _denied(pair.b, right):
                continue
            wished = _wished(pair)
            part = _may_be_part(pair, mine, other)
            figures = features_of(pair.a.frame, left) | features_of(pair.b.frame, right)
            bound = Qualifier.MIN in (mine.quantity.qualifier, other.quantity.qualifier)
            yield Finding(
                Kind.QUANTITY,
                0.9 * (0.7 if wished else 1.0),
                left,
                right,
                "reason.quantity",
                unsure=(("unsure.open_bound", {}),) if bound else (),
                without=frozenset(name for name in figures if name.startswith(("q:", "c:money"))),
                comparability=LENT if (mine.lent or other.lent) and pair.same_article else None,
                settled=not wished and not part,
                things=measures(mine.quantity, pair.a) | measures(other.quantity, pair.b),
                one_thing=_same_thing(pair, mine, other),
                counts=state(pair.a, mine.quantity) != "" or mine.quantity.unit in ("", "person"),
            )


def _denied(side: Side, places: tuple[int, ...]) -> bool:
    """ "Denied that it had taken 19 minutes": not the figure that this side holds."""
    return side.frame.words[places[0]].clause <= side.frame.denied


def _same_thing(pair: Pair, mine: Measured, other: Measured) -> bool:
    """Both figures say what they measure, and it is the same: people killed, participants, a damage in euros."""
    if mine.lent or other.lent:
        return True
    shared = measures(mine.quantity, pair.a) & measures(other.quantity, pair.b)
    return bool(shared) and not _general(shared)


def _may_be_part(pair: Pair, mine: Measured, other: Measured) -> bool:
    """The smaller count, of whom something else is told, may be some of the larger ("two of them were operated on")."""
    small, large = sorted((mine.quantity.value, other.quantity.value))
    if any(hits(side.frame.words, "part_of", lexicon(side.frame.language)) for side in (pair.a, pair.b)):
        return True
    if pair.contrasted or mine.quantity.unit not in ("", "person") or state(pair.a, mine.quantity):
        return False
    told, retold = ({m.name for m in side.frame.mentions if m.group != "object"} for side in (pair.a, pair.b))
    return small <= FEW and large >= PART * small and not told & retold and not _verbs(pair.a) & _verbs(pair.b)


def _verbs(side: Side) -> frozenset[str]:
    words = side.frame.words
    return frozenset(lemma for lemma, index in side.frame.lemmas.items() if words[index].text[:1].islower())


def _fits(pair: Pair, one: Measured, other: Measured) -> bool:
    """A number without a measure is held against the one it takes it from, or where the article sets them together."""
    lenders = [side.lent for side in (pair.a, pair.b) if side.lent is not None]
    return (
        not one.lent
        or pair.contrasted
        or any(
            other.quantity.span == lender.span
            or (
                bool(other.quantity.thing)
                and (other.quantity.value, other.quantity.unit) == (lender.value, lender.unit)
            )
            for lender in lenders
        )
    )


def _agrees(one: Measured, others: tuple[Measured, ...]) -> bool:
    """The other side has this very value too, so that its second figure counts something else."""
    return any(other.quantity.value == one.quantity.value for other in others)


def _one_measure(pair: Pair, one: Measured, two: Measured) -> bool:
    """Same unit, part in a change and state, and the same thing counted; without a thing the claims must share one."""
    mine, other = one.quantity, two.quantity
    if (mine.change == "by") != (other.change == "by") or (mine.change == "by" and mine.direction != other.direction):
        return False
    a, b = measures(mine, pair.a), measures(other, pair.b)
    counted = {"", "person"}
    open_share = generic(mine, pair.a) or generic(other, pair.b) or not (a or b)
    if mine.unit == other.unit == "percent" and pair.near and open_share:
        return True  # "puts the share at 60 percent"
    if _dimension(mine) != _dimension(other) and not ({mine.unit, other.unit} <= counted or _bare_large(mine, other)):
        return False
    states = state(pair.a, mine), state(pair.b, other)
    if states[0] != states[1]:
        return False
    if states[0] or ((one.lent or two.lent) and pair.same_article and (a & b or not (a or b))):
        return True
    if pair.contrasted and not (a and b):
        return True
    if {mine.unit, other.unit} <= counted:
        if pair.topical and not (a and b) and min(mine.value, other.value) >= LARGE:
            return True  # nothing else is counted in so large a number there
        events = pair.a.frame.events & pair.b.frame.events
        if a and b:
            return bool(a & b) or (
                mine.unit == other.unit == "person" and (bool(events) or pair.near) and _general(a, b)
            )
        return not a and not b and bool(events)
    if a and b and not a & b:
        return False
    if bool(a) != bool(b):
        named = frozenset(pair.b.frame.features if a else pair.a.frame.features)
        if not (a or b) & named and not (pair.translated and pair.own()[0] >= SAME_MATTER):
            return False
    if mine.unit not in _COMMON_UNITS:
        if mine.unit != other.unit and pair.a.frame.names.keys() != pair.b.frame.names.keys():
            return pair.same_article or pair.topical
        return pair.same_article or pair.topical or pair.own()[0] >= 0.15
    ours, theirs = _matter(pair.a, mine), _matter(pair.b, other)
    silent = not any(name.startswith("c:") for name in ours) or not any(name.startswith("c:") for name in theirs)
    return bool(a & b) or bool(ours & theirs) or (silent and pair.near and not (a or b))


def _dimension(quantity: Quantity) -> str:
    return in_base_unit(0.0, quantity.unit)[1]


def _matter(side: Side, quantity: Quantity) -> frozenset[str]:
    """What the claim speaks of beside the figure, as stems and concepts."""
    inside = set(indices(side, quantity))
    found = side.frame
    words = {f"l:{stem(lemma, found.language)}" for lemma, index in found.lemmas.items() if index not in inside}
    named = {
        f"c:{m.name}" for m in found.mentions if m.index not in inside and m.group != "status" and m.name != "money"
    }
    return frozenset(words | named)


def _bare_large(mine: Quantity, other: Quantity) -> bool:
    """One side leaves the currency out ("fehlen 19 Millionen")."""
    return min(mine.value, other.value) >= 1e5 and "" in (mine.unit, other.unit)


def _general(*things: frozenset[str]) -> bool:
    """One side counts people as such, whoever they are."""
    return any("c:participants" in thing for thing in things)


def _wished(pair: Pair) -> bool:
    """A demand against an offer or a fact is no clash of facts."""
    return any(mention.wished or mention.offered for side in (pair.a, pair.b) for mention in side.frame.mentions)
