"""Fetching one thing by its address: a page, a PDF, a feed, only because a person asked for it.

Limits: size (``largest_file``, after unpacking too), thirty seconds in all, five redirects, and types of content that
can hold an article. Every hop is checked by :mod:`claims.articles.addresses`. No cookies, no scripts, no pictures,
nothing that the page refers to; proxies named in the environment are not used, because the address could not be
checked behind one.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urljoin

from claims.articles.addresses import Address, parse, resolve
from claims.articles.problems import Unreadable
from claims.settings import Settings

SECONDS = 30.0  # for everything that one address takes, redirects included
PATIENCE = 10.0  # for a connection and for each wait
MOST_REDIRECTS = 5
AGENT = "contraclaim (reads single pages at a person's request, for fact-checking)"
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536

EXTENSIONS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/zip": ".zip",
    "application/octet-stream": "",
    "": "",
}
"""The types of content that are read, and the ending that stands for each; an empty one leaves it to the bytes."""


class Validators(NamedTuple):
    """What a server gave to be asked by whether anything changed."""

    etag: str = ""
    modified: str = ""


class Fetched(NamedTuple):
    """What came back."""

    url: str  # where it was found in the end
    data: bytes
    extension: str  # by its type of content, empty when that says nothing
    charset: str  # as the server named it, or empty
    retrieved_at: str  # UTC
    validators: Validators


def fetch(url: str, settings: Settings, known: Validators = Validators()) -> Fetched | None:  # noqa: B008 - immutable
    """What stands at ``url``; None when the server says that it is what ``known`` stands for.

    Raises :class:`Unreadable` that says what was wrong. A host of the inner network is asked only where the settings
    name it under ``private_hosts`` and ``url`` itself leads there: no redirect does.
    """
    address = parse(url)
    trusted = {address.host} & {host.lower() for host in settings.private_hosts}
    with _Clock(SECONDS) as clock:
        for _ in range(MOST_REDIRECTS + 1):
            found = _ask(address, clock, settings.largest_file, known, private=address.host in trusted)
            if not isinstance(found, str):
                return found
            address = parse(urljoin(address.text, found))
    raise Unreadable("web_redirects", limit=str(MOST_REDIRECTS))


class _Clock:
    """Cuts the connection that is open when the time is over, whatever it waits for."""

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._open: socket.socket | None = None
        self.over = False

    def __enter__(self) -> _Clock:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, connection: socket.socket) -> None:
        self._open = connection
        if self.over:
            self._cut()

    def _cut(self) -> None:
        self.over = True
        if self._open is not None:
            with suppress(OSError):  # closed already
                self._open.shutdown(socket.SHUT_RDWR)


def _ask(address: Address, clock: _Clock, limit: int, known: Validators, *, private: bool) -> Fetched | str | None:
    """One request: what was found, where it moved, or None for unchanged."""
    try:
        connection = _connected(address, clock, private=private)
        try:
            connection.request("GET", address.target, headers=_headers(address, known))
            response = connection.getresponse()
            if response.status in _REDIRECTS:
                moved = response.getheader("Location", "")
                if not moved:
                    raise Unreadable("web_status", status=str(response.status))
                return moved.encode("latin-1", "replace").decode("utf-8", "replace")
            if response.status == 304 and any(known):
                return None
            if response.status != 200:
                raise Unreadable("web_status", status=str(response.status))
            found = _found(address, response, limit)
        finally:
            connection.close()
    except ssl.SSLCertVerificationError as error:
        raise Unreadable("web_certificate", host=address.host) from error
    except (OSError, http.client.HTTPException, zlib.error) as error:
        if clock.over or isinstance(error, TimeoutError):
            raise Unreadable("web_slow", limit=f"{SECONDS:g}") from error
        problem = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        raise Unreadable("web_unreachable", host=address.host, problem=problem) from error
    if clock.over:
        raise Unreadable("web_slow", limit=f"{SECONDS:g}")
    return found


def _connected(address: Address, clock: _Clock, *, private: bool) -> http.client.HTTPConnection:
    """A connection to one of the addresses that were checked; no name is looked up after."""
    problem: OSError | None = None
    for family, place in resolve(address, private=private):
        plain = socket.socket(family, socket.SOCK_STREAM)
        plain.settimeout(PATIENCE)
        clock.watch(plain)
        try:
            plain.connect(place)
            if address.scheme == "https":
                secure = ssl.create_default_context().wrap_socket(
                    plain, server_hostname=address.host, do_handshake_on_connect=False
                )
                plain = secure
                clock.watch(secure)
                secure.do_handshake()
        except ssl.SSLCertVerificationError:
            plain.close()
            raise
        except OSError as error:
            plain.close()
            problem = error
            continue
        connection = http.client.HTTPConnection(address.host, address.port, timeout=PATIENCE)
        connection.sock = plain
        return connection
    raise problem or OSError()


def _headers(address: Address, known: Validators) -> dict[str, str]:
    headers = {
        "Host": address.authority,
        "User-Agent": AGENT,
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
        "Accept-Encoding": "gzip, identity;q=0.5",
        "Connection": "close",
    }
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers


def _found(address: Address, response: http.client.HTTPResponse, limit: int) -> Fetched:
    kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
    if kind not in EXTENSIONS:
        raise Unreadable("web_type", type=kind[:80])
    encoding = response.getheader("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise Unreadable("web_type", type=encoding[:80])
    return Fetched(
        url=address.text,
        data=_body(response, limit, packed=encoding not in ("identity", "")),
        extension=EXTENSIONS[kind],
        charset=response.headers.get_content_charset("") if kind else "",
        retrieved_at=datetime.now(UTC).isoformat(timespec="seconds"),
        validators=Validators(_kept(response, "ETag"), _kept(response, "Last-Modified")),
    )


def _body(response: http.client.HTTPResponse, limit: int, *, packed: bool) -> bytes:
    """The bytes, unpacked; never more than the limit, and never a part of them."""
    whole = response.length  # as announced; None where the server says nothing
    if (whole or 0) > limit:
        raise Unreadable("too_large", limit=f"{limit / 1_000_000:g}")
    unpack = zlib.decompressobj(wbits=31) if packed else None
    parts: list[bytes] = []
    size = read = 0
    while read != whole:
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        read += len(chunk)
        part = unpack.decompress(chunk, limit + 1 - size) if unpack else chunk
        parts.append(part)
        size += len(part)
        if size > limit or read > limit:
            raise Unreadable("too_large", limit=f"{limit / 1_000_000:g}")
    if (whole is not None and read < whole) or (unpack and not unpack.eof):
        raise Unreadable("web_cut")
    return b"".join(parts)


def _kept(response: http.client.HTTPResponse, name: str) -> str:
    """A header's value as it may be sent back: one line of printable ASCII."""
    value = response.getheader(name, "")
    return value if re.fullmatch(r"[\x20-\x7e]{1,300}", value) else ""
