"""False finds in prose that holds no time and no quantity, and the cost of hostile text."""

from __future__ import annotations

import csv
import gc
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from claims.language.quantities import find_quantities
from claims.language.times import TimeExpression, find_dates
from claims.models import Quantity

GOLD = Path(__file__).parents[1] / "gold"
REPEATS = [
    "am ",
    "am Freitag ",
    "der der der ",
    "in der Nacht ",
    "30. ",
    "30.10.",
    "1.1.1.1.",
    "2025-10-21",
    "vor drei ",
    "von Montag bis ",
    "bis bis ",
    "noch kein ",
    "kein kein ",
    "um 10 ",
    "zwei und ",
    "zweiundzwanzig",
    "hundert ",
    "two hundred and ",
    "half a ",
    "1,1,1,",
    "1 000 ",
    "€",
    "mehr als ",
    "between 3 and ",
    "7-",
    "'90s ",
    "Montag in ",
    "Montag vor einer ",
    "a week ago ",
    "Wann verhandelt wird ",
    "when it is ",
    "doppelt so ",
    "three times as ",
    "Euro pro ",
    "eine knappe ",
    "ein paar ",
    "25. ",
    "nach dem ",
    "the first half of ",
    "um halb ",
    "0600 GMT",
    "Niemand ",
    "(29) ",
    "the day before the ",
    "((((",
    "\n",
    " ",
]


@pytest.mark.parametrize("language", ["de", "en"])
def test_fewer_than_one_false_find_in_a_thousand_words(language: str) -> None:
    text = (GOLD / f"no_expressions_{language}.txt").read_text(encoding="utf-8")
    words = len(text.split())
    dates = find_dates(text, anchor="2025-07-11", language=language)
    quantities = find_quantities(text, language=language)
    assert words > 600
    assert len(dates) / words < 0.001, dates
    assert len(quantities) / words < 0.001, quantities


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["times", "quantities"])
def test_a_text_may_end_anywhere(kind: str, language: str) -> None:
    for path in sorted(GOLD.glob(f"{kind}*_{language}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            sentences = {row["sentence"] for row in csv.DictReader(file)}
        for sentence in sentences:
            for end in (match.start() for match in re.finditer(r"\s|\b", sentence)):
                text = sentence[:end]
                for found in (*dates(text, language), *quantities(text, language)):
                    assert 0 <= found.span.start < found.span.end <= end


def dates(text: str, language: str) -> Sequence[TimeExpression | Quantity]:
    return find_dates(text, anchor="2025-07-11", language=language)


def quantities(text: str, language: str) -> Sequence[TimeExpression | Quantity]:
    return find_quantities(text, language=language)


def growth(read: Callable[[str, str], object], text: str, language: str) -> float:
    """How many times longer four times the text takes, in the processor time of this process alone.

    What others do on the machine only makes a run longer: the shortest of several tries counts, of either length.
    """
    best = [float("inf"), float("inf")]
    gc.disable()  # the collector's work grows with everything the test run keeps, not with the text
    try:
        for _ in range(6):
            for place, piece in enumerate((text, text * 4)):
                start = time.process_time()
                read(piece, language)
                best[place] = min(best[place], time.process_time() - start)
            if best[1] < 8 * max(best[0], 0.005):
                break
    finally:
        gc.enable()
    return best[1] / max(best[0], 0.005)


@pytest.mark.parametrize("read", [dates, quantities])
@pytest.mark.parametrize("piece", REPEATS)
def test_time_grows_linearly_on_repeats(read: Callable[[str, str], object], piece: str) -> None:
    language = (
        "en" if piece.isascii() and any(word in piece for word in ("two", "half", "between", "the", "'")) else "de"
    )
    read("Am 3. Mai 2025 kamen 12 Leute.", language)  # load the data before the clock runs
    assert growth(read, piece * (25_000 // len(piece)), language) < 8  # the square would be 16
