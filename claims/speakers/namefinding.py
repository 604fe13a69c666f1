"""Which capitalised words of an article are a name: by their place, by what stands before, by the dictionary."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.lemmas import is_german_plural
from claims.models import Span
from claims.speakers.given_names import is_given_name
from claims.speakers.humans import is_human
from claims.speakers.index import Index, in_dictionary, is_uninflected
from claims.speakers.names import opens_name

_DOUBTFUL = frozenset({"maybe", "known"})  # given names that the dictionary has: behind a role, before "von", names
_OTHERWISE = ("role", "title", "place", "institution")  # what a surname can be besides
WORDS_BEFORE_NOUN = 4  # and the noun: "Corvane, a small family-run paint company,"
SHORTEST_HEAD, SHORTEST_TAIL = 4, 5  # letters of the two parts of a compound
LONGEST_NAME = 6  # tokens, particles and initials included


class NameFinder:
    """Finds the names of one article; ``bodies`` are the proper names of companies, with the gender of their noun."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.know = index.know
        self.called: dict[str, str] = {}  # of these, the noun that stands behind: "Openhand, a charity"
        self.bodies = self._bodies()

    def names(self, hints: Sequence[Span]) -> tuple[list[tuple[int, int, bool]], list[tuple[int, int]]]:
        """Names as (first token, last token, whether a role stands before), and lone words that may be surnames.

        ``hints`` are stretches known to be names.
        """
        names: list[tuple[int, int, bool]] = []
        loose: list[tuple[int, int]] = []
        for first, last in self._runs():
            self._names_in_run(first, last, names, loose)
        taken = {i for first, last, _ in names for i in range(first, last + 1)}
        names.extend((i, i + 1, True) for i in self._before_brackets() if taken.isdisjoint((i, i + 1)))
        taken.update(i for first, last, _ in names for i in range(first, last + 1))
        for span in hints:
            inside = self.index.within(span)
            if inside and taken.isdisjoint(inside):
                names.append((inside[0], inside[-1], True))
        return names, loose

    def _before_brackets(self) -> list[int]:
        """Where two capitalised words stand before a party or an age in brackets: "Jette Kolbe (SPD)"."""
        tokens, names = self.index.tokens, []
        for i in range(2, len(tokens) - 2):
            inside = tokens[i + 1].text
            if (
                tokens[i].text != "("
                or tokens[i + 2].text != ")"
                or not self._capital(i - 2)
                or not self._capital(i - 1)
            ):
                continue
            if inside not in self.know.known and not (inside.isdigit() and len(inside) == 2):
                continue
            labels = {self.label(i - 2), self.label(i - 1)}
            if self.index.adjacent(i - 1) and labels <= {"given", "unknown", "known", "maybe"}:
                names.append(i - 2)
        return names

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
        for i, token in enumerate(tokens):
            noun = self._told_behind(i)
            if noun and token.text not in found:
                institution = know.institution(noun)
                found[token.text] = institution.gender if institution else "n"
                self.called[token.text] = noun.lower()
        return found

    def _told_behind(self, i: int) -> str:
        """The noun of "Openhand, a charity for …": what a name of one word is, told right behind it; else nothing."""
        know, tokens, index = self.know, self.index.tokens, self.index
        if tokens[i].kind != "word" or not tokens[i].text[0].isupper() or i + 3 >= len(tokens):
            return ""
        alone = i == 0 or not index.adjacent(i) or not tokens[i - 1].text[0].isupper()
        if not alone or is_given_name(tokens[i].text):
            return ""
        if in_dictionary(tokens[i].text, know.language) or know.country(tokens[i].text) or know.role(tokens[i].text):
            return ""
        return self.noun_behind(i)

    def noun_behind(self, i: int) -> str:
        """The noun that tells right behind a name what it is the name of: "Penrose Hospital, a private | clinic"."""
        know, tokens = self.know, self.index.tokens
        if i + 3 >= len(tokens) or tokens[i + 1].text != ",":
            return ""
        if tokens[i + 2].lower not in know.indefinite | know.definite:
            return ""
        for at in range(i + 3, min(i + 3 + WORDS_BEFORE_NOUN, len(tokens) - 1)):
            if tokens[at].kind != "word" or know.role(tokens[at].text):
                return ""
            after = tokens[at + 1]
            ends = after.text in (",", ".") or after.lower in {*know.prepositions, *know.roles.pronouns.relative}
            if ends:
                institution = know.institution(tokens[at].text)
                known = know.names_follow(tokens[at].text) and (institution is None or not institution.plural)
                return tokens[at].text if known else ""
        return ""

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
                follows = j + 2 < len(tokens) and self.index.sentence[j + 2] == self.index.sentence[j]
                if self._capital(j + 1) or (initial and follows and self._capital(j + 2)):
                    j += 1
                    continue
                k = j + 1
                while (
                    k < len(tokens) and k < j + 4 and tokens[k].text in self.know.particles and self.index.adjacent(k)
                ):
                    k += 1
                joined = k > j + 1 and k < len(tokens) and self._capital(k) and self.index.adjacent(k)
                bound = tokens[j + 1].lower in self.know.prepositions | self.know.determiners
                if bound and j > i and self.label(j) == "unknown" and self.label(j - 1) == "given":
                    break  # "Moritz Muster von Nordwerk": where a full name is from
                if joined and (self._surname_behind(j, k) or (k > j + 1 and self._particle(j))):
                    j = k
                    continue
                first_name = j > i and self.label(j) == "given" and self.label(j - 1) in ("role", "title")
                body = joined and tokens[k].text in self.know.known  # "Sprecherin Meier | von Greenpeace"
                joined = joined and not body
                if joined and first_name and k == j + 2 and self.label(k) in ("known", "unknown", "maybe"):
                    j = k  # "Pastor Jan von Ahlen": nobody is called by a given name and where he is from
                    continue
                named = self._name_like(j) or (j > i and self.label(j) in _DOUBTFUL and self.label(j - 1) == "role")
                named = named or (j > i and self.label(j) == "title" and self.label(j - 1) == "given")
                if joined and named and (not bound or self._after_particle(tokens[k].text)):
                    j = k
                    continue
                break
            runs.append((i, j))
            i = j + 1
        return runs

    def _surname_behind(self, j: int, k: int) -> bool:
        """Whether a surname with its particles ends at ``k`` behind the role or title ``j``: "Chefin | van der Sloot",
        "Frau | von Thurn"; "Bürgermeisterin von Hexenau" only where a full name ends so."""
        tokens = self.index.tokens
        title = self.know.is_title(tokens[j].text)
        if self.label(j) not in ("role", "title") or tokens[j + 1].lower in self.know.determiners:
            return False
        if tokens[j + 1].lower not in self.know.prepositions:
            return True  # "van", "de"
        if not self._after_particle(tokens[k].text) or self.know.country(tokens[k].text):
            return False
        if title or k > j + 2:
            return True
        after = (i for i in range(1, len(tokens) - 1) if tokens[i + 1].text == tokens[k].text)
        return any(tokens[i].text == tokens[j + 1].text and self.label(i - 1) in ("given", "initial") for i in after)

    def _particle(self, i: int) -> bool:
        """A particle written large that is no article: "Van", "De"."""
        token = self.index.tokens[i]
        return token.text[0].isupper() and token.lower in self.know.particles - self.know.determiners

    def _particle_behind(self, i: int, first: int, labels: list[str]) -> bool:
        """Whether a surname with its particles begins at ``i``, right behind a role or title."""
        if self._particle(i) and i + 1 < len(self.index.tokens) and labels[i - first + 1 : i - first + 2] == ["part"]:
            return self.index.tokens[i + 1].text in self.know.particles  # "Van der Sloot, the manager"
        behind = i > first and labels[i - 1 - first] in ("role", "title")
        return behind and self.index.tokens[i].text in self.know.particles

    def _capital(self, i: int) -> bool:
        token = self.index.tokens[i]
        if token.kind not in ("word", "abbreviation"):
            return False
        return token.text[0].isupper() or self._with_article(token.text)

    def _with_article(self, text: str) -> bool:
        """al-Baghawi: a particle, a hyphen and a name."""
        head, hyphen, tail = text.partition("-")
        return (bool(hyphen) and head in self.know.particles and tail[:1].isupper()) or opens_name(text)

    def _after_particle(self, text: str) -> bool:
        """Whether a word after "von", "bin", "de" can be a surname: "Frustration" cannot."""
        if self.know.institution(text) is not None or text.isupper():
            return False
        named = is_given_name(text) or not in_dictionary(text, self.know.language) or is_uninflected(text)
        return named or bool(self.know.country(text))

    def _name_like(self, i: int) -> bool:
        return self.label(i) in ("given", "unknown", "initial")

    def label(self, i: int) -> str:
        """What the capitalised token is: title, role, institution, place, never, given, body, unknown, known, initial,
        or maybe for a dictionary word that nothing inflects."""
        token = self.index.tokens[i]
        text, lower, know = token.text, token.lower, self.know
        if text in self.bodies and not self._after_given_name(i):
            return "body"
        if lower in know.never and self._spelled_as_a_word(i):
            return "given"
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

    def _spelled_as_a_word(self, i: int) -> bool:
        """A given name that is a small word too, behind a role: "Finance Minister Per Lund", "Coach Will Hunt"."""
        tokens, surname = self.index.tokens, i + 1
        if not 0 < i < len(tokens) - 1 or not self.index.adjacent(i) or not self.index.adjacent(surname):
            return False
        word = tokens[surname].text
        if not self._role_before(i) or not word[:1].isupper() or word.lower() in self.know.never:
            return False
        return not in_dictionary(word, self.know.language) or self.index.counts[word] > 1

    def _after_given_name(self, i: int) -> bool:
        """ "Wolfram Grothe" is a person also where "die Firma Grothe" is named."""
        if i == 0 or not self.index.adjacent(i):
            return False
        before = self.index.tokens[i - 1]
        unknown = i > 1 and before.text[0].isupper() and self._role_before(i - 1)  # "Geschäftsführerin Ebba | Holm"
        return is_given_name(before.text) or (unknown and not in_dictionary(before.text, self.know.language))

    def _names_in_run(
        self, first: int, last: int, names: list[tuple[int, int, bool]], loose: list[tuple[int, int]]
    ) -> None:
        labels = [self.label(i) if self._capital(i) else "part" for i in range(first, last + 1)]
        i = first
        led = False  # by a noun that says what the named one is
        while i <= last:
            label = labels[i - first]
            if self._particle_behind(i, first, labels):
                surname = next((k for k in range(i + 1, last + 1) if labels[k - first] != "part"), last)
                names.append((i, surname, True))
                i = surname + 1
                continue
            if label in ("unknown", "known", "maybe") and self._doer_before_name(i, last, labels, first):
                i, led = i + 1, True
                continue
            anchored = led or (i > 0 and self.index.adjacent(i) and self._role_before(i))
            led = False
            if label == "maybe":
                nominative = i < last and self.base_form(self.index.tokens[i + 1].text) == self.index.tokens[i + 1].text
                label = "given" if nominative and labels[i + 1 - first] in ("unknown", "given") else "known"
                labels[i - first] = label
            if label == "given" or label == "unknown" or label == "initial" or (anchored and label == "known"):
                j = i
                while j < last and j - i + 1 < LONGEST_NAME and not self._owns(j):
                    nxt = labels[j + 1 - first]
                    beyond = ("given", "unknown", "initial", "part", "title")  # "Medical | Officer Dr Lee"
                    alone = j + 1 == last or labels[j + 2 - first] not in beyond
                    surname_role = (label == "given" or anchored) and j == i and alone and nxt in _OTHERWISE
                    after_part = labels[j - first] == "part" and j > i  # "George W. | Busch", "von | Stein"
                    things = self.know.language == "de" and is_german_plural(self.index.tokens[j + 1].text)
                    surname_noun = (
                        nxt in ("known", "maybe")
                        and not (things and label not in ("given", "unknown"))
                        and (labels[j - first] == "given" or (anchored and j == i) or after_part)
                    )
                    noble = label == "given" and nxt == "title" and not alone  # "Wilhelm Graf | Stetten"
                    if nxt in ("given", "unknown", "part", "initial") or surname_role or surname_noun or noble:
                        j += 1
                        continue
                    break
                while j > i and labels[j - first] == "part":
                    j -= 1
                has_name = any(labels[k - first] in ("given", "unknown") for k in range(i, j + 1))
                if j < last and self.know.language == "en" and labels[j + 1 - first] == "institution":
                    i = j + 1  # "Aldham Town | Council"
                    continue
                if j == last and not anchored and self._body_follows(j):
                    i = j + 1  # "Brent Vale | council"
                    continue
                if anchored and self._body_behind_adjective(i):
                    i = j + 1  # "die Grüne | Jugend"
                    continue
                if (
                    j > i
                    and (anchored or (label in ("given", "unknown", "initial") and has_name))
                    and not self._organisation(i, j)
                ):
                    names.append((i, j, anchored))
                elif j == i < last and self.know.language == "en" and labels[j + 1 - first] in ("role", "title"):
                    i = j + 1  # "Deputy | Mines | Minister Ann Lee"
                    continue
                elif j == i and anchored and label != "initial" and (label != "known" or self._surname_noun(i)):
                    names.append((i, j, True))
                elif j == i and label in ("unknown", "given", "known"):
                    loose.append((i, j))
                i = j + 1
            else:
                word = label in ("known", "maybe") and self.index.tokens[i].text not in self.know.known
                alone = i == last and all(one == "never" for one in labels[:-1])  # "Laut Richter"
                if word or (label in ("role", "title") and alone and self._bare(i)):
                    loose.append((i, i))
                i += 1

    def _bare(self, i: int) -> bool:
        """ "Bauer sagte", "sagte Bauer", where an Ute Bauer is known; not "der alte Bauer"."""
        tokens, before = self.index.tokens, i - 1
        while (
            before > 0 and tokens[before].text.islower() and tokens[before].lower.endswith(self.know.adjective_endings)
        ):
            if tokens[before].lower in self.know.determiners:
                break
            before -= 1
        led = before >= 0 and self.index.sentence[before] == self.index.sentence[i]
        led = led and tokens[before].lower in self.know.determiners | self.know.contracted
        return self.know.language == "de" and not led

    def _body_follows(self, i: int) -> bool:
        """Whether the name is that of a place, whose council, school or police the next word names."""
        tokens = self.index.tokens
        if self.know.language != "en" or i + 1 >= len(tokens) or not self.index.adjacent(i + 1):
            return False
        return tokens[i + 1].text.islower() and tokens[i + 1].text in self.know.local

    def _surname_noun(self, i: int) -> bool:
        """Whether a dictionary word after a role can be a surname: "Ministerin Koch", not "Ermittler Hinweise"."""
        before = self.index.tokens[i - 1].text
        if before == "." or self.know.language != "de":
            return True
        role, text = self.know.role(before), self.index.tokens[i].text
        if is_german_plural(text) and self.index.counts[text] == 1:
            return False  # "laut Sprecherin Proben genommen"
        singular = self.know.is_title(before) or (role is not None and role.gender == "f")
        return singular or is_uninflected(text) or (self.index.counts[text] > 1 and not text.endswith(("e", "en")))

    def _body_behind_adjective(self, i: int) -> bool:
        """ "Die Grüne Jugend", "die Deutsche Umwelthilfe": a word for those of a party or nation, and behind it a noun
        for no person, which the language has or whose last part it has; not "die Grüne Kolb"."""
        before, text = self.index.tokens[i - 1], self.index.tokens[i].text
        adjective = before.lower.endswith(self.know.roles.name_adjectives)
        if not adjective or is_given_name(text) or is_human(text, self.know.language):
            return False
        tails = range(SHORTEST_HEAD, len(text) - SHORTEST_TAIL + 1)
        return in_dictionary(text, "de") or any(in_dictionary(text[at:].capitalize(), "de") for at in tails)

    def _doer_before_name(self, i: int, last: int, labels: list[str], first: int) -> bool:
        """ "Netzplaner Sven Ohm", "Schlagerstar Vroni Adler": a noun before a known given name, or a long
        one before any, and a surname is no part of the name."""
        word = self.index.tokens[i].text
        long = labels[i - first] == "maybe" and len(word) > 8
        return (
            i + 2 <= last
            and (labels[i + 1 - first] == "given" or (long and labels[i + 1 - first] == "unknown"))
            and labels[i + 2 - first] in ("given", "unknown", "known", "maybe", "role", "institution", "initial")
            and (labels[i - first] == "known" or len(word) > 8 or word.lower().endswith(self.know.agents))
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
        called = self._role_before(i) or is_given_name(self.index.tokens[i].text)
        if i and not called and self.know.names_follow(noun := self.index.tokens[i - 1].text):
            return self.know.role(noun) is None  # "the shipping company Nordfjell Lines"
        if self.know.institution(self.index.tokens[j].text) and not called:
            return True
        if self._is_thing(j):
            return True
        if before == "," and i > 1 and self.know.names_follow(self.index.tokens[i - 2].text):
            return not is_given_name(self.index.tokens[i].text)  # "the tour operator, Panorama Reisen"
        return before in self.know.definite and self.label(i) == "unknown"

    def _owns(self, i: int) -> bool:
        """ "Labour's | Neil Harcus": whose somebody is, told before the name."""
        return self.know.language == "en" and self.index.tokens[i].text.endswith(("'s", "’s"))

    def _is_thing(self, j: int) -> bool:
        """ "Northern Central, which runs the line": a relative pronoun that no person has follows the name."""
        tokens, pronouns = self.index.tokens, self.know.roles.pronouns
        follows = j + 2 < len(tokens) and tokens[j + 1].text == ","
        things = frozenset(pronouns.relative) - frozenset(pronouns.human_relatives)
        return bool(pronouns.human_relatives) and follows and tokens[j + 2].lower in things

    def _role_before(self, i: int) -> bool:
        before = self.index.tokens[i - 1]
        if before.text == "." and i > 1:
            return self.know.is_title(self.index.tokens[i - 2].text)
        if before.kind != "word":
            return False
        if i > 1 and self.index.adjacent(i - 1) and before.lower in self.know.place and before.text.endswith("s"):
            before = self.index.tokens[i - 2]  # "Außenminister Estlands | Rein Kuusik"
        if self.know.language == "de" and not before.text[0].isupper():
            return False
        role = self.know.role(before.text)
        return self.know.is_title(before.text) or (role is not None and not role.plural)

    def base_form(self, word: str) -> str:
        """The word without a genitive -s, when the base form stands in the article too or an apostrophe tells."""
        for ending in ("'s", "’s", "'", "’"):
            if word.endswith(ending):
                return word[: -len(ending)]
        if self.know.language == "de" and word.endswith("s") and len(word) > 3 and word[:-1] in self.index.types:
            return word[:-1]
        return word
