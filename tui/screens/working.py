"""Long work in a thread: progress on the screen, given up by escape, the result told by a message."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from claims.errors import ClaimsError
from claims.review import Case, Progress
from claims.wording import say
from tui import render

Done = Callable[[Any], object]


class StoppedError(Exception):
    """The reviewer gave the work up."""


class Working(Screen[None]):
    """A screen of a case that can work without standing still; one work at a time."""

    class Going(Message):
        """So far."""

        def __init__(self, stage: str, done: int, of: int) -> None:
            super().__init__()
            self.stage, self.done, self.of = stage, done, of

    class Ended(Message):
        """Done, given up or failed."""

        def __init__(self, result: object, error: str, then: Done | None) -> None:
            super().__init__()
            self.result, self.error, self.then = result, error, then

    def __init__(self, case: Case, language: str) -> None:
        super().__init__()
        self.case, self.lang = case, language
        self.busy = False

    def begin(self, work: Callable[[Progress], object], then: Done) -> None:
        """Do ``work`` in a thread and call ``then`` with its result; refused while other work goes on."""
        if self.busy:
            self.notify(say("tui.still_working", self.lang), markup=False)
            return
        self.busy = True
        self.show_progress(say("tui.working", self.lang))
        self.run_worker(partial(self._work, work, then), thread=True, exit_on_error=False)

    def _work(self, work: Callable[[Progress], object], then: Done) -> None:
        worker = get_current_worker()

        def progress(stage: str, done: int, of: int) -> None:
            if worker.is_cancelled:
                raise StoppedError
            self.post_message(self.Going(stage, done, of))

        try:
            result = work(progress)
        except StoppedError:
            self.post_message(self.Ended(None, "", None))
        except (ClaimsError, OSError) as error:
            self.post_message(self.Ended(None, str(error), None))
        else:
            self.post_message(self.Ended(result, "", then))

    def on_working_going(self, message: Working.Going) -> None:
        words = say("view.reading" if message.stage == "read" else "view.relating", self.lang)
        counted = f" {message.done}/{message.of}" if message.of > 1 else f" {message.done}" if message.done else ""
        self.show_progress(f"{words}{counted} · {say('tui.esc_stops', self.lang)}")

    async def on_working_ended(self, message: Working.Ended) -> None:
        """Tell what became of it, and show the newest state."""
        self.busy = False
        self.show_progress("")
        if message.then is not None:
            done = message.then(message.result)
            if hasattr(done, "__await__"):
                await done
            return
        await self.renew()
        if message.error:
            self.complain(message.error)
        else:
            self.notify(say("tui.done.stopped", self.lang), markup=False)

    def stop_work(self) -> None:
        """Give up what goes on."""
        self.workers.cancel_all()

    def complain(self, error: str) -> None:
        """Say what stands against it."""
        self.notify(render.plain(error).plain, severity="error", markup=False, timeout=10)

    def show_progress(self, words: str) -> None:
        """Show how far the work is; empty when it is over."""
        raise NotImplementedError

    async def renew(self) -> None:
        """Read what is shown anew."""
        raise NotImplementedError
