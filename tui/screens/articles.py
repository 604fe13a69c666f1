"""Articles: what was read, what was skipped and why; more of them added, with progress, and given up by escape."""

from __future__ import annotations

import webbrowser

from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from claims.errors import ClaimsError
from claims.models import Skipped
from claims.review import AddReport, ArticleItem, Case
from claims.wording import count, day, say
from tui import render
from tui.dialogs.ask import Ask
from tui.dialogs.form import Field, Form
from tui.dialogs.help import HelpDialog
from tui.keys import ARTICLES, bindings
from tui.screens.shaping import METADATA
from tui.screens.working import Working
from tui.widgets.panes import Pane


class ArticlesScreen(Working):
    """Left the articles, right what is known of one and what was skipped."""

    def __init__(self, case: Case, language: str, *, adding: bool = False) -> None:
        super().__init__(case, language)
        self.adding = adding
        self.items: list[ArticleItem] = []
        self._bindings = BindingsMap.merge([self._bindings, bindings(ARTICLES, language)])

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(id="articles", markup=False)
            yield Pane(id="about")
        yield Static(id="reading", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.load()
        self.query_one("#articles").focus()
        if self.adding:
            self.action_add_articles()

    def load(self) -> None:
        """Read the list anew."""
        self.items = self.case.articles()
        articles = self.query_one("#articles", OptionList)
        articles.clear_options()
        articles.add_options([Option(self.option(item)) for item in self.items])
        articles.border_title = Content(say("tui.articles", self.lang, number=len(self.items)))
        if self.items:
            articles.highlighted = 0
        else:
            self.show_skipped()

    def option(self, item: ArticleItem) -> Content:
        article = item.article
        sign = "! " if item.notices else ""
        date = day(article.published.value, self.lang) or say("tui.no_date", self.lang)
        return render.lines(
            [
                render.plain(f"{sign}{article.title or article.outlet}", "bold"),
                render.plain(f"{article.outlet} · {date} · {count(item.statements, 'statements', self.lang)}", "dim"),
            ]
        )

    def current(self) -> ArticleItem | None:
        at = self.query_one("#articles", OptionList).highlighted
        return self.items[at] if at is not None and at < len(self.items) else None

    def on_option_list_option_highlighted(self) -> None:
        self.show_skipped()

    def show_skipped(self) -> None:
        """What is known of the article, then everything that was skipped and why."""
        item = self.current()
        parts: list[Content] = []
        if item is not None:
            article = item.article
            date = day(article.published.value, self.lang) or say("tui.no_date", self.lang)
            facts = (article.title, article.publisher, article.agency, article.author, date, article.url)
            parts += [render.plain(fact) for fact in facts if fact]
            parts += [render.plain(f"! {self.worded(notice)}", "bold") for notice in item.notices]
        skipped = self.case.skipped()
        if skipped:
            parts += [Content(" "), render.plain(say("view.skipped", self.lang), "bold")]
            parts += [render.plain(f"{notice.source}: {self.worded(notice)}") for notice in skipped]
        title = render.plain(item.article.outlet).plain if item else ""
        self.query_one("#about", Pane).show(render.lines(parts), title)

    def worded(self, notice: Skipped) -> str:
        return say(notice.key, self.lang, **notice.values)

    def action_metadata(self) -> None:
        item = self.current()
        if item is None:
            return
        article = item.article
        values = (article.published.value, article.publisher, article.title, article.url, article.archive_url)
        fields = [
            Field(name, say(f"tui.label.{name}", self.lang), value)
            for name, value in zip(METADATA, values, strict=True)
        ]
        self.app.push_screen(
            Form(say("tui.metadata", self.lang), fields, say("tui.form_hint", self.lang)), self.described
        )

    def described(self, answers: dict[str, str] | None) -> None:
        item = self.current()
        if not answers or item is None:
            return
        try:
            self.case.set_article_metadata(item.article.id, note="", seen=item.review.version, **answers)
        except ClaimsError as error:
            self.load()
            self.complain(f"{error}\n{say('tui.yours', self.lang)} {', '.join(answers.values())}")
            return
        self.load()
        self.notify(say("tui.done.described", self.lang), markup=False, timeout=3)

    def action_add_articles(self) -> None:
        self.app.push_screen(Ask(say("tui.add_which", self.lang), "", say("tui.ask_hint", self.lang)), self.add)

    def add(self, paths: str | None) -> None:
        """Read in a thread; each article is kept as soon as it is read, and the rest can be given up."""
        if paths:
            self.begin(lambda progress: self.case.add([paths], progress=progress), self.told)

    def told(self, report: AddReport) -> None:
        """Say what became of it."""
        self.load()
        counts = {"added": len(report.added), "known": len(report.known), "skipped": len(report.skipped)}
        self.notify(say("tui.done.read", self.lang, **counts), markup=False)

    def show_progress(self, words: str) -> None:
        reading = self.query_one("#reading", Static)
        reading.update(render.plain(words, "bold"))
        reading.display = bool(words)

    async def renew(self) -> None:
        self.load()

    def action_open_source(self) -> None:
        item = self.current()
        if item is not None and item.article.url.startswith(("http://", "https://")):
            webbrowser.open(item.article.url)
        else:
            self.notify(say("tui.no_url", self.lang), markup=False)

    def action_undo(self) -> None:
        try:
            self.case.undo()
        except ClaimsError as error:
            self.complain(str(error))
            return
        self.load()
        self.notify(say("tui.done.undone", self.lang), markup=False, timeout=3)

    def action_help(self) -> None:
        self.app.push_screen(HelpDialog(ARTICLES, self.lang))

    def action_back(self) -> None:
        """While articles are read, escape gives up the rest."""
        if self.busy:
            self.stop_work()
            return
        self.dismiss(None)
