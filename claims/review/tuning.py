"""The weights of the kinds of conflict, from what reviewers accepted and dismissed in this case.

Each tuning, and each return to the built-in weights, is an act in the log of decisions: it is kept by a second
analysis, can be undone, and the newest one counts.
"""

from __future__ import annotations

from collections import Counter

from claims.errors import InputError
from claims.models import ActKind, Conflict, Findings, Kind, Level, ReviewStatus
from claims.review.analysis import Analysing
from claims.review.views import TunedKind, Tuning
from claims.settings import Settings
from claims.store import reviews
from claims.wording import say

_OBJECT = "weights"  # what the acts of tuning are about
_DECIDED = (ReviewStatus.ACCEPTED, ReviewStatus.DISMISSED)


class TuningKinds(Analysing):
    """Tuning by decisions."""

    def tune(self, *, dry_run: bool = False) -> Tuning:
        """Weigh the kinds anew and analyse with the new weights; with ``dry_run`` only say what would change.

        The same decisions give the same weights, whatever the weights are now. Raises :class:`InputError` when too
        few pairs were accepted or dismissed.
        """
        from claims.conflicts import tuning

        plain = self._with(self.settings)
        decided = [
            tuning.Decided(conflict.kind, conflict.parts, status is ReviewStatus.ACCEPTED)
            for conflict in plain.conflicts
            if (status := reviews.review_of(self._db, conflict.id).status) in _DECIDED
        ]
        few = tuning.lacking(decided)
        if few is not None:
            raise InputError(
                say(
                    "tune.too_few",
                    self.lang,
                    **few._asdict(),
                    least=tuning.LEAST,
                    least_of_each=tuning.LEAST_OF_EACH,
                )
            )
        return self._set(tuning.weights(decided), Counter(item.kind for item in decided), plain, dry_run=dry_run)

    def untune(self, *, dry_run: bool = False) -> Tuning:
        """Back to the built-in weights, or those of the settings file; with ``dry_run`` only say what would change."""
        return self._set({}, Counter(), self._with(self.settings), dry_run=dry_run)

    def _set(self, wanted: dict[Kind, float], decisions: Counter[Kind], plain: Findings, *, dry_run: bool) -> Tuning:
        now = self.weighed().kind_weights
        settings = self.settings.model_copy(update={"kind_weights": self.settings.kind_weights | wanted})
        then = settings.kind_weights
        at_first = self.settings.kind_weights
        before, after = (
            plain if weights.kind_weights == at_first else self._with(weights) for weights in (self.weighed(), settings)
        )
        report = Tuning(
            kinds=tuple(
                TunedKind(
                    kind=kind,
                    before=now.get(kind, 1.0),
                    after=then.get(kind, 1.0),
                    decisions=decisions[kind],
                )
                for kind in Kind
                if kind in now or kind in then or decisions[kind]
            ),
            rising=_crossing(before, after),
            falling=_crossing(after, before),
            changed=then != now,
        )
        if report.changed and not dry_run:
            values = {kind.value: f"{weight:.2f}" for kind, weight in sorted(wanted.items())}
            self._settle(self._act(ActKind.TUNE, [_OBJECT], values=values, structural=True))
        return report

    def _with(self, settings: Settings) -> Findings:
        """What the analysis finds under ``settings``; nothing is written."""
        with self._db.snapshot():
            material = self._material({})
            linked, named = self._said_by_reviewers(material.statements, material.moves)
        return self._related(list(material.articles.values()), material.statements, linked, named, settings)


def _crossing(before: Findings, after: Findings) -> int:
    """Pairs that are shown, or shown as more than to be checked, in ``after`` and were not in ``before``."""
    strength = {conflict.id: _strength(conflict) for conflict in before.conflicts}
    return sum(_strength(conflict) > strength.get(conflict.id, 0) for conflict in after.conflicts)


def _strength(conflict: Conflict) -> int:
    return 1 if conflict.level is Level.CHECK else 2
