"""Two sides held against each other: what they share, what excludes what, and how comparable they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from claims.conflicts.fact import Fact
from claims.conflicts.facts import ANEW, document, facts, of_classes, of_families
from claims.conflicts.follows import following
from claims.conflicts.life_cycle import STATUSES
from claims.conflicts.side import Side, once_per_side
from claims.conflicts.things import plain_facts
from claims.conflicts.word_parts import by_form
from claims.models import Kind
from claims.topics.frame import Frame, Mention, comparable, feature_of
from claims.topics.lexicon import lexicon
from claims.topics.words import stem

LIFE = frozenset(
    {"discussed", "planned", "agreed", "dated", "postponed", "cancelled", "held", "begun", "ended", "resumed"}
)
ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"meet", "talks", "visit", "conference"}),
    frozenset({"talks", "call"}),
    frozenset({"merger", "takeover", "sale", "purchase", "deal"}),
    frozenset({"ceasefire", "peace"}),
    frozenset({"attack", "shoot", "explosion", "invasion"}),
    frozenset({"charge", "investigation", "trial"}),
    frozenset({"transfer", "deal", "sale", "purchase"}),
)
NEAR = 500  # characters
WHOLE, NEARLY_WHOLE = 100.0, 10.0  # percent: of what two shares add up to, and how far off they may be
_WHEN = frozenset({"axis:start"})  # beginning and end, which are at two times
ONE_OCCASION = 3  # days within which two articles of one topic tell of one occasion
NEEDS_AN_OBJECT = frozenset(  # events that are one matter only when what they are done to is the same
    {
        *("construction", "demolition", "sale", "purchase", "reform", "study", "payment", "delivery", "investigation"),
        *("visit", "deal", "operation", "exchange", "launch", "vote", "bid", "relocation", "fee", "investment"),
        *("layoffs", "charge", "recall", "deployment", "talks", "meet"),
    }
)
Note = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Finding:
    """What one kind of conflict found: evidence as word indices on both sides, and the sentence that says it."""

    kind: Kind
    weight: float
    a: tuple[int, ...]
    b: tuple[int, ...]
    key: str
    values: dict[str, str] = field(default_factory=dict)
    unsure: tuple[Note, ...] = ()
    without: frozenset[str] = frozenset()  # features that are the clash itself and no common ground
    things: frozenset[str] = frozenset()  # features of what is counted, which is known to be shared
    event: str = ""
    comparability: float | None = None  # when the finding knows better than the words
    least: float = 0.0  # of the comparability, where the clash itself tells that both speak of one matter
    counts: bool = False  # a count of people or cases, which moves on with time
    one_thing: bool = False  # both sides are known to speak of the same thing, whatever stands beside it
    alone: bool = False  # counts only where nothing else was found
    again: bool = False  # one side says itself that the figure has moved on
    moved: bool = False  # both may hold, the one after the other
    settled: bool = True  # False: never more than to be checked


@dataclass(frozen=True)
class Clash:
    """Two facts that exclude each other."""

    a: Fact
    b: Fact


@dataclass(frozen=True)
class Pair:
    """Two sides; ``rarity`` weighs features by how rare they are in the case (empty: all alike).

    ``topical``: they are known to speak of one matter, so that what the words leave open is no other matter.
    ``one_story``: asked before the topics are made, of two statements of one story.
    """

    a: Side
    b: Side
    rarity: Mapping[str, float] = field(default_factory=dict)
    topical: bool = False
    one_story: bool = False

    @cached_property
    def linked(self) -> bool:
        """One answers the other, or what another article reports as the same."""
        return self.b.statement.id in self.a.answered or self.a.statement.id in self.b.answered

    @property
    def copied(self) -> bool:
        """The same words in the same language, and none answers the other: what :func:`guards` leaves nothing of."""
        a, b = self.a.statement, self.b.statement
        same = (a.claim, a.stance, a.language) == (b.claim, b.stance, b.language)
        return same and self.a.leaning == self.b.leaning and not self.linked

    @cached_property
    def days_between(self) -> int | None:
        """How many days lie between the two sayings; None where a day is not known."""
        try:
            one, other = (date.fromisoformat(side.day[:10]) for side in (self.a, self.b))
        except ValueError:
            return None
        return abs((one - other).days)

    @cached_property
    def contrasted(self) -> bool:
        """The article sets the one against the other."""
        a, b = self.a, self.b
        return "" != a.context.contrast.against == b.statement.id or "" != b.context.contrast.against == a.statement.id

    @cached_property
    def same_article(self) -> bool:
        return self.a.statement.article_id == self.b.statement.article_id and bool(self.a.statement.article_id)

    @cached_property
    def translated(self) -> bool:
        """In one topic and two languages: what no concept covers cannot be compared and need not be another matter."""
        return self.topical and self.a.frame.language != self.b.frame.language

    @cached_property
    def near(self) -> bool:
        """A few sentences apart in one article."""
        distance = abs(self.a.statement.char_start - self.b.statement.char_start)
        return self.same_article and distance < NEAR

    @cached_property
    def beside(self) -> bool:
        """Two accounts of one occasion: a few sentences apart, or within days in two articles of one topic."""
        told_twice = (self.topical or self.one_story) and not self.same_article and self.days_between is not None
        return self.near or (told_twice and (self.days_between or 0) <= ONE_OCCASION)

    @cached_property
    def same_speaker(self) -> bool:
        return bool(self.a.speaker_key) and self.a.speaker_key == self.b.speaker_key

    @cached_property
    def shared_events(self) -> frozenset[str]:
        return self.a.events & self.b.events

    @cached_property
    def events_agree(self) -> float:
        """1 same event, 0.7 alike, 0.6 one side names none, 0.5 neither does, 0.25 different events."""
        a, b = self.a.events, self.b.events
        if a & b:
            return 1.0
        if any(a & group and b & group for group in ALIKE):
            return 0.7
        if not a and not b:
            return 0.5
        return 0.6 if not a or not b else 0.25

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """All facts of the one that exclude a fact of the other."""
        ours, theirs = facts_by_axis(self.a), facts_by_axis(self.b)
        return tuple(
            Clash(fact, other)
            for axis in ours
            if axis in theirs
            for fact in ours[axis]
            for other in theirs[axis]
            if fact.excludes(other) and not self._hold_together(fact, other)
        )

    def _hold_together(self, fact: Fact, other: Fact) -> bool:
        """Each tells when: "began at five", "ended at noon"; or two shares add up: "half are", "half are not"."""
        if fact.axis in _WHEN and fact.mention.pole != other.mention.pole:
            return bool(self.a.dates and self.b.dates)
        shares = [_share(self.a, fact), _share(self.b, other)]
        return None not in shares and abs(sum(share or 0.0 for share in shares) - WHOLE) <= NEARLY_WHOLE

    def own(self, without: frozenset[str] = frozenset()) -> tuple[float, float]:
        """As :meth:`common`, of the claims' own words alone."""
        return self._overlap(self.a.frame.features, self.b.frame.features, without)

    def common(self, without: frozenset[str] = frozenset()) -> tuple[float, float]:
        """Share of the poorer side's matter that the other has too (0 to 1), and the weight that is shared."""
        best = self._overlap(self.a.frame.features, self.b.frame.features, without)
        if self.a.context.features or self.b.context.features:
            richer = self._overlap(_with_context(self.a), _with_context(self.b), without)
            best = max(best, richer)
        return best

    def _overlap(self, a: Mapping[str, float], b: Mapping[str, float], without: frozenset[str]) -> tuple[float, float]:
        mine: Mapping[str, float] = self._weighed(a, without)
        theirs: Mapping[str, float] = self._weighed(b, without)
        if self.a.frame.language != self.b.frame.language:
            mine, theirs = across(mine, theirs, self.a.frame.spelled, self.b.frame.spelled)
        shared = sum(min(weight, theirs[name]) for name, weight in mine.items() if name in theirs)
        least = min(sum(mine.values()), sum(theirs.values()))
        return (shared / least if least > 0 else 0.4, shared)

    def _weighed(self, features: Mapping[str, float], without: frozenset[str]) -> dict[str, float]:
        translated = self.a.frame.language != self.b.frame.language
        return {
            name: weight * self.rarity.get(name, 1.0)
            for name, weight in features.items()
            if name not in without and name not in _STATUS and comparable(name, translated)
        }


