"""When a statement was said, what time it speaks of, and how many: ``date`` and, for undated articles, ``infer``.

Said (``claim_date``): an expression of time in the statement's frame, the words of its clause outside every claim;
else the day carried on from the same speaker's statement before, where the text goes on about the same occasion; else
the article's date. A look back without a date ("hatte nach jenem Telefonat angekündigt") is about the article's month
only. Spoken of (``about_date``): the expression inside the claim; for a claim about the past without one, the day of
the event told just before in its paragraph (basis inferred). Every value keeps the words it came from.
"""

from __future__ import annotations

from bisect import bisect_left as _first
from collections.abc import Sequence

from claims.dates.heads import day_of_the_head, day_of_the_sitting
from claims.dates.occasions import begins_after
from claims.dates.past import (
    holds_for_long,
    is_a_bare_answer,
    is_of_now,
    looks_ahead,
    main_clause,
    may_be_ahead,
    plans,
    speaks_of_the_past,
    tells_what_happened,
    was_done_then,
)
from claims.dates.proposals import Proposal, infer
from claims.dates.saying import Frames, is_passed_on
from claims.dates.speaking import about, is_of_a_clause_ahead, is_subordinate
from claims.dates.undated import day_of_the_news
from claims.language.lexicon import languages
from claims.language.quantities import find_quantities
from claims.language.tense import looks_back
from claims.language.times import TimeExpression, find_dates
from claims.models import Article, Basis, QuoteType, Span, Stance, Statement, When

__all__ = ["Proposal", "date", "infer"]

EVENING, MIDNIGHT = "18:00", "24:00"
_AIMS = frozenset({Stance.DEMANDS, Stance.ANNOUNCES, Stance.DECLINES})  # what is asked for or planned is no event


