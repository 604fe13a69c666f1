"""What the sentence around a number adds: who is counted, in which state, and the number's part in a change."""

from __future__ import annotations

from typing import NamedTuple

from claims.language.quantity_words import Words
from claims.models import Qualifier

NEAR = 4  # tokens after a number in which its state stands
REACH = 16  # tokens looked at for a state or a change
ENDS = frozenset(".!?\n;")


class Measured(NamedTuple):
    """``unit`` and ``factor`` to it, the noun's token range, where the quantity's words end, the noun's own state."""

    unit: str
    factor: float
    end: int
    thing: tuple[int, int] | None = None
    state: str = ""


def counted_before(words: Words, tokens: list[str], start: int, measured: Measured) -> Measured:
    """People counted by a noun before the number: die Zahl der Toten stieg auf 51, the death toll rose to 51."""
    of = words.of
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = tokens[index]
        if _ends(tokens, index):
            break
        if word in of["toll"]:
            return measured._replace(unit="person", state=of["toll"][word])
        if word in of["number_of"]:
            for noun in tokens[index + 1 : min(start, index + 6)]:
                state = words.person(noun)
                if state:
                    return measured._replace(unit="person", state="" if state == "person" else state)
            break
    return measured


def counted_after(words: Words, tokens: list[str], end: int, measured: Measured) -> Measured:
    """People counted without a noun: mehr als 1.800 wurden verletzt, 12 were killed."""
    passive = tokens[end : end + 1] and tokens[end].lower() in words.of["auxiliary"]  # "sechs seien aus dem … gerettet"
    for word in tokens[end : end + (REACH if passive else NEAR)]:
        if word in ENDS or word == ",":
            break
        if word in words.of["state"]:
            return measured._replace(unit="person", state=words.of["state"][word])
    return measured


def state_around(words: Words, tokens: list[str], start: int, end: int, measured: Measured) -> str:
    """killed, injured, missing, … of people counted: from the noun itself, else from the sentence around."""
    if measured.unit != "person":
        return measured.state
    if measured.state:
        return measured.state
    states = words.of["state"]
    for word in tokens[start:end]:
        if word in states:
            return states[word]
    for index in range(end, min(len(tokens), end + REACH)):
        word = tokens[index]
        if word in ENDS or word == ",":
            break
        found = _state_at(tokens, index, states)
        if found:
            return found
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = tokens[index]
        if word in ENDS:
            break
        found = _state_at(tokens, index, states)
        if found:
            return found
    return ""


def _state_at(tokens: list[str], index: int, states: dict[str, str]) -> str:
    """The state that the word at ``index`` tells, alone or with the one before it: "to safety"."""
    word = tokens[index]
    return states.get(word, "") or (states.get(f"{tokens[index - 1]} {word}", "") if index else "")


def change_of(words: Words, tokens: list[str], start: int, end: int) -> tuple[str, str]:
    """The part in a change (by, from, to) and its direction (up, down), where a verb of change stands near."""
    of = words.of
    while start and words.qualifiers.get(tokens[start - 1].lower()) is Qualifier.EXACT:
        start -= 1  # "by just 4 percent"
    lead = tokens[start - 1].lower() if start else ""
    part = (
        "by" if lead in of["by"] else "to" if lead in of["change_to"] else "from" if lead in of["change_from"] else ""
    )
    direction = ""
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        if _ends(tokens, index):
            break
        direction = of["direction"].get(tokens[index], "")
        if direction:
            break
    for index in range(end, min(len(tokens), end + REACH)):
        if direction or _ends(tokens, index) or tokens[index] == ",":
            break
        direction = of["direction"].get(tokens[index], "")
    direction = direction or _separable(words, tokens, start, end)
    if not direction:
        return "", ""
    beside = start > 0 and tokens[start - 1] in of["direction"]
    return part, direction if part or beside else ""


def _separable(words: Words, tokens: list[str], start: int, end: int) -> str:
    """up or down, from a verb before and the particle that closes its clause: gab um 3 Prozent nach."""
    verbs: set[str] = set()
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        if _ends(tokens, index):
            break
        verbs.add(tokens[index])
    for index in range(end, min(len(tokens), end + REACH)):
        if _ends(tokens, index) or tokens[index] == ",":
            break
        for name, direction in (("separable_up", "up"), ("separable_down", "down")):
            if tokens[index] in words.particles[name] and not words.particles[name][tokens[index]].isdisjoint(verbs):
                return direction
    return ""


def _ends(tokens: list[str], index: int) -> bool:
    """Whether a sentence ends at ``index``; the point of an ordinal (1. Juli) ends none."""
    return tokens[index] in ENDS and not (tokens[index] == "." and index > 0 and tokens[index - 1].isdigit())
