"""Who did what to whom in a claim: the acts that two accounts may lay to different parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.conflicts.act_words import act_table
from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of, free, noun, subject
from claims.conflicts.side import Side, once_per_side
from claims.language.lemmas import lemma
from claims.language.word_tense import word_tense
from claims.speakers.humans import is_human
from claims.speakers.knowledge import knowledge
from claims.topics.frame import phrase_places
from claims.topics.lexicon import lexicon
from claims.topics.words import sound

_PAST = ("past", "participle", "either")
PAY = "pay"  # an act of whoever must do it as well
SOLE = "sole:"  # before the verb of an act that is done to one thing once


class Party(NamedTuple):
    """Who takes part in an act: ``features`` that name it, and its word; ``speaker``: it is who speaks."""

    features: frozenset[str]
    place: int
    speaker: bool = False


class Act(NamedTuple):
    """An act that a claim asserts; ``name`` is the group of an exclusive act, empty for one against somebody."""

    name: str
    place: int
    agent: Party
    patient: Party | None


@once_per_side
def acts(side: Side) -> tuple[Act, ...]:
    """The acts of a claim whose agent it names, neither denied nor wished nor only possible."""
    found, tables = side.frame, act_table(side.frame.language)
    scope, words_of = found.scope, lexicon(found.language)
    out: list[Act] = []
    for index, word in enumerate(found.words):
        forms = {word.lemma, word.lower, lemma(word.lower, found.language)}
        names = {tables.exclusive[form] for form in forms if form in tables.exclusive and _may_be(side, index, form)}
        names |= {
            name
            for form in forms
            for parts, name in tables.phrases.get(form, ())
            if phrase_places(found.words, index, parts, words_of)
        }
        names = names or {f"{SOLE}{name}" for name in sorted(forms & tables.sole)[:1] if _done(side, index)}
        against = not forms.isdisjoint(tables.against) and _verbal(side, index)
        wished = word.clause in scope.wished and not (PAY in names and _obliged(side, index))
        unreal = wished or word.clause in scope.conditional or word.clause in scope.hedged
        if not (names or against) or scope.negative(index) or unreal or found.denied >= word.clause:
            continue
        agent, patient = parties(side, index)
        if agent is None:
            continue
        out += [Act(name, index, agent, patient) for name in sorted(names)]
        if against:
            out.append(Act("", index, agent, patient))
    return tuple(out)


def _verbal(side: Side, index: int) -> bool:
    """The word is no noun ("the attack", "der Überfall")."""
    words, function = side.frame.words, lexicon(side.frame.language).function
    if side.frame.language == "de":
        opens = not index or words[index - 1].clause != words[index].clause
        return words[index].text[:1].islower() or (opens and word_tense(words[index].lower, "de") in _PAST)
    before = words[index - 1].lower if index else ""
    return bool(before) and before not in function.determiners and before not in function.bound


def _obliged(side: Side, index: int) -> bool:
    """ "The owners have to pay": it is theirs to do, and nobody only asks for it."""
    words, obliged = side.frame.words, act_table(side.frame.language).words.obliged
    return any(words[n].lower in obliged for n in clause_of(words, index))


def _may_be(side: Side, index: int, form: str) -> bool:
    """German: a noun is no verb whose stem it has ("im Besitz der Stadt")."""
    return side.frame.language != "de" or not form.endswith("en") or _verbal(side, index)


def _done(side: Side, index: int) -> bool:
    """The verb tells of what has been done: "ordered", "hat … bestellt", "bestellt worden"."""
    word = side.frame.words[index].lower
    past = word_tense(word, side.frame.language) in _PAST
    return _verbal(side, index) and past and (side.frame.language == "de" or word != side.frame.words[index].lemma)


def first(side: Side) -> bool:
    """The claim says who began."""
    tables = act_table(side.frame.language)
    text = " ".join(word.lower for word in side.frame.words)
    return any(f" {phrase} " in f" {text} " for phrase in tables.words.first)


def parties(side: Side, verb: int) -> tuple[Party | None, Party | None]:
    """Agent and patient of the verb."""
    words, inside = side.frame.words, clause_of(side.frame.words, verb)
    tables, known = lexicon(side.frame.language), act_table(side.frame.language)
    table = known.words
    by = next((n for n in inside if words[n].lower in table.by), -1)
    beside = tables.language == "en" and verb < by <= verb + 2  # "market hit by shells"
    passive = by >= 0 and (beside or any(words[n].lemma in table.passive for n in inside))
    if passive:
        head = noun(words, by + 1, tables)
        return _party(side, head), _party(side, subject(side, verb))
    pronouns = [n for n in inside if words[n].lower in table.himself and words[n].kind == "word"]
    if words[inside[0]].lower in table.cleft and inside[0]:  # "it was the company that broke off the talks"
        named = clause_of(words, inside[0] - 1)
        opened = tables.language == "en" or words[named[0]].lower in table.put_forward
        if opened and any(words[n].lemma in tables.function.copula for n in named):
            done = (
                next(iter(free(words, inside, tables)), -1)
                if tables.language == "de"
                else noun(words, verb + 1, tables)
            )
            return _party(side, noun(words, named[0], tables)), _party(side, done)
    if tables.language == "de":
        nouns = [n for n in free(words, inside, tables) if n != verb and not _genitive(side, n)]
        nouns = [n for n in nouns if n - 1 not in nouns]  # "der Investor Caldera"
        doers = [n for n in nouns if words[n].lemma not in known.things and not _case(side, n, table.not_doing)]
        doers.sort(key=lambda n: (not acting(side, n), not _case(side, n, table.doing), n))
        spoken = pronouns[:1] if pronouns and (not doers or pronouns[0] < doers[0]) else []
        agent = (spoken or doers)[:1]
        rest = [n for n in (*nouns, *pronouns) if n not in agent]
        return _party(side, *agent[:1]), _party(side, *rest[:1])
    before = [n for n in pronouns if n < verb]
    at = before[0] if before else subject(side, verb)
    behind = [n for n in pronouns if verb < n <= verb + 2]
    done = behind[0] if behind else noun(words, verb + 1, tables) if verb + 1 < len(words) else -1
    if done >= 0 and words[done].clause != words[verb].clause:
        done = -1
    doer = at if at < verb and (at < 0 or words[at].lemma not in known.things) else -1  # "the first shots were fired"
    return _party(side, doer), _party(side, done)


def acting(side: Side, place: int) -> bool:
    """Somebody is named who can do something: a name, a person, a body."""
    found, word = side.frame, side.frame.words[place]
    named = place in found.names.values() or place in found.states.values()
    singular = word.lemma if found.language == "en" else word.text
    body = knowledge(found.language).institution(singular) is not None
    return named or body or is_human(singular, found.language)


def _case(side: Side, place: int, articles: Sequence[str]) -> bool:
    """One of these articles opens the noun phrase that ends at ``place``."""
    words = side.frame.words
    before = [n for n in range(max(0, place - 2), place) if words[n].lower in articles]
    return bool(before) and not (before[-1] and words[before[-1] - 1].text[:1].isupper() and before[-1] > 1)


def of_himself(side: Side) -> bool:
    """The claim begins with the speaker or his own side: "we", "his party"."""
    words, own = side.frame.words, lexicon(side.frame.language).function.own
    return bool(words) and (side.plural or words[0].lower in own)


def _genitive(side: Side, place: int) -> bool:
    """German "des Einsatzes": belongs to the noun before."""
    return place > 0 and side.frame.words[place - 1].lower == "des"


def _party(side: Side, place: int = -1) -> Party | None:
    """Who is named at ``place``; nobody at -1."""
    if place < 0:
        return None
    words = side.frame.words
    word, himself = words[place], act_table(side.frame.language).words.himself
    own = lexicon(side.frame.language).function.own
    if word.lower in himself or any(other.lower in own for other in words[max(0, place - 2) : place]):
        return Party(speaker_features(side), place, speaker=True)
    called = (place, place + 1) if side.frame.language == "de" else (place,)  # "der Investor Caldera"
    inverse = {f"n:{name}" for name, index in side.frame.names.items() if index in called}
    inverse |= {f"p:{code}" for code, index in side.frame.states.items() if index == place}
    return Party(thing_features(side, place) | inverse, place)


def speaker_features(side: Side) -> frozenset[str]:
    """Who speaks, as features that the words of another claim may name him by."""
    said = side.statement
    named = (said.speaker or said.mention, said.party)
    tables = lexicon(side.frame.language)
    out = set(side.side_of_speaker) | {f"n:{sound(part)}" for part in said.speaker.split()}
    for phrase in named:
        out |= {f"l:{name}" for name in phrase.lower().split() if name not in tables.stop}
    return frozenset(out)
