"""Terminal interface for reviewing contradictions: ``run(case)`` shows a case and returns when the reviewer quits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.review import Case


def run(case: Case, *, language: str = "en") -> None:
    """Review ``case`` in the terminal. A temporary case is offered to be kept before it goes."""
    from tui.app import ReviewApp

    ReviewApp(case, language=language).run()
