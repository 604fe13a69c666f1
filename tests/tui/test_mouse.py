"""What can be pressed can be clicked."""

from __future__ import annotations

from pilot_steps import WIDE, screen, settled

from claims.review import Case
from tui.app import ReviewApp
from tui.dialogs.ask import Ask
from tui.dialogs.help import HelpDialog
from tui.placed import Placed
from tui.screens.entries import Entries
from tui.screens.review import ReviewScreen
from tui.widgets.hints import Hints
from tui.widgets.panes import StatementsPane, Voices


async def test_a_click_on_a_topic_shows_it(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.click("#queue", offset=(5, 3))
        assert screen(app).topic == 1
        await pilot.click("#queue", offset=(5, 1))
        assert screen(app).topic == 0
        await pilot.click("#queue", offset=(5, 20))
        assert screen(app).topic == 0
        assert isinstance(app.screen, ReviewScreen)


async def test_a_click_on_a_side_chooses_it(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.click("#b")
        assert screen(app).side == "b"
        await pilot.click("#a .text")
        assert screen(app).side == "a"


async def test_a_click_on_another_voice_goes_to_a_pair_with_it(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await screen(app).show_topic(next(at for at, item in enumerate(screen(app).topics) if item.pairs == 2))
        await pilot.pause()
        voice = screen(app).query_one("#voices", Voices).views[0].statement.id
        await pilot.click("#voices", offset=(3, 0))
        pair = screen(app).pair
        assert pair is not None
        assert voice in (pair.conflict.a, pair.conflict.b)


async def test_a_click_on_a_statement_of_a_wide_view_chooses_it(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v")
        await settled(pilot)
        shown = screen(app).query_one("#speakers", StatementsPane).shown
        second = screen(app).voices[1].statement.id
        await pilot.click("#speakers .text", offset=_place(shown, second))
        assert screen(app).voice == 1
        await pilot.press("v")
        await settled(pilot)
        await pilot.click("#timeline .text", offset=(30, 0))
        assert screen(app).voice == 0


def _place(shown: Placed, statement_id: str) -> tuple[int, int]:
    """A cell inside the statement."""
    line = shown.lines_of(statement_id).start
    return next(place.left for place in shown.places[line] if place.statement_id == statement_id) + 3, line


async def test_a_click_on_a_hint_does_what_its_key_does(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        for name, shown in (("help", HelpDialog), ("export", Ask)):
            start = next(start for start, _, action in screen(app).query_one(Hints).places if action == name)
            await pilot.click(Hints, offset=(start + 1, 0))
            assert isinstance(app.screen, shown)
            await pilot.press("escape")
        await pilot.click(Hints, offset=(118, 0))
        assert case.acts() == []


async def test_a_click_on_a_speaker_or_article_shows_it(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        for key in ("p", "b"):
            await pilot.press(key)
            await settled(pilot)
            listed = app.screen
            assert isinstance(listed, Entries)
            await pilot.click("#entries", offset=(4, 3))
            assert listed.place == 1
            await pilot.press("escape")
