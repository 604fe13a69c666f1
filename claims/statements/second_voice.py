"""Where German gives the word to somebody else: "…, der Mann sei bewaffnet gewesen, seine Familie bestreitet das"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.language.clauses import is_reported_mood
from claims.statements.mentions import main_subject
from claims.statements.occurrences import Cue
from claims.statements.preposed import CORE
from claims.statements.scene import Scene

OUTER = (ClauseKind.MAIN, ClauseKind.FRAGMENT)
BORDERS = (",", ";", "–")  # before the clause in which another speaks


def second_voice(scene: Scene, number: int, start: int) -> int:
    """The start of the first main clause behind ``start`` in which another speaks, told by the narrator; the end of
    the sentence if there is none. The narrator's indicative tells it from what is said in the mood of reported speech.
    """
    sentence = scene.analysis.sentences[number]
    starts = (
        sentence.clauses[cue.clause].start
        for cue in scene.cues_of(number)
        if sentence.clauses[cue.clause].start > start and _another(scene, number, cue)
    )
    return min(starts, default=sentence.end)


def _another(scene: Scene, number: int, cue: Cue) -> bool:
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    clause = sentence.clauses[cue.clause]
    if clause.kind not in OUTER or cue.passive or cue.infinitive or not clause.start <= cue.finite < clause.end:
        return False
    if cue.entry.group not in CORE and not cue.entry.reported:
        return False
    if analysis.tokens[clause.start - 1].text not in BORDERS or analysis.inside[cue.finite] >= 0:
        return False
    low = analysis.lower[cue.finite]
    if is_reported_mood(low, analysis.language) or low in analysis.grammar.conditional_mood:
        return False
    subject = main_subject(analysis, sentence, cue.clause, cue.finite)
    if subject is None or not clause.start <= subject[0] < cue.finite:
        return False
    return any(analysis.capital(index) for index in range(*subject))
