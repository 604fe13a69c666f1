"""The application: one case, its theme, and the way out."""

from __future__ import annotations

from textual.app import App
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
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (70, "-narrow"), (100, "-wide")]  # noqa: RUF012

    def __init__(self, case: Case, *, language: str = "en") -> None:
        super().__init__()
        self.case = case
        self.language = language
        self.title = safe_text(case.path.name)
        self.register_theme(HIGH_CONTRAST)

    def on_mount(self) -> None:
        self.push_screen(ReviewScreen(self.case, self.language))
