"""The institutions that one article names, with every place they are named at, found once and only when asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

from claims.language.lemmas import lemma
from claims.models import SpeakerKind
from claims.speakers.antecedents import BODIES, Referent
from claims.speakers.bodykinds import tells_field
from claims.speakers.index import in_dictionary
from claims.speakers.inventory import Inventory
from claims.speakers.offices import names_office
from claims.speakers.phrase import Shape
from claims.speakers.reading import Reader

SHORTEST_PREFIX = 5  # letters of the first part of a compound that names a body: "Bundeskartellamt"


class InstitutionBook:
    """Institutions by the name they are shown with; bare nouns ("das Ministerium") are not among them."""

    def __init__(self, inventory: Inventory, reader: Reader) -> None:
        self._inventory = inventory
        self._reader = reader
        self._found: dict[str, Referent] | None = None
        self._places: dict[str, list[int]] = defaultdict(list)

    def in_sentence(self, sentence: int) -> list[Referent]:
        """Every institution named in the sentence of that number."""
        numbers = self._inventory.index.sentence
        return [r for name, r in self._index().items() if any(numbers[i] == sentence for i in self._places[name])]

    def before(self, position: int) -> list[Referent]:
        """Every institution named before the token ``position``, at its latest place."""
        found: list[Referent] = []
        for name, referent in self._index().items():
            places = self._places[name]
            count = bisect_left(places, position)
            if count:
                latest = places[count - 1]
                found.append(replace(referent, first=latest, subject=self._subject(latest), times=count))
        return found

    def _subject(self, position: int) -> bool:
        """No preposition and no oblique article before the phrase."""
        index, know = self._inventory.index, self._inventory.know
        i = position
        while i > 0 and index.sentence[i - 1] == index.sentence[position] and position - i < 4:
            i -= 1
            lower = index.tokens[i].lower
            if lower in know.oblique or lower in know.prepositions:
                return False
            if lower in know.determiners:
                return True
        return True

    def _index(self) -> dict[str, Referent]:
        if self._found is None:
            self._found = self._scan()
        return self._found

    def _scan(self) -> dict[str, Referent]:
        index, know, owner = self._inventory.index, self._inventory.know, self._inventory.owner
        found: dict[str, Referent] = {}
        proper: dict[str, str] = {}  # a proper name of one word → the name it is shown with
        for i, token in enumerate(index.tokens):
            if token.kind not in ("word", "abbreviation") or index.quoted[i] or i in owner:
                continue
            if token.text in proper:
                self._places[proper[token.text]].append(i)
                continue
            if token.text in self._inventory.bodies:
                noun = index.tokens[i - 1].lower if i else ""
                noun = noun if know.names_follow(noun) else self._inventory.finder.called.get(token.text, "")
                gender = self._inventory.bodies[token.text]
                found[token.text] = Referent(token.text, SpeakerKind.ORGANISATION, gender, False, i, True, noun=noun)
                self._places[token.text].append(i)
                proper[token.text] = token.text
                continue
            if not token.text[0].isupper() and know.language == "de":
                continue
            institution = know.institution(token.text)
            acronym = token.text in know.known
            if not acronym and (institution is None or institution.plural):
                continue
            if acronym and self._department(i):
                continue
            named = i and token.text[0].islower() and know.names_follow(token.text) and index.adjacent(i)
            if named and know.institution(index.tokens[i - 1].text) and index.tokens[i - 1].text[0].isupper():
                continue  # "the Ashby Gazette | newspaper"
            first = i
            while first > 0 and index.adjacent(first) and self._modifier(first - 1):
                first -= 1
            last = self._last_of(i)
            reading = self._reader.read(first, last)
            if reading.shape is not Shape.INSTITUTION or not reading.name:
                continue
            bare = institution is not None and not institution.prefix and reading.last == i == first and not acronym
            bare = bare and last == i
            subject = first > 0 and index.sentence_start(first - 1) and index.tokens[first - 1].lower in know.definite
            compound = subject and institution is not None and len(institution.prefix) > SHORTEST_PREFIX
            if bare or (reading.name.lower() == token.lower != reading.name and not acronym and not compound):
                continue
            referent = Referent(reading.name, reading.kind, reading.gender, False, i, True, reading.party, reading.role)
            if noun := self._inventory.finder.noun_behind(last).lower():
                referent = replace(referent, noun=noun)
            found.setdefault(reading.name, referent)
            self._places[reading.name].append(i)
            if reading.role and " " not in reading.name:
                proper[reading.name] = reading.name
        return {name: r for name, r in found.items() if r.kind in BODIES}

    def _department(self, i: int) -> bool:
        """ "Labour Minister Ann Lee": a party's name that tells of what somebody is minister."""
        index, after = self._inventory.index, i + 1
        if after >= len(index.tokens) or not index.adjacent(after) or not index.tokens[after].text[0].isupper():
            return False
        return names_office(f"{index.tokens[i].text} {index.tokens[after].text}", self._inventory.know.language)

    def _tells_field(self, i: int) -> bool:
        """A small word that tells of what an institution is, behind "the" or a name: "the health | ministry"."""
        index, know = self._inventory.index, self._inventory.know
        word = index.tokens[i].lower
        if i == 0 or not index.adjacent(i) or not (word in know.domains or tells_field(word, know.language)):
            return False
        before = index.tokens[i - 1]
        return before.lower in know.definite or before.text[0].isupper() or self._tells_field(i - 1)

    def _last_of(self, i: int) -> int:
        """Where the name ends that the institution noun begins: "Ministry of Health", "Bank of Ashby"; else ``i``."""
        index, know = self._inventory.index, self._inventory.know
        tokens = index.tokens
        last, capital = i, tokens[i].text[0].isupper()
        if know.language != "en" or not capital or i + 2 >= len(tokens) or tokens[i + 1].lower not in know.genitive:
            return i
        last = i + 2 if tokens[i + 2].text[0].isupper() else i
        while i < last < len(tokens) - 1 and index.adjacent(last + 1) and last not in self._inventory.owner:
            joined = tokens[last + 1].lower in know.joining and last + 2 < len(tokens)
            after = last + 1 + joined
            if not tokens[after].text[0].isupper() or after in self._inventory.owner:
                break
            last = after
        return i if last in self._inventory.owner else last

    def _modifier(self, i: int) -> bool:
        """Whether the word before an institution noun belongs to it: a country, an adjective, an English capital."""
        index, know = self._inventory.index, self._inventory.know
        token = index.tokens[i]
        if token.kind not in ("word", "abbreviation") or token.lower in know.determiners:
            return False
        if know.country(token.text):
            return True
        if know.language == "de":
            adjective = token.text.islower() and token.lower.endswith(know.adjective_endings) and len(token.text) > 5
            return adjective and lemma(token.lower, "de") != token.lower  # "nun streiten Stadt und Land"
        if token.text[0].islower():
            return self._tells_field(i)
        if i in self._inventory.owner:
            return False
        return not index.sentence_start(i) or not in_dictionary(token.text, "en")
