"""How much of the furniture is kept out and how much of the body is kept, on pages of many layouts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.articles import article_from_text

PAGES = sorted(Path(__file__).parent.joinpath("layouts").glob("*.txt"))


def marked(path: Path) -> tuple[str, list[tuple[str, bool]]]:
    """The page without its marks, and its lines with whether each is text of the article."""
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line[2:] for line in lines)
    return text, [(line[2:].strip(), line[0] == "+") for line in lines if line.strip()]


def misses(path: Path) -> tuple[list[str], list[str], int, int]:
    """The furniture lines let through, the body lines lost, and how many lines of each there are."""
    text, lines = marked(path)
    article = article_from_text(text, language=path.name[:2])
    let, lost = [], []
    at = 0
    spans = [(one.start, one.end) for one in article.readable()]
    for line, body in lines:
        start = article.text.index(line, at)
        at = end = start + len(line)
        inside = sum(max(0, min(end, right) - max(start, left)) for left, right in spans)
        if body and inside < 0.6 * len(line):
            lost.append(line)
        if not body and inside > 0.4 * len(line):
            let.append(line)
    return let, lost, sum(not body for _, body in lines), sum(body for _, body in lines)


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 20
    assert {path.name[:2] for path in PAGES} == {"de", "en"}


def test_shares_over_all_pages() -> None:
    let = lost = furniture = body = 0
    for path in PAGES:
        one_let, one_lost, one_furniture, one_body = misses(path)
        let, lost = let + len(one_let), lost + len(one_lost)
        furniture, body = furniture + one_furniture, body + one_body
    assert let <= 0.02 * furniture, f"{let} of {furniture} furniture lines let through"
    assert lost <= 0.02 * body, f"{lost} of {body} body lines lost"


def test_segments_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import sys; from claims.articles import article_from_text as read\n"
        "for name in sys.argv[1:]:\n"
        "    text = open(name, encoding='utf-8').read()\n"
        "    print(read(text, language='de').model_dump_json())"
    )
    names = [str(path) for path in PAGES]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, *names],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_page_loses_much(path: Path) -> None:
    let, lost, furniture, body = misses(path)
    assert len(lost) <= 0.1 * body, lost
    assert len(let) <= max(1, 0.1 * furniture), let
