"""HTML pages: the same pages in three kinds of markup, the page's own metadata, hostile markup."""

from __future__ import annotations

import html
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.articles import Given, read
from claims.articles.decoding import normalise
from claims.articles.formats import Source
from claims.articles.pages import read_page
from claims.articles.problems import Unreadable
from claims.models import Article, Basis, SegmentKind, Skipped
from claims.settings import Settings

PAGES = sorted(Path(__file__).parent.joinpath("layouts").glob("*.txt"))
Lines = list[tuple[str, bool]]


def page(tmp_path: Path, source: str | bytes, name: str = "page.html") -> Article:
    path = tmp_path / name
    path.write_bytes(source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass"))
    (found,) = read([str(path)])
    assert isinstance(found, Article), found
    return found


def kinds(article: Article) -> dict[str, SegmentKind]:
    return {article.text[one.start : one.end]: one.kind for one in article.segments}


def flat(lines: Lines) -> str:
    """Every line a paragraph: a page whose markup says nothing."""
    return "".join(f"<p>{html.escape(line)}</p>" for line, _ in lines)


def divided(lines: Lines) -> str:
    """A page of nested divs with a headline, without any element or class that names the article."""
    title = next(at for at, (line, body) in enumerate(lines) if body and len(line.split()) > 3)
    parts = [
        f"<h1>{html.escape(line)}</h1>" if at == title else f"<div><div>{html.escape(line)}</div></div>"
        for at, (line, _) in enumerate(lines)
    ]
    return f"<div class='page'><div>{''.join(parts)}</div></div>"


def marked_up(lines: Lines) -> str:
    """A page with nav, article, aside and footer."""
    first = next(at for at, (_, body) in enumerate(lines) if body)
    last = max(at for at, (_, body) in enumerate(lines) if body)
    nav = "".join(f"<li><a href='#'>{html.escape(line)}</a></li>" for line, _ in lines[:first])
    foot = "".join(f"<p>{html.escape(line)}</p>" for line, _ in lines[last + 1 :])
    parts = [f"<h1>{html.escape(lines[first][0])}</h1>"]
    for line, body in lines[first + 1 : last + 1]:
        text = html.escape(line)
        parts.append(f"<p>{text}</p>" if body else f"<aside><p><a href='#'>{text}</a></p></aside>")
    return f"<nav><ul>{nav}</ul></nav><main><article>{''.join(parts)}</article></main><footer>{foot}</footer>"


def misses(article: Article, lines: Lines) -> tuple[list[str], list[str]]:
    spans = [(one.start, one.end) for one in article.readable()]
    let, lost, at = [], [], 0
    for line, body in lines:
        text = " ".join(line.split())
        start = article.text.index(text, at)
        at = end = start + len(text)
        inside = sum(max(0, min(end, right) - max(start, left)) for left, right in spans)
        if body and inside < 0.6 * len(text):
            lost.append(line)
        if not body and inside > 0.4 * len(text):
            let.append(line)
    return let, lost


@pytest.mark.parametrize(
    ("render", "out", "kept"),
    [(flat, 0.98, 0.98), (divided, 0.98, 0.98), (marked_up, 0.99, 0.98)],
    ids=["flat", "divided", "marked up"],
)
def test_layouts_as_pages(tmp_path: Path, render: Callable[[Lines], str], out: float, kept: float) -> None:
    let: list[str] = []
    lost: list[str] = []
    furniture = body = 0
    for path in PAGES:
        raw = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        lines = [(line[2:].strip(), line[0] == "+") for line in raw]
        article = page(tmp_path, f"<!doctype html><html><body>{render(lines)}</body></html>")
        one_let, one_lost = misses(article, lines)
        let += [f"{path.stem}: {line}" for line in one_let]
        lost += [f"{path.stem}: {line}" for line in one_lost]
        furniture += sum(not kept for _, kept in lines)
        body += sum(kept for _, kept in lines)
    assert 1 - len(let) / furniture >= out, let
    assert 1 - len(lost) / body >= kept, lost  # the hard-wrapped page has no paragraphs left here


STORY = (
    "<p>Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten.</p>"
    "<p>„Wir haben kein Geld“, sagte Kämmerin Lea Busch. Der Umbau koste neun Millionen Euro.</p>"
    "<h2>Was nun?</h2><p>Harms schweigt.</p>"
)


def test_metadata_of_a_page(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        '<html lang="de"><head><title>Streit um die Brücke - Ostrauer Bote</title>'
        '<meta property="og:site_name" content="Ostrauer Bote"><meta name="author" content="Jule Amsel">'
        '<meta property="article:published_time" content="2025-05-03T17:40:00+02:00">'
        '<link rel="canonical" href="https://ostrau.example/1"></head>'
        f"<body><article><h1>Streit um die Brücke</h1>{STORY}</article></body></html>",
    )
    assert (article.title, article.publisher, article.author) == ("Streit um die Brücke", "Ostrauer Bote", "Jule Amsel")
    assert (article.published.value, article.published.basis) == ("2025-05-03", Basis.EXPLICIT)
    assert article.published.text == "meta article:published_time: 2025-05-03T17:40:00+02:00"
    assert article.url == "https://ostrau.example/1"
    found = kinds(article)
    assert found["Was nun?"] is SegmentKind.HEADING
    assert found["Harms schweigt."] is SegmentKind.BODY


def test_json_ld(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        '<html><head><script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], '
        '"headline": "Streit um die Brücke", "datePublished": "2025-05-03", "author": [{"name": "Jule Amsel"}], '
        '"publisher": {"@type": "Organization", "name": "Ostrauer Bote"}}]}</script></head>'
        f"<body><h1>Streit um die Brücke</h1>{STORY}</body></html>",
    )
    assert (article.publisher, article.author) == ("Ostrauer Bote", "Jule Amsel")
    assert article.published.text == "JSON-LD datePublished: 2025-05-03"


def test_time_element_of_the_article_and_not_of_a_teaser(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        '<html><body><div class="teaser"><a href="#">Anderes</a><time datetime="2026-01-01">1.1.2026</time></div>'
        '<article><h1>Streit um die Brücke</h1><time datetime="2025-05-03">3. Mai</time>'
        f"{STORY}</article></body></html>",
    )
    assert article.published.value == "2025-05-03"


def test_date_line_of_a_page_without_metadata(tmp_path: Path) -> None:
    article = page(
        tmp_path, f"<html><body><h1>Streit um die Brücke</h1><p>03.05.2025, 14:00 Uhr</p>{STORY}</body></html>"
    )
    assert article.published.value == "2025-05-03"


def test_blocks_that_are_not_the_article(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        "<html><body><div id='cookie-banner'><p>Diese Seite sammelt allerlei, sagte niemand.</p></div>"
        "<nav><a href='#'>Start</a></nav><main><article><h1>Streit um die Brücke</h1>"
        f"<figure><img><figcaption>Die Brücke im Winter</figcaption></figure>{STORY}"
        "<div class='infobox'><p>Die Brücke wurde 1962 gebaut, sagt das Archiv.</p></div>"
        "<section class='related-articles'><a href='#'>Fähre fährt wieder</a><p>Das teilte die Stadt mit.</p></section>"
        "<div class='comments-area'><p>Das ist doch alles Unsinn, sagte mein Nachbar.</p></div>"
        "<p hidden>Versteckter Text, sagte er gestern.</p></article></main><footer>Impressum</footer></body></html>",
    )
    found = kinds(article)
    assert found["Die Brücke im Winter"] is SegmentKind.CAPTION
    assert found["Die Brücke wurde 1962 gebaut, sagt das Archiv."] is SegmentKind.BOX
    assert found["Das teilte die Stadt mit."] is SegmentKind.TEASER
    for line in ("Diese Seite sammelt allerlei, sagte niemand.", "Das ist doch alles Unsinn, sagte mein Nachbar.",
                 "Versteckter Text, sagte er gestern.", "Impressum", "Start"):  # fmt: skip
        assert found[line] is SegmentKind.FURNITURE, line


def test_class_names_of_the_article_itself_are_harmless(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        "<html><body class='has-cookie-banner'><div class='content-with-sidebar share'><h1>Streit</h1>"
        f"{STORY}</div></body></html>",
    )
    assert sum(kind is SegmentKind.BODY for kind in kinds(article).values()) >= 2


def test_paragraphs_by_line_breaks(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        "<html><body><h1>Streit um die Brücke</h1><div>Der Rat von Ostrau hat am Dienstag lange gestritten.<br><br>"
        "Kämmerin Busch sagte, der Umbau koste zu viel.<br>Das wisse<br>jeder.</div></body></html>",
    )
    assert "Kämmerin Busch sagte, der Umbau koste zu viel. Das wisse jeder." in kinds(article)


def test_declared_encoding(tmp_path: Path) -> None:
    source = f'<html><head><meta charset="windows-1252"></head><body><h1>Streit um die Brücke</h1>{STORY}</body></html>'
    assert "Brücke gestritten" in page(tmp_path, source.encode("cp1252")).text


def test_saved_page_names_its_address(tmp_path: Path) -> None:
    source = (
        f"<!doctype html>\n<!-- saved from url=(0024)https://ostrau.example/1 -->\n<html><body><h1>Streit</h1>{STORY}"
    )
    assert page(tmp_path, source).url == "https://ostrau.example/1"


def test_page_under_another_name_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    article = page(tmp_path, f"<!DOCTYPE html><html><body><h1>Streit</h1>{STORY}</body></html>", "page.txt")
    assert "<p>" not in article.text


def test_given_values_hold_for_pages(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><h1>Streit um die Brücke</h1>{STORY}</body></html>", encoding="utf-8")
    (article,) = read([str(path)], given=Given(published="2025-05-03", publisher="Bote"))
    assert isinstance(article, Article)
    assert (article.published.value, article.publisher) == ("2025-05-03", "Bote")


def test_entities_and_scripts(tmp_path: Path) -> None:
    article = page(
        tmp_path,
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><h1>Streit um die Brücke</h1>'
        "<script>alert('Der Minister sagte')</script>"
        f"<p>Der Rat &amp; die &bdquo;K&auml;mmerin&ldquo; &x; schweigen dazu.</p>{STORY}",
    )
    assert "Der Rat & die „Kämmerin“" in article.text
    assert "root:" not in article.text
    assert "alert" not in article.text


@pytest.mark.parametrize(
    "source",
    ["<html></html>", "<html><body><script>x</script></body></html>", "<html><body><img></body></html>"],
)
def test_page_without_text(tmp_path: Path, source: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    (found,) = read([str(path)])
    assert isinstance(found, Skipped)
    assert found.key in ("skipped.no_text", "skipped.empty")


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 50_000 + STORY,
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>" + STORY,
        "<p>a</p>" * 60_000 + STORY,
        "<a href='#'>" * 50_000 + STORY,
        "<article>" * 3_000 + STORY,
        "<ul><li>" * 5_000 + STORY,
        "<p class='share related teaser comment'>" * 20_000 + STORY,
    ],
    ids=["deep", "attributes", "paragraphs", "links", "articles", "lists", "classes"],
)
def test_hostile_pages_end_in_time(tmp_path: Path, source: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{source}</body></html>", encoding="utf-8")
    start = time.process_time()
    found = list(read([str(path)]))
    assert len(found) == 1
    assert time.process_time() - start < 20


TAGS = ["div", "p", "h1", "h2", "li", "ul", "article", "nav", "aside", "figure", "figcaption", "br", "span", "a", "b"]
TAGS += ["table", "td", "script", "time", "header", "footer"]
WORDS = ["Der Minister sagte am Montag, das Geld sei weg.", "<div class='related'>", "&amp;", "&#0;", "<!--"]
PARTS = [*WORDS, *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS)]
MARKUP = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=12)), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_any_markup_keeps_its_offsets(markup: str) -> None:
    source = Source("page.html", b"", Given(), Settings())
    try:
        (article,) = read_page(f"<html><body>{markup}</body></html>", source)
    except Unreadable:
        return
    assert isinstance(article, Article)
    last = 0
    for one in article.segments:
        assert last <= one.start < one.end <= len(article.text)
        last = one.end
    assert article.text == normalise(article.text)
