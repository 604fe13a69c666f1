"""What the article says each person is: the role phrases beside a name, and whom a later role phrase repeats."""

from __future__ import annotations

import re

from claims.speakers.beside import Held, RolePhrases
from claims.speakers.display import head_index
from claims.speakers.fitting import apart, can_also_be, other_rank, specified, whose
from claims.speakers.inventory import Inventory, Person
from claims.speakers.knowledge import Knowledge
from claims.speakers.offices import rank
from claims.speakers.organisations import fold
from claims.speakers.phrase import Reading
from claims.speakers.stories import alike

_ORIGIN = re.compile(r"^[^\W\d_a-zäöüß].*(?:an|ese|ish)$|isch(?:e|er|es|en|em)?$")


class RoleBook:
    """The roles of every person of one article."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.index = inventory.index
        self.know = inventory.know
        self._phrases = RolePhrases(inventory)
        self.held: dict[int, list[Held]] = {}
        for person in inventory.persons:
            found: list[Held] = []
            for mention in person.mentions:
                found.extend(self._phrases.beside(mention))
            self.held[id(person)] = found
            person.roled = bool(found)
            if not person.genders or person.guessed:
                told = [role.gender for h in found if (role := self.know.role(h.head)) is not None]
                person.genders.update(gender for gender in told * 2 if gender in ("m", "f"))
            for held in found:
                if held.party:
                    person.parties[held.party] += 1

    def of(self, person: Person, reading: Reading) -> tuple[str, str]:
        """Role and party of a person: what the mention itself says first, else the fullest that the article says."""
        here = [h for m in person.mentions if reading.first <= m.first <= reading.last for h in self._phrases.beside(m)]
        everything = self.held[id(person)]
        role = max((h for h in here or everything), key=lambda h: len(h.shown), default=None)
        party = next((h.party for h in here if h.party), "")
        if not party and person.parties:
            party = max(sorted(person.parties), key=lambda name: person.parties[name])
        return (role.shown if role else ""), party

    def holders(self, reading: Reading) -> list[Person]:
        """The persons whose role fits the phrase: the head noun is theirs, and country and gender do not disagree.

        Where nobody's does, those who are called a colleague of somebody: they hold the same office.
        """
        head = self.head(reading)
        phrase = self.phrase(reading)
        own = whose([t.text for t in reading.tokens], head_index(reading.tokens, self.know), self.know)
        fitting: list[Person] = []
        mirrored: list[Person] = []
        for person in self.inventory.persons:
            if reading.gender and person.gender and person.gender != reading.gender:
                continue
            if reading.party and reading.party in person.parties and head.endswith(_bases(self.know)):
                fitting.append(person)  # "der SPD-Politiker" for a person of the SPD
                continue
            for held in self.held[id(person)]:
                theirs = _base(held.head, self.know)
                if reading.party and held.party and reading.party != held.party:
                    continue
                if apart(own, held.whose, self.know) or other_rank(phrase, held.shown, self.know):
                    continue
                if self.brings_in(reading, held.shown, person.mentions[0].first) or self._elsewhere(phrase, held.shown):
                    continue
                initials = "".join(word[0] for word in held.shown.split() if word[0].isupper())
                if (theirs and _ends_in(theirs, head, self.know)) or phrase.split()[-1] == initials:
                    fitting.append(person)
                    break
                if held.head in self.know.mirroring and head.endswith(self.know.offices):
                    mirrored.append(person)
                    break
        return fitting or mirrored

    def brings_in(self, reading: Reading, held: str, before: int = 0) -> bool:
        """Whether the phrase says whose office it is, as the one ``held`` does not, by words that the article did not
        have up to the token ``before``: "the mayor of Lume" is not the mayor of whom it spoke when it had not named
        Lume. Without ``before`` any such word does: of two unnamed who is told more fully later is another."""
        theirs = held.split()
        at = next(
            (i for i, word in enumerate(theirs) if _base(word.lower(), self.know).endswith(self.head(reading))), 0
        )
        if theirs and specified(theirs, at, self.know):
            return False
        words = specified([t.text for t in reading.tokens], head_index(reading.tokens, self.know), self.know)
        told = self.index.text[: self.index.tokens[before].start].lower()
        return bool(words) and not any(word in told for word in words)

    def _elsewhere(self, phrase: str, held: str) -> bool:
        """Whether adjectives of two places that no list has, but the article names, tell the two apart: "the Morvian
        president" is not the Lusanian one."""
        one, other = self._origins(phrase), self._origins(held)
        return bool(one and other) and not any(alike(a, b) for a in one for b in other)

    def _origins(self, phrase: str) -> list[str]:
        """The adjectives of a phrase that are of a place named in the article."""
        words = [word for word in phrase.split() if _ORIGIN.search(word) and not self.know.country(word)]
        places = [word for word in self.index.types if word[0].isupper()]
        return [fold(w) for w in words if any(p != w and alike(fold(p), fold(w)) for p in places)]

    def head(self, reading: Reading) -> str:
        """The head noun of a role phrase without inflection."""
        return _base(reading.tokens[head_index(reading.tokens, self.know)].lower, self.know)

    def phrase(self, reading: Reading) -> str:
        """The words of a role phrase."""
        return self.index.text[reading.tokens[0].start : reading.tokens[-1].end]

    def can_be(self, person: Person, reading: Reading) -> bool:
        """Whether a role that the article has not told can be the person's, by the roles that it has told."""
        held = self.held[id(person)]
        head = self.head(reading)
        own = whose([t.text for t in reading.tokens], head_index(reading.tokens, self.know), self.know)
        if any(apart(own, h.whose, self.know, compounds=True) for h in held):
            return False
        if not held and head.endswith(self.know.offices + self.know.leading) and not self._headlined(head):
            return False  # who holds an office is named with it: "Peter Hale said … The mayor said" are two
        phrase = self.phrase(reading)
        if any(_base(h.head, self.know) == head and other_rank(phrase, h.shown, self.know) for h in held):
            return False  # "the mayor" is not the deputy mayor
        if "former" in rank(phrase, self.know.language) and not head.endswith(self.know.offices):
            return True  # "die frühere Torhüterin": what somebody was once tells nothing of what they are
        if head.startswith(self.know.accused) and held and not self._charged(person):
            return False
        named = any(head in h.shown.lower().split() for h in held)  # "the conservative" for a conservative challenger
        return named or can_also_be(head, (_base(h.head, self.know) for h in held), self.know)

    def _charged(self, person: Person) -> bool:
        """Whether a sentence that names the person tells of a charge, an arrest or a trial, and not as of a witness."""
        numbers = {self.index.sentence[mention.first] for mention in person.mentions}
        words = [
            token.lower
            for token, number, quoted in zip(self.index.tokens, self.index.sentence, self.index.quoted, strict=True)
            if number in numbers and not quoted
        ]
        witnesses = tuple(noun for noun in self.know.cases if noun in self.know.uninvolved)
        witness = any(word.startswith(witnesses) for word in words)
        return not witness and any(word.startswith(self.know.charging) for word in words)

    def describes_anyone(self, reading: Reading) -> bool:
        """Whether the phrase tells an age, an origin or a sex and no office: "der 62-Jährige"."""
        at = head_index(reading.tokens, self.know)
        head = reading.tokens[at].lower
        return (
            head in self.know.describing
            or head in self.know.people
            or head.rpartition("-")[2] in self.know.describing
            or head.endswith(tuple(f"-{word}" for word in self.know.describing))
            or any(t.lower in self.know.describing_marks for t in reading.tokens)
            or any(t.text.partition("-")[0].isdigit() for t in reading.tokens[:at])  # "the 51-year-old former judge"
        )

    def _headlined(self, head: str) -> bool:
        """Whether the headline tells of one who holds the office: "Mayor of Tarnby quits"."""
        line = self.index.text.partition("\n")[0] if "\n" in self.index.text else ""
        return any(_base(word.lower(), self.know).endswith(head) for word in line.split())


def _bases(know: Knowledge) -> tuple[str, ...]:
    return tuple(_base(word, know) for word in know.politicians)


def _ends_in(one: str, other: str, know: Knowledge) -> bool:
    """Whether one noun is the other's end: "Stadtsprecher" and "Sprecher", not "Vermieter" and "Mieter" nor
    "Staatsanwalt" and "Anwalt"."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if any(word in longer and word not in shorter for word in know.roles.compounds.apart):
        return False
    return longer.endswith(shorter) and longer.removesuffix(shorter) not in know.roles.compounds.opposing


def _base(noun: str, know: Knowledge) -> str:
    """A role noun without inflection, rough on purpose: only compared with others cut the same way."""
    noun = noun.rpartition("-")[2]
    if know.language != "de":
        return noun.removesuffix("s") if len(noun) > 5 and not noun.endswith("ss") else noun
    for ending in ("in", "innen"):
        if noun.endswith(ending) and len(noun) > 6:
            return noun[: -len(ending)]
    for ending in ("en", "es", "s"):
        if noun.endswith(ending) and len(noun) > len(ending) + 4:
            return noun[: -len(ending)]
    return noun[:-1] if noun.endswith(("ern", "eln")) else noun  # not "Schlussmann", "Kapitän"
