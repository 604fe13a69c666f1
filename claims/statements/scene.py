"""What the rules share while they read an article: the analysis, what was found so far, who spoke last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.models import Stance
from claims.statements.mention_words import mention_words
from claims.statements.occurrences import Cue, find_cues
from claims.statements.source_words import SourceWords, source_words
from claims.statements.verbs import Verb, verbs_of

CURRENCIES = ("£", "$", "€", "¥")  # signs before an amount


class Form(StrEnum):
    """How the words of the speaker are given."""

    DIRECT = "Direct"
    INDIRECT = "Indirect"
    FREE = "FreeIndirect"
    MIXED_FREE = "IndirectFreeIndirect"
    REPORTED = "Reported"


Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A statement by token indices; ``pieces`` is the content, ``frame`` the passage with the attribution."""

    rule: str
    sentence: int
    form: Form
    pieces: tuple[Range, ...]
    mention: Range | None = None
    cue: tuple[int, ...] = ()
    stance: Stance = Stance.ASSERTS
    antecedent: Range | None = None  # of a relative or demonstrative mention: who is meant
    via: tuple[Range, ...] = ()
    parent: Found | None = None  # the statement that this one stands inside
    act: tuple[Range, ...] = ()  # for a reported act: the act with its object
    frame: Range | None = None
    confidence: float = 0.0  # 0: the measured precision of the rule
    group: str = ""  # the class of the cue
    word: str = ""  # the entry of the lexicon that fired
    only_benchmark: bool = False  # a fragment or chain link that makes no statement of its own for a reader
    only_reader: bool = False
    whole_act: bool = False  # its object alone would tell the opposite: "has not ruled out a vote"
    nobody: bool = False  # the mention is a source that names no one: "ersten Erkenntnissen"

    @property
    def hearsay(self) -> bool:
        """Told as hearsay: a statement even though nobody is named."""
        return self.group == "hearsay"

    @property
    def start(self) -> int:
        return min(piece[0] for piece in self.pieces)

    @property
    def end(self) -> int:
        return max(piece[1] for piece in self.pieces)


@dataclass(slots=True)
class Scene:
    """One article being read, sentence by sentence."""

    analysis: Analysis
    found: list[Found] = field(default_factory=list)
    cues: dict[int, list[Cue]] = field(default_factory=dict)
    verbs: dict[int, list[Verb]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)  # verbs of cues that have their statement
    speaker: Range | None = None  # who spoke last
    speaker_sentence: int = -1
    surnames: set[str] = field(default_factory=set)  # the last words of longer mentions so far
    told: Range | None = None  # of whom the sentence before tells without a statement: the next may be theirs
    without: frozenset[str] = frozenset()
    channel: tuple[Range, ...] = ()  # through which the words of the last speaker came
    source: Range | None = None  # the source named last without a verb ("laut X")
    labels: dict[int, Range] = field(default_factory=dict)  # per paragraph of an interview: who answers
    words: SourceWords = field(init=False)

    def __post_init__(self) -> None:
        self.words = source_words(self.analysis.language)

    def cues_of(self, number: int) -> list[Cue]:
        if number not in self.cues:
            sentence = self.analysis.sentences[number]
            found = find_cues(self.analysis, sentence)
            self.cues[number] = [cue for cue in found if not _conditional(self.analysis, sentence, cue)]
        return self.cues[number]

    def verbs_of(self, number: int) -> list[Verb]:
        """The verbs of saying of a sentence, for languages whose word order tells who speaks."""
        if number not in self.verbs:
            self.verbs[number] = verbs_of(self.analysis, self.analysis.sentences[number])
        return self.verbs[number]

    def number_of(self, sentence: Sentence) -> int:
        """Place of the sentence among all."""
        return bisect_left(self.analysis.sentences, sentence.start, key=lambda one: one.start)

    def of_sentence(self, number: int) -> list[Found]:
        """What was found in the sentence so far (nearest first)."""
        result = []
        for item in reversed(self.found):
            if item.sentence < number - 1:
                break
            if item.sentence == number:
                result.append(item)
        return result

    def covered(self, number: int, start: int, end: int) -> bool:
        """Whether a statement of this sentence already covers more than half of ``tokens[start:end]``."""
        size = max(1, end - start)
        for item in self.of_sentence(number):
            both = sum(max(0, min(end, b) - max(start, a)) for a, b in item.pieces)
            if both * 2 > size:
                return True
        return False

    def add(self, found: Found) -> None:
        if found.rule in self.without or not found.pieces:
            return
        if found.mention and found.mention[1] - found.mention[0] > 1:
            self.surnames.add(self.analysis.lower[found.mention[1] - 1])
        near = self.speaker is not None and self.speaker_sentence >= found.sentence - 1
        if near and found.mention and found.antecedent is None and self._possessed(found.mention):
            # "in ihrer Stellungnahme": theirs who were spoken of right before
            found.antecedent = self.speaker if self.speaker != found.mention else None
        if found.frame is None:
            places = [place for piece in found.pieces for place in piece]
            if found.cue:
                places += [min(found.cue), max(found.cue) + 1]
            if found.mention and abs(found.mention[0] - places[0]) < 120:
                places += found.mention
            found.frame = (min(places), max(places))
        self.found.append(found)

    def _possessed(self, mention: Range) -> bool:
        """A writing with a possessive before it, not a body that can speak: "sein Ministerium"."""
        analysis = self.analysis
        return analysis.lower[mention[0]] in analysis.grammar.possessives and self.written((mention[0] + 1, mention[1]))

    def written(self, mention: Range) -> bool:
        """Whether a phrase names something written or told: "Bericht", "Angaben der Polizei", not a body."""
        analysis = self.analysis
        bodies = (*mention_words(analysis.language).role_endings, *self.words.documents.people)
        writings = {noun for noun in self.words.documents.nouns if not noun.endswith(bodies)}
        nouns = writings | self.words.evidence.nouns
        return any(analysis.lower[index] in nouns for index in range(*mention))

    def remember(self, mention: Range | None, number: int) -> None:
        """The speaker of the sentence that continuation sentences belong to."""
        self.speaker = mention
        self.channel = ()
        self.speaker_sentence = number


