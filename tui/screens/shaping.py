"""Shaping what was found: edit, strike, mark, merge, split, declare, verdict, an article's metadata."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from claims.models import Span, VerdictLevel
from claims.review import Effect
from claims.wording import count, say
from tui.dialogs.choose import Choose
from tui.dialogs.extent import Extent
from tui.dialogs.form import Field, Form
from tui.screens.articles import metadata_form
from tui.screens.deciding import Deciding

EDITABLE = ("speaker", "speaker_role", "claim_date", "about_date", "stance")


class Shaping(Deciding):
    """Merge and split show what they would touch before they do it; the wording of a statement never changes."""

    def form(self, question: str, fields: list[Field], answer: Callable[[dict[str, str] | None], object]) -> None:
        self.app.push_screen(Form(say(question, self.lang), fields, say("tui.form_hint", self.lang)), answer)  # type: ignore[arg-type]

    def labelled(self, name: str, value: str) -> Field:
        return Field(name, say(f"tui.label.{name}", self.lang), value)

    def action_edit(self) -> None:
        view = self.current()
        if view is None:
            return
        said = view.statement
        values = (said.speaker, said.speaker_role, said.claim_date.value, said.about_date.value, said.stance.value)
        fields = [self.labelled(name, value) for name, value in zip(EDITABLE, values, strict=True)]
        self.form("tui.edit", fields, self.edited)

    def edited(self, answers: dict[str, str] | None) -> None:
        view = self.current()
        if answers and view is not None:
            self.act(
                "tui.done.edited",
                lambda: self.case.edit_statement(
                    view.statement.id, spans=None, note="", seen=view.review.version, **answers
                ),
                ", ".join(answers.values()),
            )

    def action_extent(self) -> None:
        """Words in or out at both ends of the statement."""
        view = self.current()
        if view is not None:
            dialog = Extent(view.article.text, view.statement.claim_spans, self.lang)
            self.app.push_screen(dialog, self.cut)

    def cut(self, spans: list[Span] | None) -> None:
        view = self.current()
        if spans and view is not None:
            self.act(
                "tui.done.edited",
                lambda: self.case.edit_statement(view.statement.id, spans=spans, seen=view.review.version),
                " … ".join(view.article.text[span.start : span.end] for span in spans),
            )

    def action_strike(self) -> None:
        view = self.current()
        if view is not None:
            self.act("tui.done.struck", lambda: self.case.strike(view.statement.id, seen=view.review.version))

    async def action_mark(self) -> None:
        """Mark the statement on the chosen side, or take its mark away."""
        view = self.current()
        if view is None:
            return
        if self.marked.pop(view.statement.id, None) is None:
            self.marked[view.statement.id] = view.name
        self.show_status()
        if self.shown_view == "pair":
            await self.show_pair()
        else:
            self.show_voices()

    async def action_mark_topic(self) -> None:
        """Mark the topic, or take its mark away."""
        if self.matter is None:
            return
        item = self.topics[self.topic]
        if self.marked_topics.pop(item.id, None) is None:
            self.marked_topics[item.id] = item.label
        self.refresh_topic()

    def action_merge(self) -> None:
        if len(self.marked_topics) < 2:
            self.tell("tui.mark_two_topics")
            return
        self.confirm("tui.merge", self.case.preview_merge(list(self.marked_topics)), self.merged)

    def merged(self, answer: str | None) -> None:
        if answer == "yes":
            topics = list(self.marked_topics)
            self.marked_topics.clear()
            self.act("tui.done.merged", lambda: self.case.merge_topics(topics))

    def action_split(self) -> None:
        if not self.marked:
            self.tell("tui.mark_statements")
            return
        self.confirm("tui.split", self.case.preview_split(list(self.marked)), self.split_off)

    def split_off(self, answer: str | None) -> None:
        if answer == "yes":
            statements = list(self.marked)
            self.marked.clear()
            self.act("tui.done.split", lambda: self.case.split(statements))

    def confirm(self, question: str, effect: Effect, answer: Callable[[str | None], object]) -> None:
        """Say what it would touch and ask."""
        counted = {name: count(getattr(effect, name), name, self.lang) for name in ("statements", "pairs", "topics")}
        words = say(question, self.lang, decided=effect.decided, **counted)
        options = [(token, say(f"tui.{token}", self.lang)) for token in ("yes", "no")]
        self.app.push_screen(Choose(words, options, say("tui.choose_hint", self.lang)), answer)  # type: ignore[arg-type]

    def action_declare(self) -> None:
        """The two marked statements clash, and the tool did not see it."""
        if len(self.marked) != 2:
            self.tell("tui.mark_two")
            return
        a, b = self.marked
        self.marked.clear()
        self.act("tui.done.declared", lambda: self.case.declare_conflict(a, b))

    def action_verdict(self) -> None:
        view = self.current()
        if view is None:
            return
        review = view.review
        fields = [
            self.labelled("verdict", review.verdict),
            self.labelled("level", review.verdict_level.value),
            self.labelled("evidence_urls", " ".join(review.evidence_urls)),
            self.labelled("tags", " ".join(review.tags)),
        ]
        self.form("tui.verdict", fields, self.judged)

    async def judged(self, answers: dict[str, str] | None) -> None:
        view = self.current()
        if not answers or view is None:
            return
        level = answers.get("level", "").upper()
        if level not in [item.value for item in VerdictLevel]:
            levels = ", ".join(item.value for item in VerdictLevel if item.value)
            self.complain(say("tui.bad_level", self.lang, levels=levels))
            return
        judge = partial(
            self.case.set_verdict,
            view.statement.id,
            verdict=answers.get("verdict"),
            level=VerdictLevel(level) if "level" in answers else None,
            evidence_urls=answers["evidence_urls"].split() if "evidence_urls" in answers else None,
            tags=answers["tags"].split() if "tags" in answers else None,
            seen=view.review.version,
        )
        if await self.attempt(judge, ", ".join(answers.values())):
            await self.reload()
            self.tell("tui.done.judged", done=True)

    def action_metadata(self) -> None:
        view = self.current()
        if view is not None:
            self.app.push_screen(metadata_form(view.article, self.lang), self.described)

    def described(self, answers: dict[str, str] | None) -> None:
        view = self.current()
        if answers and view is not None:
            self.act(
                "tui.done.described",
                lambda: self.case.set_article_metadata(view.article.id, note="", seen=None, **answers),
            )
