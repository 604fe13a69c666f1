"""What a mention is: the phrase that names the speaker, read by its head noun.

A mention is a name, a pronoun, a role, an institution, a place that stands for a government, a document, or a word for
what was said ("Angaben", "statement") whose owner is the speaker.
"""

from __future__ import annotations

from claims.language.lemmas import lemma
from claims.language.tokens import Token
from claims.models import SpeakerKind
from claims.speakers.appositions import apposition
from claims.speakers.display import base_noun, head_index, nominative, past_attribute
from claims.speakers.humans import is_human
from claims.speakers.index import Index
from claims.speakers.inventory import Inventory
from claims.speakers.knowledge import Knowledge, Role
from claims.speakers.named import named_behind, persons_in
from claims.speakers.owners import Place, carrier_prefix, party_in, place
from claims.speakers.phrase import Reading, Shape
from claims.speakers.proper import is_proper, proper_part, written_label
from claims.speakers.trimming import without_genitive, without_relative, without_time
from claims.statements.source_words import source_words

_NAMING_LABELS = frozenset({"unknown", "given", "place", "known", "maybe", "body"})


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
            if tokens[last].kind == "mark" and any(t.kind == "mark" for t in tokens[first + 1 : last]):
                break  # a name in quotation marks at the end of the mention
            last -= 1
        while last > first and tokens[last].lower in know.prepositions:
            last -= 1  # seiner Ansicht | nach
        contracted = False
        while first < last and self._leads(tokens[first]):
            contracted = tokens[first].lower in know.contracted
            first += 1
        if last < first:
            return Reading(Shape.NOTHING)
        last = self._extended(without_time(self.index, first, without_relative(self.index, first, last)))
        reading = Reading(Shape.OTHER, [*tokens[first:last], without_genitive(self.index, tokens[last])], first, last)
        before = first - 1
        outside = (
            tokens[before].lower if before >= 0 and self.index.sentence[before] == self.index.sentence[first] else ""
        )
        owned = last > first and tokens[first].text.endswith(("'s", "’s"))  # Aldham's mayor
        reading.definite = contracted or owned or tokens[first].lower in know.definite or outside in know.definite
        reading.possessive = (tokens[first].lower in know.possessives and last > first) or outside in know.possessives
        determiner = tokens[first].lower if tokens[first].lower in know.determiners else outside
        reading.determiner = determiner if determiner in know.determiners else ""
        if self._some_of_them(reading):
            reading.name = self.index.text[tokens[first].start : tokens[last].end]
            return reading
        return (
            self._pronoun(reading)
            or apposition(self.inventory, self.read, reading)
            or persons_in(self.inventory, reading)
            or self._phrase(reading)
        )

    def _some_of_them(self, reading: Reading) -> bool:
        """ "One of them": nobody whom the article names."""
        pronouns = self.know.roles.pronouns
        return (
            len(reading.tokens) == 3
            and reading.tokens[1].lower in self.know.genitive
            and (reading.tokens[2].lower in pronouns.plural)
        )

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
        while (
            end + 1 < len(tokens)
            and index.adjacent(end + 1)
            and written_label(self.inventory, end + 1) in _NAMING_LABELS
        ):
            end += 1
        named = any(written_label(self.inventory, i) not in ("known", "maybe") for i in range(last + 1, end + 1))
        if end == last + 1 and end + 2 < len(tokens) and tokens[end + 1].lower in self.know.joining:
            whole = index.text[tokens[end].start : tokens[end + 2].end]
            if index.text.count(whole) > 1:
                return end + 2  # "Gewerkschaft Handel | und Logistik", named so again
        repeated = end > last and index.text.count(index.text[tokens[last].start : tokens[end].end]) > 1
        return end if named or repeated or end > last + 1 else last

    def _leads(self, token: Token) -> bool:
        return token.lower in self.know.prepositions and token.lower not in self.know.pronouns_any

    # -- pronouns ----------------------------------------------------------------------------------------------

    def _pronoun(self, reading: Reading) -> Reading | None:
        tokens, pronouns = reading.tokens, self.know.roles.pronouns
        if len(tokens) == 2 and tokens[0].lower in self.know.definite and tokens[1].lower in pronouns.plural:
            tokens = tokens[1:]  # "die beiden"
        lower = tokens[0].lower.removesuffix("'s").removesuffix("’s")
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
        quoted = self._quoted_name(reading)
        if quoted is not None:
            return quoted
        head_at = head_index(tokens, know)
        head = tokens[head_at]
        if know.language == "en" and proper_part(self.inventory, reading, head_at):
            reading.shape, reading.kind, reading.gender = Shape.INSTITUTION, SpeakerKind.ORGANISATION, "n"
            return reading
        owner = self._carrier(reading, head, head_at)
        if owner is not None:
            return owner
        reading.name = nominative(tokens, self.index.text, know, determiner=reading.determiner)
        told = past_attribute(tokens, know)
        if told and (head.text.isupper() or know.document(head.lower)):  # "die in Emden erscheinende | NORDPOST"
            reading.name = self.index.text[tokens[told + 1].start : tokens[-1].end]
        reading.party = party_in(self.index, reading.first, reading.last)
        role, institution = know.role(head.text), know.institution(head.text)
        if role is None and institution is None and reading.definite and head_at == len(tokens) - 1:
            role = know.national(head.text)
        if institution is not None and head_at:
            named_whole = know.institution(f"{tokens[head_at - 1].text} {head.text}")
            institution = named_whole if named_whole and not named_whole.prefix else institution  # Auswärtiges Amt
        if institution is not None and (
            role is None
            or role.plural
            or know.language == "en"
            or (reading.definite and (not role.gender or head.lower[len(institution.prefix) :] in know.local))
        ):
            reading.shape, reading.kind = Shape.INSTITUTION, institution.kind
            reading.gender, reading.plural = institution.gender, institution.plural
            if institution.gender == "m" and know.determiner_gender.get(reading.determiner) == "f":
                reading.plural = True  # die Betreiber
            proper_part(self.inventory, reading, head_at)
        elif head.text in know.known and reading.definite:
            reading.shape, reading.kind, reading.name = Shape.INSTITUTION, SpeakerKind.ORGANISATION, head.text
        elif head.lower in know.unnamed and not (role is not None and self._one(reading)):
            reading.plural = True
        elif role is not None:
            return self._role(reading, role, head, head_at)
        elif know.document(head.lower):
            reading.shape, reading.kind = Shape.DOCUMENT, SpeakerKind.DOCUMENT
        elif head.text in know.known or (
            not is_human(head.text, know.language) and is_proper(self.inventory, tokens, reading)
        ):
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
            reading.gender = reading.gender or ("n" if know.language == "en" else "")
        elif len(content) == 1 and (
            content[0].text.isupper() or written_label(self.inventory, reading.last) in ("unknown", "given", "body")
        ):
            self._lone_name(reading, content[0])
        return reading

    def _one(self, reading: Reading) -> bool:
        """ "Ein Anwohner", "sagte der Anwohner": one, though the plural is the same; "Klagen der Anwohner" not."""
        before = self.index.tokens[reading.first - 1].text[:1] if reading.first else ""
        male = self.know.determiner_gender.get(reading.determiner) != "f"
        subject = male and reading.determiner in self.know.nominative
        return reading.determiner in self.know.indefinite or (
            subject and (self.index.sentence_start(reading.first) or before.islower())
        )

    def _government(self, reading: Reading, named: Place) -> Reading:
        reading.shape, reading.kind = Shape.PLACE, SpeakerKind.GOVERNMENT
        reading.name, reading.party = named.name, self.know.country_name(named.code)
        return reading

    def _quoted_name(self, reading: Reading) -> Reading | None:
        """ "Das Magazin „Standpunkt“": the name stands in quotation marks, what it is in front of them."""
        tokens = reading.tokens
        marks = [i for i, t in enumerate(tokens) if t.kind == "mark"]
        if len(marks) != 2 or marks[0] == 0 or marks[1] - marks[0] < 2:
            return None
        if marks[1] != len(tokens) - 1 and tokens[marks[1] + 1].lower not in self.know.linking:
            return None  # "das Magazin „Standpunkt“ aus Seeburg"
        before = tokens[marks[0] - 1]
        adjective = marks[0] > 1 and before.text.islower() and before.lower.endswith(self.know.adjective_endings)
        if self.know.institution(before.text) is None and before.lower not in self.know.determiners and not adjective:
            return None
        reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        reading.name = self.index.text[tokens[marks[0] + 1].start : tokens[marks[1] - 1].end]
        reading.role = before.text if before.text[0].isupper() and before.lower not in self.know.determiners else ""
        return reading

    def _lone_name(self, reading: Reading, token: Token) -> None:
        """One word that is no dictionary word: a person, unless it is written or called otherwise."""
        know = self.know
        reading.name = self.inventory.base_form(token.text)
        if reading.name in self.inventory.bodies or token.text.isupper():
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
            reading.gender = self.inventory.bodies.get(reading.name, "")
        elif token.lower.endswith(tuple(know.compound_carriers)) or token.text.partition("-")[0].isupper():
            reading.name = token.text  # "Korrespondentenberichten" names nobody
        elif token.lower.endswith(circles := source_words(know.language).before.circles or ("\0",)):
            dative = next((one for one in circles if one[:-1] in circles and token.lower.endswith(one)), "")
            reading.name = token.text[: len(token.text) - bool(dative)]  # "Koalitionskreisen"
        elif reading.determiner not in know.indefinite:
            reading.kind = SpeakerKind.PERSON

    def _role(self, reading: Reading, role: Role, head: Token, head_at: int) -> Reading:
        know, _index = self.know, self.index
        reading.shape = Shape.ROLE
        _, gender = base_noun(head.text, reading.determiner, know)
        bare = not reading.determiner and know.language == "de"  # "Zeugen": one of them would have an article
        reading.plural = role.plural or (gender == "p" and bare)
        reading.gender = role.gender
        if role.gender == "m" and know.determiner_gender.get(reading.determiner) == "f" and reading.definite:
            reading.plural = not role.adjectival  # die Entführer
        if not role.gender and know.language == "de":
            reading.gender = self.know.determiner_gender.get(reading.determiner, "")
        person = named_behind(self.inventory, reading)
        if person is not None:
            reading.shape, reading.kind, reading.persons = Shape.PERSONS, SpeakerKind.PERSON, [person]
            reading.role = reading.name
            if role.adjectival and person.gender:  # "der Vorsitzenden Muster": the name tells that it is a woman
                reading.role = nominative(
                    reading.tokens, self.index.text, know, gender=person.gender, determiner=reading.determiner
                )
            return reading
        if proper_part(self.inventory, reading, head_at):
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
        return reading

    def _carrier(self, reading: Reading, head: Token, head_at: int) -> Reading | None:
        """The owner of "Angaben", "statement": a country's adjective, a genitive, a phrase with aus, von, of, from."""
        know, tokens, english = self.know, reading.tokens, self.know.language == "en"
        lower = head.lower
        if lower not in know.carriers and not (
            english and tokens[-1].lower in know.carriers and tokens[-1].text.islower()
        ):
            prefix = carrier_prefix(head.text, know)
            return self._owner_from_prefix(reading, prefix) if prefix else None
        after = reading.first + head_at + 1
        while after <= reading.last and self.index.tokens[after].kind in ("punct", "mark"):
            after += 1
        circles = (i for i in range(after + 1, reading.last) if self.index.tokens[i].lower in know.linking)
        last = self.index.tokens[reading.last].lower
        if not english and last.endswith(source_words(know.language).before.circles or ("\0",)):
            after = next(circles, after)  # "Informationen dieser Zeitung | aus Regierungskreisen"
        before = tokens[:head_at]
        owned = any(t.text.endswith(("'s", "’s")) for t in before)  # "the council's own figures"
        if any(t.lower in know.own for t in before) and not owned:
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
            inner = self.read(reading.first, reading.first + head_at - 1)
            return inner if inner.shape in (Shape.PERSONS, Shape.INSTITUTION, Shape.PLACE) else None
        if before and before[0].lower in know.possessives:
            return self._pronoun(Reading(Shape.OTHER, [before[0]], reading.first, reading.first))
        return None

    def _with_adjectives(self, reading: Reading, noun: str) -> str:
        """The owner with the adjectives before it: "israelischen Armeeangaben" are the israelische Armee's."""
        words = [t.text for t in reading.tokens if t.text.islower() and t.lower not in self.know.determiners]
        stems = [w[: -len(e)] for w in words for e in self.know.adjective_endings[:1] if w.endswith(e)]
        ending = {"m": "er", "f": "e", "n": "es"}.get(reading.gender, "")
        return " ".join([*(s + ending for s in stems if ending and s in self.know.adjective), noun])

    def _owner_from_prefix(self, reading: Reading, prefix: str) -> Reading | None:
        know = self.know
        one = lemma(prefix, know.language).capitalize()  # "Firmenangaben"
        for form in (prefix.removesuffix("s"), prefix, one):
            code = know.country(form)
            if code:
                named = place(form, know) or Place(know.country_name(code), code)
                return self._government(reading, named)
            institution = know.institution(form)
            if institution or form in know.known or form.isupper():
                reading.shape = Shape.INSTITUTION
                reading.kind = institution.kind if institution else SpeakerKind.ORGANISATION
                reading.gender = institution.gender if institution else ""
                reading.name = self._with_adjectives(reading, form)
                reading.definite = reading.definite or bool(institution and institution.generic)
                reading.party = party_in(self.index, reading.first, reading.last)
                return reading
            persons = [p for p in self.inventory.persons if p.surname == form]
            if persons:
                reading.shape, reading.kind, reading.persons = Shape.PERSONS, SpeakerKind.PERSON, persons[:1]
                return reading
        return None
