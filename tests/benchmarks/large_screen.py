"""How fast the review screen answers on a large case: ``python -m tests.benchmarks.large_screen [STATEMENTS]``.

Prints absolute figures (default 100,000 statements in 10,000 topics), the median of several runs: how long until the
screen stands with its first pair (of the application alone; starting Python and importing come before it), and how
long from a key to the screen that shows what it did. Nothing is asserted.
"""

from __future__ import annotations

import asyncio
import platform
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from textual.events import Key

from claims.review import Case
from tests.benchmarks.large_case import build
from tui.app import ReviewApp
from tui.screens.review import ReviewScreen

KEYS = {
    "next topic": "j",
    "previous topic": "k",
    "next pair": "full_stop",
    "side B": "l",
    "more of the passage": "plus",
    "accept": "a",
    "dismiss with a reason": "3",
    "later": "space",
    "undo": "u",
    "redo": "ctrl+r",
    "mark": "x",
    "last topic": "G",
    "first topic": "g",
    "next view (speakers, timeline, pair)": "v",
}
TIMES = 9
HOPS = 3  # from the application to the focused pane to the screen


async def stands(path: Path) -> float:
    """Seconds from opening the case to the first pair on the screen."""
    started = time.perf_counter()
    with Case.open(path, reviewer="mk") as case:
        app = ReviewApp(case)
        async with app.run_test(size=(120, 32)):
            while not (isinstance(app.screen, ReviewScreen) and app.screen.pair is not None):
                await asyncio.sleep(0)
            app.screen._compositor.render_strips()
            return time.perf_counter() - started


async def answered(path: Path) -> None:
    """Milliseconds from each key to the screen after it, drawing included."""
    with Case.open(path, reviewer="mk") as case:
        app = ReviewApp(case)
        async with app.run_test(size=(120, 32)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            for name, key in KEYS.items():
                took = []
                for _ in range(TIMES):
                    started = time.perf_counter()
                    assert app._driver is not None
                    app._driver.send_message(Key(key, key if len(key) == 1 else None))
                    for _ in range(HOPS):
                        await pilot._wait_for_screen()
                    app.screen._on_timer_update()
                    took.append(time.perf_counter() - started)
                    await pilot.pause()
                print(f"{name:<40} {median(took) * 1000:8.1f} ms   slowest {max(took) * 1000:8.1f} ms")


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {size} statements")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with Case.open(path, reviewer="mk") as case:
            build(case, size)
        print(f"{'the screen stands':<40} {median(asyncio.run(stands(path)) for _ in range(5)) * 1000:8.0f} ms")
        asyncio.run(answered(path))


if __name__ == "__main__":
    main()
