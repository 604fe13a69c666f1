"""Changes told in different ways, as shares of what was before: "doubled" is by 100 percent, "by a fifth" by 20."""

from __future__ import annotations

from claims.conflicts.nouns import noun
from claims.conflicts.side import Side
from claims.language.special_numbers import MULTIPLE
from claims.models import Qualifier, Quantity
from claims.topics.lexicon import lexicon

WHOLE = 100.0  # percent


def as_share(side: Side, quantity: Quantity, places: tuple[int, ...]) -> Quantity:
    """The quantity, in percent where it tells a change; ``places`` are its words."""
    quantity = _more(side, quantity, places)
    if quantity.change != "by" or quantity.value_max is not None:
        return quantity
    if quantity.unit == "fraction":
        share, qualifier = quantity.value * WHOLE, Qualifier.ABOUT
    elif quantity.unit == MULTIPLE:
        share, qualifier = abs(quantity.value - 1) * WHOLE, quantity.qualifier
    else:
        return quantity
    return quantity.model_copy(update={"unit": "percent", "value": share, "qualifier": qualifier})


def _more(side: Side, quantity: Quantity, places: tuple[int, ...]) -> Quantity:
    """ "20 percent more burglaries": a change, and what has changed."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    if quantity.change or quantity.unit not in ("percent", "fraction") or not places:
        return quantity
    at = places[-1] + 1
    if at + 1 >= len(words) or words[at + 1].clause != words[at].clause:
        return quantity
    offered = (*side.frame.scope.listed.get("offer", ()), *side.frame.scope.listed.get("demanding", ()))
    if any(words[n].clause == words[at].clause for n in offered):
        return quantity  # "offered 5 percent more pay" is an offer of 5 percent
    ways = {"up": tables.figures.more, "down": tables.figures.fewer}
    direction = next((way for way, told in ways.items() if words[at].lower in told), "")
    head = noun(words, at + 1, tables) if direction else -1
    if head < 0 or side.timed(head):
        return quantity
    return quantity.model_copy(update={"change": "by", "direction": direction, "thing": words[head].text})
