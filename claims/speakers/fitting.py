"""Whether two role phrases can be said of one person: whose office it is, which rank, and nouns that stand for others.

"Der Sprecher der Stadt" is not the railway's spokesman, "the finance minister" not the interior minister, "der
Kämmerer" not the mayor who spoke before. "Die Juristin" can be a public prosecutor, "der Mann" anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import Institution, Knowledge
from claims.speakers.offices import rank

SHORTEST = 3  # letters of a word that tells whose office it is


def whose(words: Sequence[str], head: int, know: Knowledge) -> frozenset[str]:
    """The words of a role phrase besides its head noun that say whose office it is or of what field, in lower case.

    Countries are left out (they are compared as parties), and so are ranks and determiners. The first part of a
    compound keeps a hyphen: "Amtsarzt" gives "amt-".
    """
    found: list[str] = []
    role = know.role(words[head]) if words else None
    if role is not None and role.prefix:
        found.append(role.prefix.rstrip("-") + "-")
    for place, word in enumerate(words):
        if place == head or not word[0].isalpha() or word.lower() in know.determiners | know.dates:
            continue
        if know.language == "de":
            owner = place > head or (word.endswith("s") and know.role(word) is None)
            if not (word[0].isupper() and owner):
                continue
        elif word.lower() in know.ranks | know.linking | know.joining or _from_somewhere(word):
            continue
        found.append(word)
    return frozenset(
        base for word in found if not know.country(word.rstrip("-")) and len(base := _base(word, know)) >= SHORTEST
    )


def _from_somewhere(word: str) -> bool:
    """An English adjective of a place that no list has: "Ruritanian"."""
    return word[0].isupper() and word.endswith(("an", "ese", "ish"))


def _base(word: str, know: Knowledge) -> str:
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    hyphen = "-" if lower.endswith("-") else ""
    lower = lower.rstrip("-")
    return (lower.removesuffix("s") if know.language == "de" and not lower.endswith("ss") else lower) + hyphen


def specified(words: Sequence[str], head: int, know: Knowledge) -> tuple[str, ...]:
    """The words behind the head noun, or in the genitive before it, that say whose office it is: not "Bahnsprecher",
    whose first part is said in passing, and not a noun that stands for any body ("Sprecher des Unternehmens")."""
    quiet = know.determiners | know.linking | know.genitive | know.dates
    told = [word for word in words[head + 1 :] if word.lower() not in quiet]
    told += [word for word in words[:head] if word.endswith(("'s", "’s"))]
    if know.language == "de":
        told = [word for word in told if word[:1].isupper()]
        told += [w for w in words[:head] if w[:1].isupper() and w.endswith("s") and know.role(w) is None]
    bases = [_base(word, know) for word in told if word[:1].isalpha() and not know.country(word)]
    return tuple(base for base in bases if len(base) >= SHORTEST and not _generic(base, know))


def apart(one: frozenset[str], other: frozenset[str], know: Knowledge, *, compounds: bool = False) -> bool:
    """Whether both phrases say whose office it is and name two.

    They agree where a word of the one is part of a word of the other. A noun that stands for any body ("Sprecher des
    Konzerns") may mean whom the other names ("Sprecher von Elbnetz") unless the other is a body of another kind
    ("Sprecherin der Gewerkschaft"); with ``compounds`` one inside a compound ("Amtsarzt", "Klinikchef") does not.
    """
    if not one or not other:
        return False
    said = [frozenset(word for word in words if not word.endswith("-")) for words in (one, other)]
    if all(said):  # the first part of "Schulleiter" is no part of the Waldorfschule
        one, other = said
    if any(a in b or b in a for a in map(_bare, one) for b in map(_bare, other)):
        return False
    for mine, theirs in ((one, other), (other, one)):
        for word in mine:
            if (compounds and word.endswith("-")) or not _generic(_bare(word), know):
                continue
            if len(mine) > 1 and all(_common(_bare(noun), know) for noun in theirs):
                continue  # "the construction firm" is not the utility, but may be Nordvik
            nouns = [noun for noun in map(_bare, theirs) if _body(noun, know)]
            if not nouns or any(know.can_be_called(noun, _bare(word)) for noun in nouns):
                return False
    return True


def _common(word: str, know: Knowledge) -> bool:
    """Whether a word is one of the language and no name."""
    return in_dictionary(word.capitalize() if know.language == "de" else word, know.language)


def _bare(word: str) -> str:
    return word.rstrip("-")


def _body(word: str, know: Knowledge) -> Institution | None:
    return know.institution(word) or know.institution(word.capitalize())


def _generic(word: str, know: Knowledge) -> bool:
    body = _body(word, know)
    return body is not None and body.generic


def other_rank(phrase: str, held: str, know: Knowledge) -> bool:
    """Whether one of the two tells a deputy's or a former office and the other does not."""
    return rank(phrase, know.language) != rank(held, know.language)


def can_also_be(head: str, held: Iterable[str], know: Knowledge) -> bool:
    """Whether somebody told to be ``held`` (head nouns, inflection cut) can be meant by another noun, ``head``."""
    told = [noun for noun in held if noun]
    if not told:
        return True
    if any(_ends(noun, know.offices, know) for noun in told) and _ends(head, know.offices, know):
        return False
    if _ends(head, know.anyone + know.trained, know) or all(_ends(noun, know.anyone, know) for noun in told):
        return True
    if any(_stands_for(head, noun, know) for noun in told):
        return True  # "die Anklägerin" for a prosecutor, though a "Kläger" would be another
    if _ends(head, know.cases, know):
        return not any(_ends(noun, know.uninvolved, know) for noun in told)
    if _ends(head, know.offices, know):
        return any(_stands_for(head, noun, know) for noun in told)  # a leader told of is not yet the prime minister
    return any(_stands_for(head, noun, know) or _stands_for(noun, head, know) for noun in told)


def _stands_for(general: str, special: str, know: Knowledge) -> bool:
    return any(_ends(general, (noun,), know) and _ends(special, nouns, know) for noun, nouns in know.stands_for.items())


def _ends(noun: str, endings: tuple[str, ...], know: Knowledge) -> bool:
    """Whether a noun, also without the ending of a doer or an adjective, ends like one of ``endings``."""
    stem = noun.removesuffix("r").removesuffix("e") if know.language == "de" else noun
    return noun.endswith(endings) or stem.endswith(endings)
