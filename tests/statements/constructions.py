"""The table of ways to tell who says what, and how many of its rows the reader finds.

    python -m tests.statements.constructions [--misses]

Two thirds of the rows, by the hash of their text, are open; of the rest only the figures are shown.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from claims.articles import article_from_text
from claims.models import Statement
from claims.statements import find

TABLE = tomllib.loads((Path(__file__).parent / "constructions.toml").read_text(encoding="utf-8"))


class Row(NamedTuple):
    """A text, words of its speaker and words of the claim."""

    text: str
    speaker: str
    claim: str


class Figures(NamedTuple):
    """Rows found with their speaker, rows, statements beyond the rows, statements in silent texts, silent texts."""

    found: int
    rows: int
    extra: int
    told: int
    silent: int


def aside(text: str) -> bool:
    """Whether a text is set aside: every third by its hash."""
    return hashlib.blake2b(text.encode(), digest_size=4).digest()[0] % 3 == 0


def statements(text: str, language: str) -> list[Statement]:
    return find(article_from_text(text, publisher="Test", published="2025-05-06", language=language))


def rows(language: str, *, hidden: bool) -> list[Row]:
    return [Row(*row) for row in TABLE[language] if aside(row[0]) == hidden]


def silent(language: str, *, hidden: bool) -> list[str]:
    return [text for text in TABLE["silent"][language] if aside(text) == hidden]


def is_found(row: Row, found: list[Statement]) -> bool:
    return any(row.speaker in item.mention and row.claim in item.claim for item in found)


def figures(language: str, *, hidden: bool) -> Figures:
    table = rows(language, hidden=hidden)
    found = {row.text: statements(row.text, language) for row in table}
    wanted = Counter(row.text for row in table)
    quiet = silent(language, hidden=hidden)
    return Figures(
        sum(is_found(row, found[row.text]) for row in table),
        len(table),
        sum(max(0, len(found[text]) - wanted[text]) for text in found),
        sum(bool(statements(text, language)) for text in quiet),
        len(quiet),
    )


def main() -> None:
    for language in ("de", "en"):
        for hidden in (False, True):
            got = figures(language, hidden=hidden)
            print(language, "set aside" if hidden else "open", got)
        if "--misses" not in sys.argv:
            continue
        for row in rows(language, hidden=False):
            found = statements(row.text, language)
            if not is_found(row, found) or len(found) > sum(r.text == row.text for r in rows(language, hidden=False)):
                print(f"  {row.text} [{row.speaker} | {row.claim}]")
                for item in found:
                    print(f"      {item.generated_by} {item.mention!r}: {item.claim!r}")
        for text in silent(language, hidden=False):
            for item in statements(text, language):
                print(f"  silent {text} {item.generated_by} {item.mention!r}: {item.claim!r}")


if __name__ == "__main__":
    main()
