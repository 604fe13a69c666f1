"""Reading articles into the case and analysing what is in it, with everything that humans decided kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claims import articles as reading
from claims import pipeline
from claims.errors import InputError
from claims.models import Article, Decision, Findings, Skipped, Statement
from claims.review.analysis import Progress
from claims.review.explaining import Explaining
from claims.review.tuning import TuningKinds
from claims.review.views import AddReport
from claims.store import acts, loading, repository, reviews
from claims.wording import interface_language, say

if TYPE_CHECKING:
    from claims.articles import Given


def _silent(_stage: str, _done: int, _of: int) -> None:
    pass


class Case(TuningKinds, Explaining):
    """A case: open it, add articles, ask, decide. Usable from several threads; see :mod:`claims.review`."""

    def add(
        self,
        paths: Sequence[str],
        *,
        given: Given | None = None,
        follow: bool = False,
        progress: Progress = _silent,
    ) -> AddReport:
        """Read and analyse into the case; ``follow`` as :func:`claims.articles.read` has it."""
        found = reading.read(paths, given=given or reading.Given(), settings=self.settings, follow=follow)
        return self.add_found(found, progress=progress)

    def add_found(self, items: Iterable[Article | Skipped], *, progress: Progress = _silent) -> AddReport:
        """Analyse what was read into the case. One article is one transaction; one that is known changes nothing.

        An exception out of ``items`` or ``progress`` stops; what was added stays, and is related at the next add or
        run.
        """
        added: list[Article] = []
        known: list[Article] = []
        skipped: list[Skipped] = []
        for number, item in enumerate(items, start=1):
            item = repository.storable_item(item)
            if isinstance(item, Skipped) and self._is_own(item.source):
                continue
            if isinstance(item, Skipped):
                repository.put_skipped(self._db, item)
                skipped.append(item)
            elif isinstance(put := self._put(item), Skipped):
                repository.put_skipped(self._db, put)
                skipped.append(put)
            else:
                listed = added if put else known
                listed.append(item.model_copy(update={"text": "", "segments": ()}))
            progress("read", number, 0)
        notices: Iterable[Skipped] = ()
        if repository.related(self._db) != repository.generation(self._db):
            progress("relate", 0, 1)
            new = {article.source for article in added}
            findings = self._relate()
            notices = (one for one in findings.notices if one.source in new or one in findings.faults)
            progress("relate", 1, 1)
        return AddReport(added=tuple(added), known=tuple(known), skipped=tuple(skipped), notices=tuple(notices))

    def _is_own(self, source: str) -> bool:
        """Whether ``source`` is this case or a file that goes with it: no article, and nothing to tell."""
        path = Path(source)
        return path.parent.resolve() == self.path.parent.resolve() and path.name.startswith(self.path.name)

    def add_article(self, article: Article, *, relate: bool = True) -> bool:
        """One article with its statements; False when it is in the case already. An InputError says that the analysis
        broke down on its text."""
        added = self._put(repository.storable_item(article))
        if isinstance(added, Skipped):
            raise InputError(say(added.key, interface_language(), **added.values))
        if added and relate:
            self._relate()
        return added

    def _put(self, article: Article) -> bool | Skipped:
        """Whether the article is new to the case, in which it then stands; skipped where it cannot be analysed."""
        if repository.knows(self._db, article):
            return False
        statements = pipeline.attempt(self._with_metadata(article), self.settings)
        return statements if isinstance(statements, Skipped) else repository.put_article(self._db, article, statements)

    def run(self, progress: Progress = _silent) -> Findings:
        """Analyse every article again; decisions are kept, and the old result stands whole until the new one is. Of an
        article on whose text the analysis breaks down it stays; that article is among the skipped."""
        articles = loading.models(self._db, Article, "SELECT found FROM articles WHERE superseded_by = '' ORDER BY id")
        renewed: dict[str, list[Statement]] = {}
        skipped: list[Skipped] = []
        for done, article in enumerate(articles, start=1):
            statements = pipeline.attempt(self._with_metadata(article), self.settings)
            if isinstance(statements, Skipped):
                repository.put_skipped(self._db, statements)
                skipped.append(statements)
            else:
                renewed[article.id] = statements
            progress("read", done, len(articles))
        progress("relate", 0, 1)
        findings = self._relate(renewed, anew=True)
        progress("relate", 1, 1)
        return findings.model_copy(update={"skipped": tuple(skipped)})

    def bring_in(self, decisions: Iterable[Decision]) -> int:
        """Take over acts of another copy of the case (or a saved log); those that are here already are left out."""
        with self._db.transaction():
            added = acts.bring_in(self._db, decisions)
            if added:
                reviews.refold_all(self._db)
                repository.touch(self._db)
        if added:
            self.run()
        return len(added)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Many acts, one analysis: each is on disk at once, what they reshape is shown after the block."""
        if self._postponed is not None:
            yield
            return
        self._postponed = []
        try:
            yield
        finally:
            waiting, self._postponed = self._postponed, None
            renewed: dict[str, list[Statement]] = {}
            for decision in waiting:
                renewed |= self._renewed(decision)
            if waiting:
                self._relate(renewed)
