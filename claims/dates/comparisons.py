"""Times with which a claim only compares: "more than in 2019", "the worst storm since 1987"."""

from __future__ import annotations

import re

from claims.dates.past import verb_last
from claims.dates.words import saying_words
from claims.language.grammar import grammar
from claims.language.times import TimeExpression
from claims.language.word_tense import word_tense
from claims.models import Article

COMPARED = 50  # characters before a "since" in which its superlative stands
LEAD = 20  # characters before an expression in which the word that compares stands
_WORD = re.compile(r"[^\W\d_]+")


def compares(article: Article, expression: TimeExpression) -> bool:
    """Whether a "since" only tells how rare it is: the worst storm since 1987, erstmals seit 2010."""
    words = saying_words(article.language)
    if expression.kind != "since" or expression.text.split(" ", 1)[0].lower() not in words.since:
        return False
    start = expression.span.start
    lead = _WORD.findall(re.split(r"[,.;:!?\n]", article.text[max(0, start - COMPARED) : start])[-1])
    places = [
        index
        for index, word in enumerate(lead)
        if word.lower() in words.superlatives
        or (word.islower() and word.endswith(words.superlative_end) and word not in words.not_superlative)
    ]
    return bool(places) and not _has_its_verb(article, lead[places[-1] + 1 :])


def _has_its_verb(article: Article, behind: list[str]) -> bool:
    """Whether the words behind a superlative are its own predicate: "the hottest Junes have come since 2003"; not "the
    worst that it has seen since 1987"."""
    known = grammar(article.language)
    another = (
        known.relatives | known.subject_pronouns | known.determiners | saying_words(article.language).demonstratives
    )
    told = not verb_last(article) and any(word in known.have | known.be for word in behind)
    return told and another.isdisjoint(word.lower() for word in behind)


def is_compared_with(article: Article, expression: TimeExpression) -> bool:
    """Whether something of that time is only measured against: "kleiner als im Vorjahr", "more than in 2019"."""
    lead = article.text[max(0, expression.span.start - LEAD) : expression.span.start]
    before, words = _WORD.findall(lead), saying_words(article.language)
    if not before or lead[-1:] != " ":
        return False
    last = before[-1].lower()
    beside = lead.endswith(f"{before[-1]} ")  # "more than 10% next year" compares no years
    if last in words.comparing and beside:
        rest = lead[: lead.rfind(before[-1])].rstrip()
        # "…, als am Montag der Unterricht begann" compares nothing
        return rest[-1:].isalnum() or last not in grammar(article.language).subordinators
    known = grammar(article.language)
    clause = len(before) > 2 and before[-3].lower() in words.comparing and before[-2].lower() in known.subject_pronouns
    if clause and last in known.be | known.have:
        return True  # higher than it was in 2010
    if before[-1] in words.comparisons or (len(before) > 1 and before[-2] in words.comparisons):
        return True
    return _is_measured_against(article, expression.span.start)


def _is_measured_against(article: Article, start: int) -> bool:
    """Whether it dates what stands behind a word of comparison: "down from $190 million in 2025", "compared with a loss
    of £3m in the same period of last year"."""
    words, known = saying_words(article.language), grammar(article.language)
    lead = re.split(r"[;:!?\n]|[,.](?!\d)", article.text[max(0, start - COMPARED) : start])[-1]
    told = _WORD.findall(lead)
    for index in range(len(told) - 1, 0, -1):
        word = told[index].lower()
        if f"{told[index - 1].lower()} {word}" in words.measured_against:
            return True
        if word in known.relatives | known.subject_pronouns or word_tense(told[index], article.language) == "past":
            return False
    return False
