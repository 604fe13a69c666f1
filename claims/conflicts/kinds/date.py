"""Date: one event, two dates that cannot both be right; or a date against "there is no date"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import thing_features
from claims.conflicts.fact import Fact, Ground
from claims.conflicts.facts import ANEW
from claims.conflicts.figures import Dated
from claims.conflicts.nouns import nouns_of
from claims.conflicts.one_event import comparable_events
from claims.conflicts.pair import NEEDS_AN_OBJECT, Finding, Pair, facts_by_axis
from claims.conflicts.side import Side, once_per_side
from claims.language.intervals import Relation, compare_times
from claims.models import Kind
from claims.topics.frame import Mention
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.similarity import BILATERAL

_TALKED_OVER = frozenset({"agree", "discuss", "propose"})
_DECIDED = _TALKED_OVER | {"cancel", "postpone"}  # what somebody does on a day that is not the event's own
_HAPPENING = frozenset({"axis", "event", "status"})
_OF_A_DATE = frozenset({"schedule", "plan", "hold", "begin", "resume", *_TALKED_OVER})  # stages that say when
LEAST = 0.6  # weight that they must share beside an event that may be done to many things
ANOTHER = 0.6  # left when the one tells of what has been and the other of what is to come
SAME = 0.5  # share of their own words from which both tell of one deed
_JUDGED = frozenset({"possible", "expected"})  # what is said of a date
NEEDED = 0.38  # share of the matter beside the date that both claims must have


def detect(pair: Pair) -> Iterator[Finding]:
    """Disjoint dates of one event; a date against none."""
    a, b = _finest(without_acts(pair.a)), _finest(without_acts(pair.b))
    if a and b:
        yield from _disjoint(pair, a, b)
        return
    for dated, other, swapped in ((a, pair.b, False), (b, pair.a, True)):
        here = pair.b if swapped else pair.a
        dated = tuple(found for found in dated if _coming(here, (found,)) or not here.day)
        tied = here.events and comparable_events(pair)
        if not dated or not (tied or (pair.topical and (_agreed_upon(here, dated[0]) or _of_the_date_itself(here)))):
            continue  # a day that is over is no date to be kept
        none = _no_date(other, ("dated", ANEW) if _replacing(here) else ("dated",))
        if none is None or any(mention.negative for mention in here.frame.of("event")):
            continue
        mine, theirs = places_in(here, dated[0]), other.around(none.mention.index)
        hedged = any(mention.hedged for mention in here.frame.mentions)
        yield Finding(
            Kind.DATE,
            0.85 * (0.75 if none.mention.yet else 1.0) * (0.9 if hedged else 1.0),
            theirs if swapped else mine,
            mine if swapped else theirs,
            "reason.no_date",
            {"date": dated[0].value},
            unsure=(("unsure.hedged", {}),) if hedged else (),
            without=frozenset({"c:date", "l:termin", "l:datum", "l:date"}),
            one_thing=pair.topical and _agreed_upon(here, dated[0]),
        )
        return


def _replacing(side: Side) -> bool:
    """The claim speaks of a new date, in the place of an earlier one."""
    new = side.frame.scope.listed.get("replacing", ())
    return any(m.index - 1 in new for m in side.frame.mentions if m.name in ("date", "schedule"))


def _finest(dated: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Without the times in which another of them lies: "the première of the season is on 19 September"."""
    return tuple(
        one
        for one in dated
        if "/" not in one.value.strip("./")
        or not any(compare_times(other.value, one.value).relation is Relation.CONTAINED for other in dated)
    )


def _agreed_upon(side: Side, dated: Dated) -> bool:
    """The date is one that somebody set: "agreed on 18 March", "the meeting is fixed for 18 March", "will meet on"."""
    clauses = {side.frame.words[index].clause for index in places_in(side, dated)}
    set_ = _TALKED_OVER | {"schedule", "plan", "hold"}
    told = (*side.frame.of("status"), *(m for m in side.frame.of("event") if m.name in BILATERAL))
    return any((m.name in set_ or m.group == "event") and side.frame.words[m.index].clause in clauses for m in told)


@once_per_side
def without_acts(side: Side) -> tuple[Dated, ...]:
    """The dates without the past day on which something was agreed, discussed, put off or called off: it is not the
    day of the event."""
    acts = {side.frame.words[mention.index].clause for mention in side.frame.of("status") if mention.name in _DECIDED}
    return tuple(
        found
        for found in side.dates
        if not found.dayless
        and not (
            side.day
            and compare_times(found.value, f"../{side.day}").relation in (Relation.CONTAINED, Relation.EQUAL)
            and any(side.frame.words[index].clause in acts for index in places_in(side, found))
        )
    )


