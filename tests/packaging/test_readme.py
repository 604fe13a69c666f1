"""What the README shows is what the tool does."""

from __future__ import annotations

import io
import os
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

import click
import pytest

from claims.cli import VERBS, command_line, main

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [text for name, text in BLOCK.findall(README.read_text(encoding="utf-8")) if name == kind]


def commands() -> list[list[str]]:
    """Every ``claims …`` in shell blocks and between backticks, without paths before the name."""
    text = README.read_text(encoding="utf-8")
    lines = [part for block in blocks("sh") for part in block.split("&&")]
    lines += [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines() if line[:2] == "$ "]
    lines += re.findall(r"`(claims [^`]+)`", BLOCK.sub("", text))
    words = [shlex.split(line.replace("\\|", "|").replace("[", "").replace("]", "")) for line in lines]
    return [line for line in words if Path(line[0]).name == "claims"]


def test_the_two_commands_come_first_and_are_one_line_each() -> None:
    first, second, third = blocks("sh")[:3]
    assert first == "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/claims check seeds/\n"
    assert second == ".venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest\n"
    assert third == ".venv/bin/claims review seeds/\n"


def test_every_command_and_option_exists() -> None:
    group = command_line("en")
    found = commands()
    assert len(found) > 12
    for line in found:
        verb = line[1]
        if verb == "VERB":
            continue
        assert verb in VERBS, line
        command = group.get_command(click.Context(group), verb)
        assert command is not None
        known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
        assert [word for word in line if word.startswith("--") and word not in known] == [], line


def test_every_verb_is_in_the_table() -> None:
    listed = set(re.findall(r"^\| `claims (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == set(VERBS)


def test_python_snippet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (snippet,) = blocks("python")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(snippet, "README.md", "exec"), names)
    assert len(names["conflicts"]) > 0  # type: ignore[arg-type]


def test_the_excerpt_is_real_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """With CLAIMS_WRITE_README=1 the excerpt is written anew: the command, its first topic's list and first pairs."""
    (excerpt,) = blocks("console")
    command, *lines = excerpt.splitlines()
    monkeypatch.chdir(ROOT)
    for name in ("CLAIMS_LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "92")
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(shlex.split(command.removeprefix("$ "))[1:]) == 0
    printed = out.getvalue().splitlines()
    if os.environ.get("CLAIMS_WRITE_README"):
        third = [n for n, line in enumerate(printed) if re.match("[A-Z]+ [A-Z]–[A-Z] · ", line)][2]
        new = "\n".join([command, *printed[:third], "…", printed[-1]]) + "\n"
        README.write_text(README.read_text(encoding="utf-8").replace(excerpt, new), encoding="utf-8")
        return
    # scores and figures may move with the rules; what is shown as clashing must be
    marked = re.findall(r"⟦[^⟧]*⟧?", "\n".join(lines))
    assert len(marked) > 2
    assert [words for words in marked if words not in out.getvalue()] == []
    assert any(line.startswith("CONFLICT ") for line in printed)
