"""``claims watch``: what appears in folders and at addresses goes into the case, until somebody stops it."""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli.options import case_option, follow_option, given_options
from claims.cli.screen import results
from claims.cli.view import show_list
from claims.safe import safe_text
from claims.wording import count, say

if TYPE_CHECKING:
    from claims.review.views import AddReport


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("watch", help=say("help.watch", language))
    @click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
    @case_option(language)
    @click.option(
        "--every", type=click.FloatRange(min=1), default=60, metavar="SECONDS", help=say("help.every", language)
    )
    @given_options(language)
    @follow_option(language)
    def watch(paths: tuple[str, ...], case_file: Path, every: float, follow: bool, **given: str) -> int:
        from claims import articles
        from claims.review import Case
        from claims.settings import load_settings

        with suppress(ValueError):  # not in the main thread
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        settings = load_settings()
        watching = articles.Watch(paths, given=articles.Given(**given), settings=settings, follow=follow)
        with Case.open(case_file, settings=settings, lang=language) as case:
            first = before = case.stats()
            try:
                while True:
                    report = case.add_found(watching.look())
                    now = case.stats()
                    _tell(report, now.conflicts - before.conflicts, language)
                    if before is first and [item.key for item in report.skipped] == ["skipped.missing"] * len(paths):
                        return 1  # a slip of the pen: there is nothing to watch
                    before = now
                    time.sleep(every)
            except KeyboardInterrupt:
                now = case.stats()
                added = now.articles + now.older_versions - first.articles - first.older_versions
                click.echo(say("watch.stopped", language, added=count(added, "added", language)), err=True)
        return 0

    return watch


def _tell(report: AddReport, more: int, language: str) -> None:
    """What one look brought; nothing where there was nothing new."""
    console = results()
    for article in report.added:
        click.echo(
            safe_text("  ".join(part for part in (article.published.value, article.outlet, article.title) if part))
        )
    show_list(console, say("view.notices", language), report.notices, language)
    show_list(console, say("view.skipped", language), report.skipped, language)
    if report.added:
        figures = [count(len(report.added), "added", language)]
        if more > 0:
            figures.append(count(more, "more_conflicts", language))
        click.echo(" · ".join(figures))
