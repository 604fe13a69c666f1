"""Position: two demands or aims that cannot both be met (a ceasefire now / no ceasefire), told apart from facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.facts import negated_itself
from claims.conflicts.pair import NEEDS_AN_OBJECT, Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.models import Kind, Stance
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits

LEAN = 3  # words from "against" to what is judged
REACH = 4  # clauses between what is judged and the judgement


class Position(NamedTuple):
    """For (+1) or against (-1) an event or a thing."""

    target: str
    sign: int
    evidence: tuple[int, ...]


def positions(side: Side) -> tuple[Position, ...]:
    """What the speaker of a claim is for or against, read once per side."""
    kept: tuple[Position, ...] | None = side.__dict__.get("_positions")
    if kept is None:
        kept = side.__dict__["_positions"] = _positions(side)
    return kept


def _positions(side: Side) -> tuple[Position, ...]:
    found, tables = side.frame, lexicon(side.frame.language)
    judging = [(index, 1) for index in hits(found.words, "approving", tables)]
    judging += [(index, -1) for index in hits(found.words, "opposing", tables)]
    targets = [mention for mention in found.mentions if mention.group in ("event", "axis")]
    enders = [m for m in found.mentions if m.group == "status" and m.name in ("end", "cancel") and not m.negative]
    demanding = side.statement.stance == Stance.DEMANDS
    future = {found.words[index].clause for index in hits(found.words, "future", tables)}
    staged = {found.words[mention.index].clause for mention in found.of("status")}
    settled = {found.words[target.index].clause for target in targets}
    out: list[Position] = []
    for target in targets:
        name = target.name if target.group == "event" else f"axis:{target.name}"
        clause = found.words[target.index].clause
        ended = any(m.index != target.index and found.words[m.index].clause == clause for m in enders)
        value = (target.pole if target.group == "axis" else 1) * (-1 if ended else 1)
        for index, sign in judging:
            here = found.words[index].clause
            leaning = found.words[index].lower in tables.modality.leaning
            if leaning and not 0 < target.index - index <= LEAN:
                continue
            if not _judges(side, index) or (_follows_object(side) and here == clause and target.index < index):
                continue
            if index == target.index or abs(here - clause) > REACH or (here != clause and here in settled):
                continue
            turned = -1 if found.scope.negative(index) else 1
            if target.negative and not found.scope.negative(index):
                turned = -turned
            out.append(Position(name, value * sign * turned, (target.index, *side.around(index))))
        refused = clause in future and clause not in staged and target.group == "event" and not target.denied
        refused = refused and target.negative and negated_itself(found, target.index)
        if found.refused and clause == 0:
            out.append(Position(name, -value, (target.index,)))
        elif target.wished or demanding or refused:
            # a speaker who rejects a demand is against what it wishes; his negation is in the mention already
            out.append(Position(name, value * (-1 if target.negative else 1), side.around(target.index)))
    return tuple(out)


def _follows_object(side: Side) -> bool:
    """English: what is supported or opposed stands behind the verb, unless the clause says that something is so."""
    return side.frame.language == "en" and not any(
        word.lemma in lexicon("en").function.copula for word in side.frame.words
    )


def _judges(side: Side, index: int) -> bool:
    """A verb always; an adjective when the clause says that something is so ("is wrong", "für falsch halten")."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    judgements = tables.modality.judgements
    if words[index].lower not in judgements and words[index].lemma not in judgements:
        return True
    clause = [word for word in words if word.clause == words[index].clause]
    return any(word.lemma in tables.function.copula for word in clause)


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
                if not mine.target.startswith("axis:") and mine.target not in NEEDS_AN_OBJECT:
                    without -= {f"c:{mine.target}"}
                yield Finding(
                    Kind.POSITION,
                    0.85,
                    mine.evidence,
                    other.evidence,
                    "reason.position",
                    without=without,
                    event="" if mine.target in NEEDS_AN_OBJECT else mine.target.removeprefix("axis:"),
                )
                return
