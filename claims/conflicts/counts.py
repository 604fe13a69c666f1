"""What a claim counts or measures: its figures with what each is a figure of, read once per side.

A number without a noun takes its measure from "the number of …", from the noun before "at" or "of", else from the
figure that stands before it in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.conflicts.act_words import act_table
from claims.conflicts.changes import as_share
from claims.conflicts.side import Side, once_per_side
from claims.conflicts.standing import PLAIN, Standing, standing
from claims.language.amounts import in_base_unit
from claims.language.lemmas import lemma
from claims.language.numbers import parse_figure
from claims.language.quantity_words import words_of
from claims.models import Qualifier, Quantity, Span
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.words import Word, compound, stem

_WRITTEN = frozenset({"time", "months", "length", "area", "volume", "mass", "speed"})  # never without their unit
_STATES = {"dead": "killed", "injured": "injured", "missing": "missing"}
_SIGNS = (("treated", "injured"), ("sought", "missing"))  # word lists that tell a state of people
_ILL = ("patient",)
_COUNTED = frozenset({"k:present"})  # of nouns that are counted and never paid or weighed
_CLOCK = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")


def measures(quantity: Quantity, side: Side) -> frozenset[str]:
    """What is measured, as features that hold across wordings and languages."""
    state = frozenset({f"state:{quantity.state}"} if quantity.state else ())
    return state | _features(quantity.thing, side)


def generic(quantity: Quantity, side: Side) -> bool:
    """Its noun says only that a number is meant: "the share", "die Menge"."""
    tables = lexicon(side.frame.language)
    words = [lemma(word, tables.language) for word in quantity.thing.split()]
    return bool(words) and all(word in tables.modality.shares or word in tables.stop for word in words)


def thing_features(side: Side, index: int) -> frozenset[str]:
    """A thing named by one word, as features that hold across wordings and languages."""
    return _features(side.frame.words[index].text, side)


def word_features(word: str, side: Side) -> frozenset[str]:
    """As :func:`thing_features`, of a word that need not stand in the claim."""
    return _features(word, side)


def name_features(noun: str, side: Side) -> frozenset[str]:
    """As :func:`thing_features`, of a noun without the first part of a compound, which only tells its kind."""
    return _features(noun, side, head=True)


def _features(thing: str, side: Side, *, head: bool = False) -> frozenset[str]:
    tables = lexicon(side.frame.language)
    out: set[str] = set()
    for word in thing.split():
        low = lemma(word, tables.language)
        if low in tables.modality.shares:
            continue  # "the amount", "die Menge": of what, it leaves open
        parts = (low, word.lower(), *compound(word, tables.language, tables.heads)[head:])
        for part in parts:
            if not part or part in tables.stop:
                continue
            out.add(f"l:{stem(part, tables.language)}")
            out.update(f"c:{sense.name}" for sense in tables.senses.get(part, ()))
            out.update(f"k:{name}" for name in tables.alike.get(part, ()))
    return frozenset(out)


class Measured(NamedTuple):
    """A quantity of a side; ``lent``: its measure is that of the quantity before; ``alone``: it has none."""

    quantity: Quantity
    lent: bool = False
    alone: bool = False
    standing: Standing = PLAIN


@once_per_side
def measured(side: Side) -> tuple[Measured, ...]:
    """The quantities of a side; a bare one ("spoke of more than 2,000") takes its measure from the one before."""
    out: list[Measured] = []
    for quantity, lent, alone, _ in _measured(side):
        told = as_share(side, quantity, indices(side, quantity)).model_copy(update={"state": state(side, quantity)})
        out.append(Measured(told, lent, alone, standing(side, indices(side, told), told)))
    return tuple(out)


def _measured(side: Side) -> Iterator[Measured]:
    counted = _counted(side)
    lender = side.lent if side.lent is not None and in_base_unit(0.0, side.lent.unit)[1] not in _WRITTEN else None
    for quantity in side.quantities:
        if _names_a_group(side, quantity) or _ruled_out(side, quantity):
            continue
        large = quantity.value >= 1e5
        thing = quantity.thing or _thing_before(side, quantity)
        if thing and not quantity.unit and _open(thing, side):
            thing = ""  # "the true figure at 13 million"
        if counted is not None and not thing and quantity.unit in ("", "person"):
            thing = counted.thing
        whole = quantity.model_copy(update={"thing": thing})
        unlike = side.lent is None or side.lent.value < 1e5
        if not bare(whole) or (large and unlike) or state(side, quantity):
            yield Measured(whole)
        elif _stands_alone(side, quantity):
            yield _lend(side, quantity, lender)
    yield from _sole(side)
    yield from _one(side)
    yield from _nobody(side)
    yield from _alone(side, counted, lender)


def _sole(side: Side) -> Iterator[Measured]:
    """ "Only one report", "ein einziger Fall": one of what the noun behind says."""
    tables, words = lexicon(side.frame.language), side.frame.words
    of_the_phrase = {part for phrase in tables.sets["sole"][1] for part in phrase}
    for place in hits(words, "sole", tables):
        if side.frame.scope.negative(place) or any(
            w.lower in (*tables.polarity.no, *tables.polarity.negators) for w in words[max(0, place - 1) : place]
        ):
            continue  # "not a single"
        for index in range(place + 1, min(place + 4, len(words))):
            word = words[index]
            if word.clause != words[place].clause:
                break
            noun = word.text[:1].isupper() if tables.language == "de" else word.lower not in tables.stop
            if noun and word.kind == "word" and word.lower not in of_the_phrase:
                span = Span(words[place].start, word.end)
                if not any(q.span.start < span.end and span.start < q.span.end for q in side.quantities):
                    yield Measured(Quantity(span=span, value=1.0, thing=word.text))
                break


def _one(side: Side) -> Iterator[Measured]:
    """English "one technician was on duty", but not "the one door", "one of them", "one day"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    known, scope = words_of(side.frame.language), side.frame.scope
    unreal = scope.hedged | scope.wished | scope.conditional  # "one shooting may have two victims" counts none
    if tables.language != "en":
        return  # the article is the same word
    for index, word in enumerate(words[:-1]):
        if word.lower != "one" or words[index + 1].clause != word.clause or side.timed(index + 1):
            continue
        before = words[index - 1].lower if index else ""
        thing = words[index + 1]
        taken = any(q.span.start < word.end and word.start < q.span.end for q in side.quantities)
        if taken or before in (*tables.function.determiners, *tables.polarity.no) or thing.kind != "word":
            continue
        if before in tables.figures.correcting or scope.negative(index) or word.clause in unreal:
            continue  # "only one report" is read above, "not only one" counts nothing
        if thing.lower in tables.stop or thing.lemma in tables.stop or thing.lower != thing.lemma:
            continue
        unit = "person" if known.person(f"{thing.lower}s") == "person" or known.person(thing.lower) else ""
        yield Measured(Quantity(span=Span(word.start, thing.end), value=1.0, unit=unit, thing=thing.text))


