"""Tables of articles: CSV and JSON lines, one row each, columns known by their names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from claims.articles.agencies import HeaderNames, data
from claims.articles.building import Own, build
from claims.articles.decoding import decode
from claims.articles.formats import Source
from claims.articles.metadata import given_date
from claims.articles.problems import Unreadable
from claims.models import Article, Basis, Skipped, When

MOST_ROWS = 200_000
MOST_STRANGE = 20  # columns that are named
LONGEST_CELL = 5_000_000  # characters
_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Article | Skipped]:
    """The articles of a table's rows, in order; a row that cannot be read is named by its number.

    Columns that stand for nothing are named once, after the rows: one of them may be a misspelt date.
    """
    text = decode(source.data, charset=source.charset)
    rows = _json_rows(text) if text.lstrip()[:1] in ("{", "[") else _csv_rows(text)
    strange: dict[str, None] = {}
    for number, row in rows:
        if len(strange) < MOST_STRANGE:
            strange.update(dict.fromkeys(column for column in row or () if column and not _field(column)))
        name = f"{source.name}:{number}"
        try:
            yield _article(row, source, name)
        except Unreadable as problem:
            yield problem.skipped(name)
    if strange:
        yield Unreadable("columns", columns=", ".join(strange)[:200]).skipped(source.name)


def _article(row: Mapping[str, str] | None, source: Source, name: str) -> Article:
    if row is None:
        raise Unreadable("broken", format="JSON")
    fields: dict[str, str] = {}
    for column, value in row.items():
        field = _field(column)
        if field and value:
            fields.setdefault(field, value.strip())
    if "text" not in fields:
        if not any(_field(column) == "text" for column in row):
            raise Unreadable("no_text_column", columns=", ".join(sorted(row))[:200])
        raise Unreadable("empty")
    stated = fields.get("published", "")
    value = given_date(stated)
    when = When(value=value, basis=Basis.EXPLICIT, text=stated) if value else When(text=stated)
    own = Own(
        title=fields.get("title", ""),
        publisher=fields.get("publisher", ""),
        published=when,
        url=fields.get("url", ""),
        archive_url=fields.get("archive_url", ""),
        author=fields.get("author", ""),
        agency=fields.get("agency", ""),
        language=fields.get("language", ""),
    )
    return build(fields["text"], own=own, given=source.given, source_file=name)


@lru_cache(maxsize=1_000)
def _field(column: str) -> str:
    """The field that a column's name stands for, empty for a column that is not needed."""
    name = column.strip().lower().removeprefix("source_").replace("_", "-")
    for one in data():
        if name in (word.lower() for word in one.text_columns):
            return "text"
        for field in HeaderNames.model_fields:
            known = [field.replace("_", "-"), *(word.lower() for word in getattr(one.header, field))]
            if name in known:
                return field
    return ""


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        lines = io.StringIO(text.lstrip("\ufeff"), newline="")
        # strict: behind a quotation mark that is never closed all rows would be read as one article
        reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
        if not any(_field(column) == "text" for column in reader.fieldnames or ()):
            raise Unreadable("no_text_column", columns=", ".join(reader.fieldnames or ())[:200])
        for number, row in enumerate(reader, start=2):
            if number > MOST_ROWS:
                raise Unreadable("too_many_rows", limit=str(MOST_ROWS))
            yield number, {column: value for column, value in row.items() if column and isinstance(value, str)}
    except csv.Error as error:
        raise Unreadable("broken", format="CSV") from error
    finally:
        csv.field_size_limit(before)


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, str] | None]]:
    """The objects of JSON lines, or of one JSON list; None for a line that is none."""
    if text.lstrip().startswith("["):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Unreadable("broken", format="JSON") from error
        items: Iterable[tuple[int, object]] = enumerate(found, start=1)
    else:
        items = _parsed(text)
    for number, item in items:
        if number > MOST_ROWS:
            raise Unreadable("too_many_rows", limit=str(MOST_ROWS))
        row = item if isinstance(item, dict) else None
        yield number, {str(key): str(value) for key, value in row.items() if value is not None} if row else None


def _parsed(text: str) -> Iterator[tuple[int, object]]:
    """The lines that are not empty, one at a time, with their numbers; None for one that is no JSON."""
    for number, line in enumerate(io.StringIO(text), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None
