"""Posts that no country's name belongs to: "Werksleiter", "the health secretary", "Polizeisprecherin", "Rovers coach".

A post has a kind, equal in every language, and perhaps says whose it is: by proper names (Rovers), by the kind of a
body (police) or by another common noun (the family's). A phrase that holds anything else is a post only as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from claims.language.lexicon import languages
from claims.speakers.bodykinds import WIDER, Body, body
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import knowledge
from claims.speakers.offices import gender_of, rank
from claims.speakers.organisations import fold
from claims.speakers.postwords import (
    PART,
    SPEAKING,
    UNKNOWN,
    as_told,
    bare,
    compound,
    family_of,
    is_common,
    own_compound,
    own_post,
    owner_of,
    post_words,
    quiet,
)
from claims.speakers.stories import alike

__all__ = ["BARE", "DEPUTY", "FORMER", "HEAD", "OF_TEAMS", "PART", "SPEAKING", "Post", "post", "related_kind"]

HEAD = "head"
GENERIC = frozenset({HEAD})  # a post only together with whose it is
# who leads a body is its "head" too: "Chef der GLF" and "Vorsitzende der Gewerkschaft GLF"
LEADING = frozenset(
    {
        HEAD,
        "chief_executive",
        "club_president",
        "hospital_head",
        "museum_head",
        "theatre_head",
        "zoo_head",
        "party_leader",
    }
)
FORMER, DEPUTY = "former", "deputy"  # before the kind of a post that is held in this way only
BARE = "bare"  # a noun that posts of several kinds share: "the director"
OF_PLACES = frozenset(
    {"mayor", "village_head", "district_head", "governor", "police_chief", "fire_chief", "treasurer"}
)  # not a body's
OF_TEAMS = frozenset({"coach", "captain"})  # of whom a match has two
FOR_OTHERS = frozenset({"part.lawyer", "part.agent"})  # of whom each side of a story has one
BUSINESS = (WIDER["company"] | {"company", "port"}) - {"airport"}  # whose head is its chief executive
CLUB = "club"
FEDERAL = "bundes"  # "Bundesbildungsministerin": a state's is another
LONGEST = 8  # words of a phrase that can be a post
NAMELIKE = re.compile(r"isch(?:e|er|es|en|em)?$")  # "suderländischer"
_OWNER = re.compile(r"^(?P<owner>[a-zäöü].*?)(?:['’]s|s['’]) (?P<rest>.+)$")  # "family's lawyer"
_OF_FIELD = re.compile(r"\b(minister) (?:for|of) ([a-z]+)")  # "minister for mines"
_OF = re.compile(r"^(?P<rest>[^'’\s][^'’]*?) (?:of|for) the (?P<owner>\S.*)$")


class Post(NamedTuple):
    """``kind`` ("spokesperson.police"), ``house`` (kind of body) and ``names`` it belongs to, the noun's ``gender``,
    ``owner``: whose it is by another noun, ``family``: the noun it shares with others."""

    kind: str
    house: str
    names: frozenset[str]
    gender: str
    owner: Body | None = None
    family: str = ""

    def may_be(self, other: Post) -> bool:
        """Whether nothing in the two phrases says that they are two posts."""
        if not self.of_kind(other) or self.of_other_sex(other):
            return False
        if self.house and other.house and self.house != other.house:
            return False
        if any(a.house and b.owner and not b.owner.may_be(_plain(a.house)) for a, b in ((self, other), (other, self))):
            return False
        if self.owner and other.owner and not self._one_owner(self.owner, other.owner):
            return False
        if self.kind in GENERIC and not (self.owner and other.owner):
            return self.shares(other)
        return not (self.names and other.names) or self.shares(other)

    def _one_owner(self, one: Body, other: Body) -> bool:
        """Whether two nouns may mean one; what the languages do not share leaves it open, save of who speaks for it."""
        unknown = {kind.split(".")[1] for kind in one.kinds | other.kinds if kind.startswith(UNKNOWN)}
        return one.may_be(other) or (len(unknown) > 1 and self.kind not in FOR_OTHERS)

    def of_kind(self, other: Post) -> bool:
        """Whether the kinds are one, or one noun is said of many."""
        bares = (self.kind == f"{BARE}.{other.family}", other.kind == f"{BARE}.{self.family}")
        return self.kind == other.kind or any(bares) or self._heads_with(other)

    def _heads_with(self, other: Post) -> bool:
        """Whether one is the plain head of the body that the other leads, both saying of which."""
        plain = any(post.kind == HEAD == post.family for post in (self, other))
        return plain and self.group == other.group == HEAD and self.belongs_with(other)

    @property
    def group(self) -> str:
        """What the posts that may be one share."""
        return HEAD if self.kind in LEADING or self.kind.startswith(f"{HEAD}.") else self.kind

    def of_other_sex(self, other: Post) -> bool:
        return bool(self.gender and other.gender) and self.gender != other.gender

    @property
    def of_body(self) -> bool:
        """Whether a firm, a club or a house has the post, not a town or a country, of which an event has one mostly."""
        kind = self.kind.removeprefix(f"{FORMER}.").removeprefix(f"{DEPUTY}.")
        return kind not in OF_PLACES and not kind.endswith("_minister") and not kind.startswith("head_of_")

    def shares(self, other: Post) -> bool:
        """Whether both say that they belong to the same name."""
        return any(alike(a, b) for a in self.names for b in other.names)

    @property
    def told_whose(self) -> bool:
        return bool(self.names or self.owner or self.house)

    @property
    def told_which(self) -> bool:
        """Whether the words tell of which of several bodies of a kind: by name or by its field."""
        return bool(self.names or (self.owner and (self.owner.told or self.owner.names)))

    def belongs_with(self, other: Post) -> bool:
        """Whether both say that they belong to the same name or to the same by another noun."""
        if self.owner is None or other.owner is None or not self.owner.may_be(other.owner):
            return self.shares(other)
        one = self.owner.kinds & other.owner.kinds or self.owner.told & other.owner.told  # a "company" may be any
        return bool(one) or self.shares(other)

    def lacks_owner(self, other: Post) -> bool:
        """Whether the other tells whose it is and this one, which a story has several of, does not."""
        several = self.kind in FOR_OTHERS or not self.kind.startswith(f"{PART}.")
        whose = other.owner is not None or (bool(other.house) and self.kind in FOR_OTHERS)
        return whose and not self.told_whose and several and self.of_body


def related_kind(relation: str, kind: str) -> str:
    """The kind of post that somebody's "deputy", "successor" or "predecessor" holds; empty where it is left open."""
    plain = kind.removeprefix(f"{FORMER}.")
    if kind.startswith((f"{PART}.", f"{DEPUTY}.")):
        return ""
    if relation == "successor":
        return plain
    if plain != kind:
        return ""  # the deputy of a former minister, one before him
    return f"{DEPUTY if relation == DEPUTY else FORMER}.{plain}"


