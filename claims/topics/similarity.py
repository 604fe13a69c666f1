"""How far two statements of one story speak of the same matter: shared words, names, concepts and fields, weighed by
how common they are in the case and in the story, with what a poor statement takes from the one it follows.

The weights of the evidence are those of a logistic regression over pairs of the project's own gold (its open half).
Similarity finds the same matter; it cannot tell agreement from contradiction. Candidates come from inverted indexes
over each statement's rarest features, so that their number grows with the statements and not with their square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.models import Quantity, Statement
from claims.topics.context import Surroundings
from claims.topics.fields import with_fields
from claims.topics.frame import Frame, comparable

PROBES = 12  # weightiest features by which a statement looks for others
MOST_HOLDERS = 60  # statements that one feature may bring together
BILATERAL = frozenset({"meet", "call", "talks", "visit", "exchange", "deal"})
FAINT = 0.4  # what is left of a concept that half of all claims name
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
COMMON, RARE = 0.7, 1.2  # weight of a feature that many statements of the case have, and of another
RICH = 2.5  # weight of a claim's own words from which it needs nothing from its surroundings
PARAGRAPH, ELSEWHERE = 0.6, 0.5  # what a claim takes from the one before it: in one paragraph, if poor in another
CLOSE = 150  # characters between two statements beyond which half of that is left
LEAST_MASS = 1.0  # weight below which a claim counts as if it had this much
FAR = 3  # statements between two of one article from which they rather speak of two matters
LARGE = 20.0  # a number above it that two statements share is no chance
# logarithm of the odds that each piece of evidence adds, fitted by tests/benchmarks/topic_pairs.py
ODDS = {
    "part": 1.1,
    "both": 1.6,
    "with_host_part": 3.3,
    "with_host_both": 3.1,
    "lead": 1.6,
    "axis": 1.0,
    "far": -0.6,
    "measure": 1.4,
    "value": 1.6,
    "contrast": 1.0,
}
OPPOSED = 1.7
BASE = -2.9


@dataclass(frozen=True, slots=True)
class Bag:
    """Weighed features: all of them, and those that do not depend on the language."""

    whole: Mapping[str, float]
    neutral: Mapping[str, float]
    whole_mass: float
    neutral_mass: float

    def of(self, neutral: bool) -> tuple[Mapping[str, float], float]:
        return (self.neutral, self.neutral_mass) if neutral else (self.whole, self.whole_mass)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a statement is about, ready to be compared."""

    statement: Statement
    frame: Frame
    own: Bag
    hosted: Bag  # with what it takes from the statement it follows and from what leads up to it
    lead: Bag  # what leads up to it alone
    axes: Mapping[str, float]
    states: frozenset[str]
    names: frozenset[str]
    offices: frozenset[str]
    events: frozenset[str]
    place: int  # running number inside its article
    story: int  # two stories never share a topic
    counters: str = ""  # id of the statement it is set against


def matters(
    statements: Sequence[Statement],
    around: Surroundings,
    story_of: Mapping[str, int],
    texts: Mapping[str, str],
) -> list[Matter]:
    """The statements with weighed features, in the given order.

    ``story_of`` and ``texts`` are keyed by article id; the texts tell paragraphs. Where the statements are not the
    whole case, they are those of whole stories and ``around`` is that of the case.
    """
    raw = [_raw(around.frame(statement)) for statement in statements]
    rarity = _Rarity(statements, raw, story_of, around.common)
    out: list[Matter | None] = [None] * len(statements)
    by_article: dict[str, list[int]] = {}
    for number, statement in enumerate(statements):
        by_article.setdefault(statement.article_id, []).append(number)
    for article_id, numbers in by_article.items():
        numbers.sort(key=lambda n: (statements[n].char_start, statements[n].char_end, statements[n].id))
        before: Matter | None = None
        for place, number in enumerate(numbers):
            statement, story = statements[number], story_of[article_id]
            own = rarity.weighed(raw[number], story)
            context = around.of(statement)
            lead = rarity.weighed(with_fields(context.features, statement.language), story)
            hosted = _hosted(statement, own, lead, before, texts.get(article_id, ""))
            before = _matter(statement, around, own, hosted, lead, place, story)
            out[number] = before
    return [matter for matter in out if matter is not None]


