"""Verbs that attribute: the table of their forms, built from ``data/<code>/cues.toml``, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.lexicon import load
from claims.models import Stance


class Inflection(BaseModel):
    """How the forms of a weak verb are made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    finite: tuple[str, ...]
    linking: str = ""
    linking_after: tuple[str, ...] = ()
    participle_prefix: str = ""
    participle_suffix: str = ""
    no_prefix: tuple[str, ...] = ()
    no_prefix_verbs: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    drop_before: tuple[str, ...] = ()  # a stem ending that is left out before these endings (English -e)


class CueClass(BaseModel):
    """Verbs with the same content and stance."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    stance: Stance
    infinitive: bool  # an infinitive clause may be the content
    weak: bool = False  # the subject is a document or a finding: only with a content clause
    impersonal: bool = False  # the subject is not the speaker
    unsure: tuple[str, ...] = ()  # verbs of this class that say something only with a content clause


class Impersonal(BaseModel):
    """Forms that attribute to a source named elsewhere: "es heißt"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pronoun: str
    verbs: frozenset[str]
    source_prepositions: frozenset[str]


class Decline(BaseModel):
    """Refusals: all words of a phrase in one clause, or a modal with a negation and one of the infinitives."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phrases: tuple[str, ...]
    modals: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()


class Reported(BaseModel):
    """Acts of speech told without a content clause; ``events`` are so told as often without saying what was said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    events: tuple[str, ...] = ()


class CueWords(BaseModel):
    """The file ``cues.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    inflection: Inflection
    strong: dict[str, tuple[str, ...]] = {}
    classes: dict[str, CueClass]
    impersonal: Impersonal
    decline: Decline
    reported: Reported


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue of the lexicon."""

    name: str
    verb: str
    particle: str
    needs: tuple[str, ...]
    group: str
    stance: Stance
    infinitive: bool
    weak: bool
    impersonal: bool
    reported: bool
    unsure: bool = False  # often no speech: only with a content clause
    event: bool = False  # a reported act that is often told as a mere event
    content: bool = True  # may have a content clause; false for entries known from the reported acts alone


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: ``verb`` carries the meaning, ``finite`` the person; ``tokens`` are all its words."""

    entry: Entry
    verb: int
    finite: int
    tokens: tuple[int, ...]
    clause: int
    clause_kind: ClauseKind = ClauseKind.MAIN
    passive: bool = False
    modal: bool = False
    infinitive: bool = False


@dataclass(slots=True)
class Table:
    """Forms of all entries."""

    finite: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    participle: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    open_participle: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))  # "deutlich gemacht"
    infinitive: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    joined: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))  # particle and finite form in one
    words: frozenset[str] = frozenset()


def _parse(text: str) -> tuple[str, str, tuple[str, ...]]:
    head, *needs = text.split("+")
    particle, _, verb = head.rpartition("|")
    return verb, particle, tuple(needs)


def weak_forms(verb: str, inflection: Inflection) -> tuple[list[str], str]:
    """Finite forms and participle of a weak verb."""
    stem = verb
    for ending in inflection.infinitive_endings:
        if verb.endswith(ending):
            stem = verb[: len(verb) - len(ending)]
            break
    link = inflection.linking if stem.endswith(inflection.linking_after) else ""
    forms = []
    for ending in inflection.finite:
        joint = link if ending and not ending.startswith(inflection.linking or "\0") else ""
        base = stem
        if (
            inflection.drop_before
            and stem.endswith(inflection.linking or "e")
            and ending.startswith(inflection.drop_before)
        ):
            base = stem[:-1]
        forms.append(base + joint + ending)
    prefix = inflection.participle_prefix
    if verb.startswith(inflection.no_prefix) or verb.endswith(inflection.no_prefix_verbs):
        prefix = ""
    base = stem
    if inflection.drop_before and stem.endswith("e"):
        base = stem[:-1]
    return forms, prefix + base + link + inflection.participle_suffix


@cache
def cue_words(language: str) -> CueWords:
    """The cue lexicon of ``language``."""
    words: CueWords = load(language, "cues", CueWords)
    return words


@cache
def table(language: str) -> Table:
    """All forms of all cues of ``language``."""
    words = cue_words(language)
    reported = {_parse(text) for text in (*words.reported.verbs, *words.reported.events)}
    events = {_parse(text) for text in words.reported.events}
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    entries: list[Entry] = []
    stances: dict[tuple[str, str], tuple[str, Stance]] = {}
    for group, cue_class in words.classes.items():
        for text in cue_class.verbs:
            parsed = _parse(text)
            verb, particle, needs = parsed
            stances.setdefault((verb, particle), (group, cue_class.stance))
            entries.append(
                Entry(
                    text,
                    verb,
                    particle,
                    needs,
                    group,
                    cue_class.stance,
                    cue_class.infinitive,
                    cue_class.weak,
                    cue_class.impersonal,
                    parsed in reported,
                    text in cue_class.unsure,
                    parsed in events,
                )
            )
            seen.add(parsed)
    for text in (*words.reported.verbs, *words.reported.events):
        parsed = _parse(text)
        if parsed not in seen:
            verb, particle, needs = parsed
            group, stance = stances.get((verb, particle), ("say", Stance.ASSERTS))
            entries.append(
                Entry(
                    text,
                    verb,
                    particle,
                    needs,
                    group,
                    stance,
                    False,
                    False,
                    False,
                    True,
                    event=parsed in events,
                    content=(verb, particle) in stances,
                )
            )
    result = Table()
    for entry in entries:
        if entry.verb in words.strong:
            *finite, participle = words.strong[entry.verb]
        else:
            finite, participle = weak_forms(entry.verb, words.inflection)
        for form in dict.fromkeys((*finite, entry.verb)):
            result.finite[form].append(entry)
            if entry.particle:
                result.joined[entry.particle + form].append(entry)
        result.participle[entry.particle + participle].append(entry)
        if entry.particle:
            result.open_participle[participle].append(entry)
        result.infinitive[entry.particle + entry.verb].append(entry)
    result.words = frozenset(
        {*result.finite, *result.participle, *result.open_participle, *result.infinitive, *result.joined}
    )
    return result


def _clause_of(sentence: Sentence, index: int) -> int:
    for number, clause in enumerate(sentence.clauses):
        if clause.start <= index < clause.end:
            return number
    return 0


def _has_words(
    analysis: Analysis, sentence: Sentence, clause: Clause, verb: int, needs: tuple[str, ...]
) -> tuple[int, ...] | None:
    """Places of the needed words, in the verb's clause or near it; None if one is missing."""
    places: list[int] = []
    low, high = max(sentence.start, min(clause.start, verb - 4)), min(sentence.end, max(clause.end, verb + 12))
    for word in needs:
        if word.startswith("!"):
            if any(analysis.lower[index] == word[1:] for index in range(clause.start, clause.end)):
                return None
            continue
        for index in range(low, high):
            if analysis.lower[index] == word and analysis.inside[index] < 0 and index != verb:
                if word in analysis.grammar.indefinite_pronouns and abs(index - verb) > 3:
                    continue
                places.append(index)
                break
        else:
            return None
    return tuple(places)


