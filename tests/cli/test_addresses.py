"""Articles by address from the command line, watching until somebody stops it, and versions of one article."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "articles"))

from web_server import HOST, Server, serving

from claims.cli import main
from claims.review import Case
from claims.store.doctor import check

ROOT = Path(__file__).parent.parent.parent
PAGE = """<html lang="de"><head><title>Streit um den Hafen von Velmora</title>
<meta property="article:published_time" content="2025-03-11"><meta property="og:site_name" content="Küstenbote"></head>
<body><article><h1>Streit um den Hafen von Velmora</h1>
<p>Seit Tagen wird in Velmora über die Zukunft der Fähren und der Kräne gestritten.</p>
<p>Hafenchefin Ilka Brandau sagte, das Treffen mit der Reederei sei für den {day}. März vereinbart.</p>
<p>Gewerkschafter Jonas Okonjo sagte am Dienstag, ein Treffen mit der Reederei sei nie vereinbart worden.</p>
</article><aside><a href="/x">{teaser}</a></aside></body></html>"""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "settings.toml").write_text(f'private_hosts = ["{HOST}"]\n')
    monkeypatch.setenv("CLAIMS_SETTINGS", str(tmp_path / "settings.toml"))
    with serving() as made:
        yield made


def test_add_and_check_read_what_stands_at_an_address(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    url = server.page("/hafen", PAGE.format(day=14, teaser="Neues vom Tag"))
    assert main(["check", url]) == 0
    assert "Küstenbote" in capsys.readouterr().out
    assert main(["add", url]) == 0
    server.page("/hafen", PAGE.format(day=14, teaser="Anderes vom Tag"))
    assert main(["add", url]) == 0
    out = capsys.readouterr().out
    assert "1 article added" in out
    assert "1 known already" in out  # what stands around it is not the article
    with Case.open("claims.db") as case:
        (item,) = case.articles()
    assert item.article.url == url
    assert item.article.retrieved_at
    assert main(["add", server.url("/fehlt"), "--case", "other.db"]) == 1
    assert "404" in capsys.readouterr().out
    assert len(server.asked) == 4


def test_an_inner_address_is_refused_unless_the_settings_name_it(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("settings.toml").write_text("")
    url = server.page("/hafen", PAGE.format(day=14, teaser=""))
    for language, words in (("en", "private_hosts"), ("de", "öffentlichen Netzes")):
        assert main(["add", url, "--lang", language]) == 1
        assert words in capsys.readouterr().out
    assert server.asked == []


def test_versions_of_an_article_are_listed_and_what_changed_is_shown(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.page("/hafen", PAGE.format(day=14, teaser=""))
    assert main(["add", url]) == 0
    with Case.open("claims.db", reviewer="mk") as case:
        decided = case.search("nie vereinbart")[0].statement
        case.set_verdict(decided.id, verdict="falsch")
    server.page("/hafen", PAGE.format(day=21, teaser=""))
    assert main(["add", url]) == 0
    capsys.readouterr()
    assert main(["list", "articles", "--json"]) == 0
    old, new = json.loads(capsys.readouterr().out)
    assert (old["version"], old["versions"], new["version"]) == ("1", "2", "2")
    assert (old["superseded_by"], new["superseded_by"]) == (new["article_id"], "")
    assert main(["show", new["article_id"]]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "− Hafenchefin Ilka Brandau sagte, das Treffen mit der Reederei sei für den 14. März vereinbart." in out
    assert "+ Hafenchefin Ilka Brandau sagte, das Treffen mit der Reederei sei für den 21. März vereinbart." in out
    assert "version 1 of 2" in out
    assert "Jonas Okonjo" in out
    assert main(["show", new["article_id"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["versions"] == [old["article_id"], new["article_id"]]
    assert main(["stats", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["articles"], figures["older_versions"], figures["lost"]) == (1, 1, 0)
    with Case.open("claims.db") as case:
        assert case.search("nie vereinbart")[0].review.verdict == "falsch"


def test_boxes_are_read_only_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAGE.format(day=14, teaser="").replace(
        "</article>", "<aside><p>Die Reederei erklärte, die Fähren seien 1968 gebaut.</p></aside></article>"
    )
    path = tmp_path / "a.html"
    path.write_text(text, encoding="utf-8")
    claims = []
    for more in ([], ["--include", "boxes"]):
        assert main(["check", str(path), "--json", *more]) == 0
        claims.append({one["claim"] for one in json.loads(capsys.readouterr().out)["statements"]})
    assert claims[1] - claims[0] == {"die Fähren seien 1968 gebaut"}


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_watching_ends_in_one_line_and_leaves_the_case_whole(server: Server, tmp_path: Path, sign: int) -> None:
    folder = tmp_path / "eingang"
    folder.mkdir()
    address = server.page("/hafen", PAGE.format(day=14, teaser=""))
    process = subprocess.Popen(
        [sys.executable, "-m", "claims", "watch", str(folder), address, "--every", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    seen = [process.stdout.readline(), process.stdout.readline()]
    assert seen[0].startswith("2025-03-11  Küstenbote  Streit um den Hafen")
    assert "1 article added" in seen[1]
    path = folder / "a.html"
    path.write_text(PAGE.format(day=21, teaser="").replace("Küstenbote", "Nordblatt"), encoding="utf-8")
    os.utime(path, (time.time() - 60, time.time() - 60))
    assert "Nordblatt" in process.stdout.readline()
    process.send_signal(sign)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert err == "Stopped; 2 articles added in all.\n"
    assert check(tmp_path / "claims.db").whole
    with Case.open(tmp_path / "claims.db") as case:
        assert [item.article.publisher for item in case.articles()] == ["Küstenbote", "Nordblatt"]


def test_watching_what_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", str(tmp_path / "tippfehler"), "--case", str(tmp_path / "a.db")]) == 1
    assert "check the path" in " ".join(capsys.readouterr().out.split())
