"""Position: two demands or aims that cannot both be met (a ceasefire now / no ceasefire), told apart from facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.existence import negated_itself
from claims.conflicts.pair import NEEDS_AN_OBJECT, Finding, Pair, features_of
from claims.conflicts.side import Side, nominal, once_per_side
from claims.models import Kind, Stance
from claims.topics.lexicon import lexicon
from claims.topics.scope import describes, hits
from claims.topics.words import stem

LEAN = 3  # words from "against" to what is judged
REACH = 4  # clauses between what is judged and the judgement


class Position(NamedTuple):
    """For (+1) or against (-1) an event or a thing."""

    target: str
    sign: int
    evidence: tuple[int, ...]


@once_per_side
def positions(side: Side) -> tuple[Position, ...]:
    """What the speaker of a claim is for or against."""
    found, tables = side.frame, lexicon(side.frame.language)
    judging = [(index, 1) for index in hits(found.words, "approving", tables)]
    judging += [(index, -1) for index in hits(found.words, "opposing", tables)]
    demanding = side.statement.stance == Stance.DEMANDS
    future = {found.words[index].clause for index in hits(found.words, "future", tables)}
    staged = {found.words[mention.index].clause for mention in found.of("status")}
    targets = _targets(side)
    settled = {found.words[target.place].clause for target in targets if not target.thing}
    out: list[Position] = []
    for target in targets:
        clause = found.words[target.place].clause
        for index, sign in judging:
            here = found.words[index].clause
            if index == target.place or (target.thing and here != clause):
                continue
            if abs(here - clause) > REACH or (here != clause and here in settled) or not _meant(side, target, index):
                continue
            own = found.words[index].lower in tables.polarity.negators or found.scope.denied.get(target.place) == index
            if own:  # "nicht infrage" and "schloss … aus" hold their own negation
                turned = 1
            else:
                turned = (
                    -1 if found.scope.negative(index) != (target.negative and not found.scope.negative(index)) else 1
                )
            out.append(Position(target.name, target.value * sign * turned, (target.place, *side.around(index))))
        wished = demanding or any(m.wished for m in found.mentions if m.index == target.place)
        refused = clause in future and clause not in staged and target.event and not target.denied and target.negative
        if found.refused and clause == 0:
            out.append(Position(target.name, -target.value, (target.place,)))
        elif wished or (refused and negated_itself(found, target.place)):
            # a speaker who rejects a demand is against what it wishes; his negation is in the mention already
            sign = -1 if target.negative else 1
            out.append(Position(target.name, target.value * sign, side.around(target.place)))
    return tuple(out)


class Target(NamedTuple):
    """What one can be for or against: an event, a pole of an axis, or a thing by its noun."""

    name: str
    place: int  # of its word
    value: int
    negative: bool
    denied: bool = False
    event: bool = False
    thing: bool = False


def _targets(side: Side) -> list[Target]:
    found = side.frame
    enders = [m for m in found.mentions if m.group == "status" and m.name in ("end", "cancel") and not m.negative]
    out: list[Target] = []
    for mention in found.mentions:
        if mention.group not in ("event", "axis") or _hangs(side, mention.index):
            continue
        clause, event = found.words[mention.index].clause, mention.group == "event"
        ended = any(m.index != mention.index and found.words[m.index].clause == clause for m in enders)
        value = (1 if event else mention.pole) * (-1 if ended else 1)
        name = mention.name if event else f"axis:{mention.name}"
        out.append(Target(name, mention.index, value, mention.negative, mention.denied, event))
    taken = {mention.index for mention in found.mentions if mention.group != "object"}
    for lemma, index in found.lemmas.items():
        if index not in taken and nominal(side, index) and not _belongs(side, index):
            out.append(Target(f"word:{stem(lemma, found.language)}", index, 1, found.scope.negative(index), thing=True))
    return out


def _hangs(side: Side, index: int) -> bool:
    """The noun belongs to another noun, which is what the demand is about ("a video of the shooting")."""
    if not nominal(side, index) or not _belongs(side, index):
        return False
    return side.frame.words[_before_phrase(side, index)].lower in lexicon(side.frame.language).polarity.by


def _before_phrase(side: Side, index: int) -> int:
    """The word before a noun and what describes it."""
    words, determiners = side.frame.words, lexicon(side.frame.language).function.determiners
    at = index - 1
    while at > 0 and (words[at].lower in determiners or describes(words, at)):
        at -= 1
    return at


def _belongs(side: Side, index: int) -> bool:
    """The noun hangs on a preposition or on the noun before it ("an office for the protection of nature")."""
    words, function = side.frame.words, lexicon(side.frame.language).function
    at = _before_phrase(side, index)
    if at < 0 or words[at].clause != words[index].clause:
        return False
    behind = side.frame.language == "de" and words[at].text[:1].isupper() and at < index - 1 and at > 0
    return words[at].lower in function.bound or behind


def _meant(side: Side, target: Target, index: int) -> bool:
    """The judgement at ``index`` is one of the target."""
    found, tables = side.frame, lexicon(side.frame.language)
    if found.words[index].lower in tables.modality.leaning and not 0 < target.place - index <= LEAN:
        return False
    if not _judges(side, index):
        return False
    same = found.words[index].clause == found.words[target.place].clause
    return not (same and target.place < index and _follows_object(side))


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
                if not mine.target.startswith(("axis:", "word:")) and mine.target not in NEEDS_AN_OBJECT:
                    without -= {f"c:{mine.target}"}
                yield Finding(
                    Kind.POSITION,
                    0.85,
                    mine.evidence,
                    other.evidence,
                    "reason.position",
                    without=without,
                    event="" if mine.target in NEEDS_AN_OBJECT else mine.target.removeprefix("axis:"),
                    one_thing=not mine.target.startswith("axis:") and mine.target not in NEEDS_AN_OBJECT,
                )
                return
