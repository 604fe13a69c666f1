"""The review: the queue of topics, the pair side by side, the reasons, the passage; one key decides and advances."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from claims.errors import ClaimsError
from claims.models import Decision, ReviewStatus, Span
from claims.review import Case, PairItem, PairView, StatementView, TopicItem, TopicView
from claims.wording import say
from tui import render
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.dialogs.help import HelpDialog
from tui.keys import REVIEW, display
from tui.widgets.panes import Pane, PassagePane, Side, SpeakersPane

VIEWS = ("pair", "speakers", "timeline")
WHY = ("other_period", "other_scope", "same_meaning", "wrong_speaker", "badly_split", "citing_others")
_WATCH = 2.0  # seconds between looks at whether somebody else wrote to the file


class ReviewScreen(Screen[None]):
    """Everything is read through the case and every decision is on disk before its message appears."""

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
        for action in REVIEW:  # worded in the language of the interface, so made per screen and not per class
            self._bindings.bind(
                action.keys,
                action.name,
                say(f"keys.{action.name}", language),
                show=action.footer,
                key_display=display(action.keys),
                priority="tab" in action.keys,
            )

    def compose(self) -> ComposeResult:
        with Horizontal(id="status"):
            yield Static(id="where", markup=False)
            yield Static(id="progress", markup=False)
        with Horizontal(id="body"):
            yield OptionList(id="queue", markup=False)
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
        self.topics = self.case.queue()
        queue = self.query_one("#queue", OptionList)
        queue.clear_options()
        queue.add_options([Option(render.topic_option(item, self.lang), id=item.id) for item in self.topics])
        queue.border_title = say("tui.topics", self.lang, number=len(self.topics))
        self.set_class(not self.topics, "empty")
        self.show_status()
        if not self.topics:
            read = self.case.stats().articles
            words = say("tui.nothing_clashes" if read else "tui.no_articles", self.lang, number=read)
            self.query_one("#empty", Static).update(render.plain(words))
            self.topic, self.pair = -1, None
            return
        places = {item.id: place for place, item in enumerate(self.topics)}
        await self.show_topic(places.get(topic_id, 0), conflict_id)

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
        self.pair = self.case.pair_view(self.pairs[self.number].conflict.id, context=self.context)
        pair = self.pair
        title = say("tui.pair_of", self.lang, number=pair.number, of=pair.of)
        heading = render.plain(f"{pair.topic.label} — {title}").plain
        self.query_one("#reason", Pane).show(render.reasons(pair, self.lang), heading, render.verdict(pair, self.lang))
        for letter in ("a", "b"):
            view = pair.a if letter == "a" else pair.b
            self.query_one(f"#{letter}", Side).show_statement(view, letter.upper(), self.clash(letter), self.lang)
        self.show_passage()
        await self.show_view()

    def clash(self, letter: str) -> list[Span]:
        """The evidence on one side of the current pair."""
        if self.pair is None:
            return []
        return [reason.span_a if letter == "a" else reason.span_b for reason in self.pair.reasons]

    def show_passage(self) -> None:
        """The passage of the chosen side."""
        if self.pair is None:
            return
        view = self.pair.a if self.side == "a" else self.pair.b
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
        """The line on top: which case, which order, how much is decided."""
        kept = "tui.temporary" if self.case.is_temporary else "tui.case"
        only = say("tui.read_only", self.lang) if self.case.read_only else ""
        where = " · ".join(
            filter(None, [say(kept, self.lang, name=self.case.path.name), only, say("tui.order", self.lang)])
        )
        self.query_one("#where", Static).update(render.plain(where))
        self.query_one("#progress", Static).update(render.progress(self.case.stats(), self.lang))

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
        queue = self.query_one("#queue", OptionList)
        queue.replace_option_prompt_at_index(self.topic, render.topic_option(item, self.lang))
        self.show_status()

    async def look_for_others(self) -> None:
        """Somebody else wrote to the file: show what they did, at the place where we are."""
        if self.case.changed() and self.app.screen is self:
            place = self.topics[self.topic].id if self.topics else ""
            await self.load(place, self.pair.conflict.id if self.pair else "")
            self.notify(say("tui.others_wrote", self.lang), markup=False)

    # --- deciding ------------------------------------------------------------------------------------------------

    async def decide(self, done: str, act: Callable[[PairView], Decision]) -> None:
        """Write the decision, say so, go on to the next open pair."""
        if self.pair is None:
            return
        try:
            act(self.pair)
        except ClaimsError as error:
            self.notify(render.plain(str(error)).plain, severity="error", markup=False, timeout=10)
            await self.load(self.topics[self.topic].id, self.pair.conflict.id)
            return
        self.refresh_topic()
        self.notify(say(done, self.lang), markup=False, timeout=3)
        await self.advance()

    async def advance(self) -> None:
        """To the next open pair of the topic, else the next topic with one; with none left, stay and say so."""
        for at in [*range(self.number + 1, len(self.pairs)), *range(self.number)]:
            if self.pairs[at].review.status is ReviewStatus.OPEN:
                self.number = at
                await self.show_pair()
                return
        for place in [*range(self.topic + 1, len(self.topics)), *range(self.topic)]:
            if self.topics[place].open:
                await self.show_topic(place)
                return
        await self.show_pair()
        self.notify(say("tui.all_decided", self.lang), markup=False)

    async def action_accept(self) -> None:
        await self.decide("tui.done.accepted", lambda p: self.case.accept(p.conflict.id, seen=p.review.version))

    async def action_later(self) -> None:
        await self.decide("tui.done.later", lambda p: self.case.later(p.conflict.id, seen=p.review.version))

    def action_dismiss_pair(self) -> None:
        if self.pair is None:
            return
        options = [(token, say(f"dismiss.{token}", self.lang)) for token in WHY]
        options.append(("none", say("dismiss.none", self.lang)))
        dialog = Choose(say("tui.why_dismiss", self.lang), options, say("tui.choose_hint", self.lang))
        self.app.push_screen(dialog, self.dismissed)

    async def dismissed(self, answer: str | None) -> None:
        if answer is not None:
            why = "" if answer == "none" else answer
            await self.decide(
                "tui.done.dismissed", lambda p: self.case.dismiss(p.conflict.id, why, seen=p.review.version)
            )

    async def action_undo(self) -> None:
        await self.step(self.case.undo, "tui.done.undone", "tui.nothing_to_undo")

    async def action_redo(self) -> None:
        await self.step(self.case.redo, "tui.done.redone", "tui.nothing_to_redo")

    async def step(self, act: Callable[[], Decision | None], done: str, nothing: str) -> None:
        """Undo or redo, then go to what it was about."""
        try:
            decision = act()
        except ClaimsError as error:
            self.notify(render.plain(str(error)).plain, severity="error", markup=False)
            return
        if decision is None:
            self.notify(say(nothing, self.lang), markup=False)
            return
        found = {pair.conflict.id: item.id for item in self.case.queue() for pair in self.case.pairs(item.id)}
        conflict = decision.objects[0]
        await self.load(found.get(conflict, ""), conflict)
        self.notify(say(done, self.lang), markup=False, timeout=3)

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
        queue = self.query_one("#queue")
        if self.view == "pair" and not self.has_class("-wide") and not queue.has_class("shown"):
            queue.add_class("shown")
            queue.focus()
            return
        queue.remove_class("shown")
        self.focus_next()

    # --- tables and the way out ----------------------------------------------------------------------------------

    def action_export(self) -> None:
        target = str(Path.cwd() / "tables")
        self.app.push_screen(
            Ask(say("tui.export_where", self.lang), target, say("tui.ask_hint", self.lang)), self.export
        )

    def export(self, folder: str | None) -> None:
        """Write the tables; what went wrong is said, and nothing of the old tables is lost."""
        if folder is None:
            return
        from claims.export import write_csv

        try:
            written = write_csv(self.case.findings(), Path(folder), reviewed=self.case.reviewed(), language=self.lang)
        except (ClaimsError, OSError) as error:
            self.notify(render.plain(str(error)).plain, severity="error", markup=False, timeout=10)
            return
        names = ", ".join(path.name for path in written)
        self.notify(render.plain(say("tui.exported", self.lang, names=names, folder=folder)).plain, markup=False)

    def action_help(self) -> None:
        self.app.push_screen(HelpDialog(REVIEW, self.lang))

    def action_quit(self) -> None:
        """A temporary case is offered to be kept; nothing else has to be saved."""
        if not self.case.is_temporary:
            self.app.exit()
            return
        options = [(token, say(f"tui.keep.{token}", self.lang)) for token in ("keep", "drop", "stay")]
        self.app.push_screen(
            Choose(say("tui.keep_case", self.lang), options, say("tui.choose_hint", self.lang)), self.leave
        )

    def leave(self, answer: str | None) -> None:
        if answer == "drop":
            self.app.exit()
        elif answer == "keep":
            self.app.push_screen(
                Ask(say("tui.keep_where", self.lang), str(Path.cwd() / "claims.db"), say("tui.ask_hint", self.lang)),
                self.keep,
            )

    def keep(self, path: str | None) -> None:
        if path is None:
            return
        try:
            self.case.keep(path)
        except (ClaimsError, OSError) as error:
            self.notify(render.plain(str(error)).plain, severity="error", markup=False, timeout=10)
            return
        self.app.exit()