def _disjoint(pair: Pair, a: tuple[Dated, ...], b: tuple[Dated, ...]) -> Iterator[Finding]:
    """Every date of the one is apart from every date of the other, and both belong to one event."""
    if pair.a.quantities and pair.b.quantities:
        return  # figures of two periods
    if any(m.name == "end" and not side.timed(m.index) for side in (pair.a, pair.b) for m in side.frame.of("status")):
        # "until Friday" tells the end, as "ends on Thursday" does
        a, b = (tuple(one._replace(value=one.value.removeprefix("../")) for one in found) for found in (a, b))
    if pair.near and _lasting(pair.a, a) and _lasting(pair.b, b):  # "closed until 15 October", "until November"
        a, b = (tuple(one._replace(value=one.value.removeprefix("../")) for one in found) for found in (a, b))
        ends = True
    else:
        ends = False
    until = any(found.value.endswith("/..") for found in (*a, *b))
    if not _same_event(pair, until) and not _once(pair):
        return
    if not until and any(m.negative for side in (pair.a, pair.b) for m in side.frame.of("event")):
        return
    if _learnt_and_told(pair.a, pair.b) or _learnt_and_told(pair.b, pair.a):
        return
    ours, theirs = ({(m.name, m.sign) for m in side.frame.of("axis")} for side in (pair.a, pair.b))
    if not until and any((name, -sign) in theirs for name, sign in ours):
        return  # rose in March, will fall next year: two happenings
    if _two_deeds(pair, a, b):
        return
    itself = pair.near and (_of_the_date_itself(pair.a) or _of_the_date_itself(pair.b) or _nothing_else(pair))
    if not (len(a) == len(b) == 1 and itself):
        a, b = _of_the_event(pair.a, pair.b, a), _of_the_event(pair.b, pair.a, b)
    if not a or not b or any(not apart(one, other) for one in a for other in b):
        return
    loose = {f"c:{name}" for name in pair.shared_events & NEEDS_AN_OBJECT - BILATERAL}
    if all(len(found.value) == 4 for found in (*a, *b)) and not ends and not _once(pair):
        return  # what was so in two years
    tensed = _coming(pair.a, a) != _coming(pair.b, b) and bool(pair.a.day and pair.b.day)
    share, weight = pair.common(frozenset(loose))
    if (share < NEEDED and not (pair.translated and pair.shared_events)) or (loose and weight < LEAST):
        return
    yield Finding(
        Kind.DATE,
        (0.9 if len(a) == len(b) == 1 else 0.6) * (ANOTHER if tensed else 1.0),
        places_in(pair.a, a[0]),
        places_in(pair.b, b[0]),
        "reason.date",
        {"date_a": a[0].value, "date_b": b[0].value},
        one_thing=itself or _one_beginning(pair),
    )


def _two_deeds(pair: Pair, a: tuple[Dated, ...], b: tuple[Dated, ...]) -> bool:
    """ "The contract was signed in May", "takes effect in July": a paper is all that both share, and each tells what
    else is done to it."""
    ours, theirs = (_deeds(side, dated) for side, dated in ((pair.a, a), (pair.b, b)))
    papers, others = (
        {m.name for m in side.frame.of("event") if any(o.index == m.index for o in side.frame.of("object"))}
        for side in (pair.a, pair.b)
    )
    one_paper = bool(pair.shared_events) and pair.shared_events <= papers & others
    return bool(ours and theirs) and not ours & theirs and one_paper


def _deeds(side: Side, dated: tuple[Dated, ...]) -> set[str]:
    """What the clauses of the dates tell, besides the things that they name."""
    words = side.frame.words
    clauses = {words[index].clause for found in dated for index in places_in(side, found)}
    told = (m for m in side.frame.mentions if m.group in ("axis", "status") and not side.timed(m.index))
    return {m.name for m in told if words[m.index].clause in clauses}


def _lasting(side: Side, dated: tuple[Dated, ...]) -> bool:
    """The one date is the day until which something lasts."""
    until = lexicon(side.frame.language).function.until
    one = dated[0]
    places = places_in(side, one)
    words = side.frame.words
    near = words[max(0, places[0] - 1) : places[0] + 1] if places else ()
    return len(dated) == 1 and one.value.startswith("../") and any(word.lower in until for word in near)


def _learnt_and_told(one: Side, other: Side) -> bool:
    """ "Learned of it on the 12th" and "reported it on the 14th" are two happenings (see :mod:`knowing`)."""
    ours, theirs = one.frame.scope.listed, other.frame.scope.listed
    learnt = ours.get("learning") and not theirs.get("learning")
    return bool(learnt and theirs.get("telling") and not ours.get("telling"))


def _one_beginning(pair: Pair) -> bool:
    """Both tell when something comes into use, and not of two events."""
    ours, theirs = pair.a.frame.events, pair.b.frame.events
    two = bool(ours) and bool(theirs) and not ours & theirs
    return pair.topical and bool(_starting(pair.a)) and bool(_starting(pair.b)) and not two


def _once(pair: Pair) -> bool:
    """A few sentences apart, of a thing that is done once, and of the same one: "bought the house"."""
    ours, theirs = (
        {side.frame.words[index].lemma for index in hits(side.frame.words, "once", lexicon(side.frame.language))}
        for side in (pair.a, pair.b)
    )
    return pair.beside and bool(ours & theirs) and pair.own()[0] >= SAME