def _plain(house: str) -> Body:
    return Body(frozenset({house}), frozenset(), frozenset())


@lru_cache(maxsize=20_000)
def post(phrase: str, language: str) -> Post | None:
    """The post that the phrase names; None where it names none, or one of many."""
    code = language if language in languages() else "en"
    ranks = rank(phrase, code)
    if "passing" in ranks or not 0 < len(phrase.split()) <= LONGEST:
        return None
    gender = gender_of(phrase, code)
    phrase = _OF_FIELD.sub(r"\2 \1", phrase)
    owner = None
    if code == "en" and (match := _OF.match(phrase) or _OWNER.match(phrase)):
        known = _read(phrase, code, gender, None, whole=False)  # "police officers' union leader"
        if known is not None:
            return known
        phrase, whose = match["rest"], match["owner"]
        named = [word for word in whose.split() if word[0].isupper()]
        if named and body(whose, code) is None:  # "head of the smaller Philologenbund"
            phrase = f"{phrase} of {' '.join(named)}"
        else:
            owner = owner_of(whose, code)
    return _read(phrase, code, gender, owner)


def _read(phrase: str, code: str, gender: str, owner: Body | None, *, whole: bool = True) -> Post | None:
    ranks = rank(phrase, code)
    words = re.sub("['’]s?(?= |$)", "", phrase).replace(",", " ").split()
    if not words:
        return None
    know, tables = knowledge(code), post_words(code)
    parts = [(fold(part), part) for word in words for part in re.split("[-‐‑]", word) if part]
    club = words[0] in know.abbreviations  # "Rovers manager"
    name = list(takewhile(lambda word: word[0].isupper(), phrase.split()))
    owned = any(word.endswith(("'s", "’s")) for word in name)  # "Hull's lawyer", "Van Reest's boss"
    if code == "en" and parts and not (club or owned) and in_dictionary(parts[0][0], "en"):
        parts[0] = (parts[0][0], parts[0][0])  # "Stage manager" at the head of a sentence
    parts = [(word, as_is) for word, as_is in parts if word not in quiet(code) and not rank(word, code)]
    genitives = {
        w for before, w in pairwise(words) if before in know.genitive and w.endswith("s") and in_dictionary(w, code)
    }
    told = [word for word, as_is in parts if as_is[:1].isupper() == (code == "de")]
    found = house = ""
    names: set[str] = set(owner.names) if owner else set()
    i = 0
    while i < len(parts):
        for size in (4, 3, 2, 1):
            joined = " ".join(word for word, _ in parts[i : i + size])
            kind, body = (
                bare(joined, table) if size > 1 or code == "de" else table.get(joined, "")
                for table in (tables.held, tables.houses)
            )
            if not kind and code == "de" and size == 1:
                kind, within = compound(joined, code)
                body = body or within
            if i + size <= len(parts) and ((kind and not found) or (body and not house)):
                found, house = found or kind, house or body
                names |= {FEDERAL} if joined.startswith(FEDERAL) else set()
                i += size
                break
        else:
            word, as_is = parts[i]
            upper = as_is[:1].isupper()
            i += 1
            if code == "de" and upper and not found and (own := own_compound(word, code)):
                found = own
            elif code == "en" and not upper and not found and _headed(parts[i:], word, code):
                found = own_post(word, parts[i][0], code)
                i += 1
            elif code == "de" and upper and found and (is_common(as_is, code) or as_is in genitives):
                owner = owner_of(as_is, code)
            elif (upper and (code == "en" or not know.institution(word))) or (code == "de" and NAMELIKE.search(word)):
                names.add(word)
            elif code == "en":
                found = ""
                break
    family = family_of(told, code)
    if found in GENERIC and owner and not house:
        house = next((kind for kind in sorted(owner.kinds) if kind in tables.houses.values()), "")
    business = house in BUSINESS or (owner is not None and not house and bool(owner.kinds & BUSINESS))
    if found in GENERIC and business and family == HEAD:
        found = "chief_executive"
    if found in GENERIC and house == CLUB:
        found, house = "club_president", ""
    if not found or (found in GENERIC | {SPEAKING} and not (house or names or (owner and found in GENERIC))):
        alone = len(told) == 1 and family and _alone(told[0], code)
        found = f"{BARE}.{family}" if alone else as_told(told, code) if whole else ""
        house, names = "", names - set(told[:1])
    if not found:
        return None
    if found in GENERIC | {SPEAKING} and house:
        found, house = f"{found}.{house}", ""
    if FORMER in ranks:
        family = ""  # "the minister" is none of those before
    held = ".".join((*(mark for mark in (FORMER, DEPUTY) if mark in ranks), found))
    return Post(held, house, frozenset(names), gender, owner, family)


def _headed(behind: list[tuple[str, str]], first: str, code: str) -> bool:
    """Whether an English noun and the word before it name a post of which there is one; behind it stand names only."""
    if not behind or any(not as_is[:1].isupper() for _, as_is in behind[1:]):
        return False
    tables, head = post_words(code), behind[0][0]
    return head in (*tables.single, *tables.of_field) and bool(own_post(first, head, code))


def _alone(word: str, code: str) -> bool:
    """Whether a word is the noun that posts of several kinds share, and nothing more."""
    families = post_words(code).families
    return any(word.removesuffix(ending) in families for ending in ("", "in", "n") if word.endswith(ending))
