"""Weights of the kinds of conflict from pairs that a reviewer accepted or dismissed.

A logistic regression over the parts of the score and the kind tells which kinds were accepted more often than their
parts let expect. It is held firmly to the built-in weights, so that few decisions change little; the level of
acceptance as a whole changes nothing. scikit-learn is loaded here and only when weights are made.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.models import Kind

LEAST = 12  # decisions below which nothing can be learnt
LEAST_OF_EACH = 4  # of them accepted, and of them dismissed
PARTS = ("comparability", "incompatibility", "firmness", "guards")
LOOSE = 0.05  # the smaller, the closer to the built-in weights (inverse strength of the L2 penalty)
SHARE = 0.5  # of the logarithm of the odds of a kind that goes into its weight
LOWEST, HIGHEST = 0.6, 1.25  # no kind is switched off, and none makes a conflict of everything


class Decided(NamedTuple):
    """A pair that a reviewer decided on: its kind, the parts of its untuned score, and whether it was accepted."""

    kind: Kind
    parts: Mapping[str, float]
    accepted: bool


class TooFew(NamedTuple):
    """How many decisions there are of those that are needed."""

    accepted: int
    dismissed: int


def lacking(decided: Sequence[Decided]) -> TooFew | None:
    """What there is, when it is too little for weights; None when it is enough."""
    accepted = sum(item.accepted for item in decided)
    found = TooFew(accepted, len(decided) - accepted)
    return found if len(decided) < LEAST or min(found) < LEAST_OF_EACH else None


def weights(decided: Sequence[Decided]) -> dict[Kind, float]:
    """The factor for the score of each kind among ``decided``, which must not be lacking; in two decimals.

    The order of ``decided`` does not matter.
    """
    from sklearn.linear_model import LogisticRegression

    ordered = sorted(decided, key=lambda item: (item.kind, *(item.parts.get(name, 1.0) for name in PARTS)))
    kinds = sorted({item.kind for item in ordered})
    rows = [
        [*(item.parts.get(name, 1.0) for name in PARTS), *(float(item.kind is kind) for kind in kinds)]
        for item in ordered
    ]
    model = LogisticRegression(C=LOOSE, max_iter=1000, tol=1e-8)
    model.fit(rows, [item.accepted for item in ordered])
    odds = [float(value) for value in model.coef_[0][len(PARTS) :]]
    return {
        kind: round(min(HIGHEST, max(LOWEST, math.exp(SHARE * value))), 2)
        for kind, value in zip(kinds, odds, strict=True)
    }
