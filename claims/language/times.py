"""Expressions of time in German and English prose, as EDTF values.

``find_dates("Am Freitag soll gewählt werden.", anchor="2025-07-11", language="de")``. The grammar is data
(``data/<language>/times.toml``); this module finds, reads and joins what it matches. Weekdays are the last one on or
before the anchor unless the tense or a word says the next; a day without a year is the nearest one that the tense
allows. Open and denied dates ("noch kein Termin") are found too, with an empty value.
"""

from __future__ import annotations

import re
from functools import cache, partial

from pydantic import BaseModel, ConfigDict

from claims.errors import LexiconError
from claims.language import calendar
from claims.language.lexicon import load
from claims.language.moments import Context
from claims.language.symbols import Found, Grammar, Scan
from claims.language.tense import tense_around
from claims.language.time_joins import Piece, joined
from claims.language.time_rules import BUILDERS
from claims.models import Basis, Model, Span, When

_ATTRIBUTIVE = ("weekday", "part_of", "month")  # "der Bericht vom Montag": past, whatever the clause says
NEGATION_REACH = 8  # tokens from "vor Herbst" to its "nicht"
_QUOTES = frozenset("„“”\"»«‚‘’'")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")


class TimeExpression(Model):
    """One expression of time.

    ``value``: EDTF, empty when open, denied or not to be known. ``precision``: day, week, month, season, year,
    decade, century, interval or empty. ``kind``: point, since, until, range, open (no date yet), denied (no date at
    all). ``time``: ``14:30``, with a zone where one is named (``14:30 CET``, ``04:00 local``), or morning, noon,
    afternoon, evening, night. ``weekday``: 0 Monday to 6 Sunday.
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
    holiday_nights: tuple[str, ...]
    prefix: str


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
        names = [phrase.replace(". ", " . ") for phrase in phrases]
        rules.append((f"holiday={key}", tuple(f"<prep>? <prep>? {name} <year:y>?" for name in names)))
        nights = tuple("!" + night.format(name) for night in data.holiday_nights for name in names)
        rules.append((f"holiday_night={key}", nights))
    try:
        return Grammar(classes, rules, data.prefix)
    except (KeyError, re.error) as error:
        raise LexiconError(f"data/{language}/times.toml: {error}; correct that pattern") from error


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
    pieces: list[Piece] = []
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
    pieces = joined(rules, words, pieces)
    return [_expression(scan, piece) for piece in pieces]


def _tense_of(given: str, rules: Grammar, words: list[str], match: Found, language: str) -> str:
    if given:
        return given
    since = rules.values["since"].get(words[match.start].lower(), "") if "since" in match.groups else ""
    if since == "past":
        return since
    of_noun = match.rule.name in _ATTRIBUTIVE and words[match.start].lower() in rules.values["attributive"]
    if of_noun and words[min(match.end, len(words) - 1)] not in rules.values["onward"]:
        return "past"
    genitive = match.rule.name == "weekday" and words[match.end - 1].endswith(("'s", "’s"))
    end = match.end
    while words[end - 1] in (",", "."):
        end -= 1
    found = tense_around(words, match.start, end, language, firm=genitive)
    if not found and (since or "until" in match.groups):
        return "future"
    return found


def _read(rules: Grammar, words: list[str], match: Found, context: Context) -> Piece | None:
    name, _, key = match.rule.name.partition("=")
    groups = {}
    for bound, (start, _) in match.groups.items():
        groups[bound] = rules.value(match.rule.classes[bound], words[start])
    if key:
        groups["key"] = key
    if name == "year" and not _is_year(rules, words, match):
        return None
    if name == "weekday" and "mod" not in groups and words[match.start].lower() in rules.values["definite"]:
        return None
    if name == "weekday" and (_is_habit(rules, words, match) or _is_part_of_a_name(rules, words, match)):
        return None
    if name == "months" and any(w in rules.values["moved"] for w in words[max(0, match.start - 5) : match.end + 5]):
        return None
    if name == "deictic" and _is_name(words, match):
        return None
    if "u" in groups and words[match.end - 1] in rules.values["clausal"] and name == "discourse":
        following = words[match.end] if match.end < len(words) else "."
        if following[0].isalpha():
            return None  # "two weeks after denying it"
    moment = BUILDERS[name](context, groups)
    if moment is None:
        return None
    if groups.get("until") == "before" and _is_denied(rules, words, match.start):
        groups["since"] = groups.pop("until")
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
    start, end = match.start, match.end
    while end - start > 2 and words[start].lower() in rules.values["definite"]:
        if words[start + 1].lower() not in rules.values["prep"]:
            break
        start += 1  # "die in diesem Jahr": the article is not of the expression
    while words[end - 1] in (".", ","):
        end -= 1
    return Piece(start, end, moment, name)


def _is_denied(rules: Grammar, words: list[str], start: int) -> bool:
    """Whether the sentence around denies that it comes earlier: "vor Herbst geht nichts", "not until spring"."""
    for places in (range(start - 1, max(-1, start - 1 - NEGATION_REACH), -1), range(start, start + NEGATION_REACH)):
        for index in places:
            if index >= len(words) or words[index] in ".!?\n;" or words[index] in _QUOTES:
                break
            if words[index].lower() in rules.values["negation"]:
                return True
    return False


def _is_habit(rules: Grammar, words: list[str], match: Found) -> bool:
    """Every Friday; freitags."""
    before = words[match.start - 1].lower() if match.start else ""
    alone = match.end - match.start == 1 and words[match.start] in rules.values["habit"]
    return alone or before in rules.values["every"]


def _is_part_of_a_name(rules: Grammar, words: list[str], match: Found) -> bool:
    """Bild am Sonntag, „Welt am Sonntag“, Sunday Times, Frau Freitag."""
    before = words[match.start - 1] if match.start else ""
    after = words[match.end] if match.end < len(words) else ""
    if before in rules.values["name_before"] or after in rules.values["name_after"]:
        return True
    opened = match.start > 1 and words[match.start - 2] in _QUOTES
    return opened and after in _QUOTES and before[:1].isupper()


def _is_name(words: list[str], match: Found) -> bool:
    """A capital within a sentence: USA Today."""
    word = words[match.start]
    return word[0].isupper() and match.start > 0 and (words[match.start - 1][-1].isalpha())


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
