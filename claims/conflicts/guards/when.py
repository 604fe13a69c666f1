"""When it is or was so: another time, what was and what is to be, the one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from claims.conflicts.clocks import hours_apart
from claims.conflicts.figures import Dated
from claims.conflicts.guards.figures import WAS_AND_WILL_BE, told_as
from claims.conflicts.kinds.date import apart, places_in, without_acts
from claims.conflicts.life_cycle import SETTLED
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side
from claims.language.word_tense import word_tense
from claims.models import Kind
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits

NOT_SINCE = 0.55  # left where one denies what has been since a day, and the other names no day from then on
OF_TIME_BEFORE = 0.4  # left where the one tells of the time before
REACH = 3  # words behind "before" among which what happened stands
YEAR, MONTH = 4, 7  # lengths of a date that is a year, a month
_TIMELESS = frozenset({Kind.DATE, Kind.POSITION, Kind.DENIAL})


def tense(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Profits have risen" against "profits will fall": the one tells of what was, the other of what is to come."""
    table = lexicon(pair.a.frame.language).axes.get(finding.values.get("fact", "").removeprefix("axis:"))
    if finding.kind not in (Kind.OPPOSITE, Kind.POLARITY) or table is None or not table.measure:
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


def until(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Not before March" and "not until April 9" do not deny what began then."""
    if finding.kind not in (Kind.POLARITY, Kind.STATUS):
        return 1.0, None
    for side, other, indices in ((pair.a, pair.b, finding.a), (pair.b, pair.a, finding.b)):
        begins = [
            found
            for found in side.dates
            if found.value.endswith("/..") and _of_it(side, found, indices) and not _lasting(side, found)
        ]
        ahead = any(found.value[:10] > side.day[:10] for found in begins)
        since = any(found.value[:10] != side.day[:10] for found in begins) and not _sooner(other, begins)
        if (ahead or since) and side.frame.scope.used:
            return 0.4, ("guard.until", {})
    return 1.0, None


def _lasting(side: Side, found: Dated) -> bool:
    """ "Not fed since April" denies what was done from then on, as :func:`since` has it."""
    words, lasting = side.frame.words, lexicon(side.frame.language).polarity.lasting_from
    places = places_in(side, found)
    return bool(places) and any(words[n].lower in lasting for n in (max(0, places[0] - 1), places[0]))


def _of_it(side: Side, found: Dated, indices: tuple[int, ...]) -> bool:
    """A time in another clause does not date the evidence: "no decision was taken and the talks run until May"."""
    words = side.frame.words
    inside = {word.clause for word in words if found.span.start <= word.start < found.span.end}
    return not indices or not inside or bool(inside & {words[n].clause for n in indices})


def _sooner(side: Side, begins: list[Dated]) -> bool:
    """The claim tells of a time, and of none that fits what began then."""
    return bool(side.dates) and all(apart(found, other) for found in side.dates for other in begins)


def since(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "No attack since 9 April" does not deny those before."""
    if finding.kind not in (Kind.POLARITY, Kind.NEVER):
        return 1.0, None
    for one, other, indices in ((pair.a, pair.b, finding.a), (pair.b, pair.a, finding.b)):
        begun = [found.value for found in one.dates if found.value.endswith("/..") and found.value[:10] < one.day[:10]]
        if not begun or not any(one.frame.scope.negative(index) for index in indices):
            continue
        if all(found.value < begun[0][:10] for found in other.dates):
            return NOT_SINCE, ("guard.time", {"a": begun[0], "b": other.dates[0].value if other.dates else other.day})
    return 1.0, None


def _one_sided(pair: Pair, finding: Finding, dates: tuple[Dated, ...]) -> tuple[float, Note | None]:
    """Only one claim names a time: another year is another matter, and so is "by then" against "now"."""
    if not dates or finding.kind in (Kind.NEVER, Kind.PRESUPPOSITION):
        return 1.0, None
    dated, other = (pair.a, pair.b) if dates[0] in pair.a.dates else (pair.b, pair.a)
    clash = finding.b if other is pair.b else finding.a
    value, day = dates[0].value, other.day or dated.day
    if finding.kind == Kind.QUANTITY and len(value) in (YEAR, MONTH) and not pair.contrasted:
        about = other.statement.about_date.value or day
        before = len(about) > len(value) and value < about[: len(value)]
        of_a_day = len(value) == YEAR and len(other.statement.about_date.value) >= MONTH
        added = pair.same_article and dated.statement.char_start > other.statement.char_start
        if before and (of_a_day or added):
            return 0.55, ("guard.time", {"a": value, "b": about})  # "31 had been killed in the year before"
    if finding.kind == Kind.QUANTITY and not pair.same_article and tells_which(dated, dates[0]):
        return 0.5, ("guard.time", {"a": value, "b": day})
    if finding.kind == Kind.QUANTITY and (told_as(other, clash) == "past" or pair.contrasted):
        return 1.0, None  # "1,400 were built" may be of the year that the other names
    if finding.kind == Kind.QUANTITY and pair.near and finding.one_thing and _puts(other):
        return 1.0, None
    if len(value) == 4 and day and value < day[:4]:
        return 0.55, ("guard.time", {"a": value, "b": day[:4]})
    if finding.kind == Kind.QUANTITY:
        return 1.0, None
    now = hits(other.frame.words, "yet", lexicon(other.frame.language))
    if now and day and value[:4] > day[:4]:
        return 0.45, ("guard.time", {"a": value, "b": day})
    coming = bool(day) and value[:10] > day[:10] and "/" not in value and not _will_not(other, clash)
    ahead = hits(other.frame.words, "future", lexicon(other.frame.language))
    settling = finding.values.get("fact", "") in SETTLED  # the day is what was agreed or not, and not when
    if coming and not ahead and not settling and finding.kind == Kind.POLARITY and other.frame.scope.used:
        return 0.55, ("guard.time", {"a": value, "b": day})  # not so far, but then
    return 1.0, None


def tells_which(side: Side, found: Dated) -> bool:
    """ "The blackout in January lasted nine hours", "last year's protest": the time tells which one is meant."""
    words, places = side.frame.words, places_in(side, found)
    if not places:
        return False
    first, last = places[0], places[-1]
    if words[last].end - words[last].start > len(words[last].text):
        return True  # the word stands without its 's
    tables = lexicon(side.frame.language)
    while first and words[first - 1].lower in (*tables.function.bound, *tables.function.definite):
        first -= 1
    follows = words[last + 1 : last + 2]
    if not first or not follows or follows[0].clause != words[first - 1].clause:
        return False
    before, verb = words[first - 1], follows[0]
    told = before.clause == verb.clause and before.kind == "word" and before.lower not in tables.stop
    noun = before.text[:1].isupper() if side.frame.language == "de" else not word_tense(before.lower, "en")
    finite = word_tense(verb.lower, side.frame.language) or verb.lemma in tables.function.copula
    return told and noun and bool(finite)


def formerly(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Held 30 percent before the listing", "used to belong to": how it was once, of which the other says nothing."""
    if finding.kind not in (Kind.QUANTITY, Kind.SLOT) or not finding.a or not finding.b:
        return 1.0, None
    ours, theirs = (_once(side, indices) for side, indices in ((pair.a, finding.a), (pair.b, finding.b)))
    return (0.5, ("guard.tense", {})) if ours != theirs else (1.0, None)


def time_before(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Had risen by 3% the year before", "im Vorjahr": another time than the one that the other tells of."""
    if finding.kind not in (Kind.QUANTITY, Kind.OPPOSITE, Kind.POLARITY) or not finding.a or not finding.b:
        return 1.0, None
    told = [_before(side, indices) for side, indices in ((pair.a, finding.a), (pair.b, finding.b))]
    if (told[0] < 0) == (told[1] < 0):
        return 1.0, None
    here, other, at = (pair.a, pair.b, told[0]) if told[0] >= 0 else (pair.b, pair.a, told[1])
    if here.dates and any(not apart(one, two) for one in here.dates for two in other.dates):
        return 1.0, None
    return OF_TIME_BEFORE, ("guard.time_before", {"words": here.frame.words[at].text})


def _before(side: Side, indices: Iterable[int]) -> int:
    """The word for the time before in the clauses of ``indices``, or -1; what is compared with it holds now."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    clauses = {words[index].clause for index in indices}
    than = {*tables.figures.more, *tables.figures.fewer, *tables.function.like, *tables.figures.than}
    for place, word in enumerate(words):
        two = f"{word.lower} {words[place + 1].lower}" if place + 1 < len(words) else ""
        if word.clause in clauses and ({word.lower, two} & {*tables.figures.time_before}):
            before = {other.lower for other in words[max(0, place - REACH) : place]}
            return -1 if before & than else place
    return -1


def _once(side: Side, indices: Iterable[int]) -> bool:
    words, listed = side.frame.words, side.frame.scope.listed
    clauses = {words[index].clause for index in indices}
    if any(words[index].clause in clauses for index in listed.get("formerly", ())):
        return True
    events = {m.index for m in side.frame.mentions if m.group in ("event", "axis", "status")}
    return any(
        words[index].clause in clauses and events & set(range(index + 1, index + 1 + REACH))
        for index in listed.get("before_it", ())
    )


def _puts(side: Side) -> bool:
    """ "Put the loss at 9 million": what tells the figure is the attribution itself, which names no time of its own."""
    said = side.statement
    return said.cue_span is not None and any(
        span.start <= said.cue_span.start < span.start + len(said.cue.split(" … ")[0]) + 1 for span in said.claim_spans
    )


def _will_not(side: Side, indices: Iterable[int]) -> bool:
    """German "senken die Zinsen nicht": the present tells of what is to come, too."""
    if side.frame.language != "de":
        return False
    clauses = {side.frame.words[index].clause for index in indices}
    inside = [word.lower for word in side.frame.words if word.clause in clauses]
    return not any(word_tense(word, "de") in ("past", "participle") for word in inside)


def time(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """The claims name different years or days and the clash is not about the date."""
    if finding.kind in _TIMELESS:
        return 1.0, None
    a, b = pair.a.dates, pair.b.dates
    if finding.kind == Kind.STATUS:
        a, b = _of_the_clash(pair.a, finding.a), _of_the_clash(pair.b, finding.b)
    if not a or not b:
        return _one_sided(pair, finding, a or b)
    for one in a:
        for other in b:
            if not apart(one, other):
                return 1.0, None
    years = a[0].value[:4] != b[0].value[:4]
    counted = finding.kind == Kind.QUANTITY  # in one article each counts his own day, in two the count may go on
    own = counted and (pair.same_article or all(len(found.value) == MONTH for found in (a[0], b[0])))
    return (0.3 if years else 0.5 if own else 0.6), ("guard.time", {"a": a[0].value, "b": b[0].value})


def _of_the_clash(side: Side, indices: tuple[int, ...]) -> tuple[Dated, ...]:
    """The dates that may be those of the clash: not the day of an act, nor one that another clause tells of something
    else ("was called off on Monday and would return in 2027")."""
    here = {_stretch(side, index) for index in indices}
    told = {_stretch(side, m.index) for m in side.frame.mentions if m.group in ("status", "axis")} - here
    return tuple(
        found
        for found in without_acts(side)
        if not here or not any(_stretch(side, index) in told for index in places_in(side, found))
    )


def _stretch(side: Side, index: int) -> tuple[int, int]:
    """The clause of a word, and its part between two coordinating words."""
    return side.frame.words[index].clause, side.frame.words[index].part


def hours(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Opened at 6.30" and "closed at 7.45": the one after the other."""
    told = hours_apart(pair.a, pair.b) if finding.kind in (Kind.POLARITY, Kind.OPPOSITE, Kind.STATUS) else None
    if told is None:
        return 1.0, None
    return 0.3, ("guard.time", {"a": told[0].dated.time, "b": told[1].dated.time})


def put_off(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
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
