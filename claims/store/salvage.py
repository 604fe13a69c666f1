"""Getting articles and decisions out of a damaged or tampered case file; the file itself is never written to."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from claims.models import Article, Decision, Model, Skipped
from claims.store.schema import APPLICATION_ID

_HEADER = 100
_WIDEST_GAP = 200_000  # row numbers tried one by one between the rows before and after a damage


class Salvage(Model):
    """What could be read; ``broken`` counts the rows known to be missing or unreadable, there may be more."""

    articles: tuple[Article, ...] = ()
    acts: tuple[Decision, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    broken: int = 0


def salvage(path: Path) -> Salvage:
    """Every article, act and skipped source that can still be read. Empty when nothing can."""
    folder = Path(tempfile.mkdtemp(prefix="claims-doctor-"))
    try:
        copy = folder / "copy.db"
        shutil.copyfile(path, copy)
        log = path.with_name(path.name + "-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        best = _read(copy)
        if not best.articles and not best.acts:
            _give_new_header(copy)
            best = _read(copy)
        return best
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _read(copy: Path) -> Salvage:
    articles, acts, skipped, broken = list[Article](), list[Decision](), list[Skipped](), 0
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        with contextlib.suppress(sqlite3.Error):
            connection.execute("PRAGMA writable_schema = ON")  # a damaged schema entry then hides no other table
        for row in _rows(connection, "articles"):
            try:
                articles.append(Article.model_validate_json(row["found"]))
            except (ValidationError, TypeError):
                broken += 1
        for row in _rows(connection, "acts"):
            try:
                values = {name: row[name] for name in Decision.model_fields}
                values |= {name: json.loads(row[name]) for name in ("objects", "values", "before", "anchors")}
                acts.append(Decision.model_validate(values))
            except (ValidationError, ValueError, TypeError, RecursionError):
                broken += 1
        with contextlib.suppress(sqlite3.Error):
            last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'acts'").fetchone()
            broken += max(0, (int(last[0]) if last else 0) - len(acts) - broken)
        for row in _rows(connection, "skipped"):
            with contextlib.suppress(ValidationError, TypeError):
                skipped.append(Skipped.model_validate_json(row["body"]))
    except sqlite3.Error:
        broken += 1
    finally:
        connection.close()
    return Salvage(articles=tuple(articles), acts=tuple(acts), skipped=tuple(skipped), broken=broken)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[sqlite3.Row]:
    """The readable rows of a table: from the front, from the back, and between the two one by one."""
    front, last = list[sqlite3.Row](), 0
    try:
        for row in connection.execute(f"SELECT rowid AS place, * FROM {table} NOT INDEXED ORDER BY rowid"):
            front.append(row)
            last = row["place"]
    except sqlite3.Error:
        pass
    else:
        yield from front
        return
    back, first = list[sqlite3.Row](), None
    try:
        query = f"SELECT rowid AS place, * FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid DESC"
        for row in connection.execute(query, (last,)):
            back.append(row)
            first = row["place"]
    except sqlite3.Error:
        pass
    between = list[sqlite3.Row]()
    for place in range(last + 1, min(first or last + 1 + _WIDEST_GAP // 100, last + 1 + _WIDEST_GAP)):
        with contextlib.suppress(sqlite3.Error):
            row = connection.execute(f"SELECT rowid AS place, * FROM {table} WHERE rowid = ?", (place,)).fetchone()
            if row is not None:
                between.append(row)
    yield from front
    yield from between
    yield from reversed(back)


def _give_new_header(copy: Path) -> None:
    """Write the first 100 bytes as a case of the present format has them; what follows them is left alone."""
    pages = copy.stat().st_size // 4096
    header = bytearray(_HEADER)
    header[0:16] = b"SQLite format 3\x00"
    header[16:24] = bytes((0x10, 0x00, 2, 2, 0, 64, 32, 32))  # 4096 bytes a page, write-ahead log
    header[24:28] = header[92:96] = (1).to_bytes(4, "big")
    header[28:32] = pages.to_bytes(4, "big")
    header[44:48] = (4).to_bytes(4, "big")  # schema format
    header[56:60] = (1).to_bytes(4, "big")  # UTF-8
    header[68:72] = APPLICATION_ID.to_bytes(4, "big")
    with copy.open("r+b") as file:
        file.write(header)
