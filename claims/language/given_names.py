"""Given names as they are listed: the file ``given_names.toml`` of each language."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import languages, load


class GivenNames(BaseModel):
    """The file ``given_names.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    male: list[str]
    female: list[str]
    either: list[str]
    female_endings: list[str]
    forms: dict[str, list[str]]


@cache
def _listed() -> frozenset[str]:
    names: set[str] = set()
    for language in languages():
        data = load(language, "given_names", GivenNames)
        names.update(data.male, data.female, data.either, *data.forms.values())
    return frozenset(names)


def is_listed(word: str) -> bool:
    """Whether any language's list holds the word, as it is written, as a given name (double names by their first)."""
    return word.partition("-")[0] in _listed()
