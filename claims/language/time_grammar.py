"""The rules for expressions of time of one language, from ``data/<language>/times.toml``."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.errors import LexiconError
from claims.language.lexicon import load
from claims.language.symbols import Grammar
from claims.language.time_rules import BUILDERS


class _RuleData(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    patterns: tuple[str, ...]


class TimeData(BaseModel):
    """``data/<language>/times.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    classes: dict[str, dict[str, tuple[str, ...]]]
    rules: tuple[_RuleData, ...]
    holidays: dict[str, tuple[str, ...]]
    holiday_nights: tuple[str, ...]
    prefix: str
    nouns_are_capitalised: bool
    same_plural_end: tuple[str, ...]
    street_end: tuple[str, ...]


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of one language."""
    data = load(language, "times", TimeData)
    classes = {name: dict(table) for name, table in data.classes.items()}
    weekdays, parts = classes["weekday"], classes["part"]
    # Donnerstagmorgen, Freitagabends; in a language without such compounds the forms just never occur
    classes["weekdaypart"] = {
        f"{number} {part}": tuple(
            day.split("(")[0] + tail
            for day in days
            for form in forms
            for tail in (
                [form] if form[0].islower() and "(" not in form else [form.split("(")[0], form.split("(")[0] + "s"]
            )
            if tail[0].islower()
        )
        for number, days in weekdays.items()
        for part, forms in parts.items()
    }
    rules = [(rule.name, rule.patterns) for rule in data.rules]
    unknown = [name for name, _ in rules if name not in BUILDERS]
    if unknown:
        raise LexiconError(f"data/{language}/times.toml: no builder for rule {unknown[0]!r}; correct that name")
    for key, phrases in data.holidays.items():
        names = [phrase.replace(". ", " . ").replace("-", " - ") for phrase in phrases]
        rules.append((f"holiday={key}", tuple(f"<prep>? <prep>? <modifier:mod>? {name} <year:y>?" for name in names)))
        rules.append(
            (
                f"holiday_beside={key}",
                tuple(f"<prep>? (the|der)? <beside_unit:u> <event:shift> {name} <year:y>?" for name in names),
            )
        )
        nights = tuple("!" + night.format(name) for night in data.holiday_nights for name in names)
        rules.append((f"holiday_night={key}", nights))
    try:
        return Grammar(classes, rules, data.prefix)
    except (KeyError, re.error) as error:
        raise LexiconError(f"data/{language}/times.toml: {error}; correct that pattern") from error
