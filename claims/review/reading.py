"""The questions of the review: queue, topic, pair, statements, speakers, articles, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.errors import LexiconError
from claims.models import (
    ActKind,
    Article,
    Conflict,
    Decision,
    Findings,
    Kind,
    Level,
    Reason,
    Review,
    Reviewed,
    ReviewStatus,
    Skipped,
    Speaker,
    Statement,
    Topic,
)
from claims.review.passages import passage
from claims.review.session import Session
from claims.review.views import (
    ArticleItem,
    PairItem,
    PairView,
    Passage,
    QueueFilter,
    ReasonView,
    RelatedTopic,
    SpeakerColumn,
    SpeakerItem,
    StatementView,
    Stats,
    TopicItem,
    TopicView,
)
from claims.store import acts, queries, repository
from claims.wording import say

_KINDS = tuple(Kind)
_VIEW = (
    "SELECT statements.id, statements.shown, statements.found, statements.topic_id, statements.origin,"
    " statements.article_id, speakers.body AS speaker, reviews.body AS review"
    " FROM statements LEFT JOIN speakers ON speakers.id = statements.speaker_id AND statements.speaker_id <> ''"
    " LEFT JOIN reviews ON reviews.object = statements.id"
)


class Reading(Session):
    """What a case tells."""

    def queue(self, chosen: QueueFilter | None = None, *, limit: int = -1, offset: int = 0) -> list[TopicItem]:
        """A page of the topics in which something clashes, open ones first, the strongest first."""
        chosen = chosen or QueueFilter()
        rows = queries.queue(
            self._db,
            text=chosen.text,
            states=[state.value for state in chosen.states],
            kinds=[kind.value for kind in chosen.kinds],
            levels=[repository.LEVELS.index(level) for level in chosen.levels],
            speaker_id=chosen.speaker_id,
            publisher=chosen.publisher,
            language=chosen.language,
            since=chosen.since,
            until=chosen.until,
            without_conflicts=chosen.without_conflicts,
            open_first=chosen.open_first,
            limit=limit,
            offset=offset,
        )
        return [
            TopicItem(
                id=row["id"],
                label=row["label"],
                state=None if row["state"] is None else ReviewStatus(row["state"]),
                pairs=row["pairs"],
                open=row["open"],
                later=row["later"],
                accepted=row["accepted"],
                dismissed=row["dismissed"],
                kinds=tuple(sorted(map(Kind, filter(None, row["kinds"].split(","))), key=_KINDS.index)),
                level=None if row["level"] is None else repository.LEVELS[row["level"]],
                score=0.0 if row["level"] is None else round(row["strength"] - (3 - row["level"]), 9),
                statements=row["statements"],
                speakers=row["speakers"],
                newest=row["newest"],
            )
            for row in rows
        ]

    def pairs(self, topic_id: str) -> list[PairItem]:
        """The pairs of a topic, strongest first."""
        rows = self._db.rows(
            "SELECT conflicts.body, reviews.body AS review, sa.shown AS a, sb.shown AS b, pa.name AS pa, pb.name AS pb"
            " FROM conflicts JOIN statements AS sa ON sa.id = a JOIN statements AS sb ON sb.id = b"
            " LEFT JOIN speakers AS pa ON pa.id = sa.speaker_id LEFT JOIN speakers AS pb ON pb.id = sb.speaker_id"
            " LEFT JOIN reviews ON reviews.object = conflicts.id"
            " WHERE conflicts.topic_id = ? AND NOT hidden ORDER BY level, score DESC, conflicts.id",
            (topic_id,),
        )
        return [
            PairItem(
                conflict=repository.read_model(self._db, Conflict, row["body"]),
                review=_review(row["review"]),
                name_a=_name(repository.read_model(self._db, Statement, row["a"]), row["pa"]),
                name_b=_name(repository.read_model(self._db, Statement, row["b"]), row["pb"]),
            )
            for row in rows
        ]

    def topic_view(self, topic_id: str) -> TopicView:
        """Everything on one matter, and its related topics with their speakers."""
        with self._db.snapshot():
            topic = self._topic(topic_id)
            pairs = self.pairs(topic_id)
            statements = self._topic_statements(topic_id)
            clashing = {name for pair in pairs for name in (pair.conflict.a, pair.conflict.b)}
            related = [
                RelatedTopic(topic=other, by_speaker=_columns(self._topic_statements(other.id), clashing))
                for other in (repository.topic(self._db, name) for name in topic.related)
                if other is not None
            ]
            return TopicView(
                topic=topic,
                pairs=tuple(pairs),
                statements=tuple(statements),
                by_speaker=_columns(statements, clashing),
                related=tuple(related),
            )

    def _topic_statements(self, topic_id: str) -> list[StatementView]:
        return self._views("WHERE statements.topic_id = ? AND NOT struck ORDER BY place, statements.id", (topic_id,))

    def pair_view(self, conflict_id: str, *, context: int = 1) -> PairView:
        """Two statements side by side. Raises NotFoundError for an unknown id."""
        with self._db.snapshot():
            conflict = self._conflict(conflict_id)
            order = [pair.conflict.id for pair in self.pairs(conflict.topic_id)]
            topic = repository.topic(self._db, conflict.topic_id)
            return PairView(
                conflict=conflict,
                review=acts.review_of(self._db, conflict_id),
                topic=topic or Topic(id=conflict.topic_id, label="", statement_ids=(conflict.a, conflict.b)),
                number=order.index(conflict_id) + 1 if conflict_id in order else 0,
                of=len(order),
                a=self.statement_view(conflict.a, context=context),
                b=self.statement_view(conflict.b, context=context),
                reasons=tuple(self.reason_view(reason) for reason in conflict.reasons),
            )

    def reason_view(self, reason: Reason) -> ReasonView:
        """A reason in the language of the interface."""
        return ReasonView(
            kind=reason.kind,
            text=self._word(reason.key, reason.values),
            equal=tuple(self._word(key, values) for key, values in reason.equal),
            unsure=tuple(self._word(key, values) for key, values in reason.unsure),
            span_a=reason.span_a,
            span_b=reason.span_b,
        )

    def _word(self, key: str, values: dict[str, str]) -> str:
        try:
            return say(key, self.lang, **values)
        except LexiconError:  # found by another version of the tool: better its bare words than none
            return " · ".join([key, *values.values()])

    def statement_view(self, statement_id: str, *, context: int = 1) -> StatementView:
        """One statement with its article. Raises NotFoundError for an unknown id."""
        views = self._views("WHERE statements.id = ?", (statement_id,), context=context)
        return self._there(views[0] if views else None, statement_id)

    def passage(self, statement_id: str, *, context: int = 1) -> Passage:
        """The statement in its article with ``context`` paragraphs: 0 none, 1 its own, 2 one more each side."""
        statement = self._statement(statement_id)
        return passage(self._article(statement.article_id), statement, context)

    def statements(
        self,
        *,
        topic_id: str = "",
        speaker_id: str = "",
        article_id: str = "",
        text: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> list[StatementView]:
        """A page of statements, by article and place in it, or by date for one speaker; struck ones are included."""
        where, values = ["1"], list[object]()
        for column, value in (("topic_id", topic_id), ("speaker_id", speaker_id), ("article_id", article_id)):
            if value:
                where.append(f"statements.{column} = ?")
                values.append(value)
        if text.split():
            condition, words = queries.search_condition(text)
            where.append(condition)
            values += words
        by_date = "statements.said," if speaker_id else ""
        place = f"{by_date} statements.article_id, statements.char_start, statements.id"
        return self._views(f"WHERE {' AND '.join(where)} ORDER BY {place} LIMIT ? OFFSET ?", [*values, limit, offset])

    def search(self, text: str, *, limit: int = 200, offset: int = 0) -> list[StatementView]:
        """The statements whose words, speaker or outlet hold every word of ``text``, inside words too."""
        return self.statements(text=text, limit=limit, offset=offset) if text.split() else []

    def _views(self, tail: str, values: Sequence[object], *, context: int = 1) -> list[StatementView]:
        rows = self._db.rows(f"{_VIEW} {tail}", values)
        statements = [repository.read_model(self._db, Statement, row["shown"]) for row in rows]
        articles = {name: self._article(name) for name in {row["article_id"] for row in rows}}
        copies = {name: self._copies(found) for name, found in articles.items()}
        views = []
        for row, statement in zip(rows, statements, strict=True):
            article, review = articles[row["article_id"]], _review(row["review"])
            speaker = row["speaker"] and repository.read_model(self._db, Speaker, row["speaker"])
            edited = review.status is ReviewStatus.EDITED
            views.append(
                StatementView(
                    statement=statement,
                    original=repository.read_model(self._db, Statement, row["found"]) if edited else None,
                    speaker=speaker or None,
                    name=_name(statement, speaker.name if speaker else None),
                    article=article,
                    review=review,
                    topic_id=row["topic_id"],
                    passage=passage(article, statement, context),
                    copies=copies[article.id],
                    added_by_hand=row["origin"] == "human",
                )
            )
        return views

    def _copies(self, article: Article) -> tuple[str, ...]:
        first = article.duplicate_of or article.id
        rows = self._db.rows(
            "SELECT publisher, source_file FROM articles WHERE (id = ?1 OR duplicate_of = ?1) AND id <> ?2 ORDER BY id",
            (first, article.id),
        )
        return tuple(row["publisher"] or row["source_file"] for row in rows)

    def speakers(self, *, text: str = "") -> list[SpeakerItem]:
        """Every speaker with the counts of statements, conflicts with others and own shifts; most statements first."""
        shift = repository.LEVELS.index(Level.SHIFT)
        rows = self._db.rows(
            "WITH sides AS (SELECT id, level, a AS side FROM conflicts WHERE NOT hidden"
            " UNION ALL SELECT id, level, b FROM conflicts WHERE NOT hidden),"
            " clashes AS (SELECT s.speaker_id, count(DISTINCT CASE WHEN level <> ?1 THEN c.id END) AS conflicts,"
            " count(DISTINCT CASE WHEN level = ?1 THEN c.id END) AS shifts FROM sides AS c"
            " JOIN statements AS s ON s.id = c.side GROUP BY s.speaker_id),"
            " counts AS (SELECT speaker_id, count(*) AS said FROM statements WHERE NOT struck GROUP BY speaker_id)"
            " SELECT body, coalesce(said, 0) AS said, coalesce(conflicts, 0) AS conflicts,"
            " coalesce(shifts, 0) AS shifts"
            " FROM speakers LEFT JOIN counts ON counts.speaker_id = speakers.id"
            " LEFT JOIN clashes ON clashes.speaker_id = speakers.id ORDER BY said DESC, speakers.name, speakers.id",
            (shift,),
        )
        items = [
            SpeakerItem(
                speaker=repository.read_model(self._db, Speaker, row["body"]),
                statements=row["said"],
                conflicts=row["conflicts"],
                shifts=row["shifts"],
            )
            for row in rows
        ]
        wanted = repository.searchable(text).strip()
        return [
            item
            for item in items
            if wanted in repository.searchable(item.speaker.name, item.speaker.role, *item.speaker.aliases)
        ]

    def articles(self) -> list[ArticleItem]:
        """Every article with the count of its statements, in order of reading."""
        notices: dict[str, list[Skipped]] = {}
        for notice in repository.models(self._db, Skipped, "SELECT body FROM notices ORDER BY id"):
            notices.setdefault(notice.source, []).append(notice)
        rows = self._db.rows(
            "SELECT shown, (SELECT count(*) FROM statements WHERE article_id = articles.id) AS said,"
            " reviews.body AS review FROM articles LEFT JOIN reviews ON object = id ORDER BY articles.rowid"
        )
        items = []
        for row in rows:
            article = repository.read_model(self._db, Article, row["shown"])
            about = tuple(notices.get(article.source_file, [])) + tuple(notices.get(article.id, []))
            items.append(
                ArticleItem(article=article, statements=row["said"], notices=about, review=_review(row["review"]))
            )
        return items

    def skipped(self) -> list[Skipped]:
        """What was given and could not be read, and why."""
        return repository.models(self._db, Skipped, "SELECT body FROM skipped ORDER BY source")

    def acts(self, *, object_id: str = "") -> list[Decision]:
        """The log, oldest first: all of it, or the acts on one object; undone ones are in it."""
        return acts.log(self._db, object_id=object_id)

    def lost(self) -> list[Decision]:
        """Acts that count and whose object the last analysis did not find: kept, listed, waiting for it."""
        return [act for act in acts.counting(self._db) if not self._found(act)]

    def _found(self, act: Decision) -> bool:
        if act.kind in (ActKind.SAME_SPEAKER, ActKind.APART_SPEAKER):
            return True
        names = act.objects[1:] if act.kind is ActKind.DECLARE else act.objects[:1]
        tables = ("conflicts", "statements", "articles")
        query = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE id = ?1" for table in tables)
        return all(self._db.row(query, (name,)) is not None for name in names)

    def findings(self) -> Findings:
        """Everything with edits, added statements and declared conflicts in it; for the tables and for scripts."""
        return repository.findings(self._db)

    def reviewed(self) -> Reviewed:
        """The decisions beside :meth:`findings`: by conflict and by statement, and the lost ones."""
        with self._db.snapshot():
            return Reviewed(
                conflicts=self._reviews("conflicts"), statements=self._reviews("statements"), lost=tuple(self.lost())
            )

    def _reviews(self, table: str) -> dict[str, Review]:
        rows = self._db.rows(f"SELECT id, reviews.body FROM {table} JOIN reviews ON object = id ORDER BY id")
        return {row[0]: _review(row[1]) for row in rows}

    def stats(self) -> Stats:
        """Figures of the case."""
        with self._db.snapshot():
            return Stats(
                **queries.figures(self._db),
                lost=len(self.lost()),
                needs_run=repository.related(self._db) != repository.generation(self._db),
            )


def _review(body: str | None) -> Review:
    return Review() if body is None else Review.model_validate_json(body)


def _name(statement: Statement, speaker: str | None) -> str:
    return speaker or statement.speaker or statement.mention


def _columns(statements: Iterable[StatementView], clashing: set[str]) -> tuple[SpeakerColumn, ...]:
    """By speaker: those in a conflict first, then who said most, then by name."""
    groups: dict[str, list[StatementView]] = {}
    for view in statements:
        groups.setdefault(view.statement.speaker_id or view.name, []).append(view)

    def order(key: str) -> tuple[bool, int, str]:
        return not any(view.statement.id in clashing for view in groups[key]), -len(groups[key]), groups[key][0].name

    return tuple(
        SpeakerColumn(name=groups[key][0].name, speaker=groups[key][0].speaker, statements=tuple(groups[key]))
        for key in sorted(groups, key=order)
    )
