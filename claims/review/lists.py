"""The lists and figures of a case: speakers, articles, what was skipped, the log, everything for the tables."""

from __future__ import annotations

from collections import Counter

from claims.models import Article, Conflict, Decision, Findings, Level, Review, Reviewed, Skipped, Speaker
from claims.review.reading import Reading, review_of_row
from claims.review.views import ArticleItem, ArticleView, SpeakerItem, Stats
from claims.speakers import look_alikes
from claims.store import acts, loading, queries, repository
from claims.store.versions import changes


class Lists(Reading):
    """What a case lists."""

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
        people = [loading.read_model(self._db, Speaker, row["body"]) for row in rows]
        alike = look_alikes(people)
        items = [
            SpeakerItem(
                speaker=speaker,
                statements=row["said"],
                conflicts=row["conflicts"],
                shifts=row["shifts"],
                look_alike=alike.get(speaker.id),
            )
            for speaker, row in zip(people, rows, strict=True)
        ]
        wanted = repository.searchable(text).strip()
        return [
            item
            for item in items
            if wanted in repository.searchable(item.speaker.name, item.speaker.role, *item.speaker.aliases)
        ]

    def clashing_speakers(self) -> list[tuple[str, str]]:
        """Id and name of every speaker of a pair, by name."""
        rows = self._db.rows(
            "SELECT id, name FROM speakers WHERE id IN (SELECT speaker_id FROM statements JOIN conflicts"
            " ON statements.id = a WHERE NOT hidden UNION SELECT speaker_id FROM statements JOIN conflicts"
            " ON statements.id = b WHERE NOT hidden) ORDER BY name, id"
        )
        return [(row["id"], row["name"]) for row in rows]

    def shifts(self, speaker_id: str) -> list[Conflict]:
        """The pairs in which this speaker later said something that does not fit what they said before."""
        return loading.models(
            self._db,
            Conflict,
            "SELECT conflicts.body FROM statements JOIN conflicts ON statements.id = a"
            " WHERE speaker_id = ? AND level = ? AND NOT hidden ORDER BY conflicts.id",
            (speaker_id, repository.LEVELS.index(Level.SHIFT)),
        )

    def outlets(self) -> list[str]:
        """The publishers of the articles, by name."""
        return self._values("publisher")

    def languages(self) -> list[str]:
        """The languages of the articles, as codes."""
        return self._values("language")

    def _values(self, column: str) -> list[str]:
        rows = self._db.rows(f"SELECT DISTINCT {column} FROM articles WHERE {column} <> '' ORDER BY {column}")
        return [row[0] for row in rows]

    def articles(self) -> list[ArticleItem]:
        """Every article with the count of its statements, in order of reading."""
        notices: dict[str, list[Skipped]] = {}
        for notice in loading.models(self._db, Skipped, "SELECT body FROM notices ORDER BY id"):
            notices.setdefault(notice.source, []).append(notice)
        rows = self._db.rows(
            "SELECT id, shown, superseded_by, (SELECT count(*) FROM statements WHERE article_id = articles.id) AS said,"
            " reviews.body AS review FROM articles LEFT JOIN reviews ON object = id ORDER BY articles.rowid"
        )
        newest = [row["superseded_by"] or row["id"] for row in rows]
        versions, seen = Counter(newest), Counter[str]()
        items = []
        for row, last in zip(rows, newest, strict=True):
            seen[last] += 1
            article = loading.read_model(self._db, Article, row["shown"])
            about = tuple(notices.get(article.source, ()))
            items.append(
                ArticleItem(
                    article=article,
                    statements=row["said"],
                    notices=about,
                    review=review_of_row(self._db, row["review"]),
                    superseded_by=row["superseded_by"],
                    version=seen[last],
                    versions=versions[last],
                )
            )
        return items

    def article_view(self, article_id: str) -> ArticleView:
        """One article with its versions. Raises NotFoundError for an unknown id."""
        with self._db.snapshot():
            items = self.articles()
            item = self._there(next((one for one in items if one.article.id == article_id), None), article_id)
            newest = item.superseded_by or article_id
            line = tuple(one for one in items if newest in (one.article.id, one.superseded_by))
            before = line[max(0, item.version - 2)].article
            gone, added = changes(before, item.article)
            return ArticleView(
                item=item,
                versions=line,
                gone=gone,
                added=added,
                copies=self._copies(item.article),
                statements=tuple(self.statements(article_id=article_id, limit=-1)),
            )

    def skipped(self) -> list[Skipped]:
        """What was given and could not be read, and why."""
        return loading.models(self._db, Skipped, "SELECT body FROM skipped ORDER BY source")

    def acts(self, *, object_id: str = "") -> list[Decision]:
        """The log, oldest first: all of it, or the acts on one object; undone ones are in it."""
        return acts.log(self._db, object_id=object_id)

    def lost(self) -> list[Decision]:
        """Acts that count and whose object the last analysis did not find: kept, listed, waiting for it."""
        return acts.lost(self._db)

    def findings(self) -> Findings:
        """Everything with edits, added statements and declared conflicts in it; for the tables and for scripts."""
        return loading.findings(self._db)

    def findings_about(self, *object_ids: str) -> Findings:
        """The part of :meth:`findings` that stands in the topics of these conflicts, topics, statements, speakers."""
        return loading.findings_about(self._db, object_ids)

    def reviewed(self) -> Reviewed:
        """The decisions beside :meth:`findings`: by conflict and by statement, and the lost ones."""
        with self._db.snapshot():
            return Reviewed(
                conflicts=self._reviews("conflicts"), statements=self._reviews("statements"), lost=tuple(self.lost())
            )

    def _reviews(self, table: str) -> dict[str, Review]:
        rows = self._db.rows(f"SELECT id, reviews.body FROM {table} JOIN reviews ON object = id ORDER BY id")
        return {row[0]: review_of_row(self._db, row[1]) for row in rows}

    def stats(self) -> Stats:
        """Figures of the case."""
        with self._db.snapshot():
            return Stats(
                **queries.figures(self._db),
                lost=len(self.lost()),
                needs_run=repository.related(self._db) != repository.generation(self._db),
            )
