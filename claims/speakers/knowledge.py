"""What the speaker rooms know of a language: countries, roles, institutions, titles, given names, closed classes.

One :class:`Knowledge` per language wraps ``countries``, ``roles`` and ``given_names`` in look-ups by inflected form.
Every look-up is a dictionary access on suffixes of one word, so its cost does not grow with the lists.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from claims.language.grammar import grammar
from claims.language.lexicon import languages, load
from claims.models import SpeakerKind
from claims.speakers.given_names import is_given_name
from claims.speakers.inflections import adjectival_forms, institution_forms, place_forms, role_forms
from claims.speakers.wordlists import Countries, Country, Roles


class Role(NamedTuple):
    """A role noun: ``gender`` m, f or empty; ``plural`` when the form can only be one; ``prefix`` of a compound;
    ``adjectival`` for an adjective used as a noun (der Vorsitzende, die Vorsitzende)."""

    gender: str
    plural: bool
    prefix: str
    adjectival: bool = False


class Institution(NamedTuple):
    """An institution noun: grammatical gender, kind of speaker, prefix of a compound, plural form; ``generic`` for
    one that stands for any other (die Behörde, the agency)."""

    gender: str
    kind: SpeakerKind
    prefix: str
    plural: bool
    generic: bool = False


SHORTEST_SUFFIX = 6  # letters; a shorter noun ("rat", "amt", "mann") matches whole words and parts after a hyphen only


class Knowledge:
    """The look-ups of one language; build it with :func:`knowledge`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.roles = load(language, "roles", Roles)
        self.countries: dict[str, Country] = load(language, "countries", Countries).countries
        self._whole_only = tuple(self.roles.compounds.never)
        self._short = tuple(self.roles.compounds.short)
        self._women = tuple(self.roles.compounds.women)
        self.noun_endings = tuple(self.roles.compounds.nouns)
        self.agents = tuple(self.roles.compounds.agents)
        self.doers = tuple(self.roles.compounds.doers)
        self.human_relatives = frozenset(self.roles.pronouns.human_relatives)
        self._adjectival = frozenset(adjectival_forms(self.roles, language))
        self._roles = role_forms(self.roles, language)
        self.broad = frozenset(self.roles.organisation.broad)
        self.abbreviations = self.roles.organisation.abbreviations
        self._enterprises = tuple(self.roles.organisation.enterprises)
        self.company = self.roles.organisation.company
        self._seated = tuple(self.roles.organisation.seated)
        self._naming = tuple(self.roles.organisation.naming)
        self.local = frozenset(self.roles.organisation.local) | frozenset(self.roles.organisation.generic)
        self._generic = frozenset(self.roles.organisation.generic)
        self._institutions = institution_forms(self.roles, language)
        self.role_stems = tuple(self.roles.role_adjectives)
        self.titles = frozenset(self.roles.titles)
        self.title_gender = dict.fromkeys(self.roles.male_titles, "m") | dict.fromkeys(self.roles.female_titles, "f")
        self.dates = frozenset(self.roles.dates)
        small = (word for word in grammar(language).prepositions if not is_given_name(word))  # "Per" is a name
        self.never = frozenset(self.roles.never_names).union(small)
        self.particles = frozenset(self.roles.particles)
        self.known = frozenset(self.roles.organisation.known)
        self.carriers = frozenset(self.roles.carriers.words)
        self.compound_carriers = tuple(self.roles.carriers.compounds)
        self.never_owners = frozenset(self.roles.carriers.never_owners)
        self.documents = frozenset(self.roles.documents.words)
        self._written = tuple(word for word in self.documents if len(word) >= SHORTEST_SUFFIX)  # compounds end in them
        self.unnamed = frozenset(self.roles.unnamed.words)
        self.describing = tuple(self.roles.describing.words)
        self.describing_marks = frozenset(self.roles.describing.marks)
        self.mirroring = tuple(self.roles.describing.mirroring)
        self.offices = tuple(self.roles.describing.offices)
        self.leading = tuple(self.roles.describing.leading)
        self.politicians = tuple(self.roles.describing.politicians)
        self.anyone = tuple(self.roles.describing.anyone)
        self.trained = tuple(self.roles.describing.trained)
        self.cases = tuple(self.roles.describing.cases)
        self.accused = tuple(self.roles.describing.accused)
        self.charging = tuple(self.roles.describing.charging)
        self.uninvolved = tuple(self.roles.describing.uninvolved)
        self.behind_names = frozenset(self.roles.describing.behind_names)
        self.asked = frozenset(self.roles.describing.asked)
        self.called_they = frozenset(self.roles.describing.called_they)
        self.anonymous = tuple(self.roles.describing.anonymous)
        self.stands_for = {noun: tuple(others) for noun, others in self.roles.describing.stands_for.items()}
        self.domains = frozenset(self.roles.describing.domains)
        self.ranks = frozenset(self.roles.role_adjectives) - frozenset(self.roles.describing.domains)
        self.both = frozenset(self.roles.pronouns.both)
        self.papers = tuple(self.roles.organisation.papers)
        self.kin = {noun: tuple(others) for noun, others in self.roles.organisation.kin.items()}
        articles = self.roles.articles
        self.determiners = frozenset(articles.all)
        self.definite = frozenset(articles.definite)
        self.indefinite_subject = articles.indefinite[0]
        self.indefinite = frozenset(articles.indefinite)
        self.prepositions = frozenset(articles.prepositions)
        self.linking = frozenset(articles.linking)
        self.joining = frozenset(articles.joining)
        self.oblique = frozenset(articles.oblique)
        self.contracted = grammar(language).contracted
        self.genitive = frozenset(articles.genitive)
        self.own = frozenset(articles.own)
        self.possessives = frozenset(self.roles.pronouns.possessive)
        pronouns = self.roles.pronouns
        self.pronouns_any = frozenset(
            (
                *pronouns.male,
                *pronouns.female,
                *pronouns.female_or_plural,
                *pronouns.neuter,
                *pronouns.plural,
                *pronouns.author,
            )
        )
        self.adjective_endings = tuple(articles.adjective_endings)
        self.determiner_gender = articles.gender
        self.feminine_oblique = frozenset(articles.feminine_oblique)
        self.modifier_never = tuple(articles.modifier_never)
        self.verb_endings = tuple(articles.verb_endings)
        self.clause_endings = tuple(articles.clause_endings)
        self.before_predicates = frozenset(articles.before_predicates)
        self.nominative = frozenset(articles.nominative)
        self.not_modifiers = frozenset(articles.not_modifiers)
        self.subject_pronouns = pronouns.subjects
        self.plural_verbs = frozenset(pronouns.plural_verbs)
        self.singular_verbs = frozenset(pronouns.singular_verbs)
        self.plural_endings = tuple(pronouns.plural_endings)
        self.singular_endings = tuple(pronouns.singular_endings)
        self.place, self.capital, self.people, self.adjective, self.seat = place_forms(self.countries, language)

    def document(self, word: str) -> bool:
        """A writing, or several of a kind: "report", "Jahresbericht", "reports"."""
        bare = word.removesuffix("s") if self.language == "en" else word
        return any(one in self.documents or one.endswith(self._written) for one in (word, bare))

    @lru_cache(maxsize=100_000)  # noqa: B019  one instance per language lives as long as the process
    def role(self, word: str) -> Role | None:
        """The role that ``word`` names, alone or as the end of a compound."""
        lower = word.lower()
        found = self._roles.get(lower)
        if found:
            return Role(found[0], found[1], "", lower in self._adjectival)
        head, _, tail = lower.rpartition("-")
        if self.language == "en" and lower.partition("-")[2] in self._roles:
            return Role(*self._roles[lower.partition("-")[2]], "")  # 71-year-old
        if head and tail in self._roles:
            return Role(*self._roles[tail], word[: len(head)], tail in self._adjectival)
        if self.language != "de" or not word[:1].isupper():
            return None
        if lower.endswith(self._women) and len(lower) > 7:
            return Role("f", False, "")
        for cut in range(2, len(lower) - 2):
            suffix = lower[cut:]
            entry = self._roles.get(suffix)
            if entry and self._ends_compounds(suffix):
                return Role(*entry, word[:cut].rstrip("-"), suffix in self._adjectival)
        return None

    @lru_cache(maxsize=100_000)  # noqa: B019
    def institution(self, word: str) -> Institution | None:
        """The institution that ``word`` names, alone or as the end of a compound."""
        lower = word.lower()
        if word in self.abbreviations:
            lower = self.abbreviations[word]
        found = self._institutions.get(lower)
        if found:
            return Institution(found[0], found[1], "", found[2], lower in self._generic)
        head, _, tail = lower.rpartition("-")
        if head and tail in self._institutions:
            gender, kind, plural = self._institutions[tail]
            return Institution(gender, kind, word[: len(head)], plural)
        if self.language != "de" or not word[:1].isupper():
            return None
        for cut in range(2, len(lower) - 2):
            suffix = lower[cut:]
            entry = self._institutions.get(suffix)
            if entry and self._ends_compounds(suffix):
                return Institution(entry[0], entry[1], word[:cut].rstrip("-"), entry[2])
        return None

    def _ends_compounds(self, suffix: str) -> bool:
        """Whether a noun is safe as the end of a compound: "Rat" would find "Apparat"."""
        if suffix.startswith(self._whole_only):
            return False
        return len(suffix) >= SHORTEST_SUFFIX or suffix.startswith(self._short)

    def country(self, words: str) -> str:
        """The id of the country that a name, a seat of government or an adjective belongs to; empty when none."""
        lower = words.lower()
        for table in (self.place, self.seat, self.adjective, self.people, self.capital):
            if lower in table:
                return table[lower]
        if self.language == "de" and lower.endswith("er") and lower[:-2] in self.capital:
            return self.capital[lower[:-2]]  # "Moskauer Seite"
        return ""

    def national(self, word: str) -> Role | None:
        """The role of a word for somebody from a country ("der Schwede", "die Estin"); None for a plural or no such."""
        lower = word.lower()
        if lower not in self.people or lower in self.place or not word[:1].isupper():
            return None
        if self.language != "de":
            return None if lower.endswith("s") and lower[:-1] in self.people else Role("", False, "")
        return (
            None
            if lower.endswith(("n", "s")) and not lower.endswith("in")
            else Role("mf"[lower.endswith("in")], False, "")
        )

    def uninflected(self, word: str) -> bool:
        """Whether a word before a noun is a place in front ("Moskauer"), which is not inflected."""
        return word.lower().endswith("er") and word[0].isupper()

    def names_follow(self, word: str) -> bool:
        """Whether the noun only says what the proper name after it is: das Unternehmen X, the company X."""
        lower = word.lower()
        return lower.endswith(self._naming) or (
            self.language == "de" and lower.removesuffix("s").endswith(self._naming)
        )

    def seated(self, word: str) -> bool:
        """Whether a word before a noun tells where a body has its seat: "Berlin-based", "Berliner"."""
        return word[:1].isupper() and word.endswith(self._seated) and len(word) > len(max(self._seated, key=len)) + 2

    def is_enterprise(self, words: str) -> bool:
        """Whether a noun phrase calls a body a company."""
        return any(w.endswith(self._enterprises) for w in words.lower().split())

    def can_be_called(self, body: str, noun: str) -> bool:
        """Whether a body of the one noun can be called by the other: a shipyard is a company and no union."""
        body, noun = body.lower(), noun.lower()
        if body.endswith(noun) or noun.endswith(body):
            return True
        if self.is_enterprise(noun):
            return self.is_enterprise(body)
        if noun in self.kin:
            return body.endswith(self.kin[noun])
        return noun in self.broad and not self.is_enterprise(body)

    def country_name(self, code: str) -> str:
        return self.countries[code].names[0]

    def is_title(self, word: str) -> bool:
        return word.lower().rstrip(".") in self.titles


@cache
def knowledge(language: str) -> Knowledge:
    """The look-ups of ``language``; an unknown language gets English, whose names read most alike."""
    return Knowledge(language if language in languages() else "en")
