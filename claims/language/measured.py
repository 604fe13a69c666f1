"""What a number counts or measures: its unit, with what it is counted per, and the noun."""

from __future__ import annotations

from collections.abc import Callable

from claims.language.grammar import grammar
from claims.language.quantity_words import Words
from claims.language.surroundings import Measured, state_around

YOUNGEST_IN_BRACKETS, OLDEST = 10, 110  # years, of "(29)" after a name
LONGEST_THING = 4  # tokens
RATES = {"mi/h": "mph"}  # rates that have a name of their own


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
    if unit == "ordinal":
        last = end + 1 if word in of["ordinal_thing"] else end + 2  # after an adjective
        return Measured(unit, 1.0, last, (end, last))
    if unit == "fraction" and _is_time(words, tokens, end):
        unit = of["unit"][tokens[end + 2]]  # three-quarters of an hour
        return Measured(unit, 1.0, end + 3)
    if unit == "fraction" and word.lower() in of["one"]:
        whole = words.data.unit_phrases.get(" ".join(tokens[end + 1 : end + 3]))
        if whole:
            return Measured(whole, 1.0, end + 3)  # half a percentage point
    if unit == "fraction":
        return Measured(unit, 1.0, end, _of_thing(words, tokens, end) or _noun(words, tokens, end))
    after = tokens[end + 1] if end + 1 < len(tokens) else ""
    if not unit and word in of["genitive"] and (after in of["currency"] or after in of["unit"]):
        word, end = after, end + 1  # millions of dollars
    if not unit:
        for length in (3, 2):
            phrase = " ".join(tokens[end : end + length])
            if end + length <= len(tokens) and phrase in words.data.unit_phrases:
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
        rate, end = _rate(words, tokens, end)
        if rate:
            unit = RATES.get(f"{unit}/{rate}", f"{unit}/{rate}")
        return Measured(unit, factor, end, _of_thing(words, tokens, end) or _noun(words, tokens, end, strict=True))
    of_many = 1 if word in of["many_of"] else 0  # thousands of people
    noun = _noun(words, tokens, end + of_many)
    if noun is None and word in of["genitive"] and after in of["whole"]:
        noun = _noun(words, tokens, end + 2)  # three of the pumps
    if (noun is None or tokens[noun[1] - 1] in of["others"]) and word in of["others"]:
        # 31 weitere wurden verletzt: the people of the sentence before
        counted = _noun(words, tokens, end + 1)
        if counted is not None:  # 2,500 more beds
            state = words.person(tokens[counted[1] - 1])
            if not state:
                return Measured("", 1.0, end + 1, counted)
            return Measured("person", 1.0, counted[1], counted, "" if state == "person" else state)
        people = Measured("person", 1.0, end + 1)
        return people if state_around(words, tokens, end, end + 1, people) else Measured("", 1.0, end)
    if noun is not None:
        head = tokens[noun[1] - 1]
        state = words.person(head)
        if state:
            return Measured("person", 1.0, noun[1], noun, "" if state == "person" else state)
        return Measured("", 1.0, end, noun)
    if tokens[end : end + 1] == [")"] and tokens[end - 2 : end - 1] == ["("] and _named(words, tokens, end, value):
        return Measured("age", 1.0, end)
    between_commas = tokens[end : end + 1] == [","] and tokens[end - 2 : end - 1] == [","]
    if between_commas and 0 < value < 120 and _age(words, tokens, end):
        return Measured("age", 1.0, end)
    return Measured("", 1.0, end)


def _is_time(words: Words, tokens: list[str], end: int) -> bool:
    """Whether "of an hour" stands at ``end``."""
    if end + 2 >= len(tokens) or tokens[end] not in words.of["genitive"]:
        return False
    return tokens[end + 1].lower() in words.of["one"] and tokens[end + 2] in words.of["time_unit"]


def _rate(words: Words, tokens: list[str], end: int) -> tuple[str, int]:
    """What a unit is counted per, "pro Stunde", "a month", and where that ends; empty where it is not."""
    if end + 1 >= len(tokens) or tokens[end].lower() not in words.of["rate_link"]:
        return "", end
    for length in (3, 2, 1):
        words_after = tokens[end + 1 : end + 1 + length]
        if len(words_after) < length:
            continue
        for joint in (" ", ""):
            unit = words.of["rate_unit"].get(joint.join(words_after))
            if unit:
                return unit, end + 1 + length
    return "", end


def _age(words: Words, tokens: list[str], end: int) -> bool:
    """Whether somebody stands before ", 54,": a name, a word for people, "the driver"."""
    if end < 3:
        return False
    before, leads = tokens[end - 3], tokens[end - 4 : end - 3]
    told = words.person(before) == "person" or any(word.lower() in words.of["whole"] for word in leads)
    return told or before[:1].isupper()


def _named(words: Words, tokens: list[str], end: int, value: float) -> bool:
    """Whether a person is named before "(29)": a noun for people, or two words that begin with a capital."""
    if not YOUNGEST_IN_BRACKETS <= value <= OLDEST or end < 4:
        return False
    last, first = tokens[end - 3], tokens[end - 4]
    if last in words.of["label"] or first in words.of["label"]:
        return False
    capitals = all(word[:1].isupper() and word[1:2].islower() for word in (first, last))
    return words.person(last) == "person" or (capitals and first.lower() not in words.of["stop"])


def _hyphened(words: Words, tokens: list[str], end: int) -> Measured | None:
    of = words.of
    word = tokens[end + 1] if end + 1 < len(tokens) else ""
    if word in of["age_word"]:
        return duration_or_age(words, tokens, end + 2, "age")
    for suffix, unit in words.data.suffixes.items():
        if suffix in word and word.startswith(suffix):
            return duration_or_age(words, tokens, end + 2, unit)
    if word in of["measured_before"]:
        return Measured(of["measured_before"][word], 1.0, end + 2)  # a 6.1-magnitude quake
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
            if not word.endswith(grammar("de").adjective_endings):
                return None
        elif strict:
            return None
        elif _is_plural(words, word):
            return index, place + 1
        elif word[0].isupper() and length == 0 and not word.isupper():
            continue
    return None


def _is_plural(words: Words, word: str) -> bool:
    """Whether an English word tells people or is a plural by its ending or by itself: officers, sheep, fishermen."""
    of, lower = words.of, word.lower()
    if word in of["person"] or lower in of["person"] or lower in of["plural"]:
        return True
    return lower.endswith(tuple(of["plural_end"])) or (len(word) > 3 and word.endswith("s") and word[-2:] != "ss")


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
