"""What can be pressed can be clicked."""

from __future__ import annotations

from pilot_steps import WIDE, screen, settled

from claims.review import Case
from tui.app import ReviewApp
from tui.screens.review import ReviewScreen
from tui.widgets.panes import Voices


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
        cards = list(app.screen.query("#speakers Said"))
        await pilot.click(cards[1])
        assert screen(app).voice == 1
        await pilot.press("v")
        await settled(pilot)
        await pilot.click("#timeline .text", offset=(30, 0))
        assert screen(app).voice == 0
