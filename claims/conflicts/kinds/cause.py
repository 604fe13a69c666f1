"""Cause: two causes given for one thing ("the weather", "a shortage of staff"), a case of the kind slot.

A thing may have several causes, so that the pair is a conflict only where the statements stand side by side or the
article sets them against each other, and to be checked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clause import matter
from claims.conflicts.counts import thing_features
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.language.lemmas import lemma
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.words import Word

FAR = 6  # words from the words that name a cause to the cause


@once_per_side
def cause(side: Side) -> tuple[int, ...]:
    """The words that name the cause of something in a claim: those that say so and the noun; () if none is named."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    causes = tables.causes
    if any(lemma(word, tables.language) in causes.blaming for word in side.statement.cue.split()):
        blamed = _noun(words, 0, tables)  # "blamed the weather for the delay"
        return (blamed,) if blamed >= 0 else ()
    for index, word in enumerate(words):
        if side.frame.scope.negative(index) or word.clause <= side.frame.denied:
            continue
        inside = [place for place, other in enumerate(words) if other.clause == word.clause]
        found = -1
        attributing = {preposition for verb, preposition in causes.attributing if verb == word.lemma}
        at = next((place for place in inside if words[place].lower in attributing), -1)
        if at >= 0:
            found = _noun(words, at + 1, tables)
        elif word.lower in causes.prepositions:
            found = _noun(words, index + 1, tables)
        elif word.lemma in causes.blaming or word.lower in causes.blaming:
            found = _object(words, inside, index, tables)
        elif word.lemma in causes.nouns and any(words[place].lemma in tables.function.copula for place in inside):
            copula = next(place for place in inside if words[place].lemma in tables.function.copula)
            found = _noun(words, copula + 1 if copula > index else inside[0], tables)
        elif word.lemma in causes.verbs:
            before = words[:index] if tables.language == "en" else words
            named = words[inside[0]].lower not in tables.function.alone  # "he caused the crash"
            found = _noun(before, inside[0], tables) if named else -1
        if found >= 0 and found != index and words[found].lemma not in causes.nouns:
            return (index, found)
    return ()


def _noun(words: tuple[Word, ...], start: int, tables: Lexicon) -> int:
    """The head of the noun phrase that begins at ``start``: German its first noun, English its last word."""
    last = -1
    for place in range(start, min(len(words), start + FAR)):
        word = words[place]
        if place > start and word.clause != words[start].clause:
            break
        if word.lower in tables.function.bound and (last >= 0 or tables.language == "de"):
            break
        if word.kind != "word" or word.lower in tables.stop or word.lemma in tables.stop:
            if last >= 0:
                break
            continue
        if tables.language == "de":
            if word.text[:1].isupper():
                return place
        else:
            last = place
    return last


def _object(words: tuple[Word, ...], inside: list[int], index: int, tables: Lexicon) -> int:
    """What is blamed: English behind the verb, German the noun of the clause that hangs on no preposition."""
    if tables.language == "en":
        return _noun(words, index + 1, tables)
    free = [place for place in inside if place and words[place].text[:1].isupper() and place != index]
    return next((place for place in free if not _governed(words, place, tables)), -1)


def _governed(words: tuple[Word, ...], place: int, tables: Lexicon) -> bool:
    return any(word.lower in tables.function.bound for word in words[max(0, place - 3) : place])


def _of_that(pair: Pair, one: Side, named: tuple[int, ...], other: Side) -> bool:
    """What the one says that something caused is spoken of beside the other, or it names no verb of causing."""
    if len(named) < 2 or one.frame.words[named[0]].lemma not in lexicon(one.frame.language).causes.verbs:
        return True
    translated = pair.a.frame.language != pair.b.frame.language
    caused = {name for name in matter(one, named) if comparable(name, translated)}
    told = {name for name in (*other.frame.features, *other.context.features) if comparable(name, translated)}
    return not caused or bool(caused & told)


def detect(pair: Pair) -> Iterator[Finding]:
    """Two causes that have nothing in common."""
    if pair.same_speaker or not pair.topical:
        return
    left, right = cause(pair.a), cause(pair.b)
    if not left or not right:
        return
    ours, theirs = thing_features(pair.a, left[-1]), thing_features(pair.b, right[-1])
    if ours & theirs or not (_of_that(pair, pair.a, left, pair.b) and _of_that(pair, pair.b, right, pair.a)):
        return
    yield Finding(
        Kind.SLOT,
        0.8,
        left,
        right,
        "reason.cause",
        unsure=(("unsure.causes", {}),),
        one_thing=True,
        settled=pair.near or pair.contrasted or pair.translated,
    )
