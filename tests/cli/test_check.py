"""``claims check`` from files to screen, tables and exit codes."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claims.cli import main
from claims.cli.screen import Waiting

ROOT = Path(__file__).parent.parent.parent
ARTICLE = (
    "Hafen von Velmora öffnet wieder\n\nVelmora, 11. März 2025\n\n"
    "Die Fähre nach Velmora fährt am 14. März wieder, sagte Hafenchefin Ilka Brandau am Montag.\n\n"
    "Gewerkschafter Jonas Okonjo sagte am Dienstag, die Fähre nach Velmora fahre am 14. März nicht.\n"
)


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("CLAIMS_LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")


def test_results_go_to_stdout_and_talk_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "article.txt", "--export", "out"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-1].startswith("1 article · ")
    assert err == "Wrote out/claims.csv, out/conflicts.csv, out/versions.csv\n"
    with Path("out/claims.csv").open(encoding="utf-8-sig", newline="") as handle:
        claims = [row["claim"] for row in csv.DictReader(handle)]
    assert any("Fähre nach Velmora" in claim for claim in claims)


def test_no_line_ends_in_blanks_or_leaves_the_width(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "article.txt", "missing.txt"])
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line != line.rstrip() or len(line) > 100] == []


def test_unreadable_input_gets_one_line_each_and_the_rest_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").touch()
    Path("binary.txt").write_bytes(bytes(range(256)) * 40)
    Path("fr.txt").write_text("Le ministre a déclaré que la réunion était reportée à une date ultérieure. " * 5)
    assert main(["check", "article.txt", "empty.txt", "binary.txt", "fr.txt", "missing.txt"]) == 0
    out = capsys.readouterr().out
    assert "4 skipped" in out
    for name in ("empty.txt", "binary.txt", "fr.txt", "missing.txt"):
        assert re.search(rf"^  (.*, )?{re.escape(name)}(, .*)?: \w", out, re.MULTILINE), name


def test_exit_code_is_one_only_when_nothing_could_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "missing.txt", "--export", "out", "--lang", "de"]) == 1
    assert capsys.readouterr().err == "Fehler: nichts konnte gelesen werden\n"
    assert not Path("out").exists()


def test_json_holds_findings_and_worded_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "article.txt", "missing.txt", "--json", "--lang", "de"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data) == {"articles", "statements", "speakers", "topics", "conflicts", "skipped", "notices"}
    assert "text" not in data["articles"][0]
    assert "Datei" in data["skipped"][0]["sentence"]


def test_what_a_text_file_lacks_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare.txt").write_text(ARTICLE.replace("Velmora, 11. März 2025\n\n", ""), encoding="utf-8")
    given = ["--published", "2025-03-11", "--publisher", "Küstenbote", "--url", "https://example.org/x"]
    main(["check", "bare.txt", "--json", "--archive-url", "https://archive.example/x", *given])
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert (article["published"]["value"], article["publisher"]) == ("2025-03-11", "Küstenbote")
    assert (article["url"], article["archive_url"]) == ("https://example.org/x", "https://archive.example/x")


def test_same_bytes_whatever_hash_seed_zone_locale_and_order(tmp_path: Path) -> None:
    Path("other.txt").write_text(ARTICLE.replace("Velmora", "Kaltenau").replace("Brandau", "Lindt"), encoding="utf-8")
    outputs = []
    for number, (seed, zone, files) in enumerate(
        [("0", "UTC", ["article.txt", "other.txt"]), ("1", "Asia/Tokyo", ["other.txt", "article.txt"])]
    ):
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
        }
        command = [sys.executable, "-m", "claims", "check", *files, "--export", str(number)]
        run = subprocess.run(command, env=environment, capture_output=True, check=True)
        outputs.append([run.stdout, *(path.read_bytes() for path in sorted((tmp_path / str(number)).iterdir()))])
    assert outputs[0] == outputs[1]


def test_a_reader_that_stops_early_is_no_error() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m claims check article.txt --json | head -c 1"
    run = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, encoding="utf-8", check=True)
    assert (run.stdout, run.stderr) == ("{", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_once() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "claims", "check", "article.txt"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "Error: the system refused: No space left on device\n")


def test_the_bar_waits_a_second_and_needs_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("claims.cli.screen.time.monotonic", lambda: now[0])
    with Waiting("en") as waiting:
        now[0] = 5.0
        waiting("read", 1, 0)
        assert not waiting.showing
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with Waiting("en") as waiting:
        waiting("read", 1, 0)
        assert not waiting.showing
        now[0] = 7.0
        waiting("read", 2, 0)
        assert waiting.showing
