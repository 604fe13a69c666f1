"""Holder: one post and two people who are to hold it ("will be led by Brandt", "the next head is Rossi"), kind slot."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.act_words import act_table
from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import governed
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.models import Kind
from claims.speakers.given_names import is_given_name
from claims.speakers.knowledge import knowledge
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8  # comparability of two that are named for a post side by side
REACH = 3  # words from "will" to its verb


def detect(pair: Pair) -> Iterator[Finding]:
    """Two people named for what only one can be, a few sentences apart."""
    if pair.same_speaker or not pair.beside:
        return
    ours, theirs = named_for(pair.a), named_for(pair.b)
    if not ours or not theirs or _sounds(pair.a, ours[1:]) & _sounds(pair.b, theirs[1:]):
        return
    if not _one_post(pair, ours[0], theirs[0]):
        return
    yield Finding(Kind.SLOT, WEIGHT, ours, theirs, "reason.slot", one_thing=True, least=LEAST)


def _sounds(side: Side, places: tuple[int, ...]) -> set[str]:
    return {name for name, index in side.frame.names.items() if index in places}


@once_per_side
def named_for(side: Side) -> tuple[int, ...]:
    """The word for the post and the last two words of the one full name beside it; () if none or several."""
    words, found = side.frame.words, side.frame
    heading = set(act_table(found.language).heading)
    at = [n for n, word in enumerate(words) if {word.lower, word.lemma} & heading]
    at = [n for n in at if not found.scope.negative(n) and words[n].clause not in found.scope.conditional]
    if not at or not _becoming(side, at[0]):
        return ()
    runs = [run for run in _runs(side) if words[run[0]].clause == words[at[0]].clause]
    if len(runs) > 1:  # "the successor of Armin Voss is Katja Reimers"
        runs = [run for run in runs if not governed(words, run[0], lexicon(found.language))]
    if len(runs) > 1:  # "Harbour Bank will name Ida Moss"
        runs = [run for run in runs if knowledge(found.language).institution(words[run[1]].text) is None]
    return (at[0], *runs[0]) if len(runs) == 1 else ()


def _becoming(side: Side, post: int) -> bool:
    """Somebody is to have the post, or has just got it: it has one holder then."""
    table, words = act_table(side.frame.language), side.frame.words
    coming = lexicon(side.frame.language).modality.coming
    inside = [n for n, word in enumerate(words) if word.clause == words[post].clause]
    if any({words[n].lower, words[n].lemma} & table.becoming for n in inside):
        return True
    if side.frame.language == "de":
        return words[post].text[:1].islower() and any(words[n].lower in coming for n in inside)
    return any(words[n].lower in coming for n in inside if post - REACH <= n < post)  # "will be led by"


def _runs(side: Side) -> list[tuple[int, int]]:
    """The full names in a claim: a name, or what stands behind a given name, with the capitalised word before it."""
    words, named = side.frame.words, set(side.frame.names.values())
    determiners = lexicon(side.frame.language).function.determiners
    named |= {
        place
        for place in range(1, len(words))
        if is_given_name(words[place - 1].text) and words[place].text[0].isupper()
    }
    return [
        (place - 1, place)
        for place in sorted(named)
        if place
        and not (place > 1 and words[place - 2].lower in determiners)  # "the Marlow Opera" is nobody
        and place + 1 not in named
        and words[place - 1].text[:1].isupper()
        and words[place - 1].clause == words[place].clause
        and words[place - 1].lower not in determiners
    ]


def _one_post(pair: Pair, one: int, other: int) -> bool:
    """The words for the post are alike, or one leaves open what it is (a verb: "will be led by")."""
    verbs = [
        not side.frame.words[place].text[:1].isupper() if side.frame.language == "de" else True
        for side, place in ((pair.a, one), (pair.b, other))
    ]
    becoming = act_table(pair.a.frame.language).becoming
    if any(side.frame.words[place].lemma.lower() in becoming for side, place in ((pair.a, one), (pair.b, other))):
        return True  # "the successor of Voss": to what, it leaves open
    return any(verbs) or bool(thing_features(pair.a, one) & thing_features(pair.b, other))
