"""Two values of one fact in two articles, from reading to conflict: how often, since when, until when, by how much."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.articles import article_from_text, read
from claims.models import Level
from claims.pipeline import analyse

FACTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "two_values.toml").read_text(encoding="utf-8"))[
    "facts"
]


def shown(fact: dict[str, Any], other: str, folder: Path) -> bool:
    """Whether what the two articles say is shown as a conflict."""
    paths = []
    for number, (lead, said) in enumerate(zip(fact["leads"], (fact["say"], other), strict=True)):
        path = folder / f"{number}.txt"
        path.write_text(
            f"Title: {lead.split('.')[0]}\nPublished: 2026-03-0{3 + number}\n\n{lead} {said}\n", encoding="utf-8"
        )
        paths.append(str(path))
    return any(conflict.level in (Level.CONFLICT, Level.SHIFT) for conflict in analyse(read(paths)).conflicts)


@pytest.mark.parametrize(("want", "least", "most"), [("clash", 0.82, 1.0), ("near", 0.0, 0.1)])
def test_values_of_one_fact(want: str, least: float, most: float, tmp_path: Path) -> None:
    pairs = [(fact, other) for fact in FACTS for other in fact[want]]
    found = [other for fact, other in pairs if shown(fact, other, tmp_path)]
    assert len(pairs) > 50
    assert least <= len(found) / len(pairs) <= most, found


def test_a_count_is_shown_with_the_noun_that_it_counts() -> None:
    text = (
        "The mayor said it is the third leak this year. "
        "The operator said the leak was small and there has been only one leak."
    )
    article = article_from_text(text, publisher="Test", published="2026-03-04", language="en")
    found = analyse([article])
    (conflict,) = found.conflicts
    spans = (conflict.reasons[0].span_a, conflict.reasons[0].span_b)
    assert "only one leak" in [text[span.start : span.end] for span in spans], spans
