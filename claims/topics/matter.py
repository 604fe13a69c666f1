"""What a statement is about: words, names, concepts and fields, weighed by how common they are in the case and in
the story, with what a poor statement takes from the one it follows and from what leads up to it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claims.models import Statement
from claims.topics.context import Surroundings
from claims.topics.fields import with_fields, words_of_fields
from claims.topics.frame import Frame, comparable
from claims.topics.international import PREFIX, met, only
from claims.topics.levels import levels
from claims.topics.lexicon import lexicon
from claims.topics.paragraphs import paragraphs

_NOBODYS: frozenset[str] = frozenset()
COMMON, RARE = 0.7, 1.2  # weight of a feature that many statements of the case have, and of another
RICH = 2.5  # weight of a claim's own words from which it needs nothing from its surroundings
PARAGRAPH, ELSEWHERE = 0.6, 0.5  # what a claim takes from the one before it: in one paragraph, if poor in another
CLOSE = 150  # characters between two statements beyond which half of that is left
RICH_MATTER = 1.5  # weight of fields and concepts from which a claim may turn to another matter, surely at twice of it
SHIFT = 0.5  # part of what it takes from the one before that it loses thereby


class Weighed(NamedTuple):
    """Weighed features and their sum; for a comparison in two parts, so that it can tell a field met in other words."""

    features: Mapping[str, float]
    mass: float
    plain: Mapping[str, float]  # the features that are no fields; between two languages all
    fields: Mapping[str, tuple[float, frozenset[str]]]  # the fields, with the words that name each


@dataclass(frozen=True, slots=True)
class Bag:
    """Weighed features: all of them, and those that do not depend on the language, without words."""

    whole: Weighed
    neutral: Weighed

    def of(self, neutral: bool) -> Weighed:
        return self.neutral if neutral else self.whole


@dataclass(frozen=True, slots=True)
class Matter:
    """What a statement is about, ready to be compared."""

    statement: Statement
    frame: Frame
    own: Bag
    hosted: Bag  # with what it takes from the statement it follows and from what leads up to it
    lead: Bag  # what leads up to it alone
    paragraph: Bag  # all that its paragraph tells
    begins: int  # where that begins in its article
    states: frozenset[str]
    names: frozenset[str]
    offices: frozenset[str]
    events: frozenset[str]
    place: int  # running number inside its article
    story: int  # two stories never share a topic
    counters: str = ""  # id of the statement it is set against
    coming: bool = False  # its words tell of what is to come or would
    level: str = ""  # the office of those who meet, where the story tells of meetings on several levels


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
    told = paragraphs(statements, story_of, texts)
    having = met(
        (story_of[one.article_id], one.language, there.features) for one, there in zip(statements, told, strict=True)
    )

    def read(features: Mapping[str, float], statement: Statement) -> dict[str, float]:
        return only(with_fields(features, statement.language), story_of[statement.article_id], having)

    raw = [read(around.frame(statement).features, statement) for statement in statements]
    rarity = _Rarity(statements, raw, story_of, around.common)
    bags: dict[tuple[str, int], Bag] = {}
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
            lead = rarity.weighed(read(context.features, statement), story)
            goes_on = before is not None and _one_paragraph(before.statement, statement, texts.get(article_id, ""))
            hosted = _hosted(statement, own, lead, before, goes_on)
            begins, features = told[number]
            if (article_id, begins) not in bags:
                bags[article_id, begins] = _bag(only(features, story, having), around.frame(statement).language)
            paragraph = bags[article_id, begins]
            before = _matter(statement, around, own, hosted, lead, paragraph, begins, place, story)
            out[number] = before
    level_of = levels(statements, story_of, texts)
    return [replace(item, level=level_of.get(item.statement.id, "")) for item in out if item is not None]


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


def _one_paragraph(one: Statement, other: Statement, text: str) -> bool:
    return bool(text) and "\n" not in text[one.char_end : other.char_start]


def _hosted(
    statement: Statement, own: Mapping[str, float], lead: Mapping[str, float], before: Matter | None, goes_on: bool
) -> dict[str, float]:
    poor = max(0.0, 1.0 - math.fsum(weight for name, weight in own.items() if comparable(name, False)) / RICH)
    out = dict(own)
    if before is not None:
        share = PARAGRAPH + (1.0 - PARAGRAPH) * poor if goes_on else ELSEWHERE * poor
        share *= 1.0 if statement.char_start - before.statement.char_end <= CLOSE else 0.5
        share *= 1.0 - SHIFT * _turns_away(own, before.own.whole.features)
        for name, weight in {**before.hosted.whole.features, **before.hosted.neutral.features}.items():
            out[name] = max(out.get(name, 0.0), share * weight)
    for name, weight in lead.items():
        out[name] = max(out.get(name, 0.0), weight * poor)
    return {name: weight for name, weight in out.items() if weight > 0.02}


def _turns_away(own: Mapping[str, float], before: Mapping[str, float]) -> float:
    """How surely a claim rich in matter of its own, 0 to 1, has nothing of the claim before it."""
    matter = math.fsum(weight for name, weight in own.items() if name[0] in "cm")
    if matter <= RICH_MATTER or any(name in before for name in own if name[0] in "clmx"):
        return 0.0
    return min(1.0, matter / RICH_MATTER - 1.0)


def _bag(features: Mapping[str, float], language: str) -> Bag:
    whole, neutral = (
        {
            name: weight
            for name, weight in features.items()
            if comparable(name, translated) or (translated and name.startswith(PREFIX))
        }
        for translated in (False, True)
    )
    words = words_of_fields(whole, language)
    fields = {name: (whole[name], words.get(name, _NOBODYS)) for name in whole if name[0] == "m"}
    plain = {name: weight for name, weight in whole.items() if name[0] != "m"}
    return Bag(
        Weighed(whole, math.fsum(whole.values()), plain, fields),
        Weighed(neutral, math.fsum(neutral.values()), neutral, {}),
    )


def _matter(
    statement: Statement,
    around: Surroundings,
    own: Mapping[str, float],
    hosted: Mapping[str, float],
    lead: Mapping[str, float],
    paragraph: Bag,
    begins: int,
    place: int,
    story: int,
) -> Matter:
    this, context = around.frame(statement), around.of(statement)
    coming = lexicon(this.language).modality.coming
    names = frozenset(this.names) | context.names
    offices = frozenset(this.offices) | context.offices
    return Matter(
        statement=statement,
        frame=this,
        own=_bag(own, this.language),
        hosted=_bag(hosted, this.language),
        lead=_bag(lead, this.language),
        paragraph=paragraph,
        begins=begins,
        states=frozenset(this.states)
        | context.states
        | frozenset(around.state_of[name] for name in names if name in around.state_of),
        names=names,
        offices=offices or frozenset(around.office_of[name] for name in names if name in around.office_of),
        events=this.events or context.events,
        place=place,
        story=story,
        counters=context.contrast.against,
        coming=any(word.lower in coming for word in this.words),
    )


def centroid(found: Iterable[Matter]) -> dict[str, float]:
    """The mean of the language-free features of several statements."""
    sums: dict[str, float] = {}
    number = 0
    for matter in found:
        number += 1
        for name, weight in matter.hosted.neutral.features.items():
            sums[name] = sums.get(name, 0.0) + weight
    return {name: weight / number for name, weight in sums.items()} if number else {}
