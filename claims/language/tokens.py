"""Tokens with offsets: words, numbers and punctuation marks.

The tokenizer keeps every character's place: ``text[token.start:token.end] == token.text``. It is one linear regular
expression; compounds with hyphens, abbreviations with inner dots (z.B., U.S.) and numbers in German and English
notation stay whole.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<number> \d{1,2}[.:]\d\d(?=[ap]m\b) | \d++(?:[.,:]\d++)*+(?![^\W\d_]|[-‐‑][^\W\d_]{3}) )
    | (?P<abbreviation> (?:[^\W\d_]\.){2,} )
    | (?P<word> [^\W_]+(?:['’][^\W\d_]+|[-‐‑/][^\W_]+)*+ )
    | (?P<mark> [„“”‟"»«›‹‚‘’'‛`´] )
    | (?P<punct> \.\.\.|…|--|[^\w\s]|_ )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One token; ``kind`` is word, number, abbreviation, mark or punct; ``lower`` is casefolded for look-ups."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def lower(self) -> str:
        return self.text.lower()


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]`` with offsets into ``text``."""
    stop = len(text) if end is None else end
    return [
        Token(match.group(), match.start(), match.end(), match.lastgroup or "punct")
        for match in _TOKEN.finditer(text, start, stop)
    ]
