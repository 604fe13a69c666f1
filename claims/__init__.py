"""Contradictions between attributed statements in news articles, in German and English.

    import claims
    articles = claims.read("seeds/")              # tables in, tables out (pandas)
    statements = claims.extract(articles)
    grouped = claims.group(statements)
    conflicts = claims.contradictions(grouped)

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.frames import compare as compare
    from claims.frames import contradictions as contradictions
    from claims.frames import extract as extract
    from claims.frames import group as group
    from claims.frames import open_case as open  # noqa: A004, F401
    from claims.frames import read as read
    from claims.language.quantities import find_quantities as find_quantities
    from claims.language.times import find_dates as find_dates

__version__ = "0.1.0"

_HOME = {
    "compare": ("claims.frames", "compare"),
    "contradictions": ("claims.frames", "contradictions"),
    "extract": ("claims.frames", "extract"),
    "find_dates": ("claims.language.times", "find_dates"),
    "find_quantities": ("claims.language.quantities", "find_quantities"),
    "group": ("claims.frames", "group"),
    "open": ("claims.frames", "open_case"),
    "read": ("claims.frames", "read"),
}

__all__ = [*_HOME, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    module, function = _HOME[name]
    return getattr(importlib.import_module(module), function)


def __dir__() -> list[str]:
    return sorted(__all__)
