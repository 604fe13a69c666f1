"""Whether a word of the clash says that something is so, or only tells which thing or whom the claim speaks of."""

from __future__ import annotations

from claims.conflicts.counts import thing_features
from claims.conflicts.nouns import clause_of, noun
from claims.conflicts.pair import Finding, Note, Pair, facts_by_axis
from claims.conflicts.side import Side
from claims.conflicts.targets import target, target_words
from claims.language.grammar import grammar
from claims.models import Kind
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon
from claims.topics.scope import describes

BOTH = 0.55  # left where a side holds the one as well as the other
OF_SOME = 0.5  # left where a side only tells of which persons it speaks
OTHER_NOUN = 0.6  # left where an adjective describes another noun than the other side judges
BEHIND = 4  # words from a relative pronoun to its verb
_FACTS = frozenset({Kind.POLARITY, Kind.OPPOSITE, Kind.NEVER})


def agreed(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "They risk not being heard, so make yourselves heard": beside what clashes it holds what the other holds."""
    axis = finding.values.get("fact", "")
    if finding.kind not in _FACTS or not axis.startswith("axis:") or not finding.a or not finding.b:
        return 1.0, None
    if _of_one_sense(pair, axis, finding.a[-1], finding.b[-1]):
        return BOTH, ("guard.both", {})
    ours, theirs = (facts_by_axis(side).get(axis, []) for side in (pair.a, pair.b))
    for side, one, others, indices in ((pair.a, ours, theirs, finding.a), (pair.b, theirs, ours, finding.b)):
        words, at = side.frame.words, indices[-1]
        here = (words[at].clause, words[at].part)
        mine = [fact for fact in one if fact.mention.index == at]
        rest = [f for f in one if (words[f.mention.index].clause, words[f.mention.index].part) != here]
        against = [fact for fact in others if any(fact.excludes(own) for own in mine)]
        if rest and against and all(any(fact.open & own.open for own in rest) for fact in against):
            return BOTH, ("guard.both", {})
    return 1.0, None


def _of_one_sense(pair: Pair, axis: str, one: int, other: int) -> bool:
    """ "Was not sacked" and "has resigned": the same two words say one thing of another pair of opposites."""
    ours, theirs = (
        {name: [fact.open for fact in facts if fact.mention.index == at] for name, facts in facts_by_axis(side).items()}
        for side, at in ((pair.a, one), (pair.b, other))
    )
    return any(
        name.startswith("axis:") and name != axis and found and found == theirs.get(name)
        for name, found in ours.items()
    )


def of_some(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "People who drink it do worse", "wer ablehnt, muss gehen": who is meant, and nothing that they do."""
    if finding.kind not in _FACTS or not finding.a or not finding.b:
        return 1.0, None
    for side, indices in ((pair.a, finding.a), (pair.b, finding.b)):
        place = _which_persons(side, indices[-1])
        if place >= 0:
            return OF_SOME, ("guard.narrower", {"words": side.frame.words[place].text})
    return 1.0, None


def _which_persons(side: Side, index: int) -> int:
    """The word that a restrictive relative clause around ``index`` tells of, or -1: persons at large and no name."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    persons = grammar(tables.language).person_relatives
    inside = [n for n in range(index) if words[n].clause == words[index].clause]
    if tables.language == "en":
        inside = [n for n in inside[-BEHIND:] if words[n].part == words[index].part and words[n].lower in persons]
    if not inside:
        return -1
    at = inside[0]
    if tables.language == "de" and words[at].lower in persons:
        return at
    before, relatives = at - 1, grammar(tables.language).subject_relatives
    if at == 0 or words[at].lower not in relatives or words[before].clause == words[at].clause:
        return -1
    if before in side.frame.names.values() or words[before].kind != "word":
        return -1
    if tables.language == "en":
        return before if words[at].start - words[before].end == 1 else -1  # no comma
    plural = words[before].text[:1].isupper() and words[before].lower != words[before].lemma.lower()
    known = before > 0 and words[before - 1].lower in tables.function.determiners
    return before if plural and not known else -1


def described(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Her legal role", "a criminal attempt": an adjective before its noun tells of that noun alone."""
    axis = finding.values.get("fact", "")
    if finding.kind not in _FACTS or not axis.startswith("axis:") or not finding.a or not finding.b:
        return 1.0, None
    if pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    one, other = _described(pair.a, finding.a[-1]), _described(pair.b, finding.b[-1])
    if one < 0 and other < 0:
        return 1.0, None
    one = one if one >= 0 else target(pair.a, finding.a).place
    other = other if other >= 0 else target(pair.b, finding.b).place
    if one < 0 or other < 0 or _generic(pair.a, one) or _generic(pair.b, other):
        return 1.0, None
    ours, theirs = (
        {name for name in thing_features(side, place) if comparable(name, translated=False)}
        for side, place in ((pair.a, one), (pair.b, other))
    )
    if not ours or not theirs or ours & theirs:
        return 1.0, None
    words = ", ".join((pair.a.frame.words[one].text, pair.b.frame.words[other].text))
    return OTHER_NOUN, ("guard.sorts", {"words": words})


def _described(side: Side, index: int) -> int:
    """The noun that the adjective at ``index`` stands before, or -1; "it is the best deal" tells of what it is."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    if any(
        words[n].lemma in tables.function.copula
        for n in clause_of(words, index)
        if n < index or tables.language == "de"
    ):
        return -1
    if tables.language == "de":
        return index + 1 if describes(words, index) else -1
    if index == 0 or index + 1 >= len(words) or words[index + 1].lemma not in side.frame.lemmas:
        return -1
    before = words[index - 1].lower
    if before not in (*tables.function.determiners, *tables.function.bound) or before in tables.function.to:
        return -1
    head = noun(words, index, tables)
    told = head >= 0 and words[head].lower.endswith("ed")  # "two weeks of shooting remained"
    return head if head > index and not told else -1


def _generic(side: Side, place: int) -> bool:
    word, generic = side.frame.words[place], target_words(side.frame.language).generic
    return word.lemma in generic or word.lower in generic
