"""ZIP archives of articles, and the checks that every zipped format goes through before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from claims.articles import formats
from claims.articles.formats import Source
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped

MOST_ENTRIES = 5_000
LARGEST_SUM = 200_000_000  # bytes that all entries may unpack to
LARGEST_RATIO = 200  # unpacked to packed; text packs to a tenth, a bomb to a thousandth


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive, once its directory shows nothing out of proportion.

    Raises :class:`Unreadable` for a broken archive, an encrypted one, and one that would unpack to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("broken", format="ZIP") from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > LARGEST_SUM or unpacked > LARGEST_RATIO * max(len(data), 10_000):
        raise Unreadable("bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("encrypted")
    return archive


def entry_bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of one entry; never more than its directory says and the limit allows."""
    if entry.file_size > limit:
        raise Unreadable("too_large", limit=f"{limit / 1_000_000:g}")
    try:
        with archive.open(entry) as file:
            data = file.read(limit + 1)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Unreadable("broken", format="ZIP") from error
    if len(data) > limit:
        raise Unreadable("too_large", limit=f"{limit / 1_000_000:g}")
    return data


def read(source: Source) -> Iterator[Article | Skipped]:
    """The articles of a ZIP archive in the order of their names; nothing is written to disk.

    An entry's name is shown and never used as a path. Archives in archives are not opened.
    """
    archive = open_zip(source.data)
    found = 0
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if entry.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts if part != ".."):
            continue
        found += 1
        name = f"{source.name}/{path}"
        try:
            data = entry_bytes(archive, entry, source.settings.largest_file)
            if not data.strip():
                raise Unreadable("empty")
            form = formats.sniff(data, path.suffix)
            if form == "zip":
                raise Unreadable("format", format="ZIP")
            yield from formats.read(form, source._replace(name=name, data=data))
        except Unreadable as problem:
            yield problem.skipped(name)
    if not found:
        raise Unreadable("empty_folder")