def _raw(this: Frame) -> dict[str, float]:
    return {
        name: weight * (FAINT if name in _FAINT else 1.0)
        for name, weight in with_fields(this.features, this.language).items()
    }


class _Rarity:
    """Weights by whether many statements of the case have a feature, and by how few of the story do."""

    def __init__(
        self,
        statements: Sequence[Statement],
        raw: Sequence[Mapping[str, float]],
        story_of: Mapping[str, int],
        common: frozenset[str],
    ) -> None:
        self.common = common
        self.story: dict[int, Counter[str]] = {}
        self.size: Counter[int] = Counter()
        for statement, features in zip(statements, raw, strict=True):
            story = story_of[statement.article_id]
            self.size[story] += 1
            self.story.setdefault(story, Counter()).update(features.keys())
        self.known: dict[int, dict[str, float]] = {}  # story → feature → its factor

    def weighed(self, features: Mapping[str, float], story: int) -> dict[str, float]:
        known = self.known.setdefault(story, {})
        out: dict[str, float] = {}
        for name, weight in features.items():
            factor = known.get(name)
            if factor is None:
                factor = known[name] = self._factor(name, story)
            out[name] = weight * factor
        return out

    def _factor(self, name: str, story: int) -> float:
        count, size = self.story[story][name], self.size[story] + 2
        here = 0.3 + 0.7 * math.log(size / max(1, count)) / math.log(size)
        return (COMMON if name in self.common else RARE) * here


def _hosted(
    statement: Statement, own: Mapping[str, float], lead: Mapping[str, float], before: Matter | None, text: str
) -> dict[str, float]:
    poor = max(0.0, 1.0 - math.fsum(weight for name, weight in own.items() if comparable(name, False)) / RICH)
    out = dict(own)
    if before is not None:
        start, end = before.statement.char_end, statement.char_start
        between = text[start:end] if text else "\n"
        share = PARAGRAPH + (1.0 - PARAGRAPH) * poor if "\n" not in between else ELSEWHERE * poor
        share *= 1.0 if end - start <= CLOSE else 0.5
        for name, weight in {**before.hosted.whole, **before.hosted.neutral}.items():
            out[name] = max(out.get(name, 0.0), share * weight)
    for name, weight in lead.items():
        out[name] = max(out.get(name, 0.0), weight * poor)
    return {name: weight for name, weight in out.items() if weight > 0.02}


def _bag(features: Mapping[str, float]) -> Bag:
    whole, neutral = (
        {name: weight for name, weight in features.items() if comparable(name, translated)}
        for translated in (False, True)
    )
    return Bag(whole, neutral, math.fsum(whole.values()), math.fsum(neutral.values()))


def _matter(
    statement: Statement,
    around: Surroundings,
    own: Mapping[str, float],
    hosted: Mapping[str, float],
    lead: Mapping[str, float],
    place: int,
    story: int,
) -> Matter:
    this, context = around.frame(statement), around.of(statement)
    names = frozenset(this.names) | context.names
    offices = frozenset(this.offices) | context.offices
    return Matter(
        statement=statement,
        frame=this,
        own=_bag(own),
        hosted=_bag(hosted),
        lead=_bag(lead),
        axes={name: weight for name, weight in own.items() if name[0] == "x"},
        states=frozenset(this.states)
        | context.states
        | frozenset(around.state_of[name] for name in names if name in around.state_of),
        names=names,
        offices=offices or frozenset(around.office_of[name] for name in names if name in around.office_of),
        events=this.events or context.events,
        place=place,
        story=story,
        counters=context.contrast.against,
    )


