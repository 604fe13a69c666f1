"""The report that an editor reads: what each side said by date, then the pairs that clash, as HTML or Markdown.

Both forms come from one outline; what differs is how text is escaped and marked. Nothing from an article can become
markup: everything is escaped, links are only http and https, and the page forbids scripts and requests.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from claims.export.book import Book, reason_text, strongest_first
from claims.export.files import write_whole
from claims.models import Conflict, Findings, Level, Reason, Review, Reviewed, ReviewStatus, Span, Statement, Topic
from claims.safe import safe_text
from claims.wording import count, day, say, told

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;
border-top:1px solid #ccc}.pair{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;margin:.5rem 0 2rem}
.pair>div{border-left:3px solid #888;padding-left:.8rem}mark{background:#ffe08a}.small{color:#555;font-size:.9rem}
blockquote{margin:.4rem 0}@media(max-width:45rem){.pair{grid-template-columns:1fr}}
""".strip()


class _Form(NamedTuple):
    """How one form of the report writes things."""

    text: Callable[[str], str]
    mark: Callable[[str], str]  # of escaped text
    link: Callable[[str, str], str]  # escaped words, address
    strong: Callable[[str], str]


def write_html(
    findings: Findings, path: Path, *, reviewed: Reviewed | None = None, columns: str = "full", language: str = "en"
) -> list[Path]:
    """Write the report as one self-contained page; dismissed conflicts and struck statements are left out.

    ``columns`` changes nothing here. Raises :class:`InputError` when it cannot be written.
    """
    del columns
    out = _Outline(findings, reviewed or Reviewed(), language, _HTML)
    title = out.form.text(say("report.title", language))
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n<h1>{title}</h1>\n"
        + "".join(f"<p>{line}</p>\n" for line in out.head())
    )
    for topic, conflicts in out.topics():
        page += f"<h2>{out.form.text(topic.label)}</h2>\n<table>\n"
        for cells in out.versions(topic):
            page += f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
        page += "</table>\n"
        for conflict in conflicts:
            page += f"<h3>{out.reason(conflict)}</h3>\n"
            page += "".join(f'<p class="small">{line}</p>\n' for line in out.notes(conflict))
            sides = "".join(
                f'<div>{name}<br><span class="small">{where}</span><blockquote>{quote}</blockquote></div>\n'
                for name, where, quote in out.sides(conflict)
            )
            page += f'<div class="pair">\n{sides}</div>\n'
    write_whole(path, f"{page}</html>\n".encode("utf-8", "replace"))
    return [path]


def write_markdown(
    findings: Findings, path: Path, *, reviewed: Reviewed | None = None, columns: str = "full", language: str = "en"
) -> list[Path]:
    """The same report as Markdown (CommonMark with tables)."""
    del columns
    out = _Outline(findings, reviewed or Reviewed(), language, _MARKDOWN)
    lines = [f"# {out.form.text(say('report.title', language))}", "", "  \n".join(out.head())]
    for topic, conflicts in out.topics():
        lines += ["", f"## {out.form.text(topic.label)}", ""]
        lines += [f"| {' | '.join(map(out.form.text, out.headers()))} |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(cells)} |" for cells in out.versions(topic)]
        for conflict in conflicts:
            lines += ["", f"### {out.reason(conflict)}", ""]
            lines += [f"{line}  " for line in out.notes(conflict)]
            for name, where, quote in out.sides(conflict):
                lines += ["", f"{name}  ", where, "", f"> {quote}"]
    write_whole(path, ("\n".join(lines) + "\n").encode("utf-8", "replace"))
    return [path]


