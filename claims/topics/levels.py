"""Which of several meetings of one story a statement speaks of: that of the presidents or that of the ministers.

The same parties may meet twice, on two levels, and what is said of the one meeting reads like what is said of the
other. The level is told where a sentence names it with the meeting ("the talks of the foreign ministers"); a claim
that does not tell it is of the meeting whose place or people it names, else of the one told last before it in its
paragraph or the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from claims.language.sentences import split
from claims.models import Statement
from claims.topics.frame import Frame, frame, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.words import sound

MEETINGS = frozenset({"meet", "talks", "call", "visit"})
HEAD = "head"
MINISTER = "minister"  # concept and level of ministers whose field is not told
_LINE = re.compile(r"[^\n]+")


class _Sentence(NamedTuple):
    end: int
    line: int  # the number of its paragraph
    frame: Frame


def levels(statements: Sequence[Statement], story_of: Mapping[str, int], texts: Mapping[str, str]) -> dict[str, str]:
    """Statement id → the office of those who meet, for stories that tell of meetings on two levels or more.

    ``story_of`` and ``texts`` are keyed by article id. A statement whose meeting is not known is not in the result.
    """
    by_story: dict[int, list[Statement]] = {}
    for item in statements:
        by_story.setdefault(story_of[item.article_id], []).append(item)
    out: dict[str, str] = {}
    for members in by_story.values():
        if any(not MEETINGS.isdisjoint(frame(item).events) for item in members):
            out |= _of_story(members, texts)
    return out


def _of_story(members: Sequence[Statement], texts: Mapping[str, str]) -> dict[str, str]:
    speakers = {sound(word) for item in members for word in f"{item.speaker} {item.mention}".split()}
    language = {item.article_id: item.language for item in members}
    told = {name: list(_sentences(texts.get(name, ""), code)) for name, code in language.items()}
    explicit = [
        (level, (name, sentence.line), sentence.frame)
        for name in told
        for sentence in told[name]
        if not MEETINGS.isdisjoint(sentence.frame.events) and (level := _level(sentence.frame, speakers))
    ]
    beside: dict[tuple[str, int], set[str]] = {}
    for level, place, _ in explicit:
        beside.setdefault(place, set()).add(level)
    # ministers that a paragraph names beside their presidents come with them
    known = {next(iter(those)) for those in beside.values() if len(those) == 1} - {MINISTER}
    ministers = [level for level in known if level.endswith(MINISTER)]
    if any(level == MINISTER for level, _, _ in explicit) and not ministers:
        known.add(MINISTER)
    if len(known) < 2:
        return {}
    alias = {level: level for level in known}
    if len(ministers) == 1:
        alias[MINISTER] = ministers[0]
    marks = _marks((alias[level], this) for level, _, this in explicit if level in alias)
    out: dict[str, str] = {}
    for item in members:
        this = frame(item)
        own = alias.get(_level(this, speakers), "") or _marked(this, marks)
        if not own:
            before = _before(item, told[item.article_id])
            own = next((level for one in before if (level := alias.get(_level(one, speakers), ""))), "")
        if own:
            out[item.id] = own
    return out


def _before(item: Statement, told: Sequence[_Sentence]) -> list[Frame]:
    """The sentences that lead up to a statement, its own included, nearest first."""
    here = next((sentence.line for sentence in told if sentence.end >= item.char_end), 0)
    return [s.frame for s in reversed(told) if s.end <= item.char_end and s.line >= here - 1]


def _sentences(text: str, language: str) -> Iterator[_Sentence]:
    for number, line in enumerate(_LINE.finditer(text)):
        for span in split(text, line.start(), line.end(), language):
            yield _Sentence(span.end, number, frame_of(text[span.start : span.end], language))


def _level(this: Frame, speakers: Set[str]) -> str:
    """The one office that is named as a body ("the foreign ministers"), else before the name of somebody who does not
    speak himself ("President Osipov plans to meet"); empty if there is none, or more than one."""
    ends = {office: _last(this, index) for office, index in this.offices.items() if _meets(office)}
    names = {office: _name_behind(this, last) for office, last in ends.items()}
    for found in (
        {office for office, last in ends.items() if not names[office] and _several(this, last)},
        {office for office, name in names.items() if name and name not in speakers},
    ):
        if len(found) == 1:
            return next(iter(found))
        if found:
            return ""
    ministers = (m.index for m in this.mentions if m.name == MINISTER)
    return MINISTER if any(not _name_behind(this, n) and _several(this, n) for n in ministers) else ""


def _meets(office: str) -> bool:
    """Heads and ministers meet on a level of their own; envoys and experts prepare it."""
    return office == HEAD or office.endswith(MINISTER)


def _last(this: Frame, index: int) -> int:
    """The last word of the office that begins here."""
    phrases = lexicon(this.language).office_phrases
    return index + max((len(phrase) - 1 for phrase in phrases if _stands(phrase, this, index)), default=0)


def _several(this: Frame, index: int) -> bool:
    """The noun may be a plural; "talks with the prime minister" are of no level. German forms mostly leave it open."""
    word = this.words[index]
    return this.language != "en" or word.lower != word.lemma


def _name_behind(this: Frame, last: int) -> str:
    """The last word, by its sound, of the name behind an office: "Foreign Minister Ines Calvet", "the minister, Ines
    Calvet"; empty if none follows."""
    words, names = this.words, set(this.names.values())
    if last + 1 not in names or words[last + 1].start - words[last].end > len(", "):
        return ""
    last += 1
    while last + 1 in names and words[last + 1].start == words[last].end + 1:
        last += 1
    return sound(words[last].text)


def _stands(phrase: Sequence[str], this: Frame, index: int) -> bool:
    found = this.words[index : index + len(phrase)]
    return len(found) == len(phrase) and all(part in (w.lower, w.lemma) for part, w in zip(phrase, found, strict=True))


def _marks(told: Iterable[tuple[str, Frame]]) -> dict[str, str]:
    """The names that stand with one level alone."""
    found: dict[str, set[str]] = {}
    for level, this in told:
        for name in this.names:
            found.setdefault(name, set()).add(level)
    return {name: next(iter(those)) for name, those in found.items() if len(those) == 1}


def _marked(this: Frame, marks: Mapping[str, str]) -> str:
    found = {marks[name] for name in this.names if name in marks}
    return next(iter(found)) if len(found) == 1 else ""
