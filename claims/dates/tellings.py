"""What the expressions of an article tell: days and stretches that are over, days to come."""

from __future__ import annotations

import re
from bisect import bisect_left

from claims.dates.followups import followed_up, with_their_days
from claims.dates.occasions import Occasions
from claims.dates.words import SayingWords
from claims.language.times import TimeExpression
from claims.models import Article, Basis, Span, When

DAY, NIGHT = "2026-04-01", "2026-04-01/2026-04-02"
_WORD = re.compile(r"[^\W\d_]+")
_STRETCHES = ("month", "season")  # and quarters: what is told of one goes on in the next sentence


class Tellings:
    """The expressions of one article. ``taken``: those that date what was said."""

    def __init__(self, article: Article, occasions: Occasions, words: SayingWords, taken: set[Span]) -> None:
        self.article, self.occasions, self.words, self.taken = article, occasions, words, taken
        self.expressions, self.starts = with_their_days(article, occasions), occasions.starts
        self.followed = followed_up(self.expressions, occasions, words)
        self.learned: set[Span] = set()

    def learn(self, span: Span, value: str) -> None:
        """The expression at ``span`` was found to mean the day ``value``: what is told after it counts from there."""
        index = bisect_left(self.starts, span.start)
        told, value = self.expressions[index : index + 1], value.rstrip("~")
        if told and told[0].span == span and told[0].value != value and len(value) == len(DAY):
            self.expressions[index] = told[0].model_copy(update={"value": value, "kind": "point", "precision": "day"})
            self.learned.add(span)

    def _learned_before(self, expression: TimeExpression) -> list[TimeExpression]:
        """The expression before in the passage, where its day was learned."""
        last = bisect_left(self.starts, expression.span.start)
        start = self.occasions.passage(expression.span.start)
        before = [one for one in self.expressions[max(0, last - 1) : last] if one.span.start >= start]
        return [one for one in before if one.span in self.learned]

    def _is_a_day(self, expression: TimeExpression) -> bool:
        night = expression.time == "night" and len(expression.value) == len(NIGHT)
        day = expression.precision == "day" and ":" not in expression.time and not expression.value.endswith("~")
        told = expression.kind == "point" and (day or night)
        return told and self._is_over(expression)

    def _is_of_a_death(self, expression: TimeExpression) -> bool:
        """Whether it tells when somebody died of what another day before it in the paragraph tells: "was hit on
        Saturday. She died on Sunday"."""
        start = self.occasions.passage(expression.span.start)
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, expression.span.start)
        if not any(self._is_a_day(one) for one in self.expressions[first:last]):
            return False
        words = self.occasions.sentence(expression.span, start)
        return not self.words.succumbing.isdisjoint(_WORD.findall(words))

    def _is_a_limit(self, expression: TimeExpression) -> bool:
        """Whether it is a day that is over, up to which something went on."""
        first, _, day = expression.value.partition("/")
        over = len(day) == len(DAY) and day <= self.article.published.value and expression.span not in self.taken
        return over and first == ".." and expression.kind == "until" and not expression.of_a_day

    def _is_a_stretch(self, expression: TimeExpression) -> bool:
        quarter = expression.precision == "interval" and expression.value[4:5] == "-" and len(expression.value) == 15
        told = expression.kind == "point" or (quarter and expression.kind == "range")
        return told and (expression.precision in _STRETCHES or quarter) and self._is_over(expression)

    def _is_over(self, expression: TimeExpression) -> bool:
        published = self.article.published.value
        return bool(published) and expression.span not in self.taken and expression.value.partition("/")[0] <= published

    def _is_to_come(self, expression: TimeExpression) -> bool:
        day = expression.kind in ("point", "since") and not expression.of_a_day and not expression.event
        first, published = expression.value.partition("/")[0], self.article.published.value
        return day and len(first) == len(DAY) and bool(published) and first > published


def inferred(expression: TimeExpression) -> When:
    """The time of ``expression`` for what does not name it; a week after something is about a week."""
    about = "~" if expression.event.startswith("week") and len(expression.value) == len(DAY) else ""
    return When(value=expression.value + about, basis=Basis.INFERRED, text=expression.text, span=expression.span)