def _particle(analysis: Analysis, sentence: Sentence, clause: Clause, verb: int, particle: str) -> int:
    """Where the particle of a finite verb stands: at the end of a clause after it; -1 if nowhere."""
    lower = analysis.lower
    if (
        lower[verb - 1] == particle
        and verb - 1 >= clause.start
        and (verb + 1 >= clause.end or not analysis.is_word(verb + 1))
    ):
        return verb - 1  # "wie der Verband bekannt gab"
    for index in range(verb + 1, sentence.end):
        if lower[index] != particle or (
            analysis.inside[index] >= 0 and analysis.inside[verb] != analysis.inside[index]
        ):
            continue
        after = index + 1
        if after >= sentence.end or not analysis.is_word(after) or lower[after] in analysis.grammar.coordinators:
            return index
        if index < clause.end and lower[after] in ("dass", "wie"):
            return index
    return -1


def _auxiliary(analysis: Analysis, sentence: Sentence, clause: Clause, verb: int) -> int:
    """The auxiliary of a participle or infinitive: after it, before it in its clause, else a clause earlier."""
    words = analysis.grammar
    lower, inside = analysis.lower, analysis.inside
    auxiliaries = words.auxiliaries
    for index in range(verb + 1, min(verb + 4, clause.end)):
        if lower[index] in auxiliaries and inside[index] < 0:
            last = index
            while last + 1 < clause.end and lower[last + 1] in auxiliaries:
                last += 1
            return last
        if lower[index] not in ("worden", "lassen", "nicht"):
            break
    for index in range(verb - 1, clause.start - 1, -1):
        if lower[index] in auxiliaries and inside[index] < 0:
            return index
    for number in range(_clause_of(sentence, verb) - 1, -1, -1):
        earlier = sentence.clauses[number]
        if earlier.kind is ClauseKind.MAIN and earlier.finite >= 0 and lower[earlier.finite] in auxiliaries:
            # its bracket is still open only if no participle has closed it
            closing = earlier.end - 1
            if (
                lower[closing].endswith(("t", "en"))
                and closing != earlier.finite
                and closing > earlier.finite
                and analysis.tokens[closing].text[0].islower()
                and lower[closing] not in words.closed
            ):
                return -1
            return earlier.finite
        if earlier.kind is ClauseKind.MAIN:
            return -1
    return -1


