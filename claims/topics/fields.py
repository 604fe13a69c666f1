"""Fields of matter: words of one field tell that two statements speak of one matter, in both languages, though they are
no synonyms ("Streik" and "Gewerkschaft", "union"). They serve the grouping alone; the comparison never sees them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache

from claims.language.lexicon import load
from claims.models import Model
from claims.topics.lexicon import forms
from claims.topics.words import stem

WEIGHT = 1.0  # of a field against the word that names it


class Fields(Model):
    """``matters.toml``: words by field."""

    fields: dict[str, list[str]]


@cache
def _table(language: str) -> Mapping[str, tuple[str, ...]]:
    """Word → its fields, under all forms of the word and, as features are named, their stems."""
    out: dict[str, list[str]] = {}
    for name, words in load(language, "matters", Fields).fields.items():
        for word in words:
            for form in sorted(form for found in forms(word, language) for form in (found, stem(found, language))):
                if name not in out.setdefault(form, []):
                    out[form].append(name)
    return {word: tuple(names) for word, names in out.items()}


def with_fields(features: Mapping[str, float], language: str) -> dict[str, float]:
    """``features`` and the fields of their words (``m:`` and the name); a word of several fields divides its weight."""
    table = _table(language if language in ("de", "en") else "de")
    out = dict(features)
    for feature, weight in features.items():
        names = table.get(feature[2:], ()) if feature.startswith("l:") else ()
        for name in names:
            key = f"m:{name}"
            out[key] = max(out.get(key, 0.0), WEIGHT * weight / math.sqrt(len(names)))
    return out


def words_of_fields(features: Iterable[str], language: str) -> dict[str, frozenset[str]]:
    """Field (``m:`` and the name) → the features of those words of ``features`` that are of it."""
    table = _table(language if language in ("de", "en") else "de")
    out: dict[str, set[str]] = {}
    for feature in features:
        for name in table.get(feature[2:], ()) if feature.startswith("l:") else ():
            out.setdefault(f"m:{name}", set()).add(feature)
    return {name: frozenset(words) for name, words in out.items()}
