"""RSS and Atom feeds: one article for each entry, from the text that the feed itself carries."""

from __future__ import annotations

import html
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from claims.articles.building import Own
from claims.articles.documents import parse_xml
from claims.articles.formats import Source
from claims.articles.metadata import given_date
from claims.articles.pages import read_page
from claims.articles.problems import Unreadable
from claims.models import Article, Basis, Skipped, When

MOST_ENTRIES = 2_000
_TITLE, _LINK = ("title",), ("link", "origLink")
_BODY = ("encoded", "content", "description", "summary")
_DATE = ("pubDate", "published", "date", "issued", "updated")
_AUTHOR = ("creator", "author")


def read(source: Source) -> Iterator[Article | Skipped]:
    """The entries in the feed's order. Nothing is fetched: an entry that carries a teaser is read as that."""
    root = parse_xml(source.data.removeprefix(b"\xef\xbb\xbf").lstrip(), "RSS")
    channel = next((one for one in root if _name(one) == "channel"), root)
    publisher = _first(channel, _TITLE)
    entries = [one for one in root.iter() if _name(one) in ("item", "entry")][:MOST_ENTRIES]
    if not entries:
        raise Unreadable("no_text")
    for number, entry in enumerate(entries, start=1):
        name = f"{source.name}#{number}"
        title = _first(entry, _TITLE)
        body = max((_all(entry, field) for field in _BODY), key=len)
        own = Own(
            title=title,
            publisher=publisher,
            published=_date(entry),
            url=_link(entry),
            author=_first(entry, _AUTHOR),
        )
        plain = (f"<p>{html.escape(part)}</p>" for part in body.split("\n") if part.strip())
        markup = body if "<" in body else "".join(plain)
        page = f"<html><body><article><h1>{html.escape(title)}</h1>{markup}</article></body></html>"
        try:
            yield from read_page(page, source._replace(name=name, data=page.encode("utf-8", "replace")), own)
        except Unreadable as problem:
            yield problem.skipped(name)


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all(element: Any, field: str) -> str:
    """The longest text of the children called ``field``, inner markup of Atom's xhtml content included."""
    found = [""]
    for child in element:
        if _name(child) == field:
            if len(child):
                from lxml import etree

                found.append("".join(etree.tostring(one, encoding="unicode") for one in child))
            found.append(child.text or "")
    return max(found, key=len).strip()


def _first(element: Any, names: tuple[str, ...]) -> str:
    for child in element:
        if _name(child) in names:
            inner = next((one.text for one in child if _name(one) == "name"), None)
            text = " ".join((inner or child.text or "").split())
            if text:
                return html.unescape(text)
    return ""


def _link(entry: Any) -> str:
    for child in entry:
        if _name(child) in _LINK and child.get("rel") in (None, "alternate"):
            url = (child.get("href") or child.text or "").strip()
            if url.startswith(("http://", "https://")):
                return str(url)
    return ""


def _date(entry: Any) -> When:
    for field in _DATE:
        for child in entry:
            text = " ".join((child.text or "").split()) if _name(child) == field else ""
            if not text:
                continue
            value = given_date(text)
            if not value:
                try:
                    value = parsedate_to_datetime(text).date().isoformat()
                except (ValueError, TypeError):
                    continue
            return When(value=value, basis=Basis.EXPLICIT, text=f"{field}: {text}"[:200])
    return When()
