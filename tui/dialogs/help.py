"""All keys with what they do, made from the registry of actions."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims.wording import say
from tui import render
from tui.dialogs.base import Dialog
from tui.keys import GROUPS, Action, display


class HelpDialog(Dialog[None]):
    """The keys of a screen, by group."""

    BINDINGS = [Binding("question_mark,q", "leave", show=False)]  # noqa: RUF012

    def __init__(self, actions: Sequence[Action], language: str) -> None:
        super().__init__()
        self.actions, self.language = actions, language

    def compose(self) -> ComposeResult:
        rows: list[Content] = []
        for group in GROUPS:
            members = [action for action in self.actions if action.group == group]
            if members:
                rows.append(render.plain(say(f"tui.group.{group}", self.language), "bold"))
            for action in members:
                keys = " ".join(dict.fromkeys(display(key) for key in action.keys.split(",")))
                rows.append(render.plain(f"  {keys:<12}{say(f'keys.{action.name}', self.language)}"))
        with Vertical():
            with VerticalScroll():
                yield Static(render.lines(rows), markup=False)
            yield Static(render.plain(say("tui.leave_help", self.language)), classes="hint", markup=False)
