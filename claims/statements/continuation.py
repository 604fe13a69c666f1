"""Sentences in the mood of reported speech without a cue: the last speaker goes on."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.statements.content_limits import mood_at
from claims.statements.scene import Form, Found, Scene, minus

REACH = 3  # sentences back to the last word of the speaker


def continuation(scene: Scene, number: int) -> None:
    """A main clause in Konjunktiv I, or in Konjunktiv II right after the speaker's words, with no cue of its own."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.of_sentence(number):
        return
    near = scene.speaker_sentence >= number - 1 and scene.speaker_sentence >= 0
    for clause in sentence.clauses:
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
            continue
        at = mood_at(analysis, clause.start, clause.end, conditional=near)
        if (
            at < 0
            or analysis.inside[at] >= 0
            or (at == sentence.start and analysis.lower[at] in analysis.grammar.imperative_mood)
        ):
            continue
        if scene.speaker is None and analysis.lower[at] in analysis.grammar.conditional_mood:
            continue
        within = scene.speaker is not None and scene.speaker_sentence >= number - 8
        mention = scene.speaker if within else None
        scene.add(
            Found(
                f"{analysis.language}.fortsetzung",
                number,
                Form.MIXED_FREE,
                ((sentence.start, sentence.end),) if minus(analysis, (sentence.start, sentence.end), []) else (),
                mention,
            )
        )
        if within:
            scene.speaker_sentence = number
        return
