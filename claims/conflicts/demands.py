"""What is asked of a court, and whether a demand is turned down without being named."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.conflicts.counts import measured, thing_features
from claims.conflicts.nouns import clause_of, noun
from claims.conflicts.side import Side, once_per_side
from claims.language.lexicon import load
from claims.models import Model, Stance
from claims.topics.frame import phrase_places
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.words import Word

SHORT = 14  # words of a claim that turns down what was asked for and says little more


class _Small(Model):
    """The table ``words`` of ``demands.toml``."""

    pleading: list[str]
    court: list[str]
    whom: list[str]
    defendant: list[str]
    asked: list[str]


class DemandWords(Model):
    """``demands.toml``."""

    turning_down: list[str]
    reasons: list[str]
    lacks: list[str]
    sentences: dict[str, list[str]]
    words: _Small


class Sentence(NamedTuple):
    """A sentence asked for: its kind, its years (0 where none are named), its words."""

    kind: str
    years: float
    evidence: tuple[int, ...]
    person: frozenset[str]  # features of the noun that says for whom; empty where it says only that he is accused


@cache
def demand_words(language: str) -> DemandWords:
    """The data of ``language``; German where a language has none of its own."""
    data: DemandWords = load(language if language in ("de", "en") else "de", "demands", DemandWords)
    return data


@once_per_side
def sentence(side: Side) -> Sentence | None:
    """The sentence that a claim asks a court for; None where it asks for none or for several."""
    data, words = demand_words(side.frame.language), side.frame.words
    around = (*words, *side.cue.words)
    spoken = f"{side.statement.speaker} {side.statement.speaker_role} {side.statement.mention}".lower()
    court = _any(around, data.words.court) or any(word in spoken for word in data.words.court)
    pleads = side.statement.stance == Stance.DEMANDS or _any(around, data.words.pleading)
    if not court or not pleads:
        return None
    found: dict[str, tuple[int, ...]] = {}
    for kind, phrases in data.sentences.items():
        for phrase in phrases:
            for place in _places(side, phrase):
                if not side.frame.scope.negative(place[0]):
                    found.setdefault(kind, place)
    for stronger, weaker in (("life", "prison"), ("light", "prison")):  # "two years in prison, suspended"
        if stronger in found:
            found.pop(weaker, None)
    if len(found) != 1:
        return None
    ((kind, evidence),) = found.items()
    years = [item.quantity.value for item in measured(side) if item.quantity.unit in ("year", "years", "a", "months")]
    return Sentence(kind, years[0] if len(years) == 1 else 0.0, evidence, _for_whom(side, data))


def _for_whom(side: Side, data: DemandWords) -> frozenset[str]:
    words, tables = side.frame.words, lexicon(side.frame.language)
    for index, word in enumerate(words[:-1]):
        if word.lower in data.words.whom:
            head = noun(words, index + 1, tables)
            if head >= 0 and words[head].lemma not in data.words.defendant and not side.timed(head):
                return thing_features(side, head)
    return frozenset()


def _any(words: tuple[Word, ...], listed: list[str]) -> bool:
    return any(word.lemma in listed or word.lower in listed for word in words)


def _places(side: Side, phrase: str) -> list[tuple[int, ...]]:
    words, tables = side.frame.words, lexicon(side.frame.language)
    parts = tuple(phrase.split())
    key = max(parts, key=len)
    out = []
    for index, word in enumerate(words):
        if key in (word.lower, word.lemma) or (
            len(parts) == 1 and side.frame.language == "de" and word.lower.endswith(key)
        ):
            places = phrase_places(words, index, parts, tables) if len(parts) > 1 else (index,)
            if places:
                out.append(tuple(sorted(places)))
    return out


@once_per_side
def turned_down(side: Side) -> tuple[int, ...]:
    """The words by which a short claim turns down what was asked for before, without naming it; () if none."""
    words = side.frame.words
    if len(words) > SHORT:
        return ()
    lower = [word.lower for word in words]
    present = set(lower)
    for phrase in demand_words(side.frame.language).turning_down:
        parts = phrase.split()
        if not present.issuperset(parts):
            continue
        for index in range(len(lower) - len(parts) + 1):
            if lower[index : index + len(parts)] == parts:
                return tuple(range(index, index + len(parts)))
        if len(parts) > 2 and side.frame.language == "de" and parts[0] == lower[0]:  # "dafür gebe es keinen Grund"
            places = tuple(next((n for n, word in enumerate(lower) if word == part), -1) for part in parts)
            if min(places) >= 0:
                return tuple(sorted(places))
    return ()


@once_per_side
def no_reason(side: Side) -> tuple[int, int]:
    """The word for what is lacking to do as asked and the noun of what was asked for, or -1 where it is not named:
    "für eine Schließung fehle die Grundlage", "there was no case for closure"; (-1, -1) if none."""
    words, tables, data = side.frame.words, lexicon(side.frame.language), demand_words(side.frame.language)
    for index, word in enumerate(words):
        if word.lemma.lower() not in data.reasons and word.lower not in data.reasons:
            continue
        inside = clause_of(words, index)
        negator = side.frame.scope.by.get(index, -1)
        none = negator >= 0 and words[negator].lower in tables.polarity.no and side.frame.scope.negative(index)
        if not none and not any(form in data.lacks for n in inside for form in (words[n].lower, words[n].lemma)):
            continue
        for place in inside:
            follows = place + 1 < len(words) and words[place + 1].clause == word.clause
            behind = tables.language == "de" or place == index + 1
            if behind and follows and words[place].lower in data.words.asked:
                head = noun(words, place + 1, tables)
                if head >= 0 and head != index and not side.timed(head):
                    return index, head
    return -1, -1


@once_per_side
def demanded(side: Side) -> tuple[int, ...]:
    """The words by which a claim asks for something; the whole claim where only its attribution does."""
    if side.statement.stance == Stance.DEMANDS:
        return (0,) if side.frame.words else ()
    asked = hits(side.frame.words, "demand", lexicon(side.frame.language))
    return tuple(place for place in asked[:1] if not side.frame.scope.negative(place))
