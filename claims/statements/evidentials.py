"""Hearsay and what a sentence points back at: 'soll', 'will gesehen haben', 'Das teilte X mit'."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.language.clauses import is_reported_mood
from claims.statements.attribution import speaker_of
from claims.statements.cues import cue_words
from claims.statements.floating import can_speak
from claims.statements.mentions import main_subject
from claims.statements.reported import behind_semicolon, with_insertion
from claims.statements.scene import Form, Found, Scene, clause_number, minus
from claims.statements.stance import stance_of

HEARSAY_REACH = 1  # sentences back to the source that a "soll" goes on with; plans farther away are the author's


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
        last = clause.end - 1
        while last > clause.start and not analysis.is_word(last):
            last -= 1
        claims = clause.finite >= 0 and analysis.lower[clause.finite] in words.claims
        followed = clause.end < sentence.end - 1 and last - clause.finite == 2  # "will gesehen haben, dass …"
        if claims and analysis.lower[last] in words.perfect and (last - clause.finite > 2 or followed):
            # "Ein Nachbar will einen Knall gehört haben"
            mention = main_subject(analysis, sentence, clause_number(sentence, clause.start))
            if mention is not None:
                whole = (sentence.start, sentence.end)
                rule = f"{analysis.language}.will"
                act = minus(analysis, whole, [with_insertion(analysis, sentence, clause.finite, mention)])
                scene.add(Found(rule, number, Form.REPORTED, (whole,), mention, (clause.finite,), act=act))
                scene.remember(mention, number)
                return


def pointing(scene: Scene, number: int) -> None:
    """ "Das teilte X mit", "Diese Zahl nannte X": the sentence before is what was said."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    first = sentence.start
    if number == 0 or scene.of_sentence(number) or not sentence.clauses:
        return
    low = analysis.lower[first]
    alone = low in analysis.grammar.demonstratives or any(low in cue.entry.needs for cue in scene.cues_of(number))
    if not alone and low not in analysis.grammar.pointing_determiners:
        return
    near = scene.speaker is not None and scene.speaker_sentence >= number - 1
    before = analysis.sentences[number - 1]
    quotation = None
    if scene.covered(number - 1, before.start, before.end) and scene.of_sentence(number - 1)[0].form is Form.DIRECT:
        quotation = scene.of_sentence(number - 1)[0]
        if not quotation.rule.endswith(".fortsetzung") or not alone or before.block != sentence.block:
            return
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        source = cue.entry.name in cue_words(analysis.language).out_of
        if clause_number(sentence, cue.finite) != 0 or (cue.entry.weak and not source) or cue.verb in scene.used:
            continue
        if cue.finite != first + 1 and (alone or cue.finite != first + 2):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if mention and mention[0] == first:
            mention = None
        if mention is None and not (cue.passive or source):
            continue
        if mention is not None and low in cue.entry.needs and not can_speak(analysis, mention):
            continue  # "Darauf weist der Umstand hin"
        if near and is_reported_mood(analysis.lower[cue.finite], analysis.language):
            continue  # "Diese seien angekündigt gewesen", "Das habe ein Helfer so gemeldet": the last speaker goes on
        if quotation is not None:
            if mention is not None and cue.entry.group == "say":  # "„A.“ Das sagte X": nobody framed it before
                scene.used.add(cue.verb)
                quotation.mention, quotation.antecedent, quotation.only_benchmark = mention, meant, False
                quotation.cue, quotation.rule = cue.tokens, f"{analysis.language}.zitat.danach"
                scene.remember(meant or mention, number)
            return
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
        mark = next((i for i in range(cue.finite, sentence.end) if analysis.tokens[i].text == ";"), sentence.end)
        if mention is not None and (rest := behind_semicolon(scene, number, mark)) is not None:
            rule = f"{analysis.language}.konjunktiv"  # "Das bestreitet X; die Balken seien faul"
            scene.add(Found(rule, number, Form.INDIRECT, (rest,), mention, antecedent=meant))
        scene.remember(mention, number)
        return
