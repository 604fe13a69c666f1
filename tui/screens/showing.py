"""The review: the queue of topics, the pair side by side, the reasons, the passage; what is shown and how one moves."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from claims.models import ReviewStatus, Span
from claims.review import Case, PairItem, PairView, QueueFilter, StatementView, TopicItem, TopicView
from claims.wording import say
from tui import render
from tui.dialogs.help import HelpDialog
from tui.keys import REVIEW, bindings
from tui.widgets.panes import Pane, PassagePane, Side, SpeakersPane

VIEWS = ("pair", "speakers", "timeline")
_WATCH = 2.0  # seconds between looks at whether somebody else wrote to the file


class Showing(Screen[None]):
    """What is shown and how one moves in it; everything is read through the case."""

    def __init__(self, case: Case, language: str) -> None:
        super().__init__()
        self.case, self.lang = case, language
        self.topics: list[TopicItem] = []
        self.topic = -1  # place in the queue
        self.pairs: list[PairItem] = []
        self.number = 0  # of the pair in its topic, from 0
        self.pair: PairView | None = None
        self.side = "a"
        self.context = 1
        self.view = "pair"
        self.chosen = QueueFilter()
        self.marked: dict[str, str] = {}  # statement id → how it is called
        self.marked_topics: dict[str, str] = {}
        self._bindings = BindingsMap.merge([self._bindings, bindings(REVIEW, language)])

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(id="where", markup=False)
            yield Static(id="progress", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield OptionList(id="queue", markup=False)
                yield Input(id="find", placeholder=say("tui.find", self.lang))
            with Vertical(id="centre"):
                yield Pane(id="reason")
                with Horizontal(id="pair"):
                    yield Side(id="a")
                    yield Side(id="b")
                yield Static(id="voices", markup=False)
                yield PassagePane(id="passage")
                yield SpeakersPane(self.lang, id="speakers")
                yield Pane(id="timeline")
            yield Static(id="empty", markup=False)
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        self.query_one("#queue", OptionList).focus()
        await self.load()
        self.set_interval(_WATCH, self.look_for_others)

    # --- what is shown -------------------------------------------------------------------------------------------

    async def load(self, topic_id: str = "", conflict_id: str = "") -> None:
        """Read the queue anew and show the topic and pair that are asked for, else the first."""
        self.topics = self.case.queue(self.chosen)
        queue = self.query_one("#queue", OptionList)
        queue.clear_options()
        queue.add_options([Option(self.option(item), id=item.id) for item in self.topics])
        narrowed = self.chosen != QueueFilter()
        title = say("tui.topics_narrowed" if narrowed else "tui.topics", self.lang, number=len(self.topics))
        queue.border_title = Content(title)
        self.set_class(not self.topics, "empty")
        self.show_status()
        if not self.topics:
            read = self.case.stats().articles
            key = "tui.no_match" if narrowed else "tui.nothing_clashes" if read else "tui.no_articles"
            self.query_one("#empty", Static).update(render.plain_lines(say(key, self.lang, number=read)))
            self.topic, self.pair, self.pairs = -1, None, []
            return
        places = {item.id: place for place, item in enumerate(self.topics)}
        await self.show_topic(places.get(topic_id, 0), conflict_id)

    def option(self, item: TopicItem) -> Content:
        """A line of the queue, with a sign when it is marked."""
        text = render.topic_option(item, self.lang)
        return Content.assemble(("■ ", "bold $accent"), text) if item.id in self.marked_topics else text

    async def show_topic(self, place: int, conflict_id: str = "") -> None:
        """Show the topic at ``place`` of the queue, at the pair asked for, else at its first open one."""
        if not 0 <= place < len(self.topics):
            return
        self.topic = place
        self.query_one("#queue", OptionList).highlighted = place
        self.pairs = self.case.pairs(self.topics[place].id)
        ids = [item.conflict.id for item in self.pairs]
        open_ones = [at for at, item in enumerate(self.pairs) if item.review.status is ReviewStatus.OPEN]
        self.number = ids.index(conflict_id) if conflict_id in ids else (open_ones or [0])[0]
        await self.show_pair()

    async def show_pair(self) -> None:
        """Show the current pair in the current view."""
        if not self.pairs:
            return
        pair = self.pair = self.case.pair_view(self.pairs[self.number].conflict.id, context=self.context)
        title = say("tui.pair_of", self.lang, number=pair.number, of=pair.of)
        heading = render.plain(f"{pair.topic.label} — {title}").plain
        self.query_one("#reason", Pane).show(render.reasons(pair, self.lang), heading, render.verdict(pair, self.lang))
        for letter in ("a", "b"):
            view = pair.a if letter == "a" else pair.b
            sign = "■ " if view.statement.id in self.marked else ""
            side = self.query_one(f"#{letter}", Side)
            side.show_statement(view, f"{sign}{letter.upper()}", self.clash(letter), self.lang)
        self.show_passage()
        await self.show_view()

    def clash(self, letter: str) -> list[Span]:
        """The evidence on one side of the current pair."""
        if self.pair is None:
            return []
        return [reason.span_a if letter == "a" else reason.span_b for reason in self.pair.reasons]

    def current(self) -> StatementView | None:
        """The statement on the chosen side."""
        return None if self.pair is None else self.pair.a if self.side == "a" else self.pair.b

    def show_passage(self) -> None:
        """The passage of the chosen side."""
        view = self.current()
        if view is None:
            return
        shown = self.case.passage(view.statement.id, context=self.context)
        title = view.article.title or view.article.outlet
        heading = render.plain(f"{self.side.upper()} · {title} · {render.source(view, self.lang)}").plain
        self.query_one("#passage", PassagePane).show_passage(shown, self.clash(self.side), heading)
        for letter in ("a", "b"):
            self.query_one(f"#{letter}", Side).set_class(letter == self.side, "chosen")

    async def show_view(self) -> None:
        """Pair, all speakers or timeline in the centre; the wide views take the queue's room."""
        for view in VIEWS:
            self.set_class(view == self.view, f"view-{view}")
        topic = self.case.topic_view(self.topics[self.topic].id)
        if self.view == "speakers":
            speakers = self.query_one("#speakers", SpeakersPane)
            speakers.border_title = say("tui.all_speakers", self.lang)
            await speakers.show_topic(topic, say("view.related", self.lang), say("tui.more_speakers", self.lang))
            speakers.focus()
        elif self.view == "timeline":
            heading = render.plain(f"{topic.topic.label} — {say('tui.timeline', self.lang)}").plain
            self.query_one("#timeline", Pane).show(render.timeline(topic, self.lang), heading)
            self.query_one("#timeline").focus()
        else:
            voices = [Content.assemble(("· ", "dim"), render.one_line(view, self.lang)) for view in self.others(topic)]
            self.query_one("#voices", Static).update(render.lines(voices))
            self.set_class(not voices, "alone")

    def others(self, topic: TopicView) -> list[StatementView]:
        """Up to three more statements of the topic: those that clash with something first."""
        shown = {self.pair.a.statement.id, self.pair.b.statement.id} if self.pair else set[str]()
        clashing = {side for item in topic.pairs for side in (item.conflict.a, item.conflict.b)}
        rest = [view for view in topic.statements if view.statement.id not in shown]
        return sorted(rest, key=lambda view: view.statement.id not in clashing)[:3]

    def show_status(self) -> None:
        """The line on top: which case, which order, how much is decided, what is marked."""
        kept = "tui.temporary" if self.case.is_temporary else "tui.case"
        stats = self.case.stats()
        parts = [
            say(kept, self.lang, name=self.case.path.name),
            say("tui.read_only", self.lang) if self.case.read_only else "",
            say("tui.needs_run", self.lang) if stats.needs_run else "",
            say("tui.marked", self.lang, number=len(self.marked) + len(self.marked_topics))
            if self.marked or self.marked_topics
            else say("tui.order", self.lang),
        ]
        self.query_one("#where", Static).update(render.plain(" · ".join(part for part in parts if part)))
        self.query_one("#progress", Static).update(render.progress(stats, self.lang))

    def refresh_topic(self) -> None:
        """Bring the current line of the queue in step with the decisions on its pairs."""
        self.pairs = self.case.pairs(self.topics[self.topic].id)
        states = [item.review.status for item in self.pairs]
        counts = {status: states.count(status) for status in set(states)}
        first = next(status for status in render.GLYPHS if counts.get(status))
        item = self.topics[self.topic].model_copy(
            update={
                "state": first,
                "open": counts.get(ReviewStatus.OPEN, 0),
                "later": counts.get(ReviewStatus.LATER, 0),
                "accepted": counts.get(ReviewStatus.ACCEPTED, 0),
                "dismissed": counts.get(ReviewStatus.DISMISSED, 0),
            }
        )
        self.topics[self.topic] = item
        self.query_one("#queue", OptionList).replace_option_prompt_at_index(self.topic, self.option(item))
        self.show_status()

    async def reload(self) -> None:
        """Read everything anew and stay where we are."""
        place = self.topics[self.topic].id if self.topics else ""
        await self.load(place, self.pair.conflict.id if self.pair else "")

    async def look_for_others(self) -> None:
        """Somebody else wrote to the file: show what they did, at the place where we are."""
        if self.app.screen is self and self.case.changed():
            await self.reload()
            self.notify(say("tui.others_wrote", self.lang), markup=False)

    # --- moving and looking --------------------------------------------------------------------------------------

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index != self.topic:
            await self.show_topic(event.option_index)

    async def action_next_topic(self) -> None:
        await self.show_topic(self.topic + 1)

    async def action_previous_topic(self) -> None:
        await self.show_topic(self.topic - 1)

    async def action_first_topic(self) -> None:
        await self.show_topic(0)

    async def action_last_topic(self) -> None:
        await self.show_topic(len(self.topics) - 1)

    async def action_next_pair(self) -> None:
        await self.go_to_pair(self.number + 1)

    async def action_previous_pair(self) -> None:
        await self.go_to_pair(self.number - 1)

    async def go_to_pair(self, number: int) -> None:
        if 0 <= number < len(self.pairs):
            self.number = number
            await self.show_pair()

    def action_side_a(self) -> None:
        self.side = "a"
        self.show_passage()

    def action_side_b(self) -> None:
        self.side = "b"
        self.show_passage()

    def action_more_context(self) -> None:
        self.context = min(self.context + 1, 9)
        self.show_passage()

    def action_less_context(self) -> None:
        self.context = max(self.context - 1, 0)
        self.show_passage()

    async def action_next_view(self) -> None:
        if self.pair is None:
            return
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        await self.show_view()
        if self.view == "pair":
            self.query_one("#queue").focus()

    def action_next_pane(self) -> None:
        """The next pane takes the arrow keys; on a narrow screen the queue slides in when it is its turn."""
        left = self.query_one("#left")
        if self.view == "pair" and not self.has_class("-wide") and not left.has_class("shown"):
            left.add_class("shown")
            self.query_one("#queue").focus()
            return
        left.remove_class("shown")
        self.focus_next()

    def action_help(self) -> None:
        self.app.push_screen(HelpDialog(REVIEW, self.lang))
