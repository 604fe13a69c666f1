"""Pick one of a few lines by arrow and enter, or at once by its digit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import OptionList, Static

from tui import render
from tui.dialogs.base import Dialog


class Choose(Dialog[str]):
    """Answers with the token of the line that was picked."""

    def __init__(self, question: str, options: Sequence[tuple[str, str]], hint: str) -> None:
        """``options`` are (token, words), nine at the most."""
        super().__init__()
        self.question, self.options, self.hint = question, list(options), hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(render.plain(self.question, "bold"), markup=False)
            lines = [render.plain(f"{number}  {words}") for number, (_, words) in enumerate(self.options, start=1)]
            yield OptionList(*lines, markup=False)
            yield Static(render.plain(self.hint), classes="hint", markup=False)

    def on_key(self, event: Key) -> None:
        if event.character and event.character.isdigit() and 0 < int(event.character) <= len(self.options):
            event.stop()
            self.dismiss(self.options[int(event.character) - 1][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.options[event.option_index][0])
