"""Quantity: one measured thing, two values further apart than their wording allows."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import Measured, indices, measured, measures
from claims.conflicts.moved_figures import goes_on, revised, told_again
from claims.conflicts.one_measure import corrects, mere, one_measure, same_thing
from claims.conflicts.one_subject import one_subject
from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.questions import one_question, one_sum, unspecific
from claims.conflicts.side import Side
from claims.conflicts.standing import Mood, may_differ
from claims.language.amounts import in_base_unit
from claims.language.quantity_words import words_of
from claims.models import Kind, Qualifier, Quantity
from claims.topics.lexicon import lexicon

_OF_ONE_SCALE = frozenset({"km/h", "mph", "magnitude"})
_SHARES = frozenset({"percent", "fraction"})  # a group of the whole may have any
ABOUT = 0.12  # tolerance of "about"
RETOLD = 0.65  # comparability of two counts by one noun that two accounts of one occasion give
LENT = 0.85  # comparability of a bare number with the one whose measure it takes
FEW = 20.0  # people who may be some of those another figure counts
PART = 4.0  # times as many, from which two counts may be of a whole and of a part
MANY = 10.0  # the same, where the smaller is large itself; nobody counts a crowd so
DOZENS = 40.0  # the largest of the numbers that a plural like "dozens" is read as
TIMES = 5.0  # from the least that "a few hundred" may be, which is two, to ten hundred
EXACT = 0.02  # tolerance of a plain round number
CONVERTED = 0.06  # of a number that was told in another unit: ten feet are "three metres"


def interval(quantity: Quantity) -> tuple[float, float]:
    """The values that the wording allows, both ends included, in the base unit of what is measured."""
    value = in_base_unit(quantity.value, quantity.unit)[0]
    high = value if quantity.value_max is None else in_base_unit(quantity.value_max, quantity.unit)[0]
    if quantity.qualifier == Qualifier.MIN:
        return value, float("inf")
    if quantity.qualifier == Qualifier.MAX:
        return 0.0, high * (1 + EXACT)
    rough = quantity.qualifier == Qualifier.ABOUT or quantity.unit == "fraction"
    slack = ABOUT if rough else (EXACT if quantity.value >= 100 else 0.0)
    return value - abs(value) * slack, high + abs(high) * slack


def _most(one: Quantity, other: Quantity) -> tuple[tuple[float, float], tuple[float, float]]:
    """The intervals of both; of two maxima ("gusts of up to 140", "of up to 90") what each gives as the most."""
    low, high = interval(one), interval(other)
    if one.qualifier == other.qualifier == Qualifier.MAX:
        low, high = (low[1] * (1 - ABOUT), low[1]), (high[1] * (1 - ABOUT), high[1])
    return low, high


def detect(pair: Pair) -> Iterator[Finding]:
    """Values of one thing that cannot both be right, or that moved on with time."""
    ours, theirs = measured(pair.a), measured(pair.b)
    for mine in ours:
        for other in theirs:
            if not one_measure(pair, mine, other) or not (_fits(pair, mine, other) and _fits(pair, other, mine)):
                continue
            moved = _agree(pair, mine, other)
            if moved and not revised(pair, mine, other):
                continue
            if not moved and Mood.EXPECTED in (mine.standing.mood, other.standing.mood):
                continue
            left, right = indices(pair.a, mine.quantity), indices(pair.b, other.quantity)
            if not left or not right or _agrees(mine, theirs) or _agrees(other, ours):
                continue
            if _denied(pair.a, left) or _denied(pair.b, right):
                continue
            alike = may_differ(mine.standing, other.standing)
            figures = features_of(pair.a.frame, left) | features_of(pair.b.frame, right)
            bound = Qualifier.MIN in (mine.quantity.qualifier, other.quantity.qualifier)
            yield Finding(
                Kind.QUANTITY,
                0.9 * (1.0 if alike else 0.7),
                left,
                right,
                "reason.quantity",
                unsure=(("unsure.open_bound", {}),) if bound else (),
                without=frozenset(name for name in figures if name.startswith(("q:", "c:money"))),
                least=RETOLD if _retold(pair, mine, other) else 0.0,
                comparability=LENT if _beside(pair, mine, other) else None,
                settled=alike and not _may_be_part(pair, mine, other),
                things=measures(mine.quantity, pair.a) | measures(other.quantity, pair.b),
                one_thing=same_thing(pair, mine, other) or (pair.beside and _answers_one(pair, mine, other)),
                counts=goes_on(pair, mine, other) or told_again(pair, mine, other),
                again=told_again(pair, mine, other),
                moved=moved,
            )


def _retold(pair: Pair, mine: Measured, other: Measured) -> bool:
    """ "120 workers were in the building", "nearly 300 workers inside": one noun, and one question or one period."""
    shared = measures(mine.quantity, pair.a) & measures(other.quantity, pair.b)
    if not pair.topical or not pair.beside or not any(name[:2] in ("l:", "k:") for name in shared):
        return False
    return bool(mine.standing.per and mine.standing.per == other.standing.per) or one_question(pair, mine, other)


def _answers_one(pair: Pair, mine: Measured, other: Measured) -> bool:
    return one_sum(pair, mine, other) or one_question(pair, mine, other)


def _denied(side: Side, places: tuple[int, ...]) -> bool:
    """ "Denied that it had taken 19 minutes": not the figure that this side holds."""
    return side.frame.words[places[0]].clause <= side.frame.denied


def _beside(pair: Pair, mine: Measured, other: Measured) -> bool:
    """A bare figure beside the one that it is held against; two speeds or magnitudes a few sentences apart."""
    if mine.lent or other.lent or mine.alone:
        return pair.same_article
    if mere(pair) or (pair.near and one_question(pair, mine, other)):
        return True
    if mine.quantity.unit == other.quantity.unit == "person" and corrects(pair, mine, other):
        return True
    return pair.near and mine.quantity.unit == other.quantity.unit and mine.quantity.unit in _OF_ONE_SCALE


def _agree(pair: Pair, one: Measured, other: Measured) -> bool:
    """Their wordings leave room for one value, or the smaller counts a part of the larger."""
    low, high = interval(one.quantity), interval(other.quantity)
    if not pair.same_speaker:  # who says "up to 90" and later "up to 140" has gone up
        low, high = _most(one.quantity, other.quantity)
    low, high = _worded(pair.a, one.quantity, low), _worded(pair.b, other.quantity, high)
    if one.quantity.unit != other.quantity.unit:
        low = low[0] * (1 - CONVERTED), low[1] * (1 + CONVERTED)
    if low[0] <= high[1] and high[0] <= low[1]:
        return True
    part, whole = one.standing.part, other.standing.part
    if one.quantity.state and one.quantity.state == other.quantity.state:
        ours, theirs = _of_them(pair.a), _of_them(pair.b)
        part, whole = part - ours, whole - theirs  # "one of them has died": of all who have, the only one
    if part == whole or (part and whole and pair.translated):
        return False
    if (part and whole) or one.quantity.unit in _SHARES:
        return True
    return low[0] <= high[1] if part else high[0] <= low[1]


def _of_them(side: Side) -> frozenset[str]:
    """The words by which a count is of those told of before."""
    return frozenset(side.frame.words[index].lower for index in side.frame.scope.listed.get("part_of", ()))


def _worded(side: Side, quantity: Quantity, reach: tuple[float, float]) -> tuple[float, float]:
    """The values that the words before the number leave: "nearly 50,000" are no 20,000, "just over 30" no 90, "a few
    hundred" less than a thousand, "dozens" no hundreds.
    """
    places = indices(side, quantity)
    if quantity.qualifier not in (Qualifier.MIN, Qualifier.MAX) or not places:
        return reach
    listed, (low, high) = side.frame.scope.listed, reach
    if not set(places).isdisjoint(listed.get("just_below", ())):
        return max(low, high * (1 - ABOUT)), high
    if not set(places).isdisjoint(listed.get("just_above", ())):
        return low, min(high, low * (1 + ABOUT))
    of, first = words_of(side.frame.language).of, side.frame.words[places[0]].lower
    if first in of["one"] and len(places) > 1:
        first = side.frame.words[places[1]].lower
    vague = any(first == word.lower() for word in of["vague"])
    dozens = quantity.value <= DOZENS and vague
    few = quantity.qualifier is Qualifier.MIN and (first in of["several"] or first in of["some_hundred"] or dozens)
    if few:
        return low, low * TIMES
    return (low * (1 - ABOUT), high) if vague else reach  # 1,920 are "thousands"


def _may_be_part(pair: Pair, mine: Measured, other: Measured) -> bool:
    """The smaller count, of whom something else is told, may be some of the larger ("two of them were operated on")."""
    parts = [any(item.standing.part for item in measured(side)) for side in (pair.a, pair.b)]
    if mine.standing.part and mine.standing.part == other.standing.part:
        return False
    rates = mine.standing.per or other.standing.per
    if bool(mine.standing.part) != bool(other.standing.part) and not rates:
        return False  # more than there are of the whole
    if any(parts) and not (all(parts) and pair.translated):  # "schwere Verläufe", "severe cases" may be one part
        return not mine.quantity.state
    small, large = sorted((mine.quantity.value, other.quantity.value))
    unit = mine.quantity.unit
    if mine.quantity.state and pair.same_article and not pair.contrasted and _two_groups(pair, mine, other):
        return True
    if pair.contrasted or mine.quantity.state or unit not in ("", "person", "percent", "fraction"):
        return False
    if _for_a_cause(pair, mine, small):
        return True
    told, retold = (
        {m.name for m in side.frame.mentions if m.group not in ("object", "term")} for side in (pair.a, pair.b)
    )
    if told & retold or _verbs(pair.a) & _verbs(pair.b):
        return False
    if unit in ("percent", "fraction"):  # "bought 60 percent of the firm", "owned 25 percent of the firm"
        shared = measures(mine.quantity, pair.a) & measures(other.quantity, pair.b)
        return bool(shared) and not one_subject(pair, mine, other)
    lesser = pair.a if mine.quantity.value == small else pair.b
    only = bool(lesser.frame.scope.listed.get("correcting", ()))  # "only four trams"
    crowd = "k:present" in measures(mine.quantity, pair.a) | measures(other.quantity, pair.b)
    share = PART if small <= FEW else MANY  # "700 nurses were hired", "employs 11,000 nurses"
    return large >= share * small and not only and not (crowd and small > FEW)


def _for_a_cause(pair: Pair, mine: Measured, small: float) -> bool:
    """ "Four were called off because nobody could give the anaesthetic": those alone of all that were called off."""
    lesser, whole = (pair.a, pair.b) if mine.quantity.value == small else (pair.b, pair.a)
    return mine.quantity.unit in ("", "person") and _gives_reason(lesser) and not _gives_reason(whole)


def _gives_reason(side: Side) -> bool:
    causes = lexicon(side.frame.language).causes
    return any(word.lower in (*causes.prepositions, *causes.clausal) for word in side.frame.words)


def _two_groups(pair: Pair, mine: Measured, other: Measured) -> bool:
    """ "Three officers were injured", "a dozen guests were hurt": each noun names people of its own."""
    if (
        unspecific(pair.a, mine)
        or unspecific(pair.b, other)
        or "person" not in (mine.quantity.unit, other.quantity.unit)
    ):
        return False
    for side, item in ((pair.a, mine), (pair.b, other)):
        if words_of(side.frame.language).person(item.quantity.thing.split()[-1]) != "person":
            return False  # "the dead", "the injured"
    return not (measures(mine.quantity, pair.a) & measures(other.quantity, pair.b)) - {f"state:{mine.quantity.state}"}


def _verbs(side: Side) -> frozenset[str]:
    """What is told by words that are no nouns: no name, and in English nothing behind an article or a number."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    counted = {place for quantity in side.quantities for place in indices(side, quantity)}
    return frozenset(
        lemma
        for lemma, index in side.frame.lemmas.items()
        if words[index].text[:1].islower()
        and (tables.language == "de" or not counted & {index, index - 1})
        and (tables.language == "de" or words[max(0, index - 1)].lower not in tables.function.determiners)
    )


def _fits(pair: Pair, one: Measured, other: Measured) -> bool:
    """A number without a measure is held against the one it takes it from, or where the article sets them together."""
    lenders = [side.lent for side in (pair.a, pair.b) if side.lent is not None]
    return (
        not one.lent
        or pair.contrasted
        or any(
            other.quantity.span == lender.span
            or (
                bool(other.quantity.thing)
                and (other.quantity.value, other.quantity.unit) == (lender.value, lender.unit)
            )
            for lender in lenders
        )
    )


def _agrees(one: Measured, others: tuple[Measured, ...]) -> bool:
    """The other side has this very value too, so that its second figure counts something else."""
    return any(other.quantity.value == one.quantity.value and not other.alone for other in others)
