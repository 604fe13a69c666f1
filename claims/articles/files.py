"""Paths and web addresses to articles: files, folders and what stands at an address, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.articles import formats
from claims.articles.addresses import parse, scheme_of
from claims.articles.building import Given, check_given
from claims.articles.opening import STDIN, Opener, words_of
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings


def read(
    paths: Sequence[str],
    *,
    given: Given = Given(),  # noqa: B008 - immutable
    settings: Settings = Settings(),  # noqa: B008 - immutable
    follow: bool = False,
) -> Iterator[Article | Skipped]:
    """The articles of files and folders (recursively, hidden ones left out), ``-`` for standard input, and of what
    stands at web addresses: each is fetched once, and nothing that it refers to, but for the pages that the entries
    of a feed link to with ``follow``.

    They come in the order of their names, whatever the order of ``paths``; what cannot be read comes as a ``Skipped``
    that says why, and the rest goes on. A text that was read before comes as a ``Skipped`` that names the first.
    Raises :class:`InputError` only for a given date that cannot be read.
    """
    check_given(given)
    seen: dict[str, str] = {}
    with Opener(given, settings, follow=follow) as opener:
        for name, problem in sources(paths):
            if problem is not None:
                yield problem
                continue
            for found in opener.read(name):
                if isinstance(found, Article):
                    if found.id in seen:
                        yield Unreadable("same_text", other=seen[found.id]).skipped(found.source_file)
                        continue
                    seen[found.id] = found.source_file
                yield found


def sources(paths: Sequence[str]) -> Iterator[tuple[str, Skipped | None]]:
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
            found[name] = Unreadable("unreadable", problem=words_of(error)).skipped(name)
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
        found[place] = Unreadable("unreadable", problem=words_of(error)).skipped(place)
    if not found:
        found[name] = Unreadable("empty_folder").skipped(name)
    return found


def _refused(url: str) -> Skipped | None:
    """Why an address is not even asked for, None where it is."""
    try:
        parse(url)
    except Unreadable as problem:
        return problem.skipped(url)
    return None
