"""A statement in its article, with more or less of what stands round it."""

from __future__ import annotations

from claims.models import Article, Span, Statement
from claims.review.views import Passage

_LONGEST = 1200  # signs of one line shown on either side of the quote; longer lines are cut at a space


def passage(article: Article, statement: Statement, context: int) -> Passage:
    """The quote with ``context`` lines: 0 alone, 1 the lines that it stands in, n with n - 1 more each side."""
    text, start, end = article.text, statement.char_start, statement.char_end
    for step in range(context):
        start = _back(text, start, skip=step > 0)
        end = _forth(text, end, skip=step > 0)
    return Passage(
        text=text[start:end],
        start=start,
        quote=Span(statement.char_start - start, statement.char_end - start),
        claim=tuple(Span(left - start, right - start) for left, right in statement.claim_spans),
        more_before=bool(text[:start].strip()) if start < 10_000 else True,
        more_after=bool(text[end : end + 10_000].strip()),
    )


def _back(text: str, start: int, *, skip: bool) -> int:
    """The start of the line that ends at or holds ``start``; with ``skip`` of the one before it."""
    if skip:
        while start > 0 and text[start - 1].isspace():
            start -= 1
    line = text.rfind("\n", max(0, start - _LONGEST), start) + 1
    if line == 0 and start > _LONGEST:
        space = text.find(" ", start - _LONGEST, start)
        line = space + 1 if space >= 0 else start - _LONGEST
    return line


def _forth(text: str, end: int, *, skip: bool) -> int:
    """The end of the line that begins at or holds ``end``; with ``skip`` of the one after it."""
    if skip:
        while end < len(text) and text[end].isspace():
            end += 1
    line = text.find("\n", end, end + _LONGEST)
    if line >= 0:
        return line
    if len(text) - end <= _LONGEST:
        return len(text)
    space = text.rfind(" ", end, end + _LONGEST)
    return space if space > end else end + _LONGEST
