"""Every regular expression of the packages on repeats that would make a careless one quadratic or worse."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import claims
from claims.articles import read
from claims.pipeline import analyse

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


def made_from_data(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], re.Pattern[str]]:
    """The patterns that are put together at work from the word lists, by the function that makes them and the text."""
    found: dict[tuple[str, str], re.Pattern[str]] = {}
    real = re.compile

    def note(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled = real(pattern, flags)
        frame = sys._getframe(1)
        module = frame.f_globals.get("__name__", "")
        if module.startswith("claims.") and isinstance(pattern, str):
            found[f"{module}.{frame.f_code.co_name}", pattern] = compiled
        return compiled

    for one in pkgutil.walk_packages(claims.__path__, "claims."):
        if not one.name.endswith("__main__"):
            for value in vars(importlib.import_module(one.name)).values():
                clear = getattr(value, "cache_clear", None)
                if clear is not None and getattr(value, "__module__", "").startswith("claims."):
                    clear()
    monkeypatch.setattr(re, "compile", note)
    layouts = Path(__file__).parent / "articles" / "layouts"
    analyse(read([str(layouts / name) for name in ("de_agentur.txt", "en_wire.txt", "en_gulf_style.txt")]))
    monkeypatch.undo()
    return found


def own_pieces(pattern: str) -> list[str]:
    """The signs that the pattern itself names, the rarest first: what it may run through again and again."""
    counts = Counter(sign for sign in pattern if sign not in "\\()[]{}|?*+^$.:=!<>")
    return sorted(counts, key=lambda sign: (counts[sign], sign))[:12]


@pytest.mark.slow
def test_every_pattern_made_from_the_language_data_is_linear_on_repeats(monkeypatch: pytest.MonkeyPatch) -> None:
    found = made_from_data(monkeypatch)
    assert len(found) > 300
    slow = [
        (name, pattern.pattern[:80], piece)
        for (name, _), pattern in found.items()
        if name not in BOUNDED
        for piece in (*PIECES, *own_pieces(pattern.pattern))
        if growth(pattern, piece) >= 3
    ]
    assert slow == []


@pytest.mark.slow
def test_every_pattern_is_linear_on_repeats() -> None:
    found = [(name, pattern) for name, pattern in patterns() if name not in BOUNDED]
    assert len(found) > 60
    slow = [(name, piece) for name, pattern in found for piece in PIECES if growth(pattern, piece) >= 3]
    assert slow == []
