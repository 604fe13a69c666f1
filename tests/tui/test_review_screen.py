"""Every key of the review screen, pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy_case
from pilot_steps import SMALL, TINY, WIDE, screen, settled, text
from textual.widgets import Input, Static

from claims.models import ActKind, ReviewStatus
from claims.review import Case
from tui.app import ReviewApp
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.dialogs.help import HelpDialog
from tui.keys import REVIEW
from tui.screens.review import ReviewScreen
from tui.widgets.queue import Queue


async def test_the_first_open_pair_stands_there_at_once(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE):
        pair = screen(app).pair
        assert pair is not None
        assert pair.a.statement.quote in text(app, "#a")
        assert pair.b.statement.quote in text(app, "#b")
        assert "yes against no" in text(app, "#reason")
        assert app.screen.query_one("#queue", Queue).count == 2
        assert "0 of 3 decided" in text(app, "#progress")


async def test_accept_is_one_key_and_goes_on(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        first = screen(app).pair
        await pilot.press("a")
        assert case.acts()[-1].kind is ActKind.ACCEPT
        assert screen(app).pair != first
        await pilot.press("a", "a")
        assert case.stats().accepted == 3
        assert "3 of 3 decided" in text(app, "#progress")


async def test_dismiss_takes_a_digit_for_the_reason(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        first = screen(app).pair
        assert first is not None
        await pilot.press("d")
        assert isinstance(app.screen, Choose)
        await pilot.press("3")
        review = case.pair_view(first.conflict.id).review
        assert (review.status, review.why) == (ReviewStatus.DISMISSED, "same_meaning")
        await pilot.press("d", "escape")
        assert case.stats().dismissed == 1


async def test_later_undo_and_redo(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        first = screen(app).pair
        assert first is not None
        await pilot.press("space")
        assert case.stats().later == 1
        await pilot.press("u")
        assert case.stats().later == 0
        back = screen(app).pair
        assert back is not None
        assert back.conflict.id == first.conflict.id
        await pilot.press("ctrl+r")
        assert case.stats().later == 1
        await pilot.press("u", "u")
        assert case.stats().later == 0


async def test_moving_between_topics_and_pairs(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        start = screen(app).topic
        await pilot.press("j")
        assert screen(app).topic == start + 1
        await pilot.press("k")
        assert screen(app).topic == start
        await pilot.press("G")
        assert screen(app).topic == len(screen(app).topics) - 1
        await pilot.press("g")
        assert screen(app).topic == 0
        place = next(at for at, item in enumerate(screen(app).topics) if item.pairs == 2)
        await screen(app).show_topic(place)
        await pilot.press("full_stop")
        assert screen(app).number == 1
        await pilot.press("full_stop")
        assert screen(app).number == 1
        await pilot.press("comma")
        assert screen(app).number == 0


async def test_sides_and_context(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        assert app.screen.query_one("#a").has_class("chosen")
        await pilot.press("l")
        assert app.screen.query_one("#b").has_class("chosen")
        await pilot.press("h")
        assert app.screen.query_one("#a").has_class("chosen")
        await pilot.press("minus")
        less = text(app, "#passage")
        await pilot.press("plus", "plus")
        assert len(text(app, "#passage")) > len(less)


async def test_the_views_take_turns(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        topic = case.topic_view(screen(app).topics[0].id)
        await pilot.press("v")
        await pilot.pause()
        shown = text(app, "#speakers")
        assert all(f"╭─ {column.name} ─" in shown for column in topic.by_speaker)
        await pilot.press("v")
        for view in topic.statements:
            assert view.statement.claim in text(app, "#timeline")
        await pilot.press("v")
        assert app.screen.query_one("#pair").display


async def test_tables_are_written_where_asked(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "E")
        assert isinstance(app.screen, Ask)
        app.screen.query_one(Input).value = str(tmp_path / "out")
        await pilot.press("enter")
        await settled(pilot)
        assert (tmp_path / "out" / "conflicts.csv").read_text(encoding="utf-8-sig").count("accepted") == 1


async def test_help_lists_every_action(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpDialog)
        shown = "\n".join(str(static.content) for static in app.screen.query(Static))
        assert all(action.keys.split(",")[0][0] in shown for action in REVIEW)
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_quitting_a_kept_case_asks_nothing(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.usefixtures("toy")
async def test_a_temporary_case_is_offered_to_be_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(toy_case.FERRY, encoding="utf-8")
    with Case.temporary(reviewer="mk", lang="en") as case:
        case.add([str(tmp_path / "a.txt")])
        app = ReviewApp(case)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("a", "q")
            assert isinstance(app.screen, Choose)
            await pilot.press("1")
            app.screen.query_one(Input).value = str(tmp_path / "kept.db")
            await pilot.press("enter")
            await pilot.pause()
    with Case.open(tmp_path / "kept.db") as kept:
        assert kept.stats().accepted == 1


async def test_nothing_to_review_says_what_to_do(tmp_path: Path) -> None:
    with Case.open(tmp_path / "empty.db", lang="en") as case:
        app = ReviewApp(case)
        async with app.run_test(size=WIDE) as pilot:
            assert "A adds articles" in text(app, "#empty")
            await pilot.press("a", "d", "space", "u", "v", "j", "full_stop", "plus", "h")
            assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize("size", [WIDE, SMALL, TINY])
async def test_every_size_shows_both_sides(case: Case, size: tuple[int, int]) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=size) as pilot:
        for name in ("a", "b", "reason") if size == TINY else ("a", "b", "reason", "passage"):
            region = app.screen.query_one(f"#{name}").region
            assert region.width >= 30 or size == WIDE
            assert region.x >= 0
            assert region.right <= size[0]
            assert region.bottom <= size[1]
        if size != WIDE:
            assert not app.screen.query_one("#left").display
            await pilot.press("tab")
            assert app.screen.query_one("#left").display
            await pilot.press("tab")
            assert not app.screen.query_one("#left").display


async def test_the_whole_screen_speaks_german(case: Case) -> None:
    app = ReviewApp(case, language="de")
    async with app.run_test(size=WIDE) as pilot:
        assert "von 3 entschieden" in text(app, "#progress")
        assert "ja gegen nein" in text(app, "#reason").lower() or "≠" in text(app, "#reason")
        await pilot.press("question_mark")
        assert "annehmen" in "\n".join(str(static.content) for static in app.screen.query(Static))


async def test_somebody_elses_decision_is_not_overwritten(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        pair = screen(app).pair
        assert pair is not None
        with Case.open(case.path, reviewer="other") as second:
            second.dismiss(pair.conflict.id, "same_meaning")
        await pilot.press("a")
        assert case.pair_view(pair.conflict.id).review.status is ReviewStatus.DISMISSED


HOSTILE = "Ilka: [sic] [/] [@click=app.bell]x[/] \x1b]52;c;QQ==\x07 \u202etxt \x9b31m stays #ferry\n"
HOSTILE += "Jonas: not [b]so[/b] #ferry"


@pytest.mark.usefixtures("toy")
async def test_hostile_text_is_shown_harmless_and_unaltered(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text(HOSTILE, encoding="utf-8")
    with Case.open(tmp_path / "claims.db", lang="en") as case:
        case.add([str(tmp_path / "a\x1b[31m.txt")])
        app = ReviewApp(case)
        async with app.run_test(size=WIDE) as pilot:
            everything = ""
            for _ in range(3):
                everything += "\n".join(
                    "".join(segment.text for segment in line) for line in app.screen._compositor.render_strips()
                )
                everything += text(app, "#a") + text(app, "#b") + text(app, "#passage")
                await pilot.press("v")
            assert "[sic] [/] [@click=app.bell]x[/]" in everything
            assert "not [b]so[/b]" in everything
            assert not set("\x1b\x07\x9b\u202e") & set(everything)
