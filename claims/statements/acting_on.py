"""A second act without a subject of its own: "Kolb lobte das Team, kritisierte aber die Leitung"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.statements.floating import can_speak
from claims.statements.phrases import phrase_at
from claims.statements.scene import Range, Scene


def acts_on(scene: Scene, number: int, place: int, finite: int) -> Range | None:
    """Who did the act of the clause before the one at ``place``, which opens with its verb ``finite`` behind a comma
    and names nobody else: not of "Die Stadt lehnt den Plan ab, kritisiert Kolb"."""
    analysis = scene.analysis
    clause = analysis.sentences[number].clauses[place]
    if finite != clause.start or place == 0 or analysis.tokens[clause.start - 1].text != ",":
        return None
    before = analysis.sentences[number].clauses[place - 1]
    outer = before.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    if not outer or analysis.lower[before.start] in analysis.grammar.contrast_openers:
        return None
    told = [item for item in scene.of_sentence(number) if item.act and item.cue]
    acts = [item for item in told if before.start <= item.cue[0] < before.end]
    behind = phrase_at(analysis, finite + 1, clause.end)
    closes = behind is not None and not any(analysis.is_word(i) for i in range(behind.end, clause.end))
    if not acts or (behind and closes and can_speak(analysis, (behind.start, behind.end))):
        return None
    return acts[-1].mention
