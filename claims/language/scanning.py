"""The tokens of a text and one symbol for each: a word's own, a number's by its shape, one for all that is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

OTHER = "\x01"  # any token that the grammar does not know
STOP = "\x02"  # line break or a mark that ends a sentence
POINT = "\x03"  # a full stop before a space: of a sentence, an ordinal or an abbreviation

# Shapes of numbers: name -> symbol. A number's symbol says what it can be; classes of shapes stand below.
_DAY_SMALL, _DAY_HOUR, _DAY_LARGE, _SMALL, _YEAR, _INTEGER = "\x10\x11\x12\x13\x14\x15"
_CLOCK_POINT, _CLOCK_COLON, _DECIMAL, _COLON = "\x16\x17\x18\x19"
_ISO, _DOTTED, _SLASHED, _SEASON, _DECADE, _AMPM, _ORDINAL = "\x1a\x1b\x1c\x1d\x1e\x1f\x0f"
_YEARLESS = "\x0e"  # "5.7.", in English a decimal at the end of a sentence
SHAPES = {
    "monthnum": _DAY_SMALL,
    "hour": _DAY_SMALL + _DAY_HOUR,
    "day": _DAY_SMALL + _DAY_HOUR + _DAY_LARGE,
    "small": _DAY_SMALL + _DAY_HOUR + _DAY_LARGE + _SMALL,
    "year": _YEAR,
    "integer": _DAY_SMALL + _DAY_HOUR + _DAY_LARGE + _SMALL + _YEAR + _INTEGER,
    "number": _DAY_SMALL + _DAY_HOUR + _DAY_LARGE + _SMALL + _YEAR + _INTEGER + _CLOCK_POINT + _DECIMAL,
    "clock": _CLOCK_POINT + _CLOCK_COLON,
    "colonclock": _CLOCK_COLON,
    "iso": _ISO,
    "dotted": _DOTTED + _YEARLESS,
    "dotted_with_year": _DOTTED,
    "slashed": _SLASHED,
    "season_years": _SEASON,
    "decade": _DECADE,
    "ampm": _AMPM,
    "ordinal": _ORDINAL,
}

_TOKEN = re.compile(
    r"""
      (?P<iso> (?<![\d.-])\d{4}-[01]\d-[0-3]\d(?![\d-]) )
    | (?P<dotted> (?<![\d.,])[0-3]?\d\.[01]?\d\.(?:[12]\d{3}|\d{2})(?!\d) )
    | (?P<yearless> (?<![\d.,])[0-3]?\d\.[01]?\d\.(?!\d) )
    | (?P<slashed> (?<![\d/])[0-3]?\d/[0-3]?\d/(?:[12]\d{3}|\d{2})(?![\d/]) )
    | (?P<season> (?<![\d./-])[12]\d{3}[/–-]\d{2}(?:\d{2})?(?![\d/–-]|[.,]\d) )
    | (?P<decade> (?<!\d)(?:[12]\d)?\d0(?:er|s)(?!\w) )
    | (?P<ampm> (?<![\d:.,])\d{1,2}(?:[:.]\d{2})?[ \u00a0]?[ap](?:\.m\.|m(?!\w)) )
    | (?P<ordinal> (?<!\d)\d{1,4}(?:st|nd|rd|th)(?!\w) )
    | (?P<number> (?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]) | \d++(?:[.,:]\d++)*+ )
    | (?P<word> [^\W\d_][^\W_]*+(?:['’][^\W\d_]++)? )
    | (?P<stop> [!?;]|\n )
    | (?P<point> \.(?=\s|$) )
    | (?P<punct> [^\w\s]|_ )
    """,
    re.VERBOSE,
)
_SYMBOL_OF = {
    "iso": _ISO,
    "dotted": _DOTTED,
    "yearless": _YEARLESS,
    "slashed": _SLASHED,
    "season": _SEASON,
    "decade": _DECADE,
    "ampm": _AMPM,
    "ordinal": _ORDINAL,
}
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])([.:])[0-5]\d")
_LONGEST_WORD = 40


class Scan(NamedTuple):
    """The tokens of a text: where each starts and ends, and one symbol for each."""

    text: str
    starts: list[int]
    ends: list[int]
    symbols: str

    def word(self, index: int) -> str:
        """The token at ``index`` as written."""
        return self.text[self.starts[index] : self.ends[index]]


def scanned(text: str, known: Callable[[str], str | None]) -> Scan:
    """Tokens of ``text`` and their symbols; ``known`` gives the symbol of a word, or nothing."""
    starts: list[int] = []
    ends: list[int] = []
    symbols: list[str] = []
    fresh = True
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "word":
            word = text[start:end] if end - start <= _LONGEST_WORD else ""
            symbol = None
            if fresh and word:
                symbol = known(word[0].lower() + word[1:])
            symbol = symbol or known(word) or known(word.lower())
            if symbol is None and len(word) > 2 and word.isupper():
                symbol = known(word.capitalize())
            symbols.append(symbol or OTHER)
            fresh = False
        elif kind == "number":
            named = len(symbols) > 1 and symbols[-2] == OTHER and text[start - 1] in "-‐‑" and text[start - 2].isalpha()
            # "F-16", "Covid-19": the number is part of a name
            symbols.append(OTHER if named else _number_symbol(text[start:end]))
            fresh = False
        elif kind == "stop" or kind == "point":
            symbols.append(STOP if kind == "stop" else POINT)
            fresh = True
        elif kind == "punct":
            mark = text[start]
            symbols.append(known(mark) or OTHER)
            fresh = fresh or mark in '.:„“”"«»‚‘'
        else:
            symbols.append(_SYMBOL_OF[str(kind)])
            fresh = False
        starts.append(start)
        ends.append(end)
    return Scan(text, starts, ends, "".join(symbols))


def _number_symbol(raw: str) -> str:
    if raw.isdigit():
        if len(raw) <= 2:
            number = int(raw)
            if number <= 12:
                return _DAY_SMALL
            return _DAY_HOUR if number <= 24 else _DAY_LARGE if number <= 31 else _SMALL
        if len(raw) == 4 and 1000 <= int(raw) <= 2199:
            return _YEAR
        return _INTEGER
    clock = _CLOCK.fullmatch(raw)
    if clock:
        return _CLOCK_COLON if clock.group(1) == ":" else _CLOCK_POINT
    return _COLON if ":" in raw else _DECIMAL
