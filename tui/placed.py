"""A text in which statements have their places, so that one can be chosen, kept in view and clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content


class Place(NamedTuple):
    """From one cell of a line to another, end excluded, stands this statement."""

    left: int
    right: int
    statement_id: str


class Placed(NamedTuple):
    """``places[line]`` are the statements of that line, from left to right."""

    text: Content
    places: Sequence[Sequence[Place]]

    def at(self, x: int, y: int) -> str:
        """The statement at a cell, empty for none."""
        line = self.places[y] if 0 <= y < len(self.places) else ()
        return next((place.statement_id for place in line if place.left <= x < place.right), "")

    def lines_of(self, statement_id: str) -> range:
        """The lines on which a statement stands, none for one that is not here."""
        found = [y for y, line in enumerate(self.places) if any(place.statement_id == statement_id for place in line)]
        return range(found[0], found[-1] + 1) if found else range(0)
