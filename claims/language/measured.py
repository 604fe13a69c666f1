"""What a number counts or measures: unit, noun, state of the people counted, and its part in a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from claims.language.quantity_words import Words

NEAR = 4  # tokens after a number in which its state stands
REACH = 16  # tokens looked at for a state or a change
LONGEST_THING = 4  # tokens
ENDS = frozenset(".!?\n;")


class Measured(NamedTuple):
    """``unit`` and ``factor`` to it, the noun's token range, where the quantity's words end, the noun's own state."""

    unit: str
    factor: float
    end: int
    thing: tuple[int, int] | None = None
    state: str = ""


def measured_after(
    words: Words, tokens: list[str], adjacent: Callable[[int], bool], end: int, unit: str, value: float
) -> Measured | None:
    """What the tokens after a number (ending at ``end``) say it counts; ``None`` where it is part of a word."""
    of = words.of
    factor = 1.0
    word = tokens[end] if end < len(tokens) else ""
    hyphened = word in ("-", "‐", "‑") and adjacent(end) and adjacent(end + 1)
    if hyphened:
        return _hyphened(words, tokens, end)
    if unit == "fraction":
        return Measured(unit, 1.0, end, _of_thing(words, tokens, end) or _noun(words, tokens, end))
    after = tokens[end + 1] if end + 1 < len(tokens) else ""
    if not unit and word in of["genitive"] and (after in of["currency"] or after in of["unit"]):
        word, end = after, end + 1  # millions of dollars
    if not unit:
        for length in (3, 2):
            phrase = " ".join(tokens[end : end + length])
            if phrase in words.data.unit_phrases:
                unit, end = words.data.unit_phrases[phrase], end + length
                break
        else:
            if word in of["currency"]:
                unit, _, scale = of["currency"][word].partition("*")
                factor = float(scale or 1)
                end += 1
            elif word in of["unit"]:
                unit = of["unit"][word]
                end += 1
                following = tokens[end] if end < len(tokens) else ""
                if unit == "year" and following in of["old"]:
                    return Measured("age", 1.0, end + 1)
    elif word in of["currency"]:
        end += 1
    if unit:
        return Measured(unit, factor, end, _of_thing(words, tokens, end) or _noun(words, tokens, end, strict=True))
    of_many = 1 if word in of["many_of"] else 0  # thousands of people
    noun = _noun(words, tokens, end + of_many)
    if (noun is None or tokens[noun[1] - 1] in of["others"]) and word in of["others"]:
        # 31 weitere wurden verletzt: the people of the sentence before
        people = Measured("person", 1.0, end + 1)
        return people if state_around(words, tokens, end, end + 1, people) else Measured("", 1.0, end)
    if noun is not None:
        head = tokens[noun[1] - 1]
        state = words.person(head)
        if state:
            return Measured("person", 1.0, noun[1], noun, "" if state == "person" else state)
        return Measured("", 1.0, end, noun)
    if tokens[end : end + 1] == [","] and 0 < value < 120 and tokens[end - 2 : end - 1] == [","] and _age(tokens, end):
        return Measured("age", 1.0, end)
    return Measured("", 1.0, end)


def _age(tokens: list[str], end: int) -> bool:
    return tokens[end - 3][:1].isupper() if end >= 3 else False


def _hyphened(words: Words, tokens: list[str], end: int) -> Measured | None:
    of = words.of
    word = tokens[end + 1] if end + 1 < len(tokens) else ""
    if word in of["age_word"]:
        return duration_or_age(words, tokens, end + 2, "age")
    for suffix, unit in words.data.suffixes.items():
        if suffix in word and word.startswith(suffix):
            return duration_or_age(words, tokens, end + 2, unit)
    if word in of["unit"]:
        following = tokens[end + 2 : end + 4]
        if of["unit"][word] == "year" and len(following) == 2 and following[0] == "-" and following[1] in of["old"]:
            return Measured("age", 1.0, end + 4)
        if not words.data.nouns_are_capitalised:
            return Measured(of["unit"][word], 1.0, end + 2)
    return None


def duration_or_age(words: Words, tokens: list[str], end: int, unit: str) -> Measured:
    """dreijährige Haft lasts, a dreijähriges Mädchen is so old."""
    following = tokens[end] if end < len(tokens) else ""
    if unit == "age" and following in words.of["lasting"]:
        unit = "year"
    return Measured(unit, 1.0, end)


def _noun(words: Words, tokens: list[str], index: int, *, strict: bool = False) -> tuple[int, int] | None:
    """The noun with its adjectives that begins at ``index``."""
    of = words.of
    stop = of["stop"]
    for length in range(LONGEST_THING):
        place = index + length
        word = tokens[place] if place < len(tokens) else ""
        if word == "-" and length:
            continue
        if not word or not word[0].isalpha() or word in stop or word.lower() in stop:
            return None
        if words.data.nouns_are_capitalised:
            if word[0].isupper():
                return index, _end_of_compound(tokens, place)
            if strict:
                return None
            if not word.endswith(("e", "en", "er", "es", "em")):
                return None
        elif strict:
            return None
        elif (
            word in of["person"]
            or word.lower() in of["person"]
            or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
        ):
            return index, place + 1
        elif word[0].isupper() and length == 0 and not word.isupper():
            continue
    return None


def _end_of_compound(tokens: list[str], place: int) -> int:
    """Where a noun ends that is written with hyphens: Crew-Mitglieder."""
    end = place + 1
    while (
        end + 1 < len(tokens) and end - place < 2 * LONGEST_THING and tokens[end] == "-" and tokens[end + 1].isalpha()
    ):
        end += 2
    return end


def _of_thing(words: Words, tokens: list[str], index: int) -> tuple[int, int] | None:
    """The genitive after a share or measure: der Proben, of the samples."""
    of = words.of
    if index >= len(tokens) or tokens[index].lower() not in of["genitive"]:
        return None
    index += 1
    if index < len(tokens) and tokens[index].lower() in ("the", "all", "its", "their"):
        index += 1
    found = _noun(words, tokens, index)
    if found is None and not words.data.nouns_are_capitalised and index < len(tokens) and tokens[index].isalpha():
        return index, index + 1
    return found


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
    for word in tokens[end : end + NEAR]:
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
        if word in states:
            return states[word]
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        word = tokens[index]
        if word in ENDS:
            break
        if word in states:
            return states[word]
    return ""


def change_of(words: Words, tokens: list[str], start: int, end: int) -> tuple[str, str]:
    """The part in a change (by, from, to) and its direction (up, down), where a verb of change stands near."""
    of = words.of
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
    if not direction:
        return "", ""
    beside = start > 0 and tokens[start - 1] in of["direction"]
    return part, direction if part or beside else ""


def _ends(tokens: list[str], index: int) -> bool:
    """Whether a sentence ends at ``index``; the point of an ordinal (1. Juli) ends none."""
    return tokens[index] in ENDS and not (tokens[index] == "." and index > 0 and tokens[index - 1].isdigit())
