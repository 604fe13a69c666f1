"""Agent: one act laid to two different parties, a case of the kind slot.

Who pays, owns or won; who struck whom; at which spot it happened. The accounts stand side by side or are set against
each other; elsewhere the pair is one to be checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.act_words import act_table
from claims.conflicts.acts import PAY, SOLE, Act, Party, acting, acts, first
from claims.conflicts.counts import indices, measured, thing_features
from claims.conflicts.nouns import clause_of, governed, nouns_of
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side, once_per_side
from claims.language.grammar import grammar
from claims.models import Kind
from claims.speakers.knowledge import knowledge
from claims.topics.lexicon import lexicon

WEIGHT = 0.8
WON = "win"  # an act that two claim for themselves although one leaves open of what
OF_THE_MATTER = frozenset(
    {"fire_first", "break_off", "alert", "initiate", "lead", "steer"}
)  # done in what both speak of
REACH = 4  # words from a preposition to the spot it governs


def detect(pair: Pair) -> Iterator[Finding]:
    """Two agents of one act; each is said to have done it to the other; two spots of one event."""
    if pair.same_speaker or not pair.topical:
        return
    ours, theirs = acts(pair.a), acts(pair.b)
    for mine in ours:
        for other in theirs:
            if (
                mine.name
                and mine.name == other.name
                and not _shared_out(pair, mine, other)
                and _two_parties(pair, mine.agent, other.agent)
            ):
                if _one_thing(pair, mine, other) and (not mine.name.startswith(SOLE) or _once(pair, mine, other)):
                    yield _finding(pair, mine, other, "reason.slot")
            elif not mine.name and not other.name and _turned(pair, mine, other):
                yield _finding(pair, mine, other, "reason.each_other")
    yield from _two_spots(pair)


def _finding(pair: Pair, mine: Act, other: Act, key: str) -> Finding:
    left, right = (tuple(sorted({act.agent.place, act.place})) for act in (mine, other))
    # whoever looks on may have seen the one strike and then the other; a party to it gives the blame back
    told = bool(mine.name) or first(pair.a) or first(pair.b) or _by_a_party(mine) or _by_a_party(other)
    settled = (pair.beside and told) or pair.contrasted
    return Finding(Kind.SLOT, WEIGHT, left, right, key, one_thing=True, settled=settled)


def _once(pair: Pair, mine: Act, other: Act) -> bool:
    """One thing that is done once, by two of one sort: a body is no person, who may have acted for it, and "the
    authority", "the firm" may be any."""
    sorts = []
    for side, act in ((pair.a, mine), (pair.b, other)):
        words, function = side.frame.words, lexicon(side.frame.language).function
        if act.patient is None or act.agent.speaker or not acting(side, act.agent.place):
            return False
        done_to, named = act.patient.place, side.frame.names.values()
        before = {word.lower for word in words[max(0, done_to - 3) : done_to]}
        if done_to not in named and before.isdisjoint(function.definite):
            return False  # "ordered a meal": another one
        body = knowledge(side.frame.language).institution(words[act.agent.place].text)
        if body is not None and body.generic:
            return False
        sorts.append((body is None, act.agent.place in named))
    shared = mine.patient and other.patient and mine.patient.features & other.patient.features
    return bool(shared) and sorts[0] == sorts[1]


def _by_a_party(act: Act) -> bool:
    return act.agent.speaker or (act.patient is not None and act.patient.speaker)


def _two_parties(pair: Pair, one: Party, other: Party) -> bool:
    """They are known not to be one: no word for both, and whoever speaks is not whom the other names."""
    if one.speaker and other.speaker:
        ours, theirs = pair.a.side_of_speaker, pair.b.side_of_speaker
        return bool(ours) and bool(theirs) and not ours & theirs
    if not one.features or not other.features:
        return False
    if one.features & other.features and not _of_two_origins(pair, one, other):
        return False
    joined = lexicon(pair.a.frame.language).function.join
    return not any(
        word.lower in joined
        for side, party in ((pair.a, one), (pair.b, other))
        for word in side.frame.words[max(0, party.place - 3) : party.place + 3]
    )


