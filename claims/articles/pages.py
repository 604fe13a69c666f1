"""HTML pages: one article each, furniture told by markup first and by the rules for plain text after.

The page's own words (metadata, JSON-LD, time elements) give title, outlet, date and address; htmldate is asked for the
date only where they do not. Where no element is marked as the article, trafilatura says which paragraphs belong to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from claims.articles.addresses import original, same_site
from claims.articles.building import Own, build
from claims.articles.decoding import decode, normalise
from claims.articles.formats import Source
from claims.articles.lines import Line
from claims.articles.markup import Block, blocks, main_element, parse
from claims.articles.metadata import given_date
from claims.articles.problems import Unreadable
from claims.models import Article, Basis, SegmentKind, Skipped, When

MOST_ELEMENTS = 20_000  # a page with more is judged without trafilatura and htmldate, whose time grows with it
LONGEST_FIELD = 500  # characters of a metadata field
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,5}\)(https?://\S{1,2000}?) -->")
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "last-modified",
)  # fmt: skip
_ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "blogposting", "report")
_OUTLET = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")


def read(source: Source) -> Iterator[Article | Skipped]:
    """The one article of a page."""
    html = decode(source.data, html=True, charset=source.charset)
    yield from read_page(html, source)


def read_page(html: str, source: Source, own: Own = Own()) -> Iterator[Article | Skipped]:  # noqa: B008 - immutable
    """The article of a page's text; what ``own`` says stands in for what the page does not."""
    tree = parse(html)
    if tree is None:
        raise Unreadable("no_text")
    found = _own(tree, html, source.url)
    merged = own._replace(**{name: value for name, value in found._asdict().items() if value and value != When()})
    lines, text = _lines(tree)
    if not text.strip():
        raise Unreadable("no_text")
    if not merged.published.value:
        merged = merged._replace(published=_htmldate(tree))
    yield build(text, own=merged, given=source.given, lines=lines, source_file=source.name, sha256=source.sha256)


def _lines(tree: Any) -> tuple[list[Line], str]:
    """The page's blocks as lines of one text."""
    found = list(blocks(tree))
    marked = main_element(tree) is not None
    if not marked:
        found = _vote(found, tree)
    lines: list[Line] = []
    parts: list[str] = []
    at = 0
    headline = _headline(found)
    hints = ("heading", "paragraph") if marked else ("heading",)
    for number, block in enumerate(found):
        text = normalise(block.text)
        if not text.strip():
            continue
        gap = not (block.bullet and parts)
        if parts:
            between = "\n\n" if gap else "\n"
            parts.append(between)
            at += len(between)
        kind = SegmentKind.TITLE if number == headline else block.kind
        why = "h1" if number == headline else block.why
        hint = block.hint if number == headline or block.hint in hints else ""
        lines.append(Line(at, at + len(text), text, gap, block.bullet, kind=kind, why=why, hint=hint))
        parts.append(text)
        at += len(text)
    return lines, "".join(parts)


def _headline(found: list[Block]) -> int | None:
    """The block of the article's h1; None where there is none or several inside it."""
    marked = [at for at, block in enumerate(found) if block.hint == "headline" and len(block.text.split()) >= 2]
    inside = [at for at in marked if found[at].kind is None]
    return inside[0] if inside else marked[0] if len(marked) == 1 else None


