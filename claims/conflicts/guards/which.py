"""Which of its kind a claim speaks of: the strike at the port and the one at the airport, a yes to the school and a no
to the road."""

from __future__ import annotations

from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import noun
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side
from claims.conflicts.targets import Match, match, target, target_words
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

NEAR = 3  # words from a predicate to what it is done to
OTHER_ONE = 0.55  # left where each says which one it speaks of, and it is not the same
_KINDS = frozenset({Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS})


def which(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "The network of the bank", "the network of the hospital"; "the other shops"; "backs the school" / "against the
    road": the noun that the clash is said of is told apart, or what follows it is another thing."""
    if finding.kind not in _KINDS or not finding.a or not finding.b or pair.translated or finding.event:
        return 1.0, None
    one, other = target(pair.a, finding.a), target(pair.b, finding.b)
    found = match(pair, one, other)
    if found is Match.ANOTHER and not any(_of_all(*end) for end in ((pair.a, one.place), (pair.b, other.place))):
        return OTHER_ONE, ("guard.another", {"words": " ".join(filter(None, (one.which, other.which)))})
    left = _places(pair.a, one.place, finding.a)
    right = _places(pair.b, other.place, finding.b)
    for at, there in zip(left, right, strict=True):
        if at >= 0 and there >= 0 and _differ(pair, at, there):
            words = ", ".join((pair.a.frame.words[at].text, pair.b.frame.words[there].text))
            return OTHER_ONE, ("guard.sorts", {"words": words})
    return 1.0, None


def _of_all(side: Side, place: int) -> bool:
    """ "All samples": the second one is one of them."""
    every = (*lexicon(side.frame.language).figures.every, *lexicon(side.frame.language).polarity.no)
    return any(word.lower in every for word in side.frame.words[max(0, place - 2) : place])


def _places(side: Side, place: int, evidence: tuple[int, ...]) -> tuple[int, int]:
    """The noun that tells which thing it is said of, and the noun that the predicate is done to; -1 where none is."""
    tables = lexicon(side.frame.language)
    bound = {*tables.function.bound, *tables.function.genitive}
    opening = {*tables.function.determiners, *bound} - {*tables.function.place}
    return _behind(side, place, bound, 1), _behind(side, evidence[-1], opening, NEAR)


def _behind(side: Side, place: int, opening: set[str], near: int) -> int:
    """The noun of the phrase that one of ``opening`` begins at most ``near`` words behind ``place``, or -1."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    here = [n for n in range(place + 1, len(words)) if words[n].clause == words[place].clause] if place >= 0 else []
    leading = {*opening, *tables.function.bound}
    at = next((n for n in here[:near] if words[n].lower in leading), -1)
    if at < 0 or at + 1 not in here or words[at].lower not in opening:
        return -1
    found = noun(words, at + 1, tables)
    told = {mention.index for mention in side.frame.of("axis")}
    return -1 if found < 0 or found not in here or found in told or side.timed(found) else found


def _differ(pair: Pair, one: int, other: int) -> bool:
    """Two common nouns with nothing in common, of which neither claim names the other's, and none that is generic."""
    for side, place, far in ((pair.a, one, pair.b), (pair.b, other, pair.a)):
        word = side.frame.words[place]
        if word.lemma in target_words(side.frame.language).generic or word.lemma not in side.frame.lemmas:
            return False
        if place in side.frame.names.values() or place in side.frame.states.values():
            return False
        features = {name for name in thing_features(side, place) if comparable(name, translated=False)}
        if features & far.frame.features.keys():
            return False
    return not thing_features(pair.a, one) & thing_features(pair.b, other)
