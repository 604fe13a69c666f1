"""The quantity words of a language, compiled once."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load
from claims.language.numbers import CompoundData, Compounds
from claims.language.symbols import SHAPES, Grammar
from claims.models import Qualifier


class QuantityData(BaseModel):
    """``data/<language>/quantities.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    decimal: str
    grouping: str
    nouns_are_capitalised: bool
    compounds: CompoundData
    classes: dict[str, dict[str, tuple[str, ...]]]
    unit_phrases: dict[str, str]
    qualifiers: dict[str, tuple[str, ...]]


class Words:
    """The compiled words of one language."""

    def __init__(self, language: str) -> None:
        data = load(language, "quantities", QuantityData)
        self.data = data
        self.grammar = Grammar(data.classes, [])
        self.of = self.grammar.values
        self.compounds = Compounds(data.compounds, self.of["card"])
        self.qualifiers = {phrase: Qualifier(name) for name, phrases in data.qualifiers.items() for phrase in phrases}
        starts = ("card", "vague", "fraction", "tens_of", "half", "every", "no", "magnitude")
        symbols = "".join(sorted(set().union(*(self.grammar.sets[name] for name in starts)))) + SHAPES["number"]
        self.trigger = re.compile(f"[{re.escape(symbols)}\x01]")
        # number words between 13 and a million are no entries of any list: unknown tokens are tried as compounds
        self.has_compounds = bool(self.compounds.hints)


@cache
def words_of(language: str) -> Words:
    """The quantity words of ``language``, loaded once."""
    return Words(language)
