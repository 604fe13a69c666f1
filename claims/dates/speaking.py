"""The time that a claim speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from claims.dates.attachment import GENITIVE
from claims.dates.comparisons import compares, is_compared_with
from claims.dates.habits import is_of_a_habit
from claims.dates.occasions import begins_after
from claims.dates.past import LONGEST_CLAIM, main_clause, may_be_ahead, speaks_of_the_past, verb_last
from claims.dates.words import FORM, saying_words
from claims.language.calendar import parse_day
from claims.language.grammar import grammar
from claims.language.tense import looks_back
from claims.language.times import TimeExpression, find_dates
from claims.language.word_tense import word_tense
from claims.models import Article, Basis, QuoteType, Stance, Statement, When

LONG_AGO = timedelta(days=60)  # of a statement older than that, "in October" counts from the day it was said
OCCASION = 60  # characters before an expression in which its occasion stands
DAY = "2026-04-01"
LEAD = 20  # characters before an expression in which its article stands
_QUOTE = re.compile(r"[„“”\"»«]")
_BEHIND_A_COMMA = re.compile(r"[^,.;:!?\n]{0,40},\s+([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_SAID = re.compile(r"\d{4}(?:-\d\d){0,2}")
# what tells most about when: a day, then that there is none, then wider stretches
_RANK = {"day": 0, "interval": 1, "": 2, "month": 3, "season": 3, "year": 4, "decade": 5, "century": 5}


def about(article: Article, statement: Statement, said: When, inside: Sequence[TimeExpression], deed: str = "") -> When:
    """The main expression inside the claim; unknown where there is none.

    Direct speech counts "tomorrow" from the day it was said, not from the day it was printed; so does every claim of an
    undated article, and an old one ("said in May 2023 the road would be finished in October") where it names a time.
    ``deed``: the day long ago that a trial is about; a month or a day without a year is the one nearest to it.
    """
    inside = [
        found
        for found in inside
        if not (
            compares(article, found)
            or is_compared_with(article, found)
            or is_of_a_habit(article, found)
            or _is_up_to_now(article, statement, said, found)
        )
    ]
    if not inside:
        return When()
    # in English a limit follows what it limits: "a pledge to cut it from 2005 levels by 2050"
    past = len(inside) > 1 and verb_last(article) and speaks_of_the_past(article, statement)
    main = min(
        inside,
        key=lambda expression: (
            _is_attribute(article, expression),
            past and _is_a_limit_ahead(article, expression),
            is_subordinate(article, statement, expression),
            _is_of_a_second_clause(article, inside[0], expression),
            _rank(expression),
        ),
    )
    if main.basis is Basis.RELATIVE and _counts_from_the_saying(article, statement, said, main):
        return _read_again(article, statement, said, main)
    named = main.basis is Basis.RELATIVE and not main.by_distance and not main.of_a_day
    named = named and (main.weekday is None or len(deed) == len(DAY))
    # in English a "since" of reported speech may look back from the deed: "had been failing since October"
    named = named and (main.kind != "since" or not verb_last(article))
    if deed and named and speaks_of_the_past(article, statement):
        again = _read_again(article, statement, When(value=deed), main, tense="nearest")
        return again if not begins_after(again.value, article.published.value) else main.when()
    ahead = begins_after(main.value, article.published.value)
    of_noun = main.text.split(" ", 1)[0] in saying_words(article.language).of_a_noun
    named = main.basis is Basis.RELATIVE and not main.by_distance and not of_noun
    if named and not ahead and _is_a_thing(article, statement):
        return _read_apart(article, statement, main)
    if main.kind == "point" and "/" not in main.value and _opens_a_state(article, statement, main):
        return main.when().model_copy(update={"value": f"{main.value}/.."})
    framed = len(statement.claim_spans) > 1 or main.precision in ("month", "season")
    if framed and main.basis is Basis.RELATIVE and not main.by_distance and statement.quote_type is QuoteType.INDIRECT:
        return _read_without_the_frame(article, statement, main)
    return main.when()


def _read_without_the_frame(article: Article, statement: Statement, main: TimeExpression) -> When:
    """``main`` in the claim alone: "said the May deadline would be met" is no past of "said"."""
    text = statement.claim.replace(" … ", " ")
    if len(text) > LONGEST_CLAIM:
        return main.when()
    for again in find_dates(text, anchor=article.published.value, language=article.language):
        if again.value and again.text == main.text and len(again.value) == len(main.value):
            return When(value=again.value, basis=again.basis, text=main.text, span=main.span)
    return main.when()


def _opens_a_state(article: Article, statement: Statement, main: TimeExpression) -> bool:
    """Whether it dates what began a state: "has cost millions since it was launched in 2021"; "seit er 2021 kam"."""
    words, known = saying_words(article.language), grammar(article.language)
    first = max(
        [main.span.start - OCCASION, *(one.start for one in statement.claim_spans if one.start < main.span.end)]
    )
    told = _WORD.findall(re.split(r"[,;:.!?\n]", article.text[first : main.span.start])[-1])
    for index, word in enumerate(told):
        if word.lower() in words.since | words.since_then:
            behind = told[index + 1 :]
            if verb_last(article):
                return bool(behind) and (behind[0] in known.subject_pronouns or word.lower() in known.subordinators)
            told_on = not known.coordinators.isdisjoint(behind)
            if behind and behind[0].lower() in known.subject_pronouns and not told_on:
                return True  # since he recast it in 1984
            return not told_on and any(word_tense(one, article.language) == "past" for one in behind)
    return False


def _is_a_thing(article: Article, statement: Statement) -> bool:
    """Whether the claim has no verb but that of the act: "kündigte Schließungen im März an"."""
    cue, known = set(_WORD.findall(statement.cue)), grammar(article.language)
    verbs = known.have | known.be | known.modals
    if statement.quote_type is QuoteType.DIRECT:
        return False
    words = [word for word in FORM.findall(statement.claim[:LONGEST_CLAIM]) if word not in cue]
    return not any(word in verbs or word_tense(word, article.language) in ("past", "future") for word in words)


def _read_apart(article: Article, statement: Statement, main: TimeExpression) -> When:
    """``main`` by itself: the verb of the act tells when it was done, not when what it is about happens."""
    foretold = saying_words(article.language).foretells(statement.cue)
    ahead = "future" if foretold or statement.stance in (Stance.ANNOUNCES, Stance.DEMANDS) else ""
    for again in find_dates(main.text, anchor=article.published.value, language=article.language, tense=ahead):
        if again.value and again.text == main.text and again.kind == main.kind:  # "nicht vor Herbst" is no limit
            return When(value=again.value, basis=again.basis, text=main.text, span=main.span)
    return main.when()


def _counts_from_the_saying(article: Article, statement: Statement, said: When, main: TimeExpression) -> bool:
    published = article.published.value
    if not _SAID.fullmatch(said.value) or said.value == published:
        return False
    if not published or statement.quote_type is QuoteType.DIRECT or _is_quoted(article, statement, main):
        return True
    middle = said.value + "-07-15"[-(10 - len(said.value)) :] if len(said.value) < 10 else said.value
    then, now = parse_day(middle), parse_day(published)
    # "said in 2018 it would open within five years": of a distance ahead only
    counted = not main.by_distance or main.value.rpartition("/")[2] > published
    return counted and then is not None and now is not None and now - then > LONG_AGO


def _is_quoted(article: Article, statement: Statement, main: TimeExpression) -> bool:
    """Whether it stands in the quoted part of a claim: the road would open "before next winter"."""
    if statement.quote_type is not QuoteType.MIXED:
        return False
    first = max(statement.char_start, main.span.start - LONGEST_CLAIM)
    return len(_QUOTE.findall(article.text[first : main.span.start])) % 2 == 1


def _read_again(article: Article, statement: Statement, said: When, main: TimeExpression, *, tense: str = "") -> When:
    """``main`` read against the day of the saying, in its clause."""
    for span in statement.claim_spans:
        if not span.start <= main.span.start < span.end:
            continue
        start = max(span.start, main.span.start - LONGEST_CLAIM)
        text = article.text[start : min(span.end, main.span.end + LONGEST_CLAIM)]
        for again in find_dates(text, anchor=said.value, language=article.language, tense=tense):
            if again.value and start + again.span.start == main.span.start and again.kind == main.kind:
                if not tense and _has_the_year_told(article, said, main, again):
                    return main.when()
                return When(value=again.value, basis=again.basis, text=main.text, span=main.span)
    return main.when()


def _has_the_year_told(article: Article, said: When, main: TimeExpression, again: TimeExpression) -> bool:
    """Whether the text before gave its year: "in March 2025 … on 14 March", said on the day before it was printed."""
    then, now = parse_day(said.value), parse_day(article.published.value)
    near = then is not None and now is not None and now - then < LONG_AGO
    return near and not main.by_distance and main.value != again.value and main.value[4:] == again.value[4:]


def _is_attribute(article: Article, expression: TimeExpression) -> bool:
    """Whether it only tells which one is meant, or which one not.

    Der am 3. Mai gewählte Präsident, the March 14 ruling, der Beschluss vom Mai, the reform passed in January would …,
    statt am 20. März, more than in 2019.
    """
    start, words, known = expression.span.start, saying_words(article.language), grammar(article.language)
    lead = article.text[max(0, start - LEAD) : start]
    before = _WORD.findall(lead)
    if before and lead[-1:] == " ":
        last = before[-1].lower()
        if last in known.determiners or last in words.instead or last in words.comparing:
            return True
    if expression.kind == "point" and expression.text.split(" ", 1)[0] in words.of_a_noun:
        return True
    if expression.text.endswith(GENITIVE):
        return True  # would not return to last year's level before 2028
    if _is_of_an_occasion(article, start) or _is_corrected(article, expression):
        return True
    after = _WORD.match(article.text, expression.span.end + 1)
    finite = after is not None and after.group() in known.modals | known.have | known.be
    return finite and bool(before) and not lead.rstrip().endswith((",", ".", "“", "”", '"')) and not verb_last(article)


def _is_of_an_occasion(article: Article, start: int) -> bool:
    """Whether the words before name an occasion that is only referred to: "Karten für das Konzert am 8. August"."""
    words, known = saying_words(article.language), grammar(article.language)
    lead = re.split(r"[,;:.!?\n]", article.text[max(0, start - OCCASION) : start])[-1]
    before = _WORD.findall(lead)[-4:]
    if len(before) < 2 or lead[-1:] != " " or before[-1].lower() in known.determiners | known.prepositions:
        return False
    if verb_last(article) and not before[-1][:1].isupper():
        return False
    if any(sign.isdigit() for word in lead.split()[-2:] for sign in word):
        return False  # "after 9pm in September", "about $120 million next year" name no occasion
    for word in reversed(before[:-1]):
        if word.lower() in words.referring:
            return True
        if word_tense(word, article.language) or word.lower() in known.prepositions:
            return False
    return False


def _is_a_limit_ahead(article: Article, expression: TimeExpression) -> bool:
    """Whether it is the end of something to come; beside a time of a past claim it tells which one: "Noch im Mai hat er
    uns eine Garantie bis 2029 gegeben"."""
    limit = expression.value.rpartition("/")[2]
    return expression.kind == "until" and limit > article.published.value[: len(limit)]


