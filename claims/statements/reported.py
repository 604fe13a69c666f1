"""Acts of speech told in the narrator's words: "kritisierte die Pläne", "dementierte diese Information"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind, Sentence
from claims.statements.cues import Cue, cue_words
from claims.statements.direct import named, quotations_of, small_word
from claims.statements.mentions import speaker_of
from claims.statements.scene import Form, Found, Range, Scene, clause_number, minus
from claims.statements.stance import negated, stance_of

HEARSAY_REACH = 1  # sentences back to the source that a "soll" goes on with; plans farther away are the author's
EVENT_CONFIDENCE = 0.25  # an act that is told as a mere event as often as not
INSIDE = ("nomen", "wonach", "demnach", "fragment", "im_satz", "frei")  # parts of an act, no statement beside it


def reported(scene: Scene, number: int) -> None:
    """Cues of the reported acts that have no content clause: their clause, or the sentence, is the statement."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    alone = not scene.of_sentence(number)
    for cue in scene.cues_of(number):
        if not cue.entry.reported or cue.verb in scene.used or cue.infinitive or cue.modal:
            continue
        clause = sentence.clauses[cue.clause]
        contrast = analysis.lower[clause.start] in analysis.grammar.contrast_openers
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not contrast:
            continue
        beside = [item for item in scene.of_sentence(number) if item.rule.rsplit(".", 1)[-1] not in INSIDE]
        if any(a <= cue.verb < b for item in beside for a, b in item.pieces if item.form is not Form.REPORTED):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if (cue.passive and mention is None) or (not alone and mention is None):
            continue
        if negated(analysis, sentence, cue) and cue.entry.group not in ("deny", "demand", "doubt"):
            continue
        whole = (sentence.start, sentence.end)
        stretch = whole if not beside and not contrast else _own_stretch(scene, sentence, cue, number)
        holes = [mention] if mention and stretch[0] <= mention[0] < stretch[1] else []
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
                (whole,) if alone else (stretch,),
                mention,
                cue.tokens,
                stance_of(analysis, sentence, cue),
                meant,
                act=minus(analysis, stretch, holes),
                group=cue.entry.group,
                word=cue.entry.name,
                confidence=EVENT_CONFIDENCE if cue.entry.event else 0.0,
                only_reader=quoted or not alone,
            )
        )
        scene.remember(mention, number)
        alone = False


def _own_stretch(scene: Scene, sentence: Sentence, cue: Cue, number: int) -> Range:
    """The clause of the cue, up to the coordinator before another cue, from the one after an earlier cue."""
    analysis = scene.analysis
    first = clause_number(sentence, cue.finite)
    clause = sentence.clauses[cue.clause]
    start = sentence.clauses[first].start if 0 <= first < cue.clause else clause.start
    end = clause.end
    for other in scene.cues_of(number):
        if other.clause != cue.clause or other.verb == cue.verb:
            continue
        low, high = sorted((other.finite, cue.finite))
        between = [i for i in range(low, high) if analysis.lower[i] in analysis.grammar.coordinators]
        if between and other.finite > cue.finite:
            end = min(end, between[-1])
        elif between:
            start = max(start, between[-1] + 1)
    return start, end


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
            if analysis.lower[index] not in words.words or analysis.inside[index] >= 0:
                continue
            perfect = any(analysis.lower[place] in words.perfect for place in range(clause.end - 2, clause.end))
            near = scene.speaker if scene.speaker_sentence >= number - HEARSAY_REACH else None
            if not perfect and near is None:
                return  # a plan, told by the author
            scene.add(
                Found(
                    f"{analysis.language}.soll.perfekt" if perfect else f"{analysis.language}.soll",
                    number,
                    Form.FREE,
                    ((sentence.start, sentence.end),),
                    near,
                    only_benchmark=True,
                )
            )
            return


def pointing(scene: Scene, number: int) -> None:
    """ "Das teilte X mit", "Diese Zahl nannte X": the sentence before is what was said."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    first = sentence.start
    if number == 0 or scene.of_sentence(number) or not sentence.clauses:
        return
    low = analysis.lower[first]
    alone = low in analysis.grammar.demonstratives
    if not alone and low not in analysis.grammar.pointing_determiners:
        return
    before = analysis.sentences[number - 1]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        source = cue.entry.verb == "gehen"
        if cue.clause != 0 or (cue.entry.weak and not source) or cue.verb in scene.used:
            continue
        if cue.finite != first + 1 and (alone or cue.finite != first + 2):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if mention and mention[0] == first:
            mention = None
        if mention is None and not alone:
            continue
        scene.used.add(cue.verb)
        scene.found = [item for item in scene.found if item.sentence != number - 1 or item.form is not Form.FREE]
        scene.add(
            Found(
                f"{analysis.language}.das",
                number,
                Form.INDIRECT,
                ((before.start, before.end), (first, cue.finite)),
                mention,
                cue.tokens,
                stance_of(analysis, sentence, cue),
                meant,
            )
        )
        scene.remember(mention, number)
        return
