"""Times that an event tells by its name: "a week before the fire", "seit dem Brand"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.dates.deeds import WORD
from claims.dates.followups import is_referred_to
from claims.dates.leads import Leads
from claims.dates.tellings import DAY
from claims.language.grammar import grammar
from claims.language.lemmas import lemma
from claims.language.moments import Context, away
from claims.language.times import TimeExpression
from claims.models import Basis, Span, Statement, When

FAR = 24  # expressions back to the event that "before the fire" means
NEAR = 6  # expressions looked at for the day told before
BESIDE_THE_DAY = 90  # characters around a day in which its event is named
SHORTEST_NOUN = 4  # letters
GENITIVES = ("es", "s")
THAT_DAY = "day 0"
NAMED = "named"  # of a time that only counts from an event named with its day: "seit Beginn des Versuchs"


class NamedEvents(Leads):
    """The events of one article that have a name."""

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
            start = self.occasions.passage(expression.span.start)
            # "that afternoon" is of the day just told; "zur Tatzeit" of the deed
            pointing = not self.words.demonstratives.isdisjoint(expression.text.lower().split())
            near = [one for one in days if one.span.start >= start and not self.occasions.inside(one.span)]
            event = (
                (near[-1:] if expression.event == THAT_DAY and pointing else [])
                or ([news] if news else [])
                or [one for one in days if not self.occasions.inside(one.span)][-1:]
                or days[-1:]
                or [one for one in before if len(one.value) == len(DAY) and not one.of_a_day and self._is_over(one)][
                    -1:
                ]
                or [one for one in before if self._is_a_stretch(one) and expression.event != THAT_DAY][-1:]
            )
            if event and _is_after(event[0], expression.event, self.article.published.value):
                event = [one for one in days if not _is_after(one, expression.event, self.article.published.value)][-1:]
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

    def follows_a_day_told(self, expression: TimeExpression, *, back: bool) -> bool:
        """Whether ``expression``, counted from the day told last in the paragraph, counts from one of no saying; in a
        claim that looks ``back`` not from one to come: "should have gone the next day"."""
        last = bisect_left(self.starts, expression.span.start)
        start = self.occasions.passage(expression.span.start)
        if self._of_the_noun(expression, self._told_before(last)) or self._learned_before(expression):
            return False
        days = [one for one in self.expressions[max(0, last - NEAR) : last] if one.span.start >= start]
        days = [one for one in days if len(one.value) == len(DAY) and not one.of_a_day and not one.event]
        ahead = bool(days) and back and days[-1].value > self.article.published.value
        return bool(expression.value) and bool(days) and not ahead and days[-1].span not in self.taken

    def _told_before(self, last: int) -> list[TimeExpression]:
        """The expressions before the one at ``last`` that may date an event: what stands above the lead is the page's,
        and the day of a session is none."""
        start = self._after_the_session() or self.occasions.lead.start
        return [one for one in self.expressions[max(0, last - FAR) : last] if one.span.start >= start]

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
        first = self.occasions.first_of_the_lead
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


def _is_after(day: TimeExpression, distance: str, published: str) -> bool:
    """Whether what lies so far behind a ``day`` is after the report, which no claim of the past can tell."""
    unit, _, count = distance.partition(" ")
    if count in ("", NAMED) or int(count) <= 0 or not published:
        return False
    value = away(Context(day.value.partition("/")[0], lambda: "", None, american=False, order=""), unit, int(count))
    return value.rstrip("~") > published
