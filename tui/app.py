"""The application: one case, its theme, and the way out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from claims.review import Case
from claims.safe import safe_text
from tui.screens.review import ReviewScreen

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff8080",
    success="#80ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
)


class ReviewApp(App[None]):
    """Shows one open case; closing the terminal at any moment loses nothing that had its message."""

    CSS_PATH = "app.tcss"

    def __init__(self, case: Case, *, language: str = "en", keys: Mapping[str, str] | None = None) -> None:
        """``keys`` maps names of actions to the keys that a user wants for them."""
        super().__init__()
        self.case = case
        self.language = language
        self.title = safe_text(case.path.name)
        self.register_theme(HIGH_CONTRAST)
        self.keys = dict(keys or {})
        self.set_keymap(self.keys)

    def on_mount(self) -> None:
        self.push_screen(ReviewScreen(self.case, self.language))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: themes and the like, and every action of the screen with its key."""
        yield from super().get_system_commands(screen)
        for binding in dict.fromkeys(active.binding for active in screen.active_bindings.values()):
            if binding.id is not None:
                run = partial(screen.run_action, binding.action)
                yield SystemCommand(binding.description, binding.key_display or binding.key, run)
