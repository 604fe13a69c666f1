"""Who published an article, which agency and author it is by, and when: each with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claims.articles import sections
from claims.articles.agencies import agency_of, data, find_dateline
from claims.articles.lines import Line
from claims.articles.stamps import find_stamps, label_of
from claims.models import Basis, SegmentKind, Span, When

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|\s|$)")
_AUTHOR_END = re.compile(r"\s*(?:[|,•·]|\d|\s[–-]\s|\n).*$", re.DOTALL)


def given_date(text: str) -> str:
    """The EDTF value of a date that somebody typed or that a page's metadata holds; empty when it is none."""
    text = text.strip()
    iso = _ISO.match(text)
    if iso:
        text = iso.group(1)
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    stamps = [stamp for stamp in find_stamps(text) if stamp.full]
    return stamps[0].value if stamps else ""


def _stamp(line: Line) -> When | None:
    for stamp in find_stamps(line.text):
        if stamp.full:
            span = Span(line.start + stamp.start, line.start + stamp.end)
            return When(value=stamp.value, basis=Basis.EXPLICIT, text=line.text[stamp.start : stamp.end], span=span)
    return None


def _head_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines above the second paragraph, where a date is the article's own."""
    head, paragraphs = [], 0
    for line in lines:
        if line.kind in (SegmentKind.BODY, SegmentKind.LEAD):
            paragraphs += 1
            if paragraphs > 1:
                break
        head.append(line)
    return head


def published(lines: Sequence[Line]) -> When:
    """The day of publication, from the surest place that gives one: a date line at the head (one that says
    "published" before one that says "updated" before "as of"), the dateline of an agency, a date line after the text.

    Dates in boxes, teasers and running text never count.
    """
    head = [line for line in _head_lines(lines) if line.kind is SegmentKind.BYLINE and line.why != "header"]
    order = {"published": 0, "": 1, "updated": 2, "as_of": 3}
    title = next((line.start for line in lines if line.kind is SegmentKind.TITLE), 0)
    stamped = []
    for at, line in enumerate(head):
        when = _stamp(line) if line.why != "dateline" else None
        if when:  # above the headline may stand the day on which the page was looked at
            stamped.append((order[label_of(line.text)], line.start < title, at, when))
    if stamped:
        return min(stamped, key=lambda item: item[:3])[3]
    dated = _dateline(lines)
    if dated.value:
        return dated
    tail = [line for line in _after_text(lines) if line not in head]
    for line in tail:
        when = _stamp(line)
        if when and label_of(line.text) in ("published", "updated"):
            return when
    for line in tail:
        when = _stamp(line)
        if when and not label_of(line.text):
            return when
    return dated


def _after_text(lines: Sequence[Line]) -> list[Line]:
    """The bylines that follow text of the article or each other, not another article's teaser."""
    found, own = [], False
    for line in lines:
        if line.kind is SegmentKind.BYLINE:
            if own and line.why != "header":
                found.append(line)
        else:
            own = line.kind in (SegmentKind.BODY, SegmentKind.LEAD, SegmentKind.HEADING)
    return found


def _dateline(lines: Sequence[Line]) -> When:
    """The day in an agency's dateline; without a year the words alone, and no value."""
    for line in lines:
        if line.why != "dateline":
            continue
        for stamp in find_stamps(line.text):
            span = Span(line.start + stamp.start, line.start + stamp.end)
            if stamp.full:
                return When(value=stamp.value, basis=Basis.EXPLICIT, text=line.text, span=span)
            return When(text=line.text, span=span)
    return When()


def caption_date(lines: Sequence[Line]) -> When:
    """The day that the first caption at the head of the page begins with or names."""
    for line in _head_lines(lines):
        if line.kind is SegmentKind.CAPTION:
            for stamp in find_stamps(line.text):
                if stamp.full:
                    span = Span(line.start + stamp.start, line.start + stamp.end)
                    return When(value=stamp.value, basis=Basis.INFERRED, text=line.text[:80], span=span)
    return When()


def agency(lines: Sequence[Line]) -> str:
    """The agencies of the credits and the dateline, joined by a slash, in order of their place."""
    found: list[str] = []
    for line in lines:
        if line.kind is not SegmentKind.BYLINE or line.why == "header":
            continue
        name = ""
        if line.why == "dateline":
            dateline = find_dateline(line.text + " X", first=True)
            name = dateline.agency if dateline else ""
        else:
            names = re.findall(r"[\w-]+(?: [\w-]+)?", line.text)
            for piece in re.split(r"[\s/,;:()@©|]+", line.text):
                name = agency_of(piece)
                if name:
                    break
            if not name:
                named = _named_agency().match(line.text)
                name = named.group(1) if named else ""
            if not name and line.why == "agency credit":
                name = _unlisted(line.text, lines)
            if not name:
                name = next((agency_of(piece) for piece in names if agency_of(piece)), "")
        if name and name.lower() not in (one.lower() for one in found):
            found.append(name)
    return "/".join(found)


@cache
def _named_agency() -> re.Pattern[str]:
    """ "Quelle: nad", "Agentur NAD, …": a short name in one case behind the word for it."""
    words = sorted({word for one in data() for word in (*one.credit_words, *one.header.agency) if len(word) > 4})
    return re.compile(
        rf"(?i:{'|'.join(map(re.escape, words))}):?\s+([A-ZÄÖÜ]{{2,6}}|[a-zäöü]{{3,6}})(?:,|/|$|\s+[|·•–-])"
    )


def _unlisted(mark: str, lines: Sequence[Line]) -> str:
    """The first part of an agency's mark that no list knows: five letters or more, or in capitals elsewhere."""
    first = re.match(r"\W*([^\W\d_]{2,12})", mark)
    if first is None:
        return ""
    name = first.group(1)
    capitals = re.compile(rf"(?<!\w){name.upper()}(?!\w)")
    others = (line.text for line in lines if line.kind in (SegmentKind.BYLINE, SegmentKind.CAPTION))
    return name if len(name) >= 5 or any(capitals.search(text) for text in others) else ""


def author(lines: Sequence[Line]) -> str:
    """The author named in a line of its own ("von …", "By …"), beside the headline, or under it."""
    for line in lines:
        if line.kind is not SegmentKind.BYLINE:
            continue
        if line.why == "author's line" or (line.why in ("date line", "credit") and sections.is_byline(line.text[:60])):
            return _name(line.text)
        if line.why == "beside the headline":
            bare = line.text.strip(" |")
            stamps = find_stamps(bare)
            return bare[: stamps[0].start].strip(" .,|–-\u00a0") if stamps else ""
    return ""


def _name(text: str) -> str:
    from claims.articles.furniture import words

    folded = text.lower()
    for word in sorted(words("byline_words"), key=lambda word: (-len(word), word)):
        if folded.startswith(word) and folded[len(word) : len(word) + 1] in (" ", ":"):
            text = text[len(word) :].lstrip(" :")
            break
    name = _AUTHOR_END.sub("", text).strip(" .")
    return name if name[:1].isupper() else ""
