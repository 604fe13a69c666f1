"""Who is asked in an interview: the person whom the lines above it introduce."""

from __future__ import annotations

from collections.abc import Iterator

from claims.language.analysis import Analysis
from claims.language.given_names import is_listed
from claims.statements.clausal_words import clausal_words
from claims.statements.mention_words import mention_words
from claims.statements.scene import Range

FULL = 2  # words of a full name
TITLE_CASE = 0.6  # of the words with a capital: a line that tells no names apart


def introduced(analysis: Analysis, before: int) -> list[Range]:
    """The full names in the paragraphs above ``before``: first those with a title, then "spoke to Ann Lee".

    Who is only named as the one who asks ("Interview: Ben Ray", "Das Gespräch führte …") is none of them.
    """
    words = clausal_words(analysis.language)
    blocks: dict[int, Range] = {}
    for sentence in analysis.sentences:
        if sentence.block < before:
            start, _ = blocks.get(sentence.block, (sentence.start, 0))
            blocks[sentence.block] = (start, sentence.end)
    asked: list[Range] = []
    titled: list[Range] = []
    others: list[Range] = []
    for start, end in blocks.values():
        spoken = any(analysis.lower[index] in words.meetings for index in range(start, end))
        for name in _names(analysis, start, end):
            led = analysis.lower[max(start, name[0] - 3) : name[0]]  # "with the chemist Ann Lee"
            if any(word in words.asked_by for word in led) or (spoken and name[0] == start):
                continue
            to = spoken and any(word in words.asked_after for word in led)
            (titled if _titled(analysis, name, start) else asked if to else others).append(name)
    return titled + asked + others


def _titled(analysis: Analysis, name: Range, start: int) -> bool:
    """A noun stands right before the name and tells who it is: "the chemist Ann Lee", "Bauhofleiter Jan Hoff"."""
    before = name[0] - 1
    if before < start or not analysis.is_word(before) or analysis.lower[before] in analysis.grammar.closed:
        return False
    return analysis.grammar.small_nouns or analysis.capital(before)


def _names(analysis: Analysis, start: int, end: int) -> Iterator[Range]:
    """Runs of words with capitals of which the last two begin with a given name or follow a role."""
    texts = [analysis.tokens[index].text for index in range(start, end) if analysis.is_word(index)]
    capitals = sum(text[0].isupper() for text in texts)
    if analysis.grammar.small_nouns and capitals > TITLE_CASE * len(texts) and len(texts) > FULL:
        return
    words = mention_words(analysis.language)
    index = start
    while index < end:
        first = index
        while index < end and analysis.is_word(index) and analysis.capital(index):
            index += 1
        name = (index - FULL, index)
        if index - first >= FULL and not any(
            analysis.lower[place] in words.time_words
            or analysis.lower[place] in words.titles
            or analysis.lower[place].endswith((*words.role_endings, *words.abstract_endings))
            or analysis.lower[place] in words.speaking
            for place in range(*name)
        ):
            role = analysis.lower[name[0] - 1].endswith(words.role_endings) and name[0] > start
            if role or is_listed(analysis.tokens[name[0]].text):
                yield name
        index = max(index, first + 1)
