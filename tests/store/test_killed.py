"""kill -9 in the middle: no half article, no lost decision.

Two hundred runs: ``CLAIMS_KILLS=200 python -m pytest tests/store/test_killed.py``.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from claims.store import Database, acts, loading, queries, repository
from claims.store.doctor import check

SECONDS = 0.5  # of a run that takes about one
RUNS = int(os.environ.get("CLAIMS_KILLS", "5"))
ARTICLES = 36
ROOT = Path(__file__).parent.parent.parent


def start(path: Path, out: Path) -> subprocess.Popen[bytes]:
    with out.open("ab") as file:
        return subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("ingest_until_killed.py")), str(path), str(ARTICLES)],
            stdout=file,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )


def test_killed_while_writing_nothing_is_half_and_no_decision_lost(tmp_path: Path) -> None:
    chance = random.Random(7)
    for run in range(RUNS):
        path, out = tmp_path / f"{run}.db", tmp_path / f"{run}.txt"
        process = start(path, out)
        while process.poll() is None and (not out.exists() or not out.stat().st_size):
            time.sleep(0.01)
        time.sleep(chance.random() * SECONDS)
        process.send_signal(signal.SIGKILL)
        process.wait()
        told = out.read_text().splitlines()
        if not out.read_text().endswith("\n"):
            told = told[:-1]
        assert check(path).whole
        db = Database.open(path)
        counts = queries.figures(db)
        assert counts["statements"] == 10 * counts["articles"]
        assert counts["articles"] - counts["acts"] in (0, 1)
        kept = [act.id for act in acts.log(db)]
        assert kept[: len(told)] == told
        db.close()


def test_what_was_killed_and_run_again_is_as_if_never_killed(tmp_path: Path) -> None:

    out = tmp_path / "out.txt"
    process = start(tmp_path / "killed.db", out)
    while process.poll() is None and (not out.exists() or not out.stat().st_size):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    for name in ("killed.db", "whole.db"):
        assert start(tmp_path / name, tmp_path / "again.txt").wait() == 0
    killed, whole = (Database.open(tmp_path / name) for name in ("killed.db", "whole.db"))
    assert loading.findings(killed) == loading.findings(whole)
    assert queries.figures(whole)["articles"] == ARTICLES
    assert {act.note for act in acts.log(killed)} == {f"note {number}" for number in range(ARTICLES)}
    assert repository.related(killed) == repository.generation(killed) > 0
