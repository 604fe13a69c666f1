"""Whether two person names can be one person: surname and given names apart, by spelling key where transcribed.

Names of one script and one spelling tradition are compared letter by letter (Meyer is not Meier); the spelling key
counts only where a name shows that it was transcribed: by its script, or by an ending or opening that
``data/*/name_forms.toml`` lists.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import languages, load
from claims.speakers.knowledge import GivenNames, knowledge
from claims.speakers.romanise import keys, plain, script


class NameForms(BaseModel):
    model_config = ConfigDict(extra="forbid")
    slavic_endings: list[str]
    slavic_parts: list[str]
    greek_endings: list[str]
    arabic_openings: list[str]


class Name(NamedTuple):
    """A person's name in parts; ``given`` may hold initials, ``surname`` carries its particles apart."""

    given: tuple[str, ...]
    surname: str
    particles: tuple[str, ...]


@cache
def _forms() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    endings: set[str] = set()
    parts: set[str] = set()
    openings: set[str] = set()
    for language in languages():
        data = load(language, "name_forms", NameForms)
        endings.update(data.slavic_endings, data.greek_endings)
        parts.update(data.slavic_parts)
        openings.update(data.arabic_openings)
    return tuple(sorted(endings)), tuple(sorted(parts)), tuple(sorted(openings))


@cache
def _given_classes() -> dict[str, frozenset[str]]:
    """Spelling → ids of the given names that it is a form of."""
    table: dict[str, set[str]] = {}
    for language in languages():
        for name, forms in load(language, "given_names", GivenNames).forms.items():
            for form in forms:
                table.setdefault(plain(form), set()).add(name)
    return {form: frozenset(ids) for form, ids in table.items()}


@cache
def _particles() -> frozenset[str]:
    return frozenset(p for language in languages() for p in knowledge(language).particles)


@cache
def _titles() -> frozenset[str]:
    return frozenset(p for language in languages() for p in knowledge(language).titles)


@lru_cache(maxsize=50_000)
def parse(name: str) -> Name:
    """The parts of a full name; titles are dropped."""
    words = [
        w
        for w in name.replace(".", ". ").replace(",", " ").split()
        if w.rstrip(".").lower() not in _titles() or len(w.rstrip(".")) == 1
    ]
    if not words:
        return Name((), name, ())
    surname = words[-1]
    rest = words[:-1]
    particles: list[str] = []
    while rest and rest[-1].lower() in _particles():
        particles.insert(0, rest.pop().lower())
    lower = surname.lower()
    for opening in _forms()[2]:
        if opening.endswith("-") and lower.startswith(opening) and len(lower) > len(opening) + 2:
            particles.append(opening.rstrip("-"))
            surname = surname[len(opening) :]
            break
    given = tuple(w for w in rest if w.lower() not in _particles())
    return Name(given, surname, tuple(particles))


def transcribed(word: str) -> bool:
    """Whether a word shows that it was carried over from another script."""
    if script(word) != "latin":
        return True
    lower = plain(word)
    endings, parts, openings = _forms()
    return lower.endswith(endings) or any(p in lower for p in parts) or lower.startswith(openings)


def same_word(a: str, b: str, *, loose: bool) -> bool:
    """Two words as one name: equal without accents, or by spelling key where ``loose``."""
    return plain(a) == plain(b) or (loose and not keys(a).isdisjoint(keys(b)))


def same_given(a: str, b: str, *, loose: bool) -> bool:
    """Two given names as one: initials by their letter, forms of one name by the data, else the spelling."""
    x, y = a.rstrip("."), b.rstrip(".")
    if len(x) == 1 or len(y) == 1:
        return any(k[:1] == m[:1] for k in keys(x) for m in keys(y)) or plain(x)[:1] == plain(y)[:1]
    if same_word(x, y, loose=loose):
        return True
    classes = _given_classes()
    return not classes.get(plain(x), frozenset()).isdisjoint(classes.get(plain(y), frozenset()))


@lru_cache(maxsize=200_000)
def same_person(a: str, b: str) -> bool:
    """Whether two full names can be one person. A surname alone is compatible with every bearer."""
    first, second = parse(a), parse(b)
    loose = any(transcribed(w) for n in (first, second) for w in (n.surname, *n.given))
    if script(first.surname) == "mixed" or script(second.surname) == "mixed":
        return a == b
    if not same_word(first.surname, second.surname, loose=loose):
        swapped = len(first.given) == 1 == len(second.given)
        return (
            swapped
            and plain(first.surname) == plain(second.given[0])
            and plain(first.given[0]) == plain(second.surname)
        )
    if _gendered(first.surname) != _gendered(second.surname):
        return False
    if not first.given or not second.given:
        return True
    return same_given(first.given[0], second.given[0], loose=loose)


def _gendered(surname: str) -> bool:
    lower = next(iter(sorted(keys(surname))), "")
    return lower.endswith(("ova", "eva", "ina", "ska", "skaia", "aia"))


def block_keys(name: str) -> frozenset[str]:
    """Under which a name is looked up: the readings and the plain form of its surname (and of a swapped given name)."""
    parts = parse(name)
    found = {f"p:{plain(parts.surname)}"} | {f"k:{k}" for k in keys(parts.surname)}
    if len(parts.given) == 1 and len(parts.given[0]) > 2:
        found.add(f"s:{plain(parts.given[0])}:{plain(parts.surname)}")
        found.add(f"s:{plain(parts.surname)}:{plain(parts.given[0])}")
    return frozenset(found)
