"""The nouns for posts, the bodies and persons they belong to and the words between, from ``offices.toml``, folded."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claims.language.lexicon import languages, load
from claims.speakers.bodykinds import Body, body
from claims.speakers.bodywords import body_tables
from claims.speakers.knowledge import knowledge
from claims.speakers.offices import OfficeWords
from claims.speakers.organisations import fold

SPEAKING = "spokesperson"
PART = "part"  # one in a story, as a farmer or a judge is, not one of a town or a body
LONGEST = 4  # words of a post that is told as a whole
SHORTEST = 4  # letters of a body at the head of a compound
UNKNOWN = "word."  # a noun that no list has
INFLECTED = ("innen", "in", "s", "n", "en", "es", "r")


class PostWords(NamedTuple):
    """Folded forms to their kinds; ``single``: nouns that name a post with the word before them, unless it is one of
    ``many``; ``of_field``: those that do so with a field."""

    held: dict[str, str]
    houses: dict[str, str]
    owners: dict[str, str]
    families: dict[str, str]
    of_field: dict[str, str]
    single: tuple[str, ...]
    many: frozenset[str]
    crowd: tuple[str, ...]


@cache
def quiet(language: str) -> frozenset[str]:
    """Words between those of a post."""
    know = knowledge(language)
    return know.determiners | know.linking | know.genitive | know.possessives | {"neue", "neuer", "new", "of", "for"}


def _turned(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(form): kind for kind, forms in table.items() for form in forms}


@cache
def post_words(language: str) -> PostWords:
    """The words of one language, compiled once."""
    words = load(language, "offices", OfficeWords)
    parts = {form: f"{PART}.{kind}" for form, kind in _turned(words.part).items()}
    held = parts | _turned(words.country) | _turned(words.post)
    held |= {" ".join(w for w in form.split() if w not in quiet(language)): kind for form, kind in held.items()}
    held |= {fold(form): SPEAKING for forms in words.speaking.values() for form in forms}
    return PostWords(
        held,
        _turned(words.house),
        parts | _turned(words.owner),
        _turned(words.family),
        _turned(words.of_field),
        tuple(map(fold, words.single)),
        frozenset(map(fold, words.many)),
        tuple(map(fold, words.crowd)),
    )


@cache
def related_words(language: str) -> dict[str, str]:
    """Nouns that tell an office by somebody else's, in lower case: "deputy", "vorgängerin"."""
    words = load(language if language in languages() else "en", "offices", OfficeWords)
    return {form.lower(): relation for relation, forms in words.related.items() for form in forms}


def bare(word: str, table: dict[str, str]) -> str:
    """The kind of a German word that may be inflected."""
    if word in table:
        return table[word]
    return next((table[word.removesuffix(e)] for e in INFLECTED if word.removesuffix(e) in table), "")


def compound(word: str, language: str) -> tuple[str, str]:
    """ "gewerkschaftschefin": the post and the body in one German word."""
    words = post_words(language)
    for form in sorted(words.houses, key=lambda f: (-len(f), f)):
        if len(form) >= SHORTEST and word.startswith(form):
            rest = word[len(form) :]
            for end in (rest, rest.removeprefix("s")):
                if kind := bare(end, words.held):
                    return kind, words.houses[form]
    return "", ""


def own_compound(word: str, language: str) -> str:
    """The kind of a post that no table has, by what its first part tells: "bau" in "bauleiterin", the field in
    "wasserminister"; empty where the word names none or one of several."""
    words = post_words(language)
    forms = [word.removesuffix(ending) for ending in ("", *INFLECTED) if word.endswith(ending)]
    for form in forms:
        for head, name in words.of_field.items():
            if form.endswith(head) and (field := _field(form.removesuffix(head), language)):
                return f"{field}_{name}"
    own = next((f.removesuffix(h) for f in forms for h in words.single if f.endswith(h) and len(f) > len(h) + 2), "")
    return own_post(own, "", language)


def own_post(first: str, head: str, language: str) -> str:
    """The kind of a post that is told by the word before a noun that many posts share ("mine manager")."""
    words = post_words(language)
    if not first or {first, first.removesuffix("s")} & words.many:
        return ""
    if head in words.of_field:
        field = _field(first, language)
        return f"{field}_{words.of_field[head]}" if field else ""
    field = _field(first, language)
    return f"own.{field}" if field else f"own.{first}.{head}".rstrip(".")


def _field(word: str, language: str) -> str:
    """The id of the field that a word names in every language; empty where no list has it."""
    fields = body_tables(language).fields
    forms = [word.removesuffix(ending) for ending in ("", "s", "es", "n", "en") if word.endswith(ending)]
    found = next((fields[form] for form in forms if form in fields), frozenset())
    return min(found, key=lambda name: (not name.startswith("field."), name)) if found else ""


def owner_of(phrase: str, language: str) -> Body:
    """Whose a post is by a common noun: a body's of a kind ("ferry line's") or a person's ("der Familie")."""
    noun = fold(phrase.split()[-1])
    forms = [noun, *(noun.removesuffix(e) for e in INFLECTED)] if language == "de" else [noun, noun.removesuffix("s")]
    owners = post_words(language).owners
    kind = next((owners[form] for form in forms if form in owners), "")
    found = None if kind else body(phrase, language)
    return found or Body(frozenset({kind or f"{UNKNOWN}{language}.{forms[-1]}"}), frozenset(), frozenset())


def as_told(words: list[str], language: str) -> str:
    """A post of no table as it is told, where its noun is for a person of whom a story has not many: "head keeper"."""
    know, tables = knowledge(language), post_words(language)
    if not words or len(words) > LONGEST:
        return ""
    noun = words[0].removesuffix("in") if language == "de" else words[-1]
    role = know.role(noun) or know.role(noun.capitalize())
    several = (role is not None and role.plural) or know.institution(noun) is not None
    if language == "de":
        several = several or any(form.endswith((*tables.crowd, *tables.single)) for form in (noun, words[0]))
    else:
        several = several or noun in tables.crowd or (noun in tables.single and bool({*words} & tables.many))
    return "" if several else f"told.{language}.{noun if language == 'de' else ' '.join(words)}"


def family_of(words: list[str], language: str) -> str:
    """The noun that all posts of a kind share: "director" of "Museumsdirektorin"."""
    families = post_words(language).families
    if language != "de":
        return next((families[word] for word in words if word in families), "")
    forms = [word.removesuffix(ending) for word in words for ending in ("", "in", "n") if word.endswith(ending)]
    return next((name for form in forms for noun, name in families.items() if form.endswith(noun)), "")


def is_common(word: str, language: str) -> bool:
    """Whether a noun tells whose a post is without being a name: a body's, or one of those to whom somebody belongs."""
    noun = fold(word)
    owners = post_words(language).owners
    listed = any(form in owners for form in (noun, *map(noun.removesuffix, INFLECTED)))
    return listed or knowledge(language).role(word) is not None or body(word, language) is not None
