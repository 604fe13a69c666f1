"""Paths to articles: files and folders, in a stable order, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.articles import formats
from claims.articles.building import Given, check_given
from claims.articles.formats import Source
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

STDIN = "-"


def read(
    paths: Sequence[str],
    *,
    given: Given = Given(),  # noqa: B008 - immutable
    settings: Settings = Settings(),  # noqa: B008 - immutable
) -> Iterator[Article | Skipped]:
    """The articles of files and folders (recursively, hidden ones left out), ``-`` for standard input.

    They come in the order of their names, whatever the order of ``paths``; what cannot be read comes as a ``Skipped``
    that says why, and the rest goes on. A text that was read before comes as a ``Skipped`` that names the first.
    Raises :class:`InputError` only for a given date that cannot be read.
    """
    check_given(given)
    seen: dict[str, str] = {}
    for name, problem in _sources(paths):
        if problem is not None:
            yield problem
            continue
        for found in _read_one(name, given, settings):
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
        if found[name] is None and name != STDIN:
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


def _read_one(name: str, given: Given, settings: Settings) -> Iterator[Article | Skipped]:
    try:
        data = _bytes(name, settings)
        form = formats.sniff(data, Path(name).suffix)
        yield from formats.reader(form)(Source(name, data, given, settings))
    except Unreadable as problem:
        yield problem.skipped(name)
    except OSError as error:
        yield Unreadable("unreadable", problem=_words(error)).skipped(name)


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
    if not data.strip(b"\0\xef\xbb\xbf \t\r\n"):
        raise Unreadable("empty")
    return data


def _megabytes(limit: int) -> str:
    return f"{limit / 1_000_000:g}"
