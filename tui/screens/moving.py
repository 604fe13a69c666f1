"""How one moves in the review: topics, pairs, sides, views, panes; by key and by mouse."""

from __future__ import annotations

from tui.screens.showing import VIEWS, Showing
from tui.widgets.panes import Picked, Side
from tui.widgets.queue import Queue

_MOST_CONTEXT = 9


class Moving(Showing):
    """Moving is never undone and changes nothing in the case."""

    async def on_queue_chosen(self, message: Queue.Chosen) -> None:
        await self.show_topic(message.place)

    async def action_next_topic(self) -> None:
        await self.show_topic(self.topic + 1)

    async def action_previous_topic(self) -> None:
        await self.show_topic(self.topic - 1)

    async def action_first_topic(self) -> None:
        await self.show_topic(0)

    async def action_last_topic(self) -> None:
        await self.show_topic(len(self.topics) - 1)

    async def action_next_pair(self) -> None:
        await self.step_inside(1)

    async def action_previous_pair(self) -> None:
        await self.step_inside(-1)

    async def step_inside(self, step: int) -> None:
        """The next pair of the topic; in a wide view the next statement."""
        if self.shown_view != "pair":
            self.voice = max(0, min(len(self.voices) - 1, self.voice + step))
            self.show_voices()
        elif 0 <= self.number + step < len(self.pairs):
            self.number += step
            await self.show_pair()

    def choose_side(self, letter: str) -> None:
        self.side = letter
        self.show_passage()

    def on_side_clicked(self, message: Side.Clicked) -> None:
        self.choose_side(message.letter)

    def action_side_a(self) -> None:
        self.choose_side("a")

    def action_side_b(self) -> None:
        self.choose_side("b")

    async def on_picked(self, message: Picked) -> None:
        """A click on a statement chooses it in a wide view; one on another voice goes to a pair with it."""
        if self.shown_view != "pair":
            await self.show_view(message.statement_id)
            return
        for place, item in enumerate(self.pairs):
            if message.statement_id in (item.conflict.a, item.conflict.b):
                self.number = place
                self.side = "a" if message.statement_id == item.conflict.a else "b"
                await self.show_pair()
                return
        if self.matter is not None:
            self.view = "timeline"
            await self.show_view(message.statement_id)

    def action_more_context(self) -> None:
        self.context = min(self.context + 1, _MOST_CONTEXT)
        self.show_passage()

    def action_less_context(self) -> None:
        self.context = max(self.context - 1, 0)
        self.show_passage()

    async def action_next_view(self) -> None:
        if self.matter is None:
            return
        views = VIEWS if self.pair is not None else VIEWS[1:]
        self.view = views[(views.index(self.shown_view) + 1) % len(views)]
        here = self.current()
        await self.show_view(here.statement.id if here is not None else "")
        self.query_one("#queue" if self.view == "pair" else f"#{self.view}").focus()

    def action_next_pane(self) -> None:
        """The next pane takes the arrow keys; on a narrow screen the queue slides in when it is its turn."""
        left, queue = self.query_one("#left"), self.query_one("#queue")
        if self.view == "pair" and not self.has_class("-wide") and not left.has_class("shown"):
            left.add_class("shown")
            queue.focus()
            return
        left.remove_class("shown")
        self.focus_next()
