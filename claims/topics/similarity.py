"""How far two statements of one story speak of the same matter.

The weights of the evidence are those of a logistic regression (tests/benchmarks/topic_pairs.py) over pairs of the
project's own gold, its open half, and of forty more stories; by stories left out in turn, the paragraphs told most of
what was new. Similarity finds the same matter; it cannot tell agreement from contradiction. Candidates come from
inverted indexes over each statement's rarest features, so that their number grows with the statements and not with
their square.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claims.models import Quantity, Stance, Statement
from claims.topics.matter import Matter, Weighed

PROBES = 12  # weightiest features by which a statement looks for others
MOST_HOLDERS = 60  # statements that one feature may bring together
SMALL_STORY = 60  # statements; in a smaller story each is held against each
BILATERAL = frozenset({"meet", "call", "talks", "visit", "exchange", "deal"})
LEAST_MASS = 1.0  # weight below which a claim counts as if it had this much
ECHO = 0.2  # what a field counts that the same words name in both
FIELD = 0.6  # weight of a common field from which it tells no more
LATE = 20  # statements of an article after which all are as late
LARGE = 20.0  # a number above it that two statements share is no chance
# logarithm of the odds that each piece of evidence adds
ODDS = {
    "part": 1.2,
    "both": 1.5,
    "with_host_part": 1.8,
    "with_host_both": 2.4,
    "lead": 1.5,
    "paragraph": 3.0,  # both stand in one paragraph
    "told_part": 4.5,  # their paragraphs, if they stand in two
    "told_both": 3.8,
    "field": 2.9,  # the weightiest that both have
    "concepts": -0.9,  # the shares make too much of them
    "late": -0.12,  # what stands further down in a long text is one matter of many
    "one_counts": -0.6,  # and the other tells of no figure
    "one_stance": -0.5,  # an assertion and its denial
    "measure": 0.75,
    "value": 1.3,
    "contrast": 1.3,
    "ahead": 1.1,  # both speak of a day to come
    "languages": 0.3,  # half of their words cannot be compared
    "deed": -1.1,  # one demands or announces something, the other tells what is or was
}
OTHER_LEVEL = 0.1  # what is left where the story tells of two meetings, and each speaks of another
DEEDS = frozenset({Stance.DEMANDS, Stance.ANNOUNCES})
TELLING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
OPPOSED = 1.4
BASE = -2.4


def candidates(found: Sequence[Matter]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``found`` of one story that share one of their weightiest features or follow each other."""
    holders: dict[tuple[int, str], list[int]] = {}
    spots: dict[tuple[str, int], int] = {}
    for number, matter in enumerate(found):
        weights = matter.hosted.whole.features
        for name in sorted(weights, key=lambda key: (-weights[key], key))[:PROBES]:
            holders.setdefault((matter.story, name), []).append(number)
        spots[matter.statement.article_id, matter.place] = number
    partners: dict[int, set[int]] = {}
    for numbers in holders.values():
        for at, number in enumerate(numbers):
            partners.setdefault(number, set()).update(numbers[at + 1 : at + 1 + MOST_HOLDERS])
    for (article, place), number in spots.items():
        follower = spots.get((article, place + 1))
        if follower is not None:
            partners.setdefault(min(number, follower), set()).add(max(number, follower))
    for number in sorted(partners):
        for other in sorted(partners[number]):
            yield number, other


