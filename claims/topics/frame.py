"""The frame of a claim: what happens or holds, who is a party to it, when, how much, and under what scope.

A frame is made from the claim alone and kept per claim, so that a hundred thousand comparisons read each claim once.
What the claim leaves to its neighbours ("such a meeting") is added by :mod:`claims.topics.context`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern

from claims.language.lemmas import in_dictionary
from claims.models import Span, Stance, Statement
from claims.topics.international import PREFIX, international
from claims.topics.lexicon import Group, Lexicon, Sense, lexicon
from claims.topics.parties import parties, spelled
from claims.topics.scope import Scope, describes, hangs_on, labelling, read
from claims.topics.words import Word, compound, stem, words

WEIGHTS = {
    "n": 1.0,
    "p": 1.2,
    "o": 0.9,
    "event": 1.3,
    "object": 1.2,
    "term": 1.0,
    "status": 0.5,
    "axis": 0.8,
    "noun": 1.0,
    "word": 0.7,
}
_PREFIXES = {"axis": "x", "term": "w"}
OPENING = "„“\"»«‚'‘"  # marks that open direct speech
SPELLED = 0.5  # weight of a name's spelling beside its sound
SENSED = 0.66  # weight of a word whose concept counts already
GOVERNED = 3  # words from a preposition to the noun that hangs on it
PART = 0.55  # weight of a compound part against the whole word


@dataclass(frozen=True, slots=True)
class Mention:
    """One concept or pole of an axis in a claim, with what it stands under."""

    group: Group
    name: str
    pole: int  # +1 or -1; concepts have +1
    index: int  # of its word
    negative: bool
    never: bool = False
    yet: bool = False
    label: bool = False
    denied: bool = False
    hedged: bool = False
    wished: bool = False
    offered: bool = False
    conditional: bool = False
    always: bool = False
    hardly: bool = False
    told: bool = False  # by a phrase of several words, which says of what it speaks

    @property
    def sign(self) -> int:
        """The pole after negation: +1 or -1."""
        return -self.pole if self.negative else self.pole


def feature_of(mention: Mention) -> str:
    """The feature that a mention gives: ``x:`` an axis, ``w:`` a term, ``c:`` any other concept."""
    return f"{_PREFIXES.get(mention.group, 'c')}:{mention.name}"


def comparable(feature: str, translated: bool) -> bool:
    """Whether a feature counts between two claims: their words within one language, terms between two."""
    return feature[:2] not in (("l:", PREFIX) if translated else ("w:", PREFIX))


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the comparison reads of one claim; indices are into ``words``."""

    language: str
    words: tuple[Word, ...]
    scope: Scope
    mentions: tuple[Mention, ...]
    names: dict[str, int]  # sound key → index
    spelled: frozenset[str]  # features of the names that capitalised words would be, were they no dictionary words
    states: dict[str, int]  # ISO code → index
    offices: dict[str, int]
    lemmas: dict[str, int]  # content lemmas → index
    features: dict[str, float]  # feature → weight, the claim's part of the matter
    refers: bool  # speaks of what somebody else said
    denied: int  # the last clause that the attribution denies, or -1
    refused: bool  # names an offer, a demand or a plan that the speaker will not have
    label: int  # index of the word that calls it untrue, or -1
    deny: int  # index of the denying verb inside the claim, or -1
    confirm: int

    def of(self, group: Group) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if mention.group == group)

    @property
    def events(self) -> frozenset[str]:
        return frozenset(mention.name for mention in self.mentions if mention.group == "event")

    @property
    def parties(self) -> frozenset[str]:
        """Names and states, as features."""
        return frozenset([f"n:{key}" for key in self.names] + [f"p:{code}" for code in self.states])

    def span(self, *indices: int) -> Span:
        """The stretch of the article from the first to the last of these words."""
        places = [self.words[index] for index in indices if 0 <= index < len(self.words)]
        if not places:
            places = [self.words[0], self.words[-1]] if self.words else []
        if not places:
            return Span(0, 0)
        return Span(min(word.start for word in places), max(word.end for word in places))


def frame(statement: Statement) -> Frame:
    """The frame of ``statement``'s claim, made once per claim."""
    cue, place = (statement.cue, statement.cue_span) if statement.stance == Stance.DENIES else ("", None)
    inside = place is not None and any(s.start <= place.start and place.end <= s.end for s in statement.claim_spans)
    return _frame(statement.claim, statement.claim_spans, statement.language, statement.stance, cue, inside)


def frame_of(text: str, language: str) -> Frame:
    """The frame of a stretch of text that is no claim: a headline, a sentence before, an attribution."""
    return _frame(text, (Span(0, len(text)),), language, Stance.ASSERTS, "", False)


