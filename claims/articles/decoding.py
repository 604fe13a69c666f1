"""Bytes to text, and the one normalisation that every text goes through; afterwards offsets never change."""

from __future__ import annotations

import codecs
import re
import unicodedata

from claims.articles.problems import Unreadable

SAMPLE = 64_000  # bytes from which an unknown encoding is guessed
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_ENCODINGS = ("idna", "punycode", "unicode-escape", "raw-unicode-escape")  # no way to store a text, and costly
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00\u00ad\u200b\u2060\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def normalise(text: str) -> str:
    """``text`` as it is stored: line ends as ``\\n``, composed characters (NFC), no NUL, byte order mark, soft hyphen
    or zero-width space (layout marks that split words), lone surrogates as U+FFFD. Every other character stays."""
    text = _NEWLINES.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def decode(data: bytes, *, html: bool = False, charset: str = "") -> str:
    """``data`` as text, not yet normalised: byte order mark, UTF-8, the server's word (``charset``), the page's own
    (``html``), then a guess from the first 64 kB by charset-normalizer.

    Raises :class:`~claims.articles.problems.Unreadable` for binary data and for an encoding that cannot be told.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise Unreadable("encoding") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_other(data, html=html, charset=charset)
    if len(_CONTROLS.findall(text[:SAMPLE])) > 0.02 * len(text[:SAMPLE]):
        raise Unreadable("binary")
    return text


def _decode_other(data: bytes, *, html: bool, charset: str) -> str:
    meta = _META.search(data[:4096]) if html else None
    for named in (charset, meta.group(1).decode("ascii") if meta else ""):
        try:
            if named and codecs.lookup(named).name not in _NO_ENCODINGS:
                return data.decode(named)
        except (LookupError, UnicodeDecodeError):
            pass
    sample = data[:SAMPLE]
    if sample.count(0) > 0.2 * len(sample):
        even = sample[0::2].count(0)
        try:
            return data.decode("utf-16-be" if even > sample[1::2].count(0) else "utf-16-le")
        except UnicodeDecodeError as error:
            raise Unreadable("binary") from error
    if sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in sample) > 0.02 * len(sample):
        raise Unreadable("binary")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise Unreadable("encoding")
    # western single-byte text is often given the name of a rarer code page that agrees on the letters it holds
    encoding = best.encoding
    if encoding.startswith(("cp125", "iso8859", "latin", "mac", "cp85", "cp437", "hp_")) and _western(sample):
        encoding = "cp1252"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace")


def _western(sample: bytes) -> bool:
    """Whether the high bytes are the German letters and the punctuation of Windows-1252."""
    high = [byte for byte in sample if byte >= 0x80]
    usual = set("äöüßÄÖÜéèàçñ„“”‚‘’–—…«»€§°·\xa0©".encode("cp1252"))
    return bool(high) and sum(byte in usual for byte in high) >= 0.9 * len(high)
