"""Retorts without a matter of their own: "that was exaggerated", "they are lying", "it was closer to six".

All of their content words judge or correct what was said. So they are of the matter of what stands before them, or of
what the speaker said whom they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from claims.language.lexicon import load
from claims.language.quantity_words import words_of as number_words
from claims.models import Model, SegmentKind, SpeakerKind, Statement
from claims.topics.context import Surroundings
from claims.topics.discourse import attribution, same_speaker
from claims.topics.frame import Frame
from claims.topics.lexicon import lexicon
from claims.topics.words import Word

FAR = 500  # characters back to what a retort may mean
REACH = 6  # statements back to those of a speaker whom it names
LONGEST = 8  # content words of a retort
BESIDE = 2  # words between somebody's name and a word for what he said


class Retorts(Model):
    """``retorts.toml``."""

    judging: list[str]
    correcting: list[str]
    telling: list[str]


@cache
def _data(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that judge, those that correct, and those for what was said."""
    found = load(language if language in ("de", "en") else "de", "retorts", Retorts)
    return frozenset(found.judging), frozenset(found.correcting), frozenset(found.telling)


def taken_up(
    known: Sequence[Statement], around: Surroundings, answered: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Pairs of a retort and the statement whose matter it is of.

    ``known`` stand in the order of their articles and texts; ``answered`` are the retorts whose target is known.
    """
    for place, item in enumerate(known):
        this = around.frame(item)
        if item.id in answered or len(this.lemmas) > LONGEST:
            continue
        if (target := _target(known, place, this)) is not None:
            yield item.id, target.id


def _target(known: Sequence[Statement], place: int, this: Frame) -> Statement | None:
    """What the claim means, if it is a retort: the words of the speaker whom it or its attribution names, else what
    stands before it."""
    item = known[place]
    before = [other for other in known[max(0, place - REACH) : place] if _before(other, item)]
    others = [other for other in before if not same_speaker(other, item)]
    named = [other for other in others if _surname(this, other)]
    if not _judges(this, {index for other in named for index in _surname(this, other)}):
        return None
    if named:
        return named[-1]
    told, points = attribution(item), _points(this)
    # "accused Reid of telling lies", "said of Reid's remark"
    if named := [other for other in others if (words_of if points else _surname)(told, other)]:
        return named[-1]
    if not points or _said(told) or not before or item.char_start - before[-1].char_end > FAR:
        return None
    modality = lexicon(this.language).modality
    counting = not this.lemmas.keys().isdisjoint((*modality.shares, *modality.number_of))
    return next((other for other in reversed(before) if other.quantities), None) if counting else before[-1]


def _before(other: Statement, item: Statement) -> bool:
    return other.article_id == item.article_id and other.segment != SegmentKind.TITLE


def _judges(this: Frame, silent: Set[int]) -> bool:
    """All content words but the ``silent`` ones and those for what was said judge or correct something."""
    judging, correcting, _ = _data(this.language)
    nouns = _nouns(this.language)
    if this.states or not silent >= set(this.names.values()):
        return False
    judged, counts, corrects = this.label >= 0, False, False
    for index in this.lemmas.values():
        forms = {this.words[index].lower, this.words[index].lemma}
        if index in silent | {this.label, this.deny} or forms & nouns:
            continue
        number = _number(this.words[index], this.language)
        if not (number or forms & (judging | correcting)):
            return False
        judged, counts = True, counts or number
        corrects |= bool(forms & correcting)
    return judged and (corrects or not counts)  # "it was 4 March" has a day of its own


def _points(this: Frame) -> bool:
    """A pronoun or a word for what was said is there."""
    nouns = _nouns(this.language)
    return any(word.lower in nouns for word in this.words)


def _nouns(language: str) -> frozenset[str]:
    """Pronouns and words for what was said; an offer and a demand are things that one judges."""
    tables = lexicon(language)
    return tables.sets["refer"][0] - frozenset(tables.polarity.wanted)


def _number(word: Word, language: str) -> bool:
    return word.kind == "number" or word.lower in number_words(language).of["card"]


def words_of(this: Frame, other: Statement) -> bool:
    """A word for what was said has the surname of the speaker of ``other`` beside it: "said of Reid's remark"."""
    return any(0 < abs(index - place) <= BESIDE for index in _said(this) for place in _surname(this, other))


def _said(this: Frame) -> list[int]:
    """The words for what was said."""
    nouns = lexicon(this.language).sets["refer"][0] | _data(this.language)[2]
    return [index for index, word in enumerate(this.words) if len(word.lower) > 3 and word.lower in nouns]


def _surname(this: Frame, other: Statement) -> list[int]:
    """The words that are the surname of the speaker of ``other``."""
    if other.speaker_kind != SpeakerKind.PERSON or not other.speaker:
        return []
    surname = other.speaker.split()[-1]
    forms = (surname, f"{surname}s") if this.language == "de" else (surname,)
    return [index for index, word in enumerate(this.words) if word.text in forms]
