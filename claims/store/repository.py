"""Articles and statements, written whole; what relates them is written by :mod:`claims.store.related`."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from claims.models import Article, Level, Model, Skipped, Statement
from claims.store.database import Database
from claims.store.versions import older_version, same_words, supersede

M = TypeVar("M", bound=Model)
_SURROGATE = re.compile("[\ud800-\udfff]")
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
    mark(db, "generation", generation(db) + 1)


def mark(db: Database, key: str, value: int) -> None:
    db.run(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, str(value)),
    )


def knows(db: Database, article: Article) -> bool:
    """Whether the case holds this article: by id, by content, or by its words at the same address."""
    there = db.row("SELECT 1 FROM articles WHERE id = ? OR sha256 = ?", (article.id, article.sha256)) is not None
    return there or same_words(db, article)


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
            unindex(db, name)
            db.run("DELETE FROM statements WHERE id = ?", (name,))
    for statement in kept.values():
        body = statement.model_dump_json()
        if old.get(statement.id) == body:
            continue
        unindex(db, statement.id)
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


def unindex(db: Database, statement_id: str) -> None:
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
        unindex(db, statement.id)
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
