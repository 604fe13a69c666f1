"""What a negation is about: "no concrete evidence" leaves evidence, "was never sold voluntarily" leaves the sale."""

from __future__ import annotations

from itertools import takewhile

from claims.conflicts.counts import thing_features
from claims.conflicts.existence import head_of_no
from claims.conflicts.nouns import clause_of, free, noun
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

SO = 0.5  # left where the one denies only that it was so and the other does not say how it was
TO = 0.7  # left where it is denied of one thing that a preposition leads to, of which the other says nothing
ANSWERED = 0.3  # left of what clashes with a bare answer to another statement
MOST = 2  # words between a negation and what it stands before


def how(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """The negation stands before a word that tells which or how, of which the other side says nothing."""
    if finding.kind not in (Kind.POLARITY, Kind.NEVER) or not finding.a or not finding.b:
        return 1.0, None
    if pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    for one, other, indices in ((pair.a, pair.b, finding.a), (pair.b, pair.a, finding.b)):
        told = _told(one, indices)
        if told and not any(_says_too(one, place, other) for place in told):
            words = ", ".join(one.frame.words[place].text for place in told)
            return SO, ("guard.narrower", {"words": words})
        to = _to_whom(one, indices)
        if to >= 0 and not _spoken_of(one, to, other):
            return TO, ("guard.narrower", {"words": one.frame.words[to].text})
    return 1.0, None


def aim(pair: Pair, _: Finding) -> tuple[float, Note | None]:
    """ "He denied that" answers one statement and clashes with no other, whatever else its verb excludes; all the same
    both may be of one matter, which is asked before the topics are made."""
    if pair.one_story:
        return 1.0, None
    for one in (pair.a, pair.b):
        found = one.frame
        empty = {found.deny, *found.scope.listed.get("refer", ())}
        if one.answered and found.deny >= 0 and empty.issuperset(found.lemmas.values()):
            return ANSWERED, ("guard.aim", {})
    return 1.0, None


def _to_whom(side: Side, indices: tuple[int, ...]) -> int:
    """The noun of "did not speak to patients", "nicht mit Rebellen verhandelt": the only thing that is denied; -1."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    negator, last = indices[0], indices[-1]
    if negator == last or side.frame.scope.by.get(last) != negator or words[negator].lower in tables.polarity.no:
        return -1
    if tables.language == "de":
        at = negator + 1 if words[last].text[:1].islower() else len(words)
    else:
        at = last + 1 if negator < last else len(words)
    if at >= len(words) or words[at].lower not in tables.function.bound or words[at].clause != words[last].clause:
        return -1
    found = noun(words, at + 1, tables)
    if found < 0 or side.timed(found) or words[found].lemma not in side.frame.lemmas:
        return -1
    return found


def _spoken_of(one: Side, place: int, other: Side) -> bool:
    """The other names the thing, or may: where no feature tells what it is."""
    features = {name for name in thing_features(one, place) if comparable(name, translated=False)}
    return not features or bool(features & other.frame.features.keys())


def _told(side: Side, indices: tuple[int, ...]) -> list[int]:
    """The words between a negation and what it denies that tell which one or in what manner."""
    found, tables = side.frame, lexicon(side.frame.language)
    negator, last = indices[0], indices[-1]
    if not negator < last <= negator + MOST + 1 or found.scope.by.get(last) != negator:
        return []
    if negator in found.scope.listed.get("no_longer", ()):
        return []
    between = [n for n in range(negator + 1, last) if found.words[n].lemma in found.lemmas and not side.timed(n)]
    of_a_thing = found.words[negator].lower in tables.polarity.no
    if of_a_thing and not head_of_no(found, negator, last, tables):
        return []
    if tables.language == "en":
        adverbs = all(found.words[n].lower.endswith("ly") for n in between)
        return between if of_a_thing or adverbs else []
    if any(not found.words[n].text[:1].islower() for n in between) or (
        not of_a_thing and found.words[last].text[:1].isupper()
    ):
        return []
    return between


def _says_too(one: Side, place: int, other: Side) -> bool:
    """The other says that it was so; that it was the opposite ("under duress") is what the negation says."""
    poles = {(mention.name, mention.pole) for mention in one.frame.mentions if mention.index == place}
    same = any((mention.name, mention.sign) in poles for mention in other.frame.mentions)
    return same or one.frame.words[place].lemma in other.frame.lemmas


def done_to_two(a: Side, first: tuple[int, ...], b: Side, second: tuple[int, ...]) -> tuple[int, int] | None:
    """The places of what two verbs are done to: in German a noun each, in English the same noun."""
    ours, theirs = _objects(a, first[-1]), _objects(b, second[-1])
    if a.frame.language == "de":
        return (ours[-1], theirs[-1]) if ours and theirs else None
    named = {b.frame.words[place].lemma: place for place in theirs}
    return next(((n, named[lemma]) for n in ours[::-1] if (lemma := a.frame.words[n].lemma) in named), None)


def _objects(side: Side, verb: int) -> list[int]:
    words, tables = side.frame.words, lexicon(side.frame.language)
    inside = clause_of(words, verb)
    if tables.language == "de":
        names = side.frame.names.values()
        return [n for n in free(words, inside, tables) if not side.timed(n) and n not in names and n != verb]
    behind = takewhile(lambda n: words[n].lower not in tables.function.bound, [n for n in inside if n > verb])
    return [n for n in behind if words[n].lemma in side.frame.lemmas]
