"""How old an article says that somebody is, which tells who "der 48-Jährige", "the 48-year-old" means."""

from __future__ import annotations

from claims.speakers.index import Index
from claims.speakers.inventory import Mention, Person

YOUNGEST, OLDEST = 10, 115  # what a bare number behind a name can tell as an age
BEFORE = 3  # words in front of a name among which its age may stand: "der 48-jährige Kieler Trainer Jan Ohm"


def age_in(words: str) -> str:
    """The number of "48-Jähriger", "48-year-old man"; empty when none stands there."""
    numbers = (word.partition("-")[0] for word in words.split() if "-" in word)
    return next((number for number in numbers if number.isdecimal()), "")


def ages(index: Index, person: Person) -> set[str]:
    """The ages that stand with the name: "Jan Ohm (48)", "Jan Ohm (SPD), 48,", "der 48-jährige Jan Ohm"."""
    return {age for mention in person.mentions for age in (_behind(index, mention), _before(index, mention)) if age}


def _behind(index: Index, mention: Mention) -> str:
    texts = [token.text for token in index.tokens[mention.last + 1 : mention.last + 7]]
    if texts[:1] == ["("] and texts[2:3] == [")"] and not texts[1].isdecimal():
        texts = texts[3:]  # a party
    if len(texts) < 3 or texts[0] not in ("(", ",") or not texts[1].isdecimal():
        return ""
    closed = texts[2] == ")" if texts[0] == "(" else texts[2] in (",", ".")
    closed = closed or (texts[0] == "(" and texts[2] in (",", ";"))
    return texts[1] if closed and YOUNGEST <= int(texts[1]) <= OLDEST else ""


def _before(index: Index, mention: Mention) -> str:
    number = index.sentence[mention.first]
    for i in range(mention.first - 1, max(-1, mention.first - 1 - BEFORE), -1):
        token = index.tokens[i]
        if token.kind != "word" or index.sentence[i] != number:
            return ""
        if age := age_in(token.text):
            return age
    return ""
