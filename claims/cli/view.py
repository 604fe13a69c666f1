"""What was found, for a reader with five minutes: per topic the statements that clash, side by side, and why."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from claims.cli.sides import Sides
from claims.export.book import Book, reason_text, strongest_first
from claims.models import Conflict, Findings, Level, Review, Skipped, Statement, Topic
from claims.safe import safe_text
from claims.wording import count, say, told

LEVEL_STYLE = {
    Level.CONFLICT: "bold red",
    Level.SHIFT: "bold magenta",
    Level.UPDATE: "bold blue",
    Level.CHECK: "yellow",
}


class Length(NamedTuple):
    """How much is shown: topics (0 for all), and in each the pairs in full (0 for all), weak pairs, other voices."""

    topics: int = 0
    pairs: int = 8
    weak: int = 5
    voices: int = 5


STANDARD = Length()


def show_findings(
    findings: Findings, console: Console, language: str, length: Length = STANDARD, *, with_figures: bool = True
) -> None:
    """Print everything: topics with conflicts, strongest first, then notices, what was skipped, and figures."""
    book = Book.of(findings)
    sides = Sides(book, language, console)
    by_topic: dict[str, list[Conflict]] = {}
    for conflict in strongest_first(findings.conflicts):
        by_topic.setdefault(conflict.topic_id, []).append(conflict)
    topics = {topic.id: topic for topic in findings.topics}
    shown = list(by_topic)[: length.topics or None]
    for number, topic_id in enumerate(shown, start=1):
        console.print(_topic(number, topics[topic_id], by_topic[topic_id], topics, sides, length))
    if not by_topic and findings.articles:
        console.print(Text(say("view.none", language)), Text())
    if len(shown) < len(by_topic):
        console.print(Text(count(len(by_topic) - len(shown), "more_topics", language)), Text())
    if by_topic and sides.marks:
        opening, closing = sides.marks
        console.print(Text(say("view.marks", language, open=opening, close=closing), style="dim"), Text())
    show_list(console, say("view.notices", language), findings.notices, language)
    show_list(console, say("view.skipped", language), findings.skipped, language)
    if with_figures:
        console.print(Text(figures(findings, language)))


def figures(findings: Findings, language: str) -> str:
    """One line of counts."""
    levels = Counter(conflict.level for conflict in findings.conflicts)
    parts = [
        count(len(findings.articles), "articles", language),
        count(len(findings.statements), "statements", language),
        count(len(findings.speakers), "speakers", language),
        count(len(findings.topics), "topics", language),
        *(count(levels[level], level.value, language) for level in Level if levels[level] or level is Level.CONFLICT),
    ]
    if findings.skipped:
        parts.append(count(len(findings.skipped), "skipped", language))
    return " · ".join(parts)


def show_list(console: Console, heading: str, items: Sequence[Skipped], language: str) -> None:
    """A heading, then each thing to be said with the sources that it is said of; nothing when there is none."""
    if not items:
        return
    sources: dict[str, list[str]] = {}
    for item in items:
        sources.setdefault(told(item.key, item.values, language), []).append(safe_text(item.source))
    console.print(Text(heading, style="bold"))
    for sentence, names in sources.items():
        line = Text.assemble((", ".join(names), "cyan"), ": ", safe_text(sentence))
        console.print(Padding(line, (0, 0, 0, 2)))
    console.print()


def _topic(
    number: int, topic: Topic, conflicts: Sequence[Conflict], topics: dict[str, Topic], sides: Sides, length: Length
) -> RenderableType:
    """One topic: its claimed conflicts in full, the weak ones in short, the other voices."""
    language = sides.language
    claimed = [conflict for conflict in conflicts if conflict.level is not Level.CHECK]
    weak = [conflict for conflict in conflicts if conflict.level is Level.CHECK]
    title = Text.assemble(f"{number}  ", (safe_text(topic.label), "bold"))
    levels = Counter(conflict.level for conflict in conflicts)
    tally = ", ".join(count(levels[level], level.value, language) for level in Level if levels[level])
    parts: list[RenderableType] = [Rule(title.append(f"  {tally}", "dim"), align="left", style="dim"), Text()]
    clashing = {statement for conflict in claimed for statement in (conflict.a, conflict.b)}
    listed = [member for member in topic.statement_ids if member in clashing]
    sides.letters = dict(zip(listed, _letters(), strict=False)) if len(claimed) > 1 else {}
    if sides.letters:
        lines = (sides.one_line(sides.book.statements[member], with_source=False) for member in listed)
        parts += [*(Padding(line, (0, 0, 0, 2)) for line in lines), Text()]
    full, rest = _in_full(claimed, sides.book, length.pairs or len(claimed))
    parts += [part for conflict in full for part in conflict_parts(conflict, sides)]
    if rest:
        parts.append(Text(say("view.more_pairs", language), style="bold"))
        for conflict in rest:
            words = f"  {safe_text(reason_text(conflict, language))}"
            parts.append(Padding(_headline(conflict, sides).append(words), (0, 0, 0, 2)))
        parts.append(Text())
    if weak:
        parts.append(Text(say("view.to_check", language), style="bold"))
        parts += [Padding(_in_short(conflict, sides), (0, 0, 0, 2)) for conflict in weak[: length.weak]]
        if len(weak) > length.weak:
            parts.append(Padding(Text(say("view.more", language, number=len(weak) - length.weak)), (0, 0, 0, 2)))
        parts.append(Text())
    met = {statement for conflict in conflicts for statement in (conflict.a, conflict.b)}
    others = [sides.book.statements[member] for member in topic.statement_ids if member not in met]
    parts += _voices(others, sides, length.voices)
    related = [safe_text(topics[other].label) for other in topic.related if other in topics]
    if related:
        parts += [Text.assemble((say("view.related", language), "bold"), " ", "; ".join(related)), Text()]
    return Group(*parts)


def _in_full(conflicts: Sequence[Conflict], book: Book, number: int) -> tuple[list[Conflict], list[Conflict]]:
    """Which ``number`` of the conflicts to show whole and which in short, both strongest first.

    The strongest pair of any two speakers goes before a second pair of the same two, so that many voices are heard.
    """
    first: dict[frozenset[str], Conflict] = {}
    for conflict in conflicts:
        first.setdefault(frozenset(book.name(book.statements[side]) for side in (conflict.a, conflict.b)), conflict)
    heard = {conflict.id for conflict in first.values()}
    chosen = {conflict.id for conflict in sorted(conflicts, key=lambda item: item.id not in heard)[:number]}
    return [item for item in conflicts if item.id in chosen], [item for item in conflicts if item.id not in chosen]


def conflict_parts(conflict: Conflict, sides: Sides, review: Review | None = None) -> list[RenderableType]:
    """The head line, the reason, what is equal and unsure, what was decided, and both sides."""
    language = sides.language
    parts: list[RenderableType] = [
        _headline(conflict, sides),
        Text(safe_text(reason_text(conflict, language)), style="bold"),
    ]
    first, *rest = conflict.reasons
    lines = [
        (say("view.also", language), [told(reason.key, reason.values, language) for reason in rest]),
        (say("view.same", language), [told(key, values, language) for key, values in first.equal]),
        (say("view.unsure", language), [told(key, values, language) for key, values in first.unsure]),
    ]
    if review is not None and review.version:
        decided = [say(f"status.{review.status.value}", language), review.why, review.notes, review.reviewer]
        lines.append((say("field.status", language), [" · ".join(part for part in decided if part)]))
    parts += [Text.assemble((label, "dim"), " ", safe_text(" ".join(said))) for label, said in lines if said]
    if "tuned" in conflict.parts:
        parts.append(Text(say("explain.tuned", language, factor=f"{conflict.parts['tuned']:.2f}"), style="dim"))
    statements = (sides.book.statements[conflict.a], sides.book.statements[conflict.b])
    parts += [Text(), sides.both(*statements, conflict.reasons), Text()]
    return parts


def _headline(conflict: Conflict, sides: Sides) -> Text:
    """Level, letters of the statements, kind and score."""
    language = sides.language
    letters = "–".join(sides.letters[side] for side in (conflict.a, conflict.b) if side in sides.letters)
    return Text.assemble(
        (say(f"level.{conflict.level.value}", language).upper(), LEVEL_STYLE[conflict.level]),
        (f" {letters}" if letters else "", "bold cyan"),
        (f" · {say(f'kind.{conflict.kind.value}', language)} · {conflict.score:.2f}", "dim"),
    )


def _letters() -> Iterator[str]:
    """A, B, … Z, AA, AB, …"""
    for number in itertools.count(1):
        name = ""
        while number:
            number, rest = divmod(number - 1, 26)
            name = chr(65 + rest) + name
        yield name


def _in_short(conflict: Conflict, sides: Sides) -> RenderableType:
    """A pair too weak to claim: the reason and one line for each side."""
    lines: list[RenderableType] = [Text(safe_text(reason_text(conflict, sides.language)))]
    for statement_id in (conflict.a, conflict.b):
        lines.append(Padding(sides.one_line(sides.book.statements[statement_id]), (0, 0, 0, 2)))
    return Group(*lines)


def _voices(statements: Sequence[Statement], sides: Sides, shown: int) -> list[RenderableType]:
    if not statements:
        return []
    parts: list[RenderableType] = [Text(say("view.voices", sides.language), style="bold")]
    parts += [Padding(sides.one_line(statement), (0, 0, 0, 2)) for statement in statements[:shown]]
    if len(statements) > shown:
        parts.append(Padding(Text(say("view.more", sides.language, number=len(statements) - shown)), (0, 0, 0, 2)))
    return [*parts, Text()]
