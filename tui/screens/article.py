"""One article whole: every statement in it marked, and a cursor to mark a passage that the tool missed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from claims.models import Article, Span, Statement
from claims.review import Case
from claims.safe import safe_text
from claims.wording import say
from tui import render
from tui.dialogs.form import Field, Form
from tui.keys import ARTICLE
from tui.screens.working import Working
from tui.words import words_of

SHOWN = "underline"
HERE = "bold underline"
CURSOR = "reverse"
MARKED = "bold reverse"


class ArticleScreen(Working):
    """Statements underlined, the one it was opened for in bold; the cursor stands on a word."""

    ACTIONS = ARTICLE

    def __init__(self, case: Case, article: Article, language: str, statement: Statement | None = None) -> None:
        """``statement`` is the one to open the article at, else it opens at its beginning."""
        super().__init__(case, language)
        self.article, self.here = article, statement.id if statement is not None else ""
        self.words = words_of(article.text)
        start = statement.char_start if statement is not None else 0
        self.word = next((at for at, word in enumerate(self.words) if word.end > start), 0)
        self.mark = -1  # word at which the marked passage begins
        self.text = Content("")  # with the statements marked, without the cursor

    def compose(self) -> ComposeResult:
        yield Static(id="reading", markup=False)
        with VerticalScroll(id="whole") as whole:
            whole.border_title = render.plain(self.article.title or self.article.outlet).plain
            yield Static(id="text", markup=False)
        yield self.hints()

    async def on_mount(self) -> None:
        self.query_one("#whole").focus()
        await self.renew()
        self.call_after_refresh(self.follow)

    async def renew(self) -> None:
        """Read the statements of the article anew."""
        self.text = Content(safe_text(self.article.text, lines=True))
        for view in self.case.statements(article_id=self.article.id, limit=-1):
            said = view.statement
            style = HERE if said.id == self.here else SHOWN
            self.text = self.text.stylize(style, said.char_start, said.char_end)
        self.draw()

    def draw(self) -> None:
        """The text with what is under the cursor."""
        text = self.text
        if self.words:
            passage = self.passage()
            text = text.stylize(MARKED if self.mark >= 0 else CURSOR, passage.start, passage.end)
        self.query_one("#text", Static).update(text)

    def show_progress(self, words: str) -> None:
        reading = self.query_one("#reading", Static)
        reading.update(render.plain(words, "bold"))
        reading.display = bool(words)

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
            self.tell("tui.mark_passage")
            return
        fields = [Field(name, say(f"tui.label.{name}", self.lang), "") for name in ("speaker", "claim_date")]
        question = say("tui.add_statement", self.lang)
        self.app.push_screen(Form(question, fields, say("tui.form_hint", self.lang)), self.add)

    def add(self, answers: dict[str, str] | None) -> None:
        """Add the marked passage as what the named speaker said."""
        if answers is None:
            return
        passage, self.mark = self.passage(), -1
        self.act(
            "tui.done.added",
            lambda: self.case.add_statement(
                self.article.id,
                [(passage.start, passage.end)],
                speaker=answers.get("speaker", ""),
                claim_date=answers.get("claim_date", ""),
            ),
        )
