"""Every sentence that the tool says, in the language of the interface.

The sentences stand in ``data/<language>/interface*.toml``: tables of ``key = "template with {values}"``, each
file's tables joined to one flat catalogue (``reason.date = "…"`` is the key ``reason.date``).
"""

from __future__ import annotations

import os
import string
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from claims.errors import LexiconError
from claims.resources import data_folder

LANGUAGES = ("en", "de")
NOBODY = "–"  # the speaker of a reason, where nobody is named
_DATES = frozenset({"date", "date_a", "date_b", "other_date"})
_SPEAKERS = frozenset({"speaker_a", "speaker_b"})


def interface_language(given: str | None = None) -> str:
    """``given``, else ``CLAIMS_LANG``, else English; never the locale. An unknown one is an error."""
    code = given or os.environ.get("CLAIMS_LANG") or "en"
    if code not in LANGUAGES:
        raise LexiconError(f"unknown interface language {code!r}; choose one of {', '.join(LANGUAGES)}")
    return code


def _flatten(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            flat.update(_flatten(value, f"{name}."))
        else:
            flat[name] = str(value)
    return flat


@cache
def catalogue(language: str) -> dict[str, str]:
    """All sentences of one language by key."""
    sentences: dict[str, str] = {}
    for path in sorted((data_folder() / language).glob("interface*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{path}: not valid TOML ({error}); correct it or install the package again") from error
        sentences.update(_flatten(table))
    return sentences


def say(key: str, language: str = "en", /, **values: object) -> str:
    """The sentence ``key`` with ``values`` put in.

    Raises :class:`LexiconError` for a key or a value that the catalogue does not know, so that a
    missing translation is found by the tests and not by a reader.
    """
    template = catalogue(language).get(key)
    if template is None:
        raise LexiconError(f"data/{language}/interface*.toml has no sentence {key!r}")
    try:
        return string.Formatter().vformat(template, (), values)
    except (KeyError, IndexError) as error:
        raise LexiconError(f"data/{language}: the sentence {key!r} wants a value {error}") from error


def told(key: str, values: Mapping[str, str], language: str) -> str:
    """The sentence of a stored key: what another version of the tool found is told in bare words, not refused.

    Dates among the values are told as a reader of ``language`` writes them, and a speaker without a name as unknown.
    """
    shown = {name: day(value, language) if name in _DATES else value for name, value in values.items()}
    for name in _SPEAKERS & shown.keys():
        shown[name] = say("side.unknown_speaker", language) if shown[name] == NOBODY else shown[name]
    try:
        return say(key, language, **shown)
    except LexiconError:
        return " · ".join([key, *values.values()])


def count(number: int, noun: str, language: str) -> str:
    """``number`` things in words: the sentence ``one.<noun>`` or ``many.<noun>``."""
    return say(f"one.{noun}" if number == 1 else f"many.{noun}", language, number=number)


def day(value: str, language: str) -> str:
    """An EDTF date as a reader of ``language`` writes it; a form unknown here is shown as it is."""
    if value.count("/") == 1:
        start, end = (part.removesuffix("..") for part in value.split("/"))
        key = "day.span" if start and end else "day.since" if start else "day.until"
        return say(key, language, start=day(start, language), end=day(end, language))
    if value.endswith("~"):
        return say("day.about", language, date=day(value[:-1], language))
    parts = value.split("-")
    if len(parts) == 2 and parts[1].startswith("W"):
        return say("day.week", language, week=parts[1][1:], year=parts[0])
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        return value
    key = f"month.{parts[1]}" if len(parts) == 3 else f"month_of.{parts[1]}"
    if key not in catalogue(language):
        return value
    month = say(key, language)
    if len(parts) == 2:
        return say("day.month", language, month=month, year=parts[0])
    return say("day.full", language, day=int(parts[2]), month=month, year=parts[0])
