"""The line at the bottom: the few keys that one needs most, as many as fit, the way to all others first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from claims.wording import say
from tui.keys import Action, shown_keys

_GAP = 2  # cells between two hints


class Hints(Static):
    """Drawn once for each width; a click on a hint does what its key does."""

    def __init__(self, actions: Sequence[Action], language: str, remapped: Mapping[str, str]) -> None:
        """``remapped`` are the keys that the settings file gives to actions."""
        super().__init__(markup=False)
        self.hints = [
            (action.name, shown_keys(action, remapped).split()[0], say(f"keys.{action.name}", language))
            for action in actions
            if action.footer
        ]
        self.places: list[tuple[int, int, str]] = []  # from cell, to cell, name of the action

    def render(self) -> Content:
        parts, self.places, used = [Content(" ")], [], 1
        for name, key, words in self.hints:
            hint = Content.assemble((key, "bold $footer-key-foreground"), f" {words}")
            if used + hint.cell_length > self.size.width:
                break
            self.places.append((used, used + hint.cell_length, name))
            used += hint.cell_length + _GAP
            parts += [hint, Content(" " * _GAP)]
        return Content.assemble(*parts)

    async def on_click(self, event: Click) -> None:
        for start, end, name in self.places:
            if start <= event.x < end:
                await self.screen.run_action(name)
                return
