"""Is a case whole, and what can be made whole again in place.

The search index and the folded reviews are rebuilt from what they are made of. A damaged file is never repaired
where it lies: :mod:`claims.store.salvage` reads what can be read, for a new file.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from pydantic import ValidationError

from claims.errors import CaseError
from claims.models import Article, Conflict, Model, Skipped, Speaker, Statement, Topic
from claims.store import loading, related, repository, reviews
from claims.store.database import Database

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs"})
_MODELS: tuple[tuple[str, str, type[Model]], ...] = (
    ("articles", "found", Article),
    ("articles", "shown", Article),
    ("statements", "found", Statement),
    ("statements", "shown", Statement),
    ("speakers", "body", Speaker),
    ("topics", "body", Topic),
    ("conflicts", "body", Conflict),
    ("skipped", "body", Skipped),
    ("notices", "body", Skipped),
)


class Diagnosis(Model):
    """What was found; each entry is worded by :func:`claims.wording.say`."""

    faults: tuple[Skipped, ...] = ()
    remarks: tuple[Skipped, ...] = ()  # to know, nothing is broken
    rebuildable: bool = True  # repair in place makes it whole; else it has to be salvaged
    backups: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not self.faults


def check(path: str | Path, lang: str | None = None) -> Diagnosis:
    """Look at every part of the case at ``path``; nothing is changed."""
    path = Path(path)
    try:
        db = Database.open(path, create=False, lang=lang)
    except CaseError as error:
        fault = Skipped(source=str(path), key="doctor.unusable", values={"fault": str(error)})
        return Diagnosis(faults=(fault,), rebuildable=False, backups=_backups(path))
    try:
        broken = _broken_pages(db)
        faults = broken or [*_wrong_rows(db), *_wrong_words(db), *_wrong_index(db), *_wrong_folds(db)]
        return Diagnosis(
            faults=tuple(faults), remarks=tuple(_remarks(db)), rebuildable=not broken, backups=_backups(path)
        )
    except CaseError as error:
        fault = Skipped(source=str(path), key="doctor.unusable", values={"fault": str(error)})
        return Diagnosis(faults=(fault,), rebuildable=False, backups=_backups(path))
    finally:
        db.close()


def rebuild(db: Database) -> None:
    """Make the search index and the folded reviews anew, and ask for a new analysis."""
    with db.transaction():
        for row in db.rows("SELECT id, shown, article_id FROM statements"):
            with contextlib.suppress(ValidationError):
                statement = Statement.model_validate_json(row["shown"])
                article = loading.article(db, row["article_id"])
                if article is not None:
                    words = repository.statement_search(statement, article)
                    db.run("UPDATE statements SET searchable = ? WHERE id = ?", (words, statement.id))
        db.run("INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')")
        reviews.refold_all(db)
        related.hide_struck(db)
        repository.touch(db)


def _fault(db: Database, key: str, **values: object) -> Skipped:
    return Skipped(source=str(db.path), key=key, values={name: str(value) for name, value in values.items()})


def _broken_pages(db: Database) -> list[Skipped]:
    found = [str(row[0]) for row in db.rows("PRAGMA integrity_check(5)")]
    faults = [_fault(db, "doctor.page", fault=line) for line in found if line != "ok"]
    orphans = db.rows("PRAGMA foreign_key_check")
    return faults + ([_fault(db, "doctor.orphans", number=len(orphans))] if orphans else [])


def _wrong_rows(db: Database) -> list[Skipped]:
    faults = []
    for table, column, kind in _MODELS:
        wrong = 0
        for row in db.rows(f"SELECT {column} FROM {table}"):
            try:
                kind.model_validate_json(row[0])
            except ValidationError:
                wrong += 1
        if wrong:
            faults.append(_fault(db, "doctor.rows", number=wrong, table=table))
    return faults


def _wrong_words(db: Database) -> list[Skipped]:
    """Statements whose quote or claim is not what stands in their article."""
    wrong = 0
    for body, kept in db.rows("SELECT found, shown FROM articles"):
        with contextlib.suppress(ValidationError):
            article = Article.model_validate_json(kept)
            wrong += Article.model_validate_json(body).text != article.text
            for row in db.rows("SELECT shown FROM statements WHERE article_id = ?", (article.id,)):
                statement = Statement.model_validate_json(row[0])
                pieces = [article.text[span.start : span.end] for span in statement.claim_spans]
                quote = article.text[statement.char_start : statement.char_end]
                wrong += quote != statement.quote or " … ".join(pieces) != statement.claim
    return [_fault(db, "doctor.words", number=wrong)] if wrong else []


def _wrong_index(db: Database) -> list[Skipped]:
    if db.read_only:
        return []
    try:
        with db.transaction(durable=False):
            db.connection.execute("INSERT INTO statements_fts (statements_fts, rank) VALUES ('integrity-check', 1)")
    except CaseError as error:
        if isinstance(error.__cause__, sqlite3.DatabaseError):
            return [_fault(db, "doctor.index")]
        raise
    return []


def _wrong_folds(db: Database) -> list[Skipped]:
    before = {row[0]: tuple(row) for row in db.rows("SELECT object, status, version, body FROM reviews")}
    names = set(reviews.names(db))
    wrong = len(names ^ before.keys())
    for name in sorted(names & before.keys()):
        review = reviews.folded(db, name)
        wrong += (name, review.status.value, review.version, review.model_dump_json()) != before[name]
    return [_fault(db, "doctor.folds", number=wrong)] if wrong else []


def _remarks(db: Database) -> list[Skipped]:
    remarks = []
    if repository.related(db) != repository.generation(db):
        remarks.append(_fault(db, "doctor.needs_run"))
    system = _file_system(db.path)
    if system in _NETWORK:
        remarks.append(_fault(db, "doctor.network", system=system))
    return remarks


def _file_system(path: Path) -> str:
    """The kind of file system that ``path`` lies on, empty when it cannot be told (only Linux tells)."""
    best, kind = "", ""
    with contextlib.suppress(OSError):
        place = str(path.resolve())
        for line in Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, mounted, system, *_ = line.split(" ")
            mounted = mounted.replace("\\040", " ")
            inside = place == mounted or place.startswith(mounted.rstrip("/") + "/")
            if inside and len(mounted) >= len(best):
                best, kind = mounted, system
    return kind


def _backups(path: Path) -> tuple[str, ...]:
    with contextlib.suppress(OSError):
        return tuple(sorted(str(file) for file in path.parent.glob(f"{path.name}.v*-backup")))
    return ()
