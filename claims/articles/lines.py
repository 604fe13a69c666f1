"""The lines of a page's text with what can be seen of each at a glance."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property

from claims.articles.furniture import fold
from claims.articles.language import closed_class
from claims.articles.stamps import find_stamps
from claims.language.tokens import tokenize
from claims.models import SegmentKind

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[•·▪●◦‣⁃]|[-–—*](?=\s))\s*")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_STOP = re.compile(r"[.!?…:;][\s\"'“”„«»‘’›‹)\]*]*$")
_SENTENCE_STOP = re.compile(r"[.!?…][\s\"'“”„«»‘’›‹)\]*]*$")
_SENTENCE_BORDER = re.compile(r"[.!?…][\"'“”„«»‘’›‹)\]]*\s+[\"'“”„«»‘’›‹(\[]*[A-ZÄÖÜ0-9]")
_GENITIVE = re.compile(r"['’]s?$")
_WRAP_MIN, _WRAP_MAX = 45, 100
TICKER = "+++"  # around an entry of a ticker
SHORTEST_PROSE = 7  # words that a sentence of body text has at least, unless it stands between others


@dataclass
class Line:
    """One line, or a part of it that was split off; ``kind`` is None until a rule has decided."""

    start: int
    end: int
    text: str
    gap: bool  # an empty line stands before it
    bullet: bool = False
    number: bool = False
    kind: SegmentKind | None = None
    why: str = ""
    hint: str = ""  # what the markup says of it: headline, heading, paragraph
    tail: bool = False  # split off the end or the middle of a line

    def set(self, kind: SegmentKind, why: str) -> None:
        self.kind, self.why = kind, why

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def _end(self) -> str:
        """Its last characters, without the marks behind an entry of a ticker."""
        return self.text.removesuffix(TICKER).rstrip()[-20:]

    @cached_property
    def stopped(self) -> bool:
        """Ends like a sentence or announces a list."""
        if self.hint in ("heading", "paragraph"):
            return self.hint == "paragraph"
        return bool(_STOP.search(self._end))

    @cached_property
    def sentences(self) -> int:
        return len(_SENTENCE_BORDER.findall(self.text)) + 1

    @cached_property
    def prose(self) -> bool:
        """Reads like running text: a stopped line of some length, or a long one."""
        words = self.words
        if self.hint == "heading":
            return False
        return words >= 28 or (words >= SHORTEST_PROSE and bool(_SENTENCE_STOP.search(self._end)))

    @cached_property
    def content(self) -> frozenset[str]:
        """Its longer words in lower case, cut to six letters so that inflected forms meet."""
        return frozenset(content_words(self.text))

    def named_in(self, other: Line) -> bool:
        """Whether one of its longer words stands in ``other``, also as the end of a compound (Wehrbrücke)."""
        text = other.text.lower()
        return bool(self.content & other.content) or any(len(word) >= 5 and word in text for word in self.content)

    @cached_property
    def folded(self) -> str:
        """As phrases are compared: lower case, digits as #, no decoration at the ends."""
        return fold(self.text)

    @property
    def headline_like(self) -> bool:
        """Without a full stop, and neither long nor an item of a list."""
        return not self.stopped and not self.prose and not self.bullet


def content_words(text: str) -> list[str]:
    """Its words of five letters or more and capitalised ones of three, without function words.

    They come in lower case and cut to six letters.
    """
    found = []
    for token in tokenize(text):
        long = len(token.text) >= 5 or (len(token.text) >= 3 and token.text[0].isupper())
        if token.kind == "word" and long and token.lower not in closed_class():
            found.append(_GENITIVE.sub("", token.lower)[:6])
    return found


def _wrapped(raw: list[tuple[int, int, bool]], text: str) -> bool:
    """Whether paragraphs are broken into lines of even length, as in an e-mail."""
    inner = [text[start:end] for (start, end, _), (_, _, gap) in itertools.pairwise(raw) if not gap]
    if len(inner) < 4:
        return False
    longest = max(end - start for start, end, _ in raw)
    even = sum(len(line) >= _WRAP_MIN for line in inner)
    broken = sum(not _STOP.search(line[-20:]) for line in inner)
    return longest <= _WRAP_MAX and even >= 0.6 * len(inner) and broken >= 0.6 * len(inner)


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not empty, without the white space around them.

    Where paragraphs are hard-wrapped, a paragraph counts as one line.
    """
    raw: list[tuple[int, int, bool]] = []
    last = 0
    for match in _LINE.finditer(text):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        end = match.start() + len(piece.rstrip())
        if start < end:
            raw.append((start, end, not raw or text.count("\n", last, start) > 1))
            last = end
    if _wrapped(raw, text):
        joined: list[tuple[int, int, bool]] = []
        for start, end, gap in raw:
            previous = text[joined[-1][0] : joined[-1][1]] if joined else ""
            runs_on = len(previous.rsplit("\n", 1)[-1]) >= _WRAP_MIN - 5
            if gap or not joined or _BULLET.match(text, start, end) or not runs_on:
                joined.append((start, end, gap))
            else:
                joined[-1] = (joined[-1][0], end, joined[-1][2])
        raw = joined
    lines = []
    for start, end, gap in raw:
        bullet = _BULLET.match(text, start, end)
        number = None if bullet else _NUMBER.match(text, start, end)
        if number and any(stamp.start == 0 for stamp in find_stamps(text[start : min(end, start + 40)])):
            number = None  # "3. April 2025" is a date
        inner = (bullet or number).end() if bullet or number else start  # type: ignore[union-attr]
        if inner >= end:
            bullet = number = None
            inner = start
        lines.append(Line(inner, end, text[inner:end], gap, bool(bullet), bool(number)))
    return lines
