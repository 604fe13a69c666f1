"""Of what the claims speak: another thing, another part of it, another one of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from claims.conflicts.clause import named_by_both
from claims.conflicts.counts import thing_features
from claims.conflicts.existence import head_of_no
from claims.conflicts.guards.focus import done_to_two
from claims.conflicts.nouns import clause_of, free, noun, subject
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side, nominal
from claims.conflicts.targets import of_one_noun, target, target_words
from claims.language.lemmas import in_dictionary
from claims.models import Kind, Quantity, Span
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits

NOUN = 0.75  # weight from which a word is a noun
WORTH = 0.6  # weight from which a feature is a thing that a claim speaks of
OTHER_WORDS = 0.9  # left in one topic, when the things are named in two languages and no concept covers them
NARROWER = 0.75  # left where one thing is denied of which the other says nothing
SHORTEST = 3  # letters of a part of a German compound
OTHER_SORT = 0.55  # left where the predicates are said of two sorts of one thing
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
    if _of_one_noun(pair, finding):
        return 1.0, None
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


def _of_one_noun(pair: Pair, finding: Finding) -> bool:
    """ "The sluices were opened", "the sluices stayed shut": of a noun that no concept need cover."""
    return of_one_noun(pair, finding) or named_by_both(pair, finding)


def counted(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "14 branches will close" against "40 branches stay open": each says it of its own part."""
    if finding.kind not in (Kind.POLARITY, Kind.OPPOSITE, Kind.POSITION) or not finding.a or not finding.b:
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
            and not _not_one(side, quantity)
            and _in_clause(side, quantity.span, indices)
        ]
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    if any(one.value == other.value for one in ours for other in theirs) or not ours or not theirs:
        return 1.0, None
    if any(
        _of_all(side, one) and all(other.value < one.value for other in others)
        for side, some, others in ((pair.a, ours, theirs), (pair.b, theirs, ours))
        for one in some
    ):
        return 1.0, None  # "all 31 survived" against "two were killed"
    return 0.5, ("guard.counted", {})


def _not_one(side: Side, quantity: Quantity) -> bool:
    """ "Not one of them", "nicht einer": none, whatever the other counts."""
    before = [word.lower for word in side.frame.words if word.start < quantity.span.start][-1:]
    return quantity.value == 1 and any(word in lexicon(side.frame.language).sets["negators"][0] for word in before)


def _of_all(side: Side, quantity: Quantity) -> bool:
    """ "All 31 pupils", "alle 31 Schüler": the number is the whole."""
    every = lexicon(side.frame.language).figures.every
    before = [word.lower for word in side.frame.words if word.start < quantity.span.start][-3:]
    return any(word in every for word in before[-1:]) or (
        len(before) > 1 and before[-2] in every and before[-1] in lexicon(side.frame.language).function.definite
    )


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
        _ordinals(side, indices, dated=not pair.translated, portions=finding.kind == Kind.QUANTITY)
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    if bool(one) == bool(other):
        return 1.0, None
    left = 0.5 if finding.kind == Kind.QUANTITY else 0.6
    return left, ("guard.another", {"words": ", ".join(sorted(one or other))})


def _ordinals(side: Side, indices: tuple[int, ...], *, dated: bool, portions: bool) -> set[str]:
    """The words for another one of its kind in the clauses of ``indices``; ``dated``: also in a date ("next year");
    ``portions``: also those for a part of a whole ("the first section had cost 31 million").
    """
    words = side.frame.words
    clauses = {words[index].clause for index in indices}
    return {
        words[index].text
        for name in (("another", "portion") if portions else ("another",))
        for index in hits(words, name, lexicon(side.frame.language))
        if words[index].clause in clauses and index not in indices and (dated or not side.timed(index))
    }


def _things(features: Mapping[str, float], without: frozenset[str]) -> set[str]:
    """Names, events and things of a claim, without the clash itself and what half of all claims name."""
    kinds = ("n:", "p:", "c:", "w:", "l:")
    return {
        name
        for name, weight in features.items()
        if name[:2] in kinds and name not in without and weight >= (NOUN if name[:2] == "l:" else WORTH)
    }


