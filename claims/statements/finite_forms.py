"""Which words can be finite verbs, where few endings tell."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.statements.clausal_words import clausal_words

NEAR = 8  # tokens in which the auxiliary of a clause that opens with its subject follows
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


def plain_clause(analysis: Analysis, start: int, end: int) -> bool:
    """ "He would vote no", "the gates were shut": its subject and right behind it an auxiliary, nothing between."""
    grammar = analysis.grammar
    stops = grammar.relatives | grammar.content_subordinators | grammar.coordinators | {grammar.infinitive_marker}
    for index in range(start + 1, min(start + NEAR, end)):
        low = analysis.lower[index]
        if low in grammar.auxiliaries:
            return True
        if low in stops or not analysis.is_word(index) or analysis.inside[index] >= 0:
            return False
    return False


def plural_clause(analysis: Analysis, start: int, end: int) -> bool:
    """ "The ferries run every hour", "Ann Lee and Tom Mott want to go": a bare verb behind those who do it."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    plural = clausal_words(analysis.language).plural_nouns
    for index in range(start + 1, end):
        low, before = lower[index], lower[index - 1]
        if not tokens[index].text[0].islower() or low in grammar.closed or low.endswith(("s", "ing", "ly")):
            continue
        joined = analysis.capital(index - 1) and any(lower[at] in grammar.coordinators for at in range(start, index))
        many = before in plural or (before.endswith("s") and not before.endswith(("ss", "'s", "’s")))
        if before in grammar.closed - plural or not (many or joined):
            continue
        linking = low in clausal_words(analysis.language).linking  # "prices keep rising", "trains run late"
        if index + 1 >= end or linking or lower[index + 1] in grammar.closed or tokens[index + 1].kind == "number":
            return True
    return False
