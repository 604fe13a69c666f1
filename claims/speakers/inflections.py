"""The nouns for roles and bodies and the names of countries in every form that they take in a text, lower-cased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claims.models import SpeakerKind
from claims.speakers.wordlists import Country, Roles

GERMAN = "de"


class Places(NamedTuple):
    """By form the id of the country that a name belongs to."""

    place: dict[str, str]  # names, in the nominative or genitive
    capital: dict[str, str]
    people: dict[str, str]
    adjective: dict[str, str]
    seat: dict[str, str]


def role_forms(roles: Roles, language: str) -> dict[str, tuple[str, bool]]:
    """By form of a role noun its gender and whether the form can only be a plural."""
    table: dict[str, tuple[str, bool]] = {}
    if language == GERMAN:
        for word in roles.male:
            for form, plural in _noun_forms(word):
                table.setdefault(form, ("m", plural))
            if not word.endswith(("mann", "frau")):
                for form, plural in _feminine(word):
                    table.setdefault(form, ("f", plural))
        for word in roles.female:
            for form, plural in ((word, False), (word + "nen", True), (word + "en", True)):
                table[form] = ("f", plural)
        return table | dict.fromkeys(adjectival_forms(roles, language), ("", False))
    for gender, words in (("m", roles.male), ("f", roles.female), ("", roles.any)):
        for word in words:
            table[word] = (gender, False)
            plural_form = word[:-3] + "men" if word.endswith("man") else word + "s"
            table[plural_form] = (gender, True)
    return table


def adjectival_forms(roles: Roles, language: str) -> tuple[str, ...]:
    """The forms of German adjectives used as role nouns: der Vorsitzende, ein Vorsitzender."""
    words = roles.adjectival if language == GERMAN else ()
    return tuple(word + ending for word in words for ending in ("", "r", "n", "m", "s"))


def institution_forms(roles: Roles, language: str) -> dict[str, tuple[str, SpeakerKind, bool]]:
    """By form of a noun for a body its gender, its kind and whether the form can only be a plural."""
    table: dict[str, tuple[str, SpeakerKind, bool]] = {}
    for kind, nouns in ((SpeakerKind.GOVERNMENT, roles.government), (SpeakerKind.ORGANISATION, roles.organisation)):
        for gender, words in (("m", nouns.m), ("f", nouns.f), ("n", nouns.n)):
            for word in words:
                table.setdefault(word, (gender, kind, False))
                if language == GERMAN:
                    if gender != "f":
                        for ending in ("s", "es"):
                            table.setdefault(word + ending, (gender, kind, False))
                        if word.endswith("ium"):
                            table.setdefault(word[:-2] + "en", (gender, kind, True))
                    for ending in ("en", "n", "e", "ten", "er", "ern"):
                        table.setdefault(word + ending, (gender, kind, True))
                else:
                    plural = word[:-1] + "ies" if word.endswith("y") else word + "s"
                    table.setdefault(plural, (gender, kind, True))
    return table


def place_forms(countries: Mapping[str, Country], language: str) -> Places:
    """The forms of the names of ``countries``, given by id."""
    found = Places({}, {}, {}, {}, {})
    for code, country in countries.items():
        for name in country.names:
            _put(found.place, name, code, language)
        for name in country.capitals:
            if name not in country.names:
                _put(found.capital, name, code, language)
        for name in country.seats:
            _put(found.seat, name, code, language)
        for stem in country.adjectives:
            for ending in ("", "e", "en", "er", "es", "em") if language == GERMAN else ("",):
                found.adjective.setdefault(stem.lower() + ending, code)
        for person in country.people:
            for form in _people_forms(person.lower(), language):
                found.people.setdefault(form, code)
    return found


def _noun_forms(word: str) -> Iterable[tuple[str, bool]]:
    """Inflected forms of a German masculine or neuter noun, with whether the form can only be a plural."""
    yield word, False
    for ending in ("s", "es", "n", "en", "e", "ern"):
        yield word + ending, False


def _feminine(word: str) -> Iterable[tuple[str, bool]]:
    base = word[:-1] if word.endswith("e") else word
    yield base + "in", False
    yield base + "innen", True


def _put(table: dict[str, str], name: str, code: str, language: str) -> None:
    lower = name.lower()
    for genitive in ("", "s") if language == GERMAN else ("", "'s", "’s"):
        table.setdefault(lower + genitive, code)


def _people_forms(person: str, language: str) -> tuple[str, ...]:
    if language != GERMAN:
        return (person, person + "s")
    base = person[:-1] if person.endswith("e") else person
    return (person, person + "n", person + "s", base + "en", base + "in", base + "innen")
