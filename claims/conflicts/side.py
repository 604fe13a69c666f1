"""One side of a comparison: a statement with its frame, what it inherits, and who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import pairwise
from typing import TypeVar

from claims.conflicts.figures import Dated, dates_of, quantities_of
from claims.language.grammar import grammar
from claims.models import Quantity, Span, SpeakerKind, Stance, Statement
from claims.topics.context import NONE, Context
from claims.topics.discourse import side_of
from claims.topics.frame import Frame, Mention, frame, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.scope import describes
from claims.topics.words import sound

Read = TypeVar("Read")
LONGEST_WORDS = 90  # characters of evidence shown in a reason


@dataclass(frozen=True)
class Side:
    """A statement as the kinds of conflict see it."""

    statement: Statement
    frame: Frame
    context: Context = NONE
    state_of: Mapping[str, str] = field(default_factory=dict)
    office_of: Mapping[str, str] = field(default_factory=dict)
    lent: Quantity | None = None  # the quantity before, whose measure a bare number takes
    echoes: frozenset[str] = frozenset()  # ids of what other articles report as the statement that it answers

    @cached_property
    def answered(self) -> frozenset[str]:
        """The ids of what it answers, in its own article and in the others."""
        return self.echoes | {self.statement.answers} if self.statement.answers else self.echoes

    @cached_property
    def events(self) -> frozenset[str]:
        return self.frame.events or self.context.events

    @cached_property
    def states(self) -> frozenset[str]:
        """States that take part: named, inherited, or those of the people named."""
        named = frozenset(self.frame.states) | self.context.states
        return named | frozenset(self.state_of[name] for name in self.names if name in self.state_of)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self.frame.names) | self.context.names | self.himself

    @cached_property
    def himself(self) -> frozenset[str]:
        """The speaker's surname when the claim is about himself ("I am innocent"); for whom he speaks, when it is
        about all of them ("we have not agreed").
        """
        function = lexicon(self.frame.language).function
        words = self.frame.words
        person = self.statement.speaker_kind == SpeakerKind.PERSON  # who never means himself by "it"
        himself = (
            any(word.lower in function.me for word in words)
            or any(
                not person
                and word.lower in function.itself
                and not _says_there_is(self.frame)
                and not of_nobody(self, (0,))  # "es wurde niemand verletzt"
                for word in words[:1]
            )
        )
        last = frozenset(sound(name) for name in self.statement.speaker.split()[-1:]) if himself else frozenset()
        if not self.plural:
            return last
        return last | {name[2:] for name in self.side_of_speaker if name[:2] == "n:"}

    @cached_property
    def plural(self) -> bool:
        """The speaker speaks of all for whom he speaks ("we have not agreed")."""
        us = grammar(lexicon(self.frame.language).language).us
        return any(word.lower in us for word in self.frame.words)

    @cached_property
    def alone(self) -> bool:
        """The claim is about one person, mostly the speaker ("he had never been there")."""
        first = self.frame.words[:1]
        return bool(first) and first[0].lower in lexicon(self.frame.language).function.alone

    @cached_property
    def offices(self) -> frozenset[str]:
        """Offices of those who take part: named, or of the people named when no office is."""
        own = frozenset(self.frame.offices) | self.context.offices
        return own or frozenset(self.office_of[name] for name in self.names if name in self.office_of)

    @cached_property
    def side_of_speaker(self) -> frozenset[str]:
        """Who speaks and for which government or organisation, as party features."""
        return side_of(self.statement)

    @property
    def speaker(self) -> str:
        """The speaker as shown in a reason."""
        said = self.statement
        return said.speaker or said.mention or said.party or said.speaker_role or "–"

    @cached_property
    def speaker_key(self) -> str:
        """Equal for the same speaker: the id, else the sound of the name; empty when unknown."""
        return self.statement.speaker_id or sound(self.statement.speaker)

    @cached_property
    def hedged(self) -> bool:
        """Something in the claim is only called possible."""
        return any(mention.hedged for mention in self.frame.mentions)

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """The dates inside the claim."""
        return dates_of(self.statement)

    def timed(self, index: int) -> bool:
        """The word belongs to a date ("end of June") and says nothing of a beginning or an end."""
        word = self.frame.words[index]
        return any(found.span.start <= word.start < found.span.end for found in self.dates)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities inside the claim."""
        return quantities_of(self.statement)

    @cached_property
    def cue(self) -> Frame:
        """The frame of the attribution when it stands outside the claim, else of nothing."""
        said = self.statement
        at = said.cue_span
        inside = at is None or any(span.start <= at.start and at.end <= span.end for span in said.claim_spans)
        return frame_of("" if inside else said.cue.replace(" … ", " "), self.frame.language)

    @cached_property
    def leaning(self) -> int:
        """Whether the attribution is for (+1) or against (-1) what is the whole claim; 0 when it says neither."""
        scope = self.cue.scope
        for names, sign in ((("opposing", "siding_against"), -1), (("approving", "siding_for"), 1)):
            for name in names:
                for index in scope.listed.get(name, ()):
                    return -sign if scope.negative(index) else sign
        return 0

    @property
    def day(self) -> str:
        return self.statement.claim_date.value

    @property
    def firmness(self) -> float:
        """How far the speaker commits himself to the claim: 1 asserted, less when refused or asked."""
        asked = self.statement.claim.rstrip("\"'”“’»«)").endswith("?") or self._asks
        return 0.5 if asked or self.statement.stance == Stance.DECLINES else 1.0

    @property
    def _asks(self) -> bool:
        """ "How much do you pay", "whether it is safe": the words of a question without its mark."""
        tables, words = lexicon(self.frame.language), self.frame.words
        if words and words[0].lower in tables.polarity.whether:
            return True
        if tables.language != "en" or not words or words[0].lower not in tables.polarity.asking:
            return False
        closed = grammar("en")
        return any(
            word.lower in closed.do and after.lower in closed.subject_pronouns for word, after in pairwise(words)
        )

    def words(self, *indices: int) -> str:
        """The claim's own words from the first to the last index, at most :data:`LONGEST_WORDS` characters."""
        span = self.frame.span(*indices)
        claim = self.statement.claim
        at = 0
        for piece in self.statement.claim_spans or (Span(0, len(claim)),):
            if piece.start <= span.start < piece.end:
                start = at + span.start - piece.start
                text = claim[start : start + min(span.end, piece.end) - span.start]
                return text if len(text) <= LONGEST_WORDS else text[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
            at += piece.end - piece.start + 3
        return claim[:LONGEST_WORDS]

    def evidence(self, indices: tuple[int, ...]) -> tuple[Span, str]:
        """The stretch of the article that clashes and its words; without indices the act: its cue and its claim."""
        said = self.statement
        span = self.frame.span(*indices)
        if indices or said.cue_span is None or said.stance != Stance.DENIES:
            return span, self.words(*indices)
        start, end = min(span.start, said.cue_span.start), max(span.end, said.cue_span.end)
        start, end = max(start, said.char_start), min(end, said.char_end)
        if end - start > LONGEST_WORDS:
            return span, self.words(*indices)
        return Span(start, end), said.quote[start - said.char_start : end - said.char_start]

    def around(self, index: int) -> tuple[int, ...]:
        """The indices that carry a word's meaning: its negator or denier, the word."""
        scope = self.frame.scope
        if index in scope.denied:
            return (scope.denied[index], index)
        if index in scope.by and self.frame.scope.negative(index):
            return (scope.by[index], index)
        return (index,)


def once_per_side(read: Callable[[Side], Read]) -> Callable[[Side], Read]:
    """Keep with a side what ``read`` reads of it, however often it is compared; given up with the side."""
    name = f"_{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(side: Side) -> Read:
        table = side.__dict__
        if name not in table:
            table[name] = read(side)
        found: Read = table[name]
        return found

    return kept


def side(
    statement: Statement,
    context: Context = NONE,
    state_of: Mapping[str, str] | None = None,
    office_of: Mapping[str, str] | None = None,
    lent: Quantity | None = None,
) -> Side:
    """Prepare ``statement`` for comparison."""
    return Side(statement, frame(statement), context, state_of or {}, office_of or {}, lent)


def _says_there_is(found: Frame) -> bool:
    """German "Es gab keine Treffer": its "es" stands for nobody."""
    function = lexicon(found.language).function
    first, second = found.words[:1], found.words[1:2]
    return any(word.lower in function.expletive for word in first) and any(
        word.lemma in function.existential for word in second
    )


def first(mentions: tuple[Mention, ...], name: str) -> Mention | None:
    """The first mention of ``name``."""
    return next((mention for mention in mentions if mention.name == name), None)


def nominal(side: Side, index: int) -> bool:
    """The word is a noun as far as its form and the word before it show it."""
    if index == 0:
        return False
    words = side.frame.words
    if side.frame.language == "de":
        return words[index].text[:1].isupper()
    tables = lexicon(side.frame.language)
    return words[index - 1].lower in tables.function.determiners or words[index - 1].lower in tables.polarity.no


def of_nobody(side: Side, indices: Iterable[int]) -> bool:
    """ "Nobody was hurt" speaks of everybody."""
    words, nobody = side.frame.words, lexicon(side.frame.language).function.nobody
    clauses = {words[index].clause for index in indices}
    text = " ".join(word.lower for word in words if word.clause in clauses)
    return any(f" {name} " in f" {text} " for name in nobody)


def before_phrase(found: Frame, index: int) -> int:
    """The index of the word before a noun and what describes it; -1 where nothing stands before them."""
    words, determiners = found.words, lexicon(found.language).function.determiners
    at = index - 1
    while at > 0 and (words[at].lower in determiners or describes(words, at)):
        at -= 1
    return at
