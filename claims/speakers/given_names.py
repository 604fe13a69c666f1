"""Given names: which words are some, and the gender that they hint at."""

from __future__ import annotations

from functools import cache, lru_cache

from claims.language.given_names import GivenNames
from claims.language.lexicon import languages, load
from claims.speakers.romanise import plain


@cache
def _given_genders() -> dict[str, str]:
    genders: dict[str, str] = {}
    either: set[str] = set()
    for language in languages():
        names = load(language, "given_names", GivenNames)
        either.update(plain(name) for name in names.either)
        for gender, listed in (("m", names.male), ("f", names.female)):
            for name in listed:
                if genders.setdefault(plain(name), gender) != gender:
                    either.add(plain(name))
        for forms in names.forms.values():
            for form in forms:
                genders.setdefault(plain(form), "")
    return {name: ("" if name in either else gender) for name, gender in genders.items()}


@lru_cache(maxsize=100_000)
def is_given_name(word: str) -> bool:
    """Whether any language's list holds the word as a given name (double names by their first part)."""
    table = _given_genders()
    return plain(word) in table or ("-" in word and plain(word.partition("-")[0]) in table)


@cache
def _female_endings() -> tuple[str, ...]:
    return tuple(
        sorted({e for language in languages() for e in load(language, "given_names", GivenNames).female_endings})
    )


def gender_of_name(given: str) -> str:
    """m or f where every language's list agrees; empty for unknown and shared names."""
    table, folded = _given_genders(), plain(given)
    for form in (folded, plain(given.partition("-")[0])):
        if form in table:
            return table[form]
    return "f" if folded.endswith(_female_endings()) else ""
