"""Whether two predicates that clash are said of the same things: the clauses they stand in, held together.

Long statements share words somewhere; what counts is what stands beside the clash. "Not one cent was paid for the
site" and "the company pays its taxes" share the verb and nothing it is said of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from claims.conflicts.kinds.slot import places
from claims.conflicts.pair import Finding, Pair, features_of
from claims.conflicts.side import Side, nominal, once_per_side
from claims.models import Kind
from claims.topics.frame import Mention, comparable, feature_of
from claims.topics.lexicon import lexicon
from claims.topics.scope import hangs_on
from claims.topics.words import compound, stem

LEAST = 0.6  # weight of a clause's own matter below which it leaves open what it speaks of
APART, OPEN = 0.45, 0.85  # left of the score when the clauses share nothing; when one leaves its matter open
TRANSLATED = 0.75  # left in two languages, whose concepts do not cover every word, inside one topic
UNLIKE = 0.5  # left in two languages when both say of what, and it is not the same
OTHERS = 0.55  # left when both clauses name somebody and not one of them is the same
THING = 0.9  # left when the clash is about one thing, named by its noun on both sides
COUNT = 0.6  # left when one thing is counted and other things are told of it
COUNTED = 0.75  # the same in two accounts of one occasion
LONGEST_NAME = 4  # words of a name between two commas
ENOUGH = 0.45  # share of the poorer clause from which both speak of the same things


def beside(pair: Pair, finding: Finding) -> float:
    """What the clauses of the clash leave of the score: 1 when they share their matter, :data:`APART` when nothing."""
    if not finding.a or not finding.b:
        return 1.0
    neutral = pair.a.frame.language != pair.b.frame.language
    ours, theirs = (
        _weighed(matter(side, indices), finding.without | finding.things, pair.rarity, neutral)
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    named, renamed = ({name for name in matter if name[:2] in ("n:", "p:")} for matter in (ours, theirs))
    if not (named <= places(pair.a).keys() and renamed <= places(pair.b).keys()):  # "in Geneva" is not "with Vestia"
        named, renamed = named - places(pair.a).keys(), renamed - places(pair.b).keys()
    same = named & (renamed | pair.b.frame.spelled) or renamed & pair.a.frame.spelled
    others = OTHERS if named and renamed and not same and not _elsewhere(pair, named, renamed) else 1.0
    least = min(sum(ours.values()), sum(theirs.values()))
    if least < LEAST:
        if _one_thing(pair, finding):
            return others  # "there is no …" says of what it speaks
        both = max(sum(ours.values()), sum(theirs.values())) < LEAST
        return others if both else OPEN
    shared = sum(min(weight, theirs[name]) for name, weight in ours.items() if name in theirs)
    if not shared and pair.near and (_refers_back(pair.a, finding.a) or _refers_back(pair.b, finding.b)):
        return OPEN  # "he will leave": who that is was said before
    floor = THING if named_by_both(pair, finding) else _least(pair, finding)
    if pair.translated and not shared and _of_other_things(pair, finding):
        floor = min(floor, UNLIKE)
    return others * (floor + (1.0 - floor) * min(1.0, shared / least / ENOUGH))


def _elsewhere(pair: Pair, named: set[str], renamed: set[str]) -> bool:
    """In two languages: a name of the one clause stands elsewhere in the other claim, or the one clause names but the
    state and the other a place or a person ("the embassy in Dresk" / "the German embassy")."""
    if not pair.translated:
        return False
    if named & pair.b.frame.parties or renamed & pair.a.frame.parties:
        return True
    return {name[:2] for name in named}.isdisjoint({name[:2] for name in renamed})


def _of_other_things(pair: Pair, finding: Finding) -> bool:
    """What is said of persons or done to somebody: concepts cover of whom either clause tells, and nobody is the same
    ("sheep" / "ein Wolf")."""
    fact = finding.values.get("fact", "")
    axis = lexicon(pair.a.frame.language).axes.get(fact.removeprefix("axis:"))
    if not fact.startswith("event:") and (axis is None or not axis.personal):
        return False
    ours, theirs = (
        {mention.name for mention in side.frame.mentions if _thing_in_clause(side, mention, indices)}
        for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )
    return bool(ours and theirs) and not ours & theirs


def _thing_in_clause(side: Side, mention: Mention, indices: tuple[int, ...]) -> bool:
    words = side.frame.words
    clauses = {words[index].clause for index in indices}
    return (
        mention.group in ("object", "term") and mention.index not in indices and words[mention.index].clause in clauses
    )


def _least(pair: Pair, finding: Finding) -> float:
    """What is left of the score when nothing beside the clash is shared."""
    if not _one_thing(pair, finding):
        return TRANSLATED if pair.translated and finding.kind != Kind.QUANTITY else APART
    if finding.one_thing and finding.kind == Kind.QUANTITY:
        return COUNTED if pair.beside and finding.things and pair.topical else COUNT
    return THING


def named_by_both(pair: Pair, finding: Finding) -> bool:
    """What the words of the clash on one side name stands in the other claim too, and is not the clash of both: "the
    fire is out" / "the fire is still burning"."""
    if not finding.a or not finding.b or pair.a.frame.language != pair.b.frame.language:
        return False
    ours, theirs = features_of(pair.a.frame, finding.a), features_of(pair.b.frame, finding.b)
    told = {name for name in ours ^ theirs if name[:2] in ("c:", "l:")}
    return any(name in pair.a.frame.features and name in pair.b.frame.features for name in told)


