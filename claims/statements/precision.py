"""How often each rule was right on the sentences that it was written from, ``data/<code>/rules.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load

UNMEASURED = 0.5


class RuleWords(BaseModel):
    """Per rule the share of its statements that the gold has; rules that no gold measures have none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    precision: dict[str, float]


@cache
def _table(language: str) -> RuleWords:
    words: RuleWords = load(language, "rules", RuleWords)
    return words


def precision(language: str, rule: str) -> float:
    """The measured precision of ``rule`` (0 to 1), or 0.5 where nothing was measured."""
    return _table(language).precision.get(rule.partition(".")[2], UNMEASURED)
