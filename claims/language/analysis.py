"""What a text looks like to the rules: tokens, quotations, sentences and the clauses in them.

No tagger, no parser, no model. Measured on the WIKINEWS quotation set (dev, content F1 / right speaker and content F1)
a prototype of the statement rules gave: closed word lists alone 75.8 / 57.5 at 74,000 words a second and more; with a
tagger (HanTa) 76.3 / 61.1 at 3,000 to 5,700; with a small spaCy parser 75.3 / 59.4 at 8,000 to 12,000; tagger and
parser together 76.4 / 61.6 at 2,600 to 3,800. The rules decide nearly everything and the backbone little, so the
default is the fast one that needs nothing installed. A better one only has to return an :class:`Analysis`: the rules
read nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import wraps
from typing import TypeVar

from claims.language.grammar import Grammar, closed_words
from claims.language.lemmas import lemma, noun_by_lemma
from claims.language.marks import Quotation
from claims.language.tokens import Token
from claims.models import Span


class ClauseKind(StrEnum):
    """By what a stretch between two borders begins and which verb it has."""

    MAIN = "main"
    CONTENT = "content"  # dass, ob
    QUESTION = "question"  # wie, warum, wer, …
    SUBORDINATE = "subordinate"  # weil, wenn, …
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    FRAGMENT = "fragment"  # no verb: an apposition, a piece of a list, a quotation


@dataclass(frozen=True, slots=True)
class Clause:
    """``tokens[start:end]`` between two borders (comma, colon, dash, bracket, …); ``finite`` is its verb or -1."""

    start: int
    end: int
    kind: ClauseKind
    finite: int = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """``tokens[start:end]`` and its clauses in order; ``block`` numbers the line that it stands in."""

    start: int
    end: int
    block: int
    clauses: tuple[Clause, ...]


@dataclass(slots=True)
class Analysis:
    """Tokens of a text with everything the rules ask of them; ``lower[i]`` is ``tokens[i].text`` in lower case
    (but "WHO")."""

    text: str
    language: str
    tokens: list[Token]
    lower: list[str]
    quotations: list[Quotation]
    sentences: list[Sentence]
    grammar: Grammar
    inside: list[int] = field(default_factory=list)  # per token: index of the outermost quotation around it, or -1
    lines: frozenset[int] = frozenset((0,))  # the first token of each line
    capitals: frozenset[str] = frozenset()  # words written with a capital inside a sentence somewhere in the text
    kept: dict[tuple[str, int, int, int], object] = field(default_factory=dict)  # by :func:`once_per_place`

    def span(self, start: int, end: int) -> Span:
        """Characters of ``tokens[start:end]``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def words(self, start: int, end: int) -> str:
        """The text of ``tokens[start:end]``."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def _name(self, index: int) -> bool:
        """A verb form with a capital before another verb or a comma can only be a name: "Holt sagte", "Holt, die …"."""
        low = self.lower[index]
        endings = self.grammar.finite_endings
        if not endings or not low.endswith(endings) or low.startswith(self.grammar.participle_prefixes):
            return False
        if index + 2 >= len(self.tokens):
            return False
        follows = self.lower[index + 1]
        if self.tokens[index + 1].text == ",":
            return self.lower[index + 2] in self.grammar.relatives
        verb = follows in self.grammar.auxiliaries or (
            follows.endswith(self.grammar.past_endings) and lemma(follows, self.language).endswith("n")
        )
        return verb and follows not in closed_words(self.language) - self.grammar.auxiliaries

    def is_word(self, index: int) -> bool:
        return self.tokens[index].kind in ("word", "abbreviation", "number")

    def capital(self, index: int) -> bool:
        """A word written with a capital that is no closed-class word: a noun or a name."""
        token = self.tokens[index]
        text = token.text
        if token.kind not in ("word", "abbreviation"):
            return False
        if self.lower[index] in self.grammar.small_names:
            return True
        if not text[0].isupper():
            # "ai-Bericht", "81-Jährige", "eG"
            _, hyphen, rest = text.rpartition("-")
            return (bool(hyphen) and rest[:1].isupper()) or text[1:2].isupper()
        if len(text) > 1 and text.isupper():
            return True
        if self.lower[index] in closed_words(self.language):
            # inside a sentence a capital makes it part of a name ("Pro Schiene"), save for pronouns of address
            words = self.grammar
            inside = index not in self.lines and self.tokens[index - 1].kind in ("word", "number", "abbreviation")
            address = self.lower[index] in words.subject_pronouns | words.object_pronouns | words.possessives
            return inside and not words.small_nouns and not address
        if index not in self.lines and self.tokens[index - 1].kind not in ("mark", "punct"):
            return True
        following = index + 1 < len(self.tokens) and self.tokens[index + 1].text[:1].isupper()
        return following or text in self.capitals or noun_by_lemma(text, self.language) or self._name(index)


Read = TypeVar("Read")


def once_per_place(read: Callable[[Analysis, Sentence, int], Read]) -> Callable[[Analysis, Sentence, int], Read]:
    """Keep with an analysis what ``read`` finds at a token of a sentence, however often it is asked."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def once(analysis: Analysis, sentence: Sentence, index: int) -> Read:
        key = (name, sentence.start, sentence.end, index)
        if key not in analysis.kept:
            analysis.kept[key] = read(analysis, sentence, index)
        found: Read = analysis.kept[key]  # type: ignore[assignment]
        return found

    return once
