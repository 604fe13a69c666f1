"""The table of speakers who are one and speakers who are two, and how many of its rows come out right.

    python -m tests.speakers.same_or_other [--misses]

Two thirds of the rows, by the hash of their text, are open; of the rest only the figures are shown.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from claims.articles import article_from_text
from claims.models import Statement
from claims.speakers import resolve
from claims.speakers.identity import identify
from claims.statements import find
from tests.statements.constructions import aside

TABLE = tomllib.loads((Path(__file__).parent / "same_or_other.toml").read_text(encoding="utf-8"))


class Row(NamedTuple):
    """A text, words of two claims in it, and whether one speaker makes both."""

    text: str
    first: str
    second: str
    same: bool


class Figures(NamedTuple):
    """Rows decided rightly, wrongly taken for one, wrongly for two, and rows with a statement that was not found."""

    right: int
    merged: int
    parted: int
    unfound: int


def rows(language: str, *, hidden: bool) -> list[Row]:
    return [Row(*row) for row in TABLE[language] if aside(row[0]) == hidden]


def speakers(text: str, language: str) -> list[Statement]:
    article = article_from_text(text, publisher="Test", published="2025-05-06", language=language)
    marked, _ = identify(resolve(article, find(article)))
    return marked


def outcome(row: Row, language: str) -> str:
    """The name of the figure that the row counts for."""
    said = speakers(row.text, language)
    first = next((s for s in said if row.first in s.claim and s.speaker), None)
    second = next((s for s in said if row.second in s.claim and s.speaker and s is not first), None)
    if first is None or second is None:
        return "unfound"
    one = first.speaker_id == second.speaker_id
    return "right" if one == row.same else "merged" if one else "parted"


def figures(language: str, *, hidden: bool) -> Figures:
    outcomes = [outcome(row, language) for row in rows(language, hidden=hidden)]
    return Figures(*(outcomes.count(name) for name in Figures._fields))


def main() -> None:
    for language in ("de", "en"):
        for hidden in (False, True):
            print(language, "set aside" if hidden else "open", figures(language, hidden=hidden))
        for row in rows(language, hidden=False) if "--misses" in sys.argv else ():
            if outcome(row, language) != "right":
                print(f"  {outcome(row, language)}: {row.text}")
                for item in speakers(row.text, language):
                    print(f"      {item.mention!r} {item.speaker!r} ({item.speaker_kind}): {item.claim!r}")


if __name__ == "__main__":
    main()