def _of_two_origins(pair: Pair, one: Party, other: Party) -> bool:
    """ "Norland troops", "Vestrian soldiers": one noun for both, and each has another adjective of a country."""
    before = [_origin(side, party) for side, party in ((pair.a, one), (pair.b, other))]
    return bool(before[0] and before[1]) and before[0] != before[1]


def _origin(side: Side, party: Party) -> str:
    """The adjective of a country before a noun: German in "-isch", English with a capital."""
    words, at = side.frame.words, party.place - 1
    if at < 0 or party.speaker or words[at].clause != words[party.place].clause:
        return ""
    low = words[at].lower
    if side.frame.language == "de":
        endings = grammar("de").adjective_endings
        country = next((low.removesuffix(end) for end in endings if low.endswith(f"isch{end}")), "")
        return country if words[at].text[:1].islower() else ""
    capital = words[at].text[:1].isupper() and (at or words[at].lower not in lexicon("en").stop)
    return low if capital and words[at].kind == "word" else ""


def _shared_out(pair: Pair, mine: Act, other: Act) -> bool:
    """Each does a part: "pays 60 percent", "won 14 seats"."""
    return any(
        side.frame.words[index].clause == side.frame.words[act.place].clause
        for side, act in ((pair.a, mine), (pair.b, other))
        for item in measured(side)
        for index in indices(side, item.quantity)
    )


def _one_thing(pair: Pair, mine: Act, other: Act) -> bool:
    """What it is done to is the same, or one leaves it open where both name one event or thing."""
    if mine.patient and other.patient and mine.patient.features & other.patient.features:
        return True
    if pair.beside and any(
        act.patient is not None and _taken_up(side, act.patient) for side, act in ((pair.a, mine), (pair.b, other))
    ):
        return True  # "who drafted it"
    open_ = mine.patient is None or other.patient is None or bool(pair.shared_events)
    if pair.beside and mine.name in OF_THE_MATTER and open_:
        return True
    if pair.beside and mine.name == PAY and (_costs(pair.a, mine) or _costs(pair.b, other)):
        return True
    if mine.patient and other.patient:
        return False
    ours, theirs = (
        {m.name: m.group for m in side.frame.mentions if m.group in ("event", "object") and m.index != act.place}
        for side, act in ((pair.a, mine), (pair.b, other))
    )
    won = mine.name == WON and "event" in {*ours.values(), *theirs.values()}
    return won or bool(ours.keys() & theirs.keys())


def _costs(side: Side, act: Act) -> bool:
    """ "The cost will be met by the county": of what, is known from what both speak of."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    place = act.place if act.patient is None else act.patient.place
    behind = words[place + 1 : place + 2]
    told = bool(behind) and behind[0].lower in (*tables.function.genitive, *tables.figures.purpose)
    return words[place].lemma in act_table(side.frame.language).things and not told


def _taken_up(side: Side, party: Party) -> bool:
    """A pronoun for a thing that was spoken of before."""
    return side.frame.words[party.place].lower in lexicon(side.frame.language).function.that


def _turned(pair: Pair, mine: Act, other: Act) -> bool:
    """Each names the other's victim as the one who did it."""
    if mine.patient is None or other.patient is None:
        said = first(pair.a) or first(pair.b)
        named = mine.patient or other.patient
        if not said or named is None:
            return False
        agent = other.agent if mine.patient is not None else mine.agent
        return bool(named.features & agent.features) and _two_parties(pair, mine.agent, other.agent)
    return (
        bool(mine.agent.features & other.patient.features)
        and bool(mine.patient.features & other.agent.features)
        and not mine.agent.features & other.agent.features
    )


