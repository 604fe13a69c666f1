"""The keys that find, shape and look further: each pressed, each with its effect in the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from pilot_steps import WIDE, fill, screen, settled, shown
from textual.widgets import Input

from claims.models import ActKind, ReviewStatus, Stance, VerdictLevel
from claims.review import Case
from tui.app import ReviewApp
from tui.dialogs.choose import Choose
from tui.dialogs.read import Read
from tui.keys import ARTICLE, ARTICLES, PEOPLE, REVIEW
from tui.screens.article import ArticleScreen
from tui.screens.articles import ArticlesScreen
from tui.screens.people import PeopleScreen
from tui.screens.review import ReviewScreen
from tui.words import words_of


@pytest.mark.parametrize("digit", range(1, 7))
async def test_a_digit_dismisses_at_once(case: Case, digit: int) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        pair = screen(app).pair
        assert pair is not None
        await pilot.press(str(digit))
        review = case.pair_view(pair.conflict.id).review
        assert review.status is ReviewStatus.DISMISSED
        assert review.why


async def test_a_note_stays_with_its_pair(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        pair = screen(app).pair
        assert pair is not None
        await pilot.press("n")
        app.screen.query_one(Input).value = "ask the port"
        await pilot.press("enter")
        await settled(pilot)
        assert case.pair_view(pair.conflict.id).review.notes == "ask the port"


async def test_who_and_when_are_edited_and_the_words_stay(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        before = screen(app).current()
        assert before is not None
        await pilot.press("e")
        await fill(pilot, speaker="Ilka Brandau", claim_date="2025-03-09", stance="denies")
        after = case.statement_view(before.statement.id)
        assert after.statement.speaker == "Ilka Brandau"
        assert after.statement.claim_date.value == "2025-03-09"
        assert after.statement.stance is Stance.DENIES
        assert after.statement.claim == before.statement.claim
        assert after.original is not None


async def test_a_form_is_typed_in_from_its_first_line_at_once(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        before = screen(app).current()
        assert before is not None
        await pilot.press("e", "end", "x", *["enter"] * 5)
        await settled(pilot)
        assert case.statement_view(before.statement.id).statement.speaker == f"{before.statement.speaker}x"


async def test_a_wrong_value_is_said_and_changes_nothing(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        before = len(case.acts())
        await pilot.press("e")
        await fill(pilot, claim_date="next week")
        assert len(case.acts()) == before


async def test_strike_takes_the_statement_out_and_undo_brings_it_back(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        pairs = case.stats().conflicts
        await pilot.press("t")
        await settled(pilot)
        assert case.stats().struck == 1
        assert case.stats().conflicts < pairs
        await pilot.press("u")
        await settled(pilot)
        assert case.stats().struck == 0


async def test_marked_topics_are_merged_after_their_effect_was_shown(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m")
        assert not isinstance(app.screen, Choose)
        await pilot.press("X", "j", "X", "m")
        assert isinstance(app.screen, Choose)
        assert "3 pairs" in shown(app)
        await pilot.press("1")
        await settled(pilot)
        assert len(case.queue()) == 1


async def test_marked_statements_are_split_off(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        assert not isinstance(app.screen, Choose)
        await pilot.press("x", "s", "1")
        await settled(pilot)
        assert case.acts()[-1].kind is ActKind.SPLIT


async def test_two_marked_statements_are_declared_a_conflict(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("w")
        assert case.acts() == []
        await pilot.press("x", "j", "x", "w")
        await settled(pilot)
        assert case.acts()[-1].kind is ActKind.DECLARE


async def test_a_verdict_with_evidence(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        view = screen(app).current()
        assert view is not None
        await pilot.press("r")
        await fill(pilot, verdict="mostly false", level="false", evidence_urls="https://example.org/a", tags="port")
        review = case.statement_view(view.statement.id).review
        assert (review.verdict, review.verdict_level) == ("mostly false", VerdictLevel.FALSE)
        assert (review.evidence_urls, review.tags) == (("https://example.org/a",), ("port",))
        await pilot.press("r")
        await fill(pilot, level="perhaps")
        assert case.statement_view(view.statement.id).review.verdict_level is VerdictLevel.FALSE


async def test_an_articles_date_and_outlet(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        view = screen(app).current()
        assert view is not None
        await pilot.press("M")
        await fill(pilot, published="2025-04-01", publisher="Hafenblatt")
        article = case.statement_view(view.statement.id).article
        assert (article.published.value, article.publisher) == ("2025-04-01", "Hafenblatt")


async def test_words_filter_the_queue_while_typed(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"ridge")
        await pilot.pause(0.3)
        assert [item.label for item in screen(app).topics] == ["Sache bridge"]
        await pilot.press("escape")
        await settled(pilot)
        assert len(screen(app).topics) == 2
        await pilot.press("slash", *"zzz")
        await pilot.pause(0.3)
        assert "No topic matches" in shown(app)


async def test_a_field_filters_the_queue(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", "1", "3")  # state: accepted
        await settled(pilot)
        assert screen(app).topics == []
        await pilot.press("f", "8")
        await settled(pilot)
        assert len(screen(app).topics) == 2
        await pilot.press("f", "2", "2")  # kind: yes against no
        await settled(pilot)
        assert len(screen(app).topics) == 2
        for field in ("3", "4", "5"):  # speaker, outlet, language: the first one there is
            await pilot.press("f", field, "1")
            await settled(pilot)
            assert screen(app).topics
        await pilot.press("f", "6", *"2025-04", "enter")
        await settled(pilot)
        assert screen(app).topics == []


async def test_why_is_told_check_by_check(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("i")
        await settled(pilot)
        assert isinstance(app.screen, Read)
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_the_article_opens_at_the_passage_and_takes_a_new_statement(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        before = len(case.statements())
        await pilot.press("enter")
        article = app.screen
        assert isinstance(article, ArticleScreen)
        await pilot.press("enter")  # nothing marked yet
        assert app.screen is article
        await pilot.press("space", "l", "l", "h", "j", "k", "l", "enter")
        await fill(pilot, speaker="Mira", claim_date="2025-03-02")
        assert len(case.statements()) == before + 1
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


def test_words_have_their_places() -> None:
    assert [tuple(word) for word in words_of(" ab  c\nd")] == [(1, 3), (5, 6), (7, 8)]
    assert words_of("") == []


async def test_citations_are_copied(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        pair = screen(app).pair
        assert pair is not None
        await pilot.press("c")
        assert pair.a.statement.quote in app.clipboard
        assert "Küstenbote" in app.clipboard
        await pilot.press("C")
        assert pair.b.statement.quote in app.clipboard


async def test_a_source_without_address_says_so(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.screens.base.webbrowser.open", opened.append)
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("o")
        assert opened == []
        await pilot.press("M")
        await fill(pilot, url="https://example.org/ferry")
        await pilot.press("o")
        assert opened == ["https://example.org/ferry"]


async def test_analysing_again_asks_first_and_keeps_decisions(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", "R")
        assert isinstance(app.screen, Choose)
        await pilot.press("1")
        await settled(pilot)
        assert case.stats().accepted == 1


async def test_speakers_are_joined_parted_and_named(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("p")
        await settled(pilot)
        people = app.screen
        assert isinstance(people, PeopleScreen)
        count = len(people.entries)
        await pilot.press("m")
        assert app.screen is people
        await pilot.press("x", "down", "x", "m")
        assert isinstance(app.screen, Choose)
        await pilot.press("1")
        await settled(pilot)
        assert len(people.entries) == count - 1
        await pilot.press("u")
        await settled(pilot)
        assert len(people.entries) == count
        await pilot.press("n")
        app.screen.query_one(Input).value = "I. Brandau"
        await pilot.press("enter")
        await settled(pilot)
        assert case.acts()[-1].kind is ActKind.SAME_SPEAKER
        await pilot.press("s", "escape", "escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_articles_are_listed_and_added(case: Case, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Mira: the mill turns #mill\nIlka: the mill does not turn #mill", encoding="utf-8")
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("b")
        await settled(pilot)
        articles = app.screen
        assert isinstance(articles, ArticlesScreen)
        assert len(articles.entries) == 2
        await pilot.press("A")
        app.screen.query_one(Input).value = str(tmp_path / "c.txt")
        await pilot.press("enter")
        await settled(pilot)
        assert len(articles.entries) == 3
        await pilot.press("M")
        await fill(pilot, publisher="Mühlenbote")
        assert "Mühlenbote" in {item.article.publisher for item in case.articles()}
        await pilot.press("escape")
        await settled(pilot)
        assert len(screen(app).topics) == 3


async def test_keys_can_be_remapped_by_the_name_of_the_action(case: Case) -> None:
    app = ReviewApp(case, keys={"accept": "y"})
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("y")
        assert case.stats().accepted == 1


async def test_every_action_has_a_method_and_stands_in_the_palette(case: Case) -> None:
    for actions, kind in ((REVIEW, ReviewScreen), (ARTICLE, ArticleScreen), (PEOPLE, PeopleScreen),
                          (ARTICLES, ArticlesScreen)):  # fmt: skip
        assert all(hasattr(kind, f"action_{action.name}") for action in actions)
        keys = [key for action in actions for key in action.keys.split(",")]
        assert len(keys) == len(set(keys))
    app = ReviewApp(case)
    async with app.run_test(size=WIDE):
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {"accept", "speakers", "analyse again"} <= titles