def _vote(found: list[Block], tree: Any) -> list[Block]:
    """Paragraphs that trafilatura leaves out, set apart; for pages that do not mark their article."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return found
    from trafilatura import extract

    text = fold_all(extract(deepcopy(tree), favor_recall=True, include_comments=False, deduplicate=False) or "")
    if len(text) < 200:
        return found
    voted = []
    for block in found:
        long = block.kind is None and len(block.text.split()) >= 7 and block.hint != "headline"
        if long and fold_all(block.text)[:200] not in text:
            block = block._replace(kind=SegmentKind.TEASER, why="outside the main text")
        voted.append(block)
    return voted


def fold_all(text: str) -> str:
    """``text`` in lower-case letters and digits alone."""
    return re.sub(r"[^\w]+", "", text.lower())


def _meta(tree: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = (one.get("property") or one.get("name") or one.get("itemprop") or "").strip().lower()
        value = _clean(one.get("content"))
        if name and value:
            fields.setdefault(name, value)
    return fields


def _clean(value: object) -> str:
    return " ".join(normalise(value).split())[:LONGEST_FIELD] if isinstance(value, str) else ""


def _own(tree: Any, html: str, fetched: str) -> Own:
    """What the page's metadata say of the article; ``fetched`` is where it stood, empty for a file."""
    meta = _meta(tree)
    data = _json_ld(tree)
    title = _clean(data.get("headline")) or meta.get("og:title", "") or _title(tree)
    author = _name(data.get("author")) or meta.get("author", "")
    canonical = next((_clean(one.get("href")) for one in tree.iter("link") if one.get("rel") == "canonical"), "")
    saved = _SAVED_FROM.search(html[:4000])
    named = _address(canonical) or _address(meta.get("og:url", ""))
    if fetched:  # a page may name any address as its own; it is believed about its own site alone
        url, archived = (named[0], "") if same_site(named[0], fetched) else ("", "")
    else:
        url, archived = named if named[0] else _address(saved.group(1) if saved else "")
    return Own(
        title=title,
        publisher=_name(data.get("publisher")) or meta.get("og:site_name", ""),
        published=_published(tree, meta, data),
        url=url,
        canonical_url=named[0],
        archive_url=archived,
        author="" if author.startswith("http") else author,
    )


def _address(url: str) -> tuple[str, str]:
    """A web address and that of its archived copy; both empty for what is none."""
    return original(url) if url.startswith(("http://", "https://")) else ("", "")


def _title(tree: Any) -> str:
    text = _clean(next((one.text for one in tree.iter("title")), ""))
    return _OUTLET.sub("", text) if len(text.split()) > 4 else text


def _name(value: object) -> str:
    """The name in a JSON-LD value: a string, an object with a name, or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:5]) if name)
    if isinstance(value, dict):
        return _clean(value.get("name"))
    return _clean(value)


def _json_ld(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes an article, empty when there is none."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text or len(script.text) > 300_000:
            continue
        try:
            waiting = [json.loads(script.text)]
        except (ValueError, RecursionError):
            continue
        for _ in range(500):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting.extend(one[:100])
            elif isinstance(one, dict):
                kinds = one.get("@type")
                named = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.lower() in _ARTICLES for kind in named):
                    return one
                waiting.extend(one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one)
    return {}


def _published(tree: Any, meta: dict[str, str], data: dict[str, Any]) -> When:
    """The day of publication with the field that gives it: JSON-LD, metadata, a time element of the article."""
    stated = [("JSON-LD datePublished", _clean(data.get("datePublished")))]
    stated += [(f"meta {name}", meta.get(name, "")) for name in _DATES]
    main = main_element(tree)
    for one in (tree if main is None else main).iter("time"):
        marked = one.get("pubdate") is not None or one.get("itemprop") == "datePublished"
        if main is not None or marked:
            stated.append(("time", _clean(one.get("datetime"))))
            break
    for field, words in stated:
        value = given_date(words)
        if value:
            return When(value=value, basis=Basis.EXPLICIT, text=f"{field}: {words}")
    return When()


def _htmldate(tree: Any) -> When:
    """What htmldate finds in the page's markup (not in its running text, whose dates belong to teasers as well)."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return When()
    from htmldate import find_date

    try:
        value = find_date(
            deepcopy(tree), extensive_search=False, original_date=True, outputformat="%Y-%m-%d", max_date="2100-01-01"
        )
    except ValueError:  # control characters, which no text of a page may hold
        return When()
    return When(value=value, basis=Basis.EXPLICIT, text=f"htmldate: {value}") if value else When()
