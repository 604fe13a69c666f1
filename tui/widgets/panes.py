"""The panes of the review screen: scrolling boxes that show styled text and know nothing of cases."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from claims.models import Span
from claims.review import Passage, StatementView
from tui import render
from tui.placed import Placed

FRAME = 2  # lines of a border


def _room(widget: Widget) -> int:
    """The width of its text, that of its last drawing while it is hidden."""
    return max(1, widget.outer_size.width - widget.styles.gutter.width)


class Picked(Message):
    """A statement was clicked."""

    def __init__(self, statement_id: str) -> None:
        super().__init__()
        self.statement_id = statement_id


class Pane(VerticalScroll):
    """A scrolling box with one text."""

    def compose(self) -> ComposeResult:
        yield Static(classes="text", markup=False)

    def show(self, text: Content, title: str = "", subtitle: str = "") -> None:
        """Replace text and titles and scroll back to the top."""
        self.query_one(".text", Static).update(text)
        self.text = text
        self.border_title = Content(title)
        self.border_subtitle = Content(subtitle)
        self.scroll_home(animate=False)

    def needs(self) -> int:
        """How many lines it takes to show everything."""
        return FRAME + self.text.get_height({}, _room(self))


class Side(VerticalScroll):
    """One side of a pair: who and when in the dim lines above, the words below."""

    class Clicked(Message):
        """This side was clicked."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def compose(self) -> ComposeResult:
        yield Static(classes="meta", markup=False)
        yield Static(classes="text", markup=False)
        yield Static(classes="review", markup=False)

    def show_statement(self, view: StatementView, letter: str, clash: list[Span], language: str) -> None:
        heading = Content.assemble(f"{letter} ", render.name(view, language))
        fits = not self.size.width or heading.cell_length <= self.size.width
        self.parts = [
            render.meta(view, language, name_fits=fits, flowing=self.screen.has_class("-short")),
            render.words(view, clash),
            render.review_of(view, language),
        ]
        for kind, part in zip(("meta", "text", "review"), self.parts, strict=True):
            self.query_one(f".{kind}", Static).update(part)
        self.query_one(".review").display = bool(self.parts[2].plain)
        self.border_title = Content(heading.plain)
        self.border_subtitle = Content(render.manner(view, language))
        self.scroll_home(animate=False)

    def needs(self) -> int:
        """How many lines it takes to show everything."""
        width = _room(self)
        gaps = sum(self.query_one(f".{kind}").styles.margin.top for kind in ("text", "review"))
        return FRAME + gaps + sum(part.get_height({}, width) for part in self.parts if part.plain)

    def on_click(self) -> None:
        self.post_message(self.Clicked(self.id or ""))


class PassagePane(Pane):
    """Where the statement stands in its article."""

    def show_passage(self, passage: Passage, clash: list[Span], title: str, subtitle: str) -> None:
        self.show(render.passage(passage, clash), title, subtitle)


class Voices(Static):
    """Other statements on the topic, one line each."""

    def show(self, views: list[StatementView], language: str) -> None:
        self.views = views
        rows = [Content.assemble(("· ", "dim"), render.one_line(view, language)) for view in views]
        self.update(render.lines(rows))

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self.views):
            self.post_message(Picked(self.views[offset.y].statement.id))


class StatementsPane(Pane):
    """Statements in their places; a click picks one."""

    def show_statements(self, shown: Placed, chosen: str, title: str) -> None:
        """Show them with the chosen one in view."""
        self.shown = shown
        top = self.scroll_offset.y
        self.show(shown.text, title)
        lines = shown.lines_of(chosen)
        if lines:
            self.scroll_to(y=top, animate=False)
            self.scroll_to_region(Region(0, lines.start, 1, len(lines)), animate=False)

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self.query_one(".text", Static))
        picked = self.shown.at(offset.x, offset.y) if offset is not None else ""
        if picked:
            self.post_message(Picked(picked))
