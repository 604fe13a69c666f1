"""The outlet that a text copied from a page names: in its masthead, its date line or its copyright note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claims.articles.agencies import data
from claims.articles.furniture import match
from claims.articles.lines import Line
from claims.articles.stamps import find_stamps
from claims.models import SegmentKind

MASTHEAD = 12  # lines of the page among which its name stands
_BARS = re.compile(r"\s+[|/·•–-]\s+|,\s")
_NAME = re.compile(r"(?:(?:The|Die|Der|Das) )?[A-ZÄÖÜ][\w'’.-]*(?: (?:of |für |am |im )?[A-ZÄÖÜ][\w'’.-]*){0,3}")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:(?:19|20)\d\d\s*)?(.{3,60}?)(?:\s*(?:19|20)\d\d)?(?:\.|$)", re.IGNORECASE
)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted({word.lower() for one in data() for word in one.outlet_words}))


def is_outlet(name: str) -> bool:
    """Whether ``name`` is built like a newspaper's or a station's: "Ostrauer Bote", "Nordfunk", "The Ledger"."""
    if not _NAME.fullmatch(name) or match(name) is not None or not 4 <= len(name) <= 50:
        return False
    words = name.lower().split()
    last = words[-1]
    if len(words) == 1:
        return any(last.endswith(ending) and len(last) > len(ending) + 1 for ending in _endings())
    return any(last == ending or (last.endswith(ending) and len(ending) > 4) for ending in _endings())


def publisher(lines: Sequence[Line]) -> str:
    """The outlet's name as the page writes it, empty when it names none."""
    for at, line in enumerate(lines):
        if line.kind is SegmentKind.BYLINE and line.why in ("date line", "author's line"):
            stamps = find_stamps(line.text)
            pieces = _BARS.split(line.text[: stamps[0].start] if stamps else line.text)
        elif line.kind is SegmentKind.FURNITURE and at < MASTHEAD and line.words <= 10:
            pieces = _BARS.split(line.text)
        else:
            note = _COPYRIGHT.match(line.text) if line.kind in (SegmentKind.BYLINE, SegmentKind.FURNITURE) else None
            pieces = [note.group(1)] if note else []
        for piece in pieces:
            name = piece.strip(" ,|/·•–-")
            if is_outlet(name):
                return name
    return ""
