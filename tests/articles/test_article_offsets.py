"""Whatever comes in: segments are ordered and in range, and the normalised text is stable."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.articles import article_from_text
from claims.articles.decoding import normalise
from claims.articles.problems import Unreadable
from claims.models import Article

WORDS = """\
Der Minister sagte am Montag, das Geld sei weg.¦(afp/red)¦Foto: A. B./dpa¦3.5.2025¦Weitere Meldungen¦Hintergrund
Lesen Sie auch:¦von Anna Berg¦Mehr zum Thema¦BERLIN (dpa) - ¦•¦Schneller schlau: Rat¦Stand: 1.2.2026¦Title: X
Published: 2025-01-01¦weiterlesen...¦1. ¦said¦  ¦+++¦Kommentare¦“¦ | ¦https://a.example"""
SIGNS = ["\n", "\n\n", "\r\n", "\t", "\u2028", "\u00ad", "\x00", "\ud800", "e\u0301"]
PIECES = st.sampled_from([*WORDS.replace("\n", "¦").split("¦"), *SIGNS])
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join))


def consistent(article: Article) -> None:
    last = 0
    for one in article.segments:
        assert last <= one.start < one.end <= len(article.text)
        assert article.text[one.start : one.end].strip() == article.text[one.start : one.end]
        assert one.why or one.kind in ("body", "lead")
        last = one.end
    if article.published.span:
        start, end = article.published.span
        assert 0 <= start < end <= len(article.text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_keeps_its_offsets(text: str) -> None:
    try:
        article = article_from_text(text, language="de")
    except Unreadable:
        return
    consistent(article)
    assert article.text == normalise(text)
    covered = sum(one.end - one.start for one in article.segments)
    assert covered <= len(article.text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_word_stands_in_a_segment(text: str) -> None:
    try:
        article = article_from_text(text, language="en")
    except Unreadable:
        return
    outside = list(article.text)
    for one in article.segments:
        outside[one.start : one.end] = " " * (one.end - one.start)
    assert not any(sign.isalpha() for sign in "".join(outside))


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    once.encode("utf-8")


def test_normalisation_keeps_the_words() -> None:
    assert normalise("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert normalise("Au\u00dfen\u00admi\u200bnister\ufeff") == "Außenminister"
    assert normalise("u\u0308ber\ud800\x00") == "über\ufffd"
    assert normalise("„[sic]“\u00a0…\u202eabc") == "„[sic]“\u00a0…\u202eabc"


WITHIN = ". ¦(¦((afp) ¦a/b¦/¦Foto: ¦„“¦“ ¦1.1.2025 ¦1.¦ | ¦+++ ¦A a¦Aa¦von A ¦, ¦- ¦BERLIN (¦sagte ¦http://a¦©¦ \u00a0"
LINES = "¦a¦A\n¦Hintergrund¦Mehr zum Thema¦x.¦(afp)¦Ein Satz mit sieben Wörtern hat ein Ende.\nA b¦a:¦Lesen Sie auch: a"
HOSTILE = [*WITHIN.split("¦"), *(f"{line}\n" for line in LINES.split("¦"))]


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length(piece: str) -> None:
    """Twice the repeats take less than four times as long (linear would be two; the rest is noise)."""

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9e9
        for _ in range(2):
            start = time.process_time()
            with contextlib.suppress(Unreadable):
                article_from_text(text, language="de")
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(20_000), seconds(40_000)
    assert large < 0.05 or large / small < 4