def candidates(found: Sequence[Matter]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``found`` of one story that share one of their weightiest features or follow each other."""
    holders: dict[tuple[int, str], list[int]] = {}
    spots: dict[tuple[str, int], int] = {}
    for number, matter in enumerate(found):
        weights = matter.hosted.whole
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


def similarity(a: Matter, b: Matter, *, opposed: bool = False) -> float:
    """How likely it is, from 0 to 1, that both speak of one matter; ``opposed`` if they exclude each other."""
    odds = (
        BASE + (OPPOSED if opposed else 0.0) + math.fsum(ODDS[name] * value for name, value in evidence(a, b).items())
    )
    return gate(a, b) / (1.0 + math.exp(-odds))


def evidence(a: Matter, b: Matter) -> dict[str, float]:
    """What speaks for one matter and against it, by name as in :data:`ODDS`, mostly between 0 and 1."""
    neutral = a.frame.language != b.frame.language
    (own_a, mass_a), (own_b, mass_b) = a.own.of(neutral), b.own.of(neutral)
    (lead_a, _), (lead_b, _) = a.lead.of(neutral), b.lead.of(neutral)
    part, both = _shares(own_a, mass_a, own_b, mass_b)
    hosted_part, hosted_both = _shares(*a.hosted.of(neutral), *b.hosted.of(neutral))
    least = max(min(mass_a, mass_b), LEAST_MASS)
    numbers_a, numbers_b = a.statement.quantities, b.statement.quantities
    both_count = bool(numbers_a and numbers_b)
    return {
        "part": min(part, 1.0),
        "both": min(both, 1.0),
        "with_host_part": min(hosted_part, 1.0),
        "with_host_both": min(hosted_both, 1.0),
        "lead": min(max(_shared(own_a, lead_b), _shared(lead_a, own_b)) / least, 1.0),
        "axis": _axis(a.axes, b.axes) if a.axes and b.axes else 0.0,
        "far": float(a.statement.article_id == b.statement.article_id and abs(a.place - b.place) > FAR),
        "measure": float(both_count and any(_one_measure(one, other) for one in numbers_a for other in numbers_b)),
        "contrast": float(a.counters == b.statement.id or b.counters == a.statement.id),
        "value": float(
            both_count and any(one.value == other.value > LARGE for one in numbers_a for other in numbers_b)
        ),
    }


def _axis(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    return max((min(weight, b[name]) for name, weight in a.items() if name in b), default=0.0)


def _one_measure(one: Quantity, other: Quantity) -> bool:
    if not one.unit or one.unit != other.unit:
        return False
    return one.thing[-5:].lower() == other.thing[-5:].lower() or one.state == other.state != ""


def _shares(a: Mapping[str, float], mass_a: float, b: Mapping[str, float], mass_b: float) -> tuple[float, float]:
    """What both have, as a part of the poorer one and of both; poor claims must not be contained in everything."""
    shared = _shared(a, b)
    least, most = max(min(mass_a, mass_b), LEAST_MASS), max(mass_a, mass_b, LEAST_MASS)
    return shared / least, shared / math.sqrt(least * most)


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    common = [weight if weight < other else other for name, weight in a.items() if (other := b.get(name)) is not None]
    return math.fsum(common) if common else 0.0  # exact, whatever the order


def gate(a: Matter, b: Matter) -> float:
    """What comparability leaves of the similarity: a meeting of other states or on another level is another matter."""
    left = 1.0
    if not a.events and not b.events:
        return left
    between = (a.events | b.events) & BILATERAL and len(a.states) >= 2 and len(b.states) >= 2
    if between and not (a.states <= b.states or b.states <= a.states):
        left *= 0.15
    if a.events & b.events & BILATERAL and a.offices and b.offices and not a.offices & b.offices:
        left *= 0.1
    return left


def centroid(found: Iterable[Matter]) -> dict[str, float]:
    """The mean of the language-free features of several statements."""
    sums: dict[str, float] = {}
    number = 0
    for matter in found:
        number += 1
        for name, weight in matter.hosted.neutral.items():
            sums[name] = sums.get(name, 0.0) + weight
    return {name: weight / number for name, weight in sums.items()} if number else {}
