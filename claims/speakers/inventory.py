"""Who is named in one article: persons with every place they are named at, their roles, parties and gender.

One pass over the tokens finds runs of capitalised words; a run, or its tail after roles and titles, is a name when a
role or title stands before it, or it opens with a known given name or with a word that the language does not have. A
second pass joins surnames, genitives included, to the one full name that carries them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.models import Span
from claims.speakers.given_names import gender_of_name, is_given_name
from claims.speakers.index import Index
from claims.speakers.namefinding import NameFinder
from claims.speakers.names import generations

SHORT_SUFFIX = 4  # letters from which "junior" is no "Jr." that keeps its dot
SECOND_SUBJECT = 0.4  # how much a later name of the sentence is its subject


@dataclass
class Mention:
    """One place where a person is named: token and character range, and how likely it is the subject there."""

    first: int
    last: int  # inclusive
    span: Span
    subject: float  # 1 for the first name of its sentence that can be the subject, less for others, 0 for none
    role: Span | None = None
    role_gender: str = ""


@dataclass
class Person:
    """One person of the article; ``words`` is the fullest name without title."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    roled: bool = False  # a role or title stands beside the name somewhere
    generation: str = ""  # as written behind the name: "Jr.", "senior"

    @property
    def name(self) -> str:
        return join_name((*self.words, self.generation) if self.generation else self.words)

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def weak(self) -> bool:
        """Whether nothing but capital letters says that this is a person."""
        return not self.genders and not self.roled and not is_given_name(self.words[0])

    @property
    def guessed(self) -> bool:
        """Whether nothing but the ending of an unknown given name tells the gender."""
        return sum(self.genders.values()) == 1 and len(self.words) > 1 and not is_given_name(self.words[0])

    @property
    def gender(self) -> str:
        """m, f or empty: what roles, titles and pronouns say outweighs the given name."""
        m, f = self.genders["m"], self.genders["f"]
        return "m" if m > f else "f" if f > m else ""


def join_name(words: Sequence[str]) -> str:
    """Name tokens as one string: initials keep their dot."""
    return " ".join(words).replace(" .", ".")


