"""Word documents (DOCX): one article each, read from the zipped XML without expanding any entity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from claims.articles.archives import entry_bytes, open_zip
from claims.articles.building import build
from claims.articles.formats import Source
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST_PART = 50_000_000  # bytes of word/document.xml
MOST_CHARACTERS = 2_000_000


def read(source: Source) -> Iterator[Article | Skipped]:
    """The one article of a document: its paragraphs, list items marked, header block allowed."""
    archive = open_zip(source.data)
    try:
        entry = archive.getinfo("word/document.xml")
    except KeyError as error:
        raise Unreadable("broken", format="DOCX") from error
    text = _text(parse_xml(entry_bytes(archive, entry, LARGEST_PART), "DOCX"))
    if not text.strip():
        raise Unreadable("no_text")
    yield build(text, given=source.given, source_file=source.name, sha256=source.sha256)


def parse_xml(data: bytes, form: str) -> Any:
    """The root of an XML document. One with a DOCTYPE is refused: entities could multiply, read files or lose text."""
    if b"<!DOCTYPE" in data[:100_000] or b"<!ENTITY" in data:
        raise Unreadable("doctype", format=form)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("broken", format=form) from error


def _text(root: Any) -> str:
    """The paragraphs, parted by empty lines; items of a list stand in lines of their own, with a bullet."""
    parts: list[str] = []
    length = 0
    for paragraph in root.iter(f"{_WORD}p"):
        words: list[str] = []
        for one in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br"):
            words.append((one.text or "") if one.tag == f"{_WORD}t" else "\n" if one.tag == f"{_WORD}br" else " ")
        text = "".join(words).strip()
        length += len(text)
        if length > MOST_CHARACTERS:
            raise Unreadable("too_long", limit=f"{MOST_CHARACTERS:,}")
        if text:
            item = paragraph.find(f"{_WORD}pPr/{_WORD}numPr") is not None
            header = text.count(":") and len(text) < 200 and parts and ":" in parts[-1][:30] and len(parts[-1]) < 200
            parts.append(("\n• " if item else "\n" if header else "\n\n") + text)
    return "".join(parts).lstrip("\n")
