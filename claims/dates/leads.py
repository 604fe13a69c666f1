"""The event that the lead of a report tells, or follows up on."""

from __future__ import annotations

from bisect import bisect_left

from claims.dates.deeds import NEWS, WORD
from claims.dates.hours import Hours
from claims.language.calendar import parse_day
from claims.language.tense import looks_back
from claims.language.times import TimeExpression
from claims.models import Span


class Leads(Hours):
    """The event of one article's lead."""

    def _of_the_lead(self) -> TimeExpression | None:
        """The one day of the news that the first sentence of the lead tells, or of what it follows up on."""
        lead = self.occasions.first_of_the_lead
        if self.followed is not None and not self._is_deliberation(lead):
            return self.followed if self._is_news(self.followed) else None
        inside = self.expressions[bisect_left(self.starts, lead.start) : bisect_left(self.starts, lead.end)]
        days = [one for one in inside if self._is_a_day(one)]
        follows_up = not self.words.aftermath.isdisjoint(self.occasions.words_of(lead))
        if not days and (follows_up or not self.occasions.inside(Span(lead.end - 2, lead.end - 1))):
            # "Zwei Tage nach dem Brand … Das Feuer war am Sonntag ausgebrochen"; "Im Hafen ist … entdeckt worden"
            days = self._days_behind(lead)
            days = days or (self._day_of_the_background() if follows_up else [])
        if len({one.value for one in days}) != 1 or self._is_deliberation(lead) or self._is_an_obituary():
            return None
        event = self._followed_up(days[0])
        return event if self._is_news(event) else None

    def _is_news(self, event: TimeExpression) -> bool:
        day, published = parse_day(event.value.partition("/")[0]), parse_day(self.article.published.value)
        return day is not None and published is not None and published - day <= NEWS

    def _followed_up(self, day: TimeExpression) -> TimeExpression:
        """The earlier day of the lead, where its first sentence only follows up: "Nach dem Brand haben am …"."""
        first = self.occasions.first_of_the_lead
        if self.words.aftermath.isdisjoint(self.occasions.words_of(first)):
            return day
        before = [one for one in self._days_behind(first) if one.value < day.value]
        return before[0] if len({one.value for one in before}) == 1 else day

    def _days_behind(self, first: Span) -> list[TimeExpression]:
        """The days over that the lead tells behind its ``first`` sentence."""
        rest = self.expressions[bisect_left(self.starts, first.end) : bisect_left(self.starts, self.occasions.lead.end)]
        return [one for one in rest if self._is_a_day(one)]

    def _day_of_the_background(self) -> list[TimeExpression]:
        """The first day over that a paragraph behind the lead narrates: "Am Montag war aus einem Ventil Gas entwichen",
        where the lead follows up on it and tells no day."""
        lead, language = self.occasions.lead, self.article.language
        for one in self.expressions[bisect_left(self.starts, lead.end) :]:
            if self.occasions.inside(one.span) or not self._is_a_day(one):
                continue
            sentence = self.occasions.sentence(one.span, self.occasions.paragraph(one.span.start))
            return [one] if looks_back(WORD.findall(sentence), language) else []
        return []

    def _is_an_obituary(self) -> bool:
        """Whether the title tells that somebody died and of no cause: what is told of him is of his life."""
        title = [word.lower() for word in WORD.findall(self.article.title)]
        return not self.words.deaths.isdisjoint(title) and self.words.fatal.isdisjoint(title)
