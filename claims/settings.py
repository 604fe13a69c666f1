"""Thresholds, each with its meaning in one sentence."""

from __future__ import annotations

from pydantic import Field

from claims.models import Model


class Settings(Model):
    """What a newsroom may want to move; the defaults are the measured ones."""

    conflict_score: float = Field(0.55, ge=0, le=1, description="A pair at or above this score is a conflict.")
    check_score: float = Field(0.30, ge=0, le=1, description="A pair at or above this score is shown to be checked.")
    largest_file: int = Field(20_000_000, gt=0, description="Files larger than this many bytes are skipped.")
    include: frozenset[str] = Field(frozenset(), description="Kinds of page text, such as box, read besides the body.")
