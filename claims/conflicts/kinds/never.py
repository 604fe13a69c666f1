"""Never: a universal negative against an instance ("never discussed" / "we discussed it on Monday").

What happens for the first time never happened before: "the first loss in its history" against "it lost money in 2019".
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings, never_said, plain
from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits

FIRST = 0.85  # weight
LEAST = 0.75
ALIKE = 2  # words of the clause that the earlier instance must have too


def detect(pair: Pair) -> Iterator[Finding]:
    """Clashes in which one side says never, or that it is the first time."""
    yield from findings(pair, Kind.NEVER, 0.92, "reason.never", lambda clash: plain(clash) and never_said(clash))
    if pair.same_speaker or not (pair.topical or pair.near):
        return
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        first = _first_time(one)
        earlier = _before(other) if first >= 0 else ()
        if not earlier or _first_time(other) >= 0:
            continue
        shared = [n for n in _told(one, first) if _known(one, n, other)]
        if len(shared) >= ALIKE:
            left, right = (earlier, (first,)) if swapped else ((first,), earlier)
            yield Finding(Kind.NEVER, FIRST, left, right, "reason.never", one_thing=True, comparability=LEAST + 0.1)
            return


def _first_time(side: Side) -> int:
    """The word that says that it has never been so before, or -1."""
    scope, words = side.frame.scope, side.frame.words
    places = hits(words, "first_time", lexicon(side.frame.language))
    unreal = scope.wished | scope.conditional
    return next((n for n in places if words[n].clause not in unreal and not scope.negative(n)), -1)


def _before(side: Side) -> tuple[int, ...]:
    """The words of a year before the one in which it is said; () where none is named or something is denied."""
    year = side.day[:4]
    dated = [found for found in side.dates if year and found.value[:4] < year and "/.." not in found.value]
    if not dated or side.frame.scope.by:
        return ()
    start, end = dated[0].span.start, dated[0].span.end
    return tuple(n for n, word in enumerate(side.frame.words) if start <= word.start < end)


def _told(side: Side, index: int) -> list[int]:
    """The words of the clause, and of the one that hangs on it, that tell what is so for the first time."""
    words, found = side.frame.words, side.frame
    following = [n for n, word in enumerate(words) if word.clause == words[index].clause + 1]
    inside = [*clause_of(words, index), *following]
    return [n for n in inside if words[n].lemma in found.lemmas and n != index and not side.timed(n)]


def _known(one: Side, place: int, other: Side) -> bool:
    features = {
        name for name in thing_features(one, place) if comparable(name, one.frame.language != other.frame.language)
    }
    return bool(features & other.frame.features.keys())
