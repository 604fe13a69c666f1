"""Rows of the three tables: what each column holds, and in which order rows stand.

Every cell is a string; an unknown value is the empty one. Meanings and standards: ``claim`` and its columns follow
schema.org Claim and ClaimReview, ``prefix`` and ``suffix`` the W3C Web Annotation selectors, dates are EDTF.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.export.book import Book, folded, reason_text, strongest_first
from claims.export.columns import CONFLICT_COLUMNS, NUMBERS, PRESETS, VERSION_COLUMNS
from claims.models import Article, Findings, Level, Review, Reviewed, Statement

_OPEN = Review()
_CONTEXT = 32  # characters before and after, as Web Annotation clients store them


def number(value: float | None) -> str:
    """A number without a needless fraction: 3 and not 3.0; empty when there is none."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.10g}"


def _copies(book: Book) -> tuple[dict[str, str], dict[str, int]]:
    """Which statement repeats which in a copied article, and how many sources carry the same words of a speaker."""
    duplicate: dict[str, str] = {}
    sources: dict[str, int] = {}
    for group in book.same_words.values():
        origins = set()
        for statement in group:
            article = book.articles[statement.article_id]
            originals = [other.id for other in group if other.article_id == article.duplicate_of]
            if article.duplicate_of and originals:
                duplicate[statement.id] = originals[0]
            else:
                origins.add(article.agency or article.publisher or article.id)
        for statement in group:
            sources[statement.id] = max(1, len(origins))
    return duplicate, sources


def _opponents(statement: Statement, book: Book) -> list[Statement]:
    """The statements in conflict with this one, strongest first; those only to be checked are left out."""
    conflicts = [conflict for conflict in book.conflicts_of.get(statement.id, []) if conflict.level is not Level.CHECK]
    others = [conflict.b if conflict.a == statement.id else conflict.a for conflict in strongest_first(conflicts)]
    return [book.statements[other] for other in dict.fromkeys(others)]


def claim_rows(findings: Findings, *, reviewed: Reviewed | None = None, names: bool = False) -> list[dict[str, str]]:
    """One row per statement with all columns, by topic, date and place; those without a topic last.

    ``reviewed`` are the decisions of humans, ``names`` puts the speaker's name before each id in ``conflicts_with``,
    for human readers.
    """
    book = Book.of(findings)
    reviews = reviewed.statements if reviewed else {}
    duplicate, sources = _copies(book)

    def order(statement: Statement) -> tuple[bool, str, str, str, str, int, str]:
        topic = book.topic_of.get(statement.id)
        article = book.articles[statement.article_id]
        label, topic_id = (topic.label.casefold(), topic.id) if topic else ("", "")
        where = (article.source_file, statement.char_start, statement.id)
        return (topic is None, label, topic_id, statement.claim_date.value, *where)

    rows = []
    for statement in sorted(findings.statements, key=order):
        article = book.articles[statement.article_id]
        speaker = book.speakers.get(statement.speaker_id)
        topic = book.topic_of.get(statement.id)
        quantity = statement.quantities[0] if statement.quantities else None
        against = _opponents(statement, book)
        listed = [f"{book.name(other)} ({other.id})" if names else other.id for other in against]
        rows.append(
            {
                "statement_id": statement.id,
                "topic_id": topic.id if topic else "",
                "topic": topic.label if topic else "",
                "speaker_id": statement.speaker_id,
                "speaker": book.name(statement),
                "speaker_as_written": statement.mention,
                "speaker_kind": statement.speaker_kind.value,
                "speaker_role": statement.speaker_role or (speaker.role if speaker else ""),
                "reported_via": " > ".join(statement.reported_via),
                "claim": statement.claim,
                "quote": statement.quote,
                "quote_type": statement.quote_type.value,
                "cue": statement.cue,
                "stance": statement.stance.value,
                "claim_date": statement.claim_date.value,
                "claim_date_basis": statement.claim_date.basis.value,
                "claim_date_text": statement.claim_date.text,
                "about_date": statement.about_date.value,
                "value": number(quantity.value) if quantity else "",
                "value_max": number(quantity.value_max) if quantity else "",
                "value_qualifier": quantity.qualifier.value if quantity else "",
                "unit": (quantity.unit or quantity.thing) if quantity else "",
                "language": statement.language,
                **_source_cells(article),
                "char_start": str(statement.char_start),
                "char_end": str(statement.char_end),
                "prefix": article.text[max(0, statement.char_start - _CONTEXT) : statement.char_start],
                "suffix": article.text[statement.char_end : statement.char_end + _CONTEXT],
                "duplicate_of": duplicate.get(statement.id, ""),
                "independent_sources": str(sources[statement.id]),
                "conflict_count": str(len(against)),
                "conflicts_with": ("; " if names else " ").join(listed),
                "confidence": number(round(statement.confidence, 3)),
                **_review_cells(reviews.get(statement.id, _OPEN)),
                "generated_by": statement.generated_by,
            }
        )
    return rows


