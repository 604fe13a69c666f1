"""What follows from what is told: whoever was sacked has not stayed, a road that is blocked is not open.

The axes of opposites are many and each holds its own words; ``data/follows.toml`` says which pole of one takes which
pole of another for granted, so that two claims meet that tell of one thing on two axes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Annotated

from pydantic import Field

from claims.conflicts.fact import NEGATIVE, POSITIVE, WEIGHTS, Fact, Ground
from claims.language.lexicon import SHARED, load
from claims.models import Model

_SIGNS = {"+": 1, "-": -1}
_Pole = tuple[str, int]
_Written = Annotated[str, Field(pattern=r"^\S+ [+-]$")]


class Follows(Model):
    """``follows.toml``: a pole ("axis:blocked +") and the poles that go with it."""

    follows: dict[_Written, list[_Written]]


def following(told: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that go with those that a claim says itself; none of what it denies, wishes or sets a condition for."""
    known = table()
    for fact in told:
        mention = fact.mention
        if fact.ground != Ground.SAID or fact.open not in (POSITIVE, NEGATIVE):
            continue
        if mention.denied or mention.label or mention.wished or mention.conditional:
            continue
        for axis, sign in known.get((fact.axis, 1 if fact.open == POSITIVE else -1), ()):
            pole = -sign if mention.negative else sign
            other = replace(mention, group="axis", name=axis.removeprefix("axis:"), pole=pole)
            weight = fact.weight * WEIGHTS[Ground.IMPLIED]
            yield Fact(axis, POSITIVE if sign > 0 else NEGATIVE, other, Ground.IMPLIED, weight)


@cache
def table() -> Mapping[_Pole, tuple[_Pole, ...]]:
    """Of each pole, by axis and sign, those that go with it; LexiconError where the file is not as it should be."""
    data = load(SHARED, "follows", Follows)
    return {_pole(one): tuple(_pole(other) for other in others) for one, others in data.follows.items()}


def _pole(written: str) -> _Pole:
    axis, _, sign = written.rpartition(" ")
    return axis, _SIGNS[sign]
