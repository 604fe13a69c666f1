"""Quotations that run over several paragraphs, of which only the first opens and only the last closes the marks."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.marks import Quotation, closing_marks
from claims.language.tokens import Token

MOST = 4  # paragraphs behind the one that opens

Paragraph = tuple[int, int, list[Quotation]]  # its tokens from the first to behind the last, and what is quoted there


def over_paragraphs(tokens: Sequence[Token], paragraphs: Sequence[Paragraph], language: str) -> list[Paragraph]:
    """``paragraphs`` with those wholly quoted that stand between an open quotation and the mark that closes it.

    A paragraph that opens the marks again is a quotation by itself; where no mark closes, nothing is changed.
    """
    result = list(paragraphs)
    for place, (_, last, here) in enumerate(paragraphs):
        running = next((one for one in here if not one.closed and one.depth == 0 and one.end == last), None)
        if running is None:
            continue
        closers = closing_marks(tokens[running.start].text, language)
        for at in range(place + 1, min(place + 1 + MOST, len(paragraphs))):
            start, end, inner = paragraphs[at]
            if any(not one.closed or one.start == start for one in inner):
                break
            mark = _loose(tokens, paragraphs[at], closers)
            if mark >= 0:
                for between in range(place + 1, at):
                    first, stop, quoted = paragraphs[between]
                    result[between] = (first, stop, _within(first, stop, quoted, closed=False))
                result[at] = (start, end, _within(start, mark + 1, inner, closed=True))
                break
    return result


def _loose(tokens: Sequence[Token], paragraph: Paragraph, closers: tuple[str, ...]) -> int:
    """The first mark of the paragraph that closes what nothing in it has opened; -1 if there is none."""
    start, end, here = paragraph
    paired = {index for one in here for index in (one.start, one.end - 1)}
    return next((i for i in range(start, end) if tokens[i].text in closers and i not in paired), -1)


def _within(start: int, end: int, quoted: list[Quotation], *, closed: bool) -> list[Quotation]:
    """The quotation from ``start`` to ``end`` with those inside it a level deeper."""
    deeper = [one._replace(depth=one.depth + 1) if one.end <= end else one for one in quoted]
    return [Quotation(start, end, 0, closed), *deeper]
