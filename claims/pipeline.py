"""The order of the stages: the only place that knows it.

An article becomes statements by itself (:func:`extract`); speakers, topics and conflicts need them all
(:func:`relate`). Each stage is loaded when it is first used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from claims.models import Aliases, Article, Findings, Links, Statement
from claims.settings import Settings

Progress = Callable[[str, int, int], None]  # stage, done, of how many


def extract(article: Article, settings: Settings = Settings()) -> list[Statement]:
    """The statements of one article with speaker and dates as far as the article alone gives them."""
    found = import_module("claims.statements").find(article, settings=settings)
    resolved = import_module("claims.speakers").resolve(article, found)
    return list(import_module("claims.dates").date(article, resolved))


def relate(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    *,
    links: Links = Links(),
    aliases: Aliases = Aliases(),
    settings: Settings = Settings(),
) -> Findings:
    """Speakers across articles, topics and conflicts of all statements, under what a reviewer said."""
    identified, speakers = import_module("claims.speakers").identify(statements, aliases=aliases)
    grouped, topics = import_module("claims.topics").group(identified, articles=articles, links=links)
    conflicts = import_module("claims.conflicts").find(grouped, topics, settings=settings)
    return Findings(
        articles=tuple(articles),
        statements=tuple(grouped),
        speakers=tuple(speakers),
        topics=tuple(topics),
        conflicts=tuple(conflicts),
    )


def analyse(articles: Sequence[Article], settings: Settings = Settings(), progress: Progress | None = None) -> Findings:
    """Everything at once, without a case."""
    statements: list[Statement] = []
    for done, article in enumerate(articles):
        statements += extract(article, settings)
        if progress is not None:
            progress("extract", done + 1, len(articles))
    return relate(articles, statements, settings=settings)
