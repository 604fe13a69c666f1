"""Sentences in the mood of reported speech without a cue: the last speaker goes on."""

from __future__ import annotations

from claims.language.analysis import Clause, ClauseKind
from claims.statements.content_limits import finite_like, mood_at, raised
from claims.statements.floating import can_speak
from claims.statements.mentions import before_unknown_verb, main_subject
from claims.statements.scene import Form, Found, Range, Scene, minus, trim

REACH = 3  # sentences back to the last word of the speaker


def continuation(scene: Scene, number: int) -> None:
    """A main clause in Konjunktiv I, or in Konjunktiv II right after the speaker's words, with no cue of its own."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.of_sentence(number) or _unchecked(scene, number) or _own_act(scene, number):
        return
    near = number > 0 and (bool(scene.of_sentence(number - 1)) or _objected(scene, number - 1))
    for clause in sentence.clauses:
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not raised(analysis, clause):
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
        led = _led(scene, number, clause)
        piece = trim(analysis, clause.start, sentence.end) if led is not None else None
        if led is not None and piece is not None:
            rule = f"{analysis.language}.vorspann"
            scene.add(Found(rule, number, Form.INDIRECT, (piece,), led, only_reader=True))
            scene.remember(led, number)
            return
        within = scene.speaker is not None and scene.speaker_sentence >= number - 8
        mention = scene.speaker if within else None
        scene.add(
            Found(
                f"{analysis.language}.fortsetzung",
                number,
                Form.MIXED_FREE,
                ((sentence.start, sentence.end),) if minus(analysis, (sentence.start, sentence.end), []) else (),
                mention,
                via=scene.channel if within else (),
            )
        )
        if within:
            scene.speaker_sentence = number
        return
    _subordinate(scene, number)


def _objected(scene: Scene, number: int) -> bool:
    """ "Der Verband sieht das anders.": an answer that says nothing by itself, so that its grounds follow."""
    groups = {cue.entry.group for cue in scene.cues_of(number) if not (cue.passive or cue.infinitive)}
    return scene.speaker_sentence == number and bool(groups & {"deny", "doubt"})


def _led(scene: Scene, number: int, told: Clause) -> Range | None:
    """ "Prinz ruderte zurück, ein Schreiben habe es gegeben": of whom the narrator tells right before the words."""
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    place = sentence.clauses.index(told) - 1
    while place > 0 and sentence.clauses[place].kind is ClauseKind.RELATIVE:
        place -= 1
    if place < 0 or analysis.tokens[told.start - 1].text not in (",", ";"):
        return None
    before = sentence.clauses[place]
    outer = before.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    if not outer or mood_at(analysis, before.start, before.end) >= 0:
        return None
    if any(finite_like(analysis, index) for index in range(before.start + 1, before.end)):
        subject = main_subject(analysis, sentence, place)
    else:
        subject = before_unknown_verb(analysis, before.start, before.end)
    return subject if subject is not None and can_speak(analysis, subject) else None


def _own_act(scene: Scene, number: int) -> bool:
    """ "Die Wirte halten das für falsch, da A B wäre": the sentence is an act of its own subject."""
    clauses = scene.analysis.sentences[number].clauses
    if not clauses:
        return False
    first = clauses[0]
    return any(
        cue.entry.reported
        and cue.clause == 0
        and cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
        and not (cue.modal or cue.passive or cue.infinitive)
        and mood_at(scene.analysis, first.start, first.end) < 0
        for cue in scene.cues_of(number)
    )


def _unchecked(scene: Scene, number: int) -> bool:
    """ "Unabhängig ließen sich die Angaben nicht überprüfen": the author's remark."""
    sentence = scene.analysis.sentences[number]
    words = set(scene.analysis.lower[sentence.start : sentence.end])
    return any(words.issuperset(phrase.split()) for phrase in scene.words.evidential.unchecked)


def _subordinate(scene: Scene, number: int) -> None:
    """ "…, weil er sich bedroht fühle": only the reason is somebody's words."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place, clause in enumerate(sentence.clauses):
        if clause.kind not in (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE) or place == 0:
            continue
        at = mood_at(analysis, clause.start, clause.end, conditional=False)
        if at < 0 or analysis.inside[at] >= 0 or at < clause.end - 3:
            continue
        piece = trim(analysis, clause.start, clause.end)
        if piece is None:
            continue
        near = scene.speaker if scene.speaker_sentence >= number - REACH else None
        mention = main_subject(analysis, sentence, 0) or near
        rule = f"{analysis.language}.nebensatz"
        scene.add(Found(rule, number, Form.INDIRECT, (piece,), mention, only_benchmark=True))
        return