def _share(side: Side, fact: Fact) -> float | None:
    """The one share of which the clause tells the fact, in percent."""
    clause = side.frame.words[fact.mention.index].clause
    spans = [(word.start, word.end) for word in side.frame.words if word.clause == clause]
    told = [
        quantity.value * (WHOLE if quantity.unit == "fraction" else 1.0)
        for quantity in side.quantities
        if quantity.unit in ("percent", "fraction")
        and not quantity.change
        and any(quantity.span.start < end and start < quantity.span.end for start, end in spans)
    ]
    return told[0] if len(told) == 1 else None


def across(
    one: Mapping[str, float], other: Mapping[str, float], spelled: frozenset[str], respelled: frozenset[str]
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Features of two languages, with the names of the one that are dictionary words in the other's text."""
    lent = {name: weight for name, weight in one.items() if name in respelled}
    back = {name: weight for name, weight in other.items() if name in spelled}
    return ({**back, **one} if back else one), ({**lent, **other} if lent else other)


_STATUS = frozenset(f"c:{name}" for name in STATUSES)


def _with_context(side: Side) -> dict[str, float]:
    return dict(side.context.features) | dict(side.frame.features)


@once_per_side
def facts_by_axis(side: Side) -> dict[str, list[Fact]]:
    """The facts of a side by their axis."""
    first = facts(side)
    told = frozenset(mention for mention in side.frame.mentions if _of_a_phrase(side, mention))
    taken = frozenset(fact.mention.index for fact in first if fact.mention not in told) | frozenset(
        mention.index
        for mention in side.frame.mentions
        if mention.group in ("status", "event", "axis") and mention not in told and not document(side.frame, mention)
    )
    if any(fact.axis in ("dated", ANEW) for fact in first):  # "no date has been set": told of the date already
        taken |= {mention.index for mention in side.frame.of("object") if mention.name == "date"}
    out: dict[str, list[Fact]] = {}
    found = (*first, *plain_facts(side, taken), *by_form(side))
    for fact in (*found, *following(found), *of_classes(found), *of_families(side)):
        out.setdefault(fact.axis, []).append(fact)
    return out


def _of_a_phrase(side: Side, mention: Mention) -> bool:
    """The phrase tells its opposite by itself, and each of its words goes on to tell what it tells alone."""
    return lexicon(side.frame.language).narrow(mention.group, mention.name)


def features_of(found: Frame, indices: Iterable[int]) -> frozenset[str]:
    """The features that come from these words alone."""
    places = set(indices)
    elsewhere = {mention.name for mention in found.mentions if mention.index not in places}
    names = {f"l:{stem(found.words[index].lemma, found.language)}" for index in places}
    for mention in found.mentions:
        if mention.index in places and mention.name not in elsewhere:
            names.add(feature_of(mention))
    return frozenset(names)
