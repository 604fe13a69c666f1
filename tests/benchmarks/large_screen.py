"""How fast the review screen answers on a large case: ``python -m tests.benchmarks.large_screen [STATEMENTS]``.

Prints absolute figures (default 100,000 statements in 10,000 topics): the median of several runs until the screen
stands with its first pair (of the application alone; starting Python and importing come before it), then for every
key the median and the 95th percentile from pressing it to the moment from which the picture that it leads to stands
on the screen, on the clock and of the processor (the clock counts what else the machine does). What reshapes a case
goes on in a thread: its key is answered by the line that says so. Nothing is asserted.
"""

from __future__ import annotations

import asyncio
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from textual.app import App
from textual.events import Key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from claims.review import Case
from tests.benchmarks.large_case import build
from tui.app import ReviewApp
from tui.screens.review import ReviewScreen
from tui.screens.working import Working

TIMES = 11
CHARACTERS = {"full_stop": ".", "comma": ",", "plus": "+", "minus": "-", "slash": "/", "question_mark": "?"}
LONGEST = 200  # rounds of the message queues after which a key counts as never answered


class Step(NamedTuple):
    """``keys`` are measured one by one under ``name``; ``before`` and ``after`` are typed around them unmeasured."""

    name: str
    keys: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    times: int = TIMES


REVIEW = (
    Step("next topic", ("j",)),
    Step("previous topic", ("k",), before=("j",)),
    Step("last topic", ("G",), after=("g",)),
    Step("first topic", ("g",), before=("G",)),
    Step("page of topics", ("pagedown",)),
    Step("next pair", ("full_stop",), after=("comma",)),
    Step("previous pair", ("comma",), before=("full_stop",)),
    Step("side B", ("l",), after=("h",)),
    Step("side A", ("h",), before=("l",)),
    Step("more of the passage", ("plus",), after=("minus",)),
    Step("less of the passage", ("minus",), after=("plus",)),
    Step("next pane", ("tab",)),
    Step("accept", ("a",)),
    Step("dismiss with a reason", ("3",)),
    Step("dismiss: the list", ("d",), after=("escape",)),
    Step("dismiss: from the list", ("2",), before=("d",)),
    Step("later", ("space",)),
    Step("undo", ("u",)),
    Step("redo", ("ctrl+r",)),
    Step("note: the line", ("n",), after=("escape",)),
    Step("note: a letter", ("x",), before=("n",), after=("escape",)),
    Step("note: kept", ("enter",), before=("n", "x")),
    Step("mark", ("x",)),
    Step("mark the topic", ("X",)),
    Step("mark another topic", ("X",), before=("j",), times=1),
    Step("merge: what it touches", ("m",), after=("escape",)),
    Step("mark a statement", ("x",), times=1),
    Step("split: what it touches", ("s",), after=("escape",)),
    Step("edit: the form", ("e",), after=("escape",)),
    Step("extent", ("W",), after=("escape",)),
    Step("extent: one word", ("left",), before=("W",), after=("escape",)),
    Step("verdict: the form", ("r",), after=("escape",)),
    Step("metadata: the form", ("M",), after=("escape",)),
    Step("strike (in a thread)", ("t",)),
    Step("view: all speakers", ("v",), after=("v", "v", "j")),
    Step("all speakers: next statement", ("full_stop",), before=("v", "comma"), after=("v", "v", "j")),
    Step("all speakers: next topic", ("j",), before=("v",), after=("v", "v")),
    Step("view: timeline", ("v",), before=("v",), after=("v", "j")),
    Step("timeline: next statement", ("full_stop",), before=("v", "v", "comma", "comma"), after=("v", "j")),
    Step("timeline: next topic", ("j",), before=("v", "v"), after=("v",)),
    Step("view: the pair again", ("v",), before=("v", "v"), after=("j",)),
    Step("why", ("i",), after=("escape", "j")),
    Step("whole article", ("enter",), after=("escape", "j")),
    Step("find: the line", ("slash",), after=("escape",)),
    Step("find: a letter", ("b",), before=("slash",), after=("escape",)),
    Step("filter: the fields", ("f",), after=("escape",)),
    Step("filter: the states", ("1",), before=("f",), after=("escape",)),
    Step("filter: by a state", ("1",), before=("f", "1"), after=("escape",)),
    Step("filter: by a kind", ("1",), before=("f", "2"), after=("escape",)),
    Step("filter: the speakers", ("3",), before=("f",), after=("escape",)),
    Step("filter: by a speaker", ("1",), before=("f", "3"), after=("escape",)),
    Step("filter: the outlets", ("4",), before=("f",), after=("escape",)),
    Step("filter: the languages", ("5",), before=("f",), after=("escape",)),
    Step("copy a citation", ("c",)),
    Step("copy both sides", ("C",)),
    Step("open the source", ("o",)),
    Step("export: the folder", ("E",), after=("escape",)),
    Step("keys", ("question_mark",), after=("escape",)),
    Step("palette", ("ctrl+p",), after=("escape",)),
    Step("speakers", ("p",), after=("escape",)),
    Step("articles", ("b",), after=("escape",)),
    Step("add articles", ("A",), after=("escape", "escape")),
    Step("analyse again: the question", ("R",), after=("escape",)),
)
ARTICLE = (
    Step("article: next word", ("l",)),
    Step("article: next line", ("j",), after=("k",)),
    Step("article: previous line", ("k",), before=("j",)),
    Step("article: mark", ("space",)),
)
PEOPLE = (
    Step("speakers: next", ("j",)),
    Step("speakers: last", ("G",), after=("g",)),
    Step("speakers: first", ("g",), before=("G",)),
    Step("speakers: mark", ("x",)),
    Step("speakers: a spelling", ("n",), after=("escape",)),
)
ARTICLES = (
    Step("articles: next", ("j",)),
    Step("articles: last", ("G",), after=("g",)),
    Step("articles: first", ("g",), before=("G",)),
    Step("articles: metadata", ("M",), after=("escape",)),
)
ON = {"": REVIEW, "enter": ARTICLE, "p": PEOPLE, "b": ARTICLES}  # key that opens the screen → what is measured there


