"""Rules over words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.quantities import find_quantities
from claims.language.symbols import Grammar, expand
from claims.language.time_grammar import grammar
from claims.language.times import find_dates

CLASSES = {"month": {"10": ["Oktober(|s)"], "5": ["Mai"]}, "prep": {"p": ["am", "im"]}}


def found(pattern: str, text: str) -> list[tuple[str, dict[str, str]]]:
    rules = Grammar(CLASSES, [("rule", [pattern])])
    scan = rules.scan(text)
    return [
        (
            text[scan.starts[match.start] : scan.ends[match.end - 1]],
            {
                name: rules.value(match.rule.classes[name], scan.word(start))
                for name, (start, _) in match.groups.items()
            },
        )
        for match in rules.find(scan)
    ]


def test_an_entry_stands_for_all_its_forms() -> None:
    assert expand("letzte(|r|n)") == ["letzte", "letzter", "letzten"]
    assert expand("a(b|c)d(|e)") == ["abd", "abde", "acd", "acde"]


def test_a_pattern_binds_values_and_takes_the_longest() -> None:
    assert found("<prep>? <day:d> . <month:m>", "Am 3. Oktober und 4. Mai, nicht 40. Mai.") == [
        ("Am 3. Oktober", {"d": "3", "m": "10"}),
        ("4. Mai", {"d": "4", "m": "5"}),
    ]


def test_groups_are_optional_and_alternatives() -> None:
    assert [words for words, _ in found("(bis|seit)? <month:m>", "bis Mai, seit Oktobers, ab Mai")] == [
        "bis Mai",
        "seit Oktobers",
        "Mai",
    ]


def test_a_rule_stays_in_its_sentence() -> None:
    assert found("*any <month:m>", "Schluss!\nMai") == []


def test_an_unknown_class_and_a_pattern_that_needs_nothing_are_errors() -> None:
    with pytest.raises(KeyError, match="no class"):
        Grammar(CLASSES, [("rule", ["<year_of_cats>"])])
    with pytest.raises(KeyError, match="must be there"):
        Grammar(CLASSES, [("rule", ["<prep>? <month>?"])])


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_rule_of_the_data_can_be_looked_for(language: str) -> None:
    rules = grammar(language).rules
    assert len(rules) > 100
    assert all(rule.needs for rule in rules)


TIMES = ("am", "Freitag", "30.", "Oktober", "bis", "vor", "drei", "Tagen", "on", "Friday", "May", "5", "2025", "12:30")
AMOUNTS = (
    "rund",
    "1,5",
    "Millionen",
    "Euro",
    "noch",
    "kein",
    "Termin",
    "half",
    "a",
    "dozen",
    "-",
    ".",
    ",",
    "\n",
    "😀",
)
WORDS = st.sampled_from(TIMES + AMOUNTS)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.sampled_from(["de", "en"]),
    st.sampled_from(["", "2025-07-11", "2024"]),
)
def test_spans_are_in_order_and_hold_their_words(text: str, language: str, anchor: str) -> None:
    end = 0
    for expression in find_dates(text, anchor=anchor, language=language):
        assert text[expression.span.start : expression.span.end] == expression.text != ""
        assert expression.span.start >= end
        end = expression.span.end
    end = 0
    for quantity in find_quantities(text, language=language):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        end = quantity.span.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for language in ("de", "en"):
        find_dates(text, anchor="2025-07-11", language=language)
        find_quantities(text, language=language)
