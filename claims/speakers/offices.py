"""The office that a role phrase names, in whatever language: "Sprecherin des russischen Außenministeriums".

An office has a kind (foreign_minister, spokesperson, …) and says whose it is: a country, a body, or a ministry of a
country. A phrase that does not say whose, and one of somebody who no longer holds it, names no office here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import languages, load
from claims.speakers.knowledge import knowledge
from claims.speakers.organisations import MINISTRY, bodies_in, country_of, federal, fold, office_in


class OfficeWords(BaseModel):
    """The file ``offices.toml``: nouns of the holders, and words that say that somebody no longer is one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    former: tuple[str, ...]
    passing: tuple[str, ...]
    deputy: tuple[str, ...]
    change: tuple[str, ...]
    country: dict[str, tuple[str, ...]]
    body: dict[str, tuple[str, ...]]
    speaking: dict[str, tuple[str, ...]]
    post: dict[str, tuple[str, ...]]
    part: dict[str, tuple[str, ...]]
    house: dict[str, tuple[str, ...]]
    single: tuple[str, ...]
    many: tuple[str, ...]
    crowd: tuple[str, ...]
    family: dict[str, tuple[str, ...]]
    of_field: dict[str, tuple[str, ...]]
    owner: dict[str, tuple[str, ...]]
    related: dict[str, tuple[str, ...]]


class Office(NamedTuple):
    """``key`` is equal for one office in every language; ``gender`` (m, f or empty) is the noun's."""

    key: str
    gender: str


class _Forms(NamedTuple):
    former: re.Pattern[str]
    passing: re.Pattern[str]
    deputy: re.Pattern[str]
    country: tuple[tuple[re.Pattern[str], str], ...]
    body: tuple[tuple[re.Pattern[str], str], ...]
    speaking: tuple[tuple[re.Pattern[str], str], ...]


KREMLIN = {"RU": "kremlin", "US": "white_house"}  # seats of government whose spokesperson is not the government's
LONGEST = 120  # characters of a phrase that are looked at


@cache
def _forms(language: str) -> _Forms:
    words = load(language, "offices", OfficeWords)
    german = language == "de"

    def patterns(table: dict[str, tuple[str, ...]], compound: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
        forms = sorted(((fold(f), name) for name, fs in table.items() for f in fs), key=lambda f: (-len(f[0]), f))
        start = r"\w{0,40}" if compound and german else ""
        ending = "(?:in|s|n|en)?" if german else ""
        return tuple((re.compile(rf"\b{start}{re.escape(form)}{ending}\b"), name) for form, name in forms)

    def marks(listed: tuple[str, ...]) -> re.Pattern[str]:
        each = "|".join(re.escape(fold(word)) for word in listed)
        return re.compile(rf"\b(?:{each})(?:e|er|es|en|em)?\b")

    return _Forms(
        marks((*words.former, *words.passing)),
        marks(words.passing),
        marks(words.deputy),
        patterns(words.country, False),
        patterns(words.body, False),
        patterns(words.speaking, True),
    )


@lru_cache(maxsize=20_000)
def office(phrase: str, language: str, party: str = "") -> Office | None:
    """The office that ``phrase`` names; ``party`` is the country or body that the article ties the speaker to."""
    code = language if language in languages() else "en"
    forms = _forms(code)
    folded = fold(phrase[:LONGEST])
    if forms.former.search(folded):
        return None
    country = country_of(phrase) or country_of(party) or _federal(folded, forms)
    gender = gender_of(phrase, code)
    for pattern, kind in forms.speaking:
        if pattern.search(folded):
            whose = _spoken_for(phrase, folded, country)
            return Office(f"{kind}:{whose}", gender) if whose else None
    body = bodies_in(phrase) or bodies_in(party)
    deputy = "deputy." if forms.deputy.search(folded) else ""
    table, whose = (forms.body, body) if body else (forms.country, country)
    for pattern, kind in table if whose else ():
        if pattern.search(folded):
            return Office(f"{deputy}{kind}:{whose}", gender)
    return None


def names_office(phrase: str, language: str) -> bool:
    """Whether the phrase, and no more, names an office of whatever country: "Labour Minister"."""
    return any(pattern.fullmatch(fold(phrase)) for pattern, _ in _forms(language).country)


def _federal(folded: str, forms: _Forms) -> str:
    """Whose "Bundesfinanzministerin" and "Sprecher des Bundesfinanzministeriums" are; other federal offices have
    neighbours of that name ("Bundeskanzler")."""
    for word in folded.split():
        rest, code = federal(word)
        if rest and (
            office_in(rest).endswith(MINISTRY)
            or any(k.endswith("_minister") and p.fullmatch(rest) for p, k in forms.country)
        ):
            return code
    return ""


def rank(phrase: str, language: str) -> frozenset[str]:
    """ "deputy", "former" and "passing" (about to be taken or left, which is "former" too), if the phrase says that
    somebody holds an office in this way only."""
    forms = _forms(language if language in languages() else "en")
    folded = fold(phrase[:LONGEST])
    said = {"deputy": forms.deputy, "former": forms.former, "passing": forms.passing}
    return frozenset(name for name, pattern in said.items() if pattern.search(folded))


def _spoken_for(phrase: str, folded: str, country: str) -> str:
    """Whom a spokesperson speaks for: "foreign_ministry.RU", a seat of government, or a body."""
    ministry = office_in(folded)
    if ministry and country:
        return f"{ministry}.{country}"
    for code in languages():
        for seat, whose in knowledge(code).seat.items():
            if fold(seat) in folded and whose in KREMLIN:
                return f"{KREMLIN[whose]}.{whose}"
    return bodies_in(phrase)


def gender_of(phrase: str, language: str) -> str:
    know = knowledge(language)
    found = (know.role(word.strip(",.")) for word in phrase.split())
    return next((role.gender for role in found if role is not None and role.gender), "")
