"""Where a statement begins and ends: word by word, verbatim, with what was found before kept in view."""

from __future__ import annotations

from pilot_steps import WIDE, screen, seen, settled

from claims.models import ActKind, Span
from claims.review import Case
from tui.app import ReviewApp
from tui.dialogs.extent import Extent


async def test_words_go_out_and_come_in_at_both_ends(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        before = screen(app).current()
        assert before is not None
        words = before.statement.claim.split()
        await pilot.press("W")
        assert isinstance(app.screen, Extent)
        await pilot.press("left", "tab", "right", "enter")
        await settled(pilot)
        after = case.statement_view(before.statement.id)
        assert after.statement.claim == " ".join(words[1:-1])
        assert after.original is not None
        assert after.original.claim == before.statement.claim
        start, end = after.statement.claim_spans[0]
        assert after.article.text[start:end] == after.statement.claim
        assert case.acts()[-1].kind is ActKind.EDIT


async def test_what_was_found_stays_visible(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        before = screen(app).current()
        assert before is not None
        case.edit_statement(before.statement.id, speaker="Vera Storch")
        await screen(app).reload()
        await pilot.press("v", "v")
        places = [view.statement.id for view in screen(app).voices]
        screen(app).voice = places.index(before.statement.id)
        await pilot.press("v")
        await pilot.pause()
        assert "found as:" in seen(app)
        assert before.statement.speaker in seen(app)


async def test_an_unchanged_extent_is_no_edit(case: Case) -> None:
    app = ReviewApp(case)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("W", "left", "right", "enter")
        await pilot.press("W", "left", "escape")
        await settled(pilot)
        assert case.acts() == []


def test_an_end_never_passes_the_other_and_pieces_stay_apart() -> None:
    text = "one two (so he said) three four"
    dialog = Extent(text, [Span(0, 7), Span(21, 31)], "en")
    assert dialog.pieces() == [Span(0, 7), Span(21, 31)]
    dialog.end = 26
    assert dialog.pieces() == [Span(0, 7), Span(21, 26)]
    dialog.end = 3
    assert dialog.pieces() == [Span(0, 3)]
    dialog.end = 31
    dialog.start = 4
    assert dialog.pieces() == [Span(4, 7), Span(21, 31)]
    assert text[4:7] == "two"
