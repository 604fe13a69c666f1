"""Slot: the same event with another place, or with two parties in each other's role."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.act_words import act_table
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.conflicts.targets import Match, match, target
from claims.models import Kind
from claims.speakers.knowledge import knowledge
from claims.topics.frame import Mention
from claims.topics.lexicon import lexicon
from claims.topics.words import Word

ALIKE = 0.7  # agreement of the events from which two that are planned may be one: a meeting, talks
JOINED = 3  # words around a place in which "and" adds another


@once_per_side
def places(side: Side) -> dict[str, int]:
    """Names and states that a preposition of place governs, by name; a capital is a town and not its state."""
    found = side.frame
    capitals = knowledge(found.language).capital
    prepositions = lexicon(found.language).function.place
    inverse = {index: f"n:{name}" for name, index in found.names.items()}
    for code, index in found.states.items():
        town = found.words[index].lower in capitals
        inverse[index] = f"n:{found.words[index].lemma}" if town else f"p:{code}:{found.words[index].lemma}"
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
        corrected = _corrected(one)
        if not corrected or not _predicates(one) & _predicates(other):
            continue
        affirmed = {
            word.lemma: place
            for place, word in enumerate(other.frame.words)
            if word.text[:1].isupper() and not other.frame.scope.negative(place)
        }
        for index, word in corrected:
            if word.lemma not in affirmed:
                continue
            left, right = (index - 1, index), (affirmed[word.lemma],)
            yield Finding(Kind.SLOT, 0.8, right if swapped else left, left if swapped else right, "reason.slot")
            return


@once_per_side
def _corrected(side: Side) -> list[tuple[int, Word]]:
    """The names behind a negation that what follows corrects."""
    return [
        (index, word)
        for index, word in enumerate(side.frame.words[1:], 1)
        if index - 1 in side.frame.scope.used and word.text[:1].isupper() and _something_else(side, index)
    ]


def _predicates(side: Side) -> set[str]:
    return {mention.name for mention in side.frame.mentions if mention.group != "object"}


def _something_else(side: Side, index: int) -> bool:
    """What follows the clause of the word corrects it ("not A but B")."""
    words, but = side.frame.words, lexicon(side.frame.language).polarity.but
    return any(word.lower in but for word in words[index + 1 : index + 4])


def _put_right(pair: Pair) -> Iterator[Finding]:
    """The article sets "rather, Valdor called it off" against who else was said to have done it."""
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        words = one.frame.words
        instead = lexicon(one.frame.language).polarity.instead
        if one.context.contrast.against != other.statement.id or not words or words[0].lower not in instead:
            continue
        theirs = {
            mention.name: mention for mention in other.frame.mentions if _done(mention) or mention.group == "status"
        }
        for mention in one.frame.mentions:
            if mention.group == "object" or mention.name not in theirs or mention.negative:
                continue
            left, right = (0, mention.index), (theirs[mention.name].index,)
            yield Finding(Kind.SLOT, 0.8, right if swapped else left, left if swapped else right, "reason.slot")
            return


def _each_other(pair: Pair) -> Iterator[Finding]:
    """Each lays the same act to the other's side: "Ostmark broke the truce" against "Valdor broke it"."""
    a, b = pair.a, pair.b
    ours, others = a.side_of_speaker, b.side_of_speaker
    accused_by_a, accused_by_b = others & a.frame.parties, ours & b.frame.parties
    if not accused_by_a or not accused_by_b or ours & (others | a.frame.parties) or others & b.frame.parties:
        return
    theirs = {mention.name: mention for mention in b.frame.mentions if _done(mention)}
    for mention in a.frame.mentions:
        other = theirs.get(mention.name)
        if other is None or not _done(mention) or other.pole != mention.pole:
            continue
        left = (*_places_of(a, accused_by_a), mention.index)
        right = (*_places_of(b, accused_by_b), other.index)
        yield Finding(Kind.SLOT, 0.8, left, right, "reason.each_other", settled=pair.contrasted)
        return


def _done(mention: Mention) -> bool:
    return mention.group in ("event", "axis") and not (mention.negative or mention.wished or mention.conditional)


def _places_of(side: Side, parties: frozenset[str]) -> tuple[int, ...]:
    found = {f"n:{name}": index for name, index in side.frame.names.items()}
    found |= {f"p:{code}": index for code, index in side.frame.states.items()}
    return tuple(sorted(found[name] for name in parties))


def _made_where(pair: Pair) -> Iterator[Finding]:
    """ "The picture was taken in Ostmark" against "it was made in Valdor": one making of one thing, two places."""
    if pair.same_speaker or not pair.beside or pair.a.frame.language != pair.b.frame.language:
        return
    a, b = places(pair.a), places(pair.b)
    if len(a) != 1 or len(b) != 1 or set(a) & set(b):
        return
    (mine,), (theirs,) = a.values(), b.values()
    made = [_making(side, place) for side, place in ((pair.a, mine), (pair.b, theirs))]
    kinds = {name.split(":")[0] for name in (*a, *b)}
    if len(kinds) > 1 or made[0] < 0 or made[1] < 0:
        return
    found = match(pair, target(pair.a, (made[0], mine)), target(pair.b, (made[1], theirs)))
    personal = any(side.alone for side in (pair.a, pair.b))
    if found in (Match.SAME, Match.TAKEN_UP) or (found is Match.OPEN and not personal):
        left, right = tuple(sorted((made[0], mine))), tuple(sorted((made[1], theirs)))
        yield Finding(Kind.SLOT, 0.8, left, right, "reason.slot", one_thing=True, least=0.85)


def _making(side: Side, place: int) -> int:
    """The verb of making or coming in the clause of ``place``, or -1."""
    words, table = side.frame.words, act_table(side.frame.language)
    inside = [n for n, word in enumerate(words) if word.clause == words[place].clause]
    verbs = [n for n in inside if {words[n].lemma, words[n].lower} & table.making and not side.frame.scope.negative(n)]
    return verbs[0] if verbs else -1


def detect(pair: Pair) -> Iterator[Finding]:
    """A party denied by the one and named by the other; an act that each lays to the other; one event in two places."""
    yield from _not_this_one(pair)
    yield from _put_right(pair)
    yield from _each_other(pair)
    yield from _made_where(pair)
    planned = not pair.same_speaker and pair.beside and _ahead(pair.a) and _ahead(pair.b)
    if not pair.shared_events and not (planned and pair.events_agree >= ALIKE):
        return
    a, b = places(pair.a), places(pair.b)
    if len(a) != 1 or len(b) != 1 or set(a) & set(b):
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
    if (share < 0.5 or weight < 2.0) and not planned:
        return
    joined = lexicon(pair.a.frame.language).function.join
    if any(
        word.lower in joined
        for side, place in ((pair.a, mine), (pair.b, theirs))
        for word in side.frame.words[max(0, place - JOINED) : place + JOINED]
    ):
        return
    settled = planned and all(
        side.frame.words[place - 1].lower in act_table(side.frame.language).words.spot
        for side, place in ((pair.a, mine), (pair.b, theirs))
    )
    yield Finding(Kind.SLOT, 0.8 if settled else 0.7, (mine,), (theirs,), "reason.slot", settled=settled)


def _ahead(side: Side) -> bool:
    """The claim tells of what is to come: one event that is planned has one place."""
    return bool(_coming(side))


@once_per_side
def _coming(side: Side) -> tuple[int, ...]:
    coming = lexicon(side.frame.language).modality.coming
    return tuple(index for index, word in enumerate(side.frame.words) if word.lower in coming)
