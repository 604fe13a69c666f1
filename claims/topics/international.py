"""Words that German and English both have ("Filter", "filter"; "Konsultation", "consultation"), known by their sound.

They count between two languages alone, and in a story alone that has the word in both: else they would make every
claim look richer than it can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.topics.words import sound

PREFIX = "i:"
LETTERS = 6  # of its sound by which such a word is known; the endings differ


def international(form: str) -> str:
    """The feature of a dictionary form, or "" for one too short to tell."""
    key = sound(form).replace("c", "k")[:LETTERS]
    return PREFIX + key if len(key) >= LETTERS - 1 else ""


def met(told: Iterable[tuple[int, str, Iterable[str]]]) -> frozenset[tuple[int, str]]:
    """Story and feature of the words that texts of both languages have; given story, language and features of each."""
    languages: dict[tuple[int, str], set[str]] = {}
    for story, language, features in told:
        for name in features:
            if name.startswith(PREFIX):
                languages.setdefault((story, name), set()).add(language)
    return frozenset(key for key, having in languages.items() if len(having) > 1)


def only(features: Mapping[str, float], story: int, having: frozenset[tuple[int, str]]) -> dict[str, float]:
    """``features`` without the international words that the story has in one language alone."""
    return {name: weight for name, weight in features.items() if not name.startswith(PREFIX) or (story, name) in having}