class Inventory:
    """The persons of one article; ``hints`` are stretches known to be bare names. Build it once per article."""

    def __init__(self, index: Index, hints: Sequence[Span] = ()) -> None:
        self.index = index
        self.know = index.know
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self.finder = NameFinder(index)
        self.bodies = self.finder.bodies
        self.owner: dict[int, tuple[Person, Mention]] = {}  # token index → the person named there
        names, loose = self.finder.names(hints)
        names = [(*self._core(f, last), led) for f, last, led in names if not self._members(last)]
        short = [n for n in names if n[0] == n[1] or self._surname_alone(n, names)]
        full = [n for n in names if n not in short]
        single = [(f, last) for f, last, _ in short]
        for first, last, _ in sorted(full):
            self._add_full(first, last)
        for first, last in sorted(set(single)):
            self._add_single(first, last, anchored=True)
        for first, last in loose:
            self._add_single(first, last, anchored=False)
        self._rank_subjects()
        for person in self.persons:
            person.mentions.sort(key=lambda m: m.first)
            hint = gender_of_name(person.words[0]) if len(person.words) > 1 and person.words[0][0].isupper() else ""
            if hint and not person.genders:
                person.genders[hint] += 1

    def _surname_alone(self, name: tuple[int, int, bool], names: Sequence[tuple[int, int, bool]]) -> bool:
        """ "van der Sloot" anywhere, "Van Dijk" and "De Boer" where a longer name ends so."""
        words = [w.lower() for w in self._words(name[0], name[1])]
        if self.index.tokens[name[0]].text in self.know.particles or words[0] not in self.know.particles:
            return words[0] in self.know.particles
        longer = (self._words(first, last) for first, last, _ in names if last - first >= len(words))
        return any([w.lower() for w in whole[-len(words) :]] == words for whole in longer)

    def _members(self, last: int) -> bool:
        """ "Glass Workers' Union": a plural genitive before an institution."""
        tokens = self.index.tokens[last : last + 3]
        mark = len(tokens) == 3 and tokens[0].text.endswith("s") and tokens[1].text in ("'", "’")
        return mark and self.know.institution(tokens[2].text) is not None

    def _rank_subjects(self) -> None:
        """Of two names of a sentence that can be the subject the first is, unless "und" joins them."""
        index = self.index
        first: dict[int, Person] = {}
        for i in sorted(self.owner):
            person, mention = self.owner[i]
            if i != mention.first or not mention.subject or index.quoted[i]:
                continue
            leader = first.setdefault(index.sentence[i], person)
            start = i
            while start > 0 and (
                self.know.role(index.tokens[start - 1].text) or self.know.is_title(index.tokens[start - 1].text)
            ):
                start -= 1
            joined = start > 0 and index.tokens[start - 1].lower in self.know.joining
            told = start > 1 and index.tokens[start - 1].text.islower() and not index.tokens[start - 2].text.isalnum()
            if leader is not person and not joined and not told:  # told: "…, sagte Meier"
                mention.subject = SECOND_SUBJECT

    # -- finding names -----------------------------------------------------------------------------------------

    def label(self, i: int) -> str:
        """See :meth:`claims.speakers.namefinding.NameFinder.label`."""
        return self.finder.label(i)

    def base_form(self, word: str) -> str:
        """See :meth:`claims.speakers.namefinding.NameFinder.base_form`."""
        return self.finder.base_form(word)

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        tokens = self.index.tokens[first : last + 1]
        return (*(t.text for t in tokens[:-1]), self.finder.base_form(tokens[-1].text))

    def _core(self, first: int, last: int) -> tuple[int, int]:
        """The tokens of a name without what tells father from son, which also shows a name that is a word of the
        language, too: "| Sam Hale | Jr."."""
        if last == first or self.index.tokens[last].text.rstrip(".") not in generations():
            return first, last
        last -= 1
        opens = first > 0 and self.index.adjacent(first) and self.label(first - 1) == "known"
        return first - (first == last and opens), last

    def _generation(self, last: int) -> str:
        """What stands right behind a name to tell father from son, as written; else nothing."""
        tokens, at = self.index.tokens, last + 1
        if at >= len(tokens) or not self.index.adjacent(at) or tokens[at].text.rstrip(".") not in generations():
            return ""
        cut = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at].end == tokens[at + 1].start
        return tokens[at].text + "." * (cut and len(tokens[at].text) < SHORT_SUFFIX)

    def _add_full(self, first: int, last: int) -> None:
        words, suffix = self._words(first, last), self._generation(last)
        for person in self._by_surname[words[-1]]:
            if _same_person(person.words, words) and _one_generation(person.generation, suffix):
                if len(words) > len(person.words):
                    person.words = words
                break
        else:
            person = Person(words, generation=suffix)
            self.persons.append(person)
            self._by_surname[words[-1]].append(person)
        self._note(person, first, last)

    def _add_single(self, first: int, last: int, *, anchored: bool) -> None:
        if any(i in self.owner for i in range(first, last + 1)):
            return
        *particles, base = self._words(first, last)
        word = self.index.tokens[last].text
        candidates = self._by_surname.get(base) or self._by_surname.get(word) or []
        if suffix := self._generation(last):  # "Hale Jr."
            candidates = [p for p in candidates if _one_generation(p.generation, suffix)]
        if particles:  # "Bankchefin van der Sloot"
            small = [w.lower() for w in particles]
            candidates = [p for p in candidates if [w.lower() for w in p.words[first - last - 1 : -1]] == small]
        if not candidates and not anchored:
            candidates = [p for p in self.persons if p.words[0] in (word, base) and len(p.words) > 1]
            candidates = [p for p in candidates if not p.words[1][0].islower()]  # "De la Cruz … De Boer"
        if not candidates and first and self.index.tokens[first - 1].lower in self.know.roles.given_titles:
            candidates = [p for p in self.persons if p.words[0] == base and len(p.words) > 1]  # "Sir Graham"
        if len(candidates) > 1:
            gender = self._gender_before(first)
            candidates = [p for p in candidates if gender and _told_gender(p) == gender]
        gender = self._gender_before(first) if anchored and base == word else ""
        if gender:  # "Frau Weber" is not Michael Weber
            candidates = [p for p in candidates if _told_gender(p) in (gender, "")]
        owner = bool(candidates) and all(self._belongs_to_another(p, first) for p in candidates)
        if owner:
            candidates = []
        if len(candidates) == 1:
            self._note(candidates[0], first, last)
        elif not candidates and (anchored or owner):
            person = Person((*particles, base))
            self.persons.append(person)
            self._by_surname[base].append(person)
            self._note(person, first, last)

    def _belongs_to_another(self, person: Person, position: int) -> bool:
        """ "Petrow … sein Stellvertreter Anton Petrow": whoever is named before the namesake who is told to be his."""
        tokens, know, first = self.index.tokens, self.know, person.mentions[0].first
        if position > first:
            return False
        owners = know.possessives
        if know.language == "en":  # not "their"
            owners = owners & {*know.roles.pronouns.male, *know.roles.pronouns.female}
        at = first - 1
        while at > 0 and self.index.sentence[at] == self.index.sentence[first] and tokens[at].lower not in owners:
            role = know.role(tokens[at].text) is not None or tokens[at].lower in know.definite or tokens[at].text == ","
            if not role and (tokens[at].text[0].isupper() or not self.index.adjacent(at + 1)):
                return False
            at -= 1
        return at + 1 < first and tokens[at].lower in owners

    def _gender_before(self, first: int) -> str:
        before = self.index.tokens[first - 1] if first else None
        if before is None:
            return ""
        if before.text == "." and first > 1:
            before = self.index.tokens[first - 2]
        role = self.know.role(before.text)
        return self.know.title_gender.get(before.lower, "") or (role.gender if role else "")

    def _note(self, person: Person, first: int, last: int) -> None:
        tokens = self.index.tokens
        start = first
        while start > 0 and self.index.adjacent(start) and start > first - 4:
            before = tokens[start - 1]
            if before.kind == "word" and (self.know.is_title(before.text) or self.know.role(before.text)):
                start -= 1
            elif before.text == "." and start > 1 and self.know.is_title(tokens[start - 2].text):
                start -= 2
            else:
                break
        genitive = (
            self.finder.base_form(tokens[last].text) != tokens[last].text
        )  # "Sprecher Meiers" is no office of Meier
        words = [] if genitive and first == last else [tokens[i].text for i in range(first - 1, start - 1, -1)]
        gender = next((g for g in map(self._gender_of, words) if g), "")
        if not gender and words and self.know.language == "de" and tokens[first - 1].text.endswith("er"):
            gender = "m"  # Vorsitzender
        elif not gender and words and start > 0 and self.know.language == "de":
            article = tokens[start - 1].lower  # "der Vorsitzende", "die Vorsitzende", but "mit der Vorsitzenden"
            oblique = article in self.know.feminine_oblique and tokens[first - 1].text.endswith("n")
            gender = "f" if oblique else self.know.determiner_gender.get(article, "")
        if gender:
            person.genders[gender] += 3
        mention = Mention(
            first, last, Span(tokens[first].start, tokens[last].end), self._subject(start, first, last), None, gender
        )
        person.mentions.append(mention)
        for i in range(first, last + 1 + bool(self._generation(last))):
            self.owner[i] = (person, mention)

    def _gender_of(self, word: str) -> str:
        role = self.know.role(word)
        if role is not None and self.know.institution(word) is not None:
            return ""  # "Vorstand Ute Meier": a word for a body tells nothing of the person
        return self.know.title_gender.get(word.lower(), "") or (role.gender if role else "")

    def _subject(self, start: int, first: int, last: int) -> bool:
        """Whether the name can be the subject: no preposition and no oblique article before it, no genitive."""
        tokens, know = self.index.tokens, self.know
        if self.finder.base_form(tokens[last].text) != tokens[last].text:
            return False
        i = start - 1
        while i >= 0 and self.index.sentence[i] == self.index.sentence[start] and tokens[i].kind == "word":
            lower = tokens[i].lower
            if lower in know.oblique or lower in know.prepositions:
                return False
            adjective = start < first and start - i < 4 and lower.endswith(know.adjective_endings)
            if lower in know.determiners or not adjective:
                return True
            i -= 1
        return True


def _one_generation(one: str, other: str) -> bool:
    return generations().get(one.rstrip(".")) == generations().get(other.rstrip("."))


def _told_gender(person: Person) -> str:
    return person.gender or (gender_of_name(person.words[0]) if len(person.words) > 1 else "")


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names of one article with the same surname: the given names agree or one lacks them."""
    if len(a) == 1 or len(b) == 1:
        return True
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    return x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y))
