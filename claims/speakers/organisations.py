"""One key per institution in whatever language and form it is named; countries, capitals and seats by country."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import languages, load
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import knowledge
from claims.speakers.romanise import plain


class Organisations(BaseModel):
    model_config = ConfigDict(extra="forbid")
    offices: dict[str, list[str]]
    bodies: dict[str, list[str]]
    national: dict[str, str]  # names of an office that one country alone has → its id
    legal: list[str]  # legal forms at the end of a company's name
    federal: dict[str, str]  # what a ministry of the whole country begins with → the country's id


@cache
def _tables() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    bodies: dict[str, str] = {}
    offices: dict[str, str] = {}
    for language in languages():
        data = load(language, "organisations", Organisations)
        for name, forms in data.bodies.items():
            bodies.update({fold(form): name for form in forms})
        for name, forms in data.offices.items():
            offices.update({fold(form): name for form in forms})
            bare = (" ".join(w for w in form.split() if w.lower() not in _articles()) for form in forms)
            offices.update({fold(form): name for form in bare})  # "Ministry of the Interior"
    return bodies, tuple(sorted(offices.items(), key=lambda item: (-len(item[0]), item[0])))


def fold(name: str) -> str:
    """The name in lower case without accents, hyphens as spaces."""
    return re.sub(r"[\s\-‐‑]+", " ", plain(name)).strip(" .")


@cache
def _articles() -> frozenset[str]:
    return frozenset(a for language in languages() for a in knowledge(language).definite)


@cache
def _links() -> frozenset[str]:
    return frozenset(w for language in languages() for w in knowledge(language).linking)


def country_of(words: str) -> str:
    """The country whose name, adjective, capital or seat stands among the words; empty when none or two do."""
    found: set[str] = set()
    for language in languages():
        know = knowledge(language)
        code = know.country(words)
        if code:
            return code
        parts = re.split(r"[\s\-‐‑]+", words)
        pairs = [i for i in range(len(parts) - 1) if know.country(f"{parts[i]} {parts[i + 1]}")]  # "in The Hague"
        found.update(know.country(f"{parts[i]} {parts[i + 1]}") for i in pairs)
        for word in (part for i, part in enumerate(parts) if i not in pairs and i - 1 not in pairs):
            code = know.country(word.removesuffix("'s").removesuffix("’s"))
            if code and word[:1].isupper() | (word.lower() in know.adjective):
                found.add(code)
    return found.pop() if len(found) == 1 else ""


@cache
def organisation_key(name: str) -> str:
    """A key that is equal for one institution in every language: ``country:RU``, ``office:foreign_ministry:RU``, …"""
    words = [w for w in name.split() if w.lower() not in _articles()]
    bare = " ".join(words)
    lower = bare.lower()
    for code in languages():
        know = knowledge(code)
        for label, table in (("country", know.place), ("seat", know.seat), ("capital", know.capital)):
            if lower in table:
                return f"{label}:{table[lower]}"
    folded = fold(bare)
    bodies, offices = _tables()
    if folded in bodies:
        return f"body:{bodies[folded]}"
    ministry, whose = federal(folded)
    if (own := dict(offices).get(ministry, "")).endswith(MINISTRY):
        return f"office:{own}:{whose}"
    for form, office in offices:
        if form in folded:
            country = country_of(bare) or country_of(name)  # "in The Hague"
            if office == CENTRAL:
                country = country or federal(folded)[1]
                office = GOVERNMENT if country else office  # "Bundesregierung", "the German government"
            rest = [w for w in folded.replace(form, " ").split() if w not in _articles() and w not in _links()]
            if country and len(rest) <= 2:
                return f"office:{office}:{country}"
            if folded == form:
                return f"office:{office}:{_national().get(form, '')}"
            place = _place(bare, form)
            if place:
                return f"office:{office}:{place}"
    return f"name:{folded}"


@cache
def _legal() -> frozenset[str]:
    return frozenset(form for language in languages() for form in load(language, "organisations", Organisations).legal)


def without_legal_form(name: str) -> str:
    """ "Norvane" of "Norvane AG"; empty where the name ends in no legal form."""
    bare, _, form = name.rstrip(".").rpartition(" ")
    return bare.rstrip(",") if form in _legal() else ""


def federal(word: str) -> tuple[str, str]:
    """Of a folded "Bundesfinanzministerium" the ministry and whose it is."""
    tables = (load(language, "organisations", Organisations).federal for language in languages())
    prefixes = ((prefix, code) for table in tables for prefix, code in table.items())
    return next(((word.removeprefix(p), code) for p, code in prefixes if word.startswith(p)), ("", ""))


@cache
def _national() -> dict[str, str]:
    tables = (load(language, "organisations", Organisations).national for language in languages())
    return {fold(form): country for table in tables for form, country in table.items()}


def _place(name: str, form: str) -> str:
    """The name beside an office ("Belmar's police", "Polizei in Belmar"), in one spelling; empty when it is none."""
    owner = [_GENITIVE.sub("", word) for word in name.split() if word.lower() not in _links()]
    rest = [word for word in owner if fold(word) not in form.split()]
    if len(rest) != 1 or any(knowledge(code).institution(rest[0]) for code in languages()):
        return ""
    if not rest[0][:1].isupper() and (not _GERMAN.search(rest[0]) or in_dictionary(rest[0], "de")):
        return ""  # "städtische Polizei"
    stem = _LAND.sub("", fold(rest[0]))
    return stem if len(stem) >= STEM else fold(rest[0])


def office_in(folded: str) -> str:
    """The id of the ministry or office whose form stands in a folded phrase; the longest form wins."""
    return next((office for form, office in _tables()[1] if form in folded), "")


_GENITIVE = re.compile("['’]s?$")  # Belmar's
_GERMAN = re.compile("isch(?:e|er|es|en|em)?$")  # "tarvisch"
_LAND = re.compile("(?:i?ens?|i?ans?|ia|isch(?:e|er|es|en|em)?)$")  # "Tarvien", "Tarvia", "Tarvian", "tarvische"
STEM = 4  # letters of a country's name that its endings leave
MINISTRY = "_ministry"  # the end of their ids
GOVERNMENT, CENTRAL = "government", "central_government"  # of a country, and of one that has governments within
COMPOUND = r"\w{0,20}"  # what may follow a longer form in one word: "EU-Kommission|spräsidentin"
ACRONYM = 5  # letters up to which a form counts only where it is written with a capital: "WHO", not "who"


@cache
def _body_patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    forms = sorted(_tables()[0].items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple(
        (re.compile(rf"\b{re.escape(form)}{'' if len(form) <= ACRONYM else COMPOUND}\b"), form, body)
        for form, body in forms
    )


@lru_cache(maxsize=20_000)
def bodies_in(phrase: str) -> str:
    """The id of the body that stands alone and is named in "EU-Kommissionspräsidentin"; the longest wins."""
    folded = fold(phrase)
    capital = {fold(word) for word in re.split(r"[\s\-‐‑]+", phrase) if word[:1].isupper()}
    for pattern, form, body in _body_patterns():
        if form in folded and pattern.search(folded) and (len(form) > ACRONYM or form in capital):
            return body
    return ""


@cache
def is_local(name: str) -> bool:
    """Whether a bare noun names a body of which there are many: the police, the company, the court."""
    return any(name.lower() in knowledge(code).local for code in languages())


def party_key(name: str) -> str:
    """A key that is equal for the same party, government or country in every language: Russland, Russia, Moskau."""
    key = organisation_key(name)
    kind, _, rest = key.partition(":")
    return f"country:{rest}" if kind in ("seat", "capital") else key