def _is_corrected(article: Article, expression: TimeExpression) -> bool:
    """Whether the words right behind give the time that holds: "nicht Ende 2028, sondern erst 2030"."""
    follows = _BEHIND_A_COMMA.match(article.text, expression.span.end)
    return follows is not None and follows.group(1) in saying_words(article.language).correcting


def is_subordinate(article: Article, statement: Statement, expression: TimeExpression) -> bool:
    """Whether it stands in a clause within the claim: "…, der am 3. Mai gewählt wurde, …"; "weil am Montag …, …"."""
    known = grammar(article.language)
    for span in statement.claim_spans:
        if not span.start <= expression.span.start < span.end:
            continue
        first = max(span.start, expression.span.start - LONGEST_CLAIM)
        lead = article.text[first : expression.span.start]
        comma = lead.rfind(",")
        words = _WORD.findall(lead[comma + 1 :])
        opened = words[0].lower() if words else ""
        if opened in known.subordinators or (comma >= 0 and opened in known.relatives | known.content_subordinators):
            return True
        # "would close in May because …": without a comma, where the word is no preposition too
        if verb_last(article):
            return False
        inner = known.subordinators - known.prepositions
        verbs = known.have | known.be | known.modals
        openers = known.relatives | saying_words(article.language).demonstratives
        content = known.subject_pronouns | known.determiners
        for word, after in pairwise([*words[1:], ""]):
            told = after in verbs or bool(word_tense(after, article.language))
            if word in saying_words(article.language).demonstratives and after in content:
                return True  # "was told that he would go at the end of the month"
            if word in inner or (word in openers and told):
                return True  # "the plan that took effect in May"
        return False
    return False


