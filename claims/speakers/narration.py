"""What the author tells between the statements: pronouns, bare roles and who is introduced, each read where it stands.

What is found here carries persons on: "Die Rektorin kam selbst. Sie …, sagte sie" needs the first sentence, though
nobody speaks in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from claims.language.quantity_words import words_of
from claims.models import SpeakerKind
from claims.speakers.antecedents import Discourse, Referent
from claims.speakers.holders import NAMED, HolderFinder
from claims.speakers.humans import introduced
from claims.speakers.inventory import Inventory
from claims.speakers.phrase import Shape
from claims.speakers.reading import Reader
from claims.speakers.unnamed import unnamed

GROUP = 6  # tokens of a phrase for people that opens a sentence: "Dozens of angry residents"
OPENING = 4  # tokens of a role that opens a sentence
INVERTED = 0.8  # how likely an English indefinite phrase behind the verb is the subject
MOST_PERSONS = 200  # of an article, up to which every bare role is resolved, also where no statement asks


class Narration:
    """One article read from its beginning on, as far as a statement asks."""

    def __init__(self, inventory: Inventory, reader: Reader, holders: HolderFinder, discourse: Discourse) -> None:
        self.inventory = inventory
        self.index = inventory.index
        self.know = inventory.know
        self.reader = reader
        self.holders = holders
        self.discourse = discourse
        self._numbers = frozenset(words_of(self.know.language).of["card"])
        self._walked = 0
        self._mentioned: set[int] = set()  # tokens of the mentions so far
        self._introduced: set[int] = set()  # nouns behind an indefinite article that brought somebody in

    def mentioned(self, tokens: Iterable[int]) -> None:
        """These tokens name the speaker of a statement, who is not told of by the author there."""
        self._mentioned.update(tokens)

    def walk(self, position: int) -> None:
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
            opens = know.roles.pronouns.collective and index.sentence_start(i)
            if opens:
                self._introduce_group(i)
            gender = know.subject_pronouns.get(token.lower)
            if gender is None and opens and token.lower in know.roles.pronouns.plural:
                gender = "p"
            if gender is not None:
                referent = self.discourse.pronoun(i, gender, persons_only=True)
            elif few and i and i not in self.inventory.owner and self._can_be_subject(i - 1):
                role = know.role(token.text) if self._role_noun(i) else None
                if role is None or role.plural:
                    continue
                reading = self.reader.read(i - 1, self._with_whose(i))
                if reading.shape is not Shape.ROLE or reading.plural or self._introduces(i):
                    continue
                referent = self.holders.of(reading) if reading.determiner in know.nominative else None
                told = referent is None and reading.gender and i not in self._mentioned | self._introduced
                subject = self.index.sentence_start(i - 1) or (
                    reading.gender == "m" and reading.determiner in know.nominative
                )
                if told and subject and not self._named_near(i):
                    bare = Referent(reading.name, reading.kind, reading.gender, False, i, True, human=True)
                    self.discourse.tell(replace(bare, person_told=True))
            else:
                continue
            if referent is not None and referent.person is not None:
                self.discourse.spoken_of(referent.person, i, gender or "")
            elif referent is not None and referent.plural and referent.new:
                self.discourse.tell(replace(referent, first=i))  # "They had left in May": still of these
        self._walked = max(self._walked, position)

    def _open_with_role(self, first: int) -> None:
        """ "Her deputy was less sure." – who opens a sentence by a role and is no known person is spoken of too."""
        index = self.index
        for last in range(first + 1, min(first + OPENING, len(index.tokens))):
            if index.sentence[last] != index.sentence[first] or last in self.inventory.owner:
                return
            if index.tokens[last].kind != "word" or not self._role_noun(last):
                continue
            follow = index.tokens[last + 1].lower if last + 1 < len(index.tokens) else ","
            if follow == "," or follow in self.know.linking | self.know.genitive:
                return  # a name follows, or whose role it is
            reading = self.reader.read(first, last)
            if reading.shape is Shape.ROLE and not reading.plural and self.holders.of(reading) is None:
                told = unnamed(reading, reading.name, self.know)
                self.discourse.others.setdefault(told.name, told)
            return

    def _role_noun(self, i: int) -> bool:
        """A noun for what somebody is: "Fahrer", "34-Jährige", not the adjective "52-jähriger"."""
        word = self.index.tokens[i].text
        noun = self.know.language == "en" or word.rpartition("-")[2][:1].isupper()
        return noun and self.know.role(word) is not None

    def _introduce(self, first: int) -> None:
        """ "Ein Matrose stand an der Mole. … sagte er": who opens a sentence with an indefinite article, or of whom a
        clause tells more, is spoken of from there on, whatever the noun."""
        at = introduced(self.index, first)
        subject = self._introduced_as_subject(first, at) if at >= 0 else 0.0
        if at < 0 or at in self._mentioned or not (subject or self._told_more(at)):
            return
        if any(k in self.inventory.owner for k in range(first, min(at + 3, len(self.index.tokens)))):
            return  # "a nurse, Ann Lee"
        reading = self.reader.read(first, self._with_whose(at))
        if reading.shape not in (Shape.ROLE, Shape.OTHER) or reading.plural or reading.name in self.discourse.others:
            return
        gender = reading.gender
        if self.know.language == "de":
            gender = "f" if self.know.determiner_gender.get(reading.determiner) == "f" else "m"
        told = Referent(reading.name, reading.kind, gender, False, at, subject, human=True)
        self._introduced.add(at)
        self.discourse.tell(replace(told, new=subject == 1, person_told=True))

    def _introduce_group(self, first: int) -> None:
        """ "Three rowers were rescued. … they said": people in the plural of whom a sentence tells as its subject."""
        tokens, know = self.index.tokens, self.know
        counted = tokens[first].kind == "number" or tokens[first].lower in self._numbers
        opens = counted or tokens[first].lower in know.determiners
        inner = 1  # words before the noun that are no article and no number
        for at in range(first, min(first + GROUP, len(tokens) - 1)):
            token, low = tokens[at], tokens[at].lower
            if self.index.sentence[at] != self.index.sentence[first] or at in self.inventory.owner:
                return
            doers = counted and low.endswith(tuple(know.roles.pronouns.counted))  # "three rowers"
            if (self.discourse.people(low) or doers) and not self.discourse.people(tokens[at + 1].lower):
                if tokens[at + 1].kind == "mark" or at in self._mentioned:
                    return
                name = self.reader.read(first, at).name or token.text
                told = Referent(name, SpeakerKind.UNNAMED, "", True, at, 1.0, human=True, new=True, person_told=True)
                self.discourse.tell(told)
                return
            if at == first and not opens and not self.discourse.crowd(low):
                return
            if at > first and low not in know.genitive | know.determiners | self._numbers:
                inner -= 1
                if inner < 0 or token.kind != "word":
                    return

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

    def _with_whose(self, i: int) -> int:
        """The end of a phrase with the name that says whose the role at ``i`` is: "die Bürgermeisterin von Sulm"."""
        tokens, sentence = self.index.tokens, self.index.sentence
        if i + 2 >= len(tokens) or tokens[i + 1].lower not in self.know.linking | self.know.genitive:
            return i
        named = tokens[i + 2].text[0].isupper() and sentence[i + 2] == sentence[i]
        return i + 2 if named and i + 2 not in self.inventory.owner else i

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
