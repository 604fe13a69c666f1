"""Web addresses: which may be asked for, and which machine on the network a name may stand for.

An article's address comes from outside, and so does each redirect. It must lead to the public network only: never to
this machine, the network it stands in or a service of a cloud. A name is resolved once and the connection is made to
the very address that was checked, so that a second answer of the name service changes nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from claims.articles.problems import Unreadable

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000  # characters of an address
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20}):")
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")
_DEVIATING = re.compile("[ßςẞ\u200c\u200d]")  # letters that two generations of the standard write as different names
_PATH, _QUERY = "/%:@!$&'()*+,;=~", "/?%:@!$&'()*+,;=~"
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/{1,2}\S+)")

# RFC 6890 and the registries it founds; is_global of the oldest Python supported knows only some of them
_SPECIAL = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
)
_PUBLIC_SIX = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # an IPv4 address behind a translator (RFC 6052)


class Address(NamedTuple):
    """A web address in parts."""

    scheme: str
    host: str  # in ASCII, without brackets
    port: int
    target: str  # path and query as they are sent

    @property
    def text(self) -> str:
        """The whole address, without the part after #."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def scheme_of(given: str) -> str:
    """The scheme of something given, in lower case; empty for a path, also for one with a drive letter."""
    match = _SCHEME.match(given)
    scheme = match.group(1).lower() if match else ""
    return scheme if scheme in PORTS or given[len(scheme) :].startswith("://") else ""


def parse(given: str) -> Address:
    """The parts of an address. Raises :class:`Unreadable` for what is none or has another scheme than http(s)."""
    given = given.strip()
    scheme = scheme_of(given)
    if scheme not in PORTS:
        raise Unreadable("web_scheme", scheme=scheme or "–")
    try:
        parts = urlsplit(given)
        host, port = parts.hostname or "", parts.port or PORTS[scheme]
    except ValueError as error:
        raise Unreadable("web_address") from error
    if not host or len(given) > LONGEST or parts.username is not None or _CONTROL.search(given.replace(" ", "")):
        raise Unreadable("web_address")
    if port not in PORTS.values() and port < 1024:
        raise Unreadable("web_port", port=str(port))
    target = quote(parts.path or "/", safe=_PATH)
    if parts.query:
        target += "?" + quote(parts.query, safe=_QUERY)
    return Address(scheme, _ascii(host), port, target)


def _ascii(host: str) -> str:
    if host.isascii():
        if not re.fullmatch(r"[A-Za-z0-9._:%-]{1,253}", host):
            raise Unreadable("web_address")
        return host.lower().rstrip(".")
    if _DEVIATING.search(host):
        raise Unreadable("web_host_spelling", host=host)
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise Unreadable("web_address") from error


def is_public(number: str) -> bool:
    """Whether an IP address, as digits, belongs to the public network."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        if address not in _PUBLIC_SIX:  # mapped, local, link-local, multicast and all others that are not routed
            return False
    special = any(address in network for network in _SPECIAL if network.version == address.version)
    return address.is_global and not address.is_multicast and not address.is_reserved and not special


def resolve(address: Address, *, private: bool = False) -> list[tuple[int, Any]]:
    """Where to connect: address family and socket address, in the order of the name service.

    Raises :class:`Unreadable` when the name is unknown, and when any of its addresses is not public, unless
    ``private``: a name with both kinds is a trick.
    """
    try:
        answers = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable("web_unknown_host", host=address.host) from error
    found: list[tuple[int, Any]] = [(family, place) for family, _, _, _, place in answers]
    for _, place in found:
        if not private and not is_public(str(place[0])):
            raise Unreadable("web_private", host=address.host, address=str(place[0]))
    return found


def original(url: str) -> tuple[str, str]:
    """The address of the page itself and that of its archived copy, empty where ``url`` is none (web.archive.org)."""
    match = _ARCHIVED.fullmatch(url)
    return (re.sub(r"^(https?:)/+", r"\1//", match.group(1)), url) if match else (url, "")


def same_site(one: str, other: str) -> bool:
    """Whether two addresses lie on one host, its forms for phones included."""

    def site(url: str) -> str:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return ""
        return re.sub(r"^(?:www|m|mobile|amp)\.", "", host.lower())

    return bool(site(one)) and site(one) == site(other)
