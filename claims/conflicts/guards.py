"""Why two claims that look alike do not clash: other parties, another level, another time, a copy.

A guard gives a note to be shown and the factor that is left of the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.conflicts.clocks import hours_apart
from claims.conflicts.figures import Dated
from claims.conflicts.kinds.date import apart
from claims.conflicts.kinds.slot import places
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side, of_nobody
from claims.language.tense import word_tense
from claims.models import Kind, Quantity, Span
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.similarity import BILATERAL
from claims.topics.words import sound

_OF_ONE_STORY = frozenset({Kind.QUANTITY, Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS})
LEAST_OFFICE = 4  # letters of a word that names somebody by what he is
NOUN = 0.75  # weight from which a word is a noun
WORTH = 0.6  # weight from which a feature is a thing that a claim speaks of
LEAST_OWN = 1.5  # weight of common words that make two nameless persons one
WAS_AND_WILL_BE = 0.5  # left when the one tells of the past and the other of the future
OTHER_WORDS = 0.9  # left in one topic, when the things are named in two languages and no concept covers them
LEAST_NEUTRAL = 1.0  # the same in two languages, where one concept is all that a word gives
MONTH = 7  # length of a date that is a month
OCCASION = 31  # days within which two judge one occasion
_TIMELESS = frozenset({Kind.DATE, Kind.POSITION, Kind.DENIAL})


def guards(pair: Pair, finding: Finding) -> tuple[float, tuple[Note, ...]]:
    """The factor that the guards leave of ``finding`` (0 to 1) and the notes that say why."""
    if pair.linked:
        return 1.0, ()
    notes: list[Note] = []
    factor = 1.0
    for guard in _ALWAYS if pair.contrasted else (*_ALWAYS, *_UNLESS_SET_AGAINST):
        left, note = guard(pair, finding)
        if note is not None:
            factor *= left
            notes.append(note)
    return factor, tuple(notes)


def _copy(pair: Pair, _: Finding) -> tuple[float, Note | None]:
    if pair.copied:
        return 0.0, ("guard.copy", {})
    return 1.0, None


def _stories(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """Figures and predicates from two articles whose surroundings have no name in common: two events."""
    if finding.kind not in _OF_ONE_STORY or pair.same_article or pair.topical or pair.shared_events:
        return 1.0, None
    ours, theirs = (
        {name for name in (*side.context.features, *side.frame.features) if name[:2] in ("n:", "p:")}
        for side in (pair.a, pair.b)
    )
    if not ours or not theirs or ours & theirs:
        return 1.0, None
    return 0.4, ("guard.stories", {})


def _parties(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
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


def _offices(pair: Pair, _: Finding) -> tuple[float, Note | None]:
    """Ministers here, presidents there: two meetings."""
    a, b = pair.a.offices, pair.b.offices
    if not (pair.a.events & pair.b.events & BILATERAL) or not a or not b or a & b:
        return 1.0, None
    return 0.3, ("guard.offices", {"a": ", ".join(sorted(a)), "b": ", ".join(sorted(b))})


def _places(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """Each claim names one place, and not the same: two matters, unless the place is what they differ about."""
    if finding.kind == Kind.SLOT:
        return 1.0, None
    a, b = places(pair.a), places(pair.b)
    if len(a) != 1 or len(b) != 1 or set(a) & set(b) or pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    if next(iter(a))[0] != next(iter(b))[0]:
        return 1.0, None  # a town and a state: one may lie in the other
    words = {side.frame.words[index].text for side, found in ((pair.a, a), (pair.b, b)) for index in found.values()}
    return 0.6, ("guard.places", {"words": ", ".join(sorted(words))})


def _persons(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """A predicate of persons, said of nobody that both claims name: it may be two persons."""
    a, b = pair.a, pair.b
    axis = finding.values.get("fact", "").removeprefix("axis:")
    table = lexicon(pair.a.frame.language).axes.get(axis)
    named = a.names & b.names or _of_office(a, b) or _of_office(b, a)
    if finding.kind == Kind.NEVER and a.alone != b.alone and not pair.same_speaker and not named:
        return 0.6, ("guard.persons", {})  # "he had never been there" against what somebody else did
    each = (a.alone or a.plural) and (b.alone or b.plural) and not pair.same_speaker
    if table is not None and each and ((table.personal and a.alone and b.alone) or axis == "win"):
        return 0.5, ("guard.persons", {})  # each speaks of himself: "we have won", "I lost"
    if (
        table is not None
        and table.judging
        and not (pair.translated and pair.shared_events)
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


def _objects(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
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


def _counted(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
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
    if any(
        _of_all(side, one) and all(other.value < one.value for other in others)
        for side, some, others in ((pair.a, ours, theirs), (pair.b, theirs, ours))
        for one in some
    ):
        return 1.0, None  # "all 31 survived" against "two were killed"
    return 0.5, ("guard.counted", {})


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


def _tense(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Profits have risen" against "profits will fall": the one tells of what was, the other of what is to come."""
    table = lexicon(pair.a.frame.language).axes.get(finding.values.get("fact", "").removeprefix("axis:"))
    if finding.kind != Kind.OPPOSITE or table is None or not table.measure:
        return 1.0, None
    when = {_when(side, indices) for side, indices in ((pair.a, finding.a), (pair.b, finding.b))}
    return (WAS_AND_WILL_BE, ("guard.tense", {})) if when == {"past", "future"} else (1.0, None)


