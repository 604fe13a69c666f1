"""Long work in a thread: progress on the screen, given up by escape, the result told by a message."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.message import Message
from textual.worker import get_current_worker

from claims.errors import ClaimsError, StaleError
from claims.review import Case, Progress
from claims.wording import say
from tui.screens.base import CaseScreen

Done = Callable[[Any], object]


class StoppedError(Exception):
    """The reviewer gave the work up."""


class Working(CaseScreen):
    """A screen that never stands still: what changes the analysis is done in a thread, one work at a time, and what
    takes long to read is read in one.
    """

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

    class Fetched(Message):
        """Read, or could not be read."""

        def __init__(self, result: object, error: str, then: Done) -> None:
            super().__init__()
            self.result, self.error, self.then = result, error, then

    def __init__(self, case: Case, language: str) -> None:
        super().__init__(case, language)
        self.busy = False

    def begin(self, work: Callable[[Progress], object], then: Done, mine: str = "") -> None:
        """Do ``work`` in a thread and call ``then`` with its result; refused while other work goes on.

        ``mine`` is what the reviewer entered, to be said when somebody else was faster.
        """
        if self.busy:
            self.tell("tui.still_working")
            return
        self.busy = True
        self.show_progress(say("tui.working", self.lang))
        self.run_worker(partial(self._work, work, then, mine), thread=True, group="work")

    def act(self, done: str, act: Callable[[], object], mine: str = "", **values: object) -> None:
        """Reshape the case; then say that it is ``done`` and show what came of it."""

        async def told(_result: object) -> None:
            await self.renew()
            self.tell(done, done=True, **values)

        self.begin(lambda _progress: act(), told, mine)

    def fetch(self, read: Callable[[], object], then: Done, what: str) -> None:
        """Call ``then`` with what ``read`` read in a thread; only the last of what is asked for counts."""
        self.run_worker(partial(self._fetch, read, then), thread=True, group=what, exclusive=True)

    def _work(self, work: Callable[[Progress], object], then: Done, mine: str) -> None:
        worker = get_current_worker()

        def progress(stage: str, done: int, of: int) -> None:
            if worker.is_cancelled:
                raise StoppedError
            self.post_message(self.Going(stage, done, of))

        try:
            result = work(progress)
        except StoppedError:
            self.post_message(self.Ended(None, "", None))
        except StaleError as error:
            words = f"{error}\n{say('tui.yours', self.lang)} {mine}" if mine else str(error)
            self.post_message(self.Ended(None, words, None))
        except (ClaimsError, OSError) as error:
            self.post_message(self.Ended(None, str(error), None))
        else:
            self.post_message(self.Ended(result, "", then))

    def _fetch(self, read: Callable[[], object], then: Done) -> None:
        worker = get_current_worker()
        try:
            found = self.Fetched(read(), "", then)
        except (ClaimsError, OSError) as error:
            found = self.Fetched(None, str(error), then)
        if not worker.is_cancelled:
            self.post_message(found)

    def on_working_going(self, message: Working.Going) -> None:
        words = say("view.reading" if message.stage == "read" else "view.relating", self.lang)
        counted = f" {message.done}/{message.of}" if message.of > 1 else f" {message.done}" if message.done else ""
        self.show_progress(f"{words}{counted} · {say('tui.esc_stops', self.lang)}")

    async def on_working_ended(self, message: Working.Ended) -> None:
        """Tell what became of it, and show the newest state."""
        self.busy = False
        self.show_progress("")
        if message.then is not None:
            await _called(message.then, message.result)
            return
        await self.renew()
        if message.error:
            self.complain(message.error)
        else:
            self.tell("tui.done.stopped")

    async def on_working_fetched(self, message: Working.Fetched) -> None:
        if message.error:
            self.complain(message.error)
        else:
            await _called(message.then, message.result)

    def stop_work(self) -> None:
        """Give up what goes on."""
        self.workers.cancel_group(self, "work")

    def show_progress(self, words: str) -> None:
        """Show how far the work is; empty when it is over."""
        raise NotImplementedError

    async def renew(self) -> None:
        """Read what is shown anew."""
        raise NotImplementedError


async def _called(then: Done, result: object) -> None:
    done = then(result)
    if hasattr(done, "__await__"):
        await done
