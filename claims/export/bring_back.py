"""Decisions and notes that somebody made in a spreadsheet, back into the case."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.export.csv_tables import unguarded
from claims.models import Model, Review, ReviewStatus, VerdictLevel

if TYPE_CHECKING:
    from claims.review import Case

Row = dict[str, str]

_LARGEST = 50_000_000  # bytes
_OF_CONFLICT = frozenset({"", "open", "later", "accepted", "dismissed"})
_OF_STATEMENT = frozenset({"", "open", "edited", "struck"})


class Imported(Model):
    """What became of the rows."""

    changed: int = 0
    unchanged: int = 0
    unknown: tuple[str, ...] = ()  # ids that the case does not have


def bring_back(case: Case, path: Path) -> Imported:
    """Apply the columns review_status and notes (of statements also verdict, verdict_level, evidence_urls and tags).

    The file is conflicts.csv or claims.csv as this package writes them, edited; semicolons and the encoding of an
    older Excel are understood. A column that is absent changes nothing. Each change is one act in the log of the case,
    under the name of its reviewer. The whole file is checked before the first one.

    Raises :class:`InputError` for a file that cannot be read, has no id column or holds an unknown status.
    """
    rows = list(_rows(path))
    reviewed = case.reviewed()
    findings = case.findings()
    conflicts = {conflict.id for conflict in findings.conflicts}
    statements = {statement.id for statement in findings.statements}
    changed = unchanged = 0
    unknown = []
    with case.together():
        for row in rows:
            conflict_id, statement_id = row.get("conflict_id", ""), row.get("statement_id", "")
            if conflict_id in conflicts:
                done = _decide(case, conflict_id, row, reviewed.conflicts.get(conflict_id, Review()))
            elif statement_id in statements:
                done = _judge(case, statement_id, row, reviewed.statements.get(statement_id, Review()))
            else:
                unknown.append(conflict_id or statement_id)
                continue
            changed += done
            unchanged += not done
    return Imported(changed=changed, unchanged=unchanged, unknown=tuple(unknown))


def _decide(case: Case, conflict_id: str, row: Row, now: Review) -> bool:
    done = _note(case, conflict_id, row, now)
    status = row.get("review_status", "")
    if status in ("", now.status.value):
        return done
    if status == ReviewStatus.ACCEPTED:
        case.accept(conflict_id)
    elif status == ReviewStatus.DISMISSED:
        case.dismiss(conflict_id)
    elif status == ReviewStatus.LATER:
        case.later(conflict_id)
    else:
        case.reopen(conflict_id)
    return True


def _judge(case: Case, statement_id: str, row: Row, now: Review) -> bool:
    done = _note(case, statement_id, row, now)
    before = (now.verdict, now.verdict_level.value, now.evidence_urls, now.tags)
    after = (
        row.get("verdict", before[0]),
        row.get("verdict_level", before[1]),
        tuple(row["evidence_urls"].split()) if "evidence_urls" in row else before[2],
        tuple(tag.strip() for tag in row["tags"].split(";") if tag.strip()) if "tags" in row else before[3],
    )
    if after != before:
        level = VerdictLevel(after[1])
        case.set_verdict(statement_id, verdict=after[0], level=level, evidence_urls=after[2], tags=after[3])
        done = True
    status = row.get("review_status", "")
    if status == ReviewStatus.STRUCK and now.status is not ReviewStatus.STRUCK:
        case.strike(statement_id)
        return True
    if status == ReviewStatus.OPEN and now.status is ReviewStatus.STRUCK:
        case.reopen(statement_id)
        return True
    return done


def _note(case: Case, object_id: str, row: Row, now: Review) -> bool:
    if row.get("notes", now.notes) == now.notes:
        return False
    case.note(object_id, row["notes"])
    return True


def _rows(path: Path) -> Iterator[Row]:
    """The rows, checked; cells as they were before they were guarded for the spreadsheet."""
    text = _text(path)
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if header.count(";") > header.count(",") else ","
    )
    names = reader.fieldnames or []
    if not {"conflict_id", "statement_id"} & set(names):
        raise InputError(f"{path}: has no column conflict_id or statement_id; give conflicts.csv or claims.csv")
    allowed = _OF_CONFLICT if "conflict_id" in names else _OF_STATEMENT
    for row in _read(reader):
        # a row that ends early says nothing about the columns it does not reach
        cells = {name: unguarded(value) for name, value in row.items() if name is not None and value is not None}
        where = f"{path}, line {reader.line_num}"
        if cells.get("review_status", "") not in allowed:
            words = ", ".join(sorted(allowed - {""}))
            raise InputError(f"{where}: review_status {cells['review_status']!r} is none of {words}; correct it")
        if cells.get("verdict_level", "") not in set(VerdictLevel):
            words = ", ".join(sorted(set(VerdictLevel) - {""}))
            raise InputError(f"{where}: verdict_level {cells['verdict_level']!r} is none of {words}; correct it")
        yield cells


def _read(reader: csv.DictReader[str]) -> Iterator[dict[str | None, str | None]]:
    before = csv.field_size_limit(_LARGEST)  # a quotation may be longer than the reader expects
    try:
        yield from reader
    finally:
        csv.field_size_limit(before)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: larger than {_LARGEST // 1_000_000} MB; this is no table of decisions")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")  # what Excel writes when not told otherwise
