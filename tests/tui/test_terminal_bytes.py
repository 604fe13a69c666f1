"""What reaches the terminal: every screen and dialog, on a case whose every word tries to drive it.

A process of its own, its bytes read as a terminal would get them; and one whose terminal is closed.
"""

from __future__ import annotations

import base64
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import toy_case

from claims.review import Case

CONTROL = re.compile(  # what the interface itself writes: cursor, colours, modes, pointer, its own clipboard
    r"\x1b\[[0-9;?>=]*\$?[A-Za-z]|\x1b\]22;[a-z-]*\x07|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1b[=>78]"
)
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EVIL = "[sic] [/] [@click=app.bell]x[/] \x1b]52;c;UFdO\x07\x1b[31;5m\x9b31;5m\u202e"  # blinking: nothing of ours is
SEEN = ("[sic]", "[/]", "[@click=app.bell]x[/]")
TEXT = f"Ilka: the ferry sails {EVIL} #ferry\nJonas: the ferry does not sail {EVIL} #ferry\n"
ESCAPE = "\x1b"
STEPS = {  # name: keys, what must be seen then
    "review": ("", SEEN),
    "passage of the other side": ("l+-", ("[/]", "[@click=app.bell]x[/]")),
    "all speakers": ("v", ("[sic]", "[/]")),
    "timeline": ("v", SEEN),
    "pair again": ("v", SEEN),
    "why": ("i", ("every check",)),
    "whole article": (ESCAPE + "\r", SEEN),
    "adding a statement": (" l\r", ("by whom",)),
    "reasons to dismiss": (ESCAPE + ESCAPE + "d", ("another time or period",)),
    "note": (ESCAPE + "n", SEEN),
    "edit": (ESCAPE + "e", SEEN),
    "extent": (ESCAPE + "W", SEEN),
    "verdict": (ESCAPE + "r", SEEN),
    "metadata": (ESCAPE + "M", SEEN),
    "what was undone": (ESCAPE + "au", ("Undone", "[sic]")),
    "effect of a merge": ("XjXm", ("Merge",)),
    "effect of a split": (ESCAPE + "xs", ("Split",)),
    "filter by words": (ESCAPE + "/[sic] [/]", ("[sic] [/]",)),
    "filter by speaker": (ESCAPE + "f3", ("Quill [sic] [/]",)),
    "filter by outlet": (ESCAPE + "f4", ("Bote [sic] [/]",)),
    "analyse again": (ESCAPE + "R", ("Analyse everything",)),
    "citation": (ESCAPE + "cC", ("Citation",)),
    "open the source": ("o", ("no web address",)),
    "where to export": ("E", ("@click=app.bell]x[⁄]",)),
    "an error of the disk": ("\r", ("[sic] [⁄] [@click=app.bell]x[⁄]",)),
    "palette": ("\x10", ("accept",)),
    "keys": (ESCAPE + "?", ("accept", "dismiss")),
    "speakers": (ESCAPE + "p", ("Quill [sic] [/]",)),
    "a further spelling": ("n", ("further spelling",)),
    "articles": (ESCAPE + ESCAPE + "b", SEEN),
    "what was skipped": ("G", ("Skipped:", "missing")),
    "reading what is not there": ("A[sic] [\\]\r", ("[sic]",)),
}
SIZE = {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "32"}


