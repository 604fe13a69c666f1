"""A date for an undated article, proposed from another that reports the same; never taken silently.

The undated article ties words to weekdays ("sagte sie am Donnerstag"); where a dated article holds a statement with
the same words of a day that is that weekday, the weekday is that day. The article's own date is then the latest day
that its weekdays reach from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claims.language.calendar import parse_day
from claims.language.lemmas import lemma
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Model, Skipped, Span, Statement

SAME_WORDS = 4  # content words that two passages must share
SAME_SHARE = 0.5  # of the shorter passage's content words
SAME_WORDS_AROUND = 6  # the same of whole paragraphs, where the claims themselves are worded anew
SAME_SHARE_AROUND = 0.3
NEAR = 3  # days on either side of the tied weekday within which the article's other weekdays fall
_WORD = re.compile(r"[^\W\d_]{5,40}")
_SENTENCE = re.compile(r"[^.!?\n]+")


class Proposal(Model):
    """``value`` for the article ``article_id``, whose words at ``span`` name its weekday; ``key``, ``values``: why."""

    article_id: str
    other_id: str
    value: str
    span: Span
    key: str
    values: dict[str, str]

    def notice(self, source: str) -> Skipped:
        """The proposal as a notice on the file ``source``."""
        return Skipped(source=source, key=self.key, values=self.values)


class _Known(NamedTuple):
    """A statement whose day is known, with the content words of its claim and of its paragraph."""

    article: Article
    day: date
    statement: Statement
    words: frozenset[str]
    around: frozenset[str]


def infer(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Proposal]:
    """At most one proposal per undated article, in the articles' order. Deterministic; changes nothing."""
    dated = [article for article in articles if parse_day(article.published.value)]
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article_id, []).append(statement)
    known = [
        _Known(article, day, statement, _content(statement.claim, article.language), _around(article, statement))
        for article in sorted(dated, key=lambda item: item.id)
        for statement in by_article.get(article.id, [])
        if (day := parse_day(statement.claim_date.value)) is not None
    ]
    proposals: list[Proposal] = []
    for article in articles:
        if article.published.value:
            continue
        found = _proposal(article, by_article.get(article.id, []), known)
        if found is not None:
            proposals.append(found)
    return proposals


def _content(text: str, language: str) -> frozenset[str]:
    return frozenset(lemma(word, language) for word in _WORD.findall(text[:2000]))


def _around(article: Article, statement: Statement) -> frozenset[str]:
    start = article.text.rfind("\n", 0, statement.char_start) + 1
    end = article.text.find("\n", statement.char_end)
    return _content(article.text[start : end if end >= 0 else len(article.text)], article.language)


def _enough(shared: frozenset[str], one: frozenset[str], two: frozenset[str], count: int, share: float) -> bool:
    return len(shared) >= count and len(shared) >= share * min(len(one), len(two))


def _proposal(
    article: Article,
    statements: Sequence[Statement],
    known: Sequence[_Known],
) -> Proposal | None:
    weekdays = [
        expression
        for expression in find_dates(article.text, language=article.language)
        if expression.weekday is not None and not expression.value and expression.kind == "point"
    ]
    best: tuple[int, TimeExpression, Article, date, frozenset[str]] | None = None
    for statement in statements:
        own = _weekday_of(article, statement, weekdays)
        if own is None:
            continue
        words, around = _content(statement.claim, article.language), _around(article, statement)
        for fixed in known:
            if fixed.article.language != article.language or fixed.day.weekday() != own.weekday:
                continue
            if statement.speaker and fixed.statement.speaker and statement.speaker != fixed.statement.speaker:
                continue
            shared = words & fixed.words
            if not _enough(shared, words, fixed.words, SAME_WORDS, SAME_SHARE):
                shared = around & fixed.around
                if not _enough(shared, around, fixed.around, SAME_WORDS_AROUND, SAME_SHARE_AROUND):
                    continue
            if best is None or len(shared) > best[0]:
                best = (len(shared), own, fixed.article, fixed.day, shared)
    if best is None:
        return None
    _, tied, other, day, shared = best
    last, latest = day, tied
    for expression in weekdays:
        offset = ((expression.weekday or 0) - day.weekday() + NEAR) % 7 - NEAR
        if abs(offset) <= NEAR and day + timedelta(days=offset) > last:
            last, latest = day + timedelta(days=offset), expression
    return Proposal(
        article_id=article.id,
        other_id=other.id,
        value=last.isoformat(),
        span=latest.span,
        key="proposal.same_report",
        values={
            "article": article.title or article.source_file,
            "weekday": latest.text,
            "date": last.isoformat(),
            "other": other.title or other.source_file,
            "other_date": other.published.value,
            "words": ", ".join(sorted(shared)),
        },
    )


def _weekday_of(article: Article, statement: Statement, weekdays: Sequence[TimeExpression]) -> TimeExpression | None:
    """The weekday in the statement's sentence, outside its claim."""
    start = article.text.rfind("\n", 0, statement.char_start) + 1
    sentence = next((m for m in _SENTENCE.finditer(article.text, start) if m.end() >= statement.char_end - 1), None)
    stop = sentence.end() if sentence else statement.char_end
    near = [
        expression
        for expression in weekdays
        if statement.char_start - 60 <= expression.span.start < stop
        and not any(s.start <= expression.span.start < s.end for s in statement.claim_spans)
    ]
    return min(near, key=lambda e: abs(e.span.start - statement.char_end), default=None)
