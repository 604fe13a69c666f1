"""PDF files: one article each, from the text layer; a scan without one is said to have none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.articles.building import Own, build
from claims.articles.formats import Source
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped

MOST_PAGES = 300
MOST_CHARACTERS = 1_000_000
FEWEST_CHARACTERS = 20  # a page of a scan holds at most a number
_HYPHEN = re.compile(r"(?<=[a-zäöüß])[-\u00ad\u2010]\n(?=[a-zäöüß])")
_MARKED = re.compile("[\x02\ufffe]\n?")  # how pdfium writes a hyphen at a line's end
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe]")


def read(source: Source) -> Iterator[Article | Skipped]:
    """The one article of a PDF; ``page`` is set where it has a single page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Unreadable("encrypted" if locked else "broken", **({} if locked else {"format": "PDF"})) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise Unreadable("too_many_pages", limit=str(MOST_PAGES))
        pages = []
        for number in range(count):
            page = document[number]
            words = page.get_textpage()
            pages.append(words.get_text_range(count=min(words.count_chars(), MOST_CHARACTERS)))
            if sum(map(len, pages)) > MOST_CHARACTERS:
                raise Unreadable("too_long", limit=f"{MOST_CHARACTERS:,}")
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", format="PDF") from error
    finally:
        document.close()
    text = "\n".join(pages)
    if len(text.strip()) < FEWEST_CHARACTERS:
        raise Unreadable("no_text_layer")
    own = Own(page=1 if count == 1 else None)
    yield build(paragraphs(text), own=own, given=source.given, source_file=source.name, sha256=source.sha256)


def paragraphs(text: str) -> str:
    """The lines of a page as paragraphs: words divided at a line's end joined, lines that run on put behind each other.

    A paragraph ends with an empty line or a line that is shorter than the column.
    """
    text = _ODD.sub("", _MARKED.sub("-\n", text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = [line.strip() for line in text.split("\n")]
    widths = sorted(len(line) for line in lines if line)
    column = widths[int(0.9 * (len(widths) - 1))] if widths else 0
    found: list[list[str]] = [[]]
    for line in lines:
        last = found[-1][-1] if found[-1] else ""
        runs_on = len(last) > 30 and len(last) >= 0.75 * column
        if not line or (last and not runs_on):
            found.append([])
        if line:
            found[-1].append(line)
    return "\n\n".join(_HYPHEN.sub("", "\n".join(part)).replace("\n", " ") for part in found if part)
