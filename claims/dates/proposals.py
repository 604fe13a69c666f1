"""A date for an undated article, proposed from another that reports the same; never taken silently.

The undated article ties words to weekdays ("sagte sie am Donnerstag"); where a dated article holds a statement with
the same words of a day that is that weekday, the weekday is that day. The article's own date is then the latest day
that its weekdays reach from there. An article whose dateline names a day without its year ("HAMBURG, 14. Oktober –")
is of the year in which that day is nearest to the article that reports the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from claims.dates.heads import day_without_a_year, in_the_year_next_to
from claims.language.calendar import parse_day
from claims.language.lemmas import lemma
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Model, Skipped, Span, Statement

SAME_WORDS = 4  # content words that two passages must share
SAME_SHARE = 0.5  # of the shorter passage's content words
SAME_WORDS_AROUND = 6  # the same of whole paragraphs, where the claims themselves are worded anew
SAME_SHARE_AROUND = 0.25
NEAR = 3  # days on either side of the tied weekday within which the article's other weekdays fall
LONGEST_PASSAGE = 4000  # characters
SHOWN_WORDS = 6
REACH = 60  # characters before a quote in which its weekday may stand
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


class _Words:
    """The content words of claims and of the paragraphs around them, computed once."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, bool], frozenset[str]] = {}

    def of(self, article: Article, statement: Statement, *, around: bool) -> frozenset[str]:
        key = (statement.id, around)
        if key not in self._of:
            text = statement.claim
            if around:
                start = article.text.rfind("\n", 0, statement.char_start) + 1
                end = article.text.find("\n", statement.char_end)
                text = article.text[start : end if end >= 0 else len(article.text)]
            words = _WORD.findall(text[:LONGEST_PASSAGE])
            self._of[key] = frozenset(lemma(word, article.language) for word in words)
        return self._of[key]


def infer(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Proposal]:
    """At most one proposal per undated article, in the articles' order. Deterministic; changes nothing.

    ``statements`` are those of ``articles``, dated and with speakers. An article is only compared with those in its
    own language, and a statement with those of the same speaker.
    """
    if all(article.published.value for article in articles):
        return []
    by_id = {article.id: article for article in articles}
    by_article: dict[str, list[Statement]] = {}
    fixed: dict[tuple[str, str, int], list[Statement]] = {}
    said_by: dict[tuple[str, str], list[Statement]] = {}
    for statement in sorted(statements, key=lambda item: (item.article_id, item.char_start, item.id)):
        by_article.setdefault(statement.article_id, []).append(statement)
        if not statement.speaker or not parse_day(by_id[statement.article_id].published.value):
            continue
        said_by.setdefault((statement.language, statement.speaker), []).append(statement)
        day = parse_day(statement.claim_date.value)
        if day is not None:
            fixed.setdefault((statement.language, statement.speaker, day.weekday()), []).append(statement)
    alike = _Alike(by_id)
    proposals = (
        _of_the_dateline(article, by_article.get(article.id, []), said_by, alike)
        or _of_the_weekday(article, by_article.get(article.id, []), fixed, alike)
        for article in articles
        if not article.published.value
    )
    return [proposal for proposal in proposals if proposal is not None]


class _Match(NamedTuple):
    """A statement of the undated article and one of a dated article with the same words."""

    strength: tuple[bool, int]
    own: Statement
    known: Statement
    shared: frozenset[str]


