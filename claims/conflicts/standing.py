"""How a figure stands in its claim: what it is said of, whether it counts a part of a whole, and who wants it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from claims.conflicts.nouns import clause_of, governed, noun, subject
from claims.conflicts.side import Side
from claims.language.lemmas import lemma
from claims.language.quantity_words import words_of
from claims.models import Qualifier, Quantity
from claims.topics.lexicon import lexicon

PART_BEHIND = 3  # words from a number to "of them", which makes it a part


class Mood(StrEnum):
    """What the speaker does with the figure."""

    STATED = "stated"
    MEANT = "meant"  # somebody is going to do it, or has to
    DEMANDED = "demanded"
    OFFERED = "offered"
    ALLOWED = "allowed"  # a limit, which may be kept or not
    EXPECTED = "expected"  # had been reckoned with, before it was counted


_SUFFERED = frozenset({"killed", "injured", "missing"})
_OF_FACTS = frozenset({Mood.STATED, Mood.MEANT})


class Standing(NamedTuple):
    """``part``: the words that tell which part of a whole is counted ("seriously", "of them")."""

    mood: Mood
    part: frozenset[str]
    subject: int  # index of the noun whose measure it is ("turnout was 61 percent"), or -1
    per: str = ""  # the time that it is a figure of: "per_month"
    purpose: int = -1  # index of the noun of what it is spent on


_PERIODS = ("per_hour", "per_day", "per_week", "per_month", "per_year")
_DEGREES = ("grave", "slight", "critical", "in_hospital")  # word lists of how badly people are off
PLAIN = Standing(Mood.STATED, frozenset(), -1)


def standing(side: Side, places: tuple[int, ...], quantity: Quantity) -> Standing:
    """The standing of the quantity whose words are at ``places``."""
    if not places:
        return PLAIN
    measured = quantity.unit not in ("", "person") or not quantity.thing
    return Standing(
        _mood(side, places, quantity),
        _part(side, places, quantity),
        _subject(side, places, quantity) if measured else -1,
        _per(side, places),
        _purpose(side, places) if measured else -1,
    )


def of_one_use(one: Standing, other: Standing) -> bool:
    """No two times are named for which the figures hold: a month's passengers and a year's."""
    return not one.per or not other.per or one.per == other.per


def may_differ(one: Standing, other: Standing) -> bool:
    """The two figures are of one kind of saying: a demand and an offer may well differ, two facts may not."""
    moods = {one.mood, other.mood}
    return moods <= _OF_FACTS or moods in ({Mood.OFFERED}, {Mood.ALLOWED})


def _mood(side: Side, places: tuple[int, ...], quantity: Quantity) -> Mood:
    found = side.frame
    tables = lexicon(found.language)
    inside = clause_of(found.words, places[0])

    def told(name: str) -> bool:
        return not set(inside).isdisjoint(found.scope.listed.get(name, ()))

    if told("demanding") and quantity.state not in _SUFFERED:  # "das Unglück forderte 14 Verletzte"
        return Mood.DEMANDED
    if told("offer"):
        return Mood.OFFERED
    if told("permitting") and (quantity.qualifier == Qualifier.MAX or not told("hedge")):
        return Mood.ALLOWED
    if told("expecting") and any(found.words[index].lower in tables.function.pluperfect for index in inside):
        return Mood.EXPECTED
    return Mood.MEANT if told("demand") else Mood.STATED


def _part(side: Side, places: tuple[int, ...], quantity: Quantity) -> frozenset[str]:
    words = side.frame.words
    first, last = places[0], places[-1]
    out: set[str] = set()
    for index in side.frame.scope.listed.get("part_of", ()):
        if _particle(side, index, last):
            continue
        if 0 < index - last <= PART_BEHIND or (index < first and words[index].clause == words[first].clause):
            out.add(words[index].lower)
    out.update(words[index].lower for index in side.frame.scope.listed.get("restricted", ()))
    others = [other.span.end for other in side.quantities if other.span.end <= words[first].start]
    for index in side.frame.scope.listed.get("including", ()):
        if index < first and all(end <= words[index].start for end in others):
            out.add(words[index].lower)
    clause = words[first].clause, words[first].part
    out.update(
        name
        for name in _DEGREES
        if any(
            (words[index].clause, words[index].part) == clause and (name != "in_hospital" or _goes_there(side, index))
            for index in side.frame.scope.listed.get(name, ())
        )
        and (name != "in_hospital" or not _patients(side, quantity))
        and (name != "slight" or len(side.quantities) > 1)  # "three were slightly hurt", and nobody else
    )
    if quantity.unit in ("percent", "fraction") and words[0].lower in lexicon(side.frame.language).figures.among:
        out.add(words[0].lower)  # "among under-30s, 72 percent"
    if quantity.unit in ("", "person"):
        out.update(words[n].lower for n in range(first + 1, min(last + 2, len(words) - 1)) if _of_whole(side, n))
    return frozenset(out)


def _particle(side: Side, index: int, last: int) -> bool:
    """German "trugen Verletzungen davon": the last word of its clause, and not right behind the number."""
    words = side.frame.words
    closing = index + 1 == len(words) or words[index + 1].clause != words[index].clause
    return side.frame.language == "de" and closing and index > last + 1 and words[index].kind == "word"


def _patients(side: Side, quantity: Quantity) -> bool:
    """Who is counted is in a hospital whatever is told of them."""
    tables = lexicon(side.frame.language)
    senses = (tables.senses.get(lemma(word, tables.language), ()) for word in quantity.thing.split())
    return any(sense.name == "patient" for found in senses for sense in found)


def _goes_there(side: Side, index: int) -> bool:
    """ "In hospital", "im Krankenhaus", "stationär", but not "hospitals were short of 900"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    noun_ = words[index].text[:1].isupper() or tables.language == "en"
    return not noun_ or governed(words, index, tables)


