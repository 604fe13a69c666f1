"""One article whole: every statement in it marked, and a cursor to mark a passage that the tool missed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Footer, Static

from claims.errors import ClaimsError
from claims.models import Span
from claims.review import Case
from claims.safe import safe_text
from claims.wording import say
from tui import render
from tui.dialogs.form import Field, Form
from tui.dialogs.help import HelpDialog
from tui.keys import ARTICLE, bindings
from tui.words import words_of

SHOWN = "underline"
HERE = "bold underline"
CURSOR = "reverse"
MARKED = "bold reverse"


class ArticleScreen(Screen[None]):
    """Statements underlined, the one it was opened for in bold; the cursor stands on a word."""

    def __init__(self, case: Case, article_id: str, statement_id: str, language: str) -> None:
        super().__init__()
        self.case, self.article_id, self.statement_id, self.lang = case, article_id, statement_id, language
        self.article = case.statement_view(statement_id).article
        self.words = words_of(self.article.text)
        start = case.statement_view(statement_id).statement.char_start
        self.word = next((at for at, word in enumerate(self.words) if word.end > start), 0)
        self.mark = -1  # word at which the marked passage begins
        self._bindings = BindingsMap.merge([self._bindings, bindings(ARTICLE, language)])

    def compose(self) -> ComposeResult:
        title = Content(safe_text(self.article.title or self.article.outlet))
        with VerticalScroll(id="whole") as whole:
            whole.border_title = title
            yield Static(id="text", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#whole").focus()
        self.draw()
        self.call_after_refresh(self.follow)

    def draw(self) -> None:
        """The text with everything marked in it."""
        text = Content(safe_text(self.article.text, lines=True))
        for view in self.case.statements(article_id=self.article_id):
            said = view.statement
            style = HERE if said.id == self.statement_id else SHOWN
            text = text.stylize(style, said.char_start, said.char_end)
        if self.words:
            passage = self.passage()
            text = text.stylize(MARKED if self.mark >= 0 else CURSOR, passage.start, passage.end)
        self.query_one("#text", Static).update(text)

    def passage(self) -> Span:
        """From the mark to the cursor, or the word under the cursor."""
        first, last = sorted((self.mark if self.mark >= 0 else self.word, self.word))
        return Span(self.words[first].start, self.words[last].end)

    def follow(self) -> None:
        """Scroll so that the cursor is on the screen."""
        if not self.words:
            return
        width = max(1, self.query_one("#text").size.width)
        before = Content(safe_text(self.article.text[: self.words[self.word].end], lines=True))
        line = before.get_height({}, width) - 1
        self.query_one("#whole", VerticalScroll).scroll_to_region(Region(0, max(0, line - 3), 1, 7), animate=False)

    def move(self, step: int) -> None:
        if self.words:
            self.word = min(max(0, self.word + step), len(self.words) - 1)
            self.draw()
            self.follow()

    def action_next_word(self) -> None:
        self.move(1)

    def action_previous_word(self) -> None:
        self.move(-1)

    def action_next_line(self) -> None:
        """To the first word of the next line of the article."""
        end = self.article.text.find("\n", self.words[self.word].end) if self.words else -1
        if end >= 0:
            self.move(sum(1 for word in self.words[self.word + 1 :] if word.end <= end) + 1)

    def action_previous_line(self) -> None:
        if self.words:
            start = self.article.text.rfind("\n", 0, self.words[self.word].start)
            before = self.article.text.rfind("\n", 0, max(0, start)) if start > 0 else -1
            self.move(-sum(1 for word in self.words[: self.word] if word.start > before))

    def action_mark(self) -> None:
        """Begin a passage here, or give it up."""
        self.mark = -1 if self.mark >= 0 else self.word
        self.draw()

    def action_add_statement(self) -> None:
        if not self.words or self.mark < 0:
            self.notify(say("tui.mark_passage", self.lang), markup=False)
            return
        fields = [Field(name, say(f"tui.label.{name}", self.lang), "") for name in ("speaker", "claim_date")]
        question = say("tui.add_statement", self.lang)
        self.app.push_screen(Form(question, fields, say("tui.form_hint", self.lang)), self.add)

    def add(self, answers: dict[str, str] | None) -> None:
        """Add the marked passage as what the named speaker said."""
        if answers is None:
            return
        passage = self.passage()
        try:
            self.case.add_statement(
                self.article_id,
                [(passage.start, passage.end)],
                speaker=answers.get("speaker", ""),
                claim_date=answers.get("claim_date", ""),
            )
        except ClaimsError as error:
            self.notify(render.plain(str(error)).plain, severity="error", markup=False, timeout=10)
            return
        self.mark = -1
        self.draw()
        self.notify(say("tui.done.added", self.lang), markup=False, timeout=3)

    def action_help(self) -> None:
        self.app.push_screen(HelpDialog(ARTICLE, self.lang))

    def action_back(self) -> None:
        self.dismiss(None)
