"""Twenty pairs with twenty keys; undo after a restart; two people on one file; a killed process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import toy_case
from pilot_steps import WIDE, fill, screen, seen, toasts

from claims.models import ReviewStatus
from claims.review import Case
from tui.app import ReviewApp

SOME = " ".join(
    ["a", "space", "3", "a", "1", "a", "6", "space", "a", "2"] * 2,
).split()


@pytest.fixture
def twenty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    toy_case.install(monkeypatch)
    lines = [f"Ilka: pier {n} opens #p{n}\nJonas: pier {n} does not open #p{n}" for n in range(20)]
    (tmp_path / "piers.txt").write_text("\n".join(lines), encoding="utf-8")
    case = Case.open(tmp_path / "claims.db", reviewer="mk", lang="en")
    case.add([str(tmp_path / "piers.txt")])
    return case


async def test_twenty_pairs_with_twenty_keys(twenty: Case) -> None:
    app = ReviewApp(twenty)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*SOME)
        stats = twenty.stats()
        assert (stats.accepted, stats.dismissed, stats.later, stats.open) == (8, 8, 4, 0)
        assert "16 of 20 decided" in seen(app)
        assert "All decided" in toasts(app)
    twenty.close()


async def test_undo_and_redo_go_on_after_a_restart(twenty: Case) -> None:
    app = ReviewApp(twenty)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "3", "space")
    twenty.close()
    with Case.open(twenty.path, reviewer="mk", lang="en") as again:
        app = ReviewApp(again)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("u", "u", "u")
            assert again.stats().open == 20
            assert "0 of 20 decided" in seen(app)
            await pilot.press("u")
            assert "nothing to undo" in toasts(app)
            await pilot.press("ctrl+r", "ctrl+r")
            assert (again.stats().accepted, again.stats().dismissed) == (1, 1)
            assert "2 of 20 decided" in seen(app)
            pair = screen(app).pair
            assert pair is not None
            assert pair.review.status is ReviewStatus.DISMISSED


async def test_a_stale_write_is_refused_and_both_values_are_shown(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        view = screen(app).current()
        assert view is not None
        with Case.open(case.path, reviewer="Okonjo", lang="en") as second:
            second.edit_statement(view.statement.id, speaker="Theirs Storch")
        await pilot.press("e")
        await fill(pilot, speaker="Mine Brandau")
        assert "Okonjo" in toasts(app)
        assert "Mine Brandau" in toasts(app)
        assert case.statement_view(view.statement.id).statement.speaker == "Theirs Storch"
        assert "Theirs Storch" in seen(app)


async def test_the_queue_follows_what_the_other_one_wrote(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        pair = screen(app).pair
        assert pair is not None
        with Case.open(case.path, reviewer="Okonjo", lang="en") as second:
            second.accept(pair.conflict.id)
        await screen(app).look_for_others()
        await pilot.pause()
        assert "1 of 3 decided" in seen(app)
        assert "✓ accepted · Okonjo" in seen(app)
        assert "Somebody else" in toasts(app)


CHILD = """
import asyncio, os, signal, sys
from claims.review import Case
from tui.app import ReviewApp

messages = []

def notify(message, **kwargs):
    messages.append(message)
    if len(messages) == len(sys.argv) - 2:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    app = ReviewApp(Case.open(sys.argv[1], reviewer="mk", lang="en"))
    app.notify = notify
    async with app.run_test(size=(120, 32)) as pilot:
        await pilot.press(*sys.argv[2:])

asyncio.run(main())
"""


@pytest.mark.slow
def test_a_killed_process_loses_no_decision_that_had_its_message(twenty: Case) -> None:
    path = twenty.path
    twenty.close()
    command = [sys.executable, "-c", CHILD, str(path), "a", "3", "a", "1", "a"]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with Case.open(path, reviewer="mk") as case:
        assert (case.stats().accepted, case.stats().dismissed) == (3, 2)
