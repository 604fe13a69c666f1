"""What is confirmed beside what is said of it: "Er bestätigte Gespräche, unterschrieben sei nichts"."""

from __future__ import annotations

from claims.statements.candidates import is_time
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrases
from claims.statements.scene import Form, Found, Range, Scene, minus


def confirmed(scene: Scene, number: int, cue: Cue, mention: Range) -> Found | None:
    """ "Er bestätigte Gespräche, unterschrieben sei nichts": what is confirmed is the object and not what follows."""
    analysis = scene.analysis
    clause = analysis.sentences[number].clauses[cue.clause]
    if cue.entry.group != "confirm" or not cue.entry.reported or cue.passive:
        return None
    told = any(
        not (phrase.preposition or phrase.pronoun or is_time(analysis, phrase))
        and (phrase.end <= mention[0] or phrase.start >= mention[1])
        for phrase in phrases(analysis, clause.start, clause.end)
    )
    whole = (clause.start, clause.end)
    act = minus(analysis, whole, [mention])
    rule = f"{analysis.language}.akt"
    stance, word = cue.entry.stance, cue.entry.name
    group = cue.entry.group
    if not told or not act:
        return None
    return Found(rule, number, Form.REPORTED, (whole,), mention, cue.tokens, stance, act=act, group=group, word=word)
