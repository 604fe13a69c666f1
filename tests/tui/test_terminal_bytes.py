"""What reaches the terminal: the screen in a pseudo-terminal, with articles that try to drive it."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]22;[a-z-]*\x07")  # what the interface itself writes
HOSTILE = (
    "Bürgermeisterin Ada Quill sagte am Montag, die [sic] Brücke [/] sei \x1b]52;c;UFdO\x07 \x1b[31msicher"
    "\x1b[0m \u202e nicht.\n"
    "Ingenieur Tom Hale sagte am Montag, die Brücke sei \x9b31m nicht sicher [@click=app.bell]x[/].\n"
)


def run(command: list[str], keys: bytes, folder: Path, seconds: float = 25.0) -> bytes:
    """All bytes that ``command`` writes to its terminal while ``keys`` are typed once it draws."""
    leader, follower = pty.openpty()
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLUMNS": "120",
        "LINES": "32",
        "PYTHONPATH": str(Path.cwd()),
    }
    process = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=environment, close_fds=True
    )
    os.close(follower)
    written, typed, start = b"", 0, time.monotonic()
    try:
        while time.monotonic() - start < seconds:
            ready, _, _ = select.select([leader], [], [], 0.4)
            if ready:
                try:
                    written += os.read(leader, 65536)
                except OSError:
                    break
            elif b"decided" in written and typed < len(keys):
                os.write(leader, keys[typed : typed + 1])
                typed += 1
            if process.poll() is not None:
                break
    finally:
        process.kill()
        process.wait()
        os.close(leader)
    return written


@pytest.mark.slow
def test_articles_cannot_drive_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text("Titel\n\nPublished: 2025-05-06\n\n" + HOSTILE, encoding="utf-8")
    written = run([sys.executable, "-m", "claims", "review", str(tmp_path)], b"lvvv?\x1bq2", tmp_path)
    text = CONTROL.sub("", written.decode("utf-8", "replace"))
    assert "[sic]" in text
    assert "[/]" in text
    assert "[@click=app.bell]" in text
    assert b"\x1b]52" not in written  # clipboard
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "\x9b" not in text
