"""Places that German and English call otherwise (Köln, Cologne), brought to one name."""

from __future__ import annotations

from functools import cache

from claims.language.lexicon import load
from claims.models import Model

_CODES = ("de", "en")


class Places(Model):
    """``places.toml``: towns, regions and waters by ids that all languages share."""

    places: dict[str, list[str]]


@cache
def _by_name() -> dict[str, str]:
    """Casefolded name in any language → id."""
    return {
        name.casefold(): key
        for code in _CODES
        for key, names in load(code, "places", Places).places.items()
        for name in names
    }


def one_name(name: str) -> str:
    """The id of a place, whatever its language and ending ("Kölns", "Kölner"); any other name casefolded."""
    low = name.casefold()
    table = _by_name()
    return next((table[form] for form in (low, low.removesuffix("s"), low.removesuffix("er")) if form in table), low)
