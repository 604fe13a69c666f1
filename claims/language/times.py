"""Expressions of time in German and English prose, as EDTF values.

``find_dates("Am Freitag soll gewählt werden.", anchor="2025-07-11", language="de")``. The grammar is data
(``data/<language>/times.toml``); this module finds, reads and joins what it matches. Weekdays are the last one on or
before the anchor unless the tense or a word says the next; a day without a year is the nearest one that the tense
allows. Open and denied dates ("noch kein Termin") are found too, with an empty value.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, partial

from pydantic import BaseModel, ConfigDict

from claims.errors import LexiconError
from claims.language import calendar
from claims.language.lexicon import load
from claims.language.moments import BUILDERS, Context, Moment
from claims.language.symbols import Found, Grammar, Scan
from claims.language.tense import tense_around
from claims.models import Basis, Model, Span, When

SINCE_UNTIL = "(<since:since>|<until:until>)?"
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")


class TimeExpression(Model):
    """One expression of time.

    ``value``: EDTF, empty when open, denied or not to be known. ``precision``: day, week, month, season, year,
    decade, century, interval or empty. ``kind``: point, since, until, range, open (no date yet), denied (no date at
    all). ``time``: ``14:30`` or morning, noon, afternoon, evening, night. ``weekday``: 0 Monday to 6 Sunday.
    """

    span: Span
    text: str
    value: str
    precision: str
    basis: Basis
    kind: str = "point"
    time: str = ""
    weekday: int | None = None

    def when(self) -> When:
        """The expression as the models' date."""
        return When(value=self.value, basis=self.basis, text=self.text, span=self.span)


