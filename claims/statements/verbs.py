"""Verbs of saying in languages that put the subject right before its verb and write no comma before content."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.analysis import Analysis, Sentence
from claims.language.lemmas import is_known
from claims.language.lexicon import load
from claims.models import Stance
from claims.statements.cues import Entry, table
from claims.statements.nouns import mention_words
from claims.statements.occurrences import NUMBER, is_number


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
    heard_verbs: frozenset[str] = frozenset()  # of these, those that never stand without the one who is told
    object_verbs: frozenset[str] = frozenset()  # object and complement together are the content
    attitude_verbs: frozenset[str] = frozenset()  # what is supported, opposed, wanted: content for the benchmark
    bare_verbs: frozenset[str] = frozenset()  # content may follow without a complementiser
    adverbial_prepositions: frozenset[str] = frozenset()
    adverbial_starts: frozenset[str] = frozenset()
    subject_borders: frozenset[str] = frozenset()
    announced_only: frozenset[str] = frozenset()  # verbs whose content a word announces
    reciprocal: frozenset[str] = frozenset()
    nouns_too: frozenset[str] = frozenset()  # forms that are nouns as often
    plural_nouns: frozenset[str] = frozenset()  # plurals without an ending
    insertion_endings: tuple[str, ...] = ()  # of participles that open an insertion: ", speaking in Rome, said"
    inner_prepositions: frozenset[str] = frozenset()  # belong to a noun phrase that follows the verb
    complementisers: frozenset[str] = frozenset()
    serial: tuple[str, ...] = ()  # with an infinitive they tell that it was done: "went on to say"
    anonymity: tuple[str, ...] = ()  # how a source asks not to be named; no statement
    thought: frozenset[str] = frozenset()  # groups that tell what somebody thinks
    forecasts: frozenset[str] = frozenset()  # of the told thoughts, those that need a figure or an infinitive
    particles: frozenset[str] = frozenset()  # words that belong to a verb and are no prepositions
    told_thoughts: frozenset[str] = frozenset()  # verbs of these groups that tell what a named one said
    passive_speaker: frozenset[str] = frozenset()  # the subject of the passive speaks: "was quoted as saying"
    relaying: frozenset[str] = frozenset()  # verbs by which news are passed on
    quoted_as: frozenset[str] = frozenset()  # "quoted the minister as saying"
    limiting: frozenset[str] = frozenset()  # "would only say"
    set_back: frozenset[str] = frozenset()  # finite verbs of a report set back in time
    plain_past: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()  # verbs that say only of a person that words went on
    close: frozenset[str] = frozenset()  # cues with no object before their preposition: "call+for"
    narrating_tails: frozenset[str] = frozenset()  # behind a frame: ", he said, even as thousands left"
    narrating: frozenset[str] = frozenset()  # at the head of a sentence they give the word back to the narrator
    speech_nouns: dict[str, Stance] = {}  # "the company's assertion that …"
    subject_clauses: frozenset[str] = frozenset()  # "a man whose wife died after …"
    demand_openers: frozenset[str] = frozenset()  # "calls by X for an inquiry"
    owner_prepositions: frozenset[str] = frozenset()  # between such a noun and whose words it is
    figure_verbs: frozenset[str] = frozenset()  # forms that tell a figure: "spoke of 9,000"
    figure_sources: frozenset[str] = frozenset()  # words that name the source of one: "laut", "according"
    figure_joins: frozenset[str] = frozenset()  # words between the figures of two sources
    figure_pronouns: frozenset[str] = frozenset()  # no other source begins with one


ADJECTIVES = 2  # words between a determiner and its noun
NEEDED = 8  # tokens in which a word that the verb needs follows
SHORT_SUBJECT = 5  # tokens in which the verb of a subject without article follows
SUBJECT = 8  # words of a subject in which its plural noun is looked for


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


def is_determined(analysis: Analysis, sentence: Sentence, noun: int) -> bool:
    """Whether a determiner or an owner stands before the noun and its adjectives: "a preliminary report"."""
    known = analysis.grammar.closed | table(analysis.language).words
    place = noun - 1
    while place > sentence.start and noun - place <= ADJECTIVES and analysis.tokens[place].text.islower():
        if analysis.lower[place] in known:
            break
        place -= 1
    if place < sentence.start:
        return False
    return analysis.lower[place] in analysis.grammar.determiners or analysis.lower[place].endswith(("'s", "’s"))


def _nominal(analysis: Analysis, sentence: Sentence, index: int, places: tuple[int, ...]) -> bool:
    """A form that is also a noun ("the claims of", "his report") stands as a noun here; ``places``: its own words."""
    grammar = analysis.grammar
    if index > sentence.start:
        before = analysis.lower[index - 1]
        if before in grammar.determiners or before in grammar.prepositions - {"to"}:
            return True
        noun = (
            analysis.lower[index]
            in clausal_words(analysis.language).nouns_too | table(analysis.language).infinitive.keys()
        )
        if noun and before.endswith(("'s", "’s")):
            return True  # "let's say", not "a spokesman for St Brigid's said"
        if before in table(analysis.language).words and analysis.tokens[index - 1].text[0].islower():
            return not is_determined(
                analysis, sentence, index - 1
            )  # not "the report finds", "the city's report faults"
    return index + 1 < sentence.end and analysis.lower[index + 1] == "of" and index + 1 not in places


def _plural(analysis: Analysis, index: int) -> bool:
    low = analysis.lower[index]
    plural = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us", "is"))
    return plural or low in clausal_words(analysis.language).plural_nouns


def is_noun_here(analysis: Analysis, sentence: Sentence, entry: Entry, index: int, first: int) -> bool:
    """Whether a form that is a noun as often ("states", "report") is none of a verb here.

    ``first`` is where the verb begins with its adverbs. A verb agrees with the word before it and goes on with what a
    clause or an object begins with; "several battleground states voted" does neither.
    """
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    words = clausal_words(analysis.language)
    if lower[index] not in words.nouns_too:
        return False
    before = first - 1
    while before > sentence.start and is_adverb(analysis, before):
        before -= 1
    if before < sentence.start:
        return True
    low, named = lower[before], tokens[before].text[0].isupper()
    if before == sentence.start and is_known(lower[before], analysis.language):
        named = False  # "Hospital notes shown to the court"
    if low in grammar.subject_pronouns:
        return False
    if not analysis.is_word(before):
        return _noun_goes_on(analysis, sentence, index)
    plural = _plural(analysis, before)
    joined = before > sentence.start + 1 and "and" in lower[max(sentence.start, before - 4) : before]
    if lower[index] == entry.verb and not joined:
        border = before
        while border > max(sentence.start, before - SUBJECT) and analysis.is_word(border - 1):
            border -= 1
        if not any(_plural(analysis, place) for place in range(border, before + 1)):
            return True
        if plural and not any(lower[place] in grammar.determiners for place in range(border, before)):
            return False  # "researchers report"
    if lower[index] != entry.verb and plural and not named and low not in words.plural_nouns:
        return True
    after = index + 1
    while after < sentence.end and is_adverb(analysis, after):
        after += 1
    if after >= sentence.end or tokens[after].text in (".", "!", "?"):
        return not (named or _sets_off(analysis, sentence, before))
    follow = lower[after]
    if follow in grammar.auxiliaries or follow in grammar.finite or (follow.endswith("ed") and analysis.is_word(after)):
        return True
    goes_on = (
        analysis.inside[after] >= 0
        or follow in words.complementisers | grammar.determiners | grammar.subject_pronouns | grammar.object_pronouns
        or tokens[after].kind == "number"
        or tokens[after].text[0].isupper()
        or tokens[after].text == ":"
        or follow == grammar.infinitive_marker
    )
    return not (goes_on or named)


def _describes(analysis: Analysis, index: int) -> bool:
    """ "the union's repeated warnings": a participle between the owner and the noun."""
    nouns = clausal_words(analysis.language).speech_nouns
    owner = index > 0 and analysis.lower[index - 1].endswith(("'s", "’s"))
    return owner and index + 1 < len(analysis.lower) and analysis.lower[index + 1] in nouns


def _sets_off(analysis: Analysis, sentence: Sentence, noun: int) -> bool:
    """ "…, the paper reports": a comma or a mark and a determiner stand before the noun and its adjectives."""
    place = noun
    while (
        place > sentence.start
        and noun - place <= ADJECTIVES
        and analysis.lower[place] not in analysis.grammar.determiners
    ):
        place -= 1
    determined = analysis.lower[place] in analysis.grammar.determiners
    return determined and place > sentence.start and not analysis.is_word(place - 1)


def _noun_goes_on(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """ "…, state media reported": small words and a verb follow, no subject that a verb before it could have."""
    grammar, tokens = analysis.grammar, analysis.tokens
    for place in range(index + 1, min(sentence.end, index + SHORT_SUBJECT)):
        low = analysis.lower[place]
        if not analysis.is_word(place) or tokens[place].text[0].isupper() or low in grammar.closed:
            return low in grammar.auxiliaries
        if low in table(analysis.language).finite:
            return True
    return False


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
    for word in entry.needs:
        marker = word == analysis.grammar.infinitive_marker and word != entry.needs[-1]
        near = 1 if marker else NEEDED  # "wanted to know", not "want us to know"
        stop = min(sentence.end, place + near)
        if word == NUMBER:
            if not any(is_number(analysis, i) for i in range(place, stop)):
                return None
            continue
        while place < stop and not (analysis.lower[place] == word and analysis.inside[place] < 0):
            if close and analysis.lower[place] in analysis.grammar.determiners | analysis.grammar.object_pronouns:
                return None  # "called it a disaster for"
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
            while found and found[-1].first >= best.first:
                found.pop()  # "is said to have told"
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
    own = grammar.prepositions | clausal_words(analysis.language).particles
    while last + 1 in places or (last + 2 in places and lower[last + 1] in grammar.object_pronouns | {"it"}):
        if entry.reported and last + 1 in places and lower[last + 1] not in own:
            break  # "admitted mistakes": the object
        last += 1
    perfect = all(lower[at] in grammar.have for at in range(first, index))
    if place >= sentence.start and lower[place] == grammar.infinitive_marker and perfect and not ing:
        leading = _leading(analysis, sentence, place)
        if first < index and leading == place:
            return None
        if leading < place:
            return Verb(
                entry, leading, last, "finite", negated, modal, tuple(sorted({*range(leading, index + 1), *places}))
            )
        return Verb(entry, index, last, "infinitive", negated, False, tuple(sorted({index, *places})))
    if ing and not auxiliary:
        if lower[index - 1] in grammar.determiners | {"such"} or lower[min(index + 1, len(lower) - 1)] in grammar.have:
            return None  # "no such warning had been given"
        return Verb(entry, index, last, "gerund", negated, False, (index, *places))
    if passive and low in forms.participle:
        return Verb(entry, first, last, "passive", negated, modal, tokens)
    if not auxiliary and low not in forms.finite:
        return None
    bare = not auxiliary and not low.endswith("ed")
    if not auxiliary and _describes(analysis, index):
        return None
    if bare and (_nominal(analysis, sentence, index, places) or is_noun_here(analysis, sentence, entry, index, first)):
        return None
    return Verb(entry, first, last, "finite", negated, modal, tokens)
