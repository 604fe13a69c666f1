"""Quantity, of times: "warned the council three times" against "there was only one warning", "fired twice"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.act_words import act_table
from claims.conflicts.acts import parties
from claims.conflicts.counts import indices, measured, thing_features
from claims.conflicts.kinds.date import apart
from claims.conflicts.kinds.quantity import interval
from claims.conflicts.nouns import clause_of, noun, subject
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, nominal, once_per_side
from claims.language.lemmas import lemma
from claims.language.quantity_words import words_of
from claims.language.word_tense import word_tense
from claims.models import Kind, Qualifier, Quantity, Span
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

WEIGHT = 0.85
LEAST = 0.8
MOST = float("inf")
_PAST = ("past", "participle", "either")
_NONE: frozenset[str] = frozenset()


class Often(NamedTuple):
    """The least and the most times, the words that say so, and what was done so often.

    ``adverb``: told of a verb ("three times"), else of what is counted ("two shots"). ``doer``, ``done_to``: features.
    """

    least: float
    most: float
    places: tuple[int, ...]
    deed: frozenset[str]
    adverb: bool
    doer: frozenset[str] = _NONE
    done_to: frozenset[str] = _NONE


def detect(pair: Pair) -> Iterator[Finding]:
    """One deed, done more often for the one than it can have been for the other."""
    if pair.same_speaker or not (pair.beside or pair.contrasted):
        return
    for mine in often(pair.a):
        for other in often(pair.b):
            if not (mine.adverb or other.adverb) or (mine.least <= other.most and other.least <= mine.most):
                continue
            shared = {name for name in mine.deed & other.deed if comparable(name, pair.translated)}
            if shared and not _other_parties(mine, other) and not _two_times(pair):
                yield Finding(
                    Kind.QUANTITY,
                    WEIGHT,
                    mine.places,
                    other.places,
                    "reason.quantity",
                    one_thing=True,
                    least=LEAST,
                )
                return


def _other_parties(mine: Often, other: Often) -> bool:
    """Each names somebody else who did it, or who did it here had it done to him there ("the council was warned",
    "the council had warned its people").
    """
    if mine.doer & other.done_to or mine.done_to & other.doer:
        return True
    return bool(mine.doer and other.doer) and not mine.doer & other.doer


def _two_times(pair: Pair) -> bool:
    """Each is told of a day or a span of its own."""
    return any(apart(one, other) for one in pair.a.dates for other in pair.b.dates)


@once_per_side
def often(side: Side) -> tuple[Often, ...]:
    """How often something was done, by a claim that neither denies nor wishes it."""
    unreal = side.frame.scope.wished | side.frame.scope.conditional
    found = (*_by_adverb(side), *_by_count(side))
    return tuple(
        one
        for one in found
        if one.deed
        and side.frame.words[one.places[0]].clause not in unreal
        and not side.frame.scope.negative(one.places[-1])
    )


def _by_adverb(side: Side) -> Iterator[Often]:
    """ "Three times", "dreimal", "only once", "repeatedly"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    told: dict[int, tuple[float, float]] = {}
    for item in measured(side):
        places = indices(side, item.quantity)
        occasion = lemma(item.quantity.thing, tables.language).lower() in tables.figures.occasion
        if places and occasion and not item.quantity.unit:
            told[places[0]] = interval(item.quantity)
    for index, word in enumerate(words):
        value = next((float(n) for n, forms in tables.figures.frequencies.items() if word.lower in forms), 0.0)
        if value and (value > 1 or _counts(side, index)):
            told.setdefault(index, _qualified(side, index, value))
    for index in side.frame.scope.listed.get("repeatedly", ()):
        told.setdefault(index, (2.0, MOST))
    for index, (least, most) in told.items():
        verbs = [n for n in clause_of(words, index) if n != index and done(side, n)]
        if not verbs and index and words[index - 1].clause != words[index].clause:
            verbs = [n for n in clause_of(words, index - 1) if done(side, n)]  # "once" opens no clause here
        deed = frozenset(name for n in verbs for name in thing_features(side, n))
        if verbs:
            yield Often(least, most, (index, verbs[-1]), deed, True, *_parties(side, verbs[-1], index))


def _counts(side: Side, index: int) -> bool:
    """ "Only once", "was warned once", but not "once again", "noch einmal", "once he had left"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    before = words[index - 1].lower if index else ""
    behind = words[index + 1] if index + 1 < len(words) else None
    if before in tables.figures.no_number or (behind and behind.lower in tables.figures.no_number):
        return False
    if before in tables.figures.correcting or tables.language == "de":
        return bool(before)
    return bool(before) and (behind is None or behind.lower in tables.function.bound or side.timed(index + 1))


def _qualified(side: Side, index: int, value: float) -> tuple[float, float]:
    """ "At least twice", "mindestens dreimal"."""
    words, known = side.frame.words, words_of(side.frame.language).qualifiers
    for length in (2, 1):
        phrase = " ".join(word.lower for word in words[max(0, index - length) : index])
        kind = known.get(phrase)
        if kind in (Qualifier.MIN, Qualifier.MAX, Qualifier.ABOUT):
            span = Span(words[index].start, words[index].end)
            return interval(Quantity(span=span, value=value, qualifier=kind))
    return value, value


def done(side: Side, place: int) -> bool:
    """A verb in the past, or what the tables know for one."""
    words = side.frame.words
    if nominal(side, place) or (place == 0 and words[place].text[:1].isupper()):
        return False
    groups = {m.group for m in side.frame.mentions if m.index == place}
    return (bool(groups & {"event", "axis"}) and "object" not in groups) or (
        words[place].lemma in side.frame.lemmas and word_tense(words[place].lower, side.frame.language) in _PAST
    )


def _parties(side: Side, verb: int, number: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who did it and to whom it was done, as the words but the number tell."""
    words, table = side.frame.words, act_table(side.frame.language).words
    inside = clause_of(words, verb)
    passive = any(words[n].lemma in table.passive for n in inside if n != verb)
    if passive and not any(words[n].lower in table.by for n in inside):
        first = subject(side, verb)
        return _NONE, thing_features(side, first) if first >= 0 else _NONE
    agent, patient = parties(side, verb)
    done_to = patient.place if patient else -1
    if done_to >= number > verb:  # English: the number ends the phrase before it
        done_to = noun(words[:number], verb + 1, lexicon(side.frame.language)) if number > verb + 1 else -1
    doer = agent.features if agent and not agent.speaker else _NONE
    return doer, thing_features(side, done_to) if done_to >= 0 else _NONE


def _by_count(side: Side) -> Iterator[Often]:
    """ "Two shots", "only one warning"."""
    tables = lexicon(side.frame.language)
    for item in measured(side):
        places = indices(side, item.quantity)
        thing = item.quantity.thing.split()[-1:]
        if not places or not thing or item.quantity.unit or item.standing.part or item.lent:
            continue
        heads = [n for n, word in enumerate(side.frame.words) if word.text == thing[0] and n >= places[0]]
        if heads and lemma(thing[0], tables.language).lower() not in tables.figures.occasion:
            least, most = interval(item.quantity)
            yield Often(least, most, (places[0], heads[0]), thing_features(side, heads[0]), False)
