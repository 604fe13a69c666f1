"""A case in tables: the notebook's way to what was added and decided before."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from claims.export.columns import COLUMNS, CONFLICT_COLUMNS, NUMBERS
from claims.wording import interface_language

if TYPE_CHECKING:
    from claims.review import AddReport, Case


class CaseTables:
    """An open case: the same, with memory. Use it with ``with``; ``case`` is the review service behind it."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __enter__(self) -> CaseTables:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.case.close()

    def add(self, *paths: str | Path) -> AddReport:
        """Read files, folders, patterns such as ``more/*.html`` or what stands at web addresses into the case.

        What is known changes nothing.
        """
        given = [str(path) for path in paths]
        sources = [
            name
            for path in given
            for name in (sorted(glob.glob(path)) if glob.has_magic(path) and "://" not in path else [path])  # noqa: PTH207
        ]
        return self.case.add(sources)

    def conflicts(self, review_status: str = "", *, language: str | None = None) -> pd.DataFrame:
        """The conflicts as in conflicts.csv, strongest first; only those of ``review_status`` when it is given."""
        from claims.export.tables import conflict_rows

        findings, reviewed = self.case.findings(), self.case.reviewed()
        rows = conflict_rows(findings, reviewed=reviewed, language=interface_language(language))
        return _chosen(pd.DataFrame(rows, columns=list(CONFLICT_COLUMNS)), review_status)

    def statements(self, review_status: str = "") -> pd.DataFrame:
        """The statements as in claims.csv with all columns; only those of ``review_status`` when it is given."""
        from claims.export.tables import claim_rows

        rows = claim_rows(self.case.findings(), reviewed=self.case.reviewed())
        return _chosen(pd.DataFrame(rows, columns=list(COLUMNS)), review_status)


def open_case(path: str | Path, *, read_only: bool = False, reviewer: str = "") -> CaseTables:
    """The case file at ``path``, made when it is not there; public as ``claims.open``.

    Raises :class:`claims.errors.CaseError` for a file that is no case.
    """
    from claims.review import Case

    return CaseTables(Case.open(path, read_only=read_only, reviewer=reviewer))


def _chosen(table: pd.DataFrame, review_status: str) -> pd.DataFrame:
    for name in NUMBERS & set(table.columns):
        table[name] = pd.to_numeric(table[name])
    return table[table["review_status"] == review_status].reset_index(drop=True) if review_status else table
