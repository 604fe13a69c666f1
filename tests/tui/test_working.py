"""Long work: in a thread, told while it goes on, given up by escape, one at a time."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import toy_case
from pilot_steps import WIDE, fill, screen, seen, settled, text, toasts
from textual.widgets import Input

from claims import pipeline
from claims.models import ActKind, Article, Findings, Skipped, Statement
from claims.review import Case
from tui.app import ReviewApp
from tui.dialogs.form import Form
from tui.dialogs.help import HelpDialog
from tui.dialogs.read import Read
from tui.screens.articles import ArticlesScreen


@pytest.fixture
def slow(case: Case, monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Extraction that waits for a permit for each article."""
    permits = threading.Semaphore(0)

    def extract(article: Article, settings: object = None) -> list[Statement]:
        permits.acquire(timeout=10)
        return toy_case.toy_extract(article, settings)

    assert case.stats().articles == 2
    monkeypatch.setattr(pipeline, "extract", extract)
    return permits


async def test_analysing_again_shows_progress_and_leaves_the_screen_usable(
    case: Case, slow: threading.Semaphore
) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "R", "1")
        assert screen(app).busy
        await pilot.press("R", "1")
        assert "esc gives it up" in toasts(app)
        await pilot.press("j", "a")
        assert case.stats().accepted == 2
        slow.release()
        await pilot.pause(0.3)
        assert "1/2" in text(app, "#where")
        slow.release()
        await settled(pilot)
        assert not screen(app).busy
        assert case.stats().accepted == 2
        assert "Analysed again" in toasts(app)


async def test_escape_gives_the_analysis_up_and_the_old_result_stands(case: Case, slow: threading.Semaphore) -> None:
    app = ReviewApp(case)
    before = case.findings()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("R", "1", "escape")
        slow.release(2)
        await pilot.pause(0.5)
        await pilot.pause()
        assert not screen(app).busy
        assert "Given up" in toasts(app)
        assert case.findings() == before


async def test_reading_can_be_given_up(case: Case, tmp_path: Path, slow: threading.Semaphore) -> None:
    folder = tmp_path / "more.txt"
    folder.write_text("Mira: the mill turns #mill", encoding="utf-8")
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A", *str(folder), "enter")
        assert isinstance(app.screen, ArticlesScreen)
        assert app.screen.busy
        await pilot.press("escape")
        assert isinstance(app.screen, ArticlesScreen)
        slow.release(1)
        await pilot.pause(0.5)
        await pilot.press("escape")
        assert screen(app)
        assert "Given up" in toasts(app)


async def test_what_reshapes_a_case_is_done_in_a_thread(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []

    def noted(name: str) -> None:
        act = getattr(case, name)

        def acting(*args: object, **kwargs: object) -> object:
            threads.append(f"{name} {threading.current_thread() is threading.main_thread()}")
            return act(*args, **kwargs)

        monkeypatch.setattr(case, name, acting)

    for name in ("merge_topics", "strike", "set_article_metadata", "merge_speakers", "undo", "add_statement"):
        noted(name)
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("X", "j", "X", "m", "1")
        await settled(pilot)
        assert case.acts()[-1].kind is ActKind.MERGE
        assert len(screen(app).topics) == 1
        await pilot.press("t")
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        await pilot.press("M")
        await fill(pilot, publisher="Hafenblatt")
        await pilot.press("b")
        await settled(pilot)
        await pilot.press("M")
        await fill(pilot, publisher="Küstenblatt")
        await pilot.press("enter", "space", "l", "enter")
        await fill(pilot, speaker="Mira")
        await pilot.press("escape", "u")
        await settled(pilot)
        await pilot.press("escape", "p")
        await settled(pilot)
        await pilot.press("x", "j", "x", "m", "1")
        await settled(pilot)
    assert threads == [
        "merge_topics False",
        "strike False",
        "undo False",
        "set_article_metadata False",
        "set_article_metadata False",
        "add_statement False",
        "undo False",
        "merge_speakers False",
    ]


@pytest.mark.parametrize("way", [(), ("b",)], ids=["review", "articles"])
async def test_metadata_shows_that_it_works_and_the_screen_answers(
    case: Case, slow: threading.Semaphore, way: tuple[str, ...]
) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*way)
        await settled(pilot)
        await pilot.press("M")
        form = app.screen
        assert isinstance(form, Form)
        lines = list(form.query(Input))
        lines[0].value = "2025-04-01"
        lines[-1].focus()
        await pilot.press("enter")
        assert "At work" in seen(app)
        await pilot.press("j", "question_mark")
        assert isinstance(app.screen, HelpDialog)
        await pilot.press("escape", "M")
        await pilot.press(*["enter"] * 5)
        slow.release()
        await settled(pilot)
        assert "At work" not in seen(app)
        assert "dates resolved anew" in toasts(app)
    assert [act.values for act in case.acts()] == [{"published": "2025-04-01"}]


async def test_what_fails_in_a_thread_is_said(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk is full")

    monkeypatch.setattr(case, "run", broken)
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("R", "1")
        await settled(pilot)
        assert "disk is full" in toasts(app)
        assert not screen(app).busy


async def test_an_analysis_that_broke_down_in_places_says_so(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Skipped(source="two.txt", key="fault.hints", values={"error": "IndexError: x", "where": "pairs.find"})

    def in_part(*given: object, **named: object) -> Findings:
        return toy_case.toy_relate(*given, **named).model_copy(update={"notices": (fault,)})  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "relate", in_part)
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("R", "1")
        await settled(pilot)
        assert "broke down in places" in toasts(app)


async def test_the_reasons_open_at_once_and_never_after_they_were_left(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    permits = threading.Semaphore(0)

    def explanation(*_: object) -> list[str]:
        permits.acquire(timeout=10)
        return ["explained at last"]

    monkeypatch.setattr(Case, "explanation", explanation)
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("i")
        assert isinstance(app.screen, Read)
        permits.release()
        await settled(pilot)
        assert "explained at last" in text(app, "#text")
        await pilot.press("escape", "i", "escape", "n")
        permits.release()
        await settled(pilot)
        assert not isinstance(app.screen, Read)
        assert case.stats().open == case.stats().conflicts