def _source_cells(article: Article) -> dict[str, str]:
    """Where a statement stands."""
    return {
        "article_id": article.id,
        "source_title": article.title,
        "source_publisher": article.publisher,
        "source_published": article.published.value,
        "source_url": article.url,
        "archive_url": article.archive_url,
        "source_file": article.source_file,
        "source_sha256": article.sha256,
        "retrieved_at": article.retrieved_at,
        "page": number(article.page),
    }


def _review_cells(review: Review) -> dict[str, str]:
    """What humans decided on a statement."""
    return {
        "review_status": review.status.value,
        "verdict": review.verdict,
        "verdict_level": review.verdict_level.value,
        "evidence_urls": " ".join(review.evidence_urls),
        "notes": review.notes,
        "reviewer": review.reviewer,
        "reviewed_at": review.reviewed_at,
        "tags": "; ".join(review.tags),
    }


def conflict_rows(
    findings: Findings, *, reviewed: Reviewed | None = None, language: str = "en"
) -> list[dict[str, str]]:
    """One row per conflict, by level and score, with its reason in ``language`` and what ``reviewed`` says of it."""
    book = Book.of(findings)
    reviews = reviewed.conflicts if reviewed else {}
    labels = {topic.id: topic.label for topic in findings.topics}
    rows = []
    for conflict in strongest_first(findings.conflicts):
        row = {
            "conflict_id": conflict.id,
            "topic_id": conflict.topic_id,
            "topic": labels.get(conflict.topic_id, ""),
            "kind": conflict.kind.value,
            "level": conflict.level.value,
            "score": number(round(conflict.score, 3)),
            "reason": reason_text(conflict, language),
        }
        for side, statement_id in (("a", conflict.a), ("b", conflict.b)):
            statement = book.statements[statement_id]
            row |= {
                f"statement_{side}": statement.id,
                f"speaker_{side}": book.name(statement),
                f"date_{side}": statement.claim_date.value,
                f"claim_{side}": statement.claim,
                f"quote_{side}": statement.quote,
                f"url_{side}": book.articles[statement.article_id].url,
            }
        review = reviews.get(conflict.id, _OPEN)
        row |= {"review_status": review.status.value, "reviewer": review.reviewer}
        rows.append(row | {"reviewed_at": review.reviewed_at, "notes": review.notes})
    return rows


def version_rows(findings: Findings) -> list[dict[str, str]]:
    """What each side said on a topic, by date.

    ``changed_since_previous``: empty for the first, "no" when the words are the same, "yes" when the statement clashes
    with an earlier one of the same side, "unclear" when only the words differ.
    """
    book = Book.of(findings)
    said = [statement for statement in findings.statements if statement.id in book.topic_of]
    said.sort(
        key=lambda item: (
            book.topic_label(item).casefold(),
            book.topic_of[item.id].id,
            book.party(item).casefold(),
            item.claim_date.value,
            book.articles[item.article_id].source_file,
            item.char_start,
            item.id,
        )
    )
    earlier: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    rows = []
    for statement in said:
        before = earlier[book.topic_of[statement.id].id, book.party(statement)]
        clashing = {other.id for other in _opponents(statement, book)}
        if not before:
            changed = ""
        elif any(other.id in clashing for other in before):
            changed = "yes"
        else:
            changed = "no" if folded(before[-1].claim) == folded(statement.claim) else "unclear"
        before.append(statement)
        rows.append(
            {
                "topic": book.topic_label(statement),
                "party": book.party(statement),
                "date": statement.claim_date.value,
                "claim": statement.claim,
                "quote": statement.quote,
                "source_url": book.articles[statement.article_id].url,
                "changed_since_previous": changed,
            }
        )
    return rows


class Table(NamedTuple):
    """Headers and rows of text; ``numbers`` are the places of the columns that hold nothing but numbers."""

    headers: list[str]
    rows: list[list[str]]
    numbers: frozenset[int]


def tables(
    findings: Findings, *, reviewed: Reviewed | None = None, columns: str = "full", language: str = "en"
) -> dict[str, Table]:
    """The tables claims, conflicts and versions.

    ``columns`` is the preset of :data:`claims.export.columns.PRESETS` for claims, ``language`` words the reasons,
    ``reviewed`` are the decisions of humans.
    """
    return {
        "claims": _table(PRESETS[columns], claim_rows(findings, reviewed=reviewed, names=columns == "basic")),
        "conflicts": _table(CONFLICT_COLUMNS, conflict_rows(findings, reviewed=reviewed, language=language)),
        "versions": _table(VERSION_COLUMNS, version_rows(findings)),
    }


def _table(columns: Mapping[str, str] | Sequence[str], rows: Sequence[Mapping[str, str]]) -> Table:
    shown = columns if isinstance(columns, Mapping) else dict(zip(columns, columns, strict=True))
    return Table(
        list(shown),
        [[row[column] for column in shown.values()] for row in rows],
        frozenset(place for place, column in enumerate(shown.values()) if column in NUMBERS),
    )
