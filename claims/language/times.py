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
from claims.language import time_guards as guards
from claims.language.lexicon import load
from claims.language.moments import Context
from claims.language.symbols import Found, Grammar, Scan
from claims.language.tense import tense_around
from claims.language.time_joins import Piece, joined
from claims.language.time_rules import BUILDERS
from claims.models import Basis, Model, Span, When

_ATTRIBUTIVE = ("weekday", "part_of", "month", "date")  # "der Bericht vom Montag": past, whatever the clause says
_NAMED = frozenset({"date", "weekday", "holiday", "month", "season", "year", "weekend", "part_of"})
_DISTANCES = frozenset(
    {"relative", "offset", "deictic", "discourse", "counted", "last_night", "night_before", "this_part", "new_year"}
)
_MODIFIERS = frozenset({"mod", "wmod", "ym"})
_OPEN_ENDS = frozenset({"until", "no_later", "up_to", "no_earlier", "aftermath"})
MOVED_REACH = 5  # tokens from "auf Freitag" to "verschoben"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")


class TimeExpression(Model):
    """One expression of time.

    ``value``: EDTF, empty when open, denied or not to be known. ``precision``: day, week, month, season, year,
    decade, century, interval or empty. ``kind``: point, since, until, range, open (no date yet), denied (no date at
    all). ``time``: ``14:30``, with a zone where one is named (``14:30 CET``, ``04:00 local``), or morning, noon,
    afternoon, evening, night. ``weekday``: 0 Monday to 6 Sunday. ``by_distance``: counted from the anchor (yesterday,
    next May), where "in May" is a name whose year the anchor only tells.
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
    nouns_are_capitalised: bool


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
        names = [phrase.replace(". ", " . ").replace("-", " - ") for phrase in phrases]
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
    told = ""
    for match in found:
        if pieces and "\n" in words[previous_end : match.start]:
            last, told = None, ""  # a new paragraph: its "day before" is another
        previous_end = match.end
        context = Context(
            anchor,
            partial(_tense_of, tense, rules, words, match, language),
            last,
            month_first,
            order,
            told,
        )
        piece = _read(rules, words, match, context, language)
        if piece is None:
            continue
        pieces.append(piece)
        told = piece.moment.value if piece.moment.exact_year and _MONTH.match(piece.moment.value) else ""
        day = calendar.parse_day(piece.moment.value)
        if day is not None and piece.moment.kind in ("point", "since"):
            last = day
    pieces = joined(rules, words, pieces)
    return [_expression(scan, piece) for piece in pieces]


def _tense_of(given: str, rules: Grammar, words: list[str], match: Found, language: str) -> str:
    if given:
        return given
    first = words[match.start].lower()
    since = rules.values["since"].get(first, "") if "since" in match.groups else ""
    if since == "past":
        return since
    following = words[min(match.end, len(words) - 1)].lower()
    lead = words[match.start - 1] if match.start else ""
    of_noun = match.rule.name in _ATTRIBUTIVE and first in rules.values["attributive"]
    goes_on = following in rules.values["onward"] or following in rules.values["to"]
    if of_noun and not goes_on and lead not in rules.values["effect"]:
        return "past"
    denied = rules.values["until"].get(first) == "before" and guards.is_denied(rules, words, match.start)
    aimed = first in rules.values["aimed"] or (first in rules.values["prep"] and lead.lower() in rules.values["aimed"])
    if (aimed or first in rules.values["to"]) and _is_moved(rules, words, match.start, match.end):
        return "future"
    near = words[max(0, match.start - MOVED_REACH) : match.end + MOVED_REACH]
    if not rules.values["cancelled"].keys().isdisjoint(near):
        return "nearest"  # what was cancelled may lie ahead
    genitive = match.rule.name == "weekday" and words[match.end - 1].endswith(("'s", "’s"))
    end = match.end
    while words[end - 1] in (",", "."):
        end -= 1
    found = tense_around(words, match.start, end, language, firm=genitive, ahead=aimed)
    if denied and "until" in match.groups:
        return "past" if found == "past" else "future"  # not before autumn
    if not found and (since or not _OPEN_ENDS.isdisjoint(match.groups)):
        return "future"
    return found


def _is_moved(rules: Grammar, words: list[str], start: int, end: int) -> bool:
    """Whether a word near tells of a change of date: "auf Freitag verschoben"."""
    return any(word in rules.values["moved"] for word in words[max(0, start - MOVED_REACH) : end + MOVED_REACH])


def _read(rules: Grammar, words: list[str], match: Found, context: Context, language: str) -> Piece | None:
    name, _, key = match.rule.name.partition("=")
    groups = {}
    for bound, (start, _) in match.groups.items():
        groups[bound] = rules.value(match.rule.classes[bound], words[start])
    if key:
        groups["key"] = key
    if name == "year" and not guards.is_year(rules, words, match):
        return None
    if name == "weekday" and "mod" not in groups and words[match.start].lower() in rules.values["definite"]:
        return None
    if name == "weekday" and (guards.is_habit(rules, words, match) or guards.is_part_of_a_name(rules, words, match)):
        return None
    if name == "months" and _is_moved(rules, words, match.start, match.end):
        return None
    if name == "counted" and match.start and words[match.start - 1].lower() in rules.values["lasting"]:
        return None
    if name == "years" and not guards.are_years(rules, words, match):
        return None
    if key and "-" in (words[match.start - 1] if match.start else "", words[min(match.end, len(words) - 1)]):
        return None  # Mariä-Himmelfahrt-Waisenhaus
    if name == "offset" and "ahead" in groups and context.tense() == "past":
        return None  # covered 80 kilometres in four days
    if name == "month_attribute" and "y" not in groups and not guards.is_month_of_a_noun(rules, words, match):
        return None
    if name == "date" and guards.is_street(rules, words, match):
        return None
    following = words[match.end] if match.end < len(words) else "."
    if name == "season" and following in rules.values["season_compound"]:
        return None
    if name == "deictic" and guards.is_name(words, match):
        return None
    clausal = "u" in groups and name == "discourse" and words[match.end - 1] in rules.values["clausal"]
    if clausal and following[0].isalpha():
        return None  # "two weeks after denying it"
    moment = BUILDERS[name](context, groups)
    if moment is None:
        return None
    if name in _DISTANCES or not _MODIFIERS.isdisjoint(groups):
        moment = moment._replace(by_distance=True)
    if groups.get("until") == "before" and guards.is_denied(rules, words, match.start) and context.tense() != "past":
        groups["since"] = groups.pop("until")
    edge = _edge(words, match, groups, language)
    rule_of_days = bool(key)
    if edge and moment.kind in ("point", "range") and moment.value:
        first, slash, last = moment.value.partition("/")
        if edge == "since":
            if last != "..":
                moment = moment._replace(value=f"{first}/..", kind="since")
        else:
            before = rule_of_days and groups.get("until") == "before"  # vor Weihnachten: before its first day
            moment = moment._replace(value=f"../{last if slash and not before else first}", kind="until")
    if (
        moment.kind == "point"
        and moment.value
        and words[match.start].lower() in rules.values["from_open"]
        and (context.tense() == "future" or (context.day is not None and moment.value > context.anchor))
    ):
        moment = moment._replace(value=f"{moment.value.split('/')[0]}/..", kind="since")
    start, end = match.start, match.end
    while end - start > 2 and words[start].lower() in rules.values["definite"]:
        if words[start + 1].lower() not in rules.values["prep"]:
            break
        start += 1  # "die in diesem Jahr": the article is not of the expression
    start += ("aftermath" in groups and edge == "") or "owner" in groups
    while words[end - 1] in (".", ","):
        end -= 1
    return Piece(start, end, moment, name)


def _edge(words: list[str], match: Found, groups: dict[str, str], language: str) -> str:
    """since or until, where the words before leave one end open; "after" does so only before a named day alone."""
    if "since" in groups or "no_earlier" in groups:
        return "since"
    if not {"until", "no_later", "up_to"}.isdisjoint(groups):
        return "until"
    if "aftermath" not in groups or match.rule.name.partition("=")[0] not in _NAMED:
        return ""
    following = words[match.end] if match.end < len(words) else "."
    noun = following[0].isalpha() and (
        following[0].isupper() or not load(language, "times", TimeData).nouns_are_capitalised
    )
    genitive = words[match.end - 1].endswith(("'s", "’s"))
    return "" if noun or genitive or following[0] in "-‐‑" else "since"


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
