"""Public figures: spellings of their names and the offices they held, from ``data/people.toml`` and a newsroom's own.

A help and never needed: it joins spellings that are listed together, and tells who held an office on a day.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from claims.errors import LexiconError
from claims.resources import data_folder, user_data_folder
from claims.speakers.romanise import plain

FILE = "people.toml"


class PublicPerson(BaseModel):
    """``names``: the spelling for German texts, the one for English texts, further ones. ``held``: offices with dates,
    "foreign_minister:DE 2018-03-14/2021-12-08" (EDTF, an empty end is still held)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...]
    held: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """The spelling for texts in ``language``."""
        return self.names[1] if language != "de" and len(self.names) > 1 else self.names[0]


class People(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    people: tuple[PublicPerson, ...]
    known_until: str = ""  # day up to which "still held" is trusted; empty: without end


class _Term(NamedTuple):
    start: str
    end: str
    person: PublicPerson


def _read(path: Path) -> tuple[PublicPerson, ...]:
    """The persons of a file; an office still held is given the last day on which the file is trusted to know it."""
    try:
        listed = People.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        people = tuple(
            person.model_copy(
                update={"held": tuple(h + listed.known_until if h.endswith("/") else h for h in person.held)}
            )
            for person in listed.people
        )
        for person in people:
            for held in person.held:
                _term(held, person)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError, ValueError) as error:
        raise LexiconError(f"{path}: {str(error).splitlines()[0]}; correct that entry") from error
    return people


def _term(held: str, person: PublicPerson) -> tuple[str, _Term]:
    key, _, dates = held.partition(" ")
    start, slash, end = dates.partition("/")
    if ":" not in key or not slash or not start[:4].isdigit() or (end and not end[:4].isdigit()):
        raise ValueError(f'held: "{held}" is not "office:whose from/until"')
    return key, _Term(start, end, person)


@cache
def people() -> tuple[PublicPerson, ...]:
    """Everybody in the shipped file and in the user's."""
    own = user_data_folder()
    added = _read(own / FILE) if own is not None and (own / FILE).is_file() else ()
    return (*_read(data_folder() / FILE), *added)


@cache
def _terms() -> dict[str, tuple[_Term, ...]]:
    table: dict[str, list[_Term]] = {}
    for person in people():
        for held in person.held:
            key, term = _term(held, person)
            table.setdefault(key, []).append(term)
    return {key: tuple(terms) for key, terms in table.items()}


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for person in people():
        for name in person.names:
            found.setdefault(plain(name), set()).add(person.names[0])
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def listed_as(name: str) -> str:
    """The first spelling of the one listed person who has ``name`` as a full name; empty where there is none."""
    return _by_name().get(plain(name), "") if " " in name or not name.isascii() else ""


def holder(office_key: str, day: str) -> PublicPerson | None:
    """Who held the office on ``day`` (EDTF, as precise as known); None where nobody or more than one did."""
    if not day[:4].isdigit():
        return None
    held = {term.person.names[0]: term.person for term in _terms().get(office_key, ()) if _within(term, day)}
    return next(iter(held.values())) if len(held) == 1 else None


def _within(term: _Term, day: str) -> bool:
    """Whether the day lies in the term as far as both are known; the day of a handover belongs to the successor."""
    started = term.start <= day[: len(term.start)] if len(day) >= len(term.start) else term.start[: len(day)] <= day
    if not term.end:
        return started
    size = min(len(day), len(term.end))
    ended = day[:size] >= term.end[:size] if size == 10 else day[:size] > term.end[:size]
    return started and not ended
