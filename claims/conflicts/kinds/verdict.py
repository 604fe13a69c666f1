"""Verdict: one thing judged good by the one and bad by the other, a case of the kind opposite.

Both ends of one dimension, or a judgement of the whole against the other end of a dimension that it takes in. What the
judgement is said of must be the same, or be taken up from the statement before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.conflicts.targets import Match, close, match
from claims.conflicts.valence import Judgement, judgements, valence_table
from claims.models import Kind

WEIGHT = 0.85
WEEK = 7  # days
WHOLE = "verdict"  # the dimension of a judgement as a whole
LEAST = {Match.SAME: 0.85, Match.TAKEN_UP: 0.8}


def detect(pair: Pair) -> Iterator[Finding]:
    """The first two judgements that exclude each other."""
    if pair.same_speaker or not (pair.topical or pair.near):
        return
    ours, theirs = judgements(pair.a), judgements(pair.b)
    if not ours or not theirs or _long_before(pair.a, pair.b) or _long_before(pair.b, pair.a):
        return
    if any(mine.sign == other.sign and mine.dimension == other.dimension for mine in ours for other in theirs):
        return  # they agree on something of it
    for mine in ours:
        for other in theirs:
            if mine.sign == other.sign or not _one_dimension(mine, other, pair):
                continue
            found = match(pair, mine.target, other.target)
            if (mine.limited or other.limited) and found is not Match.SAME:
                continue
            sweeping = close(pair) and (mine.sweeping or other.sweeping) and found is Match.OPEN
            deed = close(pair) and (mine.deed or other.deed) and found is Match.OPEN
            if found not in LEAST and not sweeping and not deed and not (pair.contrasted and found is Match.OPEN):
                continue
            without = features_of(pair.a.frame, mine.evidence) | features_of(pair.b.frame, other.evidence)
            yield Finding(
                Kind.OPPOSITE,
                WEIGHT,
                mine.evidence,
                other.evidence,
                "reason.opposite",
                without=without,
                least=LEAST.get(found, 0.75),
                one_thing=True,
            )
            return


def _long_before(one: Side, other: Side) -> bool:
    """The one tells of a day well before, of which the other says nothing: "two weeks earlier"."""
    if not one.dates or other.dates or not one.day:
        return False
    try:
        days = (date.fromisoformat(one.day[:10]) - date.fromisoformat(one.dates[0].value[:10])).days
    except ValueError:
        return False
    return days > WEEK


def _one_dimension(mine: Judgement, other: Judgement, pair: Pair) -> bool:
    if mine.dimension == other.dimension:
        return True
    if mine.deed or other.deed:
        return False  # what somebody did tells of the order alone
    broad = valence_table(pair.a.frame.language).broad
    names = {mine.dimension, other.dimension}
    return WHOLE in names and bool(names & broad)
