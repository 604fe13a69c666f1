"""A list on the left and what is known of the chosen entry on the right: the frame of speakers and articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from claims.review import Case
from tui import render
from tui.screens.working import Working
from tui.widgets.panes import Pane
from tui.widgets.queue import Queue

Entry = TypeVar("Entry")


class Entries(Working, Generic[Entry]):
    """Reads its entries in a thread, so that it stands at once however many there are."""

    def __init__(self, case: Case, language: str) -> None:
        super().__init__(case, language)
        self.entries: list[Entry] = []
        self.place = 0

    def compose(self) -> ComposeResult:
        yield Static(id="reading", markup=False)
        with Horizontal():
            yield Queue(id="entries")
            yield Pane(id="about")
        yield self.hints()

    def on_mount(self) -> None:
        self.query_one("#entries").focus()
        self.load()

    def load(self) -> None:
        """Read the entries anew and stay at the place where we are."""
        self.fetch(self.read, self.show, "entries")

    def read(self) -> list[Entry]:
        """The entries, in a thread."""
        raise NotImplementedError

    def show(self, entries: Sequence[Entry]) -> None:
        """Show them, with the chosen one in view."""
        self.entries = list(entries)
        self.place = max(0, min(self.place, len(self.entries) - 1))
        queue = self.query_one("#entries", Queue)
        queue.show(len(self.entries), lambda place: self.lines(self.entries[place]))
        queue.border_title = Content(self.heading())
        queue.choose(self.place)
        self.show_about()

    def heading(self) -> str:
        """What the list is, and how many."""
        raise NotImplementedError

    def lines(self, entry: Entry) -> tuple[Content, Content]:
        """The two lines of an entry in the list."""
        raise NotImplementedError

    def show_about(self) -> None:
        """Show what is known of the chosen entry."""
        raise NotImplementedError

    def current(self) -> Entry | None:
        """The chosen entry."""
        return self.entries[self.place] if self.entries else None

    def choose(self, place: int) -> None:
        if 0 <= place < len(self.entries):
            self.place = place
            self.query_one("#entries", Queue).choose(place)
            self.show_about()

    def on_queue_chosen(self, message: Queue.Chosen) -> None:
        self.choose(message.place)

    def action_next_entry(self) -> None:
        self.choose(self.place + 1)

    def action_previous_entry(self) -> None:
        self.choose(self.place - 1)

    def action_first_entry(self) -> None:
        self.choose(0)

    def action_last_entry(self) -> None:
        self.choose(len(self.entries) - 1)

    def action_undo(self) -> None:
        """Take back the newest act, whatever it was, and say what."""
        target = self.case.next_undo()
        if target is None:
            self.tell("tui.nothing_to_undo")
        else:
            self.act("tui.done.undone", self.case.undo, what=self.what(target))

    def action_back(self) -> None:
        """While work goes on, escape gives up the rest."""
        if self.busy:
            self.stop_work()
        else:
            self.dismiss(None)

    def show_progress(self, words: str) -> None:
        reading = self.query_one("#reading", Static)
        reading.update(render.plain(words, "bold"))
        reading.display = bool(words)

    async def renew(self) -> None:
        self.load()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_about)
