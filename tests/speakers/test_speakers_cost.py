"""Long and hostile texts cost time in proportion to their length; the same in gives the same out."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time

import pytest

from claims.models import Article, Segment, SegmentKind, Span, Statement
from claims.speakers import resolve
from claims.speakers.knowledge import knowledge

PIECES = [
    "Anna Berg ",
    "von von von ",
    "A. A. ",
    "(SPD) ",
    "Sprecher der ",
    "„ “ ",
    "Rubio's ",
    "er sie es ",
    "- 33 -Jährige ",
    "Аа Bb ",
]


def cost(text: str) -> float:
    article = Article(
        id="a",
        text=text,
        language="de",
        sha256="0",
        segments=(Segment(start=0, end=len(text), kind=SegmentKind.BODY),),
    )
    span = Span(len(text) - 20, len(text))
    statement = Statement(
        id="s",
        article_id="a",
        language="de",
        quote=text[span.start :],
        char_start=span.start,
        char_end=span.end,
        claim="x",
        claim_spans=(span,),
        mention=text[span.start :],
        mention_span=span,
    )
    best = float("inf")
    gc.disable()  # the collector's work grows with everything the test run keeps, not with the text
    try:
        for _ in range(3):
            begin = time.process_time()
            resolve(article, [statement])
            best = min(best, time.process_time() - begin)
    finally:
        gc.enable()
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_repeats_cost_time_in_proportion(piece: str) -> None:
    cost(piece * 200)
    short = max(cost(piece * 1000), 0.01)
    assert cost(piece * 8000) < 40 * short  # quadratic work would take 64 times as long


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests/speakers');"
        "import test_resolution_gold as gold;"
        "from claims.speakers import identify, resolve;"
        "found = [s for p in sorted(gold.FOLDER.glob('*.txt')) for a, b, _ in [gold.load(p)] for s in resolve(a, b)];"
        "marked, speakers = identify(found);"
        "print([s.model_dump() for s in marked], [s.model_dump() for s in speakers])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_what_a_word_names_is_looked_up_once() -> None:
    know = knowledge("de")
    assert know.role("Sprecherinnen") is know.role("Sprecherinnen")
    assert know.institution("Umweltamt") is know.institution("Umweltamt")
