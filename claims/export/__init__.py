"""Tables and reports out of what was found and decided. A new form is a new module and one line in ``FORMS``."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import NamedTuple

from claims.errors import InputError
from claims.export.columns import COLUMNS, PRESETS
from claims.export.csv_tables import write_csv
from claims.models import Findings, Reviewed

__all__ = ["COLUMNS", "FORMS", "PRESETS", "form_of", "write", "write_csv"]


class Form(NamedTuple):
    """Where the writer of a form is, and how its files end; a folder of files has no ending."""

    module: str
    function: str
    ending: str


FORMS = {
    "csv": Form("claims.export.csv_tables", "write_csv", ""),
    "xlsx": Form("claims.export.xlsx", "write_xlsx", ".xlsx"),
    "jsonl": Form("claims.export.jsonl", "write_jsonl", ".jsonl"),
    "jsonld": Form("claims.export.jsonld", "write_jsonld", ".jsonld"),
    "html": Form("claims.export.report", "write_html", ".html"),
    "markdown": Form("claims.export.report", "write_markdown", ".md"),
}


def form_of(destination: Path) -> str:
    """The form that the ending of ``destination`` names; csv, a folder of tables, when it has none.

    Raises :class:`InputError` for an ending that names no form.
    """
    ending = destination.suffix.lower()
    for name, form in FORMS.items():
        if form.ending == ending:
            return name
    known = ", ".join(form.ending for form in FORMS.values() if form.ending)
    raise InputError(f"{destination}: no form of export ends so; name a folder for CSV tables, or a file in {known}")


def write(
    findings: Findings,
    destination: Path,
    form: str,
    *,
    reviewed: Reviewed | None = None,
    columns: str = "full",
    language: str = "en",
) -> list[Path]:
    """Write ``findings`` in one of ``FORMS`` and return the paths; see the writers for the arguments.

    Raises :class:`InputError` when it cannot be written.
    """
    chosen = FORMS[form]
    writer = getattr(importlib.import_module(chosen.module), chosen.function)
    paths: list[Path] = writer(findings, destination, reviewed=reviewed, columns=columns, language=language)
    return paths
