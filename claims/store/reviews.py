"""The fold of the acts on each object, kept beside the log so that a list of thousands needs no folding.

To be called in the transaction that appends an act or changes what ids stand for; the table can be rebuilt from
the log at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.models import Review
from claims.store import acts, loading
from claims.store.database import Database
from claims.store.fold import fold


def review_of(db: Database, object_id: str) -> Review:
    """What humans made of one object; an untouched one is open."""
    body = db.value("SELECT body FROM reviews WHERE object = ?", (object_id,))
    return Review() if body is None else loading.read_model(db, Review, body)


def folded(db: Database, object_id: str) -> Review:
    """What the acts on one object come to, worked out from the log."""
    version = max((act.seq for act in acts.log(db, object_id=object_id)), default=0)
    return fold(acts.counting(db, object_id=object_id), object_id).model_copy(update={"version": version})


def names(db: Database) -> list[str]:
    """The present ids of everything that somebody acted on."""
    moves = acts.moved(db)
    found = (row[0] for row in db.rows("SELECT DISTINCT object FROM act_objects"))
    return sorted({moves.get(name, name) for name in found})


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
    """Write every fold anew from the log."""
    db.run("DELETE FROM reviews")
    refold(db, names(db))


def set_moved(db: Database, moves: Mapping[str, str]) -> None:
    """From now on the ids of the log stand for these; reviews follow."""
    if moves == acts.moved(db):
        return
    db.run("DELETE FROM moved")
    db.run_many("INSERT INTO moved (old, new) VALUES (?, ?)", sorted(moves.items()))
    refold_all(db)
