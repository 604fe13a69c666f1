"""The tense that the form of one word tells.

No tagger: closed lists and, for German, the dictionary form (a lower-case word whose form is an infinitive and which
ends like a preterite, a present or neither).
"""

from __future__ import annotations

from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from claims.language.lemmas import lemma
from claims.language.lexicon import load

LONGEST_ADVERB = 5  # letters: "bereit", "gehen" are no participles
LONGEST_PREFIX = 12  # letters before the "ge" of a participle: zusammengebrochen


class TenseWords(BaseModel):
    """``data/<language>/tense.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    past: frozenset[str]
    perfect: frozenset[str]
    future: frozenset[str]
    auxiliary: frozenset[str]
    copula: frozenset[str]
    closing: frozenset[str]
    not_verbs: frozenset[str]
    infinitive_end: tuple[str, ...]
    present_end: tuple[str, ...]
    past_end: tuple[str, ...]
    participle_start: tuple[str, ...]
    participle_prefix: tuple[str, ...]
    boundary: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    passive: frozenset[str]
    weak: frozenset[str]
    adverbs: frozenset[str]
    plans: frozenset[str]
    modals: frozenset[str]
    either: frozenset[str]
    infinitive_mark: frozenset[str]
    future_end: tuple[str, ...]
    separable: tuple[str, ...]
    neutral: frozenset[str]
    foreign_end: tuple[str, ...]
    adjective_end: tuple[str, ...]
    participles: frozenset[str]
    perfect_after: frozenset[str]
    perfect_helpers: frozenset[str]
    like_participles: frozenset[str]
    declining: frozenset[str]
    wanted: frozenset[str]
    past_modals: frozenset[str]
    perfect_have: frozenset[str]
    plan_nouns: frozenset[str]
    plans_of: str
    noun_or_verb: frozenset[str]
    obliging: frozenset[str]
    past_auxiliary: frozenset[str]
    gerund_end: tuple[str, ...]
    implying: frozenset[str]
    will: frozenset[str]
    plural_end: tuple[str, ...]
    progressive: frozenset[str]
    perfect_be: frozenset[str]
    perfect_with_be: tuple[str, ...]
    limits: frozenset[str]
    stamped: tuple[str, ...]


@cache
def tense_words(language: str) -> TenseWords:
    """The words of ``language``, loaded once."""
    words: TenseWords = load(language, "tense", TenseWords)
    return words


@lru_cache(maxsize=50_000)
def word_tense(word: str, language: str) -> str:
    """``past``, ``future``, ``participle``, ``either`` (infinitive or participle) or nothing for one word."""
    words = tense_words(language)
    if word in words.future:
        return "future"
    if word in words.past:
        return "past"
    if words.future_end and word.endswith(words.future_end):
        return "future"
    for prefix in words.separable:
        if word.startswith(prefix) and len(word) > len(prefix) + 2 and word[len(prefix) :] in words.past:
            return "past"  # aufhielt
        if is_marked_inside(word, prefix, words):
            return "future"  # durchzuhalten; but hinzugekommen
    if word in words.either:
        return "either"
    if word.islower() and word.endswith(tuple(words.either)):
        return "participle"  # abgeraten, schwergefallen
    if not word.islower() or len(word) < 3 or word in words.not_verbs:
        return ""
    if not words.infinitive_end:
        return "past" if len(word) > 4 and word.endswith(words.past_end) else ""
    if words.participles and word.endswith(tuple(words.participles)):
        return "participle"  # gewonnen, zurückgewonnen: the verb begins with "ge" too
    base = lemma(word, language)
    if not base.endswith(words.infinitive_end):
        # a participle that the dictionary lists as an adjective, or not at all: belebt, evakuiert, geblüht, abgebrannt
        marked = _has_the_mark(word, words)
        told = marked or word.startswith(words.participle_prefix) or word.endswith(words.adjective_end)
        return "either" if told and len(word) > LONGEST_ADVERB and word.endswith(words.present_end) else ""
    if base == word:
        if word.startswith(words.participle_prefix) or _has_the_mark(word, words):
            return "either"  # erfahren, verlassen: infinitive or participle
        return "future" if len(word) > 4 else ""  # plural present or infinitive
    if word.endswith("en") and _is_participle(word, base, words.participle_start):
        return "participle"  # angeboten, which ends as a past form does
    if word.endswith(words.past_end) and base != f"{word}n":
        return "past"  # sagte; but "gelte" is the present of gelten
    if _is_participle(word, base, words.participle_start):
        return "participle"
    if word.endswith(words.present_end):
        marked = word.startswith(words.participle_start) and len(word) > LONGEST_ADVERB  # genehmigt, gefährdet
        same = marked or word.startswith(words.participle_prefix) or base.endswith(words.foreign_end)
        return "either" if same else "future"
    if word.endswith("en") and word.startswith(words.participle_prefix):
        return "participle"
    if word.endswith("e"):
        return "future"  # present or Konjunktiv I: finde, beginne
    return "past"


def is_marked_inside(word: str, prefix: str, words: TenseWords) -> bool:
    """Whether the mark of an infinitive stands behind ``prefix``: durchzuhalten; but hinzugekommen."""
    return word.endswith(words.infinitive_end) and any(
        word.startswith(prefix + mark) and not word.startswith(words.participle_start, len(prefix + mark))
        for mark in words.infinitive_mark
    )


def _has_the_mark(word: str, words: TenseWords) -> bool:
    """Whether a form in -en may be a participle for its "ge": gefahren, eingefangen; also infinitives as gehören."""
    rest = next((word[len(one) :] for one in words.separable if word.startswith((f"{one}ge",))), word)
    return rest.startswith(words.participle_start) and len(rest) > LONGEST_ADVERB


def _is_participle(word: str, base: str, starts: tuple[str, ...]) -> bool:
    """Whether ``word`` has a participle's beginning that its dictionary form has not: getan, abgesagt, sichergestellt.

    Of a verb that begins so itself, the doubled one tells: gegangen, gegolten.
    """
    for start in starts:
        place = word.find(start)
        while 0 <= place < LONGEST_PREFIX:
            after = place + len(start)
            if base.startswith(word[:place]):
                doubled = word[after : after + 1] == start[0] and base[after : after + 1] != start[0]
                if doubled or not base.startswith(start, place):
                    return True
            place = word.find(start, after)
    return False


def is_participle(word: str, language: str) -> bool:
    """Whether a word after an auxiliary is a past participle: fired, stolen."""
    return word in tense_words(language).participles or word_tense(word, language) in ("past", "participle")
