"""The two streams: results on stdout, talk and progress on stderr."""

from __future__ import annotations

import re
import sys
import time
from types import TracebackType
from typing import IO, TYPE_CHECKING, TextIO, cast

from rich.console import Console

from claims.wording import say

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0  # seconds without a bar
_BLANK_END = re.compile(r"(?<! ) +(?=\n)")


def results() -> Console:
    """The console for results: never interprets text as markup, wraps to the width of the terminal.

    Into a pipe or file lines go without the blanks that fill them up to the width.
    """
    if sys.stdout.isatty():
        return Console(markup=False, emoji=False, highlight=False)
    return Console(file=cast("IO[str]", _Trimmed(sys.stdout)), markup=False, emoji=False, highlight=False)


class _Trimmed:
    """A stream that passes lines on without blanks at their end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.encoding = stream.encoding

    def write(self, text: str) -> int:
        return self._stream.write(_BLANK_END.sub("", text))

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return False


class Waiting:
    """A progress bar on stderr, shown only on a terminal and only once the work has taken over a second."""

    def __init__(self, language: str) -> None:
        self._words = {"read": say("view.reading", language), "relate": say("view.relating", language)}
        self._started = time.monotonic()
        self._bar: Progress | None = None
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Waiting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    @property
    def showing(self) -> bool:
        """Whether the bar is on the screen."""
        return self._bar is not None

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self._shown or time.monotonic() - self._started < _PATIENCE:
            return
        if self._bar is None:
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"))
            self._bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
            self._bar.add_task("")
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=self._words[stage], completed=done, total=total or None)
