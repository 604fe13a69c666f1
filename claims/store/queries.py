"""Questions whose answer is a page of a long list: the queue of topics, the search."""

from __future__ import annotations

from collections.abc import Sequence

from claims.store.database import Database, Row
from claims.store.repository import searchable

_SHORTEST = 3  # signs that the trigram index needs


def search_condition(text: str) -> tuple[str, list[str]]:
    """A condition on ``statements`` that finds every word of ``text``, wherever in a word it stands.

    Whatever the words are, they are data: quoted for FTS5, or compared by instr when they are too short for it.
    """
    words = searchable(text).split()
    long = [word for word in words if len(word) >= _SHORTEST]
    conditions, values = list[str](), list[str]()
    if long:
        conditions.append("statements.rowid IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)")
        values.append(" AND ".join('"' + word.replace('"', '""') + '"' for word in long))
    for word in words:
        if len(word) < _SHORTEST:
            conditions.append("instr(statements.searchable, ?) > 0")
            values.append(word)
    return " AND ".join(conditions) or "1", values


_QUEUE = """
WITH pairs AS (
    SELECT conflicts.topic_id, conflicts.id, kind, level, score, coalesce(reviews.status, 'open') AS status
    FROM conflicts LEFT JOIN reviews ON reviews.object = conflicts.id WHERE NOT hidden {scope}
), sums AS (
    SELECT topic_id, count(*) AS pairs, sum(status = 'open') AS open, sum(status = 'later') AS later,
        sum(status = 'accepted') AS accepted, sum(status = 'dismissed') AS dismissed,
        min(level) AS level, group_concat(DISTINCT kind) AS kinds,
        max(3 - level + score) AS strength
    FROM pairs GROUP BY topic_id
), states AS (
    SELECT *, CASE WHEN open > 0 THEN 'open' WHEN later > 0 THEN 'later' WHEN accepted > 0 THEN 'accepted'
        ELSE 'dismissed' END AS state FROM sums
)
SELECT topics.id, topics.label, topics.statements, topics.speakers, topics.newest, coalesce(pairs, 0) AS pairs,
    coalesce(open, 0) AS open, coalesce(later, 0) AS later, coalesce(accepted, 0) AS accepted,
    coalesce(dismissed, 0) AS dismissed, level, coalesce(kinds, '') AS kinds, strength, state
FROM topics {join} JOIN states ON states.topic_id = topics.id
{where}
ORDER BY {order} level IS NULL, strength DESC, topics.speakers DESC, topics.newest DESC, topics.id
LIMIT ? OFFSET ?
"""


def queue(
    db: Database,
    *,
    topic_id: str = "",
    text: str = "",
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    levels: Sequence[int] = (),
    speaker_id: str = "",
    publisher: str = "",
    language: str = "",
    since: str = "",
    until: str = "",
    without_conflicts: bool = False,
    open_first: bool = True,
    limit: int = -1,
    offset: int = 0,
) -> list[Row]:
    """Rows of topics with the sums of their pairs, strongest first; every argument given narrows the list."""
    where, values = list[str](), list[object]()
    if topic_id:
        where.append("topics.id = ?")
        values += [topic_id, topic_id]
    if states:
        where.append(f"state IN ({_marks(states)})")
        values += states
    for column, wanted in (("kind", kinds), ("level", levels)):
        if wanted:
            where.append(f"topics.id IN (SELECT topic_id FROM pairs WHERE {column} IN ({_marks(wanted)}))")
            values += wanted
    said = list[str]()
    for condition, value in (
        ("statements.speaker_id = ?", speaker_id),
        ("articles.publisher = ?", publisher),
        ("articles.language = ?", language),
        ("statements.said >= ?", since),
        ("statements.said <> '' AND substr(statements.said, 1, 10) <= ?", until),
    ):
        if value:
            said.append(condition)
            values.append(value)
    if said:
        where.append(
            "topics.id IN (SELECT topic_id FROM statements JOIN articles ON articles.id = article_id"
            f" WHERE {' AND '.join(said)})"
        )
    if text.split():
        condition, words = search_condition(text)
        labels = [f"%{word.translate(_LIKE)}%" for word in searchable(text).split()]
        label = " AND ".join("topics.searchable LIKE ? ESCAPE '\\'" for _ in labels) or "1"
        where.append(f"(({label}) OR topics.id IN (SELECT topic_id FROM statements WHERE {condition}))")
        values += [*labels, *words]
    sql = _QUEUE.format(
        scope="AND conflicts.topic_id = ?" if topic_id else "",
        join="LEFT" if without_conflicts else "",
        where=f"WHERE {' AND '.join(where)}" if where else "",
        order="state IS NULL, CASE state WHEN 'open' THEN 0 WHEN 'later' THEN 1 ELSE 2 END," if open_first else "",
    )
    return db.rows(sql, [*values, limit, offset])


_LIKE = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def figures(db: Database) -> dict[str, int]:
    """How many of everything."""
    row = db.row(
        "SELECT (SELECT count(*) FROM articles WHERE superseded_by = '') AS articles,"
        " (SELECT count(*) FROM articles INDEXED BY articles_superseded WHERE superseded_by <> '') AS older_versions,"
        " (SELECT count(*) FROM statements) AS statements,"
        " (SELECT count(*) FROM speakers) AS speakers, (SELECT count(*) FROM topics) AS topics,"
        " (SELECT count(*) FROM conflicts WHERE NOT hidden) AS conflicts,"
        " (SELECT count(*) FROM skipped) AS skipped, (SELECT count(*) FROM acts) AS acts,"
        " (SELECT count(*) FROM statements JOIN reviews ON object = id WHERE status = 'edited') AS edited,"
        " (SELECT count(*) FROM statements JOIN reviews ON object = id WHERE status = 'struck') AS struck"
    )
    assert row is not None
    counts = {name: int(row[name]) for name in row.keys()}  # noqa: SIM118
    states = dict.fromkeys(("open", "later", "accepted", "dismissed"), 0)
    for state, count in db.rows(
        "SELECT coalesce(reviews.status, 'open'), count(*) FROM conflicts"
        " LEFT JOIN reviews ON reviews.object = conflicts.id WHERE NOT hidden GROUP BY 1"
    ):
        states[state] = states.get(state, 0) + int(count)
    return counts | states
