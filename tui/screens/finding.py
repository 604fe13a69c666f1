"""Finding in the queue: words as one types, fields such as state, kind, speaker, outlet, language and date."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from claims.models import Kind, ReviewStatus
from claims.review import QueueFilter
from claims.wording import say
from tui import render
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.dialogs.pick import Pick
from tui.screens.moving import Moving

FIELDS = ("state", "kind", "speaker", "outlet", "language", "date", "quiet", "all")
_FEW = 9  # values that are chosen by a digit
_TYPING = 0.15  # seconds without a key after which the words are looked for
STATES = (ReviewStatus.OPEN, ReviewStatus.LATER, ReviewStatus.ACCEPTED, ReviewStatus.DISMISSED)
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Finding(Moving):
    """Narrows the queue."""

    waiting: Timer | None = None

    def action_find(self) -> None:
        """Filter by words while they are typed; escape takes the filter away."""
        self.add_class("finding")
        self.query_one("#left").add_class("shown")
        self.query_one("#find", Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A large case takes a moment to search: not at every letter of a fast typist."""
        if event.input.id == "find":
            if self.waiting is not None:
                self.waiting.stop()
            self.waiting = self.set_timer(_TYPING, self.find)

    async def find(self) -> None:
        text = self.query_one("#find", Input).value.strip()
        if self.has_class("finding") and text != self.chosen.text:
            await self.narrow(self.chosen.model_copy(update={"text": text}))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "find":
            await self.find()
            self.query_one("#left").remove_class("shown")
            self.query_one("#queue").focus()

    async def on_key(self, event: events.Key) -> None:
        if event.key != "escape":
            return
        if self.busy:
            event.stop()
            self.stop_work()
        elif self.has_class("finding") or self.narrowed:
            event.stop()
            self.remove_class("finding")
            self.query_one("#left").remove_class("shown")
            with self.prevent(Input.Changed):
                self.query_one("#find", Input).value = ""
            await self.narrow(QueueFilter())
            self.query_one("#queue").focus()

    async def narrow(self, chosen: QueueFilter) -> None:
        """Show the topics that ``chosen`` leaves."""
        self.chosen = chosen
        self.fetch(lambda: self.read_queue(chosen), self.show_read, "queue")

    def action_narrow(self) -> None:
        """First which field, then its value."""
        options = [(field, say(f"tui.field.{field}", self.lang)) for field in FIELDS]
        self.app.push_screen(self._choose("tui.narrow", options), self._field)

    def _choose(self, question: str, options: list[tuple[str, str]]) -> Choose:
        return Choose(say(question, self.lang), options, say("tui.choose_hint", self.lang))

    async def _field(self, field: str | None) -> None:
        if field is None:
            return
        if field == "all":
            await self.narrow(QueueFilter())
        elif field == "quiet":
            await self.narrow(self.chosen.model_copy(update={"without_conflicts": True}))
        elif field == "state":
            states = [(status.value, render.state(status, self.lang)) for status in STATES]
            self.app.push_screen(self._choose("tui.field.state", states), self._state)
        elif field == "kind":
            kinds = [(kind.value, say(f"kind.{kind.value}", self.lang)) for kind in Kind]
            self.app.push_screen(self._choose("tui.field.kind", kinds), self._kind)
        elif field == "speaker":
            self.pick(field, self.case.clashing_speakers, self._speaker)
        elif field == "outlet":
            self.pick(field, lambda: [(name, name) for name in self.case.outlets()], self._outlet)
        elif field == "language":
            self.pick(field, lambda: [(code, code) for code in self.case.languages()], self._language)
        else:
            self.app.push_screen(Ask(say("tui.ask_since", self.lang), "", say("tui.ask_hint", self.lang)), self._since)

    def pick(self, field: str, read: Callable[[], list[tuple[str, str]]], then: Callable[[str | None], object]) -> None:
        """Ask which value of a field: by digit where there are few, by typing where there are many."""

        def ask(options: list[tuple[str, str]]) -> None:
            question = say(f"tui.field.{field}", self.lang)
            if not options:
                self.tell("tui.no_value", field=question)
            elif len(options) > _FEW:
                self.app.push_screen(Pick(question, options, say("tui.pick_hint", self.lang)), then)  # type: ignore[arg-type]
            else:
                self.app.push_screen(self._choose(f"tui.field.{field}", options), then)  # type: ignore[arg-type]

        self.fetch(read, ask, "choices")

    async def _state(self, value: str | None) -> None:
        if value:
            await self.narrow(self.chosen.model_copy(update={"states": (ReviewStatus(value),)}))

    async def _kind(self, value: str | None) -> None:
        if value:
            await self.narrow(self.chosen.model_copy(update={"kinds": (Kind(value),)}))

    async def _speaker(self, value: str | None) -> None:
        if value:
            await self.narrow(self.chosen.model_copy(update={"speaker_id": value}))

    async def _outlet(self, value: str | None) -> None:
        if value:
            await self.narrow(self.chosen.model_copy(update={"publisher": value}))

    async def _language(self, value: str | None) -> None:
        if value:
            await self.narrow(self.chosen.model_copy(update={"language": value}))

    async def _since(self, value: str | None) -> None:
        if not value:
            return
        if not _DAY.fullmatch(value):
            self.complain(say("error.bad_date", self.lang, value=value))
            return
        await self.narrow(self.chosen.model_copy(update={"since": value}))
