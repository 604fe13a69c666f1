"""Documents that take all time or memory, or break their reader: they are skipped, and the rest goes on."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest
from pdf_files import PRINTED, bomb, locked, printed
from test_article_formats import zipped

from claims.articles import read
from claims.articles.building import Given
from claims.articles.formats import LARGE, Source
from claims.articles.formats import read as read_format
from claims.articles.isolation import Isolation
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

STORY = "<article><p>Der Minister sagte am Montag in Holm, das Geld für die Brücke sei weg.</p></article>"
SLOW = b"<html><body>" + b"<p a=1>x" * 1_000_000


def source(data: bytes, name: str = "a") -> Source:
    return Source(name, data, Given(publisher="Bote"), Settings(), "https://bote.example/a")


def problem(isolation: Isolation, form: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        isolation.read(form, source(data))
    return raised.value.key


@pytest.mark.parametrize("name", ["a.pdf", os.fsdecode(b"na\xffme.pdf"), 'a"\n\\.pdf'])
def test_what_is_read_apart_is_what_is_read_here(name: str) -> None:
    with Isolation() as isolation:
        one = source(printed(PRINTED), name)
        assert isolation.read("pdf", one) == list(read_format("pdf", one))
        page = source(f"<html><body>{STORY}</body></html>".encode(), name)
        assert isolation.read("html", page) == list(read_format("html", page))
        empty = source(b"<rss><channel><item><title>a</title></item></channel></rss>", name)
        (skipped,) = isolation.read("feed", empty)
        assert isinstance(skipped, Skipped)
        assert [skipped] == list(read_format("feed", empty))


@pytest.mark.slow
def test_what_takes_too_long_is_ended_and_the_next_is_read() -> None:
    with Isolation(seconds=2.0) as isolation:
        start = time.monotonic()
        assert problem(isolation, "html", SLOW) == "skipped.too_slow"
        assert time.monotonic() - start < 10
        assert isinstance(isolation.read("pdf", source(printed(PRINTED)))[0], Article)


@pytest.mark.slow
@pytest.mark.parametrize("unit", [b" ", b"BT /F1 10 Tf 40 780 Td (abc) Tj ET ", b"q "])
def test_a_pdf_may_not_unpack_to_all_memory(tmp_path: Path, unit: bytes) -> None:
    tmp_path.joinpath("a.pdf").write_bytes(bomb(unit, 900))
    tmp_path.joinpath("b.pdf").write_bytes(printed(PRINTED))
    assert tmp_path.joinpath("a.pdf").stat().st_size < 10_000
    bad, good = read([str(tmp_path)])
    assert isinstance(bad, Skipped)
    assert bad.key in ("skipped.too_costly", "skipped.too_slow", "skipped.no_text_layer")
    assert isinstance(good, Article)


def test_a_reader_that_breaks_down_costs_one_document() -> None:
    with Isolation() as isolation:
        isolation.read("pdf", source(printed(PRINTED)))
        process = isolation._process
        assert process is not None
        threading.Timer(0.2, process.send_signal, (signal.SIGSEGV,)).start()
        assert problem(isolation, "html", SLOW) == "skipped.too_costly"
        assert isinstance(isolation.read("pdf", source(printed(PRINTED)))[0], Article)
    assert process.poll() is not None


def test_a_locked_pdf_is_named_as_such(tmp_path: Path) -> None:
    tmp_path.joinpath("a.pdf").write_bytes(locked())
    (found,) = read([str(tmp_path)])
    assert isinstance(found, Skipped)
    assert found.key == "skipped.encrypted"


def test_what_may_do_harm_is_read_apart_wherever_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def note(_self: Isolation, form: str, given: Source) -> list[Article | Skipped]:
        asked.append((form, given.name.rpartition("/")[2]))
        return []

    monkeypatch.setattr(Isolation, "read", note)
    page = f"<html><body>{STORY}</body></html>".encode()
    large = page + b" " * LARGE
    files = {"a.pdf": printed(PRINTED), "b.html": page, "c.html": large, "d.rss": b"<rss>" + b" " * LARGE}
    for name, data in (
        files | {"e.zip": zipped({"f.pdf": printed(PRINTED), "g.html": page.replace(b"Montag", b"Dienstag")})}
    ).items():
        tmp_path.joinpath(name).write_bytes(data)
    read_here = [one.source_file for one in read([str(tmp_path)]) if isinstance(one, Article)]
    assert asked == [("pdf", "a.pdf"), ("html", "c.html"), ("feed", "d.rss"), ("pdf", "f.pdf")]
    assert [name.rpartition("/")[2] for name in read_here] == ["b.html", "g.html"]


def test_the_process_ends_with_the_reading(tmp_path: Path) -> None:
    tmp_path.joinpath("a.pdf").write_bytes(printed(PRINTED))
    tmp_path.joinpath("b.txt").write_text("Der Rat schweigt dazu, sagte der Minister am Montag in Holm.")
    started: list[Isolation] = []
    real = Isolation._running
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Isolation, "_running", lambda self: (started.append(self), real(self))[1])
        reading = read([str(tmp_path)])
        next(reading)
        assert started[0]._process is not None
        reading.close()  # type: ignore[attr-defined]
    assert started[0]._process is None
