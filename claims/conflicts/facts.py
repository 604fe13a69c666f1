"""What a claim holds to be so, as facts on axes that can exclude each other.

A fact is an axis, the values it leaves open (-1, 0, 1) and its evidence. Statuses of an event form a chain: what is
dated was agreed, what was agreed was discussed; what was not even discussed was not agreed. To postpone, cancel or
resume presupposes an agreement, also when it is denied that anything was postponed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from claims.conflicts.side import Side
from claims.models import Stance
from claims.topics.frame import Frame, Mention
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.scope import describes, hits
from claims.topics.words import stem

POSITIVE = frozenset({1})
NEGATIVE = frozenset({-1})
NOT_POSITIVE = frozenset({-1, 0})
NOT_NEGATIVE = frozenset({0, 1})


class Ground(StrEnum):
    """How the fact lies in the claim."""

    SAID = "said"
    PRESUPPOSED = "presupposed"
    IMPLIED = "implied"
    LABELLED = "labelled"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a claim holds; ``weight`` says how surely the claim holds it."""

    axis: str
    open: frozenset[int]
    mention: Mention
    ground: Ground = Ground.SAID
    weight: float = 1.0

    def excludes(self, other: Fact) -> bool:
        return self.axis == other.axis and not self.open & other.open


# what a status says of an event when it holds and when it is denied: (fact, value, ground)
_HOLDS: dict[str, tuple[tuple[str, int, Ground], ...]] = {
    "propose": (),
    "discuss": (("discussed", 1, Ground.SAID),),
    "plan": (("planned", 1, Ground.SAID), ("cancelled", -1, Ground.IMPLIED)),
    "agree": (("agreed", 1, Ground.SAID), ("discussed", 1, Ground.IMPLIED), ("cancelled", -1, Ground.IMPLIED)),
    "schedule": (("dated", 1, Ground.SAID), ("agreed", 1, Ground.IMPLIED), ("planned", 1, Ground.IMPLIED)),
    "postpone": (
        ("postponed", 1, Ground.SAID),
        ("cancelled", -1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("dated", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.PRESUPPOSED),
    ),
    "cancel": (
        ("cancelled", 1, Ground.SAID),
        ("held", -1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.PRESUPPOSED),
    ),
    "hold": (
        ("held", 1, Ground.SAID),
        ("cancelled", -1, Ground.IMPLIED),
        ("postponed", -1, Ground.IMPLIED),
        ("agreed", 1, Ground.IMPLIED),
    ),
    "begin": (("begun", 1, Ground.SAID), ("cancelled", -1, Ground.IMPLIED), ("postponed", -1, Ground.IMPLIED)),
    "end": (("ended", 1, Ground.SAID),),
    "fail": (("ended", 1, Ground.IMPLIED), ("agreed", -1, Ground.IMPLIED)),
    "undecided": (("agreed", -1, Ground.SAID),),
    "resume": (("resumed", 1, Ground.SAID), ("ended", -1, Ground.IMPLIED), ("begun", 1, Ground.PRESUPPOSED)),
}
_DENIED: dict[str, tuple[tuple[str, int, Ground], ...]] = {
    "propose": (),
    "discuss": (
        ("discussed", -1, Ground.SAID),
        ("agreed", -1, Ground.IMPLIED),
        ("dated", -1, Ground.IMPLIED),
    ),
    "plan": (("planned", -1, Ground.SAID),),
    "agree": (("agreed", -1, Ground.SAID), ("dated", -1, Ground.IMPLIED)),
    "schedule": (("dated", -1, Ground.SAID),),
    "postpone": (
        ("postponed", -1, Ground.SAID),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("dated", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.PRESUPPOSED),
    ),
    "cancel": (("cancelled", -1, Ground.SAID), ("agreed", 1, Ground.PRESUPPOSED), ("planned", 1, Ground.IMPLIED)),
    "hold": (("held", -1, Ground.SAID),),
    "begin": (("begun", -1, Ground.SAID),),
    "end": (("ended", -1, Ground.SAID),),
    "fail": (("ended", -1, Ground.IMPLIED),),
    "undecided": (),
    "resume": (("resumed", -1, Ground.SAID),),
}
STATUSES = frozenset(_HOLDS)
NAMED = 0.65  # of the weight of a stage that is only named
WORD = 0.92  # weight of a word that no concept covers
UNREAL = 0.5  # weight of a verb that tells what is to be done
BESIDE = 0.75  # weight of a thing that a claim says something else of
CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF"})
CLOSE = 4  # words between "no" and the noun it denies
_ABOUT_A_DATE = frozenset({"agree", "discuss", "plan", "schedule", "propose", "hold"})
_GOING_ON = frozenset({"discuss", "begin", "resume", "hold"})
_WEIGHTS = {Ground.SAID: 1.0, Ground.IMPLIED: 0.85, Ground.PRESUPPOSED: 0.9, Ground.LABELLED: 0.75}


def facts(side: Side) -> tuple[Fact, ...]:
    """The facts of a side, in the order of its words."""
    found = side.frame
    out: list[Fact] = []
    statuses = [m for m in found.mentions if m.group == "status" and not side.timed(m.index)]
    for mention in statuses:
        out += _of_status(found, mention)
    date = next((m for m in found.mentions if m.name == "date" and m.group == "object"), None)
    if date is not None and not any(fact.axis == "dated" for fact in out):
        if date.negative:
            out.append(Fact("dated", NEGATIVE, date, _ground(date)))
        elif found.confirm >= 0 or side.statement.stance == Stance.CONFIRMS:
            out.append(Fact("dated", POSITIVE, date, Ground.IMPLIED, _WEIGHTS[Ground.IMPLIED]))
    out += _none_of_it(found)
    axes = lexicon(found.language).axes
    for mention in found.mentions:
        if mention.group == "axis":
            if _attribute(found, mention.index):
                continue
            between = axes[mention.name].between
            out.append(Fact(f"axis:{mention.name}", _open(mention, between), mention, _ground(mention)))
        elif mention.group == "event":
            out += _of_event(found, mention, statuses)
    return tuple(out)


def _none_of_it(found: Frame) -> list[Fact]:
    """ "We did not break the truce, for there was none": what was named before is denied to be there."""
    tables = lexicon(found.language)
    for index, word in enumerate(found.words):
        after = found.words[index + 1 : index + 2]
        closing = not after or after[0].clause != word.clause
        if word.lower not in tables.function.none or not closing or not _exists(found, index, tables):
            continue
        named = [m for m in found.mentions if m.group in ("event", "object") and m.index < index]
        if named:
            last = named[-1]
            axis = f"event:{last.name}" if last.group == "event" else f"thing:{last.name}"
            return [Fact(axis, NEGATIVE, replace(last, negative=True), Ground.SAID)]
    return []


def _ground(mention: Mention) -> Ground:
    return Ground.LABELLED if mention.label else Ground.SAID


def _open(mention: Mention, between: bool) -> frozenset[int]:
    if not between:
        return POSITIVE if mention.sign > 0 else NEGATIVE
    if mention.negative:
        return NOT_POSITIVE if mention.pole > 0 else NOT_NEGATIVE
    return POSITIVE if mention.pole > 0 else NEGATIVE


def _of_status(found: Frame, mention: Mention) -> list[Fact]:
    clause = found.words[mention.index].clause
    about_date = mention.name in _ABOUT_A_DATE and any(
        other.group == "object" and other.name == "date" and abs(found.words[other.index].clause - clause) == 0
        for other in found.mentions
    )
    if about_date:
        if mention.name in ("discuss", "plan", "propose") and not mention.negative:
            return []
        out = [Fact("dated", NEGATIVE if mention.negative else POSITIVE, mention, _ground(mention))]
        if not mention.negative:
            out.append(Fact("agreed", POSITIVE, mention, Ground.IMPLIED, _WEIGHTS[Ground.IMPLIED]))
        return out
    out = []
    named = not mention.negative and _only_named(found, mention)
    for axis, value, ground in (_DENIED if mention.negative else _HOLDS)[mention.name]:
        if mention.label and ground == Ground.PRESUPPOSED:
            continue  # who calls a report untrue need not share what it presupposes
        if mention.label and ground == Ground.SAID:
            ground = Ground.LABELLED
        weight = _WEIGHTS[ground] * (NAMED if named else 1.0)
        out.append(Fact(axis, POSITIVE if value > 0 else NEGATIVE, mention, ground, weight))
    return out


def _only_named(found: Frame, mention: Mention) -> bool:
    """ "The decision lies with the board": the noun is named, and nothing says that it was taken."""
    tables, word = lexicon(found.language), found.words[mention.index]
    if found.language == "de":
        noun = word.text[:1].isupper() and (mention.index > 0 or not word.lemma.endswith("n"))
    else:
        noun = mention.index > 0 and found.words[mention.index - 1].lower in tables.function.determiners
    clause = [other.lemma for other in found.words if other.clause == word.clause]
    return noun and not any(lemma in tables.function.bringing for lemma in clause)


def _attribute(found: Frame, index: int) -> bool:
    """German "steigende Kosten": a present participle before its noun asserts nothing."""
    word = found.words[index]
    follows = found.words[index + 1] if index + 1 < len(found.words) else None
    if found.language != "de" or follows is None or follows.clause != word.clause or not follows.text[:1].isupper():
        return False
    return word.text[:1].islower() and word.lower.rstrip("rnsm").endswith("ende")


def _of_event(found: Frame, mention: Mention, statuses: list[Mention]) -> list[Fact]:
    word = found.words[mention.index]
    beside = [s for s in statuses if found.words[s.index].clause == word.clause and s.index != mention.index]
    if any(status.negative or status.name not in _GOING_ON for status in beside):
        return []
    if any(m.name == "start" and m.sign < 0 and found.words[m.index].clause == word.clause for m in found.mentions):
        return []  # "stops the sale" neither says that it goes on nor that there was none
    verbal = word.text[:1].islower() if found.language == "de" else word.lower != word.lemma
    if mention.negative:
        if any(found.words[n].clause == word.clause for n in hits(found.words, "comparing", lexicon(found.language))):
            return []  # "not offered a penny more than in May" denies the degree
        directly = mention.denied or (verbal and found.language == "de") or negated_itself(found, mention.index)
        return [Fact(f"event:{mention.name}", NEGATIVE, mention, _ground(mention), 1.0)] if directly else []
    argument = any(
        other.group == "axis" and other.index != mention.index and found.words[other.index].clause == word.clause
        for other in found.mentions
    )
    weight = 1.0 if verbal else (0.6 if argument else 0.8)
    out = [Fact(f"event:{mention.name}", POSITIVE, mention, Ground.SAID, weight)]
    if verbal and not (mention.wished or mention.conditional or mention.hedged):
        out.append(Fact("held", POSITIVE, mention, Ground.IMPLIED, _WEIGHTS[Ground.IMPLIED]))
    return out


def negated_itself(found: Frame, index: int) -> bool:
    """Whether the negation denies that the thing or event at ``index`` is there at all.

    "Es gebe keine Absprache" and "an offer was never made" do; "habe keine Absprache gebrochen" denies something else:
    besides words that only say that something is there, the clause may hold nothing but what describes the noun.
    """
    negator = found.scope.by.get(index)
    if negator is None or not found.scope.negative(index):
        return False
    tables = lexicon(found.language)
    clause = found.words[index].clause
    if _said_of_that(found, index):
        return True
    there = tables.sets["there"][0]
    nominal = found.words[negator].lower in tables.polarity.no
    if nominal and not _head(found, negator, index, tables):
        return False
    if nominal and _exists(found, negator, tables):
        return True
    sensed = {mention.index for mention in found.mentions if mention.group in ("axis", "status")}
    event = any(mention.index == index and mention.group == "event" for mention in found.mentions)
    for place in range(len(found.words)):
        word = found.words[place]
        if word.clause != clause or place in (index, negator) or word.kind != "word":
            continue
        if {word.lemma, word.lower} & (tables.stop | there) or word.lemma in tables.polarity.have:
            continue
        if place in found.scope.used or min(negator, index) < place < max(negator, index):
            continue
        if found.language == "de":
            if word.text[:1].islower():
                return False
        elif _verbal(found, place) and (place in sensed or not event):
            return False
    if nominal:
        return True
    if found.language == "en":  # "did not arrest": nothing with a meaning of its own between
        return index > negator and all(word.lemma in tables.stop for word in found.words[negator + 1 : index])
    if any(word.clause == clause and word.lemma in there for word in found.words):
        return True
    having = any(word.clause == clause and word.lemma in tables.polarity.have for word in found.words)
    return having and 0 < index - negator <= 3


def _head(found: Frame, negator: int, index: int, tables: Lexicon) -> bool:
    """The noun that "no" belongs to: close behind it, with nothing but what describes it between."""
    between = found.words[negator + 1 : index]
    if not 0 < index - negator <= CLOSE or any(word.clause != found.words[index].clause for word in between):
        return False
    if tables.language == "de":
        return not any(word.text[:1].isupper() for word in between)
    return not any(word.lower in tables.function.bound for word in between)


def _exists(found: Frame, negator: int, tables: Lexicon) -> bool:
    """The clause of the negator says that something is there: "es gibt kein …", "there is no …"."""
    clause = found.words[negator].clause
    inside = [word for word in found.words if word.clause == clause]
    if tables.language == "en":
        before = found.words[max(0, negator - CLOSE) : negator]
        return any(word.lower in tables.function.expletive for word in before)
    return any(word.lemma in tables.function.existential for word in inside)


def _said_of_that(found: Frame, index: int) -> bool:
    """ "It was no accident", "ein Unfall war das nicht": the only thing in its clause, denied of what was spoken of."""
    function = lexicon(found.language).function
    clause = found.words[index].clause
    inside = [place for place, word in enumerate(found.words) if word.clause == clause and word.kind == "word"]
    if not any(found.words[place].lower in function.that for place in inside):
        return False
    if not any(found.words[place].lemma in function.copula for place in inside):
        return False
    things = [place for place in inside if found.words[place].lemma in found.lemmas and _thing(found, place)]
    return things == [index]


def _thing(found: Frame, index: int) -> bool:
    word = found.words[index]
    return word.text[:1].isupper() if found.language == "de" else not _verbal(found, index)


def _verbal(found: Frame, index: int) -> bool:
    """An inflected verb, as far as its form shows it."""
    word = found.words[index]
    return word.lower != word.lemma and not word.lower.endswith("s")


def plain_facts(side: Side, taken: frozenset[int]) -> tuple[Fact, ...]:
    """Facts of single words that no concept covers: a verb or adjective turned round, a thing said not to exist."""
    found = side.frame
    out: list[Fact] = []
    endings = tuple(lexicon(found.language).function.endings)
    predicated = {found.words[m.index].clause for m in found.mentions if m.group == "axis"}
    counted = [quantity.span for quantity in side.quantities]
    objects = {mention.index: mention for mention in found.mentions if mention.group == "object"}
    out += _paid(side)
    for lemma, index in found.lemmas.items():
        if index in taken:
            continue
        word = found.words[index]
        if (
            describes(found.words, index)
            or word.text[:1].isdigit()
            or any(span.start <= word.start < span.end for span in counted)
        ):
            continue
        hardly = index in found.scope.hardly
        denied = word.clause <= found.denied
        mention = objects.get(index) or Mention(
            "object", lemma, 1, index, found.scope.negative(index) != denied, hardly=hardly, denied=denied
        )
        noun = word.text[:1].isupper() if found.language == "de" else index in objects
        axis = f"thing:{mention.name}" if index in objects else f"word:{stem(lemma, endings)}"
        if not mention.negative:
            beside = noun and word.clause in predicated
            weight = BESIDE if beside else UNREAL if _infinitive(found, index) else WORD
            out.append(Fact(axis, POSITIVE, mention, Ground.SAID, weight))
        elif denied or (
            _directly(found, index)
            if not noun
            else negated_itself(found, index) or (index in found.scope.denied and not _owner(found, index))
        ):
            ground = Ground.LABELLED if index in found.scope.label else Ground.SAID
            out.append(Fact(axis, NEGATIVE, mention, ground, WORD))
    return tuple(out)


def _owner(found: Frame, index: int) -> bool:
    """ "Contradicted the account of the company": whose words they are is not what is denied."""
    if index < 2:
        return False
    tables = lexicon(found.language)
    said = found.words[index - 2].lower in tables.polarity.refer and len(found.words[index - 2].lower) > 3
    return said and found.words[index - 1].lower in tables.function.determiners


def _paid(side: Side) -> list[Fact]:
    """A sum is money: "received 300,000 euros" against "no money was paid"."""
    found = side.frame
    for quantity in side.quantities:
        places = [n for n, word in enumerate(found.words) if quantity.span.start <= word.start < quantity.span.end]
        if quantity.unit in CURRENCIES and places and not found.scope.negative(places[0]):
            return [Fact("thing:money", POSITIVE, Mention("object", "money", 1, places[0], False), Ground.SAID, WORD)]
    return []


def _directly(found: Frame, index: int) -> bool:
    """The negation is one of this very verb or adjective and not of the whole clause around it."""
    if found.language == "de" or index in found.scope.denied:
        return True
    stop = lexicon(found.language).stop
    negator = found.scope.by.get(index, index)
    if negator > index:  # "confirmed nothing of the kind"
        return found.words[negator].lower in lexicon(found.language).polarity.back and negator <= index + CLOSE
    return negator < index and all(
        word.lemma in stop or word.lower in stop or word.lower.endswith("ly")
        for word in found.words[negator + 1 : index]
    )


def _infinitive(found: Frame, index: int) -> bool:
    """What is only to be done: an infinitive with "to", a German clause with "zu"."""
    word = found.words[index]
    to = lexicon(found.language).function.to
    if found.language == "de":
        return word.lower == word.lemma and index > 0 and found.words[index - 1].lower in to
    return index > 0 and found.words[index - 1].lower in to
