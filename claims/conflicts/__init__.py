"""Pairs of statements that cannot both be true, each with its reason."""

from __future__ import annotations

from claims.conflicts.compare import compare
from claims.conflicts.find import find, opposed

__all__ = ["compare", "find", "opposed"]
