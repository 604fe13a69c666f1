"""Results of the analysis that are kept in the case under a digest of all that they rest on (:mod:`claims.kept`)."""

from __future__ import annotations

import zlib

from claims.store.database import Database


class KeptInCase:
    """What the case has kept, and what one analysis adds; nothing is written before :meth:`write`."""

    def __init__(self, db: Database, *, anew: bool = False) -> None:
        self._db = db
        self._anew = anew  # make everything again, whatever is kept
        self._used: set[str] = set()
        self._made: dict[str, str] = {}

    def get(self, key: str, /) -> str | None:
        """The result under this key; one that cannot be read is as good as none."""
        if key in self._made:
            return self._made[key]
        body = None if self._anew else self._db.value("SELECT body FROM kept WHERE key = ?", (key,))
        if body is None:
            return None
        try:
            text = zlib.decompress(body).decode()
        except (zlib.error, UnicodeDecodeError):
            return None
        self._used.add(key)
        return text

    def put(self, key: str, body: str, /) -> None:
        self._made[key] = body

    def write(self) -> None:
        """Write what was made, and give up what nobody asked for; in a transaction."""
        old = [row for row in self._db.rows("SELECT key FROM kept") if row[0] not in self._used]
        self._db.run_many("DELETE FROM kept WHERE key = ?", [(row[0],) for row in old])
        self._db.run_many(
            "INSERT INTO kept (key, body) VALUES (?, ?)",
            [(key, zlib.compress(body.encode(), 1)) for key, body in self._made.items() if key not in self._used],
        )
