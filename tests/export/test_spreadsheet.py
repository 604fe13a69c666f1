"""The tables in a program that runs formulas: none of them is one."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from claims.export import write, write_csv
from claims.models import Findings

ATTACKS = ["=1+1", '=HYPERLINK("http://evil.example","a")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", " =1+1", "＝1+1"]


@pytest.fixture
def hostile(findings: Findings) -> Findings:
    articles = [
        article.model_copy(update={"title": attack, "publisher": attack})
        for article, attack in zip(findings.articles, ATTACKS, strict=False)
    ]
    speakers = [
        speaker.model_copy(update={"name": attack, "role": attack})
        for speaker, attack in zip(findings.speakers, ATTACKS[3:], strict=False)
    ]
    return findings.model_copy(update={"articles": tuple(articles), "speakers": tuple(speakers)})


def formulas(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_workbook_holds_no_formula(hostile: Findings, tmp_path: Path) -> None:
    (path,) = write(hostile, tmp_path / "a.xlsx", "xlsx")
    assert formulas(path) == []
    values = {str(cell.value) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row}
    assert any(value.lstrip("'").startswith("=") for value in values)


def test_a_table_taken_into_a_workbook_holds_no_formula(hostile: Findings, tmp_path: Path) -> None:
    """As programs do it: a cell that begins like a formula is one. Without the guard there would be some."""
    write_csv(hostile, tmp_path)
    for guarded in (True, False):
        book = openpyxl.Workbook(write_only=False)
        sheet = book.active
        assert sheet is not None
        for name in ("claims.csv", "conflicts.csv", "versions.csv"):
            with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
                for row in csv.reader(file):
                    cells = [ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row]
                    sheet.append([cell if guarded else cell.removeprefix("'") for cell in cells])
        path = tmp_path / f"{guarded}.xlsx"
        book.save(path)
        assert bool(formulas(path)) is not guarded
