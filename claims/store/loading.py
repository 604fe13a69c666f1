"""Rows of the case read back as models."""

from __future__ import annotations

import json
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


_IN = "IN (SELECT value FROM json_each(?))"


def findings_about(db: Database, names: Sequence[str]) -> Findings:
    """Of :func:`findings` what stands in the topics of these conflicts, topics, statements and speakers.

    Related topics come without their statements. Nothing that was skipped or noticed is in it.
    """
    given = json.dumps(names)
    with db.snapshot():
        topics = db.rows(
            f"SELECT topic_id FROM conflicts WHERE id {_IN} UNION SELECT id FROM topics WHERE id {_IN}"
            f" UNION SELECT topic_id FROM statements WHERE topic_id <> '' AND (id {_IN} OR speaker_id {_IN})",
            [given] * 4,
        )
        wide = json.dumps([row[0] for row in topics])
        order = "ORDER BY article_id, char_start, id"
        said = models(
            db,
            Statement,
            f"SELECT shown FROM statements WHERE topic_id {_IN} OR id {_IN} OR speaker_id {_IN}"
            f" OR id IN (SELECT a FROM conflicts WHERE topic_id {_IN})"
            f" OR id IN (SELECT b FROM conflicts WHERE topic_id {_IN})"
            f" {order}",
            (wide, given, given, wide, wide),
        )
        matters = models(db, Topic, f"SELECT body FROM topics WHERE id {_IN} ORDER BY id", (wide,))
        near = json.dumps(sorted({topic.id for topic in matters} | {name for one in matters for name in one.related}))
        sources = json.dumps(sorted({item.article_id for item in said}))
        people = json.dumps(sorted({item.speaker_id for item in said} | set(names)))
        clashes = f"SELECT body FROM conflicts WHERE topic_id {_IN} AND NOT hidden ORDER BY id"
        return Findings(
            articles=tuple(models(db, Article, f"SELECT shown FROM articles WHERE id {_IN} ORDER BY id", (sources,))),
            statements=tuple(said),
            speakers=tuple(models(db, Speaker, f"SELECT body FROM speakers WHERE id {_IN} ORDER BY id", (people,))),
            topics=tuple(models(db, Topic, f"SELECT body FROM topics WHERE id {_IN} ORDER BY id", (near,))),
            conflicts=tuple(models(db, Conflict, clashes, (wide,))),
        )
