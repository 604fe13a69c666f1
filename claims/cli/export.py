"""``claims export``: the tables of the case, with what was decided."""

from __future__ import annotations

from pathlib import Path

import click

from claims.cli.options import case_option
from claims.export import FORMS, PRESETS, form_of, write, write_csv
from claims.safe import safe_text
from claims.wording import say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("export", help=say("help.export_verb", language))
    @click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
    @case_option(language)
    @click.option("--format", "form", type=click.Choice(tuple(FORMS)), help=say("help.format", language))
    @click.option("--columns", type=click.Choice(tuple(PRESETS)), default="basic", help=say("help.columns", language))
    @click.option("--excel", is_flag=True, help=say("help.excel", language))
    def export(destination: Path, case_file: Path, form: str | None, columns: str, excel: bool) -> None:
        from claims.review import Case

        form = form or form_of(destination)
        with Case.open(case_file, read_only=True, create=False, lang=language) as case:
            findings, reviewed = case.findings(), case.reviewed()
        if excel and form == "csv":
            written = write_csv(
                findings, destination, reviewed=reviewed, columns=columns, excel=True, language=language
            )
        else:
            written = write(findings, destination, form, reviewed=reviewed, columns=columns, language=language)
        listed = ", ".join(safe_text(path.as_posix()) for path in written)
        click.echo(say("view.written", language, paths=listed), err=True)

    return export
