"""The day that the head of an article names: "CROWN COURT, Wednesday 4 June 2025"; minutes' day of sitting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from claims.dates.words import saying_words
from claims.language import calendar
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Basis, Span, When

LINES = 4  # lines with text at the head
LONGEST_LINE = 140  # characters; a paragraph of the body is longer
PROSE = 8  # words of a sentence
NEAR = timedelta(days=183)  # from a fully dated day of the text to the day of its head
YEARS_ON = timedelta(days=900)  # the same, where the weekday of the lead bears it out
AROUND = 3  # years
SAME_NEWS = 1  # days from the weekday of the lead to the day of the head
LEAD = 400  # characters
_NO_YEAR = "XXXX"
_FULL = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?")
_WORD = re.compile(r"[^\W\d_]+")
_DATELINE = re.compile(r"[^\n]{4,80}?\s[–—-]\s")


def day_of_the_head(article: Article, claims: Sequence[Span]) -> When:
    """The one date in the first short lines or a dateline, outside every claim; unknown where two differ.

    To a day without a year the text may tell it: the year in which the day is near another that the text dates fully.
    """
    found, bare = _days_of_the_head(article, claims)
    if not found and len(bare) == 1:
        return _in_the_year_told(article, bare[0])
    return found[0] if len(found) == 1 else When()


def day_without_a_year(article: Article, claims: Sequence[Span]) -> When:
    """The one day that the head names without its year, ``XXXX-10-14``, where it names no other."""
    found, bare = _days_of_the_head(article, claims)
    return bare[0] if not found and len(bare) == 1 else When()


def in_the_year_next_to(day: str, other: str) -> str:
    """``day``, without a year, in the year in which it is nearest to the day ``other``; empty where half a year off."""
    near = calendar.parse_day(other)
    if near is None:
        return ""
    years = (near.year - 1, near.year, near.year + 1)
    days = [one for year in years if (one := calendar.parse_day(day.replace(_NO_YEAR, f"{year:04d}")))]
    nearest = min(days, key=lambda one: abs(one - near), default=None)
    return nearest.isoformat() if nearest and abs(nearest - near) <= NEAR else ""


def _days_of_the_head(article: Article, claims: Sequence[Span]) -> tuple[list[When], list[When]]:
    """The days in the first short lines or a dateline, outside every claim: with their year, and without one."""
    found: dict[str, When] = {}
    bare: dict[str, When] = {}
    for start, line in _lines(article.text):
        if len(line) > LONGEST_LINE or _is_prose(line):  # "LEEDS (12 March 2026) – The county will …"
            dateline = _DATELINE.match(line)
            line = dateline.group() if dateline else ""
        for expression in find_dates(line, language=article.language):
            when = _inferred(expression, start)
            if expression.precision != "day" or expression.kind != "point" or _said(when, claims):
                continue
            if expression.basis is Basis.EXPLICIT:
                found.setdefault(expression.value, when)
            elif expression.value.startswith(_NO_YEAR):
                bare.setdefault(expression.value, when)
    return list(found.values()), list(bare.values())


def _in_the_year_told(article: Article, when: When) -> When:
    """A day of the head in the year that the text tells: soonest after a day or month that it dates fully, or, with
    its lead's weekday for a witness, between years that it names; the weekday of the same day goes before the day's."""
    events: list[date] = []
    years: set[int] = set()
    for expression in find_dates(article.text, language=article.language):
        if expression.basis is not Basis.EXPLICIT or not expression.value[:4].isdigit():
            continue
        years.add(int(expression.value[:4]))
        if told := _FULL.fullmatch(expression.value.partition("/")[0]):  # of a quarter its beginning
            events.append(date(int(told[1]), int(told[2]), int(told[3] or 1)))
    weekdays = _weekdays_beside(article, when)
    ranked: list[tuple[int, timedelta, str]] = []
    for year in {year + by for year in years for by in range(-AROUND, AROUND + 1)}:
        day = calendar.parse_day(when.value.replace(_NO_YEAR, f"{year:04d}"))
        if day is None:
            continue
        behind = min((gap for event in events if (gap := day - event) >= timedelta()), default=None)
        late = min(((day.weekday() - weekday) % 7 for weekday in weekdays), default=SAME_NEWS + 1)
        between = any(year - AROUND <= one <= year for one in years) and any(
            year <= one <= year + AROUND for one in years
        )
        if late <= SAME_NEWS and (between or (behind is not None and behind <= YEARS_ON)):
            ranked.append((late, behind if behind is not None else YEARS_ON, day.isoformat()))
        elif behind is not None and behind <= NEAR:
            ranked.append((SAME_NEWS + 1, behind, day.isoformat()))
    return when.model_copy(update={"value": min(ranked)[-1]}) if ranked else When()


def _weekdays_beside(article: Article, when: When) -> list[int]:
    """The weekdays named without a date in the paragraph of the head's day: "told jurors Tuesday"."""
    place = when.span.start if when.span else 0
    text = article.text[place : place + LEAD].partition("\n")[0]
    return [
        one.weekday for one in find_dates(text, language=article.language) if one.weekday is not None and not one.value
    ]


