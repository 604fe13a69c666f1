"""Whom of the persons of an article a phrase names, in it or right behind it: "a survivor, 19-year-old Ann Lee"."""

from __future__ import annotations

from claims.models import SpeakerKind
from claims.speakers.display import head_index
from claims.speakers.heads import is_head
from claims.speakers.inventory import Inventory, Person
from claims.speakers.phrase import Reading, Shape

CLAUSE = 14  # tokens of a relative clause behind which a name stands


def persons_in(inventory: Inventory, reading: Reading) -> Reading | None:
    """The reading as the persons that are its heads; None where it names none."""
    heads: list[Person] = []
    previous_end = -1
    for i in range(reading.first, reading.last + 1):
        owned = inventory.owner.get(i)
        if owned is None or i <= previous_end:
            continue
        person, mention = owned
        previous_end = mention.last
        if is_head(inventory, reading, mention.first, mention.last, bool(heads)) and person not in heads:
            heads.append(person)
    named = _named_last(inventory, reading)
    heads = [named] if named is not None else heads
    if not heads:
        return None
    reading.shape = Shape.PERSONS
    reading.persons = heads
    reading.kind = SpeakerKind.PERSON
    return reading


def _named_last(inventory: Inventory, reading: Reading) -> Person | None:
    """ "Der Nachfolger des Chefs Jan Ode, Ann Lee": the name at the end, after a role with a name inside it."""
    owned = inventory.owner.get(reading.last)
    if owned is None or owned[1].last != reading.last or owned[1].first < reading.first + 3:
        return None
    know, tokens, comma = inventory.know, inventory.index.tokens, owned[1].first - 1
    one_of = reading.tokens[0].lower in know.indefinite and reading.tokens[1].lower in know.genitive
    while one_of and comma > reading.first and tokens[comma].text.islower():
        comma -= 1  # "One of the signatories, the historian Lena Zorn"
    if one_of and tokens[comma].text == ",":
        return owned[0]
    if tokens[comma].text != "," or know.role(reading.tokens[head_index(reading.tokens, know)].text) is None:
        return None
    inside = tokens[reading.first + 1 : comma]
    linked = know.linking | know.genitive
    return owned[0] if any(token.lower in linked for token in inside) else None


def named_behind(inventory: Inventory, reading: Reading) -> Person | None:
    """The person in apposition right behind a role: "a survivor, 19-year-old Ann Lee"; the reading grows by it."""
    index, know, at = inventory.index, inventory.know, reading.last + 1
    if (behind := _named_behind_clause(inventory, reading)) is not None:
        return behind
    comma = at < len(index.tokens) and index.tokens[at].text == ","
    at += comma
    for spot in range(at, min(at + 1 + 3 * comma, len(index.tokens))):
        owned = inventory.owner.get(spot)
        if index.sentence[spot] != index.sentence[reading.last] or reading.plural:
            return None
        if owned is None:
            if know.is_title(index.tokens[spot].text) or index.tokens[spot].text == ".":
                continue
            token = index.tokens[spot]
            clause = token.lower.endswith(know.clause_endings) or token.lower in know.human_relatives
            if token.text[0].isupper() or token.lower in know.prepositions or clause:
                return None  # "the mayor, meeting | Lee Rusk, said"
            continue
        person, mention = owned
        if mention.first != spot or not (comma or mention.subject) or not _same_gender(reading, person):
            return None
        reading.last = mention.last
        return person
    return None


def _named_behind_clause(inventory: Inventory, reading: Reading) -> Person | None:
    """ "The dealer who sold it, Rupert Saxe, …": the full name between commas right behind a relative clause."""
    tokens, at = inventory.index.tokens, reading.last + 1
    at += at < len(tokens) and tokens[at].text == ","
    relatives = inventory.know.human_relatives or inventory.know.roles.pronouns.relative
    if at >= len(tokens) or tokens[at].lower not in relatives or reading.plural:
        return None
    for spot in range(at + 2, min(at + CLAUSE, len(tokens) - 1)):
        if inventory.index.sentence[spot] != inventory.index.sentence[at]:
            return None
        owned = inventory.owner.get(spot)
        if tokens[spot - 1].text != "," or owned is None or owned[1].first != spot:
            continue
        person, mention = owned
        closed = mention.last + 1 < len(tokens) and tokens[mention.last + 1].text == ","
        return person if closed and mention.last > spot and _same_gender(reading, person) else None
    return None


def _same_gender(reading: Reading, person: Person) -> bool:
    return not reading.gender or not person.gender or reading.gender == person.gender
