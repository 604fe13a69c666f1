from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from claims.safe import safe_text


@given(st.text(st.characters(codec=None)))
def test_length_is_kept_and_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = safe_text(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\u2028\u2029")
    shown.encode("utf-8")


def test_controls_become_their_pictures_and_blanks_spaces() -> None:
    assert safe_text("a\x1b[31m\x07\x7f\x9b\tb\nc") == "a␛[31m␇␡� b c"


def test_line_breaks_stay_where_lines_are_wanted() -> None:
    assert safe_text("a\nb\rc", lines=True) == "a\nb c"


def test_real_writing_is_left_alone() -> None:
    for text in ("Straße – „Zitat“", "שלום עולם", "نامه‌ای", "Лавров", "👩‍🔬"):
        assert safe_text(text) == text
