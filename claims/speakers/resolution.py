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
from claims.speakers.bodies import BodyFinder
from claims.speakers.display import head_index
from claims.speakers.fitting import apart, other_rank, whose
from claims.speakers.hints import hint
from claims.speakers.humans import introduced, is_human
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
NAMED = 8  # words from a role in which the name of its holder follows
INVERTED = 0.8  # how likely an English indefinite phrase behind the verb is the subject
NEAR = 2  # sentences back to one called by a role, or just heard, whom a role or an age can mean
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
        self.bodies = BodyFinder(self.inventory, self.reader, self.institutions, self.discourse)
        self._walked = 0
        self._done: dict[tuple[int, int], dict[str, object]] = {}  # one mention of several statements is one speaker
        self._mentioned: set[int] = set()  # tokens of the mentions so far

    def statement(self, statement: Statement) -> Statement:
        if not statement.mention or statement.mention_span is None:
            return statement
        inside = self.index.within(statement.mention_span)
        if not inside:
            return statement.model_copy(update={"speaker": statement.mention})
        place = (inside[0], inside[-1])
        self._mentioned.update(inside)
        resolved = self._done.get(place)
        if resolved is None:
            self._walk(inside[0])
            resolved = self._resolved(self.reader.read(*place), statement)
            if resolved["speaker"] != statement.mention:
                self._done[place] = resolved
        return statement.model_copy(update=resolved)

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
            if few and token.lower in know.indefinite:
                self._introduce(i)
            gender = know.subject_pronouns.get(token.lower)
            if gender is not None:
                referent = self.discourse.pronoun(i, gender, persons_only=True)
            elif few and i and i not in self.inventory.owner and self._can_be_subject(i - 1):
                role = know.role(token.text) if token.text[0].isupper() or know.language == "en" else None
                if role is None or role.plural:
                    continue
                reading = self.reader.read(i - 1, i)
                if reading.shape is not Shape.ROLE or reading.plural or self._introduces(i):
                    continue
                referent = self._role(reading) if reading.determiner in know.nominative else None
                told = referent is None and reading.gender and i not in self._mentioned
                subject = self.index.sentence_start(i - 1) or (
                    reading.gender == "m" and reading.determiner in know.nominative
                )
                if told and subject and not self._named_near(i):
                    unnamed = Referent(reading.name, reading.kind, reading.gender, False, i, True, human=True)
                    self.discourse.tell(replace(unnamed, person_told=True))
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

    def _introduce(self, first: int) -> None:
        """ "Ein Matrose stand an der Mole. … sagte er": who opens a sentence with an indefinite article, or of whom a
        clause tells more, is spoken of from there on, whatever the noun."""
        at = introduced(self.index, first)
        subject = self._introduced_as_subject(first, at) if at >= 0 else 0.0
        if at < 0 or at in self._mentioned or not (subject or self._told_more(at)):
            return
        if any(k in self.inventory.owner for k in range(first, min(at + 3, len(self.index.tokens)))):
            return  # "a nurse, Ann Lee"
        reading = self.reader.read(first, at)
        if reading.shape not in (Shape.ROLE, Shape.OTHER) or reading.plural or reading.name in self.discourse.others:
            return
        gender = reading.gender
        if self.know.language == "de":
            gender = "f" if self.know.determiner_gender.get(reading.determiner) == "f" else "m"
        told = Referent(reading.name, reading.kind, gender, False, at, subject, human=True)
        self.discourse.tell(replace(told, new=subject == 1, person_told=True))

    def _introduced_as_subject(self, first: int, at: int) -> float:
        """How likely an indefinite phrase is the subject: it opens the sentence, or it is a German masculine one, whose
        "ein" is the nominative's; an English one may be after a phrase of place ("On the wall sat a widow")."""
        if self.index.sentence_start(first):
            return 1.0
        before = self.index.tokens[first - 1]
        if before.lower in self.know.before_predicates | self.know.prepositions or before.kind != "word":
            return 0.0
        if self.know.language == "de":
            nominative = self.index.tokens[first].lower == self.know.indefinite_subject
            return float(nominative and not self.index.tokens[at].text.endswith("in"))
        opening = bisect_left(self.index.sentence, self.index.sentence[first])
        return INVERTED * (self.index.tokens[opening].lower in self.know.prepositions)

    def _told_more(self, at: int) -> bool:
        """Whether a relative clause follows the noun."""
        tokens = self.index.tokens
        comma = at + 1 < len(tokens) and tokens[at + 1].text == ","
        relatives = self.know.human_relatives or (frozenset(self.know.roles.pronouns.relative) if comma else ())
        return at + 1 + comma < len(tokens) and tokens[at + 1 + comma].lower in relatives

    def _can_be_subject(self, i: int) -> bool:
        """Whether a noun behind the token ``i`` may be the subject: after "der" or at the head of a sentence."""
        lower = self.index.tokens[i].lower
        return lower in self.know.nominative or (lower in self.know.determiners and self.index.sentence_start(i))

    def _introduces(self, i: int) -> bool:
        """ "Der Chef der Jungen Reformer, Moritz Haag": the role at ``i`` belongs to the name behind the comma."""
        tokens = self.index.tokens
        if i + 1 >= len(tokens) or tokens[i + 1].lower not in self.know.linking | self.know.genitive:
            return False
        stop = min(i + NAMED, len(tokens))
        return any(tokens[k - 1].text == "," and k in self.inventory.owner for k in range(i + 2, stop))

    def _named_near(self, i: int) -> bool:
        """Whether a person's name follows the role at ``i`` within a few words: "Der Beauftragte für X, Ann Lee"."""
        stop = min(i + NAMED, len(self.index.tokens))
        return any(
            k in self.inventory.owner and self.index.sentence[k] == self.index.sentence[i] for k in range(i, stop)
        )

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
                reading.first, reading.gender, cue=statement.cue, institutions=self.institutions.before
            )
            if found is None and reading.gender == "n":
                found = self.bodies.last() or self.bodies.unexplained(reading.first)
        elif shape is Shape.RELATIVE:
            found = self.discourse.nearest(reading.first, reading.gender)
        elif shape is Shape.OWN:
            found = self._own(reading)
        elif shape is Shape.ROLE and not reading.plural:
            found = self._role(reading)
        elif shape is Shape.OTHER and reading.definite and is_human(reading.tokens[-1].text, self.know.language):
            found = self._unnamed_before(reading)  # "the deckhand" after "a deckhand on the ferry"
        elif shape is Shape.INSTITUTION and (reading.definite or reading.possessive) and not reading.plural:
            found = self.bodies.fuller(reading)
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
        gender = referent.gender or (reading.gender if referent.human and reading.gender in ("m", "f") else "")
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

    # -- reference ---------------------------------------------------------------------------------------------

    def _role(self, reading: Reading) -> Referent | None:
        """The one person whose role the phrase repeats ("der Minister", "seine Sprecherin", "the minister")."""
        if not (reading.definite or reading.possessive or (self.know.language == "en" and reading.party)):
            return self._headlined(reading)
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
            if (unnamed := self._unnamed_before(reading)) is not None:
                return unnamed
            here = self.index.sentence[reading.first]
            pool = [r for r in before if self._new_role_fits(r, reading, here)]
            if self.roles.describes_anyone(reading):
                pool += [r for r in self.discourse.others.values() if self._told_before(r, reading, here)]
            known_gender = [r for r in pool if r.gender == reading.gender]
            pool = known_gender or pool
            if len(pool) == 1 and self.roles.describes_anyone(reading):
                return pool[0]
        return self.discourse.choose(pool, reading.first)

    def _headlined(self, reading: Reading) -> Referent | None:
        """Whom a bare office in the headline means ("Ministerin: Kein Brunnen belastet"): the one person who holds such
        an office in the article, where no other of the noun stands in it without that name."""
        end = self.article.text.find("\n")
        if reading.determiner or reading.tokens[-1].end > (end if end >= 0 else 0):
            return None
        known = self.roles.holders(reading)
        if len(known) != 1:
            return None
        head = self.roles.head(reading)
        firsts = {mention.first for mention in known[0].mentions}
        for i, token in enumerate(self.index.tokens):
            if token.start < end or not token.lower.startswith(head) or self.know.role(token.text) is None:
                continue
            near = any(k in firsts for k in range(i, i + NAMED))
            bare = i + 1 < len(self.index.tokens) and self.index.tokens[i + 1].lower not in (
                self.know.linking | self.know.genitive
            )
            if not near and not (bare and i and self.index.tokens[i - 1].lower in self.know.definite):
                return None
        person = known[0]
        return Referent(person.name, SpeakerKind.PERSON, person.gender, False, reading.first, True, person=person)

    def _unnamed_before(self, reading: Reading) -> Referent | None:
        """The one unnamed whom the article calls by the same noun: "der Sprecher" after "ein Bahnsprecher"."""
        head = self.roles.head(reading)
        found = [r for r in self.discourse.others.values() if not r.plural and self._same_noun(r, head, reading)]
        return found[0] if len(found) == 1 and found[0].first < reading.first else None

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
        theirs = 0
        if self.know.language == "en":  # the noun before "of" or "for": "a spokesman for the mayor" is no mayor
            linked = (i for i, word in enumerate(words) if word.lower() in self.know.linking)
            theirs = next(linked, len(words)) - 1
        noun = words[max(0, theirs)].lower().strip(",")
        same = head in noun if self.know.language == "de" else head in (noun, noun.removesuffix("s"))
        same = same or noun.endswith(f"-{head}")
        if referent.kind is not SpeakerKind.UNNAMED or not same or referent.gender != reading.gender:
            return False
        own = whose([t.text for t in reading.tokens], head_index(reading.tokens, self.know), self.know)
        told = whose(words, theirs, self.know)
        if apart(own, told, self.know) or other_rank(self.roles.phrase(reading), referent.name, self.know):
            return False
        return not self.roles.brings_in(reading, referent.name)

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
        heard = any(referent.is_same(speaker) for speaker in self.discourse.speakers)
        if not reading.definite or not bare or (person.weak and not heard):
            return False  # "Rot-Weiß Lerbeck" may be no person
        reach = FARTHEST if self._only_one_of(reading.gender) else 2
        return here - self.index.sentence[referent.first] <= reach and self.roles.can_be(person, reading)

    def _told_before(self, referent: Referent, reading: Reading, here: int) -> bool:
        """ "Die 29-Jährige" for "eine Zeugin" of the last sentences, whom the article does not name."""
        near = here - self.index.sentence[referent.first] <= NEAR
        agrees = referent.human and referent.person_told and referent.gender in (reading.gender, "")
        return agrees and referent.first < reading.first and near

    def _only_one_of(self, gender: str) -> bool:
        """Whether one person of the article at most can be meant by a phrase of that gender."""
        return bool(gender) and sum(p.gender in (gender, "") for p in self.inventory.persons) == 1

    def _two_before(self, position: int) -> Referent | None:
        """Whom "die beiden" means: the only two persons of the sentence before."""
        here = self.index.sentence[position]
        near = [r for r in self.discourse.persons_before(position) if here - self.index.sentence[r.first] <= 1]
        persons = [r.person for r in near if r.person is not None and not r.person.weak]
        if len(persons) != len(near) or len(persons) != 2:
            return None
        return Referent(shown_persons(persons, self.know), SpeakerKind.UNNAMED, "", True, position, True)

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


def _unnamed(reading: Reading, name: str, know: Knowledge) -> Referent:
    """What a phrase names that is no known person: a body, a paper, somebody told by a role."""
    unnamed = reading.shape in (Shape.ROLE, Shape.OTHER) and reading.kind is SpeakerKind.UNNAMED
    words = name.split()
    title = len(words) > 1 and all(word[0].isupper() for word in (words[0], words[-1]))
    joined = reading.shape is Shape.OTHER or any(word in know.joining for word in words)
    proper = unnamed and joined and reading.definite and title  # the Health and Safety Executive
    human = unnamed and not reading.plural and not proper
    person = reading.shape is Shape.ROLE or reading.determiner in know.indefinite
    person = person or any(is_human(word, know.language) for word in words)
    return Referent(
        name,
        reading.kind,
        reading.gender or ("n" if proper else ""),
        reading.plural,
        reading.first,
        True,
        reading.party,
        reading.role,
        person_told=person,
        human=human,
    )
