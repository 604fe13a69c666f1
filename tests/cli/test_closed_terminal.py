"""The terminal of a review is closed in the middle: the process ends, and what was decided is on disk."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims.cli import main
from claims.review import Case
from claims.store.doctor import check

ROOT = Path(__file__).parent.parent.parent
ARTICLE = (
    "Published: 2025-03-11\n\nStreit um den Hafen\n\n"
    "Seit Tagen wird in Velmora über die Zukunft der Fähren und der Kräne gestritten.\n\n"
    "Hafenchefin Ilka Brandau sagte, das Treffen mit der Reederei sei für den 14. März vereinbart.\n\n"
    "Gewerkschafter Jonas Okonjo sagte am Dienstag, ein Treffen mit der Reederei sei nie vereinbart worden.\n"
)

OWN = (
    "import fcntl, os, signal, sys, termios; signal.signal(signal.SIGHUP, signal.SIG_DFL);"
    " fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)


def read(leader: int, seconds: float) -> bytes:
    written = b""
    while select.select([leader], [], [], seconds)[0]:
        written += os.read(leader, 65536)
    return written


@pytest.mark.slow
def test_a_closed_terminal_ends_the_review_and_loses_no_decision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["add", "a.txt"]) == 0
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", OWN, sys.executable, "-m", "claims", "review", "--case", "claims.db"],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        cwd=tmp_path,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "32", "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    os.close(follower)
    start, written = time.monotonic(), b""
    while b"Brandau" not in written and time.monotonic() - start < 60:
        written += read(leader, 0.5)
    os.write(leader, b"a")  # accept
    while time.monotonic() - start < 90:
        with Case.open("claims.db", read_only=True) as case:
            if case.acts():
                break
        read(leader, 0.2)
    os.close(leader)
    try:
        process.wait(timeout=30)
    finally:
        process.kill()
    assert check(tmp_path / "claims.db").whole
    with Case.open("claims.db") as case:
        assert [act.kind.value for act in case.acts()] == ["accept"]
        assert [pair.review.status.value for pair in case.pairs(case.queue()[0].id)] == ["accepted"]
