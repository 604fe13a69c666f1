"""``claims list``: what is in the case, one line each, for scripts and screen readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli.check import as_json
from claims.cli.options import case_option, json_option
from claims.export.book import LEVEL_ORDER
from claims.export.tables import claim_rows, conflict_rows
from claims.models import Findings, Level, Reviewed, ReviewStatus
from claims.safe import safe_text
from claims.wording import count, say

if TYPE_CHECKING:
    from claims.review.views import ArticleItem

Row = dict[str, str]


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""
    states = click.Choice([state.value for state in ReviewStatus])

    @click.command("list", help=say("help.list", language))
    @click.argument("what", type=click.Choice(tuple(_LINES)))
    @case_option(language)
    @click.option("--status", type=states, help=say("help.status", language))
    @click.option("--text", default="", metavar="WORDS", help=say("help.text", language))
    @json_option(language)
    def list_(what: str, case_file: Path, status: str | None, text: str, wants_json: bool) -> None:
        from claims.review import Case

        with Case.open(case_file, read_only=True, create=False, lang=language) as case:
            if what == "articles":
                rows = _articles(case.articles())
            else:
                rows = _ROWS[what](case.findings(), case.reviewed(), language)
        if status:
            rows = [row for row in rows if row.get("review_status") == status]
        lines = ["  ".join(part for part in _LINES[what](row, language) if part) for row in rows]
        words = text.casefold().split()
        shown = [place for place, line in enumerate(lines) if all(word in line.casefold() for word in words)]
        if wants_json:
            click.echo(as_json([rows[place] for place in shown]))
            return
        for place in shown:
            click.echo(safe_text(lines[place]))

    return list_


def _conflicts(findings: Findings, reviewed: Reviewed, language: str) -> list[Row]:
    return conflict_rows(findings, reviewed=reviewed, language=language)


def _statements(findings: Findings, reviewed: Reviewed, _language: str) -> list[Row]:
    return claim_rows(findings, reviewed=reviewed)


def _topics(findings: Findings, _reviewed: Reviewed, _language: str) -> list[Row]:
    """Topics, strongest first, with the number of statements and of conflicts."""
    strongest: dict[str, tuple[int, float]] = {}
    numbers: Counter[str] = Counter()
    for conflict in findings.conflicts:
        mark = (LEVEL_ORDER[conflict.level], -conflict.score)
        strongest[conflict.topic_id] = min(mark, strongest.get(conflict.topic_id, mark))
        numbers[conflict.topic_id] += conflict.level is not Level.CHECK
    order = sorted(findings.topics, key=lambda topic: (strongest.get(topic.id, (9, 0.0)), topic.label, topic.id))
    return [
        {
            "topic_id": topic.id,
            "topic": topic.label,
            "statements": str(len(topic.statement_ids)),
            "conflicts": str(numbers[topic.id]),
            "related": " ".join(topic.related),
        }
        for topic in order
    ]


def _speakers(findings: Findings, _reviewed: Reviewed, _language: str) -> list[Row]:
    """Speakers, those who said most first."""
    said = Counter(statement.speaker_id for statement in findings.statements)
    return [
        {
            "speaker_id": speaker.id,
            "speaker": speaker.name,
            "speaker_kind": speaker.kind.value,
            "speaker_role": speaker.role,
            "party": speaker.party,
            "aliases": "; ".join(speaker.aliases),
            "statements": str(said[speaker.id]),
        }
        for speaker in sorted(findings.speakers, key=lambda speaker: (-said[speaker.id], speaker.name, speaker.id))
    ]


def _articles(items: Sequence[ArticleItem]) -> list[Row]:
    """Articles in order of reading, older versions included, with what is to be known about them."""
    return [
        {
            "article_id": item.article.id,
            "published": item.article.published.value,
            "outlet": item.article.outlet,
            "title": item.article.title,
            "statements": str(item.statements),
            "version": str(item.version),
            "versions": str(item.versions),
            "superseded_by": item.superseded_by,
            "duplicate_of": item.article.duplicate_of,
            "url": item.article.url,
            "canonical_url": item.article.canonical_url,
            "archive_url": item.article.archive_url,
            "retrieved_at": item.article.retrieved_at,
            "source_file": item.article.source_file,
        }
        for item in items
    ]


def _article_line(row: Row, language: str) -> Iterator[str]:
    yield from (row["article_id"], row["published"], row["outlet"], row["title"])
    yield count(int(row["statements"]), "statements", language)
    if row["versions"] != "1":
        yield say("list.version", language, number=row["version"], of=row["versions"])
    if row["duplicate_of"]:
        yield say("list.copy", language, id=row["duplicate_of"])


def _conflict_line(row: Row, language: str) -> Iterator[str]:
    yield from (row["conflict_id"], say(f"level.{row['level']}", language), f"{float(row['score']):.2f}")
    yield say(f"status.{row['review_status']}", language)
    yield row["reason"]  # it names both speakers


def _statement_line(row: Row, language: str) -> Iterator[str]:
    yield from (row["statement_id"], row["claim_date"])
    yield f"{row['speaker'] or say('side.unknown_speaker', language)}: {row['claim']}"


def _topic_line(row: Row, language: str) -> Iterator[str]:
    yield from (row["topic_id"], row["topic"])
    yield count(int(row["statements"]), "statements", language)
    yield count(int(row["conflicts"]), "conflict", language)


def _speaker_line(row: Row, language: str) -> Iterator[str]:
    yield from (row["speaker_id"], row["speaker"], row["speaker_role"])
    yield count(int(row["statements"]), "statements", language)


_ROWS = {"conflicts": _conflicts, "topics": _topics, "statements": _statements, "speakers": _speakers}
_LINES = {
    "conflicts": _conflict_line,
    "topics": _topic_line,
    "statements": _statement_line,
    "speakers": _speaker_line,
    "articles": _article_line,
}
