"""Who speaks, measured on own short articles of many sorts: tests/gold/resolution/*.txt.

Each marked mention becomes a statement; its speaker must be one of the names given (``=``: the mention as written).
Case of the first letter and articles do not count.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claims.models import Article, Segment, SegmentKind, Span, Statement
from claims.speakers import given_names, resolve

FOLDER = Path(__file__).parent.parent / "gold" / "resolution"
MARK = re.compile(r"\[\[([^\]]+)\]\]")
FLOOR = 0.93


def load(path: Path) -> tuple[Article, list[Statement], list[tuple[str, ...]]]:
    """The article with its marks taken out, a statement per mark, and the names accepted for each."""
    header, _, marked = path.read_text(encoding="utf-8").partition("\n\n")
    language = re.search(r"language: (\w+)", header).group(1)  # type: ignore[union-attr]
    pieces, places, wanted, at = [], [], [], 0
    for number, part in enumerate(MARK.split(marked)):
        mention, *names = part.split("|") if number % 2 else (part,)
        if number % 2:
            places.append(Span(at, at + len(mention)))
            wanted.append(tuple(mention if name == "=" else name for name in names))
        pieces.append(mention)
        at += len(mention)
    text = "".join(pieces)
    segments = tuple(
        Segment(start=match.start(), end=match.end(), kind=SegmentKind.BODY) for match in re.finditer(r"[^\n]+", text)
    )
    article = Article(id=path.stem, text=text, language=language, sha256="0", segments=segments)
    statements = [
        Statement(
            id=f"{path.stem}.{number}",
            article_id=article.id,
            language=language,
            quote=text[span.start : span.end],
            char_start=span.start,
            char_end=span.end,
            claim=text[span.start : span.end],
            claim_spans=(span,),
            mention=text[span.start : span.end],
            mention_span=span,
        )
        for number, span in enumerate(places)
    ]
    return article, statements, wanted


def wrong(path: Path) -> tuple[int, list[str]]:
    """How many mentions an article has and which of them are resolved to somebody else."""
    article, statements, wanted = load(path)
    misses = [
        f"{path.stem}: {found.mention!r} is {found.speaker!r}, want {names[0]!r}"
        for found, names in zip(resolve(article, statements), wanted, strict=True)
        if found.speaker.lower() not in {name.lower() for name in names}
    ]
    return len(statements), misses


@pytest.mark.parametrize("language", ["de", "en"])
def test_resolution(language: str) -> None:
    results = [wrong(path) for path in sorted(FOLDER.glob(f"{language}_*.txt"))]
    total = sum(count for count, _ in results)
    misses = [miss for _, found in results for miss in found]
    assert 1 - len(misses) / total >= FLOOR, "\n".join(misses)


def test_there_are_enough_articles_of_enough_sorts() -> None:
    heads = [path.read_text(encoding="utf-8").split("\n", 1)[0] for path in FOLDER.glob("*.txt")]
    assert sum("language: de" in head for head in heads) >= 15
    assert sum("language: en" in head for head in heads) >= 10
    assert len({head.rpartition("sort: ")[2] for head in heads}) >= 8


@pytest.mark.parametrize("language", ["de", "en"])
def test_resolution_does_not_depend_on_known_given_names(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_names, "_given_genders", dict)
    given_names.is_given_name.cache_clear()
    try:
        results = [wrong(path) for path in sorted(FOLDER.glob(f"{language}_*.txt"))]
    finally:
        given_names.is_given_name.cache_clear()
    assert 1 - sum(len(misses) for _, misses in results) / sum(count for count, _ in results) >= FLOOR
