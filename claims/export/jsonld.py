"""Claims, and reviews of those with a verdict, as schema.org JSON-LD (types Claim and ClaimReview).

The address of the published review, which search engines ask for, is not known here and has to be added there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from claims.export.book import Book
from claims.export.files import write_whole
from claims.models import Findings, Review, Reviewed, ReviewStatus, SpeakerKind, Statement

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEB = re.compile(r"https?://\S+")


def write_jsonld(
    findings: Findings, path: Path, *, reviewed: Reviewed | None = None, columns: str = "full", language: str = "en"
) -> list[Path]:
    """Write ``path``; struck statements are left out, ``columns`` and ``language`` change nothing here.

    Raises :class:`InputError` when it cannot be written.
    """
    del columns, language
    graph = list(_graph(findings, reviewed or Reviewed()))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)
    text = text.replace("</", "<\\/")  # it is made to stand in a page, and no text may end the script that holds it
    write_whole(path, f"{text}\n".encode("utf-8", "replace"))
    return [path]


def _graph(findings: Findings, reviewed: Reviewed) -> Iterator[dict[str, object]]:
    book = Book.of(findings)
    for statement in sorted(findings.statements, key=lambda item: item.id):
        review = reviewed.statements.get(statement.id, Review())
        if review.status is ReviewStatus.STRUCK:
            continue
        yield _claim(statement, book)
        if review.verdict:
            yield _filled(
                {
                    "@type": "ClaimReview",
                    "claimReviewed": statement.claim,
                    "itemReviewed": {"@id": _id(statement)},
                    "reviewRating": {"@type": "Rating", "alternateName": review.verdict},
                    "author": {"@type": "Person", "name": review.reviewer},
                    "datePublished": review.reviewed_at[:10],
                    "citation": [address for address in review.evidence_urls if _WEB.fullmatch(address)],
                }
            )


def _claim(statement: Statement, book: Book) -> dict[str, object]:
    article = book.articles[statement.article_id]
    name = book.name(statement)
    kind = "Person" if statement.speaker_kind is SpeakerKind.PERSON else "Organization"
    said, published = statement.claim_date.value, article.published.value
    appearance = _filled(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "url": article.url if _WEB.fullmatch(article.url) else "",
            "archivedAt": article.archive_url if _WEB.fullmatch(article.archive_url) else "",
            "publisher": _filled({"@type": "Organization", "name": article.publisher}) if article.publisher else "",
            "datePublished": published if _DAY.fullmatch(published) else "",
        }
    )
    return _filled(
        {
            "@type": "Claim",
            "@id": _id(statement),
            "text": statement.claim,
            "inLanguage": statement.language,
            "author": {"@type": kind, "name": name} if name else "",
            "datePublished": said if _DAY.fullmatch(said) else "",
            "appearance": appearance,
        }
    )


def _id(statement: Statement) -> str:
    return f"urn:contraclaim:{statement.id}"


def _filled(values: dict[str, object]) -> dict[str, object]:
    """Without what is not known."""
    return {name: value for name, value in values.items() if value not in ("", [])}
