"""Quantity: one measured thing, two values further apart than their wording allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side
from claims.language.lemmas import lemma
from claims.language.numbers import parse_figure
from claims.models import Kind, Qualifier, Quantity, Span
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.words import compound, stem

ABOUT = 0.12  # tolerance of "about"
_COMMON_UNITS = frozenset(
    {"EUR", "USD", "GBP", "CHF", "percent", "point", "h", "min", "s", "day", "week", "month", "year"}
)
_STATES = {"dead": "killed", "injured": "injured", "missing": "missing"}
LARGE = 1000.0  # a count without a noun from which it is taken for the count of its topic
LENT = 0.85  # comparability of a bare number with the one whose measure it takes
FEW = 20.0  # people who may be some of those another figure counts
PART = 4.0  # times as many, from which two counts may be of a whole and of a part
EXACT = 0.02  # tolerance of a plain round number


def interval(quantity: Quantity) -> tuple[float, float]:
    """The values that the wording allows, both ends included."""
    value = quantity.value
    high = quantity.value_max if quantity.value_max is not None else value
    if quantity.qualifier == Qualifier.MIN:
        return value, float("inf")
    if quantity.qualifier == Qualifier.MAX:
        return 0.0, high * (1 + EXACT)
    slack = ABOUT if quantity.qualifier == Qualifier.ABOUT else (EXACT if value >= 100 else 0.0)
    return value - abs(value) * slack, high + abs(high) * slack


def measures(quantity: Quantity, side: Side) -> frozenset[str]:
    """What is measured, as features that hold across wordings and languages."""
    state = frozenset({f"state:{quantity.state}"} if quantity.state else ())
    return state | _features(quantity.thing, side)


def thing_features(side: Side, index: int) -> frozenset[str]:
    """A thing named by one word, as features that hold across wordings and languages."""
    return _features(side.frame.words[index].text, side)


def _features(thing: str, side: Side) -> frozenset[str]:
    tables = lexicon(side.frame.language)
    out: set[str] = set()
    endings = tuple(tables.function.endings)
    for word in thing.split():
        low = lemma(word, tables.language)
        parts = (low, word.lower(), *compound(word, tables.language, tables.heads))
        for part in parts:
            if not part or part in tables.stop:
                continue
            out.add(f"l:{stem(part, endings)}")
            out.update(f"c:{sense.name}" for sense in tables.senses.get(part, ()))
    return frozenset(out)


class Measured(NamedTuple):
    """A quantity of a side; ``lent``: its measure is that of the quantity before."""

    quantity: Quantity
    lent: bool = False


def detect(pair: Pair) -> Iterator[Finding]:
    """Values of one thing that cannot both be right."""
    ours, theirs = measured(pair.a), measured(pair.b)
    for mine in ours:
        for other in theirs:
            if not _one_measure(pair, mine, other) or not (_fits(pair, mine, other) and _fits(pair, other, mine)):
                continue
            low, high = interval(mine.quantity), interval(other.quantity)
            if low[0] <= high[1] and high[0] <= low[1]:
                continue
            left, right = _indices(pair.a, mine.quantity), _indices(pair.b, other.quantity)
            if not left or not right or _agrees(mine, theirs) or _agrees(other, ours):
                continue
            wished = _wished(pair)
            part = _may_be_part(pair, mine, other)
            figures = features_of(pair.a.frame, left) | features_of(pair.b.frame, right)
            bound = Qualifier.MIN in (mine.quantity.qualifier, other.quantity.qualifier)
            yield Finding(
                Kind.QUANTITY,
                0.9 * (0.7 if wished else 1.0),
                left,
                right,
                "reason.quantity",
                unsure=(("unsure.open_bound", {}),) if bound else (),
                without=frozenset(name for name in figures if name.startswith(("q:", "c:money"))),
                comparability=LENT if (mine.lent or other.lent) and pair.same_article else None,
                settled=not wished and not part,
                things=measures(mine.quantity, pair.a) | measures(other.quantity, pair.b),
                one_thing=_same_thing(pair, mine, other),
                counts=_state(pair.a, mine.quantity) != "" or mine.quantity.unit in ("", "person"),
            )


def _same_thing(pair: Pair, mine: Measured, other: Measured) -> bool:
    """Both figures say what they measure, and it is the same: people killed, participants, a damage in euros."""
    if mine.lent or other.lent:
        return True
    shared = measures(mine.quantity, pair.a) & measures(other.quantity, pair.b)
    return bool(shared) and not _general(shared)


def _may_be_part(pair: Pair, mine: Measured, other: Measured) -> bool:
    """The smaller count, of whom something else is told, may be some of the larger ("two of them were operated on")."""
    small, large = sorted((mine.quantity.value, other.quantity.value))
    if any(hits(side.frame.words, "part_of", lexicon(side.frame.language)) for side in (pair.a, pair.b)):
        return True
    if pair.contrasted or mine.quantity.unit not in ("", "person") or _state(pair.a, mine.quantity):
        return False
    told, retold = ({m.name for m in side.frame.mentions if m.group != "object"} for side in (pair.a, pair.b))
    return small <= FEW and large >= PART * small and not told & retold and not _verbs(pair.a) & _verbs(pair.b)


def _verbs(side: Side) -> frozenset[str]:
    words = side.frame.words
    return frozenset(lemma for lemma, index in side.frame.lemmas.items() if words[index].text[:1].islower())


def _fits(pair: Pair, one: Measured, other: Measured) -> bool:
    """A number without a measure is held against the one it takes it from, or where the article sets them together."""
    lenders = [side.lent.span for side in (pair.a, pair.b) if side.lent is not None]
    return not one.lent or pair.contrasted or other.quantity.span in lenders


def measured(side: Side) -> tuple[Measured, ...]:
    """The quantities of a side; a bare one ("spoke of more than 2,000") takes its measure from the one before."""
    kept: tuple[Measured, ...] | None = side.__dict__.get("_measured")
    if kept is None:
        kept = side.__dict__["_measured"] = _measured(side)
    return kept


def _measured(side: Side) -> tuple[Measured, ...]:
    out: list[Measured] = []
    counted = _counted(side)
    for quantity in side.quantities:
        if _names_a_group(side, quantity):
            continue
        large = quantity.value >= 1e5
        thing = quantity.thing or _thing_before(side, quantity)
        if counted is not None and not thing and quantity.unit in ("", "person"):
            thing = counted.thing
        whole = quantity.model_copy(update={"thing": thing})
        if not bare(whole) or (large and (side.lent is None or side.lent.value < 1e5)) or _state(side, quantity):
            out.append(Measured(whole))
        elif _stands_alone(side, quantity) and side.lent is not None:
            out.append(_lend(quantity, side.lent))
    return (*out, *_alone(side, counted or side.lent))


def _names_a_group(side: Side, quantity: Quantity) -> bool:
    """ "The top 1 percent": a share that says who is meant and measures nothing."""
    places = _indices(side, quantity)
    before = side.frame.words[places[0] - 1].lower if places and places[0] else ""
    return quantity.unit == "percent" and before in lexicon(side.frame.language).modality.ranked


def _lend(quantity: Quantity, lent: Quantity) -> Measured:
    whole = quantity.model_copy(update={"unit": lent.unit, "thing": lent.thing, "state": lent.state})
    return Measured(whole, lent=True)


def _thing_before(side: Side, quantity: Quantity) -> str:
    """The noun before "of", "at", "auf": "a shortfall of 8 million", "the crowd at 4,000"."""
    places, words = _indices(side, quantity), side.frame.words
    tables = lexicon(side.frame.language)
    first = places[0] if places else 0
    for at in range(first - 1, max(0, first - 3), -1):  # an adverb may stand between: "of up to 8 million"
        if words[at].lower in tables.function.measuring:
            noun = words[at - 1]
            plain = noun.lower in (noun.lemma, f"{noun.lemma}s")  # "spoke of 400" names nothing
            named = noun.text[:1].isupper() if tables.language == "de" else plain
            return noun.text if named and noun.kind == "word" and noun.lemma not in tables.stop else ""
    return ""


def _counted(side: Side) -> Quantity | None:
    """What "the number of … " in the claim counts, as the measure of its bare number."""
    tables, words = lexicon(side.frame.language), side.frame.words
    for index, word in enumerate(words):
        if word.lemma not in tables.modality.number_of and word.lower not in tables.modality.number_of:
            continue
        for follow in words[index + 1 : index + 5]:
            noun = follow.text[:1].isupper() if side.frame.language == "de" else True
            if noun and follow.kind == "word" and follow.lemma not in tables.stop and follow.lower not in tables.stop:
                return Quantity(span=Span(follow.start, follow.end), value=0.0, thing=follow.text)
    return None


def _alone(side: Side, lent: Quantity | None) -> Iterator[Measured]:
    """Numbers that are no quantity by themselves: counts of the noun after them, else of what was counted before."""
    taken = [quantity.span for quantity in side.quantities] + [found.span for found in side.dates]
    marks = (".", ",") if side.frame.language == "en" else (",", ".")
    for index, word in enumerate(side.frame.words):
        if word.kind != "number" or any(span.start < word.end and word.start < span.end for span in taken):
            continue
        value = parse_figure(word.text, *marks)
        if value is None or (len(word.text) == 4 and 1800 <= value <= 2100):
            continue
        quantity = Quantity(span=Span(word.start, word.end), value=value, qualifier=Qualifier.ABOUT)
        noun = _noun_after(side, index) or _thing_before(side, quantity)
        if noun:
            yield Measured(quantity.model_copy(update={"thing": noun}))
        elif lent is not None and _stands_alone(side, quantity):
            yield _lend(quantity, lent)


def _noun_after(side: Side, index: int) -> str:
    """German: the capitalised word after the number and at most one adjective."""
    words = side.frame.words[index + 1 : index + 3]
    stop = lexicon(side.frame.language).stop
    if side.frame.language != "de" or not words or words[0].lower in stop or words[0].lemma in stop:
        return ""
    return next((word.text for word in words if word.text[:1].isupper() and word.clause == words[0].clause), "")


def bare(quantity: Quantity) -> bool:
    """A number without unit, thing and state."""
    return not (quantity.unit or quantity.thing or quantity.state)


def _stands_alone(side: Side, quantity: Quantity) -> bool:
    """No noun follows the number that could be what it counts."""
    places = _indices(side, quantity)
    after = places[-1] + 1 if places else 0
    words = side.frame.words
    if not places or after >= len(words) or words[after].clause != words[places[-1]].clause:
        return bool(places)
    word = words[after]
    stop = lexicon(side.frame.language).stop
    return word.lemma in stop or (side.frame.language == "de" and word.text[:1].islower())


def _agrees(one: Measured, others: tuple[Measured, ...]) -> bool:
    """The other side has this very value too, so that its second figure counts something else."""
    return any(other.quantity.value == one.quantity.value for other in others)


def _one_measure(pair: Pair, one: Measured, two: Measured) -> bool:
    """Same unit, part in a change and state, and the same thing counted; without a thing the claims must share one."""
    mine, other = one.quantity, two.quantity
    if (mine.change == "by") != (other.change == "by") or (mine.change == "by" and mine.direction != other.direction):
        return False
    a, b = measures(mine, pair.a), measures(other, pair.b)
    counted = {"", "person"}
    generic = {f"l:{word}" for word in lexicon(pair.a.frame.language).modality.shares}
    if mine.unit == other.unit == "percent" and pair.near and (a <= generic or b <= generic):
        return True  # "puts the share at 60 percent"
    if mine.unit != other.unit and not ({mine.unit, other.unit} <= counted or _bare_large(mine, other)):
        return False
    states = _state(pair.a, mine), _state(pair.b, other)
    if states[0] != states[1]:
        return False
    if states[0] or ((one.lent or two.lent) and pair.same_article and (a & b or not (a or b))):
        return True
    if pair.contrasted and not (a and b):
        return True
    if {mine.unit, other.unit} <= counted:
        if pair.topical and not (a and b) and min(mine.value, other.value) >= LARGE:
            return True  # nothing else is counted in so large a number there
        events = pair.a.frame.events & pair.b.frame.events
        if a and b:
            return bool(a & b) or (
                mine.unit == other.unit == "person" and (bool(events) or pair.near) and _general(a, b)
            )
        return not a and not b and bool(events)
    if a and b and not a & b:
        return False
    if bool(a) != bool(b):
        named = frozenset(pair.b.frame.features if a else pair.a.frame.features)
        if not (a or b) & named:
            return False
    if mine.unit not in _COMMON_UNITS:
        return pair.same_article or pair.topical or pair.own()[0] >= 0.15
    ours, theirs = _matter(pair.a, mine), _matter(pair.b, other)
    silent = not any(name.startswith("c:") for name in ours) or not any(name.startswith("c:") for name in theirs)
    return bool(a & b) or bool(ours & theirs) or (silent and pair.near and not (a or b))


def _matter(side: Side, quantity: Quantity) -> frozenset[str]:
    """What the claim speaks of beside the figure, as stems and concepts."""
    inside, endings = set(_indices(side, quantity)), tuple(lexicon(side.frame.language).function.endings)
    found = side.frame
    words = {f"l:{stem(lemma, endings)}" for lemma, index in found.lemmas.items() if index not in inside}
    named = {
        f"c:{m.name}" for m in found.mentions if m.index not in inside and m.group != "status" and m.name != "money"
    }
    return frozenset(words | named)


def _state(side: Side, quantity: Quantity) -> str:
    """Killed, injured, missing: what the quantity says, else the one such word of its clause."""
    if quantity.state or quantity.unit not in ("", "person"):
        return quantity.state
    clauses = {side.frame.words[index].clause for index in _indices(side, quantity)}
    near = {m.name for m in side.frame.of("object") if side.frame.words[m.index].clause in clauses}
    found = [state for name, state in _STATES.items() if name in near]
    return found[0] if len(found) == 1 else ""


def _bare_large(mine: Quantity, other: Quantity) -> bool:
    """One side leaves the currency out ("fehlen 19 Millionen")."""
    return min(mine.value, other.value) >= 1e5 and "" in (mine.unit, other.unit)


def _general(*things: frozenset[str]) -> bool:
    """One side counts people as such, whoever they are."""
    return any("c:participants" in thing for thing in things)


def _indices(side: Side, quantity: Quantity) -> tuple[int, ...]:
    span = quantity.span
    return tuple(n for n, word in enumerate(side.frame.words) if span.start < word.end and word.start < span.end)


def _wished(pair: Pair) -> bool:
    """A demand against an offer or a fact is no clash of facts."""
    return any(mention.wished or mention.offered for side in (pair.a, pair.b) for mention in side.frame.mentions)
