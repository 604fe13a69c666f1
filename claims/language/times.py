"""Expressions of time in German and English prose, as EDTF values.

``find_dates("Am Freitag soll gewählt werden.", anchor="2025-07-11", language="de")``. The grammar is data
(``data/<language>/times.toml``); this module finds, reads and joins what it matches. Weekdays are the last one on or
before the anchor unless the tense or a word says the next; a day without a year is the nearest one that the tense
allows. Open and denied dates ("noch kein Termin") are found too, with an empty value.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from claims.language import calendar
from claims.language.grammar import grammar as closed_words
from claims.language.moments import Context
from claims.language.scanning import Scan
from claims.language.time_grammar import grammar
from claims.language.time_guards import without_an_idiom
from claims.language.time_joins import Piece, joined
from claims.language.time_reading import read, tense_of
from claims.models import Basis, Model, Span, When

_YEAR = re.compile(r"\d{4}")
_REPORTING = ("months_to", "financial_year", "full_year")  # rules of stretches that only companies report on
_DOUBLE_QUOTES = frozenset('„“”"»«')
_JOINTS = "-‐‑%"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_PAIR = re.compile(r"(?<![\d/])\d{4}[/–-]\d{2}(?![\d/–-])")  # 2025/26
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")


class TimeExpression(Model):
    """One expression of time.

    ``value``: EDTF, empty when open, denied or not to be known. ``precision``: day, week, month, season, year,
    decade, century, interval or empty. ``kind``: point, since, until, range, open (no date yet), denied (no date at
    all). ``time``: ``14:30``, with a zone where one is named (``14:30 CET``, ``04:00 local``), or morning, noon,
    afternoon, evening, night. ``weekday``: 0 Monday to 6 Sunday. ``by_distance``: counted from the anchor (yesterday,
    next May), where "in May" is a name whose year the anchor only tells. ``of_a_day``: an hour or a part of the day
    alone; its day is the one told before or the anchor. ``event``: how far from an event that the words do not date
    ("week -1"; "until", "since").
    """

    span: Span
    text: str
    value: str
    precision: str
    basis: Basis
    kind: str = "point"
    time: str = ""
    weekday: int | None = None
    by_distance: bool = False
    of_a_day: bool = False
    event: str = ""

    def when(self) -> When:
        """The expression as the models' date."""
        return When(value=self.value, basis=self.basis, text=self.text, span=self.span)


def find_dates(
    text: str,
    *,
    anchor: str = "",
    language: str,
    tense: str = "",
    last_day: str = "",
    american: bool | None = None,
    events: bool = False,
) -> list[TimeExpression]:
    """The expressions of time in ``text``, in order, not overlapping.

    ``anchor``: EDTF day (or month or year) that relative expressions count from, usually the article's date; without
    it they keep their words and have no value. ``tense``: ``past`` or ``future`` where the caller knows better than
    the clause. ``last_day``: the day that "am Vortag" counts from at the beginning of the text. ``american``: order
    of 7/4/2025 where the text itself does not tell (default: month first in English). ``events``: also those that
    only an event of the text tells, without a value ("a week before the fire").
    """
    rules = grammar(language)
    scan = rules.scan(text)
    found = rules.find(scan)
    if not found:
        return []
    words = [text[start:end] for start, end in zip(scan.starts, scan.ends, strict=True)]
    order, paired = _order(text), bool(_PAIR.search(text))
    month_first = american if american is not None else language == "en"
    pieces: list[Piece] = []
    last = calendar.parse_day(last_day)
    previous_end = 0
    told, told_year, business, reports = "", None, None, False
    given_year: int | None = None  # the last year that the words of the text give
    for matched in found:
        match = without_an_idiom(rules, words, matched)
        between = words[previous_end : match.start]
        if pieces and _ends_a_paragraph(between):
            last, told, told_year = None, "", None  # a new paragraph: its "day before" is another
        if pieces and pieces[-1].moment.kind == "since" and "\n" not in between and _turns(between):
            last = None  # "Nothing since Easter," she said. Two weeks earlier …: not before that Easter
        if between.count(".") > 1:
            told = ""  # the year of "im Dezember 2024" holds for the next sentence
        if pieces and len(pieces[-1].moment.value) == 4 and "." not in between:
            last = None  # "In 2022 it came two weeks later": not after a day of another year
        previous_end = match.end
        context = Context(
            anchor,
            partial(tense_of, tense, rules, words, match, language),
            last,
            month_first,
            order,
            told,
            told_year,
            that_year=told_year or given_year,
            paired=paired,
            clause_year=_year_of_the_clause(words, pieces, match.start, language),
            business=business,
            reports=reports,
        )
        piece = read(rules, words, match, context, language)
        if piece is None or (piece.moment.kind == "event" and not events):
            continue
        last_word = words[match.end - 1].lower()
        of_an_event = last_word in rules.values["clausal"] or last_word in closed_words(language).determiners
        if piece.moment.event and of_an_event and between == [","] and _is_a_day(pieces):
            continue  # "on 9 February, the day before he left": which day it was
        pieces.append(piece)
        business = _business_year(piece) or business
        reports = reports or piece.rule in _REPORTING
        told = piece.moment.value if piece.moment.exact_year and _MONTH.match(piece.moment.value) else ""
        if piece.moment.value[:4].isdigit():
            told_year = int(piece.moment.value[:4])
            given_year = told_year if piece.moment.exact_year or not piece.moment.relative else given_year
        night = piece.moment.time == "night"  # "in der Nacht zum Sonntag … am nächsten Morgen"
        open_end = piece.moment.kind == "since"  # "since 9 August … until the 12th"
        first = piece.moment.value.partition("/")[0]
        day = calendar.parse_day(first if night or open_end else piece.moment.value)
        if day is not None and piece.moment.kind in ("point", "since"):
            last = day
    pieces = joined(rules, words, pieces, language)
    return [_expression(scan, piece) for piece in pieces]


