"""Decisions: each is one act, on disk when the method returns; undo and redo are acts too.

``seen`` is the ``review.version`` of what was on screen: when somebody else acted on the object since,
:class:`claims.errors.StaleError` names both values and nothing is written. None does not check.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.errors import InputError, StaleError
from claims.models import ActKind, Anchor, Decision, Review, Statement, VerdictLevel
from claims.review.lists import Lists
from claims.store import acts, loading, repository, reviews
from claims.store.fold import EDITABLE, METADATA, STATUS_OF, check_fields, write_spans
from claims.wording import say

STRUCTURAL = frozenset(  # what changes the analysis, not only the state of a pair
    {
        ActKind.EDIT,
        ActKind.STRIKE,
        ActKind.ADD,
        ActKind.MERGE,
        ActKind.SPLIT,
        ActKind.DECLARE,
        ActKind.ARTICLE,
        ActKind.SAME_SPEAKER,
        ActKind.APART_SPEAKER,
        ActKind.TUNE,
    }
)

_MOST_ANCHORS = 500  # of one act; statements beyond them may leave it when their ids change


class Deciding(Lists):
    """What a reviewer does to pairs and statements."""

    def accept(self, conflict_id: str, note: str = "", *, seen: int | None = None) -> Decision:
        """The two do clash."""
        return self._on_conflict(ActKind.ACCEPT, conflict_id, note=note, seen=seen)

    def dismiss(self, conflict_id: str, why: str = "", note: str = "", *, seen: int | None = None) -> Decision:
        """The two do not clash; ``why`` is a token (other_period, other_scope, same_meaning, …) or free words."""
        return self._on_conflict(ActKind.DISMISS, conflict_id, values={"why": why}, note=note, seen=seen)

    def later(self, conflict_id: str, *, seen: int | None = None) -> Decision:
        """Decide another time; the pair can be listed as such."""
        return self._on_conflict(ActKind.LATER, conflict_id, seen=seen)

    def reopen(self, object_id: str, *, seen: int | None = None) -> Decision:
        """A conflict is open again; a statement stands as it was extracted."""
        if loading.conflict(self._db, object_id) is not None:
            return self._on_conflict(ActKind.REOPEN, object_id, seen=seen)
        statement = self._statement(object_id)
        decision = self._act(ActKind.REOPEN, [object_id], about=_about(statement), seen=seen, structural=True)
        self._settle(decision)
        return decision

    def note(self, object_id: str, text: str, *, seen: int | None = None) -> Decision:
        """Set the note on a conflict or statement; an empty one takes it away."""
        conflict = loading.conflict(self._db, object_id)
        about = self._about_pair(object_id) if conflict else _about(self._statement(object_id))
        return self._act(ActKind.NOTE, [object_id], note=text, about=about, seen=seen)

    def set_verdict(
        self,
        statement_id: str,
        *,
        verdict: str | None = None,
        level: VerdictLevel | None = None,
        evidence_urls: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        note: str = "",
        seen: int | None = None,
    ) -> Decision:
        """What the reviewer found out about a statement; what is None stays as it is."""
        values = {
            name: value if isinstance(value, str) else repository.as_json(list(value))
            for name, value in (
                ("verdict", verdict),
                ("verdict_level", level),
                ("evidence_urls", evidence_urls),
                ("tags", tags),
            )
            if value is not None
        }
        statement = self._statement(statement_id)
        return self._act(ActKind.VERDICT, [statement_id], values=values, note=note, about=_about(statement), seen=seen)

    def edit_statement(
        self,
        statement_id: str,
        *,
        spans: Sequence[tuple[int, int]] | None = None,
        note: str = "",
        seen: int | None = None,
        **fields: str,
    ) -> Decision:
        """Set ``speaker``, ``speaker_role``, ``party``, ``claim_date``, ``about_date`` (EDTF) or ``stance``.

        ``spans`` sets the extent: offsets of the claim's pieces in the article, whose words they take.
        Raises :class:`InputError` for a field or value that cannot be.
        """
        statement = self._statement(statement_id)
        if spans is not None:
            fields["claim_spans"] = write_spans(spans)
        values = check_fields(fields, EDITABLE, self._article(statement.article_id), self.lang)
        before = {name: _shown(statement, name) for name in values}
        decision = self._act(
            ActKind.EDIT,
            [statement_id],
            values=values,
            before=before,
            note=note,
            about=_about(statement),
            seen=seen,
            structural=True,
        )
        self._settle(decision)
        return decision

    def strike(self, statement_id: str, note: str = "", *, seen: int | None = None) -> Decision:
        """It is no statement: its conflicts go, it stays in the tables as struck."""
        about = _about(self._statement(statement_id))
        topic = "topic_id = (SELECT topic_id FROM statements WHERE id = ?1)"
        beside = self._db.rows(
            f"SELECT id FROM statements WHERE {topic} AND topic_id <> '' AND id <> ?1 ORDER BY place LIMIT 20",
            (statement_id,),
        )
        values = {"from": " ".join(row[0] for row in beside)}  # where it goes back to when this is undone
        decision = self._act(
            ActKind.STRIKE, [statement_id], values=values, note=note, about=about, seen=seen, structural=True
        )
        self._settle(decision)
        return decision

    def set_article_metadata(
        self, article_id: str, *, note: str = "", seen: int | None = None, **fields: str
    ) -> Decision:
        """Set ``published`` (EDTF), ``publisher``, ``title``, ``author``, ``url`` or ``archive_url`` of an article.

        With a new date the article's relative dates are resolved anew.
        """
        article = self._article(article_id)
        values = check_fields(fields, METADATA, article, self.lang)
        before = {
            name: article.published.value if name == "published" else str(getattr(article, name)) for name in values
        }
        decision = self._act(
            ActKind.ARTICLE,
            [article_id],
            values=values,
            before=before,
            note=note,
            about=article.title or article.source_file,
            seen=seen,
            structural=True,
        )
        self._settle(decision)
        return decision

    def undo(self) -> Decision | None:
        """Take back this reviewer's newest act, whenever it was; the act that was taken back, None without one.

        Raises :class:`StaleError` when somebody else acted on the same object after it.
        """
        with self._db.transaction():
            target = acts.last_counting(self._db, self.reviewer)
            if target is None:
                return None
            newer = acts.later_by_others(self._db, target)
            if newer is not None:
                raise StaleError(self._stale_words(newer, say(f"review.act.{ActKind.UNDO}", self.lang)))
            self._append(
                ActKind.UNDO, target.objects, undoes=target.id, about=target.about, structural=_reshapes(target)
            )
        if _reshapes(target):
            self._settle(target)
        return target

    def redo(self) -> Decision | None:
        """Take back this reviewer's newest undo, as long as they decided nothing after it; the act done again."""
        with self._db.transaction():
            undo = acts.last_undo(self._db, self.reviewer)
            target = undo and acts.by_id(self._db, undo.undoes)
            if undo is None or target is None:
                return None
            newer = acts.later_by_others(self._db, undo)
            if newer is not None:
                raise StaleError(self._stale_words(newer, say(f"review.act.{ActKind.REDO}", self.lang)))
            self._append(ActKind.REDO, target.objects, undoes=undo.id, about=target.about, structural=_reshapes(target))
        if _reshapes(target):
            self._settle(target)
        return target

    def _settle(self, decision: Decision) -> None:
        """Bring what is shown in line with an act that reshapes it; the part that analyses does it."""
        raise NotImplementedError

    def _on_conflict(
        self,
        kind: ActKind,
        conflict_id: str,
        *,
        values: Mapping[str, str] | None = None,
        note: str = "",
        seen: int | None,
    ) -> Decision:
        self._conflict(conflict_id)
        about = self._about_pair(conflict_id)
        return self._act(kind, [conflict_id], values=values, note=note, about=about, seen=seen)

    def _act(
        self,
        kind: ActKind,
        objects: Sequence[str],
        *,
        values: Mapping[str, str] | None = None,
        before: Mapping[str, str] | None = None,
        note: str = "",
        about: str = "",
        seen: int | None = None,
        structural: bool = False,
    ) -> Decision:
        with self._db.transaction():
            review = reviews.review_of(self._db, objects[0])
            if seen is not None and seen != review.version:
                newest = acts.log(self._db, object_id=objects[0])[-1]
                raise StaleError(self._stale_words(newest, say(f"review.act.{kind}", self.lang)))
            before = {**(before or {}), **_status_before(kind, review)}
            return self._append(
                kind, objects, values=values, before=before, note=note, about=about, structural=structural
            )

    def _append(
        self,
        kind: ActKind,
        objects: Sequence[str],
        *,
        structural: bool,
        values: Mapping[str, str] | None = None,
        before: Mapping[str, str] | None = None,
        note: str = "",
        undoes: str = "",
        about: str = "",
    ) -> Decision:
        if structural:
            repository.touch(self._db)
        decision = acts.append(
            self._db,
            kind,
            objects,
            reviewer=self.reviewer,
            values=values,
            before=before,
            note=note,
            undoes=undoes,
            about=about,
            anchors=() if undoes else self._anchors([*objects, *_listed(values or {})]),
        )
        reviews.refold(self._db, decision.objects)
        return decision

    def _anchors(self, ids: Sequence[str]) -> list[Anchor]:
        """Where the statements among ``ids``, and both of a conflict, stand."""
        names = list(dict.fromkeys(ids))[:_MOST_ANCHORS]
        conflict = loading.conflict(self._db, names[0])
        if conflict is not None:
            names = [conflict.a, conflict.b]
        found = (loading.statement(self._db, name) for name in names)
        return [
            Anchor(
                statement=statement.id,
                article=statement.article_id,
                start=statement.claim_spans[0].start,
                claim=statement.claim,
                mention=statement.mention,
            )
            for statement in found
            if statement is not None
        ]

    def _stale_words(self, theirs: Decision, mine: str) -> str:
        act = say(f"review.act.{theirs.kind}", self.lang)
        return say("review.stale", self.lang, who=theirs.reviewer, at=theirs.at, theirs=act, mine=mine)

    def _about_pair(self, conflict_id: str) -> str:
        conflict = self._conflict(conflict_id)
        sides = (loading.statement(self._db, name) for name in (conflict.a, conflict.b))
        return " ↔ ".join(_about(side) for side in sides if side is not None)

    def _known(self, ids: Sequence[str], least: int) -> list[Statement]:
        if len(set(ids)) < least:
            raise InputError(say("review.too_few", self.lang, least=least))
        return [self._statement(name) for name in ids]


def _status_before(kind: ActKind, review: Review) -> dict[str, str]:
    return {"status": review.status.value} if kind in STATUS_OF else {}


def _reshapes(decision: Decision) -> bool:
    reopened_statement = decision.kind is ActKind.REOPEN and decision.objects[0].startswith("s_")
    return decision.kind in STRUCTURAL or reopened_statement


def _listed(values: Mapping[str, str]) -> list[str]:
    return [part for name in acts.ID_LISTS for part in values.get(name, "").split()]


def _about(statement: Statement) -> str:
    claim = statement.claim if len(statement.claim) <= 120 else statement.claim[:119] + "…"
    return f"{statement.speaker or statement.mention}: {claim}"


def _shown(statement: Statement, name: str) -> str:
    if name == "claim_spans":
        return write_spans(statement.claim_spans)
    value = getattr(statement, name)
    return str(value.value if name in ("claim_date", "about_date") else value)
