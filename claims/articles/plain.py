"""Text and Markdown files: one article each."""

from __future__ import annotations

from collections.abc import Iterator

from claims.articles.building import build
from claims.articles.decoding import decode
from claims.articles.formats import Source
from claims.models import Article, Skipped


def read(source: Source) -> Iterator[Article | Skipped]:
    """The one article of a text file."""
    text = decode(source.data, charset=source.charset)
    yield build(text, given=source.given, source_file=source.name, sha256=source.sha256)
