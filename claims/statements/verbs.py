"""Verbs of saying in languages that put the subject right before its verb and write no comma before content."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.analysis import Analysis, Sentence
from claims.language.lexicon import load
from claims.statements.cues import Entry, table
from claims.statements.nouns import mention_words


class ClausalWords(BaseModel):
    """The file ``clausal.toml``: what the order of words needs where endings tell little."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gerund: str = ""
    gerund_drop: tuple[str, ...] = ()
    gerunds: dict[str, str] = {}
    adverb_endings: tuple[str, ...] = ()
    adverbs: frozenset[str] = frozenset()
    no_adverbs: frozenset[str] = frozenset()  # nouns that end like adverbs
    addressee_verbs: frozenset[str] = frozenset()  # their first object is who is told
    object_verbs: frozenset[str] = frozenset()  # object and complement together are the content
    attitude_verbs: frozenset[str] = frozenset()  # what is supported, opposed, wanted: content for the benchmark
    bare_verbs: frozenset[str] = frozenset()  # content may follow without a complementiser
    adverbial_prepositions: frozenset[str] = frozenset()
    adverbial_starts: frozenset[str] = frozenset()
    subject_borders: frozenset[str] = frozenset()
    insertion_endings: tuple[str, ...] = ()  # of participles that open an insertion: ", speaking in Rome, said"
    inner_prepositions: frozenset[str] = frozenset()  # belong to a noun phrase that follows the verb
    complementisers: frozenset[str] = frozenset()
    serial: tuple[str, ...] = ()  # with an infinitive they tell that it was done: "went on to say"
    declining_verbs: frozenset[str] = frozenset()  # negated, they tell that nothing was said
    anonymity: tuple[str, ...] = ()  # how a source asks not to be named; no statement
    thought: frozenset[str] = frozenset()  # groups that tell what somebody thinks
    passive_speaker: frozenset[str] = frozenset()  # the subject of the passive speaks: "was quoted as saying"


@cache
def clausal_words(language: str) -> ClausalWords:
    words: ClausalWords = load(language, "clausal", ClausalWords)
    return words


@cache
def gerunds(language: str) -> dict[str, Entry]:
    """The -ing forms of the cues, with their entries."""
    words = clausal_words(language)
    forms: dict[str, Entry] = {}
    if not words.gerund:
        return forms
    for entries in table(language).infinitive.values():
        for entry in entries:
            verb = entry.verb
            form = words.gerunds.get(verb, "")
            if not form:
                stem = verb[:-1] if verb.endswith(words.gerund_drop) and not verb.endswith("ee") else verb
                form = stem + words.gerund
            forms.setdefault(form, entry)
    return forms


@cache
def _anonymity(language: str) -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in clausal_words(language).anonymity)


@cache
def _serial(language: str) -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in clausal_words(language).serial)


class Verb(NamedTuple):
    """A verb of saying: ``first`` to ``last`` are its words with auxiliaries; ``form`` tells what its subject is."""

    entry: Entry
    first: int
    last: int
    form: str  # finite, gerund, infinitive, passive
    negated: bool
    modal: bool
    tokens: tuple[int, ...]


def is_adverb(analysis: Analysis, index: int) -> bool:
    words = clausal_words(analysis.language)
    low = analysis.lower[index]
    ends = low.endswith(words.adverb_endings) and low not in words.no_adverbs
    return low in words.adverbs or (ends and analysis.tokens[index].text[0].islower())


def _nominal(analysis: Analysis, sentence: Sentence, index: int, places: tuple[int, ...]) -> bool:
    """A form that is also a noun ("the claims of", "his report") stands as a noun here; ``places``: its own words."""
    grammar = analysis.grammar
    if index > sentence.start:
        before = analysis.lower[index - 1]
        if before in grammar.determiners or before in grammar.prepositions - {"to"} or before.endswith(("'s", "’s")):
            return True
        if before in table(analysis.language).words and analysis.tokens[index - 1].text[0].islower():
            return index < 2 or analysis.lower[index - 2] not in grammar.determiners  # not "the report finds"
    return index + 1 < sentence.end and analysis.lower[index + 1] == "of" and index + 1 not in places


def _leading(analysis: Analysis, sentence: Sentence, marker: int) -> int:
    """Where a verb of going on begins that ends right before the infinitive's ``marker``; the marker if none does."""
    for words in _serial(analysis.language):
        start = marker - len(words)
        if start > sentence.start and analysis.lower[start:marker] == words:
            return start
    return marker


