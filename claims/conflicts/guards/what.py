"""Of what the claims speak: another thing, another part of it, another one of its kind."""

from __future__ import annotations

from collections.abc import Mapping

from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side
from claims.models import Kind, Span
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits

NOUN = 0.75  # weight from which a word is a noun
WORTH = 0.6  # weight from which a feature is a thing that a claim speaks of
OTHER_WORDS = 0.9  # left in one topic, when the things are named in two languages and no concept covers them
OF_ONE_STORY = frozenset({Kind.QUANTITY, Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS})


def objects(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """One predicate, said of two different things: "prices have risen", "wages have not"."""
    if finding.kind not in (Kind.POLARITY, Kind.OPPOSITE) or finding.event or finding.least:
        return 1.0, None
    a, b = (_things(side.frame.features, finding.without) for side in (pair.a, pair.b))
    table = lexicon(pair.a.frame.language).axes.get(finding.values.get("fact", "").removeprefix("axis:"))
    translated = pair.a.frame.language != pair.b.frame.language
    untold = any(name[:2] == "l:" for name in (*a, *b))  # a noun that no concept covers may be the same
    a, b = ({name for name in found if comparable(name, translated)} for found in (a, b))
    if translated:
        measured = table is not None and table.measure and a and b
        if pair.topical and untold and not a & b and not measured:
            return OTHER_WORDS, ("guard.objects", {})
    if not a and not b and not pair.same_speaker and not pair.near:
        return OTHER_WORDS if pair.translated else 0.6, ("guard.objects", {})  # neither says of what
    if not a or not b:
        return 1.0, None
    if table is not None and table.measure:
        things = {name for name in a & b if name[:2] in ("c:", "w:", "l:")}
        return (1.0, None) if things else (0.4, ("guard.objects", {}))
    if a & b:
        return 1.0, None
    return (0.85 if pair.near else OTHER_WORDS if pair.translated else 0.6), ("guard.objects", {})


def counted(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "14 branches will close" against "40 branches stay open": each says it of its own part."""
    if finding.kind not in (Kind.POLARITY, Kind.OPPOSITE) or not finding.a or not finding.b or finding.least:
        return 1.0, None
    if finding.values.get("fact") == "exception":
        return 1.0, None  # the number left out is some of the number of all
    ours, theirs = (
        [
            quantity
            for quantity in side.quantities
            if quantity.unit in ("", "person")
            and quantity.thing
            and quantity.value
            and _in_clause(side, quantity.span, indices)
        ]
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    if any(one.value == other.value for one in ours for other in theirs) or not ours or not theirs:
        return 1.0, None
    return 0.5, ("guard.counted", {})


def _in_clause(side: Side, span: Span, indices: tuple[int, ...]) -> bool:
    """The span lies in a clause of these words."""
    words = side.frame.words
    clauses = {words[index].clause for index in indices}
    return any(span.start <= word.start < span.end and word.clause in clauses for word in words)


def another(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "A third round will be held" against "two rounds have failed": another one of its kind."""
    if finding.kind not in OF_ONE_STORY | {Kind.NEVER, Kind.DATE, Kind.DENIAL} or not finding.a or not finding.b:
        return 1.0, None
    one, other = (
        _ordinals(side, indices, dated=not pair.translated)
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    if bool(one) == bool(other):
        return 1.0, None
    return 0.6, ("guard.another", {"words": ", ".join(sorted(one or other))})


def _ordinals(side: Side, indices: tuple[int, ...], *, dated: bool) -> set[str]:
    """The words for another one of its kind in the clauses of ``indices``; ``dated``: also in a date ("next year")."""
    words = side.frame.words
    clauses = {words[index].clause for index in indices}
    return {
        words[index].text
        for index in hits(words, "another", lexicon(side.frame.language))
        if words[index].clause in clauses and (dated or not side.timed(index))
    }


def _things(features: Mapping[str, float], without: frozenset[str]) -> set[str]:
    """Names, events and things of a claim, without the clash itself and what half of all claims name."""
    kinds = ("n:", "p:", "c:", "w:", "l:")
    return {
        name
        for name, weight in features.items()
        if name[:2] in kinds and name not in without and weight >= (NOUN if name[:2] == "l:" else WORTH)
    }