def _conditional(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """ "Sollte X daran festhalten, werde man streiken": a condition that opens with its verb."""
    clause = cue.clause + 1
    if clause >= len(sentence.clauses) or analysis.inside[cue.finite] >= 0:
        return False
    own, behind = sentence.clauses[cue.clause], sentence.clauses[clause]
    opens = (
        own.finite == own.start or cue.finite == own.start or analysis.lower[own.start] in analysis.grammar.auxiliaries
    )
    if own.start != sentence.start or not opens:
        return False
    return behind.finite == behind.start and analysis.tokens[sentence.end - 1].text != "?"


def trim(analysis: Analysis, start: int, end: int) -> Range | None:
    """``tokens[start:end]`` without punctuation at its edges (marks stay); None if nothing is left."""
    tokens = analysis.tokens
    while start < end and tokens[start].kind == "punct" and tokens[start].text not in ("(", *CURRENCIES):
        start += 1
    while end > start and tokens[end - 1].kind == "punct" and tokens[end - 1].text not in ("%", ")", "€", "$"):
        end -= 1
    return (start, end) if end > start else None


def minus(analysis: Analysis, whole: Range, holes: Iterable[Range]) -> tuple[Range, ...]:
    """``whole`` without ``holes``, each piece trimmed."""
    pieces: list[Range] = []
    place = whole[0]
    for start, end in sorted(holes):
        if end <= whole[0] or start >= whole[1]:
            continue
        piece = trim(analysis, place, max(place, start))
        if piece:
            pieces.append(piece)
        place = max(place, end)
    piece = trim(analysis, place, whole[1])
    if piece:
        pieces.append(piece)
    return tuple(piece for piece in pieces if any(analysis.is_word(i) for i in range(*piece)))


def clause_number(sentence: Sentence, index: int) -> int:
    for number, clause in enumerate(sentence.clauses):
        if clause.start <= index < clause.end:
            return number
    return -1


def clause_at(sentence: Sentence, index: int) -> Clause:
    number = clause_number(sentence, index)
    return sentence.clauses[number] if number >= 0 else Clause(sentence.start, sentence.end, ClauseKind.MAIN)
