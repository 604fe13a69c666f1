"""The questions of the review: queue, topic, pair, statements, speakers, articles, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.models import (
    Article,
    Conflict,
    Kind,
    Reason,
    Review,
    ReviewStatus,
    Speaker,
    Statement,
    Topic,
)
from claims.review.passages import passage
from claims.review.session import Session
from claims.review.views import (
    PairItem,
    PairView,
    Passage,
    QueueFilter,
    ReasonView,
    RelatedTopic,
    SpeakerColumn,
    StatementView,
    TopicItem,
    TopicView,
)
from claims.store import loading, queries, repository, reviews
from claims.store.database import Database, Row
from claims.wording import told

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
        return [_item(row) for row in rows]

    def topic_item(self, topic_id: str) -> TopicItem:
        """One line of the queue, as it stands now. Raises NotFoundError for an unknown id."""
        rows = queries.queue(self._db, topic_id=topic_id, without_conflicts=True)
        return _item(self._there(rows[0] if rows else None, topic_id))

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
                conflict=loading.read_model(self._db, Conflict, row["body"]),
                review=review_of_row(self._db, row["review"]),
                name_a=_name(loading.read_model(self._db, Statement, row["a"]), row["pa"]),
                name_b=_name(loading.read_model(self._db, Statement, row["b"]), row["pb"]),
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
                for other in (loading.topic(self._db, name) for name in topic.related)
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
            topic = loading.topic(self._db, conflict.topic_id)
            return PairView(
                conflict=conflict,
                review=reviews.review_of(self._db, conflict_id),
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
            text=told(reason.key, reason.values, self.lang),
            equal=tuple(told(key, values, self.lang) for key, values in reason.equal),
            unsure=tuple(told(key, values, self.lang) for key, values in reason.unsure),
            span_a=reason.span_a,
            span_b=reason.span_b,
        )

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
        statements = [loading.read_model(self._db, Statement, row["shown"]) for row in rows]
        articles = {name: self._article(name) for name in {row["article_id"] for row in rows}}
        copies = {name: self._copies(found) for name, found in articles.items()}
        views = []
        for row, statement in zip(rows, statements, strict=True):
            article, review = articles[row["article_id"]], review_of_row(self._db, row["review"])
            speaker = row["speaker"] and loading.read_model(self._db, Speaker, row["speaker"])
            edited = review.status is ReviewStatus.EDITED
            views.append(
                StatementView(
                    statement=statement,
                    original=loading.read_model(self._db, Statement, row["found"]) if edited else None,
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


def _item(row: Row) -> TopicItem:
    kinds = map(Kind, filter(None, row["kinds"].split(",")))
    return TopicItem(
        id=row["id"],
        label=row["label"],
        state=None if row["state"] is None else ReviewStatus(row["state"]),
        pairs=row["pairs"],
        open=row["open"],
        later=row["later"],
        accepted=row["accepted"],
        dismissed=row["dismissed"],
        kinds=tuple(sorted(kinds, key=_KINDS.index)),
        level=None if row["level"] is None else repository.LEVELS[row["level"]],
        score=0.0 if row["level"] is None else round(row["strength"] - (3 - row["level"]), 9),
        statements=row["statements"],
        speakers=row["speakers"],
        newest=row["newest"],
    )


def review_of_row(db: Database, body: str | None) -> Review:
    """The review in a joined row; none is an open one."""
    return Review() if body is None else loading.read_model(db, Review, body)


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
