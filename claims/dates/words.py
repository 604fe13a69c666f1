"""The words around a statement that tell when it was said, ``data/<language>/saying.toml``."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load

FORM = re.compile(r"[^\W\d_]+(?:['’](?:t|ll)\b)?")  # a word; won't, she'll: what was shortened tells the tense
_WORD = re.compile(r"[^\W\d_]+")


class SayingWords(BaseModel):
    """``data/<language>/saying.toml``; what each list is for is told there."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    attributive: frozenset[str]
    utterances: frozenset[str]
    additive: frozenset[str]
    pluperfect: frozenset[str]
    openers: frozenset[str]
    topics: frozenset[str]
    interviews: frozenset[str]
    talks: frozenset[str]
    askers: frozenset[str]
    fronts: frozenset[str]
    occasions: frozenset[str]
    sittings: tuple[str, ...]
    assembled: frozenset[str]
    then: frozenset[str]
    then_phrases: frozenset[str]
    reflexives: frozenset[str]
    gatherings: frozenset[str]
    therein: frozenset[str]
    measures: frozenset[str]
    relatives: frozenset[str]
    demonstratives: frozenset[str]
    predicates: frozenset[str]
    of_a_noun: frozenset[str]
    texts: frozenset[str]
    issued: frozenset[str]
    light: frozenset[str]
    asides: frozenset[str]
    restrictive: frozenset[str]
    instead: frozenset[str]
    correcting: frozenset[str]
    comparing: frozenset[str]
    comparisons: frozenset[str]
    measured_against: frozenset[str]
    since: frozenset[str]
    superlatives: frozenset[str]
    superlative_end: tuple[str, ...]
    not_superlative: frozenset[str]
    thence: frozenset[str]
    after_that: frozenset[str]
    thence_until: frozenset[str]
    thence_since: frozenset[str]
    since_then: frozenset[str]
    conditions: frozenset[str]
    bodies: tuple[str, ...]
    courts: tuple[str, ...]
    standing: frozenset[str]
    states: frozenset[str]
    persons: frozenset[str]
    age: frozenset[str]
    periods: tuple[str, ...]
    habits: frozenset[str]
    eras: frozenset[str]
    each: frozenset[str]
    turns: tuple[str, ...]
    ever: frozenset[str]
    finite_end: tuple[str, ...]
    referring: frozenset[str]
    earlier: frozenset[str]
    minutes: tuple[str, ...]
    aftermath: frozenset[str]
    third_persons: frozenset[str]
    such: frozenset[str]
    when: frozenset[str]
    by_then: frozenset[str]
    gauges: frozenset[str]
    gerund_end: tuple[str, ...]
    mood_or_past: tuple[str, ...]
    foretelling: frozenset[str]
    deaths: frozenset[str]
    fatal: frozenset[str]
    succumbing: frozenset[str]
    definite: frozenset[str]
    at_events: frozenset[str]
    before_events: frozenset[str]
    shortly: frozenset[str]
    afterwards: frozenset[str]
    incidents: frozenset[str]

    def foretells(self, cue: str) -> bool:
        """Whether what is said with the verb of ``cue`` lies ahead: warned of."""
        return not self.foretelling.isdisjoint(_WORD.findall(cue))


@cache
def saying_words(language: str) -> SayingWords:
    """The words of ``language``, loaded once."""
    words: SayingWords = load(language, "saying", SayingWords)
    return words
