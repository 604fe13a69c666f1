"""Phrases by which page furniture gives itself away, from ``data/<code>/page_furniture.toml``.

All languages' phrases are tried on every page: an English page may carry a German partner link, and what language a
page is in is known only once its furniture is out of the way.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language import lexicon
from claims.models import SegmentKind

_DECORATION = " \t-–—•·*>»›→▶►▸|:.,…!?+#[]()=_~@“”„\"'"
_DIGITS = re.compile(r"\d+")
_BAR = re.compile(r"\s+[·|•/›»>–]\s+|\s{3,}")
_WORDS = re.compile(r"\w+|#")
_SPACE = re.compile(r"\s+")
LONGEST = 700  # characters of a line that are compared with phrases


class Scope(StrEnum):
    """How far a rule reaches: its line, a list under it, to the end unless the story resumes, to the end, a box."""

    LINE = "line"
    LIST = "list"
    END = "end"
    STOP = "stop"
    BOX = "box"


class PageRule(BaseModel):
    """One kind of furniture: phrases that are a whole line, begin it, end it or stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: SegmentKind
    scope: Scope = Scope.LINE
    most_words: int = 40
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()


class PageFurniture(BaseModel):
    """The file ``page_furniture.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[PageRule, ...]
    picture_labels: tuple[str, ...]  # before a colon: who took the picture
    picture_marks: tuple[str, ...]  # words that only captions hold
    byline_words: tuple[str, ...]  # "von", "by": before the author's name
    byline_joins: tuple[str, ...]  # between two authors
    teaser_ends: tuple[str, ...]  # "weiterlesen": what the last words of a teaser are
    genre_labels: tuple[str, ...]  # "Ein Gastbeitrag": last sentence of a teaser for another article
    html_classes: dict[SegmentKind, tuple[str, ...]]  # words of class and id names of blocks that are not the article
    picture_sources: tuple[str, ...]  # after a slash at the end of a caption: "FILE", "Pool"
    reader_words: tuple[str, ...]  # words, as written, that address the reader when they stand within a sentence
    reader_you: tuple[str, ...]  # a word of these and one for "us" in one line address the reader
    saying: tuple[str, ...]  # verbs of saying: a line that holds one is no picture caption


class Match(NamedTuple):
    """The rule that a line falls under; ``inside``: only because a phrase stands somewhere in it."""

    rule: PageRule
    inside: bool = False


Phrases = dict[str, list[tuple[str, PageRule]]]  # by their first word, those for the end of a line by their last


class _Index(NamedTuple):
    whole: dict[str, PageRule]
    starts: Phrases
    ends: Phrases
    contains: Phrases


def fold(text: str) -> str:
    """``text`` in lower case, digits as ``#``, white space single, decoration at both ends gone."""
    return _DIGITS.sub("#", _SPACE.sub(" ", text[:LONGEST].lower())).strip(_DECORATION + " ")


def files() -> tuple[PageFurniture, ...]:
    """The furniture phrases of every language."""
    return tuple(lexicon.load(code, "page_furniture", PageFurniture) for code in lexicon.languages())


@cache
def words(field: str) -> frozenset[str]:
    """One of the word lists, folded, of all languages together."""
    return frozenset(fold(word) for data in files() for word in getattr(data, field))


@cache
def raw_words(field: str) -> frozenset[str]:
    """One of the word lists as written, of all languages together."""
    return frozenset(word for data in files() for word in getattr(data, field))


@cache
def html_classes() -> tuple[tuple[str, SegmentKind], ...]:
    """Class names with the kind of what they hold, as ``-name-``, all languages."""
    return tuple((f"-{name}-", kind) for data in files() for kind, names in data.html_classes.items() for name in names)


@cache
def _index() -> _Index:
    rules = [rule for data in files() for rule in data.rules]
    whole: dict[str, PageRule] = {}
    for rule in rules:
        for phrase in rule.lines:
            whole.setdefault(fold(phrase), rule)

    def phrases(field: str, word: int) -> Phrases:
        found: Phrases = {}
        for rule in rules:
            for phrase in getattr(rule, field):
                folded = _start_phrase(phrase) if field == "starts" else fold(phrase)
                found.setdefault(_WORDS.findall(folded)[word], []).append((folded, rule))
        return found

    return _Index(whole, phrases("starts", 0), phrases("ends", -1), phrases("contains", 0))


def _start_phrase(phrase: str) -> str:
    """A phrase for the beginning of a line; its colon counts."""
    return fold(phrase) + (":" if phrase.rstrip().endswith(":") else "")


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is made of whole words."""
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


@lru_cache(maxsize=4096)
def match(text: str) -> Match | None:
    """The furniture rule that ``text``, one line, falls under.

    The heading of a list with one item in the same line ("Related: …") reaches no further than its line.
    """
    folded = fold(text) if len(text) <= LONGEST else ""
    if not folded:
        return None
    index = _index()
    rule = index.whole.get(folded)
    if rule is not None:
        return Match(rule)
    parts = [fold(part) for part in _BAR.split(text)]
    if len(parts) > 1:
        known = [index.whole[part] for part in parts if part in index.whole]
        if len(known) >= 0.6 * len(parts) or (len(parts) > 2 and parts[0] in index.whole):
            return Match(known[0].model_copy(update={"scope": Scope.LINE}))
    head, colon, _ = folded.partition(":")
    listing = index.whole.get(head.strip()) if colon else None
    if listing is not None and listing.scope in (Scope.LIST, Scope.END, Scope.STOP):
        return Match(listing.model_copy(update={"scope": Scope.LINE}))
    count = folded.count(" ") + 1
    words = _WORDS.findall(folded) or [folded]
    for phrase, rule in index.starts.get(words[0], ()):
        begins = count <= rule.most_words and folded.startswith(phrase)
        if begins and (phrase.endswith(":") or _bounded(folded, 0, len(phrase))):
            return Match(rule)
    for phrase, rule in index.ends.get(words[-1], ()):
        ends = count <= rule.most_words and folded.endswith(phrase)
        if ends and _bounded(folded, len(folded) - len(phrase), len(folded)):
            return Match(rule)
    for word in sorted(index.contains.keys() & set(words)):
        for phrase, rule in index.contains[word]:
            place = folded.find(phrase) if count <= rule.most_words else -1
            if place >= 0 and _bounded(folded, place, place + len(phrase)):
                return Match(rule, inside=True)
    return None
