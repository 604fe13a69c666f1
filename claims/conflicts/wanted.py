"""What one can be for or against: the events, poles of axes, things and sums that a claim names."""

from __future__ import annotations

from typing import NamedTuple

from claims.conflicts.counts import indices
from claims.conflicts.side import Side, before_phrase, nominal, once_per_side
from claims.topics.frame import Frame, Mention, senses_of
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.words import stem

_VOTING = ("vote_way", "vote_for", "united")  # axes of how one votes, which is no matter that one can be for
_LETTING = ("allow", "approve")  # axes whose minus keeps what it is done to from being


class Target(NamedTuple):
    """What one can be for or against."""

    name: str
    place: int  # of its word
    value: int
    negative: bool
    denied: bool = False
    event: bool = False
    thing: bool = False
    hangs: bool = False  # on a preposition


def wanted_targets(side: Side, wanting: set[int]) -> list[Target]:
    """``wanting``: the words of attitudes and wishes themselves."""
    found = side.frame
    enders = [m for m in found.mentions if m.group == "status" and m.name in ("end", "cancel") and not m.negative]
    # "to refuse him the visit" is against the visit
    enders += [m for m in found.mentions if m.name in _LETTING and m.sign < 0 and m.index not in wanting]
    removed = done_to_it(side, "removing")
    out: list[Target] = []
    for mention in found.mentions:
        if mention.group not in ("event", "axis") or mention.name in _VOTING:
            continue
        clause, event = found.words[mention.index].clause, mention.group == "event"
        ended = any(m.index != mention.index and found.words[m.index].clause == clause for m in enders)
        ended = ended or (event and clause in removed)
        value = (1 if event else mention.pole) * (-1 if ended else 1)
        name = mention.name if event else f"axis:{mention.name}"
        hangs = _hangs(side, mention)
        out.append(Target(name, mention.index, value, mention.negative, mention.denied, event, hangs=hangs))
    taken = {mention.index for mention in found.mentions if mention.group != "object"}
    for index in found.lemmas.values():
        if index in taken or not nominal(side, index):
            continue
        noun = _last_noun(found, index)
        if noun not in taken:
            name, hangs = f"word:{stem(found.words[noun].lemma, found.language)}", _belongs(side, index)
            value = -1 if found.words[noun].clause in removed else 1
            out.append(Target(name, noun, value, found.scope.negative(noun), thing=True, hangs=hangs))
    for quantity in side.quantities:
        places = indices(side, quantity)
        if places:
            name = f"sum:{quantity.value:g}:{quantity.unit}"
            out.append(Target(name, places[0], 1, found.scope.negative(places[0]), thing=True))
    return out


@once_per_side
def _clauses(side: Side) -> dict[str, frozenset[int]]:
    words, tables = side.frame.words, lexicon(side.frame.language)
    return {
        name: frozenset(words[n].clause for n in hits(words, name, tables) if not nominal(side, n))
        for name in ("removing", "keeping")
    }


def done_to_it(side: Side, name: str) -> frozenset[int]:
    """The clauses in which a verb takes away what it is said of, or keeps it: "must go", "should stay"."""
    return _clauses(side)[name]


def _last_noun(found: Frame, index: int) -> int:
    """English: the noun of a phrase that begins at ``index`` ("a wealth tax", "the new speed limit")."""
    words, tables = found.words, lexicon(found.language)
    while found.language == "en" and index + 1 < len(words):
        word = words[index + 1]
        past = word.lower.endswith("ed") and word.lemma != word.lower
        if word.clause != words[index].clause or word.kind != "word" or past:
            break
        if {word.lower, word.lemma} & tables.stop or word.lower in tables.function.bound:
            break
        index += 1
    return index


def _hangs(side: Side, mention: Mention) -> bool:
    """The noun belongs to another noun, which is what the demand is about ("a video of the shooting")."""
    index, words, tables = mention.index, side.frame.words, lexicon(side.frame.language)
    if all(sense.name != mention.name for sense in senses_of(words[index], tables)):
        return False  # a phrase with its preposition ("vom Netz")
    before = words[max(0, before_phrase(side.frame, index))]
    if before.clause != words[index].clause:
        return False
    if side.frame.language == "en":
        return before.lower in tables.function.bound and before.lower not in tables.function.to
    return nominal(side, index) and _belongs(side, index) and before.lower in tables.polarity.by


def _belongs(side: Side, index: int) -> bool:
    """The noun hangs on a preposition or on the noun before it ("an office for the protection of nature")."""
    words, function = side.frame.words, lexicon(side.frame.language).function
    at = before_phrase(side.frame, index)
    if at < 0 or words[at].clause != words[index].clause:
        return False
    behind = side.frame.language == "de" and words[at].text[:1].isupper() and at < index - 1 and at > 0
    return words[at].lower in function.bound or behind
