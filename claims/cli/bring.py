"""``claims import``: decisions and notes from an edited table back into the case."""

from __future__ import annotations

from pathlib import Path

import click

from claims.cli.options import case_option
from claims.safe import safe_text
from claims.wording import count, say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("import", help=say("help.import", language))
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    @case_option(language)
    @click.option("--reviewer", default="", metavar="NAME", help=say("help.reviewer", language))
    def bring(file: Path, case_file: Path, reviewer: str) -> None:
        from claims.export.bring_back import bring_back
        from claims.review import Case

        with Case.open(case_file, create=False, reviewer=reviewer, lang=language) as case:
            done = bring_back(case, file)
        for unknown in done.unknown:
            click.echo(say("import.unknown", language, id=safe_text(unknown)), err=True)
        click.echo(f"{count(done.changed, 'changed', language)} · {count(done.unchanged, 'unchanged', language)}")

    return bring
