"""The blocks of an HTML page in their order, each with what its tags and class names say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HTMLParser

from claims.articles.furniture import html_classes
from claims.models import SegmentKind

_DROPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "head",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "label", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_KINDS = {
    "nav": SegmentKind.FURNITURE,
    "footer": SegmentKind.FURNITURE,
    "form": SegmentKind.FURNITURE,
    "button": SegmentKind.FURNITURE,
    "select": SegmentKind.FURNITURE,
    "dialog": SegmentKind.FURNITURE,
    "menu": SegmentKind.FURNITURE,
    "figcaption": SegmentKind.CAPTION,
    "figure": SegmentKind.CAPTION,
    "aside": SegmentKind.BOX,
    "table": SegmentKind.BOX,
}
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6", "summary"))
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPACE = re.compile(r"\s+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LARGEST_SHARE = 0.4  # of the page's paragraphs: a block that holds more is the article, whatever its class is
MOST_ATTRIBUTES = 400
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{4000,}>")
LEAST_SHARE = 0.5  # of the page's paragraphs: an <article> or <main> that holds as much is the article
LINK_SHARE = 0.75  # of a block's characters in links: a list of links


class Block(NamedTuple):
    """One block of text with the kind its markup gives (None: to be told by its text), why, and a hint."""

    text: str
    kind: SegmentKind | None
    why: str
    hint: str
    bullet: bool


class _Frame(NamedTuple):
    """What holds inside an element: the kind it gives, and whether it lies in the element of the article."""

    kind: SegmentKind | None
    why: str
    inside: bool


def parse(html: str) -> Any:
    """The tree of a page, None when it holds no element. Nothing is fetched, no entity is expanded."""
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=False
    )
    html = _LONG_TAG.sub(_bare, html)
    try:
        return etree.fromstring(_DECLARATION.sub("", html).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _bare(match: re.Match[str]) -> str:
    """A tag without its attributes where there are so many that the parser would search them for minutes."""
    tag = match.group()
    return f"<{match.group(1)}>" if tag.count("=") > MOST_ATTRIBUTES else tag


def _length(element: Any) -> int:
    """Characters of the paragraphs in ``element``."""
    return sum(len("".join(one.itertext())) for one in element.iter("p"))


def main_element(tree: Any) -> Any:
    """The element that holds the article, None where the markup does not say."""
    whole = _length(tree)
    if not whole:
        return None
    for path in ("//article", "//main", "//*[@role='main']", "//*[@itemprop='articleBody']"):
        found = [(_length(one), -at, one) for at, one in enumerate(tree.xpath(path)[:200])]
        if found:
            length, _, best = max(found, key=lambda item: item[:2])
            if length >= LEAST_SHARE * whole:
                return best
    return None


def _class_kind(element: Any, paragraphs: int) -> tuple[SegmentKind, str] | None:
    """The kind that the element's class and id give, unless it holds much of the page's text."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    if not names.strip():
        return None
    joined = ["-" + _NOT_WORD.sub("-", _CAMEL.sub("-", name).lower()) + "-" for name in names.split()]
    for phrase, kind in html_classes():
        name = next((one for one in joined if phrase in one), None)
        if name is None:
            continue
        if kind is SegmentKind.TEASER and element.tag != "a" and element.find(".//a") is None:
            continue  # "teaser" is also a name for the lead
        if kind is not SegmentKind.CAPTION and _length(element) > LARGEST_SHARE * paragraphs:
            return None
        return kind, f"class {phrase.strip('-')}"
    return None


def _linked(element: Any) -> bool:
    """Whether nearly all text of ``element`` is in links."""
    whole = len("".join(element.itertext()).strip())
    links = sum(len("".join(one.itertext()).strip()) for one in element.iter("a"))
    return whole > 0 and links >= LINK_SHARE * whole


def _frame(element: Any, above: _Frame, main: Any, paragraphs: int) -> _Frame:
    inside = above.inside or element is main
    tag = element.tag
    if above.kind is not None and above.kind is not SegmentKind.BOX:
        return above._replace(inside=inside)
    if element is main or tag in ("html", "body", "main", "article"):
        return _Frame(above.kind, above.why, inside)
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return _Frame(SegmentKind.FURNITURE, "hidden", inside)
    kind = _KINDS.get(tag)
    if kind is SegmentKind.BOX and tag == "aside" and (_linked(element) or element.find(".//a") is not None):
        kind = SegmentKind.TEASER
    if kind is not None and _length(element) <= LARGEST_SHARE * paragraphs:
        return _Frame(kind, tag, inside)
    named = _class_kind(element, paragraphs)
    if named is not None:
        return _Frame(named[0], named[1], inside)
    if above.kind is None and inside and tag in ("ul", "ol", "dl") and _linked(element):
        return _Frame(SegmentKind.TEASER, "list of links", inside)
    return above._replace(inside=inside)


def _hint(element: Any) -> str:
    tag = element.tag
    if tag in _HEADINGS:
        return "heading"
    if tag == "p":
        bold = sum(len("".join(one.itertext())) for one in element if one.tag in ("strong", "b"))
        words = "".join(element.itertext())
        if len(words.split()) >= 4 and bold < 0.9 * len(words.strip()) and not _linked(element):
            return "paragraph"
    return "headline" if tag == "h1" else ""


def blocks(tree: Any) -> Iterator[Block]:
    """The page's blocks of text in order. What lies outside the element of the article is furniture."""
    main = main_element(tree)
    paragraphs = _length(tree)
    frames = [_Frame(None, "", main is None)]
    owners: list[Any] = []
    buffer: list[str] = []
    skipping = 0

    def flush() -> Iterator[Block]:
        joined = "".join(buffer)
        buffer.clear()
        if not owners or not joined.strip():
            return
        owner, frame = owners[-1], frames[-1]
        for piece in re.split(r"\n\x00\s*(?:\n\x00\s*)+", joined):
            text = _SPACE.sub(" ", piece.replace("\x00", " ")).strip()
            if text:
                kind, why = frame.kind, frame.why
                if kind is None and not frame.inside and owner.tag != "h1":
                    kind, why = SegmentKind.FURNITURE, "outside the article"
                yield Block(text, kind, why, _hint(owner), owner.tag == "li")

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in _DROPPED:
            skipping += 1 if event == "start" else -1
            if event == "end" and not skipping and element.tail:
                buffer.append(element.tail)
            continue
        if skipping:
            continue
        if event == "start":
            if tag in _BLOCKS:
                yield from flush()
                frames.append(_frame(element, frames[-1], main, paragraphs))
                owners.append(element)
            elif tag == "br":
                buffer.append("\n\x00")
            if element.text:
                buffer.append(_SPACE.sub(" ", element.text))
        else:
            if tag in _BLOCKS:
                yield from flush()
                frames.pop()
                owners.pop()
            if element.tail:
                buffer.append(_SPACE.sub(" ", element.tail))