def _turns(words: list[str]) -> bool:
    """Whether a quotation begins or ends among ``words``, and no other ends or begins."""
    return sum(word in _DOUBLE_QUOTES for word in words) % 2 == 1


def _ends_a_paragraph(words: list[str]) -> bool:
    """Whether a line ends among ``words`` that is no question, from which its answer goes on."""
    ends = [index for index, word in enumerate(words) if word == "\n" and words[index - 1 : index] != ["\n"]]
    return any(not index or "?" not in words[max(0, index - 2) : index] for index in ends)


def _year_of_the_clause(words: list[str], pieces: list[Piece], start: int, language: str) -> int | None:
    """The year at the head of a clause, or right before ``start``: "Nächstes Jahr beginnen wir im Mai"; not that of a
    noun: "the 2019 contract ends in March", "der Vertrag von 2019 läuft im März aus"."""
    if not pieces or not _YEAR.fullmatch(pieces[-1].moment.value) or pieces[-1].moment.kind != "point":
        return None
    year = pieces[-1]
    first = words[year.start].lower()
    of_noun = first in closed_words(language).determiners or first in grammar(language).values["attributive"]
    if of_noun and start > year.end:
        return None
    head = not year.start or not words[year.start - 1].isalnum()
    parted = any(not word.isalnum() and word not in _JOINTS for word in words[year.end : start])
    beside = start - year.end <= 1 and words[year.end : start] != ["und"]
    return int(year.moment.value) if (head or beside) and not parted else None


def _is_a_day(pieces: list[Piece]) -> bool:
    """Whether the last of ``pieces`` is a day."""
    return bool(pieces) and calendar.parse_day(pieces[-1].moment.value) is not None


def _business_year(piece: Piece) -> date | None:
    """The first day of the year that ``piece`` tells of by its last month: "in the year to March"."""
    first, _, last = piece.moment.value.partition("/")
    if piece.rule != "months_to" or not (_MONTH.fullmatch(first) and _MONTH.fullmatch(last)):
        return None
    start = date(int(first[:4]), int(first[5:]), 1)
    return start if calendar.shift_month(start.year, start.month, 11) == (int(last[:4]), int(last[5:])) else None


def precision_of(value: str) -> str:
    """day, month, season, year, decade, century, interval or empty."""
    if not value:
        return ""
    if "/" in value:
        return "interval"
    bare = value.rstrip("~?%")
    if bare.startswith("XXXX"):
        return "day" if len(bare) == 10 else "month"
    if bare.endswith("XX"):
        return "century"
    if bare.endswith("X"):
        return "decade"
    if len(bare) == 7 and bare[5:7] > "12":
        return "season"
    return {4: "year", 7: "month", 10: "day"}.get(len(bare), "")


def _expression(scan: Scan, piece: Piece) -> TimeExpression:
    start, end = scan.starts[piece.start], scan.ends[piece.end - 1]
    moment = piece.moment
    return TimeExpression(
        span=Span(start, end),
        text=scan.text[start:end],
        value=moment.value,
        precision=precision_of(moment.value),
        basis=Basis.RELATIVE if moment.relative else Basis.EXPLICIT,
        kind=moment.kind,
        time=moment.time,
        weekday=moment.weekday,
        by_distance=moment.by_distance,
        of_a_day=piece.rule in ("", "part"),
        event=moment.event,
    )


def _order(text: str) -> str:
    """``dmy`` or ``mdy`` where a numeric date of the text can only be read one way."""
    for match in _SLASHED.finditer(text):
        first, second = int(match.group(1)), int(match.group(2))
        if first > 12 >= second:
            return "dmy"
        if second > 12 >= first:
            return "mdy"
    return ""
