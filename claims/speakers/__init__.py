"""Who speaks: the mention resolved inside one article, and one identity per speaker across articles and languages."""

from __future__ import annotations

from claims.speakers.identity import Aliases, identify
from claims.speakers.organisations import party_key
from claims.speakers.resolution import resolve
from claims.speakers.suggestions import Suggestion, look_alikes, suggest

__all__ = ["Aliases", "Suggestion", "identify", "look_alikes", "party_key", "resolve", "suggest"]
