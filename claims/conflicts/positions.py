"""What a speaker is for or against: demands, aims and judgements, each of an event, a thing, a sum or a person.

An attitude (a verb of approving or opposing, "for" and "against" behind a verb of taking sides, a judgement, the verb
of the attribution) governs a target; the position is the sign of the attitude times that of the target.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.existence import negated_itself
from claims.conflicts.nouns import subject
from claims.conflicts.side import Side, once_per_side
from claims.conflicts.wanted import Target, done_to_it, wanted_targets
from claims.language.word_tense import word_tense
from claims.models import Stance
from claims.topics.frame import Frame
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.words import stem

LEAN = 4  # words from "against" to what is judged
REACH = 4  # clauses between what is judged and the judgement
IN_OFFICE = "axis:stay"  # to want its minus is to be against a person


class Position(NamedTuple):
    """For (+1) or against (-1) a target: an event, a pole of an axis, a thing by its noun, a sum, a person."""

    target: str
    sign: int
    evidence: tuple[int, ...]


class _Attitude(NamedTuple):
    sign: int
    place: int  # of its word
    behind: int = -1  # the preposition that leads to its target
    own: bool = False  # it holds its own negation ("nicht infrage")


@once_per_side
def positions(side: Side) -> tuple[Position, ...]:
    """What the speaker of a claim is for or against."""
    found = side.frame
    attitudes = [*_leaning(found), *_judging(side)]
    wanting = {found.deny, *found.scope.listed.get("demand", ())}
    targets = wanted_targets(side, wanting | {attitude.place for attitude in attitudes})
    judged = [t.place for t in targets if not t.thing and not t.hangs and all(a.place != t.place for a in attitudes)]
    settled = {found.words[place].clause for place in judged}
    cued = side.leaning
    head = _head(found) if cued else -1
    if head >= 0 and all(target.place != head for target in targets):
        word = found.words[head]
        name = f"word:{stem(word.lemma, found.language)}"
        targets.append(Target(name, head, 1, found.scope.negative(head), thing=True))
    out: list[Position] = []
    for target in targets:
        governed = False
        for attitude in attitudes:
            if _governs(side, target, attitude, settled):
                governed = governed or attitude.behind >= 0  # "against the ban", whatever verb of wishing it is
                if attitude.behind >= 0 and _of_another(side, attitude.place):
                    continue
                sign = target.value * attitude.sign * _turned(found, target, attitude)
                out.append(Position(target.name, sign, (target.place, *side.around(attitude.place))))
        # what tells the wish is not what is wished: "lehnt … ab", "did not require"
        if not target.hangs and not governed and (target.place not in wanting or target.place == head):
            out += _wanted(side, target, cued, head)
    return (*out, *_persons(side, out))


def _turned(found: Frame, target: Target, attitude: _Attitude) -> int:
    turned = (found.scope.denied.get(target.place), found.scope.by.get(target.place))
    if attitude.own or attitude.place in turned:  # "refused to pay": the attitude is itself what turns it round
        return 1
    negated = found.scope.negative(attitude.place)
    return -1 if negated != (target.negative and not negated) else 1


def _wanted(side: Side, target: Target, cued: int, head: int) -> Iterator[Position]:
    """What is demanded or turned down as a whole, by a word in the claim or by the attribution."""
    found, tables = side.frame, lexicon(side.frame.language)
    clause = found.words[target.place].clause
    demanding = side.statement.stance == Stance.DEMANDS
    if found.refused and clause == 0:
        yield Position(target.name, -target.value, (target.place,))
        return
    sign = -1 if target.negative else 1  # who rejects a demand is against what it wishes; that is in the mention
    if cued and target.place == head:
        yield Position(target.name, target.value * sign * cued, side.around(target.place))
        return
    wished = demanding or any(m.wished for m in found.mentions if m.index == target.place)
    done = done_to_it(side, "removing") | done_to_it(side, "keeping")
    wished = wished or (target.thing and clause in found.scope.wished & done)
    future = {found.words[index].clause for index in hits(found.words, "future", tables)}
    staged = {found.words[mention.index].clause for mention in found.of("status")}
    refused = clause in future and clause not in staged and not target.denied and target.negative and not target.thing
    if target.event:
        refused = refused and negated_itself(found, target.place)
    else:
        refused = refused and (side.alone or side.plural)  # "he would not step down"
    if wished or refused or (target.name == IN_OFFICE and _of_himself(side, clause)):
        yield Position(target.name, target.value * sign, side.around(target.place))


def _of_himself(side: Side, clause: int) -> bool:
    """The speaker says of himself what is or will be: "I am staying", "er trete nicht zurück"."""
    found, function = side.frame, lexicon(side.frame.language).function
    inside = [word for word in found.words if word.clause == clause]
    own = side.alone or any(word.lower in function.me for word in inside)
    past = any(word_tense(word.lower, found.language) in ("past", "participle") for word in inside)
    return own and not past and clause not in found.scope.conditional


def _persons(side: Side, found: list[Position]) -> Iterator[Position]:
    """Who wants somebody to go is against the person; who stands behind him is for him."""
    frame, tables = side.frame, lexicon(side.frame.language)
    named: dict[str, tuple[int, ...]] = {key: (index,) for key, index in frame.names.items()}
    named = named or dict.fromkeys(side.context.names, ())
    for position in found:
        if position.target == IN_OFFICE:
            for name, places in named.items():
                yield Position(f"person:{name}", position.sign, (*places, *position.evidence))
    for index in hits(frame.words, "backing", tables):
        clause = frame.words[index].clause
        for name, place in frame.names.items():
            if frame.words[place].clause == clause:
                yield Position(f"person:{name}", -1 if frame.scope.negative(index) else 1, (place, index))


def _leaning(found: Frame) -> Iterator[_Attitude]:
    """ "Spoke out against …", "warb für …": a verb of taking sides with the preposition before its target."""
    tables = lexicon(found.language)
    for name, sign in (("siding_for", 1), ("siding_against", -1)):
        for phrase in tables.sets[name][1]:
            for index, word in enumerate(found.words):
                if phrase[0] not in (word.lemma, word.lower):
                    continue
                inside = [n for n, other in enumerate(found.words) if other.clause == word.clause]
                places = [next((n for n in inside if found.words[n].lower == part), -1) for part in phrase[1:]]
                if -1 not in places and (found.language == "de" or index < places[0]):
                    own = any(part in tables.polarity.negators for part in phrase)
                    yield _Attitude(sign, index, places[-1], own)


def _of_another(side: Side, place: int) -> bool:
    """ "The police had warned against it, she said": another takes sides, as the subject of the verb tells."""
    said, words = side.statement, side.frame.words
    at = subject(side, place)
    if at < 0 or at >= place or (at and words[at - 1].lower in lexicon(side.frame.language).function.own):
        return False
    spoken = f"{said.mention} {said.speaker_role} {said.speaker} {said.party}".lower().split()
    return not any(part.startswith(words[at].lower) for part in spoken)


def _judging(side: Side) -> Iterator[_Attitude]:
    """Judgements, and verbs of approving and opposing whose subject is the speaker."""
    found, tables = side.frame, lexicon(side.frame.language)
    impersonal = found.scope.listed.get("impersonal", [])
    for name, sign in (("approving", 1), ("opposing", -1)):
        for index in hits(found.words, name, tables):
            holds = _judges(side, index) if _judgement(side, index) else _his_own(side, index)
            if holds or index in impersonal:
                yield _Attitude(sign, index, own=found.words[index].lower in tables.polarity.negators)


def _his_own(side: Side, index: int) -> bool:
    """The verb is the one of the attribution, or the speaker says it of himself ("we oppose", "he supported")."""
    words, said = side.frame.words, side.statement
    if said.cue_span is not None and said.cue_span.start <= words[index].start < said.cue_span.end:
        return True
    function = lexicon(side.frame.language).function
    himself = {*function.me, *function.alone}
    return words[index].clause == 0 or any(w.lower in himself for w in words if w.clause == words[index].clause)


def _head(found: Frame) -> int:
    """The word that a claim without a verb of its own is about: "a tax on …", "merging the …", "to resign"."""
    tables = lexicon(found.language)
    words = found.words
    if not words:
        return -1
    if words[0].lower in tables.function.to:
        return min(1, len(words) - 1)
    last = -1
    for index, word in enumerate(words):
        if word.clause or (index and word.lower in tables.function.bound):
            break
        if word.lemma in tables.stop or word.lower in tables.stop:
            continue
        last = index
        if index == 0 and word.lower.endswith("ing"):
            break
    return last


def _governs(side: Side, target: Target, attitude: _Attitude, settled: set[int]) -> bool:
    """The attitude is one to the target."""
    words = side.frame.words
    clause, here = words[target.place].clause, words[attitude.place].clause
    if attitude.behind >= 0:
        return clause == here and 0 < target.place - attitude.behind <= LEAN and _first(side, target, attitude.behind)
    if target.hangs or attitude.place == target.place or (target.thing and here != clause):
        return False
    if abs(here - clause) > REACH or (here != clause and here in settled):
        return False
    return not (here == clause and target.place < attitude.place and _follows_object(side))


def _first(side: Side, target: Target, preposition: int) -> bool:
    """No other noun stands between the preposition and the target, and no other preposition."""
    words, function = side.frame.words, lexicon(side.frame.language).function
    between = range(preposition + 1, target.place)
    if side.frame.language == "de":
        return not any(words[n].text[:1].isupper() or words[n].lower in function.bound for n in between)
    return not any(words[n].lower in function.bound for n in between)


def _follows_object(side: Side) -> bool:
    """English: what is supported or opposed stands behind the verb, unless the clause says that something is so."""
    return side.frame.language == "en" and not any(_says_so(side, index) for index in range(len(side.frame.words)))


def _judgement(side: Side, index: int) -> bool:
    word, judgements = side.frame.words[index], lexicon(side.frame.language).modality.judgements
    return word.lower in judgements or word.lemma in judgements


def _judges(side: Side, index: int) -> bool:
    """The clause says that something is so, without a condition, or calls it so ("nannte das falsch")."""
    words, like = side.frame.words, lexicon(side.frame.language).function.like
    clause = words[index].clause
    if clause in side.frame.scope.conditional:
        return False
    if "naming" in side.cue.scope.listed or any(word.lower in like for word in words[max(0, index - 2) : index]):
        return True
    return any(word.clause == clause and _says_so(side, n) for n, word in enumerate(words))


def _says_so(side: Side, index: int) -> bool:
    """ "Is wrong", "called it wrong", "described it as wrong": the word makes a judgement of what follows it."""
    word, tables = side.frame.words[index], lexicon(side.frame.language)
    return (
        word.lemma in tables.function.copula
        or word.lemma in tables.polarity.naming
        or word.lower in tables.function.like
    )
