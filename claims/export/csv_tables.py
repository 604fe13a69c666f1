"""The three tables as CSV: UTF-8 with BOM, RFC 4180, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claims.export.files import write_whole
from claims.export.tables import (
    CONFLICT_COLUMNS,
    NUMBERS,
    PRESETS,
    VERSION_COLUMNS,
    claim_rows,
    conflict_rows,
    version_rows,
)
from claims.models import Findings, Reviewed

_STARTS_FORMULA = tuple("=+-@＝＋－＠")
_BLANKS = " \u00a0\ufeff\u200b\n"


def guarded(text: str) -> str:
    """``text`` with a leading apostrophe if a spreadsheet would take it for a formula (CWE-1236)."""
    text = text.replace("\0", "�")
    start = text.lstrip(_BLANKS)
    return f"'{text}" if start.startswith((*_STARTS_FORMULA, "\t", "\r")) else text


def unguarded(text: str) -> str:
    """The text as it was before :func:`guarded`."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, excel: bool = False) -> bytes:
    """One table; ``excel`` separates by semicolons, as a German Excel expects."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row[name] if name in NUMBERS else guarded(row[name]) for name in columns])
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

    ``columns`` is a preset of :data:`claims.export.tables.PRESETS`; ``language`` words the reasons,
    ``reviewed`` are the decisions of humans.
    Raises :class:`InputError` when the folder cannot be written.
    """
    wanted = PRESETS[columns]
    tables = {
        "claims.csv": (wanted, claim_rows(findings, reviewed=reviewed, names=columns == "basic")),
        "conflicts.csv": (CONFLICT_COLUMNS, conflict_rows(findings, reviewed=reviewed, language=language)),
        "versions.csv": (VERSION_COLUMNS, version_rows(findings)),
    }
    paths = []
    for name, (header, rows) in tables.items():
        write_whole(folder / name, csv_bytes(header, rows, excel=excel))
        paths.append(folder / name)
    return paths