def _nobody(side: Side) -> Iterator[Measured]:
    """ "No one is missing": none of the people that a count of the missing counts."""
    words, nobody = side.frame.words, lexicon(side.frame.language).function.nobody
    for index, word in enumerate(words):
        two = f"{words[index - 1].lower} {word.lower}" if index else ""
        if word.lower not in nobody and two not in nobody:
            continue
        found = Quantity(span=Span(word.start, word.end), value=0.0, unit="person")
        of = state(side, found)
        if of:
            yield Measured(found.model_copy(update={"state": of}))


def _ruled_out(side: Side, quantity: Quantity) -> bool:
    """ "587 kilograms, not 640": the value that is said to be wrong."""
    places = indices(side, quantity)
    return bool(places) and places[0] > 0 and places[0] - 1 in side.frame.scope.used


def _names_a_group(side: Side, quantity: Quantity) -> bool:
    """ "The top 1 percent": a share that says who is meant and measures nothing."""
    places = indices(side, quantity)
    before = side.frame.words[places[0] - 1].lower if places and places[0] else ""
    return quantity.unit == "percent" and before in lexicon(side.frame.language).modality.ranked


def _open(thing: str, side: Side) -> bool:
    """The noun says only that a number is meant."""
    tables = lexicon(side.frame.language)
    return all(lemma(word, tables.language) in tables.modality.shares for word in thing.split())


