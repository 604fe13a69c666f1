"""Verbs of saying in languages that put the subject right before its verb and write no comma before content."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from claims.language.analysis import Analysis, Sentence
from claims.language.grammar import grammar
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import Entry, table
from claims.statements.mention_words import mention_words
from claims.statements.noun_ends import noun_phrase
from claims.statements.occurrences import NUMBER, is_number
from claims.statements.reduced import is_reduced
from claims.statements.verb_or_noun import describes, describes_noun, is_adverb, is_nominal, is_noun_here

NEGATED = ("n't", "n’t", "cannot")
NEEDED = 8  # tokens in which a word that the verb needs follows


@cache
def gerunds(language: str) -> dict[str, list[Entry]]:
    """The -ing forms of the cues, with their entries."""
    words = clausal_words(language)
    forms: dict[str, list[Entry]] = {}
    if not words.gerund:
        return forms
    for entries in table(language).infinitive.values():
        for entry in entries:
            verb = entry.verb
            form = words.gerunds.get(verb, "")
            if not form:
                stem = verb[:-1] if verb.endswith(words.gerund_drop) and not verb.endswith("ee") else verb
                form = stem + words.gerund
            if not any(known.needs == entry.needs for known in forms.setdefault(form, [])):
                forms[form].append(entry)
    return forms


@cache
def _no_statements(language: str) -> tuple[list[str], ...]:
    words, owners = clausal_words(language), sorted(grammar(language).possessives)
    phrases = (*words.anonymity, *words.other_senses)
    told = (p.replace("one's", owner) for p in phrases for owner in (owners if "one's" in p else ("",)))
    return tuple(phrase.split() for phrase in told)


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
    close = entry.name in clausal_words(analysis.language).close
    if close and (heard := _heard_by(analysis, sentence, entry.needs[0], index)) > place:
        if heard < sentence.end and analysis.lower[heard] in analysis.grammar.content_subordinators:
            return None  # "confessed to police that he had …"
        place = place if analysis.lower[place] == entry.needs[0] else heard
    for word in entry.needs:
        marker = word == analysis.grammar.infinitive_marker and word != entry.needs[-1]
        near = 1 if marker else NEEDED  # "wanted to know", not "want us to know"
        stop = min(sentence.end, place + near)
        if word == NUMBER:
            if not any(is_number(analysis, i) for i in range(place, stop)):
                return None
            continue
        while place < stop and not (analysis.lower[place] == word and analysis.inside[place] < 0):
            grammar = analysis.grammar
            stops = grammar.determiners | grammar.object_pronouns | grammar.subject_pronouns
            if close and analysis.lower[place] in stops:
                return None  # "called it a disaster for"
            place += 1
        if place >= stop or _time_follows(analysis, sentence, place):
            return None
        places.append(place)
        place += 1
    return tuple(places)


def _heard_by(analysis: Analysis, sentence: Sentence, wanted: str, verb: int) -> int:
    """Behind who is spoken to, before the word that is wanted: "complained to the council | about"."""
    place = verb + 1
    if place >= sentence.end or analysis.lower[place] not in clausal_words(analysis.language).goal_prepositions:
        return place
    end = noun_phrase(analysis, place + 1, sentence.end)
    return next((i for i in range(place + 2, end) if analysis.lower[i] == wanted), end)  # "spoke to reporters | of"


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
        if any(analysis.lower[index : index + len(phrase)] == phrase for phrase in _no_statements(analysis.language)):
            continue
        entries = [*forms.finite.get(low, ()), *forms.participle.get(low, ()), *forms.infinitive.get(low, ())]
        if low in ing:
            entries += ing[low]
        best: Verb | None = None
        for entry in entries:
            places = _needs(analysis, sentence, entry, index)
            if places is None:
                continue
            verb = _read(analysis, sentence, entry, index, low in ing, places)
            if verb is None:
                continue
            around = places == (index + 2,) and analysis.lower[index + 1] in analysis.grammar.demonstratives
            if best is None or len(verb.entry.needs) + around > len(best.entry.needs):
                best = verb  # "ruled that out" is no "ruled that"
        if best is not None:
            while found and found[-1].first >= best.first:
                found.pop()  # "is said to have told"
            found.append(best)
    # "the man accused of fraud said": of two forms in a row the first may only tell which man
    told = [verb for verb in found if verb.form != "infinitive"]
    reduced = {
        verb.first
        for verb, after in pairwise(told)
        if after.form == "finite" and is_reduced(analysis, sentence, verb.first, after.first)
    }
    return [verb for verb in found if verb.first not in reduced]


def _set_off(analysis: Analysis, sentence: Sentence, comma: int) -> bool:
    """An adverb between two commas that part an auxiliary from its verb."""
    inside = comma - 3 >= sentence.start and analysis.tokens[comma].text == analysis.tokens[comma - 2].text == ","
    return inside and is_adverb(analysis, comma - 1) and analysis.lower[comma - 3] in analysis.grammar.auxiliaries


def _past_time(analysis: Analysis, sentence: Sentence, place: int) -> int:
    """The auxiliary before a phrase of time that ends at ``place``: of "had on Friday" "had"; ``place`` without one."""
    times, words = mention_words(analysis.language).time_words, clausal_words(analysis.language)
    at = place
    while at > sentence.start and (analysis.lower[at] in times or is_number(analysis, at)):
        at -= 1
    led = analysis.lower[at] in words.adverbial_prepositions | words.adverbial_starts
    helper = at - led
    found = at < place and helper > sentence.start and analysis.lower[helper] in analysis.grammar.have
    return helper if found else place


def _done_by(analysis: Analysis, sentence: Sentence, entry: Entry, index: int) -> bool:
    """ "Plans rejected by the union were dropped": a participle behind what the act was done to."""
    words = clausal_words(analysis.language)
    takes_object = entry.verb in words.object_verbs - words.bare_verbs and not entry.needs
    agent = index + 1 < sentence.end and analysis.lower[index + 1] in analysis.grammar.agent_prepositions
    return takes_object and agent and analysis.lower[index] in table(analysis.language).participle


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
        month = lower[place - 1] in grammar.prepositions and analysis.tokens[place].text[0].isupper()  # "in May said"
        if (low in grammar.auxiliaries and not month) or low.endswith(NEGATED):
            modal = modal or (low in grammar.modals - grammar.do)
            passive = passive or (low in grammar.be and not ing and not auxiliary)  # "is widely expected"
            auxiliary = auxiliary or low
            negated = negated or low.endswith(NEGATED)
            first = place
        elif low == "longer" and lower[place - 1] == "no":
            negated = True
            place -= 2
            continue
        elif is_adverb(analysis, place) or low in ("not", "never"):
            negated = negated or low in ("not", "never")
            if first == place + 1 and place > sentence.start and lower[place - 1] in grammar.auxiliaries | {"to"}:
                first = place
            elif place > sentence.start and analysis.is_word(place - 1):
                place -= 1
                continue
            else:
                break
        elif _set_off(analysis, sentence, place):
            place -= 3  # "did, however, urge"
            continue
        elif (helper := _past_time(analysis, sentence, place)) < place and not auxiliary and not ing:
            place = helper  # "had on Friday observed"
            continue
        else:
            break
        place -= 1
    low = lower[index]
    to = place >= sentence.start and lower[place] == grammar.infinitive_marker
    present = not ing and low not in forms.participle.keys() | forms.infinitive.keys()
    if present and low.endswith("s") and (auxiliary or to):
        return None  # "there were | reports that", "responded to | claims that"
    tokens = tuple(sorted({*range(first, index + 1), *places}))
    last = index
    own = grammar.prepositions | clausal_words(analysis.language).particles
    stands = grammar.object_pronouns | grammar.demonstratives | {"it"}
    while last + 1 in places or (last + 2 in places and lower[last + 1] in stands):
        if entry.reported and last + 1 in places and lower[last + 1] not in own:
            break  # "admitted mistakes": the object
        last += 1
    apart = places and (lower[index + 1] in grammar.prepositions or is_adverb(analysis, index + 1))
    if apart and entry.name in clausal_words(analysis.language).close and lower[places[-1]] in own:
        last = places[-1]  # "apologised to families for | the delay"
    perfect = all(lower[at] in grammar.have for at in range(first, index))
    if to and perfect and not ing:
        leading = _leading(analysis, sentence, place)
        if first < index and leading == place:
            return None
        if leading < place:
            return Verb(
                entry, leading, last, "finite", negated, modal, tuple(sorted({*range(leading, index + 1), *places}))
            )
        return Verb(entry, index, last, "infinitive", negated, False, tuple(sorted({index, *places})))
    named = entry.needs and low in clausal_words(analysis.language).speech_nouns
    if ing and not auxiliary and not places and describes_noun(analysis, index):
        return None  # "gave opposing accounts"
    if ing and not auxiliary and named and analysis.is_word(index - 1):
        return None  # "an amber warning of wind"
    if ing and not auxiliary:
        if lower[index - 1] in grammar.determiners | {"such"} or lower[min(index + 1, len(lower) - 1)] in grammar.have:
            return None  # "no such warning had been given"
        short = lower[max(0, index - 2) : index] == ["short", "of"]  # "stopped short of admitting"
        if short and entry.verb in clausal_words(analysis.language).naming_verbs:
            return None  # "fell short of calling it a coup"
        return Verb(entry, index, last, "gerund", negated or short, False, (index, *places))
    if passive and low in forms.participle:
        return Verb(entry, first, last, "passive", negated, modal, tokens)
    if not auxiliary and low not in forms.finite:
        return None
    if not auxiliary and _done_by(analysis, sentence, entry, index):
        return Verb(entry, index, last, "passive", negated, False, tokens)
    bare = not auxiliary and not low.endswith("ed")
    if not auxiliary and describes(analysis, index):
        return None
    if bare and (
        is_nominal(analysis, sentence, index, places) or is_noun_here(analysis, sentence, entry, index, first)
    ):
        return None
    return Verb(entry, first, last, "finite", negated, modal, tokens)
