"""Fetching by address: what comes of it, what is refused, and that nothing but what was asked for is requested."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from html import escape
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from pdf_files import PRINTED, printed
from web_server import HOST, Server, serving

from claims.articles import read, web
from claims.articles.addresses import is_public, original, parse, same_site
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

INNER = Settings(private_hosts=frozenset({HOST}))
BODY = (
    "<p>Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten.</p>"
    "<p>„Wir haben kein Geld“, sagte die Kämmerin. Der Umbau koste neun Millionen Euro.</p>"
)
PAGE = (
    "<!doctype html><html><head><title>Streit um die Brücke in Ostrau</title>{head}</head>"
    "<body><article><h1>Streit um die Brücke in Ostrau</h1>" + BODY + "<img src='/bild.jpg'></article></body></html>"
)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def one(url: str, settings: Settings = INNER) -> Article | Skipped:
    (found,) = read([url], settings=settings)
    return found


def article(url: str) -> Article:
    found = one(url)
    assert isinstance(found, Article), found
    return found


def refused(url: str, settings: Settings = INNER) -> str:
    found = one(url, settings)
    assert isinstance(found, Skipped), found
    assert found.source == url
    return found.key.removeprefix("skipped.web_")


def test_a_page_is_fetched_once_and_nothing_it_refers_to(server: Server) -> None:
    url = server.page("/a?b=%C3%A4", PAGE.format(head="<link rel=stylesheet href=/s.css>"))
    found = article(url)
    assert found.url == url
    assert found.source_file == url
    assert found.outlet == f"{HOST}:{server.port}"
    assert found.retrieved_at.endswith("+00:00")
    assert "„Wir haben kein Geld“" in found.text
    ((path, headers),) = server.asked
    assert path == "/a?b=%C3%A4"
    assert headers["user-agent"].startswith("contraclaim")
    assert headers["host"] == f"{HOST}:{server.port}"
    assert not {"cookie", "referer", "authorization"} & headers.keys()


def test_a_page_is_believed_about_its_address_only_within_its_own_site(server: Server) -> None:
    own, other = server.url("/kurz"), "https://www.nordkurier.example/bruecke"
    found = article(server.page("/a?utm_source=x", PAGE.format(head=f'<link rel="canonical" href="{own}">')))
    assert (found.url, found.canonical_url) == (own, own)
    url = server.page("/b", PAGE.format(head=f'<link rel="canonical" href="{other}">'))
    found = article(url)
    assert (found.url, found.canonical_url) == (url, other)


def test_what_is_no_page_is_read_by_its_type_or_its_bytes(server: Server) -> None:
    pdf = article(server.page("/kraftwerk", printed(PRINTED), "application/pdf"))
    assert pdf.title == "Kraftwerk Holm soll laenger laufen"
    assert pdf.url == server.url("/kraftwerk")
    item = f"<title>Streit</title><link>https://bote.example/1</link><description>{escape(BODY)}</description>"
    feed = f"<rss><channel><title>Bote</title><item>{item}</item></channel></rss>"
    entry = article(server.page("/feed", feed, "text/xml"))
    assert (entry.url, entry.source_file) == ("https://bote.example/1", server.url("/feed") + "#1")
    assert entry.retrieved_at
    assert [path for path, _ in server.asked] == ["/kraftwerk", "/feed"]
    table = (
        f'text,url\n"{"Der Stadtrat von Ostrau hat über den Umbau der Brücke gestritten."}",https://bote.example/2\n'
    )
    assert article(server.page("/t", table, "text/csv")).url == "https://bote.example/2"


def test_the_server_names_the_encoding(server: Server) -> None:
    data = PAGE.format(head="").replace("Ostrau", "Острава").encode("iso-8859-5", "replace")
    url = server.page("/a", data, "text/html; charset=iso-8859-5")
    assert "in Острава" in article(url).text
    for name in ("idna", "unicode_escape", "rot13", "nix"):
        assert (
            "Brücke"
            in article(server.page("/b", PAGE.format(head="").encode("cp1252"), f"text/html; charset={name}")).text
        )


def test_packed_answers_are_unpacked_within_the_limit(server: Server) -> None:
    packed = gzip.compress(PAGE.format(head="").encode())
    assert article(server.page("/a", packed, Content_Encoding="gzip")).title == "Streit um die Brücke in Ostrau"
    small = INNER.model_copy(update={"largest_file": 1_000_000})
    bomb = server.page("/b", gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip")
    assert one(bomb, small).key == "skipped.too_large"  # type: ignore[union-attr]
    assert refused(server.page("/c", packed[:-20], Content_Encoding="gzip")) == "cut"
    assert refused(server.page("/d", packed, Content_Encoding="br")) == "type"


def test_size_is_limited_with_and_without_an_announcement(server: Server) -> None:
    small = INNER.model_copy(update={"largest_file": 1_000_000})
    assert one(server.page("/a", b"a" * 1_000_001), small).key == "skipped.too_large"  # type: ignore[union-attr]

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(300):
            handler.wfile.write(b"a" * 10_000)

    server.answers["/b"] = endless
    assert one(server.url("/b"), small).key == "skipped.too_large"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/javascript", "application/x-msdownload"])
def test_types_that_hold_no_article_are_refused(server: Server, kind: str) -> None:
    assert refused(server.page("/a", b"\x89PNG", kind)) == "type"


def test_answers_that_are_no_article_are_said_plainly(server: Server) -> None:
    assert refused(server.url("/gibt-es-nicht")) == "status"
    assert refused(server.page("/leer", b" \n")) == "empty"

    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"<html><body><p>Der Stadtrat")

    def rubbish(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\xff" * 100)

    server.answers.update({"/kurz": short, "/unsinn": rubbish})
    assert refused(server.url("/kurz")) == "cut"
    assert refused(server.url("/unsinn")) == "unreachable"
    with socket.socket() as free:
        free.bind((HOST, 0))
        assert refused(f"http://{HOST}:{free.getsockname()[1]}/") == "unreachable"


@pytest.mark.parametrize("where", ["head", "body", "status"])
def test_a_server_that_drips_is_cut_off(server: Server, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.6)

    def drip(handler: BaseHTTPRequestHandler) -> None:
        lines = {"status": b"HTTP/1.1 100 Continue\r\n\r\n", "head": b"X-A: b\r\n", "body": b"a"}
        if where != "status":
            handler.wfile.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + (b"\r\n" if where == "body" else b"")
            )
        try:
            for _ in range(200):
                handler.wfile.write(lines[where])
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    server.answers["/a"] = drip
    started = time.monotonic()
    assert refused(server.url("/a")) == "slow"
    assert time.monotonic() - started < 5


def test_redirects_are_followed_to_a_limit(server: Server) -> None:
    url = server.page("/ziel", PAGE.format(head=""))
    server.moved("/zwei", "ziel", 308)
    assert article(server.moved("/eins", server.url("/zwei"))).url == url
    assert refused(server.moved("/kreis", "/kreis")) == "redirects"
    assert len([path for path, _ in server.asked if path == "/kreis"]) == web.MOST_REDIRECTS + 1
    assert refused(server.moved("/nirgends", "")) == "status"


# fmt: off
INNER_ADDRESSES = (
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "0.1.2.3", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::ffff:93.184.216.34", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1",
    "ff02::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
    "2002:7f00:1::", "3fff::1", "5f00::1", "nonsense", "",
)
# fmt: on


@pytest.mark.parametrize("number", INNER_ADDRESSES)
def test_special_addresses_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "8.8.8.8", "2606:2800:21f::1", "2a00:1450::1", "64:ff9b::808:808"])
def test_public_addresses_are(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0"],
)
def test_no_spelling_leads_to_this_machine(server: Server, host: str) -> None:
    server.page("/a", PAGE.format(head=""))
    assert refused(server.url("/a", host), Settings()) in ("private", "unknown_host")
    assert server.asked == []


def names(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[str]]) -> list[str]:
    """Let names stand for what the test says, one answer after the other; gives the names that were looked up."""
    real, asked = socket.getaddrinfo, list[str]()

    def look_up(host: str, port: int, **options: Any) -> Any:
        asked.append(host)
        if host not in answers:
            return real(host, port, **options)
        turn = answers[host]
        number = turn.pop(0) if len(turn) > 1 else turn[0]
        return [found for part in number.split() for found in real(part, port, **options)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_name_for_an_inner_address_is_refused_also_beside_a_public_one(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    names(monkeypatch, {"boese.example": [HOST], "beide.example": [f"93.184.216.34 {HOST}"]})
    for host in ("boese.example", "beide.example"):
        assert refused(server.url("/", host), Settings()) == "private"
    assert server.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = names(monkeypatch, {"wechsel.example": ["93.184.216.34", HOST]})
    reached: list[Any] = []

    def connect(_self: socket.socket, place: Any) -> None:
        reached.append(place[0])
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(web.socket, "socket", type("Watched", (socket.socket,), {"connect": connect}))
    assert refused(server.url("/", "wechsel.example"), Settings()) == "unreachable"
    assert reached == ["93.184.216.34"]
    assert asked == ["wechsel.example"]


@pytest.mark.parametrize("where", ["http://localhost:{port}/geheim", "http://169.254.169.254/latest/meta-data/"])
def test_every_hop_is_checked(server: Server, where: str) -> None:
    server.page("/geheim", PAGE.format(head=""))
    assert refused(server.moved("/a", where.format(port=server.port))) == "private"
    assert [path for path, _ in server.asked] == ["/a"]


def test_a_redirect_never_leads_to_a_host_that_only_the_settings_allow(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = INNER.model_copy(update={"private_hosts": frozenset({HOST, "archiv.example"})})
    names(monkeypatch, {"archiv.example": [HOST]})
    server.page("/geheim", PAGE.format(head=""))
    assert isinstance(one(server.url("/geheim", "archiv.example"), both), Article)
    server.asked.clear()
    assert refused(server.moved("/a", server.url("/geheim", "archiv.example")), both) == "private"
    assert [path for path, _ in server.asked] == ["/a"]


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://bote.example/a", "gopher://bote.example/", "data://x,y"]
)
def test_other_schemes_are_refused_at_first_and_in_a_redirect(server: Server, where: str) -> None:
    assert refused(where) == "scheme"
    assert refused(server.moved("/a", where)) == "scheme"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://", "address"),
        ("http:///a", "address"),
        ("http://name:wort@bote.example/", "address"),
        ("http://bote.example:99999/", "address"),
        ("http://bote.example:25/", "port"),
        ("http://bote.example\\@127.0.0.1/", "address"),
        ("http://bote.example/\r\nX-A: b", "address"),
        ("http://bo te.example/", "address"),
        ("http://straße.example/", "host_spelling"),
        ("http://" + "a" * 300 + ".example/", "address"),
        ("http://bote.example/" + "a" * 3000, "address"),
    ],
)
def test_addresses_that_are_none(url: str, key: str) -> None:
    assert refused(url) == key


def test_addresses_in_parts() -> None:
    assert parse("HTTPS://München.Example/a b?ä=1#x").text == "https://xn--mnchen-3ya.example/a%20b?%C3%A4=1"
    assert parse("http://[2606:2800:21f::1]:8080").authority == "[2606:2800:21f::1]:8080"
    assert parse("http://bote.example").text == "http://bote.example/"
    assert same_site("https://www.bote.example/a", "http://amp.bote.example/b")
    assert not same_site("https://bote.example.evil.example/", "https://bote.example/")
    copy = "https://web.archive.org/web/20250101000000/https://bote.example/a"
    assert original(copy) == ("https://bote.example/a", copy)
    assert original("https://bote.example/a") == ("https://bote.example/a", "")


def test_proxies_of_the_environment_are_not_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert article(server.page("/a", PAGE.format(head="")))


def test_a_known_state_is_asked_for_and_recognised(server: Server) -> None:
    url = server.page("/a", PAGE.format(head=""), ETag='"7"', Last_Modified="Tue, 01 Jul 2025 10:00:00 GMT")
    first = web.fetch(url, INNER)
    assert first is not None
    assert web.fetch(url, INNER, first.validators) is None
    assert server.asked[1][1]["if-modified-since"] == "Tue, 01 Jul 2025 10:00:00 GMT"
    server.page("/a", PAGE.format(head=""), ETag='"7"\x7f')
    changed = web.fetch(url, INNER, first.validators)
    assert changed is not None
    assert changed.validators == web.Validators()


def test_a_certificate_for_nobody_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import ssl

    class Refusing(ssl.SSLContext):
        def wrap_socket(self, *_: Any, **__: Any) -> Any:
            raise ssl.SSLCertVerificationError(1, "self-signed")

    made = ssl.create_default_context()
    assert made.verify_mode is ssl.CERT_REQUIRED
    assert made.check_hostname
    monkeypatch.setattr(web.ssl, "create_default_context", lambda: Refusing(ssl.PROTOCOL_TLS_CLIENT))
    with serving() as server, pytest.raises(Unreadable) as raised:
        web.fetch(server.url("/a").replace("http:", "https:"), INNER)
    assert raised.value.key == "skipped.web_certificate"
