"""What kind of body a phrase tells of, in whatever language: "Hafengesellschaft" and "port company" are one kind.

A body has kinds (company, utility, hospital, …), perhaps a field (port, health), told by the first part of a German
compound or by the words before an English noun, and perhaps names: of a place or its own. Fields are the concepts that
the languages share, so that what joins words across languages joins bodies too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from claims.language.lemmas import lemma
from claims.language.lexicon import languages
from claims.speakers.bodywords import body_tables
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import knowledge
from claims.speakers.organisations import fold
from claims.speakers.stories import alike

SHORTEST = 5  # letters of a noun at the end of a compound that is taken for one in any word
LONGEST = 3  # words of an English noun for a body
BEFORE = 3  # words before it that are looked at
_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern", "ien")
_JOINTS = ("", "s", "n", "en", "es")  # between the parts of a compound
_GENITIVE = re.compile("['’]s$")
_WORD = re.compile(r"[^\W_][\w'’‐‑-]*|[^\w\s]")

# a kind whose noun can be said of a body of others
WIDER = {
    kind: frozenset(others.split())
    for kind, others in {
        "company": "maker operator provider supplier utility insurer bank airline shipping_company railway transit "
        "retailer publisher broadcaster developer builder shipyard brewery landlord airport organiser",
        "operator": "company utility airline shipping_company railway transit provider airport landlord",
        "group": "company association charity initiative foundation",
        "authority": "regulator weather_service customs",
        "association": "employers chamber league",
    }.items()
}
FEDERAL = "level.federal"
LEVELS = frozenset({FEDERAL, "level.state", "level.local"})
KINDRED = frozenset({"union", "association"})  # one body where the field is one: Bauernverband, farmers' union
VAGUE = frozenset(WIDER) | {"provider", "commission", "supplier"}  # told alone they may be any of the story


class Body(NamedTuple):
    """Kinds and fields by id, folded names; ``several``: the words tell of more than one of the kind."""

    kinds: frozenset[str]
    fields: frozenset[str]
    names: frozenset[str]
    several: bool = False

    def may_be(self, other: Body) -> bool:
        """Whether nothing in the two phrases says that they are two bodies."""
        if self.told and other.told and not self.told & other.told:
            return False
        if self.names and other.names and not self.shares(other):
            return False
        if _other_level(self.fields & LEVELS, other.fields & LEVELS):
            return False
        return bool(self.kinds & other.kinds) or self._covers(other) or other._covers(self)

    def shares(self, other: Body) -> bool:
        """Whether both say that they have or belong to the same name."""
        return any(alike(a, b) for a in self.names for b in other.names)

    @property
    def told(self) -> frozenset[str]:
        """The fields without the level."""
        return self.fields - LEVELS

    @property
    def vague(self) -> bool:
        """Whether the words tell so little that any body of a story may be meant."""
        return not self.told and not self.names and self.kinds <= VAGUE

    def _covers(self, other: Body) -> bool:
        """Whether this one's noun can be said of the other: of any where it tells no field, else of its field's."""
        one_field = bool(self.told & other.told)
        if self.kinds & KINDRED and other.kinds & KINDRED and one_field:
            return True
        wide = any(other.kinds & WIDER.get(kind, frozenset()) for kind in self.kinds)
        return wide and self.kinds <= WIDER.keys() and (not self.told or one_field)


def _other_level(one: frozenset[str], other: frozenset[str]) -> bool:
    """The federal police are not the police of a town, nor those of whom no level is told."""
    return bool(one and other and not one & other) or (FEDERAL in one) != (FEDERAL in other)


@lru_cache(maxsize=50_000)
def body(phrase: str, language: str) -> Body | None:
    """The body that a phrase tells of, by its first noun for one; None where it holds none."""
    return next(bodies(phrase, language if language in languages() else "en"), None)


def proper_words(phrase: str, language: str) -> int:
    """How many words of a body's phrase are a name's: none in "port company", "kommunales Versorgungsunternehmen"."""
    capital = [word for word in _WORD.findall(phrase) if word[0].isupper()]
    if language != "de" or body(phrase, "de") is None:
        return len(capital)
    return len(capital) - 1


def bodies(text: str, language: str) -> Iterator[Body]:
    """Every phrase of a text that tells of a body, in order."""
    words = _WORD.findall(text)
    for i in range(len(words)):
        found = _german(words, i) if language == "de" else _english(words, i)
        if found is not None:
            yield found


def _german(words: list[str], i: int) -> Body | None:
    word = words[i]
    if not word[0].isupper() or not word[0].isalpha():
        return None
    found = _compound(word)
    if found is None:
        return None
    kinds, fields, plural = found
    before = words[max(0, i - BEFORE) : i][::-1]
    adjectives = list(takewhile(lambda w: w[0].isalpha() and w not in knowledge("de").determiners, before))
    names = {
        fold(w).removesuffix("er")
        for w in adjectives[:1]
        if w[0].isupper() and w.endswith("er") and not in_dictionary(w, "de")
    }
    several = plural or any(fold(w).startswith(body_tables("de").other) for w in adjectives)
    stems = [fold(w).removesuffix(end) for w in adjectives for end in knowledge("de").adjective_endings]
    fields |= frozenset().union(*(body_tables("de").fields.get(stem, frozenset()) & LEVELS for stem in stems))
    return Body(kinds, fields, frozenset(names | _behind(words, i, "de")), several)


@lru_cache(maxsize=50_000)
def _compound(word: str) -> tuple[frozenset[str], frozenset[str], bool] | None:
    """Kinds, fields and number of a German noun; the longest noun at its end counts."""
    tables, known = body_tables("de"), knowledge("de").institution(word)
    forms = [fold(word).removesuffix(ending) for ending in _ENDINGS if fold(word).endswith(ending)]
    whole = next((form for form in forms if form in tables.kinds), "")
    plural = known is not None and known.plural
    if whole:
        return tables.kinds[whole], frozenset(), plural
    split = [
        (form[:cut], form[cut:]) for form in forms for cut in range(2, len(form) - 2) if form[cut:] in tables.kinds
    ]
    split = [(first, noun) for first, noun in split if len(noun) >= SHORTEST or known is not None]
    if not split:
        return None
    # of "Bergbahn|gesellschaft" and "Berg|bahngesellschaft" the one whose first part is known, else the longest noun
    first, noun = max(split, key=lambda parts: (_known(parts[0], "de") * len(parts[0]), len(parts[1])))
    return tables.kinds[noun], _field(first, "de"), plural


def _forms(first: str, language: str) -> list[str]:
    """What stands before a noun for a body, without what joins it and in its dictionary form."""
    if language == "de":
        cut = [first.removesuffix(joint) for joint in _JOINTS if first.endswith(joint)]
        return [*cut, *(lemma(form.capitalize(), "de").lower() for form in cut)]
    bare = first.rstrip("'’").removesuffix("'s").removesuffix("’s")
    return [first, bare, lemma(bare, "en")]


@lru_cache(maxsize=50_000)
def _known(first: str, language: str) -> bool:
    return any(form in body_tables(language).fields for form in _forms(first, language))


def tells_field(word: str, language: str) -> bool:
    """Whether a word before a noun for a body is known to tell of what it is: "health", no "parent" and no "other"."""
    return any(one.startswith("field.") for one in body_tables(language).fields.get(fold(word), ()))


def _field(first: str, language: str) -> frozenset[str]:
    """The ids of what a word names; of a word that no list has, itself; of one that tells no field, none."""
    tables = body_tables(language)
    forms = _forms(first, language)
    found = [tables.fields[form] for form in forms if form in tables.fields]
    if not found and language == "de":
        level = next((form for form in body_tables("de").levels if first.startswith(form)), "")
        if level and len(first) > len(level) + SHORTEST:  # "Landes|umwelt|amt"
            return tables.fields[level.removesuffix("es")] | _field(first.removeprefix(level), "de")
    if not found and any(form in tables.open for form in forms):
        return frozenset()
    return frozenset().union(*found) if found else frozenset({f"word.{first}"})


def _english(words: list[str], i: int) -> Body | None:
    tables, know = body_tables("en"), knowledge("en")
    for size in range(LONGEST, 0, -1):
        if size > i + 1:
            continue
        joined = fold(_GENITIVE.sub("", " ".join(words[i + 1 - size : i + 1])))
        plural = joined in tables.several
        singular = f"{joined[:-3]}y" if joined.endswith("ies") and plural else joined.removesuffix("s")
        form = singular if plural else joined
        if form in tables.kinds:
            break
    else:
        return None
    fields: set[str] = set()
    names: set[str] = set()
    several = plural
    for k in range(i - size, max(-1, i - size - BEFORE), -1):
        word = words[k]
        lower = fold(word)
        if not word[0].isalpha() or word.lower() in know.determiners | know.prepositions | know.joining:
            several = several or lower.startswith(tables.other)
            break
        if lower in tables.other:
            several = True
        elif word[0].isupper() and not in_dictionary(word, "en"):
            names.add(fold(_GENITIVE.sub("", word)))
        elif (pair := f"{fold(words[k - 1])} {lower}" if k else "") in tables.fields:  # "cable car"
            fields |= tables.fields[pair]
            break
        elif _known(lower, "en"):
            fields |= _field(lower, "en")
        elif lower not in tables.open:
            if (
                word[0].islower()
                and k + 1 > i - size
                and in_dictionary(word, "en")
                and not lower.endswith(("ed", "ly"))
            ):
                fields.add(f"word.{lower}")
            break
    return Body(tables.kinds[form], frozenset(fields), frozenset(names) | _behind(words, i, "en"), several)


def _behind(words: list[str], i: int, language: str) -> set[str]:
    """The names right behind the noun or its preposition: "Klinikum Arnsfeld", "the clinic in Arnsfeld"."""
    know = knowledge(language)
    start = i + 1
    if start < len(words) and words[start].lower() in know.linking and words[start].islower():
        start += 1
        if start < len(words) and words[start].lower() in know.determiners:
            return set()
    found: set[str] = set()
    town = start > i + 1 and words[start - 1] in body_tables(language).within
    for word in words[start : start + 1 + (not town)]:
        german = language == "de" and not town and in_dictionary(word, "de")  # nouns are capitalised too
        if not word[0].isupper() or german or word.lower() in know.determiners:
            break
        found.add(fold(_GENITIVE.sub("", word)))
    return found
