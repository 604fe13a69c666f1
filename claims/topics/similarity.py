"""How far two statements speak of the same matter: TF-IDF over names, concepts, lemmas and parts; a gate on parties.

Similarity finds the same matter; it cannot tell agreement from contradiction. Candidates come from inverted indexes
over each statement's rarest features, so that their number grows with the statements and not with their square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from claims.models import Statement
from claims.topics.context import Surroundings
from claims.topics.frame import Frame, frame

PROBES = 10  # rarest features by which a statement looks for others
MOST_HOLDERS = 40  # statements that one feature may bring together
BILATERAL = frozenset({"meet", "call", "talks", "visit", "exchange", "deal"})
RICH = 3.5  # weight of a claim's own words from which it needs nothing from its surroundings
FAINT = 0.4  # what is left of a concept that half of all claims name
NEIGHBOUR = 0.05  # bonus of statements next to each other in one article
SAME_EVENT = 0.1
LEAST_MASS = 1.0  # weight below which a claim counts as if it had this much
LONGEST_TEXT = 400  # characters given to rapidfuzz
_FAINT = frozenset(
    f"c:{name}"
    for name in (
        "propose",
        "discuss",
        "plan",
        "begin",
        "end",
        "hold",
        "report",
        "money",
        "participants",
        "company",
        "club",
        "evidence",
    )
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a statement is about, ready to be compared."""

    statement: Statement
    frame: Frame
    features: Mapping[str, float]  # weighted by rarity
    total: float
    neutral: Mapping[str, float]  # those that do not depend on the language
    neutral_total: float
    states: frozenset[str]
    names: frozenset[str]
    offices: frozenset[str]
    events: frozenset[str]
    around: frozenset[str]  # names in the claim and in what surrounds it
    place: int  # running number inside its article
    story: int  # two stories never share a topic


def matters(statements: Sequence[Statement], around: Surroundings, story_of: Mapping[str, int]) -> list[Matter]:
    """The statements with features weighted by their rarity in the case; ``story_of`` is keyed by article id."""
    raw: list[dict[str, float]] = []
    count: Counter[str] = Counter()
    for statement in statements:
        this, context = frame(statement), around.of(statement)
        features = dict(this.features)
        for name in _FAINT & features.keys():
            features[name] *= FAINT
        poverty = max(0.0, 1.0 - sum(features.values()) / RICH)
        for name, weight in context.features.items():
            if weight * poverty > 0.05:
                features[name] = max(features.get(name, 0.0), weight * poverty)
        for name in this.names:
            if name in around.state_of:
                features.setdefault(f"p:{around.state_of[name]}", 0.6)
        raw.append(features)
        count.update(features.keys())
    total = len(statements)
    places: Counter[str] = Counter()
    out: list[Matter] = []
    for statement, features in zip(statements, raw, strict=True):
        weighed = {
            name: weight * (0.4 + math.log((total + 2) / (count[name] + 1)) / math.log(total + 2))
            for name, weight in features.items()
        }
        neutral = {name: weight for name, weight in weighed.items() if not name.startswith("l:")}
        this, context = frame(statement), around.of(statement)
        names = frozenset(this.names) | context.names
        own_offices = frozenset(this.offices) | context.offices
        out.append(
            Matter(
                statement=statement,
                frame=this,
                features=weighed,
                total=sum(weighed.values()),
                neutral=neutral,
                neutral_total=sum(neutral.values()),
                states=frozenset(this.states)
                | context.states
                | frozenset(around.state_of[name] for name in names if name in around.state_of),
                names=names,
                offices=own_offices or frozenset(around.office_of[name] for name in names if name in around.office_of),
                events=this.events or context.events,
                around=names | {name[2:] for name in context.features if name.startswith("n:")},
                place=places[statement.article_id],
                story=story_of[statement.article_id],
            )
        )
        places[statement.article_id] += 1
    return out


def candidates(found: Sequence[Matter]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``found`` of one story that share one of their rarest features, each once, in order."""
    holders: dict[tuple[int, str], list[int]] = {}
    for number, matter in enumerate(found):
        rare = sorted(matter.features, key=lambda name: (-matter.features[name], name))[:PROBES]
        for name in rare:
            holders.setdefault((matter.story, name), []).append(number)
    partners: dict[int, set[int]] = {}
    for key in sorted(holders):
        numbers = holders[key]
        for at, number in enumerate(numbers):
            window = numbers[at + 1 : at + 1 + MOST_HOLDERS]
            partners.setdefault(number, set()).update(window)
    for number in sorted(partners):
        for other in sorted(partners[number]):
            yield number, other


def similarity(a: Matter, b: Matter) -> float:
    """Between 0 (another matter) and 1 (the same)."""
    if a.frame.language == b.frame.language:
        mine, theirs, least, most = a.features, b.features, min(a.total, b.total), max(a.total, b.total)
    else:
        mine, theirs = a.neutral, b.neutral
        least, most = min(a.neutral_total, b.neutral_total), max(a.neutral_total, b.neutral_total)
    if least <= 0:
        return 0.0
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    shared = sum(min(weight, theirs[name]) for name, weight in mine.items() if name in theirs)
    if shared <= 0:
        return 0.0
    part = shared / max(least, LEAST_MASS)  # poor claims must not be contained in everything
    both = shared / math.sqrt(max(least, LEAST_MASS) * max(most, LEAST_MASS))
    value = 0.5 * part + 0.5 * both
    if a.events & b.events:
        value += SAME_EVENT
    if a.statement.article_id == b.statement.article_id and abs(a.place - b.place) <= 2:
        value += NEIGHBOUR
    if value > 0.25:
        texts = a.statement.claim[:LONGEST_TEXT], b.statement.claim[:LONGEST_TEXT]
        value += 0.1 * max(0.0, fuzz.token_set_ratio(*texts) / 100 - 0.5)
    return max(0.0, min(1.0, value * gate(a, b)))


def gate(a: Matter, b: Matter) -> float:
    """What comparability leaves of the similarity: other parties or another level is another matter."""
    left = 1.0
    between = (a.events | b.events) & BILATERAL and len(a.states) >= 2 and len(b.states) >= 2
    if between and not (a.states <= b.states or b.states <= a.states):
        left *= 0.15
    if a.events & b.events & BILATERAL and a.offices and b.offices and not a.offices & b.offices:
        left *= 0.1
    if a.names and b.names and not a.names & b.names and not a.states & b.states:
        left *= 0.75
    apart = a.statement.article_id != b.statement.article_id and a.around and b.around
    if apart and not a.around & b.around and not a.states & b.states:
        left *= 0.6
    return left


def centroid(found: Iterable[Matter]) -> dict[str, float]:
    """The mean of the language-free features of several statements."""
    sums: dict[str, float] = {}
    number = 0
    for matter in found:
        number += 1
        for name, weight in matter.neutral.items():
            sums[name] = sums.get(name, 0.0) + weight
    return {name: weight / number for name, weight in sums.items()} if number else {}
