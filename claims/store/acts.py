"""The log of what humans did: appended to, never changed; undo and redo are entries of their own.

An act counts unless an undo names it that no redo takes back. Ids in the log that the present analysis gives under
another id (``moved``) are read as the present ones.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from pydantic import ValidationError

from claims.errors import CaseError
from claims.models import ActKind, Anchor, Decision, Statement, content_id
from claims.store.anchors import moved_conflicts, moved_statements
from claims.store.database import Database, Row
from claims.store.repository import storable
from claims.store.versions import carried, newest
from claims.wording import say

_COUNTS = """
    kind NOT IN ('undo', 'redo') AND NOT EXISTS (
        SELECT 1 FROM acts AS u WHERE u.undoes = acts.id AND u.kind = 'undo'
        AND NOT EXISTS (SELECT 1 FROM acts AS r WHERE r.undoes = u.id AND r.kind = 'redo'))
"""


ID_LISTS = ("together", "from")  # values that are statement ids with a space between
_JSON = ("objects", "values", "before", "anchors")


def now() -> str:
    """The present moment as acts write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _decision(db: Database, row: Row) -> Decision:
    try:
        values = {name: row[name] for name in Decision.model_fields}
        return Decision.model_validate(values | {name: json.loads(row[name]) for name in _JSON})
    except (ValidationError, ValueError) as error:
        raise CaseError(say("store.damaged_row", db.lang, path=db.path, what=Decision.__name__)) from error


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
    anchors: Sequence[Anchor] = (),
) -> Decision:
    """Write one act; to be called in a transaction, and :func:`claims.store.reviews.refold` after it."""
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
        anchors=tuple(anchors),
    )
    _write(db, decision)
    return decision


def _write(db: Database, decision: Decision) -> None:
    db.run(
        'INSERT INTO acts (seq, id, at, reviewer, kind, objects, "values", before, note, undoes, about, anchors)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            json.dumps([anchor.model_dump() for anchor in decision.anchors], ensure_ascii=False),
        ),
    )
    db.run_many(
        "INSERT OR IGNORE INTO act_objects (object, seq) VALUES (?, ?)",
        [(name, decision.seq) for name in decision.objects],
    )


def bring_in(db: Database, decisions: Iterable[Decision]) -> list[str]:
    """Append the acts of another log that this one does not hold, in their order; their ids. In a transaction."""
    added = list[str]()
    for decision in decisions:
        if db.row("SELECT 1 FROM acts WHERE id = ?", (decision.id,)):
            continue
        seq = int(db.value("SELECT coalesce(max(seq), 0) + 1 FROM acts"))
        _write(db, decision.model_copy(update={"seq": seq}))
        added.append(decision.id)
    return added


def moved(db: Database) -> dict[str, str]:
    """Ids in the log and the ids that the present analysis gives to what they stood for."""
    return {row[0]: row[1] for row in db.rows("SELECT old, new FROM moved")}


def find_moved(db: Database, statements: Sequence[Statement]) -> dict[str, str]:
    """What :func:`moved` is to be for ``statements``."""
    acts = [_decision(db, row) for row in db.rows("SELECT * FROM acts WHERE anchors <> '[]' ORDER BY seq")]
    versions = newest(db)
    found = moved_statements((carried(anchor, versions) for act in acts for anchor in act.anchors), statements)
    pairs = {
        act.objects[0]: (act.anchors[0].statement, act.anchors[1].statement)
        for act in acts
        if len(act.anchors) == 2 and act.objects[0] not in {anchor.statement for anchor in act.anchors}
    }
    articles = {old: new.id for old, (_, new) in versions.items()}
    return found | moved_conflicts(pairs, found) | articles


def present(decision: Decision, moves: Mapping[str, str]) -> Decision:
    """The act with the ids of today."""
    if not moves:
        return decision
    changes: dict[str, object] = {"objects": tuple(moves.get(name, name) for name in decision.objects)}
    changes["values"] = decision.values | {
        name: " ".join(moves.get(part, part) for part in decision.values[name].split())
        for name in ID_LISTS
        if name in decision.values
    }
    return decision.model_copy(update=changes)


_ON = "seq IN (SELECT seq FROM act_objects WHERE object = ?1 OR object IN (SELECT old FROM moved WHERE new = ?1))"


def log(db: Database, *, object_id: str = "", kind: ActKind | None = None) -> list[Decision]:
    """Every act in order, or those on one object, or of one kind."""
    if kind is not None:
        rows = db.rows("SELECT * FROM acts WHERE kind = ? ORDER BY seq", (kind.value,))
    elif object_id:
        rows = db.rows(f"SELECT * FROM acts WHERE {_ON} ORDER BY seq", (object_id,))
    else:
        rows = db.rows("SELECT * FROM acts ORDER BY seq")
    moves = moved(db)
    return [present(_decision(db, row), moves) for row in rows]


def counting(
    db: Database, *kinds: ActKind, object_id: str = "", moves: Mapping[str, str] | None = None
) -> list[Decision]:
    """The acts that count, in order: all, of some kinds, or on one object; ``moves`` in place of :func:`moved`."""
    where, values = [_COUNTS], list[str]()
    if object_id:
        where.append(_ON)
        values.append(object_id)
    if kinds:
        where.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values += [kind.value for kind in kinds]
    rows = db.rows(f"SELECT * FROM acts WHERE {' AND '.join(where)} ORDER BY seq", values)
    moves = moved(db) if moves is None else moves
    return [present(_decision(db, row), moves) for row in rows]


def counts(db: Database, decision: Decision) -> bool:
    """Whether the act is in force."""
    return db.row(f"SELECT 1 FROM acts WHERE {_COUNTS} AND id = ?", (decision.id,)) is not None


def lost(db: Database) -> list[Decision]:
    """The acts that count and whose statement, conflict or article is not in the case now."""
    there = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {table} WHERE id = coalesce(new, object))"
        for table in ("conflicts", "statements", "articles")
    )
    rows = db.rows(
        f"SELECT * FROM acts WHERE {_COUNTS} AND kind NOT IN ('same_speaker', 'apart_speaker', 'tune') AND seq IN"
        f" (SELECT seq FROM act_objects LEFT JOIN moved ON old = object WHERE {there}) ORDER BY seq"
    )
    return [_decision(db, row) for row in rows]


def last_counting(db: Database, reviewer: str) -> Decision | None:
    """The reviewer's newest act that counts: what undo takes back."""
    row = db.row(f"SELECT * FROM acts WHERE {_COUNTS} AND reviewer = ? ORDER BY seq DESC LIMIT 1", (reviewer,))
    return None if row is None else present(_decision(db, row), moved(db))


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
    return None if row is None else present(_decision(db, row), moved(db))


def by_id(db: Database, act_id: str) -> Decision | None:
    row = db.row("SELECT * FROM acts WHERE id = ?", (act_id,))
    return None if row is None else present(_decision(db, row), moved(db))


def later_by_others(db: Database, decision: Decision) -> Decision | None:
    """The newest counting act of somebody else on the same objects after ``decision``."""
    later = [
        act
        for name in decision.objects
        for act in counting(db, object_id=name)
        if act.seq > decision.seq and act.reviewer != decision.reviewer
    ]
    return max(later, key=lambda act: act.seq, default=None)
