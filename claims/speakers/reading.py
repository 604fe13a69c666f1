"""What a mention is: the phrase that names the speaker, read by its head noun.

A mention is a name, a pronoun, a role, an institution, a place that stands for a government, a document, or a word for
what was said ("Angaben", "statement") whose owner is the speaker.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from enum import StrEnum

from claims.language.tokens import Token
from claims.models import SpeakerKind
from claims.speakers.display import base_noun, head_index, nominative
from claims.speakers.index import Index
from claims.speakers.inventory import Inventory, Person, join_name
from claims.speakers.knowledge import Knowledge, Role
from claims.speakers.owners import Place, carrier_prefix, party_in, place


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


class Reader:
    """Reads the mentions of one article."""

    def __init__(self, index: Index, inventory: Inventory) -> None:
        self.index = index
        self.inventory = inventory
        self.know: Knowledge = index.know

    def read(self, first: int, last: int) -> Reading:
        """The reading of the tokens ``first`` to ``last`` (inclusive) of the article."""
        know, tokens = self.know, self.index.tokens
        while first < last and (tokens[first].kind in ("punct", "mark")):
            first += 1
        while last > first and tokens[last].kind in ("punct", "mark") and tokens[last].text != ")":
            last -= 1
        while last > first and tokens[last].lower in know.prepositions:
            last -= 1  # seiner Ansicht | nach
        contracted = False
        while first < last and self._leads(tokens[first]):
            contracted = tokens[first].lower in know.contracted
            first += 1
        if last < first:
            return Reading(Shape.NOTHING)
        last = self._extended(self._without_time(first, last))
        reading = Reading(Shape.OTHER, tokens[first : last + 1], first, last)
        before = first - 1
        while before > 0 and (tokens[before].kind == "number" or tokens[before].text == "-"):
            before -= 1  # der 62-Jährige
        outside = (
            tokens[before].lower if before >= 0 and self.index.sentence[before] == self.index.sentence[first] else ""
        )
        owned = last > first and tokens[first].text.endswith(("'s", "’s"))  # Aldham's mayor
        reading.definite = contracted or owned or tokens[first].lower in know.definite or outside in know.definite
        reading.possessive = (tokens[first].lower in know.possessives and last > first) or outside in know.possessives
        reading.determiner = tokens[first].lower if tokens[first].lower in know.determiners else outside
        return self._pronoun(reading) or self._apposition(reading) or self._persons(reading) or self._phrase(reading)

    def _without_time(self, first: int, last: int) -> int:
        """The phrase without a date at its end: "das Amt am Donnerstag"."""
        tokens, know = self.index.tokens, self.know
        for i in range(first + 1, last):
            timed = tokens[i + 1].lower in know.never and tokens[i + 1].text[0].isupper()
            if tokens[i].lower in know.prepositions and timed:
                return i - 1
        return last

    def _extended(self, last: int) -> int:
        """The phrase with the proper name that follows its institution noun: "Polizei | Musterstadt"."""
        index, tokens = self.index, self.index.tokens
        if tokens[last].text in self.know.abbreviations and last + 1 < len(tokens) and index.adjacent(last + 1):
            return last + (tokens[last + 1].text[0].isupper() and self.know.language == "de")
        if self.know.institution(tokens[last].text) is None or (
            tokens[last].text[0].islower() and not self.know.names_follow(tokens[last].text)
        ):
            return last
        end = last
        while end + 1 < len(tokens) and index.adjacent(end + 1) and self.inventory_label(end + 1) in _NAMING_LABELS:
            end += 1
        named = any(self.inventory_label(i) not in ("known", "maybe") for i in range(last + 1, end + 1))
        if end == last + 1 and end + 2 < len(tokens) and tokens[end + 1].lower in self.know.joining:
            whole = index.text[tokens[end].start : tokens[end + 2].end]
            if index.text.count(whole) > 1:
                return end + 2  # "Gewerkschaft Handel | und Logistik", named so again
        repeated = end > last and index.text.count(index.text[tokens[last].start : tokens[end].end]) > 1
        return end if named or repeated or end > last + 1 else last

    def _apposition(self, reading: Reading) -> Reading | None:
        """ "Halvor, the company that runs the hall": what stands before the comma names, what follows explains."""
        comma = next((i for i, t in enumerate(reading.tokens) if t.text == ","), -1)
        if comma < 1 or comma > 4 or reading.first + comma - 1 in self.inventory.owner:
            return None
        if self.know.names_follow(reading.tokens[comma - 1].text) and comma + 1 < len(reading.tokens):
            return self._named_after(reading, comma)
        if not all(
            t.kind == "word" and t.text[0].isupper() and not self.know.role(t.text) for t in reading.tokens[:comma]
        ):
            return None
        explained = any(self.know.institution(t.text) is not None for t in reading.tokens[comma:])
        if not explained or any(self.inventory.owner.get(i) for i in range(reading.first, reading.last + 1)):
            return None
        inner = self.read(reading.first, reading.first + comma - 1)
        if inner.shape is Shape.OTHER:
            inner.shape, inner.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
            inner.name = self.index.text[reading.tokens[0].start : reading.tokens[comma - 1].end]
        return inner

    def _named_after(self, reading: Reading, comma: int) -> Reading | None:
        """ "The tour operator, Panorama Reisen": the name is what follows the comma."""
        end = comma + 1
        while end < len(reading.tokens) and reading.tokens[end].text[0].isupper():
            end += 1
        if end == comma + 1 or any(reading.first + i in self.inventory.owner for i in range(comma + 1, end)):
            return None
        reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        reading.name = self.index.text[reading.tokens[comma + 1].start : reading.tokens[end - 1].end]
        reading.gender = "n"
        return reading

    def _leads(self, token: Token) -> bool:
        return token.lower in self.know.prepositions and token.lower not in self.know.pronouns_any

    # -- pronouns ----------------------------------------------------------------------------------------------

    def _pronoun(self, reading: Reading) -> Reading | None:
        tokens, pronouns = reading.tokens, self.know.roles.pronouns
        lower = tokens[0].lower
        alone = len(tokens) == 1
        carried = len(tokens) == 2 and tokens[1].lower in self.know.carriers
        if not (alone or carried):
            return None
        if lower in pronouns.author:
            reading.shape = Shape.AUTHOR
            return reading
        if alone and lower in pronouns.relative and lower not in pronouns.demonstrative:
            reading.shape = Shape.RELATIVE
            reading.gender = "m" if lower == "der" else ""
            return reading
        for gender, words in (
            ("m", pronouns.male),
            ("f", pronouns.female),
            ("fp", pronouns.female_or_plural),
            ("n", pronouns.neuter),
            ("p", pronouns.plural),
        ):
            if lower in words:
                reading.shape = Shape.PRONOUN
                reading.gender = gender
                return reading
        if lower in pronouns.demonstrative:
            reading.shape = Shape.RELATIVE
            reading.gender = pronouns.demonstrative[lower]
            return reading
        return None

    # -- persons -----------------------------------------------------------------------------------------------

    def _persons(self, reading: Reading) -> Reading | None:
        heads: list[Person] = []
        previous_end = -1
        for i in range(reading.first, reading.last + 1):
            owned = self.inventory.owner.get(i)
            if owned is None or i <= previous_end:
                continue
            person, mention = owned
            previous_end = mention.last
            if self._is_head(reading, mention.first, mention.last, bool(heads)) and person not in heads:
                heads.append(person)
        if not heads:
            return None
        reading.shape = Shape.PERSONS
        reading.persons = heads
        reading.kind = SpeakerKind.PERSON
        return reading

    def _is_head(self, reading: Reading, first: int, last: int, further: bool) -> bool:
        """Whether the name is the phrase's head or in apposition to it, not its genitive or prepositional attribute."""
        know, tokens = self.know, self.index.tokens
        genitive = self.inventory.base_form(tokens[last].text) != tokens[last].text
        before = [tokens[i] for i in range(reading.first, first)]
        if genitive and (before or last < reading.last):
            nouns_before = [t for t in before if t.text[0].isupper() and t.lower not in know.determiners]
            following = tokens[last + 1] if last < reading.last else None
            if nouns_before or following is not None:
                return False
        if further:
            return bool(before) and (before[-1].lower in self.know.joining or before[-1].text == ",")
        if not before:
            return not (last < reading.last and tokens[last + 1].text in ("'s", "’s"))
        if before[-1].lower in know.prepositions and len(before) > 1:
            return False
        role = next((t for t in before if know.role(t.text)), None)
        if know.language == "de":
            near = before[-1]
            near_role = know.role(near.text)
            if role is not None and near_role is not None and near is not role:
                at = before.index(near) - 1
                while at >= 0 and before[at].text[0].islower() and before[at].lower not in know.determiners:
                    at -= 1
                governed = before[at].lower in know.genitive and before.index(role) < at
                if governed:
                    return False  # "Sprecher des Außenministers Meier"
            indefinite = before[0].lower in know.indefinite
            if indefinite and role is not None and near is role and len(before) == 2 and genitive:
                return False
        else:
            linked = [i for i, t in enumerate(before) if t.lower in know.linking]
            if linked and tokens[first - 1].text != ",":
                return False  # "a spokesman for Minister Doe"
        return True

    # -- other phrases -----------------------------------------------------------------------------------------

    def _phrase(self, reading: Reading) -> Reading:
        know, tokens = self.know, reading.tokens
        whole = self.index.text[tokens[0].start : tokens[-1].end]
        content = [t for t in tokens if t.lower not in know.determiners]
        if not content:
            reading.name = whole
            return reading
        named = place(self.index.text[content[0].start : content[-1].end], know)
        if named is not None:
            return self._government(reading, named)
        head_at = head_index(tokens, know)
        head = tokens[head_at]
        if know.language == "en" and self._proper_part(reading, head_at):
            reading.shape, reading.kind, reading.gender = Shape.INSTITUTION, SpeakerKind.ORGANISATION, "n"
            return reading
        owner = self._carrier(reading, head, head_at)
        if owner is not None:
            return owner
        reading.name = nominative(tokens, self.index.text, know, determiner=reading.determiner)
        reading.party = party_in(self.index, reading.first, reading.last)
        role, institution = know.role(head.text), know.institution(head.text)
        if institution is not None and (
            role is None or role.plural or know.language == "en" or (reading.definite and not role.gender)
        ):
            reading.shape, reading.kind = Shape.INSTITUTION, institution.kind
            reading.gender, reading.plural = institution.gender, institution.plural
            self._proper_part(reading, head_at)
        elif head.lower in know.unnamed:
            reading.plural = True
        elif role is not None:
            return self._role(reading, role, head, head_at)
        elif head.lower in know.documents or any(head.lower.endswith(w) for w in know.documents if len(w) > 5):
            reading.shape, reading.kind = Shape.DOCUMENT, SpeakerKind.DOCUMENT
        elif any(t.text in know.known for t in content) or self._proper(tokens, reading):
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        elif len(content) == 1 and self.inventory_label(reading.first + len(tokens) - 1) in (
            "unknown",
            "given",
            "body",
        ):
            self._lone_name(reading, content[0])
        return reading

    def _government(self, reading: Reading, named: Place) -> Reading:
        reading.shape, reading.kind = Shape.PLACE, SpeakerKind.GOVERNMENT
        reading.name, reading.party = named.name, self.know.country_name(named.code)
        return reading

    def _lone_name(self, reading: Reading, token: Token) -> None:
        """One word that is no dictionary word: a person, unless the article calls it a company, a paper, a party."""
        reading.name = self.inventory.base_form(token.text)
        if reading.name in self.inventory.bodies:
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
            reading.gender = self.inventory.bodies[reading.name]
        else:
            reading.kind = SpeakerKind.PERSON

    def _role(self, reading: Reading, role: Role, head: Token, head_at: int) -> Reading:
        know, index = self.know, self.index
        reading.shape = Shape.ROLE
        _, gender = base_noun(head.text, reading.determiner, know)
        reading.plural = role.plural or (gender == "p" and not reading.determiner)
        reading.gender = role.gender
        if not role.gender and know.language == "de":
            reading.gender = {"der": "m", "die": "f"}.get(reading.determiner, "")
        ahead = reading.last + 1
        comma = ahead < len(index.tokens) and index.tokens[ahead].text == ","
        owned = self.inventory.owner.get(ahead + comma)
        if owned is not None and not reading.plural and index.sentence[ahead + comma] == index.sentence[reading.last]:
            person, mention = owned
            if mention.first == ahead + comma and (comma or mention.subject) and self._same_gender(reading, person):
                reading.shape, reading.kind, reading.persons = Shape.PERSONS, SpeakerKind.PERSON, [person]
                reading.last = mention.last
                return reading
        if self._proper_part(reading, head_at):
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        return reading

    def _same_gender(self, reading: Reading, person: Person) -> bool:
        return not reading.gender or not person.gender or reading.gender == person.gender

    def _proper_part(self, reading: Reading, head_at: int) -> bool:
        """Show "Elbnetz" for "die Netzgesellschaft Elbnetz": the noun only says what it is."""
        first = reading.first + head_at + 1
        head = reading.tokens[head_at].text
        if self.know.language == "en":
            first = (
                next(
                    (
                        i
                        for i in range(reading.first, reading.last)
                        if self.know.names_follow(self.index.tokens[i].text)
                    ),
                    -2,
                )
                + 1
            )
            head = self.index.tokens[first - 1].text if first > 0 else ""
        if first <= 0 or first > reading.last or not self.know.names_follow(head):
            return False
        labels = [self.inventory_label(i) for i in range(first, reading.last + 1)]
        two = len(labels) > 1 and self.know.language == "de"  # two nouns in a row are a name
        if any(label not in ("unknown", "given", "part", "body") and not (two and label) for label in labels):
            return False
        start = next(
            (i for i in range(reading.first, first) if self.index.tokens[i].lower not in self.know.determiners), first
        )
        reading.role = self.index.text[self.index.tokens[start].start : self.index.tokens[first - 1].end]
        words = [t.text for t in self.index.tokens[first : reading.last]]
        reading.name = " ".join([*words, self.inventory.base_form(self.index.tokens[reading.last].text)])
        return True

    def inventory_label(self, i: int) -> str:
        return self.inventory.label(i) if self.index.tokens[i].text[:1].isupper() else ""

    def _proper(self, tokens: list[Token], reading: Reading) -> bool:
        caps = [t for t in tokens if t.kind == "word" and t.text[0].isupper() and t.lower not in self.know.determiners]
        if (
            reading.definite
            and len(caps) > 1
            and all(self.index.text[a.end : b.start] == " " for a, b in itertools.pairwise(caps))
        ):
            return True
        capital = [
            i
            for i, t in enumerate(tokens)
            if t.kind == "word" and t.text[0].isupper() and t.lower not in self.know.determiners
        ]
        return (
            bool(capital)
            and reading.definite
            and any(self.inventory_label(reading.first + i) == "unknown" for i in capital)
        )

    def _carrier(self, reading: Reading, head: Token, head_at: int) -> Reading | None:
        """The owner of "Angaben", "statement": a country's adjective, a genitive, a phrase with aus, von, of, from."""
        know, tokens, english = self.know, reading.tokens, self.know.language == "en"
        lower = head.lower
        if lower not in know.carriers and not (english and tokens[-1].lower in know.carriers):
            prefix = carrier_prefix(head.text, know)
            return self._owner_from_prefix(reading, prefix) if prefix else None
        after = reading.first + head_at + 1
        while after <= reading.last and self.index.tokens[after].kind in ("punct", "mark"):
            after += 1
        before = tokens[:head_at]
        if any(t.lower in know.own for t in before):
            reading.shape = Shape.OWN
            return reading
        if after <= reading.last and (not english or self.index.tokens[after].lower in know.linking):
            owner = self.read(after, reading.last)
            if owner.shape is Shape.ROLE and owner.gender == "m" and owner.determiner in know.genitive:
                owner.plural = owner.determiner in know.definite - know.oblique  # "nach Angaben der Veranstalter"
            return owner
        adjectives = [t for t in before if t.lower not in know.determiners]
        for token in adjectives:
            code = know.country(token.text.removesuffix("'s").removesuffix("’s"))
            if code and (len(adjectives) == 1 or english):
                return self._government(reading, Place(know.country_name(code), code))
        if english and adjectives and any(t.text[0].isupper() for t in adjectives):
            return self.read(reading.first, reading.first + head_at - 1)
        if before and before[0].lower in know.possessives:
            return self._pronoun(Reading(Shape.OTHER, [before[0]], reading.first, reading.first))
        return None

    def _owner_from_prefix(self, reading: Reading, prefix: str) -> Reading | None:
        know = self.know
        for form in (prefix, prefix.removesuffix("s")):
            code = know.country(form)
            if code:
                named = place(form, know) or Place(know.country_name(code), code)
                return self._government(reading, named)
            institution = know.institution(form)
            if institution or form in know.known:
                reading.shape = Shape.INSTITUTION
                reading.kind = institution.kind if institution else SpeakerKind.ORGANISATION
                reading.name = form
                return reading
            persons = [p for p in self.inventory.persons if p.surname == form]
            if persons:
                reading.shape, reading.kind, reading.persons = Shape.PERSONS, SpeakerKind.PERSON, persons[:1]
                return reading
        return None


_NAMING_LABELS = frozenset({"unknown", "given", "place", "known", "maybe", "body"})


def shown_persons(persons: list[Person], know: Knowledge) -> str:
    """The names of two or more persons as one string."""
    return f" {know.roles.articles.joining[0]} ".join(join_name(p.words) for p in persons)
