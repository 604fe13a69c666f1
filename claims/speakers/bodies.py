"""Which body a bare noun or "it" stands for: "das Ministerium", "the company", "das Blatt"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from claims.models import SpeakerKind
from claims.speakers.antecedents import BODIES, Discourse, Referent
from claims.speakers.index import in_dictionary
from claims.speakers.institutions import InstitutionBook
from claims.speakers.inventory import Inventory
from claims.speakers.phrase import Reading, Shape
from claims.speakers.reading import Reader

NEAR = 2  # sentences back to a name that "the company" or "it" can stand for
SHORT = 3  # letters of a word of a name that tells no kind of body
NOUN = 4  # words from an article to the noun for a body


class BodyFinder:
    """The bodies of one article, asked by what stands for them."""

    def __init__(
        self, inventory: Inventory, reader: Reader, institutions: InstitutionBook, discourse: Discourse
    ) -> None:
        self.inventory = inventory
        self.index = inventory.index
        self.know = inventory.know
        self.reader = reader
        self.institutions = institutions
        self.discourse = discourse

    def fuller(self, reading: Reading) -> Referent | None:
        """The fuller institution that a bare one repeats: "das Ministerium" after "das Umweltministerium"."""
        *seat, noun = reading.name.split() or [""]
        found = self.know.institution(noun)
        if seat and found is not None and reading.definite and (whole := self._of_the_same_words(reading)) is not None:
            return whole
        if found is None or found.prefix or not all(self.know.seated(word) for word in seat):
            return None
        lower = noun.lower()
        if seat:  # "the Berlin-based group", "das Berliner Unternehmen": no name, and a company's
            if not reading.definite or not (self.know.is_enterprise(lower) or lower in self.know.broad):
                return None
            lower = self.know.company
        last = self.discourse.speakers[-1] if self.discourse.speakers else None
        near = last is not None and self.index.sentence[reading.first] - self.index.sentence[last.first] <= 1
        if last is not None and near and lower in self.know.papers and self._may_be_paper(last):
            return last  # "meint das Blatt" right after what a paper wrote
        named = self._named(reading.first)
        fuller = [
            r for r in named.values() if r.name.lower() != lower and not r.human and self._is_fuller(r, lower)
        ]  # human: "a spokeswoman for the company"
        if len(fuller) == 1:
            return fuller[0]
        if fuller:
            return self.discourse.choose((r for r in fuller if r.first < reading.first), reading.first)
        if (found.generic or lower in self.know.kin) and not reading.plural:
            kinds = BODIES if found.kind is SpeakerKind.ORGANISATION else {SpeakerKind.GOVERNMENT}
            return self._called(lower, reading, [r for r in named.values() if r.kind in kinds])
        return None

    def called(self, reading: Reading) -> Referent | None:
        """The body that a bare noun stands for which alone names none: "das Haus" after "die Fuhr-Klinik"."""
        noun = reading.name.lower()
        if noun not in self.know.kin or not reading.definite or reading.plural:
            return None
        return self._called(noun, reading, [r for r in self._named(reading.first).values() if r.kind in BODIES])

    def _called(self, noun: str, reading: Reading, bodies: list[Referent]) -> Referent | None:
        """Which of ``bodies`` the noun stands for, if it stands for one."""
        pool = [r for r in bodies if not r.plural and r.first < reading.first and self._stands_for(noun, r)]
        if not pool:
            here = self.index.sentence[reading.first]
            told = [self.opening(here - back) for back in range(1, NEAR + 1)]
            pool = [r for r in told if r is not None and r.kind in BODIES and self._stands_for(noun, r)][:1]
        if not pool and self.know.is_enterprise(noun):
            named = self.unexplained(reading.first)
            return named if named is not None and self._stands_for(noun, named) else None
        pool = [r for r in pool if not any(other.name.startswith(f"{r.name} ") for other in pool)]
        return pool[0] if len(pool) == 1 else self.discourse.choose(pool, reading.first)

    def _named(self, position: int) -> dict[str, Referent]:
        """The bodies named before the token ``position``, with the noun that they are called with."""
        book = self.institutions.before(position)
        nouns = {body.name: body.noun for body in book}
        spoke = (replace(r, noun=r.noun or nouns.get(r.name, "")) for r in self.discourse.others.values())
        return {r.name: r for r in (*book, *spoke)}

    def _of_the_same_words(self, reading: Reading) -> Referent | None:
        """The only body whose name has all words of the phrase: "the health ministry", the Ministry of Health."""
        words = set(reading.name.split())
        if self.know.language != "en" or not all(word.islower() for word in words):
            return None
        fuller = [
            r
            for r in self._named(reading.first).values()
            if r.kind in BODIES and not r.human and words < {word.lower() for word in r.name.split()}
        ]
        return fuller[0] if len(fuller) == 1 else None

    def whole(self, name: str, position: int) -> Referent | None:
        """The body that a name shortens: "Solvo" after "Solvo Energy", where only one begins so."""
        if not name[:1].isupper() or in_dictionary(name, self.know.language):
            return None
        named = self._named(position)
        longer = [
            body
            for body in named.values()
            if body.kind in BODIES
            and body.name.startswith(f"{name} ")
            and self.know.institution(body.name.split()[-1]) is not None
        ]
        return longer[0] if len(longer) == 1 else None

    def last(self) -> Referent | None:
        """The last speaker, if nothing but capital letters says that it is a person: "says NorthLine. … It denies"."""
        last = self.discourse.speakers[-1] if self.discourse.speakers else None
        if last is None or last.plural or not last.name[0].isupper() or (" " in last.name and last.person is None):
            return None
        if last.name.lower() in self.know.determiners | self.know.indefinite:
            return None  # "One tells the paper …"
        if not (last.person.weak if last.person is not None else last.kind is SpeakerKind.UNNAMED):
            return None
        return replace(last, person=None, kind=SpeakerKind.ORGANISATION, gender="n")

    def unexplained(self, position: int) -> Referent | None:
        """A proper name that opens one of the last sentences with nothing to say what it names: "Norvane makes …"."""
        here = self.index.sentence[position]
        for back in range(1, NEAR + 1):
            found = self.opening(here - back) or self._opening_name(here - back)
            if found is not None and not ("-" in found.name and self.know.seated(found.name)):
                return found
        return None

    def opening(self, sentence: int, *, common: bool = False) -> Referent | None:
        """The phrase that opens the sentence, if it can be read as a speaker; ``common``: "the council" too."""
        tokens = self.index.tokens
        first = next((i for i, s in enumerate(self.index.sentence) if s == sentence), -1)
        if first < 0 or tokens[first].lower in self.know.prepositions:
            return None
        last = first
        while (
            last + 1 < len(tokens) and self.index.sentence[last + 1] == sentence and tokens[last + 1].text[0].isupper()
        ):
            last += 1
        if common and first == last and tokens[first].lower in self.know.definite | self.know.indefinite:
            last = self._noun_of_a_body(first, sentence, definite=tokens[first].lower in self.know.definite)
        reading = self.reader.read(first, last)
        document = common and first < last and reading.shape is Shape.DOCUMENT  # "A report by the board found …"
        if reading.shape not in (Shape.INSTITUTION, Shape.PLACE) and not document:
            return None
        return Referent(reading.name, reading.kind, reading.gender, reading.plural, first, True, reading.party)

    def _noun_of_a_body(self, first: int, sentence: int, *, definite: bool) -> int:
        """ "The | town council has", "A | report": the noun in small letters there; else ``first`` itself."""
        tokens = self.index.tokens
        for i in range(first + 1, min(first + NOUN, len(tokens))):
            if self.index.sentence[i] != sentence or not tokens[i].text.islower():
                break
            known = definite and self.know.institution(tokens[i].text) is not None
            if known or tokens[i].lower in self.know.documents:
                return i
        return first

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

    def _is_fuller(self, body: Referent, noun: str) -> bool:
        """Whether one of the body's nouns ends in ``noun`` or, for a paper, in that of another kind of paper."""
        if noun in self.know.papers:
            return self._is_paper(body)
        return any(word.lower().endswith(noun) for word in (*body.name.split()[:4], *body.noun.split()))

    def _is_paper(self, body: Referent) -> bool:
        words = [word.lower() for word in (*body.name.split()[:4], *body.noun.split())]
        return any(word.endswith(self.know.papers) for word in words)

    def _may_be_paper(self, body: Referent) -> bool:
        """An organisation whose nouns tell nothing else, or a name that is written in quotation marks."""
        if not self._is_paper(body) and any(self.know.institution(w) for w in (*body.name.split(), *body.noun.split())):
            return False  # "Die Polizei wollte Berichte der Zeitung …"
        marked = any(token.kind == "mark" for token in self.index.tokens[body.first : body.first + NEAR + 1])
        return body.kind is SpeakerKind.ORGANISATION or marked

    def _stands_for(self, noun: str, body: Referent) -> bool:
        """Whether "the company" can be that body: by the noun it is called with, or by a broad noun."""
        if body.name.lower() == noun:
            return False
        words = (body.noun or body.name).split()
        nouns = [self.know.abbreviations.get(w, w.lower()) for w in words if self.know.institution(w) is not None]
        enterprise = self.know.is_enterprise(body.noun) or any(self.know.is_enterprise(n) for n in nouns)
        if self.know.is_enterprise(noun):
            return (enterprise or not nouns) and not self._is_paper(body)
        if noun in self.know.kin:
            kin = (noun, *self.know.kin[noun])
            unsaid = not nouns and noun in self.know.roles.organisation.nameless
            told = (*nouns, *(w.lower() for w in body.name.split() if len(w) > SHORT))
            opens = f"{body.name.lower()} ".startswith(tuple(f"{word} " for word in kin))  # "Auswärtiges Amt von …"
            return unsaid or opens or any(n.endswith(kin) for n in told)
        return any(n.endswith(noun) for n in nouns) or (noun in self.know.broad and not enterprise)
