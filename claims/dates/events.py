"""What a claim without a time of its own speaks of: the event told before it, in its paragraph or at the head of the
report, and the times that only such an event tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from claims.dates.deeds import NEWS, WORD
from claims.dates.followups import is_referred_to
from claims.dates.hours import Hours
from claims.dates.occasions import THEN, same_speaker
from claims.dates.tellings import DAY, NIGHT, inferred
from claims.language.calendar import parse_day
from claims.language.grammar import grammar
from claims.language.lemmas import lemma
from claims.language.moments import Context, away
from claims.language.times import TimeExpression
from claims.models import Basis, Quantity, QuoteType, Span, Statement, When

FAR = 24  # expressions back to the event that "before the fire" means
NEXT = 40  # characters between two sentences of a speaker: the frame of the first
NEAR = 6  # expressions looked at for the event of a paragraph
BESIDE_THE_DAY = 90  # characters around a day in which its event is named
SHORTEST_NOUN = 4  # letters
GENITIVES = ("es", "s")
COUNTED_BEFORE = 8  # statements back to another count of the same things
_COUNTS = ("", "person")  # units of what is counted one by one
NAMED = "named"  # of a time that only counts from an event named with its day: "seit Beginn des Versuchs"
ENTRY = re.compile(r"\d{1,2}[.:]\d{2}\b")  # at the head of a paragraph: of a ticker, whose other entries are apart
_CLAUSE = re.compile(r"[,;:!?\n]|\.\s")


class Events(Hours):
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
        trial = self._is_deliberation(self.occasions.first_sentence(self.occasions.lead))
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
            if self._opens_what_holds(expression):
                continue
            if self._is_a_day(expression) or (expression.span.start >= sentence and self._is_a_stretch(expression)):
                return inferred(expression)
        return When()

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
        for earlier in before[-1:]:
            gap = self.article.text[earlier.char_end : statement.char_start]
            day = earlier.about_date
            night = len(day.value) == len(NIGHT) and day.basis is Basis.INFERRED
            over = (night or len(day.value) == len(DAY)) and day.value <= self.article.published.value
            over = over and day.text.split(" ", 1)[0] not in self.words.of_a_noun  # the offer of Monday
            goes_on = same_speaker(earlier, statement) or self._points_back(statement)
            if (
                over
                and goes_on
                and not (self._names_a_period(statement) or self._is_of_another(statement))
                and "\n" not in gap
                and len(gap) <= NEXT
            ):
                return day.model_copy(update={"basis": Basis.INFERRED})
        return None

    def of_the_same_count(self, counted: Sequence[Quantity], before: Sequence[Statement]) -> When:
        """The day of the last statement that counts the same things: "22 Lastwagen" on Thursday, "nur sieben"."""
        things = {quantity.thing.lower() for quantity in counted if quantity.thing and quantity.unit in _COUNTS}
        for earlier in reversed(before[-COUNTED_BEFORE:] if things else ()):
            day = earlier.about_date
            over = len(day.value) == len(DAY) and day.value <= self.article.published.value
            if over and any(quantity.thing.lower() in things for quantity in earlier.quantities):
                return day.model_copy(update={"basis": Basis.INFERRED})
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
        if any(not one.of_a_day and self._is_over(one) and not self._is_an_aside(one, apart) for one in told):
            return When()
        return inferred(event)

    def _is_an_aside(self, expression: TimeExpression, apart: int) -> bool:
        """Whether a claim names it that is of another speaker or stands before the sentence at ``apart``, or one of
        whole years: "In der Vorsaison hätten wir das gewonnen"."""
        years = all(len(end) == len("2026") for end in expression.value.split("/"))
        return self.occasions.inside(expression.span) and (years or expression.span.start < apart)

    def _of_the_lead(self) -> TimeExpression | None:
        """The one day of the news that the first sentence of the lead tells, or of what it follows up on."""
        lead = self.occasions.first_sentence(self.occasions.lead)
        if self.followed is not None and not self._is_deliberation(lead):
            return self.followed if self._is_news(self.followed) else None
        inside = self.expressions[bisect_left(self.starts, lead.start) : bisect_left(self.starts, lead.end)]
        days = [one for one in inside if self._is_a_day(one)]
        follows_up = not self.words.aftermath.isdisjoint(self.occasions.words_of(lead))
        if not days and (follows_up or not self.occasions.inside(Span(lead.end - 2, lead.end - 1))):
            # "Zwei Tage nach dem Brand … Das Feuer war am Sonntag ausgebrochen"; "Im Hafen ist … entdeckt worden"
            days = self._days_behind(lead)
        if len({one.value for one in days}) != 1 or self._is_deliberation(lead) or self._is_an_obituary():
            return None
        event = self._followed_up(days[0])
        return event if self._is_news(event) else None

    def _is_news(self, event: TimeExpression) -> bool:
        day, published = parse_day(event.value.partition("/")[0]), parse_day(self.article.published.value)
        return day is not None and published is not None and published - day <= NEWS

    def _followed_up(self, day: TimeExpression) -> TimeExpression:
        """The earlier day of the lead, where its first sentence only follows up: "Nach dem Brand haben am …"."""
        lead = self.occasions.lead
        first = self.occasions.first_sentence(lead)
        if self.words.aftermath.isdisjoint(self.occasions.words_of(first)):
            return day
        before = [one for one in self._days_behind(first) if one.value < day.value]
        return before[0] if len({one.value for one in before}) == 1 else day

    def _days_behind(self, first: Span) -> list[TimeExpression]:
        """The days over that the lead tells behind its ``first`` sentence."""
        rest = self.expressions[bisect_left(self.starts, first.end) : bisect_left(self.starts, self.occasions.lead.end)]
        return [one for one in rest if self._is_a_day(one)]

    def _is_an_obituary(self) -> bool:
        """Whether the title tells that somebody died and of no cause: what is told of him is of his life."""
        title = [word.lower() for word in WORD.findall(self.article.title)]
        return not self.words.deaths.isdisjoint(title) and self.words.fatal.isdisjoint(title)

    def counted(self, expression: TimeExpression) -> When:
        """The time that ``expression`` counts from an event: "a week before the fire"; marked as inferred.

        The event is the time told with the same noun, else the last day outside the claims, or else in one.
        """
        last = bisect_left(self.starts, expression.span.start)
        before = self._told_before(last)
        days = [one for one in before if self._is_a_day(one)]
        news = self.followed or self._of_the_lead()
        noun = self._noun_behind(expression)
        event = self._of_the_noun(expression, before) or self._learned_before(expression)
        if (
            not event
            and noun
            and self.followed is not None
            and self.followed.event
            and noun not in self.words.incidents
        ):
            return When()  # "Eine Woche nach der Rückkehr … drei Tage vor dem Brand"
        unit, _, count = expression.event.partition(" ")
        if not event and count != NAMED:
            event = (
                ([news] if news else [])
                or [one for one in days if not self.occasions.inside(one.span)][-1:]
                or days[-1:]
                or [one for one in before if self._is_a_stretch(one)][-1:]
            )
        if not event:
            return When()
        # "am selben Tag", of a night: its second day; "am nächsten Morgen": the same
        ends = event[0].value.split("/")
        later = count not in ("", NAMED) and int(count) > 0
        day = ends[-1 if event[0].time == "night" and not later else 0]
        if count and count != NAMED:
            value = away(Context(day, lambda: "", None, american=False, order=""), unit, int(count))
        else:
            value = f"../{day}" if unit == "until" else f"{day}/.."
        return When(value=value, basis=Basis.INFERRED, text=expression.text, span=expression.span)

    def follows_a_day_told(self, expression: TimeExpression) -> bool:
        """Whether ``expression``, counted from the day told last in the paragraph, counts from one of no saying."""
        last = bisect_left(self.starts, expression.span.start)
        start = self.occasions.passage(expression.span.start)
        if self._of_the_noun(expression, self._told_before(last)) or self._learned_before(expression):
            return False
        days = [one for one in self.expressions[max(0, last - NEAR) : last] if one.span.start >= start]
        days = [one for one in days if len(one.value) == len(DAY) and not one.of_a_day and not one.event]
        return bool(expression.value) and bool(days) and days[-1].span not in self.taken

    def _told_before(self, last: int) -> list[TimeExpression]:
        """The expressions before the one at ``last`` that may date an event: what stands above the lead is the page's,
        and the day of a session is none."""
        start = self._after_the_session() or self.occasions.lead.start
        return [one for one in self.expressions[max(0, last - FAR) : last] if one.span.start >= start]

    def coming(self, place: int) -> When:
        """The last day to come that was told before ``place``, or the one that the head of the report tells."""
        last = bisect_left(self.starts, place)
        paragraph = self.occasions.paragraph(place)
        first = bisect_left(self.starts, paragraph) if ENTRY.match(self.article.text, paragraph) else 0
        ahead = [one for one in self.expressions[max(first, last - FAR) : last] if self._is_to_come(one)]
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
        return inferred(told[0])

    def named(self, statement: Statement, *, back: bool) -> When:
        """The time of an event that the claim names with its article and that was told with its day.

        "Seit dem Brand stehe die Halle leer" from it on, whatever the tense; for a claim that looks ``back`` also
        "during the fire", "kurz vor dem Brand", and up to it "vor dem Brand".
        """
        words, known = self.words, grammar(self.article.language)
        before = self._told_before(bisect_left(self.starts, statement.char_start))
        for span in statement.claim_spans:
            told = [(one.group(), one.group().lower(), one) for one in WORD.finditer(self.article.text, *span)]
            for index in range(1, len(told) - 1):
                the, lower = told[index][1], told[index - 1][1]
                contracted = the in known.contracted
                preposition = the if contracted else lower
                if not contracted and the not in words.definite:
                    continue
                since = preposition in words.since
                if not since and not (back and preposition in words.at_events | words.before_events):
                    continue
                word, noun, _ = told[index + 1]
                if noun in words.earlier or (known.mood_ending and word.islower()):
                    continue  # at the last derby, beim schweren Brand
                event = self._told_with(noun, before, statement.char_start) or self._of_the_lead_with(noun)
                if not event and noun in words.incidents:
                    event = [one for one in before if self._is_a_day(one) and not self.occasions.inside(one.span)][-1:]
                if not event:
                    continue
                first, _, last = event[0].value.partition("/")
                shortly = index > 1 and told[index - 2][1] in words.shortly
                value = event[0].value
                if since:
                    value = f"{last or first}/.."
                elif preposition in words.before_events and not shortly:
                    value = f"../{first}"
                place = told[index - (not contracted)][2].start()
                text = self.article.text[place : told[index + 1][2].end()]
                return When(value=value, basis=Basis.INFERRED, text=text, span=Span(place, place + len(text)))
        return When()

    def _of_the_lead_with(self, noun: str) -> list[TimeExpression]:
        """The event of the lead, whose first sentence follows up on ``noun``: "Nach der Gasexplosion hat …"."""
        first = self.occasions.first_sentence(self.occasions.lead)
        for word in WORD.finditer(self.article.text, first.start, first.end):
            if word.group().lower().endswith(noun) and is_referred_to(self.article, word.start(), self.words):
                news = self._of_the_lead()
                return [news] if news else []
        return []

    def _of_the_noun(self, expression: TimeExpression, before: Sequence[TimeExpression]) -> list[TimeExpression]:
        """The last time told beside the noun that follows ``expression``: "since the search in May … before the
        search"."""
        noun = self._noun_behind(expression)
        event = self._told_with(noun, before, expression.span.end)
        if not event and noun in self.words.incidents:
            days = [one for one in before if self._is_a_day(one) and not self.occasions.inside(one.span)]
            event = [self.followed] if self.followed else days[-1:]
        return event

    def _noun_behind(self, expression: TimeExpression) -> str:
        """The noun that an expression counts from: "zwei Tage vor dem Brand"; none behind "am selben Tag"."""
        text, end, known = self.article.text, expression.span.end, grammar(self.article.language)
        if expression.text.rsplit(" ", 1)[-1].lower() not in known.determiners | known.contracted:
            return ""
        return next(iter(self.occasions.words_of(Span(end, min(len(text), end + BESIDE_THE_DAY)))), "")

    def _told_with(self, noun: str, before: Sequence[TimeExpression], place: int) -> list[TimeExpression]:
        """The last time told beside a noun before ``place``; where the noun is only referred to ("nach dem Brand hat
        am Mittwoch …"), only one right beside it."""
        if len(noun) < SHORTEST_NOUN:
            return []
        text, language = self.article.text, self.article.language
        known = grammar(language)
        if known.mood_ending:
            noun = next((noun.removesuffix(end) for end in GENITIVES if noun.endswith(end)), noun)  # des Brandes
        wanted = {noun, lemma(noun, language)}
        for one in reversed(before):
            # the distance in the lead has the day of its event, "am Tag vor der Explosion" has not
            if not one.value[:4].isdigit() or one.span in self.taken or (one.event and one is not self.followed):
                continue
            first = max(0, one.span.start - BESIDE_THE_DAY)
            for word in WORD.finditer(text, first, min(place, one.span.end + BESIDE_THE_DAY)):
                told = word.group().lower()
                compound = known.mood_ending != "" and len(noun) > SHORTEST_NOUN and told.endswith(noun)  # Großbrand
                if wanted.isdisjoint((told, lemma(told, language))) and not compound:
                    continue
                between = text[min(word.end(), one.span.end) : max(word.start(), one.span.start)]
                if len(between) <= 1 or (one.event and one.span.end <= word.start() and between.islower()):
                    return [one]
                if (
                    not one.event
                    and not self.occasions.ends_in(between)
                    and not is_referred_to(self.article, word.start(), self.words)
                ):
                    return [one]
        return []

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
