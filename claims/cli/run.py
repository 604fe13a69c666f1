"""``claims run``: analyse the articles of the case again; decisions are kept."""

from __future__ import annotations

from pathlib import Path

import click

from claims.cli.options import case_option
from claims.cli.screen import Waiting, results
from claims.cli.view import figures, show_list
from claims.wording import say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("run", help=say("help.run", language))
    @case_option(language)
    def run(case_file: Path) -> None:
        from claims.review import Case
        from claims.settings import load_settings

        settings = load_settings()
        with Case.open(case_file, create=False, settings=settings, lang=language) as case, Waiting(language) as waiting:
            findings = case.run(waiting)
        console = results()
        show_list(console, say("view.notices", language), findings.faults, language)
        show_list(console, say("view.skipped", language), findings.skipped, language)
        click.echo(figures(findings, language))

    return run