@lru_cache(maxsize=20_000)
def _frame(claim: str, spans: tuple[Span, ...], language: str, stance: Stance, cue: str, act: bool) -> Frame:
    """``act``: the claim is a reported act, with its own verb of denying."""
    tables = lexicon(language)
    found = words(claim, spans, tables)
    scope = read(found, tables)
    deny = next(iter(scope.listed.get("deny", [])), -1)
    untrue = scope.listed.get("untrue", [])
    weak = (index for index in scope.listed.get("weak_label", []) if not describes(found, index))
    labels = {*labelling(found, scope.listed, tables), *weak}
    label = next(iter(sorted(untrue or {index for index in labels if not scope.negative(index)})), -1)
    # a denial that is worded as a negation or in direct speech is a restatement, and already the right way round
    governed = bool(found) and found[0].lower in tables.function.claim
    sentence = not governed and any(word.clause == 0 and word.lemma in tables.function.finite for word in found)
    # "rejected the claim, it had been late" goes on in small letters; "rejected the claim: It had been on time"
    goes_on = sentence and not act and claim[:1].islower() and not _cued(cue, "countering", tables)
    restated = bool(scope.used) or claim[:1] in OPENING or (sentence and not goes_on)
    denied = stance == Stance.DENIES and deny < 0
    flip = denied and not restated and not act
    refer = tables.sets["refer"][0]
    opening = found[: 1 + max((n for n, word in enumerate(found) if word.clause == 0), default=-1)]
    said, wanted = refer - set(tables.polarity.wanted), set(tables.polarity.wanted)
    thing = any({word.lower, word.lemma} & wanted for word in opening) or not any(w.lower in said for w in opening)
    # a verb that turns down a thing as well as a statement ("rejected", "wies … zurück")
    refused = denied and (flip or act) and not governed and not goes_on and thing and _cued(cue, "spurn", tables)
    reach = _governed(found, tables) if flip and not refused else -1
    names, states, offices = parties(found, tables)
    mentions = tuple(_mentions(found, scope, tables, reach, frozenset(states.values()) | frozenset(names.values())))
    lemmas, features = _features(found, scope, tables, mentions, names, states, offices)
    return Frame(
        language=tables.language,
        words=found,
        scope=scope,
        mentions=mentions,
        names=names,
        spelled=spelled(found, tables, names),
        states=states,
        offices=offices,
        lemmas=lemmas,
        features=features,
        refers=any(word.lower in refer for word in found),
        denied=reach,
        refused=refused,
        label=label,
        deny=deny,
        confirm=next(iter(scope.listed.get("confirm", [])), -1),
    )


def _cued(cue: str, name: str, tables: Lexicon) -> bool:
    """Words of the list ``name`` of the data stand in the attribution."""
    return bool(cue) and name in frame_of(cue.replace(" … ", " "), tables.language).scope.listed


def _governed(found: tuple[Word, ...], tables: Lexicon) -> int:
    """The last clause of the content that a verb of denying governs: the first and those that hang on it."""
    last = 0
    while True:
        inside = [index for index, word in enumerate(found) if word.clause == last + 1]
        if not inside or not hangs_on(found, inside, tables):
            return last
        last += 1


def senses_of(word: Word, tables: Lexicon) -> tuple[Sense, ...]:
    """What a word stands for: by dictionary form, written form, and last part of a compound."""
    if word.kind != "word":
        return ()
    written = tables.senses.get(word.lower, ())
    direct = written if written and word.lemma in tables.twins else tables.senses.get(word.lemma) or written
    if any(sense.group != "term" for sense in direct) or not word.text[:1].isupper():
        return direct
    first, last = compound(word.text, tables.language, tables.heads)
    if not last:
        return direct
    out = [*direct, *tables.senses.get(last, ())]  # an ambulance is a car too
    out += [sense for sense in tables.senses.get(first, ()) if sense.group in ("object", "event", "term")]
    return tuple(out)


