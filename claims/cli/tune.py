"""``claims tune``: the kinds of conflict weighed by what was accepted and dismissed; shown, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli.check import as_json
from claims.cli.options import case_option, json_option
from claims.wording import say

if TYPE_CHECKING:
    from claims.review.views import Tuning


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("tune", help=say("help.tune", language))
    @case_option(language)
    @click.option("--reset", is_flag=True, help=say("help.tune_reset", language))
    @click.option("--dry-run", is_flag=True, help=say("help.tune_dry_run", language))
    @json_option(language)
    def tune(case_file: Path, reset: bool, dry_run: bool, wants_json: bool) -> None:
        from claims.review import Case
        from claims.settings import load_settings

        settings = load_settings()
        with Case.open(case_file, read_only=dry_run, create=False, settings=settings, lang=language) as case:
            report = case.untune(dry_run=dry_run) if reset else case.tune(dry_run=dry_run)
        if wants_json:
            click.echo(as_json(report.model_dump(mode="json")))
            return
        for line in _table(report, language):
            click.echo(line)
        outcome = "same" if not report.changed else "dry" if dry_run else "reset" if reset else "done"
        click.echo(say(f"tune.{outcome}", language), err=True)

    return tune


def _table(report: Tuning, language: str) -> list[str]:
    """Kind, weight before and after, number of decisions; the pairs that change."""
    rows = [(say("tune.kind", language), say("tune.weight", language), say("tune.from", language))]
    rows += [
        (say(f"kind.{item.kind.value}", language), f"{item.before:.2f} → {item.after:.2f}", str(item.decisions))
        for item in report.kinds
    ]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"{kind:<{first}}  {weight:<{second}}  {decisions}" for kind, weight, decisions in rows]
    return [*lines, say("tune.effect", language, rising=report.rising, falling=report.falling)]
