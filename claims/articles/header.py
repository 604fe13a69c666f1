"""The header block that a text file may open with: ``Title: … Published: … Publisher: … URL: …``, German names too."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.articles.agencies import HeaderNames, data
from claims.models import Span

_FIELD = re.compile(r"[ \t]*([^\W\d_][\w -]{1,22}?)[ \t]*:[ \t]*([^\n]*)")
_URL = re.compile(r"https?://\S+")
LINES_ABOVE = 3  # lines, such as a note on the origin, that may stand before the block


class Header(NamedTuple):
    """The fields found, where each value stands, and the offset where the text after the block begins."""

    fields: dict[str, str]
    spans: dict[str, Span]
    end: int


@cache
def _names() -> dict[str, str]:
    return {
        name.lower(): field
        for one in data()
        for field in HeaderNames.model_fields
        for name in getattr(one.header, field)
    }


def read_header(text: str) -> Header:
    """The header block of ``text``: consecutive lines ``Name: value`` among its first lines.

    One line alone counts only when it gives a web address, an ISO date or a title and an empty line follows; the
    words "Date:" or "Link:" at the head of a story would otherwise be taken for one.
    """
    at = 0
    skipped = 0
    while at < len(text) and skipped <= LINES_ABOVE:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        if line.strip():
            found = _block(text, at)
            if found.fields:
                return found
            skipped += 1
        at = stop + 1
    return Header({}, {}, 0)


def _block(text: str, begin: int) -> Header:
    fields: dict[str, str] = {}
    spans: dict[str, Span] = {}
    at = begin
    while at < len(text):
        match = _FIELD.match(text, at)
        field = _names().get(match.group(1).lower()) if match else None
        if match is None or field is None:
            break
        value = match.group(2).strip()
        if field not in fields and value:
            fields[field] = value
            start = match.start(2) + len(match.group(2)) - len(match.group(2).lstrip())
            spans[field] = Span(start, start + len(value))
        at = match.end() + 1
    if len(fields) >= 2:
        return Header(fields, spans, at)
    alone = next(iter(fields.items()), ("", ""))
    blank = at >= len(text) or text[at : at + 200].lstrip(" \t").startswith("\n")
    sure = alone[0] == "title" or _URL.match(alone[1]) or re.match(r"\d{4}-\d\d-\d\d", alone[1])
    if sure and blank:
        return Header(fields, spans, at)
    return Header({}, {}, 0)
