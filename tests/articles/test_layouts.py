"""How much of the furniture is kept out and how much of the body is kept, on pages of many layouts."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claims.articles import article_from_text, formats
from claims.articles.building import Given
from claims.articles.formats import Source
from claims.models import Article
from claims.settings import Settings

LAYOUTS = Path(__file__).parent / "layouts"
PAGES = sorted((*LAYOUTS.glob("*.txt"), *LAYOUTS.glob("*.html")))
_TAG = re.compile(r"<[^>]*>")


def marked(path: Path) -> tuple[str, list[tuple[str, bool]]]:
    """The page without its marks, and its marked lines with whether each is text of the article.

    In a page of HTML a line that bears no mark is structure and none of the text.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    page = "\n".join(line[2:] for line in lines)
    found = [(line[2:].strip(), line[0] == "+") for line in lines if line[:1] in ("+", "-")]
    if path.suffix == ".html":
        found = [(" ".join(html.unescape(_TAG.sub("", line)).split()), body) for line, body in found]
    return page, [(line, body) for line, body in found if line]


def article_of(path: Path, page: str) -> Article:
    if path.suffix == ".txt":
        return article_from_text(page, language=path.name[:2])
    (article,) = formats.read("html", Source(path.name, page.encode(), Given(), Settings()))
    assert isinstance(article, Article)
    return article


def misses(path: Path) -> tuple[list[str], list[str], int, int]:
    """The furniture lines let through, the body lines lost, and how many lines of each there are."""
    page, lines = marked(path)
    article = article_of(path, page)
    let, lost = [], []
    at = 0
    spans = [(one.start, one.end) for one in article.readable()]
    for line, body in lines:
        start = article.text.find(line, at)
        inside = 0
        if start >= 0:
            at = start + len(line)
            inside = sum(max(0, min(at, right) - max(start, left)) for left, right in spans)
        else:
            assert path.suffix == ".html", line  # of a page of HTML what is no text is not kept
        if body and inside < 0.6 * len(line):
            lost.append(line)
        if not body and inside > 0.4 * len(line):
            let.append(line)
    return let, lost, sum(not body for _, body in lines), sum(body for _, body in lines)


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 40
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
    names = [str(path) for path in PAGES if path.suffix == ".txt"]
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
    assert len(lost) <= max(1, 0.1 * body), lost
    assert len(let) <= max(1, 0.1 * furniture), let
