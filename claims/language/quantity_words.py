"""The quantity words of a language, compiled once."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.grammar import grammar
from claims.language.lexicon import load
from claims.language.numbers import CompoundData, Compounds
from claims.language.scanning import SHAPES
from claims.language.symbols import Grammar
from claims.models import Qualifier

SHORTEST_HEAD = 6  # letters of a word for people that is looked for at the end of compounds
SHORTEST_STATE = 4  # the same for words that tell a state: Unfalltote


class QuantityData(BaseModel):
    """``data/<language>/quantities.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    decimal: str
    grouping: str
    ordinals_have_a_point: bool
    nouns_are_capitalised: bool
    compounds: CompoundData
    suffixes: dict[str, str]
    classes: dict[str, dict[str, tuple[str, ...]]]
    unit_phrases: dict[str, str]
    qualifiers: dict[str, tuple[str, ...]]


class Words:
    """The compiled words of one language."""

    def __init__(self, language: str) -> None:
        data = load(language, "quantities", QuantityData)
        self.data, self.language = data, language
        self.declined_end = grammar(language).adjective_endings
        self.grammar = Grammar(data.classes, [])
        self.of = self.grammar.values
        # verbs by the particle that belongs to them: nach -> gab, gibt
        self.particles = {
            name: {
                particle: {verb for verb, own in self.of[name].items() if own == particle}
                for particle in set(self.of[name].values())
            }
            for name in ("separable_up", "separable_down")
        }
        self.compounds = Compounds(data.compounds, self.of["card"])
        self.qualifiers = {phrase: Qualifier(name) for name, phrases in data.qualifiers.items() for phrase in phrases}
        starts = (
            *("card", "vague", "fraction", "tens_of", "half", "every", "no", "magnitude", "several", "unit"),
            *("multiple", "multiply", "fold", "nobody", "span_word", "nth", "some_hundred", "counted_one", "there_not"),
        )
        shapes = SHAPES["number"] + SHAPES["ordinal"] + SHAPES["colonclock"]
        symbols = "".join(sorted(set().union(*(self.grammar.sets[name] for name in starts)))) + shapes
        self.trigger = re.compile(f"[{re.escape(symbols)}\x01]")
        # number words between 13 and a million are no entries of any list: unknown tokens are tried as compounds
        self.has_compounds = bool(self.compounds.hints)
        # Schulkinder, Polizeibeamte: compounds of the words for people; short ones end other words too
        people = {
            word.lower(): state
            for word, state in self.of["person"].items()
            if len(word) >= (SHORTEST_HEAD if state == "person" else SHORTEST_STATE)
        }
        self.people = people if data.nouns_are_capitalised else {}
        self.people_ends = tuple(sorted(self.people))

    def person(self, noun: str) -> str:
        """person, or the state (killed, …) that a noun for people tells; empty for any other noun."""
        known = self.of["person"].get(noun) or self.of["person"].get(noun.lower())
        if known or not self.people_ends:
            return known or ""
        lower = noun.lower()
        if noun in self.of["no_people"] or not lower.endswith(self.people_ends):
            return ""
        return self.people[max((end for end in self.people_ends if lower.endswith(end)), key=len)]


@cache
def words_of(language: str) -> Words:
    """The quantity words of ``language``, loaded once."""
    return Words(language)
