"""``claims doctor``: is the case whole, and what can be made whole again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from claims.cli.options import case_option
from claims.models import Skipped
from claims.safe import safe_text
from claims.wording import say


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("doctor", help=say("help.doctor", language))
    @case_option(language)
    @click.option("--repair", "repairing", is_flag=True, help=say("help.repair", language))
    def doctor(case_file: Path, repairing: bool) -> int:
        from claims.review.doctor import check, repair

        found = check(case_file, language)
        _say(found.faults, language)
        _say(found.remarks, language)
        if found.whole:
            click.echo(say("doctor.whole", language, path=safe_text(str(case_file))))
            return 0
        for backup in found.backups:
            click.echo(say("doctor.backup", language, path=safe_text(backup)))
        if not repairing:
            click.echo(say("case.repair", language), err=True)
            return 1
        done = repair(case_file, language)
        key = "doctor.salvaged" if done.salvaged else "doctor.rebuilt"
        values = done.model_dump() | {"path": safe_text(done.path)}
        click.echo(say(key, language, **values))
        return 0

    return doctor


def _say(items: Sequence[Skipped], language: str) -> None:
    for item in items:
        click.echo(safe_text(say(item.key, language, **item.values)))
