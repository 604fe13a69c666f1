"""Topics: statements that speak of the same matter, under a label a person would give."""

from __future__ import annotations

from claims.topics.group import group

__all__ = ["group"]