def _lend(side: Side, quantity: Quantity, lent: Quantity | None) -> Measured:
    if lent is None:
        return Measured(quantity, alone=True)
    own = standing(side, indices(side, quantity), quantity).subject
    if own >= 0 and lent.unit not in ("", "person") and quantity.value < 1e5:
        noun = side.frame.words[own].text  # "the attendance was 8,212", behind a sum of money
        if own in side.frame.names.values() or _COUNTED & _features(noun, side):
            return Measured(quantity.model_copy(update={"thing": noun}))
    whole = quantity.model_copy(update={"unit": lent.unit, "thing": lent.thing, "state": lent.state})
    return Measured(whole, lent=True)


def _thing_before(side: Side, quantity: Quantity) -> str:
    """The noun before "of", "at", "auf": "a shortfall of 8 million", "the crowd at 4,000"."""
    places, words = indices(side, quantity), side.frame.words
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
        if side.frame.language == "de" and word.lower != word.lemma:
            continue  # "die Zahlen des Amtes" are the office's
        for follow in words[index + 1 : index + 5]:
            noun = follow.text[:1].isupper() if side.frame.language == "de" else True
            if noun and follow.kind == "word" and follow.lemma not in tables.stop and follow.lower not in tables.stop:
                return Quantity(span=Span(follow.start, follow.end), value=0.0, thing=_whole_noun(side, follow))
    return None


def _whole_noun(side: Side, first: Word) -> str:
    """English: a noun with the plural behind it that it tells the kind of, "measles cases"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    after = words[words.index(first) + 1 : words.index(first) + 2]
    if tables.language != "en" or not after or after[0].clause != first.clause:
        return first.text
    plural = after[0].lower == f"{after[0].lemma}s" and after[0].lower not in tables.stop
    return f"{first.text} {after[0].text}" if plural else first.text


def _alone(side: Side, counted: Quantity | None, lent: Quantity | None) -> Iterator[Measured]:
    """Numbers that are no quantity by themselves: counts of the noun after them, of what the claim says it counts, else
    of what was counted before."""
    taken = [quantity.span for quantity in side.quantities] + [found.span for found in side.dates]
    for index, word in enumerate(side.frame.words):
        value = _value(word, side.frame.language)
        if value is None or any(span.start < word.end and word.start < span.end for span in taken):
            continue
        if _time_of_day(side, index):
            continue
        aged = _aged(side, index)
        if aged:
            yield Measured(Quantity(span=Span(word.start, word.end), value=value, unit="age", thing=aged))
            continue
        exact = word.kind == "number" and value != int(value)  # "a magnitude of 6.4"
        qualifier = Qualifier.EXACT if exact else Qualifier.ABOUT
        quantity = Quantity(span=Span(word.start, word.end), value=value, qualifier=qualifier)
        if _ruled_out(side, quantity):
            continue
        noun = _noun_after(side, index) or _thing_before(side, quantity)
        if noun and not _open(noun, side):  # "put the number at 11"
            yield Measured(quantity.model_copy(update={"thing": noun}))
        elif _stands_alone(side, quantity):
            if counted is not None:
                yield Measured(quantity.model_copy(update={"thing": counted.thing}))
            else:
                yield _lend(side, quantity, lent)


def _time_of_day(side: Side, index: int) -> bool:
    """ "Since 10.30", in English: hours and minutes, behind a preposition and before nothing that is counted."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    if not index or not _CLOCK.fullmatch(words[index].text):
        return False
    behind = words[index + 1 : index + 2]
    alone = not behind or behind[0].clause != words[index].clause or behind[0].lower in tables.stop
    return alone and words[index - 1].lower in tables.function.before_hours


