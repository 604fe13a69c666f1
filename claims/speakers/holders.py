"""Which person of the article a role phrase stands for: "der Minister", "seine Sprecherin", "the 44-year-old"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.models import SpeakerKind
from claims.speakers.ages import age_in, ages
from claims.speakers.antecedents import FARTHEST, Discourse, Referent
from claims.speakers.display import head_index
from claims.speakers.fitting import apart, other_rank, whose
from claims.speakers.inventory import Inventory, Person
from claims.speakers.offices import rank
from claims.speakers.phrase import Reading
from claims.speakers.posts import post, related_kind
from claims.speakers.postwords import related_words
from claims.speakers.roles import RoleBook

NAMED = 8  # words from a role in which the name of its holder follows
NEAR = 2  # sentences back to one called by a role, or just heard, whom a role or an age can mean


class HolderFinder:
    """The persons of one article, named or not, asked by the role phrases that stand for them."""

    def __init__(self, inventory: Inventory, roles: RoleBook, discourse: Discourse) -> None:
        self.inventory = inventory
        self.index = inventory.index
        self.know = inventory.know
        self.roles = roles
        self.discourse = discourse

    def of(self, reading: Reading) -> Referent | None:
        """The one person whose role the phrase repeats ("der Minister", "seine Sprecherin", "the minister")."""
        if not (reading.definite or reading.possessive or (self.know.language == "en" and reading.party)):
            return self._headlined(reading)
        if self.roles.head(reading).endswith(self.know.anonymous):
            return self._kept_unknown(reading)
        if (related := self._related(reading)) is not None:
            return related
        before = self.discourse.persons_before(reading.first)
        age = age_in(reading.tokens[-1].text)
        of_age = [r for r in before if age and r.person is not None and age in ages(self.index, r.person)]
        if len(of_age) == 1:
            return of_age[0]
        known = self.roles.holders(reading)
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
            if (unnamed := self.unnamed_before(reading)) is not None:
                return unnamed
            here = self.index.sentence[reading.first]
            if self._of_another(reading):
                return None
            pool = [r for r in before if self._new_role_fits(r, reading, here) and not self._tells_of(r, reading)]
            if self.roles.describes_anyone(reading):
                pool += [r for r in self.discourse.others.values() if self._told_before(r, reading, here)]
            pool = [r for r in pool if not age or not self._of_another_age(r, age)]
            known_gender = [r for r in pool if reading.gender and r.gender == reading.gender]
            pool = known_gender or pool
            if len(pool) == 1 and self.roles.describes_anyone(reading):
                return pool[0]
        return self.discourse.choose(pool, reading.first)

    def _related(self, reading: Reading) -> Referent | None:
        """ "Ihr Vorgänger": the one person of the article who is told to hold the office so related to the last
        speaker's."""
        know, last = self.know, self.discourse.speakers[-1] if self.discourse.speakers else None
        words = [t.lower for t in reading.tokens if t.lower not in know.determiners | know.possessives]
        relation = related_words(know.language).get(" ".join(words), "")
        if not relation or not reading.possessive or last is None or last.person is None:
            return None
        wanted = {related_kind(relation, kind) for kind in self._kinds(last.person)} - {""}
        holders = [p for p in self.inventory.persons if p is not last.person and self._kinds(p) & wanted]
        if len(holders) != 1:
            return None
        person = holders[0]
        return Referent(person.name, SpeakerKind.PERSON, person.gender, False, reading.first, True, person=person)

    def _kinds(self, person: Person) -> set[str]:
        posts = (post(held.shown, self.know.language) for held in self.roles.held[id(person)])
        return {held.kind for held in posts if held is not None}

    def _kept_unknown(self, reading: Reading) -> Referent | None:
        """ "A pal of Vine's told us … The source added": another who was kept unknown, never one with a name."""
        if (same := self.unnamed_before(reading)) is not None:
            return same
        last = self.discourse.speakers[-1] if self.discourse.speakers else None
        head = self.roles.head(reading)
        several = any(head in r.name.lower().split() for r in self.discourse.others.values())  # two sources
        if last is None or last.person is not None or last.plural or several:
            return None
        near = self.index.sentence[reading.first] - self.index.sentence[last.first] <= NEAR
        unknown = any(word.lower().startswith(self.know.anonymous) for word in last.name.split())
        return last if near and unknown else None

    def _of_another(self, reading: Reading) -> bool:
        """Whether a bare noun of kinship tells of another than who is named: "die Mutter" is the bitten child's."""
        nouns = [t.lower for t in reading.tokens if t.lower not in self.know.determiners]
        return len(nouns) == 1 and nouns[0] in self.know.roles.describing.kin

    def _headlined(self, reading: Reading) -> Referent | None:
        """Whom a bare office in the headline means ("Ministerin: Kein Brunnen belastet"): the one person who holds such
        an office in the article, where no other of the noun stands in it without that name."""
        end = self.index.text.find("\n")
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

    def unnamed_before(self, reading: Reading) -> Referent | None:
        """The one unnamed whom the article calls by the same noun: "der Sprecher" after "ein Bahnsprecher"."""
        head = self.roles.head(reading)
        same = [r for r in self.discourse.others.values() if not r.plural and self._same_noun(r, head, reading)]
        whole = {r.first: r for r in sorted(same, key=lambda r: len(r.name))}  # "a source", "a source close to him"
        found = list(whole.values())
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

    def _of_another_age(self, referent: Referent, age: str) -> bool:
        """Whether the article tells another age of him: "der 55-Jährige" is not Jan Ohm (48)."""
        told = {age_in(referent.name)} if referent.person is None else ages(self.index, referent.person)
        return bool(told - {"", age})

    def _same_noun(self, referent: Referent, head: str, reading: Reading) -> bool:
        words = referent.name.split()
        theirs = 0
        if self.know.language == "en":  # the noun before "of" or "for": "a spokesman for the mayor" is no mayor
            told = {*self.know.linking, *self.know.roles.behind_nouns}  # "a person close to him"
            theirs = next((i for i, word in enumerate(words) if i and word.lower() in told), len(words)) - 1
        noun = words[max(0, theirs)].lower().strip(",")
        same = head in noun if self.know.language == "de" else head in (noun, noun.removesuffix("s"))
        same = same or noun.endswith(f"-{head}")
        if referent.kind is not SpeakerKind.UNNAMED or not same or referent.gender != reading.gender:
            return False
        if (age := age_in(reading.tokens[-1].text)) and self._of_another_age(referent, age):
            return False
        own = whose([t.text for t in reading.tokens], head_index(reading.tokens, self.know), self.know)
        other = whose(words, theirs, self.know)
        if apart(own, other, self.know) or other_rank(self.roles.phrase(reading), referent.name, self.know):
            return False
        return not self.roles.brings_in(reading, referent.name)

    def _new_role_fits(self, referent: Referent, reading: Reading, here: int) -> bool:
        """ "Die Organisatorin" for a woman just named, whose role the article has not told or told in other words."""
        person = referent.person
        if person is None or (reading.gender and referent.gender not in (reading.gender, "")):
            return False
        if self.roles.describes_anyone(reading):
            return True
        if self._told_whose(reading):
            return False
        told = [t for t in reading.tokens if t.lower not in self.know.determiners]
        once = "former" in rank(self.roles.phrase(reading), self.know.language)  # "the retired acoustics lecturer"
        bare = once or sum(not t.lower.startswith(self.know.role_stems) for t in told[:-1]) == 0
        heard = any(referent.is_same(speaker) for speaker in self.discourse.speakers)
        if not reading.definite or not (bare or self._alone(reading)) or (person.weak and not heard):
            return False  # "Rot-Weiß Lerbeck" may be no person
        reach = FARTHEST if self._only_one_of(reading.gender) else 2
        return here - self.index.sentence[referent.first] <= reach and self.roles.can_be(person, reading)

    def _told_whose(self, reading: Reading) -> bool:
        """ "The council's lawyer", "the leader of the council": whose post it is would be told where the holder is
        brought in, and stands in the phrase because somebody new is."""
        words = [t.text for t in reading.tokens]
        owned = any(word.endswith(("'s", "’s")) for word in words)
        at = head_index(reading.tokens, self.know)
        behind = at + 1 < len(words) and words[at + 1].lower() in self.know.genitive
        return self.know.language == "en" and (owned or behind)

    def _alone(self, reading: Reading) -> bool:
        """ "The Harbour Lane actress" where the article has named one person so far, in the sentence before."""
        if self.know.language != "en" or self.roles.head(reading).endswith(self.know.offices + self.know.leading):
            return False  # "the Morvian president" is another
        if reading.determiner not in self.know.definite or any(t.text.endswith(("'s", "’s")) for t in reading.tokens):
            return False  # "Sheldon's lawyer"
        heard = self.discourse.speakers
        before = self.discourse.persons_before(reading.first)
        named = [r for r in before if r.person and (not r.person.weak or any(r.is_same(one) for one in heard))]
        others = any(r.human and r.first < reading.first for r in self.discourse.others.values())
        distance = self.index.sentence[reading.first] - self.index.sentence[named[0].first] if named else FARTHEST
        return len(named) == 1 and not others and distance <= 1

    def _tells_of(self, referent: Referent, reading: Reading) -> bool:
        """ "Udo sagte, der Angeklagte sei dort gewesen. Der Angeklagte …": his own sentence has the role as another."""
        noun = reading.tokens[head_index(reading.tokens, self.know)].lower
        if noun[0].isdigit():
            return False  # "the 71-year-old" goes on telling of him
        number = self.index.sentence[referent.first]
        tokens = self.index.tokens
        places = range(max(1, referent.first), reading.first)
        named = (i for i in places if tokens[i].lower == noun and tokens[i - 1].lower in self.know.definite)
        return any(self.index.sentence[i] == number and self._acts(i + 1) for i in named)

    def _acts(self, behind: int) -> bool:
        """A verb may stand there: a small word that belongs to no phrase, so that the noun before is a subject."""
        token = self.index.tokens[behind]
        apart = self.know.linking | self.know.genitive | self.know.prepositions | self.know.determiners
        return token.kind == "word" and token.text[0].islower() and token.lower not in apart

    def _told_before(self, referent: Referent, reading: Reading, here: int) -> bool:
        """ "Die 29-Jährige" for "eine Zeugin" of the last sentences, whom the article does not name."""
        near = here - self.index.sentence[referent.first] <= NEAR
        agrees = referent.human and referent.person_told and referent.gender in (reading.gender, "")
        return agrees and referent.first < reading.first and near

    def _only_one_of(self, gender: str) -> bool:
        """Whether one person of the article at most can be meant by a phrase of that gender."""
        return bool(gender) and sum(p.gender in (gender, "") for p in self.inventory.persons) == 1
