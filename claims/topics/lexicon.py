"""The language data of the comparison, compiled for look-up: concepts, axes of opposites, negation, modality, parties.

Words in the data are dictionary forms or whole phrases. A word is found by its lemma, by its written form and, in a
compound, by its last part; a phrase is found when its words stand in one clause (German) or close together and in
order (English).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from pydantic import ConfigDict

from claims.errors import LexiconError
from claims.language.grammar import grammar
from claims.language.lemmas import lemma
from claims.language.lexicon import load
from claims.models import Model

Group = Literal["event", "status", "object", "term", "axis"]


class Concepts(Model):
    """``concepts.toml``: words that name one kind of event, status or thing; terms count between languages alone."""

    events: dict[str, list[str]]
    statuses: dict[str, list[str]]
    objects: dict[str, list[str]]
    terms: dict[str, list[str]]


class Axis(Model):
    """One table of ``antonyms.toml``: two poles, and whether both can be false at once.

    ``narrow``: its words themselves tell of what they are said.
    """

    plus: list[str]
    minus: list[str]
    between: bool = False
    personal: bool = False
    judging: bool = False
    measure: bool = False
    narrow: bool = False


class Axes(Model):
    """``antonyms.toml``: the axis ids are the table names."""

    model_config = ConfigDict(extra="allow")

    def axes(self) -> dict[str, Axis]:
        return {name: Axis.model_validate(table) for name, table in (self.model_extra or {}).items()}


class Polarity(Model):
    """``polarity.toml``: words that turn a claim round."""

    negators: list[str]
    excess: list[str]
    ruling_out: list[str]
    lasting_from: list[str]
    turning_prefixes: list[str]
    free_of: list[str]
    never: list[str]
    hardly: list[str]
    yet: list[str]
    spared: list[str]
    but: list[str]
    carriers: list[str]
    deny: list[str]
    refuse: list[str]
    confirm: list[str]
    label: list[str]
    weak_label: list[str]
    refer: list[str]
    always: list[str]
    no: list[str]
    without: list[str]
    back: list[str]
    no_longer: list[str]
    untrue: list[str]
    there: list[str]
    pointing: list[str]
    have: list[str]
    rejected: list[str]  # what others say, which may be rejected
    telling_of: list[str]  # attributions whose noun names what was done
    performing: list[str]
    coming_to: list[str]
    coming_about: list[str]
    such: list[str]
    summing: list[str]
    contrast: list[str]
    demonstrative: list[str]
    instead: list[str]
    spurn: list[str]
    countering: list[str]
    comparing: list[str]
    wanted: list[str]
    another: list[str]
    portion: list[str]
    naming: list[str]
    adversative: list[str]
    contradicting: list[str]
    against_it: list[str]
    producing: list[str]
    by: list[str]
    anyone: list[str]
    wherewith: list[str]  # opens the rest of a sentence in which its speaker contradicts: "womit er X widersprach"
    over: list[str]
    knowing: list[str]
    known_of: list[str]
    emphatic: list[str]
    asking: list[str]
    beforehand: list[str]
    forgoing: list[str]  # what its infinitive tells was not done
    withholding: list[str]  # what its clause tells was not given or done
    nothing: list[str]
    whether: list[str]
    unsettled: list[str]
    degree: list[str]
    outlets: list[str]
    reports: list[str]


class Modality(Model):
    """``modality.toml``: how firmly something is said, and what is wished."""

    hedge: list[str]
    demand: list[str]
    offer: list[str]
    condition: list[str]
    future: list[str]
    approving: list[str]
    opposing: list[str]
    earliest: list[str]
    latest: list[str]
    number_of: list[str]
    judgements: list[str]
    impersonal: list[str]
    ranked: list[str]
    siding_for: list[str]
    siding_against: list[str]
    backing: list[str]
    shares: list[str]
    sole: list[str]
    starting: list[str]
    pending: list[str]
    phrasal: list[str]
    aims: list[str]
    aiming: list[str]
    replacing: list[str]
    kept_to: list[str]
    stands: list[str]
    coming: list[str]
    first_time: list[str]
    letting: list[str]
    prohibiting: list[str]
    obliging: list[str]
    narrowing: list[str]
    duty: list[str]
    permitting: list[str]
    learning: list[str]
    at_first: list[str]
    telling: list[str]
    arriving: list[str]
    lasting: list[str]
    within: list[str]
    weighed: list[str]
    befallen: list[str]
    forbidden: list[str]
    unsettled_cause: list[str]
    left_open: list[str]
    at_least: list[str]
    out_of_use: list[str]
    works: list[str]
    removing: list[str]
    keeping: list[str]
    pretext: list[str]


class Figures(Model):
    """``figures.toml``: what a figure is of and how it is meant."""

    part_of: list[str]
    restricted: list[str]
    including: list[str]
    grave: list[str]
    slight: list[str]
    critical: list[str]
    in_hospital: list[str]
    treated: list[str]
    anybody: list[str]
    correcting: list[str]
    per_hour: list[str]
    per_day: list[str]
    per_week: list[str]
    per_month: list[str]
    per_year: list[str]
    purpose: list[str]
    demanding: list[str]
    expecting: list[str]
    amounting: list[str]
    moving: list[str]
    by_now: list[str]
    restored: list[str]
    every: list[str]
    onto: list[str]
    once: list[str]
    planning: list[str]
    among: list[str]
    group: list[str]
    time_before: list[str]
    than: list[str]
    asked: list[str]
    just_below: list[str]
    just_above: list[str]
    seized: list[str]
    fleeing: list[str]
    rescued: list[str]
    inside: list[str]
    lacking: list[str]
    sought: list[str]
    ill: list[str]
    striking: list[str]
    attending: list[str]
    housed: list[str]
    affected: list[str]
    perished: list[str]
    spent: list[str]
    lost: list[str]
    paid: list[str]
    stolen: list[str]
    owed: list[str]
    earned: list[str]
    fined: list[str]
    compensated: list[str]
    subsidised: list[str]
    dismissed: list[str]
    closing: list[str]
    hired: list[str]
    narrowed: list[str]
    unspecific: list[str]
    just: list[str]
    holding: list[str]
    someone: list[str]
    male: list[str]
    female: list[str]
    lives: list[str]
    taking: list[str]
    shareholding: list[str]
    formerly: list[str]
    before_it: list[str]
    opposed: list[tuple[str, str]]
    by_day: list[str]
    by_night: list[str]
    more: list[str]
    fewer: list[str]
    occasion: list[str]
    repeatedly: list[str]
    no_number: list[str]
    presenting: list[str]
    frequencies: dict[str, list[str]]
    dimensions: dict[str, list[str]]
    alike: dict[str, list[str]]


class Causes(Model):
    """``causes.toml``: how a cause is named."""

    nouns: list[str]
    naming: list[str]
    prepositions: list[str]
    attributing: list[tuple[str, str]]
    behind: list[str]
    ahead: list[str]
    clausal: list[str]
    unrelated: list[str]
    verbs: list[str]
    blaming: list[str]
    blamed_on: list[str]
    general: list[str]
    asking: list[str]


class Derivations(Model):
    """``derivations.toml``: nouns of doing and their verbs."""

    verbs: dict[str, str]


class Parties(Model):
    """``parties.toml``: states by ISO code and offices by id, with their words."""

    states: dict[str, list[str]]
    offices: dict[str, list[str]]


class FunctionWords(Model):
    """``empty_words.toml``: words that carry no matter, and those that build sentences."""

    words: list[str]
    particles: list[str]
    join: list[str]
    open: list[str]
    claim: list[str]
    to: list[str]
    place: list[str]
    no_places: list[str]
    endings: list[str]
    finite: list[str]
    bound: list[str]
    itself: list[str]
    me: list[str]
    alone: list[str]
    copula: list[str]
    like: list[str]
    that: list[str]
    expletive: list[str]
    existential: list[str]
    passive: list[str]
    none: list[str]
    nobody: list[str]
    determiners: list[str]
    measuring: list[str]
    genitive: list[str]
    pluperfect: list[str]
    twins: list[str]
    bringing: list[str]
    handing: list[str]
    proforms: list[str]
    than: list[str]
    anaphors: list[str]
    definite: list[str]
    calendar: list[str]
    him: list[str]
    own: list[str]
    before_hours: list[str]
    until: list[str]


class Sense(NamedTuple):
    """What a word stands for: a concept or one pole (+1, -1) of an axis."""

    group: Group
    name: str
    pole: int


class Phrase(NamedTuple):
    """Several words that mean one thing together."""

    words: tuple[str, ...]
    sense: Sense


def forms(word: str, language: str) -> set[str]:
    """The written form and the dictionary form, both lower case; for a noun, as nouns are written."""
    plain = lemma(word, language)
    if plain == word and word.endswith("n"):
        return {word}  # an infinitive: its capitalised twin is another word ("zahlen", "Zahlen")
    return {word.lower(), plain, lemma(word.capitalize(), language)}


def unknown_forms(word: str, language: str, particles: Iterable[str]) -> Iterator[str]:
    """Inflected forms of a verb whose dictionary form is not found: "remains", "durchgefallen"."""
    if language == "en" and word.isalpha():
        stem_ = word.removesuffix("e")
        made = [f"{word}s", f"{stem_}ed", f"{stem_}ing", f"{word.removesuffix('y')}ied" if word.endswith("y") else ""]
    elif language == "de" and word.endswith("en") and word.islower():
        particle = max((part for part in particles if word.startswith(part)), key=len, default="")
        rest = word.removeprefix(particle)
        stem_ = rest[:-2] + ("e" if rest[-3:-2] in ("t", "d") else "")
        made = [f"{particle}ge{rest}", f"{particle}ge{stem_}t"] if particle and len(rest) > 4 else []
        if word.startswith(grammar(language).inseparable) or (word.endswith("ieren") and not particle):
            made.append(f"{particle}{stem_}t")
        elif not particle and len(word) > 4:
            made.append(f"ge{stem_}t")
    else:
        made = []
    for form in made:
        if form and lemma(form, language) in (form, form.lower()):
            yield form


class Lexicon:
    """Look-up tables of one language; build with :func:`lexicon`."""

    def __init__(self, language: str) -> None:
        self.language = language
        concepts = load(language, "concepts", Concepts)
        self.axes = load(language, "antonyms", Axes).axes()
        self.polarity = load(language, "polarity", Polarity)
        self.modality = load(language, "modality", Modality)
        self.figures = load(language, "figures", Figures)
        # the kinds of things that a noun may count
        self.alike: dict[str, tuple[str, ...]] = {}
        for name, words in self.figures.alike.items():
            for word in words:
                self.alike[word] = (*self.alike.get(word, ()), name)
        self.function = load(language, "empty_words", FunctionWords)
        self.causes = load(language, "causes", Causes)
        self.twins = frozenset(self.function.twins)
        self.nominal: dict[str, str] = load(language, "derivations", Derivations).verbs
        parties = load(language, "parties", Parties)
        self.senses: dict[str, tuple[Sense, ...]] = {}
        self.phrases: dict[str, tuple[Phrase, ...]] = {}
        groups: tuple[tuple[Group, dict[str, list[str]]], ...] = (
            ("event", concepts.events),
            ("status", concepts.statuses),
            ("object", concepts.objects),
            ("term", concepts.terms),
        )
        for group, table in groups:
            for name, words in table.items():
                self._add(words, Sense(group, name, 1))
        for name, axis in self.axes.items():
            self._add(axis.plus, Sense("axis", name, 1))
            self._add(axis.minus, Sense("axis", name, -1))
        self.heads = frozenset(
            word for word, found in self.senses.items() if len(word) >= 4 and any(s.group != "term" for s in found)
        )
        self.stop = frozenset(form for word in self.function.words for form in (word, lemma(word, language)))
        self.states, self.state_phrases = self._reverse(parties.states)
        self.offices, self.office_phrases = self._reverse(parties.offices)
        self.sets: dict[str, tuple[frozenset[str], tuple[tuple[str, ...], ...]]] = {}
        for file in (self.polarity, self.modality, self.figures):
            for name, words in file.model_dump().items():
                if isinstance(words, list) and all(isinstance(word, str) for word in words):
                    if name in self.sets:
                        raise LexiconError(f"data/{language}: the list {name!r} stands in two files; rename one")
                    self.sets[name] = self._both(words)
        # the lists that a form stands in, and the phrases of lists that it begins
        self.listed: dict[str, tuple[str, ...]] = {}
        self.opened: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        for name, (single, several) in self.sets.items():
            for word in sorted(single):
                self.listed[word] = (*self.listed.get(word, ()), name)
            for phrase in several:
                self.opened[phrase[0]] = (*self.opened.get(phrase[0], ()), (name, phrase))
        self.spared: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.sets["spared"][1]:
            self.spared.setdefault(phrase[0], []).append(phrase)
        self.opens, self.joins = frozenset(self.function.open), frozenset(self.function.join)

    def verb_of_noun(self, noun: str) -> str:
        """The verb of a noun of doing, with its particle; any other word as it is."""
        if noun in self.nominal:
            return str(self.nominal[noun])
        for particle in self.function.particles:
            if noun.startswith(particle) and noun.removeprefix(particle) in self.nominal:
                return f"{particle}{self.nominal[noun.removeprefix(particle)]}"
        return noun

    def _add(self, words: list[str], sense: Sense) -> None:
        for word in words:
            if " " in word:
                parts = tuple(word.split())
                key = max(parts, key=len)
                for form in sorted(forms(key, self.language)):
                    self.phrases[form] = (*self.phrases.get(form, ()), Phrase(parts, sense))
                plain = tuple(lemma(part, self.language) for part in parts)
                if plain != parts and self.language == "de":  # "technischer Defekt" in any case
                    form = lemma(key, self.language)
                    self.phrases[form] = (*self.phrases.get(form, ()), Phrase(plain, sense))
                continue
            spelled = forms(word, self.language) if len(word) > 3 else {word}
            spelled -= self.twins - {word}
            if sense.group == "term":  # as it is listed: "Schloss" is no closing, "training" no train
                spelled = {word, lemma(word.capitalize(), "de")} if self.language == "de" else {word}
            for form in sorted({*spelled, *unknown_forms(word, self.language, self.function.particles)}):
                known = self.senses.get(form, ())
                if sense not in known:
                    self.senses[form] = (*known, sense)

    def narrow(self, group: str, name: str) -> bool:
        """An axis whose phrases tell by themselves of what they are said."""
        return group == "axis" and self.axes[name].narrow

    def _reverse(self, table: dict[str, list[str]]) -> tuple[dict[str, str], dict[tuple[str, ...], str]]:
        single: dict[str, str] = {}
        several: dict[tuple[str, ...], str] = {}
        for name, words in table.items():
            for word in words:
                if " " in word:
                    several[tuple(word.split())] = name
                else:
                    single[word] = name
        return single, several

    def _both(self, words: list[str]) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        single = frozenset(word for word in words if " " not in word)
        return single, tuple(sorted(tuple(word.split()) for word in words if " " in word))


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled data of ``language``; German where a language has none of its own."""
    return Lexicon(language if language in ("de", "en") else "de")
