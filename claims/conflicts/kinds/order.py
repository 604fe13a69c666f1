"""Order: "raised the alarm before the crash" against "the alarm came after the impact"; a case of the kind opposite.

Both tell of one deed and name one event, which comes later for the one and earlier for the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.counts import thing_features
from claims.conflicts.groups import group_words
from claims.conflicts.nouns import clause_of, noun
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, nominal, once_per_side
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8
REACH = 4  # words from "before" to the noun of the event
AT_ONCE, BEFORE = "at once", "before"  # events that are left open: whatever both tell of


class Order(NamedTuple):
    """Before (-1) or after (+1) an event, told of what the nouns of the clause name."""

    sign: int
    event: frozenset[str]
    deed: frozenset[str]
    evidence: tuple[int, ...]


def detect(pair: Pair) -> Iterator[Finding]:
    """One deed, before an event for the one and after it for the other; at once, and only after something."""
    if pair.same_speaker or not (pair.topical or pair.near):
        return
    for mine in _orders(pair.a):
        for other in _orders(pair.b):
            events, deeds = (
                {name for name in one & two if comparable(name, pair.translated)}
                for one, two in ((mine.event, other.event), (mine.deed, other.deed))
            )
            if mine.sign != other.sign and events and deeds - events:
                yield Finding(
                    Kind.OPPOSITE, WEIGHT, mine.evidence, other.evidence, "reason.opposite", one_thing=True, least=LEAST
                )
                return


@once_per_side
def _orders(side: Side) -> tuple[Order, ...]:
    return tuple(_told(side))


def _told(side: Side) -> Iterator[Order]:
    words, scope, data = side.frame.words, side.frame.scope, group_words(side.frame.language)
    tables = lexicon(side.frame.language)
    for index, word in enumerate(words[:-1]):
        inside = clause_of(words, index)
        opens = index == inside[0] and index > 0
        if words[index - opens].clause in scope.wished | scope.conditional or scope.negative(index):
            continue
        if word.lower in data.at_once:
            yield Order(-1, frozenset({AT_ONCE}), _nouns(side, inside), (index,))
            continue
        sign = -1 if word.lower in data.before else 1 if word.lower in data.after else 0
        if not sign:
            continue
        head = -1 if opens else noun(words[: index + 1 + REACH], index + 1, tables)
        late = sign > 0 and any(words[n].lower in data.only for n in clause_of(words, index - 1 if opens else index))
        if head >= 0 and (side.timed(head) or words[index + 1].kind == "number"):  # "after two weeks"
            if late:
                yield Order(sign, frozenset({AT_ONCE}), _nouns(side, inside), (index, head))
            continue
        event = _nouns(side, inside[1:]) if opens else thing_features(side, head) if head >= 0 else frozenset()
        deed = clause_of(words, index - 1) if opens else [n for n in inside if not index <= n <= head]
        if late and event:
            event |= {AT_ONCE, BEFORE}  # "only after the vote" was not before the session either
        elif sign < 0 and event:
            event |= {BEFORE}
        yield Order(sign, event, _nouns(side, deed), (index, head) if head > index else (index,))


def _nouns(side: Side, places: list[int]) -> frozenset[str]:
    """The features of the nouns at these places that tell of no time."""
    found = side.frame
    english = found.language == "en"
    kept = [n for n in places if found.words[n].lemma in found.lemmas and not side.timed(n)]
    kept = [n for n in kept if nominal(side, n) or found.words[n].text[:1].isupper() or english]
    return frozenset(name for n in kept for name in thing_features(side, n))
