"""From the name of a source to its articles: the bytes of a file, of standard input or of what stands at an address.

An entry of a feed is read from the feed's own text. Only where the pages are asked for as well (``follow``) is the
page that an entry links to fetched, one at a time, under the same limits.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.articles import formats, web
from claims.articles.addresses import original, parse, scheme_of
from claims.articles.building import Given
from claims.articles.formats import Source
from claims.articles.isolation import Isolation
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

STDIN = "-"
PAUSE = 1.0  # seconds between two pages of one feed
MOST_FOLLOWED = 100  # pages of one feed
_BLANK = b"\0\xef\xbb\xbf \t\r\n"
_SINGLE = ("text", "html", "pdf", "docx")  # formats of one article, whose address is that of the file


class Opener:
    """Opens one source after the other; use it in a ``with`` block."""

    def __init__(self, given: Given, settings: Settings, *, follow: bool = False) -> None:
        self._given = given
        self._settings = settings
        self._follow = follow
        self._isolation = Isolation()
        self.followed: set[str] = set()  # addresses of pages that were fetched for entries

    def __enter__(self) -> Opener:
        return self

    def __exit__(self, *_: object) -> None:
        self._isolation.close()

    def read(self, name: str) -> Iterator[Article | Skipped]:
        """What a file holds, or what stands at an address; what cannot be read comes as a ``Skipped``."""
        try:
            if scheme_of(name):
                fetched = web.fetch(name, self._settings)
                assert fetched is not None  # nothing was said to be known
                yield from self.read_fetched(name, fetched)
                return
            data = _bytes(name, self._settings.largest_file)
            form = formats.sniff(data, Path(name).suffix)
            source = Source(name, data, self._given, self._settings, isolation=self._isolation)
            yield from self._opened(form, source)
        except Unreadable as problem:
            yield problem.skipped(name)
        except OSError as error:
            yield Unreadable("unreadable", problem=words_of(error)).skipped(name)

    def read_fetched(self, name: str, fetched: web.Fetched) -> Iterator[Article | Skipped]:
        """The articles in what was fetched, with the time of it and, where it is one article, its address.

        Raises :class:`Unreadable` for what cannot be read.
        """
        if not fetched.data.strip(_BLANK):
            raise Unreadable("web_empty")
        ending = fetched.extension or Path(parse(fetched.url).target.partition("?")[0]).suffix
        form = formats.sniff(fetched.data, ending)
        url, archived = original(fetched.url)
        given = self._given
        if form in _SINGLE:
            address = {"url": given.url or url, "archive_url": given.archive_url or archived}
            given = given.model_copy(update=address)
        source = Source(name, fetched.data, given, self._settings, url, fetched.charset, self._isolation)
        for found in self._opened(form, source):
            if isinstance(found, Article) and not found.retrieved_at:
                found = found.model_copy(update={"retrieved_at": fetched.retrieved_at})
            yield found

    def _opened(self, form: str, source: Source) -> Iterator[Article | Skipped]:
        found = formats.read(form, source)
        return self._with_pages(found, source) if self._follow and form == "feed" else found

    def _with_pages(self, entries: Iterable[Article | Skipped], feed: Source) -> Iterator[Article | Skipped]:
        """The pages that new entries link to; an entry whose page cannot be read stays as the feed has it."""
        host = {parse(feed.url).host} if feed.url else set()
        settings = self._settings.model_copy(update={"private_hosts": self._settings.private_hosts & host})
        number = 0
        for entry in entries:
            if not isinstance(entry, Article) or not entry.url or number >= MOST_FOLLOWED:
                yield entry
                continue
            if entry.url in self.followed:
                continue
            if number:
                time.sleep(PAUSE)
            number += 1
            self.followed.add(entry.url)
            try:
                fetched = web.fetch(entry.url, settings)
                assert fetched is not None
                pages = list(self._page(entry.url, fetched))
            except Unreadable as problem:
                pages = [problem.skipped(entry.url)]
            if not any(isinstance(page, Article) for page in pages):
                yield entry
            yield from pages

    def _page(self, name: str, fetched: web.Fetched) -> Iterator[Article | Skipped]:
        follow, self._follow = self._follow, False  # a feed behind an entry is not followed
        try:
            yield from self.read_fetched(name, fetched)
        finally:
            self._follow = follow


def words_of(error: Exception) -> str:
    """What the system says of its refusal."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _bytes(name: str, limit: int) -> bytes:
    """The bytes of one file; never more than the limit and one."""
    if name == STDIN:
        data = sys.stdin.buffer.read(limit + 1)
    else:
        path = Path(name)
        if not path.is_file():
            raise Unreadable("unreadable", problem="not a regular file")
        if path.stat().st_size > limit:
            raise Unreadable("too_large", limit=f"{limit / 1_000_000:g}")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    if len(data) > limit:
        raise Unreadable("too_large", limit=f"{limit / 1_000_000:g}")
    if not data.strip(_BLANK):
        raise Unreadable("empty")
    return data
