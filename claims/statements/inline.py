"""A content clause that follows its verb without a comma: "She said (that) the road was closed"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.cues import Cue
from claims.statements.mentions import is_time
from claims.statements.phrases import Phrase, phrases
from claims.statements.scene import Form, Found, Range, Scene, clause_at, trim

ADDRESSEE = 6  # tokens that may stand between the verb and the content ("told reporters on Monday")


def subject_before(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """The nearest phrase before the verb that no preposition governs."""
    clause = clause_at(sentence, verb)
    best: Phrase | None = None
    for phrase in phrases(analysis, clause.start, verb):
        if not phrase.preposition and not phrase.oblique and not is_time(analysis, phrase):
            best = phrase
    if best is None and clause.start > sentence.start + 1:
        for phrase in phrases(analysis, sentence.start, clause.start - 1):
            if not phrase.preposition and not phrase.oblique and not is_time(analysis, phrase):
                return (phrase.start, phrase.end)
    return (best.start, best.end) if best else None


def _content(analysis: Analysis, sentence: Sentence, cue: Cue) -> int:
    """Where the content begins after the verb; -1 if none follows."""
    words = analysis.grammar
    lower = analysis.lower
    start = cue.verb + 1
    for index in range(start, min(start + ADDRESSEE, sentence.end)):
        if lower[index] in words.content_subordinators and analysis.inside[index] < 0:
            return index
        if lower[index] == words.infinitive_marker and cue.entry.infinitive and index + 1 < sentence.end:
            return index
        if not analysis.is_word(index):
            break
    for phrase in phrases(analysis, start, min(start + 12, sentence.end)):
        if phrase.preposition or phrase.start > start + 3:
            continue
        place = phrase.end
        while place < sentence.end and lower[place] in words.other_words:
            place += 1
        if place < sentence.end and analysis.is_word(place) and analysis.tokens[place].text[0].islower():
            verb = lower[place]
            if verb in words.auxiliaries or (verb.endswith(("s", "ed")) and verb not in words.closed):
                return phrase.start
    return -1


def inline(scene: Scene, number: int) -> None:
    """A cue with its content behind it, in languages that write no comma there."""
    analysis = scene.analysis
    if not analysis.grammar.inline_content:
        return
    sentence = analysis.sentences[number]
    for cue in scene.cues_of(number):
        if cue.verb in scene.used or cue.infinitive or not cue.entry.content:
            continue
        start = _content(analysis, sentence, cue)
        if start < 0 or scene.covered(number, start, sentence.end):
            continue
        mention = subject_before(analysis, sentence, cue.finite)
        piece = trim(analysis, start, sentence.end)
        if piece is None or mention is None:
            continue
        scene.used.add(cue.verb)
        scene.add(
            Found(f"{analysis.language}.inline", number, Form.INDIRECT, (piece,), mention, cue.tokens, cue.entry.stance)
        )
        scene.remember(mention, number)
