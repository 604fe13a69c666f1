"""What two statements of a case are to each other, also when they do not clash, in words."""

from __future__ import annotations

from claims.models import Comparison
from claims.review.reading import Reading
from claims.wording import say


class Explaining(Reading):
    """Every check of a pair and its answer."""

    def explain(self, a: str, b: str) -> Comparison:
        """The comparison of two statements by id. Raises :class:`NotFoundError` for an id that is not there."""
        from claims.conflicts import compare

        return compare(self._statement(a), self._statement(b), settings=self.weighed())

    def explanation(self, a: str, b: str) -> list[str]:
        """The same, one sentence a line: verdict, reasons, what is equal and unsure, why not, parts of the score."""
        found = self.explain(a, b)
        level = say(f"level.{found.level.value}" if found.level else "explain.none", self.lang)
        kind = f" · {say(f'kind.{found.kind.value}', self.lang)}" if found.kind else ""
        lines = [f"{level}{kind} · {found.score:.2f}"]
        for reason in found.reasons:
            lines.append(say(reason.key, self.lang, **reason.values))
            for label, pairs in (("view.same", reason.equal), ("view.unsure", reason.unsure)):
                lines += [f"{say(label, self.lang)} {say(key, self.lang, **values)}" for key, values in pairs]
        guard = say("explain.guard", self.lang)
        lines += [f"{guard} {say(key, self.lang, **values)}" for key, values in found.guards]
        parts = ", ".join(f"{name} {value:.2f}" for name, value in found.parts.items())
        if parts:
            lines.append(f"{say('explain.parts', self.lang)} {parts}")
        if "tuned" in found.parts and found.kind is not None:
            lines.append(say("explain.tuned", self.lang, factor=f"{found.parts['tuned']:.2f}"))
        return lines
