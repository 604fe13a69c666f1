"""What is confirmed beside what is said of it: "Er bestätigte Gespräche, unterschrieben sei nichts"."""

from __future__ import annotations

from claims.statements.candidates import is_time
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrases
from claims.statements.scene import Form, Found, Range, Scene, minus


def confirmed(scene: Scene, number: int, cue: Cue, mention: Range) -> Found | None:
    """The act, where the verb has an object: what follows is said and not confirmed."""
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
    if not told or not act:
        return None
    return Found(
        f"{analysis.language}.akt",
        number,
        Form.REPORTED,
        (whole,),
        mention,
        cue.tokens,
        cue.entry.stance,
        act=act,
        group=cue.entry.group,
        word=cue.entry.name,
    )
