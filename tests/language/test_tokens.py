from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.lemmas import LONGEST, in_dictionary, is_known, lemma
from claims.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie sagte: „Nein!“", ["Sie", "sagte", ":", "„", "Nein", "!", "“"]),
        ("am 3.5. um 14:30 Uhr", ["am", "3.5", ".", "um", "14:30", "Uhr"]),
        ("1.234,5 Tonnen", ["1.234,5", "Tonnen"]),
        ("die EU-Kommission", ["die", "EU-Kommission"]),
        ("z.B. der U.S. Senate", ["z.B.", "der", "U.S.", "Senate"]),
        ("Meyer's don't", ["Meyer's", "don't"]),
        ("die 1990er", ["die", "1990er"]),
        ("Lehrer*innen", ["Lehrer", "*", "innen"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))
    kept = "".join(token.text for token in tokens)
    assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]


def test_a_part_of_a_text_keeps_the_whole_texts_offsets() -> None:
    assert [token.start for token in tokenize("ab cd ef", 3, 5)] == [3]


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_no_word_at_all_is_in_no_dictionary(language: str) -> None:
    assert (lemma("", language), in_dictionary("", language), is_known("", language)) == ("", False, False)


def test_lemmas_of_both_languages() -> None:
    assert lemma("vereinbarte", "de") == "vereinbaren"
    assert lemma("agreed", "en") == "agree"
    assert lemma("Xyzzy", "de") == "xyzzy"
    assert lemma("A" * (LONGEST + 1), "de") == "a" * (LONGEST + 1)
