"""Every line of a page gets its kind: title, lead, body, heading, caption, box, teaser, byline or furniture.

Pages and texts copied from pages go the same way; a page's markup only gives some lines their kind beforehand. The
steps, in order: header block, phrases, captions, headline and what stands around it, sections and boxes, recommended
articles, headings and link lists, what stands after the end. Each line keeps the name of the rule that decided.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple

from claims.articles import sections
from claims.articles.agencies import credit_line, is_dateline
from claims.articles.captions import is_caption, is_credit_only, speaks
from claims.articles.furniture import PageRule, Scope, match
from claims.articles.headline import settle_head, settle_lead
from claims.articles.lines import Line, split_lines
from claims.articles.metadata import author
from claims.articles.splitting import split_line
from claims.articles.strays import mark_strays
from claims.models import Segment, SegmentKind, Span

NEAR = 20  # lines within which a heading's paragraph is looked for
MOST_SECTIONS = 60  # headings of lists and boxes on one page that are followed; no article has as many
MOST_REPEATS = 1500  # lines among which repeats are looked for
READABLE = frozenset({SegmentKind.TITLE, SegmentKind.LEAD, SegmentKind.HEADING, SegmentKind.BODY})
_OTHER = frozenset({SegmentKind.FURNITURE, SegmentKind.TEASER, SegmentKind.BOX, SegmentKind.BYLINE})
FEWEST_BEFORE_STOP = 40  # words of running text before "Comments" or "Most read" can end an article


class Page(NamedTuple):
    """The lines of a page with their kinds, and its headline."""

    lines: tuple[Line, ...]
    title: str

    def segments(self) -> tuple[Segment, ...]:
        return tuple(
            Segment(start=line.start, end=line.end, kind=line.kind or SegmentKind.BODY, why=line.why)
            for line in self.lines
        )


def settle(
    text: str, lines: list[Line] | None = None, *, title: str = "", header: int = 0, title_span: Span | None = None
) -> Page:
    """The lines of ``text`` with their kinds.

    ``lines``: made by a reader that knows the markup, else they are made here. ``title``: the headline where the
    markup or a header names it. ``header``: lines that begin before this offset are a header block;
    ``title_span``: where it gives the headline, which counts unless the headline stands in the text as well.
    """
    pieces = _pieces(lines if lines is not None else split_lines(text), header)
    stated = _stated_title(pieces, title_span)
    rules = [_rule(line) for line in pieces]
    _mark_lines(pieces, rules)
    _mark_captions(pieces)
    first, title, pieces, rules = settle_head(text, pieces, rules, title)
    if stated is not None and not any(line.kind is SegmentKind.TITLE for line in pieces):
        stated.set(SegmentKind.TITLE, "headline in the header")
    _mark_sections(pieces, rules, first)
    if title or any(line.kind is SegmentKind.TITLE for line in pieces):
        settle_lead(pieces, first)
    _mark_recommended(pieces, first)
    _mark_repeats(pieces, first)
    mark_strays(pieces, first, author(pieces))
    _mark_rest(pieces, first)
    return Page(tuple(pieces), title)


def _stated_title(lines: list[Line], span: Span | None) -> Line | None:
    """The headline in the header block, cut off as a line of its own."""
    for at, line in enumerate(lines):
        if span is not None and line.start <= span.start < line.end:
            cut = span.start - line.start
            value = replace(line, start=span.start, text=line.text[cut:], gap=False)
            label = line.text[:cut].rstrip()
            if label:
                lines[at : at + 1] = [replace(line, end=line.start + len(label), text=label), value]
            return value
    return None


def _pieces(lines: list[Line], header: int) -> list[Line]:
    """The lines, split where two things are glued together."""
    pieces: list[Line] = []
    opened = 0
    for line in lines:
        if line.start < header:
            line.set(SegmentKind.BYLINE, "header")
            pieces.append(line)
            continue
        parts = split_line(line, first=opened < 2) if line.kind in (None, SegmentKind.BODY) else [line]
        opened += _opening(parts)
        pieces.extend(parts)
    return pieces


def _opening(parts: list[Line]) -> bool:
    """Whether one of the parts of a line is running text."""
    return any(
        part.kind in (None, SegmentKind.BODY) and part.prose and not part.hint and match(part.text) is None
        for part in parts
    )


def _rule(line: Line) -> PageRule | None:
    """The phrase rule for a line that nothing has decided yet; running text that quotes or reports is spared."""
    if line.kind is not None:
        return None
    found = match(line.text)
    if found is None:
        return None
    if found.inside and found.rule.kind is not SegmentKind.BYLINE and line.prose and speaks(line.text):
        return None
    return found.rule


def _mark_lines(lines: list[Line], rules: list[PageRule | None]) -> None:
    for line, rule in zip(lines, rules, strict=True):
        if line.kind is not None:
            continue
        if rule is not None:
            if rule.scope is Scope.LINE:
                line.set(rule.kind, rule.name)
        elif credit_line(line.text):
            line.set(SegmentKind.BYLINE, "agency credit")
        elif is_dateline(line.text):
            line.set(SegmentKind.BYLINE, "dateline")
        elif sections.is_stamp(line):
            line.set(SegmentKind.BYLINE, "date line")
        elif sections.teaserish(line):
            line.set(SegmentKind.TEASER, "ends like a teaser")
        elif sections.is_stage_direction(line.text):
            line.set(SegmentKind.FURNITURE, "stage direction")
        elif not any(sign.isalnum() for sign in line.text):
            line.set(SegmentKind.FURNITURE, "no words")


def _mark_captions(lines: list[Line]) -> None:
    """Captions by their own marks, the caption above a credit line, and lines beside them that say the same."""
    last = max((at for at, line in enumerate(lines) if line.kind is None and line.prose), default=-1)
    for at, line in enumerate(lines):
        if line.kind is not None or not is_caption(line.text):
            continue
        line.set(SegmentKind.CAPTION, "picture credit")
        if not is_credit_only(line.text) or at == 0 or at > last:
            continue  # below the text stands only the credit of the picture at its head
        above = lines[at - 1]
        opens = not any(one.kind is None and one.prose for one in lines[: at - 1])
        short = above.words <= (25 if opens else 75) and above.sentences <= 2
        standfirst = (
            opens and not above.stopped and at > 1 and lines[at - 2].kind is None and lines[at - 2].headline_like
        )
        if above.kind is None and short and not speaks(above.text) and not above.tail and not standfirst:
            above.set(SegmentKind.CAPTION, "above a picture credit")
    for at, line in enumerate(lines):
        if line.kind is not SegmentKind.CAPTION:
            continue
        for near in lines[max(0, at - 2) : at + 3]:
            short = near.kind is None and len(near.content) >= 4 and near.sentences <= 2
            if short and len(near.content & line.content) >= 0.8 * len(near.content):
                near.set(SegmentKind.CAPTION, "repeats the caption")


def _mark_sections(lines: list[Line], rules: list[PageRule | None], first: int) -> None:
    """Link lists, other reports and boxes, each from its heading to where the story resumes."""
    spaced = sum(line.gap for line in lines if line.prose) >= 0.5 * sum(line.prose for line in lines)
    at = found = 0
    while at < len(lines) and found < MOST_SECTIONS:
        line, rule = lines[at], rules[at]
        if rule is None or rule.scope is Scope.LINE or line.kind is not None:
            at += 1
            continue
        found += 1
        before = sum(one.words for one in lines[first:at] if one.kind in (None, SegmentKind.LEAD) and one.prose)
        if rule.scope is Scope.BOX:
            end = sections.box_end(lines, at, rule, spaced=spaced)
        elif at < first or before < FEWEST_BEFORE_STOP:
            end = at + 1 if at < first else sections.resume(lines, at, Scope.LIST)
        else:
            end = sections.resume(lines, at, rule.scope)
        if rule.scope is Scope.LIST:
            end = next((on for on in range(at + 1, end) if _stronger(rules[on])), end)
        for one in lines[at:end]:
            stamp = rule.scope is Scope.BOX and one.kind is SegmentKind.BYLINE
            if one.kind is None or stamp or rule.scope is Scope.STOP:
                one.set(rule.kind, rule.name)
        at = end


def _stronger(rule: PageRule | None) -> bool:
    return rule is not None and rule.scope in (Scope.END, Scope.STOP)


def _mark_recommended(lines: list[Line], first: int) -> None:
    """Recommended articles inside the story: kicker, headline, blurb, author; or a blurb that names its genre."""
    last = max((at for at, line in enumerate(lines) if line.kind is None and line.prose), default=-1)
    for at in range(first + 1, len(lines)):
        line = lines[at]
        blurb = line.kind is SegmentKind.TEASER and line.why == "ends like a teaser"
        author = line.kind is None and not line.prose and sections.is_byline(line.text)
        if not blurb and not author:
            continue
        if author:
            begin = sections.recommended(lines, at) if at < last else at
            other = begin < at or lines[at - 1].kind is SegmentKind.TEASER
            line.set(SegmentKind.TEASER if other else SegmentKind.BYLINE, "author's line")
        else:
            begin = at
        while begin - 1 > first and lines[begin - 1].kind is None and lines[begin - 1].headline_like:
            if at - begin >= 3:
                break
            begin -= 1
        for one in lines[begin:at]:
            one.set(SegmentKind.TEASER, "recommended article")


def _mark_repeats(lines: list[Line], first: int) -> None:
    """Pull quotes and repeated lines: what stands word for word in another line is read once."""
    texts: list[str] = []
    places: list[int] = []
    for line in lines[:MOST_REPEATS]:
        read = line.kind in (None, SegmentKind.LEAD, SegmentKind.TITLE)
        places.append(sum(map(len, texts[-1:])) + places[-1] + 1 if places else 0)
        texts.append(" ".join(line.text.lower().split()) if read else "")
    page = "\n".join(texts)
    for at in range(first, len(texts)):
        line = lines[at]
        if line.kind is not None or line.words < 5:
            continue
        text = texts[at].strip("“”„\"'»«… ")
        place = page.find(text)
        if place >= places[at]:  # the first of equal lines stays; a longer one that holds it may come after
            place = page.find(text, places[at] + len(texts[at]))
            number = bisect_right(places, place) - 1
            if place < 0 or len(texts[number]) <= len(texts[at]):
                continue
        line.set(SegmentKind.TEASER, "repeats the text")


def _mark_rest(lines: list[Line], first: int) -> None:
    """Body, headings and link lists among the lines that nothing has decided, and what stands after the end."""
    last = max((at for at, line in enumerate(lines) if line.kind is None and _body_like(line)), default=-1)
    at = first
    while at < len(lines):
        line = lines[at]
        if line.kind is not None:
            at += 1
        elif at > last:
            line.set(SegmentKind.FURNITURE, "after the end")
            at += 1
        elif not line.headline_like:
            line.set(SegmentKind.BODY, "list item" if line.bullet else "")
            at += 1
        else:
            end = at
            while end < len(lines) and lines[end].kind is None and lines[end].headline_like:
                end += 1
            _settle_run(lines, at, end)
            at = end
    for line in lines:
        if line.kind is None:
            line.set(SegmentKind.BODY, "")


def _body_like(line: Line) -> bool:
    return line.prose or line.bullet or line.stopped or line.kind is SegmentKind.BODY


def _settle_run(lines: list[Line], begin: int, end: int) -> None:
    """One line without a full stop is a heading; of several, the last that shares words with what follows is."""
    after = lines[end : end + NEAR]
    following = next((one for one in after if one.kind is None and one.prose), None)
    run = lines[begin:end]
    under = next((one for one in after if one.kind is not SegmentKind.CAPTION), None)
    if under is not None and under.kind in _OTHER and under.why != "advertisement" and not under.tail:
        for line in run:
            line.set(SegmentKind.TEASER, "above furniture")
        return
    for line in run[:-1]:
        line.set(SegmentKind.TEASER, "link list")
    heading = run[-1]
    if len(run) == 1 or (following and heading.content & following.content) or len(run) == 2:
        heading.set(SegmentKind.HEADING, "no full stop")
    else:
        heading.set(SegmentKind.TEASER, "link list")
