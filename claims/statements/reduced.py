"""Participles that only tell which one is meant: "the man accused of fraud said", "families told to leave said"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.subject_edges import LONGEST


def is_reduced(analysis: Analysis, sentence: Sentence, index: int, verb: int) -> bool:
    """Whether the form at ``index`` is a reduced relative clause in the subject of the finite ``verb`` behind it.

    A past participle behind a noun (no name, no pronoun), nothing between it and the verb that could open a clause
    of its own, and no object that a verb of saying with a bare clause would take: "the firm claimed the mayor said".
    """
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    if not sentence.start < index < verb - 1 < index + LONGEST or lower[index] in grammar.auxiliaries:
        return False
    if _claims_to_be(analysis, index):
        return True
    entries = table(analysis.language).participle.get(lower[index], ())
    noun = tokens[index - 1].text
    named = noun[:1].isupper() and index - 1 > sentence.start
    if not entries or named or not analysis.is_word(index - 1) or lower[index - 1] in grammar.closed:
        return False
    between = range(index + 1, verb)
    words = clausal_words(analysis.language)
    clauses = grammar.subject_pronouns | grammar.content_subordinators | grammar.subject_relatives
    clauses |= words.subject_borders - words.time_borders
    if any(entry.verb in words.naming_verbs for entry in entries):
        clauses -= words.quoted_as  # "the man described in court as the ringleader said"
    if any(not analysis.is_word(i) or analysis.inside[i] >= 0 for i in between):
        return False
    if any(lower[i] in clauses for i in between[1:]) or any(_finite(analysis, i) for i in between):
        return False
    if lower[verb - 1] in grammar.prepositions | grammar.coordinators | {grammar.infinitive_marker}:
        return False
    behind = lower[verb + 1] if verb + 1 < sentence.end else ""
    if behind in grammar.auxiliaries | grammar.finite:
        return False  # "complained about a plan the firm said was dead"
    follows = lower[index + 1]
    if follows in grammar.prepositions | words.subject_borders | {grammar.infinitive_marker}:
        return True
    if follows in grammar.determiners or tokens[index + 1].text[0].isupper():
        return False
    return behind in grammar.subject_pronouns  # "a patient refused treatment said she", "a couple found dead said they"


def _claims_to_be(analysis: Analysis, index: int) -> bool:
    """ "A man claiming to be the owner", "a woman identifying herself as his sister": who it is, in his own words."""
    grammar, lower = analysis.grammar, analysis.lower
    words = clausal_words(analysis.language)
    if not lower[index].endswith(words.gerund) or lower[index - 1] in grammar.closed or not analysis.is_word(index - 1):
        return False
    itself = lower[index + 1] in words.reflexives and lower[index + 2] in words.quoted_as
    be = lower[index + 1] == grammar.infinitive_marker and lower[index + 2] in grammar.be
    return itself or be


def _finite(analysis: Analysis, index: int) -> bool:
    """An auxiliary that no infinitive marker governs: "said to be", "thought to have been"."""
    grammar, lower = analysis.grammar, analysis.lower
    start = index
    while lower[start - 1] in grammar.auxiliaries:
        start -= 1
    return lower[index] in grammar.auxiliaries and lower[start - 1] != grammar.infinitive_marker
