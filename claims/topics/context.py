"""What a claim takes from its surroundings: the matter of an elliptic claim, and who belongs to which state.

An elliptic claim ("such a meeting", "no date has been agreed") names an event or a status and no party. It takes the
parties of the nearest statement before it in its article that speaks of the same event, else of the one directly
before it. Who belongs to which state and holds which office is read off appositions ("US-Präsident Donald Trump",
"Russian President Vladimir Putin") in the statements and, when given, the articles.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.language.lemmas import lemma
from claims.models import Article, Statement
from claims.topics.contrast import NO_CONTRAST, Contrast, contrasts
from claims.topics.discourse import attribution
from claims.topics.fields import with_fields
from claims.topics.frame import Frame, frame, frame_of
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.words import compound, sound

REACH = 4  # statements back that an elliptic claim may lean on
SENTENCES = 8  # sentences back in which the parties of an event are looked for
BEFORE = 260  # characters before a statement that lead up to it
COMMON = 64
SMALL_CASE = 256  # statements; a smaller case tells little about how rare a word is
# weights of what a claim takes from a statement, from what leads up to it, from the headline
INHERITED, NEAR, TITLE = 0.6, 0.35, 0.4
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*+")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.]*\w)?(?:[-‐‑][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Context:
    """What a claim inherits."""

    names: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    features: Mapping[str, float] = field(default_factory=dict)
    contrast: Contrast = NO_CONTRAST  # the statement before, by somebody else, that it is set against


NONE = Context()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The frames and contexts of all statements by id, and what the texts say about people: name → state, name →
    office. Made once for all that groups and compares them."""

    contexts: Mapping[str, Context]
    state_of: Mapping[str, str]
    office_of: Mapping[str, str]
    frames: Mapping[str, Frame] = field(default_factory=dict)
    common: frozenset[str] = frozenset()  # features that many statements of the case have

    def of(self, statement: Statement) -> Context:
        return self.contexts.get(statement.id, NONE)

    def frame(self, statement: Statement) -> Frame:
        return self.frames.get(statement.id) or frame(statement)


BARE = Surroundings({}, {}, {})  # nothing known but the claims


def surroundings(statements: Sequence[Statement], articles: Iterable[Article] = ()) -> Surroundings:
    """Read the surroundings of ``statements``; ``articles`` add the appositions of their text."""
    texts = {article.id: article for article in articles}
    belonging = Belonging()
    having: Counter[str] = Counter()
    contexts: dict[str, Context] = {}
    frames: dict[str, Frame] = {}
    by_article = in_articles(statements)
    for name in (*by_article, *(name for name in texts if name not in by_article)):
        group, article = by_article.get(name, []), texts.get(name)
        those, inherited = in_article(group, article)
        frames |= those
        contexts |= inherited
        having.update(features_of(those.values()))
        belonging.read(group, article)
    return Surroundings(
        contexts, settled(belonging.states), settled(belonging.offices), frames, common(having, len(statements))
    )


