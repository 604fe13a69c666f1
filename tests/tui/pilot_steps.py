"""What the tests of the interface do again and again."""

from __future__ import annotations

import asyncio

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tui.app import ReviewApp
from tui.dialogs.form import Form
from tui.opening import Opening
from tui.screens.review import ReviewScreen

WIDE, SMALL, TINY = (120, 32), (80, 24), (60, 20)


def screen(app: ReviewApp) -> ReviewScreen:
    """The review screen, which must be the one that is looked at."""
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def text(app: ReviewApp, selector: str) -> str:
    """The text of one widget, or of all texts in it."""
    widget = app.screen.query_one(selector)
    statics = [widget] if isinstance(widget, Static) else list(widget.query(Static))
    return "\n".join(str(static.content) for static in statics)


def shown(app: ReviewApp) -> str:
    """The texts of every widget of the screen, seen or not."""
    return "\n".join(str(static.content) for static in app.screen.query(Static))


def seen(app: ReviewApp) -> str:
    """What stands on the terminal, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def toasts(app: ReviewApp) -> str:
    """All messages that are up."""
    return "\n".join(toast.message for toast in app._notifications)


async def fill(pilot: Pilot[None], **values: str) -> None:
    """Fill in a form and confirm it."""
    form = pilot.app.screen
    assert isinstance(form, Form)
    lines = list(form.query(Input))
    for line in lines:
        line.value = values.get(line.id or "", line.value)
    lines[-1].focus()
    await pilot.press("enter")
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Until work in threads is done and shown.

    A pause ends when the process gets little of the processor, which on a busy machine it does long before it is done;
    so a screen is waited for until it stands.
    """
    await pilot.pause()
    while _at_work(pilot.app):
        await asyncio.sleep(0.005)
        await pilot.pause()
    await pilot.pause()
    await pilot.pause()


def _at_work(app: App[None]) -> bool:
    screen = app.screen
    opens = isinstance(screen, Opening) and not screen._stands
    return opens or any(not worker.is_finished for worker in app.workers)
