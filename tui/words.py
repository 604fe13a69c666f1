"""Words of an article by their places: what a cursor steps over and an extent is made of."""

from __future__ import annotations

from claims.models import Span


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words between two offsets; a word is what stands between blanks."""
    stop = len(text) if end is None else end
    found, begun = [], -1
    for index in range(start, stop):
        if text[index].isspace():
            if begun >= 0:
                found.append(Span(begun, index))
            begun = -1
        elif begun < 0:
            begun = index
    if begun >= 0:
        found.append(Span(begun, stop))
    return found
