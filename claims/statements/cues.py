"""Verbs that attribute: the table of their forms, built from ``data/<code>/cues.toml``, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel, ConfigDict

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
    reflexives: frozenset[str] = frozenset()  # "wollte sich nicht äußern": the verb has no content
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
    quoted: frozenset[str] = frozenset()  # verbs whose passive has the speaker as its subject: "wird zitiert"
    bounds: frozenset[str] = frozenset()  # behind a negation they make a bound: "nicht vor November"
    narrating: frozenset[str] = frozenset()  # what comes then is told and not said: "sagte ab, dann trat er zurück"
    tail_openers: frozenset[str] = frozenset()  # what follows the frame without a verb is said: ", sagte X, aber alt"
    tail_grounds: frozenset[str] = frozenset()  # so are the conditions and grounds that these begin
    out_of: dict[str, str] = {}  # cues whose source stands after a preposition: "geht aus dem Bericht hervor"
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

    @property
    def bound(self) -> bool:
        """Whether it needs further words beside the verb, and not only that some do not stand there."""
        return any(not word.startswith("!") for word in self.needs)


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
    joint = "" if link and inflection.participle_suffix.startswith(link) else link
    return forms, prefix + base + joint + inflection.participle_suffix


def _among(parsed: tuple[str, str, tuple[str, ...]], acts: list[tuple[str, str, tuple[str, ...]]]) -> bool:
    """Whether an entry is one of the acts, or one of them with more words ("zeigen+sich+erfreut")."""
    verb, particle, needs = parsed
    return any(verb == act[0] and particle == act[1] and set(act[2]) <= set(needs) for act in acts)


@cache
def cue_words(language: str) -> CueWords:
    """The cue lexicon of ``language``."""
    words: CueWords = load(language, "cues", CueWords)
    return words


@cache
def table(language: str) -> Table:
    """All forms of all cues of ``language``."""
    words = cue_words(language)
    acts = [_parse(text) for text in words.reported.verbs]
    happenings = [_parse(text) for text in words.reported.events]
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
                    parsed in acts or _among(parsed, happenings),
                    text in cue_class.unsure,
                    parsed not in acts and _among(parsed, happenings),
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
                    event=parsed in happenings,
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
