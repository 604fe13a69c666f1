"""``claims show``: everything about one conflict, topic, statement, speaker or article, as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from claims.cli.check import as_json
from claims.cli.options import case_option, json_option
from claims.cli.screen import results
from claims.cli.sides import Sides
from claims.cli.view import Length, conflict_parts, show_findings
from claims.errors import NotFoundError
from claims.export.book import Book, strongest_first
from claims.models import Findings, Model, Reviewed, Speaker, Statement, Topic
from claims.safe import safe_text
from claims.wording import day, say, told

if TYPE_CHECKING:
    from claims.review.views import ArticleView


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("show", help=say("help.show", language))
    @click.argument("object_id", metavar="ID")
    @case_option(language)
    @json_option(language)
    def show(object_id: str, case_file: Path, wants_json: bool) -> None:
        from claims.review import Case

        with Case.open(case_file, read_only=True, create=False, lang=language) as case:
            findings, reviewed = case.findings_about(object_id), case.reviewed()
            is_article = any(item.article.id == object_id for item in case.articles())
            view = case.article_view(object_id) if is_article else None
        console = results()
        if view is not None:
            click.echo(as_json(_article_data(view))) if wants_json else _print(console, _article(view, language))
            return
        sides = Sides(Book.of(findings), language, console)
        for kind in (findings.conflicts, findings.topics, findings.statements, findings.speakers):
            for item in kind:
                if item.id == object_id:
                    if wants_json:
                        click.echo(as_json(item.model_dump(mode="json")))
                    else:
                        _show(item, findings, reviewed, sides, console)
                    return
        raise NotFoundError(say("review.not_found", language, id=safe_text(object_id)))

    return show


def _show(item: Model, findings: Findings, reviewed: Reviewed, sides: Sides, console: Console) -> None:
    if isinstance(item, Topic):
        _show_topic(item, findings, console, sides.language)
    elif isinstance(item, Statement):
        _print(console, _statement(item, reviewed, sides))
    elif isinstance(item, Speaker):
        _print(console, _speaker(item, findings, sides))
    else:
        conflict = next(other for other in findings.conflicts if other is item)
        _print(console, conflict_parts(conflict, sides, reviewed.conflicts.get(conflict.id)))


def _print(console: Console, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        console.print(part)


def _show_topic(topic: Topic, findings: Findings, console: Console, language: str) -> None:
    """The topic as ``claims check`` prints it, with all its voices."""
    conflicts = tuple(conflict for conflict in findings.conflicts if conflict.topic_id == topic.id)
    only = findings.model_copy(update={"conflicts": conflicts, "notices": (), "skipped": ()})
    if conflicts:
        everything = Length(pairs=0, weak=len(conflicts), voices=len(topic.statement_ids))
        show_findings(only, console, language, everything, with_figures=False)
        return
    sides = Sides(Book.of(findings), language, console)
    console.print(Text(safe_text(topic.label), style="bold"))
    for statement_id in topic.statement_ids:
        console.print(Padding(sides.one_line(sides.book.statements[statement_id]), (0, 0, 0, 2)))


def _statement(statement: Statement, reviewed: Reviewed, sides: Sides) -> Iterable[RenderableType]:
    """The statement, where it stands, what it is part of and what was decided."""
    language, book = sides.language, sides.book
    article = book.articles[statement.article_id]
    yield sides.block(statement)
    yield Text()
    start = article.text.rfind("\n", 0, statement.char_start) + 1
    end = article.text.find("\n", statement.char_end)
    passage = article.text[start : end if end >= 0 else len(article.text)]
    review = reviewed.statements.get(statement.id)
    topic = book.topic_of.get(statement.id)
    against = strongest_first(book.conflicts_of.get(statement.id, []))
    lines = [
        ("passage", passage if passage != statement.quote else ""),
        ("stance", say(f"stance.{statement.stance.value}", language)),
        ("claim", statement.claim),
        ("article", " · ".join(part for part in (article.title, article.url, article.source_file) if part)),
        ("place", f"{statement.char_start}–{statement.char_end}"),
        ("rule", statement.generated_by),
        ("topic", f"{topic.label} ({topic.id})" if topic else ""),
        ("conflicts", ", ".join(conflict.id for conflict in against)),
        ("status", say(f"status.{review.status.value}", language) if review else ""),
        ("verdict", review.verdict if review else ""),
        ("notes", review.notes if review else ""),
    ]
    for key, value in lines:
        if value:
            yield Text.assemble((f"{say(f'field.{key}', language)} ", "dim"), safe_text(value))


def _article_data(view: ArticleView) -> dict[str, object]:
    """The article for JSON: what is known about it, without its text."""
    data = view.item.article.model_dump(mode="json", exclude={"text", "segments"})
    return data | {
        "superseded_by": view.item.superseded_by,
        "versions": [item.article.id for item in view.versions],
        "gone": list(view.gone),
        "added": list(view.added),
        "copies": list(view.copies),
        "statements": [item.statement.id for item in view.statements],
    }


def _article(view: ArticleView, language: str) -> Iterable[RenderableType]:
    """Where the article comes from, its versions with what changed, and who says what in it."""
    article = view.item.article
    yield Text(safe_text(article.title or article.outlet), style="bold")
    published = " · ".join(part for part in (day(article.published.value, language), article.published.text) if part)
    lines = [
        ("publisher", " · ".join(part for part in (article.publisher, article.agency, article.author) if part)),
        ("published", published),
        ("url", article.url),
        ("canonical", article.canonical_url if article.canonical_url != article.url else ""),
        ("archive", article.archive_url),
        ("retrieved", article.retrieved_at),
        ("file", article.source_file if article.source_file != article.url else ""),
        ("copies", ", ".join(view.copies)),
    ]
    for key, value in lines:
        if value:
            yield Text.assemble((f"{say(f'field.{key}', language)} ", "dim"), safe_text(value))
    for notice in view.item.notices:
        yield Text(safe_text(told(notice.key, notice.values, language)), style="dim")
    if len(view.versions) > 1:
        for item in view.versions:
            number = say("list.version", language, number=item.version, of=item.versions)
            here = "→ " if item.article.id == article.id else "  "
            parts = (item.article.id, item.article.published.value, item.article.retrieved_at, item.article.source_file)
            yield Text(safe_text(here + "  ".join(part for part in (number, *parts) if part)))
    for sign, changed in (("−", view.gone), ("+", view.added)):
        for line in changed:
            yield Text(safe_text(f"{sign} {line}"))
    for one in view.statements:
        yield Padding(Text(safe_text(f"{one.statement.id}  {one.name}: {one.statement.claim}")), (0, 0, 0, 2))


def _speaker(speaker: Speaker, findings: Findings, sides: Sides) -> Iterable[RenderableType]:
    """The speaker, every spelling, and what they said by date."""
    yield Text(safe_text(speaker.name), style="bold")
    others = "; ".join(name for name in speaker.aliases if name != speaker.name)
    for key, value in (("role", speaker.role), ("party", speaker.party), ("aliases", others)):
        if value:
            yield Text.assemble((f"{say(f'field.{key}', sides.language)} ", "dim"), safe_text(value))
    said = [statement for statement in findings.statements if statement.speaker_id == speaker.id]
    for statement in sorted(said, key=lambda item: (item.claim_date.value, item.id)):
        yield Padding(sides.one_line(statement), (0, 0, 0, 2))
