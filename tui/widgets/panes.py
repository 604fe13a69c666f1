"""The panes of the review screen: scrolling boxes that show styled text and know nothing of cases."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims.models import Span
from claims.review import Passage, SpeakerColumn, StatementView, TopicView
from tui import render

MOST_CARDS = 60  # of speakers in one view; a topic that has more says how many it leaves out


class Pane(VerticalScroll):
    """A scrolling box with one text."""

    def compose(self) -> ComposeResult:
        yield Static(markup=False)

    def show(self, text: Content, title: str = "", subtitle: str = "") -> None:
        """Replace text and titles and scroll back to the top."""
        self.query_one(Static).update(text)
        self.border_title = Content(title)
        self.border_subtitle = Content(subtitle)
        self.scroll_home(animate=False)


class Side(Pane):
    """One side of a pair."""

    def show_statement(self, view: StatementView, letter: str, clash: list[Span], language: str) -> None:
        heading = Content.assemble(f"{letter} ", render.name(view, language)).plain
        self.show(render.side(view, clash, language), heading, render.manner(view, language))


class PassagePane(Pane):
    """Where the statement stands in its article."""

    def show_passage(self, passage: Passage, clash: list[Span], title: str) -> None:
        self.show(render.passage(passage, clash), title)


class SpeakersPane(VerticalScroll):
    """All speakers of a topic beside each other, then those of its related topics, each under its event."""

    def __init__(self, language: str, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.language = language

    async def show_topic(self, view: TopicView, related_heading: str, more: str) -> None:
        """Replace everything; ``more`` is worded with ``{number}`` for what does not fit."""
        await self.remove_children()
        clash = render.evidence(view)
        parts: list[Static | Grid] = [
            Static(render.plain(view.topic.label), classes="topic", markup=False),
            Grid(*self._cards(view.by_speaker, clash)),
        ]
        for related in view.related:
            heading = f"{related_heading} {related.topic.label}"
            parts.append(Static(render.plain(heading), classes="topic", markup=False))
            parts.append(Grid(*self._cards(related.by_speaker, {})))
        left_out = len(view.by_speaker) - MOST_CARDS
        if left_out > 0:
            parts.append(Static(render.plain(more.format(number=left_out)), markup=False))
        await self.mount_all(parts)
        self._fit()
        self.scroll_home(animate=False)

    def _cards(self, columns: tuple[SpeakerColumn, ...], clash: Mapping[str, list[Span]]) -> list[Static]:
        cards = []
        for column in columns[:MOST_CARDS]:
            texts = [render.card(view, clash.get(view.statement.id, []), self.language) for view in column.statements]
            card = Static(render.lines(texts), classes="speaker", markup=False)
            named = column.statements[0] if column.statements else None
            title = render.name(named, self.language) if named else render.plain(column.name)
            role = named.statement.speaker_role if named else ""
            card.border_title = Content(title.plain)
            card.border_subtitle = render.plain(role)
            cards.append(card)
        return cards

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """As many columns as are readable: 26 cells each at the least."""
        columns = max(1, min(4, self.size.width // 27))
        for number in (1, 2, 3):
            self.set_class(columns == number, f"columns{number}")
