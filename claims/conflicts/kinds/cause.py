"""Cause: two causes given for one thing ("the weather", "a shortage of staff"), a case of the kind slot.

A thing may have several causes, so that the pair is a conflict only where the statements stand side by side or the
article sets them against each other, and to be checked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clause import matter
from claims.conflicts.counts import thing_features, word_features
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
        ahead = (n for n, word in enumerate(words) if word.lemma in causes.blaming and tables.language == "en")
        at = next(ahead, -1)  # the claim may hold its verb
        on = next((n for n, word in enumerate(words) if word.lower in causes.blamed_on and n + 1 < len(words)), at)
        blamed = noun(words, on + 1, tables)  # "blamed the weather for the delay", "blamed the delay on the weather"
        return (blamed,) if blamed >= 0 else ()
    for index in range(len(words)):
        if side.frame.scope.negative(index) or words[index].clause <= side.frame.denied:
            continue
        found = _behind(words, index, tables)
        if found >= 0 and found != index and words[found].lemma not in causes.nouns:
            return (index, found)
    return _told_by_a_phrase(side) or _told_by_a_clause(side)


def _told_by_a_phrase(side: Side) -> tuple[int, ...]:
    """ "The backlog was down to a lack of staff", "a lightning strike led to the outage"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    present = {form for word in words for form in (word.lower, word.lemma)}
    for phrases, behind in ((tables.causes.behind, True), (tables.causes.ahead, False)):
        for phrase in phrases:
            parts = phrase.split()
            for at in _runs(words, parts) if present.issuperset(parts) else ():
                if side.frame.scope.negative(at[0]) or words[at[0]].clause <= side.frame.denied:
                    continue
                inside = clause_of(words, at[0])
                if behind:
                    found = noun(words, at[-1] + 1, tables) if at[-1] + 1 < len(words) else -1
                elif tables.language == "de":
                    found = next((n for n in free(words, inside, tables) if n not in at), -1)
                else:
                    found = noun(words[: at[0]], inside[0], tables)
                if (
                    found >= 0
                    and words[found].clause == words[at[0]].clause
                    and words[found].lemma not in tables.causes.nouns
                ):
                    return (at[0], found)
    return ()


def _told_by_a_clause(side: Side) -> tuple[int, ...]:
    """The words of a clause that says why: "because someone had left the gate open"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    for index, word in enumerate(words):
        if word.lower in tables.causes.clausal and not side.frame.scope.negative(index):
            inside = [place for place in clause_of(words, index) if place > index]
            told = [place for place in inside if words[place].lemma in side.frame.lemmas]
            ours = any(words[place].lower in tables.function.me for place in inside)
            if told and not ours:  # "because we were patient" leaves room for other reasons
                return (index, *told)
    return ()


def _runs(words: tuple[Word, ...], parts: list[str]) -> Iterator[tuple[int, ...]]:
    """Where the parts stand one right after the other."""
    for index in range(len(words) - len(parts) + 1):
        if all(part in (words[index + n].lower, words[index + n].lemma) for n, part in enumerate(parts)):
            yield tuple(range(index, index + len(parts)))


@once_per_side
def no_cause(side: Side) -> tuple[int, ...]:
    """The words that say of something that it is not the cause: "nothing to do with the storm"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    for phrase in tables.causes.unrelated:
        parts = phrase.split()
        for index, word in enumerate(words):
            if word.lower != parts[0]:
                continue
            inside = clause_of(words, index)
            if tables.language == "en":
                at = next(iter(_runs(words[index:], parts)), ())
                found = (
                    noun(words, index + len(parts), tables)
                    if at and at[0] == 0 and index + len(parts) < len(words)
                    else -1
                )
            else:
                present = {form for n in inside for form in (words[n].lower, words[n].lemma)}
                before = [n for n in inside if words[n].lower in parts and words[n].lower in tables.function.bound]
                hold = present.issuperset(parts) and before
                found = noun(words, before[0] + 1, tables) if hold and before[0] + 1 < len(words) else -1
            if found >= 0:
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


