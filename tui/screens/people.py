"""Speakers: spellings, statements over time with shifts marked; spellings joined and wrongly joined ones parted."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from claims.errors import ClaimsError
from claims.review import Case, SpeakerItem, StatementView
from claims.wording import count, say
from tui import render
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.dialogs.help import HelpDialog
from tui.keys import PEOPLE, bindings
from tui.timeline import timeline
from tui.widgets.panes import Pane


class PeopleScreen(Screen[None]):
    """Left who speaks in the case, right what they said."""

    def __init__(self, case: Case, language: str) -> None:
        super().__init__()
        self.case, self.lang = case, language
        self.people: list[SpeakerItem] = []
        self.marked: list[str] = []
        self.said: list[StatementView] = []
        self._bindings = BindingsMap.merge([self._bindings, bindings(PEOPLE, language)])

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(id="people", markup=False)
            yield Pane(id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.load()
        self.query_one("#people").focus()

    def load(self, place: int = 0) -> None:
        """Read the speakers anew."""
        self.people = self.case.speakers()
        people = self.query_one("#people", OptionList)
        people.clear_options()
        people.add_options([Option(self.option(item)) for item in self.people])
        people.border_title = Content(say("tui.people", self.lang, number=len(self.people)))
        if self.people:
            people.highlighted = min(place, len(self.people) - 1)

    def option(self, item: SpeakerItem) -> Content:
        sign = "■ " if item.speaker.id in self.marked else ""
        counts = " · ".join(
            count(number, noun, self.lang)
            for number, noun in ((item.statements, "statements"), (item.conflicts, "conflict"))
        )
        shifts = f" · {render.SHIFT} {count(item.shifts, 'shift', self.lang)}" if item.shifts else ""
        return render.lines([render.plain(f"{sign}{item.speaker.name}", "bold"), render.plain(counts + shifts, "dim")])

    def current(self) -> SpeakerItem | None:
        at = self.query_one("#people", OptionList).highlighted
        return self.people[at] if at is not None and at < len(self.people) else None

    def on_option_list_option_highlighted(self) -> None:
        item = self.current()
        if item is None:
            return
        speaker = item.speaker
        spellings = " · ".join(dict.fromkeys((speaker.name, *speaker.aliases)))
        head = [render.plain(part, "italic") for part in (speaker.role, speaker.party) if part]
        head.append(render.plain(f"{say('tui.spellings', self.lang)} {spellings}", "dim"))
        self.said = self.case.statements(speaker_id=speaker.id)
        topics = dict.fromkeys(view.topic_id for view in self.said if view.topic_id) if item.shifts else {}
        pairs = [pair for topic in topics for pair in self.case.pairs(topic)]
        pane = self.query_one("#said", Pane)
        width = max(20, pane.content_region.width - 1)
        rows = timeline(self.said, pairs, {}, self.lang, width=width, named=False)
        pane.show(render.lines([*head, Content(" "), rows.text]), render.plain(speaker.name).plain)

    def on_resize(self) -> None:
        self.call_after_refresh(self.on_option_list_option_highlighted)

    def attempt(self, act: Callable[[], object], done: str) -> None:
        """Do it and say so, or say what stands against it."""
        at = self.query_one("#people", OptionList).highlighted or 0
        try:
            act()
        except ClaimsError as error:
            self.notify(render.plain(str(error)).plain, severity="error", markup=False, timeout=10)
            return
        self.load(at)
        self.notify(say(done, self.lang), markup=False, timeout=3)

    def action_mark(self) -> None:
        item = self.current()
        if item is None:
            return
        if item.speaker.id in self.marked:
            self.marked.remove(item.speaker.id)
        else:
            self.marked.append(item.speaker.id)
        people = self.query_one("#people", OptionList)
        if people.highlighted is not None:
            people.replace_option_prompt_at_index(people.highlighted, self.option(item))

    def action_merge(self) -> None:
        """The marked speakers are one."""
        if len(self.marked) < 2:
            self.notify(say("tui.mark_two_people", self.lang), markup=False)
            return
        marked, self.marked = self.marked, []
        self.attempt(lambda: self.case.merge_speakers(marked), "tui.done.people_merged")

    def action_split(self) -> None:
        """Choose the spelling that is somebody else."""
        item = self.current()
        if item is None:
            return
        spellings = [name for name in item.speaker.aliases if name != item.speaker.name]
        if not spellings:
            self.notify(say("tui.one_spelling", self.lang), markup=False)
            return
        options = [(name, name) for name in spellings]
        self.app.push_screen(
            Choose(say("tui.split_spelling", self.lang), options, say("tui.choose_hint", self.lang)), self.parted
        )

    def parted(self, spelling: str | None) -> None:
        item = self.current()
        if spelling and item is not None:
            self.attempt(lambda: self.case.split_speaker(item.speaker.id, [spelling]), "tui.done.people_split")

    def action_alias(self) -> None:
        if self.current() is not None:
            self.app.push_screen(Ask(say("tui.alias", self.lang), "", say("tui.ask_hint", self.lang)), self.named)

    def named(self, spelling: str | None) -> None:
        item = self.current()
        if spelling and item is not None:
            self.attempt(lambda: self.case.alias(item.speaker.id, spelling), "tui.done.alias")

    def action_undo(self) -> None:
        self.attempt(self.case.undo, "tui.done.undone")

    def action_help(self) -> None:
        self.app.push_screen(HelpDialog(PEOPLE, self.lang))

    def action_back(self) -> None:
        self.dismiss(None)
