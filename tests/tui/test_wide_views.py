"""All speakers and the timeline: statements are chosen, marked and shaped there; shifts are joined; nothing is
decided unseen.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import toy_case
from pilot_steps import SMALL, WIDE, fill, screen, seen, settled, shown, text, toasts

from claims.models import ActKind, Level
from claims.review import Case
from tui.app import ReviewApp
from tui.columns import Marks, card, columns, fitting
from tui.screens.article import ArticleScreen
from tui.timeline import shifts, timeline

SHIFTING = (
    "Ilka: the ferry sails #ferry\nJonas: the ferry sails on time #ferry\n"
    "Ilka: the ferry does not sail #ferry\nMira: the mill turns #mill"
)


@pytest.fixture
def shifting(case: Case, tmp_path: Path) -> Case:
    (tmp_path / "d.txt").write_text(SHIFTING, encoding="utf-8")
    case.add([str(tmp_path / "d.txt")])
    return case


async def test_a_statement_is_chosen_and_marked_in_every_wide_view(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await screen(app).show_topic(next(at for at, item in enumerate(screen(app).topics) if item.statements == 3))
        for view in ("speakers", "timeline"):
            await pilot.press("v")
            await settled(pilot)
            first = screen(app).current()
            assert first is not None
            await pilot.press("full_stop", "x")
            second = screen(app).current()
            assert second is not None
            assert second != first
            assert second.statement.id in screen(app).marked
            assert "▸" in seen(app)
            assert "■" in seen(app)
            await pilot.press("x", "comma", "comma")
            assert screen(app).current() == first
            assert screen(app).query_one(f"#{view}").display


async def test_two_statements_outside_of_any_pair_are_declared_a_conflict(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await screen(app).show_topic(next(at for at, item in enumerate(screen(app).topics) if item.statements == 3))
        pairs = {frozenset((pair.conflict.a, pair.conflict.b)) for pair in screen(app).pairs}
        await pilot.press("v", "v")
        ids = [view.statement.id for view in screen(app).voices]
        a, b = next((a, b) for a in ids for b in ids if a < b and frozenset((a, b)) not in pairs)
        for place in (ids.index(a), ids.index(b)):
            screen(app).voice = place
            await pilot.press("x")
        await pilot.press("w")
        await settled(pilot)
        act = case.acts()[-1]
        assert act.kind is ActKind.DECLARE
        assert set(act.objects[1:]) == {a, b}


async def test_a_wide_view_decides_nothing_unseen(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        for key in ("a", "space", "d", "3"):
            await pilot.press("v", key)
            assert case.acts() == []
            assert screen(app).shown_view == "pair"
        await pilot.press("a")
        assert case.stats().accepted == 1


async def test_enter_opens_the_article_of_the_chosen_statement(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "full_stop")
        chosen = screen(app).current()
        await pilot.press("enter")
        assert isinstance(app.screen, ArticleScreen)
        assert chosen is not None
        assert app.screen.here == chosen.statement.id


async def test_a_statement_edited_in_a_wide_view(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "full_stop")
        chosen = screen(app).current()
        assert chosen is not None
        await pilot.press("e")
        await fill(pilot, speaker="Vera Storch")
        now = screen(app).current()
        assert now is not None
        assert now.statement.id == chosen.statement.id
        assert case.statement_view(chosen.statement.id).statement.speaker == "Vera Storch"


async def test_topics_in_which_nothing_clashes_are_listed_when_asked_for(shifting: Case) -> None:
    app = ReviewApp(shifting)
    async with app.run_test(size=WIDE) as pilot:
        assert len(screen(app).topics) == 2
        await pilot.press("f", "7")
        await settled(pilot)
        assert len(screen(app).topics) == 3
        await pilot.press("G")
        await settled(pilot)
        assert screen(app).pair is None
        assert "the mill turns" in seen(app)
        await pilot.press("a", "d", "i", "full_stop", "v", "v", "x")
        assert shifting.acts() == []
        assert len(screen(app).marked) == 1


async def test_the_timeline_joins_what_one_speaker_shifted(shifting: Case) -> None:
    app = ReviewApp(shifting)
    async with app.run_test(size=WIDE) as pilot:
        for place, item in enumerate(screen(app).topics):
            if item.statements > 4:
                await screen(app).show_topic(place)
        await pilot.press("v", "v")
        await settled(pilot)
        lines = text(app, "#timeline").split("\n")
        ends = [at for at, line in enumerate(lines) if "⟲" in line]
        assert len(ends) >= 2
        for line in lines[ends[0] + 1 : ends[-1]]:
            assert "│" in line or "⟲" in line


def test_long_rows_keep_the_line_and_their_indent(shifting: Case) -> None:
    item = next(item for item in shifting.queue() if item.statements > 4)
    view = shifting.topic_view(item.id)
    shown_ = timeline(view.statements, [pair.conflict for pair in view.pairs], {}, "en", width=40)
    rows = [line[0].statement_id for line in shown_.places]
    assert len(rows) == len(shown_.text.plain.split("\n"))
    assert all(len(line) <= 40 for line in shown_.text.plain.split("\n"))
    joined = shifts(view.statements, [pair.conflict for pair in view.pairs])
    order = [one.statement.id for one in view.statements]
    before = ""
    for row, line in zip(rows, shown_.text.plain.split("\n"), strict=True):
        new, before, place = row != before, row, order.index(row)
        inside = any(ends[0] <= place < ends[-1] or (new and place == ends[-1]) for ends in joined)
        assert bool({"│", "⟲"} & set(line[:6])) == inside
    assert set(rows) == set(order)


async def test_what_does_not_clash_takes_one_line_until_it_is_chosen(case: Case, tmp_path: Path) -> None:
    long = "the ferry has a long history that is told at length in every harbour of this coast and beyond #ferry"
    (tmp_path / "e.txt").write_text(f"Mira: {long}\nOle: not {long}", encoding="utf-8")
    case.add([str(tmp_path / "e.txt")])
    view = case.topic_view(next(item.id for item in case.queue() if item.statements > 3))
    clash = {view.pairs[0].conflict.a: [view.pairs[0].conflict.reasons[0].span_a]}
    quiet = next(
        one
        for one in view.by_speaker
        if len(one.statements[0].statement.claim) > 80
        and not any(said.statement.id in clash for said in one.statements)
    )
    short = card(quiet, Marks(clash, "", {}), "en", 26)
    chosen = card(quiet, Marks(clash, quiet.statements[0].statement.id, {}), "en", 26)
    whole = card(quiet, Marks({}, "", {}), "en", 26)
    assert len(short) == 4
    assert len(short) < len(whole) <= len(chosen)
    assert {line.text.cell_length for line in (*short, *chosen, *whole)} == {26}


@pytest.mark.parametrize("width", [20, 54, 83, 117])
def test_cards_stand_beside_each_other_in_their_places(shifting: Case, width: int) -> None:
    for item in shifting.queue():
        view = shifting.topic_view(item.id)
        placed = columns(view, "en", width=width)
        lines = placed.text.plain.split("\n")
        assert len(lines) == len(placed.places)
        assert max(map(len, lines)) <= max(width, 27)
        seen_there = {place.statement_id for line in placed.places for place in line}
        assert seen_there == {one.statement.id for one in view.statements}
        assert max(len(line) for line in placed.places) == min(fitting(width), len(view.by_speaker))
        one = view.statements[-1].statement.id
        for y in placed.lines_of(one):
            left = next(place.left for place in placed.places[y] if place.statement_id == one)
            assert placed.at(left, y) == one
        assert placed.at(0, len(lines)) == ""


async def test_related_topics_stand_under_the_topic(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    related = toy_case.toy_relate

    def beside(*args: object, **kwargs: object) -> object:
        found = related(*args, **kwargs)  # type: ignore[arg-type]
        first, second = found.topics
        pair = (first.model_copy(update={"related": (second.id,)}), second.model_copy(update={"related": (first.id,)}))
        return found.model_copy(update={"topics": pair})

    monkeypatch.setattr("claims.pipeline.relate", beside)
    case.run()
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v")
        await settled(pilot)
        headings = [line for line in text(app, "#speakers").split("\n") if "Sache" in line]
        assert headings[0].startswith("Sache")
        assert headings[1].startswith("See also: Sache")
        assert "ferry" in shown(app)
        assert "bridge" in shown(app)


async def test_a_narrow_screen_has_fewer_columns(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v")
        await settled(pilot)
        narrow = max(line.count("╭") for line in text(app, "#speakers").split("\n"))
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert narrow == 2
        assert max(line.count("╭") for line in text(app, "#speakers").split("\n")) > narrow
        assert any(pair.conflict.level is Level.CONFLICT for pair in screen(app).pairs)
        assert toasts(app) == ""
