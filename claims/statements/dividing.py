"""One sentence, two sources, two figures: "Police put the crowd at 4,000, organisers spoke of 9,000".

Each half is a statement of its own. The sentence is divided before the rules read it, where behind a comma, a semicolon
or a coordinating word a new subject follows with a verb of telling figures and a figure, and the first half has a
source and a figure too.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.analysis import Analysis, Sentence
from claims.language.grammar import closed_words
from claims.language.quantity_words import words_of
from claims.statements.clausal_words import clausal_words

SUBJECT = 5  # tokens in which the verb of the second half follows
_BORDERS = frozenset({",", ";"})


def borders(analysis: Analysis) -> Iterator[int]:
    """The tokens at which such a second half begins."""
    for sentence in analysis.sentences:
        if _stamped(analysis, sentence):
            yield sentence.start + 1
        for place in range(sentence.start + 1, sentence.end - 2):
            if analysis.tokens[place].text not in _BORDERS or analysis.inside[place] >= 0:
                continue
            first = place + 1
            if analysis.lower[first] in clausal_words(analysis.language).figure_joins:
                first += 1
            if _second_half(analysis, first, sentence) and _first_half(analysis, sentence.start, place):
                yield place + 1
                break


def divided(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence is such a second half."""
    return sentence.start > 0 and analysis.tokens[sentence.start - 1].text in _BORDERS


def _stamped(analysis: Analysis, sentence: Sentence) -> bool:
    """ "18:40 The operator said": the time of a ticker's entry is no part of its sentence."""
    first = analysis.tokens[sentence.start]
    time = first.kind == "number" and ":" in first.text and analysis.grammar.inline_content
    return time and sentence.end - sentence.start > 2 and analysis.tokens[sentence.start + 1].text[0].isupper()


def _second_half(analysis: Analysis, first: int, sentence: Sentence) -> bool:
    words = clausal_words(analysis.language)
    if analysis.lower[first] in words.figure_pronouns:
        return False  # "which", "he": no other source
    for index in range(first + 1, min(first + SUBJECT, sentence.end - 1)):
        if analysis.inside[index] >= 0 or analysis.tokens[index].text in _BORDERS or _figure(analysis, index):
            return False
        if analysis.lower[index] in words.figure_verbs:
            if index == first + 1 and analysis.lower[first] in closed_words(analysis.language):
                return False  # "die zählten"
            return any(_figure(analysis, later) for later in range(index + 1, sentence.end))
    return False


def _first_half(analysis: Analysis, start: int, end: int) -> bool:
    words = clausal_words(analysis.language)
    source = any(analysis.lower[index] in words.figure_verbs | words.figure_sources for index in range(start, end))
    return source and any(_figure(analysis, index) for index in range(start, end))


def _figure(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    return token.kind == "number" or int(float(words_of(analysis.language).of["card"].get(token.lower, 0))) >= 2
