"""Inside one article: from the words that name the speaker to the speaker.

Names become the fullest name of the article; pronouns and roles are resolved where exactly one candidate fits;
institutions, places that stand for governments and documents are shown in the nominative. Where nothing fits, or two
candidates fit about equally, the mention stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.models import Article, QuoteType, SpeakerKind, Statement
from claims.speakers.antecedents import FARTHEST, Discourse, Referent
from claims.speakers.bodies import BodyFinder
from claims.speakers.hints import hint
from claims.speakers.holders import HolderFinder
from claims.speakers.humans import is_human
from claims.speakers.index import Index
from claims.speakers.institutions import InstitutionBook
from claims.speakers.inventory import Inventory, Person
from claims.speakers.knowledge import knowledge
from claims.speakers.narration import Narration
from claims.speakers.offices import office
from claims.speakers.phrase import Reading, Shape, shown_persons
from claims.speakers.public import holder
from claims.speakers.reading import Reader
from claims.speakers.roles import RoleBook
from claims.speakers.unnamed import unnamed

AGE = 3  # tokens of an age in brackets: "(62)"


def resolve(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of one article with speaker, speaker_kind, speaker_role and party, in the order given.

    Everything is read from ``article.text``; a statement without a mention comes back as it is.
    """
    if not statements:
        return []
    resolver = _Resolver(article, statements)
    done: dict[int, Statement] = {}
    for i in sorted(range(len(statements)), key=lambda i: (_position(statements[i]), statements[i].id)):
        done[i] = resolver.statement(statements[i])
    return [done[i] for i in range(len(statements))]


def _told_apart(statement: Statement) -> bool:
    """Whether of whom the claim tells is not who says it: not in acts, and not in "Kolb will klagen, wie sie sagt"."""
    return statement.quote_type is not QuoteType.REPORTED and not statement.generated_by.endswith(".wie")


def _position(statement: Statement) -> int:
    return statement.mention_span.start if statement.mention_span else statement.char_start


