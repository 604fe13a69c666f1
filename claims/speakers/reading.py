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
    party: str = ""


class Reader:
    """Reads the mentions of one article."""

    def __init__(self, index: Index, inventory: Inventory) -> None:
        self.index = index
        self.inventory = inventory
        self.know: Knowledge = index.know

    def read(self, first: int, last: int) -> Reading:
        """The reading of the tokens ``first`` to ``last`` (inclusive) of the article."""
        know, all_tokens = self.know, self.index.tokens
        while first < last and (all_tokens[first].kind in ("punct", "mark")):
            first += 1
        while last > first and all_tokens[last].kind in ("punct", "mark") and all_tokens[last].text != ")":
            last -= 1
        contracted = False
        while first < last and self._leads(all_tokens[first]):
            contracted = all_tokens[first].lower in know.contracted
            first += 1
        tokens = all_tokens[first : last + 1]
        if not tokens:
            return Reading(Shape.NOTHING)
        base = Reading(Shape.OTHER, tokens, first, last)
        base.definite = contracted or tokens[0].lower in know.definite
        base.possessive = tokens[0].lower in know.possessives and len(tokens) > 1
        return self._pronoun(base) or self._persons(base) or self._phrase(base)

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
            reading.gender = {"r": "m", "n": "fp"}.get(lower[-1], "") if self.know.language == "de" else ""
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
        if self._place(reading, content):
            return reading
        head_at = head_index(tokens, know)
        head = tokens[head_at]
        owner = self._carrier(reading, head, head_at)
        if owner is not None:
            return owner
        shown = nominative(tokens, self.index.text, know)
        reading.name = shown
        reading.party = self.party_in(reading.first, reading.last)
        determiner = tokens[0].lower if tokens[0].lower in know.determiners else ""
        role, institution = know.role(head.text), know.institution(head.text)
        if institution is not None and (
            role is None or role.plural or know.language == "en" or (reading.definite and not role.gender)
        ):
            reading.shape, reading.kind = Shape.INSTITUTION, institution.kind
            reading.gender, reading.plural = institution.gender, institution.plural
        elif head.lower in know.unnamed:
            reading.plural = True
        elif role is not None:
            reading.shape = Shape.ROLE
            _, gender = base_noun(head.text, determiner, know)
            reading.plural = role.plural or (gender == "p" and not determiner)
            reading.gender = role.gender
            if not role.gender and know.language == "de":
                reading.gender = {"der": "m", "die": "f"}.get(determiner, "")
        elif head.lower in know.documents or any(head.lower.endswith(w) for w in know.documents if len(w) > 5):
            reading.shape, reading.kind = Shape.DOCUMENT, SpeakerKind.DOCUMENT
        elif any(t.text in know.known for t in content) or self._proper(tokens, reading):
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        elif len(content) == 1 and self.inventory_label(reading.first + len(tokens) - 1) in ("unknown", "given"):
            reading.kind, reading.shape = SpeakerKind.PERSON, Shape.OTHER
            reading.name = self.inventory.base_form(content[0].text)
        return reading

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

    def _place(self, reading: Reading, content: list[Token]) -> bool:
        know = self.know
        words = self.index.text[content[0].start : content[-1].end]
        lower = words.lower()
        for table in (know.place, know.seat, know.capital):
            code = table.get(lower)
            if code is None:
                continue
            reading.shape, reading.kind = Shape.PLACE, SpeakerKind.GOVERNMENT
            country = know.countries[code]
            name = next((n for n in (*country.names, *country.seats, *country.capitals) if n.lower() == lower), "")
            if not name:
                name = next(
                    (
                        n
                        for n in (*country.names, *country.seats, *country.capitals)
                        if lower in (n.lower() + "s", n.lower() + "'s", n.lower() + "’s")
                    ),
                    words,
                )
            if table is know.seat:
                name = country.seats[min(1, len(country.seats) - 1)] if len(country.seats) > 2 else country.seats[0]
            reading.name = country.names[0] if table is know.place else name
            reading.party = country.names[0]
            return True
        return False

    def _carrier(self, reading: Reading, head: Token, head_at: int) -> Reading | None:
        """The owner of "Angaben", "statement": a country's adjective, a genitive, a phrase with aus, von, of, from."""
        know, tokens = self.know, reading.tokens
        lower = head.lower
        if know.language == "de" and lower not in know.carriers:
            for word in ("angaben", "mitteilung", "kreise", "kreisen", "darstellung", "bericht"):
                prefix = head.text[: -len(word)].rstrip("-")
                if lower.endswith(word) and len(prefix) > 1 and prefix.lower() not in ("medien", "presse"):
                    return self._owner_from_prefix(reading, prefix)
            return None
        if lower not in know.carriers and not (know.language == "en" and tokens[-1].lower in know.carriers):
            return None
        after = reading.first + head_at + 1
        while after <= reading.last and self.index.tokens[after].kind in ("punct", "mark"):
            after += 1
        before = tokens[:head_at]
        if any(t.lower in know.own for t in before):
            reading.shape = Shape.OWN
            return reading
        if lower in know.documents and lower not in know.carriers:
            return None
        if after <= reading.last and not (know.language == "en" and self.index.tokens[after].lower in ("on", "about")):
            return self.read(after, reading.last)
        adjectives = [t for t in before if t.lower not in know.determiners]
        for token in adjectives:
            code = know.country(token.text.removesuffix("'s").removesuffix("’s"))
            if code and (len(adjectives) == 1 or know.language == "en"):
                reading.shape, reading.kind = Shape.PLACE, SpeakerKind.GOVERNMENT
                reading.name = reading.party = know.country_name(code)
                return reading
        if know.language == "en" and adjectives:
            return self.read(reading.first, reading.first + head_at - 1)
        if before and before[0].lower in know.possessives:
            return self._pronoun(Reading(Shape.OTHER, [before[0]], reading.first, reading.first))
        return None

    def _owner_from_prefix(self, reading: Reading, prefix: str) -> Reading | None:
        know = self.know
        for form in (prefix, prefix.removesuffix("s")):
            code = know.country(form)
            if code:
                reading.shape, reading.kind = Shape.PLACE, SpeakerKind.GOVERNMENT
                seat = form.lower() in know.seat
                reading.name = (
                    next((s for s in know.countries[code].seats if s.lower() == form.lower()), form)
                    if seat
                    else know.country_name(code)
                )
                reading.party = know.country_name(code)
                return reading
            institution = know.institution(form)
            if institution or form in know.known:
                reading.shape = Shape.INSTITUTION
                reading.kind = institution.kind if institution else SpeakerKind.ORGANISATION
                reading.name = form
                return reading
            if form in self.index.types and any(p.surname == form for p in self.inventory.persons):
                reading.shape, reading.kind = Shape.PERSONS, SpeakerKind.PERSON
                reading.persons = [p for p in self.inventory.persons if p.surname == form]
                return reading
        return None

    def party_in(self, first: int, last: int) -> str:
        """The country or organisation that the words of a phrase name: by adjective, name, seat or compound."""
        know = self.know
        found = ""
        for i in range(first, last + 1):
            token = self.index.tokens[i]
            if token.kind not in ("word", "abbreviation"):
                continue
            if found and token.lower in know.joining:
                following = self._party(first=i + 1, last=last)
                return found if following in ("", found) else ""
            found = found or self._party(i, i)
        return found

    def _party(self, first: int, last: int) -> str:
        know = self.know
        for i in range(first, last + 1):
            token = self.index.tokens[i]
            if token.kind not in ("word", "abbreviation"):
                continue
            bare = token.text.removesuffix("'s").removesuffix("’s")
            code = know.country(bare)
            if not code and "-" in bare:
                code = know.country(bare.partition("-")[0])
            if not code:
                for found in (know.role(bare), know.institution(bare)):
                    if found is not None and found.prefix and not code:
                        code = know.country(found.prefix)
            if code:
                return know.country_name(code)
            if bare in know.known:
                return bare
            head = bare.partition("-")[0]
            if head in know.known:
                return head
        return ""


def shown_persons(persons: list[Person], know: Knowledge) -> str:
    """The names of two or more persons as one string."""
    return f" {know.roles.articles.joining[0]} ".join(join_name(p.words) for p in persons)
