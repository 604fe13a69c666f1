"""Topics: statements that speak of the same matter, under a label a person would give."""

from __future__ import annotations

from claims.topics.group import by_article, group

__all__ = ["by_article", "group"]
