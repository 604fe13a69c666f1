"""Of which thing a figure is told: "the repair of the hall costs 1.2 million", "the repair of the pool 3.4 million".

Each claim names what its figure is of, and not the same: two figures. Synonyms cannot be told from other things, so
that a shared verb is asked for, and nouns of those who act ("police", "officers") are let through.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.conflicts.counts import Measured, indices, measured, name_features
from claims.conflicts.nouns import clause_of, noun
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side, nominal
from claims.conflicts.targets import target
from claims.language.amounts import in_base_unit
from claims.language.grammar import grammar
from claims.language.quantity_words import words_of
from claims.language.word_tense import word_tense
from claims.models import Kind
from claims.speakers.knowledge import knowledge
from claims.topics.frame import comparable
from claims.topics.lexicon import lexicon

OF_ANOTHER = 0.3  # left where each figure is told of a thing of its own: by name, or one noun of two things
OF_OTHER_WORDS = 0.5  # left where the two nouns may after all be two words for one thing
REACH = 3  # words behind "among" in which the people stand
_SHARE = "share"  # percent and fractions, in their base unit
_COUNTS = frozenset({"", "person"})
_ONE = (1.0, -1, -1)


class _Bearer(NamedTuple):
    """What a figure is told of: its noun phrase, the noun that tells which one, and whether a name tells it."""

    phrase: tuple[int, ...]
    of: int
    named: bool


def of_two(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """Two figures of one measure, each told of a thing of its own."""
    if finding.kind != Kind.QUANTITY or pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    one, other = _bearer(pair.a, finding.a), _bearer(pair.b, finding.b)
    if one is None or other is None:
        return 1.0, None
    left, *shown = _differ(pair, finding, one, other)
    if left == 1.0:
        return 1.0, None
    words = (side.frame.words[place].text for side, place in zip((pair.a, pair.b), shown, strict=True))
    return left, ("guard.of_two", {"words": ", ".join(words)})


def of_a_group(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "Among women the party stands at 20 percent": the share of some, where the other tells none or others."""
    if finding.kind != Kind.QUANTITY or pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    sides = ((pair.a, finding.a), (pair.b, finding.b))
    if any(_unit(side, places) != _SHARE for side, places in sides):
        return 1.0, None
    one, other = (_group(side, places[0]) for side, places in sides)
    if one < 0 and other < 0:
        return 1.0, None
    if min(one, other) >= 0 and _features(pair.a, (one,)) & _features(pair.b, (other,)):
        return 1.0, None
    words = (side.frame.words[at].text for side, at in ((pair.a, one), (pair.b, other)) if at >= 0)
    return OF_ANOTHER, ("guard.of_some", {"words": ", ".join(words)})


def _group(side: Side, figure: int) -> int:
    """The people behind "among" or "in" for whom alone the figure is told, or -1; those who were asked are all."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    person = words_of(side.frame.language).person
    opens = [0] if figure and words[0].clause != words[figure].clause else []  # "Among women, 20 percent …"
    for place in (*opens, *clause_of(words, figure)):
        if words[place].lower not in tables.figures.group:
            continue
        for at in range(place + 1, min(place + 1 + REACH, len(words))):
            word = words[at]
            if word.kind != "word" or word.clause != words[place].clause:
                break
            if "person" in (person(word.text), person(word.lemma)):
                if not {word.lower, word.lemma} & {*tables.figures.asked}:
                    return at
                break
    return -1


def _differ(pair: Pair, finding: Finding, one: _Bearer, other: _Bearer) -> tuple[float, int, int]:
    """What is left of the score, and the two nouns that tell the things apart; 1 where nothing does."""
    a, b = pair.a, pair.b
    heads = one.phrase[-1], other.phrase[-1]
    ours, theirs = (_features(side, found.phrase) for side, found in ((a, one), (b, other)))
    if ours & theirs:
        if one.of < 0 or other.of < 0:
            return _ONE
        mine, its = _features(a, (one.of,)), _features(b, (other.of,))
        return (OF_ANOTHER, one.of, other.of) if mine and its and not mine & its else _ONE
    if not ours or not theirs or not _one_verb(pair, finding):
        return _ONE
    if one.named and other.named:
        return OF_ANOTHER, *heads
    counted = [_unit(side, places) in _COUNTS for side, places in ((a, finding.a), (b, finding.b))]
    if any(counted) or (_acting(a, heads[0]) and _acting(b, heads[1])):
        return _ONE
    return OF_OTHER_WORDS, *heads


def _bearer(side: Side, figure: tuple[int, ...]) -> _Bearer | None:
    """The noun phrase that the clause of a figure tells it of."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    verb = _verb(side, figure[0])
    if verb < 0:
        return None
    found = target(side, (verb, *figure) if tables.language == "en" else figure)
    place = found.place
    if place < 0 or found.generic or words[place].clause != words[figure[0]].clause:
        return None
    if words[place].lemma in tables.modality.shares:
        return None
    phrase = _phrase(side, place)
    named = {*side.frame.names.values(), *side.frame.states.values()}
    return _Bearer(phrase, _of(side, phrase[-1]), any(n in named for n in phrase))


