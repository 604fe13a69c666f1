"""All keys with what they do, made from the registry of actions; those of the focused pane first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims.wording import say
from tui import render
from tui.dialogs.base import Dialog
from tui.keys import GROUPS, PANES, Action, shown_keys


class HelpDialog(Dialog[None]):
    """The keys of a screen, by group."""

    BINDINGS = [Binding("question_mark,q", "leave", show=False)]  # noqa: RUF012

    def __init__(
        self, actions: Sequence[Action], language: str, *, pane: str = "", remapped: Mapping[str, str] | None = None
    ) -> None:
        """``pane`` is the id of the pane that has the focus."""
        super().__init__()
        self.actions, self.language, self.pane, self.remapped = actions, language, pane, remapped or {}

    def compose(self) -> ComposeResult:
        rows: list[Content] = []
        here = PANES.get(self.pane, ())
        if here:
            rows.append(render.plain(say(f"tui.pane.{self.pane}", self.language), "bold"))
            rows += self._rows(action for name in here for action in self.actions if action.name == name)
        for group in GROUPS:
            members = [action for action in self.actions if action.group == group and action.name not in here]
            if members:
                rows.append(render.plain(say(f"tui.group.{group}", self.language), "bold"))
                rows += self._rows(members)
        with Vertical():
            with VerticalScroll():
                yield Static(render.lines(rows), markup=False)
            yield Static(render.plain(say("tui.leave_help", self.language)), classes="hint", markup=False)

    def _rows(self, actions: Iterable[Action]) -> list[Content]:
        return [
            render.plain(f"  {shown_keys(action, self.remapped):<12}{say(f'keys.{action.name}', self.language)}")
            for action in actions
        ]
