"""Paths and web addresses to articles: files, folders and what stands at an address, in a stable order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.articles import formats, web
from claims.articles.addresses import original, parse, scheme_of
from claims.articles.building import Given, check_given
from claims.articles.formats import Source
from claims.articles.isolation import Isolation
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

STDIN = "-"
_BLANK = b"\0\xef\xbb\xbf \t\r\n"
_SINGLE = ("text", "html", "pdf", "docx")  # formats of one article, whose address is that of the file


def read(
    paths: Sequence[str],
    *,
    given: Given = Given(),  # noqa: B008 - immutable
    settings: Settings = Settings(),  # noqa: B008 - immutable
) -> Iterator[Article | Skipped]:
    """The articles of files and folders (recursively, hidden ones left out), ``-`` for standard input, and of what
    stands at web addresses: each is fetched once, and nothing that it refers to.

    They come in the order of their names, whatever the order of ``paths``; what cannot be read comes as a ``Skipped``
    that says why, and the rest goes on. A text that was read before comes as a ``Skipped`` that names the first.
    Raises :class:`InputError` only for a given date that cannot be read.
    """
    check_given(given)
    seen: dict[str, str] = {}
    with Isolation() as isolation:
        for name, problem in _sources(paths):
            if problem is not None:
                yield problem
                continue
            for found in read_one(name, given, settings, isolation):
                if isinstance(found, Article):
                    if found.id in seen:
                        yield Unreadable("same_text", other=seen[found.id]).skipped(found.source_file)
                        continue
                    seen[found.id] = found.source_file
                yield found


def _sources(paths: Sequence[str]) -> Iterator[tuple[str, Skipped | None]]:
    """Every file once, sorted by name, with what cannot be looked into."""
    found: dict[str, Skipped | None] = {}
    for given in paths:
        if given == STDIN:
            found[given] = None
            continue
        if scheme_of(given):
            found[given.strip()] = _refused(given)
            continue
        name = given.replace(os.sep, "/")
        path = Path(given)
        try:
            if path.is_dir():
                found.update(_folder(path, name))
            elif path.exists():
                found[name] = None
            else:
                found[name] = Unreadable("missing").skipped(name)
        except (OSError, ValueError) as error:
            found[name] = Unreadable("unreadable", problem=_words(error)).skipped(name)
    real: set[str] = set()
    for name in sorted(found):
        if found[name] is None and name != STDIN and not scheme_of(name):
            place = os.path.realpath(name)
            if place in real:
                continue
            real.add(place)
        yield name, found[name]


def _folder(path: Path, name: str) -> dict[str, Skipped | None]:
    found: dict[str, Skipped | None] = {}
    problems: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=problems.append):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in files:
            if file.startswith("."):
                continue
            inner = Path(folder, file).as_posix()
            extension = Path(file).suffix.lower()
            known = not extension or extension in formats.EXTENSIONS
            found[inner] = None if known else Unreadable("extension", extension=extension).skipped(inner)
    for error in problems:
        place = str(error.filename).replace(os.sep, "/")
        found[place] = Unreadable("unreadable", problem=_words(error)).skipped(place)
    if not found:
        found[name] = Unreadable("empty_folder").skipped(name)
    return found


def _words(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _refused(url: str) -> Skipped | None:
    """Why an address is not even asked for, None where it is."""
    try:
        parse(url)
    except Unreadable as problem:
        return problem.skipped(url)
    return None


def read_one(name: str, given: Given, settings: Settings, isolation: Isolation) -> Iterator[Article | Skipped]:
    """What one file holds, or what stands at one address."""
    try:
        if scheme_of(name):
            fetched = web.fetch(name, settings)
            assert fetched is not None  # nothing was said to be known
            yield from read_fetched(name, fetched, given, settings, isolation)
            return
        data = _bytes(name, settings)
        form = formats.sniff(data, Path(name).suffix)
        yield from formats.read(form, Source(name, data, given, settings, isolation=isolation))
    except Unreadable as problem:
        yield problem.skipped(name)
    except OSError as error:
        yield Unreadable("unreadable", problem=_words(error)).skipped(name)


def read_fetched(
    name: str, fetched: web.Fetched, given: Given, settings: Settings, isolation: Isolation
) -> Iterator[Article | Skipped]:
    """The articles in what was fetched, with the time of it and, where it is one article, its address."""
    if not fetched.data.strip(_BLANK):
        raise Unreadable("web_empty")
    form = formats.sniff(fetched.data, fetched.extension or Path(parse(fetched.url).target.partition("?")[0]).suffix)
    url, archived = original(fetched.url)
    if form in _SINGLE:
        given = given.model_copy(update={"url": given.url or url, "archive_url": given.archive_url or archived})
    source = Source(name, fetched.data, given, settings, url, fetched.charset, isolation)
    for found in formats.read(form, source):
        if isinstance(found, Article):
            found = found.model_copy(update={"retrieved_at": fetched.retrieved_at})
        yield found


def _bytes(name: str, settings: Settings) -> bytes:
    """The bytes of one file; never more than the limit and one."""
    limit = settings.largest_file
    if name == STDIN:
        data = sys.stdin.buffer.read(limit + 1)
    else:
        path = Path(name)
        if not path.is_file():
            raise Unreadable("unreadable", problem="not a regular file")
        if path.stat().st_size > limit:
            raise Unreadable("too_large", limit=_megabytes(limit))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    if len(data) > limit:
        raise Unreadable("too_large", limit=_megabytes(limit))
    if not data.strip(_BLANK):
        raise Unreadable("empty")
    return data


def _megabytes(limit: int) -> str:
    return f"{limit / 1_000_000:g}"
