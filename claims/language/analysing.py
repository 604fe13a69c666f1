"""A text made into an :class:`~claims.language.analysis.Analysis`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from claims.language.analysis import Analysis, Sentence
from claims.language.clauses import clauses
from claims.language.grammar import grammar
from claims.language.marks import pairs
from claims.language.running_quotations import Paragraph, over_paragraphs
from claims.language.sentences import boundaries
from claims.language.tokens import Token, tokenize


def analyse_all(text: str, spans: Iterable[tuple[int, int]], language: str) -> Analysis:
    """One analysis of several stretches of ``text``, in order; the end of a stretch or line is a hard border."""
    tokens: list[Token] = []
    paragraphs: list[Paragraph] = []
    for start, end in spans:
        place = start
        for line in text[start:end].split("\n"):
            first = len(tokens)
            tokens.extend(tokenize(text, place, place + len(line)))
            place += len(line) + 1
            if len(tokens) > first:
                paragraphs.append((first, len(tokens), pairs(text, tokens, first, len(tokens), language)))
    paragraphs = over_paragraphs(tokens, paragraphs, language)
    lines = {first for first, _, _ in paragraphs}
    quotations = [quotation for _, _, here in paragraphs for quotation in here]
    ranges = [
        (a, b, block)
        for block, (first, last, here) in enumerate(paragraphs)
        for a, b in boundaries(tokens, first, last, here, language)
    ]
    inside = [-1] * len(tokens)
    for number, quotation in enumerate(quotations):
        if quotation.depth == 0:
            for index in range(quotation.start, quotation.end):
                inside[index] = number
    words = grammar(language)
    # "the WHO" is no pronoun
    lower = [token.text if token.text.isupper() and token.lower in words.relatives else token.lower for token in tokens]
    analysis = Analysis(text, language, tokens, lower, quotations, [], words, inside, frozenset(lines))
    analysis.capitals = frozenset(
        token.text
        for place, (before, token) in enumerate(pairwise(tokens), 1)
        if token.text[0].isupper() and place not in lines and before.kind in ("word", "number", "abbreviation")
    )
    analysis.sentences = [Sentence(a, b, number, clauses(analysis, a, b)) for a, b, number in ranges]
    return analysis


def analyse(text: str, start: int, end: int, language: str) -> Analysis:
    """Tokens, quotations, sentences and clauses of ``text[start:end]``, with offsets into ``text``."""
    return analyse_all(text, [(start, end)], language)


def cut(analysis: Analysis, places: Iterable[int]) -> None:
    """Begin a new sentence at each of these tokens."""
    starts = set(places)
    sentences: list[Sentence] = []
    for one in analysis.sentences:
        edges = [one.start, *sorted(place for place in starts if one.start < place < one.end), one.end]
        parts = list(pairwise(edges))
        sentences += (
            [one] if len(parts) == 1 else [Sentence(a, b, one.block, clauses(analysis, a, b)) for a, b in parts]
        )
    analysis.sentences = sentences
