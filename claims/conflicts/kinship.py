"""Poles of axes that say more than another one does: who was thrown out did not leave of his own will.

The words of a matter stand in many axes, each with its own objects and its own surroundings. Where a pole holds, the
poles that it takes in hold too, so that the words of both meet. The table names axes of ``antonyms.toml``, which all
languages share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claims.conflicts.fact import NEGATIVE, POSITIVE, Fact, Ground

AXIS = "axis:"
OF_KIN = 0.9  # weight of what another pole takes in
BOTH_WAYS = (  # two axes of which each pole takes in the same pole of the other
    ("within_budget", "cost_plan"),
    ("party_behind", "backing"),
    ("jobs_safe", "jobs"),
    ("sufficient_power", "lights_on"),
)
EACH_POLE = (  # both poles of the first take in the same pole of the second
    ("voluntary_leave", "voluntary"),
    ("left_freely", "voluntary"),
    ("fire_laid", "intent"),
    ("wages_paid", "paid"),
    ("delivered", "arrived"),
    ("coach_seat", "stay"),
    ("stays_office", "stay"),
    ("candidacy", "run_for"),
    ("told_early", "told_ahead"),
    ("told_first", "told_ahead"),
    ("prior_notice", "told_ahead"),
    ("alarm_worked", "working"),
)
ONE_POLE = (  # one pole takes in another
    (("evicted", 1), ("voluntary", -1)),
    (("hire", -1), ("voluntary_leave", -1)),
    (("owed", 1), ("paid", -1)),
    (("habitable", -1), ("flat_state", -1)),
    (("flat_state", 1), ("habitable", 1)),
    (("armed", -1), ("threat", -1)),
    (("polluted", 1), ("safe", -1)),
    (("product_safe", -1), ("safe", -1)),
    (("took_part", 1), ("presence", 1)),
    (("arrived", 1), ("delivered", 1)),
)


def _table() -> Mapping[tuple[str, int], tuple[tuple[str, int], ...]]:
    out: dict[tuple[str, int], tuple[tuple[str, int], ...]] = {}
    pairs = [((one, sign), (other, sign)) for one, other in (*BOTH_WAYS, *EACH_POLE) for sign in (1, -1)]
    pairs += [((other, sign), (one, sign)) for one, other in BOTH_WAYS for sign in (1, -1)]
    for pole, taken in (*pairs, *ONE_POLE):
        out[pole] = (*out.get(pole, ()), taken)
    return out


TAKEN_IN = _table()


def of_kin(found: Iterable[Fact]) -> Iterator[Fact]:
    """What the facts of axes take in: the poles of other axes that hold where theirs does."""
    for fact in found:
        if not fact.axis.startswith(AXIS) or fact.ground != Ground.SAID or fact.open not in (POSITIVE, NEGATIVE):
            continue
        sign = 1 if fact.open == POSITIVE else -1
        for name, taken in TAKEN_IN.get((fact.axis.removeprefix(AXIS), sign), ()):
            mention = replace(fact.mention, name=name, pole=-taken if fact.mention.negative else taken)
            open_ = POSITIVE if taken > 0 else NEGATIVE
            yield Fact(f"{AXIS}{name}", open_, mention, Ground.IMPLIED, fact.weight * OF_KIN)
