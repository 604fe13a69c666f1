"""Whether what two facts tell is told of one event, or of one of two things that a phrase names."""

from __future__ import annotations

from claims.conflicts.nouns import gives_cause, nouns_of
from claims.conflicts.pair import ALIKE, Clash, Pair
from claims.conflicts.side import Side, nominal
from claims.topics.frame import Mention
from claims.topics.lexicon import lexicon
from claims.topics.similarity import BILATERAL

SERVICES = frozenset(
    {"flight", "rail", "operation", "appointment", "shift_work", "ship", "tickets", "lesson", "school"}
)
_OF_STAGES = frozenset({"date", "report", "speech"})  # "no question of", "reports of a delay", "the date stands"


def of_two_places(pair: Pair, clash: Clash) -> bool:
    """The pool and the library: both phrases name a thing, and none of the one clause is one of the other."""
    axis = lexicon(pair.a.frame.language).axes.get(clash.a.axis.removeprefix("axis:"))
    if axis is None or not (axis.narrow and axis.measure):
        return False
    ours, theirs = (
        {m.name for m in _named(side) if side.frame.words[m.index].clause == side.frame.words[at].clause}
        for side, at in ((pair.a, clash.a.mention.index), (pair.b, clash.b.mention.index))
    )
    return bool(ours) and bool(theirs) and not ours & theirs


def one_event(pair: Pair, a: Mention, b: Mention) -> bool:
    """The statuses may be of one event: the events of their clauses agree, or one clause leaves it open.

    In one topic a status that is a noun ("the agreement was handed over") is that event, whatever is done to it.
    """
    if _of_a_thing(pair.a, a, pair.b, b) or _of_a_thing(pair.b, b, pair.a, a):
        return False
    named = [(m, other) for m, other in ((a, pair.b), (b, pair.a)) if m.group == "event" and m.name != "deal"]
    if any(not alike(event.name, other) for event, other in named):
        return False  # "phoned" tells of no operation that was called off; "no deal" does, that nothing was agreed
    if comparable_events(pair):
        return True
    if pair.topical and (nominal(pair.a, a.index) or nominal(pair.b, b.index)):
        return True
    mine, theirs = events_in_clause(pair.a, a), events_in_clause(pair.b, b)
    return not mine or not theirs or bool(mine & theirs)


def of_the_date(pair: Pair, clash: Clash) -> bool:
    """In one topic, both speak of the date by its noun: "der Termin steht" / "nie über einen Termin gesprochen"."""
    if clash.a.axis != "dated" or not pair.topical:
        return False
    return all(
        any(m.name == "date" and side.frame.words[m.index].clause == side.frame.words[at].clause for m in _named(side))
        for side, at in ((pair.a, clash.a.mention.index), (pair.b, clash.b.mention.index))
    )


def of_a_stage(pair: Pair, clash: Clash) -> bool:
    """In one topic, a claim that names nothing but a stage, a date or a report of it speaks of the event that the
    other names, or both of the one that the topic is about: "the summit has been put off" / "no question of
    a postponement".
    """
    if not pair.topical or (pair.a.states and pair.b.states and not pair.a.states & pair.b.states):
        return False
    ours, theirs = events_in_clause(pair.a, clash.a.mention), events_in_clause(pair.b, clash.b.mention)
    if (ours and theirs) or (ours | theirs and not (ours | theirs) & BILATERAL):
        return False
    if not ours and not theirs and not (_of_a_day(pair.a) or _of_a_day(pair.b)):
        return False  # "it was decided" / "no decision was taken": of what, neither says
    return (bool(ours) or _bare(pair.a, clash.a.mention)) and (bool(theirs) or _bare(pair.b, clash.b.mention))


def _of_a_day(side: Side) -> bool:
    """The claim speaks of a date, by its noun or by a day to come."""
    named = any(mention.name == "date" for mention in side.frame.of("object"))
    return named or any(bool(side.day) and found.value[:10] > side.day for found in side.dates)


def _bare(side: Side, mention: Mention) -> bool:
    """The clause of ``mention`` names no thing besides dates, reports and stages."""
    words = side.frame.words
    here = words[mention.index].clause
    known = {m.index for m in side.frame.mentions if m.group == "status" or m.label or m.name in _OF_STAGES}
    known.add(side.frame.label)
    return all(words[index].clause != here or index in known for index in nouns_of(side))


def alike(event: str, other: Side) -> bool:
    """The event is one of the other side's, or like one of them ("no deal" / "the merger is going ahead")."""
    return event in other.events or any(event in group and other.events & group for group in ALIKE)


def _of_a_thing(one: Side, mention: Mention, other: Side, another: Mention) -> bool:
    """ "180 flights were cancelled" says of what, and that is nothing that two agree upon."""
    here = one.frame.words[mention.index].clause
    served = SERVICES & {known.name for known in _named(one) if one.frame.words[known.index].clause == here}
    if mention.name not in ("cancel", "postpone") or not served or events_in_clause(one, mention):
        return False
    if served & {known.name for known in _named(other)}:
        return False
    return another.name in ("agree", "discuss", "schedule") or bool(events_in_clause(other, another) & BILATERAL)


def _named(side: Side) -> tuple[Mention, ...]:
    return (*side.frame.of("object"), *side.frame.of("term"))


def events_in_clause(side: Side, mention: Mention) -> set[str]:
    """The events named in the clause of ``mention``."""
    words = side.frame.words
    here = words[mention.index].clause
    return {
        other.name
        for other in side.frame.of("event")
        if words[other.index].clause == here and not gives_cause(side, other.index)
    }


def comparable_events(pair: Pair) -> bool:
    """Statuses are comparable when they are of one event, of like events, or of an event that one side leaves open."""
    return pair.events_agree >= 0.5
