"""Date, of an end: "back in service within two days" against "repairs will take until the end of September at least".

Each side tells, in whatever words, how early or how late something is over or ready: by a day or by the time it takes
from the day on which it was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claims.conflicts.counts import indices
from claims.conflicts.kinds.date import places_in
from claims.conflicts.kinds.duration import DAYS
from claims.conflicts.nouns import clause_of
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.language.quantities import find_quantities
from claims.language.word_tense import word_tense
from claims.models import Kind, Qualifier
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.75
TIMES = 1.25  # how many times as long the later end must be away
NEEDED = 0.3  # share of the matter that two articles must have in common
OPEN = 9_999  # days


class End(NamedTuple):
    """The least and the most days until the end, and the words that say so."""

    least: float
    most: float
    places: tuple[int, ...]


def detect(pair: Pair) -> Iterator[Finding]:
    """The one says that it is over before it can be over for the other."""
    if pair.same_speaker or pair.translated or not (pair.near or pair.topical) or pair.days_between not in (0, 1, 2, 3):
        return
    one, other = end(pair.a), end(pair.b)
    if one is None or other is None or not _one_work(pair):
        return
    early, late = sorted((one, other), key=lambda found: found.most)
    if late.least < max(early.most * TIMES, early.most + 2):
        return
    yield Finding(Kind.DATE, WEIGHT, one.places, other.places, "reason.quantity", one_thing=True, least=LEAST)


def _one_work(pair: Pair) -> bool:
    """They have a thing or a deed in common, or the second names none of its own."""
    shared = {
        name
        for name in pair.a.frame.features.keys() & pair.b.frame.features.keys()
        if comparable(name, False) and name[:2] in ("l:", "c:", "x:")
    }
    if not pair.near:
        return bool(shared) and pair.common()[0] >= NEEDED
    return bool(shared) or bool(pair.shared_events) or any(_names_none(side) for side in (pair.a, pair.b))


def _names_none(side: Side) -> bool:
    """The claim names no thing besides the work itself: "repairs would take until September"."""
    work = {n for name in ("lasting", "starting", "works", "at_least") for n in side.frame.scope.listed.get(name, ())}
    timed = {n for item in side.quantities for n in indices(side, item)}
    return all(n in work or n in timed or side.timed(n) for n in side.frame.lemmas.values())


@once_per_side
def end(side: Side) -> End | None:
    """How many days it is to the end of which the claim tells; None where it tells of none or of two."""
    found = [*_by_day(side), *_by_time(side)] or [*_by_some(side)]
    return found[0] if len(found) == 1 else None


def _told_in(side: Side, places: tuple[int, ...]) -> str:
    """Whether the time is beside a word for being ready, for lasting or for being out of use."""
    scope, words = side.frame.scope, side.frame.words
    unreal = scope.wished | scope.conditional
    here = set(clause_of(words, places[0])) if places else set()
    if places and places[0] and words[places[0]].clause != words[places[0] - 1].clause:
        here |= set(clause_of(words, places[0] - 1))  # "would take | until September"
    if not here or any(words[n].clause in unreal for n in here):
        return ""
    for name in ("starting", "lasting", "out_of_use"):
        if here & {n for n in scope.listed.get(name, ()) if n not in places}:
            return name
    return ""


def _by_day(side: Side) -> Iterator[End]:
    for dated in side.dates:
        places = places_in(side, dated)
        told = _told_in(side, places)
        day = _day(dated.value, last=not dated.value.endswith("/.."))
        if not told or day is None or not side.day:
            continue
        away = (day - date.fromisoformat(side.day[:10])).days
        if away < 0 or (told == "out_of_use" and not dated.value.startswith("../")):
            continue  # "closed on Friday", "closed from Friday" tell no end
        if told == "starting" and dated.value.endswith("/..") and _restored(side, places):
            yield End(away, away, places)  # "can be used again from Friday"
        elif dated.value.endswith("/.."):
            yield End(away, OPEN, places)
        elif told == "starting" and dated.value.startswith("../"):
            yield End(0, away, places)  # "ready by March"
        else:
            yield End(away, away, places)  # "ready in March", "will take until March"


def _day(value: str, *, last: bool) -> date | None:
    """The day of a value, of a month its first or its last."""
    plain = value.removeprefix("../").removesuffix("/..").rstrip("~?")
    if "/" in plain or "X" in plain or len(plain) < len("2026-02"):
        return None
    try:
        return date.fromisoformat(plain if len(plain) == len("2026-02-01") else f"{plain}-{28 if last else 1:02}")
    except ValueError:
        return None


def _by_time(side: Side) -> Iterator[End]:
    """ "Take at least three weeks", "abgeschlossen in drei Wochen", where no day was reckoned from it."""
    preposition = lexicon(side.frame.language).function.bound
    for quantity in side.quantities:
        places = indices(side, quantity)
        if quantity.unit not in DAYS or not places or any(side.timed(n) for n in places):
            continue
        told, days = _told_in(side, places), quantity.value * DAYS[quantity.unit]
        before = side.frame.words[places[0] - 1].lower if places[0] else ""
        if quantity.qualifier == Qualifier.MAX or (told == "starting" and before in preposition):
            yield End(0, days, places)
        elif told == "lasting" and (_ahead(side, places) or _goes_on(side, places)):
            yield End(days, OPEN if quantity.qualifier == Qualifier.MIN else days, places)
        elif told == "out_of_use" and _ahead(side, places):
            half = DAYS[quantity.unit] / 2
            yield End(days - half, OPEN if quantity.qualifier == Qualifier.MIN else days + half, places)


def _by_some(side: Side) -> Iterator[End]:
    """ "Will take several months", "werde Wochen dauern": two of them at least."""
    words = side.frame.words
    for index in side.frame.scope.listed.get("lasting", ()):
        if not _ahead(side, (index,)):
            continue
        for place in clause_of(words, index):
            plural = place != index and words[place].lower != words[place].lemma.lower()
            found = find_quantities(f"2 {words[place].text}", language=side.frame.language) if plural else []
            if found and found[0].unit in DAYS and _told_in(side, (place,)):
                yield End(2 * DAYS[found[0].unit], OPEN, (place,))
                return


def _restored(side: Side, places: tuple[int, ...]) -> bool:
    return not {*clause_of(side.frame.words, places[0])}.isdisjoint(side.frame.scope.listed.get("restored", ()))


def _goes_on(side: Side, places: tuple[int, ...]) -> bool:
    """ "The closure lasts three days": what is out of use, by a verb that tells of nothing past."""
    words, inside = side.frame.words, clause_of(side.frame.words, places[0])
    closed = side.frame.scope.listed.get("out_of_use", ())
    past = any(word_tense(words[n].lower, side.frame.language) in ("past", "participle") for n in inside)
    return any(n in closed and words[n].lemma in side.frame.lemmas for n in inside) and not past


def _ahead(side: Side, places: tuple[int, ...]) -> bool:
    """The time is to come: "will take three weeks", "stays closed for three weeks"."""
    coming, inside = lexicon(side.frame.language).modality.coming, clause_of(side.frame.words, places[0])
    keeping = side.frame.scope.listed.get("keeping", ())
    return any(side.frame.words[n].lower in coming or n in keeping for n in inside)
