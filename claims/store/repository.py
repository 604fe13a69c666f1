"""Articles, statements and what relates them, written whole."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from claims.models import Article, Conflict, Findings, Level, Model, Skipped, Statement, Topic
from claims.store.database import Database
from claims.store.loading import models
from claims.store.versions import older_version, supersede

M = TypeVar("M", bound=Model)
_SURROGATE = re.compile("[\ud800-\udfff]")
_FEW = 5_000  # ids that one query takes one by one
LEVELS = tuple(Level)  # strongest first; a conflict's row holds the place


def storable(text: str) -> str:
    """Text that can be written as UTF-8: a surrogate that stands alone, as in undecodable file names, is replaced."""
    return _SURROGATE.sub("\ufffd", text)


def storable_item(item: M) -> M:
    """An article or a skipped source with every text of its own storable: names of files may be undecodable."""
    changes: dict[str, object] = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        if isinstance(value, str):
            changes[name] = storable(value)
        elif isinstance(value, dict):
            changes[name] = {key: storable(each) for key, each in value.items()}
    return item.model_copy(update=changes)


def searchable(*parts: str) -> str:
    """Text as the search sees it: without case, accents and control characters, ß as ss."""
    plain = unicodedata.normalize("NFKD", storable("\n".join(parts)).casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign != "\0")


def generation(db: Database) -> int:
    """Counts the changes to what the analysis works on."""
    return int(db.value("SELECT value FROM meta WHERE key = 'generation'") or 0)


def related(db: Database) -> int:
    """The generation that topics and conflicts were last made for."""
    return int(db.value("SELECT value FROM meta WHERE key = 'related'") or 0)


def touch(db: Database) -> None:
    """Say that topics and conflicts are behind; in the transaction of the change."""
    _set(db, "generation", generation(db) + 1)


def _set(db: Database, key: str, value: int) -> None:
    db.run(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, str(value)),
    )


def knows(db: Database, article: Article) -> bool:
    """Whether the case holds this article, by id or by content."""
    return db.row("SELECT 1 FROM articles WHERE id = ? OR sha256 = ?", (article.id, article.sha256)) is not None


def put_article(db: Database, article: Article, statements: Iterable[Statement]) -> bool:
    """The article with its statements in one transaction; False, and nothing changed, when it is known.

    A changed text at a known address takes the place of the older one.
    """
    with db.transaction(durable=False):
        if knows(db, article):
            return False
        body = article.model_dump_json()
        db.run(
            "INSERT INTO articles (id, sha256, title, publisher, published, language, url, source_file, duplicate_of,"
            " found, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, article.sha256, *_article_columns(article), body, body),
        )
        put_statements(db, article, statements)
        older = older_version(db, article)
        if older:
            supersede(db, older, article.id)
        db.run("DELETE FROM skipped WHERE source = ?", (article.source_file,))
        touch(db)
        return True


def _article_columns(article: Article) -> tuple[str, ...]:
    return (
        article.title,
        article.publisher,
        article.published.value,
        article.language,
        article.url,
        article.source_file,
        article.duplicate_of,
    )


def show_article(db: Database, article: Article) -> None:
    """What is shown of an article from now on."""
    db.run(
        "UPDATE articles SET title = ?, publisher = ?, published = ?, language = ?, url = ?, source_file = ?,"
        " duplicate_of = ?, shown = ? WHERE id = ?",
        (*_article_columns(article), article.model_dump_json(), article.id),
    )


def put_statements(db: Database, article: Article, statements: Iterable[Statement], *, origin: str = "machine") -> None:
    """The statements of one origin in one article, in place of those that stand there."""
    kept = {statement.id: statement for statement in statements}
    old = {
        row[0]: row[1]
        for row in db.rows("SELECT id, found FROM statements WHERE article_id = ? AND origin = ?", (article.id, origin))
    }
    for name in old:
        if name not in kept:
            _unindex(db, name)
            db.run("DELETE FROM statements WHERE id = ?", (name,))
    for statement in kept.values():
        body = statement.model_dump_json()
        if old.get(statement.id) == body:
            continue
        _unindex(db, statement.id)
        db.run(
            "INSERT INTO statements (id, article_id, char_start, origin, found, shown, speaker_id, said, searchable)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
            " SET article_id = excluded.article_id, char_start = excluded.char_start,"
            " found = excluded.found, shown = excluded.shown, said = excluded.said, searchable = excluded.searchable",
            (
                statement.id,
                article.id,
                statement.char_start,
                origin,
                body,
                body,
                statement.speaker_id,
                statement.claim_date.value,
                statement_search(statement, article),
            ),
        )
        _index(db, statement.id)


def _index(db: Database, statement_id: str) -> None:
    """Enter a statement into the search index."""
    db.run(
        "INSERT INTO statements_fts (rowid, searchable) SELECT rowid, searchable FROM statements WHERE id = ?",
        (statement_id,),
    )


def _unindex(db: Database, statement_id: str) -> None:
    """Take a statement out of the search index, before its row changes: the index asks for the old words."""
    db.run(
        "INSERT INTO statements_fts (statements_fts, rowid, searchable)"
        " SELECT 'delete', rowid, searchable FROM statements WHERE id = ?",
        (statement_id,),
    )


def statement_search(statement: Statement, article: Article) -> str:
    """What the search finds a statement by."""
    return searchable(statement.quote, statement.speaker, statement.mention, article.publisher)


def show_statement(db: Database, statement: Statement, article: Article) -> None:
    """What is shown of one statement from now on."""
    words = statement_search(statement, article)
    reindex = db.value("SELECT searchable FROM statements WHERE id = ?", (statement.id,)) != words
    if reindex:
        _unindex(db, statement.id)
    db.run(
        "UPDATE statements SET shown = ?, char_start = ?, speaker_id = ?, said = ?, searchable = ? WHERE id = ?",
        (
            statement.model_dump_json(),
            statement.char_start,
            statement.speaker_id,
            statement.claim_date.value,
            words,
            statement.id,
        ),
    )
    if reindex:
        _index(db, statement.id)


def put_findings(db: Database, findings: Findings, made_for: int) -> None:
    """Speakers, topics, conflicts and notices in place of all old ones; in a transaction."""
    for row in db.rows(
        "SELECT statements.id FROM articles JOIN statements ON article_id = articles.id WHERE superseded_by <> ''"
    ):
        _unindex(db, row[0])
        db.run("DELETE FROM statements WHERE id = ?", (row[0],))
    _place(db, findings, [row[0] for row in db.rows("SELECT id FROM statements")])
    for table in ("speakers", "topics", "conflicts", "notices"):
        db.run(f"DELETE FROM {table}")
    _put_related(db, findings)
    db.run_many(
        "INSERT INTO notices (source, body) VALUES (?, ?)",
        [(notice.source, notice.model_dump_json()) for notice in findings.notices],
    )
    _set(db, "related", made_for)


def put_part(db: Database, findings: Findings, near: Collection[str]) -> None:
    """Topics and conflicts of the statements ``near`` in place of their old ones, the rest untouched."""
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


def put_skipped(db: Database, skipped: Skipped) -> None:
    """Remember what was given and could not be read."""
    skipped = storable_item(skipped)
    with db.transaction(durable=False):
        db.run(
            "INSERT INTO skipped (source, body) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET body = excluded.body",
            (skipped.source, skipped.model_dump_json()),
        )


def as_json(value: object) -> str:
    """JSON of a list or table of plain values, as acts hold them."""
    return json.dumps(value, ensure_ascii=False)
