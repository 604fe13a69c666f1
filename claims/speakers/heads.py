"""Whether a name inside a mention is who speaks, or only belongs to somebody who does."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.tokens import Token
from claims.speakers.humans import is_human
from claims.speakers.inventory import Inventory
from claims.speakers.knowledge import Knowledge
from claims.speakers.phrase import Reading

MATTER = 4  # words of what an office is for


def is_head(inventory: Inventory, reading: Reading, first: int, last: int, further: bool) -> bool:
    """Whether the name is the phrase's head or in apposition to it, not its genitive or prepositional attribute."""
    know, tokens = inventory.know, inventory.index.tokens
    genitive = inventory.base_form(tokens[last].text) != tokens[last].text
    before = [tokens[i] for i in range(reading.first, first)]
    while before and (know.is_title(before[-1].text) or (before[-1].text == "." and len(before) > 1)):
        before.pop()  # "a spokesman for | Mr. Denby", "ein Sprecher von | Herrn Denk"
    if before and before[0].lower not in know.determiners and all(t.lower in know.particles for t in before):
        before = []  # "Van der | Sloot said"
    if genitive and (before or last < reading.last):
        nouns_before = [t for t in before if t.text[0].isupper() and t.lower not in know.determiners]
        following = tokens[last + 1] if last < reading.last else None
        if nouns_before or following is not None:
            return False
    behind = tokens[last + 1].text if last < reading.last else ""
    if know.language == "de" and behind in ("'", "’"):
        return False  # "Lüders' Ehefrau"
    if know.language == "en" and behind and (know.institution(behind) or know.role(behind)):
        return False  # "the Meier campaign", "Meier spokeswoman Ann Lee"
    if further:
        return bool(before) and before[-1].lower in know.joining
    if not before:
        return not (last < reading.last and tokens[last + 1].text in ("'s", "’s"))
    if before[-1].lower in know.prepositions and len(before) > 1:
        return False
    if _belongs_to_holder([tokens[i] for i in range(reading.first, first)], know):
        return False
    role = next((t for t in before if know.role(t.text)), None)
    if know.language == "de":
        near = before[-1]
        if near.lower in know.genitive and near is not before[0]:
            return False  # "der Bürgermeister des Nachbarorts Vaudry"
        near_role = know.role(near.text)
        if role is not None and near_role is not None and near is not role:
            at = before.index(near) - 1
            while at >= 0 and before[at].text[0].islower() and before[at].lower not in know.determiners:
                at -= 1
            between = before[before.index(role) : before.index(near)]
            apposition = any(t.text == "," for t in between)
            governed = not apposition and before[at].lower in know.genitive and before.index(role) < at
            if governed:
                return False  # "Sprecher des Außenministers Meier"
        noun = next((t for t in before if t.text[0].isupper() and t.lower not in know.determiners), None)
        if noun is not None and know.institution(noun.text) and not know.role(noun.text) and near.text != ",":
            return False  # "die Regierung von Präsident Meier"
        indefinite = before[0].lower in know.indefinite
        if indefinite and role is not None and near is role and len(before) == 2 and genitive:
            return False
    else:
        if _does_it_to(before, know):
            return False
        linked = [i for i, t in enumerate(before) if t.lower in know.linking]
        office = linked and any(t.text[0].isupper() and not know.role(t.text) for t in before[linked[-1] :])
        at = first - 1
        while at > reading.first and (know.is_title(tokens[at].text) or tokens[at].text == "."):
            at -= 1  # "the head of the air force, General | Ugo Ferri"
        if linked and not office and tokens[at].text != "," and not _office_of_matter(before, linked[0], know):
            return False  # "a spokesman for Minister Doe"
    return True


def _belongs_to_holder(before: Sequence[Token], know: Knowledge) -> bool:
    """ "Ein Sprecher von Innenminister | Karl Thoma", "an aide to Prime Minister | Ann Lee": the name belongs to the
    office right before it, whose holder a preposition ties to somebody else."""
    at = len(before) - 1
    if at < 2 or know.role(before[at].text) is None:
        return False
    while at > 0 and before[at].text not in (",", "(") and before[at].lower not in know.prepositions:
        if before[at].lower in know.genitive:
            return False
        at -= 1
    owner = before[at - 1]
    if at == 0 or before[at].text in (",", "(") or owner.lower in know.determiners:
        return False
    return owner.text[0].isupper() if know.language == "de" else _person(owner, know)


def _does_it_to(before: Sequence[Token], know: Knowledge) -> bool:
    """ "The lawyer representing | Karl Thoma": what somebody does to whom is named."""
    doing = next((i for i in range(len(before) - 1, 0, -1) if before[i].lower.endswith(know.clause_endings)), 0)
    doer = doing and before[doing - 1].text.islower() and _person(before[doing - 1], know)
    return bool(doer) and all(t.text != "," for t in before[doing:])


def _office_of_matter(before: Sequence[Token], linked: int, know: Knowledge) -> bool:
    """ "Head of planning | Ann Lee": an office without an article, of a matter that is nobody's role."""
    matter = before[linked + 1 :]
    if linked == 0 or not matter or before[linked].lower not in know.genitive or len(matter) > MATTER:
        return False
    office = know.role(before[linked - 1].text)
    open_to_all = any(t.lower in know.determiners or t.text[0].isupper() for t in (*before[1:linked], *matter))
    somebody = any(is_human(t.lower, know.language) or t.lower.endswith("ed") for t in matter)
    bare = before[0].lower not in know.determiners
    return office is not None and not office.plural and bare and not open_to_all and not somebody


def _person(noun: Token, know: Knowledge) -> bool:
    return is_human(noun.text, know.language) or know.role(noun.text) is not None
