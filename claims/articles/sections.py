"""Blocks between and after the paragraphs: link lists, other reports, explainer boxes, recommended articles.

Where a block ends and the story resumes is judged by form (two paragraphs in a row are no link list) and by the
words that the article has used before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claims.articles.captions import speaks
from claims.articles.furniture import PageRule, Scope, fold, words
from claims.articles.lines import Line
from claims.articles.stamps import ago, find_stamps, label_of, others
from claims.models import SegmentKind

_LAST_SENTENCE = re.compile(r"(?:^|[.!?…]\s+)([^.!?…]{2,40})[.!?…]*$")
_NAME = r"[A-ZÄÖÜ][\w'’.-]*"
_BAR = re.compile(r"(?<!\s)\s+[|•·–—-]\s+")
_APART = re.compile(r"(?:[(\[][^()\[\]]{0,40}|[.!?…]\s{0,3})$")
_TIMED = re.compile(r"\d{1,2}[:.]\d\d(?!\d)")
MOST_BOX_LINES = 25


def teaserish(line: Line) -> bool:
    """Whether a line ends as only teasers do: "weiterlesen…", a date with a time in brackets, "Ein Gastbeitrag."."""
    tail = line.text[-80:]
    folded = fold(tail)
    for phrase in words("teaser_ends"):
        if folded.endswith(phrase) and len(phrase.split()) + (line.text[-3:] in ("...", "…", " »")) >= 2:
            return True
        if folded.endswith(phrase) and re.search(r"[.!?)…]\s*[\[(>»→]*\s*[\w ]+[\])>»→.…]*$", tail) and line.words > 6:
            before = fold(tail)[: -len(phrase)].rstrip()
            if before and before[-1] in ".!?)…":
                return True
    last = _LAST_SENTENCE.search(tail)
    if last and fold(last.group(1)) in words("genre_labels") and line.words > 5:
        return True
    stamps = [stamp for stamp in find_stamps(tail) if stamp.full]
    if not stamps or not _TIMED.search(tail[stamps[-1].end :]) or len(others(tail[stamps[-1].start :])) > 2:
        return False
    return bool(_APART.search(tail[: stamps[-1].start]))


def is_stamp(line: Line) -> bool:
    """Whether a line is a date line: nothing but a date, a time, labels and a few names."""
    if line.words > 16:
        return False
    if ago(line.text) or (_TIMED.search(line.text) and line.words <= 3 and not others(line.text)):
        return True
    if not any(stamp.full for stamp in find_stamps(line.text)):
        return bool(label_of(line.text)) and line.words <= 5 and any(sign.isdigit() for sign in line.text)
    rest = others(line.text)
    parts = _BAR.split(line.text)
    dated = any(not others(part) and any(stamp.full for stamp in find_stamps(part)) for part in parts)
    if len(parts) > 1 and dated and len(rest) <= 7 and not line.stopped:
        return True  # "Ressort | 3. Mai 2025"
    return len(rest) <= 5 and all(word[0].isupper() or len(word) <= 4 for word in rest)


def is_stage_direction(text: str) -> bool:
    """Whether ``text`` is what a transcript says of sounds, in capitals and brackets: "(SOUNDBITE OF MUSIC)"."""
    return len(text) <= 120 and text[:1] in "([" and text[-1:] in ")]" and text.isupper()


def is_byline(text: str) -> bool:
    """Whether ``text`` is "von Anna Berg", "By Tom Reed and Ada Poe in Leeds" or the like."""
    if len(text) > 120:
        return False
    stamps = find_stamps(text)
    if stamps:
        text = text[: stamps[0].start].rstrip(" ,|·•–-")
    folded = text.lower()
    for word in sorted(words("byline_words"), key=lambda word: (-len(word), word)):
        if not folded.startswith(word):
            continue
        rest = text[len(word) :]
        if not rest[:1].isspace() and rest[:1] != ":":
            continue
        names = rest.strip(" :").rstrip(".").replace(",", " ").split()
        joins = words("byline_joins") | {"&", "|", "/", "von", "van", "de", "al", "zu", "der", "den", "di", "da"}
        if not names or len(names) > 10 or not names[0][0].isupper():
            return False
        return all(name[0].isupper() or name.lower() in joins for name in names)
    return False


def story_words(lines: Sequence[Line]) -> Counter[str]:
    """How often each longer word stands in the running text of ``lines`` (each line counts it once)."""
    counts: Counter[str] = Counter()
    for line in lines:
        if line.kind in (None, SegmentKind.BODY, SegmentKind.LEAD, SegmentKind.TITLE) and (line.prose or line.kind):
            counts.update(line.content)
            if line.kind is SegmentKind.TITLE:
                counts.update(line.content)  # what the headline names is what the story is about
    return counts


def _recurring(counts: Counter[str]) -> frozenset[str]:
    return frozenset(word for word, count in counts.items() if count >= 2)


def _paragraph(line: Line) -> bool:
    return line.kind is None and line.prose and not teaserish(line) and not is_stamp(line)


def resume(lines: Sequence[Line], start: int, scope: Scope) -> int:
    """Where the story goes on after the section whose heading is ``lines[start]``; ``len(lines)`` if nowhere."""
    if scope is Scope.STOP:
        return len(lines)
    counts = story_words(lines[:start])
    recurring = _recurring(counts)
    items = blurbs = 0
    at = start + 1
    while at < len(lines):
        line = lines[at]
        if not _paragraph(line):
            items += line.kind is None
            at += 1
            continue
        run = [line]
        for after in lines[at + 1 :]:
            if after.kind is not None:
                continue
            if not _paragraph(after):
                break
            run.append(after)
            if len(run) == 3:
                break
        shared = len({word for one in run for word in one.content} & recurring)
        if scope is Scope.LIST:
            listed = lines[at - 1].kind is None and not is_byline(lines[at - 1].text)
            known = len(line.content & counts.keys())
            if items == 0 or not listed or len(run) >= 2:
                return _with_heading(lines, start, at)
            if shared >= 1 or known >= 2 or (known and (speaks(line.text) or line.sentences > 1)):
                return _with_heading(lines, start, at)
        elif not items:
            return len(lines)
        elif len(run) >= 2 and shared >= 2 and sum(one.words for one in run) >= 20:
            return _with_heading(lines, start, at)
        elif items >= 2 and not blurbs and shared and speaks(line.text) and _last(lines, at):
            return at  # the only paragraph after a list of headlines
        items += 1
        blurbs += 1
        at += 1
    return len(lines)


def _last(lines: Sequence[Line], at: int) -> bool:
    """Whether no paragraph follows ``lines[at]``."""
    return not any(map(_paragraph, lines[at + 1 : at + 60]))


def _with_heading(lines: Sequence[Line], start: int, at: int) -> int:
    """``at`` or the line before it, where that is a heading of the story and no item of the list.

    It shares a word with the paragraph under it, or it stands alone between an advertisement's mark and the text.
    """
    before = lines[at - 1]
    if at - 1 <= start or before.kind is not None or before.stopped or before.bullet:
        return at
    alone = at - 2 == start and lines[start].words <= 2 and before.words >= 3
    return at - 1 if before.named_in(lines[at]) or alone else at


def box_end(lines: Sequence[Line], start: int, rule: PageRule, *, spaced: bool) -> int:
    """The index after the last line of the explainer box whose heading is ``lines[start]``.

    ``spaced``: the page's paragraphs stand apart by empty lines, so that lines without one belong together.

    Source of the idea: a box speaks of its key word and not of the story's names; the first paragraph in a block of
    its own that speaks of the story again is outside.
    """
    head = lines[start]
    story = story_words(lines[:start])
    recurring = _recurring(story)
    label = next((phrase for phrase in rule.starts if fold(head.text).startswith(fold(phrase))), "")
    key = head.content - _label_words(label) - recurring
    inside: set[str] = set(head.content - recurring)
    end = start + 1
    if head.prose and (end >= len(lines) or lines[end].gap):
        return end
    while end < min(len(lines), start + MOST_BOX_LINES):
        line = lines[end]
        if not story and end > start + 1 and line.gap and (line.words > 16 or line.sentences > 1):
            break  # above the story: the list or paragraph under the heading is all
        taken = lines[start + 1 : end]
        items = sum(one.headline_like and label_of(one.text) != "as_of" for one in taken)
        first = not any(one.prose or one.stopped for one in taken)
        contiguous = not line.gap and spaced
        if line.kind is not None or line.bullet or contiguous or label_of(line.text) == "as_of":
            end += 1
        elif line.headline_like and (first or (items and lines[end - 1].headline_like)):
            end += 1  # the box's own title, or an item of its list
        elif line.headline_like:
            after = next((one for one in lines[end + 1 :] if one.kind is None and one.prose), None)
            if after is None or not _in_box(after, key, inside, story):
                break
            end += 1
        elif (first and items < 2) or _in_box(line, key, inside, story) or _between(lines, end, key, story):
            end += 1
        else:
            break
        inside |= line.content - recurring
    while end > start + 1 and lines[end - 1].kind is not None and label_of(lines[end - 1].text) != "as_of":
        end -= 1
    return _not_too_much(lines, start, end)


def _between(lines: Sequence[Line], at: int, key: frozenset[str], story: Counter[str]) -> bool:
    """Whether a paragraph without a sign of the story stands before one that speaks of the box's key words."""
    if lines[at].content & _recurring(story):
        return False
    after = [one for one in lines[at + 1 : at + 4] if one.kind is None and one.prose][:2]
    return any(one.content & key for one in after)


