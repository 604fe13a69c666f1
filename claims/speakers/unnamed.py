"""Who is spoken of without a name: what a phrase stands for that is no known person."""

from __future__ import annotations

from claims.models import SpeakerKind
from claims.speakers.antecedents import Referent
from claims.speakers.humans import is_human
from claims.speakers.knowledge import Knowledge
from claims.speakers.phrase import Reading, Shape


def unnamed(reading: Reading, name: str, know: Knowledge) -> Referent:
    """What a phrase names that is no known person: a body, a paper, somebody told by a role."""
    bare = reading.shape in (Shape.ROLE, Shape.OTHER) and reading.kind is SpeakerKind.UNNAMED
    words = name.split()
    title = len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1]))
    joined = reading.shape is Shape.OTHER or any(word in know.joining for word in words)
    proper = bare and joined and reading.definite and title  # the Health and Safety Executive
    human = (bare and not reading.plural and not proper) or reading.kind is SpeakerKind.PERSON
    person = reading.shape is Shape.ROLE or reading.determiner in know.indefinite
    person = person or any(is_human(word, know.language) for word in words)
    return Referent(
        name,
        reading.kind,
        reading.gender or ("n" if proper else ""),
        reading.plural,
        reading.first,
        True,
        reading.party,
        reading.role,
        person_told=person,
        human=human,
    )
