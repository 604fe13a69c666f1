"""Families of doing: who says that there was none at all of a kind of deed denies each deed of that kind.

"Keine Warnung" against "schriftlich unterrichtet", "not a penny" against "the bill was paid": the noun of the denial
and the verb of the deed need not be of one stem. Only a denial of all of it counts, for "was not told in time" denies
the time alone; and a deed that is wished, possible or to come is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claims.conflicts.existence import CLOSE, negated_itself
from claims.conflicts.nouns import clause_of, governed, noun
from claims.conflicts.reported import told_as_done
from claims.conflicts.side import Side, once_per_side
from claims.language.lemmas import lemma
from claims.language.lexicon import load
from claims.language.word_tense import word_tense
from claims.models import Model
from claims.topics.frame import Frame, Mention, phrase_places
from claims.topics.lexicon import lexicon
from claims.topics.scope import describes

TELL, TOLD_AHEAD = "tell", "told_ahead"  # the family of telling, and the axis that tells of it too
LEAST_HEAD = 4  # letters of a noun that may be the last part of a compound


class Family(Model):
    """One table of ``families.toml``."""

    nouns: list[str]
    deeds: list[str]


class FamilyWords(Model):
    """``families.toml``."""

    getting: list[str]
    lacking: list[str]
    least: list[str]
    measured: list[str]
    families: dict[str, Family]


@dataclass(frozen=True)
class _Table:
    nouns: dict[str, tuple[str, ...]]
    deeds: dict[str, tuple[str, ...]]
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    getting: frozenset[str]
    lacking: frozenset[str]
    least: frozenset[str]
    measured: frozenset[str]


@cache
def _table(language: str) -> _Table:
    """The data of ``language``; German where a language has none of its own."""
    data = load(language if language in ("de", "en") else "de", "families", FamilyWords)
    nouns: dict[str, tuple[str, ...]] = {}
    deeds: dict[str, tuple[str, ...]] = {}
    phrases: list[tuple[tuple[str, ...], str]] = []
    for name, family in data.families.items():
        for word in family.nouns:
            nouns[word] = (*nouns.get(word, ()), name)
        for word in family.deeds:
            if " " in word:
                phrases.append((tuple(word.split()), name))
            else:
                deeds[word] = (*deeds.get(word, ()), name)
    lists = (frozenset(words) for words in (data.getting, data.lacking, data.least, data.measured))
    return _Table(nouns, deeds, tuple(phrases), *lists)


@once_per_side
def deeds(side: Side) -> tuple[tuple[str, Mention], ...]:
    """The families of which the claim tells a deed or denies any, each with its word as a mention."""
    return tuple(_told(side))


def _told(side: Side) -> Iterator[tuple[str, Mention]]:
    found, table, tables = side.frame, _table(side.frame.language), lexicon(side.frame.language)
    cue = side.statement.cue_span
    for index, word in enumerate(found.words):
        if word.kind != "word" or (cue is not None and cue.start <= word.start < cue.end):
            continue
        if word.clause <= found.denied or word.clause in found.scope.conditional or word.clause in found.scope.hedged:
            continue
        nominal = _noun(side, index)
        names = _nouns(side, index, table) if nominal else _verbs(side, index, table)
        if not names:
            continue
        if nominal:
            negative = _none_of_it(side, index, table)
            told = negative or _there(side, index, table)
        else:
            negative = _undone(side, index, table)
            told = negative or (not found.scope.negative(index) and _done(side, index))
        # "we asked twice": the wish itself is what was done
        wished = word.clause in found.scope.wished and index not in found.scope.listed.get("demand", ())
        if not told or (not negative and wished):
            continue
        never = negative and index in found.scope.never
        for name in names:
            yield name, Mention("axis", name, 1, index, negative, never=never, yet=index in found.scope.yet)
    for mention in found.mentions:  # "learned of it from the newspaper": was not told
        if mention.name == TOLD_AHEAD and mention.sign < 0 and not (mention.wished or mention.conditional):
            yield TELL, replace(mention, negative=True, never=False)
    for parts, name in table.phrases:
        for index, word in enumerate(found.words):
            if parts[-1] not in (word.lower, word.lemma) or word.clause <= found.denied:
                continue
            turned = [n for n in phrase_places(found.words, index, parts, tables) if found.scope.negative(n)]
            at = turned[0] if turned else index  # of "nobody had talked to them" the verb is denied, and no "to"
            negative = _undone(side, at, table)
            if negative == bool(turned) and phrase_places(found.words, index, parts, tables):
                yield name, Mention("axis", name, 1, at, negative, never=negative and at in found.scope.never)


def _noun(side: Side, index: int) -> bool:
    words, tables = side.frame.words, lexicon(side.frame.language)
    if side.frame.language == "de":
        return words[index].text[:1].isupper() and (index > 0 or not words[index].lemma.endswith("n"))
    before = words[index - 1].lower if index else ""
    if before in tables.function.determiners or before in tables.polarity.no or before in tables.function.bound:
        return True
    return describes(words, index) or (index > 0 and words[index].lower.endswith("s") and words[index].lower != "s")


def _nouns(side: Side, index: int, table: _Table) -> tuple[str, ...]:
    word = side.frame.words[index]
    for form in (word.lemma.lower(), word.lower):
        if form in table.nouns:
            return table.nouns[form]
    if side.frame.language != "de":
        return ()
    low = word.lemma.lower()
    return next((names for noun, names in table.nouns.items() if len(noun) > LEAST_HEAD and low.endswith(noun)), ())


def _verbs(side: Side, index: int, table: _Table) -> tuple[str, ...]:
    word, language = side.frame.words[index], side.frame.language
    if describes(side.frame.words, index):
        return ()
    for form in (word.lower, word.lemma, lemma(word.lower, language)):
        if form in table.deeds:
            return table.deeds[form]
    return ()


def _none_of_it(side: Side, index: int, table: _Table) -> bool:
    """ "Keine Warnung", "eine Warnung habe sie nie erreicht", "ohne Vorwarnung", "wartet auf die Unterlagen"."""
    found, tables = side.frame, lexicon(side.frame.language)
    scope, inside = found.scope, clause_of(found.words, index)
    here = {form for n in inside if n != index for form in (found.words[n].lemma, found.words[n].lower)}
    if here & table.lacking:
        return not scope.negative(index)
    if not scope.negative(index):
        return False
    if index in scope.without:
        return True
    negator = scope.by.get(index, -1)
    if governed(found.words, index, tables) and not _no_between(found, negator, index):
        return False
    none = {*tables.polarity.no, *tables.function.nobody}  # "niemand habe eine Ankündigung erhalten"
    total = index in scope.never or (negator >= 0 and found.words[negator].lower in none)
    behind = found.words[negator + 1].lower if 0 <= negator < index - 1 else ""
    total = total or (behind in tables.function.determiners and index - negator <= CLOSE)  # "nicht ein Gespräch"
    if any(n in inside for n in scope.listed.get("comparing", ())):
        return False  # "not a penny more than in May"
    if negated_itself(found, index) or found.words[index].lemma.lower() in table.least:
        return True
    return total and bool(here & (table.getting | tables.sets["there"][0]))


def _no_between(found: Frame, negator: int, index: int) -> bool:
    """ "Bis heute keinen Brief": the preposition stands before "no" and leads to something else."""
    return 0 <= index - negator <= CLOSE and found.words[negator].lower in lexicon(found.language).polarity.no


def _there(side: Side, index: int, table: _Table) -> bool:
    """ "Es gibt mehrere Interessenten", "der Brief ging am Montag ein"."""
    found, tables = side.frame, lexicon(side.frame.language)
    if told_as_done(side, index):
        return True
    if found.scope.negative(index) or governed(found.words, index, tables) or index in found.scope.without:
        return False
    here = {form for n in clause_of(found.words, index) for form in (found.words[n].lemma, found.words[n].lower)}
    return bool(here & (table.getting | tables.sets["there"][0])) and not here & table.lacking


def _undone(side: Side, index: int, table: _Table) -> bool:
    """Of the verb, that it was not done, whatever the manner: "not told in time" denies the time alone."""
    found = side.frame
    if not found.scope.negative(index):
        return False
    return not any(found.words[n].lower in table.measured for n in clause_of(found.words, index))


def _done(side: Side, index: int) -> bool:
    """The verb tells what was done: a participle or an inflected form, and nothing that is to be done."""
    found, tables = side.frame, lexicon(side.frame.language)
    word = found.words[index]
    before = found.words[index - 1].lower if index else ""
    coming = any(found.words[n].lower in tables.modality.coming for n in clause_of(found.words, index))
    if before in tables.function.to:
        return False
    if found.language == "en":
        return not coming and word.lower != word.lemma and not word.lower.endswith("ing")
    infinitive = word.lower.endswith("n") and word_tense(word.lower, "de") not in ("participle", "past")
    inside = clause_of(found.words, index)
    auxiliary = any(found.words[n].lemma in tables.polarity.have for n in inside)  # "hat sich unterhalten"
    return not (infinitive and (coming or (word.lower == word.lemma and not auxiliary)))


def complement(side: Side, index: int) -> int:
    """The noun that tells of what a noun of doing was: "keine Beschwerde über den Lärm", or -1."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    behind = words[index + 1 : index + 2]
    if not behind or behind[0].clause != words[index].clause or index + 2 >= len(words) or side.timed(index + 2):
        return -1
    genitive = behind[0].lower in tables.function.genitive
    if genitive or (behind[0].lower in tables.function.bound and behind[0].lower not in tables.polarity.by):
        return noun(words, index + 2, tables)
    return -1
