"""Work grows in step with the length of a hostile text: counted in calls, which no busy machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from claims.articles import article_from_text
from claims.models import Article
from claims.pipeline import extract

LEAD = "The pier\n\nTown and port have quarrelled over the pier for weeks.\n\n"
LESS_THAN_THE_SQUARE = 6  # times the calls for four times the text
MOST = 700  # calls a character; a sentence is read up to a length, and inside it some rules try verb against verb
UNITS = [
    ("en", "said he, "),
    ("en", "the man who said "),
    ("en", "the trust that runs "),
    ("en", "the mayor, who said it rained, "),
    ("en", "a man whose wife died after a day in "),
    ("en", "Mayor Ann Bell said the pier was closed on Monday. "),
    ("en", '"It rained," said Ann. '),
    ("en", "according to police, "),
    ("de", "sagte er, "),
    ("de", "der Mann, der sagte, dass "),
    ("de", "Bürgermeisterin Ann Bell sagte am Montag, der Steg sei zu. "),
    ("de", "„Es regnet“, sagte Ann. "),
    ("de", "laut Polizei, "),
]


def calls(work: Callable[[Article], object], article: Article) -> int:
    """How many functions are called, Python's and the interpreter's own."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work(article)
    finally:
        sys.setprofile(before)
    return count


def text_of(unit: str, length: int, language: str) -> Article:
    text = LEAD + unit * (length // len(unit))
    return article_from_text(text, language=language, published="2025-03-12", source_file="a.txt")


@pytest.mark.parametrize(("language", "unit"), UNITS)
def test_reading_an_article_grows_in_step_with_its_length(language: str, unit: str) -> None:
    extract(text_of(unit, 2_000, language))  # what is read once for all texts
    short, long = (calls(extract, text_of(unit, length, language)) for length in (3_000, 12_000))
    assert long < LESS_THAN_THE_SQUARE * short, f"{short} calls, then {long}"
    assert long < MOST * 12_000
