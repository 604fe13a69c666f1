"""Statements into topics: answers linked, similarities over candidates, groups, labels, related topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.models import Article, Links, Statement, Topic, content_id
from claims.topics.answers import answers, elsewhere
from claims.topics.context import Surroundings, in_articles, surroundings
from claims.topics.discourse import dated_by_another, sums_up
from claims.topics.grouping import group as partition
from claims.topics.labels import labels, shortened
from claims.topics.matter import Matter, centroid, matters
from claims.topics.retorts import taken_up
from claims.topics.similarity import candidates, pairs, similarity
from claims.topics.stories import stories

Opposed = Callable[[Sequence[Statement], Mapping[tuple[int, int], float]], Iterable[tuple[int, int]]]
LEAST = 0.08  # similarity below which a pair counts as nothing and is not held against each other
MOST_OPPOSED = 30  # statements that one is held against before the topics are made
CERTAIN = 0.6  # similarity from which two statements that exclude each other are of one matter whatever is around
RELATED = 0.30  # similarity of centroids from which topics are related
ONE_STORY = 0.3  # what being of one story adds to it
MOST_RELATED = 5


def group(
    statements: Sequence[Statement],
    *,
    articles: Iterable[Article] = (),
    links: Links | None = None,
    opposed: Opposed | None = None,
    around: Surroundings | None = None,
) -> tuple[list[Statement], list[Topic]]:
    """Topics of ``statements``, each statement in exactly one; returns them with ``answers`` set, in the given order.

    ``links`` are pairs of statement ids that a reviewer wants together or apart. ``opposed`` tells which of the
    candidate pairs, given with their similarity, exclude each other: they are likely to be of one matter; it is
    called with the statements of one story at a time. ``around`` are the surroundings of these statements, if known.
    Topics are in the order of their first statement; ids depend on the topic's smallest statement id alone.
    """
    given = links or Links()
    articles = list(articles)
    around = around or surroundings(statements, articles)
    story_of = stories(statements, articles)
    sources = {article.id: article for article in articles}
    known: dict[str, Statement] = {}
    grouped: list[Grouped] = []
    for members in divided(in_order(statements), story_of, given.must_link):  # so that little is held at once
        said, found = topics_of(members, around, story_of, sources, given, opposed)
        known |= {item.id: item for item in said}
        grouped += found
    return [known[item.id] for item in statements], arranged(grouped, statements)


class Grouped(NamedTuple):
    """A topic, the number of its story, and the mean of its statements' features."""

    topic: Topic
    story: int
    centre: Mapping[str, float]


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """The order in which statements are grouped, whatever the order they are given in."""
    return sorted(statements, key=lambda item: (item.article_id, item.char_start, item.char_end, item.id))


def topics_of(
    members: Sequence[Statement],
    around: Surroundings,
    story_of: Mapping[str, int],
    articles: Mapping[str, Article],
    links: Links,
    opposed: Opposed | None,
) -> tuple[list[Statement], list[Grouped]]:
    """The topics of whole stories, and their statements with ``answers`` set; arguments as for :func:`group`."""
    answered = answers(members, around)
    said = [item.model_copy(update={"answers": answered[item.id]}) if item.id in answered else item for item in members]
    texts = {item.article_id: articles[item.article_id].text for item in members if item.article_id in articles}
    found = matters(said, around, story_of, texts)
    linked = [*answered.items(), *elsewhere(members, around, answered), *taken_up(members, around, answered)]
    groups = [[found[place] for place in places] for places in _groups(said, found, links, linked, opposed)]
    return said, [
        Grouped(_topic([item.statement for item in group], label), group[0].story, centroid(group))
        for group, label in zip(groups, labels(groups, articles), strict=True)
    ]


def by_article(statements: Iterable[Statement], articles: Iterable[Article]) -> list[Topic]:
    """One topic per article under its title, or its first claim: for statements that could not be told apart."""
    titles = {article.id: article.title for article in articles}
    return [
        _topic(group, shortened(titles.get(name, "") or group[0].claim))
        for name, group in in_articles(statements).items()
    ]


def arranged(grouped: Sequence[Grouped], statements: Sequence[Statement]) -> list[Topic]:
    """The topics in the order of their first statement, each with those related to it."""
    given_order = {item.id: place for place, item in enumerate(statements)}
    ordered = sorted(grouped, key=lambda item: min(given_order[name] for name in item.topic.statement_ids))
    return _relate(
        [item.topic for item in ordered], [item.story for item in ordered], [item.centre for item in ordered]
    )


