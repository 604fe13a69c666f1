"""The headline and what stands around it: kicker, lead, author's line, navigation above."""

from __future__ import annotations

import re
from collections import Counter

from claims.articles import sections
from claims.articles.furniture import PageRule, fold
from claims.articles.lines import Line
from claims.articles.splitting import split_headline, vocabulary
from claims.models import SegmentKind

_NAMES_LINE = re.compile(
    r"[A-ZÄÖÜ][\w'’.-]*(?: [A-ZÄÖÜ][\w'’.-]*){1,2}(?:(?:,| und| and) [A-ZÄÖÜ][\w'’.-]*(?: [A-ZÄÖÜ][\w'’.-]*){1,2}){0,3}"
)
_NAME_WORDS = re.compile(r"[A-ZÄÖÜ][\w'’.-]*(?: (?:[A-ZÄÖÜ][\w'’.-]*|von|van|de|und|and|&)){1,5}")
_TURN = re.compile(r"([A-ZÄÖÜ][\w.’-]{0,20}(?: [A-ZÄÖÜ][\w.’-]{0,20}){0,2}):\s+\S")
LONGEST_LEAD = 60  # words
LONGEST_TITLE = 26
MOST_HEAD = 80  # lines above the text among which the headline is looked for
SURE_TITLE = 2.6  # score from which a line without a full stop beats a question or exclamation below it
LEAST_TITLE = 0.9


def settle_head(
    text: str, lines: list[Line], rules: list[PageRule | None], title: str
) -> tuple[int, str, list[Line], list[PageRule | None]]:
    """The index of the first line after the head, the headline, and the lines (headlines split from kickers).

    Everything above the first paragraph of running text is the head.
    """
    first = next((at for at, line in enumerate(lines) if rules[at] is None and _opens(line)), len(lines))
    first = min(first, _first_turn(lines, rules))
    known: Counter[str] | None = None
    head: list[Line] = []
    kept: list[PageRule | None] = []
    for line, rule in zip(lines[:first], rules[:first], strict=True):
        parts = [line]
        if line.kind is None and rule is None and 3 <= line.words <= LONGEST_TITLE:
            known = known if known is not None else vocabulary(text)
            parts = split_headline(line, known)
        head.extend(parts)
        kept.extend([rule] * len(parts))
    lines, rules, first = head + lines[first:], kept + rules[first:], len(head)
    at, score = _title_index(lines, rules, first, title)
    if not title and score < SURE_TITLE and first < len(lines) and _short_headline(lines, first):
        at = first
        first += 1
    if at is not None:
        lines[at].set(SegmentKind.TITLE, "headline")
        title = title or lines[at].text
    _settle_above(lines, rules, first, at)
    return first, title, lines, rules


def _opens(line: Line) -> bool:
    """Whether a line is running text: the story has begun."""
    if line.hint == "headline":
        return False
    return line.kind in (None, SegmentKind.BODY, SegmentKind.LEAD) and (line.prose or line.kind is not None)


def _first_turn(lines: list[Line], rules: list[PageRule | None]) -> int:
    """Where an interview begins whose lines open with who speaks ("Q: …", "Frage: …"); behind the last line if none."""
    turns = [(at, found[1]) for at, line in enumerate(lines) if rules[at] is None and (found := _TURN.match(line.text))]
    count = Counter(label for _, label in turns)
    speakers = {label for label, lines_ in count.items() if lines_ > 1}
    return next((at for at, label in turns if label in speakers), len(lines)) if len(speakers) > 1 else len(lines)


def _short_headline(lines: list[Line], first: int) -> bool:
    """A first line with a full stop that is a headline all the same: short, one sentence, with more below it."""
    line = lines[first]
    if line.words > 14 or line.sentences > 1 or line.text.rstrip().endswith(".") or line.kind is not None:
        return False
    return any(one.prose and one.kind is None for one in lines[first + 1 : first + 6])


def _candidate(line: Line, rule: PageRule | None) -> bool:
    if line.kind is not None or rule is not None or line.words > LONGEST_TITLE or line.words < 2:
        return False
    return not sections.is_byline(line.text) and not line.text.rstrip().endswith((":", ","))


