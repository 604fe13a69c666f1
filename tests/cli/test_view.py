from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from claims.cli.view import STANDARD, Length, show_findings
from claims.models import Findings, Level, Span


def shown(
    findings: Findings, width: int, language: str = "en", *, colour: bool = False, length: Length = STANDARD
) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        no_color=not colour,
        _environ={},
    )
    show_findings(findings, console, language, length)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 69, 70, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(findings: Findings, width: int) -> None:
    assert max(map(cell_len, shown(findings, width).splitlines())) <= width


def test_sides_stand_beside_each_other_with_their_words_marked(findings: Findings) -> None:
    text = shown(findings, 80)
    line = next(line for line in text.splitlines() if "Ilka Brandau" in line and "│" in line)
    assert line.index("Ilka Brandau") < line.index("│") < line.index("Jonas Okonjo")
    assert "⟦am 14. März⟧" in " ".join(part.split("│")[0].strip() for part in text.splitlines())
    assert "the marks are not in the articles" in " ".join(text.split())


def test_sides_stand_below_each_other_on_a_narrow_screen(findings: Findings) -> None:
    text = " ".join(shown(findings, 60).split())
    assert "│" not in text
    assert text.index("⟦am 14. März⟧") < text.index("— against —") < text.index("⟦Einen Termin gibt es nicht⟧")


def test_colour_takes_the_place_of_marks(findings: Findings) -> None:
    text = shown(findings, 100, colour=True)
    assert "⟦" not in text
    assert "\x1b[1;30;43mam 14. März\x1b[0m" in text


@pytest.mark.parametrize("colour", [False, True])
def test_nothing_from_outside_reaches_the_terminal_raw(findings: Findings, colour: bool) -> None:
    text = shown(findings, 100, colour=colour)
    assert "\x1b[31m" not in text
    assert "\u202e" not in text
    assert "[bold]x[/bold]" in text
    assert "weak [red]␛" in text
    assert "b␛ad.bin" in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["CONFLICT · denial", "10 Mar 2025", "direct speech", "Other voices", "3 articles", "1 skipped"]),
        ("de", ["WIDERSPRUCH · Dementi", "10.3.2025", "wörtliche Rede", "Weitere Stimmen", "3 Artikel"]),
    ],
)
def test_speaks_the_language_asked_for(findings: Findings, language: str, words: list[str]) -> None:
    text = shown(findings, 120, language)
    assert [word for word in words if word not in text] == []


def test_marks_that_an_article_holds_are_not_used(findings: Findings) -> None:
    first = findings.articles[0]
    bracketed = first.model_copy(update={"text": first.text + " ⟦x⟧"})
    text = shown(findings.model_copy(update={"articles": (bracketed, *findings.articles[1:])}), 200)
    assert "⟦" not in text
    assert "⦃am 14. März⦄" in text


def test_evidence_outside_the_quote_is_shown_below_it(findings: Findings) -> None:
    first, *others = findings.conflicts
    start = findings.articles[0].text.index("Mehr sagte sie nicht")
    reason = first.reasons[0].model_copy(update={"span_a": Span(start, start + len("Mehr sagte sie nicht"))})
    moved = first.model_copy(update={"reasons": (reason,)})
    text = shown(findings.model_copy(update={"conflicts": (moved, *others)}), 200)
    assert "elsewhere in the article: ⟦Mehr sagte sie nicht⟧" in text
    assert "⟦am 14. März⟧" not in text


def test_letters_join_the_list_with_the_pairs(findings: Findings) -> None:
    first, weak = findings.conflicts
    third = first.model_copy(update={"id": "x_3", "a": "s_hafen", "level": Level.SHIFT})
    text = shown(findings.model_copy(update={"conflicts": (first, third, weak)}), 120)
    assert "CONFLICT A–B · denial" in text
    assert "SHIFT C–B · denial" in text
    assert re.search(r"^  A  Ilka Brandau \(10 Mar 2025\): Die Fähre", text, re.MULTILINE)
    assert re.search(r"^C  Hafen +│ B  Jonas Okonjo", text, re.MULTILINE)


def test_pairs_beyond_the_limit_are_told_in_short(findings: Findings) -> None:
    first, weak = findings.conflicts
    more = [first.model_copy(update={"id": f"x_1{number}", "score": 0.7}) for number in range(3)]
    many = findings.model_copy(update={"conflicts": (first, *more, weak)})
    text = shown(many, 120, length=Length(pairs=2))
    assert text.count("│ B  Jonas Okonjo") == 2
    assert text.count("CONFLICT A–B · denial · 0.70  „legt am 14. März ab“") == 2
    assert shown(many, 120, length=Length(pairs=0)).count("│ B  Jonas Okonjo") == 4


def test_topics_beyond_the_limit_are_counted(findings: Findings) -> None:
    text = shown(findings, 120, length=Length(topics=1))
    assert "[link]x  " not in text
    assert "1 more topic not shown" in text


def test_wire_copies_are_named(findings: Findings) -> None:
    one, two, three = findings.articles
    copy = one.model_copy(update={"id": "a_4", "publisher": "Hafenpost", "source_file": "zz.txt"})
    said = findings.statements[0].model_copy(update={"id": "s_copy", "article_id": "a_4"})
    update = {"articles": (one, two, three, copy), "statements": (*findings.statements, said)}
    assert "the same words in Hafenpost" in shown(findings.model_copy(update=update), 120)
    assert "the same words" not in shown(findings, 120)


def test_many_voices_go_before_second_pairs_of_the_same_two(findings: Findings) -> None:
    first, weak = findings.conflicts
    again = first.model_copy(update={"id": "x_5", "score": 0.75})
    third = first.model_copy(update={"id": "x_6", "a": "s_hafen", "score": 0.6})
    many = findings.model_copy(update={"conflicts": (first, again, third, weak)})
    text = shown(many, 120, length=Length(pairs=2))
    assert text.index("A  Ilka Brandau  ") < text.index("C  Hafen  ") < text.index("CONFLICT A–B · denial · 0.75  ")
