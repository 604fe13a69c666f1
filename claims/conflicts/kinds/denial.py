"""Denial: one rejects what the other asserted, by its content or by answering that statement."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import findings, never_said
from claims.conflicts.fact import Ground
from claims.conflicts.pair import Clash, Finding, Pair
from claims.models import Kind, Stance
from claims.topics.frame import Frame
from claims.topics.referring import no_such

SENTENCE = 2  # content words of a sentence that is denied word for word
SHORT = 60  # characters of an act that is shown whole


def _belongs(clash: Clash) -> bool:
    if Ground.LABELLED in (clash.a.ground, clash.b.ground) or Ground.PRESUPPOSED in (clash.a.ground, clash.b.ground):
        return False
    return clash.a.mention.denied != clash.b.mention.denied or (
        clash.a.mention.denied and clash.b.mention.denied and never_said(clash)
    )


def detect(pair: Pair) -> Iterator[Finding]:
    """A denied content that the other asserts, or a denial that answers the other statement."""
    if _same_sentence(pair):
        if not (pair.a.frame.scope.by or pair.b.frame.scope.by):
            yield Finding(Kind.DENIAL, 0.95, (), (), "reason.denial", comparability=1.0, one_thing=True)
        return  # "denied that it was signed" and "it was not signed" say one thing
    yield from findings(pair, Kind.DENIAL, 0.95, "reason.denial", _belongs)
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        if other.statement.id not in one.answered:
            continue
        if one.frame.deny >= 0 and one.frame.scope.negative(one.frame.deny):
            continue  # "there is no dispute"
        held_against = one.statement.stance == Stance.ASSERTS and one.frame.label < 0 and one.frame.confirm < 0
        if one.statement.stance != Stance.DENIES and one.frame.deny < 0 and not (held_against or no_such(one.frame)):
            continue
        if other.statement.stance == Stance.DENIES:
            continue
        short = len(one.statement.claim) <= SHORT
        evidence = (one.frame.deny,) if one.frame.deny >= 0 and not short else ()
        act = one.statement.stance == Stance.DENIES or one.frame.deny >= 0
        yield Finding(
            Kind.DENIAL if act else _as_it_is_said(one.frame),
            0.9,
            () if swapped else evidence,
            evidence if swapped else (),
            "reason.denial",
            comparability=0.95,
            alone=not act,  # what is only held against it says that it clashes, and not where
        )


def _same_sentence(pair: Pair) -> bool:
    """One speaker denies, in a clause, word for word what the other says, with or without a negation."""
    denied = [side.statement.stance == Stance.DENIES for side in (pair.a, pair.b)]
    if denied[0] == denied[1] or pair.translated:
        return False
    ours, theirs = (_content(side.frame) for side in (pair.a, pair.b))
    return len(ours) >= SENTENCE and ours == theirs


def _content(found: Frame) -> set[str]:
    """The words of a claim that tell something, its figures among them."""
    lemmas = {lemma for lemma, place in found.lemmas.items() if place not in found.scope.used}
    return lemmas | {word.lower for word in found.words if word.kind == "number"}


def _as_it_is_said(found: Frame) -> Kind:
    """The kind of what is held against a statement without denying it: by the negation that it has of its own."""
    if found.scope.never:
        return Kind.NEVER
    return Kind.POLARITY if found.scope.by else Kind.OPPOSITE
