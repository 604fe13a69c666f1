"""The log of what humans did: appended to, never changed; undo and redo are entries of their own.

An act counts unless an undo names it that no redo takes back. ``reviews`` holds the fold of the acts on
each object and is written in the transaction of the act, so a list of thousands needs no folding.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from claims.models import ActKind, Decision, Review, content_id
from claims.store.database import Database, Row
from claims.store.fold import fold
from claims.store.repository import storable

_COUNTS = """
    kind NOT IN ('undo', 'redo') AND NOT EXISTS (
        SELECT 1 FROM acts AS u WHERE u.undoes = acts.id AND u.kind = 'undo'
        AND NOT EXISTS (SELECT 1 FROM acts AS r WHERE r.undoes = u.id AND r.kind = 'redo'))
"""


def now() -> str:
    """The present moment as acts write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _decision(row: Row) -> Decision:
    return Decision(
        id=row["id"],
        seq=row["seq"],
        at=row["at"],
        reviewer=row["reviewer"],
        kind=ActKind(row["kind"]),
        objects=tuple(json.loads(row["objects"])),
        values=json.loads(row["values"]),
        before=json.loads(row["before"]),
        note=row["note"],
        undoes=row["undoes"],
        about=row["about"],
    )


def append(
    db: Database,
    kind: ActKind,
    objects: Sequence[str],
    *,
    reviewer: str,
    values: Mapping[str, str] | None = None,
    before: Mapping[str, str] | None = None,
    note: str = "",
    undoes: str = "",
    about: str = "",
) -> Decision:
    """Write one act and fold it into ``reviews``; to be called in a transaction."""
    at = now()
    decision = Decision(
        id=content_id("act", at, reviewer, kind, *objects, secrets.token_hex(8)),
        seq=int(db.value("SELECT coalesce(max(seq), 0) + 1 FROM acts")),
        at=at,
        reviewer=reviewer,
        kind=kind,
        objects=tuple(objects),
        values={name: storable(value) for name, value in (values or {}).items()},
        before=dict(before or {}),
        note=storable(note),
        undoes=undoes,
        about=about,
    )
    _write(db, decision)
    refold(db, decision.objects)
    return decision


def _write(db: Database, decision: Decision) -> None:
    db.run(
        'INSERT INTO acts (seq, id, at, reviewer, kind, objects, "values", before, note, undoes, about)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            decision.seq,
            decision.id,
            decision.at,
            decision.reviewer,
            decision.kind.value,
            json.dumps(decision.objects, ensure_ascii=False),
            json.dumps(decision.values, ensure_ascii=False),
            json.dumps(decision.before, ensure_ascii=False),
            decision.note,
            decision.undoes,
            decision.about,
        ),
    )
    db.run_many(
        "INSERT OR IGNORE INTO act_objects (object, seq) VALUES (?, ?)",
        [(name, decision.seq) for name in decision.objects],
    )


def bring_in(db: Database, decisions: Iterable[Decision]) -> int:
    """Append the acts of another log that this one does not hold, in their order; how many. In a transaction."""
    added = 0
    touched: set[str] = set()
    for decision in decisions:
        if db.row("SELECT 1 FROM acts WHERE id = ?", (decision.id,)):
            continue
        seq = int(db.value("SELECT coalesce(max(seq), 0) + 1 FROM acts"))
        _write(db, decision.model_copy(update={"seq": seq}))
        touched.update(decision.objects)
        added += 1
    refold(db, sorted(touched))
    return added


def log(db: Database, *, object_id: str = "") -> list[Decision]:
    """Every act in order, or those on one object."""
    if object_id:
        rows = db.rows(
            "SELECT acts.* FROM act_objects JOIN acts USING (seq) WHERE object = ? ORDER BY seq", (object_id,)
        )
    else:
        rows = db.rows("SELECT * FROM acts ORDER BY seq")
    return [_decision(row) for row in rows]


def counting(db: Database, *kinds: ActKind, object_id: str = "") -> list[Decision]:
    """The acts that count, in order: of some kinds, or on one object."""
    where, values = [_COUNTS], list[str]()
    if kinds:
        where.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values += [kind.value for kind in kinds]
    if object_id:
        where.append("seq IN (SELECT seq FROM act_objects WHERE object = ?)")
        values.append(object_id)
    return [_decision(row) for row in db.rows(f"SELECT * FROM acts WHERE {' AND '.join(where)} ORDER BY seq", values)]


def folded(db: Database, object_id: str) -> Review:
    """What the acts on one object come to, worked out from the log."""
    version = db.value("SELECT coalesce(max(seq), 0) FROM act_objects WHERE object = ?", (object_id,))
    return fold(counting(db, object_id=object_id), object_id).model_copy(update={"version": version})


def refold(db: Database, objects: Iterable[str]) -> None:
    """Write the fold of the acts on each of ``objects``."""
    for name in objects:
        review = folded(db, name)
        db.run(
            "INSERT INTO reviews (object, status, version, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (object) DO UPDATE"
            " SET status = excluded.status, version = excluded.version, body = excluded.body",
            (name, review.status.value, review.version, review.model_dump_json()),
        )


def refold_all(db: Database) -> None:
    """Write every fold anew from the log; in a transaction."""
    db.run("DELETE FROM reviews")
    refold(db, [row[0] for row in db.rows("SELECT DISTINCT object FROM act_objects ORDER BY object")])


def review_of(db: Database, object_id: str) -> Review:
    """What humans made of one object; an untouched one is open."""
    body = db.value("SELECT body FROM reviews WHERE object = ?", (object_id,))
    return Review() if body is None else Review.model_validate_json(body)


def last_counting(db: Database, reviewer: str) -> Decision | None:
    """The reviewer's newest act that counts: what undo takes back."""
    row = db.row(f"SELECT * FROM acts WHERE {_COUNTS} AND reviewer = ? ORDER BY seq DESC LIMIT 1", (reviewer,))
    return None if row is None else _decision(row)


def last_undo(db: Database, reviewer: str) -> Decision | None:
    """The reviewer's newest undo that redo may take back: none after a new act."""
    row = db.row(
        "SELECT * FROM acts WHERE kind = 'undo' AND reviewer = ?1"
        " AND NOT EXISTS (SELECT 1 FROM acts AS r WHERE r.undoes = acts.id AND r.kind = 'redo')"
        " AND NOT EXISTS (SELECT 1 FROM acts AS n WHERE n.reviewer = ?1 AND n.seq > acts.seq"
        " AND n.kind NOT IN ('undo', 'redo'))"
        " ORDER BY seq DESC LIMIT 1",
        (reviewer,),
    )
    return None if row is None else _decision(row)


def by_id(db: Database, act_id: str) -> Decision | None:
    row = db.row("SELECT * FROM acts WHERE id = ?", (act_id,))
    return None if row is None else _decision(row)


def later_by_others(db: Database, decision: Decision) -> Decision | None:
    """The newest counting act of somebody else on the same objects after ``decision``."""
    marks = ", ".join("?" * len(decision.objects))
    row = db.row(
        f"SELECT * FROM acts WHERE {_COUNTS} AND seq > ? AND reviewer <> ?"
        f" AND seq IN (SELECT seq FROM act_objects WHERE object IN ({marks})) ORDER BY seq DESC LIMIT 1",
        (decision.seq, decision.reviewer, *decision.objects),
    )
    return None if row is None else _decision(row)
