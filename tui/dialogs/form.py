"""A few labelled lines to fill in, such as speaker and date of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from tui import render
from tui.dialogs.base import Dialog
from tui.widgets.line import Line


class Field(NamedTuple):
    """``name`` is the key of the answer, ``label`` what is asked, ``value`` what stands there."""

    name: str
    label: str
    value: str


class Form(Dialog[dict[str, str]]):
    """Answers with the fields whose value changed; none changed is no answer."""

    def __init__(self, question: str, fields: Sequence[Field], hint: str) -> None:
        super().__init__()
        self.question, self.fields, self.hint = question, list(fields), hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(render.plain(self.question, "bold"), markup=False)
            with VerticalScroll(can_focus=False):  # so that the first line is typed in at once
                for field in self.fields:
                    yield Label(render.plain(field.label), markup=False)
                    yield Line(field.value, id=field.name)
            yield Static(render.plain(self.hint), classes="hint", markup=False)

    def on_input_submitted(self) -> None:
        """Enter goes to the next line and confirms in the last one."""
        inputs = list(self.query(Line))
        at = next((number for number, line in enumerate(inputs) if line.has_focus), len(inputs) - 1)
        if at + 1 < len(inputs):
            inputs[at + 1].focus()
            return
        answers = {line.id or "": line.answer for line in inputs}
        changed = {field.name: answers[field.name] for field in self.fields if answers[field.name] != field.value}
        self.dismiss(changed or None)
