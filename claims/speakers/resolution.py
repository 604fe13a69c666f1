"""Inside one article: from the words that name the speaker to the speaker.

Names become the fullest name of the article; pronouns and roles are resolved where exactly one candidate fits;
institutions, places that stand for governments and documents are shown in the nominative. Where nothing fits, or two
candidates fit about equally, the mention stays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.models import Article, SpeakerKind, Statement
from claims.speakers.antecedents import FARTHEST, Discourse, Referent
from claims.speakers.display import head_index
from claims.speakers.fitting import apart, other_rank, whose
from claims.speakers.hints import hint
from claims.speakers.index import Index
from claims.speakers.institutions import InstitutionBook
from claims.speakers.inventory import Inventory, Person
from claims.speakers.knowledge import Knowledge, knowledge
from claims.speakers.offices import office, rank
from claims.speakers.phrase import Reading, Shape, shown_persons
from claims.speakers.public import holder
from claims.speakers.reading import Reader
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


OPENING = 4  # tokens of a role that opens a sentence
NEAR = 2  # sentences back to a name that "the company" or "it" can stand for
MOST_PERSONS = 200  # of an article, up to which every bare role is resolved, also where no statement asks


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
        self._walked = 0

    def statement(self, statement: Statement) -> Statement:
        if not statement.mention or statement.mention_span is None:
            return statement
        inside = self.index.within(statement.mention_span)
        if not inside:
            return statement.model_copy(update={"speaker": statement.mention})
        self._walk(inside[0])
        reading = self.reader.read(inside[0], inside[-1])
        return statement.model_copy(update=self._resolved(reading, statement))

    def _walk(self, position: int) -> None:
        """Resolve the author's own pronouns and bare roles before ``position``, so that they carry their persons on."""
        index, know = self.index, self.know
        few = len(self.inventory.persons) <= MOST_PERSONS
        for i in range(self._walked, position):
            token = index.tokens[i]
            if index.quoted[i] or token.kind != "word":
                continue
            if few and index.sentence_start(i) and token.lower in know.possessives | know.indefinite:
                self._open_with_role(i)
            gender = know.subject_pronouns.get(token.lower)
            if gender is not None:
                referent = self.discourse.pronoun(i, gender, persons_only=True)
            elif few and i and i not in self.inventory.owner and index.tokens[i - 1].lower in know.nominative:
                role = know.role(token.text) if token.text[0].isupper() or know.language == "en" else None
                if role is None or role.plural:
                    continue
                reading = self.reader.read(i - 1, i)
                referent = self._role(reading) if reading.shape is Shape.ROLE and not reading.plural else None
            else:
                continue
            if referent is not None and referent.person is not None:
                self.discourse.spoken_of(referent.person, i, gender or "")
        self._walked = max(self._walked, position)

    def _open_with_role(self, first: int) -> None:
        """ "Her deputy was less sure." – who opens a sentence by a role and is no known person is spoken of too."""
        index = self.index
        for last in range(first + 1, min(first + OPENING, len(index.tokens))):
            if index.sentence[last] != index.sentence[first] or last in self.inventory.owner:
                return
            if index.tokens[last].kind != "word" or self.know.role(index.tokens[last].text) is None:
                continue
            follow = index.tokens[last + 1].lower if last + 1 < len(index.tokens) else ","
            if follow == "," or follow in self.know.linking | self.know.genitive:
                return  # a name follows, or whose role it is
            reading = self.reader.read(first, last)
            if reading.shape is Shape.ROLE and not reading.plural and self._role(reading) is None:
                unnamed = _unnamed(reading, reading.name, self.know)
                self.discourse.others.setdefault(unnamed.name, unnamed)
            return

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
            found = self.discourse.pronoun(
                reading.first, reading.gender, cue=statement.cue, institutions=self.institutions.before
            )
            if found is None and reading.gender == "n":
                found = self._last_body() or self._unexplained(reading.first)
        elif shape is Shape.RELATIVE:
            found = self.discourse.nearest(reading.first, reading.gender)
        elif shape is Shape.OWN:
            found = self._own(reading)
        elif shape is Shape.ROLE and not reading.plural:
            found = self._role(reading)
        elif shape is Shape.INSTITUTION and reading.definite and not reading.plural:
            found = self._institution(reading)
        if found is not None:
            return self._referent(found, reading)
        if shape is Shape.ROLE and not reading.plural and reading.definite | (self.know.language == "en"):
            told = self._public(reading)
            if told is not None:
                return told
        name = reading.name or statement.mention
        if shape not in (Shape.NOTHING, Shape.PRONOUN, Shape.RELATIVE, Shape.OWN):
            self.discourse.note(_unnamed(reading, name, self.know))
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
        return {"speaker": person.name, "speaker_kind": SpeakerKind.PERSON, "speaker_role": role, "party": party}

    def _referent(self, referent: Referent, reading: Reading) -> dict[str, object]:
        if referent.person is not None:
            self.discourse.spoken_of(referent.person, reading.first, reading.gender)
            return self._persons([referent.person], reading)
        again = replace(referent, first=reading.first, subject=True)
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

    # -- reference ---------------------------------------------------------------------------------------------

    def _role(self, reading: Reading) -> Referent | None:
        """The one person whose role the phrase repeats ("der Minister", "seine Sprecherin", "the minister")."""
        if not (reading.definite or reading.possessive or (self.know.language == "en" and reading.party)):
            return None
        known = self.roles.holders(reading)
        before = self.discourse.persons_before(reading.first)
        pool = [r for r in before if any(r.person is p for p in known)]
        if len(pool) == 1:
            return pool[0]
        if not pool and len(known) == 1 and (spoken := self._just_spoken_of(before, reading)) is not None:
            return spoken
        if not pool and len(known) == 1:
            person = known[0]
            return Referent(person.name, SpeakerKind.PERSON, person.gender, False, reading.first, True, person=person)
        if not pool:
            if self._introduced_by_age(reading):
                return None
            head = self.roles.head(reading)
            unnamed = [r for r in self.discourse.others.values() if not r.plural and self._same_noun(r, head, reading)]
            if len(unnamed) == 1 and unnamed[0].first < reading.first:
                return unnamed[0]  # "der Sprecher" after "ein Bahnsprecher"
            here = self.index.sentence[reading.first]
            pool = [r for r in before if self._new_role_fits(r, reading, here)]
            known_gender = [r for r in pool if r.gender == reading.gender]
            pool = known_gender or pool
            if len(pool) == 1 and self.roles.describes_anyone(reading):
                return pool[0]
        return self.discourse.choose(pool, reading.first)

    def _just_spoken_of(self, before: Sequence[Referent], reading: Reading) -> Referent | None:
        """The last speaker, told nothing of yet: nearer than who is told to be that only further down."""
        last = self.discourse.speakers[-1] if self.discourse.speakers else None
        if last is None or last.person is None or not reading.definite or reading.possessive:
            return None
        near = self.index.sentence[reading.first] - self.index.sentence[last.first] <= NEAR
        agrees = not reading.gender or last.gender in (reading.gender, "")
        told = bool(self.roles.held[id(last.person)])
        return next((r for r in before if r.is_same(last)), None) if near and agrees and not told else None

    def _introduced_by_age(self, reading: Reading) -> bool:
        """ "Der 33-Jährige" where "ein 33-Jähriger" stands before: somebody whom the article does not name."""
        tokens = self.index.tokens
        age, hyphen, _ = reading.tokens[-1].text.partition("-")
        if not hyphen or not age.isdigit():
            return False
        return any(
            token.text.startswith(f"{age}-") and tokens[i - 1].lower in self.know.indefinite
            for i, token in enumerate(tokens[: reading.first])
            if i
        )

    def _same_noun(self, referent: Referent, head: str, reading: Reading) -> bool:
        words = referent.name.split()
        first = words[0].lower() if self.know.language == "de" else referent.name.lower()
        if referent.kind is not SpeakerKind.UNNAMED or head not in first or referent.gender != reading.gender:
            return False
        theirs = next((i for i, word in enumerate(words) if head in word.lower()), 0)
        own = whose([t.text for t in reading.tokens], head_index(reading.tokens, self.know), self.know)
        phrase = self.roles.phrase(reading)
        return not (
            apart(own, whose(words, theirs, self.know), self.know) or other_rank(phrase, referent.name, self.know)
        )

    def _new_role_fits(self, referent: Referent, reading: Reading, here: int) -> bool:
        """ "Die Organisatorin" for a woman just named, whose role the article has not told or told in other words."""
        person = referent.person
        if person is None or (reading.gender and referent.gender not in (reading.gender, "")):
            return False
        if self.roles.describes_anyone(reading):
            return True
        told = [t for t in reading.tokens if t.lower not in self.know.determiners]
        once = "former" in rank(self.roles.phrase(reading), self.know.language)  # "the retired acoustics lecturer"
        bare = once or sum(not t.lower.startswith(self.know.role_stems) for t in told[:-1]) == 0
        if not reading.definite or not bare or (person.weak and not referent.subject):
            return False
        reach = FARTHEST if self._only_one_of(reading.gender) else 2
        return here - self.index.sentence[referent.first] <= reach and self.roles.can_be(person, reading)

    def _only_one_of(self, gender: str) -> bool:
        """Whether one person of the article at most can be meant by a phrase of that gender."""
        return bool(gender) and sum(p.gender in (gender, "") for p in self.inventory.persons) == 1

    def _institution(self, reading: Reading) -> Referent | None:
        """The fuller institution that a bare one repeats: "das Ministerium" after "das Umweltministerium"."""
        found = self.know.institution(reading.name)
        if found is None or found.prefix or " " in reading.name:
            return None
        lower = reading.name.lower()
        named = {r.name: r for r in (*self.institutions.before(reading.first), *self.discourse.others.values())}
        fuller = [
            r
            for r in named.values()
            if r.name.lower() != lower
            and any(w.lower().endswith(lower) for w in (*r.name.split()[:4], *r.noun.split()))
        ]
        if len(fuller) == 1:
            return fuller[0]
        if fuller:
            return self.discourse.choose((r for r in fuller if r.first < reading.first), reading.first)
        if found.generic and not reading.plural:
            kinds = _BODIES if found.kind is SpeakerKind.ORGANISATION else {SpeakerKind.GOVERNMENT}
            pool = [
                r
                for r in named.values()
                if not r.plural and r.kind in kinds and r.first < reading.first and self._stands_for(lower, r)
            ]
            if not pool and self.know.is_enterprise(lower):
                return self._unexplained(reading.first)
            return pool[0] if len(pool) == 1 else self.discourse.choose(pool, reading.first)
        return None

    def _last_body(self) -> Referent | None:
        """The last speaker, if nothing but capital letters says that it is a person: "says NorthLine. … It denies"."""
        last = self.discourse.speakers[-1] if self.discourse.speakers else None
        if last is None or last.plural or not last.name[0].isupper() or (" " in last.name and last.person is None):
            return None
        if last.name.lower() in self.know.determiners | self.know.indefinite:
            return None  # "One tells the paper …"
        if not (last.person.weak if last.person is not None else last.kind is SpeakerKind.UNNAMED):
            return None
        return replace(last, person=None, kind=SpeakerKind.ORGANISATION, gender="n")

    def _unexplained(self, position: int) -> Referent | None:
        """A proper name that opens one of the last sentences with nothing to say what it names: "Norvane makes …"."""
        here = self.index.sentence[position]
        for back in range(1, NEAR + 1):
            found = self._sentence_subject(here - back) or self._opening_name(here - back)
            if found is not None:
                return found
        return None

    def _opening_name(self, sentence: int) -> Referent | None:
        """A word that the language does not have, alone at the beginning of the sentence and no known person."""
        i = bisect_left(self.index.sentence, sentence)
        tokens = self.index.tokens
        if i + 1 >= len(tokens) or self.index.sentence[i] != sentence or tokens[i].kind != "word":
            return None
        owned = self.inventory.owner.get(i)
        named = self.inventory.label(i) == "unknown" if owned is None else owned[0].weak and len(owned[0].words) == 1
        if not named or not tokens[i].text[0].isupper() or not tokens[i + 1].text[0].islower():
            return None
        return Referent(tokens[i].text, SpeakerKind.ORGANISATION, "n", False, i, True)

    def _stands_for(self, noun: str, body: Referent) -> bool:
        """Whether "the company" can be that body: by the noun it is called with, or by a broad noun."""
        if body.name.lower() == noun:
            return False
        words = (body.noun or body.name).split()
        nouns = [self.know.abbreviations.get(w, w.lower()) for w in words if self.know.institution(w) is not None]
        enterprise = self.know.is_enterprise(body.noun)
        if self.know.is_enterprise(noun):
            return enterprise or not nouns
        if noun in self.know.kin:
            return not nouns or any(n.endswith((noun, *self.know.kin[noun])) for n in nouns)
        return any(n.endswith(noun) for n in nouns) or (noun in self.know.broad and not enterprise)

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
        return self._sentence_subject(here)

    def _sentence_subject(self, sentence: int) -> Referent | None:
        """The phrase that opens the sentence, if it can be read as a speaker."""
        tokens = self.index.tokens
        first = next((i for i, s in enumerate(self.index.sentence) if s == sentence), -1)
        if first < 0 or tokens[first].lower in self.know.prepositions:
            return None
        last = first
        while (
            last + 1 < len(tokens) and self.index.sentence[last + 1] == sentence and tokens[last + 1].text[0].isupper()
        ):
            last += 1
        reading = self.reader.read(first, last)
        if reading.shape not in (Shape.INSTITUTION, Shape.PLACE):
            return None
        return Referent(reading.name, reading.kind, reading.gender, reading.plural, first, True, reading.party)


def _unnamed(reading: Reading, name: str, know: Knowledge) -> Referent:
    """What a phrase names that is no known person: a body, a paper, somebody told by a role."""
    unnamed = reading.shape in (Shape.ROLE, Shape.OTHER) and reading.kind is SpeakerKind.UNNAMED
    words = name.split()
    title = len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1]))
    joined = reading.shape is Shape.OTHER or any(word in know.joining for word in words)
    proper = unnamed and joined and reading.definite and title  # the Health and Safety Executive
    role = unnamed and not reading.plural and not proper
    return Referent(
        name,
        reading.kind,
        reading.gender or ("n" if proper else ""),
        reading.plural,
        reading.first,
        True,
        reading.party,
        reading.role,
        role=role,
    )


_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT})
