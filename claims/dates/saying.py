"""The day on which a statement was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from claims.dates.attachment import PAPER, Attachment, break_of
from claims.dates.events import Events
from claims.dates.followups import is_referred_to
from claims.dates.heads import days_of_the_dateline
from claims.dates.interviews import day_of_the_talk
from claims.dates.occasions import Occasions, begins_after
from claims.dates.tellings import DAY
from claims.dates.words import saying_words
from claims.language.calendar import parse_day
from claims.language.grammar import grammar
from claims.language.tense import looks_back
from claims.language.times import TimeExpression, find_dates
from claims.language.word_tense import word_tense
from claims.models import Article, Basis, QuoteType, Span, Statement, When
from claims.statements.clausal_words import clausal_words

REACH = 120  # characters around a quote in which its clause may go on
AHEAD = 3  # characters that an expression before the cue counts as further away
LONGEST_FRONT = 100  # characters of "In a statement issued on Sunday"
BEFORE = 20  # characters before an expression in which the word before it stands
BESIDE = 4  # words between the cue and an expression that dates it
NEARLY_A_YEAR = 320  # days
SHORT_CLAIM = 12  # words of a claim that only points back
_CLOSING = " ”“\"»«’'"
_STOPS = frozenset(".!?…")
_CLAUSE = re.compile(r"[,;:–—(]\s*([^\W\d_]*)")
_WORD = re.compile(r"[^\W\d_]+")
_BY_NOUN = (".owned", ".weitergegeben")  # rules of words that a noun of saying names, in a sentence of its own


def is_passed_on(statement: Statement) -> bool:
    """Whether a noun of saying names the words within what somebody else says or does: "rejected claims that …"."""
    return statement.generated_by.endswith(_BY_NOUN)


class Frames:
    """The frames of an article's statements: what stands around their claims."""

    def __init__(
        self, article: Article, statements: Sequence[Statement], expressions: Sequence[TimeExpression]
    ) -> None:
        self.article = article
        self.words, self.break_ = saying_words(article.language), break_of(article.language)
        self.attachment = Attachment(article, self.words)
        self.expressions = expressions
        self.starts = [expression.span.start for expression in expressions]
        # expressions that date what was said
        self.taken = days_of_the_dateline(article, expressions) | self._days_of_a_hearing()
        self.claims = sorted(span for statement in statements for span in statement.claim_spans)
        self.claim_starts = [span.start for span in self.claims]
        self.occasions = Occasions(
            article, expressions, self.words, self._inside_a_claim, self.attachment.belongs_to_a_noun
        )
        self.read = 0  # of the statements dated already
        self.present: list[Statement] = []  # those of them that do not look back
        self.talk = day_of_the_talk(article, statements, self.occasions, self.words)
        self.events = Events(article, self.occasions, self.words, self.taken)

    def _days_of_a_hearing(self) -> set[Span]:
        """Days right behind a verb of hearing: "the court heard on Thursday"."""
        hearing = clausal_words(self.article.language).hearing
        return {
            one.span
            for one in self.expressions
            if one.precision == "day" and self._word_before(one.span.start) in hearing
        }

    def _word_before(self, place: int) -> str:
        words = _WORD.findall(self.article.text[max(0, place - BEFORE) : place])
        return words[-1].lower() if words else ""

    def said(self, statement: Statement, before: Sequence[Statement]) -> When:
        """When ``statement`` was said, given the statements ``before`` it, dated already; asked in the order of the
        text."""
        self.present += [one for one in before[self.read :] if not self._looks_back(one)]
        self.read = len(before)
        frame = self._frame(statement)
        own = self._own(statement, frame)
        if own is not None and not self._of_another_act(statement, own):
            if own.span is not None:
                self.taken.add(own.span)
            return own
        labelled = self.occasions.labelled(statement)
        if labelled is not None:
            return labelled
        words = self._frame_words(statement, frame)
        published = self.article.published
        if any(phrase in self._frame_text(statement, frame) for phrase in self.words.then_phrases):
            words |= self.words.then | self.words.then_phrases
        then = self.occasions.then(statement, words)
        if then is not None:
            return then
        if self._looks_back(statement):
            month = published.value[:7]
            if not re.fullmatch(r"\d{4}-\d\d", month) or statement.cue_span is None:
                return When()
            cue = self.article.text[statement.cue_span.start : statement.cue_span.end]
            return When(value=f"{month}~", basis=Basis.ARTICLE, text=cue, span=statement.cue_span)
        # "who had backed it on 3 June" is of no occasion that goes on
        occasion = (
            self.occasions.carried(statement, self.present, words)
            or self.occasions.answered(statement, before)
            or self.occasions.appearance(statement, before, words)
        )
        if occasion is None and statement.cue_span is None:
            occasion = self.talk
        if occasion is not None:
            return occasion
        if not published.value:
            return When()
        return published if published.basis is Basis.INFERRED else When(value=published.value, basis=Basis.ARTICLE)

    def _of_another_act(self, statement: Statement, own: When) -> bool:
        """A day of the sentence that is not of the words behind a noun of saying: "Reed rejected on Friday the union's
        claim that …", "The school was cleared on Monday after reports that …"."""
        outside = own.span is not None and not statement.char_start <= own.span.start < statement.char_end
        return outside and is_passed_on(statement)

    def spans_told(self, statement: Statement) -> tuple[Span, ...]:
        """The claim without a clause about the speaker: "said Pohl, whose brother was captured in May"."""
        mention = statement.mention_span
        if mention is None:
            return statement.claim_spans
        kept = tuple(span for span in statement.claim_spans if not self._is_about_the_speaker(span, mention))
        return kept or statement.claim_spans

    def _is_about_the_speaker(self, span: Span, mention: Span) -> bool:
        first = _WORD.search(self.article.text, span.start, span.end)
        # without a comma it is the claim that goes on: "hat nach Angaben der Kämmerei den Schaden aufgenommen"
        beside = (
            mention.end <= span.start <= mention.end + BESIDE and "," in self.article.text[mention.end : span.start]
        )
        return beside and first is not None and first.group() in self.words.relatives

    def takes_up_the_time(self, statement: Statement) -> bool:
        """Whether a word of the claim takes up the time told last: "Damals fehlte das Geld", "by then"."""
        return self._thence(_words_of(statement)) is not None

    def day_of_the_meeting(self, said: When) -> When | None:
        """The day of a meeting or match after which something was said: "sagte nach dem Spiel am Samstag"."""
        if said.span is None or not is_referred_to(self.article, said.span.start, self.words):
            return None
        held = self._word_before(said.span.start) in self.words.gatherings
        return said.model_copy(update={"basis": Basis.INFERRED}) if held else None

    def opens_with_then(self, statement: Statement) -> bool:
        """Whether the claim begins with the time told last: "Damals"."""
        first = _WORD.search(statement.claim)
        return first is not None and first.group().lower() in self.words.then

    def stands_for_the_sentence_before(self, statement: Statement) -> bool:
        """Whether the claim takes up what was told: "Das geht aus einem Entwurf hervor"."""
        words = _WORD.findall(statement.claim)
        first = words[0].lower() if words else ""
        short = first in self.words.demonstratives and 1 < len(words) <= SHORT_CLAIM
        if short and self._judges(words, statement.claim):
            return False
        if short and len(words) > 2 and words[2] != words[2].lower() and self._is_an_adjective(words[1]):
            return False  # das nächste Spiel
        # "das Dach sei sicher", "that the roof was safe" take up nothing
        if short and grammar(self.article.language).mood_ending and words[1] != words[1].lower():
            return False  # das Verbot
        return short and (self._is_verb(words[1]) or (first != words[0] and words[1].endswith(self.words.finite_end)))

    def _is_an_adjective(self, word: str) -> bool:
        """Whether ``word``, before a noun, may be declined and is no verb that is known: "nächste", not "freut"."""
        known = grammar(self.article.language)
        verb = word in known.have | known.be | known.modals or bool(word_tense(word, self.article.language))
        return known.mood_ending != "" and not verb and word.endswith("e")

    def _judges(self, words: list[str], claim: str) -> bool:
        """Whether it only judges what was told: "das sei nicht zu halten"; but "das seien 40 mehr", "sei geschehen"."""
        language = self.article.language
        counts = any(sign.isdigit() for sign in claim) or not self.words.comparing.isdisjoint(words)
        if words[1] not in grammar(language).be or counts:  # "doppelt so viele wie in der Vorwoche"
            return False
        # "das ist das beste Ergebnis seit Jahren"
        return not looks_back([word for word in words if word not in self.words.since], language)

    def _thence(self, words: list[str]) -> str | None:
        """The word before one that takes up a time told, or nothing: by "then", müssten "dann"; none in conditions."""
        if not self.words.conditions.isdisjoint(words):
            return None
        known = grammar(self.article.language)
        before_it = known.have | known.be | known.modals | self.words.thence_until | self.words.thence_since
        for before, word in pairwise(["", *(word.lower() for word in words)]):
            taken_up = not before or before in before_it or (known.mood_ending != "" and self._is_verb(before))
            if word in self.words.since_then and taken_up:
                return next(iter(self.words.thence_since))
            if word in self.words.thence and (taken_up or word in self.words.then):
                return before
        if known.mood_ending == "" and words[-1:] and words[-1] in self.words.since:
            return next(iter(self.words.thence_since))  # "he had not trained since"
        closes = known.mood_ending == "" and words[-1:] and words[-1] in self.words.thence
        return "" if closes and looks_back(words, self.article.language) else None  # "She found no defects then"

    def is_a_label(self, expression: TimeExpression) -> bool:
        """Whether it is the hour at the head of an entry: "11:50 Uhr: Am Dienstag …"."""
        text, (start, end) = self.article.text, expression.span
        return expression.of_a_day and text[end : end + 1] == ":" and text[:start].rstrip(" ")[-1:] in ("", "\n")

    def says_ever(self, statement: Statement) -> bool:
        """Whether the claim is of all time: "eine Zusage habe es nie gegeben"."""
        return not self.words.ever.isdisjoint(_WORD.findall(statement.claim))

    def _is_verb(self, word: str) -> bool:
        known = grammar(self.article.language)
        told = word in known.have | known.be | known.modals or bool(word_tense(word, self.article.language))
        return told or word.endswith(known.finite_endings)

    def sentence_before(self, statement: Statement) -> When:
        """The main time of the sentence before, for "bis dahin" up to it; see :meth:`Events.sentence_before`."""
        words = _words_of(statement)
        then = not self.words.then.isdisjoint(word.lower() for word in words)
        found = self.events.sentence_before(statement, over=then and looks_back(words, self.article.language))
        before = self._thence(words)
        if not found.value and before in self.words.thence_since:  # "has hired 60 nurses since then"
            deed = self.events.of_the_deed(statement, hour=True)
            found = deed if deed.value else self.events.of_the_report(statement, ())
        first, _, last = found.value.partition("/")
        if len(found.value) < len(DAY) and not self.words.after_that.isdisjoint(word.lower() for word in words):
            return When()
        if first == ".." and before in self.words.thence_since:
            first = last  # "bis Mittwoch. Seitdem …"
        if not before or first in ("", ".."):
            return found
        until, since = before in self.words.thence_until, before in self.words.thence_since
        return found.model_copy(update={"value": f"../{first}" if until else f"{first}/.." if since else found.value})

    # ------------------------------------------------------------------------------------------------------- frame

    def _frame(self, statement: Statement) -> Span:
        """The quote with what its clause goes on with on either side."""
        text = self.article.text
        left = text[max(0, statement.char_start - REACH) : statement.char_start]
        offset = statement.char_start - len(left)
        breaks = [
            match.end() for match in self.break_.finditer(left) if not self._within_a_time(offset + match.start())
        ]
        start = offset + (breaks[-1] if breaks else 0)
        if breaks and left[breaks[-1] - 1] == ",":
            start = self._fronted(start, offset + (breaks[-2] if len(breaks) > 1 else 0))
        right = text[statement.char_end : statement.char_end + REACH]
        papers = [match.span() for match in PAPER.finditer(right)]
        stops = (match.start() for match in self.break_.finditer(right))
        stops = (at for at in stops if not any(first <= at < last for first, last in papers))
        stop = next((at for at in stops if not self._within_a_time(statement.char_end + at)), len(right))
        end = statement.char_end + stop
        if text[statement.char_start : statement.char_end].rstrip(_CLOSING)[-1:] in _STOPS:
            end = statement.char_end
        return Span(start, end)

    def _within_a_time(self, place: int) -> bool:
        """Whether the mark at ``place`` belongs to an expression of time: the point of "Aug. 5"."""
        index = bisect_left(self.starts, place + 1) - 1
        return index >= 0 and place < self.expressions[index].span.end

    def _fronted(self, start: int, before: int) -> int:
        """Where the frame starts when a comma at ``start`` closes a time in front: "On Monday, she said"."""
        front = self.article.text[before : start - 1]
        if len(front) > LONGEST_FRONT or (before and self.article.text[before - 1] not in ".!?\n"):
            return start
        index = bisect_left(self.starts, before)
        if index == len(self.expressions) or self.expressions[index].span.end > start:
            return start
        length = self.expressions[index].span.end - self.expressions[index].span.start
        words = _WORD.findall(front)
        utterance = not self.words.utterances.isdisjoint(words) or words[0].lower() in self.words.fronts
        # in German no comma parts a time from its verb: "Im Mai, sagte sie, werde man …"
        alone = 2 * length > len(front.strip()) and not grammar(self.article.language).mood_ending
        return before if utterance or alone else start

    def _claims_near(self, place: int) -> list[Span]:
        index = bisect_left(self.claim_starts, place)
        return self.claims[max(0, index - 6) : index + 6]

    def _inside_a_claim(self, span: Span) -> bool:
        return any(_holds(claim, span) for claim in self._claims_near(span.start + 1))

    def _inside_the_said(self, span: Span, statement: Statement, cue: Span) -> bool:
        """Whether ``span`` lies in a claim that is not told around the cue: "Am 3. Mai korrigierte er sich: …"."""
        around = [claim for claim in self._claims_near(span.start + 1) if _holds(claim, span)]
        return any(claim in statement.claim_spans or not _holds(claim, cue) for claim in around)

    def _own(self, statement: Statement, frame: Span) -> When | None:
        first = bisect_left(self.starts, frame.start)
        candidates: list[tuple[int, When]] = []
        cue = statement.cue_span or Span(statement.char_start, statement.char_start)
        for index in range(first, len(self.expressions)):
            expression = self.expressions[index]
            if expression.span.start >= frame.end:
                break
            if expression.kind != "point" or expression.span.end > frame.end:
                continue
            said = self._inside_the_said(expression.span, statement, cue)
            if said and (
                self.attachment.measures(statement) or not self.attachment.beside_the_act(statement, expression)
            ):
                continue
            if self.attachment.belongs_to_a_noun(expression) or self._outside_event(expression, cue):
                continue
            if self._in_an_aside(expression, cue) or self._about_the_speaker(expression, cue, statement.mention_span):
                continue
            when = self._past(expression, cue)
            named = statement.mention_span is not None and _holds(statement.mention_span, expression.span)
            if named and expression.precision in ("year", "decade"):
                continue  # the architect of the 2008 campaign
            if when is not None:
                # of two beside the cue, the one after it dates it: "hit on Tuesday denied on Wednesday"
                distance = max(cue.start - expression.span.end + AHEAD, expression.span.start - cue.end, 0)
                if named:
                    distance += REACH
                candidates.append((distance, when))
        return min(candidates, key=lambda pair: pair[0])[1] if candidates else None

    def _outside_event(self, expression: TimeExpression, cue: Span) -> bool:
        """Whether another clause, or a claim, stands between the cue and an expression after it."""
        text = self.article.text
        if expression.span.start <= cue.end:
            return cue.start - expression.span.end > REACH
        between = text[cue.end : expression.span.start]
        if len(between) > REACH or "\n" in between:
            return True
        if any(cue.end <= claim.start < expression.span.start for claim in self._claims_near(cue.end)):
            return bool(self.break_.search(between.rstrip(" ,")))
        return any(
            word.group(1).lower() in self.words.openers or word.group(0)[0] != "," for word in _CLAUSE.finditer(between)
        )

    def _in_an_aside(self, expression: TimeExpression, cue: Span) -> bool:
        """Whether its clause closes before the cue: "Pohl, der am Montag kam, sagte"."""
        if expression.span.end > cue.start:
            return False
        text = self.article.text
        lead = text[max(0, expression.span.start - REACH) : expression.span.start]
        comma = lead.rfind(",")
        word = _WORD.search(lead, comma + 1) if comma >= 0 else None
        if word is None or "." in lead[comma:]:
            return False
        # "Murphy, a former aide who came in 2011, said"
        inner = self.words.asides.isdisjoint(_WORD.findall(lead[comma:]))
        if inner and word.group().lower() not in self.words.openers:
            return False
        return "," in text[expression.span.end : cue.start]

    def _about_the_speaker(self, expression: TimeExpression, cue: Span, mention: Span | None) -> bool:
        """Whether it stands in a clause on the speaker without a comma: "the family of a man who died in May says"."""
        if mention is None or not mention.start < expression.span.start or expression.span.end > cue.start:
            return False
        lead = self.article.text[mention.start : expression.span.start]
        return not self.words.restrictive.isdisjoint(_WORD.findall(lead)) and "," not in lead

    def _looks_back(self, statement: Statement) -> bool:
        """Whether the cue is in the pluperfect: hatte angekündigt, had repeatedly said."""
        if statement.cue_span is None:
            return False
        first = max(0, statement.cue_span.start - 30)
        if statement.quote_type is not QuoteType.REPORTED:  # "sie hatte laut Verband gefehlt": the claim's own verb
            told = (span.end for span in statement.claim_spans if span.end <= statement.cue_span.start)
            first = max(first, *told, 0)
        lead = self.article.text[first : statement.cue_span.start]
        words = _WORD.findall(self.break_.split(lead)[-1])[-2:] + _WORD.findall(statement.cue)
        return not self.words.pluperfect.isdisjoint(word.lower() for word in words)

    def _past(self, expression: TimeExpression, cue: Span) -> When | None:
        """The expression as a day on or before the article's; nothing where it is later.

        Right beside the cue it dates the words even where the tense is the present ("sagt sie am Freitag").
        """
        published = self.article.published.value
        if not expression.value or not published:
            return expression.when()
        if not begins_after(expression.value, published):
            return None if self._was_given_the_year_before(expression) else expression.when()
        between = self.article.text[min(cue.end, expression.span.end) : max(cue.start, expression.span.start)]
        if len(between.split()) > BESIDE or expression.precision != "day":
            return None
        again = find_dates(expression.text, anchor=published, language=self.article.language, tense="past")
        if again and again[0].value and not begins_after(again[0].value, published):
            return When(value=again[0].value, basis=again[0].basis, text=expression.text, span=expression.span)
        return None

    def _was_given_the_year_before(self, expression: TimeExpression) -> bool:
        """Whether a day without a year lies nearly a year back: the coming one, of which nobody has spoken yet."""
        day, published = parse_day(expression.value), parse_day(self.article.published.value)
        if expression.basis is not Basis.RELATIVE or expression.by_distance or day is None or published is None:
            return False
        return (published - day).days > NEARLY_A_YEAR

    def _frame_text(self, statement: Statement, frame: Span) -> str:
        """The frame behind the claim."""
        return self.article.text[min(frame.end, statement.claim_spans[-1].end) : frame.end]

    def _frame_words(self, statement: Statement, frame: Span) -> set[str]:
        """The words of the frame outside the claims, lower-cased."""
        found: set[str] = set()
        for match in _WORD.finditer(self.article.text, frame.start, frame.end):
            if not any(span.start <= match.start() < span.end for span in statement.claim_spans):
                found.add(match.group().lower())
        return found


def _words_of(statement: Statement) -> list[str]:
    """The words of a claim with its figures, so that "since 2019" does not end in "since"."""
    return re.findall(r"\w+", statement.claim)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
