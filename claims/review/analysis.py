"""What the analysis works on under the reviewers' acts, and writing what it found.

All at once after articles came in; after an act in a large case only the topics that the act touches, the rest
waits for the next run and the case says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims import pipeline
from claims.kept import NOTHING, Kept
from claims.models import (
    ActKind,
    Aliases,
    Article,
    Conflict,
    Decision,
    Findings,
    Kind,
    Level,
    Links,
    Reason,
    Skipped,
    Span,
    Statement,
)
from claims.review.shaping import Shaping
from claims.settings import Settings
from claims.store import acts, fold, loading, related, repository, reviews
from claims.store.keeping import KeptInCase
from claims.store.versions import carried_statement, newest, older_version

Progress = Callable[[str, int, int], None]  # stage (read, relate), done, of how many (0 unknown)
_AT_ONCE = 400  # statements that are related anew after an act; in a larger case only what is near
_NEAR = 800
_DECLARED = "review.declared"


class Material(NamedTuple):
    """What one analysis works on and what of it is to be written."""

    articles: dict[str, Article]
    renewed: dict[str, list[Statement]]  # extracted again
    by_hand: dict[str, list[Statement]]
    statements: list[Statement]  # all, edited, without the struck ones
    moves: dict[str, str]  # ids in the log to those of today


class Analysing(Shaping):
    """The analysis of a case."""

    def _with_metadata(self, article: Article) -> Article:
        """The article with what reviewers set on it or on the version before it."""
        names = (older_version(self._db, article), article.id)
        done = [act for name in names if name for act in acts.counting(self._db, object_id=name)]
        return fold.apply_metadata(article, fold.edits(sorted(done, key=lambda act: act.seq)))

    def _settle(self, decision: Decision) -> None:
        """After an act that reshapes: relate everything anew in a small case, else what is near."""
        if repository.related(self._db) == repository.generation(self._db):
            return
        if self._postponed is not None:
            self._postponed.append(decision)
            return
        renewed = self._renewed(decision)
        few = self._db.value("SELECT count(*) FROM statements") <= _AT_ONCE
        if few or decision.kind is ActKind.TUNE:
            self._relate(renewed)
        else:
            self._relate_near(decision, renewed)

    def _relate_near(self, decision: Decision, renewed: Mapping[str, list[Statement]]) -> None:
        """Show the act, and relate the topics of the statements that it touches by themselves."""
        listed = (decision.values.get(name, "").split() for name in acts.ID_LISTS)
        names = [*decision.objects, *(name for names in listed for name in names)]
        with self._db.transaction():
            near = self._near(names)
            self._put_material(self._material(renewed, only=names))
            near |= self._near(names)
            material = self._material({}, only=near)
            statements = [statement for statement in material.statements if statement.id in near]
            if len(near) <= _NEAR and decision.kind not in (ActKind.SAME_SPEAKER, ActKind.APART_SPEAKER):
                linked, named = self._said_by_reviewers(statements, material.moves)
                if decision.kind not in (ActKind.MERGE, ActKind.SPLIT) and acts.counts(self._db, decision):
                    linked = linked.model_copy(update={"must_link": (*linked.must_link, *self._as_now(near))})
                articles = list(material.articles.values())
                found = self._related(articles, statements, linked, named)
                related.put_part(self._db, self._under_known_speakers(found), near)
            else:
                for statement in statements:
                    shown = loading.statement(self._db, statement.id)
                    if shown is not None and statement.id in names:
                        kept = {"speaker_id": shown.speaker_id, "answers": shown.answers}
                        article = material.articles[statement.article_id]
                        repository.show_statement(self._db, statement.model_copy(update=kept), article)
            self._put_declared()
            related.hide_struck(self._db)

    def _related(
        self,
        articles: Sequence[Article],
        statements: Sequence[Statement],
        links: Links,
        names: Aliases,
        settings: Settings | None = None,
        kept: Kept = NOTHING,
    ) -> Findings:
        return pipeline.relate(
            articles,
            statements,
            links=links,
            aliases=names,
            settings=settings or self.weighed(),
            language=self.lang,
            kept=kept,
        )

    def _as_now(self, near: Collection[str]) -> list[tuple[str, str]]:
        """Links that keep topics as they are: seen without the rest of the case they could fall apart."""
        marks = ", ".join("?" * len(near))
        rows = self._db.rows(
            f"SELECT id, topic_id FROM statements WHERE topic_id <> '' AND id IN ({marks}) ORDER BY topic_id, place",
            [*near],
        )
        return [(left["id"], right["id"]) for left, right in pairwise(rows) if left["topic_id"] == right["topic_id"]]

    def _near(self, names: Sequence[str]) -> dict[str, None]:
        """The statements named, those of an article named, and all that share a topic with one of them, in order."""
        marks = ", ".join("?" * len(names))
        rows = self._db.rows(
            f"WITH named AS (SELECT id, topic_id FROM statements WHERE id IN ({marks}) OR article_id IN ({marks}))"
            " SELECT id FROM named UNION SELECT id FROM statements WHERE topic_id <> ''"
            " AND topic_id IN (SELECT topic_id FROM named) ORDER BY id",
            [*names, *names],
        )
        return {row[0]: None for row in rows}

    def _under_known_speakers(self, found: Findings) -> Findings:
        """A part looked at by itself knows only some spellings: who was identified in the whole case stays."""
        statements, speakers = list[Statement](), {speaker.id: speaker for speaker in found.speakers}
        for statement in found.statements:
            shown = loading.statement(self._db, statement.id)
            name = speakers[statement.speaker_id].name if statement.speaker_id in speakers else statement.speaker
            known = shown.speaker_id if shown is not None and shown.speaker == statement.speaker else ""
            if not known:
                known = str(self._db.value("SELECT id FROM speakers WHERE name = ? ORDER BY id", (name,)) or "")
            statements.append(statement.model_copy(update={"speaker_id": known or statement.speaker_id}))
        used = {statement.speaker_id for statement in statements}
        new = [
            speaker
            for speaker in found.speakers
            if speaker.id in used and not self._db.row("SELECT 1 FROM speakers WHERE id = ?", (speaker.id,))
        ]
        return found.model_copy(update={"statements": tuple(statements), "speakers": tuple(new)})

    def _said_by_reviewers(self, statements: Sequence[Statement], moves: Mapping[str, str]) -> tuple[Links, Aliases]:
        """What binds the grouping of ``statements``, and the speakers."""
        linking = acts.counting(self._db, ActKind.MERGE, ActKind.SPLIT, ActKind.DECLARE, moves=moves)
        naming = acts.counting(self._db, ActKind.SAME_SPEAKER, ActKind.APART_SPEAKER)
        return fold.links(linking, {statement.id for statement in statements}), fold.aliases(naming)

    def _renewed(self, decision: Decision) -> dict[str, list[Statement]]:
        """The statements of an article whose date was set or unset."""
        if decision.kind is not ActKind.ARTICLE or "published" not in decision.values:
            return {}
        body = self._db.value("SELECT found FROM articles WHERE id = ?", (decision.objects[0],))
        if body is None:
            return {}
        article = self._with_metadata(loading.read_model(self._db, Article, body))
        statements = pipeline.attempt(article, self.settings)
        return {} if isinstance(statements, Skipped) else {article.id: statements}

    def _relate(self, renewed: Mapping[str, list[Statement]] | None = None, *, anew: bool = False) -> Findings:
        """Identify, group and compare; the file is free meanwhile, and a change in that time repeats it.

        Stories that nothing new touches are taken as they were found before, unless all is to be made ``anew``.
        """
        renewed = renewed or {}
        kept = KeptInCase(self._db, anew=anew)
        for _ in range(3):
            with self._db.snapshot():
                made_for = repository.generation(self._db)
                material = self._material(renewed)
                linked, named = self._said_by_reviewers(material.statements, material.moves)
            findings = self._related(list(material.articles.values()), material.statements, linked, named, kept=kept)
            with self._db.transaction():
                if repository.generation(self._db) != made_for:
                    continue
                marked = {article.id: article for article in findings.articles}  # copies of each other
                self._put_material(material._replace(articles=material.articles | marked))
                reviews.set_moved(self._db, material.moves)
                related.put_findings(self._db, findings, made_for)
                kept.write()
                self._put_declared()
                related.hide_struck(self._db)
            return findings
        return loading.findings(self._db)

    def _material(self, renewed: Mapping[str, list[Statement]], *, only: Collection[str] = ()) -> Material:
        """What the analysis works on: articles and statements under the reviewer's acts; or what ``only`` touches."""
        where, values = " WHERE superseded_by = ''", list[str]()
        if only:
            marks = ", ".join("?" * len(only))
            where += f" AND (id IN ({marks}) OR id IN (SELECT article_id FROM statements WHERE id IN ({marks})))"
            values = [*only, *only]
        found = loading.models(self._db, Article, f"SELECT found FROM articles{where} ORDER BY id", values)
        articles = {article.id: article for article in found}
        versions = newest(self._db)
        replaced = {old: new.id for old, (_, new) in versions.items()}
        for act in acts.counting(self._db, ActKind.ARTICLE):
            name = replaced.get(act.objects[0], act.objects[0])
            if name in articles:
                articles[name] = fold.apply_metadata(articles[name], act.values)
        extracted: dict[str, list[Statement]] = {name: [] for name in articles}
        if not only:
            query = "SELECT found FROM statements WHERE origin = 'machine' ORDER BY article_id, char_start, id"
            for statement in loading.models(self._db, Statement, query):
                if statement.article_id in extracted:
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
            written = loading.read_model(self._db, Statement, act.values["statement"])
            added = carried_statement(written, versions)
            if added is not None and added.article_id in by_hand:
                by_hand[added.article_id].append(added)
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
        for act in acts.log(self._db, kind=ActKind.DECLARE):
            self._db.run(
                "DELETE FROM conflicts WHERE id = ? AND json_extract(body, '$.reasons[0].key') = ?",
                (act.objects[0], _DECLARED),
            )
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
            related.put_conflicts(self._db, [conflict])


def _extent(statement: Statement) -> Span:
    return Span(statement.claim_spans[0].start, statement.claim_spans[-1].end)