def _mentions(
    found: tuple[Word, ...], scope: Scope, tables: Lexicon, reach: int, taken: frozenset[int]
) -> Iterable[Mention]:
    """``reach``: the last clause that the attribution denies, or -1."""
    sensed: list[tuple[int, Sense]] = []
    negators = tables.sets["negators"][0]
    told: dict[tuple[int, Sense], tuple[int, ...]] = {}  # a phrase and its places
    negating: set[tuple[int, str]] = set()  # phrases that hold their own negation ("nothing to do")
    inside: set[int] = set()  # the words of these phrases
    covered: set[tuple[int, str]] = set()
    spoken: dict[int, set[str]] = {}  # words that mean something together, and what
    one_sense: set[int] = set()  # those of them that tell of no stage: not so "the closure was agreed"
    describing: set[int] = set()  # "fire brigade" fires nobody
    present = {form for word in found for form in (word.lower, word.lemma)}
    for index, word in enumerate(found):
        for phrase in (*tables.phrases.get(word.lemma, ()), *tables.phrases.get(word.lower, ())):
            places = phrase_places(found, index, phrase.words, tables) if present.issuperset(phrase.words) else ()
            if places and (index, phrase.sense.name) not in covered:
                covered.add((index, phrase.sense.name))
                if phrase.sense.group == "object" and tables.language == "en":
                    describing.update(places[:-1])
                if phrase.words[1:] and phrase.words[1] in tables.modality.phrasal:
                    describing.update(places[:1])  # "cut off" reduces nothing
                for part in places:
                    spoken.setdefault(part, set()).add(phrase.sense.name)
                if not tables.narrow(phrase.sense.group, phrase.sense.name):
                    one_sense.update(places)
                if any(part in negators for part in phrase.words) or _implies(phrase.words, tables):
                    negating.add((index, phrase.sense.name))
                    close = places[-1] - places[0] < len(places)  # "not stop running" is no "not run"
                    inside.update(places if close or tables.language == "de" else ())
                sensed.append((index, phrase.sense))
                told[index, phrase.sense] = places
    for key in _without_particle(found, told, tables):
        sensed.remove(key)
    if inside:  # "a sale is not up for debate" denies the sale
        scope.use_up(inside, keep={n for n in scope.by if _event_itself(found, n, tables)})
    for index, word in enumerate(found):
        if index not in taken and not _numbered(found, index, tables):  # "cut jobs" cancels nothing
            found_senses = senses_of(word, tables)
            together = spoken.get(index, set())
            sensed += [
                (index, sense)
                for sense in found_senses
                if sense.name not in together
                and not (sense.group == "status" and index in one_sense)
                and not (sense.group == "axis" and index in describing)
            ]
    for index, sense in sorted(sensed, key=lambda pair: (pair[0], pair[1])):
        places = told.get((index, sense), (index,))
        turned = scope.negative(index)
        if tables.language == "en" and scope.by.get(places[-1], places[0]) not in places:
            turned = turned or scope.negative(places[-1])  # "the contract was not | signed"
        turned = turned and (index, sense.name) not in negating
        mention = mention_at(found, scope, index, sense, reach=reach, turned=turned)
        yield replace(mention, told=True) if (index, sense) in told else mention


def _without_particle(
    found: tuple[Word, ...], told: Mapping[tuple[int, Sense], tuple[int, ...]], tables: Lexicon
) -> list[tuple[int, Sense]]:
    """Stages told by "be" and a particle that is another stage's: "had been put off" puts off, and is not off."""
    stages = {key: places for key, places in told.items() if key[1].group == "status" and len(places) == 2}
    nearest: dict[int, int] = {}
    for verb, particle in stages.values():
        nearest[particle] = max(verb, nearest.get(particle, -1))
    return [
        key
        for key, (verb, particle) in stages.items()
        if found[verb].lemma in tables.function.copula and verb < nearest[particle]
    ]


def _implies(words: Sequence[str], tables: Lexicon) -> bool:
    """A phrase that says itself what was not done ("refused to pay") or is ruled out ("too early to tell")."""
    polarity = tables.polarity
    undone = any(part in polarity.forgoing for part in words) and not _fails_a_thing(words, tables)
    ruled_out = any(part in polarity.excess for part in words) and any(part in polarity.ruling_out for part in words)
    return undone or ruled_out or any(part in polarity.withholding for part in words)


def _fails_a_thing(words: Sequence[str], tables: Lexicon) -> bool:
    """English "failed a test": without an infinitive nothing was left undone."""
    return tables.language == "en" and not any(part in tables.function.to for part in words)


def _event_itself(found: tuple[Word, ...], index: int, tables: Lexicon) -> bool:
    """An event that hangs on no preposition."""
    before = found[max(0, index - GOVERNED) : index]
    if any(word.lower in tables.function.bound and word.clause == found[index].clause for word in before):
        return False
    return any(sense.group == "event" for sense in senses_of(found[index], tables))


