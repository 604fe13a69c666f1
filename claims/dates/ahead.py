"""Days to come that a report tells: of plans that a claim goes on about."""

from __future__ import annotations

import re
from bisect import bisect_left

from claims.dates.deeds import WORD
from claims.dates.named_events import FAR, NEAR, NamedEvents
from claims.dates.past import plans
from claims.dates.tellings import inferred
from claims.language.times import TimeExpression
from claims.models import Statement, When

STEM = 5  # letters that two words of one family share
ENTRY = re.compile(r"\d{1,2}[.:]\d{2}\b")  # at the head of a paragraph: of a ticker, whose other entries are apart


class Ahead(NamedEvents):
    """The days to come of one article."""

    def coming(self, place: int) -> When:
        """The last day to come that was told before ``place``, or the one that the head of the report tells."""
        last = bisect_left(self.starts, place)
        paragraph = self.occasions.paragraph(place)
        first = bisect_left(self.starts, paragraph) if ENTRY.match(self.article.text, paragraph) else 0
        ahead = [one for one in self.expressions[max(first, last - FAR) : last] if self._is_to_come(one)]
        ahead = [one for one in ahead if "/" not in one.value]  # "not before Wednesday. A bus starts at noon"
        # "Er wird am Dienstag operiert" is told of another matter than the match of the report
        told = [one for one in ahead if not self.occasions.inside(one.span)] or ahead
        return inferred(told[-1]) if told else When()

    def planned(self, statement: Statement) -> When:
        """The one day to come of the sentence before, narrated, for a claim that goes on about the plan.

        "Am 1. April schließt das Werk. Die Schließung sei beschlossen, sagte …"; a claim that begins with a pronoun
        goes on about a person.
        """
        first = next(iter(self.occasions.words_of(statement.claim_spans[0])), "")
        if first in self.words.persons:
            return When()
        start, last = (
            self.occasions.sentence_before(statement.char_start),
            bisect_left(self.starts, statement.char_start),
        )
        lead = self.occasions.lead
        if statement.char_start < lead.end:
            start = lead.start
        told = [one for one in self.expressions[max(0, last - NEAR) : last] if one.span.start >= start]
        told = [one for one in told if one.span not in self.taken]
        # "They host Barrow on Tuesday, and he said …": of its own sentence
        own = self.occasions.sentence_of(statement.char_start)
        told = [one for one in told if one.span.start >= own] or told
        if len(told) != 1 or not self._is_to_come(told[0]) or self.occasions.inside(told[0].span):
            return When()
        return inferred(told[0]) if start == lead.start or self._goes_on_with(statement, told[0]) else When()

    def _goes_on_with(self, statement: Statement, expression: TimeExpression) -> bool:
        """Whether a claim looks ahead too or names what the sentence around ``expression`` tells.

        "Am 1. April schließt das Werk. Die Schließung sei beschlossen", not "Die Schule bleibt am Dienstag zu. Die
        Polizei geht von einem Unfall aus".
        """
        if plans(self.article, statement):
            return True
        first = self.occasions.sentence_of(expression.span.start)
        sentence = self.occasions.sentence(expression.span, first)
        told = {word.lower()[:STEM] for word in WORD.findall(sentence) if len(word) >= STEM}
        words = (word for span in statement.claim_spans for word in self.occasions.words_of(span))
        return any(word[:STEM] in told for word in words)
