"""How every screen and state looks, at both sizes: one picture each, of a case that never changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import textual
import toy_case
from pilot_steps import SMALL, WIDE, seen, settled
from textual.pilot import Pilot

from claims.review import Case
from tui.app import ReviewApp
from tui.widgets.line import Line

MADE_WITH = "8.2.8"
STANDS = 4  # looks at the screen that show the same before its picture is taken
STATES = {
    "pair": [],
    "decided": ["a", "3", "g"],
    "speakers": ["v"],
    "timeline": ["v", "v"],
    "queue": ["tab"],
    "empty": ["slash", "z", "z", "wait"],
    "dismiss": ["d"],
    "edit": ["e"],
    "extent": ["W", "left"],
    "explain": ["i"],
    "help": ["question_mark"],
    "article": ["enter", "space", "right"],
    "people": ["p"],
    "articles": ["b"],
    "note": ["n"],
    "verdict": ["r"],
    "metadata": ["M"],
    "filter": ["f"],
    "states": ["f", "1"],
    "merge": ["X", "j", "X", "m"],
    "split": ["x", "s"],
    "again": ["R"],
    "add": ["A"],
}

pytestmark = pytest.mark.skipif(
    textual.__version__ != MADE_WITH, reason=f"the pictures were made with Textual {MADE_WITH}"
)


@pytest.fixture
def still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A case whose texts, names and messages are the same in every run."""
    toy_case.install(monkeypatch)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ReviewApp, "notify", lambda *_, **__: None)
    monkeypatch.setattr(Line, "cursor_blink", False)  # else the picture depends on the moment at which it is taken
    paths = []
    for name, text in (("a.txt", toy_case.FERRY), ("b.txt", toy_case.BRIDGE)):
        Path(name).write_text(text, encoding="utf-8")
        paths.append(name)
    case = Case.open("claims.db", reviewer="mk", lang="en")
    case.add([*paths, "missing.txt"])
    return case


async def stands(pilot: Pilot[None]) -> None:
    """Until the screen has shown the same for a while; on a busy machine it may come late."""
    stood, last = 0, ""
    while stood < STANDS:
        await pilot.pause(0.05)
        await settled(pilot)
        now = seen(pilot.app)
        stood, last = (stood + 1 if now == last else 0), now


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_it_looks_as_it_did(still: Case, snap_compare: Callable[..., bool], state: str, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReviewApp)
        await stands(pilot)  # a dialog that opens earlier lies over a screen whose panes have not found their heights
        for key in STATES[state]:
            if key == "wait":
                await pilot.pause(0.3)
            else:
                await pilot.press(key)
                await settled(pilot)
        await stands(pilot)

    assert snap_compare(ReviewApp(still), terminal_size=size, run_before=before)
    still.close()
