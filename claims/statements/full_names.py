"""Surnames that the dictionary has as words: the article tells them by the first name before them elsewhere."""

from __future__ import annotations

from claims.language.analysis import Analysis


def named_in_full(analysis: Analysis, name: int) -> bool:
    """Whether the word is a surname elsewhere in the article: "Reuter" beside "Ute Reuter"."""
    low = analysis.lower
    places = (i for i in range(1, len(low)) if low[i] == low[name] and analysis.capital(i) and analysis.capital(i - 1))
    return any(low[i - 1] not in analysis.grammar.closed and i - 1 not in analysis.lines for i in places)
