"""Whether a claim is nothing but a deed by its noun, told of as done: "spoke of an evacuation of the school"."""

from __future__ import annotations

from claims.conflicts.side import Side, nominal
from claims.language.lemmas import lemma
from claims.models import Stance
from claims.topics.lexicon import lexicon

_TELLING = frozenset({Stance.ASSERTS, Stance.CONFIRMS})


def told_as_done(side: Side, index: int) -> bool:
    """ "Sprach von einer Räumung der Halle", "confirmed a swap of prisoners": the noun at ``index`` is what is told of,
    and it is neither denied nor possible nor to come."""
    found, words, said = side.frame, side.frame.words, side.statement
    if said.stance not in _TELLING or not _tells_of(side) or found.scope.negative(index) or found.denied >= 0:
        return False
    clause = words[index].clause
    if clause in found.scope.hedged | found.scope.wished | found.scope.conditional | found.scope.offered:
        return False
    cue = said.cue_span
    before = [w for w in words[:index] if cue is None or not cue.start <= w.start < cue.end]
    ahead = any(dated.value[:10] > side.day[:10] for dated in side.dates)
    planned = any(
        mention.group == "status" and mention.index < index and not _cued(side, mention.index)
        for mention in found.mentions
    )
    if ahead or planned or any(w.clause != clause or w.kind != "word" for w in before):
        return False
    if found.language == "de":
        return words[index].text[:1].isupper() and not any(w.text[:1].isupper() for w in before[1:])
    behind = words[index + 1 : index + 2]
    bound = lexicon("en").function.bound
    ends = not behind or behind[0].clause != clause or behind[0].lower in bound
    return ends and not any(w.lower in bound for w in before) and (nominal(side, index) or bool(before))


def _tells_of(side: Side) -> bool:
    """The words of the attribution tell of something that was done: "sprach von", "confirmed"."""
    parts = side.statement.cue.lower().split()
    if not parts:
        return False
    language = side.frame.language
    known = lexicon(language).polarity.telling_of
    return " ".join((lemma(parts[0], language), *parts[1:])) in known or " ".join(parts) in known


def _cued(side: Side, index: int) -> bool:
    cue, word = side.statement.cue_span, side.frame.words[index]
    return cue is not None and cue.start <= word.start < cue.end
