"""A clause that goes on behind an insertion: "the contract, worth 310 million, was signed" is one clause and one more.

Told by finite verbs: what stands before the insertion has none and what follows it begins with one, or ends with one
where a subordinate clause is parted; or an auxiliary stands before a relative clause and its participle behind it
("man habe den Vertrag, der lange vorlag, am Freitag unterzeichnet").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.language.grammar import Grammar, grammar

if TYPE_CHECKING:
    from claims.topics.words import Word

LONGEST = 3  # clauses that an insertion may hold


def resume(words: Sequence[Word], weak: frozenset[int], language: str) -> Sequence[Word]:
    """The words, with the clauses joined that an insertion parts.

    ``weak`` are the numbers of the clauses that a comma or dash alone parts from the one before. An insertion gets a
    number behind all others, so that the clauses around it stay neighbours.
    """
    if len(weak) < 2:
        return words
    parts: dict[int, list[Word]] = {}
    for word in words:
        parts.setdefault(word.clause, []).append(word)
    table = grammar(language)
    outer: dict[int, int] = {}  # clause → the clause that it goes on with
    inserted: list[int] = []
    order = list(parts)
    at = 0
    while at < len(order):
        behind = _behind(order[at : at + LONGEST + 2], parts, weak, table)
        if behind:
            between, late = order[at + 1 : at + behind], order[at + behind]
            inserted += between
            outer[late] = order[at]
            parts[order[at]] += parts[late]
            del order[at + 1 : at + behind + 1]
        else:
            at += 1
    if not inserted:
        return words
    number = {clause: place for place, clause in enumerate([*order, *inserted])}
    shift: dict[int, int] = {}
    for late, early in outer.items():
        shift[late] = max(
            word.part + shift.get(word.clause, 0)
            for word in words
            if _owner(word, outer) == early and word.clause < late
        )
    return [
        word._replace(clause=number[_owner(word, outer)], part=word.part + shift.get(word.clause, 0)) for word in words
    ]


def _owner(word: Word, outer: dict[int, int]) -> int:
    return outer.get(word.clause, word.clause)


def _behind(order: Sequence[int], parts: dict[int, list[Word]], weak: frozenset[int], table: Grammar) -> int:
    """The place in ``order`` of the clause with which the first one goes on; 0 if it does not."""
    for place in range(1, len(order)):
        if order[place] not in weak:
            return 0
        if place > 1 and _goes_on(parts[order[0]], parts[order[1]], parts[order[place]], table):
            return place
    return 0


def _goes_on(first: Sequence[Word], inserted: Sequence[Word], after: Sequence[Word], table: Grammar) -> bool:
    if not any(_finite(word, table) for word in first):
        parted = first[0].lower in table.content_subordinators | table.subordinators
        return _finite(after[0], table) or (parted and not table.inline_content and _finite(after[-1], table))
    relative = inserted[0].lower in table.relatives and _finite(inserted[-1], table)
    bracket = _auxiliary(first, table) and not _auxiliary(after, table) and after[-1].lemma.endswith("n")
    return relative and bracket and after[-1].text.islower() and not table.inline_content


def _auxiliary(words: Iterable[Word], table: Grammar) -> bool:
    return any(word.lower in table.auxiliaries - table.infinite_auxiliaries for word in words)


def _finite(word: Word, table: Grammar) -> bool:
    """Whether the word can be a finite verb."""
    low = word.lower
    if low in table.infinite_auxiliaries or not word.text[:1].islower():
        return False
    if low in table.auxiliaries or low in table.finite:
        return True
    if table.inline_content:
        return low.endswith("ed") and len(low) > 4
    return word.lemma.endswith("n") and low != word.lemma and low not in table.closed
