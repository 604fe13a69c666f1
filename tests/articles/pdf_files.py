"""PDF files made by hand: printed text, a locked one, and some that unpack to far more than they are."""

from __future__ import annotations

import zlib

PRINTED = [
    "Kraftwerk Holm soll laenger laufen",
    "",
    "Das Kraftwerk Holm soll nach dem Willen der Regierung drei Jahre l\xe4nger lau-",
    "fen als geplant. Das sagte der Minister am Dienstag in Wehrstadt vor Reportern.",
    "Die Verb\xe4nde nannten das eine Ausrede.",
    "Der Minister blieb dabei, dass ohne das Kraftwerk im Winter Engp\xe4sse drohten.",
]
_PAGE = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
    b"/Encoding /WinAnsiEncoding >> >> >> >>",
)


def _file(objects: tuple[bytes, ...], trailer: bytes = b"") -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def printed(lines: list[str]) -> bytes:
    """One page with ``lines`` of Latin-1 text."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines).encode("cp1252")
    return _file((*_PAGE, _stream(b"BT /F1 10 Tf 40 780 Td " + shown + b" ET")))


def locked() -> bytes:
    """One page that opens only with a password that nobody has."""
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >>" % (b"ab" * 32, b"cd" * 32)
    return _file((*_PAGE, _stream(b"abcde"), lock), b"/Encrypt 5 0 R /ID [<00> <00>]")


def bomb(unit: bytes, megabytes: int) -> bytes:
    """A few kilobytes, packed twice, whose page unpacks to that many megabytes of ``unit``."""
    pack = zlib.compressobj(9)
    million = unit * (1_000_000 // len(unit))
    once = b"".join([*(pack.compress(million) for _ in range(megabytes)), pack.flush()])
    return _file((*_PAGE, _stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")))