def divided(
    known: Sequence[Statement], story_of: Mapping[str, int], must: Iterable[tuple[str, str]]
) -> list[list[Statement]]:
    """The statements of each story, those of stories with a link between them together."""
    home = {number: number for number in story_of.values()}

    def root(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    story = {item.id: story_of[item.article_id] for item in known}
    for a, b in must:
        if a in story and b in story:
            one, other = sorted((root(story[a]), root(story[b])))
            home[other] = one
    out: dict[int, list[Statement]] = {}
    for item in known:
        out.setdefault(root(story[item.id]), []).append(item)
    return list(out.values())


def _groups(
    known: Sequence[Statement],
    found: Sequence[Matter],
    given: Links,
    answering: Sequence[tuple[str, str]],
    opposed: Opposed | None,
) -> list[list[int]]:
    """The places of ``known`` in groups of one matter each."""
    number = {item.id: place for place, item in enumerate(known)}
    likely = list(candidates(found))
    similar = {(a, b): value for a, b in pairs(found, likely) if (value := similarity(found[a], found[b])) >= LEAST}
    summed = ((item.id, before.id) for before, item in pairwise(known) if sums_up(item, before))
    must = _pairs([*given.must_link, *answering, *summed, *dated_by_another(known)], number)
    if opposed is not None:
        for a, b in opposed(known, _nearest({pair: similar[pair] for pair in likely if pair in similar})):
            similar[a, b] = similarity(found[a], found[b], opposed=True)
            if similar[a, b] >= CERTAIN:
                must.append((a, b))
    return partition(len(known), similar, must, _pairs(given.must_not_link, number))


def _nearest(similar: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The pairs that are among the most similar ones of either statement, so that their number stays linear."""
    taken: Counter[int] = Counter()
    out: list[tuple[int, int]] = []
    for a, b in sorted(similar, key=lambda pair: (-similar[pair], pair)):
        if taken[a] < MOST_OPPOSED or taken[b] < MOST_OPPOSED:
            taken.update((a, b))
            out.append((a, b))
    return {pair: similar[pair] for pair in sorted(out)}


def _pairs(ids: Iterable[tuple[str, str]], number: dict[str, int]) -> list[tuple[int, int]]:
    places = ((number[a], number[b]) for a, b in ids if a in number and b in number and a != b)
    return sorted({(min(pair), max(pair)) for pair in places})


def _topic(found: Sequence[Statement], label: str) -> Topic:
    ordered = sorted(
        found, key=lambda item: (item.claim_date.value or "9999", item.article_id, item.char_start, item.id)
    )
    ids = tuple(item.id for item in ordered)
    return Topic(id=content_id("t", min(ids)), label=label, statement_ids=ids)


def _relate(topics: Sequence[Topic], stories_of: Sequence[int], centres: Sequence[Mapping[str, float]]) -> list[Topic]:
    """Topics of one story, and topics that share parties and events; nearest first."""
    holders: dict[str, list[int]] = {}
    for place, centre in enumerate(centres):
        for name in sorted(centre, key=lambda key: (-centre[key], key))[:6]:
            holders.setdefault(name, []).append(place)
        holders.setdefault(f"story {stories_of[place]}", []).append(place)
    near: dict[int, dict[int, float]] = {}
    for name in sorted(holders):
        places = holders[name][:40]
        for at, a in enumerate(places):
            for b in places[at + 1 :]:
                if b not in near.setdefault(a, {}):
                    value = _nearness(centres[a], centres[b]) + (ONE_STORY if stories_of[a] == stories_of[b] else 0.0)
                    near[a][b] = value
                    near.setdefault(b, {})[a] = value
    out: list[Topic] = []
    for place, topic in enumerate(topics):
        ranked = sorted(near.get(place, {}).items(), key=lambda item: (-item[1], topics[item[0]].id))
        related = tuple(topics[other].id for other, value in ranked[:MOST_RELATED] if value >= RELATED)
        out.append(topic.model_copy(update={"related": related}))
    return out


def _nearness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = sum(min(weight, b[name]) for name, weight in a.items() if name in b)
    least = min(sum(a.values()), sum(b.values()))
    return shared / least if least else 0.0
