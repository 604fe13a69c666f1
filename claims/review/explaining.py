"""What two statements of a case are to each other, also when they do not clash, in words."""

from __future__ import annotations

from claims.models import Comparison, Conflict, Reason, content_id
from claims.review.reading import Reading
from claims.store.database import Row
from claims.store.loading import read_model
from claims.wording import say, told


def _of_the_case(shown: Conflict, first: str, found: Comparison | None = None) -> Comparison:
    """A conflict as the case shows it, for the statement ``first`` and the other; what speaks against it is of
    ``found``."""
    reasons = shown.reasons if shown.a == first else tuple(_turned(reason) for reason in shown.reasons)
    return Comparison(
        kind=shown.reasons[0].kind,
        level=shown.level,
        score=shown.score,
        reasons=reasons,
        guards=found.guards if found is not None and found.level is not None else (),
        parts=shown.parts,
    )


def _turned(reason: Reason) -> Reason:
    """The evidence of a reason for the two statements in the other order."""
    return reason.model_copy(update={"span_a": reason.span_b, "span_b": reason.span_a})


class Explaining(Reading):
    """Every check of a pair and its answer."""

    def explain(self, a: str, b: str) -> Comparison:
        """The comparison of two statements by id. Raises :class:`NotFoundError` for an id that is not there.

        A conflict of the case is told as the case shows it. Statements of one topic are compared with what stands
        around them, others by their claims alone.
        """
        from claims.conflicts import compare

        with self._db.snapshot():
            one, other = self._statement(a), self._statement(b)
            body = self._db.row("SELECT body FROM conflicts WHERE id = ?", (content_id("x", *sorted((a, b))),))
            shown = None if body is None else read_model(self._db, Conflict, body["body"])
            if shown is not None and shown.parts.get("guards", 1.0) == 1.0:  # nothing speaks against it
                return _of_the_case(shown, a)
            topic = self._db.value("SELECT topic_id FROM statements WHERE id = ?", (a,))
            if a == b or topic != self._db.value("SELECT topic_id FROM statements WHERE id = ?", (b,)):
                return compare(one, other, settings=self.weighed())
            found = self._within(topic, a, b)
        return found if shown is None else _of_the_case(shown, a, found)

    def _within(self, topic: str, a: str, b: str) -> Comparison:
        """Two statements of one topic compared with what stands around them."""
        from claims.conflicts import between

        places = self._db.rows("SELECT DISTINCT article_id FROM statements WHERE topic_id = ?", (topic,))
        articles = [self._article(row["article_id"]) for row in places]
        around = [self._statement(row["id"]) for article in articles for row in self._inside(article.id, a, b)]
        return between(a, b, around, articles=articles, settings=self.weighed())

    def _inside(self, article_id: str, *asked: str) -> list[Row]:
        """The statements of an article that the analysis sees, and those asked about."""
        return self._db.rows(
            "SELECT id FROM statements WHERE article_id = ? AND (NOT struck OR id IN (?, ?)) ORDER BY char_start, id",
            (article_id, *asked),
        )

    def explanation(self, a: str, b: str) -> list[str]:
        """The same, one sentence a line: verdict, reasons, what is equal and unsure, why not, parts of the score."""
        found = self.explain(a, b)
        level = say(f"level.{found.level.value}" if found.level else "explain.none", self.lang)
        kind = f" · {say(f'kind.{found.kind.value}', self.lang)}" if found.kind else ""
        lines = [f"{level}{kind} · {found.score:.2f}"]
        for reason in found.reasons:
            lines.append(told(reason.key, reason.values, self.lang))
            for label, pairs in (("view.same", reason.equal), ("view.unsure", reason.unsure)):
                lines += [f"{say(label, self.lang)} {told(key, values, self.lang)}" for key, values in pairs]
        guard = say("explain.against" if found.level else "explain.guard", self.lang)
        lines += [f"{guard} {told(key, values, self.lang)}" for key, values in found.guards]
        named = ((say(f"tui.part.{name}", self.lang), value) for name, value in found.parts.items() if name != "tuned")
        parts = ", ".join(f"{name} {value:.2f}" for name, value in named)
        if parts:
            lines.append(f"{say('explain.parts', self.lang)} {parts}")
        if "tuned" in found.parts and found.kind is not None:
            lines.append(say("explain.tuned", self.lang, factor=f"{found.parts['tuned']:.2f}"))
        return lines
