"""Every regular expression of the packages on repeats that would make a careless one quadratic or worse."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import claims

# fmt: off
PIECES = (
    " ", "\n", "\t ", "\u00a0", "a", "A", "Aa ", "Aa-", "1", "1.", "1,", "12 ", ".", ". ", ",", "-", "–", "„", "“", '"',
    "'", "(", ")", "[", "<", ":", "/", "@", "a.", "a@", "http://a", "https://", "von A ", "sagte ", "sagte, ", "said ",
    "der ", "am 1. ", "2025-", "Foto: ", "(dpa) ", "€ ", "a\n", "\n\n", ". A", "| ",
)
# fmt: on
SIZE = 6_000  # characters
BOUNDED = {
    # matched at one place or as a whole, never searched for
    "claims.articles.header._FIELD",
    "claims.articles.headline._NAMES_LINE",
    "claims.articles.headline._NAME_WORDS",
    # searched for in fields of at most 500 characters, or in lines whose blanks are single ones by then
    "claims.articles.agencies._DATELINE",
    "claims.articles.metadata._AUTHOR_END",
    "claims.articles.outlets._BARS",
    "claims.articles.sections._BAR",
    "claims.articles.pages._OUTLET",
    "claims.articles.splitting._PIPE",
}
"""Quadratic when searched for in a long text, and not used so: what they are used on is short."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each compiled pattern that stands in a module, by itself or in a list or table."""
    seen = set()
    for found in pkgutil.walk_packages(claims.__path__, "claims."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            inside = [value] if not isinstance(value, (list, tuple, dict)) else list(_flat(value))
            for pattern in inside:
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str) and pattern not in seen:
                    seen.add(pattern)
                    yield f"{found.name}.{name}", pattern


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _flat(item)
    else:
        yield value


def seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def growth(pattern: re.Pattern[str], piece: str) -> float:
    """How many times longer twice the text takes at most; 0 when it takes no time worth speaking of."""
    text = piece * (SIZE // len(piece))
    best = [float("inf"), float("inf")]
    for _ in range(5):
        for place, given in enumerate((text, text * 2)):
            best[place] = min(best[place], seconds(pattern, given))
        if best[1] < 0.02 or best[1] < 3 * best[0]:
            break
    return 0.0 if best[1] < 0.02 else best[1] / best[0]


@pytest.mark.slow
def test_every_pattern_is_linear_on_repeats() -> None:
    found = [(name, pattern) for name, pattern in patterns() if name not in BOUNDED]
    assert len(found) > 60
    slow = [(name, piece) for name, pattern in found for piece in PIECES if growth(pattern, piece) >= 3]
    assert slow == []
