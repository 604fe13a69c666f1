"""The tokens of one article with sentence numbers and quotation marks, indexed once and asked by place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from claims.language import lemmas
from claims.language.marks import pairs
from claims.language.sentences import boundaries
from claims.language.tokens import Token, tokenize
from claims.models import Article, SegmentKind, Span
from claims.speakers.knowledge import Knowledge

_QUIET = frozenset({SegmentKind.FURNITURE, SegmentKind.TEASER, SegmentKind.BYLINE})


def in_dictionary(word: str, language: str) -> bool:
    """Whether the language has the word, in German as it is written; names mostly are no dictionary words."""
    return lemmas.in_dictionary(word.lower() if language == "en" else word, language)


_UMLAUTS = str.maketrans("aouAOU", "äöüÄÖÜ")


@lru_cache(maxsize=50_000)
def is_uninflected(word: str) -> bool:
    """Whether a word of the German dictionary has no inflected forms there: nouns have some, given names seldom do."""
    if word.endswith("en") or not in_dictionary(word, "de"):
        return False
    stems = (word, word[:1] + word[1:].translate(_UMLAUTS))
    endings = ("en", "n", "e", "es", "er", "nen", "ern")
    return not any(in_dictionary(stem + ending, "de") for stem in stems for ending in endings)


class Index:
    """The tokens of an article's readable text, indexed once.

    ``sentence[i]`` numbers sentences as the author tells them: what stands inside quotation marks keeps the number of
    the sentence before, so that a long quotation does not move a pronoun away from its name. ``quoted[i]`` marks it.
    """

    def __init__(self, article: Article, know: Knowledge) -> None:
        self.article = article
        self.know = know
        self.text = article.text
        self.tokens: list[Token] = []
        self.sentence: list[int] = []
        self.quoted = bytearray()
        self.starting: set[int] = set()  # indexes of the first token of a sentence or of a quotation
        ranges = [(s.start, s.end) for s in article.segments if s.kind not in _QUIET] or [(0, len(article.text))]
        number = 0
        for start, end in ranges:
            first = len(self.tokens)
            self.tokens.extend(tokenize(article.text, start, end))
            self.sentence.extend([0] * (len(self.tokens) - first))
            self.quoted.extend(bytes(len(self.tokens) - first))
            quotations = pairs(article.text, self.tokens, first, len(self.tokens), know.language)
            for quotation in quotations:
                self.starting.add(quotation.start + 1)
                if quotation.closed:
                    for i in range(quotation.start, quotation.end):
                        self.quoted[i] = 1
            for low, high in boundaries(self.tokens, first, len(self.tokens), quotations, know.language):
                self.starting.add(low)
                if number == 0 or not all(self.quoted[low:high]):
                    number += 1
                for i in range(low, high):
                    self.sentence[i] = number
            number += 1
        self.starts = [token.start for token in self.tokens]
        self.counts = Counter(token.text for token in self.tokens if token.kind == "word")
        self.types = frozenset(self.counts)
        self.lower_types = {w for w in self.types if w.islower()}

    def at(self, position: int) -> int:
        """Index of the last token that starts at or before ``position``."""
        return bisect_right(self.starts, position) - 1

    def within(self, span: Span) -> range:
        """Indexes of the tokens inside ``span``."""
        first = bisect_right(self.starts, span.start - 1)
        last = bisect_right(self.starts, span.end - 1)
        return range(first, last)

    def adjacent(self, i: int) -> bool:
        """Whether token ``i`` follows its predecessor on the same line with a gap of at most two characters."""
        if i <= 0:
            return False
        gap = self.text[self.tokens[i - 1].end : self.tokens[i].start]
        return len(gap) <= 2 and "\n" not in gap

    def sentence_start(self, i: int) -> bool:
        return i in self.starting
