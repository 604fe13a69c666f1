"""Agencies' and editors' marks: at the end of a line, inside one, as a line of their own, and in the dateline.

The marks are known by their form (small letters in brackets after a full stop; a place, a date and a name in brackets
before a dash); the list of agencies in ``page_credits.toml`` only settles the doubtful ones.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.articles.stamps import find_stamps, others
from claims.language import lexicon


class HeaderNames(BaseModel):
    """Names of the header lines that may stand before a text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: tuple[str, ...]
    published: tuple[str, ...]
    publisher: tuple[str, ...]
    url: tuple[str, ...]
    archive_url: tuple[str, ...]
    author: tuple[str, ...]
    agency: tuple[str, ...]
    language: tuple[str, ...]
    note: tuple[str, ...]


class PageCredits(BaseModel):
    """The file ``page_credits.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    agencies: tuple[str, ...]
    editors: tuple[str, ...]
    credit_words: tuple[str, ...]
    outlet_words: tuple[str, ...]
    text_columns: tuple[str, ...]  # names of the column of a table that holds the article
    header: HeaderNames


@cache
def data() -> tuple[PageCredits, ...]:
    """The file of every language."""
    return tuple(lexicon.load(code, "page_credits", PageCredits) for code in lexicon.languages())


@cache
def _agencies() -> dict[str, str]:
    return {name.lower(): name for one in data() for name in one.agencies}


@cache
def _editors() -> frozenset[str]:
    return frozenset(word.lower() for one in data() for word in one.editors)


@cache
def _credit_words() -> tuple[str, ...]:
    found = {word.lower() for one in data() for word in one.credit_words}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


class Credit(NamedTuple):
    """Where a mark stands in a line and whose it is (empty for an editor's mark alone)."""

    start: int
    end: int
    agency: str


class Dateline(NamedTuple):
    """The opening of an agency report: where it ends in the line, and the agency."""

    end: int
    agency: str


_PART = re.compile(r"[/,;+&|]| - |–| und | and ")
_BRACKET = re.compile(r"\(([^()\n]{2,40})\)")
_STOPPED = re.compile(r"[.!?…][\"'“”„«»‘’›‹)\]]*\s*$")
_SMALL = re.compile(r"[a-zäöüß]{2,12}(?:[/,+ -]{1,2}[a-zäöüß]{1,12}){0,3}")
_BARE_TAIL = re.compile(
    r"[.!?…][\"'“”„«»‘’›‹)\]]*(\s*[/–—@©-]?\s*)((?:[\w&.-]{2,20})(?:\s?[/,+]\s?[\w&.-]{2,20}){0,3})$"
)
_AGENCY = re.compile(r"[\w.&/ -]{2,40}")
_AFTER_DATE = re.compile(r"\s?[.:–—-]\s+(?=[\"„“»«A-ZÄÖÜ])")
_AFTER_DAY = re.compile(r"(?:,\s[A-ZÄÖÜ][^\W\d_]+(?:\s[A-ZÄÖÜ][^\W\d_]+)?)?\s?[|–—-]\s+(?=[\"„“»«A-ZÄÖÜ])")
_FULL_STOP = re.compile(r"\.\s+(?=[\"„“»«A-ZÄÖÜ])")
_SIGNED = re.compile(
    r"(?P<time>,?\s\d{1,2}[.:]\d\d(?:\s(?:Uhr|[ap]m))?)?(?:,?\s\(?(?P<agency>[\w.&/-]{2,20})\)?)?"
    r"\s?[.:|–—-]\s+(?=[\"„“»«A-ZÄÖÜ])"
)
_DOMAIN = re.compile(r"(?:www\.)?([a-z-]{2,20})\.(?:de|com|org|net|at|ch|co\.uk)", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n:;!?]{1,60}?)?\s?\((?P<agency>[^()\n]{2,70})\)\s?(?:[-–—:]{1,2}\s?|\.\s)|"
    r"(?P<place2>[^\W\d_][^()\n:;!?–—]{1,50}?)\s[–—-]\s(?=[\"„“»«A-ZÄÖÜ])|"
    r"(?P<place3>[^\W\d_][\w/-]{4,25}(?: [A-ZÄÖÜ][\w-]{4,20})?)\.\s(?=[\"„“»«A-ZÄÖÜ])|"
    r"(?P<place4>[A-ZÄÖÜ][A-ZÄÖÜ/ -]{3,25}):\s(?=[\"„“»«A-ZÄÖÜ])"
)


def agency_of(mark: str) -> str:
    """The agency that ``mark`` (such as ``afp/red``, ``dpa.de``) names, in its usual spelling, else empty."""
    for part in _PART.split(mark):
        bare = part.strip(" .@©").lower()
        domain = _DOMAIN.fullmatch(bare)
        name = _agencies().get(domain.group(1) if domain else bare)
        if name:
            return name
    return ""


def is_mark(inner: str, *, closing: bool) -> bool:
    """Whether the inside of a bracket is a credit; after the last full stop (``closing``) small letters are enough."""
    for stamp in reversed(find_stamps(inner)):
        inner = inner[: stamp.start].rstrip(" ,;/") + inner[stamp.end :]
    parts = [part.strip(" .@©") for part in _PART.split(inner)]
    if any(not part or len(part.split()) > 3 for part in parts):
        return False
    known = [part for part in parts if agency_of(part)]
    rest = [part for part in parts if part not in known and part.lower() not in _editors()]
    if known and all(re.fullmatch(r"[a-z]{1,4}", part) for part in rest):
        return True
    return closing and _SMALL.fullmatch(inner) is not None and inner not in ("sic", "lacht", "laughs", "s.o", "etc")


