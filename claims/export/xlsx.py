"""The tables as one Excel workbook, written with the standard library: text stays text, so nothing can be run.

Office Open XML (ECMA-376): a zip of XML parts; every text cell is an inline string.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from claims.export.files import write_whole
from claims.export.tables import Table, tables
from claims.models import Findings, Reviewed

_LONGEST = 32_767  # characters that a cell may hold
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
    '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_xlsx(
    findings: Findings, path: Path, *, reviewed: Reviewed | None = None, columns: str = "full", language: str = "en"
) -> list[Path]:
    """Write the three tables as sheets of the workbook ``path``; arguments as for :func:`tables`.

    Cells are cut at the 32,767 characters that the format allows. Raises :class:`InputError` when it cannot be written.
    """
    sheets = tables(findings, reviewed=reviewed, columns=columns, language=language)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _parts(sheets):
            # a fixed date: the same findings shall give the same bytes
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    write_whole(path, out.getvalue())
    return [path]


def _parts(sheets: dict[str, Table]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for number in numbers
    )
    yield (
        "[Content_Types].xml",
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{overrides}</Types>',
    )
    yield (
        "_rels/.rels",
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    )
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}'
        f'<Relationship Id="styles" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    )
    yield "xl/styles.xml", _STYLES
    for number, table in zip(numbers, sheets.values(), strict=True):
        yield f"xl/worksheets/sheet{number}.xml", "".join(_sheet(table))


def _sheet(table: Table) -> Iterator[str]:
    last = f"{_letters(len(table.headers) - 1)}{len(table.rows) + 1}"
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    )
    for place, header in enumerate(table.headers, start=1):
        yield f'<col min="{place}" max="{place}" width="{_width(header)}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(1, table.headers, frozenset(), style=1)
    for number, row in enumerate(table.rows, start=2):
        yield _row(number, row, table.numbers, style=2)
    yield f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>'


def _width(header: str) -> int:
    """Cells of a column: sentences, then labels and titles, then the rest."""
    if header.startswith(("claim", "quote", "reason")) and "date" not in header:
        return 60
    return 36 if header in ("topic", "source_title", "notes") else 18


def _row(number: int, cells: list[str], numbers: frozenset[int], *, style: int) -> str:
    made = []
    for place, cell in enumerate(cells):
        where = f'r="{_letters(place)}{number}" s="{style}"'
        if cell and place in numbers:
            made.append(f"<c {where}><v>{cell}</v></c>")
        elif cell:
            text = escape(_FORBIDDEN.sub("�", cell[:_LONGEST]))
            made.append(f'<c {where} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
    return f'<row r="{number}">{"".join(made)}</row>'


def _letters(place: int) -> str:
    """The name of a column: A, B, … Z, AA, …"""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
