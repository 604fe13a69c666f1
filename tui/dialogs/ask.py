"""Ask for one line of text, such as a folder or a file name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui import render
from tui.dialogs.base import Dialog
from tui.widgets.line import Line


class Ask(Dialog[str]):
    """Answers with what was typed; an empty line is no answer."""

    def __init__(self, question: str, value: str, hint: str) -> None:
        super().__init__()
        self.question, self.value, self.hint = question, value, hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(render.plain(self.question, "bold"), markup=False)
            yield Line(self.value)
            yield Static(render.plain(self.hint), classes="hint", markup=False)

    def on_input_submitted(self) -> None:
        self.dismiss(self.query_one(Line).answer or None)
