"""Date, told to the minute: one happening, two times of one day that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.act_words import act_table
from claims.conflicts.clocks import hours_apart
from claims.conflicts.kinds.date import places_in
from claims.conflicts.life_cycle import STATUSES
from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.models import Kind

NEEDED = 0.5  # share of the matter beside the time that both claims must have
ALIKE = 0.75  # share of their own words from which both tell of one happening that no list knows
WEIGHT = 0.85


def detect(pair: Pair) -> Iterator[Finding]:
    """The only time of the one is not the only time of the other."""
    retold = pair.beside and pair.days_between in (0, 1)
    told = hours_apart(pair.a, pair.b, retold=retold) if pair.near or pair.topical else None
    if told is None or any(side.frame.scope.listed.get("yet") for side in (pair.a, pair.b)):
        return  # "it was still burning at noon" tells no time at which it happened
    figures = frozenset(name for side in (pair.a, pair.b) for name in side.frame.features if name.startswith("q:"))
    if not _one_happening(pair, figures) or pair.common(figures)[0] < NEEDED:
        return
    a, b = (found.dated for found in told)
    yield Finding(
        Kind.DATE,
        WEIGHT,
        places_in(pair.a, a),
        places_in(pair.b, b),
        "reason.clock",
        {"date_a": a.time, "date_b": b.time},
        without=figures,
    )


def _one_happening(pair: Pair, figures: frozenset[str]) -> bool:
    """The same predicate, or one event of which at most one side tells more than that it came or was."""
    ours, theirs = _predicates(pair.a), _predicates(pair.b)
    if pair.events_agree == 1.0 and not _acted(pair.a, ours) and not _acted(pair.b, theirs):
        return True  # "broke out at one", "began at three"
    if ours and theirs:
        alike = ours.keys() & theirs.keys()
        if not any(name in STATUSES for name, _ in alike):
            return bool(alike)
        told = features_of(pair.a.frame, ours.values()) | features_of(pair.b.frame, theirs.values())
        return pair.own(figures | told)[1] > 0  # not "doors open at 6" and "the concert opens at 8"
    return pair.events_agree == 1.0 or (not ours and not theirs and pair.own(figures)[0] >= ALIKE)


def _acted(side: Side, told: dict[tuple[str, int], int]) -> bool:
    """Something is told of the event besides that it came about: also that it ended."""
    happening = act_table(side.frame.language).happening
    return any(name == "end" or side.frame.words[at].lemma not in happening for (name, _), at in told.items())


def _predicates(side: Side) -> dict[tuple[str, int], int]:
    """Where it stands what is told of the event, by name and sign; not the noun that names it."""
    events = {mention.index for mention in side.frame.of("event")}
    return {
        (mention.name, mention.sign): mention.index
        for mention in side.frame.mentions
        if mention.group in ("axis", "status") and mention.index not in events and not side.timed(mention.index)
    }