def find_credits(text: str) -> list[Credit]:
    """Bracketed marks after a full stop, and a bare one at the end, in the order of the line."""
    found = []
    for match in _BRACKET.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        after = text[match.end() :].strip()
        if _STOPPED.search(before) and is_mark(match.group(1), closing=not after or after[0].isupper()):
            found.append(Credit(match.start(), match.end(), agency_of(match.group(1))))
    offset = max(0, len(text) - 90)
    bare = _BARE_TAIL.search(text[offset:])
    if bare and (not found or found[-1].end <= offset + bare.start(2)):
        agency = agency_of(bare.group(2))
        parts = [part.strip() for part in _PART.split(bare.group(2))]
        if agency and all(agency_of(part) or part.lower() in _editors() or len(part) <= 4 for part in parts):
            found.append(Credit(offset + bare.start(1), len(text), agency))
    return found


def credit_line(text: str) -> Credit | None:
    """The credit that a whole line is: "dpa", "@ dpa.de", "(afp/red)", "Quelle: dpa", "© 2025 Reuters"."""
    if len(text) > 60:
        return None
    bare = re.sub(r"(?:19|20)\d\d", "", text).strip(" \t@©()[]–—-.:/|")
    for word in _credit_words():
        if bare.lower().startswith(word + ":") or bare.lower().startswith(word + " "):
            bare = bare[len(word) :].strip(" :@©()")
            break
    if not bare:
        return None
    if is_mark(bare, closing=False):
        return Credit(0, len(text), agency_of(bare))
    if _SMALL.fullmatch(bare) and ("/" in bare or (text.startswith("(") and text.endswith(")"))):
        return Credit(0, len(text), "")
    return None


def is_dateline(text: str) -> bool:
    """Whether a whole line is the dateline of the report below it: "Ostrau, 12. Mai (dpa) -"."""
    found = find_dateline(text + " X", first=False) if len(text) <= 80 and text.rstrip()[-1:] in "-–—:" else None
    return found is not None and bool(found.agency) and found.end >= len(text)


def _dated_place(text: str, *, first: bool) -> int | None:
    """Where the text begins after a place, a comma and a full date: "HOLM, 14. November 2025. Der …".

    For the first paragraphs (``first``) a day before a dash will do, with a place behind it or none: "13 July 2026 - ",
    or a day that is all of the first sentence: "13 July 2026. The …".
    """
    stamp = next((one for one in find_stamps(text[:90]) if one.full), None)
    if stamp is None:
        return None
    place = text[: stamp.start].rstrip()
    names = others(place)
    if first and not names and not place.endswith((".", ":")):
        after = _AFTER_DAY.match(text, stamp.end) or _FULL_STOP.match(text, stamp.end) or _signed(text, stamp.end)
        return after.end() if after else None
    bracket = place.endswith("(") and text[stamp.end : stamp.end + 1] == ")"  # "Lohe (15. Mai 2025) -"
    stopped = first and place.endswith(".") and len(names) <= 2  # "Lohe. 15. Mai 2025. Die …"
    if bracket or stopped:
        after = _AFTER_DATE.match(text, stamp.end + bracket) if all(name[0].isupper() for name in names) else None
        return after.end() if after and 1 <= len(names) <= 4 else None
    if not place.endswith((",", ")")) or not 1 <= len(names) <= 4 or not all(name[0].isupper() for name in names):
        return None
    after = _AFTER_DATE.match(text, stamp.end)
    return after.end() if after else None


def _past_day(text: str, at: int) -> int:
    """Where the text begins, behind the day if that stands there: "Ostrau (dpa) - 7. Oktober 2026. Nach …"."""
    stamp = next((one for one in find_stamps(text[at : at + 30]) if one.full), None)
    after = _AFTER_DATE.match(text, at + stamp.end) if stamp is not None and stamp.start == 0 else None
    return after.end() if after else at


def _signed(text: str, at: int) -> re.Match[str] | None:
    """What may stand behind a day besides: the hour, an agency: "15. Mai 2025, 14:30 Uhr | ", "15. Mai 2025, dpa. "."""
    match = _SIGNED.match(text, at)
    if match is None or not (match["time"] or match["agency"]):
        return None
    return match if not match["agency"] or agency_of(match["agency"]) else None


def find_dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline that ``text`` begins with: "BERLIN, 3. Mai (dpa) –", "(Reuters) -".

    For the first paragraphs of a story (``first``) a place alone will do: "Berlin – ", "OSTRAU. ", "HOLM: ".
    """
    match = _DATELINE.match(text[:140])
    dated = _dated_place(text, first=first)
    if dated is not None and (match is None or not match.group("agency")):
        named = _BRACKET.search(text[:dated])
        marks = [named.group(1)] if named else text[:dated].split()
        return Dateline(dated, next(filter(None, map(agency_of, marks)), ""))
    if match is None:
        return None
    place = next((part for name, part in match.groupdict().items() if part and name != "agency"), "").strip(" ,")
    names = others(place)
    if len(names) > 6 or any(not name[0].isupper() for name in names if len(name) > 3):
        return None
    inner = match.group("agency") or ""
    if not inner:
        alone = first and 1 <= len(names) <= 4 and len(text.split()) >= 12
        return Dateline(match.end(), "") if alone and ("." not in place or find_stamps(place)) else None
    for stamp in reversed(find_stamps(inner)):
        inner = inner[: stamp.start] + inner[stamp.end :]
    word = inner.split(",")[0].strip(" -–")
    agency = agency_of(word) or (word if _AGENCY.fullmatch(word) else "")
    if agency:
        return Dateline(_past_day(text, match.end()), agency)
    return Dateline(dated, "") if dated is not None else None  # "Ostrau (15. Mai 2025) - "
