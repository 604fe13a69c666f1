"""What every dialog shares: a box in the middle of the screen that escape leaves without an answer."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.opening import Opening

Answer = TypeVar("Answer")


class Dialog(Opening[Answer | None], ModalScreen[Answer | None]):
    """A box in the middle; ``None`` is the answer of who escapes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def action_leave(self) -> None:
        self.dismiss(None)
