"""A citation ready to paste: who said what, where and when it was printed."""

from __future__ import annotations

from claims.review import StatementView
from claims.wording import day, say


def citation(view: StatementView, language: str) -> str:
    """One paragraph; the words are the article's own, and what is not known is left out."""
    said, article = view.statement, view.article
    who = view.name or say("side.unknown_speaker", language)
    head = f"{who} ({view.role})" if view.role else who
    when = f", {day(said.claim_date.value, language)}" if said.claim_date.value else ""
    source = [part for part in (article.title, article.outlet) if part]
    if article.published.value:
        source.append(day(article.published.value, language))
    source += [url for url in (article.url, article.archive_url) if url]
    return f"{head}{when}: {said.quote}\n— {', '.join(source)}"
