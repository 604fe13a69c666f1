"""One case file: opened with every guard on, written in immediate transactions, its faults put into sentences.

A connection may be used from several threads; a lock keeps transactions apart. Rows are plain
:class:`sqlite3.Row`; what they mean is for the modules beside this one.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from claims.errors import CaseError
from claims.store import schema
from claims.wording import interface_language, say

Row = sqlite3.Row
_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 5.0
_RETRY_SECONDS = 0.02
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FAULTS = {  # primary result codes of SQLite
    sqlite3.SQLITE_BUSY: "store.busy",
    sqlite3.SQLITE_LOCKED: "store.busy",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_IOERR: "store.disk",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_CANTOPEN: "store.cannot_open",
    sqlite3.SQLITE_NOTADB: "store.foreign",
}


def backup_name(path: Path, version: int) -> Path:
    """Where the file is copied before it is brought from ``version`` to the newest one."""
    return path.with_name(f"{path.name}.v{version}-backup")


class Database:
    """An open case file."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool, lang: str) -> None:
        self.connection = connection
        self.path = path
        self.read_only = read_only
        self.lang = lang
        self._lock = threading.RLock()
        self._depth = 0
        self._writing = False

    @classmethod
    def open(
        cls, path: str | Path, *, read_only: bool = False, create: bool = True, lang: str | None = None
    ) -> Database:
        """The case at ``path``; made when missing and ``create`` is set.

        A file that cannot be written is opened for reading. Raises :class:`CaseError` for a missing,
        foreign, damaged, newer or tampered file, with a sentence that says what to do.
        """
        path, lang = Path(path), interface_language(lang)
        fault = _look_at(path, make=create and not read_only)
        if fault:
            raise CaseError(say(fault, lang, path=path))
        patience = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                return cls._admitted(path, read_only=read_only, lang=lang)
            except sqlite3.Error as error:
                # turning WAL on, and the last to close clearing it away, refuse others without SQLite's own waiting
                if _fault(error) not in _IN_USE or time.monotonic() > patience:
                    raise _sentence(error, path, lang) from error
            time.sleep(_RETRY_SECONDS)

    @classmethod
    def _admitted(cls, path: Path, *, read_only: bool, lang: str) -> Database:
        database = cls._connect(path, read_only=read_only, lang=lang)
        try:
            database._admit()
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def _connect(cls, path: Path, *, read_only: bool, lang: str) -> Database:
        address = path.resolve().as_uri()
        if not read_only:
            connection = _raw(address + "?mode=rwc")
            try:
                _guard(connection)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
                return cls(connection, path, read_only=False, lang=lang)
            except sqlite3.OperationalError as error:
                connection.close()
                if _fault(error) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                    raise
        # who only reads may still clear away the companion files of WAL on closing, so not "ro" unless it must be
        connection = _raw(address + ("?mode=rw" if read_only else "?mode=ro"))
        try:
            _guard(connection)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            # WAL needs a companion file even to read; in a folder that cannot be written nobody else writes
            if path.with_name(path.name + "-wal").exists():
                raise
            connection = _raw(address + "?mode=ro&immutable=1")
            _guard(connection)
        connection.execute("PRAGMA query_only = ON")
        return cls(connection, path, read_only=True, lang=lang)

    def _admit(self) -> None:
        """Make, migrate or refuse the file."""
        execute = self.connection.execute
        empty = execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        version = int(execute("PRAGMA user_version").fetchone()[0])
        newest = len(schema.MIGRATIONS)
        if not empty and execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
            raise CaseError(say("store.foreign", self.lang, path=self.path))
        if version > newest:
            raise CaseError(say("store.newer", self.lang, path=self.path, version=version, known=newest))
        if version < newest and self.read_only:
            raise CaseError(say("store.older_read_only", self.lang, path=self.path))
        if version < newest:
            if not empty:
                self._copy(backup_name(self.path, version))
            schema.migrate(self.connection)
        strange = schema.strange_parts(self.connection)
        if strange:
            raise CaseError(say("store.tampered", self.lang, path=self.path, parts=", ".join(strange[:5])))

    def close(self) -> None:
        with self._lock:
            self.connection.close()

    def backup(self, destination: Path) -> None:
        """A whole copy of the file at ``destination``, which is replaced."""
        with self._lock, self._worded():
            self._copy(destination)

    def _copy(self, destination: Path) -> None:
        copy = sqlite3.connect(destination)
        try:
            self.connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _sentence(error, self.path, self.lang) from error

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._lock, self._worded():
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row of a query."""
        with self._lock, self._worded():
            found: Row | None = self.connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of the first row, None when there is none."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def run(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """One statement; how many rows it changed."""
        with self._lock, self._worded():
            return self.connection.execute(sql, values).rowcount

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """One statement for each of ``values``."""
        with self._lock, self._worded():
            self.connection.executemany(sql, values)

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """All or nothing, begun as a writer so that a busy file is waited for at the start, not in the middle.

        ``durable`` waits until the disk has it (a decision); without it a power cut may take the newest
        transactions, never a part of one (what can be read again).
        """
        with self._lock:
            if self.read_only:
                raise CaseError(say("store.read_only", self.lang, path=self.path))
            if self._depth:  # part of the transaction around it
                assert self._writing, "a transaction that began by reading must not write"
                yield
                return
            with self._worded():
                self.connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                self.connection.execute("BEGIN IMMEDIATE")
                self._depth, self._writing = 1, True
                try:
                    yield
                    self.connection.execute("COMMIT")
                except BaseException:
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")
                    raise
                finally:
                    self._depth, self._writing = 0, False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see one state of the file."""
        with self._lock:
            if self._depth:
                yield
                return
            with self._worded():
                self.connection.execute("BEGIN")
                self._depth = 1
                try:
                    yield
                finally:
                    self._depth = 0
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")

    def data_version(self) -> int:
        """Changes when another connection wrote."""
        return int(self.value("PRAGMA data_version"))


def _look_at(path: Path, *, make: bool) -> str:
    """The key of the sentence that says why ``path`` can be no case, empty when it may be one."""
    try:
        if not path.exists():
            return (
                "" if make and path.absolute().parent.is_dir() else "store.missing_folder" if make else "store.missing"
            )
        if not path.is_file():
            return "store.no_file"
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return "store.cannot_open"
    if head and not head.startswith(_MAGIC):
        return "store.foreign"
    return "store.missing" if not head and not make else ""


def _raw(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    return connection


def _guard(connection: sqlite3.Connection) -> None:
    for pragma in (
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "recursive_triggers = ON",  # REPLACE then fires the triggers that keep acts
        "cell_size_check = ON",
        f"busy_timeout = {int(_BUSY_SECONDS * 1000)}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _fault(error: sqlite3.Error) -> int:
    """SQLite's primary result code."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF


def _sentence(error: sqlite3.Error, path: Path, lang: str) -> CaseError:
    return CaseError(say(_FAULTS.get(_fault(error), "store.failed"), lang, path=path, fault=error))