def _title_index(lines: list[Line], rules: list[PageRule | None], first: int, title: str) -> tuple[int | None, float]:
    """The line of the head that is the headline, and how sure that is."""
    marked = [at for at in range(first) if lines[at].kind is SegmentKind.TITLE]
    if marked:
        return marked[0], 9.0
    wanted = fold(title)
    opening: set[str] = set()
    for line in [line for line in lines[first:] if line.kind in (None, SegmentKind.BODY) and line.prose][:4]:
        opening |= line.content
    best: tuple[float, int] | None = None
    scores: dict[int, float] = {}
    folds = [line.folded for line in lines[max(0, first - MOST_HEAD) : first]]
    for at in range(max(0, first - MOST_HEAD), first):
        line = lines[at]
        if not _candidate(line, rules[at]):
            continue
        folded = line.folded
        if wanted and (folded == wanted or (len(folded) > 20 and (folded in wanted or wanted in folded))):
            return at, 9.0
        if title:
            continue
        words = line.words
        quoted = line.text[0] in "„“”\"«»‚‘'" and words >= 3
        score = 2.0 if line.hint or quoted or 5 <= words <= 18 else 1.0 if words >= 3 else -1.0
        if line.number or line.bullet:
            score -= 2
        if words >= 3 and any(
            folded in one for other, one in enumerate(folds, max(0, first - MOST_HEAD)) if other != at
        ):
            score += 1.5  # the breadcrumb or the page's title names it as well
        score += 3.0 * len(line.content & opening) / max(3, len(line.content))
        score -= 1.5 * (
            line.text.count(" | ") + line.text.count(" > ") + line.text.count(" › ") + line.text.count("   ")
        )
        score -= 3 if line.text.startswith(("+++", "***")) or line.text[0].isdigit() else 0
        if at + 1 < len(lines) and (lines[at + 1].kind is not None or at + 1 == first):
            score += 1
        score -= 2 if line.sentences > 1 else 0
        scores[at] = score
        again = best is not None and folded == lines[best[1]].folded  # the first is the breadcrumb or the page's title
        if score > LEAST_TITLE and (best is None or score > best[0] + 0.01 or (again and score > best[0] - 1.6)):
            best = (score, at)
    if best is None:
        return None, 0.0
    above = best[1] - 1
    under = lines[best[1]].words >= 10 and above >= 0 and lines[above].words >= 5
    if under and scores.get(above, 0.0) > max(1.5, best[0] - 2.5):
        return above, scores[above]  # the better match is the line under the headline
    return best[1], best[0]


def _settle_above(lines: list[Line], rules: list[PageRule | None], first: int, title: int | None) -> None:
    """What stands above the first paragraph besides the headline."""
    for at in range(first):
        line = lines[at]
        if line.kind is not None:
            continue
        if rules[at] is not None:
            continue  # sections and boxes are settled with the others
        if title is not None and at > title:
            opens = at == first - 1 and first < len(lines) and line.words < 5
            dated = lines[at - 1].why == "date line"
            if opens and dated and _NAMES_LINE.fullmatch(line.text):
                line.set(SegmentKind.BYLINE, "author's line")
            elif opens and (dated or line.content & lines[first].content):
                line.set(SegmentKind.HEADING, "over the first paragraph")
            elif line.text.startswith("+++"):
                line.set(SegmentKind.HEADING, "entry of a ticker")
            elif _NAMES_LINE.fullmatch(line.text) and at + 1 < len(lines) and lines[at + 1].kind is SegmentKind.BYLINE:
                line.set(SegmentKind.BYLINE, "author's line")
            elif line.words >= 5 and not sections.is_byline(line.text):
                line.set(SegmentKind.LEAD, "below the headline")
            elif sections.is_byline(line.text) or _NAME_WORDS.fullmatch(line.text):
                line.set(SegmentKind.BYLINE, "author's line")
            else:
                line.set(SegmentKind.FURNITURE, "between headline and text")
        elif title is not None and at == title - 1 and line.text[0] in '„“"«»':
            line.set(SegmentKind.HEADING, "quotation above the headline")
        elif title is not None and at == title - 1 and line.words <= 8:
            line.set(SegmentKind.FURNITURE, "kicker")
        elif sections.is_byline(line.text):
            line.set(SegmentKind.BYLINE, "author's line")
        else:
            line.set(SegmentKind.FURNITURE, "above the text")


def settle_lead(lines: list[Line], first: int) -> None:
    """The first paragraph is the lead where it is short and more text follows."""
    while first < len(lines) and lines[first].kind not in (None, SegmentKind.BODY):
        first += 1
    if first >= len(lines) or not lines[first].prose:
        return
    line = lines[first]
    more = [one for one in lines[first + 1 :] if one.kind in (None, SegmentKind.BODY) and one.prose]
    if line.words <= LONGEST_LEAD and line.sentences <= 4 and more:
        line.set(SegmentKind.LEAD, "first paragraph")
