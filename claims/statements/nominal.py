"""Nouns that announce what was said: "die Forderung, …", "mit der Begründung, …", "wagte die Prognose, …"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.statements.content_limits import content_end, mood_at
from claims.statements.mentions import main_subject
from claims.statements.phrases import phrases
from claims.statements.scene import Form, Found, Scene, trim


def nominal(scene: Scene, number: int) -> None:
    """A content clause right after a noun of saying."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place in range(1, len(sentence.clauses)):
        clause = sentence.clauses[place]
        mood = mood_at(analysis, clause.start, clause.end)
        spoken = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and mood >= 0
        if not spoken and clause.kind not in (ClauseKind.CONTENT, ClauseKind.INFINITIVE):
            continue
        if analysis.lower[clause.start] in analysis.grammar.infinitive_openers | analysis.grammar.coordinators:
            continue
        before = sentence.clauses[place - 1]
        near = [phrase for phrase in phrases(analysis, before.start, before.end) if not phrase.pronoun]
        # the noun stands last, or before a particle or participle that closes its clause
        near = [phrase for phrase in near if before.end - phrase.end <= 2]
        if not near:
            continue
        phrase = near[-1]
        head = next((i for i in range(phrase.start, phrase.end) if analysis.lower[i] in scene.words.nominal.nouns), -1)
        if head < 0:
            # "die Forderung des Verbandes" may be split by a name or a place
            continue
        if scene.covered(number, clause.start, clause.end):
            continue
        if spoken and mood == clause.start:
            continue
        piece = trim(analysis, clause.start, content_end(analysis, sentence, None, clause.start))
        if piece is None:
            continue
        mention = (head + 1, phrase.end) if phrase.end > head + 1 else main_subject(analysis, sentence, place - 1)
        if mention == (phrase.start, phrase.end):
            mention = None
        scene.add(Found(f"{analysis.language}.nomen", number, Form.INDIRECT, (piece,), mention, (head,)))
        if mention is not None:
            scene.remember(mention, number)
