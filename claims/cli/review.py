"""``claims review``: the terminal interface, on a case or on articles that are given."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click
from click.core import ParameterSource

from claims.cli.options import case_option, given_options
from claims.cli.screen import Waiting
from claims.errors import InputError, SettingsError
from claims.settings import load_settings, settings_path
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

        if not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual reads the one and draws on the other
            raise InputError(say("error.no_terminal", language))
        named = context.get_parameter_source("case_file") is not ParameterSource.DEFAULT
        settings = load_settings()
        _check_keys(settings.keys, language)
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


def _check_keys(keys: Mapping[str, str], language: str) -> None:
    """Raise :class:`SettingsError` for a key that is given to no action of the interface."""
    from tui.keys import ARTICLE, ARTICLES, PEOPLE, REVIEW

    known = {action.name for action in (*REVIEW, *ARTICLE, *PEOPLE, *ARTICLES)}
    for name in keys:
        if name not in known:
            words = say("error.no_action", language, path=settings_path(), name=name, known=", ".join(sorted(known)))
            raise SettingsError(words)
