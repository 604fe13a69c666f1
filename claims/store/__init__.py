"""One case in one SQLite file: articles and what was found in them, and the append-only log of what humans did."""

from claims.store.database import Database

__all__ = ["Database"]
