"""Statements by date, one below the other, with what one speaker shifted joined by a line down the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from claims.models import Conflict, Level, Span
from claims.review import StatementView
from claims.wording import day, say
from tui import render
from tui.placed import Place, Placed

_LANES = 3  # lines down the margin at most; further shifts keep their sign without a line
_WIDE = 60  # cells from which the text stands beside its date


def shifts(statements: Sequence[StatementView], pairs: Sequence[Conflict]) -> list[list[int]]:
    """The places of the statements between which one speaker shifted, a list for each speaker."""
    place = {view.statement.id: at for at, view in enumerate(statements)}
    found: dict[str, set[int]] = {}
    for pair in pairs:
        ends = [place[side] for side in (pair.a, pair.b) if side in place]
        if pair.level is Level.SHIFT and len(ends) == 2:
            view = statements[ends[0]]
            found.setdefault(view.statement.speaker_id or view.name, set()).update(ends)
    return sorted(sorted(rows) for rows in found.values())


def _margin(joined: Sequence[Sequence[int]], place: int, *, first: bool) -> str:
    """The signs before a row: where a shift stands, and the line that goes on to its other end."""
    signs = ""
    for rows in joined[:_LANES]:
        if first and place in rows:
            signs += render.SHIFT
        elif rows[0] < place < rows[-1] or (not first and rows[0] <= place < rows[-1]):
            signs += "│"
        else:
            signs += " "
    if first and any(place in rows for rows in joined[_LANES:]):
        signs += render.SHIFT
    return signs


def timeline(
    statements: Sequence[StatementView],
    pairs: Sequence[Conflict],
    clash: Mapping[str, list[Span]],
    language: str,
    *,
    width: int,
    chosen: str = "",
    marked: Mapping[str, str] = {},
    named: bool = True,
) -> Placed:
    """One row for each statement in the order given; ``named`` says the speaker in each."""
    joined = shifts(statements, pairs)
    dates = [day(view.statement.claim_date.value, language) or say("tui.no_date", language) for view in statements]
    beside = max(map(len, dates), default=0) + 2 if width >= _WIDE else 2
    edge = min(len(joined), _LANES) + 3
    lines: list[Content] = []
    places: list[list[Place]] = []
    for place, view in enumerate(statements):
        name = view.statement.id
        text = render.line(view, clash.get(name, []), language, named=named)
        if width >= _WIDE:
            parts = text.wrap(max(10, width - edge - beside))
            parts = [Content.assemble((f"{dates[place]:<{beside}}", "dim"), parts[0]), *parts[1:]]
        else:
            parts = [Content.styled(dates[place], "dim"), *text.wrap(max(10, width - edge - beside))]
        for number, part in enumerate(parts):
            sign = ("▸" if name == chosen else " ") + ("■" if name in marked else " ") if number == 0 else "  "
            margin = _margin(joined, place, first=number == 0).ljust(edge - 2)
            indent = " " * beside if number else ""
            line = Content.assemble((sign, "bold $accent"), (margin, "bold $warning"), indent, part)
            lines.append(line.stylize("bold", len(sign) + len(margin)) if name == chosen and number == 0 else line)
            places.append([Place(0, width, name)])
    return Placed(Content("\n").join(lines), places)
