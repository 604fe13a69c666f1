"""Speakers, topics and conflicts, written in place of those of the analysis before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from claims.models import Conflict, Findings, Skipped, Statement, Topic
from claims.store.database import Database
from claims.store.loading import models
from claims.store.repository import LEVELS, mark, searchable, show_statement, unindex

_FEW = 5_000  # ids that one query takes one by one


def put_findings(db: Database, findings: Findings, made_for: int) -> None:
    """Speakers, topics, conflicts and notices in place of all old ones; in a transaction."""
    for row in db.rows(
        "SELECT statements.id FROM articles JOIN statements ON article_id = articles.id WHERE superseded_by <> ''"
    ):
        unindex(db, row[0])
        db.run("DELETE FROM statements WHERE id = ?", (row[0],))
    _place(db, findings, [row[0] for row in db.rows("SELECT id FROM statements")])
    for table in ("speakers", "topics", "conflicts", "notices"):
        db.run(f"DELETE FROM {table}")
    _put_related(db, findings)
    _put_notices(db, findings.notices)
    mark(db, "related", made_for)


def put_part(db: Database, findings: Findings, near: Collection[str]) -> None:
    """Topics and conflicts of the statements ``near`` in place of their old ones, the rest untouched; and what it cost
    them that the analysis broke down."""
    marks = ", ".join("?" * len(near))
    wide = f"(SELECT topic_id FROM statements WHERE id IN ({marks}) AND topic_id <> '')"
    old = {topic.id: topic for topic in models(db, Topic, f"SELECT body FROM topics WHERE id IN {wide}", [*near])}
    db.run(f"DELETE FROM conflicts WHERE topic_id IN {wide}", [*near])
    db.run(f"DELETE FROM topics WHERE id IN {wide}", [*near])
    _place(db, findings, near)
    topics = [
        topic.model_copy(update={"related": topic.related or old[topic.id].related}) if topic.id in old else topic
        for topic in findings.topics
    ]
    _put_related(db, findings.model_copy(update={"topics": tuple(topics)}))
    _put_notices(db, findings.faults)


def _put_notices(db: Database, notices: Iterable[Skipped]) -> None:
    db.run_many(
        "INSERT INTO notices (source, body) VALUES (?, ?)",
        [(notice.source, notice.model_dump_json()) for notice in notices],
    )


def _place(db: Database, findings: Findings, among: Collection[str]) -> None:
    """Show the statements as they were related and put each of ``among`` into its topic, or into none."""
    articles = {article.id: article for article in findings.articles}
    place = {name: (topic.id, rank) for topic in findings.topics for rank, name in enumerate(topic.statement_ids)}
    related_now = {statement.id: statement for statement in findings.statements}
    few = len(among) <= _FEW
    where = f" WHERE id IN ({', '.join('?' * len(among))})" if few else ""
    rows = db.rows(f"SELECT id, shown, topic_id, place FROM statements{where}", [*among] if few else ())
    old = {row["id"]: (row["shown"], row["topic_id"], row["place"]) for row in rows}
    for name in among:
        if name not in old:
            continue
        shown, *stands = old[name]
        statement = related_now.get(name)
        if statement is not None and statement.model_dump_json() != shown:
            show_statement(db, statement, articles[statement.article_id])
        new = place.get(name, ("", 0))
        if tuple(stands) != new:
            db.run("UPDATE statements SET topic_id = ?, place = ? WHERE id = ?", (*new, name))


def _put_related(db: Database, findings: Findings) -> None:
    statements = {statement.id: statement for statement in findings.statements}
    db.run_many(
        "INSERT OR REPLACE INTO speakers (id, name, body) VALUES (?, ?, ?)",
        [(speaker.id, speaker.name, speaker.model_dump_json()) for speaker in findings.speakers],
    )
    db.run_many(
        "INSERT INTO topics (id, label, searchable, statements, speakers, newest, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [_topic_row(topic, statements) for topic in findings.topics],
    )
    put_conflicts(db, findings.conflicts)


def _topic_row(topic: Topic, statements: Mapping[str, Statement]) -> tuple[object, ...]:
    said = [statements[name] for name in topic.statement_ids if name in statements]
    return (
        topic.id,
        topic.label,
        searchable(topic.label),
        len(said),
        len({statement.speaker_id or statement.mention for statement in said}),
        max((statement.claim_date.value for statement in said), default=""),
        topic.model_dump_json(),
    )


def put_conflicts(db: Database, conflicts: Iterable[Conflict]) -> None:
    """Add conflicts; one that is there is replaced."""
    db.run_many(
        "INSERT OR REPLACE INTO conflicts (id, topic_id, a, b, kind, level, score, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                conflict.id,
                conflict.topic_id,
                conflict.a,
                conflict.b,
                conflict.kind.value,
                LEVELS.index(conflict.level),
                conflict.score,
                conflict.model_dump_json(),
            )
            for conflict in conflicts
        ],
    )


_STRUCK = "(SELECT object FROM reviews WHERE status = 'struck')"


def hide_struck(db: Database) -> None:
    """Bring the marks of struck statements, and of conflicts with one, in line with the reviews."""
    db.run(f"UPDATE statements SET struck = 0 WHERE struck = 1 AND id NOT IN {_STRUCK}")
    db.run(f"UPDATE statements SET struck = 1 WHERE id IN {_STRUCK} AND struck = 0")
    db.run(f"UPDATE conflicts SET hidden = 0 WHERE hidden = 1 AND a NOT IN {_STRUCK} AND b NOT IN {_STRUCK}")
    for side in "ab":
        db.run(f"UPDATE conflicts SET hidden = 1 WHERE {side} IN {_STRUCK} AND hidden = 0")
