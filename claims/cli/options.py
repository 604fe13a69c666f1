"""Options that several verbs share."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claims.wording import say

Verb = TypeVar("Verb", bound=Callable[..., Any])
Decorator = Callable[[Verb], Verb]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def case_option(language: str) -> Decorator[Any]:
    """``--case FILE``, else the environment's ``CLAIMS_CASE``, else claims.db here."""
    return click.option(
        "--case",
        "case_file",
        type=click.Path(dir_okay=False, path_type=Path),
        envvar="CLAIMS_CASE",
        default="claims.db",
        metavar="FILE",
        help=say("help.case", language),
    )


def json_option(language: str) -> Decorator[Any]:
    """``--json``."""
    return click.option("--json", "wants_json", is_flag=True, help=say("help.json", language))


def follow_option(language: str) -> Decorator[Any]:
    """``--follow``."""
    return click.option("--follow", is_flag=True, help=say("help.follow", language))


def given_options(language: str) -> Decorator[Any]:
    """What is given to text files that carry no date, outlet or address; collected by :func:`given_values`."""

    def a_date(context: click.Context, parameter: click.Parameter, value: str) -> str:
        if value and not _DATE.fullmatch(value):
            raise click.BadParameter(say("error.bad_date", language, value=value), context, parameter)
        return value

    options = (
        click.option("--published", default="", callback=a_date, metavar="DATE", help=say("help.published", language)),
        click.option("--publisher", default="", metavar="NAME", help=say("help.publisher", language)),
        click.option("--url", default="", metavar="URL", help=say("help.url", language)),
        click.option("--archive-url", default="", metavar="URL", help=say("help.archive_url", language)),
    )

    def decorate(verb: Verb) -> Verb:
        for option in reversed(options):
            verb = option(verb)
        return verb

    return decorate
