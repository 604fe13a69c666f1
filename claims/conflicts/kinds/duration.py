"""Quantity, of time: "repaired within five days" against "the repair took three weeks", "waiting since October"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claims.conflicts.counts import indices
from claims.conflicts.kinds.date import places_in
from claims.conflicts.nouns import clause_of
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.language.quantities import find_quantities
from claims.models import Kind, Qualifier, Quantity
from claims.topics.lexicon import lexicon

DAYS = {"min": 1 / 1440, "h": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
WEIGHT = 0.85
TIMES = 1.5  # how many times as long the one must be
ARRIVED = 0.7  # comparability, within a topic, of two times that somebody took to come
REACH = 4  # words from "within" to the unit


class Length(NamedTuple):
    """The least and the most that it lasted, in days, and the words that say so."""

    least: float
    most: float
    places: tuple[int, ...]
    bound: bool  # "within": told by a bound, which :mod:`quantity` does not read


def detect(pair: Pair) -> Iterator[Finding]:
    """What lasted no longer for the one than a bound, and for the other much longer; how long help took to come needs
    no bound.
    """
    if pair.same_speaker or not (pair.near or pair.topical):
        return
    one, other = length(pair.a), length(pair.b)
    coming = [bool(side.frame.scope.listed.get("arriving", ())) for side in (pair.a, pair.b)]
    arrived = all(coming)
    if one is None or other is None or arrived != any(coming) or not (one.bound or other.bound or arrived):
        return  # "reached the house in seven minutes", "half an hour to put it out"
    short, long = sorted((one, other), key=lambda found: found.most)
    if long.least < short.most * TIMES:
        return
    least = ARRIVED if arrived and pair.topical else 0.0
    yield Finding(Kind.QUANTITY, WEIGHT, one.places, other.places, "reason.quantity", least=least)


@once_per_side
def length(side: Side) -> Length | None:
    """How long the claim says that it took; None where it tells no time or two."""
    found = [*_told(side), *_within(side), *_since(side)]
    lasting = {side.frame.words[n].clause for n in side.frame.scope.listed.get("lasting", ())}
    unreal = side.frame.scope.wished | side.frame.scope.conditional
    if len(found) != 1 or side.frame.words[found[0].places[0]].clause not in lasting - unreal:
        return None
    return None if any(side.frame.scope.negative(n) for n in found[0].places) else found[0]


def _told(side: Side) -> Iterator[Length]:
    """ "Took three weeks", "at most two weeks", "almost forty minutes"."""
    nearly = set(side.frame.scope.listed.get("just_below", ()))
    for quantity in side.quantities:
        places = indices(side, quantity)
        if quantity.unit in DAYS and places:
            value = quantity.value * DAYS[quantity.unit]
            bound = quantity.qualifier == Qualifier.MAX and nearly.isdisjoint(places)
            yield Length(0.0 if bound else value, value, places, bound)


def _within(side: Side) -> Iterator[Length]:
    """ "Within five days", "binnen fünf Tagen"."""
    words, within = side.frame.words, lexicon(side.frame.language).modality.within
    for index, word in enumerate(words):
        if word.lower not in within:
            continue
        behind = [place for place in clause_of(words, index) if index < place <= index + REACH]
        text = " ".join(words[place].text for place in behind)
        for quantity in _times(text, side.frame.language):
            value = quantity.value * DAYS[quantity.unit]
            yield Length(0.0, value, (index, *behind[:2]), True)


def _times(text: str, language: str) -> list[Quantity]:
    return [quantity for quantity in find_quantities(text, language=language) if quantity.unit in DAYS][:1]


def _since(side: Side) -> Iterator[Length]:
    """ "Has been waiting since October": as long as that at least, on the day it was said."""
    for dated in side.dates:
        start = dated.value.removesuffix("/..")
        places = places_in(side, dated)
        if start == dated.value or "/" in start or len(start) < len("2025-10") or not places or not side.day:
            continue
        try:
            last = date.fromisoformat(start if len(start) == len("2025-10-01") else f"{start}-28")
            lasted = (date.fromisoformat(side.day[:10]) - last).days
        except ValueError:
            continue
        if lasted > 0:
            yield Length(lasted, float("inf"), places, True)
