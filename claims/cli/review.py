"""``claims review``: the terminal interface, on a case or on articles that are given."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.core import ParameterSource

from claims.cli.options import case_option, given_options
from claims.cli.screen import Waiting
from claims.errors import InputError
from claims.wording import say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("review", help=say("help.review", language))
    @click.argument("paths", nargs=-1, metavar="[PATH…]")
    @case_option(language)
    @given_options(language)
    @click.pass_context
    def review(context: click.Context, /, paths: tuple[str, ...], case_file: Path, **given: str) -> int:
        import tui
        from claims import articles
        from claims.review import Case
        from claims.settings import load_settings

        if not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual reads the one and draws on the other
            raise InputError(say("error.no_terminal", language))
        named = context.get_parameter_source("case_file") is not ParameterSource.DEFAULT
        settings = load_settings()
        if paths and not named:
            opened = Case.temporary(settings=settings, lang=language)
        else:
            opened = Case.open(case_file, settings=settings, lang=language)
        with opened as case:
            if paths:
                with Waiting(language) as waiting:
                    case.add(paths, given=articles.Given(**given), progress=waiting)
            tui.run(case, language=language, keys=settings.keys)
        return 0

    return review
