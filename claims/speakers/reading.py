"""What a mention is: the phrase that names the speaker, read by its head noun.

A mention is a name, a pronoun, a role, an institution, a place that stands for a government, a document, or a word for
what was said ("Angaben", "statement") whose owner is the speaker.
"""

from __future__ import annotations

from claims.language.lemmas import lemma
from claims.language.tokens import Token
from claims.models import SpeakerKind
from claims.speakers.display import base_noun, head_index, nominative
from claims.speakers.heads import is_head
from claims.speakers.humans import is_human
from claims.speakers.index import Index
from claims.speakers.inventory import Inventory, Person
from claims.speakers.knowledge import Knowledge, Role
from claims.speakers.owners import Place, carrier_prefix, party_in, place
from claims.speakers.phrase import Reading, Shape
from claims.speakers.proper import is_proper, proper_part
from claims.speakers.trimming import without_genitive, without_relative, without_time
from claims.statements.source_words import source_words

CLAUSE = 14  # tokens of a relative clause behind which a name stands
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
        return self._pronoun(reading) or self._apposition(reading) or self._persons(reading) or self._phrase(reading)

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
        if (body := self._in_role(reading, comma)) is not None:
            return body
        if self.know.names_follow(reading.tokens[comma - 1].text) and comma + 1 < len(reading.tokens):
            return self._named_after(reading, comma) or self._body_behind(reading, comma)
        if not all(
            t.kind == "word" and t.text[0].isupper() and not self.know.role(t.text) for t in reading.tokens[:comma]
        ):
            return self._body_behind(reading, comma)
        if comma == 1 and self._explained_as_person(reading, comma + 1):
            reading.name, reading.kind = reading.tokens[0].text, SpeakerKind.PERSON
            reading.role = nominative(reading.tokens[comma + 1 :], self.index.text, self.know)
            return reading
        explained = any(self.know.institution(t.text) is not None for t in reading.tokens[comma:])
        if not explained or any(self.inventory.owner.get(i) for i in range(reading.first, reading.last + 1)):
            return None
        inner = self.read(reading.first, reading.first + comma - 1)
        if inner.shape is Shape.OTHER:
            inner.shape, inner.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
            inner.name = self.index.text[reading.tokens[0].start : reading.tokens[comma - 1].end]
        return inner

    def _explained_as_person(self, reading: Reading, start: int) -> bool:
        """ "Jahnke, the crane driver": one name that no dictionary has, and behind the comma what the person is."""
        told = reading.tokens[start:]
        if len(told) < 2 or told[0].lower not in self.know.definite | self.know.indefinite:
            return False
        head = told[head_index(told, self.know)].text
        role = self.know.role(head)
        person = (role is not None and not role.plural) or is_human(head, self.know.language)
        return person and self.inventory_label(reading.first) == "unknown" and self.know.institution(head) is None

    def _body_behind(self, reading: Reading, comma: int) -> Reading | None:
        """ "The dam's builder, the Italian firm Costagrande", "the regulator, the EMA": the name stands at the end."""
        tokens = reading.tokens
        if self.know.language != "en" or comma + 2 >= len(tokens) or tokens[comma + 1].lower not in self.know.definite:
            return None
        start = len(tokens)
        while start > comma + 2 and (tokens[start - 1].text[0].isupper() or tokens[start - 1].text in ("of", "&")):
            start -= 1
        if start >= len(tokens) or any(reading.first + i in self.inventory.owner for i in range(start, len(tokens))):
            return None
        small = tokens[comma + 2 : start]
        if len(small) > 1 and self.know.institution(small[-1].text) is None:
            return None
        reading.shape, reading.kind, reading.gender = Shape.INSTITUTION, SpeakerKind.ORGANISATION, "n"
        reading.name = self.index.text[tokens[start].start : tokens[-1].end]
        return reading

    def _in_role(self, reading: Reading, comma: int) -> Reading | None:
        """Of "der Träger, die Medicor-Gruppe" and "its owner, Thalassa Lines", a body that is called by a role, the
        body; of "die Klägerin, eine Lehrerin" who is explained."""
        tokens, know = reading.tokens, self.know
        start = comma + 1 + (comma + 1 < len(tokens) and tokens[comma + 1].lower in know.definite)
        name = tokens[start:]
        role = know.role(tokens[self._head(reading)].text) or is_human(tokens[self._head(reading)].text, know.language)
        if not role or not name or any(reading.first + i in self.inventory.owner for i in range(start, len(tokens))):
            return None
        if know.language == "de" and tokens[comma + 1].lower in know.indefinite:
            told = self.read(reading.first, reading.first + comma - 1)
            told.definite = False  # who is explained is nobody named before
            told.shape = Shape.OTHER if told.shape is Shape.ROLE else told.shape
            return told
        if not all(t.text[0].isupper() for t in name) or know.role(tokens[comma - 1].text) is None:
            behind = self.read(reading.first + start, reading.last) if know.language == "de" else None
            return behind if behind is not None and behind.shape is Shape.INSTITUTION and len(name) > 1 else None
        proper = len(name) > 1 or "-" in name[0].text
        if not proper or (know.institution(name[-1].text) is None and know.language == "en"):
            return None
        if know.language == "de" and know.institution(name[-1].text) is None:
            behind = self.read(reading.first + start, reading.last)
            return behind if behind.shape is Shape.INSTITUTION else None
        reading.shape, reading.kind, reading.gender = Shape.INSTITUTION, SpeakerKind.ORGANISATION, "n"
        reading.name = self.index.text[name[0].start : name[-1].end]
        return reading

    def _named_after(self, reading: Reading, comma: int) -> Reading | None:
        """ "The tour operator, Panorama Reisen": the name is what follows the comma."""
        end = comma + 1
        if self.know.is_title(reading.tokens[end].text):
            return None  # "der Anwalt des Unternehmens, Dr. Peter Hohl"
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
            if is_head(self.inventory, reading, mention.first, mention.last, bool(heads)) and person not in heads:
                heads.append(person)
        named = self._named_last(reading)
        heads = [named] if named is not None else heads
        if not heads:
            return None
        reading.shape = Shape.PERSONS
        reading.persons = heads
        reading.kind = SpeakerKind.PERSON
        return reading

    def _named_last(self, reading: Reading) -> Person | None:
        """ "Der Nachfolger des Chefs Jan Ode, Ann Lee": the name at the end, after a role with a name inside it."""
        owned = self.inventory.owner.get(reading.last)
        if owned is None or owned[1].last != reading.last or owned[1].first < reading.first + 3:
            return None
        comma = owned[1].first - 1
        one_of = reading.tokens[0].lower in self.know.indefinite and reading.tokens[1].lower in self.know.genitive
        while one_of and comma > reading.first and self.index.tokens[comma].text.islower():
            comma -= 1  # "One of the signatories, the historian Lena Zorn"
        if one_of and self.index.tokens[comma].text == ",":
            return owned[0]
        if self.index.tokens[comma].text != "," or self.know.role(reading.tokens[self._head(reading)].text) is None:
            return None
        inside = self.index.tokens[reading.first + 1 : comma]
        linked = self.know.linking | self.know.genitive
        return owned[0] if any(token.lower in linked for token in inside) else None

    def _head(self, reading: Reading) -> int:
        return head_index(reading.tokens, self.know)

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
        elif head.lower in know.unnamed:
            reading.plural = True
        elif role is not None:
            return self._role(reading, role, head, head_at)
        elif head.lower in know.documents or any(head.lower.endswith(w) for w in know.documents if len(w) > 5):
            reading.shape, reading.kind = Shape.DOCUMENT, SpeakerKind.DOCUMENT
        elif head.text in know.known or (
            not is_human(head.text, know.language) and is_proper(self.inventory, tokens, reading)
        ):
            reading.shape, reading.kind = Shape.INSTITUTION, SpeakerKind.ORGANISATION
            reading.gender = reading.gender or ("n" if know.language == "en" else "")
        elif len(content) == 1 and (
            content[0].text.isupper() or self.inventory_label(reading.last) in ("unknown", "given", "body")
        ):
            self._lone_name(reading, content[0])
        return reading

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
        person = self._named_behind(reading)
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

    def _named_behind(self, reading: Reading) -> Person | None:
        """The person in apposition right behind a role: "a survivor, 19-year-old Ann Lee"; the reading grows by it."""
        index, at = self.index, reading.last + 1
        if (behind := self._named_behind_clause(reading)) is not None:
            return behind
        comma = at < len(index.tokens) and index.tokens[at].text == ","
        at += comma
        for spot in range(at, min(at + 1 + 3 * comma, len(index.tokens))):
            owned = self.inventory.owner.get(spot)
            if index.sentence[spot] != index.sentence[reading.last] or reading.plural:
                return None
            if owned is None:
                if self.know.is_title(index.tokens[spot].text) or index.tokens[spot].text == ".":
                    continue
                token = index.tokens[spot]
                clause = token.lower.endswith(self.know.clause_endings) or token.lower in self.know.human_relatives
                if token.text[0].isupper() or token.lower in self.know.prepositions or clause:
                    return None  # "the mayor, meeting | Lee Rusk, said"
                continue
            person, mention = owned
            if mention.first != spot or not (comma or mention.subject) or not self._same_gender(reading, person):
                return None
            reading.last = mention.last
            return person
        return None

    def _named_behind_clause(self, reading: Reading) -> Person | None:
        """ "The dealer who sold it, Rupert Saxe, …": the full name between commas right behind a relative clause."""
        tokens, at = self.index.tokens, reading.last + 1
        at += at < len(tokens) and tokens[at].text == ","
        relatives = self.know.human_relatives or self.know.roles.pronouns.relative
        if at >= len(tokens) or tokens[at].lower not in relatives or reading.plural:
            return None
        for spot in range(at + 2, min(at + CLAUSE, len(tokens) - 1)):
            if self.index.sentence[spot] != self.index.sentence[at]:
                return None
            owned = self.inventory.owner.get(spot)
            if tokens[spot - 1].text != "," or owned is None or owned[1].first != spot:
                continue
            person, mention = owned
            closed = mention.last + 1 < len(tokens) and tokens[mention.last + 1].text == ","
            return person if closed and mention.last > spot and self._same_gender(reading, person) else None
        return None

    def _same_gender(self, reading: Reading, person: Person) -> bool:
        return not reading.gender or not person.gender or reading.gender == person.gender

    def inventory_label(self, i: int) -> str:
        return self.inventory.label(i) if self.index.tokens[i].text[:1].isupper() else ""

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