class _Outline:
    """What the report says, in the pieces of one form."""

    def __init__(self, findings: Findings, reviewed: Reviewed, language: str, form: _Form) -> None:
        self.findings = findings
        self.reviewed = reviewed
        self.language = language
        self.form = form
        self.book = Book.of(findings)

    def head(self) -> Iterator[str]:
        findings, language = self.findings, self.language
        numbers = (
            count(len(findings.articles), "articles", language),
            count(len(findings.statements), "statements", language),
            count(sum(item.level is not Level.CHECK for item in findings.conflicts), "conflict", language),
        )
        yield self.form.text(" · ".join(numbers))
        yield self.form.text(say("report.no_verdict", language))
        for fault in findings.faults:
            yield self.form.text(f"{fault.source}: {told(fault.key, fault.values, language)}")

    def headers(self) -> list[str]:
        return [say(f"report.{name}", self.language) for name in ("party", "date", "claim", "source")]

    def topics(self) -> Iterator[tuple[Topic, list[Conflict]]]:
        """Topics with a conflict that nobody dismissed, the strongest first."""
        by_topic: dict[str, list[Conflict]] = {}
        for conflict in strongest_first(self.findings.conflicts):
            review = self.reviewed.conflicts.get(conflict.id, Review())
            if conflict.level is not Level.CHECK and review.status is not ReviewStatus.DISMISSED:
                by_topic.setdefault(conflict.topic_id, []).append(conflict)
        topics = {topic.id: topic for topic in self.findings.topics}
        for topic_id, conflicts in by_topic.items():
            yield topics[topic_id], conflicts

    def versions(self, topic: Topic) -> Iterator[list[str]]:
        """Side, date, claim and source of each statement, by side and date."""
        said = [self.book.statements[member] for member in topic.statement_ids]
        said.sort(key=lambda item: (self.book.party(item).casefold(), item.claim_date.value, item.id))
        for statement in said:
            review = self.reviewed.statements.get(statement.id, Review())
            if review.status is not ReviewStatus.STRUCK:
                party = self.form.text(self.book.party(statement))
                date = self.form.text(day(statement.claim_date.value, self.language))
                yield [party, date, self.form.text(statement.claim), self.source(statement)]

    def reason(self, conflict: Conflict) -> str:
        level = say(f"level.{conflict.level.value}", self.language)
        return self.form.text(f"{level}: {reason_text(conflict, self.language)}")

    def notes(self, conflict: Conflict) -> Iterator[str]:
        first = conflict.reasons[0]
        for key, pairs in (("view.same", first.equal), ("view.unsure", first.unsure)):
            words = " ".join(told(name, values, self.language) for name, values in pairs)
            if words:
                yield self.form.text(f"{say(key, self.language)} {words}")
        review = self.reviewed.conflicts.get(conflict.id, Review())
        if review.version:
            status = say(f"status.{review.status.value}", self.language)
            yield self.form.text(" · ".join(part for part in (status, review.reviewer, review.notes) if part))

    def sides(self, conflict: Conflict) -> Iterator[tuple[str, str, str]]:
        """Name, source line and marked quote of both sides."""
        for statement_id, side in ((conflict.a, 0), (conflict.b, 1)):
            statement = self.book.statements[statement_id]
            name = self.book.name(statement) or say("side.unknown_speaker", self.language)
            role = f", {statement.speaker_role}" if statement.speaker_role not in ("", name) else ""
            date = day(statement.claim_date.value, self.language)
            spans = [_span(reason, side) for reason in conflict.reasons]
            head = f"{self.form.strong(self.form.text(name))}{self.form.text(role)}"
            where = f"{self.form.text(date)} · {self.source(statement)}" if date else self.source(statement)
            yield head, where, self.quote(statement, spans)

    def source(self, statement: Statement) -> str:
        article = self.book.articles[statement.article_id]
        words = article.publisher or article.title or article.source_file
        published = day(article.published.value, self.language)
        shown = self.form.text(f"{words}, {published}" if published else words)
        return self.form.link(shown, article.url) if re.fullmatch(r"https?://\S+", article.url) else shown

    def quote(self, statement: Statement, spans: list[Span]) -> str:
        """The quote with the clashing words marked."""
        inside = sorted(
            (max(span.start, statement.char_start), min(span.end, statement.char_end))
            for span in spans
            if span.start < statement.char_end and span.end > statement.char_start
        )
        pieces, last = "", statement.char_start
        for start, end in inside:
            if end <= last:
                continue
            start = max(start, last)
            before = statement.quote[last - statement.char_start : start - statement.char_start]
            marked = statement.quote[start - statement.char_start : end - statement.char_start]
            pieces += self.form.text(before) + self.form.mark(self.form.text(marked))
            last = end
        return pieces + self.form.text(statement.quote[last - statement.char_start :])


def _span(reason: Reason, side: int) -> Span:
    return reason.span_b if side else reason.span_a


def _markdown_text(text: str) -> str:
    """Text in which no sign means anything to Markdown or to the HTML in it."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~&:])", r"\\\1", safe_text(text))


_HTML = _Form(
    text=lambda text: html.escape(safe_text(text)),
    mark=lambda text: f"<mark>{text}</mark>",
    link=lambda words, address: f'<a rel="noopener noreferrer" href="{html.escape(address)}">{words}</a>',
    strong=lambda text: f"<strong>{text}</strong>",
)
_MARKDOWN = _Form(
    text=_markdown_text,
    mark=lambda text: f"**{text}**",
    link=lambda words, address: f"[{words}](<{re.sub('[<>]', '', address)}>)",
    strong=lambda text: f"**{text}**",
)
