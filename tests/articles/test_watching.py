"""Looking again and again: new files once they are whole, addresses only when they changed, problems told once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import HOST, Server, serving

from claims.articles import Watch, opening, read, watching
from claims.errors import InputError
from claims.models import Article, Skipped
from claims.settings import Settings

INNER = Settings(private_hosts=frozenset({HOST}))
TEXT = "Der Stadtrat von {0} hat am Dienstag gestritten.\n\n„Wir haben kein Geld“, sagte die Kämmerin in {0}.\n"
PAGE = "<html><body><article><h1>Streit in {0} um das Geld</h1><p>Der Stadtrat von {0} hat am Dienstag gestritten.</p>"
PAGE += "<p>„Wir haben kein Geld“, sagte die Kämmerin in {0}.</p></article></body></html>"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(watching, "BETWEEN", 0.0)
    monkeypatch.setattr(opening, "PAUSE", 0.0)
    with serving() as made:
        yield made


def feed(*entries: tuple[str, str]) -> str:
    items = "".join(
        f"<item><title>Streit in {town} um das Geld</title><link>{link}</link>"
        f"<description>Der Stadtrat von {town} hat am Dienstag gestritten.</description></item>"
        for town, link in entries
    )
    return f"<rss><channel><title>Ostrauer Bote</title>{items}</channel></rss>"


def files(watch: Watch) -> list[str]:
    return [one.source_file.rpartition("/")[2] for one in watch.look() if isinstance(one, Article)]


def write(path: Path, text: str, age: float = 60) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age, time.time() - age))


def test_files_are_read_once_when_they_are_whole(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT.format("Ostrau"))
    watch = Watch([str(tmp_path)])
    assert files(watch) == ["a.txt"]
    assert files(watch) == []
    write(tmp_path / "b.txt", TEXT.format("Holm"), age=0)
    assert files(watch) == []  # somebody may still be writing
    write(tmp_path / "b.txt", TEXT.format("Holm") + "Der Rat vertagte sich.", age=5)
    assert files(watch) == ["b.txt"]
    write(tmp_path / "a.txt", TEXT.format("Velm"), age=30)
    (tmp_path / "b.txt").unlink()
    assert files(watch) == ["a.txt"]


def test_a_problem_is_told_once(tmp_path: Path) -> None:
    watch = Watch([str(tmp_path / "fehlt")])
    (first,) = watch.look()
    assert isinstance(first, Skipped)
    assert first.key == "skipped.missing"
    assert list(watch.look()) == []
    (tmp_path / "fehlt").mkdir()
    write(tmp_path / "fehlt" / "a.txt", TEXT.format("Ostrau"))
    assert files(watch) == ["a.txt"]


def test_a_feed_is_asked_with_what_its_server_gave(server: Server) -> None:
    url = server.page("/feed", feed(("Ostrau", "https://bote.example/1")), "application/rss+xml", ETag='"1"')
    watch = Watch([url], settings=INNER)
    assert files(watch) == ["feed#1"]
    assert files(watch) == []
    assert server.asked[1][1]["if-none-match"] == '"1"'
    entries = (("Holm", "https://bote.example/2"), ("Ostrau", "https://bote.example/1"))
    server.page("/feed", feed(*entries), "application/rss+xml", ETag='"2"')
    (new,) = watch.look()
    assert isinstance(new, Article)
    assert new.url == "https://bote.example/2"
    assert {path for path, _ in server.asked} == {"/feed"}


def test_an_address_that_fails_is_asked_ever_more_rarely(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "BETWEEN", 30.0)
    now = 1000.0
    monkeypatch.setattr(watching.time, "monotonic", lambda: now)
    watch = Watch([server.url("/feed")], settings=INNER)
    (problem,) = watch.look()
    assert isinstance(problem, Skipped)
    asked = []
    for now in range(1001, 1600):  # noqa: B007 - the clock reads it
        assert list(watch.look()) == []
        asked.append(len(server.asked))
    assert asked[-1] == 4  # after 60, 120 and 240 seconds more


def test_pages_of_a_feed_are_fetched_only_when_asked_for(server: Server) -> None:
    page = server.page("/1", PAGE.format("Ostrau"))
    gone = server.url("/2")
    server.page("/feed", feed(("Ostrau", page), ("Holm", gone)), "application/rss+xml")
    plain = [one for one in read([server.url("/feed")], settings=INNER) if isinstance(one, Article)]
    assert [one.source_file for one in plain] == [server.url("/feed#1"), server.url("/feed#2")]
    assert {path for path, _ in server.asked} == {"/feed"}
    watch = Watch([server.url("/feed")], settings=INNER, follow=True)
    first, second, skipped = watch.look()
    assert isinstance(first, Article)
    assert (first.source_file, first.url) == (page, page)
    assert "Kämmerin" in first.text
    assert isinstance(second, Article)
    assert second.source_file == server.url("/feed#2")  # its page cannot be read: what the feed says is kept
    assert isinstance(skipped, Skipped)
    assert skipped.key == "skipped.web_status"
    server.asked.clear()
    assert list(watch.look()) == []
    assert [path for path, _ in server.asked] == ["/feed"]


def test_a_feed_leads_to_no_inner_host_but_its_own(server: Server) -> None:
    both = Settings(private_hosts=frozenset({HOST, "localhost"}))
    page = server.page("/1", PAGE.format("Ostrau")).replace(HOST, "localhost")
    url = server.page("/feed", feed(("Ostrau", page)), "application/rss+xml")
    found = list(Watch([url], settings=both, follow=True).look())
    assert [one.key for one in found if isinstance(one, Skipped)] == ["skipped.web_private"]
    assert [path for path, _ in server.asked] == ["/feed"]


def test_standard_input_cannot_be_watched() -> None:
    with pytest.raises(InputError):
        Watch(["-"])
