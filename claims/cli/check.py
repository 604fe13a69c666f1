"""``claims check``: one shot, no case left behind."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click

from claims.cli.screen import Waiting, results
from claims.export import PRESETS
from claims.models import Findings, SegmentKind
from claims.safe import safe_text
from claims.wording import say

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def as_json(findings: Findings, language: str) -> str:
    """The findings as JSON, reasons worded, without the articles' full text."""
    data = findings.model_dump(mode="json", exclude={"articles": {"__all__": {"text", "segments"}}})
    for conflict in data["conflicts"]:
        for reason in conflict["reasons"]:
            reason["sentence"] = say(reason["key"], language, **reason["values"])
    for item in (*data["skipped"], *data["notices"]):
        item["sentence"] = say(item["key"], language, **item["values"])
    # a terminal must not get the raw characters of an article
    return json.dumps(data, ensure_ascii=sys.stdout.isatty(), indent=2)


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    def help_(key: str) -> str:
        return say(f"help.{key}", language)

    def a_date(context: click.Context, parameter: click.Parameter, value: str) -> str:
        if value and not _DATE.fullmatch(value):
            raise click.BadParameter(say("error.bad_date", language, value=value), context, parameter)
        return value

    kinds = click.Choice([kind.value for kind in (SegmentKind.BOX, SegmentKind.CAPTION, SegmentKind.TEASER)])

    @click.command("check", help=help_("check"))
    @click.argument("paths", nargs=-1, required=True, metavar="PATH…")
    @click.option("--export", "folder", type=click.Path(path_type=Path), metavar="DIR", help=help_("export"))
    @click.option("--excel", is_flag=True, help=help_("excel"))
    @click.option("--columns", type=click.Choice(tuple(PRESETS)), default="full", help=help_("columns"))
    @click.option("--json", "wants_json", is_flag=True, help=help_("json"))
    @click.option("--published", default="", callback=a_date, metavar="DATE", help=help_("published"))
    @click.option("--publisher", default="", metavar="NAME", help=help_("publisher"))
    @click.option("--url", default="", help=help_("url"), metavar="URL")
    @click.option("--archive-url", default="", help=help_("archive_url"), metavar="URL")
    @click.option("--include", "include", multiple=True, type=kinds, help=help_("include"))
    @click.option("--limit", type=click.IntRange(min=0), default=20, metavar="N", help=help_("limit"))
    def check(
        paths: tuple[str, ...],
        folder: Path | None,
        excel: bool,
        columns: str,
        wants_json: bool,
        published: str,
        publisher: str,
        url: str,
        archive_url: str,
        include: tuple[str, ...],
        limit: int,
    ) -> int:
        from importlib import import_module

        from claims.pipeline import analyse
        from claims.settings import Settings

        articles = import_module("claims.articles")
        given = articles.Given(published=published, publisher=publisher, url=url, archive_url=archive_url)
        settings = Settings(include=frozenset(include))
        with Waiting(language) as waiting:
            findings = analyse(articles.read(paths, given=given, settings=settings), settings, waiting)
        if wants_json:
            click.echo(as_json(findings, language))
        else:
            from claims.cli.view import show_findings

            show_findings(findings, results(), language, limit=limit)
        if folder is not None and findings.articles:
            from claims.export import write_csv

            written = write_csv(findings, folder, columns=columns, excel=excel, language=language)
            listed = ", ".join(safe_text(path.as_posix()) for path in written)
            click.echo(say("view.written", language, paths=listed), err=True)
        if not findings.articles:
            click.echo(say("error.line", language, message=say("error.nothing_read", language)), err=True)
            return 1
        return 0

    return check