class _Alike:
    """Which statements report the same."""

    def __init__(self, by_id: Mapping[str, Article]) -> None:
        self.by_id, self._words = by_id, _Words()

    def best(self, pairs: Iterable[tuple[Statement, Statement]]) -> _Match | None:
        """The pair that shares most words, those of the claims before those of the paragraphs around."""
        best: _Match | None = None
        for own, known in pairs:
            match = self._match(own, known)
            if match is not None and (best is None or match.strength > best.strength):
                best = match
        return best

    def _match(self, own: Statement, known: Statement) -> _Match | None:
        article, other = self.by_id[own.article_id], self.by_id[known.article_id]
        for around, count, share in ((False, SAME_WORDS, SAME_SHARE), (True, SAME_WORDS_AROUND, SAME_SHARE_AROUND)):
            one, two = self._words.of(article, own, around=around), self._words.of(other, known, around=around)
            shared = one & two
            if len(shared) >= count and len(shared) >= share * min(len(one), len(two)):
                return _Match((not around, len(shared)), own, known, shared)
        return None

    def proposal(self, match: _Match, day: str, span: Span, key: str) -> Proposal:
        """``day`` for the article of ``match``, whose words at ``span`` are read by it."""
        article, other = self.by_id[match.own.article_id], self.by_id[match.known.article_id]
        telling = sorted(sorted(match.shared), key=len, reverse=True)[:SHOWN_WORDS]
        # as the undated article writes them first
        written = {lemma(word, article.language): word for word in reversed(_WORD.findall(article.text))}
        return Proposal(
            article_id=article.id,
            other_id=other.id,
            value=day,
            span=span,
            key=key,
            values={
                "article": article.title or article.source_file,
                "weekday": article.text[span.start : span.end],
                "date": day,
                "other": other.title or other.source_file,
                "other_date": other.published.value,
                "words": ", ".join(written[word] for word in telling),
            },
        )


def _of_the_dateline(
    article: Article,
    statements: Sequence[Statement],
    said_by: Mapping[tuple[str, str], Sequence[Statement]],
    alike: _Alike,
) -> Proposal | None:
    """The day of the dateline in the year of the article that reports the same."""
    day = day_without_a_year(article, [span for statement in statements for span in statement.claim_spans])
    if day.span is None:
        return None
    match = alike.best(
        (statement, known)
        for statement in statements
        for known in said_by.get((article.language, statement.speaker), ())
        if in_the_year_next_to(day.value, alike.by_id[known.article_id].published.value)
    )
    if match is None:
        return None
    value = in_the_year_next_to(day.value, alike.by_id[match.known.article_id].published.value)
    return alike.proposal(match, value, day.span, "proposal.same_report_year")


def _of_the_weekday(
    article: Article,
    statements: Sequence[Statement],
    fixed: Mapping[tuple[str, str, int], Sequence[Statement]],
    alike: _Alike,
) -> Proposal | None:
    """The latest day that the article's weekdays reach from one that another article dates."""
    weekdays = [
        expression
        for expression in find_dates(article.text, language=article.language)
        if expression.weekday is not None and not expression.value and expression.kind == "point"
    ]
    tied = {statement.id: _weekday_of(article, statement, weekdays) for statement in statements}
    match = alike.best(
        (statement, known)
        for statement in statements
        if (own := tied[statement.id]) is not None and own.weekday is not None
        for known in fixed.get((article.language, statement.speaker, own.weekday), ())
    )
    day = parse_day(match.known.claim_date.value) if match else None
    latest = tied[match.own.id] if match else None
    if match is None or day is None or latest is None:
        return None
    last = day
    for expression in weekdays:
        offset = ((expression.weekday or 0) - day.weekday() + NEAR) % 7 - NEAR
        if abs(offset) <= NEAR and day + timedelta(days=offset) > last:
            last, latest = day + timedelta(days=offset), expression
    return alike.proposal(match, last.isoformat(), latest.span, "proposal.same_report")


def _weekday_of(article: Article, statement: Statement, weekdays: Sequence[TimeExpression]) -> TimeExpression | None:
    """The weekday in the statement's sentence, outside its claim."""
    if not weekdays:
        return None
    start = article.text.rfind("\n", 0, statement.char_start) + 1
    stop = next(
        (m.end() for m in _SENTENCE.finditer(article.text, start) if m.end() >= statement.char_end - 1),
        statement.char_end,
    )
    near = [
        expression
        for expression in weekdays
        if statement.char_start - REACH <= expression.span.start < stop
        and not any(claim.start <= expression.span.start < claim.end for claim in statement.claim_spans)
    ]
    return min(near, key=lambda expression: abs(expression.span.start - statement.char_end), default=None)
