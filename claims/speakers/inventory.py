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
from claims.speakers.index import Index, in_dictionary, is_uninflected
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
    roled: bool = False  # a role or title stands beside the name somewhere

    @property
    def name(self) -> str:
        return join_name(self.words)

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def weak(self) -> bool:
        """Whether nothing but capital letters says that this is a person."""
        return not self.genders and not self.roled and not is_given_name(self.words[0])

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
        self.bodies = self._bodies()  # proper names of companies, papers, parties, with the gender of their noun
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

    def _bodies(self) -> dict[str, str]:
        """Proper names that the article introduces with what they are: "das Unternehmen Corvane"."""
        know, tokens, index = self.know, self.index.tokens, self.index
        found: dict[str, str] = {}
        for i in range(1, len(tokens)):
            token, before = tokens[i], tokens[i - 1]
            if token.kind != "word" or not token.text[0].isupper() or before.kind != "word" or not index.adjacent(i):
                continue
            if not know.names_follow(before.text) or (know.language == "de" and before.text[0].islower()):
                continue
            follows = i + 1 < len(tokens) and index.adjacent(i + 1) and tokens[i + 1].text[:1].isupper()
            if follows:
                continue  # "Veranstalter Benno Tetzlaff"
            once = self.index.counts[token.text] < 2
            if (
                (once and in_dictionary(token.text, know.language))
                or know.country(token.text)
                or token.lower in know.never
            ):
                continue
            institution = know.institution(before.text)
            found[token.text] = institution.gender if institution else "n"
        return found

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
                joined = k > j + 1 and k < len(tokens) and self._capital(k) and self.index.adjacent(k)
                if joined and self._name_like(j) and self._after_particle(tokens[k].text):
                    j = k
                    continue
                break
            runs.append((i, j))
            i = j + 1
        return runs

    def _capital(self, i: int) -> bool:
        token = self.index.tokens[i]
        if token.kind not in ("word", "abbreviation"):
            return False
        return token.text[0].isupper() or self._with_article(token.text)

    def _with_article(self, text: str) -> bool:
        """al-Baghawi: a particle, a hyphen and a name."""
        head, hyphen, tail = text.partition("-")
        return bool(hyphen) and head in self.know.particles and tail[:1].isupper()

    def _after_particle(self, text: str) -> bool:
        """Whether a word after "von", "bin", "de" can be a surname: "Frustration" cannot."""
        return is_given_name(text) or not in_dictionary(text, self.know.language) or bool(self.know.country(text))

    def _name_like(self, i: int) -> bool:
        return self.label(i) in ("given", "unknown", "initial")

    def label(self, i: int) -> str:
        """What the capitalised token is: title, role, institution, place, never, given, body, unknown, known, initial,
        or maybe for a dictionary word that nothing inflects."""
        token = self.index.tokens[i]
        text, lower, know = token.text, token.lower, self.know
        if text in self.bodies:
            return "body"
        if lower in know.never or "/" in text:
            return "never"
        if len(text) == 1 or (token.kind == "abbreviation" and not know.country(text)):
            dotted = i + 1 < len(self.index.tokens) and self.index.tokens[i + 1].text == "."
            return "initial" if dotted or token.kind == "abbreviation" else "never"
        if self._with_article(text):
            return "unknown"
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
            if in_dictionary(text, "de"):
                return "maybe" if is_uninflected(text) and not lower.endswith(know.noun_endings) else "known"
            return "unknown"
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
            if label in ("unknown", "known") and self._doer_before_name(i, last, labels, first):
                i += 1
                continue
            anchored = i > 0 and self.index.adjacent(i) and self._role_before(i)
            if label == "maybe":
                nominative = i < last and self.base_form(self.index.tokens[i + 1].text) == self.index.tokens[i + 1].text
                label = "given" if nominative and labels[i + 1 - first] in ("unknown", "given") else "known"
                labels[i - first] = label
            if label == "given" or label == "unknown" or label == "initial" or (anchored and label == "known"):
                j = i
                while j < last and j - i + 1 < LONGEST_NAME:
                    nxt = labels[j + 1 - first]
                    surname_role = label == "given" and nxt in ("role", "title", "place", "institution") and j == i
                    surname_noun = nxt in ("known", "maybe") and (label == "given" or anchored) and j == i
                    if nxt in ("given", "unknown", "part", "initial") or surname_role or surname_noun:
                        j += 1
                        continue
                    break
                while j > i and labels[j - first] == "part":
                    j -= 1
                has_name = any(labels[k - first] in ("given", "unknown") for k in range(i, j + 1))
                if j < last and self.know.language == "en" and labels[j + 1 - first] == "institution":
                    i = j + 1  # "Aldham Town | Council"
                    continue
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
                if label in ("known", "maybe") and self.index.tokens[i].text not in self.know.known:
                    loose.append((i, i))
                i += 1

    def _doer_before_name(self, i: int, last: int, labels: list[str], first: int) -> bool:
        """ "Netzplaner Sven Ohm": a noun with a doer's ending before a known given name is no part of the name."""
        word = self.index.tokens[i].text
        return (
            i + 2 <= last
            and labels[i + 1 - first] == "given"
            and labels[i + 2 - first] in ("given", "unknown", "known", "role", "institution")
            and len(word) > 5
            and word.lower().endswith(self.know.agents)
        )

    def _organisation(self, i: int, j: int) -> bool:
        """A definite article right before bare capitalised words names a paper or a firm, no person."""
        before = self.index.tokens[i - 1].lower if i else ""
        if (
            i < j
            and self.base_form(self.index.tokens[i].text) != self.index.tokens[i].text
            and not self._role_before(i)
        ):
            return True  # "Trumps Amtsantritt"
        if self.know.institution(self.index.tokens[j].text) and not is_given_name(self.index.tokens[i].text):
            return True
        if before == "," and i > 1 and self.know.names_follow(self.index.tokens[i - 2].text):
            return not is_given_name(self.index.tokens[i].text)  # "the tour operator, Panorama Reisen"
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
        gender = self._gender_before(first) if anchored and base == word else ""
        if len(candidates) == 1 and gender and candidates[0].genders and candidates[0].gender not in (gender, ""):
            candidates = []  # "Gemeinderätin Weber" is not Michael Weber
            self._by_surname[base] = [p for p in self._by_surname[base] if p.gender == gender]
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
        genitive = self.base_form(tokens[last].text) != tokens[last].text  # "Sprecher Meiers" is no office of Meier
        words = [] if genitive and first == last else [tokens[i].text for i in range(first - 1, start - 1, -1)]
        gender = next((g for g in map(self._gender_of, words) if g), "")
        if not gender and words and self.know.language == "de" and tokens[first - 1].text.endswith("er"):
            gender = "m"  # Vorsitzender
        elif not gender and words and start > 0 and self.know.language == "de":
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
