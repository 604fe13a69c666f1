"""Of whom the claims speak: other parties, offices, places or persons make it another matter."""

from __future__ import annotations

from claims.conflicts.counts import thing_features
from claims.conflicts.kinds.slot import places as named_places
from claims.conflicts.nouns import noun
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side, of_nobody
from claims.conflicts.targets import of_one_noun
from claims.models import Kind
from claims.topics.lexicon import lexicon
from claims.topics.similarity import BILATERAL
from claims.topics.words import sound

LEAST_OFFICE = 4  # letters of a word that names somebody by what he is
LEAST_OWN = 1.5  # weight of common words that make two nameless persons one
LEAST_NEUTRAL = 1.0  # the same in two languages, where one concept is all that a word gives
OCCASION = 31  # days within which two judge one occasion


def parties(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """Two states each and not the same two, or names on both sides and none shared, on a matter between parties."""
    if finding.kind == Kind.SLOT and finding.least:
        return 1.0, None  # the names are what they differ in
    a, b = pair.a, pair.b
    between = bool((a.events | b.events) & BILATERAL)
    if between and len(a.states) >= 2 and len(b.states) >= 2 and not (a.states <= b.states or b.states <= a.states):
        return 0.2, ("guard.parties", {"a": ", ".join(sorted(a.states)), "b": ", ".join(sorted(b.states))})
    ours, others = a.frame.names, b.frame.names
    own = ((a.himself, others), (b.himself, ours))
    if any(one and named and not one & named.keys() for one, named in own) and not ours.keys() & others.keys():
        if pair.topical and not pair.same_article and any(side.plural for side in (a, b)):
            return 0.9, ("guard.names", {"a": _name_words(a), "b": _name_words(b)})  # "we" of a house named elsewhere
        return 0.5, ("guard.names", {"a": _name_words(a), "b": _name_words(b)})
    if ours and others and not a.names & b.names:
        if a.states & b.states or _spelled(a, b) or _spelled(b, a):
            return 1.0, None
        mine, theirs = _name_words(pair.a), _name_words(pair.b)
        note = ("guard.names", {"a": mine, "b": theirs})
        if len(ours) >= 2 and len(others) >= 2:
            return (0.45 if pair.same_article else 0.35), note
        return (0.85 if pair.same_article else 0.75), note
    return 1.0, None


def _spelled(one: Side, other: Side) -> bool:
    """A name of the one is a word of the dictionary in the other's language."""
    return any(f"n:{name}" in other.frame.spelled for name in one.frame.names)


def _name_words(side: Side) -> str:
    frame = side.frame
    return ", ".join(frame.words[index].text for index in sorted(frame.names.values())) or "–"


def offices(pair: Pair, _: Finding) -> tuple[float, Note | None]:
    """Ministers here, presidents there: two meetings."""
    a, b = pair.a.offices, pair.b.offices
    if not (pair.a.events & pair.b.events & BILATERAL) or not a or not b or a & b:
        return 1.0, None
    return 0.3, ("guard.offices", {"a": ", ".join(sorted(a)), "b": ", ".join(sorted(b))})


def places(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """Each claim names one place, and not the same: two matters, unless the place is what they differ about."""
    if finding.kind == Kind.SLOT:
        return 1.0, None
    a, b = named_places(pair.a), named_places(pair.b)
    if len(a) != 1 or len(b) != 1 or set(a) & set(b) or pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    if next(iter(a))[0] != next(iter(b))[0]:
        return 1.0, None  # a town and a state: one may lie in the other
    words = {side.frame.words[index].text for side, found in ((pair.a, a), (pair.b, b)) for index in found.values()}
    return 0.6, ("guard.places", {"words": ", ".join(sorted(words))})


def spots(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "In drama attendance has risen", "in opera it has fallen": each opens with a part of its own."""
    if finding.kind not in (Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS, Kind.QUANTITY) or not pair.same_article:
        return 1.0, None
    if pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    one, other = _opening(pair.a), _opening(pair.b)
    if one < 0 or other < 0 or thing_features(pair.a, one) & thing_features(pair.b, other):
        return 1.0, None
    words = ", ".join((pair.a.frame.words[one].text, pair.b.frame.words[other].text))
    return 0.5, ("guard.places", {"words": words})


def _opening(side: Side) -> int:
    """The noun of the place or part that a claim opens with, or -1."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    if not words or words[0].lower not in tables.function.place:
        return -1
    found = noun(words, 1, tables) if len(words) > 1 else -1
    return -1 if found < 0 or side.timed(found) else found


def persons(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """A predicate of persons, said of nobody that both claims name: it may be two persons."""
    a, b = pair.a, pair.b
    axis = finding.values.get("fact", "").removeprefix("axis:")
    table = lexicon(pair.a.frame.language).axes.get(axis)
    named = a.names & b.names or _of_office(a, b) or _of_office(b, a)
    if finding.kind == Kind.NEVER and a.alone != b.alone and not pair.same_speaker and not named:
        return 0.6, ("guard.persons", {})  # "he had never been there" against what somebody else did
    each = (a.alone or a.plural) and (b.alone or b.plural) and not pair.same_speaker
    own = table is not None and (table.judging or (table.personal and a.alone and b.alone) or axis == "win")
    if own and each:
        return 0.5, ("guard.persons", {})  # each speaks of himself: "we have won", "I lost"
    if (
        table is not None
        and table.judging
        and not (pair.translated and pair.shared_events)
        and not (pair.topical and _one_occasion(pair) and of_one_noun(pair, finding))  # "the experiment failed"
        and not (_one_event(pair) or (a.names & b.names and (pair.same_article or _one_occasion(pair))))
    ):
        return 0.45, ("guard.judged", {})
    if table is None or not table.personal or pair.same_speaker or pair.a.names & pair.b.names:
        return 1.0, None
    if _of_himself(a, b) or _of_himself(b, a) or of_nobody(a, finding.a) or of_nobody(b, finding.b):
        return 1.0, None
    share, weight = pair.own(finding.without)
    if share >= 0.5 and weight >= (LEAST_NEUTRAL if pair.translated else LEAST_OWN):
        return 1.0, None
    if pair.translated and not (a.frame.names and b.frame.names):
        return 0.8, ("guard.persons", {})  # one leaves open who it is, in a topic of few persons
    if pair.near and not ((a.himself or a.frame.names) and (b.himself or b.frame.names)):
        return 0.9, ("guard.persons", {})  # a pronoun means somebody named nearby
    return 0.6, ("guard.persons", {})


def _of_himself(one: Side, other: Side) -> bool:
    """ "He would stay in office", says whom the other names."""
    return one.alone and sound(one.statement.speaker.rpartition(" ")[2]) in other.frame.names


def _of_office(one: Side, other: Side) -> bool:
    """The other names the speaker by his office: "rang the minister"."""
    role = one.statement.speaker_role.lower().split()
    return any(part.endswith(name) for name in other.frame.offices for part in role) or any(
        len(name) > LEAST_OFFICE and part.endswith(name) for name in other.frame.lemmas for part in role
    )


def _one_event(pair: Pair) -> bool:
    """Side by side, of the same event or of one that is left open."""
    return pair.near and (bool(pair.shared_events) or not pair.a.frame.events or not pair.b.frame.events)


def _one_occasion(pair: Pair) -> bool:
    """The two days are known and at most :data:`OCCASION` days apart."""
    between = pair.days_between
    return between is not None and between <= OCCASION