def _aged(side: Side, index: int) -> str:
    """The noun of the person whose age the number is: "the driver was 63", "the driver, who is 58,"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    behind = words[index + 1 : index + 2]
    if not index or (behind and behind[0].clause == words[index].clause) or words[index].kind != "number":
        return ""
    inside = [n for n in range(index) if words[n].clause == words[index].clause]
    if not inside or words[index - 1].lemma not in tables.function.copula:
        return ""  # "that is how it was: 63 came"
    if inside[0] and words[inside[0]].lower in act_table(side.frame.language).words.cleft:
        inside = [inside[0] - 1]
    person = words_of(side.frame.language).person
    told = [words[n].text for n in inside if person(words[n].text) == "person" or person(f"{words[n].lower}s")]
    return told[-1] if told and not told[-1].endswith("s") else ""


def _value(word: Word, language: str) -> float | None:
    """The value of a number in figures or a word; none for a year, for "one", an article too, and for "TSV 09"."""
    if word.kind != "number":
        spoken = float(words_of(language).of["card"].get(word.lower, 0))
        return spoken if spoken >= 2 else None
    marks = (".", ",") if language == "en" else (",", ".")
    value = parse_figure(word.text, *marks)
    named = len(word.text) > 1 and word.text.isdigit() and word.text.startswith("0")
    return None if value is None or named or (len(word.text) == 4 and 1800 <= value <= 2100) else value


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
    places = indices(side, quantity)
    after = places[-1] + 1 if places else 0
    words = side.frame.words
    if not places or after >= len(words) or words[after].clause != words[places[-1]].clause:
        return bool(places)
    word = words[after]
    tables = lexicon(side.frame.language)
    if word.lemma in tables.modality.shares:
        return False
    stop = tables.stop
    return word.lemma in stop or (side.frame.language == "de" and word.text[:1].islower())


def state(side: Side, quantity: Quantity) -> str:
    """Killed, injured, missing: what the quantity says, else the one such word of its clause."""
    if quantity.state or quantity.unit not in ("", "person") or _occasions(side, quantity):
        return quantity.state
    clauses = {side.frame.words[index].clause for index in indices(side, quantity)}
    if _lives(side, quantity, clauses):
        return "killed"
    near = {m.name for m in side.frame.of("object") if side.frame.words[m.index].clause in clauses}
    found = [state for name, state in _STATES.items() if name in near]
    if not found and quantity.unit == "person":
        return next((_STATES[name] for sign, name in _SIGNS if _signed(side, quantity, clauses, sign)), "")
    return found[0] if len(found) == 1 else ""


def _occasions(side: Side, quantity: Quantity) -> bool:
    """ "Was stabbed three times": how often it was done, and no number of those it was done to."""
    head, occasion = quantity.thing.lower().split()[-1:], lexicon(side.frame.language).figures.occasion
    return bool(head) and (head[0] in occasion or lemma(head[0], side.frame.language) in occasion)


def _lives(side: Side, quantity: Quantity, clauses: set[int]) -> bool:
    """ "Claimed nine lives": as many dead."""
    listed, head = side.frame.scope.listed, quantity.thing.lower().split()[-1:]
    lives = lexicon(side.frame.language).figures.lives
    taken = any(side.frame.words[index].clause in clauses for index in listed.get("taking", ()))
    return taken and bool(head) and (head[0] in lives or lemma(head[0], side.frame.language) in lives)


def _signed(side: Side, quantity: Quantity, clauses: set[int], sign: str) -> bool:
    """The clause tells of the people what is told of the hurt or of the missing; patients are treated as such."""
    tables = lexicon(side.frame.language)
    if sign == "treated" and any(f"c:{name}" in _features(quantity.thing, side) for name in _ILL):
        return False
    return any(side.frame.words[index].clause in clauses for index in hits(side.frame.words, sign, tables))


def indices(side: Side, quantity: Quantity) -> tuple[int, ...]:
    span = quantity.span
    return tuple(n for n, word in enumerate(side.frame.words) if span.start < word.end and word.start < span.end)