def _is_of_a_second_clause(article: Article, first: TimeExpression, expression: TimeExpression) -> bool:
    """Whether a clause with a verb of its own begins between the ``first`` time and it, a wide one: "was closed in 2022
    and reopened last spring", "habe 2023 zugesagt und werde im Sommer zahlen"."""
    if expression.precision in ("day", "interval"):
        return False  # "was closed in 2019 and will reopen on Friday"
    words, known = FORM.findall(article.text[first.span.end : expression.span.start]), grammar(article.language)
    joined = [index for index, word in enumerate(words) if word in known.coordinators]
    verbs = known.have | known.be | known.modals
    return any(
        word in verbs or word_tense(word, article.language) in ("past", "future")
        for index in joined[:1]
        for word in words[index + 1 :]
    )


def _is_up_to_now(article: Article, statement: Statement, said: When, expression: TimeExpression) -> bool:
    """Whether it tells how things still are: "hat bis heute keinen Cent gezahlt"."""
    now = (
        expression.kind == "until"
        and not expression.of_a_day
        and expression.weekday is None  # said on Tuesday: "bis Dienstag seien 300 Anzeigen eingegangen"
        and expression.value in (f"../{said.value}", f"../{article.published.value}")
    )
    return now and speaks_of_the_past(article, statement)


def is_of_a_clause_ahead(article: Article, statement: Statement, expression: TimeExpression) -> bool:
    """Whether it lies ahead, in a clause behind a past one: "Verletzt wurde niemand, weil sonntags keiner arbeitet"."""
    return (
        begins_after(expression.value, article.published.value)
        and is_subordinate(article, statement, expression)
        and looks_back(main_clause(article, statement), article.language)
        and not may_be_ahead(article, statement)
    )


def _rank(expression: TimeExpression) -> tuple[int, int]:
    last = expression.kind == "since" or expression.of_a_day
    rank = 5 if last else _RANK.get(expression.precision, 5)
    return rank, expression.span.start
