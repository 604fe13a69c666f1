"""Date, of a beginning: "closed since 2019" against "has been closed for two years", "closed two years ago"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claims.conflicts.counts import indices, thing_features
from claims.conflicts.kinds.date import places_in
from claims.conflicts.kinds.duration import DAYS
from claims.conflicts.kinds.often import done
from claims.conflicts.nouns import clause_of
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.conflicts.targets import Match, match, target
from claims.language.intervals import bounds
from claims.models import Kind, Qualifier
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8
SLACK = 0.3  # share of the shorter time since then by which two beginnings may be apart
ROUND = 0.5  # of the unit in which a time is told: "two years" are one and a half to two and a half
YEAR = 4  # characters of a year


class Begun(NamedTuple):
    """The first and the last day on which something may have begun, as ordinals, and the words that say so.

    ``lasting``: told as what has been so since, else as what happened then.
    """

    first: float
    last: float
    places: tuple[int, ...]
    verb: int
    deed: frozenset[str]
    lasting: bool


def detect(pair: Pair) -> Iterator[Finding]:
    """One state of one thing, begun at two times."""
    if pair.same_speaker or pair.translated or not (pair.beside or pair.contrasted):
        return
    one, other = begun(pair.a), begun(pair.b)
    if one is None or other is None or not (one.lasting or other.lasting) or not one.deed & other.deed:
        return
    if match(pair, target(pair.a, (one.verb,)), target(pair.b, (other.verb,))) not in (Match.SAME, Match.TAKEN_UP):
        return
    early, late = sorted((one, other), key=lambda found: found.first)
    said = _day(pair.a) or _day(pair.b)
    if said is None or late.first - early.last <= max(1.0, SLACK * (said - late.last)):
        return
    yield Finding(Kind.DATE, WEIGHT, one.places, other.places, "reason.quantity", one_thing=True, least=LEAST)


def _day(side: Side) -> int | None:
    try:
        return date.fromisoformat(side.day[:10]).toordinal()
    except ValueError:
        return None


@once_per_side
def begun(side: Side) -> Begun | None:
    """When what the claim tells of has begun; None where it tells no such time or two."""
    said = _day(side)
    found = [*_by_date(side, said), *_by_time(side, said)] if said else []
    return found[0] if len(found) == 1 else None


def _deed(side: Side, places: tuple[int, ...]) -> tuple[int, frozenset[str]]:
    """The last verb of the clause and what its verbs tell; -1 where the claim denies or wishes it."""
    words, scope = side.frame.words, side.frame.scope
    if not places or words[places[0]].clause in scope.wished | scope.conditional:
        return -1, frozenset()
    verbs = [n for n in clause_of(words, places[0]) if n not in places and done(side, n)]
    if not verbs or any(scope.negative(n) for n in verbs):
        return -1, frozenset()
    return verbs[-1], frozenset(name for n in verbs for name in thing_features(side, n))


def _by_date(side: Side, said: int) -> Iterator[Begun]:
    """ "Since 2019", "two years ago", "in 2024"."""
    for dated in side.dates:
        places = places_in(side, dated)
        start = dated.value.removesuffix("/..")
        verb, deed = _deed(side, places)
        span = bounds(start) if verb >= 0 and "/" not in start else None
        if span is None or span.first > said:
            continue
        first, last = float(span.first - span.first_margin), float(span.last + span.last_margin)
        spoken = not any(side.frame.words[n].kind == "number" and len(side.frame.words[n].text) == YEAR for n in places)
        if len(start) == YEAR and spoken:  # reckoned from "two years"
            half = ROUND * DAYS["year"]
            first, last = first - half, last + half
        yield Begun(first, last, places, verb, deed, start != dated.value)


def _by_time(side: Side, said: int) -> Iterator[Begun]:
    """English "has been closed for two years"; the German for it is read as a date."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    for quantity in side.quantities:
        places = indices(side, quantity)
        if quantity.unit not in DAYS or not places or quantity.qualifier in (Qualifier.MIN, Qualifier.MAX):
            continue
        before = words[places[0] - 1].lower if places[0] else ""
        until_now = {*clause_of(words, places[0])} & {*side.frame.scope.listed.get("have", ())}
        if before not in tables.figures.purpose or not until_now or tables.language == "de":
            continue
        verb, deed = _deed(side, places)
        if verb < 0:
            continue
        days, half = quantity.value * DAYS[quantity.unit], ROUND * DAYS[quantity.unit]
        yield Begun(said - days - half, said - max(0.0, days - half), places, verb, deed, True)
