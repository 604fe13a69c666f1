"""One statement as a block of lines, and two of them side by side with the clashing words marked."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import PurePosixPath

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from claims.export.book import Book
from claims.models import Article, Basis, Reason, Span, Statement
from claims.safe import safe_text
from claims.wording import day, say

_NARROW = 70  # columns under which the sides stand one below the other
_MARKS = (("⟦", "⟧"), ("⦃", "⦄"), ("[[", "]]"), (">>>", "<<<"))
_CLASH = "bold black on yellow"


class Sides:
    """Shows statements of one set of findings on one console.

    ``marks`` enclose the clashing words where no colour can show them; they occur in none of the articles.
    """

    def __init__(self, book: Book, language: str, console: Console) -> None:
        self.book = book
        self.language = language
        self.letters: dict[str, str] = {}  # of the statements listed above the pairs of a topic
        self.narrow = console.width < _NARROW
        coloured = console.color_system is not None and not console.no_color
        self.marks = None if coloured else _free_marks(book, console.encoding)

    def both(self, a: Statement, b: Statement, reasons: Sequence[Reason]) -> RenderableType:
        """Two statements beside each other, or below each other on a narrow screen, with the evidence marked."""
        clash = ([reason.span_a for reason in reasons], [reason.span_b for reason in reasons])
        if self.narrow:
            against = Text(f"— {say('side.against', self.language)} —", style="dim")
            return Group(self.block(a, clash[0]), against, self.block(b, clash[1]))
        table = Table(box=box.MINIMAL, show_header=False, show_edge=False, expand=True, pad_edge=False)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row(self.head(a), self.head(b))
        table.add_row(Text(), Text())
        table.add_row(self.words(a, clash[0]), self.words(b, clash[1]))
        return table

    def block(self, statement: Statement, clash: Sequence[Span] = ()) -> RenderableType:
        """One statement alone: who, when, where and how, then the words with ``clash`` marked."""
        return Group(self.head(statement), Text(), self.words(statement, clash))

    def head(self, statement: Statement) -> RenderableType:
        """Who, when, where and how it was said."""
        article = self.book.articles[statement.article_id]
        speaker = self.book.speakers.get(statement.speaker_id)
        role = statement.speaker_role or (speaker.role if speaker else "")
        lines = [self.name(statement)]
        if role and role != self.book.name(statement):
            lines.append(Text(safe_text(role), style="italic"))
        outlet = [source_name(article)]
        if article.published.value:
            outlet.append(day(article.published.value, self.language))
        outlet.append(say(f"type.{statement.quote_type.value}", self.language))
        if statement.reported_via:
            outlet.append(say("side.via", self.language, names=" > ".join(statement.reported_via)))
        lines += [Text(self.when(statement)), Text(safe_text(" · ".join(outlet)), style="dim")]
        others = dict.fromkeys(source_name(other) for other in self.book.elsewhere(statement))
        if others:
            lines.append(Text(safe_text(say("side.also_in", self.language, names=", ".join(others))), style="dim"))
        return Group(*lines)

    def name(self, statement: Statement) -> Text:
        """The speaker, after the letter that the statement has in its topic."""
        letter = self.letters.get(statement.id, "")
        head = Text(f"{letter}  " if letter else "", style="bold cyan")
        name = self.book.name(statement)
        if name:
            return head.append(safe_text(name), style="bold")
        return head.append(say("side.unknown_speaker", self.language), style="bold italic")

    def when(self, statement: Statement) -> str:
        """When it was said, where that date comes from unless the text says it, and what time it is about."""
        said, about = statement.claim_date, statement.about_date
        if not said.value:
            parts = [say("side.said_unknown", self.language)]
        else:
            parts = [say("side.said", self.language, date=day(said.value, self.language))]
            if said.basis is Basis.ARTICLE:
                parts[0] += f" ({say('side.by_article', self.language)})"
            elif said.basis is Basis.INFERRED:
                parts[0] += f" ({say('side.inferred', self.language)})"
        if about.value:
            parts.append(say("side.about", self.language, date=day(about.value, self.language)))
        return safe_text(" · ".join(parts))

    def words(self, statement: Statement, clash: Sequence[Span]) -> RenderableType:
        """The quote, clashing words marked and, in colour, the attribution dimmed; evidence outside it below."""
        start, end = statement.char_start, statement.char_end
        inside = [(span.start - start, span.end - start) for span in clash if span.start < end and span.end > start]
        text = self._marked(statement.quote, inside)
        if self.marks is None:
            edges = [0, *itertools.chain.from_iterable((a - start, b - start) for a, b in statement.claim_spans)]
            for gap_start, gap_end in zip(edges[::2], [*edges[1::2], len(statement.quote)], strict=True):
                text.stylize("dim", gap_start, gap_end)
        lines = [text]
        article = self.book.articles[statement.article_id]
        for span in clash:
            if span.end <= start or span.start >= end:
                words = self._marked(article.text[span.start : span.end], [(0, span.end - span.start)])
                lines.append(Text(f"{say('side.elsewhere', self.language)} ", style="dim").append_text(words))
        return Group(*lines)

    def one_line(self, statement: Statement, *, with_source: bool = True) -> Text:
        """Speaker, outlet, date and claim, cut to one line of the screen."""
        article = self.book.articles[statement.article_id]
        date = day(statement.claim_date.value, self.language)
        where = ", ".join(part for part in (source_name(article) if with_source else "", date) if part)
        head = f" ({safe_text(where)}): " if where else ": "
        line = Text.assemble(self.name(statement), (head, "dim"), safe_text(statement.claim))
        line.no_wrap, line.overflow = True, "ellipsis"
        return line

    def _marked(self, quote: str, spans: list[tuple[int, int]]) -> Text:
        text = Text(safe_text(quote))
        merged: list[tuple[int, int]] = []
        for start, end in sorted((max(0, start), min(len(quote), end)) for start, end in spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        if self.marks is None:
            for start, end in merged:
                text.stylize(_CLASH, start, end)
            return text
        opening, closing = self.marks
        plain, pieces, last = text.plain, Text(), 0
        for start, end in merged:
            pieces.append(plain[last:start])
            pieces.append(f"{opening}{plain[start:end]}{closing}", style="bold")
            last = end
        return pieces.append(plain[last:])


def source_name(article: Article) -> str:
    """The outlet, else the name of the file."""
    return article.publisher or PurePosixPath(article.source_file).name or article.title


def _free_marks(book: Book, encoding: str) -> tuple[str, str]:
    """The first pair of marks that the stream can write and that stands in none of the articles."""
    for opening, closing in _MARKS:
        try:
            (opening + closing).encode(encoding)
        except (UnicodeEncodeError, LookupError):
            continue
        if not any(opening in article.text or closing in article.text for article in book.articles.values()):
            return opening, closing
    return _MARKS[-1]
