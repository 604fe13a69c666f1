"""``claims explain``: what two statements are to each other, also when they do not clash."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from claims.cli.check import as_json
from claims.cli.options import case_option, json_option
from claims.cli.screen import results
from claims.cli.sides import Sides
from claims.errors import NotFoundError
from claims.export.book import Book
from claims.models import Comparison, Statement
from claims.safe import safe_text
from claims.wording import say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("explain", help=say("help.explain", language))
    @click.argument("first", metavar="A")
    @click.argument("second", metavar="B")
    @case_option(language)
    @json_option(language)
    def explain(first: str, second: str, case_file: Path, wants_json: bool) -> None:
        from claims.conflicts import compare
        from claims.review import Case
        from claims.settings import load_settings

        with Case.open(case_file, read_only=True, create=False, lang=language) as case:
            findings = case.findings()
        book = Book.of(findings)
        a, b = (_statement(book, given, language) for given in (first, second))
        comparison = compare(a, b, settings=load_settings())
        if wants_json:
            click.echo(as_json(comparison.model_dump(mode="json")))
            return
        console = results()
        sides = Sides(book, language, console)
        for line in _lines(comparison, language):
            console.print(line)
        console.print()
        console.print(sides.both(a, b, comparison.reasons))

    return explain


def _statement(book: Book, given: str, language: str) -> Statement:
    statement = book.statements.get(given)
    if statement is None:
        raise NotFoundError(say("error.no_such_id", language, id=safe_text(given)))
    return statement


def _lines(comparison: Comparison, language: str) -> list[Text]:
    """The verdict, every reason with what is equal and unsure, why it is no conflict, and the parts of the score."""
    level = say(f"level.{comparison.level.value}", language) if comparison.level else say("explain.none", language)
    kind = f" · {say(f'kind.{comparison.kind.value}', language)}" if comparison.kind else ""
    lines = [Text.assemble((level.upper(), "bold"), (f"{kind} · {comparison.score:.2f}", "dim"))]
    for reason in comparison.reasons:
        lines.append(Text(safe_text(say(reason.key, language, **reason.values)), style="bold"))
        for label, pairs in (("view.same", reason.equal), ("view.unsure", reason.unsure)):
            words = " ".join(say(key, language, **values) for key, values in pairs)
            if words:
                lines.append(Text.assemble((f"{say(label, language)} ", "dim"), safe_text(words)))
    for key, values in comparison.guards:
        words = say(key, language, **values)
        lines.append(Text.assemble((f"{say('explain.guard', language)} ", "dim"), safe_text(words)))
    parts = ", ".join(f"{name} {value:.2f}" for name, value in comparison.parts.items())
    if parts:
        lines.append(Text.assemble((f"{say('explain.parts', language)} ", "dim"), safe_text(parts)))
    return lines
