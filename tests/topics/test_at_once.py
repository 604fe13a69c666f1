"""Topics made a story at a time, with everything read once, against the clear way: all stories in one go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from claims import articles, conflicts, pipeline
from claims.conflicts.compare import compare_sides, excludes
from claims.conflicts.side import side
from claims.models import Article, Level, Links, Statement, Topic
from claims.settings import Settings
from claims.topics.context import BARE, surroundings
from claims.topics.frame import frame
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits, listed
from tests.benchmarks.grouping import folder

module = import_module("claims.topics.group")  # the package names its function the same
Material = Callable[[], tuple[list[Article], list[Statement]]]
HERE = Path(__file__).parents[1] / "gold" / "articles"


def own_articles() -> tuple[list[Article], list[Statement]]:
    read = [item for item in articles.read([str(HERE)]) if isinstance(item, Article)][:40]
    return read, [statement for item in read for statement in pipeline.extract(item)]


def made_up() -> tuple[list[Article], list[Statement]]:
    return folder(240)[:2]


def topics_of(
    read: list[Article], said: list[Statement], links: Links | None = None
) -> tuple[list[Statement], list[Topic]]:
    known = conflicts.background(said, read)
    opposed = partial(conflicts.opposed, settings=Settings(), known=known)
    found: tuple[list[Statement], list[Topic]] = module.group(
        said, articles=read, links=links, opposed=opposed, around=known.around
    )
    return found


@pytest.mark.parametrize("material", [own_articles, made_up])
def test_a_story_at_a_time_is_the_same_as_all_at_once(material: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    read, said = material()
    links = Links(must_link=((said[0].id, said[-1].id),))  # ties two stories together
    fast = topics_of(read, said, links)
    monkeypatch.setattr(module, "divided", lambda known, *_: [list(known)])
    assert topics_of(read, said, links) == fast
    assert len({item.article_id for item in said}) > 5
    assert len(fast[1]) > 5


@pytest.mark.parametrize("material", [own_articles, made_up])
def test_a_shared_background_changes_no_conflict(material: Material) -> None:
    read, said = material()
    known, topics = topics_of(read, said)
    found = conflicts.find(known, topics, known=conflicts.background(said, read))
    assert found == conflicts.find(known, topics, articles=read)
    assert found


def test_frames_are_those_of_the_claims() -> None:
    read, said = own_articles()
    around = surroundings(said, read)
    assert all(around.frame(item) == frame(item) == BARE.frame(item) for item in said)


def test_all_lists_at_once_are_each_list_by_itself() -> None:
    _, said = own_articles()
    assert {item.language for item in said} == {"de", "en"}
    for item in said:
        tables, words = lexicon(item.language), frame(item).words
        alone = {name: found for name in tables.sets if (found := hits(words, name, tables))}
        assert listed(words, tables) == alone


def test_excluding_is_what_the_whole_comparison_says() -> None:
    _, said = own_articles()
    sides = [side(item) for item in said]
    found = 0
    for topical in (False, True):
        for one, other in (*pairwise(sides), *zip(sides, sides[2:], strict=False)):
            level = compare_sides(one, other, topical=topical).level
            strong = level is not None and level is not Level.CHECK
            assert excludes(one, other, settings=Settings(), rarity={}, topical=topical) == strong
            found += strong
    assert found > 5
