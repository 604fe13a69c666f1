"""On a real (pseudo) terminal: colours, and nothing from an article, a file name or an error reaches it raw."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claims.cli import main

ROOT = Path(__file__).parent.parent.parent
STYLE = re.compile(rb"\x1b\[[0-9;]*m")  # the only sequences that results are made of
HOSTILE = "\x1b]0;title\x07\x1b[2J\x9b31m\u202eevil\u2066\x7f\u200b"
ARTICLE = (
    f"Streit um den Hafen {HOSTILE}\n\nVelmora, 11. März 2025\n\n"
    f"Hafenchefin Ilka Brandau sagte, das Treffen mit der Reederei sei für den 14. März vereinbart {HOSTILE}.\n\n"
    "Gewerkschafter Jonas Okonjo sagte am Dienstag, ein Treffen mit der Reederei sei nie vereinbart worden.\n"
)


def on_terminal(folder: Path, *arguments: str, **environment: str) -> bytes:
    """What ``claims`` writes to a terminal that is its stdout; stderr is no terminal, so that no bar is drawn."""
    here, there = pty.openpty()
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "100"}
    variables |= environment
    command = [sys.executable, "-m", "claims", *arguments]
    process = subprocess.Popen(command, stdout=there, stderr=subprocess.DEVNULL, cwd=folder, env=variables)
    os.close(there)
    out = b""
    while True:
        try:
            piece = os.read(here, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        out += piece
    process.wait()
    os.close(here)
    return out


def raw(out: bytes) -> list[str]:
    """Signs that steer a terminal or hide, other than line ends and colours."""
    text = STYLE.sub(b"", out).replace(b"\r\n", b"\n").decode("utf-8")
    return [
        sign
        for sign in text
        if (sign < " " and sign != "\n") or "\x7f" <= sign < "\xa0" or sign in "\u202e\u2066\u200b"
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "na\x1b[31mme\u202e.txt").write_bytes(b"")
    return tmp_path


def test_results_notices_and_skipped_names_are_harmless(folder: Path) -> None:
    out = on_terminal(folder, "check", ".")
    assert raw(out) == []
    assert b"nie vereinbart" in STYLE.sub(b"", out)
    assert b"\x1b[1;30;43m" in out  # the clashing words stand out
    assert "⟦".encode() not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no\x1b[31mne", "--export", "out"],
        ["check", "--publishd\x1b[31m", "x"],
        ["\x1b[31mverb"],
        ["show", "\x1b[31m"],
        ["check", "article.txt", "--published", "\x1b[31m"],
        ["check", "article.txt", "--export", "article.txt/\x1b[31m"],
        ["check", "article.txt", "--export", "o\x1b[31mut"],
        ["stats", "--case", "no\x1b[31m.db"],
        ["list", "\x1b[31m"],
        ["import", "\x1b[31m"],
        ["export", "a.\x1b[31m"],
    ],
)
def test_talk_and_errors_are_harmless(
    folder: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    main(arguments)
    out, err = capsys.readouterr()
    assert err
    assert raw((out + err).encode()) == []


def test_case_verbs_are_harmless(folder: Path) -> None:
    on_terminal(folder, "add", "article.txt")
    for arguments in (["list", "conflicts"], ["people"]):
        out = on_terminal(folder, *arguments)
        assert out
        assert raw(out) == [], arguments


def test_json_on_a_terminal_is_harmless(folder: Path) -> None:
    assert raw(on_terminal(folder, "check", "article.txt", "--json")) == []


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colour_marks_say_it(folder: Path, variable: dict[str, str]) -> None:
    out = on_terminal(folder, "check", "article.txt", **variable)
    assert "⟦".encode() in out
    assert not re.search(rb"\x1b\[[0-9;]*(3[0-7]|4[0-7])m", out)


def test_a_narrow_encoding_costs_characters_and_not_the_run(folder: Path) -> None:
    out = on_terminal(folder, "check", "article.txt", NO_COLOR="1", PYTHONIOENCODING="ascii")
    assert b"[[" in out
    assert out.isascii()