def days_of_the_dateline(article: Article, expressions: Sequence[TimeExpression]) -> set[Span]:
    """The expressions in a dateline that give the article's own day: they are no event that is told."""
    heads = [
        Span(start, start + found.end()) for start, line in _lines(article.text) if (found := _DATELINE.match(line))
    ]
    own = (
        one.span
        for one in expressions
        if one.value == article.published.value
        and any(sign.isdigit() for sign in one.text)  # no weekday: "am Sonntag – "
    )
    return {span for span in own if any(head.start <= span.start and span.end <= head.end for head in heads)}


def day_of_the_sitting(article: Article, claims: Sequence[Span]) -> When:
    """The day on which was said what minutes record, unknown where the text is no minutes: they are printed later.

    Minutes call themselves so in their title or head, and a short line of it names the sitting's day.
    """
    known, published = saying_words(article.language), article.published.value
    head = list(_lines(article.text))
    titles = [article.title, *(line for _, line in head if len(line) <= LONGEST_LINE)]
    if not any(_is_called(title, known.minutes) for title in titles):
        return When()
    found: dict[str, When] = {}
    if _is_called(article.title, known.minutes):  # "Protokoll der Ratssitzung vom 9. Februar"
        for expression in find_dates(article.title, anchor=published, language=article.language, tense="past"):
            if expression.precision == "day" and expression.value <= published:
                found[expression.value] = When(value=expression.value, basis=Basis.INFERRED, text=expression.text)
    for start, line in head:
        held = any(word.lower().startswith(tuple(known.gatherings)) for word in _WORD.findall(line))
        if len(line) > LONGEST_LINE or not (held or _is_called(line, known.minutes)):
            continue
        for expression in find_dates(line, anchor=published, language=article.language, tense="past"):
            when = _inferred(expression, start)
            over = expression.precision == "day" and expression.value <= published
            if over and not _said(when, claims):
                found.setdefault(expression.value, when)
    return next(iter(found.values())) if len(found) == 1 else When()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The first lines with text, each with its place."""
    start = lines = 0
    while lines < LINES and 0 <= start < len(text):
        stop = text.find("\n", start)
        end = stop if stop >= 0 else len(text)
        if text[start:end].strip():
            lines += 1
            yield start, text[start:end]
        start = end + 1


def _is_prose(line: str) -> bool:
    """Whether a short line is a sentence that tells something and no head."""
    return line.rstrip(' ”“"»«')[-1:] in (".", "!", "?") and len(_WORD.findall(line)) >= PROSE


def _is_called(line: str, names: Sequence[str]) -> bool:
    """Whether a line begins with a name of the text, or with the name as the end of a compound: Sitzungsprotokoll."""
    first = next(iter(_WORD.findall(line)), "").lower()
    return bool(first) and first.endswith(tuple(names))


def _inferred(expression: TimeExpression, start: int) -> When:
    span = Span(start + expression.span.start, start + expression.span.end)
    return When(value=expression.value, basis=Basis.INFERRED, text=expression.text, span=span)


def _said(when: When, claims: Sequence[Span]) -> bool:
    """Whether a day stands in one of ``claims``."""
    span = when.span
    return span is not None and any(claim.start < span.end and span.start < claim.end for claim in claims)
