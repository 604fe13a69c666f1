"""Where sentences end: never inside quotation marks, never at an abbreviation or an ordinal number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.grammar import closed_words
from claims.language.lemmas import is_known, noun_by_lemma
from claims.language.lexicon import load
from claims.language.marks import Quotation, pairs
from claims.language.tokens import Token, tokenize
from claims.models import Span

LARGEST_ORDINAL = 100  # a larger number before a full stop is a year or a count that ends the sentence
# tokens of who speaks behind a question or an exclamation in quotation marks: "“Why?” Tom Alt, who …, asked"
FRAME = 14
LONGEST = 400  # tokens; a longer "sentence" is a table or hostile input and is cut there


class SentenceWords(BaseModel):
    """What keeps a full stop from ending a sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    abbreviations: frozenset[str]
    open_abbreviations: frozenset[str]
    letters: frozenset[str] = frozenset()  # a letter alone that is a name: "on X."
    after_ordinal: frozenset[str]
    ordinals: bool  # numbers with a full stop are ordinals
    framing: frozenset[str] = frozenset()  # verbs behind who says what stands before it: "“Why?” Crewe asked."
    behind_frame: frozenset[str] = frozenset()  # words that go on with such a frame: "asked in a post"
    counting: frozenset[str] = frozenset()  # before a number they tell how many and no place in a row: "nur 20."


@cache
def _words(language: str) -> SentenceWords:
    words: SentenceWords = load(language, "sentences", SentenceWords)
    return words


def _carries_a_number(token: Token, language: str) -> bool:
    """ "in Halle 2. Betriebsleiter …": a noun of the dictionary before the number, with which no ordinal begins."""
    noun = token.kind == "word" and token.text[0].isupper() and token.lower not in closed_words(language)
    return noun and is_known(token.lower, language) and noun_by_lemma(token.text, language)


def _goes_on(tokens: Sequence[Token], index: int, end: int, language: str) -> bool:
    """Whether the full stop at ``index`` stands inside a sentence."""
    words = _words(language)
    nxt = tokens[index + 1] if index + 1 < end else None
    if nxt is None:
        return False
    if nxt.text[0].islower() or nxt.text in ",;:)":
        return True
    before = tokens[index - 1]
    if before.end != tokens[index].start:
        return False
    low = before.lower
    if low in words.abbreviations and (before.kind == "word"):
        return low not in words.open_abbreviations
    if len(before.text) == 1 and before.kind == "word" and before.text.isupper():
        if index > 1 and f"{tokens[index - 2].lower} {low}" in words.letters:
            return False
        return nxt.lower not in closed_words(language)
    if before.kind == "number" and words.ordinals:
        if nxt.lower in words.after_ordinal:
            return True
        counts = index > 1 and tokens[index - 2].lower in words.counting
        if counts or (index > 1 and _carries_a_number(tokens[index - 2], language)):
            return False
        led = index > 1 and tokens[index - 2].lower in closed_words(language)
        return (
            before.text.isdigit()
            and int(before.text[:6]) < LARGEST_ORDINAL
            and nxt.lower not in closed_words(language)
            and (led or noun_by_lemma(nxt.text, language))  # "zählte 25. Verletzt wurde niemand"
        )
    # glued to the next word: a domain, a file name or a date
    return nxt.text[0].isdigit() and nxt.start == tokens[index].end


def _framed(tokens: Sequence[Token], start: int, end: int, language: str) -> bool:
    """Whether a name and a verb of saying alone follow, which frame the question or exclamation before them."""
    words = _words(language)
    for index in range(start, min(end, start + FRAME)):
        token = tokens[index]
        if index > start and token.lower in words.framing:
            behind = tokens[index + 1] if index + 1 < end else None
            return behind is None or behind.text in (".", ",", ";") or behind.lower in words.behind_frame
        if token.kind == "mark" or token.text in (".", ":", ";", "!", "?"):
            return False
    return False


def boundaries(
    tokens: Sequence[Token], start: int, end: int, quotations: Sequence[Quotation], language: str
) -> list[tuple[int, int]]:
    """Sentences among ``tokens[start:end]`` as ranges of token indices, given the quotations there."""
    inside = bytearray(end - start + 1)
    for quotation in quotations:
        if quotation.closed:
            for index in range(quotation.start, quotation.end - 1):
                inside[index - start] = 1
    found: list[tuple[int, int]] = []
    first = start
    index = start
    closes = {quotation.end - 1 for quotation in quotations}
    while index < end:
        token = tokens[index]
        stop = -1
        if not inside[index - start]:
            if token.text in (".", "!", "?", "…", "..."):
                if token.text != "." or not _goes_on(tokens, index, end, language):
                    stop = index + 1
                    # a closing mark or bracket after the stop belongs to it
                    while stop < end and (tokens[stop].text in (")", "]", "!", "?") or stop in closes):
                        stop += 1
                    if stop < end and (
                        (token.text != "." and stop - 1 in closes and _framed(tokens, stop, end, language))
                        or tokens[stop].text[0].islower()
                        or tokens[stop].text in (",", ";", ":", "–", "—")
                    ):
                        stop = -1
            elif token.kind == "abbreviation" and index + 1 < end and tokens[index + 1].start > token.end:
                following = tokens[index + 1]
                if following.kind == "mark" or (
                    following.text[0].isupper() and following.lower in closed_words(language)
                ):
                    stop = index + 1
            elif index in closes and index > first and tokens[index - 1].text in (".", "!", "?", "…", "..."):
                following_text = tokens[index + 1].text if index + 1 < end else ""
                framed = tokens[index - 1].text != "." and _framed(tokens, index + 1, end, language)
                opens = following_text and (following_text[0].isupper() or tokens[index + 1].kind in ("mark", "number"))
                if opens and not framed:
                    stop = index + 1
        if stop < 0 and index - first >= LONGEST:
            stop = index + 1
        if stop > 0:
            found.append((first, stop))
            first = stop
            index = stop
            continue
        index += 1
    if first < end:
        found.append((first, end))
    return found


def split(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of ``text[start:end]`` as spans; a line end is always a border."""
    spans: list[Span] = []
    place = start
    for line in text[start:end].split("\n"):
        tokens = tokenize(text, place, place + len(line))
        quotations = pairs(text, tokens, 0, len(tokens), language)
        for first, stop in boundaries(tokens, 0, len(tokens), quotations, language):
            spans.append(Span(tokens[first].start, tokens[stop - 1].end))
        place += len(line) + 1
    return spans
