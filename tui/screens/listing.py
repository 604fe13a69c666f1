"""The queue of topics and the line on top: read, kept in step with what is decided, filled up while it is looked at."""

from __future__ import annotations

import gc
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from claims.review import Case, PairItem, PairView, QueueFilter, StatementView, Stats, TopicItem, TopicView
from claims.wording import say
from tui import render
from tui.screens.working import Working
from tui.widgets.queue import Queue

PAGE = 200  # topics that are read before the screen stands; the others follow while it is looked at
_AFTER = 0.2  # seconds until they do, so that the first page is drawn before


class Read(NamedTuple):
    """The queue as it was read, under which filter."""

    chosen: QueueFilter
    topics: list[TopicItem]
    stats: Stats


class Listing(Working):
    """What the review is about: its topics, and which of them is shown."""

    def __init__(self, case: Case, language: str) -> None:
        super().__init__(case, language)
        self.topics: list[TopicItem] = []
        self.topic = -1  # place in the queue
        self.matter: TopicView | None = None  # the topic with all that is said on it
        self.pairs: list[PairItem] = []
        self.number = 0  # of the pair in its topic, from 0
        self.pair: PairView | None = None
        self.side = "a"
        self.context = 1
        self.view = "pair"
        self.voices: list[StatementView] = []  # in the order of the wide view that is shown
        self.voice = 0  # the one that is chosen there
        self.chosen = QueueFilter()
        self.marked: dict[str, str] = {}  # statement id → how it is called
        self.marked_topics: dict[str, str] = {}
        self.stats: Stats | None = None

    async def load(self, topic_id: str = "", conflict_id: str = "") -> None:
        """Read the queue anew and show the topic and pair that are asked for, else the first."""
        await self.show_read(self.read_queue(self.chosen, topic_id), topic_id, conflict_id)

    def read_queue(self, chosen: QueueFilter, topic_id: str = "") -> Read:
        """The first page and the figures; the whole queue when ``topic_id`` stands beyond that page."""
        topics = self.case.queue(chosen, limit=PAGE)
        if len(topics) == PAGE and topic_id and all(item.id != topic_id for item in topics):
            topics = self.case.queue(chosen)
        return Read(chosen, topics, self.case.stats())

    async def show_read(self, read: Read, topic_id: str = "", conflict_id: str = "") -> None:
        """Show what was read, unless something else is asked for by now."""
        if read.chosen != self.chosen:
            return
        self.topics, self.stats = read.topics, read.stats
        if len(self.topics) == PAGE:
            self.set_timer(_AFTER, self._read_rest)
        self.show_queue()
        self.set_class(not self.topics, "empty")
        self.show_status()
        if not self.topics:
            number = self.stats.articles
            key = "tui.no_match" if self.narrowed else "tui.nothing_clashes" if number else "tui.no_articles"
            self.query_one("#empty", Static).update(render.plain_lines(say(key, self.lang, number=number)))
            self.topic, self.pair, self.pairs, self.matter, self.voices = -1, None, [], None, []
            return
        places = {item.id: place for place, item in enumerate(self.topics)}
        await self.show_topic(places.get(topic_id, 0), conflict_id)

    def _read_rest(self) -> None:
        """The topics after the first page, read in a thread."""
        chosen, known = self.chosen, [item.id for item in self.topics]
        self.fetch(
            lambda: self.case.queue(chosen, offset=len(known)), lambda rest: self._add_rest(chosen, known, rest), "rest"
        )

    def _add_rest(self, chosen: QueueFilter, known: list[str], rest: list[TopicItem]) -> None:
        if chosen == self.chosen and known == [item.id for item in self.topics]:
            self.topics += rest
            self.show_queue()
            gc.freeze()  # what is read once stays: not to be looked through again at every key

    @property
    def narrowed(self) -> bool:
        return self.chosen != QueueFilter()

    def show_queue(self) -> None:
        queue = self.query_one("#queue", Queue)
        queue.show(len(self.topics), self.draw_topic)
        title = say("tui.topics_narrowed" if self.narrowed else "tui.topics", self.lang, number=len(self.topics))
        queue.border_title = Content(title)

    def draw_topic(self, place: int) -> tuple[Content, Content]:
        item = self.topics[place]
        return render.topic_lines(item, self.lang, marked=item.id in self.marked_topics)

    def refresh_topic(self) -> None:
        """Bring the current line of the queue and the figures in step with the decisions on its pairs."""
        before, now = self.topics[self.topic], self.case.topic_item(self.topics[self.topic].id)
        self.topics[self.topic] = now
        self.pairs = self.case.pairs(now.id)
        if self.matter is not None:
            self.matter = self.matter.model_copy(update={"pairs": tuple(self.pairs)})
        if self.stats is not None:
            fields = ("open", "later", "accepted", "dismissed")
            moved = {name: getattr(self.stats, name) + getattr(now, name) - getattr(before, name) for name in fields}
            self.stats = self.stats.model_copy(update=moved)
        self.query_one("#queue", Queue).refresh()
        self.show_status()

    def show_status(self) -> None:
        """The line on top: which case, which order, how much is decided, what is marked."""
        if self.stats is None or self.busy:
            return
        marked = len(self.marked) + len(self.marked_topics)
        parts = [
            say("tui.temporary" if self.case.is_temporary else "tui.case", self.lang, name=self.case.path.name),
            say("tui.read_only", self.lang) if self.case.read_only else "",
            say("tui.needs_run", self.lang) if self.stats.needs_run else "",
            say("tui.marked", self.lang, number=marked) if marked else say("tui.order", self.lang),
        ]
        self.query_one("#where", Static).update(render.plain(" · ".join(part for part in parts if part)))
        decided = self.stats.accepted + self.stats.dismissed
        self.query_one("#progress", Static).update(render.progress(decided, self.stats.conflicts, self.lang))

    def show_progress(self, words: str) -> None:
        if words:
            self.query_one("#where", Static).update(render.plain(words, "bold"))
        else:
            self.show_status()

    async def show_topic(self, place: int, conflict_id: str = "") -> None:
        """Show the topic at ``place`` of the queue, at the pair asked for, else at its first open one."""
        raise NotImplementedError
