"""Whether two figures measure one thing: unit, what is counted, its state, the time and the use they are of.

Of whom or what they are told and of which occasion is asked in modules of their own.
"""

from __future__ import annotations

from claims.conflicts.act_words import act_table
from claims.conflicts.acts import of_himself
from claims.conflicts.counts import Measured, generic, indices, measured, measures, name_features, thing_features
from claims.conflicts.nouns import noun
from claims.conflicts.one_occasion import COMMON_UNITS, axes_beside, of_one_deed, of_one_occasion, two_events
from claims.conflicts.one_subject import SAME_MATTER, of_one_person, of_something, one_subject, same_somebody, told_of
from claims.conflicts.pair import Pair
from claims.conflicts.questions import STATES, asked, can_hold, money, one_question, one_sum, set_apart, two_questions
from claims.conflicts.side import Side
from claims.conflicts.standing import of_one_use
from claims.conflicts.told_apart import dimension, opposed, two_dimensions, two_holders, two_shifts
from claims.language.lemmas import lemma
from claims.models import Quantity
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon
from claims.topics.words import stem

_TO_EACH = frozenset(
    (
        "cancel",
        "postpone",
        "arrest",
        "dismissal",
        "layoffs",
        "investigation",
        "raid",
        "demolition",
        "sale",
        "purchase",
        "recall",
        "rescue",
        "rape",
        "murder",
        "extradition",
        "deportation",
        "eviction",
        "confiscation",
        "vaccination",
        "operation",
        "birth",
        "abortion",
        "suicide",
        "diagnosis",
        "transplant",
        "pushback",
        "crossing",
        "escape",
        "transfer",
        "delivery",
        "payment",
    )
)  # concepts of what happens to one thing at a time, so that the deeds are as many as the things
_SHARES = frozenset({"percent", "fraction"})
LARGE = 1000.0  # a count without a noun from which it is taken for the count of its topic


def one_measure(pair: Pair, one: Measured, two: Measured) -> bool:
    """Same unit, part in a change and state, and the same thing counted; without a thing the claims must share one."""
    mine, other = one.quantity, two.quantity
    if (mine.change == "by") != (other.change == "by") or (mine.change == "by" and mine.direction != other.direction):
        return False
    a, b = measures(mine, pair.a), measures(other, pair.b)
    counted = {"", "person"}
    open_share = generic(mine, pair.a) or generic(other, pair.b) or not (a or b)
    alike = pair.topical and pair.own()[0] >= SAME_MATTER
    akin = alike or bool(pair.a.frame.names.keys() & pair.b.frame.names.keys())
    open_share = open_share or (not (a and b) and akin)
    if can_hold(pair.a, one) != can_hold(pair.b, two):
        return False
    if not of_one_use(one.standing, two.standing) or _other_purpose(pair, one, two) or _turned(pair, one, two):
        return False
    if any(apart(pair, one, two) for apart in (two_dimensions, two_holders, two_shifts)):
        return False
    if mine.change == other.change == "by" and mine.unit == other.unit:
        ours, theirs = _changed(pair.a, one), _changed(pair.b, two)
        if _of_two_times(pair) or (ours and theirs):
            foreign = pair.a.frame.language != pair.b.frame.language
            shared = {name for name in ours & theirs if comparable(name, foreign) and (foreign or name[:2] != "c:")}
            return bool(shared) and not _of_two_times(pair)
    if mine.unit == other.unit == "percent" and (pair.near or alike) and open_share:
        return _one_share(pair)  # "puts the share at 60 percent"
    if (one.alone or two.alone) and not pair.translated:
        return one.alone and two.alone and pair.near and mine.unit == other.unit and _bare(pair.a) and _bare(pair.b)
    if dimension(mine) != dimension(other) and not ({mine.unit, other.unit} <= counted or _bare_large(mine, other)):
        return False
    if mine.unit == other.unit == "age" and not of_one_person(pair, one, two):
        return False
    if mine.unit == other.unit == "age" and same_somebody(pair, one, two):
        return True
    retold = pair.beside and bool(a & b) and pair.own()[0] >= SAME_MATTER
    apart = two_events(pair) and not retold and not of_one_occasion(pair, one, two)  # "escaped", "had leaked"
    if apart or (mine.state != other.state and not _told_of_both(pair, one, two)):
        return False
    if (mine.state and mine.state == other.state) or (
        (one.lent or two.lent) and pair.same_article and (a & b or not (a or b))
    ):
        return True
    if pair.contrasted and not (a and b):
        return True
    if one_subject(pair, one, two):
        return True
    if {mine.unit, other.unit} <= counted:
        if set_apart(pair, one, two) and not pair.contrasted and not mere(pair):
            return False
        if pair.topical and not (a and b) and min(mine.value, other.value) >= LARGE:
            return True  # nothing else is counted in so large a number there
        events = pair.a.frame.events & pair.b.frame.events
        if a and b:
            if a & _done_to(pair.b, two) or b & _done_to(pair.a, one):
                return True  # "140 cancellations", "22 flights were cancelled"
            if mine.unit == other.unit == "person" and (corrects(pair, one, two) or _of_one_spot(pair, one, two)):
                return True
            return (
                bool(a & b)
                or (
                    mine.unit == other.unit == "person"
                    and (bool(events) or (pair.near and pair.own()[1] > 0))
                    and _general(a, b)
                    and not _two_kinds(a, b)
                    and not two_questions(pair, one, two)
                )
                or one_question(pair, one, two)
            )
        return (not a and not b and bool(events)) or one_question(pair, one, two)
    if one_sum(pair, one, two):
        return True
    waged = one.standing.per == two.standing.per == "per_hour" and money(one) and mine.unit == other.unit
    if waged and pair.beside and not (a and b):
        return True  # "the average wage was 16 an hour", "staff earn 13.50"
    if a and b and not a & b:
        return False
    if mere(pair):
        return not (told_of(pair.a, one) and told_of(pair.b, two))  # which :func:`one_subject` has held together
    if bool(a) != bool(b):
        named = frozenset(pair.b.frame.features if a else pair.a.frame.features)
        if not (a or b) & named and not (pair.translated and pair.own()[0] >= SAME_MATTER):
            return of_one_deed(pair, one, two) or of_one_occasion(pair, one, two)
    if mine.unit not in COMMON_UNITS:
        if mine.unit != other.unit and pair.a.frame.names.keys() != pair.b.frame.names.keys():
            return pair.same_article or pair.topical
        return pair.same_article or pair.topical or pair.own()[0] >= 0.15
    ours, theirs = _matter(pair.a, mine), _matter(pair.b, other)
    silent = not any(name.startswith("c:") for name in ours) or not any(name.startswith("c:") for name in theirs)
    return bool(a & b) or bool(ours & theirs) or (silent and pair.near and not (a or b))