def _refers_back(side: Side, indices: tuple[int, ...]) -> bool:
    """A pronoun stands in the clause of the clash for what it is said of, and means not the speaker himself."""
    if side.alone:
        return False
    words, proforms = side.frame.words, lexicon(side.frame.language).function.proforms
    clauses = {words[index].clause for index in indices}
    if any(word.lower in proforms for word in words if word.clause in clauses):
        return True
    function = lexicon(side.frame.language).function
    return any(  # "the animal": which one was said before
        before.lower in function.definite and word.lemma.lower() in function.anaphors and word.clause in clauses
        for before, word in pairwise(words)
    )


def _one_thing(pair: Pair, finding: Finding) -> bool:
    """The clash is about a thing or an event by its noun: that it is there, and that it is not."""
    if finding.one_thing:
        return True
    if (_denied(pair.a, finding.a) or _denied(pair.b, finding.b)) and _nouns(pair.a, finding.a) & _nouns(
        pair.b, finding.b
    ):
        return True
    fact = finding.values.get("fact", "")
    if not fact.startswith(("thing:", "event:", "word:")):
        return False
    return all(
        any(nominal(side, index) for index in indices) for side, indices in ((pair.a, finding.a), (pair.b, finding.b))
    )


def _denied(side: Side, indices: tuple[int, ...]) -> bool:
    """It is a noun itself that is said not to be there: "no such plan"."""
    words, no = side.frame.words, lexicon(side.frame.language).polarity.no
    return any(words[index].lower in no for index in indices)


def _nouns(side: Side, indices: tuple[int, ...]) -> set[str]:
    """The nouns of the clash, by their stems."""
    words, language = side.frame.words, side.frame.language
    return {stem(words[index].lemma, language) for index in indices if nominal(side, index)}


def _weighed(
    features: Mapping[str, float], without: frozenset[str], rarity: Mapping[str, float], neutral: bool
) -> dict[str, float]:
    return {
        name: weight * rarity.get(name, 1.0)
        for name, weight in features.items()
        if name not in without and comparable(name, neutral)
    }


def matter(side: Side, indices: Iterable[int]) -> dict[str, float]:
    """The features of the words in the clauses of ``indices``, without these words themselves."""
    table, existential = _by_clause(side), lexicon(side.frame.language).function.existential
    evidence = set(indices)
    clauses = {side.frame.words[index].clause for index in evidence}
    clauses |= {clause + 1 for clause in clauses if _governs(side, clause)}
    clauses |= {inner for clause in clauses for inner in _set_in(side, clause)}
    out: dict[str, float] = {}
    for clause in clauses:
        for index, features in table.get(clause, {}).items():
            if index in evidence or _attributes(side, index) or index in side.frame.scope.listed.get("knowing", ()):
                continue
            if side.frame.words[index].lemma in existential:
                continue  # "no deal existed" speaks of the deal alone
            for name, weight in features.items():
                out[name] = max(weight, out.get(name, 0.0))
    return out


def _set_in(side: Side, clause: int) -> set[int]:
    """ "The owner, Sealink North, had been fined": the clauses inside this one that are nothing but a name."""
    words = side.frame.words
    own = [n for n, word in enumerate(words) if word.clause == clause]
    inner: dict[int, list[int]] = {}
    for n in range(own[0], own[-1]) if own else ():
        if words[n].clause != clause:
            inner.setdefault(words[n].clause, []).append(n)
    names = {*side.frame.names.values()}
    return {other for other, places in inner.items() if len(places) <= LONGEST_NAME and names.issuperset(places)}


def _governs(side: Side, clause: int) -> bool:
    """ "Learned in May that four pictures were missing": what hangs on a verb of knowing or telling is its matter."""
    words, listed = side.frame.words, side.frame.scope.listed
    verbs = (*listed.get("learning", ()), *listed.get("telling", ()), *listed.get("knowing", ()))
    behind = [index for index, word in enumerate(words) if word.clause == clause + 1]
    told = any(words[index].clause == clause for index in verbs)
    return told and bool(behind) and hangs_on(words, behind, lexicon(side.frame.language))


def _attributes(side: Side, index: int) -> bool:
    """The word attributes the claim ("sprach von", "put … at") and says nothing of its matter."""
    cue = side.statement.cue_span
    return cue is not None and cue.start <= side.frame.words[index].start < cue.end


@once_per_side
def _by_clause(side: Side) -> dict[int, dict[int, dict[str, float]]]:
    """Clause → word → features with their weights in the frame."""
    found, tables = side.frame, lexicon(side.frame.language)
    names: dict[int, list[str]] = {}
    for prefix, table in (("n", found.names), ("p", found.states), ("o", found.offices)):
        for name, index in table.items():
            names.setdefault(index, []).append(f"{prefix}:{name}")
    for mention in found.mentions:
        names.setdefault(mention.index, []).append(feature_of(mention))
    out: dict[int, dict[int, dict[str, float]]] = {}
    for index, word in enumerate(found.words):
        forms = (word.lemma, *compound(word.text, tables.language, tables.heads))
        own = [*names.get(index, ()), *(f"l:{stem(form, tables.language)}" for form in forms if form)]
        kept = {name: found.features[name] for name in own if name in found.features}
        if kept:
            out.setdefault(word.clause, {})[index] = kept
    return out
