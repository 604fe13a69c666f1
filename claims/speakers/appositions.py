"""Two phrases for one speaker, parted by a comma: one names, the other explains ("der Träger, die Medicor-Gruppe")."""

from __future__ import annotations

from collections.abc import Callable

from claims.models import SpeakerKind
from claims.speakers.display import head_index, nominative
from claims.speakers.humans import is_human
from claims.speakers.inventory import Inventory
from claims.speakers.knowledge import Knowledge
from claims.speakers.phrase import Reading, Shape
from claims.speakers.proper import written_label

Read = Callable[[int, int], Reading]
"""Reads the tokens from the first to the last of a shorter phrase."""


def apposition(inventory: Inventory, read: Read, reading: Reading) -> Reading | None:
    """ "Halvor, the company that runs the hall": what stands before the comma names, what follows explains."""
    know = inventory.know
    comma = next((i for i, t in enumerate(reading.tokens) if t.text == ","), -1)
    if comma < 1 or comma > 4 or reading.first + comma - 1 in inventory.owner:
        return None
    if (body := _in_role(inventory, read, reading, comma)) is not None:
        return body
    if know.names_follow(reading.tokens[comma - 1].text) and comma + 1 < len(reading.tokens):
        return _named_after(inventory, reading, comma) or _body_behind(inventory, reading, comma)
    if _named_body(know, reading, comma) and (named := _named_after(inventory, reading, comma)) is not None:
        return named
    if not all(t.kind == "word" and t.text[0].isupper() and not know.role(t.text) for t in reading.tokens[:comma]):
        return _body_behind(inventory, reading, comma)
    if comma == 1 and _explained_as_person(inventory, reading, comma + 1):
        reading.name, reading.kind = reading.tokens[0].text, SpeakerKind.PERSON
        reading.role = nominative(reading.tokens[comma + 1 :], inventory.index.text, know)
        return reading
    explained = any(know.institution(t.text) is not None for t in reading.tokens[comma:])
    if not explained or any(inventory.owner.get(i) for i in range(reading.first, reading.last + 1)):
        return None
    inner = read(reading.first, reading.first + comma - 1)
    if inner.shape is Shape.OTHER:
        inner.shape, inner.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        inner.name = inventory.index.text[reading.tokens[0].start : reading.tokens[comma - 1].end]
    return inner


def _named_body(know: Knowledge, reading: Reading, comma: int) -> bool:
    """ "The central | bank, DNB": a noun for a body before the comma of an English phrase."""
    noun = reading.tokens[comma - 1].text
    english = know.language == "en" and reading.definite and noun.islower()
    return english and know.institution(noun) is not None and comma + 1 < len(reading.tokens)


def _explained_as_person(inventory: Inventory, reading: Reading, start: int) -> bool:
    """ "Jahnke, the crane driver": one name that no dictionary has, and behind the comma what the person is."""
    know = inventory.know
    told = reading.tokens[start:]
    if len(told) < 2 or told[0].lower not in know.definite | know.indefinite:
        return False
    head = told[head_index(told, know)].text
    role = know.role(head)
    person = (role is not None and not role.plural) or is_human(head, know.language)
    return person and written_label(inventory, reading.first) == "unknown" and know.institution(head) is None


def _body_behind(inventory: Inventory, reading: Reading, comma: int) -> Reading | None:
    """ "The dam's builder, the Italian firm Costagrande", "the regulator, the EMA": the name stands at the end."""
    know, tokens = inventory.know, reading.tokens
    if know.language != "en" or comma + 2 >= len(tokens) or tokens[comma + 1].lower not in know.definite:
        return None
    start = len(tokens)
    while start > comma + 2 and (tokens[start - 1].text[0].isupper() or tokens[start - 1].text in ("of", "&")):
        start -= 1
    if start >= len(tokens) or any(reading.first + i in inventory.owner for i in range(start, len(tokens))):
        return None
    small = tokens[comma + 2 : start]
    if len(small) > 1 and know.institution(small[-1].text) is None:
        return None
    reading.shape, reading.kind, reading.gender = Shape.INSTITUTION, SpeakerKind.ORGANISATION, "n"
    reading.name = inventory.index.text[tokens[start].start : tokens[-1].end]
    return reading


def _in_role(inventory: Inventory, read: Read, reading: Reading, comma: int) -> Reading | None:
    """Of "der Träger, die Medicor-Gruppe" and "its owner, Thalassa Lines", a body that is called by a role, the
    body; of "die Klägerin, eine Lehrerin" who is explained."""
    tokens, know = reading.tokens, inventory.know
    start = comma + 1 + (comma + 1 < len(tokens) and tokens[comma + 1].lower in know.definite)
    name = tokens[start:]
    head = tokens[head_index(tokens, know)].text
    role = know.role(head) or is_human(head, know.language)
    if not role or not name or any(reading.first + i in inventory.owner for i in range(start, len(tokens))):
        return None
    if know.language == "de" and tokens[comma + 1].lower in know.indefinite:
        told = read(reading.first, reading.first + comma - 1)
        told.definite = False  # who is explained is nobody named before
        told.shape = Shape.OTHER if told.shape is Shape.ROLE else told.shape
        return told
    if not all(t.text[0].isupper() for t in name) or know.role(tokens[comma - 1].text) is None:
        behind = read(reading.first + start, reading.last) if know.language == "de" else None
        return behind if behind is not None and behind.shape is Shape.INSTITUTION and len(name) > 1 else None
    proper = len(name) > 1 or "-" in name[0].text
    if not proper or (know.institution(name[-1].text) is None and know.language == "en"):
        return None
    if know.language == "de" and know.institution(name[-1].text) is None:
        behind = read(reading.first + start, reading.last)
        return behind if behind.shape is Shape.INSTITUTION else None
    reading.shape, reading.kind, reading.gender = Shape.INSTITUTION, SpeakerKind.ORGANISATION, "n"
    reading.name = inventory.index.text[name[0].start : name[-1].end]
    return reading


def _named_after(inventory: Inventory, reading: Reading, comma: int) -> Reading | None:
    """ "The tour operator, Panorama Reisen", "der Konzern, die (Firma) Elbnetz AG": the name follows the comma."""
    know, end = inventory.know, comma + 1
    if know.is_title(reading.tokens[end].text):
        return None  # "der Anwalt des Unternehmens, Dr. Peter Hohl"
    if know.language == "de" and reading.tokens[end].lower in know.definite:
        end += 1
        end += end + 1 < len(reading.tokens) and know.names_follow(reading.tokens[end].text)
    start = end
    while end < len(reading.tokens) and reading.tokens[end].text[0].isupper():
        end += 1
    if end == start or any(reading.first + i in inventory.owner for i in range(start, end)):
        return None
    reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
    reading.name = inventory.index.text[reading.tokens[start].start : reading.tokens[end - 1].end]
    reading.gender = "n"
    return reading
