"""``claims check``: one shot, no case left behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from claims.cli.options import follow_option, given_options, json_option
from claims.cli.screen import Waiting, results
from claims.export import PRESETS
from claims.models import Findings, SegmentKind
from claims.safe import safe_text
from claims.wording import say, told

TOPICS, PAIRS = 20, 8  # shown unless more are asked for
_PARTS = {"boxes": SegmentKind.BOX, "captions": SegmentKind.CAPTION, "teasers": SegmentKind.TEASER}


def as_json(data: object) -> str:
    """JSON as text; on a terminal in ASCII, because it must not get the raw characters of an article."""
    return json.dumps(data, ensure_ascii=sys.stdout.isatty(), indent=2)


def findings_data(findings: Findings, language: str) -> dict[str, object]:
    """The findings for JSON: reasons worded, without the articles' full text."""
    data = findings.model_dump(mode="json", exclude={"articles": {"__all__": {"text", "segments"}}})
    for conflict in data["conflicts"]:
        for reason in conflict["reasons"]:
            reason["sentence"] = told(reason["key"], reason["values"], language)
    for item in (*data["skipped"], *data["notices"]):
        item["sentence"] = told(item["key"], item["values"], language)
    return data


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    def help_(key: str, number: int = 0) -> str:
        return say(f"help.{key}", language, number=number)

    @click.command("check", help=help_("check"))
    @click.argument("paths", nargs=-1, required=True, metavar="PATH|URL…")
    @click.option("--export", "folder", type=click.Path(path_type=Path), metavar="DIR", help=help_("export"))
    @click.option("--excel", is_flag=True, help=help_("excel"))
    @click.option("--columns", type=click.Choice(tuple(PRESETS)), default="full", help=help_("columns"))
    @json_option(language)
    @given_options(language)
    @follow_option(language)
    @click.option("--include", "include", multiple=True, type=click.Choice(tuple(_PARTS)), help=help_("include"))
    @click.option("--limit", type=click.IntRange(min=0), default=TOPICS, metavar="N", help=help_("limit", TOPICS))
    @click.option("--pairs", type=click.IntRange(min=0), default=PAIRS, metavar="N", help=help_("pairs", PAIRS))
    def check(
        paths: tuple[str, ...],
        folder: Path | None,
        excel: bool,
        columns: str,
        wants_json: bool,
        include: tuple[str, ...],
        limit: int,
        pairs: int,
        follow: bool,
        **given: str,
    ) -> int:
        from claims import articles
        from claims.pipeline import analyse
        from claims.settings import load_settings

        settings = load_settings()
        settings = settings.model_copy(update={"include": settings.include | {_PARTS[part] for part in include}})
        with Waiting(language) as waiting:
            read = articles.read(paths, given=articles.Given(**given), settings=settings, follow=follow)
            findings = analyse(read, settings, waiting, language=language)
        if wants_json:
            click.echo(as_json(findings_data(findings, language)))
        else:
            from claims.cli.view import Length, show_findings

            show_findings(findings, results(), language, Length(topics=limit, pairs=pairs))
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
