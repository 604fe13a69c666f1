"""The other forms of export: workbook, lines of JSON, report."""

from __future__ import annotations

import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from claims.errors import InputError
from claims.export import FORMS, form_of, write
from claims.models import Article, Conflict, Findings, Review, Reviewed, ReviewStatus, Statement

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def hostile(findings: Findings) -> Findings:
    """The findings with markup in every place that a report shows."""
    nasty = '<script>alert(1)</script>"><img src=x onerror=y> [a](javascript:z) | `c` </style>'
    article = findings.articles[0].model_copy(update={"publisher": nasty, "url": "javascript:alert(1)"})
    topics = (findings.topics[0].model_copy(update={"label": nasty}), *findings.topics[1:])
    speakers = tuple(item.model_copy(update={"name": nasty}) for item in findings.speakers)
    articles = (article, *findings.articles[1:])
    return findings.model_copy(update={"topics": topics, "speakers": speakers, "articles": articles})


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[dict[str, str | None]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "a":
            self.links.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("form", FORMS)
def test_same_findings_same_bytes(findings: Findings, tmp_path: Path, form: str) -> None:
    first, second = (write(findings, tmp_path / name, form) for name in ("1", "2"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert all(path.stat().st_size for path in first)


def test_ending_names_the_form() -> None:
    assert [form_of(Path(name)) for name in ("out", "a.xlsx", "a.JSONL", "a.jsonld", "a.html", "a.md")] == list(FORMS)
    with pytest.raises(InputError, match=r"\.docx"):
        form_of(Path("a.docx"))


def test_workbook_holds_the_tables_as_text(findings: Findings, tmp_path: Path) -> None:
    (path,) = write(findings, tmp_path / "a.xlsx", "xlsx")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{SHEET}c")}
    assert "".join(cells["A1"].itertext()) == "statement_id"
    rows = list(sheet.iter(f"{SHEET}row"))
    assert len(rows) == 1 + len(findings.statements)
    formula = [cell for cell in cells.values() if "".join(cell.itertext()).startswith("=HYPERLINK")]
    assert formula
    assert {cell.get("t") for cell in formula} == {"inlineStr"}
    assert not list(sheet.iter(f"{SHEET}f"))
    numbers = [cell for cell in cells.values() if cell.get("t") is None]
    assert numbers
    assert all(float("".join(cell.itertext())) >= 0 for cell in numbers)


def test_lines_of_json_lose_nothing(findings: Findings, tmp_path: Path) -> None:
    reviewed = Reviewed(conflicts={"x_1": Review(status=ReviewStatus.ACCEPTED, reviewer="mk", version=1)})
    (path,) = write(findings, tmp_path / "a.jsonl", "jsonl", reviewed=reviewed)
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]

    def back(kind: str, model: type[Article | Statement | Conflict]) -> list[Article | Statement | Conflict]:
        lines = [line for line in read if line["type"] == kind]
        return [model.model_validate({key: line[key] for key in line if key != "type"}) for line in lines]

    assert back("article", Article) == sorted(findings.articles, key=lambda item: item.id)
    assert back("statement", Statement) == sorted(findings.statements, key=lambda item: item.id)
    assert back("conflict", Conflict) == sorted(findings.conflicts, key=lambda item: item.id)
    assert [line["of"] for line in read if line["type"] == "review"] == ["x_1"]


def test_linked_data_reviews_only_what_has_a_verdict(findings: Findings, tmp_path: Path) -> None:
    verdict = Review(verdict="falsch", evidence_urls=("https://e.example", "javascript:x"), reviewer="mk", version=1)
    reviewed = Reviewed(statements={"s_ilka_brandau": verdict, "s_hafen": Review(status=ReviewStatus.STRUCK)})
    (path,) = write(findings, tmp_path / "a.jsonld", "jsonld", reviewed=reviewed)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["@context"] == "https://schema.org"
    claims = {item["@id"]: item for item in data["@graph"] if item["@type"] == "Claim"}
    assert len(claims) == len(findings.statements) - 1
    (review,) = [item for item in data["@graph"] if item["@type"] == "ClaimReview"]
    assert review["reviewRating"]["alternateName"] == "falsch"
    assert review["citation"] == ["https://e.example"]
    first = claims[review["itemReviewed"]["@id"]]
    assert first["author"] == {"@type": "Person", "name": "Ilka Brandau"}
    assert (first["datePublished"], first["appearance"]["url"]) == ("2025-03-10", "https://example.org/1")
    assert "datePublished" not in claims["urn:contraclaim:s_jonas_okonjo"]


def test_linked_data_cannot_leave_the_script_that_holds_it(findings: Findings, tmp_path: Path) -> None:
    (path,) = write(hostile(findings), tmp_path / "a.jsonld", "jsonld")
    text = path.read_text(encoding="utf-8")
    assert "</" not in text
    assert any("</script>" in str(item) for item in json.loads(text)["@graph"])


def test_page_shows_both_sides_marked_and_links_the_source(findings: Findings, tmp_path: Path) -> None:
    page = write(findings, tmp_path / "a.html", "html", language="de")[0].read_text(encoding="utf-8")
    assert "<mark>am 14. März</mark>" in page
    assert "<mark>Einen Termin gibt es nicht</mark>" in page
    assert Tags(page).links[0] == {"rel": "noopener noreferrer", "href": "https://example.org/1"}
    assert "Content-Security-Policy" in page
    assert "\x1b" not in page


def test_page_runs_nothing_from_outside(findings: Findings, tmp_path: Path) -> None:
    page = Tags(write(hostile(findings), tmp_path / "a.html", "html")[0].read_text(encoding="utf-8"))
    allowed = set(re.findall(r"\w+", "html meta title style h1 h2 h3 p table tr td div br span strong blockquote mark"))
    assert page.tags <= allowed
    assert page.links == []
    assert "<script>alert(1)</script>" in page.words


def test_markdown_escapes_every_sign(findings: Findings, tmp_path: Path) -> None:
    text = write(hostile(findings), tmp_path / "a.md", "markdown")[0].read_text(encoding="utf-8")
    assert not re.search(r"(?<!\\)[<\[`]", text.replace("[bold]", ""))
    assert "**am 14\\. März**" in text


def test_what_humans_rejected_is_left_out(findings: Findings, tmp_path: Path) -> None:
    reviewed = Reviewed(
        conflicts={"x_1": Review(status=ReviewStatus.DISMISSED, version=1)},
        statements={"s_hafen": Review(status=ReviewStatus.STRUCK, version=2)},
    )
    full = write(findings, tmp_path / "a.md", "markdown")[0].read_text(encoding="utf-8")
    assert "äußerte sich nicht" in full
    struck = Reviewed(statements=reviewed.statements)
    assert "äußerte sich nicht" not in write(findings, tmp_path / "b.md", "markdown", reviewed=struck)[0].read_text()
    assert "Velmora" not in write(findings, tmp_path / "c.md", "markdown", reviewed=reviewed)[0].read_text()