def mention_at(found: tuple[Word, ...], scope: Scope, index: int, sense: Sense, *, reach: int, turned: bool) -> Mention:
    """The word at ``index`` in this ``sense``, with what it stands under; ``reach``: the last clause that the
    attribution denies, or -1; ``turned``: a negation in the claim itself is about it."""
    clause = found[index].clause
    flip = clause <= reach
    unreal = scope.wished | scope.hedged  # "without the aid every third farm would have to close"
    return Mention(
        group=sense.group,
        name=sense.name,
        pole=sense.pole,
        index=index,
        negative=turned != flip,
        never=index in scope.never,
        yet=index in scope.yet,
        label=index in scope.label,
        denied=index in scope.denied or flip,
        hedged=clause in scope.hedged,
        wished=clause in scope.wished or index in scope.aimed,
        offered=clause in scope.offered,
        conditional=clause in scope.conditional or (index in scope.without and clause in unreal),
        always=clause in scope.always,
        hardly=index in scope.hardly,
    )


def _numbered(found: tuple[Word, ...], index: int, tables: Lexicon) -> bool:
    """English: a word with a capital beside a number names a day or one of a series ("March 14", "Tower 5")."""
    if tables.language != "en" or index == 0 or not found[index].text[:1].isupper():
        return False
    return any(word.kind == "number" for word in (found[index - 1], *found[index + 1 : index + 2]))


def phrase_places(found: tuple[Word, ...], index: int, parts: tuple[str, ...], tables: Lexicon) -> tuple[int, ...]:
    """Where all parts stand in the clause of ``index`` (English: in order and close together), or ().

    German leaves the order open, but a preposition stands right before its noun: "am 7. Juli ums Leben" is not
    "am Leben"; so does what negates a noun: "keinen Beschluss zur Schließung" is not "keine Schließung".
    """
    clause, ordered = found[index].clause, tables.language == "en"
    near = range(max(0, index - 12), min(len(found), index + 13))
    at, reach = -1, 4
    places: list[int] = []

    def stands(n: int, part: str) -> bool:
        return 0 <= n < len(found) and found[n].clause == clause and part in (found[n].lower, found[n].lemma)

    for number, part in enumerate(parts):
        binds = part in tables.function.bound or part in tables.polarity.no
        noun = parts[number + 1] if not ordered and binds and number + 1 < len(parts) else ""
        place = next(
            (
                n
                for n in near
                if stands(n, part)
                and (not ordered or at < 0 or at < n <= at + reach)
                and (not noun or stands(n + 1, noun) or stands(n + 2, noun))
            ),
            -1,
        )
        if place < 0:
            return ()
        at = place
        # "against the new law" is not "against the law"
        reach = 1 if part in tables.function.determiners else 2 if part in tables.polarity.no else 4
        places.append(place)
    return tuple(places)


def _features(
    found: tuple[Word, ...],
    scope: Scope,
    tables: Lexicon,
    mentions: tuple[Mention, ...],
    names: dict[str, int],
    states: dict[str, int],
    offices: dict[str, int],
) -> tuple[dict[str, int], dict[str, float]]:
    lemmas: dict[str, int] = {}
    features: dict[str, float] = {}

    def put(name: str, weight: float) -> None:
        name = intern(name)  # the same few in very many claims
        features[name] = max(weight, features.get(name, 0.0))

    for key in names:
        put(f"n:{key}", WEIGHTS["n"])
    for code in states:
        put(f"p:{code}", WEIGHTS["p"])
    for office in offices:
        put(f"o:{office}", WEIGHTS["o"])
    for mention in mentions:
        put(feature_of(mention), WEIGHTS[mention.group])
    sensed = {mention.index for mention in mentions if mention.group != "term"}
    party = set(names.values()) | set(states.values())
    for index in names.values():  # what is a name here may be read as a word elsewhere
        put(f"l:{stem(found[index].lemma, tables.language)}", SPELLED)
    for index, word in enumerate(found):
        if index in party or index in scope.used or word.lower in tables.stop or word.lemma in tables.stop:
            continue
        if word.kind == "particle":
            continue
        if word.kind == "number":
            put(f"q:{word.lower}", WEIGHTS["word"])
            continue
        if len(word.lemma) < 3:
            continue
        lemmas.setdefault(word.lemma, index)
        noun = word.text[:1].isupper() and (index > 0 or not in_dictionary(word.lower, tables.language))
        weight = WEIGHTS["noun" if noun else "word"] * (SENSED if index in sensed else 1.0)
        put(f"l:{stem(word.lemma, tables.language)}", weight)
        if common := international(word.lemma):
            put(common, weight)
        if noun or "-" in word.lower:
            for piece in compound(word.text, tables.language, tables.heads):
                if len(piece) > 2 and piece not in tables.stop:
                    put(f"l:{stem(piece, tables.language)}", weight * PART)
                    if common := international(piece):
                        put(common, weight * PART)
    return lemmas, features
