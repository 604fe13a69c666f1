"""The three tables as CSV: UTF-8 with BOM, RFC 4180, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from claims.export.files import write_whole
from claims.export.tables import Table, tables
from claims.models import Findings, Reviewed

_STARTS_FORMULA = tuple("=+-@＝＋－＠")
_UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"  # beside the blanks, what a reader may pass over


def guarded(text: str) -> str:
    """``text`` with a leading apostrophe if a spreadsheet would take it for a formula (CWE-1236)."""
    text = text.replace("\0", "�")
    start = text
    while start != (shorter := start.lstrip().lstrip(_UNSEEN)):
        start = shorter
    return f"'{text}" if start.startswith(_STARTS_FORMULA) or text.startswith(("\t", "\r")) else text


def unguarded(text: str) -> str:
    """The text as it was before :func:`guarded`."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def csv_bytes(table: Table, *, excel: bool = False) -> bytes:
    """One table; ``excel`` separates by semicolons and writes decimal commas, as a German Excel expects.

    With a point it would read 1.5 as the first of May.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(table.headers)
    for row in table.rows:
        writer.writerow(
            [
                guarded(cell) if place not in table.numbers else cell.replace(".", ",") if excel else cell
                for place, cell in enumerate(row)
            ]
        )
    return out.getvalue().encode("utf-8-sig", "replace")


def write_csv(
    findings: Findings,
    folder: Path,
    *,
    reviewed: Reviewed | None = None,
    columns: str = "full",
    excel: bool = False,
    language: str = "en",
) -> list[Path]:
    """Write claims.csv, conflicts.csv and versions.csv into ``folder`` and return their paths.

    The other arguments are those of :func:`claims.export.tables.tables`.
    Raises :class:`InputError` when the folder cannot be written.
    """
    paths = []
    for name, table in tables(findings, reviewed=reviewed, columns=columns, language=language).items():
        paths.append(folder / f"{name}.csv")
        write_whole(paths[-1], csv_bytes(table, excel=excel))
    return paths
