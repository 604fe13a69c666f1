"""What the kinds that rest on two facts have in common: evidence, words, and what stays unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.conflicts.existence import head_of_no, negated_itself, said_of_that, says_existence
from claims.conflicts.fact import Ground
from claims.conflicts.nouns import clause_of
from claims.conflicts.one_event import events_in_clause, of_a_stage, of_the_date, of_two_places, one_event
from claims.conflicts.other_deeds import none_of_another, of_another_deed
from claims.conflicts.pair import LIFE, Clash, Finding, Note, Pair, features_of
from claims.conflicts.side import Side, nominal, of_nobody
from claims.conflicts.targets import Match, close, match, target
from claims.conflicts.things import named_as_cause
from claims.models import Kind
from claims.topics.frame import Mention
from claims.topics.lexicon import Axis, lexicon

FAMILY = "class:deed:"  # axes of the families of doing
OTHER = 0.55  # weight left of two judgements that are said of two things
OWN = 0.6  # weight left where one speaker says the one stage and the other only follows from what he says
TELLING = 0.85  # comparability of two voices whose phrases tell by themselves that they speak of one matter


def findings(pair: Pair, kind: Kind, weight: float, key: str, belongs: Callable[[Clash], bool]) -> Iterator[Finding]:
    """The clashes of ``pair`` that belong to ``kind``, as findings with their evidence."""
    for clash in pair.clashes:
        if not belongs(clash) or _of_others(pair, clash):
            continue
        if of_two_places(pair, clash):
            continue
        a, b = clash.a.mention, clash.b.mention
        life = clash.a.axis in LIFE
        if life and not one_event(pair, a, b):
            continue
        own = OWN if life and pair.same_speaker and not pair.days_between and not _said(clash) else 1.0
        staged = life and (of_the_date(pair, clash) or of_a_stage(pair, clash))
        left, right = pair.a.around(a.index), pair.b.around(b.index)
        unsure = tuple(_unsure(clash))
        without = features_of(pair.a.frame, left) | features_of(pair.b.frame, right)
        if life or clash.a.axis.startswith("event:"):
            without -= {f"c:{name}" for name in pair.a.events | pair.b.events}
        yield Finding(
            kind=kind,
            weight=weight * clash.a.weight * clash.b.weight * _firm(pair, clash) * _of_two_things(pair, clash) * own,
            a=left,
            b=right,
            key=key,
            values={"fact": clash.a.axis},
            unsure=unsure,
            without=without,
            one_thing=staged or (life and bool(events_in_clause(pair.a, a) & events_in_clause(pair.b, b))),
            least=TELLING if staged or _telling(pair, clash) or _of_one_thing(pair, clash) else 0.0,
            event=clash.a.axis.removeprefix("event:") if clash.a.axis.startswith("event:") else "",
        )


def _of_others(pair: Pair, clash: Clash) -> bool:
    """The deed of a family that is denied is not the one that is told of."""
    return clash.a.axis.startswith(FAMILY) and of_another_deed(pair, clash)


def _said(clash: Clash) -> bool:
    return clash.a.ground == clash.b.ground == Ground.SAID


def _telling(pair: Pair, clash: Clash) -> bool:
    """Two voices a few sentences apart, and two phrases that exclude each other and themselves tell of what they
    speak ("sold out" / "half the seats were empty"): no other word need be shared."""
    if _identified(pair, clash):
        return True
    axis = lexicon(pair.a.frame.language).axes.get(clash.a.axis.removeprefix("axis:"))
    covers = clash.a.axis.startswith("class:")
    insisted = _insisted(pair, clash) or ((pair.topical or pair.beside) and _said_to_be_none(pair, clash))
    ever = insisted and (never_said(clash) or pair.beside)  # "there has never been a ban"
    if (
        (axis is None and not covers and not insisted)
        or not (pair.near or ever or (pair.topical and (_told(pair, axis, clash) or _of_one_name(pair, axis))))
        or pair.same_speaker
        or pair.a.frame.language != pair.b.frame.language
    ):
        return False
    named, renamed = pair.a.frame.parties, pair.b.frame.parties
    if named and renamed and not named & renamed:
        return False
    if clash.a.axis.startswith(FAMILY):
        return insisted or _nothing_of_it(pair, clash)
    if covers or insisted or axis is None:
        return True
    if axis.personal and (of_nobody(pair.a, (clash.a.mention.index,)) or of_nobody(pair.b, (clash.b.mention.index,))):
        return True
    ours, theirs = _things(pair.a, clash.a.mention.index), _things(pair.b, clash.b.mention.index)
    if axis.personal and ours and theirs and not ours & theirs:
        return False  # the driver and the guide
    if axis.narrow:  # the words of another axis do not tell of what they are said here
        return _said(clash) or _matched(pair, clash) not in (Match.ANOTHER, Match.OTHER)
    return clash.a.mention.told and clash.b.mention.told and _matched(pair, clash) is not Match.ANOTHER


def _told(pair: Pair, axis: Axis | None, clash: Clash) -> bool:
    """Both say it in phrases that leave no doubt of what they are said, or in words of such an axis and of nothing that
    is another thing: in one topic they need not stand together."""
    if axis is None or not axis.narrow:
        return False
    told = clash.a.mention.told and clash.b.mention.told
    return told or _matched(pair, clash) not in (Match.OTHER, Match.ANOTHER)


def _of_one_name(pair: Pair, axis: Axis | None) -> bool:
    """Both name whom or what they say it of, or the one speaks of himself, in words that tell of what they speak."""
    if axis is None or not axis.narrow:
        return False
    ours, theirs = pair.a.frame.names.keys(), pair.b.frame.names.keys()
    return bool(ours & theirs or pair.a.himself & theirs or pair.b.himself & ours)


def _nothing_of_it(pair: Pair, clash: Clash) -> bool:
    """What is denied of a family of deeds is denied by its noun, or the one answers the other: a verb may have another
    object."""
    side, mention = (pair.a, clash.a.mention) if clash.a.mention.negative else (pair.b, clash.b.mention)
    noun = nominal(side, mention.index) or side.frame.words[mention.index].text[:1].isupper()
    return noun or (pair.topical and close(pair))


def _of_one_thing(pair: Pair, clash: Clash) -> bool:
    """Two voices a few sentences apart, and both predicates are said of one noun, or the second of what the first
    speaks of ("the pipe is intact" / "it has been broken since May")."""
    if not clash.a.axis.startswith("axis:") or not pair.near or pair.same_speaker or not pair.topical:
        return False
    if pair.translated:
        return False
    copula = lexicon(pair.a.frame.language).function.copula
    for side, fact in ((pair.a, clash.a), (pair.b, clash.b)):
        words = side.frame.words
        if not any(words[place].lemma in copula for place in clause_of(words, fact.mention.index)):
            return False  # "it had lost sales": of a verb, the object tells what it is about
    return clash.a.mention.pole != clash.b.mention.pole and _matched(pair, clash) in (Match.SAME, Match.TAKEN_UP)


def _of_two_things(pair: Pair, clash: Clash) -> float:
    """What is left where two judgements stand side by side and each is said of a noun of its own."""
    axis = lexicon(pair.a.frame.language).axes.get(clash.a.axis.removeprefix("axis:"))
    if axis is None or axis.personal or axis.narrow or not pair.near or pair.translated:
        return 1.0
    found = _matched(pair, clash)
    return OTHER if found is Match.ANOTHER or (found is Match.OTHER and (axis.judging or axis.measure)) else 1.0


def _matched(pair: Pair, clash: Clash) -> Match:
    """Whether the two predicates are said of one thing."""
    left, right = clash.a.mention.index, clash.b.mention.index
    ours = target(pair.a, (left,))
    theirs = target(pair.b, (right,))
    return match(pair, ours, theirs)


def _identified(pair: Pair, clash: Clash) -> bool:
    """The one names a thing as the cause, the other says that it was not that: "ein Akku war das nicht"."""
    if pair.same_speaker or not clash.a.axis.startswith(("thing:", "word:")):
        return False
    a, b = (pair.a.frame, clash.a.mention.index), (pair.b.frame, clash.b.mention.index)
    return any(
        one.scope.negative(n) and said_of_that(one, n) and named_as_cause(other, m) and not other.scope.negative(m)
        for (one, n), (other, m) in ((a, b), (b, a))
    )


def _said_to_be_none(pair: Pair, clash: Clash) -> bool:
    """The one says that there was none at all ("there were no complaints"), the other tells of one."""
    a, b = clash.a.mention, clash.b.mention
    for side, mention, other, done in ((pair.a, a, pair.b, b), (pair.b, b, pair.a, a)):
        negator = side.frame.scope.by.get(mention.index, -1)
        if not mention.negative or mention.denied or mention.yet or negator < 0:
            continue
        if _nothing_and_nobody(side, negator, mention.index):
            return True
        tables = lexicon(side.frame.language)
        none = side.frame.words[negator].lower in tables.polarity.no
        none = none and head_of_no(side.frame, negator, mention.index, tables)
        itself = negated_itself(side.frame, mention.index)
        there = says_existence(side.frame, negator, tables) or (none and itself)  # "had received no warning"
        if not there or none_of_another(pair, side, mention, other, done):
            continue
        if none or (itself and nominal(side, mention.index)):
            return True  # "es habe nie ein Verbot gegeben"
    return False


def _nothing_and_nobody(side: Side, negator: int, index: int) -> bool:
    """ "Nobody asked us", "uns wurde nichts versprochen": beside the verb the clause names nothing that limits it."""
    found, tables = side.frame, lexicon(side.frame.language)
    if found.words[negator].lower not in (*tables.function.nobody, *tables.function.none):
        return False
    if nominal(side, index) or (found.language == "de" and found.words[index].text[:1].isupper()):
        return False
    inside = clause_of(found.words, index)
    if any(found.words[n].lower in tables.function.him for n in inside):
        return False  # "nobody warned him" says nothing of others
    return {n for n in found.lemmas.values() if n in inside and not side.timed(n)} <= {index, negator}


def _insisted(pair: Pair, clash: Clash) -> bool:
    """What the one denies the other affirms with emphasis: "never compared" / "man habe sehr wohl verglichen"."""
    if pair.same_speaker or clash.a.mention.negative == clash.b.mention.negative:
        return False
    side, mention = (pair.b, clash.b.mention) if clash.a.mention.negative else (pair.a, clash.a.mention)
    words = side.frame.words
    return any(words[n].clause == words[mention.index].clause for n in side.frame.scope.listed.get("emphatic", ()))


def _things(side: Side, index: int) -> set[str]:
    """The events, persons and things, by their concepts, of the clause of a clash, without those its own words name."""
    words = side.frame.words
    here = words[index].clause
    told = {m.index for m in side.frame.mentions if m.group == "axis"}
    return {
        m.name
        for m in side.frame.mentions
        if m.group in ("event", "object") and words[m.index].clause == here and m.index not in told
    }


def _firm(pair: Pair, clash: Clash) -> float:
    """Hedged, wished or conditional facts clash less; presupposition of a hedged fact not at all less."""
    factor = 1.0
    for side, fact in ((pair.a, clash.a), (pair.b, clash.b)):
        mention = fact.mention
        if mention.conditional:
            factor *= 0.55
        elif mention.hedged and not mention.negative:
            factor *= 0.75
        elif mention.wished and not _no_duty(side, mention):
            factor *= 0.55
        if mention.yet:
            factor *= 0.9
        if mention.hardly:
            factor *= 0.6
    return factor


def _no_duty(side: Side, mention: Mention) -> bool:
    """ "Nobody will have to leave": what need not be is said not to happen, and not wished away."""
    words, duty = side.frame.words, lexicon(side.frame.language).modality.duty
    return mention.negative and any(words[place].lemma in duty for place in clause_of(words, mention.index))


def _unsure(clash: Clash) -> Iterator[Note]:
    for fact in (clash.a, clash.b):
        if fact.mention.hedged:
            yield "unsure.hedged", {}
        if fact.mention.conditional:
            yield "unsure.conditional", {}
        if fact.mention.yet:
            yield "unsure.yet", {}
        if fact.ground == Ground.PRESUPPOSED:
            yield "unsure.presupposed", {}


def plain(clash: Clash) -> bool:
    """Neither side denies a report, labels one, or merely presupposes."""
    return all(fact.ground in (Ground.SAID, Ground.IMPLIED) and not fact.mention.denied for fact in (clash.a, clash.b))


def one_stage(clash: Clash) -> bool:
    """The same stage affirmed and negated ("cancelled" / "not cancelled"), and not only for now: no two stages."""
    a, b = clash.a, clash.b
    return _said(clash) and a.mention.name == b.mention.name and not (a.mention.yet or b.mention.yet)


def never_said(clash: Clash) -> bool:
    return clash.a.mention.never or clash.b.mention.never
