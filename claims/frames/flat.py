"""Models as rows of a table and back; dates as value, basis and words, spans and lists as JSON.

So a table survives a CSV file, and what a person filtered or corrected in it is what the next stage sees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import pandas as pd

from claims.errors import InputError
from claims.models import Article, Basis, Model, Segment, SegmentKind, Statement, When

Item = TypeVar("Item", bound=Model)
Row = dict[str, Any]

_DATES = ("published", "claim_date", "about_date")
_NESTED = ("segments", "claim_spans", "cue_span", "mention_span", "quantities", "reported_via")
ARTICLE_NAMES = {"id": "article_id"}
STATEMENT_NAMES = {"id": "statement_id"}
_FROM_ARTICLE = {
    "title": "source_title",
    "publisher": "source_publisher",
    "url": "source_url",
    "source_file": "source_file",
    "sha256": "source_sha256",
    "text": "source_text",
}


def flat(item: Model, names: dict[str, str]) -> Row:
    """A model as one row: dates as value, basis and words; spans and lists as JSON, so that a CSV file keeps them."""
    row: Row = {}
    for name, value in item.model_dump(mode="json").items():
        if name in _DATES:
            span = value["span"]
            row |= {name: value["value"], f"{name}_basis": value["basis"], f"{name}_text": value["text"]}
            row[f"{name}_span"] = json.dumps(span) if span else ""
        elif name in _NESTED:
            row[name] = json.dumps(value, ensure_ascii=False) if value else ""
        else:
            row[names.get(name, name)] = value
    return row


def model(kind: type[Item], row: Row, names: dict[str, str]) -> Item:
    """The model that :func:`flat` made the row of; columns that are not its fields are passed over."""
    values: Row = {}
    for name, field in kind.model_fields.items():
        column = names.get(name, name)
        if name in _DATES and name in row:
            basis = row.get(f"{name}_basis") or (Basis.EXPLICIT if row[name] else Basis.UNKNOWN)
            span = row.get(f"{name}_span")
            words = row.get(f"{name}_text", "")
            values[name] = When(value=row[name], basis=basis, text=words, span=json.loads(span) if span else None)
        elif name in _NESTED:
            if row.get(name):
                values[name] = json.loads(row[name])
        elif column in row and not (row[column] == "" and field.annotation is not str):
            values[name] = row[column]
    return kind.model_validate(values)


def columns_of(kind: type[Model], names: dict[str, str]) -> list[str]:
    """The columns that :func:`flat` gives a model of ``kind``."""
    columns: list[str] = []
    for name in kind.model_fields:
        parts = ("", "_basis", "_text", "_span") if name in _DATES else ("",)
        columns += [names.get(name, name) + part for part in parts]
    return columns


def article_table(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per article, all of its fields."""
    rows = [flat(article, ARTICLE_NAMES) for article in articles]
    return pd.DataFrame(rows, columns=columns_of(Article, ARTICLE_NAMES))


def rows_of(table: pd.DataFrame) -> Iterator[Row]:
    """The rows with empty strings for what is missing, as a CSV file gives them back."""
    for row in table.to_dict("records"):
        yield {str(name): "" if value is None or value != value else value for name, value in row.items()}


def need(table: pd.DataFrame, columns: Iterable[str], maker: str) -> None:
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise InputError(f"the table lacks the column {', '.join(missing)}; {maker} gives a table that has it")


def articles_in(given: pd.DataFrame | Iterable[Article]) -> list[Article]:
    if not isinstance(given, pd.DataFrame):
        return list(given)
    from claims.articles import article_from_text

    need(given, ("text",), "claims.read")
    found = []
    for row in rows_of(given):
        if {"article_id", "sha256", "segments"} <= row.keys():
            article = model(Article, row, ARTICLE_NAMES)
            found.append(article)
        else:
            known = ("title", "publisher", "published", "url", "language", "source_file")
            found.append(article_from_text(row["text"], **{name: str(row.get(name, "")) for name in known}))
    return found


def statement_table(statements: Sequence[Statement], articles: dict[str, Article]) -> pd.DataFrame:
    rows = []
    for statement in statements:
        article = articles[statement.article_id]
        row = flat(statement, STATEMENT_NAMES)
        row |= {column: getattr(article, name) for name, column in _FROM_ARTICLE.items()}
        row |= {"source_published": article.published.value, "source_published_basis": article.published.basis.value}
        rows.append(row)
    added = [*_FROM_ARTICLE.values(), "source_published", "source_published_basis"]
    return pd.DataFrame(rows, columns=[*columns_of(Statement, STATEMENT_NAMES), *added])


def statements_in(
    given: pd.DataFrame | Iterable[Statement], articles: Iterable[Article]
) -> tuple[list[Statement], dict[str, Article]]:
    """The statements and, by id, the articles that they stand in."""
    sources = {article.id: article for article in articles}
    if not isinstance(given, pd.DataFrame):
        said = list(given)
        lacking = sorted({statement.article_id for statement in said} - sources.keys())
        if lacking:
            raise InputError(f"the article {lacking[0]} of a statement was not given; pass articles=…")
        return said, sources
    required = ("statement_id", "article_id", "claim", "quote", "char_start", "char_end", "claim_spans", "language")
    need(given, (*required, "source_sha256", "source_text"), "claims.extract")
    said = []
    for row in rows_of(given):
        said.append(model(Statement, row, STATEMENT_NAMES))
        if row["article_id"] not in sources:
            sources[row["article_id"]] = _source(row)
    return said, sources


def _source(row: Row) -> Article:
    """The article as far as a row of statements tells."""
    published = row.get("source_published", "")
    basis = row.get("source_published_basis") or (Basis.EXPLICIT if published else Basis.UNKNOWN)
    return Article(
        id=row["article_id"],
        language=row["language"],
        published=When(value=published, basis=basis),
        segments=(Segment(start=0, end=len(row["source_text"]), kind=SegmentKind.BODY),),
        **{name: row.get(column, "") for name, column in _FROM_ARTICLE.items()},
    )
