"""How a speaker finds what he speaks of: words of good and bad by dimension, each with what it is said of."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import GOVERNED, clause_of, noun
from claims.conflicts.side import Side, of_nobody, once_per_side
from claims.conflicts.targets import Target, target, target_words
from claims.language.lemmas import lemma
from claims.language.lexicon import load
from claims.models import Model
from claims.topics.frame import phrase_places
from claims.topics.lexicon import Lexicon, forms, lexicon, unknown_forms
from claims.topics.scope import describes

SHORT = 4  # words of a clause that is nothing but a judgement
OF_THINGS = ("verdict", "sound")  # dimensions that tell nothing of how persons fared
DEEDS, ORDER = "deeds", "orderly"  # what is done out of order, and the dimension that it tells of


class Ends(Model):
    """The good and the bad end of a dimension."""

    plus: list[str]
    minus: list[str]


class ValenceWords(Model):
    """``valence.toml``."""

    broad: list[str]
    linking: list[str]
    deeds: list[str]
    dimensions: dict[str, Ends]


class _Sense(NamedTuple):
    dimension: str
    sign: int


class ValenceTable(NamedTuple):
    """The words of one language: by form, and phrases by a form of their longest word."""

    words: dict[str, tuple[_Sense, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], _Sense], ...]]
    broad: frozenset[str]
    linking: frozenset[str]


class Judgement(NamedTuple):
    """One end (+1, -1) of a dimension, said of a target; ``sweeping``: said not to be there at all ("no incidents")."""

    dimension: str
    sign: int
    evidence: tuple[int, ...]
    target: Target
    sweeping: bool
    deed: bool = False  # shown by what somebody did, and said of no thing
    limited: bool = False  # said not to be there for its target alone


@cache
def valence_table(language: str) -> ValenceTable:
    """The compiled data of ``language``; German where a language has none of its own."""
    code = language if language in ("de", "en") else "de"
    data, tables = load(code, "valence", ValenceWords), lexicon(code)
    words: dict[str, tuple[_Sense, ...]] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], _Sense], ...]] = {}
    for name, ends in (*data.dimensions.items(), (DEEDS, Ends(plus=[], minus=data.deeds))):
        for sign, listed in ((1, ends.plus), (-1, ends.minus)):
            sense = _Sense(name, sign)
            for word in listed:
                parts = tuple(word.split())
                key = max(parts, key=len)
                spelled = {*forms(key, code), *(unknown_forms(key, code, tables.function.particles))}
                for form in sorted(spelled):
                    if len(parts) > 1:
                        phrases[form] = (*phrases.get(form, ()), (parts, sense))
                    elif sense not in words.get(form, ()):
                        words[form] = (*words.get(form, ()), sense)
    return ValenceTable(words, phrases, frozenset(data.broad), frozenset(data.linking))


@once_per_side
def judgements(side: Side) -> tuple[Judgement, ...]:
    """The judgements of a claim, none of what is only wished or only holds on a condition."""
    found, table = side.frame, valence_table(side.frame.language)
    tables, scope = lexicon(side.frame.language), side.frame.scope
    out: list[Judgement] = []
    for evidence, sense, own in _hits(side, table):
        index = evidence[0]
        clause = found.words[index].clause
        if clause in scope.conditional or clause in scope.wished or side.timed(index):
            continue
        deed = sense.dimension == DEEDS
        if sense.dimension in OF_THINGS and of_nobody(side, evidence):
            continue  # "nobody was hurt" calls nothing good or intact
        if deed and not _verb(side, index) and len(evidence) == 1:
            continue
        of_effect = len(evidence) == 1 and _before_effect(side, index)
        if len(evidence) == 1 and describes(found.words, index) and not of_effect and not _linked(side, index, table):
            continue
        if not of_effect and not _linked(side, index, table) and not _verb(side, index) and len(evidence) == 1:
            continue
        if len(evidence) == 1 and not deed and not of_effect and _hangs(side, index):
            continue
        negator = scope.by.get(index, -1)
        beside = index and found.words[index - 1].lower in tables.sets["negators"][0]  # "nicht sicher", in any sense
        turned = scope.negative(index) or bool(beside)
        if deed and not turned:  # "not one bus broke down": nobody and nothing did it
            negator = next((n for n in clause_of(found.words, index) if _none(found.words[n].lower, tables)), -1)
            turned = negator >= 0
        named = found.words[index].clause and "naming" in side.cue.scope.listed  # "dismissed it as a joke" calls it one
        negative = (turned and not own) != (clause <= found.denied and not named)
        sweeping = negative and negator >= 0 and _none(found.words[negator].lower, tables)
        none = sweeping or any(_none(found.words[place].lower, tables) for place in evidence)
        limit = _limit(side, max(index, negator)) if none else -1
        sign = -sense.sign if negative else sense.sign
        about = Target(index + 1, frozenset(), True) if of_effect else target(side, evidence)
        if limit >= 0:
            about = Target(limit, thing_features(side, limit), False)
        if deed:
            about = Target(-1, frozenset(), False)
        dimension = ORDER if deed else sense.dimension
        told = side.around(index) if len(evidence) == 1 else evidence
        out.append(Judgement(dimension, sign, told, about, sweeping and limit < 0, deed, limit >= 0))
    return tuple(out)


def _hangs(side: Side, index: int) -> bool:
    """ "Caused by a signal failure": what hangs on a preposition is no judgement, but for "spoke of a failure"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    if tables.language == "de" and words[index].text[:1].islower():
        return False
    before = words[max(0, index - GOVERNED) : index]
    naming = {*tables.function.like, *tables.function.measuring, *tables.polarity.by[:1], *tables.function.genitive}
    if tables.language == "en":
        naming -= {*tables.polarity.by}
    bound = {*tables.function.bound} - naming
    return any(word.lower in bound and word.clause == words[index].clause for word in before)


