"""A date for an undated article, proposed from another that reports the same; never taken silently.

The undated article ties words to weekdays ("sagte sie am Donnerstag"); where a dated article holds a statement with
the same words of a day that is that weekday, the weekday is that day. The article's own date is then the latest day
that its weekdays reach from there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

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
    for statement in sorted(statements, key=lambda item: (item.article_id, item.char_start, item.id)):
        by_article.setdefault(statement.article_id, []).append(statement)
        day = parse_day(statement.claim_date.value)
        if day is not None and statement.speaker and parse_day(by_id[statement.article_id].published.value):
            fixed.setdefault((statement.language, statement.speaker, day.weekday()), []).append(statement)
    words = _Words()
    proposals = (
        _proposal(article, by_article.get(article.id, []), fixed, by_id, words)
        for article in articles
        if not article.published.value
    )
    return [proposal for proposal in proposals if proposal is not None]


def _proposal(
    article: Article,
    statements: Sequence[Statement],
    fixed: Mapping[tuple[str, str, int], Sequence[Statement]],
    by_id: Mapping[str, Article],
    words: _Words,
) -> Proposal | None:
    weekdays = [
        expression
        for expression in find_dates(article.text, language=article.language)
        if expression.weekday is not None and not expression.value and expression.kind == "point"
    ]
    best: tuple[tuple[bool, int], TimeExpression, Statement, frozenset[str]] | None = None
    for statement in statements:
        own = _weekday_of(article, statement, weekdays)
        if own is None or own.weekday is None:
            continue
        for known in fixed.get((article.language, statement.speaker, own.weekday), ()):
            other = by_id[known.article_id]
            for around, count, share in ((False, SAME_WORDS, SAME_SHARE), (True, SAME_WORDS_AROUND, SAME_SHARE_AROUND)):
                one, two = words.of(article, statement, around=around), words.of(other, known, around=around)
                shared = one & two
                if len(shared) >= count and len(shared) >= share * min(len(one), len(two)):
                    strength = (not around, len(shared))
                    if best is None or strength > best[0]:
                        best = (strength, own, known, shared)
                    break
    if best is None:
        return None
    _, tied, known, shared = best
    other, day = by_id[known.article_id], parse_day(known.claim_date.value)
    if day is None:
        return None
    last, latest = day, tied
    for expression in weekdays:
        offset = ((expression.weekday or 0) - day.weekday() + NEAR) % 7 - NEAR
        if abs(offset) <= NEAR and day + timedelta(days=offset) > last:
            last, latest = day + timedelta(days=offset), expression
    telling = sorted(sorted(shared), key=len, reverse=True)[:SHOWN_WORDS]
    # as the undated article writes them first
    written = {lemma(word, article.language): word for word in reversed(_WORD.findall(article.text))}
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
            "words": ", ".join(written[word] for word in telling),
        },
    )


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