def _of_two_times(pair: Pair) -> bool:
    """Each change is told of a time of its own: since 2015, last year."""
    ours, theirs = ({dated.value.removeprefix("../") for dated in side.dates} for side in (pair.a, pair.b))
    return bool(ours and theirs) and not ours & theirs


def _changed(side: Side, item: Measured) -> frozenset[str]:
    """What has grown or shrunk, as features."""
    return frozenset(name for noun in told_of(side, item) for name in name_features(noun, side))


def _told_of_both(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "14 people were arrested", "31 detainees": the words around the one say what the noun of the other says."""
    if one.quantity.state and two.quantity.state:
        return False
    side, untold = (pair.b, two) if one.quantity.state else (pair.a, one)
    asks = STATES.get(one.quantity.state or two.quantity.state, "")
    return asks in asked(side, untold) and one_question(pair, one, two)


def same_thing(pair: Pair, mine: Measured, other: Measured) -> bool:
    """Both figures say what they measure, and it is the same: people killed, participants, a damage in euros."""
    if mine.lent or other.lent or one_subject(pair, mine, other):
        return True
    shared = measures(mine.quantity, pair.a) & measures(other.quantity, pair.b)
    told = any(name.startswith("state:") for name in shared)
    return told or (bool(shared) and not _general(shared))


def _other_purpose(pair: Pair, one: Measured, two: Measured) -> bool:
    """Each is spent on something else."""
    a, b = one.standing.purpose, two.standing.purpose
    if a < 0 or b < 0:
        return False
    ours, theirs = thing_features(pair.a, a), thing_features(pair.b, b)
    return bool(ours) and bool(theirs) and not ours & theirs


def _turned(pair: Pair, one: Measured, two: Measured) -> bool:
    """The predicates beside the figures exclude each other, so that each counts its own: 14 close, 40 stay open."""
    if one.quantity.unit not in ("", "person", *_SHARES) or not (one.quantity.value and two.quantity.value):
        return False  # "nobody was hurt" counts what "three were hurt" counts
    ours, theirs = ({(m.name, m.sign) for m in axes_beside(*item)} for item in ((pair.a, one), (pair.b, two)))
    if any((name, -sign) in theirs for name, sign in ours) or opposed(pair, one, two):
        return True
    # "we have won 14 seats", "we have won 30"
    return not pair.same_speaker and of_himself(pair.a) and of_himself(pair.b)


def _of_one_spot(pair: Pair, one: Measured, two: Measured) -> bool:
    """ "Nine people were on the bridge", "at least 25 residents stood on the bridge"."""
    if not pair.beside or not _general(measures(one.quantity, pair.a), measures(two.quantity, pair.b)):
        return False
    ours, theirs = (_spots(side, item) for side, item in ((pair.a, one), (pair.b, two)))
    return bool(ours & theirs) and not two_questions(pair, one, two)


def _spots(side: Side, item: Measured) -> frozenset[str]:
    """The nouns of places in the clause of a figure, as features."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    spot = act_table(side.frame.language).words.spot
    clauses = {words[index].clause for index in indices(side, item.quantity)}
    heads = {
        noun(words, index + 1, tables)
        for index, word in enumerate(words[:-1])
        if word.lower in spot and word.clause in clauses
    }
    return frozenset(
        name for head in heads if head >= 0 and not side.timed(head) for name in thing_features(side, head)
    )


def _done_to(side: Side, item: Measured) -> frozenset[str]:
    """What was done to each of the things that a figure counts, as features of what could be counted instead."""
    clauses = {side.frame.words[index].clause for index in indices(side, item.quantity)}
    told = (m for m in side.frame.mentions if m.name in _TO_EACH and side.frame.words[m.index].clause in clauses)
    return frozenset(f"c:{m.name}" for m in told)


def corrects(pair: Pair, one: Measured, two: Measured) -> bool:
    """One side counts people as such and sets its figure against the other: "only 31 people arrived"."""
    named = [set(item.quantity.thing.lower().split()) for item in (one, two)]
    anybody = [
        any(lemma(word, side.frame.language) in lexicon(side.frame.language).figures.anybody for word in words)
        for side, words in ((pair.a, named[0]), (pair.b, named[1]))
    ]
    if not any(anybody) or not pair.near:
        return False
    return any(side.frame.scope.listed.get("correcting", ()) for side in (pair.a, pair.b))


def mere(pair: Pair) -> bool:
    """One of two statements side by side is nothing but a figure, and so one of what the other measures."""
    return pair.near and (_answers(pair.a, pair.b) or _answers(pair.b, pair.a))


def _answers(one: Side, other: Side) -> bool:
    """The one is nothing but a figure, and the last full figure before it is one of the other's."""
    if not _bare(one):
        return False
    return (
        one.lent is None
        or one.context.contrast.against == other.statement.id
        or any(one.lent.span == quantity.span for quantity in other.quantities)
    )


def _one_share(pair: Pair) -> bool:
    """Each claim has one share or change, so that no other is meant."""
    return all(sum(q.unit in ("percent", "point") for q in side.quantities) == 1 for side in (pair.a, pair.b))


def _bare(side: Side) -> bool:
    """The claim is nothing but a figure ("spoke of 9,000")."""
    inside = {index for quantity in measured(side) for index in indices(side, quantity.quantity)}
    attributed = side.statement.cue_span
    rest = [
        index
        for word, index in side.frame.lemmas.items()
        if index not in inside
        and word not in lexicon(side.frame.language).modality.shares
        and not (attributed and attributed.start <= side.frame.words[index].start < attributed.end)
    ]
    return len(measured(side)) == 1 and not rest and not of_something(side, measured(side)[0])


def _matter(side: Side, quantity: Quantity) -> frozenset[str]:
    """What the claim speaks of beside the figure, as stems and concepts."""
    inside = set(indices(side, quantity))
    found = side.frame
    words = {f"l:{stem(lemma, found.language)}" for lemma, index in found.lemmas.items() if index not in inside}
    named = {
        f"c:{m.name}" for m in found.mentions if m.index not in inside and m.group != "status" and m.name != "money"
    }
    return frozenset(words | named)


def _bare_large(mine: Quantity, other: Quantity) -> bool:
    """One side leaves the currency out ("fehlen 19 Millionen")."""
    return min(mine.value, other.value) >= 1e5 and "" in (mine.unit, other.unit)


def _two_kinds(a: frozenset[str], b: frozenset[str]) -> bool:
    """Each is of a kind of its own: officers, spectators."""
    ours, theirs = ({name for name in thing if name.startswith("k:")} for thing in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _general(*things: frozenset[str]) -> bool:
    """One side counts people as such, whoever they are."""
    return any("c:participants" in thing for thing in things)