class Terminal:
    """A process in a pseudo-terminal."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.leader, follower = pty.openpty()
        self.process = subprocess.Popen(
            command,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            cwd=folder,
            env={**os.environ, **SIZE, "PYTHONPATH": str(Path.cwd()), "CLAIMS_LANG": "en"},
            close_fds=True,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(follower)

    def read(self, until: str = "", *, quiet: float = 0.5, most: float = 30.0) -> bytes:
        """What it writes until it wrote ``until`` and then nothing for ``quiet`` seconds, for ``most`` at the most."""
        written, start = b"", time.monotonic()
        while time.monotonic() - start < most:
            if select.select([self.leader], [], [], quiet)[0]:
                try:
                    written += os.read(self.leader, 65536)
                except OSError:
                    break
            elif until.encode() in written:
                break
        return written

    def type(self, keys: str) -> bytes:
        """Type key by key, each after the one before was answered; everything that was written meanwhile."""
        written = b""
        for key in keys:
            os.write(self.leader, key.encode())
            select.select([self.leader], [], [], 2.0)
            written += self.read(quiet=0.35)
        return written

    def close(self) -> None:
        """Close the terminal, as a window is closed: whoever runs in it is hung up."""
        os.close(self.leader)


def _take_terminal() -> None:
    import fcntl
    import termios

    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # a test run may ignore it, and its children inherit that
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a hostile name that holds a hostile case."""
    toy_case.install(monkeypatch)
    folder = tmp_path / f"folder {EVIL.replace('/', '⁄')}"
    folder.mkdir()
    (folder / "tables").write_text("a file where the folder should be", encoding="utf-8")
    for number, name in enumerate(("a\x1b[31;5m [sic].txt", "b [sic].txt")):
        (folder / name).write_text(TEXT.replace("ferry", "bridge") if number else TEXT, encoding="utf-8")
    with Case.open(folder / "claims.db", reviewer=f"mk {EVIL}", lang="en") as case:
        case.add([str(path) for path in sorted(folder.iterdir()) if path.suffix == ".txt"])
        case.add([str(folder / "missing [sic] [\x1b[31;5m].txt")])
        for item in case.articles():
            case.set_article_metadata(item.article.id, publisher=f"Bote {EVIL}", title=f"Titel {EVIL}")
        for item in case.queue():
            for pair in case.pairs(item.id):
                for name, side in (("Quill", pair.conflict.a), ("Brandau", pair.conflict.b)):
                    words = f"{EVIL} true"
                    case.set_verdict(side, verdict=words, evidence_urls=[words], tags=[words])
                    case.edit_statement(side, speaker=f"{name} {EVIL}", speaker_role=f"Rolle {EVIL}")
                case.note(pair.conflict.id, f"Note {EVIL}")
    return folder


def checked(written: bytes, step: str) -> str:
    """What a reader sees of it, after looking for anything that would steer the terminal."""
    assert b"\x1b[31;5m" not in written, step
    for payload in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", written):
        assert not STEERING.search(base64.b64decode(payload).decode("utf-8"))
        assert payload != b"UFdO"
    text = CONTROL.sub("", written.decode("utf-8", "replace"))
    found = STEERING.search(text)
    assert found is None, (step, text[max(0, found.start() - 80) : found.end() + 80])
    return text


@pytest.fixture
def reviewing(hostile: Path) -> Iterator[Terminal]:
    terminal = Terminal([sys.executable, "-m", "claims", "review", "--case", "claims.db"], hostile)
    yield terminal
    terminal.process.kill()
    terminal.process.wait()


@pytest.mark.slow
def test_nothing_in_a_case_can_drive_the_terminal(reviewing: Terminal) -> None:
    written = reviewing.read("decided")
    missing = {}
    for name, (keys, expected) in STEPS.items():
        written += reviewing.type(keys)
        for _ in range(10):  # what is read in a thread comes a little later
            text = checked(written, name)
            unseen = [words for words in expected if words not in text]
            if not unseen:
                break
            written += reviewing.read()
        else:
            missing[name] = (unseen, re.sub(r"\s+", " ", text)[-3000:])
        written = b""
    assert missing == {}
    assert reviewing.process.poll() is None


@pytest.mark.slow
def test_closing_the_terminal_ends_the_review_under_nohup_too(hostile: Path) -> None:
    command = [sys.executable, "-m", "claims", "review", "--case", "claims.db"]
    terminal = Terminal(["sh", "-c", "trap '' HUP; exec \"$@\"", "sh", *command], hostile)
    try:
        terminal.read("decided")
        terminal.close()
        assert terminal.process.wait(timeout=30) == -signal.SIGTERM
    finally:
        terminal.process.kill()
        terminal.process.wait()


@pytest.mark.slow
def test_closing_the_terminal_keeps_the_decision_and_ends_in_order(hostile: Path, reviewing: Terminal) -> None:
    reviewing.read("decided")
    assert b"accepted" in reviewing.type("a")
    reviewing.close()
    ended = reviewing.process.wait(timeout=30)
    assert ended in (0, 1, -signal.SIGHUP)
    with Case.open(hostile / "claims.db", lang="en") as case:
        assert case.stats().accepted == 1
        assert case.acts()[-1].kind.value == "accept"