def _told(side: Side, named: tuple[int, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The features of a cause, and those that say what it is: of "a driver's error" that it is the driver's."""
    tables, index = lexicon(side.frame.language), named[-1]
    if len(named) > 2 or side.frame.words[named[0]].lower in tables.causes.clausal:
        every = frozenset(feature for place in named[1:] for feature in thing_features(side, place))
        return every, every
    words, before = side.frame.words, frozenset[str]()
    if index and words[index - 1].clause == words[index].clause and words[index - 1].lemma not in tables.stop:
        before = frozenset(name for name in thing_features(side, index - 1) if name.startswith("l:"))
    general = {feature for word in tables.causes.general for feature in word_features(word, side)}
    whole = thing_features(side, index)
    return whole, (whole | before) - general


def _one_cause(ours: tuple[frozenset[str], frozenset[str]], theirs: tuple[frozenset[str], frozenset[str]]) -> bool:
    """They have something in common beside that something went wrong, where both say what."""
    if ours[1] and theirs[1]:
        return bool(ours[1] & theirs[1])
    return bool(ours[0] & theirs[0])


def _is_the_effect(side: Side, own: tuple[int, ...], cause_of_other: frozenset[str]) -> bool:
    """What the other gives for a cause is here what was caused: "a fire that a cable caused", "damage by the fire"."""
    scope = side.frame.scope
    places = {*side.frame.lemmas.values()} - {*own}
    return any(thing_features(side, place) & cause_of_other for place in places if not scope.negative(place))


def _one_effect(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """What the one says was caused is what the other speaks of; a claim that does not name it leaves it open."""
    for side, named, other, theirs in ((pair.a, left, pair.b, right), (pair.b, right, pair.a, left)):
        done = _effect(side, named)
        if done < 0 or not _matter_beside(other, theirs):
            continue
        features = thing_features(side, done)
        clausal = other.frame.words[theirs[0]].lower in lexicon(other.frame.language).causes.clausal
        events = other.frame.events if clausal else other.events
        spoken = {*other.frame.features, *(f"c:{name}" for name in events)}
        if features and not features & spoken:
            return False
    return True


def _matter_beside(side: Side, named: tuple[int, ...]) -> bool:
    """The claim speaks of more than the cause: it need not be of the same effect."""
    words = side.frame.words
    near = range(max(0, named[-1] - 2), min(len(words), named[-1] + 3))
    described = {place for place in near if words[place].clause == words[named[-1]].clause}
    if side.frame.language == "de":
        described |= {place for place, word in enumerate(words) if not word.text[:1].isupper()}
    places = {*side.frame.lemmas.values()} - {*named} - described
    return any(not _general(words[place], side) for place in places)


def _general(word: Word, side: Side) -> bool:
    """The word is one of those by which causes are told."""
    causes = lexicon(side.frame.language).causes
    verbs = {verb for verb, _ in causes.attributing}
    return bool({word.lemma, word.lower} & {*causes.nouns, *causes.naming, *causes.verbs, *causes.blaming, *verbs})


def _both_name(pair: Pair) -> bool:
    """Both claims name what was caused, and in one language, so that the words can be held together."""
    return bool(pair.a.frame.events & pair.b.frame.events) and pair.a.frame.language == pair.b.frame.language


def _effect(side: Side, named: tuple[int, ...]) -> int:
    """The noun of what the verb of causing is done to, or -1 where it is no such verb or stands in the passive."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    verb, agent = named[0], named[-1]
    if len(named) == 1:  # "blamed the hospital for her death"
        on = next((n for n, word in enumerate(words) if word.lower in tables.figures.purpose and n > agent), -1)
        return noun(words, on + 1, tables) if 0 <= on < len(words) - 1 else -1
    if len(named) == 2 and words[verb].lemma in tables.causes.nouns:
        behind = words[verb + 1 : verb + 2]  # "the cause of the fire"
        tied = any(word.lower in (*tables.function.genitive, *tables.figures.purpose) for word in behind)
        done = noun(words[: agent if agent > verb else len(words)], verb + 2, tables) if tied else -1
        if tied or words[verb].lower == words[verb].lemma:
            return done if done != agent else -1
    attributed = any(words[verb].lemma == word for word, _ in tables.causes.attributing)
    if len(named) == 2 and attributed and (tables.language == "de" or agent > verb):
        if tables.language == "de":
            return next((place for place in free(words, clause_of(words, verb), tables) if place != agent), -1)
        return noun(words[:verb], clause_of(words, verb)[0], tables)
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


def _said_and_denied(pair: Pair) -> Iterator[Finding]:
    """What the one gives for a cause the other says to be none."""
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        denied, named = no_cause(one), cause(other)
        if not denied or not named or cause(one):
            continue
        if _told(one, denied)[0] & _told(other, named)[0]:
            left, right = (named, denied) if swapped else (denied, named)
            yield Finding(Kind.SLOT, 0.85, left, right, "reason.cause", one_thing=True, least=0.85)


def detect(pair: Pair) -> Iterator[Finding]:
    """Two causes that have nothing in common."""
    if pair.same_speaker or not (pair.topical or pair.near):
        return
    yield from _said_and_denied(pair)
    left, right = cause(pair.a), cause(pair.b)
    if not left or not right:
        return
    ours, theirs = thing_features(pair.a, left[-1]), thing_features(pair.b, right[-1])
    if (
        _one_cause(_told(pair.a, left), _told(pair.b, right))
        or _is_the_effect(pair.a, left, theirs)
        or _is_the_effect(pair.b, right, ours)
    ):
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
        else (pair.beside or pair.contrasted or _both_name(pair)) and _one_effect(pair, left, right),
    )
