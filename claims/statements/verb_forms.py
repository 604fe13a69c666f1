"""German verb forms that no list has, told by their dictionary form and their place."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.language.lemmas import lemma


def past_plural(analysis: Analysis, index: int) -> bool:
    """A small word in -en of another dictionary form, and nothing that describes a noun: "stiegen", "warteten"."""
    low = analysis.lower[index]
    if not low.endswith("en") or low in analysis.grammar.closed or not analysis.tokens[index].text.islower():
        return False
    form = lemma(low, analysis.language)
    return form.endswith("n") and form != low and not low.startswith("ge") and not _describes(analysis, index)


def _describes(analysis: Analysis, index: int) -> bool:
    """Behind an article or preposition and before its noun: "der erwarteten Kosten"."""
    before, after = analysis.lower[index - 1], index + 1
    opened = before in analysis.grammar.determiners or before in analysis.grammar.prepositions
    return opened and after < len(analysis.tokens) and analysis.capital(after)