class _Resolver:
    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.article = article
        self.know = knowledge(article.language)
        self.index = Index(article, self.know)
        hints = [span for s in statements if (span := hint(s, self.index)) is not None]
        self.inventory = Inventory(self.index, hints)
        self.reader = Reader(self.index, self.inventory)
        self.roles = RoleBook(self.inventory)
        self.institutions = InstitutionBook(self.inventory, self.reader)
        self.discourse = Discourse(self.inventory)
        self.bodies = BodyFinder(self.inventory, self.reader, self.institutions, self.discourse)
        self.holders = HolderFinder(self.inventory, self.roles, self.discourse)
        self.narration = Narration(self.inventory, self.reader, self.holders, self.discourse)
        self._done: dict[tuple[int, int], dict[str, object]] = {}  # one mention of several statements is one speaker

    def statement(self, statement: Statement) -> Statement:
        if not statement.mention or statement.mention_span is None:
            return statement
        inside = self.index.within(statement.mention_span)
        if not inside:
            return statement.model_copy(update={"speaker": statement.mention})
        texts = [self.index.tokens[i].text for i in inside]
        if len(texts) > AGE and texts[-1] == ")" and texts[-2].isdigit() and texts[-AGE] == "(":
            inside = inside[:-AGE]  # "ein Nachbar (62)"
        place = (inside[0], inside[-1])
        self.narration.mentioned(inside)
        resolved = self._done.get(place)
        if resolved is None:
            self.narration.walk(inside[0])
            resolved = self._resolved(self.reader.read(*place), statement)
            if resolved["speaker"] != statement.mention:
                self._done[place] = resolved
        self._goes_on(statement, place[1])
        return statement.model_copy(update=resolved)

    def _goes_on(self, statement: Statement, named: int) -> None:
        """ "Die Firma habe das verschwiegen. Man prüfe Klage.": whoever goes on without being named again is near."""
        place, last = self.index.at(statement.char_start), self.discourse.speakers[-1:]
        if place <= named or not last or self.index.sentence[place] == self.index.sentence[named]:
            return
        if last[0].person is not None:
            self.discourse.spoken_of(last[0].person, place)
        elif last[0].first >= named - 1 and last[0].human:
            self.discourse.tell(replace(last[0], first=place, new=False))

    # -- by shape ----------------------------------------------------------------------------------------------

    def _resolved(self, reading: Reading, statement: Statement) -> dict[str, object]:
        shape = reading.shape
        if shape is Shape.PERSONS:
            return self._persons(reading.persons, reading)
        if shape is Shape.AUTHOR:
            author = self.article.author.strip(" .,;")
            kind = SpeakerKind.PERSON if author else SpeakerKind.UNNAMED
            return {"speaker": author or statement.mention, "speaker_kind": kind}
        found: Referent | None = None
        if shape is Shape.PRONOUN:
            both = reading.tokens[-1].lower in self.know.both
            found = (self._two_before(reading.first) if both else None) or self.discourse.pronoun(
                reading.first,
                reading.gender,
                cue=statement.cue,
                claim=statement.char_start if _told_apart(statement) else None,
                institutions=self.institutions.before,
            )
            if found is None and reading.gender == "n":
                found = self.bodies.last() or self.bodies.unexplained(reading.first)
            if found is None:
                found = self._body_told_of(reading) or self._one_called_they(reading)
        elif shape is Shape.RELATIVE:
            found = self._one_of_two(reading) or self.discourse.nearest(reading.first, reading.gender)
        elif shape is Shape.OWN:
            found = self._own(reading)
        elif shape is Shape.ROLE and not reading.plural:
            found = self.holders.of(reading)
        elif shape is Shape.OTHER and reading.definite and is_human(reading.tokens[-1].text, self.know.language):
            gender = reading.gender or self.know.determiner_gender.get(reading.determiner, "")
            found = self.holders.of(replace(reading, gender=gender))  # "the deckhand", "der Rentner"
        elif shape is Shape.OTHER and reading.definite:
            found = self.bodies.called(reading)
        elif shape is Shape.OTHER and len(reading.tokens) == 1:
            found = self.bodies.whole(reading.name, reading.first)
        elif shape is Shape.INSTITUTION and self._may_repeat(reading):
            found = self.bodies.fuller(reading)
        if found is not None:
            return self._referent(found, reading)
        if shape is Shape.ROLE and not reading.plural and reading.definite | (self.know.language == "en"):
            told = self._public(reading)
            if told is not None:
                return told
        name = reading.name or statement.mention
        if shape not in (Shape.NOTHING, Shape.PRONOUN, Shape.RELATIVE, Shape.OWN):
            self.discourse.note(unnamed(reading, name, self.know))
        role = name if shape is Shape.ROLE and not reading.plural else reading.role
        return {"speaker": name, "speaker_kind": reading.kind, "speaker_role": role, "party": reading.party}

    def _persons(self, persons: list[Person], reading: Reading) -> dict[str, object]:
        if len(persons) > 1:
            name = shown_persons(persons, self.know)
            self.discourse.note(Referent(name, SpeakerKind.UNNAMED, "", True, reading.first, True))
            return {"speaker": name, "speaker_kind": SpeakerKind.UNNAMED}
        person = persons[0]
        self.discourse.note(
            Referent(person.name, SpeakerKind.PERSON, person.gender, False, reading.first, True, person=person)
        )
        role, party = self.roles.of(person, reading)
        told = role or reading.role
        return {"speaker": person.name, "speaker_kind": SpeakerKind.PERSON, "speaker_role": told, "party": party}

    def _referent(self, referent: Referent, reading: Reading) -> dict[str, object]:
        if referent.person is not None:
            self.discourse.spoken_of(referent.person, reading.first, reading.gender)
            return self._persons([referent.person], reading)
        gender = referent.gender or (reading.gender if referent.human and reading.gender in ("m", "f") else "")
        if reading.shape is Shape.INSTITUTION and reading.gender:
            gender = reading.gender  # "das Amt … die Behörde … sie"
        again = replace(referent, first=reading.first, subject=True, gender=gender, new=False)
        self.discourse.note(again)
        return {"speaker": referent.name, "speaker_kind": referent.kind, "party": referent.party}

    def _public(self, reading: Reading) -> dict[str, object] | None:
        """Who held the office of the phrase when the article was published, by the file of public figures."""
        if reading.determiner in self.know.indefinite:
            return None
        held = office(reading.name, self.know.language, reading.party)
        person = holder(held.key, self.article.published.value) if held is not None else None
        if person is None:
            return None
        name = person.name(self.know.language)
        self.discourse.note(Referent(name, SpeakerKind.PERSON, reading.gender, False, reading.first, True))
        return {
            "speaker": name,
            "speaker_kind": SpeakerKind.PERSON,
            "speaker_role": reading.name,
            "party": reading.party,
        }

    def _one_of_two(self, reading: Reading) -> Referent | None:
        """ "Ersterer", "Letztere": the first and the last of two whom the nearest sentence with two names."""
        word = self.index.text[reading.tokens[0].start : reading.tokens[-1].end].lower()
        first = word in self.know.roles.pronouns.first_of_two
        if not first and word not in self.know.roles.pronouns.last_of_two:
            return None
        here = self.index.sentence[reading.first]
        named: dict[int, list[tuple[int, Person]]] = {}
        for person in self.inventory.persons:
            for mention in person.mentions:
                number = self.index.sentence[mention.first]
                if mention.first < reading.first and here - number <= FARTHEST:
                    named.setdefault(number, []).append((mention.first, person))
        for _, mentions in sorted(named.items(), reverse=True):
            order = [person for _, person in sorted(mentions, key=lambda told: told[0])]
            if order[0] is not order[-1]:
                person = order[0] if first else order[-1]
                if reading.gender and person.gender not in (reading.gender, ""):
                    return None
                place = reading.first
                return Referent(person.name, SpeakerKind.PERSON, person.gender, False, place, True, person=person)
        return None

    def _two_before(self, position: int) -> Referent | None:
        """Whom "die beiden" means: the only two persons of the sentence before."""
        here = self.index.sentence[position]
        near = [r for r in self.discourse.persons_before(position) if here - self.index.sentence[r.first] <= 1]
        persons = [r.person for r in near if r.person is not None and not r.person.weak]
        if len(persons) != len(near) or len(persons) != 2:
            return None
        return Referent(shown_persons(persons, self.know), SpeakerKind.UNNAMED, "", True, position, True)

    def _body_told_of(self, reading: Reading) -> Referent | None:
        """ "Die Staatsanwaltschaft ermittelt. Gegen wen, ließ sie offen", "The club takes no more, it said": the body
        that opens the sentence before, or this one, if nobody is named since."""
        here = self.index.sentence[reading.first]
        fitting = {"f": ("f", "fp"), "m": ("m",), "n": ("n",)}
        for sentence in (here, here - 1) if reading.gender == "n" else (here - 1,):
            told = self.bodies.opening(sentence, common=True)
            if told is None or told.plural or told.first >= reading.first:
                continue
            named = any(self.index.sentence[r.first] >= sentence for r in self.discourse.near(reading.first))
            agrees = reading.gender in fitting.get(told.gender, ()) or told.kind is SpeakerKind.DOCUMENT
            return told if agrees and not named else None
        return None

    def _may_repeat(self, reading: Reading) -> bool:
        """Whether the phrase can mean a body told of before: not "her office"."""
        determiner = self.index.tokens[reading.first].lower
        personal = {*self.know.roles.pronouns.male, *self.know.roles.pronouns.female}
        if self.know.language == "en" and determiner in personal:
            return False
        return (reading.definite or reading.possessive) and not reading.plural

    def _one_called_they(self, reading: Reading) -> Referent | None:
        """ "A spokesperson said … They added": one whose sex nothing tells, and nobody else."""
        last = self.discourse.speakers[-1] if self.discourse.speakers else None
        if reading.gender != "p" or self.know.language != "en" or last is None or last.plural or last.gender:
            return None
        near = self.index.sentence[reading.first] - self.index.sentence[last.first] <= 1
        others = any(self.discourse.people(t.lower) for t in self.index.tokens[last.first : reading.first])
        neutral = last.person is None and any(word in self.know.called_they for word in last.name.lower().split())
        return last if near and neutral and not others else None

    def _own(self, reading: Reading) -> Referent | None:
        """Whose own words they are ("nach eigenen Angaben"): the subject of the sentence."""
        here = self.index.sentence[reading.first]
        for person in self.inventory.persons:
            for mention in person.mentions:
                if self.index.sentence[mention.first] == here and mention.subject:
                    return Referent(
                        person.name, SpeakerKind.PERSON, person.gender, False, reading.first, True, person=person
                    )
        bodies = self.institutions.in_sentence(here)
        if len(bodies) == 1:
            return bodies[0]
        return self.bodies.opening(here)