def date(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``article``, in the order of the text, with claim_date, about_date and quantities.

    Spans are offsets into the article's text. Without a published date the full date of a short line at the head
    stands in for it, else one that the text ties its sayings to (basis inferred); without that, weekdays keep their
    words and have no value.
    """
    if article.language not in languages():
        return list(statements)
    telling = [statement for statement in statements if not is_passed_on(statement)]  # the rest is in the narration
    spans = [span for statement in telling for span in statement.claim_spans]
    if not article.published.value:
        day = day_of_the_head(article, spans)
        article = article.model_copy(update={"published": day if day.value else day_of_the_news(article, statements)})
    elif (sitting := day_of_the_sitting(article, spans)).value:
        article = article.model_copy(update={"published": sitting})
    expressions = find_dates(article.text, anchor=article.published.value, language=article.language, events=True)
    quantities = find_quantities(article.text, language=article.language)
    date_starts = [expression.span.start for expression in expressions]
    quantity_starts = [quantity.span.start for quantity in quantities]
    frames = Frames(article, telling, expressions)
    dated: list[Statement] = []
    before: list[Statement] = []  # those of ``telling``
    for statement in statements:
        said = frames.said(statement, before)
        near = expressions[_first(date_starts, statement.char_start) : _first(date_starts, statement.char_end)]
        told = frames.spans_told(statement)
        inside = [found for found in near if _within(found.span, told) and found.span != said.span]
        counted = tuple(
            quantity
            for quantity in quantities[
                _first(quantity_starts, statement.char_start) : _first(quantity_starts, statement.char_end)
            ]
            if _within(quantity.span, statement.claim_spans)
            and not any(_touch(quantity.span, found.span) for found in inside)
        )
        spoken = _spoken(article, statement, frames, said, inside, before)
        tells = speaks_of_the_past(article, statement) and not holds_for_long(article, statement)
        if tells and spoken.basis is Basis.INFERRED and _is_later(spoken, said, article):
            spoken = When()
        if not (spoken.text or spoken.value) and tells:
            spoken = frames.events.of_the_same_count(counted, before)
            if not spoken.value:
                spoken = frames.events.of_the_same_period(counted, statement, before)
        if spoken.span is not None:
            frames.events.learn(spoken.span, spoken.value)
        dated.append(
            statement.model_copy(
                update={
                    "claim_date": said,
                    "about_date": spoken,
                    "quantities": counted,
                }
            )
        )
        if not is_passed_on(statement):
            before.append(dated[-1])
    return dated


def _spoken(
    article: Article,
    statement: Statement,
    frames: Frames,
    said: When,
    inside: Sequence[TimeExpression],
    before: Sequence[Statement],
) -> When:
    """What time ``statement`` speaks of: one ``inside`` its claim, else the one that its words take up, else that of
    the event told before; ``before``: the statements before it."""
    events = frames.events
    back = speaks_of_the_past(article, statement)
    counted = [found for found in inside if found.event and not events.follows_a_day_told(found, back=back)]
    inside = [found for found in inside if found not in counted and not frames.is_a_label(found)]
    inside = [found for found in inside if not is_of_a_clause_ahead(article, statement, found)]
    spoken = about(article, statement, said, inside, events.deed(statement))
    if spoken.text and frames.opens_with_then(statement):  # "Damals gab es elf, heute eine"
        spoken = frames.sentence_before(statement)
    back = back and not frames.says_ever(statement)
    past = back and not holds_for_long(article, statement) and not is_of_now(article, statement)
    inner = bool(inside) and all(is_subordinate(article, statement, found) for found in inside)
    if counted and (inner or not spoken.value):
        # "was told the day before that he would"
        told = looks_back(main_clause(article, statement, contents=True), article.language)
        return _counted(statement, frames, counted[0], back=back or told)
    if not spoken.text and frames.takes_up_the_time(statement):
        spoken = frames.sentence_before(statement)
    if spoken.value and inside and all(events.is_of_the_entry(statement, found, back=back) for found in inside):
        return spoken.model_copy(update={"value": article.published.value or spoken.value})
    if spoken.value and inside and all(found.of_a_day for found in inside):
        # "um 16.20 Uhr sei der Löschzug da gewesen": of the day told of, not of the day of the saying
        if back or (was_done_then(article, statement) and not frames.says_ever(statement)):
            hour_of = events.of_the_hour(statement, before)
            event = hour_of if "/" in hour_of.value else _event(article, statement, frames, before)
            event = event if event.value else hour_of
            event = event if event.value else events.of_the_deed(statement, hour=True)
            late = events.after_midnight(statement, before, inside[0].time)
            event = late if late.value else event
        else:
            event = events.coming(statement.char_start)
            ahead = plans(article, statement)
            if not event.value and not ahead:
                event = events.of_the_report(statement, before)
            if not event.value and ahead and spoken.value < article.published.value:
                event = article.published  # "war am Dienstag ausgefallen. Er solle am Abend wieder fließen"
        return spoken.model_copy(update={"value": _at_the_hour(event.value, inside)}) if event.value else spoken
    if not spoken.text and not spoken.value and not frames.says_ever(statement):
        spoken = events.named(statement, back=back)
        if back and not spoken.value:
            spoken = events.of_the_meeting(statement)
    if not spoken.text and not spoken.value:
        spoken = (frames.day_of_the_meeting(said) or _event(article, statement, frames, before)) if past else spoken
        if not back or (not spoken.value and may_be_ahead(article, statement)):
            spoken = events.planned(statement)
    if not spoken.text and frames.stands_for_the_sentence_before(statement):
        taken_up = frames.sentence_before(statement)
        # "This will be the last one": of what is to come, not of the past that was told
        ahead = begins_after(taken_up.value, article.published.value)
        return taken_up if ahead or not looks_ahead(article, statement) else spoken
    return spoken


def _is_later(spoken: When, said: When, article: Article) -> bool:
    """Whether an event lies after a saying with a day of its own: "took over in February … had said in November"."""
    own = said.value and said.value != article.published.value and said.basis is not Basis.ARTICLE
    return bool(own) and begins_after(spoken.value, said.value)


def _at_the_hour(day: str, inside: Sequence[TimeExpression]) -> str:
    """``day``, of a night the one that the hour is of: "in der Nacht … gegen 23 Uhr", "seit dem Morgen"; open as the
    hour."""
    if any(found.time == "evening" or EVENING <= found.time < MIDNIGHT for found in inside):
        day = day.partition("/")[0]
    elif not any(found.time == "night" for found in inside):
        day = day.rpartition("/")[2]
    return f"{day}/.." if inside[0].kind == "since" and "/" not in day else day


def _counted(statement: Statement, frames: Frames, expression: TimeExpression, *, back: bool) -> When:
    """The time that ``expression`` counts from an event; for a claim that does not look ``back``, one to come."""
    if expression.event == "same":
        return frames.sentence_before(statement)
    deed = frames.events.deed(statement)
    if len(deed) == len("2026-04-01") and expression.event == "day 0" and not expression.value:
        return When(value=deed, basis=Basis.INFERRED, text=expression.text, span=expression.span)
    if back:
        found = frames.events.counted(expression)
    else:  # on the day, an dem Tag
        found = frames.events.coming(expression.span.start) if expression.event == "day 0" else When()
    if found.value or not back or not begins_after(expression.value, frames.article.published.value):
        return found if found.value else expression.when()
    return expression.when().model_copy(update={"value": ""})  # after what, nobody has told


def _event(article: Article, statement: Statement, frames: Frames, before: Sequence[Statement]) -> When:
    """The day of the event told before, for a claim about the past."""
    happened = tells_what_happened(article, statement)
    if statement.stance in _AIMS or is_a_bare_answer(statement):
        return When()  # urged people to avoid damaged roofs, rejected calls to resign
    if not happened and statement.quote_type is QuoteType.DIRECT:
        return When()
    found = frames.events.before(statement)
    if found.value or not happened:
        return found
    events = frames.events
    told = events.told_on(statement, before) or events.of_the_report(statement, before)
    return told if told.value else events.of_the_deed(statement)


def _within(span: Span, spans: Sequence[Span]) -> bool:
    """Whether ``span`` lies in one of ``spans``."""
    return any(outer.start <= span.start and span.end <= outer.end for outer in spans)


def _touch(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
