"""What takes one filler only, and who or what a claim puts there: an owner, the winner of a contract, an origin.

The filler stands behind a preposition of the verb ("was awarded to Brix", "gehört dem Kreis") or across the copula from
the noun of its role ("the owner of the hall is the council").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.act_words import Filled, act_table
from claims.conflicts.acts import acts
from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of, free, noun, subject
from claims.conflicts.side import Side, once_per_side
from claims.language.lemmas import lemma
from claims.topics.lexicon import lexicon

_SLOTS = {"own": "owner"}  # acts that fill a slot: "the city owns the store", "the store belongs to Caldera"
FAR = 5  # words from an English verb to the preposition of its filler: "on the way from A to B"
ROLE_OF = 2  # words from the noun of a role to that of the thing it is of


class Filler(NamedTuple):
    """The name of a slot, the words for it, of its filler, and of what it is told (-1: open)."""

    slot: str
    word: int
    place: int
    of: int
    features: frozenset[str]
    named: bool  # by a name, else by a noun
    any_one: bool  # "a firm": who that is is left open


@once_per_side
def fillers(side: Side) -> tuple[Filler, ...]:
    """The slots that a claim fills, where it neither denies nor wishes it, nor joins two ("to A and B")."""
    return tuple(_read(side))


def _read(side: Side) -> Iterator[Filler]:
    words, scope = side.frame.words, side.frame.scope
    table = act_table(side.frame.language).filled
    for index, word in enumerate(words):
        unreal = word.clause in scope.wished or word.clause in scope.conditional or word.clause <= side.frame.denied
        if unreal or scope.negative(index):
            continue
        forms = {word.lower, word.lemma, lemma(word.lower, side.frame.language)}
        for name, told in table.items():
            if forms.isdisjoint((*told.verbs, *told.roles)):
                continue
            found = _behind(side, index, told) if forms.isdisjoint(told.roles) else _of_role(side, index)
            if found is None:
                continue
            start, place, of = found
            if told.of and (of < 0 or words[of].lemma.lower() not in told.of):
                continue
            if told.nouns and words[place].lemma.lower() not in told.nouns:
                continue
            filled = _filler(side, name, index, start, place, of)
            if filled is not None:
                yield filled
    for act in acts(side):
        if act.name in _SLOTS and act.patient is not None and not act.agent.speaker:
            filled = _filler(side, _SLOTS[act.name], act.place, act.agent.place, act.agent.place, act.patient.place)
            if filled is not None:
                yield filled


def _filler(side: Side, name: str, word: int, start: int, place: int, of: int) -> Filler | None:
    words, tables = side.frame.words, lexicon(side.frame.language)
    if _joined(side, place) or side.timed(place):
        return None
    phrase = [*range(start, place + 1), *_named_behind(side, place)]
    names = {f"n:{name}" for name, at in side.frame.names.items() if at in phrase}
    names |= {f"p:{code}" for code, at in side.frame.states.items() if at in phrase}
    features = frozenset(feature for at in phrase for feature in thing_features(side, at)) | names
    before = words[start - 1].lower if start else ""
    any_one = {before, words[start].lower} & {*tables.function.determiners} - {*tables.function.definite}
    return Filler(name, word, place, of, features, bool(names), bool(any_one))


def _named_behind(side: Side, place: int) -> list[int]:
    """The name that goes on from the noun: "the firm Alba Rotors", "a leasing firm, Alba Rotors"."""
    words, named = side.frame.words, set(side.frame.names.values())
    return [n for n in range(place + 1, min(len(words), place + 3)) if n in named and words[n].text[:1].isupper()]


def _joined(side: Side, place: int) -> bool:
    """ "To A and B", but not "through the cellar and had been inside"."""
    words, function = side.frame.words, lexicon(side.frame.language).function
    behind = words[place + 1 : place + 3]
    goes_on = len(behind) > 1 and (behind[1].lemma in function.copula or behind[1].lower in function.pluperfect)
    return bool(behind) and behind[0].lower in function.join and not goes_on


def _behind(side: Side, verb: int, told: Filled) -> tuple[int, int, int] | None:
    """Where the phrase of the filler begins, its noun, and the noun of what the verb is said of."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    inside = clause_of(words, verb)
    ahead = tables.language == "en"
    at = [n for n in inside if words[n].lower in told.behind and (n > verb or not ahead)]
    for place in at[:1] if ahead else reversed(at):
        if place + 1 < len(words) and not (ahead and place > verb + FAR):
            head = noun(words, place + 1, tables)
            of = subject(side, verb) if ahead else next((n for n in free(words, inside, tables) if n != head), -1)
            if head >= 0 and words[head].clause == words[verb].clause and head != of:
                return place + 1, head, of
    return None


def _somebody(side: Side, start: int) -> bool:
    """A name or a phrase with its article begins or ends here: "was sober", "sei Student" tell no filler."""
    words, determiners = side.frame.words, lexicon(side.frame.language).function.determiners
    if side.frame.language == "en":
        return words[start].lower in determiners or words[start].text[:1].isupper()
    named = {*side.frame.names.values(), *side.frame.states.values()}
    return start in named or any(word.lower in determiners for word in words[max(0, start - 2) : start])


def _of_role(side: Side, role: int) -> tuple[int, int, int] | None:
    """As :func:`_behind`, across the copula from the noun of a role."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    inside = clause_of(words, role)
    copula = next((n for n in inside if words[n].lemma in tables.function.copula), -1)
    if copula < 0:
        return None
    of = -1
    if role + 1 < len(words) and words[role + 1].lower in tables.function.genitive:
        of = noun(words, role + 2, tables)
        of = of if of >= 0 and of <= role + ROLE_OF + 1 else -1
    if tables.language == "de":
        others = [n for n in free(words, inside, tables) if n not in (role, of) and _somebody(side, n)]
        return (others[0], others[0], of) if others else None
    if copula > role:
        head = noun(words, copula + 1, tables) if copula + 1 < len(words) else -1
        return (copula + 1, head, of) if head >= 0 and _somebody(side, copula + 1) else None
    head = noun(words[:copula], inside[0], tables)
    return (inside[0], head, of) if head >= 0 else None
