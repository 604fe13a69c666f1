"""The day of an hour that is told alone: "gegen 23 Uhr", "at 2am"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from claims.dates.deeds import Deeds
from claims.dates.occasions import Occasions
from claims.dates.tellings import inferred
from claims.dates.words import SayingWords
from claims.language.calendar import parse_day
from claims.language.times import TimeExpression
from claims.models import Article, Basis, Span, Statement, When

DAWN = "06:00"  # an hour before it is of the night
_BARE = re.compile(r"^([01]?\d|2[0-3])[.:]([0-5]\d)(?=\s+[^\W\d_])", re.MULTILINE)
TICKER = 3  # lines that open with an hour: the article is a ticker


class Hours(Deeds):
    """The hours of one article."""

    def __init__(self, article: Article, occasions: Occasions, words: SayingWords, taken: set[Span]) -> None:
        super().__init__(article, occasions, words, taken)
        self.entries = self._entries()

    def _entries(self) -> list[tuple[int, str]]:
        """Place and hour of the hours at the head of their lines, where they are those of a ticker's entries."""
        text = self.article.text
        hours = [one for one in self.expressions if one.of_a_day and ":" in one.time]
        heads = {one.span.start: one.time for one in hours if text[: one.span.start].rstrip(" ")[-1:] in ("", "\n")}
        for bare in _BARE.finditer(text):  # "08.10 Good morning"
            heads.setdefault(bare.start(), f"{int(bare[1]):02d}:{bare[2]}")
        return sorted(heads.items()) if len(heads) >= TICKER else []

    def is_of_the_entry(self, statement: Statement, hour: TimeExpression, *, back: bool) -> bool:
        """Whether an ``hour`` told without a day is of the day of the ticker: before its entry's where the claim looks
        ``back``, else after it."""
        before = [time for place, time in self.entries if place < statement.char_start]
        return bool(before) and ":" in hour.time and (hour.time <= before[-1]) == back

    def of_the_hour(self, statement: Statement, before: Sequence[Statement]) -> When:
        """The day of which a claim tells an hour alone: the last one told before, be it in a claim of those ``before``.

        In the paragraph; in the report of a trial or a session, whose claims tell of what is dealt with, anywhere.
        """
        place = statement.char_start
        start = (self._after_the_session() if self.deed(statement) else 0) or self.occasions.passage(place)
        told = self.expressions[bisect_left(self.starts, start) : bisect_left(self.starts, place)]
        days = [one for one in told if (self._is_a_day(one) and not one.of_a_day) or self._is_a_limit(one)]
        days = [one for one in days if not self._is_of_a_death(one)] or days
        if not days:
            return When()
        if days[-1].kind == "until":  # "bis Sonntagmittag. In der Nacht …"
            return inferred(days[-1]).model_copy(update={"value": days[-1].value.removeprefix("../")})
        # "am Sonntagabend" of a trial is read by its deed
        read = [one.about_date for one in before[-1:] if one.about_date.span == days[-1].span]
        return read[0].model_copy(update={"basis": Basis.INFERRED}) if read else inferred(days[-1])

    def after_midnight(self, statement: Statement, before: Sequence[Statement], hour: str) -> When:
        """The next day, for an ``hour`` before dawn where an evening was told last: "at 2am"; unknown for others."""
        place = statement.char_start
        start = bisect_left(self.starts, self.occasions.paragraph(place))
        told = [one for one in self.expressions[start : bisect_left(self.starts, place)] if not one.of_a_day]
        if not told or told[-1].time not in ("evening", "night") or not hour[:2].isdigit() or hour >= DAWN:
            return When()
        # "the evening before" is read by what was told
        read = [one.about_date.value for one in before if one.about_date.span == told[-1].span]
        day = parse_day(next(iter(read), "" if told[-1].event else told[-1].value))
        if day is None or not self._is_over(told[-1]):
            return When()
        return inferred(told[-1]).model_copy(update={"value": (day + timedelta(days=1)).isoformat()})
