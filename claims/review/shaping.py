"""Acts that change what belongs together: topics, speakers, statements and conflicts that the tool missed."""

from __future__ import annotations

from collections.abc import Sequence

from claims.errors import InputError
from claims.models import (
    ActKind,
    Basis,
    Decision,
    Kind,
    QuoteType,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    When,
    content_id,
)
from claims.review.deciding import Deciding, _about
from claims.review.views import Effect
from claims.store import loading, repository
from claims.store.fold import check_fields, write_spans
from claims.wording import say

_PAIRS = (
    "SELECT count(*) AS pairs, coalesce(sum(status IN ('accepted', 'dismissed')), 0) AS decided"
    " FROM conflicts LEFT JOIN reviews ON object = id WHERE NOT hidden"
)


class Shaping(Deciding):
    """What a reviewer does to groups, and what they add."""

    def add_statement(
        self,
        article_id: str,
        spans: Sequence[tuple[int, int]],
        *,
        quote: tuple[int, int] | None = None,
        speaker: str = "",
        speaker_kind: SpeakerKind = SpeakerKind.PERSON,
        stance: Stance = Stance.ASSERTS,
        claim_date: str = "",
        note: str = "",
    ) -> Decision:
        """A statement that the tool missed: ``spans`` are the claim's pieces in the article, ``quote`` the passage.

        Without ``claim_date`` (EDTF) it is dated by its article. The new statement's id is ``objects[0]``.
        """
        article = self._article(article_id)
        check_fields(
            {"claim_spans": write_spans(spans), "claim_date": claim_date},
            ("claim_spans", "claim_date"),
            article,
            self.lang,
        )
        pieces = tuple(Span(*span) for span in sorted(spans))
        start, end = pieces[0].start, pieces[-1].end
        if quote is not None:
            start, end = min(start, max(0, quote[0])), max(end, min(len(article.text), quote[1]))
        date = When(value=claim_date, basis=Basis.EXPLICIT)
        if not claim_date and article.published.value:
            date = When(value=article.published.value, basis=Basis.ARTICLE)
        statement = Statement(
            id=content_id("s", article_id, "by hand", write_spans(pieces)),
            article_id=article_id,
            language=article.language,
            quote=article.text[start:end],
            char_start=start,
            char_end=end,
            claim=" … ".join(article.text[piece.start : piece.end] for piece in pieces),
            claim_spans=pieces,
            quote_type=QuoteType.INDIRECT,
            stance=stance,
            generated_by="by_hand",
            speaker=speaker,
            speaker_kind=speaker_kind if speaker else SpeakerKind.UNNAMED,
            claim_date=date if date.value else When(),
        )
        decision = self._act(
            ActKind.ADD,
            [statement.id, article_id],
            values={"statement": statement.model_dump_json()},
            note=note,
            about=_about(statement),
            structural=True,
        )
        self._settle(decision)
        return decision

    def declare_conflict(self, a: str, b: str, *, kind: Kind = Kind.OPPOSITE, note: str = "") -> Decision:
        """Two statements clash and the tool missed it; they come to one topic. ``objects[0]`` is the conflict's id.

        A pair that the tool did find is accepted instead.
        """
        left, right = sorted(self._known([a, b], 2), key=lambda statement: statement.id)
        found = self._db.value("SELECT id FROM conflicts WHERE a IN (?1, ?2) AND b IN (?1, ?2)", (left.id, right.id))
        if found is not None:
            return self.accept(str(found), note)
        name = content_id("x", left.id, right.id)
        decision = self._act(
            ActKind.DECLARE,
            [name, left.id, right.id],
            values={"kind": kind.value},
            note=note,
            about=f"{_about(left)} ↔ {_about(right)}",
            structural=True,
        )
        self._settle(decision)
        return decision

    def merge_topics(self, topic_ids: Sequence[str], note: str = "") -> Decision:
        """The topics are one matter; kept as links between their statements."""
        topics = [self._topic(name) for name in dict.fromkeys(topic_ids)]
        if len(topics) < 2:
            raise InputError(say("review.too_few", self.lang, least=2))
        decision = self._act(
            ActKind.MERGE,
            [topic.statement_ids[0] for topic in topics],
            values={"together": " ".join(name for topic in topics for name in topic.statement_ids)},
            note=note,
            about=" + ".join(topic.label for topic in topics),
            structural=True,
        )
        self._settle(decision)
        return decision

    def split(self, statement_ids: Sequence[str], note: str = "") -> Decision:
        """The statements belong together and not to the rest of their topics, which stays together."""
        statements = self._known(statement_ids, 1)
        names = list(dict.fromkeys(statement.id for statement in statements))
        marks = ", ".join("?" * len(names))
        rest = self._db.rows(
            f"SELECT id FROM statements WHERE id NOT IN ({marks}) AND topic_id <> ''"
            f" AND topic_id IN (SELECT topic_id FROM statements WHERE id IN ({marks})) ORDER BY id",
            [*names, *names],
        )
        decision = self._act(
            ActKind.SPLIT,
            names,
            values={"from": " ".join(row[0] for row in rest)},
            note=note,
            about="; ".join(_about(statement) for statement in statements[:3]),
            structural=True,
        )
        self._settle(decision)
        return decision

    def preview_merge(self, topic_ids: Sequence[str]) -> Effect:
        """What a merge would touch."""
        return self._effect([self._topic(name).id for name in dict.fromkeys(topic_ids)])

    def preview_split(self, statement_ids: Sequence[str]) -> Effect:
        """What a split would touch: the pairs between the statements and the rest of their topics."""
        names = list(dict.fromkeys(statement_ids))
        marks = ", ".join("?" * len(names))
        row = self._db.row(
            f"{_PAIRS} AND (a IN ({marks})) <> (b IN ({marks}))",
            [*names, *names],
        )
        topics = self._db.value(
            f"SELECT count(DISTINCT topic_id) FROM statements WHERE topic_id <> '' AND id IN ({marks})", names
        )
        assert row is not None
        return Effect(statements=len(names), topics=topics, pairs=row["pairs"], decided=row["decided"])

    def _effect(self, topic_ids: Sequence[str]) -> Effect:
        marks = ", ".join("?" * len(topic_ids))
        row = self._db.row(
            f"{_PAIRS} AND topic_id IN ({marks})",
            list(topic_ids),
        )
        said = self._db.value(f"SELECT count(*) FROM statements WHERE topic_id IN ({marks})", list(topic_ids))
        assert row is not None
        return Effect(statements=said, topics=len(topic_ids), pairs=row["pairs"], decided=row["decided"])

    def merge_speakers(self, speaker_ids: Sequence[str], note: str = "") -> Decision:
        """The speakers are one; every spelling of each counts as one of the first."""
        speakers = [self._speaker(name) for name in dict.fromkeys(speaker_ids)]
        if len(speakers) < 2:
            raise InputError(say("review.too_few", self.lang, least=2))
        return self._names(
            ActKind.SAME_SPEAKER, speakers, [name for speaker in speakers for name in _spellings(speaker)], note
        )

    def split_speaker(self, speaker_id: str, spellings: Sequence[str], note: str = "") -> Decision:
        """These spellings name somebody else than the speaker's name does."""
        speaker = self._speaker(speaker_id)
        names = [name for name in dict.fromkeys(spellings) if name != speaker.name]
        if not names:
            raise InputError(say("review.too_few", self.lang, least=1))
        return self._names(ActKind.APART_SPEAKER, [speaker], [speaker.name, *names], note)

    def alias(self, speaker_id: str, spelling: str, note: str = "") -> Decision:
        """The speaker goes by this spelling too."""
        speaker = self._speaker(speaker_id)
        if not spelling.strip() or spelling == speaker.name:
            raise InputError(say("review.too_few", self.lang, least=1))
        return self._names(ActKind.SAME_SPEAKER, [speaker], [speaker.name, " ".join(spelling.split())], note)

    def _speaker(self, speaker_id: str) -> Speaker:
        body = self._db.value("SELECT body FROM speakers WHERE id = ?", (speaker_id,))
        return self._there(None if body is None else loading.read_model(self._db, Speaker, body), speaker_id)

    def _names(self, kind: ActKind, speakers: Sequence[Speaker], names: Sequence[str], note: str) -> Decision:
        decision = self._act(
            kind,
            [speaker.id for speaker in speakers],
            values={"names": repository.as_json(list(dict.fromkeys(names)))},
            note=note,
            about=", ".join(dict.fromkeys(names)),
            structural=True,
        )
        self._settle(decision)
        return decision


def _spellings(speaker: Speaker) -> list[str]:
    return list(dict.fromkeys((speaker.name, *speaker.aliases)))
