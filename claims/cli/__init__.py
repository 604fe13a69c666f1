"""The command line: one small module per verb, loaded only when it is called.

Results go to stdout, talk to stderr. Exit codes: 0 done, 1 could not, 2 misuse.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from claims import __version__
from claims.cli.chrome import complaint, speak
from claims.errors import ClaimsError
from claims.safe import safe_text
from claims.wording import LANGUAGES, interface_language, say

VERBS = {
    "check": "claims.cli.check",
    "add": "claims.cli.add",
    "watch": "claims.cli.watch",
    "review": "claims.cli.review",
    "list": "claims.cli.lists",
    "show": "claims.cli.show",
    "explain": "claims.cli.explain",
    "export": "claims.cli.export",
    "run": "claims.cli.run",
    "stats": "claims.cli.stats",
    "people": "claims.cli.people",
    "tune": "claims.cli.tune",
    "import": "claims.cli.bring",
    "doctor": "claims.cli.doctor",
}
"""Each verb and its module, which offers ``command(language) -> click.Command``."""


class _Verbs(click.Group):
    """Loads a verb's module when it is called."""

    def __init__(self, language: str) -> None:
        version = click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=say("help.version", language),
        )
        super().__init__("claims", help=say("help.claims", language), params=[language_option(language), version])
        self.language = language
        speak(self, language)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        command = importlib.import_module(VERBS[cmd_name]).command(self.language)
        assert isinstance(command, click.Command)
        command.params.append(language_option(self.language))
        speak(command, self.language)
        return command


def command_line(language: str) -> click.Group:
    """The whole command line with its help in ``language``."""
    return _Verbs(language)


def language_option(language: str) -> click.Option:
    """``--lang``: already read by :func:`main`, declared so that it is checked and stands in the help."""
    return click.Option(
        ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say("help.lang", language), metavar="de|en"
    )


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"contraclaim {__version__}")
        context.exit()


def _language(arguments: Sequence[str]) -> str:
    """The interface language that the arguments or the environment ask for, before anything is parsed."""
    given = None
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            given = arguments[position + 1]
        elif argument.startswith("--lang="):
            given = argument.removeprefix("--lang=")
    return interface_language(given if given in LANGUAGES else None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``arguments`` are ``sys.argv[1:]`` unless given."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow encoding shall cost a character and not the run
    language = "en"
    try:
        language = _language(arguments)
        group = command_line(language)
        result = group.main(arguments, prog_name="claims", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Abort:
        click.echo(say("error.stopped", language), err=True)
        return 130
    except click.ClickException as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            click.echo(error.format_message(), err=True)
        else:
            context = getattr(error, "ctx", None)
            if context is not None:
                click.echo(context.get_usage(), err=True)
            click.echo(say("error.line", language, message=safe_text(complaint(error, language))), err=True)
        return error.exit_code
    except ClaimsError as error:
        click.echo(say("error.line", language, message=safe_text(str(error))), err=True)
        return error.exit_code
    except OSError as error:
        # Nobody reads any more, or the disk is full: Python must not complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            problem = say("error.system", language, problem=error.strerror or str(error))
            click.echo(say("error.line", language, message=safe_text(problem)), err=True)
        return 1
