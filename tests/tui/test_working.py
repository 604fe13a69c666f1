"""Long work: in a thread, told while it goes on, given up by escape, one at a time."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import toy_case
from pilot_steps import WIDE, screen, settled, text, toasts

from claims import pipeline
from claims.models import ActKind, Article, Statement
from claims.review import Case
from tui.app import ReviewApp
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


async def test_a_large_case_is_shaped_in_a_thread(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.shaping.LARGE", 0)
    threads: list[str] = []
    merge = case.merge_topics
    monkeypatch.setattr(
        case, "merge_topics", lambda ids: (threads.append(threading.current_thread().name), merge(ids))[1]
    )
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("X", "j", "X", "m", "1")
        await settled(pilot)
        assert case.acts()[-1].kind is ActKind.MERGE
        assert threads
        assert threads[0] != threading.main_thread().name
        assert len(screen(app).topics) == 1
        await pilot.press("e", "escape", "t")
        await settled(pilot)
        assert case.stats().struck == 1


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
