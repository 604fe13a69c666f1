"""Sizes, themes, no colour, empty states, help, filter: what one sees and where the keys go."""

from __future__ import annotations

from pathlib import Path

import pytest
from pilot_steps import SMALL, TINY, WIDE, screen, seen, settled, shown, text, toasts
from textual.widgets import Input, Static

from claims.review import Case
from claims.wording import catalogue
from tui.app import ReviewApp
from tui.dialogs.help import HelpDialog
from tui.fitting import LEAST_PAIR, share
from tui.keys import PANES, REVIEW, SCREENS, table
from tui.screens.articles import ArticlesScreen

LONG = (
    "Ilka Brandau: the new ferry to the outer islands will sail every morning at half past six from the old pier, "
    "whatever the weather, as had been agreed with the harbour office in the spring of the year #sail\n"
    "Jonas Okonjo: the new ferry to the outer islands will not sail before the pier has been examined from below by "
    "divers of the authority, which has not even been asked for so far by anybody #sail"
)


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_both_quotes_of_ordinary_length_are_whole(tmp_path: Path, toy: None, size: tuple[int, int]) -> None:
    assert toy is None
    (tmp_path / "a.txt").write_text(LONG, encoding="utf-8")
    with Case.open(tmp_path / "claims.db", lang="en") as case:
        case.add([str(tmp_path / "a.txt")])
        app = ReviewApp(case)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for side in ("a", "b"):
                assert not app.screen.query_one(f"#{side}").show_vertical_scrollbar
            assert "harbour office in the" in seen(app).replace("\n", " ") or size == SMALL


@pytest.mark.parametrize(("total", "pair"), [(22, 11), (30, 14), (18, 20)])
def test_the_height_goes_to_the_quotes_first(total: int, pair: int) -> None:
    given, voices = share(total, reason=5, pair=pair, voices=8, passage=6, short=total < 28)
    assert given == min(pair, total - 5 - min(voices, 1 if total < 28 else 3) - 4)
    assert given + voices + 5 + 4 <= total
    assert share(12, reason=5, pair=30, voices=3, passage=9, short=True)[0] == LEAST_PAIR


@pytest.mark.parametrize("size", [WIDE, SMALL, TINY])
@pytest.mark.parametrize("language", ["en", "de"])
async def test_no_line_is_broken_at_any_size(case: Case, size: tuple[int, int], language: str) -> None:
    app = ReviewApp(case, language=language)
    async with app.run_test(size=size) as pilot:
        for key in ("v", "v", "v", "question_mark", "escape", "d", "escape", "e", "escape", "W", "escape"):
            await pilot.press(key)
            lines = seen(app).split("\n")
            assert len(lines) == size[1]
            assert all(len(line.rstrip()) <= size[0] for line in lines)
        footer = seen(app).split("\n")[-1]
        assert footer.split()[0] == "?"


async def test_the_high_contrast_theme_can_be_chosen(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        assert "high-contrast" in app.available_themes
        app.theme = "high-contrast"
        await pilot.pause()
        assert app.current_theme.background == "#000000"
        await pilot.press("v", "v", "v", "question_mark")
        assert isinstance(app.screen, HelpDialog)


async def test_without_colour_everything_is_said_by_sign_and_word(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        assert app.no_color
        assert "● open" in seen(app)
        await pilot.press("a", "comma")
        assert "✓" in seen(app)
        assert "accepted" in seen(app)


async def test_letters_typed_into_the_filter_decide_nothing(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"adu1x bridge", "space", "E", "question_mark", "q")
        assert app.screen.query_one("#find", Input).value == "adu1x bridge E?q"
        assert case.acts() == []
        await pilot.pause(0.3)
        assert "esc clears" in shown(app)
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert len(screen(app).topics) == 2
        await pilot.press("slash", *"bridge", "enter")
        await pilot.pause()
        assert [item.label for item in screen(app).topics] == ["Sache bridge"]
        await pilot.press("a")
        assert case.stats().accepted == 1


async def test_the_first_start_leads_to_adding_articles(tmp_path: Path, toy: None) -> None:
    assert toy is None
    (tmp_path / "a.txt").write_text(LONG, encoding="utf-8")
    with Case.open(tmp_path / "new.db", lang="en") as case:
        app = ReviewApp(case)
        async with app.run_test(size=WIDE) as pilot:
            assert "A adds articles" in seen(app)
            await pilot.press("A", *str(tmp_path / "a.txt"), "enter")
            await settled(pilot)
            assert isinstance(app.screen, ArticlesScreen)
            assert "1 added" in toasts(app)
            await pilot.press("escape")
            await settled(pilot)
            assert "0 of 1 decided" in seen(app)


async def test_what_was_skipped_is_listed_with_its_reason(case: Case, tmp_path: Path) -> None:
    case.add([str(tmp_path / "not-there.txt")])
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("b")
        await settled(pilot)
        assert "Skipped:" in text(app, "#about")
        assert "not-there.txt" in text(app, "#about")


@pytest.mark.parametrize("pane", ["queue", "a", "passage", "timeline"])
async def test_help_begins_with_the_focused_pane(case: Case, pane: str) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        if pane == "timeline":
            await pilot.press("v", "v")
        app.screen.query_one(f"#{pane}").focus()
        await pilot.press("question_mark")
        first = str(next(iter(app.screen.query(Static).results())).content).split("\n")[0]
        assert first == catalogue("en")[f"tui.pane.{pane}"]


async def test_help_shows_remapped_keys(case: Case) -> None:
    app = ReviewApp(case, keys={"accept": "z"})
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")
        assert any(line.split() == ["z", "accept"] for line in shown(app).split("\n"))


def test_the_help_of_a_pane_names_actions_that_are_there() -> None:
    known = {action.name for action in REVIEW}
    assert all(set(names) <= known for names in PANES.values())


def test_the_readme_lists_the_keys_of_the_registry() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    section = readme.partition("<!-- keys -->\n")[2].partition("\n<!-- end of keys -->")[0]
    assert section == table("en")


def test_every_word_of_the_interface_is_there_in_both_languages() -> None:
    mine = [{key for key in catalogue(code) if key.startswith(("tui.", "keys."))} for code in ("en", "de")]
    assert mine[0] == mine[1]
    assert {f"keys.{action.name}" for actions in SCREENS.values() for action in actions} <= mine[0]