def _of_whole(side: Side, place: int) -> bool:
    """ "five of the injured", "fünf der Verletzten", but not "three of the twelve trams", whose whole is told."""
    words, function = side.frame.words, lexicon(side.frame.language).function
    if words[place].lower not in function.genitive or (
        words[place - 1].kind == "word" and not _spoken(side, place - 1)
    ):
        return False
    definite = {words[place].lower, words[place + 1].lower} & set(function.determiners)
    follow = words[place + 1 : place + 3]
    told = any(w.kind == "number" or _spoken(side, n) for n, w in enumerate(follow, place + 1))
    return bool(definite) and not told and all(w.clause == words[place].clause for w in follow)


def _spoken(side: Side, place: int) -> bool:
    """A number in words."""
    return side.frame.words[place].lower in words_of(side.frame.language).of["card"]


def _per(side: Side, places: tuple[int, ...]) -> str:
    inside = set(clause_of(side.frame.words, places[0]))
    return next((name for name in _PERIODS if not inside.isdisjoint(side.frame.scope.listed.get(name, ()))), "")


def _purpose(side: Side, places: tuple[int, ...]) -> int:
    """What stands behind "on", "für" right after the figure."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    at = places[-1] + 1
    if (
        at + 1 >= len(words)
        or words[at].lower not in tables.figures.purpose
        or words[at].clause != words[at - 1].clause
    ):
        return -1
    return -1 if side.timed(at + 1) else noun(words, at + 1, tables)


def _subject(side: Side, places: tuple[int, ...], quantity: Quantity) -> int:
    """The noun whose measure it is, by a verb that tells so; a change is told of the subject by any verb."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    inside = clause_of(words, places[0])
    verb = next((n for n in inside if words[n].lemma in tables.figures.amounting and not side.timed(n)), -1)
    if verb < 0 and quantity.change == "by":
        verb = places[0]
    found = subject(side, verb) if verb >= 0 else -1
    if 0 <= found < len(words) - 2 and words[found].lemma in tables.modality.shares:
        behind = words[found + 1].lower in (*tables.function.genitive, *tables.function.determiners)
        of = noun(words[: verb if verb > found else None], found + 2, tables) if behind else -1
        return of if of >= 0 else found  # "the number of burglaries"
    return found
