"""All speakers of a topic beside each other, then those of its related topics, each under its event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from claims.models import Span
from claims.review import SpeakerColumn, StatementView, TopicView
from claims.wording import day, say
from tui import render
from tui.widgets.panes import Picked

MOST_CARDS = 60  # of speakers in one topic; what does not fit is counted
_NARROWEST = 27  # cells of a card


class Said(Static):
    """One statement in the card of its speaker: when and where, then the claim in its own words."""

    def __init__(self, view: StatementView, clash: list[Span], language: str, *, headed: int, brief: bool) -> None:
        """``headed`` is the width of the line with date and outlet, 0 without; ``brief`` cuts the claim to a line
        until it is chosen: where others clash and this one does not.
        """
        super().__init__(markup=False, classes="brief" if brief else "")
        self.view, self.clash, self.language, self.headed = view, clash, language, headed

    def draw(self, *, chosen: bool, marked: bool) -> None:
        """Draw it, with signs when it is chosen or marked."""
        date = day(self.view.statement.claim_date.value, self.language) or say("tui.no_date", self.language)
        sign = ("▸ " if chosen else "") + ("■ " if marked else "")
        head = render.plain(f"{date} · {self.view.article.outlet}", "dim").truncate(self.headed, ellipsis=True)
        claim = Content.assemble((sign, "bold $accent"), render.claim(self.view, self.clash))
        self.update(render.lines([head, claim]))
        self.set_class(chosen, "chosen")

    def on_click(self) -> None:
        self.post_message(Picked(self.view.statement.id))


class Card(Vertical):
    """One speaker with everything they said on the topic."""

    def __init__(self, column: SpeakerColumn, clash: Mapping[str, list[Span]], language: str, room: int) -> None:
        """``room`` is the width of the text."""
        super().__init__(classes="speaker")
        self.column, self.clash, self.language, self.room = column, clash, language, room
        first = column.statements[0]
        self.border_title = Content(render.name(first, language).plain)
        role = first.statement.speaker_role or (first.speaker.role if first.speaker else "")
        self.border_subtitle = render.plain(role)

    def compose(self) -> ComposeResult:
        before = None
        for view in self.column.statements:
            place = (view.statement.claim_date.value, view.article.id)
            headed = self.room if place != before else 0
            clash = self.clash.get(view.statement.id, [])
            yield Said(view, clash, self.language, headed=headed, brief=self.brief(view))
            before = place

    def brief(self, view: StatementView) -> bool:
        return bool(self.clash) and view.statement.id not in self.clash

    def tall(self) -> int:
        """About how many lines it takes, to spread cards over columns evenly."""
        lengths = [0 if self.brief(view) else len(view.statement.claim) for view in self.column.statements]
        return 2 + sum(2 + length // self.room for length in lengths)


class SpeakersPane(VerticalScroll):
    """As many columns as are readable, cards below each other in them."""

    def __init__(self, language: str, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self.language = language
        self.view: TopicView | None = None
        self.columns = 0

    async def show_topic(self, view: TopicView) -> None:
        """Replace everything."""
        self.view, self.columns = view, self._fitting()
        await self.remove_children()
        parts = self._topic(view.topic.label, view.by_speaker, render.evidence(view))
        for related in view.related:
            heading = f"{say('view.related', self.language)} {related.topic.label}"
            parts += self._topic(heading, related.by_speaker, {})
        await self.mount_all(parts)
        self.scroll_home(animate=False)

    def _fitting(self) -> int:
        return max(1, min(4, self.size.width // _NARROWEST))

    def _topic(
        self, heading: str, speakers: Sequence[SpeakerColumn], clash: Mapping[str, list[Span]]
    ) -> list[Static | Horizontal]:
        room = max(10, self.size.width // self.columns - 5)
        cards = [Card(column, clash, self.language, room) for column in speakers[:MOST_CARDS] if column.statements]
        stacks: list[list[Card]] = [[] for _ in range(self.columns)]
        tall = [0] * self.columns
        for card in cards:
            shortest = tall.index(min(tall))
            stacks[shortest].append(card)
            tall[shortest] += card.tall()
        parts: list[Static | Horizontal] = [Static(render.plain(heading), classes="topic", markup=False)]
        parts.append(Horizontal(*(Vertical(*stack, classes="stack") for stack in stacks), classes="stacks"))
        left_out = len(speakers) - MOST_CARDS
        if left_out > 0:
            parts.append(Static(say("tui.more_speakers", self.language, number=left_out), markup=False))
        return parts

    def choose(self, statement_id: str, marked: Mapping[str, str]) -> None:
        """Draw every statement, the chosen one with its sign and in view."""
        for said in self.query(Said):
            name = said.view.statement.id
            said.draw(chosen=name == statement_id, marked=name in marked)
            if name == statement_id:
                self.call_after_refresh(self.scroll_to_widget, said, animate=False)

    async def on_resize(self, _event: Resize) -> None:
        if self.view is not None and self.display and self._fitting() != self.columns:
            chosen = next((said.view.statement.id for said in self.query(".chosen").results(Said)), "")
            await self.show_topic(self.view)
            self.choose(chosen, {})
