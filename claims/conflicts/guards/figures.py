"""Why two figures of one measure do not clash: a plan and a result, the whole and one place."""

from __future__ import annotations

from claims.conflicts.kinds.slot import places
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side
from claims.language.word_tense import word_tense
from claims.models import Kind
from claims.topics.lexicon import lexicon

WAS_AND_WILL_BE = 0.5  # left when the one tells of the past and the other of the future
ELSEWHERE = 0.5  # left of two figures when the later is told of a place of its own


def plan(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "3,000 flats are to be built" against "1,400 were built": a plan, and what came of another one."""
    if finding.kind != Kind.QUANTITY:
        return 1.0, None
    when = {told_as(side, indices) for side, indices in ((pair.a, finding.a), (pair.b, finding.b))}
    return (WAS_AND_WILL_BE, ("guard.tense", {})) if when == {"past", "future"} else (1.0, None)


def told_as(side: Side, indices: tuple[int, ...]) -> str:
    """Whether the clause of a figure tells of what has been done or of what is to come; nothing where it is open."""
    found, tables = side.frame, lexicon(side.frame.language)
    clauses = {(found.words[index].clause, found.words[index].part) for index in indices}
    cue = side.statement.cue_span
    inside = [w for w in found.words if (w.clause, w.part) in clauses and not (cue and cue.start <= w.start < cue.end)]
    done = [word for word in inside if word_tense(word.lower, found.language) in ("past", "participle")]
    if found.language == "en" and any(word.lower in tables.modality.coming for word in inside):
        done = [word for word in done if word.lower != word.lemma]  # "will shut", "would cut"
    planned = any(word.lower in tables.figures.planning for word in inside)
    coming = any(word.lower in tables.modality.coming for word in inside)
    if coming and found.language == "de":  # "werden vermisst" is no future
        verbs = (w for w in inside if w.text[:1].islower() and w.lower not in tables.modality.coming)
        coming = any(w.lower == w.lemma and w.lower.endswith("n") for w in verbs)
    if (planned or coming) and not done:
        return "future"
    return "past" if done and not planned else ""


def of_a_place(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """ "In Oberau 71 percent voted against", behind a figure of the whole: a place that nobody has spoken of there."""
    if finding.kind != Kind.QUANTITY or pair.a.frame.language != pair.b.frame.language:
        return 1.0, None
    for one, other, told in ((pair.a, pair.b, finding.a), (pair.b, pair.a, finding.b)):
        if pair.same_article and one.statement.char_start < other.statement.char_start:
            continue
        clauses = {one.frame.words[index].clause for index in told}
        named = {name: at for name, at in places(one).items() if one.frame.words[at].clause in clauses or at == 1}
        known = {f"n:{name}" for name in other.names} | {f"p:{code}" for code in other.states}
        known |= other.context.features.keys()
        if named and not any(name.rpartition(":")[0] in known or name in known for name in named):
            words = ", ".join(sorted(one.frame.words[at].text for at in named.values()))
            return ELSEWHERE, ("guard.places", {"words": words})
    return 1.0, None
