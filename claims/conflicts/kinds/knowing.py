"""Date, of knowing: "first learned of it on 12 January" against "had warned the company in October".

Who says when he first knew says that nobody had told him before. And polarity, of the same: "knew nothing of it"
against "we informed the mayor", who is he.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.counts import thing_features
from claims.conflicts.figures import Dated
from claims.conflicts.groups import group_words
from claims.conflicts.kinds.date import places_in
from claims.conflicts.nouns import clause_of, subject
from claims.conflicts.other_deeds import ANYBODY
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, nominal, once_per_side
from claims.conflicts.targets import close
from claims.models import Kind, Stance
from claims.topics.frame import frame_of
from claims.topics.lexicon import lexicon
from claims.topics.words import sound

WEIGHT = 0.85
ALIKE = 0.7  # comparability of two voices a few sentences apart
SURE = 0.92  # weight where the one names the other as who was told
NEEDED = 0.3  # share of the matter beside the dates that both must have elsewhere


def detect(pair: Pair) -> Iterator[Finding]:
    """The one first knew on a day, or knew nothing, and the other told of it, or knew it, before."""
    if pair.same_speaker or not (pair.near or pair.topical):
        return
    yield from _told_himself(pair)
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        first, told = _first_known(one), _told(other)
        if first is None or told is None or not _before(told.value, first.value):
            continue
        mine, theirs = places_in(one, first), places_in(other, told)
        if _another_told(one, other, theirs) or (not pair.near and pair.common()[0] < NEEDED):
            continue
        a, b = (told, first) if swapped else (first, told)
        yield Finding(
            Kind.DATE,
            WEIGHT,
            theirs if swapped else mine,
            mine if swapped else theirs,
            "reason.date",
            {"date_a": a.value, "date_b": b.value},
            least=ALIKE if pair.near or _names_him(one, other, theirs) else 0.0,
        )


def _told_himself(pair: Pair) -> Iterator[Finding]:
    """ "He knew nothing of it" against "we informed the mayor", where the mayor is he."""
    if pair.translated:
        return
    for one, other, swapped in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        unaware, told = _unaware(one), _informing(other)
        if unaware < 0:
            continue
        named = _himself(one) | _named_subject(one, unaware)
        words = other.frame.words
        places = {place: f"n:{name}" for name, place in other.frame.names.items()}
        for place in told:
            who = next((n for n in clause_of(words, place) if {f"l:{words[n].lemma}", places.get(n, "")} & named), -1)
            if who < 0 and close(pair):  # "he had handed her the figures", right beside what she says
                him = lexicon(other.frame.language).function.him
                who = next((n for n in clause_of(words, place) if words[n].lower in him), -1)
            if who >= 0:
                mine, theirs = one.around(unaware), tuple(sorted((who, place)))
                left, right = (theirs, mine) if swapped else (mine, theirs)
                if _of_other_things(pair, left, right):
                    return
                yield Finding(Kind.POLARITY, SURE, left, right, "reason.polarity", one_thing=True, comparability=1.0)
                return


def _named_subject(side: Side, verb: int) -> frozenset[str]:
    """Who did not know, by the noun or name before the verb; for a pronoun the only one whom the claim names."""
    words, who = side.frame.words, subject(side, verb)
    if who >= 0:
        return frozenset({f"l:{words[who].lemma}"})
    named = frozenset(f"n:{name}" for name in (*side.frame.names, *side.context.names))
    pronoun = any(words[n].lower in lexicon(side.frame.language).function.alone for n in clause_of(words, verb))
    return named if pronoun and len(named) == 1 else frozenset()


def _of_other_things(pair: Pair, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """Both say of what, and it is not the same: "not aware of any fights", "complained to the council of the smell"."""
    known = [
        {name for n in side.frame.lemmas.values() if n not in evidence for name in thing_features(side, n)}
        for side, evidence in ((pair.a, left), (pair.b, right))
    ]
    things = [bool(_nouns(side, evidence)) for side, evidence in ((pair.a, left), (pair.b, right))]
    return all(things) and not known[0] & known[1]


def _nouns(side: Side, evidence: tuple[int, ...]) -> set[int]:
    """The nouns of a claim besides its evidence and its times."""
    return {n for n in side.frame.lemmas.values() if n not in evidence and nominal(side, n) and not side.timed(n)}


@once_per_side
def _unaware(side: Side) -> int:
    """The word by which a speaker says that he himself was not told or did not know, or -1."""
    found, function = side.frame, lexicon(side.frame.language).function
    places: list[int] = sorted({*found.scope.listed.get("telling", ()), *found.scope.listed.get("learning", ())})
    for place in places:
        inside = clause_of(found.words, place)
        own = any(found.words[n].lower in function.me for n in inside) or (side.alone and 0 in inside)
        own = own or bool(_named_subject(side, place))
        own = own or any(f"l:{found.words[n].lemma}" in _himself(side) for n in inside)
        unreal = found.scope.wished | found.scope.conditional
        if any(found.words[n].lower in group_words(found.language).none_of for n in inside):
            continue  # "not aware of any fights": that there were none
        if found.scope.negative(place) and own and found.words[place].clause not in unreal:
            return place
    return -1


@once_per_side
def _informing(side: Side) -> tuple[int, ...]:
    """The words by which a claim says that somebody was told or knew."""
    found = side.frame
    unreal = found.scope.wished | found.scope.conditional | found.scope.hedged
    if side.statement.stance == Stance.DENIES:
        return ()  # "denied that the council had told them"
    return tuple(
        place
        for place in found.scope.listed.get("telling", ())
        if not found.scope.negative(place) and found.words[place].clause not in unreal
    )


@once_per_side
def _himself(side: Side) -> frozenset[str]:
    """The speaker, by his surname and the nouns that name his post or body."""
    said = side.statement
    written = frame_of(f"{said.mention} {said.speaker_role}", said.language)
    nouns = {f"l:{word.lemma}" for word in written.words if word.text[:1].isupper() or said.language == "en"}
    stop = lexicon(side.frame.language).stop
    last = {f"n:{sound(name)}" for name in said.speaker.split()[-1:]}
    return frozenset(name for name in nouns if name[2:] not in stop) | last


@once_per_side
def _first_known(side: Side) -> Dated | None:
    """The day that the claim tells as the first on which somebody knew."""
    return _dated_beside(side, ("learning", "at_first"))


@once_per_side
def _told(side: Side) -> Dated | None:
    """The day on which the claim says that somebody was told or knew."""
    return None if side.frame.scope.listed.get("at_first") else _dated_beside(side, ("telling",))


def _dated_beside(side: Side, lists: tuple[str, ...]) -> Dated | None:
    """The only date of a clause that holds a word of each of the lists, and neither a wish nor a condition."""
    found, scope = side.frame, side.frame.scope
    if len(side.dates) != 1:
        return None
    places = places_in(side, side.dates[0])
    clauses = {found.words[place].clause for place in places}
    unreal = scope.wished | scope.conditional | scope.hedged
    here = [{found.words[n].clause for n in scope.listed.get(name, ())} & clauses for name in lists]
    denied = any(found.words[n].clause in clauses and scope.negative(n) for n in scope.listed.get(lists[0], ()))
    if not all(here) or clauses & unreal or (denied and "at_first" not in lists):
        return None
    return side.dates[0]


def _names_him(one: Side, other: Side, places: tuple[int, ...]) -> bool:
    """Who says that somebody was told names the other speaker as whom, by his surname or office."""
    words = other.frame.words
    inside = {n for place in places for n in clause_of(words, place)}
    named = {f"n:{name}" for name, place in other.frame.names.items() if place in inside}
    return bool((named | {f"l:{words[n].lemma}" for n in inside}) & _himself(one))


def _another_told(one: Side, other: Side, places: tuple[int, ...]) -> bool:
    """ "The police were told in October" says nothing of when the council knew."""
    words = other.frame.words
    clauses = {words[place].clause for place in places}
    telling = other.frame.scope.listed.get("telling", ())
    objects = (m for m in other.frame.of("object") if m.index not in telling)  # "unterrichtet" is no school
    named = {m.name for m in objects if words[m.index].clause in clauses}
    who = {m.name for m in frame_of(one.statement.mention, one.statement.language).of("object")}
    who |= {m.name for m in one.frame.of("object")}
    named -= ANYBODY
    return bool(who and named) and not who & named


def _before(one: str, other: str) -> bool:
    """The one date lies wholly before the other; an open interval begins with its day."""
    early, late = one.removesuffix("/.."), other.removesuffix("/..")
    if "/" in early or "/" in late or "X" in early + late:
        return False
    size = min(len(early), len(late), 10)
    return early[:size] < late[:size]
