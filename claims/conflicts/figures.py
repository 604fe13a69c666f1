"""The dates and quantities inside a claim: those that dating found, else read from the claim itself."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claims.language.quantities import find_quantities
from claims.language.times import find_dates
from claims.language.tokens import tokenize
from claims.models import Basis, Quantity, Span, Statement
from claims.topics.lexicon import lexicon

_GAP = " … "
_MARKS = (",", ";", ":", "–")
_TIMES = frozenset({"point", "until", "since", "range"})


class Dated(NamedTuple):
    """A date in a claim: EDTF value and its place in the article."""

    value: str
    span: Span
    year: bool = True  # the year is written, not reckoned
    time: str = ""  # "14:30" with its zone, or a part of the day
    dayless: bool = False  # a time of day alone, whose day is taken from when it was said


def dates_of(statement: Statement) -> tuple[Dated, ...]:
    """All dates inside the claim, relative ones reckoned from the day it was said."""
    found = _dates(statement.claim, statement.claim_spans, statement.language, statement.claim_date.value)
    about = statement.about_date
    if about.span is None or not about.value:
        return found
    # dating has read the whole sentence and knows past from future
    return tuple(
        one._replace(value=about.value)
        if "/" not in one.value and one.span.start < about.span.end and about.span.start < one.span.end
        else one
        for one in found
    )


def quantities_of(statement: Statement) -> tuple[Quantity, ...]:
    """The quantities inside the claim with offsets into the article."""
    return statement.quantities or _quantities(statement.claim, statement.claim_spans, statement.language)


def _pieces(claim: str, spans: tuple[Span, ...]) -> list[tuple[str, int]]:
    """The pieces of a claim with the article offset of each."""
    if len(spans) < 2:
        return [(claim, spans[0].start if spans else 0)]
    out, at = [], 0
    for span in spans:
        size = span.end - span.start
        out.append((claim[at : at + size], span.start))
        at += size + len(_GAP)
    return out


@lru_cache(maxsize=60_000)
def _dates(claim: str, spans: tuple[Span, ...], language: str, anchor: str) -> tuple[Dated, ...]:
    out: list[Dated] = []
    for piece, shift in _pieces(claim, spans):
        for found in find_dates(piece, anchor=anchor, language=_known(language)):
            if found.value and found.kind in _TIMES:
                value = _bounded(piece, found.value, found.span.start, _known(language))
                year = found.value[:4] in found.text or found.basis == Basis.EXPLICIT
                span = Span(found.span.start + shift, found.span.end + shift)
                dayless = found.of_a_day and found.weekday is None and ":" in found.time and value[:10] == anchor[:10]
                out.append(Dated(value, span, year, found.time, dayless))
    return tuple(out)


def _bounded(piece: str, value: str, start: int, language: str) -> str:
    """The value as an open interval when the words before it make it a bound ("frühestens im März")."""
    tables = lexicon(language)
    negated = any(word in tables.polarity.negators for word in _words(_clause(piece, start)))
    if value.startswith("../") and (negated or _at_least(piece, start, tables.modality.at_least)):
        return f"{value[3:]}/.."
    if "/" in value or value.startswith("X"):
        return value
    before = [token.lower for token in tokenize(piece[max(0, start - 40) : start]) if token.kind == "word"][-4:]
    text = f" {' '.join(before)} "
    early = any(f" {phrase} " in text for phrase in tables.modality.earliest if " " in phrase or phrase in before[-2:])
    late = any(phrase in before[-2:] for phrase in tables.modality.latest)
    if late:
        return f"{value}/.." if negated else f"../{value}"
    return f"{value}/.." if early else value


def _at_least(piece: str, start: int, phrases: list[str]) -> bool:
    """ "Until Friday at least", "mindestens bis März": the earliest end."""
    text = f" {' '.join(_words(_clause(piece, start)))} "
    return any(f" {phrase} " in text for phrase in phrases)


def _clause(piece: str, start: int) -> str:
    """What stands between the marks around ``start``."""
    first = max((piece.rfind(mark, 0, start) for mark in _MARKS), default=-1) + 1
    last = min((at for mark in _MARKS if (at := piece.find(mark, start)) >= 0), default=len(piece))
    return piece[first:last]


def _words(piece: str) -> list[str]:
    return [token.lower for token in tokenize(piece[:400]) if token.kind == "word"]


@lru_cache(maxsize=60_000)
def _quantities(claim: str, spans: tuple[Span, ...], language: str) -> tuple[Quantity, ...]:
    return tuple(
        found.model_copy(update={"span": Span(found.span.start + shift, found.span.end + shift)})
        for piece, shift in _pieces(claim, spans)
        for found in find_quantities(piece, language=_known(language))
    )


def _known(language: str) -> str:
    return language if language in ("de", "en") else "de"
