"""Position: two demands or aims that cannot both be met (a ceasefire now / no ceasefire), told apart from facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.models import Kind, Stance
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits


class Position(NamedTuple):
    """For (+1) or against (-1) an event or a thing."""

    target: str
    sign: int
    evidence: tuple[int, ...]
    firm: bool


def positions(side: Side) -> tuple[Position, ...]:
    """What the speaker of a claim is for or against."""
    found, tables = side.frame, lexicon(side.frame.language)
    for_, against = hits(found.words, "approving", tables), hits(found.words, "opposing", tables)
    targets = [mention for mention in found.mentions if mention.group == "event"]
    axes = [mention for mention in found.mentions if mention.group == "axis"]
    out: list[Position] = []
    rejecting = side.statement.stance == Stance.DENIES
    for judged, sign in ((for_, 1), (against, -1)):
        for index in judged:
            value = -sign if found.scope.negative(index) else sign
            for target in targets:
                if target.index != index:
                    out.append(Position(target.name, value, (target.index, *side.around(index)), True))
    demanding = side.statement.stance == Stance.DEMANDS
    for target in targets:
        if (target.wished or demanding) and not rejecting:
            # "they must end the strike" wishes the event away, "the strike must go on" does not
            ended = any(m.name in ("end", "cancel") and m.group == "status" and not m.negative for m in found.mentions)
            value = -1 if target.negative or ended else 1
            out.append(Position(target.name, value, side.around(target.index), True))
    for axis in axes:
        if axis.wished or demanding:
            out.append(Position(f"axis:{axis.name}", axis.sign, side.around(axis.index), True))
    return tuple(out)


def detect(pair: Pair) -> Iterator[Finding]:
    """Opposite positions on one target."""
    if pair.same_speaker:
        return
    theirs = positions(pair.b)
    if not theirs:
        return
    for mine in positions(pair.a):
        for other in theirs:
            if mine.target == other.target and mine.sign != other.sign:
                without = features_of(pair.a.frame, mine.evidence) | features_of(pair.b.frame, other.evidence)
                if not mine.target.startswith("axis:"):
                    without -= {f"c:{mine.target}"}
                yield Finding(
                    Kind.POSITION,
                    0.8,
                    mine.evidence,
                    other.evidence,
                    "reason.position",
                    without=without,
                    event=mine.target.removeprefix("axis:"),
                )
                return