def _time_follows(analysis: Analysis, sentence: Sentence, place: int) -> bool:
    """ "insisted on Friday" is no "insisted on"."""
    times = mention_words(analysis.language).time_words
    return place + 1 < sentence.end and analysis.lower[place + 1] in times


def _needs(analysis: Analysis, sentence: Sentence, entry: Entry, index: int) -> tuple[int, ...] | None:
    """Places of the words that the entry wants soon after the verb; None if one is missing."""
    places: list[int] = []
    place = index + 1
    for word in entry.needs:
        stop = min(sentence.end, place + 6)
        while place < stop and not (analysis.lower[place] == word and analysis.inside[place] < 0):
            place += 1
        if place >= stop or _time_follows(analysis, sentence, place):
            return None
        places.append(place)
        place += 1
    return tuple(places)


def verbs_of(analysis: Analysis, sentence: Sentence) -> list[Verb]:
    """The verbs of saying outside quotation marks, left to right."""
    forms = table(analysis.language)
    ing = gerunds(analysis.language)
    found: list[Verb] = []
    for index in range(sentence.start, sentence.end):
        low = analysis.lower[index]
        if analysis.inside[index] >= 0 or (low not in forms.words and low not in ing):
            continue
        if analysis.tokens[index].text[0].isupper() and index > sentence.start:
            continue
        if any(analysis.lower[index : index + len(phrase)] == phrase for phrase in _anonymity(analysis.language)):
            continue
        entries = [*forms.finite.get(low, ()), *forms.participle.get(low, ()), *forms.infinitive.get(low, ())]
        if low in ing:
            entries.append(ing[low])
        best: Verb | None = None
        for entry in entries:
            places = _needs(analysis, sentence, entry, index)
            if places is None:
                continue
            verb = _read(analysis, sentence, entry, index, low in ing, places)
            if verb is not None and (best is None or len(verb.entry.needs) > len(best.entry.needs)):
                best = verb
        if best is not None:
            found.append(best)
    return found


def _read(
    analysis: Analysis, sentence: Sentence, entry: Entry, index: int, ing: bool, places: tuple[int, ...]
) -> Verb | None:
    grammar, lower = analysis.grammar, analysis.lower
    forms = table(analysis.language)
    first = index
    place = index - 1
    negated = modal = passive = False
    auxiliary = ""
    while place >= sentence.start and analysis.inside[place] < 0:
        low = lower[place]
        if low in grammar.auxiliaries or low.endswith(("n't", "n’t")):
            auxiliary = auxiliary or low
            modal = modal or (low in grammar.modals and low not in ("did", "does", "do"))
            passive = passive or (low in grammar.be and not ing and first == index)
            negated = negated or low.endswith(("n't", "n’t"))
            first = place
        elif is_adverb(analysis, place) or low in ("not", "never"):
            negated = negated or low in ("not", "never")
            if first == place + 1 and place > sentence.start and lower[place - 1] in grammar.auxiliaries | {"to"}:
                first = place
            elif place > sentence.start and analysis.is_word(place - 1):
                place -= 1
                continue
            else:
                break
        else:
            break
        place -= 1
    low = lower[index]
    tokens = tuple(sorted({*range(first, index + 1), *places}))
    last = index
    while last + 1 in places or (last + 2 in places and lower[last + 1] in grammar.object_pronouns | {"it"}):
        last += 1
    if place >= sentence.start and lower[place] == grammar.infinitive_marker and first == index and not ing:
        leading = _leading(analysis, sentence, place)
        if leading < place:
            return Verb(
                entry, leading, last, "finite", negated, modal, tuple(sorted({*range(leading, index + 1), *places}))
            )
        return Verb(entry, index, last, "infinitive", negated, False, tuple(sorted({index, *places})))
    if ing and not auxiliary:
        return Verb(entry, index, last, "gerund", negated, False, (index, *places))
    if passive and low in forms.participle:
        return Verb(entry, first, last, "passive", negated, modal, tokens)
    if not auxiliary and low not in forms.finite:
        return None
    if not auxiliary and not low.endswith("ed") and _nominal(analysis, sentence, index, places):
        return None
    return Verb(entry, first, last, "finite", negated, modal, tokens)
