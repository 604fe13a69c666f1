"""Acts of speech told in the narrator's words: "kritisierte die Pläne", "dementierte diese Information"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.statements.cues import cue_words
from claims.statements.direct import named, quotations_of, small_word
from claims.statements.mentions import speaker_of
from claims.statements.scene import Form, Found, Scene, minus

HEARSAY_REACH = 2  # sentences back to the source that a "soll" goes on with


def reported(scene: Scene, number: int) -> None:
    """A cue of the reported acts that has no content clause: the sentence is the statement."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.of_sentence(number):
        return
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        if not cue.entry.reported or cue.verb in scene.used or cue.infinitive or cue.modal:
            continue
        clause = sentence.clauses[cue.clause]
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if cue.passive and mention is None:
            continue
        holes = [mention] if mention and sentence.start <= mention[0] < sentence.end else []
        scene.used.add(cue.verb)
        quoted = any(
            clause.start <= item.start < clause.end and (small_word(scene, item) or named(scene, number, item))
            for item in quotations_of(scene, sentence)
        )
        scene.add(
            Found(
                f"{analysis.language}.akt",
                number,
                Form.REPORTED,
                ((sentence.start, sentence.end),),
                mention,
                cue.tokens,
                cue.entry.stance,
                meant,
                act=minus(analysis, (sentence.start, sentence.end), holes),
                word=cue.entry.name,
                confidence=0.25 if cue.entry.event else 0.0,
                only_reader=quoted,
            )
        )
        scene.remember(mention, number)
        return


def evidential(scene: Scene, number: int) -> None:
    """ "soll": hearsay without a named source."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.of_sentence(number):
        return
    words = scene.words.evidential
    for clause in sentence.clauses:
        if clause.kind is not ClauseKind.MAIN:
            continue
        for index in range(clause.start, clause.end):
            if analysis.lower[index] in words.words and analysis.inside[index] < 0:
                perfect = analysis.lower[clause.end - 1] in ("haben", "sein") or any(
                    analysis.lower[place] in ("haben", "sein") for place in range(clause.end - 2, clause.end)
                )
                scene.add(
                    Found(
                        f"{analysis.language}.soll.perfekt" if perfect else f"{analysis.language}.soll",
                        number,
                        Form.FREE,
                        ((sentence.start, sentence.end),),
                        scene.speaker if scene.speaker_sentence >= number - HEARSAY_REACH else None,
                        only_benchmark=True,
                    )
                )
                return


def pointing(scene: Scene, number: int) -> None:
    """ "Das teilte X mit": the sentence before is what was said."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    first = sentence.start
    if number == 0 or analysis.lower[first] not in analysis.grammar.demonstratives or scene.of_sentence(number):
        return
    before = analysis.sentences[number - 1]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        source = cue.entry.verb == "gehen"
        if cue.clause != 0 or cue.finite != first + 1 or (cue.entry.weak and not source) or cue.verb in scene.used:
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if mention and mention[0] == first:
            mention = None
        scene.used.add(cue.verb)
        scene.add(
            Found(
                f"{analysis.language}.das",
                number,
                Form.INDIRECT,
                ((before.start, before.end), (first, first + 1)),
                mention,
                cue.tokens,
                cue.entry.stance,
                meant,
            )
        )
        scene.remember(mention, number)
        return
