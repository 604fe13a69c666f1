"""Cause: two causes given for one thing ("the weather", "a shortage of staff"), a case of the kind slot.

A thing may have several causes, so that the pair is a conflict only where the statements stand side by side or the
article sets them against each other, and to be checked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clause import matter
from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of, free, noun
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.language.lemmas import lemma
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.words import Word


@once_per_side
def cause(side: Side) -> tuple[int, ...]:
    """The words that name the cause of something in a claim: those that say so and the noun; () if none is named."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    causes = tables.causes
    if any(lemma(word, tables.language) in causes.blaming for word in side.statement.cue.split()):
        blamed = noun(words, 0, tables)  # "blamed the weather for the delay"
        return (blamed,) if blamed >= 0 else ()
    for index in range(len(words)):
        if side.frame.scope.negative(index) or words[index].clause <= side.frame.denied:
            continue
        found = _behind(words, index, tables)
        if found >= 0 and found != index and words[found].lemma not in causes.nouns:
            return (index, found)
    return ()


def _behind(words: tuple[Word, ...], index: int, tables: Lexicon) -> int:
    """The noun of the cause that the word at ``index`` names, or -1."""
    causes, word, inside = tables.causes, words[index], clause_of(words, index)
    attributing = {preposition for verb, preposition in causes.attributing if verb == word.lemma}
    at = next((place for place in inside if words[place].lower in attributing), -1)
    if at >= 0:
        return noun(words, at + 1, tables)
    if word.lower in causes.prepositions:
        behind = words[index + 1 : index + 2]
        governs = tables.language == "de" or any(other.lower in tables.function.bound for other in behind)
        return noun(words, index + 1, tables) if governs else -1  # "because we were patient" names no thing
    if word.lemma in causes.blaming or word.lower in causes.blaming:
        return _object(words, inside, index, tables)
    copula = next((place for place in inside if words[place].lemma in tables.function.copula), -1)
    if word.lemma in causes.nouns and copula >= 0:
        return noun(words, copula + 1 if copula > index else inside[0], tables)
    naming = next((place for place in inside if words[place].lemma in causes.naming), -1)
    if word.lemma in causes.nouns and naming >= 0:
        if tables.language == "en":
            return noun(words, naming + 1, tables)
        named = [place for place in free(words, inside, tables) if place not in (index, index + 1)]
        return next((place for place in named if place > naming), -1)
    if word.lemma not in causes.verbs or words[inside[0]].lower in tables.function.alone:  # "he caused the crash"
        return -1
    return noun(words[:index] if tables.language == "en" else words, inside[0], tables)


def _object(words: tuple[Word, ...], inside: list[int], index: int, tables: Lexicon) -> int:
    """What is blamed: English behind the verb, German the noun of the clause that hangs on no preposition."""
    if tables.language == "en":
        return noun(words, index + 1, tables)
    return next((place for place in free(words, inside, tables) if place and place != index), -1)


def _is_the_effect(side: Side, own: int, cause_of_other: frozenset[str]) -> bool:
    """What the other gives for a cause is here what was caused: "a fire that a cable caused", "damage by the fire"."""
    scope = side.frame.scope
    places = {*side.frame.lemmas.values()} - {own}
    return any(thing_features(side, place) & cause_of_other for place in places if not scope.negative(place))


def _one_effect(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """What the one says was caused is what the other speaks of; a claim that does not name it leaves it open."""
    for side, named, other in ((pair.a, left, pair.b), (pair.b, right, pair.a)):
        done = _effect(side, named)
        if done < 0:
            continue
        features = thing_features(side, done)
        spoken = {*other.frame.features, *(f"c:{name}" for name in other.events)}
        if features and not features & spoken:
            return False
    return True


def _both_name(pair: Pair) -> bool:
    """Both claims name what was caused, and in one language, so that the words can be held together."""
    return bool(pair.a.frame.events & pair.b.frame.events) and pair.a.frame.language == pair.b.frame.language


def _effect(side: Side, named: tuple[int, ...]) -> int:
    """The noun of what the verb of causing is done to, or -1 where it is no such verb or stands in the passive."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    verb, agent = named[0], named[-1]
    if len(named) == 2 and words[verb].lemma in tables.causes.nouns:
        behind = words[verb + 1 : verb + 2]  # "the cause of the fire"
        tied = any(word.lower in (*tables.function.genitive, *tables.figures.purpose) for word in behind)
        done = noun(words[: agent if agent > verb else len(words)], verb + 2, tables) if tied else -1
        return done if done != agent else -1
    if len(named) < 2 or words[verb].lemma not in tables.causes.verbs:
        return -1
    if tables.language == "en":
        return noun(words, verb + 1, tables) if agent < verb and verb + 1 < len(words) else -1
    return next((place for place in free(words, clause_of(words, verb), tables) if place != agent), -1)


def _of_that(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """In two languages: what the one says that something caused is spoken of beside the other."""
    for one, named, other in ((pair.a, left, pair.b), (pair.b, right, pair.a)):
        if len(named) < 2 or one.frame.words[named[0]].lemma not in lexicon(one.frame.language).causes.verbs:
            continue
        caused = {name for name in matter(one, named) if comparable(name, True)}
        told = {name for name in (*other.frame.features, *other.context.features) if comparable(name, True)}
        if caused and not caused & told:
            return False
    return True


def detect(pair: Pair) -> Iterator[Finding]:
    """Two causes that have nothing in common."""
    if pair.same_speaker or not pair.topical:
        return
    left, right = cause(pair.a), cause(pair.b)
    if not left or not right:
        return
    ours, theirs = thing_features(pair.a, left[-1]), thing_features(pair.b, right[-1])
    if ours & theirs or _is_the_effect(pair.a, left[-1], theirs) or _is_the_effect(pair.b, right[-1], ours):
        return
    yield Finding(
        Kind.SLOT,
        0.8,
        left,
        right,
        "reason.cause",
        unsure=(("unsure.causes", {}),),
        one_thing=True,
        settled=_of_that(pair, left, right)
        if pair.translated
        else (pair.near or pair.contrasted or _both_name(pair)) and _one_effect(pair, left, right),
    )
