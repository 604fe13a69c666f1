"""The table of cases across articles, and how many of its pairs come out as a careful reader expects.

python -m tests.speakers.across_articles [--misses]
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.articles import article_from_text
from claims.models import Statement
from claims.pipeline import extract, relate

TABLE = tomllib.loads((Path(__file__).parent / "across_articles.toml").read_text(encoding="utf-8"))
DAY = "2026-03-10"  # of the articles of a case without `dates`


def outcomes() -> Iterator[tuple[str, str]]:
    """For every pair "right", "merged", "parted" or "unfound", and the pair."""
    for case in TABLE["case"]:
        yield from _of(case)


def _of(case: dict[str, Any]) -> Iterator[tuple[str, str]]:
    dates = case.get("dates", [DAY] * len(case["articles"]))
    articles = [
        article_from_text(text.strip(), publisher=f"Outlet {n}", published=dates[n], language=language)
        for n, (language, text) in enumerate(case["articles"])
    ]
    said = relate(articles, [s for article in articles for s in extract(article)]).statements

    def find(place: str) -> Statement | None:
        number, words = place.split(":", 1)
        article = articles[int(number)].id
        return next((s for s in said if s.article_id == article and words in s.claim and s.speaker), None)

    for one, other, same in case["pairs"]:
        a, b = find(one), find(other)
        if a is None or b is None:
            yield "unfound", f"{case['name']}: {one} / {other}"
            continue
        joined = a.speaker_id == b.speaker_id
        result = "right" if joined == same else "merged" if joined else "parted"
        yield result, f"{case['name']}: {one} ({a.speaker}) / {other} ({b.speaker})"


def main() -> None:
    found = list(outcomes())
    print(dict(Counter(result for result, _ in found)))
    for result, pair in found if "--misses" in sys.argv else ():
        if result != "right":
            print(f"  {result}: {pair}")


if __name__ == "__main__":
    main()
