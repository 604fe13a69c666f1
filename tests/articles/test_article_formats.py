"""PDF, DOCX, feeds, archives and tables: what they yield, and what they refuse."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from pdf_files import PRINTED, printed

from claims.articles import read
from claims.articles.pdf import paragraphs
from claims.models import Article, SegmentKind, Skipped

TITLE = "Streit um die Brücke in Ostrau"
FIRST = "Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten."
SECOND = "„Wir haben kein Geld“, sagte die Kämmerin. Der Umbau koste neun Millionen Euro."
TEXT = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n"


def found(tmp_path: Path, name: str, data: bytes) -> list[Article | Skipped]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read([str(path)]))


def key(one: Article | Skipped) -> str:
    assert isinstance(one, Skipped), one
    return one.key


def article(one: Article | Skipped) -> Article:
    assert isinstance(one, Article), one
    return one


def word(body: str, *, declaration: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """A Word document with ``body`` as its paragraphs' XML."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<?xml version="1.0"?>{declaration}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def paragraph(text: str, style: str = "") -> str:
    return f"<w:p>{style}<w:r><w:t>{text}</w:t></w:r></w:p>"


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_pdf(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "a.pdf", printed(PRINTED))
    text = article(one).text
    assert "drei Jahre länger laufen als geplant. Das sagte der Minister" in text
    assert article(one).page == 1
    assert article(one).language == "de"


def test_pdf_under_another_name(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "a.txt", printed(PRINTED))
    assert "Kraftwerk Holm" in article(one).text


def test_pdf_without_a_text_layer(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "a.pdf", printed([""]))
    assert key(one) == "skipped.no_text_layer"


@pytest.mark.parametrize("size", [40, 300])
def test_damaged_pdf(tmp_path: Path, size: int) -> None:
    (one,) = found(tmp_path, "a.pdf", printed(PRINTED)[:size])
    assert key(one) in ("skipped.broken", "skipped.no_text_layer")


def test_lines_of_a_pdf_become_paragraphs() -> None:
    column = "Das ist eine Zeile, die so breit ist wie die ganze Spalte der Sei-\nte und weitergeht bis hier."
    assert paragraphs(f"{column}\nNeuer Absatz.") == (
        "Das ist eine Zeile, die so breit ist wie die ganze Spalte der Seite und weitergeht bis hier.\n\nNeuer Absatz."
    )
    assert paragraphs("Rot-\nGrün bleibt.") == "Rot-\n\nGrün bleibt."


def test_word_document(tmp_path: Path) -> None:
    item = "<w:pPr><w:numPr/></w:pPr>"
    body = paragraph(TITLE) + paragraph(FIRST) + paragraph(SECOND) + paragraph("Zwei Stimmen:")
    body += paragraph("Harms sagte, er baue", item) + paragraph("Busch sagte nein", item)
    (one,) = found(tmp_path, "a.docx", word(body))
    assert article(one).title == TITLE
    kinds = {article(one).text[part.start : part.end]: part.kind for part in article(one).segments}
    assert kinds["Harms sagte, er baue"] is SegmentKind.BODY


def test_word_document_with_a_doctype_is_refused(tmp_path: Path) -> None:
    declaration = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    (one,) = found(tmp_path, "a.docx", word(paragraph("&a;&b;" + FIRST), declaration=declaration))
    assert key(one) == "skipped.doctype"


def test_zip_bombs(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "a.docx", word(paragraph(FIRST), extra={"word/x.xml": b"0" * 30_000_000}))
    assert key(one) == "skipped.bomb"
    (two,) = found(tmp_path, "b.zip", zipped({f"{n}.txt": b"" for n in range(6000)}))
    assert key(two) == "skipped.bomb"


@pytest.mark.parametrize("name", ["a.docx", "a.zip"])
def test_damaged_archive(tmp_path: Path, name: str) -> None:
    (one,) = found(tmp_path, name, word(paragraph(FIRST))[:200])
    assert key(one) in ("skipped.broken", "skipped.format")


@pytest.mark.parametrize(
    ("entry", "form"), [("xl/workbook.xml", "XLSX"), ("ppt/presentation.xml", "PPTX")], ids=["sheet", "slides"]
)
def test_other_office_files_are_named(tmp_path: Path, entry: str, form: str) -> None:
    (one,) = found(tmp_path, "a.zip", zipped({entry: b"<x/>"}))
    assert isinstance(one, Skipped)
    assert (one.key, one.values) == ("skipped.format", {"format": form})


