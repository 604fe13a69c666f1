"""Reading articles into the case and analysing what is in it, with everything that humans decided kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from claims import pipeline
from claims.models import (
    ActKind,
    Article,
    Conflict,
    Decision,
    Findings,
    Kind,
    Level,
    Reason,
    Skipped,
    Span,
    Statement,
)
from claims.review.shaping import Shaping
from claims.review.views import AddReport
from claims.store import acts, fold, loading, repository, reviews

Progress = Callable[[str, int, int], None]  # stage (read, relate), done, of how many (0 unknown)
_AT_ONCE = 5_000  # statements that are related anew within a moment after an act; more wait for run()


def _silent(_stage: str, _done: int, _of: int) -> None:
    pass


class Material(NamedTuple):
    """What one analysis works on and what of it is to be written."""

    articles: dict[str, Article]
    renewed: dict[str, list[Statement]]  # extracted again
    by_hand: dict[str, list[Statement]]
    statements: list[Statement]  # all, edited, without the struck ones
    moves: dict[str, str]  # ids in the log to those of today


class Case(Shaping):
    """A case: open it, add articles, ask, decide. Usable from several threads; see :mod:`claims.review`."""

    def add(self, paths: Sequence[str], *, given: Any = None, progress: Progress = _silent) -> AddReport:
        """Read and analyse into the case. One article is one transaction; one that is known changes nothing.

        An exception out of ``progress`` stops; what was added stays, and is related at the next add or run.
        """
        articles = import_module("claims.articles")
        options: dict[str, Any] = {"settings": self.settings} | ({} if given is None else {"given": given})
        added: list[Article] = []
        known: list[Article] = []
        skipped: list[Skipped] = []
        for number, item in enumerate(articles.read(paths, **options), start=1):
            if isinstance(item, Skipped):
                repository.put_skipped(self._db, item)
                skipped.append(item)
            elif self.add_article(item, relate=False):
                added.append(item)
            else:
                known.append(item)
            progress("read", number, 0)
        notices: Iterable[Skipped] = ()
        if repository.related(self._db) != repository.generation(self._db):
            progress("relate", 0, 1)
            new = {name for article in added for name in (article.id, article.source_file)}
            notices = (notice for notice in self._relate().notices if notice.source in new)
            progress("relate", 1, 1)
        return AddReport(added=tuple(added), known=tuple(known), skipped=tuple(skipped), notices=tuple(notices))

    def add_article(self, article: Article, *, relate: bool = True) -> bool:
        """One article with its statements; False when it is in the case already."""
        if repository.knows(self._db, article):
            return False
        statements = pipeline.extract(article, self.settings)
        added = repository.put_article(self._db, article, statements)
        if added and relate:
            self._relate()
        return added

    def run(self, progress: Progress = _silent) -> Findings:
        """Analyse every article again; decisions are kept, and the old result stands whole until the new one is."""
        articles = loading.models(self._db, Article, "SELECT found FROM articles ORDER BY id")
        renewed: dict[str, list[Statement]] = {}
        for done, article in enumerate(articles, start=1):
            renewed[article.id] = pipeline.extract(self._with_metadata(article), self.settings)
            progress("read", done, len(articles))
        progress("relate", 0, 1)
        findings = self._relate(renewed)
        progress("relate", 1, 1)
        return findings

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

    def _with_metadata(self, article: Article) -> Article:
        return fold.apply_metadata(article, fold.edits(acts.counting(self._db, object_id=article.id)))

    def _settle(self, decision: Decision) -> None:
        """After an act that reshapes: relate anew when that takes a moment only, else show its direct effect."""
        if repository.related(self._db) == repository.generation(self._db):
            return
        renewed = self._renewed(decision)
        if self._db.value("SELECT count(*) FROM statements") <= _AT_ONCE:
            self._relate(renewed)
            return
        with self._db.transaction():
            material = self._material(renewed, only=decision.objects)
            self._put_material(material)
            for statement in material.statements:
                shown = loading.statement(self._db, statement.id)
                if shown is not None:
                    kept = {"speaker_id": shown.speaker_id, "answers": shown.answers}
                    article = material.articles[statement.article_id]
                    repository.show_statement(self._db, statement.model_copy(update=kept), article)
            self._put_declared()
            repository.hide_struck(self._db)

    def _renewed(self, decision: Decision) -> dict[str, list[Statement]]:
        """The statements of an article whose date was set or unset."""
        if decision.kind is not ActKind.ARTICLE or "published" not in decision.values:
            return {}
        body = self._db.value("SELECT found FROM articles WHERE id = ?", (decision.objects[0],))
        if body is None:
            return {}
        article = self._with_metadata(loading.read_model(self._db, Article, body))
        return {article.id: pipeline.extract(article, self.settings)}

    def _relate(self, renewed: Mapping[str, list[Statement]] | None = None) -> Findings:
        """Identify, group and compare; the file is free meanwhile, and a change in that time repeats it."""
        renewed = renewed or {}
        for _ in range(3):
            with self._db.snapshot():
                made_for = repository.generation(self._db)
                material = self._material(renewed)
                linked = fold.links(
                    acts.counting(self._db, ActKind.MERGE, ActKind.SPLIT, ActKind.DECLARE, moves=material.moves)
                )
                named = fold.aliases(acts.counting(self._db, ActKind.SAME_SPEAKER, ActKind.APART_SPEAKER))
            findings = pipeline.relate(
                list(material.articles.values()),
                material.statements,
                links=linked,
                aliases=named,
                settings=self.settings,
            )
            with self._db.transaction():
                if repository.generation(self._db) != made_for:
                    continue
                self._put_material(material)
                reviews.set_moved(self._db, material.moves)
                repository.put_findings(self._db, findings, made_for)
                self._put_declared()
                repository.hide_struck(self._db)
            return findings
        return loading.findings(self._db)

    def _material(self, renewed: Mapping[str, list[Statement]], *, only: Sequence[str] = ()) -> Material:
        """What the analysis works on: articles and statements under the reviewer's acts; or what ``only`` touches."""
        where, values = "", list[str]()
        if only:
            marks = ", ".join("?" * len(only))
            where = f" WHERE id IN ({marks}) OR id IN (SELECT article_id FROM statements WHERE id IN ({marks}))"
            values = [*only, *only]
        found = loading.models(self._db, Article, f"SELECT found FROM articles{where} ORDER BY id", values)
        articles = {article.id: article for article in found}
        for act in acts.counting(self._db, ActKind.ARTICLE):
            name = act.objects[0]
            if name in articles:
                articles[name] = fold.apply_metadata(articles[name], act.values)
        extracted: dict[str, list[Statement]] = {name: [] for name in articles}
        if not only:
            query = "SELECT found FROM statements WHERE origin = 'machine' ORDER BY article_id, char_start, id"
            for statement in loading.models(self._db, Statement, query):
                extracted[statement.article_id].append(statement)
        else:
            for name in articles:
                query = (
                    "SELECT found FROM statements WHERE origin = 'machine' AND article_id = ? ORDER BY char_start, id"
                )
                extracted[name] = loading.models(self._db, Statement, query, (name,))
        extracted |= renewed
        by_hand: dict[str, list[Statement]] = {name: [] for name in articles}
        for act in acts.counting(self._db, ActKind.ADD):
            statement = loading.read_model(self._db, Statement, act.values["statement"])
            if statement.article_id in by_hand:
                by_hand[statement.article_id].append(statement)
        everything = [
            (statement, article)
            for name, article in articles.items()
            for statement in sorted((*extracted[name], *by_hand[name]), key=lambda one: (one.char_start, one.id))
        ]
        moves = acts.moved(self._db) if only else acts.find_moved(self._db, [statement for statement, _ in everything])
        decided = acts.counting(self._db, ActKind.EDIT, ActKind.STRIKE, ActKind.REOPEN, moves=moves)
        struck = fold.struck(decided)
        of: dict[str, list[Decision]] = {}
        for act in decided:
            of.setdefault(act.objects[0], []).append(act)
        statements = [
            fold.apply_edits(statement, fold.edits(of.get(statement.id, ())), article)
            for statement, article in everything
            if statement.id not in struck
        ]
        return Material(articles=articles, renewed=dict(renewed), by_hand=by_hand, statements=statements, moves=moves)

    def _put_material(self, material: Material) -> None:
        for name, article in material.articles.items():
            repository.show_article(self._db, article)
            if name in material.renewed:
                repository.put_statements(self._db, article, material.renewed[name])
            repository.put_statements(self._db, article, material.by_hand[name], origin="human")

    def _put_declared(self) -> None:
        """The conflicts that reviewers declared, unless the analysis found them itself."""
        self._db.run("DELETE FROM conflicts WHERE json_extract(body, '$.reasons[0].key') = ?", (_DECLARED,))
        for act in acts.counting(self._db, ActKind.DECLARE):
            name, *pair = act.objects
            sides = [loading.statement(self._db, side) for side in pair]
            left, right = sides
            if left is None or right is None:
                continue
            if self._db.row("SELECT 1 FROM conflicts WHERE a IN (?1, ?2) AND b IN (?1, ?2)", (left.id, right.id)):
                continue
            topic = self._db.value(
                "SELECT topic_id FROM statements WHERE id IN (?, ?) ORDER BY topic_id = '', id LIMIT 1",
                (left.id, right.id),
            )
            reason = Reason(
                kind=Kind(act.values["kind"]),
                span_a=_extent(left),
                span_b=_extent(right),
                key=_DECLARED,
                values={"who": act.reviewer},
            )
            conflict = Conflict(
                id=name, topic_id=topic, a=left.id, b=right.id, level=Level.CONFLICT, score=1.0, reasons=(reason,)
            )
            repository.put_conflicts(self._db, [conflict])


_DECLARED = "review.declared"


def _extent(statement: Statement) -> Span:
    return Span(statement.claim_spans[0].start, statement.claim_spans[-1].end)
