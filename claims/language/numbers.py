"""Numbers as written and as spoken: ``31.000``, ``1,5``, ``zweihundertvierundzwanzig``, ``two hundred and four``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field


def parse_figure(raw: str, decimal: str, grouping: str) -> float | None:
    """The value of a number in figures, read in the given notation; ``None`` for scores, versions and the like.

    ``31.000`` is thirty-one thousand in German and thirty-one in English; a mark that cannot group (``3.5`` in German)
    is read as the decimal one.
    """
    raw = re.sub(r"[ \u00a0\u202f]", "", raw)
    if raw.isdigit():
        return float(raw)
    if ":" in raw:
        return None
    if raw.count(decimal) <= 1:
        whole, _, rest = raw.partition(decimal)
        if grouping in rest:
            return None
        if grouping not in whole:
            return float(f"{whole}.{rest or 0}")
        if re.fullmatch(r"\d{1,3}(?:" + re.escape(grouping) + r"\d{3})+", whole):
            return float(f"{whole.replace(grouping, '')}.{rest or 0}")
        if not rest and re.fullmatch(r"\d+" + re.escape(grouping) + r"\d{1,2}", whole):
            return float(whole.replace(grouping, "."))
        return None
    if grouping not in raw and re.fullmatch(r"\d{1,3}(?:" + re.escape(decimal) + r"\d{3})+", raw):
        return float(raw.replace(decimal, ""))
    return None


class CompoundData(BaseModel):
    """The parts of number words that a language writes as one word; empty where it does not."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    thousand: str
    hundred: str
    teen: str
    ty: str
    and_: str = Field(alias="and")
    digits: dict[str, int]


class Compounds:
    """Number words written as one, from their parts and the closed list of cards of the language's data."""

    def __init__(self, parts: CompoundData, cards: Mapping[str, str]) -> None:
        self.parts = parts
        self.cards = {word: int(value) for word, value in cards.items() if value.isdigit()}
        self.hints = tuple(part for part in (parts.thousand, parts.hundred, parts.teen, parts.ty) if part)
        self.parse = lru_cache(maxsize=50_000)(self._parse)

    def _parse(self, word: str) -> int | None:
        """``zweihundertvierundzwanzig`` → 224; ``None`` for any other word."""
        if not 5 <= len(word) <= 60 or not any(hint in word for hint in self.hints):
            return None
        head, thousand, tail = word.partition(self.parts.thousand)
        if not thousand:
            return self._below_thousand(word)
        thousands = self._below_thousand(head) if head else 1
        rest = self._below_thousand(tail.removeprefix(self.parts.and_)) if tail else 0
        return None if thousands is None or rest is None else thousands * 1000 + rest

    def _below_thousand(self, word: str) -> int | None:
        head, hundred, tail = word.partition(self.parts.hundred)
        if not hundred:
            return self._below_hundred(word)
        hundreds = self._below_hundred(head) if head else 1
        rest = self._below_hundred(tail.removeprefix(self.parts.and_)) if tail else 0
        return None if hundreds is None or rest is None else hundreds * 100 + rest

    def _below_hundred(self, word: str) -> int | None:
        if word in self.parts.digits:
            return self.parts.digits[word]
        if word in self.cards:
            return self.cards[word]
        if word.endswith(self.parts.teen):
            digit = self.parts.digits.get(word.removesuffix(self.parts.teen))
            return digit + 10 if digit else None
        one, joined, ten = word.partition(self.parts.and_)
        tens = self._tens(ten if joined else word)
        digit = self.parts.digits.get(one) if joined else 0
        return None if tens is None or digit is None else tens + digit

    def _tens(self, word: str) -> int | None:
        if word in self.cards and self.cards[word] % 10 == 0:
            return self.cards[word]
        digit = self.parts.digits.get(word.removesuffix(self.parts.ty)) if word.endswith(self.parts.ty) else None
        return digit * 10 if digit else None