def _verb(side: Side, figure: int) -> int:
    """English: the first word before the figure that can be its verb, or -1; German needs none."""
    words, closed = side.frame.words, grammar(lexicon(side.frame.language).language)
    if side.frame.language == "de":
        return figure
    for place in clause_of(words, figure):
        low = words[place].lower
        if place >= figure:
            break
        if low in closed.auxiliaries or low in closed.finite:
            return place
        if not place or words[place].text[:1].isupper() or words[place - 1].lower in closed.determiners:
            continue
        third = low.endswith("s") and word_tense(words[place].lemma, "en") == "" and low != words[place].lemma
        if word_tense(low, "en") in ("past", "participle", "either") or (third and place + 1 == figure):
            return place
    return -1


def _phrase(side: Side, place: int) -> tuple[int, ...]:
    """The noun with the names and nouns right beside it: "Stürmer Milan Duric", "the council house"."""
    words, stop = side.frame.words, lexicon(side.frame.language).stop
    german = side.frame.language == "de"

    def goes_on(n: int) -> bool:
        word = words[n]
        if word.kind != "word" or word.clause != words[place].clause or word.lower in stop:
            return False
        return word.text[:1].isupper() or (not german and n < place)

    start = end = place
    while start and goes_on(start - 1):
        start -= 1
    while end + 1 < len(words) and words[end + 1].text[:1].isupper() and goes_on(end + 1):
        end += 1
    return tuple(range(start, end + 1))


def _of(side: Side, head: int) -> int:
    """The noun behind "of", a genitive article or "for" that tells which one it is, or -1."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    behind = head + 1
    if behind + 1 >= len(words) or words[behind].clause != words[head].clause:
        return -1
    if words[behind].lower not in (*tables.function.genitive, *tables.figures.purpose):
        return -1
    found = noun(words, behind + 1, tables)
    return -1 if found < 0 or side.timed(found) else found


def _features(side: Side, places: tuple[int, ...]) -> frozenset[str]:
    names = {f"n:{name}" for name, at in side.frame.names.items() if at in places}
    told = {name for at in places for name in name_features(side.frame.words[at].text, side)}
    return frozenset(names | {name for name in told if comparable(name, translated=False)})


def _one_verb(pair: Pair, finding: Finding) -> bool:
    """One predicate is told of both: a concept, or a verb that no noun of either is."""
    ours, theirs = (_predicates(side, places[0]) for side, places in ((pair.a, finding.a), (pair.b, finding.b)))
    return bool(ours & theirs)


def _predicates(side: Side, place: int) -> frozenset[str]:
    words = side.frame.words
    clause, counted = words[place].clause, {n for item in measured(side) for n in indices(side, item.quantity)}
    axes = (m for m in side.frame.of("axis") if words[m.index].clause == clause)
    told = {f"{m.name}:{m.sign}" for m in axes if not nominal(side, m.index)}  # "offered a rise of 4 percent"
    free = [n for n in clause_of(words, place) if n not in counted and words[n].kind == "word"]
    free = [n for n in free if side.frame.language == "de" or not nominal(side, n)]
    return frozenset(told | {words[n].lemma for n in free if words[n].text[:1].islower()} - _small(side))


def _small(side: Side) -> frozenset[str]:
    tables = lexicon(side.frame.language)
    return frozenset(tables.stop) - {*tables.function.copula, *tables.figures.amounting}


def _unit(side: Side, places: tuple[int, ...]) -> str:
    item = _measured(side, places)
    return in_base_unit(0.0, item.quantity.unit)[1] if item is not None else ""


def _measured(side: Side, places: tuple[int, ...]) -> Measured | None:
    return next((item for item in measured(side) if set(indices(side, item.quantity)) & set(places)), None)


def _acting(side: Side, place: int) -> bool:
    """A noun for people or a body, which another one may stand for."""
    word = side.frame.words[place]
    known = words_of(side.frame.language)
    form = word.lemma if side.frame.language == "en" else word.text
    return "person" in (known.person(word.text), known.person(f"{word.lower}s")) or (
        knowledge(side.frame.language).institution(form) is not None
    )
