"""``claims add``: read and analyse into the case."""

from __future__ import annotations

from pathlib import Path

import click

from claims.cli.options import case_option, follow_option, given_options
from claims.cli.screen import Waiting, results
from claims.cli.view import show_list
from claims.wording import count, say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("add", help=say("help.add", language))
    @click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
    @case_option(language)
    @given_options(language)
    @follow_option(language)
    def add(paths: tuple[str, ...], case_file: Path, follow: bool, **given: str) -> int:
        from claims import articles
        from claims.review import Case
        from claims.settings import load_settings

        with Case.open(case_file, settings=load_settings(), lang=language) as case, Waiting(language) as waiting:
            report = case.add(paths, given=articles.Given(**given), follow=follow, progress=waiting)
        console = results()
        show_list(console, say("view.notices", language), report.notices, language)
        show_list(console, say("view.skipped", language), report.skipped, language)
        counts = [(len(report.added), "added"), (len(report.known), "known"), (len(report.skipped), "skipped")]
        click.echo(" · ".join(count(number, noun, language) for number, noun in counts))
        return 0 if report.added or report.known else 1

    return add
