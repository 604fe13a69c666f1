"""What a case needs to know of each article before anything is grouped, and what follows from all of them together.

A reading depends on its article and the statements of it alone, so that it can be kept (:mod:`claims.kept`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.faults import RAISED, Faults
from claims.kept import NOTHING, Kept, digest
from claims.models import Article, Model, Statement
from claims.topics.context import (
    Belonging,
    Context,
    Surroundings,
    common,
    features_of,
    in_article,
    in_articles,
    settled,
)
from claims.topics.fields import with_fields
from claims.topics.frame import Frame
from claims.topics.stories import bag, stories
from claims.topics.words import sound

Inside = tuple[dict[str, Frame], dict[str, Context]]


class Reading(Model):
    """One article: its terms for telling stories, and what of it counts in the whole case."""

    terms: dict[str, int]
    having: dict[str, int]  # feature → how many of its statements have it
    led: tuple[str, ...]  # features besides, of what leads up to its statements
    names: tuple[str, ...]  # of people and places, by their sound
    states: dict[str, dict[str, int]]  # name → state → how often they stand together
    offices: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Overview:
    """What the readings of all articles say together; an article that could not be read so is in none of it."""

    by_article: Mapping[str, Sequence[Statement]]
    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]
    story_of: Mapping[str, int]
    common: frozenset[str]
    state_of: Mapping[str, str]
    office_of: Mapping[str, str]
    fresh: dict[str, Inside] = field(default_factory=dict)  # articles whose statements were read in this run

    def of(self, names: Iterable[str]) -> Surroundings:
        """The surroundings of the statements of some articles: what these articles and the case say, and no more."""
        frames: dict[str, Frame] = {}
        contexts: dict[str, Context] = {}
        for name in names:
            inside = self.fresh.pop(name, None)
            those, inherited = inside or in_article(self.by_article[name], self.articles.get(name))
            frames |= those
            contexts |= inherited
        return Surroundings(contexts, *self.belonging(names), frames, self.weighty(names))

    def weighty(self, names: Iterable[str]) -> frozenset[str]:
        """The features in these articles that are common in the case."""
        found = [self.readings[name] for name in names]
        return frozenset(one for this in found for part in (this.having, this.led) for one in part) & self.common

    def belonging(self, names: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        """The state and the office of everybody named in these articles."""
        people = sorted({one for name in names for one in self.readings[name].names})
        states, offices = (
            {one: table[one] for one in people if one in table} for table in (self.state_of, self.office_of)
        )
        return states, offices


def overview(
    statements: Sequence[Statement], articles: Iterable[Article], kept: Kept = NOTHING, faults: Faults = RAISED
) -> Overview:
    """Read each article that ``kept`` has no reading of; put together what all of them say."""
    texts = {article.id: article for article in articles}
    by_article = in_articles(statements)
    fresh: dict[str, Inside] = {}
    readings: dict[str, Reading] = {}
    having: Counter[str] = Counter()
    states: dict[str, Counter[str]] = {}
    offices: dict[str, Counter[str]] = {}
    for name in (*by_article, *(name for name in texts if name not in by_article)):
        group, article = by_article.get(name, []), texts.get(name)
        key = digest("reading", article_parts(article), *group) if kept is not NOTHING else ""
        body = kept.get(key)
        if body is None:
            with faults.cost("fault.topics", [article.source if article else name]):
                inside = in_article(group, article)
                readings[name] = _read(group, article, inside)
                fresh[name] = inside
                kept.put(key, readings[name].model_dump_json() if key else "")
            if name not in readings:
                continue
        else:
            readings[name] = Reading.model_validate_json(body)
        having.update(readings[name].having)
        for total, own in ((states, readings[name].states), (offices, readings[name].offices)):
            for one, count in own.items():
                total.setdefault(one, Counter()).update(count)
    by_article = {name: group for name, group in by_article.items() if name in readings}
    texts = {name: article for name, article in texts.items() if name in readings}
    statements = [item for item in statements if item.article_id in by_article]
    terms = {name: reading.terms for name, reading in readings.items() if name in texts}
    return Overview(
        by_article=by_article,
        articles=texts,
        readings=readings,
        story_of=stories(statements, texts.values(), terms),
        common=common(having, len(statements)),
        state_of=settled(states),
        office_of=settled(offices),
        fresh=fresh,
    )


def article_parts(article: Article | None) -> str:
    """All of an article that anything here reads: a copy of another stays what it is."""
    return "" if article is None else article.model_dump_json(exclude={"duplicate_of"})


def _read(group: Sequence[Statement], article: Article | None, inside: Inside) -> Reading:
    frames, contexts = inside
    having = features_of(frames.values())
    led = {name for item in group for name in with_fields(contexts[item.id].features, item.language)}
    names = {name for this in frames.values() for name in this.names}
    names |= {name for context in contexts.values() for name in context.names}
    names |= {sound(part) for item in group for part in item.speaker.split()[-1:]}
    found = Belonging()
    found.read(group, article)
    return Reading(
        terms=bag(article) if article is not None else {},
        having=having,
        led=tuple(sorted(led - having.keys())),
        names=tuple(sorted(names)),
        states=found.states,
        offices=found.offices,
    )
