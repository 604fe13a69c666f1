"""The review screen whole: shown, found, decided and shaped; and the ways to articles, people, tables and out."""

from __future__ import annotations

from pathlib import Path

from claims.errors import ClaimsError
from claims.models import Findings
from claims.review import Progress
from claims.wording import count, say
from tui import render
from tui.cite import citation
from tui.dialogs.ask import Ask
from tui.dialogs.choose import Choose
from tui.dialogs.read import Read
from tui.screens.article import ArticleScreen
from tui.screens.articles import ArticlesScreen
from tui.screens.people import PeopleScreen
from tui.screens.shaping import Shaping


class ReviewScreen(Shaping):
    """Where a fact-checker works."""

    async def action_explain(self) -> None:
        """Every check of the pair and its answer; opened at once, so that no key meant for it decides on a pair."""
        if self.pair is None or not await self.sees_pair():
            return
        a, b = self.pair.a.statement.id, self.pair.b.statement.id
        waiting = render.plain(say("tui.working", self.lang))
        dialog = Read(say("tui.explain", self.lang), waiting, say("tui.leave_help", self.lang))
        self.app.push_screen(dialog)

        def explained(sentences: list[str]) -> None:
            dialog.show(render.lines(render.plain(sentence) for sentence in sentences))

        self.fetch(lambda: self.case.explanation(a, b), explained, "why")

    def action_open_article(self) -> None:
        """The whole article at the passage, with every statement in it marked."""
        view = self.current()
        if view is not None:
            self.app.push_screen(ArticleScreen(self.case, view.article, self.lang, view.statement), self.back)

    async def back(self, _answer: None) -> None:
        """From another screen: what was changed there shows here."""
        await self.renew()

    def action_open_source(self) -> None:
        view = self.current()
        if view is not None:
            self.open_address(view.article)

    def action_cite(self) -> None:
        view = self.current()
        if view is not None:
            self.app.copy_to_clipboard(render.plain_lines(citation(view, self.lang)).plain)
            self.tell("tui.cited", done=True)

    def action_cite_both(self) -> None:
        if self.pair is not None:
            text = "\n\n".join(citation(view, self.lang) for view in (self.pair.a, self.pair.b))
            self.app.copy_to_clipboard(render.plain_lines(text).plain)
            self.tell("tui.cited", done=True)

    def action_people(self) -> None:
        self.app.push_screen(PeopleScreen(self.case, self.lang), self.back)

    def action_articles(self) -> None:
        self.app.push_screen(ArticlesScreen(self.case, self.lang), self.back)

    def action_add_articles(self) -> None:
        """Articles are added on their own screen, where progress and what was skipped is shown."""
        self.app.push_screen(ArticlesScreen(self.case, self.lang, adding=True), self.back)

    def action_run_again(self) -> None:
        """Analyse again after saying what it touches; decisions are kept."""
        stats = self.stats or self.case.stats()
        decided = stats.accepted + stats.dismissed
        words = say("tui.run_again", self.lang, articles=count(stats.articles, "articles", self.lang), decided=decided)
        options = [(token, say(f"tui.{token}", self.lang)) for token in ("yes", "no")]
        self.app.push_screen(Choose(words, options, say("tui.choose_hint", self.lang)), self.rerun)

    def rerun(self, answer: str | None) -> None:
        """In a thread, with progress; given up, the old result stays whole."""
        if answer == "yes":
            self.begin(lambda progress: self.case.run(progress), self.told_run)

    async def told_run(self, result: object) -> None:
        await self.renew()
        missing = isinstance(result, Findings) and (result.faults or result.skipped)
        self.tell("tui.done.run_in_part" if missing else "tui.done.run")

    def action_export(self) -> None:
        folder = str(Path.cwd() / "tables")
        dialog = Ask(say("tui.export_where", self.lang), folder, say("tui.ask_hint", self.lang))
        self.app.push_screen(dialog, self.export)

    def export(self, folder: str | None) -> None:
        """Write the tables in a thread; what went wrong is said, and nothing of the old tables is lost."""
        if folder is None:
            return
        from claims.export import write_csv

        def write(_progress: Progress) -> list[Path]:
            found, reviewed = self.case.findings(), self.case.reviewed()
            return write_csv(found, Path(folder), reviewed=reviewed, language=self.lang)

        def told(written: list[Path]) -> None:
            self.tell("tui.exported", names=", ".join(path.name for path in written), folder=folder)

        self.begin(write, told)

    def action_quit(self) -> None:
        """A temporary case is offered to be kept; nothing else has to be saved."""
        if not self.case.is_temporary:
            self.app.exit()
            return
        options = [(token, say(f"tui.keep.{token}", self.lang)) for token in ("keep", "drop", "stay")]
        dialog = Choose(say("tui.keep_case", self.lang), options, say("tui.choose_hint", self.lang))
        self.app.push_screen(dialog, self.leave)

    def leave(self, answer: str | None) -> None:
        if answer == "drop":
            self.app.exit()
        elif answer == "keep":
            path = str(Path.cwd() / "claims.db")
            self.app.push_screen(Ask(say("tui.keep_where", self.lang), path, say("tui.ask_hint", self.lang)), self.keep)

    def keep(self, path: str | None) -> None:
        if path is None:
            return
        try:
            self.case.keep(path)
        except (ClaimsError, OSError) as error:
            self.complain(str(error))
            return
        self.app.exit()
