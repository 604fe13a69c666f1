"""A longer text to read, such as why two statements were compared as they were."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui import render
from tui.dialogs.base import Dialog


class Read(Dialog[None]):
    """Shows a text until escape."""

    BINDINGS = [Binding("q,i,enter", "leave", show=False)]  # noqa: RUF012

    def __init__(self, title: str, text: Content, hint: str) -> None:
        super().__init__()
        self.heading, self.text, self.hint = title, text, hint

    def show(self, text: Content) -> None:
        """Show another text: what took a moment to be found."""
        self.text = text
        for shown in self.query("#text").results(Static):  # none any more when it was left meanwhile
            shown.update(text)

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(render.plain(self.heading, "bold"), markup=False)
            with VerticalScroll():
                yield Static(self.text, id="text", markup=False)
            yield Static(render.plain(self.hint), classes="hint", markup=False)
