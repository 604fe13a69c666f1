"""Terminal interface for reviewing contradictions: ``run(case)`` shows a case and returns when the reviewer quits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.review import Case


def run(case: Case, *, language: str = "en", keys: Mapping[str, str] | None = None) -> None:
    """Review ``case`` in the terminal. A temporary case is offered to be kept before it goes.

    ``keys`` maps names of actions (:mod:`tui.keys`) to keys.
    """
    from tui.app import ReviewApp
    from tui.hangup import end_with_the_terminal

    end_with_the_terminal()
    ReviewApp(case, language=language, keys=keys).run()
