"""A fact: an axis, the values that a claim leaves open on it, and the word it is read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.topics.frame import Mention

POSITIVE = frozenset({1})
NEGATIVE = frozenset({-1})
NOT_POSITIVE = frozenset({-1, 0})
NOT_NEGATIVE = frozenset({0, 1})


class Ground(StrEnum):
    """How the fact lies in the claim."""

    SAID = "said"
    PRESUPPOSED = "presupposed"
    IMPLIED = "implied"
    LABELLED = "labelled"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a claim holds; ``weight`` says how surely the claim holds it."""

    axis: str
    open: frozenset[int]
    mention: Mention
    ground: Ground = Ground.SAID
    weight: float = 1.0

    def excludes(self, other: Fact) -> bool:
        return self.axis == other.axis and not self.open & other.open


WEIGHTS = {Ground.SAID: 1.0, Ground.IMPLIED: 0.85, Ground.PRESUPPOSED: 0.9, Ground.LABELLED: 0.75}


def ground_of(mention: Mention) -> Ground:
    """Said, or only called a rumour or a lie."""
    return Ground.LABELLED if mention.label else Ground.SAID
