"""Whom a pronoun or a role refers back to: candidates scored by gender, number, recency and subject position.

When the best two candidates lie within :data:`MARGIN`, nobody is chosen: the caller keeps the mention as written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import Span, SpeakerKind
from claims.speakers.inventory import Index, Inventory, Person
from claims.speakers.knowledge import Knowledge

MARGIN = 0.45  # between the best two candidates, in units of sentences
FARTHEST = 5  # sentences back that a pronoun reaches
SUBJECT = 1.2  # bonus of a mention that can be the subject
SPEAKER = 1.3  # bonus of the speaker of the statement before
FREQUENT = 0.15  # bonus per further mention before, at most four


@dataclass
class Referent:
    """Somebody or something that a pronoun can stand for."""

    name: str
    kind: SpeakerKind
    gender: str
    plural: bool
    first: int  # token index of the latest mention
    subject: bool
    party: str = ""
    person: Person | None = None
    times: int = 1


class Memory:
    """The institutions and groups named as speakers so far, and the last speaker."""

    def __init__(self) -> None:
        self.others: list[Referent] = []
        self.last: Referent | None = None

    def note(self, referent: Referent) -> None:
        self.last = referent
        if referent.person is None:
            self.others.append(referent)


def persons_before(inventory: Inventory, position: int) -> list[Referent]:
    """Every person named before the token ``position``, each with the latest mention."""
    found: list[Referent] = []
    for person in inventory.persons:
        before = [m for m in person.mentions if m.last < position]
        if before:
            latest = before[-1]
            same = [m for m in before if inventory.index.sentence[m.first] == inventory.index.sentence[latest.first]]
            found.append(
                Referent(
                    person.name,
                    SpeakerKind.PERSON,
                    person.gender,
                    False,
                    latest.first,
                    any(m.subject for m in same),
                    person=person,
                    times=len(before),
                )
            )
    return found


def choose(candidates: Iterable[Referent], position: int, index: Index, last: Referent | None) -> Referent | None:
    """The one candidate that fits best, or nobody when two fit about equally."""
    here = index.sentence[position]
    scored: list[tuple[float, int, Referent]] = []
    for candidate in candidates:
        distance = here - index.sentence[candidate.first]
        if distance > FARTHEST:
            continue
        score = -float(distance) + SUBJECT * candidate.subject + FREQUENT * min(candidate.times, 4)
        if last is not None and (
            candidate.person is last.person if last.person is not None else candidate.name == last.name
        ):
            score += SPEAKER
        scored.append((score, candidate.first, candidate))
    scored.sort(key=lambda item: (-item[0], -item[1]))
    if not scored:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN:
        return None
    return scored[0][2]


def fits(candidate: Referent, gender: str, plural: bool) -> bool:
    """Whether gender and number agree; an unknown gender of a person agrees with m and f."""
    if plural:
        return candidate.plural
    if candidate.plural and gender != "fp":
        return False
    if gender == "fp":
        return candidate.plural or candidate.gender in ("f", "")
    if candidate.person is not None:
        return (gender in ("m", "f", "") and candidate.gender in (gender, "")) or gender == ""
    return candidate.gender == gender or gender == ""


def relative(inventory: Inventory, memory: Memory, position: int, gender: str) -> Referent | None:
    """The noun that a relative pronoun or ``dieser`` refers to: the nearest fitting one before it."""
    before = [
        r
        for r in (*persons_before(inventory, position), *memory.others)
        if r.first < position and fits(r, gender, False)
    ]
    nearest = max(before, key=lambda r: r.first, default=None)
    if nearest is None or inventory.index.sentence[position] - inventory.index.sentence[nearest.first] > 1:
        return None
    return nearest


def verb_number(index: Index, position: int, know: Knowledge) -> bool | None:
    """Whether the verb beside a pronoun is plural: by the ending of the word after or before it; None when unclear."""
    for i in (position + 1, position - 1):
        if not 0 <= i < len(index.tokens):
            continue
        word = index.tokens[i].lower
        if index.tokens[i].kind != "word" or (index.tokens[i].text[0].isupper() and i != position - 1):
            continue
        if know.language == "de":
            if word.endswith(("ten", "aben", "nden")) or word in (
                "sind",
                "waren",
                "hatten",
                "haben",
                "wollen",
                "werden",
                "sagten",
                "gaben",
            ):
                return True
            if word.endswith(("te", "t", "te,", "ete")) or word in (
                "sei",
                "sehe",
                "gab",
                "habe",
                "werde",
                "könne",
                "müsse",
                "wolle",
            ):
                return False
    return None


def span_of(index: Index, first: int, last: int) -> Span:
    return Span(index.tokens[first].start, index.tokens[last].end)
