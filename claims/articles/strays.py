"""Lines that no phrase gives away: addressed to the reader, alone among furniture, after the end, about the author.

They are judged by what body text does: it quotes or reports, and it goes on with the words the story has used.
"""

from __future__ import annotations

import re
from collections import Counter

from claims.articles.captions import speaks
from claims.articles.furniture import raw_words
from claims.articles.lines import Line
from claims.language.grammar import grammar
from claims.language.lexicon import languages
from claims.models import SegmentKind

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]\s+|[–—-]\s+|\n)$")
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_APART = frozenset({SegmentKind.FURNITURE, SegmentKind.TEASER, SegmentKind.BYLINE, SegmentKind.BOX})
_FENCES = _APART - {SegmentKind.BYLINE}
LONGEST_ADDRESS = 45  # words
LONGEST_STRAY = 18
LONGEST_LAST = 10  # words of a stray sentence between a heading and furniture, where the last paragraph stands
FEWEST_QUESTIONS = 2  # that make a text an interview, where "Sie" is somebody else


def mark_strays(lines: list[Line], first: int, author: str) -> None:
    """Set apart the strays from ``lines[first]`` on. ``author``: the name in the author's line."""
    counts = _story(lines)
    asked = sum(line.kind in (None, SegmentKind.LEAD) and line.text.endswith("?") for line in lines[first:])
    interview = asked >= FEWEST_QUESTIONS
    for line in lines[first:]:
        if line.kind is not None:
            continue
        if _URL.fullmatch(line.text):
            line.set(SegmentKind.FURNITURE, "web address")
        elif not interview and addresses_reader(line):
            line.set(SegmentKind.FURNITURE, "addresses the reader")
        elif author and line.text.startswith(author) and not speaks(line.text):
            line.set(SegmentKind.FURNITURE, "author note")
    _mark_dated_headlines(lines, first)
    _mark_islands(lines, first, counts)
    _mark_tail(lines, first, counts)


def _story(lines: list[Line]) -> Counter[str]:
    """In how many undecided lines each longer word stands."""
    counts: Counter[str] = Counter()
    for line in lines:
        if line.kind in (None, SegmentKind.LEAD, SegmentKind.TITLE) and (line.prose or line.kind):
            counts.update(line.content)
    return counts


def addresses_reader(line: Line) -> bool:
    """Whether a line without quotation or verb of saying speaks to the reader.

    Unquoted news text says neither "Sie" and "Ihr" within a sentence nor "you" and "us" together.
    """
    if line.words > LONGEST_ADDRESS or line.words < 3 or line.text.endswith("?") or speaks(line.text):
        return False  # a question with "Sie" may be an interviewer's
    formal = raw_words("reader_words")
    found: set[str] = set()
    for match in _WORD.finditer(line.text):
        word = match.group()
        if word in formal and not _SENTENCE_START.search(line.text[max(0, match.start() - 4) : match.start()]):
            return True
        found.add(word.lower())
    return bool(found & raw_words("reader_you")) and any(found & grammar(code).us for code in languages())


def _known(line: Line, counts: Counter[str]) -> int:
    """How many of the line's words stand in other lines of the story as well."""
    own = 1 if line.kind is None and line.prose else 0
    return sum(counts[word] > own for word in line.content)


def _weak(line: Line, counts: Counter[str]) -> bool:
    """Whether a line gives no sign of belonging to the story."""
    return line.words <= LONGEST_STRAY and not speaks(line.text) and not line.bullet and not _known(line, counts)


def _mark_dated_headlines(lines: list[Line], first: int) -> None:
    """A headline with a date line or a reading time under it, in the middle of the text, is another article's."""
    for at in range(first + 1, len(lines) - 1):
        below = lines[at + 1]
        dated = below.kind is not None and below.why in ("date line", "reading time") and not below.tail
        if dated and lines[at].kind is None and lines[at].headline_like:
            lines[at].set(SegmentKind.TEASER, "dated headline")


def _mark_islands(lines: list[Line], first: int, counts: Counter[str]) -> None:
    """Short sentences between pieces of furniture, and the headlines over them."""
    for at in range(first + 1, len(lines) - 1):
        line = lines[at]
        if line.kind is not None or line.headline_like or not _weak(line, counts):
            continue
        above, below = lines[at - 1], lines[at + 1]
        apart = (above.kind in _FENCES, below.kind in _FENCES)
        loose = (
            above.kind is None and above.headline_like,
            below.kind is None and (below.headline_like or _weak(below, counts)),
        )
        if (apart[0] and (apart[1] or loose[1])) or (apart[1] and loose[0] and line.words <= LONGEST_LAST):
            line.set(SegmentKind.FURNITURE, "among furniture")
            if loose[0]:
                above.set(SegmentKind.FURNITURE, "among furniture")


def _mark_tail(lines: list[Line], first: int, counts: Counter[str]) -> None:
    """What follows the last paragraph that belongs to the story, from the first piece of furniture on."""
    last = max(
        (
            at
            for at, line in enumerate(lines)
            if line.kind in (None, SegmentKind.LEAD) and (line.prose or line.bullet) and not _weak(line, counts)
        ),
        default=-1,
    )
    begun = False
    for line in lines[max(last + 1, first) :] if last >= 0 else []:
        begun = begun or line.kind in _APART
        if begun and line.kind is None:
            line.set(SegmentKind.FURNITURE, "after the end")