def press(app: App[None], key: str) -> None:
    assert app._driver is not None
    app._driver.send_message(Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))


def waits(pump: MessagePump) -> bool:
    """Whether it has something to do."""
    return not pump._message_queue.empty() or bool(pump._next_callbacks)


def at_rest(app: App[None]) -> bool:
    """Whether nothing is left to be drawn."""
    screen = app.screen
    drawing = screen._layout_required or screen._repaint_required or screen._scroll_required or screen._dirty_widgets
    return not (drawing or screen._callbacks)


async def answered(app: App[None], pilot: Pilot[None]) -> None:
    """Until what the last key did stands on the screen; threads go on meanwhile."""
    for _ in range(LONGEST):
        await pilot._wait_for_screen()
        if any(map(waits, [app, *app.screen.walk_children(with_self=True)])):
            continue
        if at_rest(app):
            return
        app.screen._on_timer_update()
    raise RuntimeError("the screen never rests")


async def typed(app: App[None], pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Type and wait until everything is over, threads and messages included."""
    for key in keys:
        press(app, key)
        await answered(app, pilot)
        while any(not worker.is_finished for worker in app.workers):
            await asyncio.sleep(0.01)
        while isinstance(app.screen, Working) and app.screen.busy:
            await asyncio.sleep(0.01)
        await answered(app, pilot)


class Pictures:
    """When the picture on the screen last became another one, its own looking not counted."""

    def __init__(self) -> None:
        self.shown: list[object] = []
        self.stood = Moment(0.0, 0.0)
        self.looking = Moment(0.0, 0.0)
        self.draw = Screen._compositor_refresh

    def start(self, app: App[None]) -> None:
        self.look(app.screen)
        self.looking, self.stood = Moment(0.0, 0.0), now()

    def look(self, screen: Screen[object]) -> None:
        """After something was drawn."""
        before = now()
        if screen.is_current:
            picture: list[object] = [strip._segments for strip in screen._compositor.render_strips()]
            if picture != self.shown:
                self.shown, self.stood = picture, before - self.looking
        self.looking += now() - before

    def drawn(self, screen: Screen[object]) -> None:
        self.draw(screen)
        self.look(screen)


class Moment(NamedTuple):
    """Seconds on the clock and of the processor."""

    clock: float
    cpu: float

    def __sub__(self, other: Moment) -> Moment:
        return Moment(self.clock - other.clock, self.cpu - other.cpu)

    def __add__(self, other: object) -> Moment:
        assert isinstance(other, Moment)
        return Moment(self.clock + other.clock, self.cpu + other.cpu)


def now() -> Moment:
    return Moment(time.perf_counter(), time.process_time())


async def measure(app: App[None], pilot: Pilot[None], step: Step, pictures: Pictures) -> list[Moment]:
    """What each pressing of the key took."""
    took = []
    for _ in range(step.times):
        await typed(app, pilot, step.before)
        for key in step.keys:
            app.clear_notifications()
            await answered(app, pilot)
            pictures.start(app)
            started = now()
            press(app, key)
            await answered(app, pilot)
            took.append(pictures.stood - started)
            await typed(app, pilot, ())
        await typed(app, pilot, step.after)
    return took


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


def line(name: str, took: Sequence[Moment]) -> str:
    """A row of the table, in milliseconds."""
    figures = []
    for times in zip(*took, strict=True):
        ordered = sorted(times)
        figures += [median(ordered), ordered[round(0.95 * (len(ordered) - 1))]]
    return f"{name:<34}" + "".join(f"{figure * 1000:9.1f}" for figure in figures) + f"{len(took):7}"


async def keys(path: Path) -> None:
    """The table of keys."""
    print(f"{'milliseconds':<34}{'clock':>9}{'p95':>9}{'cpu':>9}{'p95':>9}{'times':>7}")
    pictures = Pictures()
    Screen._compositor_refresh = lambda screen: pictures.drawn(screen)  # type: ignore[method-assign]
    with Case.open(path, reviewer="mk") as case:
        app = ReviewApp(case)
        async with app.run_test(size=(120, 32)) as pilot:
            await asyncio.sleep(0.3)
            await typed(app, pilot, ())
            for way, steps in ON.items():
                await typed(app, pilot, [way] if way else [])
                for step in steps:
                    print(line(step.name, await measure(app, pilot, step, pictures)), flush=True)
                await typed(app, pilot, ["escape"] if way else [])


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {size} statements")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with Case.open(path, reviewer="mk") as case:
            build(case, size)
        print(f"the screen stands {median(asyncio.run(stands(path)) for _ in range(5)) * 1000:.0f} ms\n")
        asyncio.run(keys(path))


if __name__ == "__main__":
    main()
