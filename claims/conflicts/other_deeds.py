"""Whether the deed that the one denies is another one than the other tells of: done to somebody or something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from claims.conflicts.acts import Party, parties
from claims.conflicts.counts import thing_features
from claims.conflicts.families import complement
from claims.conflicts.nouns import clause_of, nouns_of
from claims.conflicts.pair import Clash, Pair
from claims.conflicts.side import Side, before_phrase, nominal
from claims.conflicts.targets import target, target_words
from claims.language.quantity_words import words_of
from claims.topics.frame import Mention
from claims.topics.lexicon import lexicon

ANYBODY = frozenset({"company", "town"})  # the concepts of nouns by which a body that was named is spoken of again


class _Named(NamedTuple):
    """A noun, and the concepts that it stands for."""

    lemma: str
    concepts: frozenset[str]


def of_another_deed(pair: Pair, clash: Clash) -> bool:
    """No complaint about the noise is denied by one about the food; and nobody answers himself."""
    if pair.same_speaker:
        return True
    denied, told = _by_denial(pair, clash)
    return none_of_another(pair, *denied, *told) or _done_to_others(pair, clash)


def none_of_another(pair: Pair, side: Side, mention: Mention, other: Side, done: Mention) -> bool:
    """ "There was no inspection of the tunnel" says nothing of the bridge that was inspected."""
    of, stage = complement(side, mention.index), mention.group == "status"
    if of < 0 and stage and nominal(side, mention.index):  # "no decision on the sale"
        of = next((n for n in nouns_of(side) if n > mention.index), -1)
    if of < 0 or pair.translated or thing_features(side, of) & other.frame.features.keys():
        return False
    words, known = other.frame.words, words_of(other.frame.language).person
    to = [target(other, (done.index,)).place]
    if other.frame.language == "en" and _who_did(other, to[0], done.index):
        to = []
    if not any(word.lower in lexicon(other.frame.language).function.to for word in words[done.index + 1 :][:1]):
        to.append(complement(other, done.index))  # but for whom it was told: "complained to the council"
    if other.frame.language == "de":  # "vor der Feuchtigkeit gewarnt"
        to += [n for n in clause_of(words, done.index) if _told_about(other, n)]
    if stage and all(n < 0 for n in to):  # "agreed to build the hall"
        to += [n for n in nouns_of(other) if n > done.index]
    named = {*other.frame.names.values()}  # who is named may be "the bidder"
    things = [words[n] for n in to if n >= 0]
    bodies = {m.index for m in other.frame.of("object") if m.name in ANYBODY}
    return (
        bool(things)
        and not (named | bodies) & {*to}
        and not any(known(form) for word in things for form in (word.text, word.lemma))
    )


def _who_did(side: Side, place: int, verb: int) -> bool:
    """English: the noun before an active verb is who did it, and not what it was done to."""
    words, copula = side.frame.words, lexicon("en").function.copula
    return 0 <= place < verb and not any(word.lemma in copula for word in words[place + 1 : verb])


def _told_about(side: Side, place: int) -> bool:
    """German: a noun right behind the preposition of what is told of, or behind its article."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    at = before_phrase(side.frame, place)
    about = at >= 0 and words[at].clause == words[place].clause and words[at].lower in tables.function.bound
    origin = (*tables.polarity.by, *tables.function.place)
    return about and words[place].text[:1].isupper() and words[at].lower not in origin and not side.timed(place)


def _by_denial(pair: Pair, clash: Clash) -> tuple[tuple[Side, Mention], tuple[Side, Mention]]:
    """The side that denies the deed and the one that tells of it."""
    one, other = (pair.a, clash.a.mention), (pair.b, clash.b.mention)
    return (one, other) if clash.a.mention.negative else (other, one)


def _done_to_others(pair: Pair, clash: Clash) -> bool:
    """ "The drivers were not trained" says nothing of the cooks who were, nor "he did not hit her" of what she did."""
    if pair.translated:
        return False
    (side, mention), (other, done) = _by_denial(pair, clash)
    if _turned_round(side, mention, other, done):
        return True
    ours, theirs = _named(side, mention), _named(other, done)
    return any(
        not any(_alike(one, two) for one in ours[role] for two in theirs[role]) for role in ours.keys() & theirs.keys()
    )


def _named(side: Side, mention: Mention) -> Mapping[tuple[str, bool], list[_Named]]:
    """The nouns beside the word of the deed that tell whose or what deed it is, by the preposition that they hang on
    and by whether they are of people. A noun that may stand for whoever or whatever was spoken of tells nothing.
    """
    words, language = side.frame.words, side.frame.language
    generic, person = target_words(language).generic, words_of(language).person
    here, bound = words[mention.index].clause, lexicon(language).function.bound
    out: dict[tuple[str, bool], list[_Named]] = {}
    for n in nouns_of(side):
        word = words[n]
        if word.clause != here or n == mention.index or word.lemma in generic:
            continue
        at = before_phrase(side.frame, n)
        role = words[at].lower if at >= 0 and words[at].clause == here and words[at].lower in bound else ""
        people = bool(person(word.text) or person(word.lemma)) and not role
        concepts = frozenset(name for name in thing_features(side, n) if name[:2] in ("c:", "w:"))
        out.setdefault((role, people), []).append(_Named(word.lemma.lower(), concepts))
    return out


def _alike(one: _Named, other: _Named) -> bool:
    """One noun, one the last part of the other, or two of one concept."""
    ends = one.lemma.endswith(other.lemma) or other.lemma.endswith(one.lemma)
    return ends or bool(one.concepts & other.concepts)


def _turned_round(side: Side, mention: Mention, other: Side, done: Mention) -> bool:
    """Whom the one says it was not done to did it, as the other tells; or who did not do it is whom it was done to."""
    if nominal(side, mention.index) or nominal(other, done.index):
        return False
    (doer, victim), (did, suffered) = parties(side, mention.index), parties(other, done.index)
    if _same(victim, did) and not _same(victim, suffered):
        return not _same(doer, did)
    return _same(doer, suffered) and not _same(doer, did) and not _same(victim, suffered)


def _same(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and bool(one.features & other.features)
