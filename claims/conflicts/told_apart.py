"""Figures that the words beside them tell apart: for and against, long and deep, by day and by night, the shares of two
holders.
"""

from __future__ import annotations

from claims.conflicts.counts import Measured, indices, measured, thing_features
from claims.conflicts.nouns import noun
from claims.conflicts.pair import Pair
from claims.conflicts.side import Side
from claims.language.amounts import in_base_unit
from claims.models import Quantity
from claims.topics.lexicon import lexicon

_NONE: frozenset[str] = frozenset()
_SHARES = frozenset({"percent", "fraction"})


def opposed(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "31 voted for the tunnel", "24 against it": one thing behind two prepositions of which each leaves the other's
    people out."""
    if pair.a.frame.language != pair.b.frame.language:
        return False
    ours, theirs = (_behind_prepositions(*item) for item in ((pair.a, one), (pair.b, two)))
    for left, right in lexicon(pair.a.frame.language).figures.opposed:
        if ours.get(left, _NONE) & theirs.get(right, _NONE) or ours.get(right, _NONE) & theirs.get(left, _NONE):
            return True
    return False


def _behind_prepositions(side: Side, item: Measured) -> dict[str, frozenset[str]]:
    """The prepositions of the figure's clause with the features of the nouns behind them."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    told = {word for pair in tables.figures.opposed for word in pair}
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    out: dict[str, frozenset[str]] = {}
    for index, word in enumerate(words[:-1]):
        head = noun(words, index + 1, tables) if word.lower in told and word.clause in clauses else -1
        if head >= 0:
            out[word.lower] = out.get(word.lower, _NONE) | thing_features(side, head)
    return out


def two_dimensions(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "40 metres long", "120 metres below the ground"."""
    if dimension(one.quantity) != "length" or dimension(two.quantity) != "length":
        return False
    ours, theirs = _dimensions(pair.a, one), _dimensions(pair.b, two)
    return bool(ours and theirs) and not ours & theirs


def _dimensions(side: Side, item: Measured) -> set[str]:
    words = side.frame.words
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    forms = {form for word in words if word.clause in clauses for form in (word.lower, word.lemma.lower())}
    return {name for name, told in lexicon(side.frame.language).figures.dimensions.items() if forms & {*told}}


def two_holders(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "The family holds 51 percent", "a fund holds 30 percent": each names a holder of whom the other says nothing."""
    if one.quantity.unit not in _SHARES or pair.a.frame.language != pair.b.frame.language:
        return False
    nouns = [_holders(side, item) for side, item in ((pair.a, one), (pair.b, two))]
    return all(nouns) and not nouns[0] & nouns[1]


def _holders(side: Side, item: Measured) -> frozenset[str]:
    """Who may be the holder of a share: what its clause names beside the share and what it is a share of."""
    words, listed = side.frame.words, side.frame.scope.listed
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    holding = {index for index in listed.get("shareholding", ()) if words[index].clause in clauses}
    if not holding:
        return frozenset()
    told = {*holding, *indices(side, item.quantity)}
    out: set[str] = set()
    for lemma_, index in side.frame.lemmas.items():
        named = words[index].text[:1].isupper() if side.frame.language == "de" else True
        if index not in told and named and words[index].clause in clauses and lemma_ not in item.quantity.thing.lower():
            out |= thing_features(side, index)
    return frozenset(out)


def two_shifts(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "One technician was there at night", "three are there during the day"."""
    ours, theirs = (_shifts(*item) for item in ((pair.a, one), (pair.b, two)))
    return bool(ours and theirs) and not ours & theirs


def _shifts(side: Side, item: Measured) -> set[str]:
    words, listed = side.frame.words, side.frame.scope.listed
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    alone = len(measured(side)) == 1
    return {n for n in ("by_day", "by_night") if any(alone or words[i].clause in clauses for i in listed.get(n, ()))}


def dimension(quantity: Quantity) -> str:
    """What the figure's unit measures: length, mass, …; its unit where it is none of these."""
    return in_base_unit(0.0, quantity.unit)[1]
