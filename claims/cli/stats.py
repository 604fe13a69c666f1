"""``claims stats``: figures of the case."""

from __future__ import annotations

from pathlib import Path

import click

from claims.cli.check import as_json
from claims.cli.options import case_option, json_option
from claims.wording import say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("stats", help=say("help.stats", language))
    @case_option(language)
    @json_option(language)
    def stats(case_file: Path, wants_json: bool) -> None:
        from claims.review import Case

        with Case.open(case_file, read_only=True, create=False, lang=language) as case:
            figures = case.stats()
        if wants_json:
            click.echo(as_json(figures.model_dump(mode="json")))
            return
        for name, value in figures:
            if name != "needs_run":
                click.echo(f"{say(f'stats.{name}', language):<{_width(language)}}  {value:>8}")
        if figures.needs_run:
            click.echo(say("stats.needs_run", language), err=True)

    return stats


def _width(language: str) -> int:
    from claims.wording import catalogue

    names = (words for key, words in catalogue(language).items() if key.startswith("stats.") and "needs" not in key)
    return max(map(len, names))
