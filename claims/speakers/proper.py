"""Proper names of what is no person: "the company Corvane", "die Financial Times"."""

from __future__ import annotations

import itertools

from claims.language.tokens import Token
from claims.speakers.inventory import Inventory
from claims.speakers.phrase import Reading


def proper_part(inventory: Inventory, reading: Reading, head_at: int) -> bool:
    """Show "Elbnetz" for "die Netzgesellschaft Elbnetz": the noun only says what it is."""
    first = reading.first + head_at + 1
    head = reading.tokens[head_at].text
    if inventory.know.language == "en":
        first = (
            next(
                (
                    i
                    for i in range(reading.first, reading.last)
                    if inventory.know.names_follow(inventory.index.tokens[i].text)
                ),
                -2,
            )
            + 1
        )
        head = inventory.index.tokens[first - 1].text if first > 0 else ""
    if first <= 0 or first > reading.last or not inventory.know.names_follow(head):
        return False
    labels = [
        written_label(inventory, i) or _part(inventory.index.tokens[i], i > first)
        for i in range(first, reading.last + 1)
    ]
    if "" in labels:
        return False
    two = len(labels) > 1 and inventory.know.language == "de"  # two nouns in a row are a name
    if any(label not in ("unknown", "given", "part", "body") and not two for label in labels):
        return False
    start = next(
        (i for i in range(reading.first, first) if inventory.index.tokens[i].lower not in inventory.know.determiners),
        first,
    )
    reading.role = inventory.index.text[inventory.index.tokens[start].start : inventory.index.tokens[first - 1].end]
    words = [t.text for t in inventory.index.tokens[first : reading.last]]
    reading.name = " ".join([*words, inventory.base_form(inventory.index.tokens[reading.last].text)])
    return True


def _part(token: Token, inside: bool) -> str:
    """What is no word of a name and may stand in one: "&", and a number behind its first word ("Kanal 5")."""
    return "part" if token.text == "&" or (inside and token.kind == "number") else ""


def is_proper(inventory: Inventory, tokens: list[Token], reading: Reading) -> bool:
    caps = [t for t in tokens if t.kind == "word" and t.text[0].isupper() and t.lower not in inventory.know.determiners]
    if (
        reading.definite
        and len(caps) > 1
        and all(inventory.index.text[a.end : b.start] == " " for a, b in itertools.pairwise(caps))
    ):
        return True
    if inventory.know.language == "en" and len(caps) == len(tokens) > 1 and caps[0].lower in inventory.know.never:
        return True  # "Northern Central"
    capital = [
        i
        for i, t in enumerate(tokens)
        if t.kind == "word" and t.text[0].isupper() and t.lower not in inventory.know.determiners
    ]
    return reading.definite and any(written_label(inventory, reading.first + i) == "unknown" for i in capital)


def written_label(inventory: Inventory, i: int) -> str:
    """The label of a word that is written with a capital; none for any other."""
    return inventory.label(i) if inventory.index.tokens[i].text[:1].isupper() else ""
