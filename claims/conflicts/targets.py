"""What a predicate is said of, and whether two predicates are said of the same thing.

The subject of the clause, or what a verb of naming is done to ("hailed the programme as …"). A pronoun, a noun that
stands for whatever was spoken of, or nothing at all leaves it to the statement before.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of, governed, noun
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side
from claims.language.lexicon import load
from claims.models import Model
from claims.topics.frame import comparable
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.words import Word

BARE = 2  # words beside a predicate that still leave it open what it is said of
CLOSE = 260  # characters between two statements of which the second takes up what the first speaks of


class Match(Enum):
    """How two targets go together."""

    SAME = "same"  # a noun of both
    TAKEN_UP = "taken up"  # one leaves it to the other, right beside it
    OPEN = "open"
    OTHER = "other"
    ANOTHER = "another"  # of its kind, as a word before the noun tells


class Target(NamedTuple):
    """The noun a predicate is said of, or -1; its features; those of the words that tell which one it is."""

    place: int
    features: frozenset[str]
    generic: bool
    which: str = ""  # the word that tells it from others of its kind
    pronoun: bool = False  # no noun, but a pronoun or nothing at all stands for it


class TargetWords(Model):
    """``targets.toml``."""

    generic: list[str]
    effects: list[str]
    which: list[str]
    other: list[str]
    links: list[str]


@cache
def target_words(language: str) -> TargetWords:
    """The data of ``language``; German where a language has none of its own."""
    data: TargetWords = load(language if language in ("de", "en") else "de", "targets", TargetWords)
    return data


def target(side: Side, evidence: tuple[int, ...]) -> Target:
    """What the predicate at ``evidence`` is said of."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    table = target_words(side.frame.language)
    clause = clause_of(words, evidence[0])
    if words[clause[0]].lower in tables.function.like and clause[0]:  # "hailed the programme | as a triumph"
        clause = [*clause_of(words, clause[0] - 1), *clause]
    inside = [place for place in clause if place not in evidence and not _cue(side, place)]
    place = _german(side, inside, tables) if tables.language == "de" else _english(words, inside, evidence, tables)
    if place < 0:
        return Target(-1, frozenset(), False, pronoun=_points_back(side, inside, tables))
    which = _which(words, place, table)
    if _plain(words[place], table):
        whose = _owner(words, place, tables)
        if whose < 0 or whose in evidence:
            return Target(place, thing_features(side, place), not _counted(side, place), which)
        place = whose  # "the state of the roof"
    return Target(place, thing_features(side, place), _plain(words[place], table), which)


def _counted(side: Side, place: int) -> bool:
    """ "Two people were hurt": nobody who was spoken of before; "the two men" were."""
    words, definite = side.frame.words, lexicon(side.frame.language).function.definite
    for quantity in side.quantities:
        inside = [n for n, word in enumerate(words) if quantity.span.start <= word.start < quantity.span.end]
        if inside and place in (*inside, inside[-1] + 1):
            return inside[0] == 0 or words[inside[0] - 1].lower not in definite
    return False


def _plain(word: Word, table: TargetWords) -> bool:
    """The noun stands for whatever was spoken of, or for what came of it."""
    return any(form in table.generic or form in table.effects for form in (word.lemma, word.lower))


def _owner(words: tuple[Word, ...], place: int, tables: Lexicon) -> int:
    """The noun that a genitive behind a noun names, or -1."""
    behind = words[place + 1 : place + 2]
    if not behind or behind[0].lower not in tables.function.genitive or behind[0].clause != words[place].clause:
        return -1
    return noun(words, place + 2, tables) if place + 2 < len(words) else -1


def _which(words: tuple[Word, ...], place: int, table: TargetWords) -> str:
    """The word before a noun that says which of two or more is meant: "the old wing", "a rival drug"."""
    before = [word for word in words[max(0, place - 2) : place] if word.clause == words[place].clause]
    return next((f for word in before for f in (word.lemma, word.lower) if f in table.which or f in table.other), "")


def _points_back(side: Side, inside: list[int], tables: Lexicon) -> bool:
    """A pronoun stands there for what was spoken of, or next to nothing beside the predicate."""
    words = side.frame.words
    pronouns = {*tables.function.that, *tables.function.proforms}
    told = [place for place in inside if words[place].lemma in side.frame.lemmas]
    return len(told) <= BARE and (len(told) < BARE or any(words[place].lower in pronouns for place in inside))


def _cue(side: Side, place: int) -> bool:
    """The word attributes the claim, or is a verb of naming that does."""
    words, cue = side.frame.words, side.statement.cue_span
    inside = cue is not None and cue.start <= words[place].start < cue.end
    return inside or words[place].lemma in lexicon(side.frame.language).polarity.naming


def _german(side: Side, inside: list[int], tables: Lexicon) -> int:
    words = side.frame.words
    for place in inside:
        word = words[place]
        if word.kind != "word" or not word.text[:1].isupper() or side.timed(place):
            continue
        if word.lower in tables.stop or word.lemma in tables.stop or governed(words, place, tables):
            continue
        if place == 0 and word.lemma not in side.frame.lemmas and place not in side.frame.names.values():
            continue
        return place
    return -1


def _english(words: tuple[Word, ...], inside: list[int], evidence: tuple[int, ...], tables: Lexicon) -> int:
    before = [place for place in inside if place < evidence[0]]
    if not before:
        return -1
    start, end = before[0], evidence[0]
    links = target_words("en").links
    # "the gates stayed shut": the verb that links them is no noun
    end = next((n for n in before[1:] if words[n].lemma in links and not _of_noun(words[n - 1], tables)), end)
    while start < end:
        head = noun(words[:end], start, tables)
        if head < 0:
            return -1
        if head in before and not governed(words, head, tables) and not words[head].lower.endswith("ly"):
            return head
        start = head + 1
    return -1


def _of_noun(word: Word, tables: Lexicon) -> bool:
    """A noun follows: "the stand", "no stay"."""
    return word.lower in tables.function.determiners or word.lower in tables.polarity.no


def match(pair: Pair, a: Target, b: Target) -> Match:
    """Whether two predicates are said of one thing."""
    translated = pair.a.frame.language != pair.b.frame.language
    named = a.place >= 0 and b.place >= 0 and not a.generic and not b.generic
    other = target_words("de").other + target_words("en").other
    if a.which != b.which and ((a.which and b.which) or a.which in other or b.which in other):
        return Match.ANOTHER
    shared = {name for name in a.features & b.features if comparable(name, translated)}
    if shared and not (a.generic and b.generic):
        return Match.SAME
    if named:
        return Match.OPEN if translated else Match.OTHER
    later, _ = _ordered(pair)
    refers = b if later is pair.b else a
    first = a if later is pair.b else b
    if close(pair) and (refers.pronoun or refers.generic or first.generic):
        return Match.TAKEN_UP
    return Match.OPEN


def of_one_noun(pair: Pair, finding: Finding) -> bool:
    """Both name what the words of the clash are said of, by one noun: "the sluices were opened", "the sluices stayed
    shut"."""
    if not finding.a or not finding.b:
        return False
    return match(pair, target(pair.a, finding.a), target(pair.b, finding.b)) is Match.SAME


def close(pair: Pair) -> bool:
    """The one stands right behind the other."""
    later, earlier = _ordered(pair)
    return pair.same_article and later.statement.char_start - earlier.statement.char_end <= CLOSE


def _ordered(pair: Pair) -> tuple[Side, Side]:
    """The later and the earlier of the two, as the article has them."""
    if pair.a.statement.char_start > pair.b.statement.char_start:
        return pair.a, pair.b
    return pair.b, pair.a
