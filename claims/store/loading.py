"""Rows of the case read back as models."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from claims.errors import CaseError
from claims.models import Article, Conflict, Findings, Model, Skipped, Speaker, Statement, Topic
from claims.store.database import Database
from claims.wording import say

M = TypeVar("M", bound=Model)


def read_model(db: Database, kind: type[M], body: str) -> M:
    """One stored model; a row that is none is a damage to be told."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise CaseError(say("store.damaged_row", db.lang, path=db.path, what=kind.__name__)) from error


def models(db: Database, kind: type[M], sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[M]:
    """The models in the first column of a query."""
    bodies = [row[0] for row in db.rows(sql, values)]
    try:
        return _list_of(kind).validate_json(f"[{','.join(bodies)}]")
    except ValidationError as error:
        raise CaseError(say("store.damaged_row", db.lang, path=db.path, what=kind.__name__)) from error


@cache
def _list_of(kind: type[M]) -> TypeAdapter[list[M]]:
    return TypeAdapter(list[kind])  # type: ignore[valid-type]


def article(db: Database, article_id: str) -> Article | None:
    body = db.value("SELECT shown FROM articles WHERE id = ?", (article_id,))
    return None if body is None else read_model(db, Article, body)


def statement(db: Database, statement_id: str) -> Statement | None:
    body = db.value("SELECT shown FROM statements WHERE id = ?", (statement_id,))
    return None if body is None else read_model(db, Statement, body)


def found_statement(db: Database, statement_id: str) -> Statement | None:
    """The statement before any edit."""
    body = db.value("SELECT found FROM statements WHERE id = ?", (statement_id,))
    return None if body is None else read_model(db, Statement, body)


def topic(db: Database, topic_id: str) -> Topic | None:
    body = db.value("SELECT body FROM topics WHERE id = ?", (topic_id,))
    return None if body is None else read_model(db, Topic, body)


def conflict(db: Database, conflict_id: str) -> Conflict | None:
    body = db.value("SELECT body FROM conflicts WHERE id = ?", (conflict_id,))
    return None if body is None else read_model(db, Conflict, body)


def findings(db: Database) -> Findings:
    """All that is shown, in a stable order; conflicts with a struck statement are left out."""
    with db.snapshot():
        return Findings(
            articles=tuple(models(db, Article, "SELECT shown FROM articles WHERE superseded_by = '' ORDER BY id")),
            statements=tuple(models(db, Statement, "SELECT shown FROM statements ORDER BY article_id, char_start, id")),
            speakers=tuple(models(db, Speaker, "SELECT body FROM speakers ORDER BY id")),
            topics=tuple(models(db, Topic, "SELECT body FROM topics ORDER BY id")),
            conflicts=tuple(models(db, Conflict, "SELECT body FROM conflicts WHERE NOT hidden ORDER BY id")),
            skipped=tuple(models(db, Skipped, "SELECT body FROM skipped ORDER BY source")),
            notices=tuple(models(db, Skipped, "SELECT body FROM notices ORDER BY id")),
        )
