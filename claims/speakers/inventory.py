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
from claims.speakers.index import Index, in_dictionary
from claims.speakers.knowledge import is_given_name

LONGEST_NAME = 6  # tokens, particles and initials included


@dataclass
class Mention:
    """One place where a person is named: token and character range, and how likely it is the subject there."""

    first: int
    last: int  # inclusive
    span: Span
    subject: bool
    role: Span | None = None
    role_gender: str = ""


@dataclass
class Person:
    """One person of the article; ``words`` is the fullest name without title."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        return join_name(self.words)

    @property
    def surname(self) -> str:
        return self.words[-1]

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
        self.owner: dict[int, tuple[Person, Mention]] = {}  # token index → the person named there
        names: list[tuple[int, int, bool]] = []
        loose: list[tuple[int, int]] = []
        for first, last in self._runs():
            self._names_in_run(first, last, names, loose)
        taken = {i for first, last, _ in names for i in range(first, last + 1)}
        for span in hints:
            inside = index.within(span)
            if len(inside) > 1 and taken.isdisjoint(inside):
                names.append((inside[0], inside[-1], True))
        full = [n for n in names if self._length(n) > 1]
        single = [(f, last) for f, last, _ in names if f == last]
        for first, last, _ in sorted(full):
            self._add_full(first, last)
        for first, last in sorted(set(single)):
            self._add_single(first, last, anchored=True)
        for first, last in loose:
            self._add_single(first, last, anchored=False)
        for person in self.persons:
            person.mentions.sort(key=lambda m: m.first)
            hint = self.know.gender_of_name(person.words[0]) if len(person.words) > 1 else ""
            if hint and not person.genders:
                person.genders[hint] += 1

    # -- finding names -----------------------------------------------------------------------------------------

    def _length(self, name: tuple[int, int, bool]) -> int:
        return name[1] - name[0] + 1

    def _runs(self) -> list[tuple[int, int]]:
        tokens = self.index.tokens
        runs: list[tuple[int, int]] = []
        i = 0
        while i < len(tokens):
            if not self._capital(i):
                i += 1
                continue
            j = i
            while j + 1 < len(tokens) and self.index.adjacent(j + 1):
                nxt = tokens[j + 1]
                initial = nxt.text == "." and (len(tokens[j].text) == 1 or self.know.is_title(tokens[j].text))
                if self._capital(j + 1) or (initial and j + 2 < len(tokens) and self._capital(j + 2)):
                    j += 1
                    continue
                k = j + 1
                while (
                    k < len(tokens) and k < j + 4 and tokens[k].text in self.know.particles and self.index.adjacent(k)
                ):
                    k += 1
                if k > j + 1 and k < len(tokens) and self._capital(k) and self.index.adjacent(k) and self._name_like(j):
                    j = k
                    continue
                break
            runs.append((i, j))
            i = j + 1
        return runs

    def _capital(self, i: int) -> bool:
        token = self.index.tokens[i]
        return token.kind in ("word", "abbreviation") and token.text[0].isupper()

    def _name_like(self, i: int) -> bool:
        return self.label(i) in ("given", "unknown", "initial")

    def label(self, i: int) -> str:
        """What the capitalised token is: title, role, institution, place, never, given, unknown, known, initial."""
        token = self.index.tokens[i]
        text, lower, know = token.text, token.lower, self.know
        if len(text) == 1 or (token.kind == "abbreviation" and not know.country(text)):
            return "initial"
        if lower in know.never:
            return "never"
        if know.is_title(text):
            return "title"
        if is_given_name(text):
            return "given"
        if text in know.known:
            return "known"
        if know.country(text):
            return "place"
        if know.role(text):
            return "role"
        if know.institution(text) or lower in know.carriers:
            return "institution"
        if text.isupper() and len(text) < 6:
            return "known"
        if lower in self.index.lower_types:
            return "known"
        if know.language == "de":
            return "known" if in_dictionary(text, "de") else "unknown"
        if self.index.sentence_start(i) and in_dictionary(text, "en"):
            return "known"
        return "unknown"

    def _names_in_run(
        self, first: int, last: int, names: list[tuple[int, int, bool]], loose: list[tuple[int, int]]
    ) -> None:
        labels = [self.label(i) if self._capital(i) else "part" for i in range(first, last + 1)]
        i = first
        while i <= last:
            label = labels[i - first]
            anchored = i > 0 and self.index.adjacent(i) and self._role_before(i)
            if label == "given" or label == "unknown" or label == "initial" or (anchored and label == "known"):
                j = i
                while j < last and j - i + 1 < LONGEST_NAME:
                    nxt = labels[j + 1 - first]
                    surname_role = label == "given" and nxt in ("role", "title", "place", "institution") and j == i
                    if nxt in ("given", "unknown", "part", "initial", "known") or surname_role:
                        j += 1
                        continue
                    break
                while j > i and labels[j - first] == "part":
                    j -= 1
                has_name = any(labels[k - first] in ("given", "unknown") for k in range(i, j + 1))
                if (
                    j > i
                    and (anchored or (label in ("given", "unknown", "initial") and has_name))
                    and not self._organisation(i, j)
                ):
                    names.append((i, j, anchored))
                elif j == i and anchored and label != "initial":
                    names.append((i, j, True))
                elif j == i and label in ("unknown", "given"):
                    loose.append((i, j))
                i = j + 1
            else:
                if label == "known" and self.index.tokens[i].text not in self.know.known:
                    loose.append((i, i))
                i += 1

    def _organisation(self, i: int, j: int) -> bool:
        """A definite article right before bare capitalised words names a paper or a firm, no person."""
        before = self.index.tokens[i - 1].lower if self.index.adjacent(i) else ""
        if self.know.institution(self.index.tokens[j].text) and not is_given_name(self.index.tokens[i].text):
            return True
        return before in self.know.definite and self.label(i) == "unknown"

    def _role_before(self, i: int) -> bool:
        before = self.index.tokens[i - 1]
        if before.text == "." and i > 1:
            return self.know.is_title(self.index.tokens[i - 2].text)
        if before.kind != "word":
            return False
        if self.know.language == "de" and not before.text[0].isupper():
            return False
        role = self.know.role(before.text)
        return self.know.is_title(before.text) or (role is not None and not role.plural)

    # -- joining -----------------------------------------------------------------------------------------------

    def base_form(self, word: str) -> str:
        """The word without a genitive -s, when the base form stands in the article too or an apostrophe tells."""
        for ending in ("'s", "’s", "'", "’"):
            if word.endswith(ending):
                return word[: -len(ending)]
        if self.know.language == "de" and word.endswith("s") and len(word) > 3 and word[:-1] in self.index.types:
            return word[:-1]
        return word

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        tokens = self.index.tokens[first : last + 1]
        return (*(t.text for t in tokens[:-1]), self.base_form(tokens[-1].text))

    def _add_full(self, first: int, last: int) -> None:
        words = self._words(first, last)
        for person in self._by_surname[words[-1]]:
            if _same_person(person.words, words):
                if len(words) > len(person.words):
                    person.words = words
                break
        else:
            person = Person(words)
            self.persons.append(person)
            self._by_surname[words[-1]].append(person)
        self._note(person, first, last)

    def _add_single(self, first: int, last: int, *, anchored: bool) -> None:
        if any(i in self.owner for i in range(first, last + 1)):
            return
        word = self.index.tokens[first].text
        base = self.base_form(word)
        candidates = self._by_surname.get(base) or self._by_surname.get(word) or []
        if not candidates and not anchored:
            candidates = [p for p in self.persons if p.words[0] in (word, base) and len(p.words) > 1]
        if len(candidates) > 1:
            gender = self._gender_before(first)
            candidates = [p for p in candidates if gender and p.gender == gender]
        if len(candidates) == 1:
            self._note(candidates[0], first, last)
        elif not candidates and anchored and not self._by_surname.get(base):
            person = Person((base,))
            self.persons.append(person)
            self._by_surname[base].append(person)
            self._note(person, first, last)

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
        gender = next((g for g in (self._gender_of(tokens[i].text) for i in range(first - 1, start - 1, -1)) if g), "")
        if not gender and start < first and start > 0 and self.know.language == "de":
            gender = {"der": "m", "die": "f"}.get(tokens[start - 1].lower, "")  # der Vorsitzende, die Vorsitzende
        if gender:
            person.genders[gender] += 3
        mention = Mention(
            first, last, Span(tokens[first].start, tokens[last].end), self._subject(start, first, last), None, gender
        )
        person.mentions.append(mention)
        for i in range(first, last + 1):
            self.owner[i] = (person, mention)

    def _gender_of(self, word: str) -> str:
        role = self.know.role(word)
        return self.know.title_gender.get(word.lower(), "") or (role.gender if role else "")

    def _subject(self, start: int, first: int, last: int) -> bool:
        """Whether the name can be the subject: no preposition and no oblique article before it, no genitive."""
        tokens, know = self.index.tokens, self.know
        if self.base_form(tokens[last].text) != tokens[last].text:
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


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names of one article with the same surname: the given names agree or one lacks them."""
    if len(a) == 1 or len(b) == 1:
        return True
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    return x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y))
