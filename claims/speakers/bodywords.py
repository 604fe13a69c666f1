"""The nouns for bodies and the words for their fields, from ``bodies.toml`` and ``concepts.toml``, folded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load
from claims.speakers.organisations import fold


class BodyWords(BaseModel):
    """The file ``bodies.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    open: tuple[str, ...]
    other: tuple[str, ...]
    within: tuple[str, ...] = ()  # before a noun without an article, which is a town's name: "Polizei in Essen"
    kinds: dict[str, tuple[str, ...]]
    levels: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]


class Shared(BaseModel):
    """Of ``concepts.toml`` the words for things, which name the field of a body."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    objects: dict[str, tuple[str, ...]]
    terms: dict[str, tuple[str, ...]]


class BodyTables(NamedTuple):
    """Forms to ids of kinds and fields, and the other lists of ``bodies.toml``."""

    kinds: dict[str, frozenset[str]]
    several: frozenset[str]  # English plurals of them
    fields: dict[str, frozenset[str]]
    levels: tuple[str, ...]  # as first parts of a German compound
    open: frozenset[str]
    other: tuple[str, ...]
    within: frozenset[str]


@cache
def body_tables(language: str) -> BodyTables:
    """The words of one language, compiled once."""
    words = load(language, "bodies", BodyWords)
    shared = load(language, "concepts", Shared)
    kinds: dict[str, set[str]] = {}
    for kind, forms in words.kinds.items():
        for form in forms:
            kinds.setdefault(fold(form), set()).add(kind)
    fields: dict[str, set[str]] = {}
    for prefix, table in (
        ("", shared.objects),
        ("", shared.terms),
        ("field.", words.fields),
    ):
        for name, forms in table.items():
            for form in forms:
                fields.setdefault(fold(form), set()).add(prefix + name)
    for level, forms in words.levels.items():  # a word that tells the level tells no field
        fields.update({fold(form): {f"level.{level}"} for form in forms})
    plurals = {f"{form[:-1]}ies" if form.endswith("y") else f"{form}s" for form in kinds} - set(kinds)
    return BodyTables(
        {form: frozenset(ids) for form, ids in kinds.items()},
        frozenset(plurals) if language == "en" else frozenset(),
        {form: frozenset(ids) for form, ids in fields.items()},
        tuple(f"{fold(form)}es" for forms in words.levels.values() for form in forms),
        frozenset(map(fold, words.open)),
        tuple(map(fold, words.other)),
        frozenset(words.within),
    )
