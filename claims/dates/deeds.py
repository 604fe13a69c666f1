"""Trials and sessions: what they deal with was long ago, and the day on which they met is no event's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from claims.dates.occasions import Occasions
from claims.dates.tellings import DAY, NIGHT, Tellings, inferred
from claims.dates.words import SayingWords
from claims.language.calendar import SEASONS, parse_day, season_start
from claims.language.grammar import grammar
from claims.language.times import TimeExpression
from claims.language.word_tense import word_tense
from claims.models import Article, Basis, Span, Statement, When

NEWS = timedelta(days=21)  # how old the event of a report may be that its lead tells
WORD = re.compile(r"[^\W\d_]+")
_DATED = ("day", "interval", "month", "season")  # told with its year it is the deed of a trial


class Deeds(Tellings):
    """The deeds that the trials of one article are about."""

    def __init__(self, article: Article, occasions: Occasions, words: SayingWords, taken: set[Span]) -> None:
        super().__init__(article, occasions, words, taken)
        self._deliberations: dict[Span, bool] = {}

    def _is_long_ago(self, expression: TimeExpression) -> bool:
        """Whether it is a day before the news: of the deed that a trial is about."""
        first, published = expression.value.partition("/")[0], parse_day(self.article.published.value)
        day = parse_day(first) or parse_day(f"{first[:4]}-{_first_month(first):02d}-28")
        return day is not None and published is not None and published - day > NEWS

    def deed(self, statement: Statement) -> str:
        """The last day told with its year before ``statement``, where it is long ago and a court deals with it."""
        found = self._deed(statement)
        return found.value.partition("/")[0] if found else ""

    @cached_property
    def _of_a_court(self) -> bool:
        """Whether title or lead tell of a court."""
        title = [word.lower() for word in WORD.findall(self.article.title)]
        words = [*title, *self.occasions.words_of(self.occasions.first_of_the_lead)]
        return any(word.endswith(self.words.courts) for word in words)

    def _deed(self, statement: Statement) -> TimeExpression | None:
        if not self._of_a_court:
            return None
        # "told the court that he was asleep. Moss, 40, denies robbing a bank on 2 August": of the whole lead
        before = self.expressions[
            : bisect_left(self.starts, max(statement.char_start, self._end_of_the_lead(statement)))
        ]
        named = [one for one in before if one.precision in _DATED]
        named = [one for one in named if self._is_long_ago(one)]
        days = [one for one in named if self._is_a_day(one) and _has_its_year(one)]
        days = days or [one for one in named if self._is_a_day(one) and _is_a_date(one)]
        months = [one for one in named if self._is_a_stretch(one) and one.basis is Basis.EXPLICIT]
        ago = [one for one in named if one in (*days, *months)]
        return ago[-1] if ago else None

    def _end_of_the_lead(self, statement: Statement) -> int:
        lead = self.occasions.lead
        return lead.end if lead.start <= statement.char_start < lead.end else 0

    def of_the_deed(self, statement: Statement, *, hour: bool = False) -> When:
        """The day of the deed, for what a witness of a trial tells; "the bolts had been fitted" may be of before, but
        with an ``hour`` it is of the day: "they had met at 7pm"."""
        deed = self._deed(statement)
        told = [word for span in statement.claim_spans for word in self.occasions.words_of(span)]
        if deed is None or len(deed.value) not in (len(DAY), len(NIGHT)):
            return When()
        if self.occasions.inside(deed.span) and deed.span.start >= self.occasions.lead.end:
            return When()  # the last of many payments that the prosecutor told
        # "had been looking after 18 patients": it went on then
        before = not self.words.pluperfect.isdisjoint(told) and not self._went_on(told)
        return inferred(deed) if hour or not before else When()

    def _went_on(self, told: Sequence[str]) -> bool:
        """Whether the pluperfect is of something that went on: "had been sleeping"; German has no such form."""
        be, ends = grammar(self.article.language).be, self.words.gerund_end
        return any(
            one in self.words.pluperfect and two in be and bool(ends) and three.endswith(ends)
            for one, two, three in zip(told, told[1:], told[2:], strict=False)
        )

    def _is_deliberation(self, span: Span) -> bool:
        """Whether the span, of the lead, tells of a body that sits, or of a trial or talk."""
        if span not in self._deliberations:
            words = self.occasions.words_of(span)
            held = any(
                word.endswith(self.words.bodies) and not self._is_attribute(words, index)
                for index, word in enumerate(words)
            )
            self._deliberations[span] = held or not self.words.gatherings.isdisjoint(words)
        return self._deliberations[span]

    def _after_the_session(self) -> int:
        """Where the sentence ends that tells of a trial, session or talk, whose day is no event's; 0 without one, or
        where another day of the sentence is the session's: "lit a fire on 12 May, the court heard on Thursday"."""
        lead = self.occasions.lead
        first = self.occasions.first_of_the_lead
        told = self.expressions[bisect_left(self.starts, first.start) : bisect_left(self.starts, first.end)]
        apart = any(one.span in self.taken for one in told) and any(
            self._is_a_day(one) and not one.event for one in told
        )
        return first.end if self._is_deliberation(lead) and not apart else 0

    def _is_attribute(self, words: Sequence[str], index: int) -> bool:
        """Whether a participle only tells which ones: "two men convicted of robbery broke out"."""
        known, language = grammar(self.article.language), self.article.language
        before, after = words[index - 1 : index], words[index + 1 : index + 2]
        named = not self.words.attributive.isdisjoint(after) and (known.be | known.have).isdisjoint(before)
        return named and word_tense(words[index], language) != ""


def _is_a_date(day: TimeExpression) -> bool:
    """Whether the words of a day give it by the calendar: "on 21 October"; not "two days earlier"."""
    return day.basis is Basis.EXPLICIT or any(sign.isdigit() for sign in day.text)


def _has_its_year(day: TimeExpression) -> bool:
    """Whether they give its year too: "on 21 October last year"."""
    return day.basis is Basis.EXPLICIT or (day.by_distance and _is_a_date(day))


def _first_month(value: str) -> int:
    """The month of a month or a season; 12 of a year."""
    number = int(value[5:7]) if value[5:7].isdigit() else 12
    return season_start(number) if number in SEASONS else number
