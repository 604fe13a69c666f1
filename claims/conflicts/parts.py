"""Topics and conflicts of a case, a story at a time: what no new article touches is taken as it was found before.

The part of a case is a story, or the stories that a reviewer's link ties. What it gives depends on its articles and
statements, the links inside it, the settings, the names under which its speakers are shown, which of its words are
common in the case and to which state and office its people belong; all of that is the key under which it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claims.conflicts.find import against, find, opposed
from claims.faults import RAISED, Faults
from claims.kept import NOTHING, Kept, digest
from claims.models import Article, Conflict, Links, Model, Statement, Topic
from claims.settings import Settings
from claims.topics.group import Grouped, arranged, by_article, divided, in_order, topics_of
from claims.topics.readings import Overview, article_parts, overview


class _Part(Model):
    """What is kept of one part."""

    answers: dict[str, str]
    topics: tuple[Topic, ...]
    centres: tuple[dict[str, float], ...]
    conflicts: tuple[Conflict, ...]


def relate(
    statements: Sequence[Statement],
    articles: Iterable[Article],
    *,
    links: Links,
    settings: Settings,
    names: Mapping[str, str],
    kept: Kept = NOTHING,
    faults: Faults = RAISED,
) -> tuple[list[Statement], list[Topic], list[Conflict]]:
    """The statements in their order with ``answers`` set, the topics in theirs, and their conflicts.

    ``names`` are those under which speakers are shown, by id. The result is the same whatever ``kept`` holds. A fault
    costs a topic its conflicts, or a story or an article its topics: its statements stand by article then.
    """
    articles = list(articles)
    case = overview(statements, articles, kept, faults)
    answers: dict[str, str] = {}
    unread = [item for item in statements if item.article_id not in case.by_article]
    grouped = [Grouped(topic, -number, {}) for number, topic in enumerate(by_article(unread, articles), start=1)]
    conflicts: dict[str, list[Conflict]] = {}
    read = [item for item in statements if item.article_id in case.by_article]
    for members in divided(in_order(read), case.story_of, links.must_link):
        key = _key(members, case, links, settings, names) if kept is not NOTHING else ""
        body = kept.get(key)
        if body is None:
            before = len(faults.told)
            part = _made(members, case, links, settings, names, faults)
            if len(faults.told) == before:
                kept.put(key, part.model_dump_json() if key else "")
        else:
            part = _Part.model_validate_json(body)
        answers |= part.answers
        home = {item.id: case.story_of[item.article_id] for item in members}
        for topic, centre in zip(part.topics, part.centres, strict=True):
            grouped.append(Grouped(topic, home[topic.statement_ids[0]], centre))
        for conflict in part.conflicts:
            conflicts.setdefault(conflict.topic_id, []).append(conflict)
    topics = arranged(grouped, statements)
    known = [
        item.model_copy(update={"answers": answers[item.id]}) if item.id in answers else item for item in statements
    ]
    return known, topics, [conflict for topic in topics for conflict in conflicts.get(topic.id, ())]


def _made(
    members: Sequence[Statement],
    case: Overview,
    links: Links,
    settings: Settings,
    names: Mapping[str, str],
    faults: Faults,
) -> _Part:
    inside = dict.fromkeys(item.article_id for item in members)
    articles = [case.articles[name] for name in inside if name in case.articles]
    sources = [article.source for article in articles]
    known = against(case.of(inside))

    def held(given: Sequence[Statement], pairs: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
        with faults.cost("fault.opposed", sources):
            return opposed(given, pairs, settings=settings, known=known)
        return []

    said: Sequence[Statement] = members
    grouped = [Grouped(topic, case.story_of[members[0].article_id], {}) for topic in by_article(members, articles)]
    with faults.cost("fault.topics", sources):
        said, grouped = topics_of(members, known.around, case.story_of, case.articles, links, held)
    # reasons shall call a speaker by the name that stands above the statement
    named = [item.model_copy(update={"speaker": names.get(item.speaker_id, item.speaker)}) for item in said]
    topics = tuple(item.topic for item in grouped)
    return _Part(
        answers={item.id: item.answers for item in said if item.answers},
        topics=topics,
        centres=tuple(dict(item.centre) for item in grouped),
        conflicts=tuple(find(named, topics, settings=settings, articles=articles, known=known, faults=faults)),
    )


def _key(
    members: Sequence[Statement], case: Overview, links: Links, settings: Settings, names: Mapping[str, str]
) -> str:
    inside = {item.id for item in members}
    sources = list(dict.fromkeys(item.article_id for item in members))
    first: dict[int, int] = {}
    which = [first.setdefault(case.story_of[name], place) for place, name in enumerate(sources)]
    linked = [
        sorted(pair for pair in found if inside.issuperset(pair)) for found in (links.must_link, links.must_not_link)
    ]
    states, offices = case.belonging(sources)
    shown = sorted({(item.speaker_id, names.get(item.speaker_id, "")) for item in members})
    rest = (which, linked, sorted(case.weighty(sources)), sorted(states.items()), sorted(offices.items()), shown)
    return digest("part", settings, repr(rest), *(article_parts(case.articles.get(name)) for name in sources), *members)