def pairs(found: Sequence[Matter], likely: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``found`` that are compared: all of a small story, and the ``likely`` ones of a larger one."""
    of_story: dict[int, list[int]] = {}
    for number, matter in enumerate(found):
        of_story.setdefault(matter.story, []).append(number)
    for numbers in of_story.values():
        if len(numbers) <= SMALL_STORY:
            yield from combinations(numbers, 2)
    yield from (pair for pair in likely if len(of_story[found[pair[0]].story]) > SMALL_STORY)


def similarity(a: Matter, b: Matter, *, opposed: bool = False) -> float:
    """How likely it is, from 0 to 1, that both speak of one matter; ``opposed`` if they exclude each other."""
    odds = (
        BASE + (OPPOSED if opposed else 0.0) + math.fsum(ODDS[name] * value for name, value in evidence(a, b).items())
    )
    return gate(a, b) / (1.0 + math.exp(-odds))


def evidence(a: Matter, b: Matter) -> dict[str, float]:
    """What speaks for one matter and against it, by name as in :data:`ODDS`, mostly between 0 and 1."""
    neutral = a.frame.language != b.frame.language
    own_a, own_b = a.own.of(neutral), b.own.of(neutral)
    part, both = _shares(own_a, own_b)
    hosted_part, hosted_both = _shares(a.hosted.of(neutral), b.hosted.of(neutral))
    lead = max(_shared(own_a, b.lead.of(neutral)), _shared(a.lead.of(neutral), own_b))
    least = max(min(own_a.mass, own_b.mass), LEAST_MASS)
    one_paragraph = a.statement.article_id == b.statement.article_id and a.begins == b.begins
    told_part, told_both = (0.0, 0.0) if one_paragraph else _shares(a.paragraph.of(neutral), b.paragraph.of(neutral))
    numbers_a, numbers_b = a.statement.quantities, b.statement.quantities
    both_count = bool(numbers_a and numbers_b)
    return {
        "part": min(part, 1.0),
        "both": min(both, 1.0),
        "with_host_part": min(hosted_part, 1.0),
        "with_host_both": min(hosted_both, 1.0),
        "lead": min(lead / least, 1.0),
        "paragraph": float(one_paragraph),
        "told_part": min(told_part, 1.0),
        "told_both": min(told_both, 1.0),
        "field": min(max(_common(own_a, own_b, "m"), default=0.0), FIELD),
        "concepts": math.fsum(_common(own_a, own_b, "c")),
        "late": min(max(a.place, b.place), LATE),
        "one_counts": float(bool(numbers_a) != bool(numbers_b)),
        "one_stance": float(a.statement.stance == b.statement.stance),
        "measure": float(both_count and any(_one_measure(one, other) for one in numbers_a for other in numbers_b)),
        "ahead": float(_ahead(a.statement) and _ahead(b.statement)),
        "languages": float(neutral),
        "deed": float(_deed(a, b) or _deed(b, a)),
        "contrast": float(a.counters == b.statement.id or b.counters == a.statement.id),
        "value": float(
            both_count and any(one.value == other.value > LARGE for one in numbers_a for other in numbers_b)
        ),
    }


def _common(a: Weighed, b: Weighed, kind: str) -> list[float]:
    """The weight of each feature of a kind that both have."""
    ours, theirs = a.features, b.features
    return [min(weight, theirs[name]) for name, weight in ours.items() if name[0] == kind and name in theirs]


def _deed(one: Matter, other: Matter) -> bool:
    """One demands or announces something, and the other tells what is or was, so that it is no reply to it."""
    if one.statement.stance not in DEEDS or other.statement.stance not in TELLING:
        return False
    return not other.coming and not _ahead(other.statement)


def _ahead(statement: Statement) -> bool:
    """It speaks of a day to come."""
    day = statement.about_date.value.strip("./")[:10]
    return bool(day and statement.claim_date.value) and day > statement.claim_date.value[: len(day)]


def _one_measure(one: Quantity, other: Quantity) -> bool:
    if not one.unit or one.unit != other.unit:
        return False
    return one.thing[-5:].lower() == other.thing[-5:].lower() or one.state == other.state != ""


def _shares(a: Weighed, b: Weighed) -> tuple[float, float]:
    """What both have, as a part of the poorer one and of both; poor claims must not be contained in everything."""
    shared = _shared(a, b)
    least, most = max(min(a.mass, b.mass), LEAST_MASS), max(a.mass, b.mass, LEAST_MASS)
    return shared / least, shared / math.sqrt(least * most)


def _shared(a: Weighed, b: Weighed) -> float:
    """The weight of what both have; a field that the same words name in both says little more than these words."""
    if len(b.plain) < len(a.plain):
        a, b = b, a
    there = b.plain
    common = [
        weight if weight < other else other
        for name, weight in a.plain.items()
        if (other := there.get(name)) is not None
    ]
    for name in a.fields.keys() & b.fields.keys():
        (weight, words), (other, others) = a.fields[name], b.fields[name]
        common.append(min(weight, other) * (ECHO if words == others else 1.0))
    return math.fsum(common) if common else 0.0  # exact, whatever the order


def gate(a: Matter, b: Matter) -> float:
    """What comparability leaves of the similarity: a meeting of other states or on another level is another matter."""
    left = OTHER_LEVEL if a.level and b.level and a.level != b.level else 1.0
    if not a.events and not b.events:
        return left
    between = (a.events | b.events) & BILATERAL and len(a.states) >= 2 and len(b.states) >= 2
    if between and not (a.states <= b.states or b.states <= a.states):
        left *= 0.15
    if a.events & b.events & BILATERAL and a.offices and b.offices and not a.offices & b.offices:
        left *= 0.1
    return left
