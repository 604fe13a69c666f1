"""The file formats: how each is told by its first bytes and its name, and which module reads it.

A new format is a module with a function ``read(source: Source) -> Iterator[Article | Skipped]`` and a
line in ``FORMATS``.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from collections.abc import Callable, Iterator
from math import inf
from typing import TYPE_CHECKING, NamedTuple, cast

from claims.articles.building import Given
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

if TYPE_CHECKING:
    from claims.articles.isolation import Isolation

SNIFF = 4096  # bytes
LARGE = 1_000_000  # bytes from which markup is read in a process of its own; packed markup from a tenth of it


class Source(NamedTuple):
    """The bytes of one source, its name, and what was said about it."""

    name: str
    data: bytes
    given: Given
    settings: Settings
    url: str = ""  # where it was fetched, empty for a file
    charset: str = ""  # as the server named it
    isolation: Isolation | None = None  # where what may do harm is read; None: in this process

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


class Format(NamedTuple):
    """A format: the extensions that name it, the module that reads it, and from how many bytes on it is isolated."""

    name: str
    extensions: tuple[str, ...]
    module: str
    isolated_from: float


Reader = Callable[[Source], Iterator[Article | Skipped]]

FORMATS = (
    Format("text", (".txt", ".text", ".md", ".markdown"), "claims.articles.plain", inf),
    Format("html", (".html", ".htm", ".xhtml", ".shtml"), "claims.articles.pages", LARGE),
    Format("pdf", (".pdf",), "claims.articles.pdf", 0),
    Format("docx", (".docx",), "claims.articles.documents", LARGE / 10),
    Format("feed", (".rss", ".atom", ".xml"), "claims.articles.feeds", LARGE),
    Format("table", (".csv", ".tsv", ".jsonl", ".ndjson"), "claims.articles.tables", inf),
    Format("zip", (".zip",), "claims.articles.archives", inf),
)
EXTENSIONS = {extension: form.name for form in FORMATS for extension in form.extensions}
_NAMED = {form.name: form for form in FORMATS}

_BINARY = (
    b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ\x90", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"OggS",
    b"ID3", b"fLaC", b"RIFF", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"wOFF", b"wOF2", b"\xca\xfe\xba\xbe",
)  # fmt: skip
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*)*(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE = (
    (b"xl/workbook", "XLSX"),
    (b"ppt/presentation", "PPTX"),
    (b"application/vnd.oasis.opendocument", "ODT"),
    (b"application/epub", "EPUB"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def sniff(data: bytes, extension: str) -> str:
    """The name of the format of ``data``; magic bytes go before the extension.

    Raises :class:`Unreadable` for binary data and for formats that are not read.
    """
    start = data[:SNIFF]
    if start.startswith(_BINARY) or start[4:12] in (b"ftypisom", b"ftypmp42", b"ftypM4A "):
        raise Unreadable("binary")
    if start.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if _FEED.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "feed"
    if _HTML.match(start.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    named = EXTENSIONS.get(extension.lower(), "text")
    return "text" if named in ("pdf", "docx", "zip") else named  # their first bytes would have told


def _zipped(data: bytes) -> str:
    """What a ZIP container holds: a Word document, another office format, or an archive of files."""
    if b"word/document.xml" in data:
        return "docx"
    for mark, name in _OFFICE:
        if mark in data[:SNIFF] or mark in data[-2 * SNIFF :]:
            raise Unreadable("format", format=name)
    return "zip"


def read(name: str, source: Source) -> Iterator[Article | Skipped]:
    """What ``source`` holds in the format ``name``; raises :class:`Unreadable` for what cannot be read.

    A PDF is read in a process of its own, because its library is not made to survive every file, and so is markup so
    large that reading it may take more time or memory than anybody has.
    """
    if source.isolation is not None and len(source.data) >= _NAMED[name].isolated_from:
        yield from source.isolation.read(name, source)
    else:
        yield from cast(Reader, importlib.import_module(_NAMED[name].module).read)(source)
