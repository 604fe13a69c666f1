"""The words that click itself says, in the language of the interface: headings of the help, complaints on misuse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from claims.wording import say


def speak(command: click.Command, language: str) -> None:
    """Let ``command`` head its help in ``language``."""
    headings = {"Options": say("help.options", language), "Commands": say("help.commands", language)}

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or f"{say('help.usage', language)} ")

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            with super().section(headings.get(name, name)):
                yield

    class Context(click.Context):
        formatter_class = Formatter

    command.context_class = Context
    command.options_metavar = say("help.options_mark", language)
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("help.verb_mark", language)
    option = command.get_help_option(Context(command))
    if option is not None:
        option.help = say("help.help", language)


def complaint(error: click.ClickException, language: str) -> str:
    """What was wrong about the call, in words."""
    if isinstance(error, click.MissingParameter):
        parameter = error.param
        context = error.ctx or click.get_current_context(silent=True)
        name = error.param_hint or (parameter.get_error_hint(context) if parameter and context else "")
        return say("error.missing", language, name=name if isinstance(name, str) else ", ".join(name))
    if isinstance(error, click.NoSuchOption):
        likely = ", ".join(sorted(error.possibilities or ()))
        key = "error.no_option_but" if likely else "error.no_option"
        return say(key, language, name=error.option_name, likely=likely)
    if isinstance(error, click.BadOptionUsage):
        return say("error.option_misused", language, name=error.option_name)
    if isinstance(error, click.BadParameter) and isinstance(getattr(error.param, "type", None), click.Choice):
        assert error.param is not None
        choices = ", ".join(map(str, error.param.type.choices))  # type: ignore[attr-defined]
        hint = error.param.get_error_hint(error.ctx) if error.ctx else str(error.param.name)
        return say("error.no_choice", language, name=hint, choices=choices)
    if isinstance(error, click.BadParameter) and isinstance(getattr(error.param, "type", None), click.IntRange):
        return say("error.no_number", language)
    if isinstance(error, click.BadParameter):
        return error.message
    if isinstance(error, click.UsageError) and error.ctx is not None and isinstance(error.ctx.command, click.Group):
        verbs = ", ".join(error.ctx.command.list_commands(error.ctx))
        return say("error.no_verb", language, verbs=verbs)
    return error.format_message()
