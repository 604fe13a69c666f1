"""Deciding on pairs: one key writes the decision, says so, and goes on to the next open pair."""

from __future__ import annotations

from collections.abc import Callable

from claims.errors import ClaimsError, NotFoundError, StaleError
from claims.models import Decision, ReviewStatus
from claims.review import PairView, reshapes
from claims.wording import say
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.screens.finding import Finding

WHY = ("other_period", "other_scope", "same_meaning", "wrong_speaker", "badly_split", "citing_others")


class Deciding(Finding):
    """Every decision is on disk before its message appears."""

    async def decide(self, done: str, act: Callable[[PairView], Decision]) -> None:
        """Write the decision, say so, go on to the next open pair."""
        if self.pair is None or not await self.sees_pair():
            return
        pair = self.pair
        if not await self.attempt(lambda: act(pair)):
            return
        self.refresh_topic()
        self.tell(done, done=True)
        await self.advance()

    async def sees_pair(self) -> bool:
        """Whether the pair is what is looked at; a wide view gives way to it first, and nothing is decided unseen."""
        if self.shown_view == "pair":
            return True
        self.view = "pair"
        await self.show_view()
        self.query_one("#queue").focus()
        self.tell("tui.this_pair")
        return False

    async def attempt(self, act: Callable[[], object], mine: str = "") -> bool:
        """Whether ``act`` went through; what stands against it is said, and the newest state is shown.

        ``mine`` is what the reviewer entered, to be said when somebody else was faster.
        """
        try:
            act()
        except StaleError as error:
            await self.reload()
            self.complain(f"{error}\n{say('tui.yours', self.lang)} {mine}" if mine else str(error))
            return False
        except (ClaimsError, OSError) as error:
            await self.reload()
            self.complain(str(error))
            return False
        return True

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
        self.tell("tui.all_decided")

    async def action_accept(self) -> None:
        await self.decide("tui.done.accepted", lambda p: self.case.accept(p.conflict.id, seen=p.review.version))

    async def action_later(self) -> None:
        await self.decide("tui.done.later", lambda p: self.case.later(p.conflict.id, seen=p.review.version))

    async def action_dismiss_pair(self) -> None:
        if self.pair is None or not await self.sees_pair():
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

    async def action_dismiss_1(self) -> None:
        await self.dismissed(WHY[0])

    async def action_dismiss_2(self) -> None:
        await self.dismissed(WHY[1])

    async def action_dismiss_3(self) -> None:
        await self.dismissed(WHY[2])

    async def action_dismiss_4(self) -> None:
        await self.dismissed(WHY[3])

    async def action_dismiss_5(self) -> None:
        await self.dismissed(WHY[4])

    async def action_dismiss_6(self) -> None:
        await self.dismissed(WHY[5])

    def action_note(self) -> None:
        if self.pair is not None:
            note = self.pair.review.notes
            self.app.push_screen(Ask(say("tui.note", self.lang), note, say("tui.ask_hint", self.lang)), self.noted)

    async def noted(self, text: str | None) -> None:
        if text is None or self.pair is None:
            return
        pair = self.pair
        if await self.attempt(lambda: self.case.note(pair.conflict.id, text, seen=pair.review.version), text):
            self.refresh_topic()
            await self.show_pair()
            self.tell("tui.done.noted", done=True)

    async def action_undo(self) -> None:
        if (target := self.case.next_undo()) is None:
            self.tell("tui.nothing_to_undo")
        else:
            await self.step(target, self.case.undo, "tui.done.undone")

    async def action_redo(self) -> None:
        if (target := self.case.next_redo()) is None:
            self.tell("tui.nothing_to_redo")
        else:
            await self.step(target, self.case.redo, "tui.done.redone")

    async def step(self, target: Decision, act: Callable[[], Decision | None], done: str) -> None:
        """Undo or redo ``target``, say what it was and go to it; in a thread if that changes the analysis."""

        async def told(_result: object) -> None:
            await self.go_to(target.objects[0], in_place=not reshapes(target))
            self.tell(done, done=True, what=self.what(target))

        if reshapes(target):
            self.begin(lambda _progress: act(), told)
        elif await self.attempt(act):
            await told(None)

    async def go_to(self, object_id: str, *, in_place: bool) -> None:
        """Show the pair or the first pair of the statement with that id, if the queue has it."""
        try:
            topic_id, pair_id = self.case.pair_view(object_id).topic.id, object_id
        except NotFoundError:
            try:
                topic_id, pair_id = self.case.statement_view(object_id).topic_id, ""
            except NotFoundError:
                await self.reload()
                return
        place = next((at for at, item in enumerate(self.topics) if item.id == topic_id), -1)
        if not in_place or place < 0:
            await self.load(topic_id, pair_id)
            return
        self.topic = place
        self.refresh_topic()
        await self.show_topic(place, pair_id)
