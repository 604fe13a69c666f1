"""Pick one of many, such as a speaker or outlet: what is typed narrows the list, the arrows choose, enter picks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static

from tui import render
from tui.dialogs.base import Dialog
from tui.widgets.line import Line

_MOST = 100  # lines that are listed at once; more typing finds the others


class Pick(Dialog[str]):
    """Answers with the token of what was picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, question: str, options: Sequence[tuple[str, str]], hint: str) -> None:
        """``options`` are (token, words), in the order in which they are listed."""
        super().__init__()
        self.question, self.options, self.hint = question, list(options), hint
        self.listed: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(render.plain(self.question, "bold"), markup=False)
            yield Line(id="words")
            yield OptionList(id="options", markup=False)
            yield Static(render.plain(self.hint), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.query_one("#options").can_focus = False
        self.query_one("#words").focus()
        self.list_those_with("")

    def list_those_with(self, words: str) -> None:
        """List the options that hold every word, whatever its case."""
        wanted = words.casefold().split()
        found = [option for option in self.options if all(word in option[1].casefold() for word in wanted)]
        self.listed = found[:_MOST]
        shown = self.query_one("#options", OptionList)
        shown.clear_options()
        shown.add_options([render.plain(option[1]) for option in self.listed])
        shown.highlighted = 0 if self.listed else None

    def on_input_changed(self, event: Input.Changed) -> None:
        self.list_those_with(event.value)

    def action_move(self, step: int) -> None:
        shown = self.query_one("#options", OptionList)
        if self.listed:
            shown.highlighted = max(0, min(len(self.listed) - 1, (shown.highlighted or 0) + step))

    def on_input_submitted(self) -> None:
        at = self.query_one("#options", OptionList).highlighted
        if at is not None:
            self.dismiss(self.listed[at][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.listed[event.option_index][0])
