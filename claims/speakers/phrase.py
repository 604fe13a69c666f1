"""A mention read: what kind of phrase it is and what its words say."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from claims.language.tokens import Token
from claims.models import SpeakerKind
from claims.speakers.inventory import Person, join_name
from claims.speakers.knowledge import Knowledge


class Shape(StrEnum):
    """What kind of phrase a mention is."""

    NOTHING = "nothing"
    PERSONS = "persons"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    AUTHOR = "author"
    OWN = "own"  # "nach eigenen Angaben"
    ROLE = "role"
    INSTITUTION = "institution"
    PLACE = "place"
    DOCUMENT = "document"
    OTHER = "other"


@dataclass
class Reading:
    """A mention read: its shape, its head, and what the words say of gender, number and country."""

    shape: Shape
    tokens: list[Token] = field(default_factory=list)
    first: int = 0  # index of the first token in the article
    last: int = 0
    persons: list[Person] = field(default_factory=list)
    name: str = ""  # as shown when it is not resolved further
    kind: SpeakerKind = SpeakerKind.UNNAMED
    gender: str = ""
    plural: bool = False
    definite: bool = False
    possessive: bool = False
    determiner: str = ""  # in front of the phrase, inside the mention or before it
    role: str = ""
    party: str = ""


def shown_persons(persons: list[Person], know: Knowledge) -> str:
    """The names of two or more persons as one string."""
    return f" {know.roles.articles.joining[0]} ".join(join_name(p.words) for p in persons)
