"""The queue of topics: two lines each, drawn only where they are seen, so that its length costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

LINES = 2
Draw = Callable[[int], tuple[Content, Content]]


class Queue(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows ``count`` items; which one is chosen is for the screen to say."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"queue--item", "queue--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    class Chosen(Message):
        """An item was clicked or paged to."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.count = 0
        self.highlighted = 0
        self._draw: Draw = lambda _place: (Content(""), Content(""))

    def show(self, count: int, draw: Draw) -> None:
        """Show ``count`` items; ``draw`` gives the two lines of one, whenever it is seen."""
        self.count, self._draw = count, draw
        self.virtual_size = Size(0, count * LINES)
        self.refresh()

    def choose(self, place: int) -> None:
        """Mark the item at ``place`` and bring it into view."""
        self.highlighted = place
        self.scroll_to_region(Region(0, place * LINES, 1, LINES), animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        place, part = divmod(self.scroll_offset.y + y, LINES)
        chosen = place == self.highlighted and place < self.count
        style = self.get_visual_style("queue--chosen" if chosen else "queue--item")
        if place >= self.count:
            return Strip.blank(width, style.rich_style)
        text = self._draw(place)[part].truncate(width, ellipsis=True)
        strips = Visual.to_strips(self, text, width, 1, style, apply_selection=False, pad=True)
        return strips[0] if strips else Strip.blank(width, style.rich_style)

    def action_page(self, pages: int) -> None:
        step = max(1, self.scrollable_content_region.height // LINES - 1)
        self.post_message(self.Chosen(max(0, min(self.count - 1, self.highlighted + pages * step))))

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            place = (self.scroll_offset.y + offset.y) // LINES
            if place < self.count:
                self.post_message(self.Chosen(place))
