"""``acts.toml``: words for acts that name who did them, compiled for look-up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.language.lexicon import load
from claims.models import Model


class Words(Model):
    """A table of ``acts.toml`` that is one list."""

    words: list[str]


class ActWords(Model):
    """The small words of ``acts.toml``."""

    by: list[str]
    passive: list[str]
    himself: list[str]
    first: list[str]
    obliged: list[str]
    spot: list[str]
    wide: list[str]
    cleft: list[str]
    put_forward: list[str]
    doing: list[str]
    not_doing: list[str]


class Filled(Model):
    """What takes one filler: verbs with the words that it stands behind, nouns for whoever has the role, and, where the
    verbs tell of much else, the nouns of what it is told of and those that may fill it.
    """

    verbs: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class Acts(Model):
    """``acts.toml``: acts that name who did them."""

    exclusive: dict[str, list[str]]
    sole: Words
    things: Words
    against: Words
    happening: Words
    making: Words
    heading: Words
    becoming: Words
    words: ActWords
    filled: dict[str, Filled]


class ActTable(NamedTuple):
    """The words of one language; ``exclusive`` and ``phrases`` tell the name of the act that a word stands for."""

    exclusive: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # by their first word
    sole: frozenset[str]
    things: frozenset[str]
    against: frozenset[str]
    happening: frozenset[str]
    making: frozenset[str]
    heading: frozenset[str]
    becoming: frozenset[str]
    words: ActWords
    filled: dict[str, Filled]


@cache
def act_table(language: str) -> ActTable:
    """The compiled data of ``language``; German where a language has none of its own."""
    data = load(language if language in ("de", "en") else "de", "acts", Acts)
    single: dict[str, str] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for name, words in data.exclusive.items():
        for word in words:
            parts = tuple(word.split())
            if len(parts) > 1:
                phrases[parts[0]] = (*phrases.get(parts[0], ()), (parts, name))
            else:
                single[word] = name
    return ActTable(
        single,
        phrases,
        frozenset(data.sole.words),
        frozenset(data.things.words),
        frozenset(data.against.words),
        frozenset(data.happening.words),
        frozenset(data.making.words),
        frozenset(data.heading.words),
        frozenset(data.becoming.words),
        data.words,
        data.filled,
    )
