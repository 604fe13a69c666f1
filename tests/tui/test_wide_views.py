"""All speakers and the timeline: statements are chosen, marked and shaped there; shifts are joined; nothing is
decided unseen.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import toy_case
from pilot_steps import SMALL, WIDE, fill, screen, seen, settled, shown, text, toasts
from textual.widgets import Static

from claims.models import ActKind, Level
from claims.review import Case
from tui.app import ReviewApp
from tui.screens.article import ArticleScreen
from tui.timeline import shifts, timeline
from tui.widgets.speakers import Card, Said

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
            assert screen(app).has_class(f"view-{view}")


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
        assert app.screen.statement_id == chosen.statement.id


async def test_a_statement_edited_in_a_wide_view(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v", "full_stop")
        chosen = screen(app).current()
        assert chosen is not None
        await pilot.press("e")
        await fill(pilot, speaker="Vera Storch")
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
    shown_ = timeline(view.statements, view.pairs, {}, "en", width=40)
    assert len(shown_.rows) == len(shown_.text.plain.split("\n"))
    assert all(len(line) <= 40 for line in shown_.text.plain.split("\n"))
    joined = shifts(view.statements, view.pairs)
    before = -1
    for row, line in zip(shown_.rows, shown_.text.plain.split("\n"), strict=True):
        new, before = row != before, row
        inside = any(rows[0] <= row < rows[-1] or (new and row == rows[-1]) for rows in joined)
        assert bool({"│", "⟲"} & set(line[:6])) == inside
    assert set(shown_.rows) == set(range(len(view.statements)))


async def test_what_does_not_clash_takes_one_line_until_it_is_chosen(case: Case, tmp_path: Path) -> None:
    long = "the ferry has a long history that is told at length in every harbour of this coast and beyond #ferry"
    (tmp_path / "e.txt").write_text(f"Mira: {long}\nOle: not {long}", encoding="utf-8")
    case.add([str(tmp_path / "e.txt")])
    view = case.topic_view(next(item.id for item in case.queue() if item.statements > 3))
    clash = {view.pairs[0].conflict.a: [view.pairs[0].conflict.reasons[0].span_a]}
    cards = [Card(column, clash, "en", 22) for column in view.by_speaker]
    said = [one for card in cards for one in card.compose() if isinstance(one, Said)]
    assert {one.has_class("brief") for one in said} == {True, False}
    assert sum(card.tall() for card in cards) < sum(Card(column, {}, "en", 22).tall() for column in view.by_speaker)


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
        headings = [str(one.content) for one in app.screen.query("#speakers .topic").results(Static)]
        assert headings[0].startswith("Sache")
        assert headings[1].startswith("See also: Sache")
        assert "ferry" in shown(app)
        assert "bridge" in shown(app)


async def test_a_narrow_screen_has_fewer_columns(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v")
        await settled(pilot)
        assert len(app.screen.query("#speakers .stack")) == 2
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert len(app.screen.query("#speakers .stack")) == 4
        assert any(pair.conflict.level is Level.CONFLICT for pair in screen(app).pairs)
        assert toasts(app) == ""