def _label_words(label: str) -> frozenset[str]:
    return frozenset(word[:6] for word in fold(label).split())


def _in_box(line: Line, key: frozenset[str], inside: set[str], story: Counter[str]) -> bool:
    """Whether a paragraph speaks of the box's key words, or of what the box has said rather than of the story."""
    own = len(line.content & inside)
    if line.content & key:
        return own + 2 >= len(line.content & _recurring(story))
    known = len(line.content & story.keys())
    if key:
        return own > known and own >= 3
    return own >= known and not speaks(line.text)


def _not_too_much(lines: Sequence[Line], start: int, end: int) -> int:
    """A box that would swallow the rest of a story that has hardly begun is cut to its first block."""
    before = sum(line.words for line in lines[:start] if line.kind in (None, SegmentKind.LEAD) and line.prose)
    taken = sum(line.words for line in lines[start:end] if line.prose)
    after = sum(line.words for line in lines[end:] if line.kind is None and line.prose)
    if after or taken <= before or not before:
        return end
    stop = start + 2
    while stop < end and (not lines[stop].gap or lines[stop].bullet):
        stop += 1
    return min(stop, end)


def recommended(lines: Sequence[Line], byline: int) -> int:
    """The index where the recommended article begins that ends with the author's line ``lines[byline]``.

    Such a block is kicker, headline, blurb and author; without a headline over it the author's line stands alone.
    """
    at = byline - 1
    prose = 0
    while at >= 0 and lines[at].kind is None and lines[at].prose and prose < 2 and not lines[at].bullet:
        prose += 1
        at -= 1
        if at >= 0 and lines[at].kind is None and not lines[at].prose and not lines[at].stopped:
            break
    headlines = 0
    while at >= 0 and lines[at].kind is None and not lines[at].stopped and not lines[at].prose and headlines < 3:
        headlines += 1
        at -= 1
    if not headlines or prose > 1:
        return byline
    return at + 1
