"""The day of an article that names none at its head: that of its latest saying, told from a day that its text dates.

"Am Montag, dem 4. Mai 2026, ist ein Bus …", "sagte sie am Dienstag": it is of the Tuesday after. Always inferred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from claims.dates.words import saying_words
from claims.language.calendar import parse_day
from claims.language.tense import looks_back
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Basis, Span, Statement, When

BESIDE = 60  # characters between the verb of a saying and its day
NEAR = 3  # days on either side of a day within which the weekdays of the text fall
SHORTEST_PROSE = 60  # characters
LONGEST_SENTENCE = 600
_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"(?<!\d)[.!?](?=\s|$)|\n")


def day_of_the_news(article: Article, statements: Sequence[Statement]) -> When:
    """The latest day on which something was said, from one told with its year; unknown where no such day is told.

    Told with its year is a saying's day, or with its weekday the day of what happened in the lead.
    """
    claims = [span for statement in statements for span in statement.claim_spans]
    days = [
        one
        for one in find_dates(article.text, language=article.language)
        if one.kind == "point" and not any(span.start <= one.span.start < span.end for span in claims)
    ]
    of_sayings = [one for one in days if any(_dates(article, one, statement) for statement in statements)]
    lead = _lead(article)
    of_news = [one for one in days if lead.start <= one.span.start < lead.end and _is_news(article, one)]
    dated = [one for one in (*of_sayings, *of_news) if one.basis is Basis.EXPLICIT and one.precision == "day"]
    if not dated:
        return When()
    latest = max(dated, key=lambda one: (one.value, -one.span.start))
    first = parse_day(latest.value)
    if first is None:
        return When()
    told = first
    for one in of_sayings:
        if one.weekday is None or one.value:
            continue
        on = first + timedelta(days=(one.weekday - first.weekday() + NEAR) % 7 - NEAR)
        if on > told:
            told, latest = on, one
    return When(value=told.isoformat(), basis=Basis.INFERRED, text=latest.text, span=latest.span)


def _dates(article: Article, day: TimeExpression, statement: Statement) -> bool:
    """Whether a day stands beside the verb of a saying, in its clause: "sagte sie am Dienstag".

    "Hatte sie gesagt" is of no day of the news.
    """
    cue = statement.cue_span
    if cue is None:
        return False
    first, last = min(cue.end, day.span.end), max(cue.start, day.span.start)
    between = article.text[first : max(first, last)]
    if len(between) > BESIDE or re.search(r"[.;:!?\n]", between):
        return False
    lead = _END.split(article.text[max(0, cue.start - BESIDE) : cue.start])[-1]
    told = _WORD.findall(f"{lead} {statement.cue}")
    return saying_words(article.language).pluperfect.isdisjoint(word.lower() for word in told)


def _lead(article: Article) -> Span:
    """The first paragraph of prose."""
    for line in _LINE.finditer(article.text):
        if len(line.group()) >= SHORTEST_PROSE and line.group().rstrip(' ”“"»«')[-1:] in ".!?":
            return Span(*line.span())
    return Span(0, 0)


def _is_news(article: Article, day: TimeExpression) -> bool:
    """Whether the sentence around a day with its weekday tells of what happened."""
    if not any(word.isalpha() and _is_weekday(word, article.language) for word in _WORD.findall(day.text)):
        return False
    text = article.text
    before = [match.end() for match in _END.finditer(text, max(0, day.span.start - LONGEST_SENTENCE), day.span.start)]
    after = _END.search(text, day.span.end, day.span.end + LONGEST_SENTENCE)
    sentence = text[before[-1] if before else 0 : after.start() if after else day.span.end + LONGEST_SENTENCE]
    return looks_back(_WORD.findall(sentence), article.language)


def _is_weekday(word: str, language: str) -> bool:
    return any(one.weekday is not None for one in find_dates(word, language=language))
