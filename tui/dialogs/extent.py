"""Set where a statement begins and ends in its article, word by word; the words stay the article's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from claims.models import Span
from claims.wording import say
from tui import render
from tui.dialogs.base import Dialog
from tui.words import words_of

_ROUND = 600  # signs of the article shown before and after


class Extent(Dialog[list[Span]]):
    """Answers with the pieces of the claim, of which the first begins and the last ends elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
        Binding("tab,space", "other_end", show=False, priority=True),
        Binding("enter", "done", show=False),
    ]

    def __init__(self, text: str, spans: Sequence[Span], language: str) -> None:
        """``text`` is the whole article, ``spans`` the claim's pieces in it, in order."""
        super().__init__()
        self.text, self.before, self.language = text, list(spans), language
        self.low, self.high = max(0, spans[0].start - _ROUND), min(len(text), spans[-1].end + _ROUND)
        words = words_of(text, self.low, self.high)
        self.starts = sorted({*(word.start for word in words), spans[0].start})
        self.ends = sorted({*(word.end for word in words), spans[-1].end})
        self.start, self.end = spans[0].start, spans[-1].end
        self.at_end = True

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(render.plain(say("tui.extent", self.language), "bold"), markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(id="extent", markup=False)
            yield Static(id="which", classes="hint", markup=False)
            yield Static(render.plain(say("tui.extent_hint", self.language)), markup=False)

    def on_mount(self) -> None:
        self.draw()

    def pieces(self) -> list[Span]:
        """The claim as it would be: what lies between its pieces stays out."""
        inner = [piece for piece in self.before if piece.end > self.start and piece.start < self.end]
        starts = [self.start, *(piece.start for piece in inner[1:])]
        ends = [*(piece.end for piece in inner[:-1]), self.end]
        return [Span(start, end) for start, end in zip(starts, ends, strict=True)]

    def draw(self) -> None:
        text = render.plain_lines(self.text[self.low : self.high])
        for piece in self.before:
            text = text.stylize("underline", piece.start - self.low, piece.end - self.low)
        for piece in self.pieces():
            text = text.stylize("bold reverse", piece.start - self.low, piece.end - self.low)
        self.query_one("#extent", Static).update(text)
        end = "tui.extent_end" if self.at_end else "tui.extent_start"
        self.query_one("#which", Static).update(render.plain(say(end, self.language)))
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Keep the moving end in view."""
        shown, scroll = self.query_one("#extent", Static), self.query_one(VerticalScroll)
        to = (self.end if self.at_end else self.start) - self.low
        before = render.plain_lines(self.text[self.low : self.low + to])
        line = before.get_height({}, max(1, shown.size.width))
        scroll.scroll_to(y=max(0, line - scroll.size.height // 2 - 1), animate=False)

    def action_step(self, step: int) -> None:
        """One word in or out, never past the other end."""
        places, now = (self.ends, self.end) if self.at_end else (self.starts, self.start)
        to = places[max(0, min(len(places) - 1, places.index(now) + step))]
        if self.at_end and to > self.start:
            self.end = to
        elif not self.at_end and to < self.end:
            self.start = to
        self.draw()

    def action_other_end(self) -> None:
        self.at_end = not self.at_end
        self.draw()

    def action_done(self) -> None:
        pieces = self.pieces()
        self.dismiss(pieces if pieces != self.before else None)
