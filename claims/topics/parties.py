"""Who a claim names: people and places by name, states, offices; read from the words alone.

A name is a capitalised word that the dictionary does not have (German), or one inside a sentence (English); a word
after a name goes on with it, and what stands after "in" without an article is a place.
"""

from __future__ import annotations

from collections.abc import Mapping

from claims.language.lemmas import in_dictionary, lemma
from claims.topics.lexicon import Lexicon
from claims.topics.words import Word, compound, sound

_CAPITALISED_LANGUAGES = frozenset({"de"})


def parties(found: tuple[Word, ...], tables: Lexicon) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Names by their sound, states by their ISO code and offices, each with the index of its first word."""
    names: dict[str, int] = {}
    states: dict[str, int] = {}
    offices: dict[str, int] = {}
    taken: set[int] = set()
    present = {form for word in found for form in (word.lower, word.lemma)}
    for phrases, out in ((tables.state_phrases, states), (tables.office_phrases, offices)):
        for phrase, code in phrases.items():
            if phrase[0] not in present or phrase[-1] not in present:
                continue
            for index in range(len(found) - len(phrase) + 1):
                if all(part in (found[index + n].lower, found[index + n].lemma) for n, part in enumerate(phrase)):
                    out.setdefault(code, index)
                    taken.update(range(index, index + len(phrase)))
    before_is_name = of_place = False
    for index, word in enumerate(found):
        is_name = False
        pieces = [word.lower, word.lemma, *word.lower.split("-")] if word.kind == "word" else []
        if word.lower.endswith("s") and len(word.lower) > 5:
            pieces.insert(2, word.lower[:-1])
        for piece in pieces:
            if piece in tables.states and (word.text[:1].isupper() or len(piece) > 3):
                states.setdefault(tables.states[piece], index)
            if piece in tables.offices:
                offices.setdefault(tables.offices[piece], index)
        if word.kind == "word" and tables.language == "de" and "-" not in word.lower:
            first, last = compound(word.text, "de", tables.heads)
            for piece in (first, last):
                if piece in tables.offices:
                    offices.setdefault(tables.offices[piece], index)
        if word.kind == "word" and word.text[:1].isupper() and len(word.text) > 1:
            other = any(piece in tables.states or piece in tables.offices for piece in pieces[:3])
            goes_on = before_is_name and not (of_place and in_dictionary(word.text, tables.language))
            is_name = index not in taken and not other and _is_name(found, index, tables, goes_on)
            if is_name:
                names.setdefault(sound(word.text), index)
                # "am Nordkai Reizgas": a dictionary word does not go on with the name of a place
                after_place = index > 0 and found[index - 1].lower in tables.function.place
                of_place = after_place or (of_place and before_is_name)
        before_is_name = is_name
    names.pop("", None)
    return names, states, offices


def spelled(found: tuple[Word, ...], tables: Lexicon, names: Mapping[str, int]) -> frozenset[str]:
    """Capitalised words of the dictionary that no concept covers, as names: the other language may know better."""
    pieces = {
        sound(piece)
        for word in found
        if word.kind == "word" and word.text[:1].isupper() and word.lower not in tables.stop
        for piece in (word.text, *word.text.split("-"))
        if len(piece) > 2 and not tables.senses.get(lemma(piece, tables.language))
    }
    return frozenset(f"n:{piece}" for piece in pieces if piece and piece not in names)


def _is_name(found: tuple[Word, ...], index: int, tables: Lexicon, after_name: bool) -> bool:
    word = found[index]
    if word.lower in tables.stop or word.lemma in tables.stop:
        return False
    if word.text.isupper() and 2 <= len(word.text) <= 6:
        return True
    if tables.language in _CAPITALISED_LANGUAGES:
        if word.lemma in tables.senses or word.lower in tables.senses:
            return False
        if after_name:
            return True
        governed = index > 0 and found[index - 1].lower == tables.function.place[0]
        if governed and word.lemma == word.lower and word.lower not in tables.function.no_places:
            return True
        return (
            not in_dictionary(word.text, "de")
            and not in_dictionary(word.lower, "de")
            and not compound(word.text, "de", tables.heads)[1]
        )
    first = index == 0 or found[index - 1].clause != word.clause
    return after_name or not first or not (in_dictionary(word.lower, "en") or word.lemma in tables.senses)
