"""Articles: what was read, what was skipped and why; more of them added, with progress, and given up by escape."""

from __future__ import annotations

from textual.content import Content

from claims.models import Article, Skipped
from claims.review import AddReport, ArticleItem, Case
from claims.wording import count, day, say, told
from tui import render
from tui.dialogs.ask import Ask
from tui.dialogs.form import Field, Form
from tui.keys import ARTICLES
from tui.screens.article import ArticleScreen
from tui.screens.entries import Entries
from tui.widgets.panes import Pane

METADATA = ("published", "publisher", "title", "url", "archive_url")


def metadata_form(article: Article, language: str) -> Form:
    """What is known of an article, to be set right."""
    values = (article.published.value, article.publisher, article.title, article.url, article.archive_url)
    fields = [
        Field(name, say(f"tui.label.{name}", language), value) for name, value in zip(METADATA, values, strict=True)
    ]
    return Form(say("tui.metadata", language), fields, say("tui.form_hint", language))


class ArticlesScreen(Entries[ArticleItem]):
    """Left the articles, right what is known of one and what was skipped."""

    ACTIONS = ARTICLES

    def __init__(self, case: Case, language: str, *, adding: bool = False) -> None:
        super().__init__(case, language)
        self.adding = adding
        self.skipped: list[Skipped] = []

    def on_mount(self) -> None:
        super().on_mount()
        if self.adding:
            self.action_add_articles()

    def read(self) -> list[ArticleItem]:
        self.skipped = self.case.skipped()
        return self.case.articles()

    def heading(self) -> str:
        return say("tui.articles", self.lang, number=len(self.entries))

    def lines(self, entry: ArticleItem) -> tuple[Content, Content]:
        article = entry.article
        date = day(article.published.value, self.lang) or say("tui.no_date", self.lang)
        below = f"  {date} · {count(entry.statements, 'statements', self.lang)} · {article.outlet}"
        title = f"{'! ' if entry.notices else ''}{article.title or article.outlet}"
        return render.plain(title, "bold"), render.plain(below, "dim")

    def show_about(self) -> None:
        """What is known of the article, then everything that was skipped and why."""
        item = self.current()
        parts: list[Content] = []
        if item is not None:
            article = item.article
            date = day(article.published.value, self.lang) or say("tui.no_date", self.lang)
            source = " · ".join(filter(None, (date, article.publisher, article.agency, article.author)))
            parts = [render.plain(article.title, "bold"), render.plain(source)]
            addresses = (article.url, article.archive_url, article.source_file)
            parts += [render.plain(address, "dim") for address in addresses if address]
            parts.append(render.plain(count(item.statements, "statements", self.lang)))
            if item.superseded_by:
                parts.append(render.plain(say("tui.superseded", self.lang), "bold"))
            parts += [render.plain(f"! {self.worded(notice)}", "bold $warning") for notice in item.notices]
        if self.skipped:
            parts += [Content(" "), render.plain(say("view.skipped", self.lang), "bold")]
            parts += [render.plain(f"{notice.source}: {self.worded(notice)}") for notice in self.skipped]
        if not parts:
            parts = [render.plain(say("tui.no_article_yet", self.lang))]
        title = render.plain(item.article.outlet).plain if item else ""
        self.query_one("#about", Pane).show(render.lines(parts), title)

    def worded(self, notice: Skipped) -> str:
        return told(notice.key, notice.values, self.lang)

    def action_open_article(self) -> None:
        """The whole article, also one in which nothing was found: a passage of it can be added as a statement."""
        item = self.current()
        if item is not None:
            self.app.push_screen(ArticleScreen(self.case, item.article, self.lang), self.back)

    def back(self, _answer: None) -> None:
        self.load()

    def action_metadata(self) -> None:
        item = self.current()
        if item is not None:
            self.app.push_screen(metadata_form(item.article, self.lang), self.described)

    def described(self, answers: dict[str, str] | None) -> None:
        """Set it in a thread; relative dates of the article are resolved anew."""
        item = self.current()
        if not answers or item is None:
            return
        self.act(
            "tui.done.described",
            lambda: self.case.set_article_metadata(item.article.id, note="", seen=item.review.version, **answers),
            ", ".join(answers.values()),
        )

    def action_add_articles(self) -> None:
        self.app.push_screen(Ask(say("tui.add_which", self.lang), "", say("tui.ask_hint", self.lang)), self.add)

    def add(self, paths: str | None) -> None:
        """Read in a thread; each article is kept as soon as it is read, and the rest can be given up."""
        if paths:
            self.begin(lambda progress: self.case.add([paths], progress=progress), self.told)

    def told(self, report: AddReport) -> None:
        """Say what became of it."""
        self.load()
        added, known, skipped = len(report.added), len(report.known), len(report.skipped)
        self.tell("tui.done.read", added=added, known=known, skipped=skipped)

    def action_open_source(self) -> None:
        item = self.current()
        if item is not None:
            self.open_address(item.article)