def find_cues(analysis: Analysis, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence outside quotation marks, left to right; the longest entry wins at each verb."""
    forms = table(analysis.language)
    words = analysis.grammar
    lower, tokens, inside = analysis.lower, analysis.tokens, analysis.inside
    found: list[Cue] = []
    for index in range(sentence.start, sentence.end):
        low = lower[index]
        if low not in forms.words or inside[index] >= 0:
            continue
        text = tokens[index].text
        if text[0].isupper():
            continue
        number = _clause_of(sentence, index)
        clause = sentence.clauses[number] if sentence.clauses else Clause(sentence.start, sentence.end, ClauseKind.MAIN)
        opened = index - 1 == sentence.start and lower[index - 1] in words.demonstratives  # "Das kündigte X an"
        determined = index > 0 and lower[index - 1] in words.determiners and not opened
        if determined and index + 1 < sentence.end and analysis.capital(index + 1):
            continue
        best: Cue | None = None

        def better(cue: Cue, best: Cue | None) -> bool:
            if best is None:
                return True
            return (bool(cue.entry.needs) + bool(cue.entry.particle), cue.entry.content) > (
                bool(best.entry.needs) + bool(best.entry.particle),
                best.entry.content,
            )

        auxiliary = -2
        apart = [entry for entry in forms.open_participle.get(low, ()) if lower[index - 1] == entry.particle]
        for entry in (*forms.participle.get(low, ()), *apart):
            if auxiliary == -2:
                auxiliary = _auxiliary(analysis, sentence, clause, index)
            if auxiliary < 0 or lower[auxiliary] in words.modals:
                continue
            places = _has_words(analysis, sentence, clause, index, entry.needs)
            if places is None:
                continue
            passive = lower[auxiliary] in words.become or any(
                lower[place] == "worden" for place in range(index + 1, min(index + 3, sentence.end))
            )
            if lower[auxiliary] in words.be and not passive and entry.verb not in ("gehen", "werden", "kommen"):
                passive = True
            cue = Cue(
                entry,
                index,
                auxiliary,
                tuple(sorted({index, auxiliary, *places})),
                number,
                clause.kind,
                passive=passive,
            )
            if better(cue, best):
                best = cue
        if best is None:
            for entry in forms.finite.get(low, ()):
                places = _has_words(analysis, sentence, clause, index, entry.needs)
                if places is None:
                    continue
                if entry.particle:
                    place = _particle(analysis, sentence, clause, index, entry.particle)
                    if place < 0:
                        continue
                    places = (*places, place)
                modal = False
                finite = index
                if low in forms.infinitive or low.endswith("en"):
                    governor = _auxiliary(analysis, sentence, clause, index)
                    if (
                        governor >= 0
                        and (lower[governor] in words.modals or lower[governor] in words.become)
                        and clause.start <= governor < clause.end
                    ):
                        modal, finite = True, governor
                if index and lower[index - 1] == words.infinitive_marker:
                    cue = Cue(
                        entry, index, index, tuple(sorted({index, *places})), number, clause.kind, infinitive=True
                    )
                else:
                    cue = Cue(
                        entry, index, finite, tuple(sorted({index, finite, *places})), number, clause.kind, modal=modal
                    )
                if better(cue, best):
                    best = cue
            for entry in forms.joined.get(low, ()):
                places = _has_words(analysis, sentence, clause, index, entry.needs)
                if places is not None:
                    cue = Cue(entry, index, index, tuple(sorted({index, *places})), number, clause.kind)
                    if better(cue, best):
                        best = cue
            for entry in forms.infinitive.get(low, ()):
                if not entry.particle:
                    continue
                places = _has_words(analysis, sentence, clause, index, entry.needs)
                governor = _auxiliary(analysis, sentence, clause, index)
                if places is not None and governor >= 0:
                    cue = Cue(
                        entry,
                        index,
                        governor,
                        tuple(sorted({index, governor, *places})),
                        number,
                        clause.kind,
                        modal=True,
                    )
                    if better(cue, best):
                        best = cue
        if best is not None:
            found.append(best)
    return found
