"""Expressions that stand side by side and mean one: ranges, open ends, a day and its hour."""

from __future__ import annotations

import re
from datetime import date

from claims.language import calendar
from claims.language.grammar import grammar as closed_words
from claims.language.moments import Moment
from claims.language.symbols import Grammar


class Piece:
    """A moment with its place in tokens, before joining."""

    __slots__ = ("end", "moment", "rule", "start")

    def __init__(self, start: int, end: int, moment: Moment, rule: str) -> None:
        self.start, self.end, self.moment, self.rule = start, end, moment, rule


def joined(rules: Grammar, words: list[str], pieces: list[Piece], language: str) -> list[Piece]:
    """Ranges, open ends and clock times joined to their days."""
    to, both = rules.values["to"], rules.values["and"]
    between, start_words, onward = rules.values["between"], rules.values["from"], rules.values["onward"]
    known = closed_words(language)
    verbs = known.have | known.be | known.modals
    done: list[Piece] = []
    for piece in pieces:
        before = done[-1] if done else None
        if before is not None and "\n" not in words[before.end : piece.start]:
            gap = words[before.end : piece.start]
            if not gap and (dated := _in_the_year(words, before, piece)):
                done[-1] = Piece(before.start, piece.end, dated, before.rule)
                continue
            opens = "," in gap and piece.end < len(words) and words[piece.end] in verbs  # …, um vier Uhr sei
            if piece.rule == "clock" and before.rule != "clock" and len(gap) <= 2 and _light(gap) and not opens:
                time = piece.moment.time
                moment = before.moment._replace(time=time)
                done[-1] = Piece(before.start, piece.end, moment, before.rule)
                continue
            if before.rule == "clock" and piece.rule in ("weekday", "date", "deictic") and not gap:
                done[-1] = Piece(before.start, piece.end, piece.moment._replace(time=before.moment.time), piece.rule)
                continue
            first = words[before.start].lower()
            opener = words[before.start - 1].lower() if before.start else ""
            gap = [word for word in gap if word != ","]
            link = [w.lower() for w in gap] + [words[piece.start].lower()]
            is_to = len(gap) <= 1 and (link[0] in to or (not gap and piece.moment.kind == "until"))
            if first in rules.values["prep"] and not (first in start_words or first in rules.values["definite"]):
                is_to = False  # "put off on Tuesday until next week"
            if words[piece.start][0].isupper() and words[piece.start].lower() in known.prepositions:
                is_to = False  # "LEEDS, 14 October 2025 - By 2030"
            is_to |= gap == ["/"] and before.rule == piece.rule == "part_of"  # Ende Mai/Anfang Juni
            is_and = len(gap) == 1 and link[0] in both and (first in between or opener in between)
            is_and |= len(gap) == 1 and link[0] in both and _next_year(before, piece)
            if is_to and any(word in rules.values["moved"] for word in words[max(0, before.start - 5) : piece.end + 5]):
                is_to = False
            plain = "range" not in (before.moment.kind, piece.moment.kind)  # no chains: time stays linear
            if plain and (is_to or is_and) and _range(before, piece):
                start = before.start - (1 if opener in between or opener in start_words else 0)
                value = _range(before, piece)
                if before.rule == piece.rule == "clock":  # between 1am and 3am: of the day of both
                    done[-1] = Piece(start, piece.end, before.moment, "clock")
                    continue
                moment = Moment(value, before.moment.relative or piece.moment.relative, "range")
                done[-1] = Piece(start, piece.end, moment, "range")
                continue
        done.append(piece)
    for piece in done:
        if piece.moment.kind != "point" or not piece.moment.value or "/" in piece.moment.value:
            continue
        first = words[piece.start].lower()
        lead = int(piece.start > 0 and first not in start_words and words[piece.start - 1].lower() in start_words)
        if (lead or first in start_words) and piece.end < len(words) and words[piece.end].lower() in onward:
            piece.moment = piece.moment._replace(value=f"{piece.moment.value}/..", kind="since")
            piece.start -= lead
            piece.end += 1
    return [piece if piece.moment.kind != "clock" else _hour_alone(rules, words, piece) for piece in done]


def _hour_alone(rules: Grammar, words: list[str], piece: Piece) -> Piece:
    """An hour without a day of its own: "at 4am"; "since midnight" with its end open."""
    moment = piece.moment._replace(kind="point")
    if moment.value and rules.values["since"].get(words[piece.start].lower()):
        moment = moment._replace(value=f"{moment.value}/..", kind="since")
    return Piece(piece.start, piece.end, moment, "")


def _in_the_year(words: list[str], day: Piece, year: Piece) -> Moment | None:
    """A day of the calendar in the year told right behind it: "on the night of 3 May last year"."""
    told, wanted = day.moment, year.moment
    named = told.relative and not told.by_distance and any(word.isdigit() for word in words[day.start : day.end])
    if not named or told.kind != "point" or wanted.kind != "point" or not _YEAR.fullmatch(wanted.value):
        return None
    ends = told.value.split("/")
    if not all(_DAY.fullmatch(end) for end in ends) or words[year.end - 1].endswith(("'s", "’s")):
        return None
    by = int(wanted.value) - int(ends[-1][:4])
    moved = [f"{int(end[:4]) + by:04d}{end[4:]}" for end in ends]
    return told._replace(value="/".join(moved), by_distance=True, exact_year=True)


def _next_year(first: Piece, second: Piece) -> bool:
    """Whether two years follow each other: "in 2027 and 2028"."""
    if first.rule != "year" or second.rule != "year" or first.moment.kind != "point":
        return False
    one, two = first.moment.value, second.moment.value
    return len(one) == len(two) == 4 and int(two) == int(one) + 1


def _light(gap: list[str]) -> bool:
    return all(len(word) <= 5 and (word.islower() or word == ",") for word in gap)


_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d\d-\d\d")
_POINT = re.compile(r"(?:XXXX|\d{4})(?:-\d\d(?:-\d\d)?)?~?")


def _range(first: Piece, second: Piece) -> str:
    """EDTF interval of two points of the same precision, the second's year given to the first; empty if none."""
    one = first.moment.value.partition("/")[0]
    two = second.moment.value.rpartition("/")[2]
    if not (_POINT.fullmatch(one) and _POINT.fullmatch(two)):
        return ""
    if second.moment.exact_year and not first.moment.exact_year and len(one) > 4:
        one = two[:4] + one[4:]
    elif (
        first.moment.weekday is None
        and one > two
        and len(one) > 4
        and one[:4] != "XXXX"
        and not (first.moment.exact_year or second.moment.exact_year)
    ):
        # each took the year nearest to the anchor; together the first comes first
        one = two[:4] + one[4:] if one[4:] <= two[4:] else f"{int(two[:4]) - 1:04d}{one[4:]}"
    if first.moment.weekday is not None and second.moment.weekday is not None and one > two:
        day = calendar.parse_day(one)
        if day is None:
            return ""
        # "von Montag bis Mittwoch" spans one week: the first lies before the second
        end = calendar.parse_day(two)
        if end is not None and first.moment.weekday < second.moment.weekday:
            one = date.fromordinal(end.toordinal() - (second.moment.weekday - first.moment.weekday)).isoformat()
    return f"{one}/{two}" if one <= two else ""
