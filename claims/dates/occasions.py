"""Days that hold beyond their own sentence: of a speaker's statement before, of an appearance told just before, of a
chronicle's entry, of "then"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from claims.dates.words import SayingWords
from claims.language import calendar
from claims.language.grammar import grammar
from claims.language.times import TimeExpression
from claims.models import Article, Basis, QuoteType, SegmentKind, Span, Stance, Statement, When

CARRY_PARAGRAPHS = 4  # how far back "sagte zudem" may point
CARRY_STATEMENTS = 12
NEXT_SENTENCE = 3  # characters between an answer and the sentence that explains it
ANSWERS = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS, Stance.DECLINES})
TOLD_BEFORE = 400  # characters of the paragraph in which an appearance is told
A_WEEK = 7  # days
PLACE = 2  # words before the first sentence
THEN = 600  # characters back to the time that "damals" means
EVENTS = 6  # expressions looked at for an occasion
LONGEST_LABEL = 60  # characters of a line that is only a date
LABEL_SHARE = 0.7  # of such a line that the date must make up
SHORTEST_NAME = 3
_WORD = re.compile(r"[^\W\d_]+")
# a point after one or two digits is an ordinal's in German
_PLAIN_END = re.compile(r"[.!?](?=\s|$|[“”\"»«])|\n")
_END_BEHIND_WORDS = re.compile(r"(?:(?<!\d)|(?<=\d{3}))[.!?](?=\s|$|[“”\"»«])|\n")
# the first line that is no heading; a short one opens with its place: "PORT ALVEY — …"
_LEAD = re.compile(r"^(?:[^\n]{100,}|[A-ZÄÖÜ][^\n.:]{2,40} [–—-] [^\n]{40,})[.!?…“”\"»][^\S\n]*$", re.MULTILINE)
_STOPS, _QUOTES = (".", "!", "?", "…"), '“”"»« '
_LABEL_MARKS = (":", "–", "—", "|", "- ")


class Occasions:
    """The occasions of one article. ``inside``: whether a span lies in a claim; ``of_noun``: whether an expression
    belongs to the noun before it."""

    def __init__(
        self,
        article: Article,
        expressions: Sequence[TimeExpression],
        words: SayingWords,
        inside: Callable[[Span], bool],
        of_noun: Callable[[TimeExpression], bool],
    ) -> None:
        self.article, self.expressions, self.words = article, expressions, words
        self.inside, self.of_noun = inside, of_noun
        self._end = _END_BEHIND_WORDS if grammar(article.language).mood_ending else _PLAIN_END
        self.starts = [expression.span.start for expression in expressions]
        self._words: dict[Span, tuple[str, ...]] = {}
        self.lead = self._lead()
        self.sitting = self._sitting()
        self.labels = self._labels()
        self.label_ends = [expression.span.end for expression in self.labels]

    def _lead(self) -> Span:
        """The first paragraph: a long one, or the first of the body where it is short and tells a day."""
        text = self.article.text
        found = _LEAD.search(text)
        first = next((one for one in self.article.segments if one.kind in (SegmentKind.LEAD, SegmentKind.BODY)), None)
        if first is not None and text[first.start : first.end].rstrip(_QUOTES)[-1:] in _STOPS:
            inside = self.expressions[bisect_left(self.starts, first.start) : bisect_left(self.starts, first.end)]
            if any(one.precision == "day" or one.event for one in inside):
                return Span(first.start, first.end)
        return Span(*found.span()) if found else Span(0, 0)

    def follows_the_lead(self, paragraph: int) -> bool:
        """Whether a paragraph is the second of the body."""
        return self.lead.end < paragraph and not self.article.text[self.lead.end : paragraph].strip()

    def paragraph(self, place: int) -> int:
        return self.article.text.rfind("\n", 0, place) + 1

    def ends_in(self, text: str) -> bool:
        """Whether a sentence ends in ``text``."""
        return self._end.search(text) is not None

    def passage(self, place: int) -> int:
        """Where the paragraph begins; of an answer its question."""
        start = self.paragraph(place)
        before = self.article.text[:start].rstrip()
        return self.paragraph(len(before)) if before.rstrip(_QUOTES)[-1:] == "?" else start

    # ------------------------------------------------------------------------------------------------------ chronicle

    def _labels(self) -> list[TimeExpression]:
        """Days that stand alone on their line, where there are two of them at least: the headings of a chronicle."""
        text = self.article.text
        alone: list[TimeExpression] = []
        for expression in self.expressions:
            if expression.precision != "day" or expression.kind != "point" or not expression.value:
                continue
            start, end = expression.span.start, expression.span.end
            before = text.rfind("\n", max(0, start - LONGEST_LABEL), start)
            after = text.find("\n", end, end + LONGEST_LABEL)
            if after < 0 or (before < 0 and start > LONGEST_LABEL):
                continue
            line = text[before + 1 : after].strip()
            if end - start >= LABEL_SHARE * len(line):
                alone.append(expression)
        return alone if len({expression.value for expression in alone}) > 1 else []

    def labelled(self, statement: Statement) -> When | None:
        """The day of the chronicle's entry that ``statement`` stands in: "12 February: …", or a line before."""
        text, paragraph = self.article.text, self.paragraph(statement.char_start)
        first = bisect_left(self.starts, paragraph)
        if first < len(self.expressions):
            expression = self.expressions[first]
            lead = text[paragraph : expression.span.start] if expression.span.start <= statement.char_end else "none"
            follows = text[expression.span.end : expression.span.end + 3].lstrip(" )]")
            opens = not _WORD.search(lead) and follows.startswith(_LABEL_MARKS)
            if opens and expression.precision == "day" and expression.kind == "point" and ":" not in expression.time:
                return self._past(expression)
        last = bisect_left(self.label_ends, statement.char_start) - 1
        return self._past(self.labels[last]) if last >= 0 else None

    def _past(self, expression: TimeExpression) -> When | None:
        published = self.article.published.value
        if not expression.value or (published and begins_after(expression.value, published)):
            return None
        return expression.when()

    # ----------------------------------------------------------------------------------------------- told just before

    def then(self, statement: Statement, words: set[str]) -> When | None:
        """The time told last, where the frame says "damals", "at the time"."""
        if words.isdisjoint(self.words.then | self.words.then_phrases):
            return None
        last = bisect_left(self.starts, statement.cue_span.start if statement.cue_span else statement.char_start)
        for expression in reversed(self.expressions[max(0, last - EVENTS) : last]):
            if statement.char_start - expression.span.start > THEN:
                break
            if expression.kind == "point" and expression.value and ":" not in expression.time:
                return self._past(expression)
        return None

    def appearance(self, statement: Statement, before: Sequence[Statement], frame: set[str]) -> When | None:
        """The day on which the paragraph has the speaker appear just before: "trat am Mittwoch vor die Belegschaft".

        Also the day of a meeting that the ``frame`` points back to ("sagte sie nach der Sitzung"), or of a text told of
        in the sentence before ("Darin heißt es"); else that of the sitting that the lead tells of, where it was there.
        """
        told = self._appeared(statement, before, frame)
        if told is None and frame & self.words.afterwards:
            return self._told_last(statement.char_start)
        again = frame & (self.words.gatherings | self.words.assembled)
        return told or (self.sitting if again or self._is_done_there(statement) else None)

    def _appeared(self, statement: Statement, before: Sequence[Statement], frame: set[str]) -> When | None:
        """The day of an appearance, a meeting or a text that the paragraph tells just before."""
        place = statement.char_start
        paragraph = max(self.paragraph(place), place - TOLD_BEFORE)
        name = [word for word in _WORD.findall(statement.speaker) if len(word) >= SHORTEST_NAME][-1:]
        last = bisect_left(self.starts, place)
        again = frame & self.words.gatherings
        therein = not frame.isdisjoint(self.words.therein)
        for expression in reversed(self.expressions[max(0, last - EVENTS) : last]):
            if expression.span.start < paragraph:
                break
            if expression.kind != "point" or expression.precision not in ("day", "interval"):
                continue
            if self.inside(expression.span) or self.of_noun(expression):
                continue
            sentence = self._sentence(expression.span, paragraph, place)
            words = _WORD.findall(sentence)
            held = any(word.lower().startswith(noun) for word in words for noun in again)
            if held or (therein and not self.words.utterances.isdisjoint(words)):
                return self._past(expression)
            if not name or name[0] not in words or not self._appears(word.lower() for word in words):
                return None
            others = (one for one in before[-CARRY_STATEMENTS:] if expression.span.end <= one.char_start < place)
            return None if any(not same_speaker(one, statement) for one in others) else self._past(expression)
        return None

    def _told_last(self, place: int) -> When | None:
        """The last day told before ``place`` in its paragraph, else in the lead."""
        for start, end in ((self.paragraph(place), place), (self.lead.start, min(self.lead.end, place))):
            told = self.expressions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
            for one in reversed(told):
                day = one.kind == "point" and one.precision == "day" and not one.of_a_day
                if day and not self.inside(one.span) and not self.of_noun(one) and self._past(one):
                    return self._past(one)
        return None

    def _appears(self, words: Iterable[str]) -> bool:
        """Whether a sentence tells of an appearance; of a verb that comes in two, both parts: "stellte … vor"."""
        told = set(words)
        return any(told.issuperset(one.split()) for one in self.words.occasions)

    def _is_done_there(self, statement: Statement) -> bool:
        """Whether an act was done at a gathering: "verteidigte den Schritt in der Sitzung"."""
        words, known = _WORD.findall(statement.claim), grammar(self.article.language)
        if not words or words[0] not in _WORD.findall(statement.cue):
            return False
        return any(
            word.lower() in self.words.gatherings
            and (
                before.lower() in known.contracted
                or (first.lower() in known.prepositions and before in known.determiners)
            )
            for first, before, word in zip(words, words[1:], words[2:], strict=False)
        )

    def _sitting(self) -> When | None:
        """The one day of the last week that the first sentence of the lead tells, where it tells of a trial or session:
        "Der Stadtrat hat am Donnerstag …"."""
        first = self.first_of_the_lead
        if not any(word.endswith(self.words.sittings) for word in self.words_of(first)):
            return None
        inside = self.expressions[bisect_left(self.starts, first.start) : bisect_left(self.starts, first.end)]
        days = [one for one in inside if one.precision == "day" and one.kind == "point" and ":" not in one.time]
        over = [one for one in days if one.weekday is not None and self._past(one)]
        day = calendar.parse_day(over[0].value) if len({one.value for one in over}) == 1 else None
        published = calendar.parse_day(self.article.published.value)
        return over[0].when() if day and published and (published - day).days < A_WEEK else None

    def _time_between(self, first: int, last: int, own: Span | None) -> bool:
        """Whether a day or a wider time is told between two places, but for ``own``."""
        told = self.expressions[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        return any(one.span != own and not one.event for one in told)

    def answered(self, statement: Statement, before: Sequence[Statement]) -> When | None:
        """The day of a bare answer that the sentence goes on from: "Das Amt widersprach am Abend. Man habe …"."""
        earlier = before[-1] if before else None
        if earlier is None or earlier.quote_type is not QuoteType.REPORTED or earlier.stance not in ANSWERS:
            return None
        gap = self.article.text[earlier.char_end : statement.char_start]
        if len(gap) > NEXT_SENTENCE or "\n" in gap:
            return None
        return earlier.claim_date if earlier.claim_date.basis in (Basis.EXPLICIT, Basis.RELATIVE) else None

    def _sentence(self, span: Span, first: int, last: int) -> str:
        text = self.article.text
        ends = [match.end() for match in self._end.finditer(text, first, span.start)]
        stop = self._end.search(text, span.end, last)
        return text[ends[-1] if ends else first : stop.start() if stop else last]

    def sentence(self, span: Span, first: int) -> str:
        """The sentence around a span, from ``first`` on at the most, to the end of its paragraph."""
        end = self.article.text.find("\n", span.end)
        return self._sentence(span, first, end if end >= 0 else len(self.article.text))

    def sentence_before(self, place: int) -> int:
        """Where the sentence before the one at ``place`` begins, in its paragraph."""
        paragraph = self.paragraph(place)
        ends = [match.end() for match in self._end.finditer(self.article.text, paragraph, place)]
        return ends[-2] if len(ends) > 1 else paragraph

    def sentence_of(self, place: int) -> int:
        """Where the sentence at ``place`` begins."""
        paragraph = self.paragraph(place)
        return max([paragraph, *(match.end() for match in self._end.finditer(self.article.text, paragraph, place))])

    def first_sentence(self, span: Span) -> Span:
        """The first sentence of a span; a place alone before it is none: "Sude. Der Stadtrat hat …"."""
        stop = self._end.search(self.article.text, span.start, span.end)
        if stop and len(self.words_of(Span(span.start, stop.end()))) <= PLACE:
            stop = self._end.search(self.article.text, stop.end(), span.end) or stop
        return Span(span.start, stop.end() if stop else span.end)

    @cached_property
    def first_of_the_lead(self) -> Span:
        """The first sentence of the lead."""
        return self.first_sentence(self.lead)

    def words_of(self, span: Span) -> tuple[str, ...]:
        """The words of a span, lower-cased; read once, since every statement asks for those of the lead."""
        if span not in self._words:
            found = _WORD.finditer(self.article.text, span.start, span.end)
            self._words[span] = tuple(match.group().lower() for match in found)
        return self._words[span]

    # ----------------------------------------------------------------------------------------------------- carrying

    def carried(self, statement: Statement, before: Sequence[Statement], words: set[str]) -> When | None:
        """The day of the same speaker's statement before, where this one goes on with it."""
        paragraph = self.paragraph(statement.char_start)
        others = False
        for earlier in reversed(before[-CARRY_STATEMENTS:]):
            if earlier.char_start >= statement.char_start:
                continue
            near = earlier.char_end >= paragraph
            if not same_speaker(earlier, statement):
                # another voice in between ends the occasion, unless the text says that it goes on
                if near and words.isdisjoint(self.words.additive):
                    return None
                others = True
                continue
            gap = self.article.text.count("\n\n", earlier.char_end, statement.char_start)
            goes_on = (
                not others
                and gap == 1
                and not self._time_between(earlier.char_end, statement.char_start, earlier.claim_date.span)
            )
            told_on = gap <= CARRY_PARAGRAPHS and not words.isdisjoint(self.words.additive)
            if not (near or goes_on or told_on):
                return None
            said = earlier.claim_date
            return said if said.basis in (Basis.EXPLICIT, Basis.RELATIVE) else None
        return None


def begins_after(value: str, day: str) -> bool:
    """Whether an EDTF value begins after a day (or month, or year); a season begins with its first month."""
    first = value.partition("/")[0]
    month = first[5:7]
    if month.isdigit() and int(month) in calendar.SEASONS:
        first = f"{first[:5]}{calendar.season_start(int(month)):02d}"
    return first[: len(day)].replace("X", "0") > day


def same_speaker(one: Statement, two: Statement) -> bool:
    """Whether two statements of an article are one speaker's."""
    if one.speaker and two.speaker:
        return one.speaker == two.speaker
    return bool(one.mention) and one.mention == two.mention