class _RuleData(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    patterns: tuple[str, ...]


class TimeData(BaseModel):
    """``data/<language>/times.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    classes: dict[str, dict[str, tuple[str, ...]]]
    rules: tuple[_RuleData, ...]
    holidays: dict[str, tuple[str, ...]]


class _Piece:
    """A moment with its place in tokens, before joining."""

    __slots__ = ("end", "moment", "rule", "start")

    def __init__(self, start: int, end: int, moment: Moment, rule: str) -> None:
        self.start, self.end, self.moment, self.rule = start, end, moment, rule


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of one language."""
    data = load(language, "times", TimeData)
    classes = {name: dict(table) for name, table in data.classes.items()}
    weekdays, parts = classes["weekday"], classes["part"]
    # Donnerstagmorgen, Freitagabends; in a language without such compounds the forms just never occur
    classes["weekdaypart"] = {
        f"{number} {part}": tuple(
            day.split("(")[0] + tail
            for day in days
            for form in forms
            for tail in (
                [form] if form[0].islower() and "(" not in form else [form.split("(")[0], form.split("(")[0] + "s"]
            )
            if tail[0].islower()
        )
        for number, days in weekdays.items()
        for part, forms in parts.items()
    }
    rules = [(rule.name, rule.patterns) for rule in data.rules]
    unknown = [name for name, _ in rules if name not in BUILDERS]
    if unknown:
        raise LexiconError(f"data/{language}/times.toml: no builder for rule {unknown[0]!r}; correct that name")
    for key, phrases in data.holidays.items():
        rules.append((f"holiday={key}", tuple(f"<prep>? <prep>? {_phrase(phrase)} <year:y>?" for phrase in phrases)))
    try:
        return Grammar(classes, rules, SINCE_UNTIL)
    except (KeyError, re.error) as error:
        raise LexiconError(f"data/{language}/times.toml: {error}; correct that pattern") from error


def _phrase(phrase: str) -> str:
    return phrase.replace(". ", " . ")


def find_dates(
    text: str, *, anchor: str = "", language: str, tense: str = "", last_day: str = "", american: bool | None = None
) -> list[TimeExpression]:
    """The expressions of time in ``text``, in order, not overlapping.

    ``anchor``: EDTF day (or month or year) that relative expressions count from, usually the article's date; without
    it they keep their words and have no value. ``tense``: ``past`` or ``future`` where the caller knows better than
    the clause. ``last_day``: the day that "am Vortag" counts from at the beginning of the text. ``american``: order
    of 7/4/2025 where the text itself does not tell (default: month first in English).
    """
    rules = grammar(language)
    scan = rules.scan(text)
    found = rules.find(scan)
    if not found:
        return []
    words = [text[start:end] for start, end in zip(scan.starts, scan.ends, strict=True)]
    order = _order(text)
    month_first = american if american is not None else language == "en"
    pieces: list[_Piece] = []
    last = calendar.parse_day(last_day)
    previous_end = 0
    for match in found:
        if pieces and "\n" in words[previous_end : match.start]:
            last = None  # a new paragraph: its "day before" is another
        previous_end = match.end
        context = Context(
            anchor,
            partial(_tense_of, tense, rules, words, match, language),
            last,
            month_first,
            order,
        )
        piece = _read(rules, words, match, context)
        if piece is None:
            continue
        pieces.append(piece)
        day = calendar.parse_day(piece.moment.value)
        if day is not None and piece.moment.kind in ("point", "since"):
            last = day
    pieces = _joined(rules, words, pieces)
    return [_expression(scan, piece) for piece in pieces]


def _tense_of(given: str, rules: Grammar, words: list[str], match: Found, language: str) -> str:
    if given:
        return given
    since = rules.values["since"].get(words[match.start].lower(), "") if "since" in match.groups else ""
    if since == "past":
        return since
    found = tense_around(words, match.start, match.end, language)
    if not found and (since or "until" in match.groups):
        return "future"
    return found


def _read(rules: Grammar, words: list[str], match: Found, context: Context) -> _Piece | None:
    name, _, key = match.rule.name.partition("=")
    groups = {}
    for bound, (start, _) in match.groups.items():
        groups[bound] = rules.value(match.rule.classes[bound], words[start])
    if key:
        groups["key"] = key
    if name == "year" and not _is_year(rules, words, match):
        return None
    moment = BUILDERS[name](context, groups)
    if moment is None:
        return None
    if moment.kind in ("point", "range") and moment.value and "/" not in moment.value:
        if "since" in groups:
            moment = moment._replace(value=f"{moment.value}/..", kind="since")
        elif "until" in groups:
            moment = moment._replace(value=f"../{moment.value}", kind="until")
    elif "until" in groups and moment.value and "/" in moment.value:
        moment = moment._replace(value=f"../{moment.value.split('/')[1]}", kind="until")
    elif "since" in groups and moment.value and "/" in moment.value and not moment.value.endswith(".."):
        moment = moment._replace(value=f"{moment.value.split('/')[0]}/..", kind="since")
    if (
        moment.kind == "point"
        and moment.value
        and words[match.start].lower() in rules.values["from_open"]
        and context.tense() == "future"
    ):
        moment = moment._replace(value=f"{moment.value.split('/')[0]}/..", kind="since")
    end = match.end
    while words[end - 1] in (".", ","):
        end -= 1
    return _Piece(match.start, end, moment, name)


def _is_year(rules: Grammar, words: list[str], match: Found) -> bool:
    """Whether a bare number of four digits is a year and not an amount."""
    start = match.groups.get("y", match.groups.get("ys", (match.start, 0)))[0]
    if "ys" in match.groups or any(word in rules.values["sure_year"] for word in words[match.start : start]):
        return not (match.end < len(words) and words[match.end] in rules.values["not_year"])
    if not 1500 <= int(words[start]) <= 2100:
        return False
    following = words[match.end] if match.end < len(words) else "."
    if following in rules.values["not_year"] or following in "%€$£°/:" or following in ("-",):
        return False
    before = words[match.start - 1] if match.start else ""
    if before in ("$", "€", "£", "§", "#", "/", ":", "+"):
        return False
    if start == match.start:  # no preposition
        return not (following[:1].isupper() and following[1:2].islower() and before[:1].islower())
    return not (following[:1].isupper() and following[1:2].islower())


def _joined(rules: Grammar, words: list[str], pieces: list[_Piece]) -> list[_Piece]:
    """Ranges, open ends and clock times joined to their days."""
    to, both = rules.values["to"], rules.values["and"]
    between, start_words, onward = rules.values["between"], rules.values["from"], rules.values["onward"]
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is not None and "\n" not in words[before.end : piece.start]:
            gap = words[before.end : piece.start]
            if piece.rule == "clock" and before.rule != "clock" and len(gap) <= 2 and _light(gap):
                time = piece.moment.time
                moment = before.moment._replace(time=time)
                joined[-1] = _Piece(before.start, piece.end, moment, before.rule)
                continue
            if before.rule == "clock" and piece.rule in ("weekday", "date", "deictic") and not gap:
                joined[-1] = _Piece(before.start, piece.end, piece.moment._replace(time=before.moment.time), piece.rule)
                continue
            first = words[before.start].lower()
            opener = words[before.start - 1].lower() if before.start else ""
            link = [w.lower() for w in gap] + [words[piece.start].lower()]
            is_to = len(gap) <= 1 and (link[0] in to or (not gap and piece.moment.kind == "until"))
            is_and = len(gap) == 1 and link[0] in both and (first in between or opener in between)
            if (is_to or is_and) and _range(before, piece):
                start = before.start - (1 if opener in between or opener in start_words else 0)
                value = _range(before, piece)
                moment = Moment(value, before.moment.relative or piece.moment.relative, "range")
                joined[-1] = _Piece(start, piece.end, moment, "range")
                continue
        joined.append(piece)
    for piece in joined:
        if piece.moment.kind != "point" or not piece.moment.value or "/" in piece.moment.value:
            continue
        first = words[piece.start].lower()
        lead = int(piece.start > 0 and first not in start_words and words[piece.start - 1].lower() in start_words)
        if (lead or first in start_words) and piece.end < len(words) and words[piece.end].lower() in onward:
            piece.moment = piece.moment._replace(value=f"{piece.moment.value}/..", kind="since")
            piece.start -= lead
            piece.end += 1
    return [
        piece
        if piece.moment.kind != "clock"
        else _Piece(piece.start, piece.end, piece.moment._replace(kind="point"), "")
        for piece in joined
    ]


def _light(gap: list[str]) -> bool:
    return all(len(word) <= 5 and (word.islower() or word == ",") for word in gap)


_POINT = re.compile(r"(?:XXXX|\d{4})(?:-\d\d(?:-\d\d)?)?~?")


def _range(first: _Piece, second: _Piece) -> str:
    """EDTF interval of two points of the same precision, the second's year given to the first; empty if none."""
    one = first.moment.value.removesuffix("/..")
    two = second.moment.value.removeprefix("../")
    if not (_POINT.fullmatch(one) and _POINT.fullmatch(two)):
        return ""
    if second.moment.exact_year and not first.moment.exact_year and len(one) > 4:
        one = two[:4] + one[4:]
    if first.moment.weekday is not None and second.moment.weekday is not None and one > two:
        day = calendar.parse_day(one)
        if day is None:
            return ""
        # "von Montag bis Mittwoch" spans one week: the first lies before the second
        end = calendar.parse_day(two)
        if end is not None and first.moment.weekday < second.moment.weekday:
            one = date.fromordinal(end.toordinal() - (second.moment.weekday - first.moment.weekday)).isoformat()
    return f"{one}/{two}" if one <= two else ""


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


def _expression(scan: Scan, piece: _Piece) -> TimeExpression:
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
