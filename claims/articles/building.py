"""From text, and what a page or a person says about it, to an Article."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from claims.articles import metadata, outlets
from claims.articles.decoding import normalise
from claims.articles.header import Header, read_header
from claims.articles.language import detect
from claims.articles.lines import Line
from claims.articles.problems import Unreadable
from claims.articles.segmenting import READABLE, Page, settle
from claims.errors import InputError
from claims.language import lexicon
from claims.models import Article, Basis, Model, Skipped, When, content_id

LONGEST_TEXT = 1_000_000  # characters; a text of that length is a book
LONGEST_TITLE = 300  # characters


class Given(Model):
    """What a person says about articles that do not say it themselves; an article's own word goes first."""

    published: str = ""  # a date such as 2025-10-21, 21.10.2025 or 21 October 2025
    publisher: str = ""
    url: str = ""
    archive_url: str = ""
    title: str = ""


class Own(NamedTuple):
    """What a page's markup or a table's row says about an article."""

    title: str = ""
    publisher: str = ""
    published: When = When()
    url: str = ""
    canonical_url: str = ""
    archive_url: str = ""
    author: str = ""
    agency: str = ""
    language: str = ""
    page: int | None = None


def check_given(given: Given) -> None:
    """Raises :class:`InputError` for a given date that cannot be read."""
    if given.published and not metadata.given_date(given.published):
        raise InputError(f"the date {given.published!r} cannot be read; write it as 2025-10-21")


def build(
    text: str,
    *,
    own: Own = Own(),  # noqa: B008 - immutable
    given: Given = Given(),  # noqa: B008 - immutable
    lines: list[Line] | None = None,
    source_file: str = "",
    sha256: str = "",
) -> Article:
    """The article that ``text`` holds.

    ``text`` is normalised unless ``lines`` point into it. What the article says itself (header block, markup, date
    line) wins over ``given``; ``given`` wins over what is only inferred (the date of a caption).

    Raises :class:`Unreadable` for a text without words, without body, or in another language.
    """
    text = text if lines is not None else normalise(text)
    if not text.strip():
        raise Unreadable("empty")
    if len(text) > LONGEST_TEXT:
        raise Unreadable("too_long", limit=f"{LONGEST_TEXT:,}")
    header = read_header(text) if lines is None else Header({}, {}, 0)
    fields = header.fields
    page = settle(
        text, lines, title=fields.get("title", "") or own.title, header=header.end, title_span=header.spans.get("title")
    )
    readable = "\n".join(line.text for line in page.lines if line.kind in READABLE)
    if not readable.strip():
        raise Unreadable("no_text")
    language = _language(fields.get("language", "") or own.language, readable)
    if not language:
        raise Unreadable("language")
    title = page.title or own.title or given.title
    url = fields.get("url", "") or own.url
    return Article(
        id=content_id("art", text, url),
        text=text,
        title=" ".join(title.split())[:LONGEST_TITLE],
        publisher=fields.get("publisher", "") or own.publisher or outlets.publisher(page.lines) or given.publisher,
        agency=fields.get("agency", "") or own.agency or metadata.agency(page.lines),
        author=fields.get("author", "") or own.author or metadata.author(page.lines),
        published=_published(header, own, given, page),
        url=url or given.url,
        canonical_url=own.canonical_url,
        archive_url=fields.get("archive_url", "") or own.archive_url or given.archive_url,
        language=language,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        source_file=source_file,
        page=own.page,
        segments=page.segments(),
    )


def _language(stated: str, text: str) -> str:
    code = stated.strip().lower()[:2]
    return code if code in lexicon.languages() else detect(text)


def _published(header: Header, own: Own, given: Given, page: Page) -> When:
    """The day of publication with its evidence; what the article states, then what was given, then the caption."""
    stated = header.fields.get("published", "")
    if stated:
        value = metadata.given_date(stated)
        if value:
            return When(value=value, basis=Basis.EXPLICIT, text=stated, span=header.spans["published"])
    if own.published.value:
        return own.published
    found = metadata.published(page.lines)
    if found.value:
        return found
    if given.published:
        return When(value=metadata.given_date(given.published), basis=Basis.EXPLICIT, text=given.published)
    caption = metadata.caption_date(page.lines)
    if caption.value:
        return caption
    return When(text=stated) if stated else found


def notices(article: Article) -> list[Skipped]:
    """What a reader should know about an article that was read: undated, dated by its caption alone."""
    when = article.published
    if when.basis is Basis.INFERRED:
        return [_notice(article, "caption_date", date=when.value, words=when.text)]
    if when.value:
        return []
    if when.text and when.span is not None:
        return [_notice(article, "dateline_without_year", words=when.text)]
    if when.text:
        return [_notice(article, "bad_date", words=when.text)]
    return [_notice(article, "undated")]


def _notice(article: Article, key: str, **values: str) -> Skipped:
    return Skipped(source=article.source, key=f"notice.{key}", values=values)
