"""The tables of a case and the ordered steps that bring an older file up to date.

Machine tables (articles, statements, speakers, topics, conflicts, notices, kept) can be rebuilt at any time;
``reviews`` is the fold of ``acts`` and can be rebuilt too. ``acts`` holds what humans did, append-only by trigger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache

APPLICATION_ID = 0x434C4D53  # "CLMS", at byte 68 of the file

_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT NOT NULL,
    language TEXT NOT NULL,
    url TEXT NOT NULL,
    source_file TEXT NOT NULL,
    duplicate_of TEXT NOT NULL,
    superseded_by TEXT NOT NULL DEFAULT '', -- a newer text at the same address
    found TEXT NOT NULL, -- JSON, as it was read
    shown TEXT NOT NULL  -- JSON, with the metadata that a reviewer set
) STRICT;
CREATE INDEX articles_by_original ON articles (duplicate_of);
CREATE INDEX articles_by_publisher ON articles (publisher);
CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
CREATE INDEX articles_superseded ON articles (superseded_by) WHERE superseded_by <> '';

CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    char_start INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('machine', 'human')),
    found TEXT NOT NULL, -- JSON, as extraction gave it
    shown TEXT NOT NULL, -- JSON, with speaker id, answers and what a reviewer edited
    speaker_id TEXT NOT NULL DEFAULT '',
    said TEXT NOT NULL DEFAULT '', -- claim date, EDTF
    topic_id TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL DEFAULT 0, -- in the topic
    struck INTEGER NOT NULL DEFAULT 0,
    searchable TEXT NOT NULL
) STRICT;
CREATE INDEX statements_by_article ON statements (article_id, char_start);
CREATE INDEX statements_by_topic ON statements (topic_id, place);
CREATE INDEX statements_by_speaker ON statements (speaker_id, struck);
CREATE INDEX statements_struck ON statements (struck) WHERE struck = 1;

-- kept in step by the repository: under trusted_schema = OFF no trigger may write to a virtual table
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    searchable, content = 'statements', content_rowid = 'rowid', tokenize = 'trigram'
);
CREATE TABLE speakers (id TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE topics (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    searchable TEXT NOT NULL,
    statements INTEGER NOT NULL,
    speakers INTEGER NOT NULL,
    newest TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE conflicts (
    id TEXT PRIMARY KEY,
    topic_id TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL, -- 0 conflict, 1 shift, 2 update, 3 check
    score REAL NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0, -- one of the two was struck
    body TEXT NOT NULL
) STRICT;
CREATE INDEX conflicts_by_topic ON conflicts (topic_id, level, score);
CREATE INDEX conflicts_by_a ON conflicts (a);
CREATE INDEX conflicts_by_b ON conflicts (b);
CREATE INDEX conflicts_hidden ON conflicts (hidden) WHERE hidden = 1;

CREATE TABLE skipped (source TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE notices (id INTEGER PRIMARY KEY, source TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE acts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    kind TEXT NOT NULL,
    objects TEXT NOT NULL,
    "values" TEXT NOT NULL,
    before TEXT NOT NULL,
    note TEXT NOT NULL,
    undoes TEXT NOT NULL,
    about TEXT NOT NULL,
    anchors TEXT NOT NULL
) STRICT;
CREATE INDEX acts_by_undone ON acts (undoes);
CREATE INDEX acts_by_kind ON acts (kind);
CREATE TABLE act_objects (
    object TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES acts (seq),
    PRIMARY KEY (object, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER acts_keep BEFORE UPDATE ON acts BEGIN
    SELECT RAISE (ABORT, 'acts are append-only');
END;
CREATE TRIGGER acts_stay BEFORE DELETE ON acts BEGIN
    SELECT RAISE (ABORT, 'acts are append-only');
END;
CREATE TRIGGER act_objects_keep BEFORE UPDATE ON act_objects BEGIN
    SELECT RAISE (ABORT, 'acts are append-only');
END;
CREATE TRIGGER act_objects_stay BEFORE DELETE ON act_objects BEGIN
    SELECT RAISE (ABORT, 'acts are append-only');
END;

-- ids in the log that the present analysis gives under another id: rebuilt from the anchors of the acts
CREATE TABLE moved (old TEXT PRIMARY KEY, new TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX moved_by_new ON moved (new);

CREATE TABLE reviews (
    object TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_struck ON reviews (object) WHERE status = 'struck';
"""


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Each statement of ``script`` inside the open transaction (``executescript`` would commit it)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            connection.execute(pending)
            pending = ""


def _first(connection: sqlite3.Connection) -> None:
    run_script(connection, _FIRST)


_SECOND = """
CREATE TABLE kept (key TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID; -- results under what they rest on
"""


def _second(connection: sqlite3.Connection) -> None:
    run_script(connection, _SECOND)


Migration = Callable[[sqlite3.Connection], None]
MIGRATIONS: tuple[Migration, ...] = (
    _first,
    _second,
)  # number n brings user_version from n - 1 to n; never changed after


def migrate(connection: sqlite3.Connection) -> None:
    """All steps that the file lacks, in one transaction: nobody ever sees a file between two versions."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])  # somebody may have been faster
        for step in MIGRATIONS[version:]:
            step(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(version, len(MIGRATIONS))}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def parts_of(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Every named part of the file's schema and the SQL that made it."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name): sql for kind, name, sql in rows if not name.startswith("sqlite_")}


@cache
def expected_parts() -> dict[tuple[str, str], str]:
    """The parts that a file of the present version has."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    parts = parts_of(connection)
    connection.close()
    return parts


def strange_parts(connection: sqlite3.Connection) -> list[str]:
    """What differs from the expected schema in a way that could act on its own: names, in order.

    A table or index that somebody added is left alone; a trigger, a view or a changed part is not.
    """
    present, expected = parts_of(connection), expected_parts()
    changed = {name for (kind, name), sql in expected.items() if present.get((kind, name)) != sql}
    added = {name for kind, name in present if kind in ("trigger", "view") and (kind, name) not in expected}
    return sorted(changed | added)
