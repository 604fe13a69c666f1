"""Whom a pronoun or a role refers back to: candidates scored by gender, number, recency and subject position.

When the best two candidates lie within :data:`MARGIN`, nobody is chosen: the caller keeps the mention as written.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.models import SpeakerKind
from claims.speakers.humans import is_human
from claims.speakers.index import Index
from claims.speakers.inventory import Inventory, Person
from claims.speakers.knowledge import Knowledge

BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT})  # kinds of speakers that are no person
MARGIN = 0.45  # between the best two candidates, in units of sentences
FARTHEST = 5  # sentences back that a pronoun reaches
SUBJECT = 1.2  # bonus of a mention that can be the subject
OBJECT = 0.4  # malus of a mention that cannot
SPEAKER = 1.1  # bonus of the latest speaker that fits, less with every sentence since
KNOWN = 0.3  # bonus of a person whose gender is known to agree
WEAK = 0.9  # malus of a name without title, role or known given name, which may be a place
FREQUENT = 0.15  # bonus per further mention before, at most four
THING = 0.6  # malus of what is no person
NEW = 0.9  # bonus of somebody unnamed whom the sentence before, or this one, introduced as its subject
UNNAMED = 0.4  # malus of somebody called by a role alone


@dataclass
class Referent:
    """Somebody or something that a pronoun can stand for, with the token index of the latest place it is spoken of."""

    name: str
    kind: SpeakerKind
    gender: str
    plural: bool
    first: int
    subject: float
    party: str = ""
    noun: str = ""  # what the article calls it: company, operator, union
    person: Person | None = None
    times: int = 1
    new: bool = False  # introduced by an indefinite article as the subject
    person_told: bool = False  # its noun or an indefinite article tells of a person, as "the quarry" does not
    human: bool = False  # somebody unnamed, called by a role: "die Angeklagte", "a lawyer"

    def is_same(self, other: Referent) -> bool:
        return self.person is other.person if self.person is not None else self.name == other.name


class Discourse:
    """What has been spoken of up to a place in the article: persons, pronouns that stood for them, other speakers."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.index: Index = inventory.index
        self.know: Knowledge = inventory.know
        self.others: dict[str, Referent] = {}
        self.speakers: list[Referent] = []
        self._pronouns: dict[int, list[int]] = {}  # person → indexes of pronouns that stood for them
        self._firsts = {id(p): [m.first for m in p.mentions] for p in inventory.persons}
        self._named = sorted(((m.first, n) for n, p in enumerate(inventory.persons) for m in p.mentions))
        self._pronoun_places: list[tuple[int, Person]] = []

    def note(self, referent: Referent) -> None:
        """The speaker of a statement, from now on the likeliest antecedent."""
        self.speakers.append(referent)
        if referent.person is None:
            old = self.others.get(referent.name)
            referent.times += old.times if old else 0
            self.others[referent.name] = referent

    def tell(self, referent: Referent) -> None:
        """Somebody without a name of whom a sentence tells, not heard so far: "Die Angeklagte schwieg"."""
        old = self.others.get(referent.name)
        referent.times += old.times if old else 0
        self.others[referent.name] = referent

    def spoken_of(self, person: Person, position: int, gender: str = "") -> None:
        """A pronoun at ``position`` stood for the person, which tells the gender of one not known yet."""
        if gender in ("m", "f") and not person.gender:
            person.genders[gender] += 1
        places = self._pronouns.setdefault(id(person), [])
        if not places or places[-1] < position:
            places.append(position)
            insort(self._pronoun_places, (position, person), key=lambda spoken: spoken[0])

    def near(self, position: int) -> list[Referent]:
        """The persons spoken of in the last sentences before the token ``position``."""
        start = bisect_left(self.index.sentence, self.index.sentence[position] - FARTHEST)
        low, high = bisect_left(self._named, (start, -1)), bisect_left(self._named, (position, -1))
        numbers = {n for _, n in self._named[low:high]}
        persons = [self.inventory.persons[n] for n in sorted(numbers)]
        known = {id(p) for p in persons}
        for place, person in reversed(self._pronoun_places):
            if place < start:
                break
            if id(person) not in known:
                known.add(id(person))
                persons.append(person)
        return self.persons_before(position, persons)

    def persons_before(self, position: int, among: Sequence[Person] | None = None) -> list[Referent]:
        """Every person spoken of by the author before the token ``position``, each at the latest place."""
        found: list[Referent] = []
        quoted = self.index.quoted
        here_quoted = quoted[position]
        for person in self.inventory.persons if among is None else among:
            end = bisect_left(self._firsts[id(person)], position)
            mentions = [m for m in person.mentions[max(0, end - 8) : end] if here_quoted or not quoted[m.first]]
            pronouns = [i for i in self._pronouns.get(id(person), ()) if i < position][-1:]
            if not mentions and not pronouns:
                continue
            latest = max(mentions[-1].first if mentions else -1, pronouns[-1] if pronouns else -1)
            sentence = self.index.sentence[latest]
            subject = max((m.subject for m in mentions if self.index.sentence[m.first] == sentence), default=0.0)
            if any(self.index.sentence[i] == sentence for i in pronouns):
                subject = 1.0
            times = len(mentions) + len(pronouns)
            found.append(
                Referent(
                    person.name, SpeakerKind.PERSON, person.gender, False, latest, subject, person=person, times=times
                )
            )
        return found

    def pronoun(
        self,
        position: int,
        gender: str,
        *,
        cue: str = "",
        claim: int | None = None,
        persons_only: bool = False,
        institutions: Callable[[int], list[Referent]] | None = None,
    ) -> Referent | None:
        """Who a personal pronoun stands for: gender m, f, n, p (plural) or fp where only the verb tells f from p.

        ``claim``: the character at which the claim of the pronoun's statement begins, if there is one.
        """
        plural = gender == "p"
        if gender == "fp":
            number = self._verb_number(position, cue)
            if number is None and persons_only:
                return None
            plural = bool(number)
            gender = "p" if number else "f" if number is False else "fp"
        pool = self.near(position)
        pool += [r for r in self.others.values() if r.first < position and (r.human or not persons_only)]
        here = self.index.sentence[position]
        pool = [r for r in pool if not (r.new and r.plural) or self._group_stands(r, here)]
        told = self._subjects(claim, position) if claim is not None else ()
        fitting = [
            r
            for r in pool
            if r.person not in told
            and (_fits(r, gender, plural) or self._guessed_otherwise(r, gender, here))
            and not self._place(r)
        ]
        if institutions is not None and not any(here - self.index.sentence[r.first] <= 2 for r in fitting):
            fitting += [r for r in institutions(position) if _fits(r, gender, plural)]
            if plural and not fitting and self.know.roles.pronouns.collective:
                fitting = self._body_before(position)
        asked = self._asked_about(position)
        return self.choose([r for r in fitting if r.person is None or r.person not in asked] or fitting, position)

    def _asked_about(self, position: int) -> list[Person]:
        """ "Asked whether Reyes would go, he said": of whom somebody was asked is not the one who answers."""
        start = bisect_left(self.index.sentence, self.index.sentence[position])
        if self.index.tokens[start].lower not in self.know.asked:
            return []
        return [p for p in self.inventory.persons if any(start < m.first < position for m in p.mentions)]

    def _group_stands(self, group: Referent, here: int) -> bool:
        """Whether "they" can still mean people told of in the last sentence: nobody was heard since."""
        heard = self.speakers[-1].first if self.speakers else -1
        return here - self.index.sentence[group.first] <= 1 and heard < group.first

    def _subjects(self, claim: int, position: int) -> list[Person]:
        """ "Captain Wilk, she said, had been ill": of whom a claim before the pronoun tells, who does not say it."""
        here = self.index.sentence[position]
        tokens, sentence = self.index.tokens, self.index.sentence
        first = next((i for i in range(position) if tokens[i].start >= claim and sentence[i] == here), position)
        return [
            person
            for person in self.inventory.persons
            if any(first <= mention.first < position and mention.subject for mention in person.mentions)
        ]

    def _body_before(self, position: int) -> list[Referent]:
        """ "The council said … They": the body that spoke last, unless its sentence tells of people besides."""
        last = self.speakers[-1] if self.speakers else None
        here = self.index.sentence[position]
        if last is None or last.person is not None or last.human or here - self.index.sentence[last.first] > 1:
            return []
        if last.kind not in BODIES:
            return []
        start = bisect_left(self.index.sentence, self.index.sentence[last.first])
        told = any(self.people(token.lower) for token in self.index.tokens[start:position])
        return [] if told else [last]

    def people(self, word: str) -> bool:
        """A plural that names persons: "residents", "two men"."""
        role = self.know.role(word)
        plural = (role is not None and role.plural) or word in self.know.roles.pronouns.groups
        return plural or (word.endswith("s") and is_human(word.removesuffix("s"), self.know.language))

    def crowd(self, word: str) -> bool:
        """A word that counts people by the crowd: "dozens of passengers"."""
        return word in self.know.roles.pronouns.crowds

    def _guessed_otherwise(self, referent: Referent, gender: str, here: int) -> bool:
        """ "He" for the last speaker, whose gender only an unknown name seems to tell: "Lassina Ouattara said"."""
        person, last = referent.person, self.speakers[-1] if self.speakers else None
        if person is None or last is None or not person.guessed or gender not in ("m", "f"):
            return False
        return last.person is person and here - self.index.sentence[referent.first] <= 1

    def choose(self, candidates: Iterable[Referent], position: int) -> Referent | None:
        """The one candidate that fits best, or nobody when two fit about equally."""
        here = self.index.sentence[position]
        candidates = list(candidates)
        latest = next((s for s in reversed(self.speakers) if any(c.is_same(s) for c in candidates)), None)
        scored: list[tuple[float, int, Referent]] = []
        for candidate in candidates:
            distance = here - self.index.sentence[candidate.first]
            if distance > FARTHEST:
                continue
            score = FREQUENT * min(candidate.times, 4) + (SUBJECT * candidate.subject or -OBJECT) - distance
            if candidate.person is None:
                score -= UNNAMED if candidate.human else THING
                score += NEW * (candidate.new and distance <= 1)
            elif candidate.person.weak and not any(candidate.is_same(s) for s in self.speakers):
                score -= WEAK
            elif candidate.gender:
                score += KNOWN
            if latest is not None and candidate.is_same(latest):
                score += SPEAKER / max(1, distance)
            scored.append((score, candidate.first, candidate))
        scored.sort(key=lambda item: (-item[0], -item[1]))
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < MARGIN):
            return None
        return scored[0][2]

    def _place(self, referent: Referent) -> bool:
        """Whether a name that may be a place only ever stands after prepositions."""
        person = referent.person
        return person is not None and person.weak and not any(m.subject for m in person.mentions)

    def nearest(self, position: int, gender: str) -> Referent | None:
        """The noun that a relative pronoun or a demonstrative refers to: the nearest, a sentence back at most."""
        pool = [*self.persons_before(position), *(r for r in self.others.values() if r.first < position)]
        found = max((r for r in pool if _fits(r, gender, False)), key=lambda r: r.first, default=None)
        if found is None or self.index.sentence[position] - self.index.sentence[found.first] > 1:
            return None
        return found

    def _verb_number(self, position: int, cue: str) -> bool | None:
        """Whether the verb of a pronoun is plural, by the words beside it and the cue; None when unclear."""
        words = [
            self.index.tokens[i].lower
            for i in (position + 1, position - 1)
            if 0 <= i < len(self.index.tokens) and self.index.tokens[i].text.islower()
        ]
        for word in (*words, *cue.lower().split()[:1]):
            if word in self.know.plural_verbs or word.endswith(self.know.plural_endings):
                return True
            if word in self.know.singular_verbs or word.endswith(self.know.singular_endings):
                return False
        return None


def _fits(candidate: Referent, gender: str, plural: bool) -> bool:
    """Whether gender and number agree; an unknown gender of a person agrees with m and f."""
    if plural:
        return candidate.plural
    if candidate.plural:
        return gender == "fp"
    if gender == "fp":
        return candidate.gender in ("f", "")
    if candidate.person is not None:
        return (gender in ("m", "f") and candidate.gender in (gender, "")) or gender == ""
    if candidate.human and not candidate.gender and gender in ("m", "f"):
        return True  # "a lawyer said … He", "Kolb said … She"
    return gender in ("", candidate.gender)
