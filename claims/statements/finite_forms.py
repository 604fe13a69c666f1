"""Which words can be finite verbs, where few endings tell."""

from __future__ import annotations

from claims.language.analysis import Analysis

CONTRACTIONS = tuple(mark + ending for mark in "'’" for ending in ("t", "s", "re", "ll", "ve"))


def clause_like(analysis: Analysis, start: int, end: int) -> bool:
    """Whether some word can be a finite verb."""
    return any(may_be_finite(analysis, index, start) for index in range(start, end))


def may_be_finite(analysis: Analysis, index: int, start: int) -> bool:
    """An auxiliary, or behind ``start`` a small -s or -ed form that follows a word, or what follows a pronoun."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    low = lower[index]
    if low in grammar.auxiliaries or low in grammar.finite or low.endswith(CONTRACTIONS):
        return True
    if index <= start or not tokens[index].text[0].islower():
        return False
    if _governs(analysis, index):
        return True
    inflected = (
        tokens[index].kind == "word"
        and len(low) > 3
        and low.endswith(("ed", "s"))
        and not low.endswith(("ss", "'s"))
        and low not in grammar.closed
        and lower[index - 1] not in grammar.determiners | grammar.prepositions
    )
    return inflected or lower[index - 1] in grammar.subject_pronouns


def _governs(analysis: Analysis, index: int) -> bool:
    """ "measurements show a rise": a small word of no closed class between a noun and a determiner."""
    grammar, lower = analysis.grammar, analysis.lower
    if index + 1 >= len(lower) or lower[index + 1] not in grammar.determiners or lower[index] in grammar.closed:
        return False
    noun = lower[index - 1].endswith("s") and lower[index - 1] not in grammar.closed
    return noun and not lower[index].endswith(("ing", "s"))