def in_articles(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements by article, each article's in the order of its text."""
    out: dict[str, list[Statement]] = {}
    for statement in statements:
        out.setdefault(statement.article_id, []).append(statement)
    for group in out.values():
        group.sort(key=lambda item: (item.char_start, item.char_end, item.id))
    return out


def in_article(group: Sequence[Statement], article: Article | None) -> tuple[dict[str, Frame], dict[str, Context]]:
    """The frames and contexts, by id, of all statements of one article in the order of its text."""
    frames = [frame(item) for item in group]
    told = _Told(article)
    contexts: dict[str, Context] = {}
    for index, item in enumerate(group):
        contexts[item.id] = _inherit(frames, contexts, group, index, told)
    for item, contrast in zip(group, contrasts(group, frames, article), strict=True):
        this = contexts[item.id]
        features = _richest(this.features, _nearby(item, article, told))
        contexts[item.id] = replace(this, features=features, contrast=contrast)
    return {item.id: this for item, this in zip(group, frames, strict=True)}, contexts


def features_of(frames: Iterable[Frame]) -> Counter[str]:
    """How many of these claims have each feature."""
    out: Counter[str] = Counter()
    for this in frames:
        out.update(with_fields(this.features, this.language).keys())
    return out


def common(having: Mapping[str, int], statements: int) -> frozenset[str]:
    """The features that more than one in :data:`COMMON` statements of a case have, its size taken to a power of two.

    Two classes and no finer, and a bound that stands until the case has doubled: so new articles change the weights
    of very few features, and the statements that have none of these are what they were.
    """
    least = 2 ** round(math.log2(max(statements, SMALL_CASE))) / COMMON
    return frozenset(name for name, number in having.items() if number > least)


def _richest(a: Mapping[str, float], b: Mapping[str, float]) -> dict[str, float]:
    return {name: max(a.get(name, 0.0), b.get(name, 0.0)) for name in sorted({*a, *b})}


def _nearby(item: Statement, article: Article | None, told: _Told) -> dict[str, float]:
    """Features of the words that lead up to a claim: the sentences before it, its attribution, the headline."""
    out: dict[str, float] = {}
    if article is not None:
        for sentence in told.between(item.char_start - BEFORE, item.char_start + 1):
            for name, weight in sentence.features.items():
                out[name] = max(out.get(name, 0.0), weight * NEAR)
        if article.title:
            for name, weight in frame_of(article.title, item.language).features.items():
                out[name] = max(out.get(name, 0.0), weight * TITLE)
    speakers = {f"n:{sound(part)}" for part in (*item.speaker.split(), *item.mention.split())}
    for name, weight in attribution(item).features.items():
        if name not in speakers:
            out[name] = max(out.get(name, 0.0), weight * NEAR)
    return {name: weight for name, weight in out.items() if name not in speakers}


def elliptic(this: Frame) -> bool:
    """Whether the claim names no party of its own, so that it leans on what stands before it."""
    return not this.names and not this.states


class _Told:
    """The sentences of the readable text, read as frames when a claim leans on them."""

    def __init__(self, article: Article | None) -> None:
        self.language = article.language if article is not None else ""
        self.sentences = [
            (match.end(), match.group())
            for segment in (article.readable() if article is not None else ())
            for match in _SENTENCE.finditer(article.text if article is not None else "", segment.start, segment.end)
        ]

    def frame(self, place: int) -> Frame:
        return frame_of(self.sentences[place][1], self.language)

    def between(self, first: int, last: int) -> list[Frame]:
        """Those that end from the one place of the text to the other."""
        at = bisect_left(self.sentences, first, key=lambda pair: pair[0])
        out: list[Frame] = []
        while at < len(self.sentences) and self.sentences[at][0] <= last:
            out.append(self.frame(at))
            at += 1
        return out


def _inherit(
    frames: Sequence[Frame],
    done: Mapping[str, Context],
    group: Sequence[Statement],
    index: int,
    told: _Told,
) -> Context:
    this = frames[index]
    if not elliptic(this):
        return NONE
    own = this.events
    nearest: int | None = None
    for back in range(index - 1, max(-1, index - 1 - REACH), -1):
        before = done[group[back].id]
        shared = own & (frames[back].events | before.events)
        named = bool(frames[back].names or frames[back].states or before.names or before.states)
        if (shared and named) or (nearest is None and (not own or not frames[back].events)):
            nearest = back
            if shared:
                break
    sentence = _told(own, group[index].char_start, told)
    if sentence is not None and (nearest is None or sentence[0] > group[nearest].char_end):
        that = sentence[1]
        return _context(that, NONE, own, this)
    if nearest is None:
        return NONE
    return _context(frames[nearest], done[group[nearest].id], own, this)


def _told(own: frozenset[str], start: int, told: _Told) -> tuple[int, Frame] | None:
    """The last sentence before ``start`` that names the parties of one of these events, with its end."""
    if not own:
        return None
    earlier = [place for place, (end, _) in enumerate(told.sentences) if end <= start + 1][-SENTENCES:]
    for place in reversed(earlier):
        this = told.frame(place)
        if own & this.events and len(this.parties) >= 2:
            return told.sentences[place][0], this
    return None


def _context(that: Frame, before: Context, own: frozenset[str], this: Frame) -> Context:
    return Context(
        names=frozenset(that.names) | before.names,
        states=frozenset(that.states) | before.states,
        offices=frozenset() if this.offices else frozenset(that.offices) | before.offices,
        events=own or that.events | before.events,
        features={name: weight * INHERITED for name, weight in that.features.items()},
    )


class Belonging:
    """How often a name stands with a state, and with an office."""

    def __init__(self) -> None:
        self.states: dict[str, Counter[str]] = {}
        self.offices: dict[str, Counter[str]] = {}

    def read(self, group: Iterable[Statement], article: Article | None) -> None:
        """Add what one article and its quotes say."""
        for item in group:
            _appositions(item.quote, lexicon(item.language), self.states, self.offices)
        if article is not None:
            _appositions(article.text, lexicon(article.language), self.states, self.offices)


def settled(counts: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """For each name what it stands with most."""
    return {name: min(count, key=lambda one: (-count[one], one)) for name, count in sorted(counts.items())}


def _appositions(text: str, tables: Lexicon, states: dict[str, Counter[str]], offices: dict[str, Counter[str]]) -> None:
    """State, office, name in a row: "dem russischen Präsidenten Wladimir Putin", "Kreml-Chef Putin"."""
    found = [match.group() for match in _WORD.finditer(text)]
    last = len(found)
    for index, word in enumerate(found):
        office = _office(word, tables)
        if not office:
            continue
        state = _state(word, tables) or (_state(found[index - 1], tables) if index else "")
        follow = index + 1
        if not state and follow + 1 < last and _state(found[follow], tables):  # "Außenminister Russlands Sergei Lawrow"
            state, follow = _state(found[follow], tables), follow + 1
        names: list[str] = []
        while follow < last and len(names) < 3 and found[follow][:1].isupper() and not _office(found[follow], tables):
            if found[follow].lower() in tables.stop or _state(found[follow], tables):
                break
            names.append(sound(found[follow]))
            follow += 1
        for name in names[-1:]:
            offices.setdefault(name, Counter())[office] += 1
            if state:
                states.setdefault(name, Counter())[state] += 1


def _office(word: str, tables: Lexicon) -> str:
    low = word.lower()
    for piece in (low, lemma(word, tables.language), *low.split("-"), compound(word, tables.language, tables.heads)[1]):
        if piece in tables.offices:
            return tables.offices[piece]
    return ""


def _state(word: str, tables: Lexicon) -> str:
    low = word.lower()
    for piece in (low, lemma(word, tables.language), low.split("-")[0], low.removesuffix("s")):
        if piece in tables.states and (word[:1].isupper() or len(piece) > 3):
            return tables.states[piece]
    return ""
