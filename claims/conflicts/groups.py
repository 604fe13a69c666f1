"""What a claim says of all of a group, and what it says of some of it that stayed out."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.conflicts.counts import indices, measured, thing_features
from claims.conflicts.nouns import clause_of, noun
from claims.conflicts.side import Side, once_per_side
from claims.language.lexicon import load
from claims.models import Model
from claims.topics.frame import frame_of
from claims.topics.lexicon import forms, lexicon

BEHIND = 5  # words from a word for all of them to their noun


class GroupWords(Model):
    """``groups.toml``."""

    all: list[str]
    not_all: list[str]
    some: list[str]
    none_of: list[str]
    lacking: list[str]
    still: list[str]
    staying: list[str]
    anybody: list[str]
    done: list[str]
    ahead: list[str]
    people: list[str]
    before: list[str]
    after: list[str]
    at_once: list[str]
    only: list[str]
    unanimous: list[str]
    voting: list[str]
    against: list[str]
    alone: list[str]


class Group(NamedTuple):
    """The words that name a group, its noun's features, and whether it is of people."""

    evidence: tuple[int, ...]
    features: frozenset[str]
    people: bool
    anybody: bool = False  # a noun that any of the others may be called by
    done: frozenset[str] = frozenset()  # features of what else its clause tells


@cache
def group_words(language: str) -> GroupWords:
    """The data of ``language``; German where a language has none of its own."""
    data: GroupWords = load(language if language in ("de", "en") else "de", "groups", GroupWords)
    return data


@cache
def _people(language: str) -> frozenset[str]:
    """Every form of the nouns of people; German participles used as nouns are declined as adjectives."""
    data = group_words(language)
    made = {form for word in data.people for form in forms(word, language)}
    if language == "de":
        made |= {f"{word}{end}" for word in data.people if word.endswith("e") for end in ("n", "r")}
    return frozenset(made)


def _is_people(side: Side, index: int) -> bool:
    word, known = side.frame.words[index], _people(side.frame.language)
    return word.lower in known or word.lemma in known


@once_per_side
def whole(side: Side) -> Group | None:
    """The group of which all is said, neither wished nor on a condition nor said not to hold for all."""
    data, words, scope = group_words(side.frame.language), side.frame.words, side.frame.scope
    coming = {word.clause for place, word in enumerate(words) if word.lower in data.ahead and _may_lead(side, place)}
    for index, word in enumerate(words):
        if word.lower not in data.all or word.clause in scope.wished | scope.conditional | coming:
            continue
        if index and words[index - 1].lower in lexicon(side.frame.language).sets["negators"][0]:
            continue
        behind = words[index + 1 : index + 2]
        if any(other.lower in data.not_all or other.lemma in data.not_all for other in behind):
            continue
        head = _noun(side, index)
        if head < 0 or not _done(side, index):
            continue
        group = _group(side, (index, head) if head != index else (index,), head)
        inside = {n for n in side.frame.lemmas.values() if words[n].clause == word.clause and not scope.negative(n)}
        return group._replace(done=_told(side, inside - {index, head}))
    return None


def _may_lead(side: Side, place: int) -> bool:
    """A word for what is to come; a preposition only before a time: "by Friday", not "by text"."""
    words, bound = side.frame.words, lexicon(side.frame.language).function.bound
    return words[place].lower not in bound or (place + 1 < len(words) and side.timed(place + 1))


@once_per_side
def left_out(side: Side) -> Group | None:
    """Some of a group, who lack something or are still where they were."""
    data, words = group_words(side.frame.language), side.frame.words
    if whole(side) is not None:
        return None
    counted = {
        indices(side, item.quantity)[0]: item.quantity for item in measured(side) if indices(side, item.quantity)
    }
    for index, word in enumerate(words):
        number = index in counted and counted[index].unit in ("", "person") and counted[index].value > 0
        if not number and word.lower not in data.some:
            continue
        head = _noun(side, index)
        clause = {form for place in clause_of(words, index) for form in (words[place].lower, words[place].lemma)}
        going_on = _any(data.still, clause) and _any(data.staying, clause)
        if head < 0 or not (going_on or _any(data.lacking, clause)):
            continue
        found = _group(side, (index, head) if head != index else (index,), head)
        if found.people or number or not going_on:
            return found
    return None


def _any(phrases: list[str], clause: set[str]) -> bool:
    """One of the phrases stands in the clause, with all its words."""
    return any(clause.issuperset(phrase.split()) for phrase in phrases)


