"""Posts that no country's name belongs to: "Werksleiter", "the health secretary", "Polizeisprecherin", "Rovers coach".

A post has a kind, equal in every language, and perhaps says whose it is: by proper names (Rovers) or by the kind of a
body (police). A phrase that holds anything else ("project manager") names no post: it is told as a whole or not at all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claims.language.lexicon import languages, load
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import knowledge
from claims.speakers.offices import OfficeWords, gender_of, rank
from claims.speakers.organisations import fold
from claims.speakers.stories import alike

SPEAKING = "spokesperson"
PART = "part"  # one in a story, as a farmer or a judge is, not one of a town or a body
GENERIC = frozenset({"head"})  # a post only together with whose it is
OF_PLACES = frozenset({"mayor", "district_head", "governor", "police_chief", "fire_chief", "treasurer"})  # not a body's
FEDERAL = "bundes"  # "Bundesbildungsministerin": a state's is another
SHORTEST = 5  # letters of a body at the head of a compound
LONGEST = 8  # words of a phrase that can be a post
_INFLECTED = ("innen", "in", "s", "n", "en", "es", "r")
_NAMELIKE = re.compile(r"isch(?:e|er|es|en|em)?$")  # "suderländischer"


class Post(NamedTuple):
    """``kind`` ("spokesperson.police"), ``house`` (kind of body) and ``names`` it belongs to, the noun's ``gender``."""

    kind: str
    house: str
    names: frozenset[str]
    gender: str

    def may_be(self, other: Post) -> bool:
        """Whether nothing in the two phrases says that they are two posts."""
        if self.kind != other.kind or self.of_other_sex(other):
            return False
        if self.house and other.house and self.house != other.house:
            return False
        return not (self.names and other.names) or self.shares(other)

    def of_other_sex(self, other: Post) -> bool:
        return bool(self.gender and other.gender) and self.gender != other.gender

    @property
    def of_body(self) -> bool:
        """Whether a firm, a club or a house has the post, not a town or a country, of which an event has one mostly."""
        kind = self.kind.removeprefix("deputy.")
        return kind not in OF_PLACES and not kind.endswith("_minister") and not kind.startswith("head_of_")

    def shares(self, other: Post) -> bool:
        """Whether both say that they belong to the same name."""
        return any(alike(a, b) for a in self.names for b in other.names)


@cache
def _quiet(language: str) -> frozenset[str]:
    """Words between those of a post."""
    know = knowledge(language)
    return know.determiners | know.linking | know.genitive | know.possessives | {"neue", "neuer", "new", "of", "for"}


@cache
def _tables(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Folded forms of posts and of bodies, to their kinds."""
    words = load(language, "offices", OfficeWords)
    held = {fold(f): f"{PART}.{kind}" for kind, fs in words.part.items() for f in fs}
    held |= {fold(f): kind for table in (words.country, words.post) for kind, fs in table.items() for f in fs}
    held |= {" ".join(w for w in form.split() if w not in _quiet(language)): kind for form, kind in held.items()}
    held.update({fold(form): SPEAKING for forms in words.speaking.values() for form in forms})
    return held, {fold(form): kind for kind, forms in words.house.items() for form in forms}


@cache
def _single(language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Folded nouns that name one post together with the word before them, and the words that leave it open."""
    words = load(language, "offices", OfficeWords)
    return tuple(map(fold, words.single)), frozenset(map(fold, words.many))


def _own(word: str, language: str) -> str:
    """What tells the post that no table has: "bau" in "bauleiterin"; empty where it names none or one of several."""
    heads, many = _single(language)
    forms = (word.removesuffix(ending) for ending in ("", *_INFLECTED) if word.endswith(ending))
    own = next((f.removesuffix(h) for f in forms for h in heads if f.endswith(h) and len(f) > len(h) + 2), "")
    return "" if own in many or own.removesuffix("s") in many else own


def _bare(word: str, table: dict[str, str]) -> str:
    """The kind of a word that may be inflected."""
    if word in table:
        return table[word]
    return next((table[word.removesuffix(e)] for e in _INFLECTED if word.removesuffix(e) in table), "")


def _compound(word: str, held: dict[str, str], houses: dict[str, str]) -> tuple[str, str]:
    """ "gewerkschaftschefin": the post and the body in one German word."""
    for form in sorted(houses, key=lambda f: (-len(f), f)):
        if len(form) >= SHORTEST and word.startswith(form):
            rest = word[len(form) :]
            for end in (rest, rest.removeprefix("s")):
                if kind := _bare(end, held):
                    return kind, houses[form]
    return "", ""


@lru_cache(maxsize=20_000)
def post(phrase: str, language: str) -> Post | None:
    """The post that the whole phrase names; None where words remain that say something else."""
    code = language if language in languages() else "en"
    ranks = rank(phrase, code)
    words = re.sub("['’]s?(?= |$)", "", phrase).replace(",", " ").split()
    if "former" in ranks or not 0 < len(words) <= LONGEST:
        return None
    know = knowledge(code)
    held, houses = _tables(code)
    quiet = _quiet(code)
    parts = [(fold(part), part[:1].isupper()) for word in words for part in re.split("[-‐‑]", word) if part]
    club = bool(words) and words[0] in know.abbreviations  # "Rovers manager"
    if code == "en" and parts and not club and in_dictionary(parts[0][0], "en"):
        parts[0] = (parts[0][0], False)  # "Stage manager" at the head of a sentence
    parts = [(word, upper) for word, upper in parts if word not in quiet and not rank(word, code)]
    found = house = ""
    names: set[str] = set()
    i = 0
    while i < len(parts):
        for size in (4, 3, 2, 1):
            joined = " ".join(word for word, _ in parts[i : i + size])
            kind, body = (
                _bare(joined, table) if size > 1 or code == "de" else table.get(joined, "") for table in (held, houses)
            )
            if not kind and code == "de" and size == 1:
                kind, within = _compound(joined, held, houses)
                body = body or within
            if i + size <= len(parts) and ((kind and not found) or (body and not house)):
                found, house = found or kind, house or body
                names |= {FEDERAL} if joined.startswith(FEDERAL) else set()
                i += size
                break
        else:
            word, upper = parts[i]
            i += 1
            if code == "de" and upper and not found and (own := _own(word, code)):
                found = f"own.{own}"
                continue
            if code == "en" and not upper and not found and i + 1 == len(parts):
                heads, many = _single(code)
                if parts[i][0] in heads and word not in many:
                    found = f"own.{word}.{parts[i][0]}"
                    break
            if (upper and (code == "en" or not know.institution(word))) or (code == "de" and _NAMELIKE.search(word)):
                names.add(word)
            elif code == "en":
                return None
    if not found or (found in GENERIC | {SPEAKING} and not (house or names)):
        return None
    if found in GENERIC | {SPEAKING} and house:
        found, house = f"{found}.{house}", ""
    return Post(f"{'deputy.' if 'deputy' in ranks else ''}{found}", house, frozenset(names), gender_of(phrase, code))
