"""The review ends with its terminal, also where the signal that says so is ignored, as under nohup."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading


def end_with_the_terminal() -> None:
    """From now on the closing of the terminal ends this process, as a hang-up does; what was decided is on disk.

    An orderly way out is none here: Textual would write to the closed terminal for ever.
    """
    if sys.__stdin__ is not None and hasattr(select, "poll") and sys.__stdin__.isatty():
        threading.Thread(target=_watch, args=(sys.__stdin__.fileno(),), name="hangup", daemon=True).start()


def _watch(terminal: int) -> None:
    closing = select.poll()
    closing.register(terminal, select.POLLHUP)
    closing.poll()
    os.kill(os.getpid(), signal.SIGTERM)
