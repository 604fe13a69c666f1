"""What an expression of time belongs to: the act of saying, or a noun beside it."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from claims.dates.occasions import ANSWERS, begins_after
from claims.dates.words import FORM, SayingWords
from claims.language.calendar import parse_day
from claims.language.grammar import grammar
from claims.language.times import TimeExpression
from claims.language.word_tense import word_tense
from claims.models import Article, Basis, QuoteType, Stance, Statement

NEWS = timedelta(days=31)  # how long ago what a report answers to was said
LIGHT = 12  # characters before a time in which a light word stands
DECLINED_AFTER = 3  # words from "wollte sich" to the day on which nothing was said
# a point after one or two digits is an ordinal's: "am 22. Oktober"; in English it ends the sentence
_BREAK_BEHIND_WORDS = re.compile(r"[,;:–—()„“”\"»«‚‘!?\n]|(?:(?<!\d)|(?<=\d{3}))\.(?=\s|$)")
# the name of an outlet: "sagte sie der „Neuen Post“ vom Samstag"
PAPER = re.compile(r"[„“\"](?:[A-ZÄÖÜ][\w-]*\s?){1,4}[“”\"]\s")
_BREAK = re.compile(r"[,;:–—()„“”\"»«‚‘!?\n]|\.(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
GENITIVE = ("'s", "’s")


def break_of(language: str) -> re.Pattern[str]:
    """What ends a clause."""
    return _BREAK_BEHIND_WORDS if grammar(language).mood_ending else _BREAK


class Attachment:
    """The expressions of one article, each with what stands around it."""

    def __init__(self, article: Article, words: SayingWords) -> None:
        self.article, self.words, self.break_ = article, words, break_of(article.language)

    def beside_the_act(self, statement: Statement, expression: TimeExpression) -> bool:
        """Whether an expression within a reported act dates the act.

        Right after the verb ("forderte am Wochenende Neuwahlen") or a day right after the speaker, a part of the day of
        the report ("nannte das am Abend falsch"), after an utterance ("in a report on Monday"), or at the end of an
        answer to something that is there already ("denied the report on Tuesday"); what is announced for Friday is
        not announced on it.
        """
        if statement.cue_span is None:
            return False
        rest = self.article.text[expression.span.end : statement.claim_spans[-1].end]
        past_day = expression.precision in ("day", "interval") and not self._is_ahead(expression)
        last = not rest.strip(" .") and expression.precision == "day" and not self._is_old(expression)
        before = _WORD.findall(self.article.text[max(0, expression.span.start - 40) : expression.span.start])
        mention = statement.mention_span
        named = mention is not None and 0 <= expression.span.start - mention.end <= 1
        behind = statement.cue_span.start < expression.span.start  # "issued on 8 March, he said" dates the warning
        if behind and (last or named) and before and before[-1] in self.words.utterances | self.words.issued:
            return True
        if self._is_of_the_month_past(statement, expression, rest):
            return True
        if last and expression.event and not self.words.gauges.isdisjoint(_WORD.findall(statement.cue)):
            return True  # had put the figure at 40 earlier in the day
        if statement.quote_type is not QuoteType.REPORTED:
            return (last and past_day and self._names_a_thing(statement)) or self._follows_the_verb(
                statement, expression
            )
        text, cue = self.article.text, statement.cue_span
        between = text[cue.start : expression.span.start]
        past = expression.weekday is not None and not self._is_ahead(expression)
        if expression.span.end <= cue.start:
            # "Im Sommer drohte sie": a time in front of the verb
            return self._opens_sentence(expression) and not _WORD.search(text, expression.span.end, cue.start)
        if expression.span.start == cue.start:  # the verb's words begin with it: "Vor einem Jahr hatte sie gewarnt"
            return self._opens_sentence(expression)
        # "hatte noch im Februar gesprochen": a light word parts nothing
        after = [word for word in _WORD.findall(between) if word.capitalize() not in self.words.light]
        closing = _WORD.findall(rest)
        # "nannte den Plan am Montag einen Fehler", "called the plan on Monday a mistake"
        predicate = self.words.predicates | grammar(self.article.language).determiners
        if past_day and closing and closing[0] in predicate and not self.break_.search(between):
            return True
        if past_day and len(closing) == 1 and closing[0].islower() and not self.break_.search(between):
            return True  # nannte den Plan am Sonntag falsch
        if after and (len(after) == 1 or not self.words.reflexives.isdisjoint(after[1:2])) and len(after) <= 2:
            return not self._is_ahead(expression) or self._declines(statement)
        if self._declines(statement) and len(after) <= DECLINED_AFTER and expression.precision == "day":
            return True
        if named and past:
            return True
        part_of_today = bool(expression.time) and expression.weekday is None
        return (part_of_today and expression.value == self.article.published.value) or (
            last and statement.stance in ANSWERS
        )

    def _is_ahead(self, expression: TimeExpression) -> bool:
        return begins_after(expression.value, self.article.published.value)

    def _is_of_the_month_past(self, statement: Statement, expression: TimeExpression, rest: str) -> bool:
        """Whether a month behind a thing announced is the one of the announcement: just over, so that the next of its
        name is far: "announced the ban in July" in August."""
        published = self.article.published.value
        if statement.stance is not Stance.ANNOUNCES or expression.precision != "month" or rest.strip(" ."):
            return False
        return expression.basis is Basis.RELATIVE and expression.value[5:7] in _months_before(published)

    def _is_old(self, expression: TimeExpression) -> bool:
        """Whether what was said on its day is no news any more, or not yet: "bestreitet den Überfall am 3. Mai"."""
        day, published = parse_day(expression.value), parse_day(self.article.published.value)
        return day is not None and published is not None and abs(published - day) > NEWS

    def measures(self, statement: Statement) -> bool:
        return not self.words.measures.isdisjoint(_WORD.findall(statement.cue))

    def _follows_the_verb(self, statement: Statement, expression: TimeExpression) -> bool:
        """Whether a past day at the head of a claim stands between its verb and preposition: warned on Monday of …; or
        any past time before the opener of the content: found last fall that …"""
        cue, start = statement.cue_span, expression.span.start
        if cue is None or self._is_ahead(expression):
            return False
        if statement.claim_spans[0].start != start or self.article.text[cue.end : start].strip():
            return False
        after = _WORD.match(self.article.text, expression.span.end + 1)
        if after is None:
            return False
        weekday = expression.weekday is not None and after.group() in grammar(self.article.language).prepositions
        return weekday or after.group() in self.words.demonstratives

    def _names_a_thing(self, statement: Statement) -> bool:
        """Whether the claim is a thing without a verb, right after its verb of saying: reported nine cases."""
        cue, claim = statement.cue_span, statement.claim_spans[0]
        if cue is None or len(statement.claim_spans) > 1 or not 0 <= claim.start - cue.end <= 1:
            return False
        if statement.stance in (Stance.ANNOUNCES, Stance.DEMANDS) or self.words.foretells(statement.cue):
            return False
        words = FORM.findall(statement.claim)
        determiners, modals = grammar(self.article.language).determiners, grammar(self.article.language).modals
        if any(word.endswith(self.words.gerund_end) and after in determiners for word, after in pairwise(words)):
            return False  # accused them of shelling a village on Monday
        deed = bool(words) and bool(self.words.gerund_end) and words[0].endswith(self.words.gerund_end)
        if deed and words[1:2] and words[1][:1].isupper():
            return False  # denies robbing Jo Reed on Monday
        return modals.isdisjoint(words) and not any(word_tense(word, self.article.language) for word in words)

    def _opens_sentence(self, expression: TimeExpression) -> bool:
        lead = self.article.text[max(0, expression.span.start - LIGHT) : expression.span.start]
        light = _WORD.search(lead[lead.rstrip().rfind(" ") + 1 :])
        if light is not None and light.group() in self.words.light:  # "Noch im Frühjahr hatte sie …"
            lead = lead[: lead.rfind(light.group())]
        lead = lead.rstrip(' „“”"»«–')
        return not lead or lead[-1] in ".!?\n:"

    @staticmethod
    def _declines(statement: Statement) -> bool:
        return statement.stance is Stance.DECLINES

    def belongs_to_a_noun(self, expression: TimeExpression) -> bool:
        start = expression.span.start
        before = _WORD.findall(self.break_.split(self.article.text[max(0, start - 60) : start])[-1])
        if before and before[-1] in self.words.utterances:
            return False
        first = expression.text.split(" ", 1)[0].lower()
        papers = PAPER.finditer(self.article.text, max(0, start - 60), start)
        if first in self.words.attributive and any(paper.end() == start for paper in papers):
            return False
        if before and before[-1].lower() in grammar(self.article.language).determiners:
            # "des am Montag zurückgetretenen Chefs", but "in dem am Montag veröffentlichten Beschluss"
            after = _WORD.findall(self.article.text[expression.span.end : expression.span.end + 60])[:4]
            return self.words.texts.isdisjoint(after) and self.words.utterances.isdisjoint(after)
        if expression.text.endswith(GENITIVE):  # Tuesday's crash
            owned = _WORD.search(self.article.text, expression.span.end, expression.span.end + 40)
            return owned is not None and owned.group() not in self.words.utterances
        held = bool(before) and before[-1].lower() in self.words.gatherings  # "nach der Sitzung am Freitag"
        matter = not held and any(
            word.lower() in self.words.topics or word in self.words.topics for word in self._topics_before(before)
        )
        return matter or first in self.words.attributive

    def _topics_before(self, before: list[str]) -> list[str]:
        """The words before a noun that may tell of what; "nach Angaben der Polizei" tells of nothing."""
        near = before[-4:-1]
        return [] if any(word in self.words.utterances for word in near) else near


def _months_before(published: str) -> tuple[str, ...]:
    """The numbers of the two months before the one of the report."""
    month = int(published[5:7]) if published[5:7].isdigit() else 0
    return tuple(f"{(month - back - 1) % 12 + 1:02d}" for back in (1, 2)) if month else ()
