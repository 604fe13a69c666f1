"""Slot: the same event with another place, or with two parties in each other's role."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side
from claims.models import Kind
from claims.topics.lexicon import lexicon


def places(side: Side) -> dict[str, int]:
    """Names and states that a preposition of place governs, by name, read once per side."""
    kept: dict[str, int] | None = side.__dict__.get("_places")
    if kept is None:
        kept = side.__dict__["_places"] = _places(side)
    return kept


def _places(side: Side) -> dict[str, int]:
    found = side.frame
    prepositions = lexicon(found.language).function.place
    inverse = {index: f"n:{name}" for name, index in found.names.items()}
    inverse |= {index: f"p:{code}:{found.words[index].lemma}" for code, index in found.states.items()}
    out: dict[str, int] = {}
    for index, name in inverse.items():
        if (
            index
            and found.words[index - 1].lower in prepositions
            and found.words[index - 1].clause == found.words[index].clause
        ):
            out[name] = index
    return out


def _not_this_one(pair: Pair) -> Iterator[Finding]:
    """ "Not Ostmark but Valdor called it off" against "Ostmark called it off"."""
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        theirs = {**other.frame.names, **other.frame.states}
        same = {m.name for m in one.frame.mentions if m.group != "object"} & {
            m.name for m in other.frame.mentions if m.group != "object"
        }
        for name, index in {**one.frame.names, **one.frame.states}.items():
            if index == 0 or index - 1 not in one.frame.scope.used or name not in theirs or not same:
                continue
            left, right = (index - 1, index), (theirs[name],)
            yield Finding(Kind.SLOT, 0.8, right if swapped else left, left if swapped else right, "reason.slot")
            return


def detect(pair: Pair) -> Iterator[Finding]:
    """A party denied by the one and named by the other; one event in two places."""
    yield from _not_this_one(pair)
    if not pair.shared_events:
        return
    a, b = places(pair.a), places(pair.b)
    if len(a) != 1 or len(b) != 1 or set(a) & set(b) or not pair.shared_events:
        return
    (mine,), (theirs,) = a.values(), b.values()
    if pair.a.frame.language != pair.b.frame.language:
        return
    if any(mention.negative for side in (pair.a, pair.b) for mention in side.frame.mentions):
        return
    one, other = next(iter(a)).split(":")[:2], next(iter(b)).split(":")[:2]
    if one == other or (one[0] == "p") != (other[0] == "p"):
        return  # a town of that state, or a town and a state: one may contain the other
    share, weight = pair.common(frozenset())
    if share < 0.5 or weight < 2.0:
        return
    joined = lexicon(pair.a.frame.language).function.join
    if any(word.lower in joined for side in (pair.a, pair.b) for word in side.frame.words):
        return
    yield Finding(Kind.SLOT, 0.7, (mine,), (theirs,), "reason.slot", settled=False)
