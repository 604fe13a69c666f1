"""``claims explain``: what two statements are to each other, also when they do not clash."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from claims.cli.check import as_json
from claims.cli.options import case_option, json_option
from claims.cli.screen import results
from claims.cli.sides import Sides
from claims.export.book import Book
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
        from claims.review import Case
        from claims.settings import load_settings

        with Case.open(case_file, read_only=True, create=False, settings=load_settings(), lang=language) as case:
            comparison = case.explain(first, second)
            head, *lines = case.explanation(first, second)
            findings = case.findings_about(first, second)
        if wants_json:
            click.echo(as_json(comparison.model_dump(mode="json")))
            return
        book = Book.of(findings)
        console = results()
        console.print(Text(safe_text(head).upper(), style="bold"))
        for line in lines:
            console.print(Text(safe_text(line)))
        console.print()
        sides = Sides(book, language, console)
        console.print(sides.both(book.statements[first], book.statements[second], comparison.reasons))

    return explain
