"""All speakers of a topic beside each other, then those of its related topics: a card each, in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from claims.models import Span
from claims.review import SpeakerColumn, StatementView, TopicView
from claims.wording import day, say
from tui import render
from tui.placed import Place, Placed

MOST_CARDS = 60  # of speakers in one topic; what does not fit is counted
NARROWEST, MOST_COLUMNS = 27, 4  # cells of a card; columns
_FRAME = "dim"


class Line(NamedTuple):
    """One line of a card, and whose statement stands on it."""

    text: Content
    statement_id: str


class Marks(NamedTuple):
    """What is shown of statements beside their words: what clashes in them, which is chosen, which are marked."""

    clash: Mapping[str, Sequence[Span]]
    chosen: str
    marked: Mapping[str, str]


def columns(view: TopicView, language: str, *, width: int, chosen: str = "", marked: Mapping[str, str] = {}) -> Placed:
    """The cards of the topic under its label, then those of each related topic under its own."""
    lines: list[Content] = []
    places: list[list[Place]] = []
    sections = [(view.topic.label, view.by_speaker, Marks(render.evidence(view), chosen, marked))]
    for related in view.related:
        heading = f"{say('view.related', language)} {related.topic.label}"
        sections.append((heading, related.by_speaker, Marks({}, chosen, marked)))
    for heading, speakers, marks in sections:
        lines += [Content("")] * bool(lines) + [render.plain(heading, "bold $warning")]
        places += [[]] * (len(lines) - len(places))
        for text, row in _beside(speakers, marks, language, width):
            lines.append(text)
            places.append(row)
        if len(speakers) > MOST_CARDS:
            lines.append(render.plain(say("tui.more_speakers", language, number=len(speakers) - MOST_CARDS), "dim"))
            places.append([])
    return Placed(Content("\n").join(lines), places)


def fitting(width: int) -> int:
    """How many columns there is room for."""
    return max(1, min(MOST_COLUMNS, width // NARROWEST))


def _beside(
    speakers: Sequence[SpeakerColumn], marks: Marks, language: str, width: int
) -> list[tuple[Content, list[Place]]]:
    """The lines of the cards, each card under the column that is shortest so far."""
    wide = width // fitting(width)
    stacks: list[list[Line]] = [[] for _ in range(fitting(width))]
    tall = [0] * len(stacks)  # as tall as if nothing were chosen: no card leaves its column when something is
    for column in speakers[:MOST_CARDS]:
        shortest = tall.index(min(tall))
        drawn = card(column, marks, language, wide)
        here = any(view.statement.id == marks.chosen for view in column.statements)
        stacks[shortest] += drawn
        tall[shortest] += len(card(column, marks._replace(chosen=""), language, wide)) if here else len(drawn)
    rows = []
    for y in range(max(map(len, stacks))):
        cells = [stack[y] if y < len(stack) else Line(Content(" " * wide), "") for stack in stacks]
        row = [Place(at * wide, (at + 1) * wide, one.statement_id) for at, one in enumerate(cells) if one.statement_id]
        rows.append((Content.assemble(*(one.text for one in cells)), row))
    return rows


def card(column: SpeakerColumn, marks: Marks, language: str, width: int) -> list[Line]:
    """One speaker in a frame with everything they said on the topic, ``width`` cells wide."""
    room, first = width - 4, column.statements[0]
    name = render.name(first, language).truncate(room - 1, ellipsis=True)
    role = render.plain(first.role).truncate(room - 1, ellipsis=True)
    rule = "─" * (width - name.cell_length - 5)
    lines = [Line(Content.assemble(("╭─ ", _FRAME), name, (f" {rule}╮", _FRAME)), first.statement.id)]
    before = None
    for view in column.statements:
        place = (view.statement.claim_date.value, view.article.id)
        for part in _said(view, marks, language, room, headed=place != before):
            text = Content.assemble(("│ ", _FRAME), part.truncate(room, pad=True), (" │", _FRAME))
            lines.append(Line(text, view.statement.id))
        before = place
    foot = [("╰" + "─" * (width - 2) + "╯", _FRAME)]
    if role.plain:
        foot = [("╰" + "─" * (width - role.cell_length - 5) + " ", _FRAME), (role.plain, "italic"), (" ─╯", _FRAME)]
    lines.append(Line(Content.assemble(*foot), column.statements[-1].statement.id))
    return lines


def _said(view: StatementView, marks: Marks, language: str, room: int, *, headed: bool) -> list[Content]:
    """When and where, then the claim in its own words; on one line where others clash and this one does not."""
    name = view.statement.id
    lines = []
    if headed:
        date = day(view.statement.claim_date.value, language) or say("tui.no_date", language)
        lines.append(render.plain(f"{date} · {view.article.outlet}", "dim").truncate(room, ellipsis=True))
    sign = ("▸ " if name == marks.chosen else "") + ("■ " if name in marks.marked else "")
    claim = Content.assemble((sign, "bold $accent"), render.claim(view, marks.clash.get(name, [])))
    if name == marks.chosen:
        claim = claim.stylize("bold")
    elif marks.clash and name not in marks.clash:
        return [*lines, claim.truncate(room, ellipsis=True)]
    return [*lines, *claim.wrap(room)]