def narrower(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "We did not discuss prices" denies no talks: what is denied is denied of one thing, of which the other says
    nothing. The other way round it clashes: "no talks" denies talks about anything."""
    if finding.kind not in (Kind.POLARITY, Kind.NEVER) or not finding.a or not finding.b:
        return 1.0, None
    if pair.a.frame.language != pair.b.frame.language:
        return 1.0, None  # what no concept covers cannot be told to be another thing
    ours, theirs = (_turned(side, indices) for side, indices in ((pair.a, finding.a), (pair.b, finding.b)))
    if ours == theirs:
        return 1.0, None
    one, other, indices = (pair.a, pair.b, finding.a) if ours else (pair.b, pair.a, finding.b)
    done_to = _done_to(one, indices)
    if not done_to or any(_spoken_of(one, place, other) for place in done_to):
        return 1.0, None
    words = ", ".join(one.frame.words[place].text for place in done_to)
    return NARROWER, ("guard.narrower", {"words": words})


def sorts(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Das Freibad bleibt geschlossen" and "das Hallenbad werde geöffnet": two sorts of one thing."""
    if finding.kind not in (Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS) or not finding.a or not finding.b:
        return 1.0, None
    if pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    told = _two_compounds if pair.a.frame.language == "de" else _two_modifiers
    one, other = target(pair.a, finding.a).place, target(pair.b, finding.b).place
    if one < 0 or other < 0 or not told(pair.a, one, pair.b, other):
        objects_of = done_to_two(pair.a, finding.a, pair.b, finding.b)  # "raised the fuel tax", "the income tax"
        if objects_of is None or not told(pair.a, objects_of[0], pair.b, objects_of[1]):
            return 1.0, None
        one, other = objects_of
    start = 0 if pair.a.frame.language == "de" else 1
    words = ", ".join(
        " ".join(word.text for word in side.frame.words[place - start : place + 1])
        for side, place in ((pair.a, one), (pair.b, other))
    )
    return OTHER_SORT, ("guard.sorts", {"words": words})


def _two_compounds(a: Side, one: int, b: Side, other: int) -> bool:
    """German: two nouns that end in one word and begin with two."""
    first, second = a.frame.words[one].lemma.lower(), b.frame.words[other].lemma.lower()
    if first.endswith(second) or second.endswith(first):
        return False
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first[::-1], second[::-1], strict=False))
    shared = sum(1 for _ in alike)
    while shared >= SHORTEST and not in_dictionary(first[-shared:].capitalize(), "de"):
        shared -= 1
    return shared >= SHORTEST and min(len(first), len(second)) >= shared + SHORTEST


def _two_modifiers(a: Side, one: int, b: Side, other: int) -> bool:
    """English: one noun behind two others ("primary schools", "evening schools")."""
    if one == 0 or other == 0 or a.frame.words[one].lemma != b.frame.words[other].lemma:
        return False
    first, second = a.frame.words[one - 1], b.frame.words[other - 1]
    axes = {mention.index for mention in a.frame.of("axis")}, {mention.index for mention in b.frame.of("axis")}
    if one - 1 in axes[0] and other - 1 in axes[1]:
        return False  # "enough beds", "lacks beds": the words of the clash tell no sort
    told = first.lemma in a.frame.lemmas and second.lemma in b.frame.lemmas
    return told and first.lemma != second.lemma and first.clause == a.frame.words[one].clause


def _turned(side: Side, indices: tuple[int, ...]) -> bool:
    scope = side.frame.scope
    return any(scope.negative(index) or index in scope.denied for index in indices)


def _done_to(side: Side, indices: tuple[int, ...]) -> list[int]:
    """The nouns of what a denied verb is done to, else of what it is said of; none where a noun itself is denied."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    negator, verb = indices[0], indices[-1]
    itself = negator < verb and words[negator].lower in tables.polarity.no
    if any(words[n].lower in tables.polarity.anyone for n in clause_of(words, verb)):
        return []  # "has never bitten anyone"
    if nominal(side, verb) or (itself and head_of_no(side.frame, negator, verb, tables)):
        return []
    names = set(side.frame.names.values()) | set(side.frame.states.values())
    if tables.language == "de":
        of_no = words[negator].lower in tables.polarity.no  # "keine Kundendaten": of these alone
        free_ones = free(words, clause_of(words, verb), tables)
        found = [noun(words, negator, tables)] if of_no else [n for n in free_ones if not side.timed(n)]
    else:
        behind = verb + 1
        while behind < len(words) and words[behind].lower.endswith("ly"):
            behind += 1
        follows = behind < len(words) and words[behind].clause == words[verb].clause
        direct = follows and words[behind].lower not in tables.function.bound and not side.timed(behind)
        head = noun(words, behind, tables) if direct else -1
        found = [head if head >= 0 else subject(side, verb)]
    generic = target_words(tables.language).generic
    return [
        place
        for place in found
        if place >= 0
        and place not in indices
        and place not in names
        and words[place].lemma in side.frame.lemmas
        and words[place].lemma not in generic
    ]


def _spoken_of(one: Side, place: int, other: Side) -> bool:
    """The other speaks of the thing too, or may do so in words that nothing tells to be other ones."""
    thing = {name for name in thing_features(one, place) if comparable(name, translated=False)}
    if not thing:
        return True
    return bool(thing & {f"c:{name[2:]}" if name[:2] in ("w:", "x:") else name for name in other.frame.features})
