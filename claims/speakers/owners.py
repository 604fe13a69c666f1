"""Whose words they are when a country, a place or a word for what was said stands for the speaker.

"Ukrainischen Angaben" are Ukraine's, "einer Mitteilung aus Moskau" is Moscow's, "Kremlangaben" are the Kremlin's.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.speakers.index import Index
from claims.speakers.knowledge import Knowledge


class Place(NamedTuple):
    """A place that stands for a government: the name to show and its country's id."""

    name: str
    code: str


def place(words: str, know: Knowledge) -> Place | None:
    """The country, seat of government or capital that the words name, in the nominative."""
    lower = words.lower()
    for table in (know.place, know.seat, know.capital):
        code = table.get(lower)
        if code is None:
            continue
        country = know.countries[code]
        if table is know.place:
            return Place(country.names[0], code)
        if table is know.seat:
            shown = country.seats[min(1, len(country.seats) - 1)] if len(country.seats) > 2 else country.seats[0]
            return Place(shown, code)
        genitive = ("", "s", "'s", "’s")
        shown = next((n for n in country.capitals if any(n.lower() + e == lower for e in genitive)), words)
        return Place(shown, code)
    return None


def carrier_prefix(word: str, know: Knowledge) -> str:
    """The owner inside a compound of what was said ("Kremlangaben", "Polizeiangaben"); empty when there is none."""
    lower = word.lower()
    for carrier in know.compound_carriers:
        if lower.endswith(carrier):
            prefix = word[: -len(carrier)].rstrip("-")
            if len(prefix) > 1 and prefix.lower() not in know.never_owners:
                return prefix
    return ""


def party_in(index: Index, first: int, last: int) -> str:
    """The country or organisation that the words of a phrase name: by adjective, name, seat or compound."""
    know = index.know
    found = ""
    for i in range(first, last + 1):
        token = index.tokens[i]
        if token.kind not in ("word", "abbreviation"):
            continue
        if found and token.lower in know.joining:
            following = next((p for p in (_party(index, k) for k in range(i + 1, last + 1)) if p), "")
            return found if following in ("", found) else ""  # of two parties none is it
        found = found or _party(index, i)
    return found


def _party(index: Index, i: int) -> str:
    know = index.know
    bare = index.tokens[i].text.removesuffix("'s").removesuffix("’s")
    code = know.country(bare)
    if not code and "-" in bare:
        code = know.country(bare.partition("-")[0])
    if not code:
        for found in (know.role(bare), know.institution(bare)):
            if found is not None and found.prefix and not code:
                code = know.country(found.prefix)
    if code:
        return know.country_name(code)
    head = bare.partition("-")[0]
    return bare if bare in know.known else head if head in know.known else ""
