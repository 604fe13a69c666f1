"""What the screens of a case share: keys from the one registry, hints, help, messages, the way to a source."""

from __future__ import annotations

import webbrowser
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingsMap

from claims.models import Article, Decision
from claims.review import Case
from claims.wording import say
from tui import render
from tui.dialogs.help import HelpDialog
from tui.keys import Action, bindings
from tui.opening import Opening
from tui.widgets.hints import Hints

_SHORT, _LONG = 3, 10  # seconds that a message stays: what was done, what went wrong
_ABOUT = 60  # signs of what an act was about


class CaseScreen(Opening[None]):
    """A screen on an open case; ``ACTIONS`` are its part of the registry."""

    ACTIONS: ClassVar[Sequence[Action]] = ()

    def __init__(self, case: Case, language: str) -> None:
        super().__init__()
        self.case, self.lang = case, language
        self._bindings = BindingsMap.merge([self._bindings, bindings(self.ACTIONS, language)])

    @property
    def remapped(self) -> Mapping[str, str]:
        """The keys that the settings file gives to actions."""
        keys: Mapping[str, str] = getattr(self.app, "keys", {})
        return keys

    def hints(self) -> Hints:
        return Hints(self.ACTIONS, self.lang, self.remapped)

    def tell(self, key: str, *, done: bool = False, **values: object) -> None:
        """Say something; that something was ``done`` goes away sooner."""
        words = render.plain_lines(say(key, self.lang, **values)).plain
        self.notify(words, markup=False, timeout=_SHORT if done else None)

    def complain(self, error: str) -> None:
        """Say what stands against it."""
        self.notify(render.plain_lines(error).plain, severity="error", markup=False, timeout=_LONG)

    def what(self, act: Decision) -> str:
        """An act in a few words: what was done, and to what."""
        about = act.about if len(act.about) <= _ABOUT else act.about[: _ABOUT - 1] + "…"
        return " · ".join(filter(None, (say(f"review.act.{act.kind.value}", self.lang), about)))

    def open_address(self, article: Article) -> None:
        """Show the article's source in the reader's browser."""
        if not article.url.startswith(("http://", "https://")):
            self.tell("tui.no_url")
            return
        webbrowser.open(article.url)
        self.tell("tui.opened", url=article.url)

    def action_help(self) -> None:
        pane = (self.focused.id or "") if self.focused is not None else ""
        self.app.push_screen(HelpDialog(self.ACTIONS, self.lang, pane=pane, remapped=self.remapped))

    def action_back(self) -> None:
        self.dismiss(None)
