"""What a claim without a time of its own speaks of: the event told before it, in its paragraph or at the head of the
report, and the times that only such an event tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from claims.dates.ahead import Ahead
from claims.dates.deeds import WORD
from claims.dates.meetings import met_there
from claims.dates.named_events import BESIDE_THE_DAY, NEAR
from claims.dates.occasions import THEN, same_speaker
from claims.dates.tellings import DAY, NIGHT, inferred
from claims.language.calendar import parse_day
from claims.language.grammar import grammar
from claims.language.tense import looks_back
from claims.language.times import TimeExpression
from claims.language.word_tense import is_participle, word_tense
from claims.models import Basis, Quantity, QuoteType, Stance, Statement, When

NEXT = 40  # characters between two sentences of a speaker: the frame of the first
COUNTED_BEFORE = 8  # statements back to another count of the same things
BACK = "-"  # in what counts from an event: the day before
MONTH = re.compile(r"\d{4}-\d\d")  # or a season
CLOSING = ' .“”"»«'
PERCENT = "percent"
_COUNTS = ("", "person")  # units of what is counted one by one
_CLAUSE = re.compile(r"[,;:!?\n]|\.\s")


class Events(Ahead):
    """The events of one article."""

    def before(self, statement: Statement) -> When:
        """The day of the event told just before, for a claim that gives no time; marked as inferred.

        In the paragraph, or in the lead where the second paragraph goes on from it. An expression in a frame or a claim
        of its own is no such event, nor one after the article's date. A month or a quarter goes on for a sentence.
        """
        if self._of_a_period(statement):
            return When()
        paragraph = self.occasions.paragraph(statement.char_start)
        last = bisect_left(self.starts, statement.char_start)
        trial = self._is_deliberation(self.occasions.first_of_the_lead)
        apart = trial or self._is_an_obituary()
        follows = not apart and self.occasions.follows_the_lead(paragraph)
        if follows and (not last or self.starts[last - 1] < paragraph):
            paragraph = self.occasions.lead.start  # the event that the whole report is about
        sentence = self.occasions.sentence_before(statement.char_start)
        if follows and sentence == self.occasions.paragraph(statement.char_start):
            sentence = self.occasions.sentence_before(self.occasions.lead.end)
        for expression in reversed(self.expressions[max(0, last - NEAR) : last]):
            if expression.span.start < paragraph:
                break
            of_noun = expression.text.split(" ", 1)[0] in self.words.of_a_noun
            deed = trial and expression.precision in ("day", "interval") and self._is_long_ago(expression)
            if of_noun or (self.occasions.inside(expression.span) and not deed):
                continue
            if self._opens_what_holds(expression) or self._is_of_a_death(expression):
                continue
            if self._dates_a_text(expression) or self._tells_how_it_is(expression):
                continue
            if self._is_a_day(expression) or (expression.span.start >= sentence and self._is_a_stretch(expression)):
                return inferred(expression)
        return When()

    def of_the_meeting(self, statement: Statement) -> When:
        """The day of a meeting at a place that the claim names; see :func:`met_there`."""
        before = self.expressions[: bisect_left(self.starts, statement.char_start)]
        days = [one for one in before if self._is_a_day(one) and not self.occasions.inside(one.span)]
        held = met_there(statement, days, self.occasions, self.words)
        return inferred(held) if held else When()

    def _dates_a_text(self, expression: TimeExpression) -> bool:
        """Whether it is the day of a statement or a letter, and no event's: "apologised in a statement on Friday"."""
        text, place = self.article.text, expression.span.start
        before = WORD.findall(text[max(0, place - BESIDE_THE_DAY) : place])[-1:]
        return any(word in self.words.utterances for word in before)

    def _tells_how_it_is(self, expression: TimeExpression) -> bool:
        """Whether it is the day of the report in a clause that tells of now: "today it has barely 600"."""
        if expression.value != self.article.published.value or not expression.by_distance:
            return False
        text, (start, end) = self.article.text, expression.span
        before = _CLAUSE.split(text[max(0, start - BESIDE_THE_DAY) : start])[-1]
        clause = f"{before} {_CLAUSE.split(text[end : end + BESIDE_THE_DAY])[0]}"
        words, language = WORD.findall(clause), self.article.language
        helpers = grammar(language).have | grammar(language).be
        done = any(
            is_participle(word, language) or word_tense(word, language) == "past"
            for word in words
            if word not in helpers
        )
        return not done or not looks_back(words, language)

    def _opens_what_holds(self, expression: TimeExpression) -> bool:
        """Whether it dates what began a state: "has been shut since a fire broke out on 9 August"."""
        text, place = self.article.text, expression.span.start
        clause = _CLAUSE.split(text[max(0, place - BESIDE_THE_DAY) : place])[-1]
        return not self.words.since.isdisjoint(word.lower() for word in WORD.findall(clause))

    def _of_a_period(self, statement: Statement) -> bool:
        """ "Was relegated two seasons ago": the claim tells of a stretch of time that is not the day of an event."""
        told = [word for span in statement.claim_spans for word in self.occasions.words_of(span)]
        known = grammar(self.article.language)
        pointing = known.determiners | known.contracted
        # "14 arrests at the last derby", "beim letzten Sturm": another day than the one told of
        another = any(word in self.words.earlier and before in pointing for before, word in pairwise(told))
        return another or self._names_a_period(statement)

    def _is_of_another(self, statement: Statement) -> bool:
        """Whether it was on an occasion before: "während des letzten Streiks"; "the last call came in" was on this."""
        told = [word for span in statement.claim_spans for word in self.occasions.words_of(span)]
        known = grammar(self.article.language)
        return any(
            word in self.words.earlier
            and (two in known.contracted or (one in known.prepositions and two in known.determiners))
            for one, two, word in zip(["", *told], told, told[1:], strict=False)
        )

    def _names_a_period(self, statement: Statement) -> bool:
        told = [word for span in statement.claim_spans for word in self.occasions.words_of(span)]
        return any(word.endswith(self.words.periods) for word in told)

    def told_on(self, statement: Statement, before: Sequence[Statement]) -> When | None:
        """The day of the statement before, where the next sentence of the same speaker tells on."""
        if statement.stance is Stance.DENIES:
            return None  # what is denied was told by another
        for earlier in before[-1:]:
            gap = self.article.text[earlier.char_end : statement.char_start]
            day = earlier.about_date
            night = len(day.value) == len(NIGHT) and day.basis is Basis.INFERRED
            # "Das war im Herbst 1994. Wir hatten kein Geld": in one breath
            between = self.article.text[earlier.claim_spans[-1].end : statement.char_start]
            month = bool(MONTH.fullmatch(day.value)) and same_speaker(earlier, statement)
            month = month and not between.strip(CLOSING)
            over = (night or month or len(day.value) == len(DAY)) and day.value <= self.article.published.value
            over = over and day.text.split(" ", 1)[0] not in self.words.of_a_noun  # the offer of Monday
            goes_on = same_speaker(earlier, statement) or self._points_back(statement)
            if (
                over
                and goes_on
                and not (self._names_a_period(statement) or self._is_of_another(statement) or self._is_before(day))
                and "\n" not in gap
                and len(gap) <= NEXT
            ):
                return day.model_copy(update={"basis": Basis.INFERRED})
        return None

    def _is_before(self, day: When) -> bool:
        """Whether ``day`` was counted back from an event: "the day before"; what is told next is of the event again."""
        index = bisect_left(self.starts, day.span.start) if day.span else len(self.expressions)
        told = [one for one in self.expressions[index : index + 1] if day.span and one.span == day.span]
        return any(BACK in one.event for one in told)

    def of_the_same_count(self, counted: Sequence[Quantity], before: Sequence[Statement]) -> When:
        """The day of the last statement that counts the same things: "22 Lastwagen" on Thursday, "nur sieben"."""
        things = {quantity.thing.lower() for quantity in counted if quantity.thing and quantity.unit in _COUNTS}
        for earlier in reversed(before[-COUNTED_BEFORE:] if things else ()):
            day = earlier.about_date
            over = len(day.value) == len(DAY) and day.value <= self.article.published.value
            if over and any(quantity.thing.lower() in things for quantity in earlier.quantities):
                return day.model_copy(update={"basis": Basis.INFERRED})
        return When()

    def of_the_same_period(
        self, counted: Sequence[Quantity], statement: Statement, before: Sequence[Statement]
    ) -> When:
        """The quarter, half or year of the same speaker's sentence before, where figures go on to be given for it:
        "Revenue rose to £3bn", "um vier Prozent"."""
        figures = any(quantity.unit == PERCENT or quantity.unit.isupper() for quantity in counted)
        for earlier in before[-1:] if figures else ():
            period = earlier.about_date
            months = [parse_day(f"{end}-01") for end in period.value.split("/")]
            reported = None not in months and period.value[:7] <= self.article.published.value
            gap = self.article.text[earlier.char_end : statement.char_start]
            if reported and same_speaker(earlier, statement) and "\n" not in gap and len(gap) <= NEXT:
                return period.model_copy(update={"basis": Basis.INFERRED})
        return When()

    def _points_back(self, statement: Statement) -> bool:
        """Whether another goes on about those told of: "They heard it on the radio", "no such call was logged"."""
        words = self.occasions.words_of(statement.claim_spans[0])
        own = statement.quote_type is QuoteType.DIRECT and words[:1] and words[0] in self.words.third_persons
        return bool(own) or not self.words.such.isdisjoint(words)

    def of_the_report(self, statement: Statement, before: Sequence[Statement]) -> When:
        """The day of the event that the lead tells, for a claim further down whose paragraph tells of no other time.

        None where the lead tells of a trial, a session or a talk: what is said there is of other days.
        """
        place = statement.char_start
        paragraph = self.occasions.paragraph(place)
        event = self._of_the_lead()
        if (
            event is None
            or place < event.span.end
            # what is done today is mostly told or decided, where no part of the day is told
            or (event.value == self.article.published.value and not event.time)
            or self._of_a_period(statement)
        ):
            return When()
        first, last = bisect_left(self.starts, paragraph), bisect_left(self.starts, place)
        told = [one for one in self.expressions[first:last] if one.span not in self.taken and one is not event]
        another = bool(before) and not same_speaker(before[-1], statement)
        apart = place if another else self.occasions.sentence_before(place)
        told = [one for one in told if not (one.of_a_day or BACK in one.event)]
        if any(self._is_over(one) and not self._is_an_aside(one, apart) for one in told):
            return When()
        return inferred(event)

    def _is_an_aside(self, expression: TimeExpression, apart: int) -> bool:
        """Whether a claim names it that is of another speaker or stands before the sentence at ``apart``, or one of
        whole years: "In der Vorsaison hätten wir das gewonnen"."""
        years = all(len(end) == len("2026") for end in expression.value.split("/"))
        return self.occasions.inside(expression.span) and (years or expression.span.start < apart)

    def sentence_before(self, statement: Statement, *, over: bool = False) -> When:
        """The last time in the sentence before ``statement`` that dates no saying, or before it in the paragraph;
        marked as inferred. ``over``: one that is over, be it of a paragraph before: "damals"."""
        start = self.occasions.passage(statement.char_start)
        last = bisect_left(self.starts, statement.char_start)
        for expression in reversed(self.expressions[max(0, last - NEAR) : last]):
            before = expression.span.start < start
            if before and (not over or statement.char_start - expression.span.start > THEN):
                break
            told = expression.kind in ("point", "range") and self._is_over(expression) if over else True
            if expression.value and told and expression.span not in self.taken:
                return inferred(expression)
        return When()