def _none(word: str, tables: Lexicon) -> bool:
    """The word says that there is not one: "no", "nobody", "kein"."""
    none = {*tables.polarity.no, *tables.polarity.back} - {*tables.polarity.without}
    return word in none or (tables.language == "de" and word.startswith("kein"))


def _limit(side: Side, index: int) -> int:
    """The noun of "no danger to the grouse", "none for lack of staff": not one of those, and nothing of any other. No
    such limit, -1, is the place ("no incidents in the town")."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    bound = {*tables.function.bound} - ({*tables.function.place} - {*tables.function.to})
    behind = [n for n in clause_of(words, index) if n > index]
    governed = (noun(words, n + 1, tables) for n in behind[:-1] if words[n].lower in bound)
    return next((n for n in governed if n >= 0 and words[n].lemma in side.frame.lemmas and not side.timed(n)), -1)


def _before_effect(side: Side, index: int) -> bool:
    """ "Crippling losses", "appalling conditions": the adjective judges what came of it, or how it is."""
    words, table = side.frame.words, target_words(side.frame.language)
    behind = words[index + 1 : index + 2]
    return any(word.clause == words[index].clause and word.lemma in (*table.effects, *table.generic) for word in behind)


def _hits(side: Side, table: ValenceTable) -> list[tuple[tuple[int, ...], _Sense, bool]]:
    """The words and phrases of the table in a claim; whether the phrase holds its own negation."""
    found, tables = side.frame, lexicon(side.frame.language)
    negators = tables.sets["negators"][0]
    out: list[tuple[tuple[int, ...], _Sense, bool]] = []
    covered: set[int] = set()
    for index, word in enumerate(found.words):
        for form in {word.lower, word.lemma}:
            for parts, sense in table.phrases.get(form, ()):
                places = phrase_places(found.words, index, parts, tables)
                if places and not covered & set(places):
                    covered.update(places)
                    out.append((tuple(sorted(places)), sense, any(part in negators for part in parts)))
    named = {*found.names.values(), *found.states.values()}
    for index, word in enumerate(found.words):
        if index in covered or index in named or word.kind != "word":
            continue
        senses = (
            table.words.get(word.lower)
            or table.words.get(word.lemma)
            or table.words.get(lemma(word.lower, tables.language), ())
        )
        out += [((index,), sense, False) for sense in senses]
    return out


def _linked(side: Side, index: int, table: ValenceTable) -> bool:
    """The clause, or the attribution, says that something is so or is called so."""
    words = side.frame.words
    here = words[index].clause
    inside = [word for word in words if word.clause == here]
    if inside[0].lower in lexicon(side.frame.language).function.like:
        return True  # "defended it | as the best of all"
    behind = words[index + 1 : index + 2]
    adverb = any(word.clause == here and word.text[:1].islower() for word in behind)  # "schlecht geschlafen"
    if (len(inside) <= SHORT and not adverb) or any(word.lemma in table.linking for word in inside):
        return True
    cue = side.cue.words
    return any(word.lemma in table.linking for word in cue)


def _verb(side: Side, index: int) -> bool:
    """The word is a verb that judges by itself ("endangers", "beaten")."""
    word = side.frame.words[index]
    if side.frame.language == "de":
        participle = "ge" in word.lower[:6] and word.lower.endswith(("t", "en"))
        return word.text[:1].islower() and (participle or word.lemma.endswith("n"))
    return word.lower.endswith(("ed", "ing", "en")) or (word.lower != word.lemma and not word.lower.endswith("s"))