@once_per_side
def without(side: Side) -> Group | None:
    """Some of a group, or all of it, of whom something is denied: "many never got one", "not one of them was paid"."""
    data, words, scope = group_words(side.frame.language), side.frame.words, side.frame.scope
    for index, word in enumerate(words):
        none = word.lower in data.none_of and index > 0 and index - 1 in scope.used
        none = none or (word.lower in lexicon(side.frame.language).polarity.no and index in scope.used)
        unreal = word.clause in scope.wished | scope.conditional | scope.hedged
        if unreal or not (none or word.lower in data.some):
            continue
        head = _noun(side, index)
        denied = {n for n in side.frame.lemmas.values() if words[n].clause == word.clause and scope.negative(n)}
        denied -= {head} if none else {n for n in denied if n <= max(head, index)}
        if head < 0 or not denied:
            continue
        group = _group(side, (index, head) if head != index else (index,), head)
        return group._replace(done=_told(side, denied))
    return None


@once_per_side
def vote(side: Side) -> tuple[int, int, tuple[int, ...]]:
    """How all of a body or some of it voted: for (+1) or against (-1), all (1) or some (0), the words; (0, 0, ())."""
    data, words, scope = group_words(side.frame.language), side.frame.words, side.frame.scope
    told = frame_of(side.statement.mention, side.frame.language).words  # "two members said that they"
    for index, word in enumerate(words):
        if (word.lower not in data.voting and word.lemma not in data.voting) or scope.negative(index):
            continue
        inside = clause_of(words, index)
        if word.clause in scope.wished | scope.conditional or any(words[n].lower in data.ahead for n in inside):
            continue
        sign = -1 if any(words[n].lower in data.against for n in inside) else 1
        every = [n for n in inside if words[n].lower in data.unanimous]
        own = any(w.lower in lexicon(side.frame.language).function.me for n in inside for w in (words[n],))
        counted = any(words[n].kind == "number" or words[n].lower in data.some for n in inside[:3])
        if every:
            return sign, 1, (every[0], index)
        if own or side.alone or counted or any(w.kind == "number" or w.lower in data.some for w in told):
            return sign, 0, (index,)
    return 0, 0, ()


@once_per_side
def of_few(side: Side) -> Group | None:
    """What is said of one or a few alone: "in one classroom only", "nur in einem Raum"."""
    data, words, tables = group_words(side.frame.language), side.frame.words, lexicon(side.frame.language)
    parts = (q for q in side.quantities if q.unit in ("percent", "fraction") and q.change != "by")
    shares = {n for quantity in parts for n in indices(side, quantity)}  # "only half of the workers"
    for index, word in enumerate(words):
        if word.lower not in data.alone or word.clause in side.frame.scope.wished | side.frame.scope.conditional:
            continue
        inside = [n for n in clause_of(words, index) if abs(n - index) < BEHIND and n != index]
        ones = [n for n in inside if words[n].kind == "number" or words[n].lower in data.none_of]
        ones = [n for n in inside if n in shares and n > index][-1:] or ones
        if ones and not side.timed(ones[0]) and ones[0] + 1 < len(words):
            head = noun(words, ones[0] + 1, tables)
            if head >= 0 and not side.timed(head):
                return _group(side, (min(index, ones[0]), head), head)
    return None


def _told(side: Side, places: set[int]) -> frozenset[str]:
    """The features of what is done; of verbs that only say that something is there or got, where nothing else tells."""
    there = lexicon(side.frame.language).sets["there"][0]
    kept = [n for n in places if side.frame.words[n].lemma not in there] or sorted(places)
    return frozenset(name for n in kept for name in thing_features(side, n))


def _done(side: Side, index: int) -> bool:
    """Something was done to or got by all of them: what some can be left out of ("all survived" is no such thing)."""
    words, data = side.frame.words, group_words(side.frame.language)
    inside = [words[place] for place in clause_of(words, index)]
    if any(word.lower in data.done or word.lemma in data.done for word in inside):
        return True
    passive = any(word.lemma == "be" for word in inside) and any(word.lower.endswith("ed") for word in inside)
    return side.frame.language == "en" and passive


def _noun(side: Side, index: int) -> int:
    """The noun behind a word for all or some of it, or the word itself where it stands for people ("nobody")."""
    words = side.frame.words
    if _is_people(side, index):
        return index
    last = min(len(words), index + BEHIND)
    for place in range(index + 1, last):
        if words[place].clause != words[index].clause:
            return -1
        if _is_people(side, place):
            return place
    return noun(words[:last], index + 1, lexicon(side.frame.language)) if index + 1 < last else -1


def _group(side: Side, evidence: tuple[int, ...], head: int) -> Group:
    anybody = side.frame.words[head].lemma in group_words(side.frame.language).anybody
    return Group(evidence, thing_features(side, head), _is_people(side, head), anybody)
