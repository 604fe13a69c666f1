"""A screen that is drawn once when it opens."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

Answer = TypeVar("Answer")


class Opening(Screen[Answer]):
    """Drawn first when its layout stands.

    Textual lays a new screen out when it resumes, when it is told its size and when its parts know theirs, and draws
    it whole each time, with the screen below it; only the last picture is one to look at.
    """

    _stands = False

    def on_resize(self) -> None:
        """The first one tells a new screen its size."""
        if not self._stands:
            self.call_later(self._stand)

    def _stand(self) -> None:
        self._stands = True
        self.refresh()

    def _compositor_refresh(self) -> None:
        if self._stands:
            super()._compositor_refresh()
