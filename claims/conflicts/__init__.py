"""Pairs of statements that cannot both be true, each with its reason."""

from __future__ import annotations

from claims.conflicts.compare import compare
from claims.conflicts.find import Background, background, between, find, opposed
from claims.conflicts.parts import relate

__all__ = ["Background", "background", "between", "compare", "find", "opposed", "relate"]