def _two_spots(pair: Pair) -> Iterator[Finding]:
    """ "It happened in the car park" against "inside the club"."""
    if not pair.beside or not (pair.shared_events or pair.own()[0] >= 0.5):
        return
    a, b = _spot(pair.a), _spot(pair.b)
    if a is None or b is None or pair.a.frame.language != pair.b.frame.language:
        return
    for side, spot in ((pair.a, a), (pair.b, b)):
        if {*side.frame.scope.listed.get("another", ())} - {spot[-1] - 1}:
            return  # "a second crash", but not "on the second floor"
    if not _same_made(pair, a[0], b[0]):
        return
    if thing_features(pair.a, a[-1]) & thing_features(pair.b, b[-1]) and not _two_of_a_kind(pair, a[-1], b[-1]):
        return
    yield Finding(Kind.SLOT, WEIGHT, a, b, "reason.slot", one_thing=True)


def _same_made(pair: Pair, one: int, other: int) -> bool:
    """Of what somebody is found, arrested or born at, both claims must name whom: one name, and no other one."""
    made = (
        side.frame.words[verb].lemma in act_table(side.frame.language).happening
        for side, verb in ((pair.a, one), (pair.b, other))
    )
    if all(made):
        return True
    ours, theirs = pair.a.frame.names.keys(), pair.b.frame.names.keys()
    if ours and theirs:
        return ours == theirs
    if ours & pair.b.himself or theirs & pair.a.himself:
        return True  # "Lund was hurt in training", "he was hurt in the match", says Lund
    return not ours and not theirs and bool(_known(pair.a, one) & _known(pair.b, other))


def _known(side: Side, verb: int) -> frozenset[str]:
    """The nouns in the clause of the verb that stand behind a definite article and no preposition: "the body"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    named = [
        place
        for place in nouns_of(side)
        if words[place].clause == words[verb].clause
        and not governed(words, place, tables)
        and any(word.lower in tables.function.definite for word in words[max(0, place - 2) : place])
    ]
    return frozenset(name for place in named for name in thing_features(side, place))


def _two_of_a_kind(pair: Pair, one: int, other: int) -> bool:
    """ "On the third floor", "on the ground floor": one noun, and what tells which."""
    before, after = pair.a.frame.words[one - 1], pair.b.frame.words[other - 1]
    stop = lexicon(pair.a.frame.language).stop
    plain = before.lower in stop or after.lower in stop or before.kind != "word" or after.kind != "word"
    return (
        not plain and before.lemma != after.lemma and pair.a.frame.words[one].lemma == pair.b.frame.words[other].lemma
    )


def _verb(side: Side, index: int) -> bool:
    return side.frame.language == "en" or not index or side.frame.words[index].text[:1].islower()


@once_per_side
def _spot(side: Side) -> tuple[int, int] | None:
    """The verb of happening and the common noun of the one spot that its clause names."""
    words, language = side.frame.words, side.frame.language
    table, tables = act_table(language), lexicon(language)
    verb = next((n for n, word in enumerate(words) if word.lemma in table.happening and _verb(side, n)), -1)
    if verb < 0:
        verb = next((n for n, word in enumerate(words) if word.lemma in table.making and _verb(side, n)), -1)
    if verb < 0 or side.frame.scope.negative(verb):
        return None
    named = {*side.frame.names.values(), *side.frame.states.values()}
    spots: list[int] = []
    for place in clause_of(words, verb):
        if words[place].lower not in table.words.spot or side.timed(place):
            continue
        for index in range(place + 1, min(place + REACH, len(words))):
            word = words[index]
            if word.clause != words[place].clause or word.lower in tables.function.bound:
                break
            last = (
                index + 1 >= len(words)
                or words[index + 1].lower in tables.stop
                or words[index + 1].clause != word.clause
            )
            noun = word.text[:1].isupper() if language == "de" else last
            if noun and word.lower not in tables.stop:
                plain = word.kind == "word" and index not in named and not side.timed(index)
                if plain and word.lemma not in table.words.wide:
                    spots.append(index)
                break
    return (verb, spots[0]) if len(spots) == 1 else None
