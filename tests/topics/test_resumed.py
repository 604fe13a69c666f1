"""A clause that an insertion parts is one clause; what only looks like one stays apart."""

from __future__ import annotations

import pytest

from claims.topics.lexicon import lexicon
from claims.topics.words import words

ONE = [
    ("en", "The contract, worth 310 million, was signed on Friday", "contract", "signed"),
    ("en", "that the bridge, which opened in 1970, collapsed on Monday", "bridge", "collapsed"),
    ("de", "Der Vertrag, 310 Millionen schwer, wurde am Freitag unterzeichnet", "Vertrag", "unterzeichnet"),
    ("de", "man habe den Vertrag, der lange vorlag, am Freitag unterzeichnet", "Vertrag", "unterzeichnet"),
    ("de", "dass der Vertrag, den keiner kannte, schon unterzeichnet worden sei", "Vertrag", "unterzeichnet"),
]
TWO = [
    ("en", "prices rose, costs fell, wages stayed the same", "prices", "stayed"),
    ("en", "The contract: worth 310 million. It was signed", "contract", "signed"),
    ("de", "Die Preise stiegen, die Kosten sanken, die Löhne blieben gleich", "Preise", "blieben"),
    ("de", "Man habe verhandelt, wie es üblich sei, und wolle nun unterzeichnen", "verhandelt", "unterzeichnen"),
]


def _clauses(language: str, claim: str, first: str, last: str) -> tuple[int, int]:
    clause = {word.text: word.clause for word in words(claim, (), lexicon(language))}
    return clause[first], clause[last]


@pytest.mark.parametrize(("language", "claim", "first", "last"), ONE)
def test_an_insertion_parts_no_clause(language: str, claim: str, first: str, last: str) -> None:
    early, late = _clauses(language, claim, first, last)
    assert early == late


@pytest.mark.parametrize(("language", "claim", "first", "last"), TWO)
def test_clauses_with_verbs_of_their_own_stay_apart(language: str, claim: str, first: str, last: str) -> None:
    early, late = _clauses(language, claim, first, last)
    assert early != late


def test_the_insertion_is_a_clause_of_its_own_and_the_next_one_follows() -> None:
    found = words("The plan, a compromise, was dead, but nobody said that", (), lexicon("en"))
    clause = {word.text: word.clause for word in found}
    assert clause["compromise"] not in (clause["plan"], clause["nobody"])
    assert clause["nobody"] == clause["dead"] + 1
