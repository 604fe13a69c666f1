"""Folders, files and addresses that are looked at again and again: what is new since the last look.

A file counts as new when it was written anew, and is read once nobody writes to it any more. An address is asked for
with what its server gave to tell whether anything changed, not oftener than every half minute, and ever more rarely
while it fails.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.articles import web
from claims.articles.addresses import scheme_of
from claims.articles.building import Given, check_given
from claims.articles.files import sources
from claims.articles.opening import STDIN, Opener
from claims.articles.problems import Unreadable
from claims.errors import InputError
from claims.models import Article, Skipped
from claims.settings import Settings
from claims.wording import say

SETTLED = 2.0  # seconds without a change after which a file is held to be whole
BETWEEN = 30.0  # seconds between two requests for one address
LONGEST_BETWEEN = 3600.0


class Watch:
    """What ``paths`` hold, look after look."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        given: Given = Given(),  # noqa: B008 - immutable
        settings: Settings = Settings(),  # noqa: B008 - immutable
        follow: bool = False,
    ) -> None:
        """Raises :class:`InputError` for standard input, which ends, and for a given date that cannot be read."""
        check_given(given)
        if STDIN in paths:
            raise InputError(say("error.watch_stdin"))
        self._paths = tuple(paths)
        self._opener = Opener(given, settings, follow=follow)
        self._settings = settings
        self._stamps: dict[str, tuple[int, int, int]] = {}  # of files, when they were read
        self._states: dict[str, web.Validators] = {}
        self._next: dict[str, float] = {}  # when an address may be asked for again
        self._failures: dict[str, int] = {}
        self._told: dict[str, Skipped] = {}
        self._seen: set[str] = set()

    def look(self) -> Iterator[Article | Skipped]:
        """What is new, in the order of names; a problem is told once, until it is another one or gone and back."""
        with self._opener:
            for name, problem in sources(self._paths):
                if problem and problem.key == "skipped.empty_folder":
                    continue  # that is what is waited for
                for found in [problem] if problem else self._new(name):
                    if isinstance(found, Article):
                        if found.id not in self._seen:
                            self._seen.add(found.id)
                            yield found
                    elif self._told.get(found.source) != found:
                        self._told[found.source] = found
                        yield found

    def _new(self, name: str) -> Iterator[Article | Skipped]:
        if scheme_of(name):
            yield from self._new_at(name)
            return
        try:
            status = Path(name).stat()
        except OSError:
            return  # gone since the folder was listed
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        if self._stamps.get(name) == stamp or 0 <= time.time() - status.st_mtime < SETTLED:
            return
        self._stamps[name] = stamp
        self._told.pop(name, None)
        yield from self._opener.read(name)

    def _new_at(self, url: str) -> Iterator[Article | Skipped]:
        now = time.monotonic()
        if now < self._next.get(url, now):
            return
        try:
            fetched = web.fetch(url, self._settings, self._states.get(url, web.Validators()))
            if fetched is not None:
                self._states[url] = fetched.validators
                yield from self._opener.read_fetched(url, fetched)
            self._failures[url] = 0
            self._told.pop(url, None)
        except Unreadable as problem:
            self._failures[url] = self._failures.get(url, 0) + 1
            yield problem.skipped(url)
        self._next[url] = now + min(LONGEST_BETWEEN, BETWEEN * 2 ** self._failures[url])
