"""Speakers: spellings, statements over time with shifts marked; spellings joined and wrongly joined ones parted."""

from __future__ import annotations

from textual.content import Content

from claims.review import SpeakerItem
from claims.wording import count, say
from tui import render
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.keys import PEOPLE
from tui.screens.entries import Entries
from tui.timeline import timeline
from tui.widgets.panes import Pane


class PeopleScreen(Entries[SpeakerItem]):
    """Left who speaks in the case, right what they said."""

    ACTIONS = PEOPLE
    marked: tuple[str, ...] = ()

    def read(self) -> list[SpeakerItem]:
        return self.case.speakers()

    def heading(self) -> str:
        return say("tui.people", self.lang, number=len(self.entries))

    def lines(self, entry: SpeakerItem) -> tuple[Content, Content]:
        sign = "■ " if entry.speaker.id in self.marked else ""
        counts = [count(entry.statements, "statements", self.lang)]
        if entry.conflicts:
            counts.append(count(entry.conflicts, "conflict", self.lang))
        if entry.shifts:
            counts.append(f"{render.SHIFT} {count(entry.shifts, 'shift', self.lang)}")
        return render.plain(f"{sign}{entry.speaker.name}", "bold"), render.plain(f"  {' · '.join(counts)}", "dim")

    def show_about(self) -> None:
        """Role, spellings, then everything said, by date."""
        item, pane = self.current(), self.query_one("#about", Pane)
        if item is None:
            pane.show(render.plain(say("tui.no_people", self.lang)))
            return
        speaker = item.speaker
        spellings = " · ".join(dict.fromkeys((speaker.name, *speaker.aliases)))
        head = [render.plain(part, "italic") for part in (speaker.role, speaker.party) if part]
        head.append(render.plain(f"{say('tui.spellings', self.lang)} {spellings}", "dim"))
        said = self.case.statements(speaker_id=speaker.id)
        shifts = self.case.shifts(speaker.id) if item.shifts else []
        width = max(20, pane.content_region.width - 1)
        rows = timeline(said, shifts, {}, self.lang, width=width, named=False)
        pane.show(render.lines([*head, Content(" "), rows.text]), render.plain(speaker.name).plain)

    def action_mark(self) -> None:
        item = self.current()
        if item is None:
            return
        name = item.speaker.id
        without = tuple(one for one in self.marked if one != name)
        self.marked = (*self.marked, name) if without == self.marked else without
        self.query_one("#entries").refresh()

    def action_merge(self) -> None:
        """The marked speakers are one; which ones is said before it is done."""
        marked = [item.speaker for item in self.entries if item.speaker.id in self.marked]
        if len(marked) < 2:
            self.tell("tui.mark_two_people")
            return
        words = say("tui.merge_people", self.lang, names=" = ".join(speaker.name for speaker in marked))
        options = [(token, say(f"tui.{token}", self.lang)) for token in ("yes", "no")]
        self.app.push_screen(Choose(words, options, say("tui.choose_hint", self.lang)), self.merged)

    def merged(self, answer: str | None) -> None:
        if answer == "yes":
            marked, self.marked = self.marked, ()
            self.act("tui.done.people_merged", lambda: self.case.merge_speakers(marked))

    def action_split(self) -> None:
        """Choose the spelling that is somebody else."""
        item = self.current()
        if item is None:
            return
        spellings = [name for name in item.speaker.aliases if name != item.speaker.name]
        if not spellings:
            self.tell("tui.one_spelling")
            return
        options = [(name, name) for name in spellings]
        self.app.push_screen(
            Choose(say("tui.split_spelling", self.lang), options, say("tui.choose_hint", self.lang)), self.parted
        )

    def parted(self, spelling: str | None) -> None:
        item = self.current()
        if spelling and item is not None:
            self.act("tui.done.people_split", lambda: self.case.split_speaker(item.speaker.id, [spelling]))

    def action_alias(self) -> None:
        if self.current() is not None:
            self.app.push_screen(Ask(say("tui.alias", self.lang), "", say("tui.ask_hint", self.lang)), self.named)

    def named(self, spelling: str | None) -> None:
        item = self.current()
        if spelling and item is not None:
            self.act("tui.done.alias", lambda: self.case.alias(item.speaker.id, spelling))
