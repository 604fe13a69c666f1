"""Articles that come in batches give what all of them at once give, and what they do not touch is not made again."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from claims import articles, kept, pipeline
from claims.models import Aliases, Article, Findings, Kind, Links, Statement
from claims.review import Case
from claims.settings import Settings
from tests.benchmarks.gold import article_paths, load, own_files

HERE = Path(__file__).parent / "gold" / "articles"


class Memory:
    """Keeps everything, and counts what is made."""

    def __init__(self) -> None:
        self.bodies: dict[str, str] = {}
        self.made = 0

    def get(self, key: str, /) -> str | None:
        return self.bodies.get(key)

    def put(self, key: str, body: str, /) -> None:
        self.bodies[key] = body
        self.made += 1


@cache
def own() -> tuple[tuple[Article, ...], dict[str, tuple[Statement, ...]]]:
    paths = sorted({str(path) for file in own_files("dev") for path in article_paths(load(file))})
    read = {item.id: item for item in articles.read(paths) if isinstance(item, Article)}
    return tuple(read.values()), {name: tuple(pipeline.extract(item)) for name, item in read.items()}


def related(
    chosen: list[Article],
    memory: Memory | None = None,
    links: Links | None = None,
    aliases: Aliases | None = None,
    settings: Settings | None = None,
) -> Findings:
    said = [statement for item in chosen for statement in own()[1][item.id]]
    return pipeline.relate(chosen, said, links, aliases, settings, kept=memory or kept.NOTHING)


@pytest.mark.parametrize("order", [1, 2, 3])
def test_batches_in_any_order_give_what_all_at_once_give(order: int) -> None:
    chosen = list(own()[0])
    whole = related(chosen)
    random.Random(order).shuffle(chosen)
    memory = Memory()
    for size in (7, 30, 31, 80, len(chosen)):
        found = related(chosen[:size], memory)
        assert found == related(chosen[:size])
    assert found == whole
    assert len(whole.conflicts) > 50


def test_nothing_is_made_again_where_nothing_is_new() -> None:
    chosen, memory = list(own()[0]), Memory()
    first = related(chosen, memory)
    before, memory.made = memory.made, 0
    assert related(chosen[::-1], memory) == first
    assert memory.made == 0 < before
    stories = len(memory.bodies) - len(chosen)
    related([*chosen[:-1]], memory)  # one article less: its story, and stories with words it made common
    assert memory.made <= stories // 4


def test_what_reviewers_and_settings_say_is_never_passed_over() -> None:
    chosen, memory = list(own()[0])[:60], Memory()
    plain = related(chosen, memory)
    one, other = plain.topics[0].statement_ids[0], plain.topics[-1].statement_ids[0]
    inside = next(topic for topic in plain.topics if len(topic.statement_ids) > 1)
    people = [speaker.name for speaker in plain.speakers[:2]]
    for links, aliases, settings in (
        (Links(must_link=((one, other),)), None, None),
        (Links(must_not_link=(inside.statement_ids[:2],)), None, None),  # type: ignore[arg-type]
        (None, Aliases(same=(tuple(people),)), None),
        (None, None, Settings(conflict_score=0.9)),
        (None, None, Settings(kind_weights={Kind.DENIAL: 0.1})),
    ):
        found = related(chosen, memory, links, aliases, settings)
        assert found == related(chosen, None, links, aliases, settings)
        assert found != plain
    assert related(chosen, memory) == plain


def test_other_rules_or_data_have_other_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = kept.digest("part", "x")
    assert kept.digest("part", "x") == before != kept.digest("part", "y")
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "people.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("CLAIMS_DATA", str(tmp_path))
    assert kept.digest("part", "x") != before
    assert kept.digest("part", "ab", "c") != kept.digest("part", "a", "bc")


def test_a_case_keeps_what_its_stories_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted(HERE.glob("*.txt"))[:30]
    batches = [paths[:12], paths[12:29], paths[29:]]
    with Case.open(tmp_path / "batches.db") as case:
        for batch in batches:
            case.add([str(path) for path in batch])
        found = case.findings()
        keys = case._db.rows("SELECT key FROM kept ORDER BY key")
        case._relate()
        assert case.findings() == found
        assert case._db.rows("SELECT key FROM kept ORDER BY key") == keys  # and nothing else is kept
        case._db.run("UPDATE kept SET body = x'00'")  # damaged: made again
        case._relate()
        assert case.findings() == found
        monkeypatch.setattr(kept, "rules", lambda: "other rules")
        case._relate()
        assert case.findings() == found
        assert not {tuple(row) for row in keys} & {tuple(row) for row in case._db.rows("SELECT key FROM kept")}
    with Case.open(tmp_path / "once.db") as case:
        case.add([str(path) for path in paths])
        assert case.findings() == found
