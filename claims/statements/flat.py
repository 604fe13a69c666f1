"""A word before the frame that only denies what was said: "Nein, sagt X", "Nonsense, said X", "Not so, X said"."""

from __future__ import annotations

from claims.models import Stance
from claims.statements import subjects
from claims.statements.attribution import speaker_of
from claims.statements.cues import cue_words
from claims.statements.floating import can_speak
from claims.statements.scene import Form, Found, Range, Scene, trim
from claims.statements.source_words import source_words
from claims.statements.subjects_after import after

LONGEST = 3  # words of such a denial


def flat(scene: Scene, number: int) -> None:
    """The words before the first comma where they are such a denial and nothing but who says it follows."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    near = range(sentence.start + 1, min(sentence.end - 1, sentence.start + LONGEST + 1))
    comma = next((i for i in near if analysis.tokens[i].text == ","), -1)
    asked = number > 0 and analysis.tokens[sentence.start - 1].text == "?"  # "Can it be saved? No, says the board"
    if comma < 0 or asked or analysis.inside[sentence.start] >= 0:
        return
    words = " ".join(analysis.lower[sentence.start : comma])
    piece = trim(analysis, sentence.start, comma)
    if words not in source_words(analysis.language).flat.words or piece is None:
        return
    told = _by_word_order(scene, number, comma) if analysis.grammar.inline_content else _by_cue(scene, number, comma)
    if told is None:
        return
    mention, cue = told
    scene.used.update(cue)
    rule = f"{analysis.language}.nein"
    scene.add(Found(rule, number, Form.INDIRECT, (piece,), mention, cue, Stance.DENIES, group="deny"))
    scene.remember(mention, number)


def _by_cue(scene: Scene, number: int, comma: int) -> tuple[Range, tuple[int, ...]] | None:
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        if cue.finite == comma + 1 and cue.entry.group == "say":
            mention, _ = speaker_of(analysis, sentence, cue, sources)
            if mention is not None and mention[0] > comma and can_speak(analysis, mention):
                return mention, cue.tokens
    return None


def _by_word_order(scene: Scene, number: int, comma: int) -> tuple[Range, tuple[int, ...]] | None:
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    verb = next((one for one in scene.verbs_of(number) if one.first > comma and one.form == "finite"), None)
    if verb is None or verb.entry.group != "say":
        return None
    inverted = verb.first == comma + 1
    mention = after(analysis, sentence, verb.last) if inverted else subjects.before(analysis, sentence, verb.first)
    return (mention, verb.tokens) if mention is not None and mention[0] > comma else None