def test_archive(tmp_path: Path) -> None:
    entries = {
        "b/two.txt": TEXT.replace("Ostrau", "Holm").encode(),
        "a.txt": TEXT.encode(),
        "../up.txt": TEXT.replace("Ostrau", "Ruhlau").encode(),
        "__MACOSX/a.txt": b"x",
        "inner.zip": zipped({"x.txt": b"x"}),
        "p.png": b"\x89PNG\r\n\x1a\n",
    }
    results = found(tmp_path, "all.zip", zipped(entries))
    names = [one.source if isinstance(one, Skipped) else one.source_file for one in results]
    base = (tmp_path / "all.zip").as_posix()
    assert names == [f"{base}/{name}" for name in ("../up.txt", "a.txt", "b/two.txt", "inner.zip", "p.png")]
    assert [key(one) for one in results if isinstance(one, Skipped)] == ["skipped.format", "skipped.binary"]
    assert [one.name for one in tmp_path.iterdir()] == ["all.zip"]


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ostrauer Bote</title>
<item><title>{TITLE}</title><link>https://ostrau.example/1</link>
<pubDate>Sat, 03 May 2025 08:00:00 +0200</pubDate>
<description>Kurz.</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Fähre fährt wieder</title><link>javascript:alert(1)</link>
<description>Die Fähre von Ostrau fährt seit Montag wieder, teilte die Stadt mit.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostrauer Bote</title>
<entry><title>{TITLE}</title><link rel="alternate" href="https://ostrau.example/1"/>
<author><name>Jule Amsel</name></author>
<published>2025-05-03T08:00:00Z</published><updated>2025-06-01T08:00:00Z</updated>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    first, second = map(article, found(tmp_path, "a.rss", RSS.encode()))
    assert (first.title, first.publisher, first.url) == (TITLE, "Ostrauer Bote", "https://ostrau.example/1")
    assert first.published.value == "2025-05-03"
    assert SECOND in first.text
    assert second.url == ""
    assert second.published.value == ""


def test_atom_under_another_name(tmp_path: Path) -> None:
    (one,) = map(article, found(tmp_path, "a.txt", ATOM.encode()))
    assert (one.author, one.published.value, one.url) == ("Jule Amsel", "2025-05-03", "https://ostrau.example/1")


def test_feed_with_a_doctype_is_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + ATOM
    (one,) = found(tmp_path, "a.xml", bomb.encode())
    assert key(one) == "skipped.doctype"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    quoted = TEXT.replace('"', '""')
    table = delimiter.join(("Titel", "Text", "Datum", "Medium", "Notiz")) + "\r\n"
    table += delimiter.join((TITLE, f'"{quoted}"', "03.05.2025", "Ostrauer Bote", "x")) + "\r\n"
    table += delimiter.join(("Leer", "", "", "", "")) + "\r\n"
    first, second, strange = found(tmp_path, "a.csv", table.encode("utf-8-sig"))
    assert (article(first).publisher, article(first).published.value) == ("Ostrauer Bote", "2025-05-03")
    assert article(first).source_file.endswith("a.csv:2")
    assert key(second) == "skipped.empty"
    assert isinstance(strange, Skipped)
    assert (strange.source, strange.key) == (str(tmp_path / "a.csv"), "skipped.columns")
    assert strange.values == {"columns": "Notiz"}


@pytest.mark.parametrize("behind", ["", '"Two","The port is open, the mayor said."\n'])
def test_csv_with_a_quotation_mark_that_is_never_closed_is_read_up_to_there(tmp_path: Path, behind: str) -> None:
    quoted = TEXT.replace('"', '""')
    table = f'title,text\n"Good","{quoted}"\n"Bad","The pier is closed, the mayor said.\n{behind}'
    first, broken = found(tmp_path, "a.csv", table.encode())
    assert article(first).title == "Good"
    assert isinstance(broken, Skipped)
    assert (broken.key, broken.values) == ("skipped.broken", {"format": "CSV"})


def test_csv_without_a_column_for_the_text(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "a.csv", b"Titel,Datum\nx,y\n")
    assert isinstance(one, Skipped)
    assert (one.key, one.values) == ("skipped.no_text_column", {"columns": "Titel, Datum"})


def test_json_lines(tmp_path: Path) -> None:
    rows = [{"text": TEXT, "published": "2025-05-03", "url": "https://o.example", "views": 3}, {"title": "x"}, [1]]
    data = "\n".join(map(json.dumps, rows)) + "\n{broken\n"
    results = found(tmp_path, "a.jsonl", data.encode())
    assert article(results[0]).url == "https://o.example"
    assert [key(one) for one in results[1:]] == [
        "skipped.no_text_column",
        "skipped.broken",
        "skipped.broken",
        "skipped.columns",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.rss", "a.csv", "a.jsonl", "a.zip", "a.md"])
def test_random_bytes_under_every_extension(tmp_path: Path, name: str) -> None:
    import random

    data = random.Random(7).randbytes(5000)
    for prefix in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<rss>", b"\xff\xfe"):
        results = found(tmp_path, name, prefix + data)
        assert len(results) >= 1
        assert all(isinstance(one, Skipped) for one in results), (prefix, results)