def _when(side: Side, indices: tuple[int, ...]) -> str:
    """The tense of a predicate, ``past`` or ``future``, or nothing."""
    found = side.frame
    coming = lexicon(found.language).modality.coming
    for index in indices:
        word = found.words[index]
        auxiliary = any(other.lower in coming for other in found.words if other.clause == word.clause)
        if auxiliary and word.lower == word.lemma:
            return "future"
        if word_tense(word.lower, found.language) in ("past", "participle") or (
            found.language == "en" and word.lower != word.lemma and not word.lower.endswith(("s", "ing"))
        ):
            return "past"
    return ""


def _another(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "A third round will be held" against "two rounds have failed": another one of its kind."""
    if finding.kind not in _OF_ONE_STORY | {Kind.NEVER, Kind.DATE, Kind.DENIAL} or not finding.a or not finding.b:
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


def _until(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Not before March" does not deny what begins in March."""
    if finding.kind not in (Kind.POLARITY, Kind.STATUS):
        return 1.0, None
    for side in (pair.a, pair.b):
        ahead = (found.value.endswith("/..") and found.value[:10] > side.day[:10] for found in side.dates)
        if any(ahead) and side.frame.scope.used:
            return 0.4, ("guard.until", {})
    return 1.0, None


def _one_sided(pair: Pair, finding: Finding, dates: tuple[Dated, ...]) -> tuple[float, Note | None]:
    """Only one claim names a time: another year is another matter, and so is "by then" against "now"."""
    if not dates or finding.kind in (Kind.NEVER, Kind.PRESUPPOSITION, Kind.QUANTITY):
        return 1.0, None
    dated, other = (pair.a, pair.b) if pair.a.dates else (pair.b, pair.a)
    clash = finding.b if other is pair.b else finding.a
    value, day = dates[0].value, other.day or dated.day
    if len(value) == 4 and day and value < day[:4]:
        return 0.55, ("guard.time", {"a": value, "b": day[:4]})
    now = hits(other.frame.words, "yet", lexicon(other.frame.language))
    if now and day and value[:4] > day[:4]:
        return 0.45, ("guard.time", {"a": value, "b": day})
    coming = bool(day) and value[:10] > day[:10] and "/" not in value and not _will_not(other, clash)
    ahead = hits(other.frame.words, "future", lexicon(other.frame.language))
    if coming and not ahead and finding.kind == Kind.POLARITY and other.frame.scope.used:
        return 0.55, ("guard.time", {"a": value, "b": day})  # not so far, but then
    return 1.0, None


def _will_not(side: Side, indices: Iterable[int]) -> bool:
    """German "senken die Zinsen nicht": the present tells of what is to come, too."""
    if side.frame.language != "de":
        return False
    clauses = {side.frame.words[index].clause for index in indices}
    inside = [word.lower for word in side.frame.words if word.clause in clauses]
    return not any(word_tense(word, "de") in ("past", "participle") for word in inside)


def _time(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """The claims name different years or days and the clash is not about the date."""
    if finding.kind in _TIMELESS:
        return 1.0, None
    a, b = pair.a.dates, pair.b.dates
    if not a or not b:
        return _one_sided(pair, finding, a or b)
    for one in a:
        for other in b:
            if not apart(one, other):
                return 1.0, None
    years = a[0].value[:4] != b[0].value[:4]
    months = finding.kind == Kind.QUANTITY and all(len(found.value) == MONTH for found in (a[0], b[0]))
    return (0.3 if years else 0.5 if months else 0.6), ("guard.time", {"a": a[0].value, "b": b[0].value})


def _hours(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Opened at 6.30" and "closed at 7.45": the one after the other."""
    told = hours_apart(pair.a, pair.b) if finding.kind in (Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS) else None
    if told is None:
        return 1.0, None
    return 0.3, ("guard.time", {"a": told[0].dated.time, "b": told[1].dated.time})


def _put_off(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Postponed to Thursday" and "on Thursday": the new day."""
    if finding.values.get("fact") != "postponed":
        return 1.0, None
    a, b = (
        [found for found in side.dates if not _put_off_here(side, indices) or _set_to(side, found)]
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    if not a or not b or all(apart(x, y) for x in a for y in b):
        return 1.0, None
    return 0.3, ("guard.time", {"a": a[0].value, "b": b[0].value})


def _put_off_here(side: Side, indices: tuple[int, ...]) -> bool:
    """This side says that it was put off."""
    at = set(indices)
    return any(mention.name == "postpone" and mention.index in at for mention in side.frame.of("status"))


def _set_to(side: Side, found: Dated) -> bool:
    """The date is where it is put off to ("auf den 2. Oktober", "to 2 October"), not what it was before."""
    tables = lexicon(side.frame.language)
    before = [word.lower for word in side.frame.words if word.start < found.span.start][-2:]
    while before and before[-1] in tables.function.definite:
        before.pop()
    return bool(before) and before[-1] in tables.figures.onto


_ALWAYS = (_copy, _stories, _offices, _until, _put_off, _time, _hours, _tense, _counted)
# where the article itself sets the one against the other, both speak of the same
_UNLESS_SET_AGAINST = (_parties, _places, _persons, _objects, _another)
