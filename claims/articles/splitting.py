"""Lines that hold more than one thing: credits, stamps and datelines glued to text, kickers glued to headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from claims.articles.agencies import find_credits, find_dateline
from claims.articles.captions import credit_place, speaks
from claims.articles.lines import Line
from claims.articles.stamps import find_stamps, others
from claims.language.tokens import tokenize
from claims.models import SegmentKind

_SENTENCE_END = re.compile(r"[.!?…][\"'“”„«»‘’›‹)\]]*\s+$")
_SEAM = re.compile(r"(?<=[a-zäöüß]{2})(?=[A-ZÄÖÜ][a-zäöüß]{2})|(?<=[a-zäöüß]{2}[.!?:])(?=[A-ZÄÖÜ][a-zäöüß]{2})")
_PIPE = re.compile(r"\s+[|]\s+")
LONGEST_HEADLINE = 26  # words
LONGEST_CAPTION = 75  # words; a longer line with a picture credit at its end is body text with the credit stuck to it


def _part(line: Line, start: int, end: int, kind: SegmentKind | None, why: str, *, tail: bool) -> Line | None:
    """``line.text[start:end]`` without white space around it as a line of its own."""
    piece = line.text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left >= right:
        return None
    return Line(
        line.start + left,
        line.start + right,
        line.text[left:right],
        gap=line.gap and start == 0,
        bullet=line.bullet and start == 0,
        number=line.number and start == 0,
        kind=kind,
        why=why,
        hint=line.hint,
        tail=tail,
    )


def _cut(line: Line, cuts: list[tuple[int, int, SegmentKind, str]]) -> Iterator[Line]:
    """The parts of ``line`` between and in ``cuts``, which are in order and do not overlap."""
    last = 0
    for start, end, kind, why in cuts:
        before = _part(line, last, start, line.kind, line.why, tail=last > 0)
        if before:
            yield before
        piece = _part(line, start, end, kind, why, tail=True)
        if piece:
            yield piece
        last = end
    rest = _part(line, last, len(line.text), line.kind, line.why, tail=last > 0)
    if rest:
        yield rest


def _stamp_tail(text: str) -> int | None:
    """Where a date line begins that is stuck to the end of a sentence."""
    offset = max(0, len(text) - 90)
    for stamp in find_stamps(text[offset:]):
        start = offset + stamp.start
        if stamp.full and _SENTENCE_END.search(text[max(0, start - 8) : start]) and len(others(text[start:])) <= 2:
            return start
    return None


def split_line(line: Line, *, first: bool) -> list[Line]:
    """``line`` in its parts: dateline, text, credit, text, stamp. ``first``: it opens the story."""
    text = line.text
    if first:
        parts = split_bar(line)
        if len(parts) > 1:
            return parts
    cuts: list[tuple[int, int, SegmentKind, str]] = []
    dateline = find_dateline(text, first=first) if line.words > 8 else None
    if dateline:
        cuts.append((0, dateline.end, SegmentKind.BYLINE, "dateline"))
    if line.words > 3:
        for credit in find_credits(text):
            if not cuts or credit.start >= cuts[-1][1]:
                cuts.append((credit.start, credit.end, SegmentKind.BYLINE, "agency credit"))
    tail = _stamp_tail(text)
    if tail is not None and (not cuts or tail >= cuts[-1][1]):
        cuts.append((tail, len(text), SegmentKind.BYLINE, "date line"))
    place = credit_place(text)
    stuck = place and (line.words > LONGEST_CAPTION or (line.sentences > 2 and speaks(text)))
    if place and stuck and (not cuts or place >= cuts[-1][1]):
        cuts.append((place, len(text), SegmentKind.CAPTION, "picture credit"))
    return list(_cut(line, cuts)) if cuts else [line]


def seam(text: str, vocabulary: Counter[str]) -> int | None:
    """Where a kicker and a headline were glued together: "… der HafenStadtrat streitet …".

    A seam is a small letter before a capital inside a word, whose two halves are words of the rest of the page; one
    half will do between two stretches of several words, where the page never writes the two as one.
    """
    best: tuple[int, int] | None = None
    for match in _SEAM.finditer(text):
        place = match.start()
        left = re.search(r"[\w'’-]+[.!?:]?$", text[:place])
        right = re.match(r"[\w'’-]+", text[place:])
        if left is None or right is None:
            continue
        known = (left.group().lower().rstrip(".!?:") in vocabulary) + (right.group().lower() in vocabulary)
        joined = left.group().lower().rstrip(".!?:") + right.group().lower()
        parted = len(text[:place].split()) >= 2 and len(text[place:].split()) >= 3 and vocabulary[joined] <= 1
        if (known == 2 or (known and parted)) and (best is None or known > best[0]):
            best = (known, place)
    return best[1] if best else None


def vocabulary(text: str) -> Counter[str]:
    """How often each word stands in ``text``, lower-cased; bounded to its first 40,000 characters."""
    return Counter(token.lower for token in tokenize(text, 0, min(len(text), 40_000)))


def split_headline(line: Line, known: Counter[str]) -> list[Line]:
    """A headline in its parts: kicker and headline."""
    place = seam(line.text, known)
    if place is None:
        return [line]
    return list(_cut(line, [(0, place, SegmentKind.FURNITURE, "kicker")]))


def split_bar(line: Line) -> list[Line]:
    """ "Headline | Author. 3.5.2025." in its two parts, where what follows the bar is a name, an outlet or a date."""
    bar = _PIPE.search(line.text)
    if (
        bar is None
        or len(_PIPE.findall(line.text)) > 1
        or line.words > LONGEST_HEADLINE
        or len(line.text[: bar.start()].split()) < 3
    ):
        return [line]
    rest = others(line.text[bar.end() :])
    if line.text[bar.start() - 1] in ".!?" and not find_stamps(line.text[bar.end() :]):
        return [line]  # a caption and who took the picture
    if len(rest) > 8 or not all(word[0].isupper() or len(word) <= 3 for word in rest):
        return [line]
    parts = list(_cut(line, [(bar.start(), len(line.text), SegmentKind.BYLINE, "beside the headline")]))
    parts[0].hint = parts[0].hint or "headline"
    return parts
