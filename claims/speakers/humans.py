"""Whether a noun of no list names a person, by what the language tells: "Matrose", as there is a "Matrosin"."""

from __future__ import annotations

from functools import lru_cache

from claims.speakers.index import Index, in_dictionary
from claims.speakers.knowledge import knowledge

SHORTEST = 5  # letters of the last part of a compound: Brunnen|besitzer
LONGEST = 5  # tokens from a determiner to the noun: "a retired night bus driver"


@lru_cache(maxsize=50_000)
def is_human(word: str, language: str) -> bool:
    """Whether the noun (nominative) names one person: a role, a German noun with a feminine form in -in or that is
    one, an English one with the ending of a doer."""
    know = knowledge(language)
    role = know.role(word)
    if role is not None:
        return not role.plural
    if know.institution(word) is not None or not word.isalpha():
        return False
    if know.language != "de":
        return word.islower() and word.endswith(know.doers) and in_dictionary(word, "en")
    if not word[0].isupper():
        return False
    if word.endswith(know.doers):
        return True
    return any(_has_feminine(word[cut:].capitalize()) for cut in (0, *range(3, len(word) - SHORTEST + 1)))


def _has_feminine(noun: str) -> bool:
    stem = noun.removesuffix("in").removesuffix("e")
    if len(stem) < SHORTEST - 1 or not in_dictionary(stem + "in", "de"):
        return False
    return stem + "in" != noun or in_dictionary(stem, "de") or in_dictionary(stem + "e", "de")


def introduced(index: Index, first: int) -> int:
    """The noun of the phrase that opens at an indefinite article, if it tells of one person: its token, else -1.

    ``who`` behind it tells it of any noun: "a deckhand who …".
    """
    know, tokens = index.know, index.tokens
    for at in range(first + 1, min(first + 1 + LONGEST, len(tokens))):
        token = tokens[at]
        if token.kind != "word" or index.sentence[at] != index.sentence[first]:
            return -1
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if know.language == "de":
            if token.text.rpartition("-")[2][:1].islower():
                continue  # "ein 52-jähriger Fahrer"
            return at if is_human(token.text, "de") else -1
        comma = following is not None and following.text == ","
        relative = tokens[at + 1 + comma].lower if at + 1 + comma < len(tokens) else ""
        if relative in know.human_relatives and not token.lower.endswith("s"):
            return at
        if following is None or not is_human(token.text, "en"):
            continue
        if following.kind != "word" or not is_human(following.text, "en"):
            return at
    return -1
