"""What the review shows: the queue of topics, the pair side by side, reasons, voices, passage, speakers, timeline."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from claims.models import ReviewStatus, Span
from claims.review import StatementView, TopicView
from claims.wording import say
from tui import render
from tui.columns import MOST_CARDS, columns
from tui.fitting import SHORT, share
from tui.keys import REVIEW
from tui.screens.listing import Listing, Read
from tui.timeline import timeline
from tui.widgets.line import Line
from tui.widgets.panes import Pane, PassagePane, Side, StatementsPane, Voices
from tui.widgets.queue import Queue

VIEWS = ("pair", "speakers", "timeline")
_VOICES = 8
_WATCH = 2.0  # seconds between looks at whether somebody else wrote to the file


class Showing(Listing):
    """What is shown; everything is read through the case."""

    ACTIONS = REVIEW
    # Here and not on the application: each screen that has some is styled and drawn once more when it opens.
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (70, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(id="where", markup=False)
            yield Static(id="progress", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Queue(id="queue")
                yield Line(id="find", placeholder=say("tui.find", self.lang))
            with Vertical(id="centre"):
                with Vertical(id="both"):
                    yield Pane(id="reason")
                    with Horizontal(id="pair"):
                        yield Side(id="a")
                        yield Side(id="b")
                    yield Voices(id="voices", markup=False)
                    yield PassagePane(id="passage")
                yield StatementsPane(id="speakers", classes="away")
                yield StatementsPane(id="timeline", classes="away")
            yield Static(id="empty", markup=False)
        yield self.hints()

    async def on_mount(self) -> None:
        self.query_one("#queue", Queue).focus()
        await self.load()
        self.set_interval(_WATCH, self.look_for_others)

    async def show_topic(self, place: int, conflict_id: str = "") -> None:
        """Show the topic at ``place`` of the queue, at the pair asked for, else at its first open one."""
        if not 0 <= place < len(self.topics):
            return
        self.topic, self.voice = place, 0
        self.query_one("#queue", Queue).choose(place)
        self.matter = self.case.topic_view(self.topics[place].id)
        self.pairs = list(self.matter.pairs)
        ids = [item.conflict.id for item in self.pairs]
        open_ones = [at for at, item in enumerate(self.pairs) if item.review.status is ReviewStatus.OPEN]
        self.number = ids.index(conflict_id) if conflict_id in ids else (open_ones or [0])[0]
        await self.show_pair()

    async def show_pair(self) -> None:
        """Show the current pair in the current view; a topic in which nothing clashes shows who says what."""
        self.pair = None
        if self.pairs:
            self.pair = self.case.pair_view(self.pairs[self.number].conflict.id, context=self.context)
        await self.draw_pair()

    async def draw_pair(self) -> None:
        """Draw the pair as it was read: what somebody else decided since is not taken for seen."""
        if self.pair is not None:
            pair = self.pair
            title = say("tui.pair_of", self.lang, number=pair.number, of=pair.of)
            heading = render.plain(f"{pair.topic.label} — {title}").plain
            verdict = render.verdict(pair, self.lang)
            self.query_one("#reason", Pane).show(render.reasons(pair, self.lang), heading, verdict)
            for letter, view in (("a", pair.a), ("b", pair.b)):
                sign = "■ " if view.statement.id in self.marked else ""
                side = self.query_one(f"#{letter}", Side)
                side.show_statement(view, f"{sign}{letter.upper()}", self.clash(letter), self.lang)
            self.show_passage()
        await self.show_view()

    @property
    def shown_view(self) -> str:
        return "speakers" if self.view == "pair" and self.pair is None else self.view

    async def show_view(self, statement_id: str = "") -> None:
        """Pair, all speakers or timeline in the centre; the wide views take the queue's room.

        With ``statement_id`` that statement is chosen in a wide view, the first one when it is not there.
        """
        if self.matter is None:
            return
        wide = self.shown_view != "pair"
        for name, away in (
            ("left", wide),
            ("both", wide),
            ("speakers", self.shown_view != "speakers"),
            ("timeline", self.shown_view != "timeline"),
        ):
            self.query_one(f"#{name}").set_class(away, "away")
        if self.shown_view == "pair":
            shown = self.query_one("#voices", Voices)
            shown.show(self.others(self.matter), self.lang)
            shown.display = bool(shown.views)
            self.fit()
            if not self.query_one("#a").region.width:  # it was hidden, and the terminal may have another size now
                self.call_after_refresh(self.fit)
            return
        self.voices = list(self.matter.statements)
        if self.shown_view == "speakers":
            topics = [self.matter.by_speaker, *(related.by_speaker for related in self.matter.related)]
            self.voices = [view for shown in topics for column in shown[:MOST_CARDS] for view in column.statements]
        if statement_id:
            ids = [view.statement.id for view in self.voices]
            self.voice = ids.index(statement_id) if statement_id in ids else 0
        self.show_voices()

    def show_voices(self) -> None:
        """The statements of a wide view, the chosen one and the marked ones with their signs."""
        if self.matter is None or self.shown_view == "pair" or not self.voices:
            return
        chosen = self.voices[min(self.voice, len(self.voices) - 1)].statement.id
        pane = self.query_one(f"#{self.shown_view}", StatementsPane)
        width = self.query_one("#body").size.width - pane.styles.gutter.width - 1  # for the scroll bar
        if self.shown_view == "speakers":
            placed = columns(self.matter, self.lang, width=width, chosen=chosen, marked=self.marked)
            heading = say("tui.all_speakers", self.lang)
        else:
            pairs, clash = [pair.conflict for pair in self.matter.pairs], render.evidence(self.matter)
            placed = timeline(self.voices, pairs, clash, self.lang, width=width, chosen=chosen, marked=self.marked)
            heading = f"{self.matter.topic.label} — {say('tui.timeline', self.lang)}"
        pane.show_statements(placed, chosen, render.plain(heading).plain)

    def clash(self, letter: str) -> list[Span]:
        """The evidence on one side of the current pair."""
        if self.pair is None:
            return []
        return [reason.span_a if letter == "a" else reason.span_b for reason in self.pair.reasons]

    def current(self) -> StatementView | None:
        """The statement on the chosen side, or the chosen one of a wide view."""
        if self.matter is not None and self.shown_view != "pair":
            return self.voices[min(self.voice, len(self.voices) - 1)] if self.voices else None
        return None if self.pair is None else self.pair.a if self.side == "a" else self.pair.b

    def show_passage(self) -> None:
        """The passage of the chosen side."""
        if self.pair is None:
            return
        view = self.pair.a if self.side == "a" else self.pair.b
        shown = self.case.passage(view.statement.id, context=self.context)
        heading = render.plain(f"{self.side.upper()} · {view.article.title or view.article.outlet}").plain
        subtitle = render.plain(render.source(view, self.lang)).plain
        self.query_one("#passage", PassagePane).show_passage(shown, self.clash(self.side), heading, subtitle)
        for letter in ("a", "b"):
            self.query_one(f"#{letter}", Side).set_class(letter == self.side, "chosen")

    def others(self, topic: TopicView) -> list[StatementView]:
        """A few more statements of the topic: those that clash with something first."""
        shown = {self.pair.a.statement.id, self.pair.b.statement.id} if self.pair else set[str]()
        clashing = {side for item in topic.pairs for side in (item.conflict.a, item.conflict.b)}
        rest = [view for view in topic.statements if view.statement.id not in shown]
        return sorted(rest, key=lambda view: view.statement.id not in clashing)[:_VOICES]

    def fit(self) -> None:
        """Share the height so that both quotes are whole if they can be; stacked sides keep their parts."""
        centre = self.query_one("#centre")
        if self.pair is None or self.shown_view != "pair" or not centre.outer_size.height:
            return
        voices, pair = self.query_one("#voices", Voices), self.query_one("#pair")
        if self.has_class("-stacked"):
            pair.styles.height, voices.styles.height = "3fr", min(1, len(voices.views))
            return
        short = self.has_class("-short")
        reason = self.query_one("#reason", Pane)
        pair.styles.height, voices.styles.height = share(
            centre.outer_size.height,
            reason=min(reason.needs(), 6 if short else 8),
            pair=max(side.needs() for side in self.query(Side)),
            voices=len(voices.views),
            passage=self.query_one("#passage", PassagePane).needs(),
            short=short,
        )

    def on_resize(self) -> None:
        """Another width or height: what was cut to fit is drawn anew."""
        if self.pair is not None and self.shown_view == "pair":
            self.call_after_refresh(self.draw_pair)
        else:
            self.call_after_refresh(self.show_voices)

    async def reload(self) -> None:
        """Read everything anew, at once, and stay where we are."""
        await self.show_again(self.read_queue(self.chosen, self.topic_id))

    async def renew(self) -> None:
        """Read everything anew in a thread and stay where we are."""
        chosen, topic_id = self.chosen, self.topic_id
        self.fetch(lambda: self.read_queue(chosen, topic_id), self.show_again, "queue")

    async def show_again(self, read: Read) -> None:
        """Show what was read at the place where we are."""
        here = self.current()
        await self.show_read(read, self.topic_id, self.pair.conflict.id if self.pair else "")
        if here is not None and self.shown_view != "pair":
            await self.show_view(here.statement.id)

    @property
    def topic_id(self) -> str:
        return self.topics[self.topic].id if self.topics else ""

    async def look_for_others(self) -> None:
        """Somebody else wrote to the file: show what they did, at the place where we are."""
        if self.app.screen is self and not self.busy and self.case.changed():
            await self.renew()
            self.tell("tui.others_wrote")