def _coming(side: Side, dated: tuple[Dated, ...]) -> bool:
    """The dates lie ahead of the day on which they were named."""
    return bool(side.day) and all(found.value.removeprefix("../")[:10] >= side.day[:10] for found in dated)


def apart(one: Dated, other: Dated) -> bool:
    """The two dates have no day in common; a year that is only reckoned does not part them."""
    if compare_times(one.value, other.value).relation != Relation.DISJOINT:
        return False
    if (one.year and other.year) or len(one.value) < 7 or len(other.value) < 7 or "/" in one.value + other.value:
        return True
    left, right = one.value[5:], other.value[5:]
    return not (left.startswith(right) or right.startswith(left))


def _of_the_event(side: Side, other: Side, dated: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The dates that stand in a clause with a predicate or event of the other claim, or in a clause without any."""
    theirs = {mention.name for mention in other.frame.mentions if mention.group in _HAPPENING}
    starts = _starting(side) if _starting(other) else frozenset()
    out: list[Dated] = []
    for found in dated:
        clauses = {side.frame.words[index].clause for index in places_in(side, found)}
        if clauses & starts:
            out.append(found)
            continue
        here = {
            mention.name
            for mention in (*side.frame.of("status"), *_happenings(side))
            if mention.name not in _OF_A_DATE and side.frame.words[mention.index].clause in clauses
        }
        if not here or here & theirs:
            out.append(found)
    return tuple(out)


def _no_date(side: Side, axes: tuple[str, ...]) -> Fact | None:
    return next(
        (
            fact
            for axis in axes
            for fact in facts_by_axis(side).get(axis, ())
            if fact.open == frozenset({-1}) and fact.ground == Ground.SAID
        ),
        None,
    )


def _of_the_date_itself(side: Side) -> bool:
    """ "The new date is 27 May": what happens then is the matter of the topic."""
    found = side.frame
    clauses = {found.words[m.index].clause for m in found.of("object") if m.name == "date" and not m.negative}
    about = [m for m in _happenings(side) if not side.timed(m.index)]
    return any(all(found.words[m.index].clause != clause for m in about) for clause in clauses)


def _happenings(side: Side) -> list[Mention]:
    """What happens, besides the words that only judge a date or describe a noun ("hält Mai für machbar", "der
    realistische Termin", "expects the final result").
    """
    described = {index for places in nouns_of(side).values() for index in places}
    judging = {index for name in ("expecting", "planning") for index in side.frame.scope.listed.get(name, ())}
    return [
        m
        for m in side.frame.mentions
        if m.group in ("event", "axis")
        and m.name not in _JUDGED
        and m.index not in judging
        and m.index not in described
    ]


def _nothing_else(pair: Pair) -> bool:
    """A few sentences apart, and the one tells of nothing but the date of what the other dates: it names no thing, or
    the same one, and nothing that happens to it ("she expected the result next Monday")."""
    if not pair.near or not pair.topical or pair.same_speaker:
        return False
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if _happenings(one) or any(m.name not in _OF_A_DATE for m in one.frame.of("status")):
            continue
        things = nouns_of(one)
        if all(thing_features(one, index) & other.frame.features.keys() for index in things):
            return bool(things) or (_bare(one) and one.statement.char_start > other.statement.char_start)
    return False


def _bare(side: Side) -> bool:
    """The claim is a date and how likely it is: "hält frühestens Mai für machbar"."""
    judged = {m.index for m in side.frame.mentions if m.name in (*_JUDGED, "date")}
    return all(side.timed(index) or index in judged for index in side.frame.lemmas.values())


@once_per_side
def _starting(side: Side) -> frozenset[int]:
    """The clauses with a date in which something comes into use or into being."""
    found = side.frame
    dated = {found.words[index].clause for one in side.dates for index in places_in(side, one)}
    places = hits(found.words, "starting", lexicon(found.language))
    return frozenset(found.words[index].clause for index in places if not side.timed(index)) & dated


def places_in(side: Side, dated: Dated) -> tuple[int, ...]:
    """The words of the side that tell the date."""
    span = dated.span
    return tuple(n for n, word in enumerate(side.frame.words) if span.start <= word.start and word.end <= span.end)


def _same_event(pair: Pair, until: bool) -> bool:
    """The dates belong to one event: the same event noun, or the same predicate with the same sign.

    ``until``: one of them says "not before", which turns the predicate round and not the event.
    """
    mine, theirs = (
        {
            (m.name, m.pole if until else m.sign)
            for m in side.frame.mentions
            if m.group in ("axis", "event") and m.index not in side.frame.scope.aimed
        }
        for side in (pair.a, pair.b)
    )
    if pair.topical and (_of_the_date_itself(pair.a) or _of_the_date_itself(pair.b)):
        return True
    if _nothing_else(pair):
        return True
    if _one_beginning(pair):
        return True
    life = {m.name for m in pair.a.frame.of("status")} ^ {m.name for m in pair.b.frame.of("status")}
    if {"begin", "end"} <= life:
        return False  # one tells when it begins, the other when it ends
    return bool(mine & theirs)
