"""Inside one article: from the words that name the speaker to the speaker.

Names become the fullest name of the article; pronouns and roles are resolved where exactly one candidate fits;
institutions, places that stand for governments and documents are shown in the nominative. Where nothing fits, or two
candidates fit about equally, the mention stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.models import Article, SpeakerKind, Statement
from claims.speakers.antecedents import Memory, Referent, choose, fits, persons_before, relative, verb_number
from claims.speakers.inventory import Index, Inventory, Person
from claims.speakers.knowledge import knowledge
from claims.speakers.reading import Reader, Reading, Shape, shown_persons
from claims.speakers.roles import RoleBook


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


def _position(statement: Statement) -> int:
    return statement.mention_span.start if statement.mention_span else statement.char_start


class _Resolver:
    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.article = article
        self.know = knowledge(article.language)
        self.index = Index(article, self.know)
        self.inventory = Inventory(self.index, [s.mention_span for s in statements if self._bare_name(s)])  # type: ignore[misc]
        self.roles = RoleBook(self.inventory)
        self.reader = Reader(self.index, self.inventory)
        self.memory = Memory()

    def _bare_name(self, statement: Statement) -> bool:
        """A mention of two or three capitalised words that can be nothing but a name."""
        words = statement.mention.split()
        if (
            statement.mention_span is None
            or not 2 <= len(words) <= 3
            or not all(w[0].isupper() and w.isascii() | True for w in words)
        ):
            return False
        know = self.know
        if words[0].lower() in know.determiners | know.never or any(w in know.known or know.country(w) for w in words):
            return False
        return not any(
            know.institution(w) or know.role(w) or know.is_title(w) or w.lower() in know.carriers for w in words[:-1]
        ) and not (know.institution(words[-1]) is not None and know.language == "en")

    def statement(self, statement: Statement) -> Statement:
        if not statement.mention or statement.mention_span is None:
            return statement
        inside = self.index.within(statement.mention_span)
        if not inside:
            return statement.model_copy(update={"speaker": statement.mention})
        reading = self.reader.read(inside[0], inside[-1])
        update = self._resolved(reading, statement)
        return statement.model_copy(update=update)

    # -- by shape ----------------------------------------------------------------------------------------------

    def _resolved(self, reading: Reading, statement: Statement) -> dict[str, object]:
        shape = reading.shape
        if shape is Shape.PERSONS:
            return self._persons(reading.persons, reading.first, reading)
        if shape is Shape.AUTHOR:
            author = self.article.author
            kind = SpeakerKind.PERSON if author else SpeakerKind.UNNAMED
            return {"speaker": author or statement.mention, "speaker_kind": kind}
        if shape in (Shape.PRONOUN, Shape.RELATIVE):
            referent = self._pronoun(reading)
            return self._referent(referent, reading.first) if referent else {"speaker": statement.mention}
        if shape is Shape.ROLE and not reading.plural:
            person = self._role(reading)
            if person is not None:
                return self._persons([person], reading.first, reading)
        if shape is Shape.INSTITUTION and reading.definite:
            fuller = self._institution(reading)
            if fuller is not None:
                return self._referent(fuller, reading.first)
        name = reading.name or statement.mention
        referent = Referent(name, reading.kind, reading.gender, reading.plural, reading.first, True, reading.party)
        role = name if shape is Shape.ROLE and not reading.plural else ""
        if shape is not Shape.NOTHING:
            self.memory.note(referent)
        return {"speaker": name, "speaker_kind": reading.kind, "speaker_role": role, "party": reading.party}

    def _persons(self, persons: list[Person], first: int, reading: Reading) -> dict[str, object]:
        if len(persons) > 1:
            name = shown_persons(persons, self.know.language)
            self.memory.note(Referent(name, SpeakerKind.UNNAMED, "", True, first, True))
            return {"speaker": name, "speaker_kind": SpeakerKind.UNNAMED}
        person = persons[0]
        self.memory.note(Referent(person.name, SpeakerKind.PERSON, person.gender, False, first, True, person=person))
        role, party = self.roles.of(person, reading)
        return {"speaker": person.name, "speaker_kind": SpeakerKind.PERSON, "speaker_role": role, "party": party}

    def _referent(self, referent: Referent, first: int) -> dict[str, object]:
        if referent.person is not None:
            return self._persons([referent.person], first, Reading(Shape.PRONOUN, first=first))
        self.memory.note(
            Referent(referent.name, referent.kind, referent.gender, referent.plural, first, True, referent.party)
        )
        return {"speaker": referent.name, "speaker_kind": referent.kind, "party": referent.party}

    # -- reference ---------------------------------------------------------------------------------------------

    def _pronoun(self, reading: Reading) -> Referent | None:
        position, gender = reading.first, reading.gender
        if reading.shape is Shape.RELATIVE:
            return relative(self.inventory, self.memory, position, gender)
        plural = gender == "p"
        if gender == "fp":
            number = verb_number(self.index, position, self.know)
            plural, gender = (True, "p") if number else (False, "f" if number is False else "fp")
        latest = self._latest_others()
        pool = [r for r in (*persons_before(self.inventory, position), *latest) if fits(r, gender, plural)]
        return choose(pool, position, self.index, self.memory.last)

    def _latest_others(self) -> list[Referent]:
        latest: dict[str, Referent] = {}
        for referent in self.memory.others:
            latest[referent.name] = referent
        return list(latest.values())

    def _role(self, reading: Reading) -> Person | None:
        """The one person whose role the phrase repeats ("der Minister", "seine Sprecherin", "the minister")."""
        if not (reading.definite or reading.possessive or (self.know.language == "en" and reading.party)):
            return None
        known = self.roles.holders(reading)
        pool = [r for r in persons_before(self.inventory, reading.first) if any(r.person is p for p in known)]
        if not pool and len(known) == 1:
            return known[0]
        chosen = choose(pool, reading.first, self.index, None)
        if chosen is None and len({id(r.person) for r in pool}) == 1:
            return pool[0].person
        return chosen.person if chosen else None

    def _institution(self, reading: Reading) -> Referent | None:
        """The fuller institution that a bare one repeats: "das Ministerium" after "das russische Außenministerium"."""
        bare = [t for t in reading.tokens if t.lower not in self.know.determiners]
        if len(bare) != 1:
            return None
        found = self.know.institution(bare[0].text)
        if found is None or found.prefix:
            return None
        lower = reading.name.lower()
        names = {
            r.name: r
            for r in self.memory.others
            if r.name.lower() != lower and any(w.lower().endswith(lower) for w in r.name.split())
        }
        return next(iter(names.values())) if len(names) == 1 else None
