"""Words without a verb before the frame: "Nein, sagt X", "Not so, X said", "Kein Grund zur Sorge, sagt X"."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.language.lemmas import is_known, noun_by_lemma
from claims.models import Stance
from claims.statements import subjects
from claims.statements.attribution import speaker_of
from claims.statements.content_limits import finite_like
from claims.statements.cues import cue_words
from claims.statements.floating import can_speak
from claims.statements.scene import Form, Found, Range, Scene, trim
from claims.statements.source_words import source_words
from claims.statements.subjects_after import after

LONGEST = 3  # words of a denial
LONGEST_VERDICT = 8  # words of what else has no verb


def flat(scene: Scene, number: int) -> None:
    """The words before the first comma where they are such a denial and nothing but who says it follows."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    near = range(sentence.start + 1, min(sentence.end - 1, sentence.start + LONGEST_VERDICT + 1))
    comma = next((i for i in near if analysis.tokens[i].text == ","), -1)
    asked = number > 0 and analysis.tokens[sentence.start - 1].text == "?"  # "Can it be saved? No, says the board"
    if comma < 0 or analysis.inside[sentence.start] >= 0:
        return
    words = " ".join(analysis.lower[sentence.start : comma])
    piece = trim(analysis, sentence.start, comma)
    denies = comma - sentence.start <= LONGEST and words in source_words(analysis.language).flat.words
    if piece is None or (denies and asked) or not (denies or _verdict(analysis, sentence.start, comma)):
        return
    told = _by_word_order(scene, number, comma) if analysis.grammar.inline_content else _by_cue(scene, number, comma)
    if told is None:
        return
    mention, cue = told
    if not denies and any(analysis.is_word(i) for i in range(max(mention[1], *(i + 1 for i in cue)), sentence.end)):
        return  # "Kein Kind, sagt X, werde …": what is said goes on
    scene.used.update(cue)
    rule = f"{analysis.language}.nein"
    stance, group = (Stance.DENIES, "deny") if denies else (Stance.ASSERTS, "say")
    scene.add(Found(rule, number, Form.INDIRECT, (piece,), mention, cue, stance, group=group))
    scene.remember(mention, number)


def _verdict(analysis: Analysis, start: int, comma: int) -> bool:
    """ "Kein Grund zur Sorge", "Nicht möglich", "Höchste Zeit", where nouns are written large: a negation, or an
    adjective with its noun and no article, opens what has no verb."""
    grammar, lower = analysis.grammar, analysis.lower
    if grammar.inline_content or comma - start < 2 or not all(analysis.is_word(i) for i in range(start, comma)):
        return False
    if any(finite_like(analysis, i) and lower[i] in grammar.auxiliaries | grammar.finite for i in range(start, comma)):
        return False
    if lower[start] in grammar.negations:
        return True
    described = is_known(lower[start], analysis.language) and not noun_by_lemma(
        analysis.tokens[start].text, analysis.language
    )
    described = described and lower[start].endswith(grammar.adjective_endings) and lower[start] not in grammar.closed
    return described and analysis.capital(start + 1)


def _by_cue(scene: Scene, number: int, comma: int) -> tuple[Range, tuple[int, ...]] | None:
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        if cue.finite == comma + 1 and cue.entry.group in ("say", "think"):
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
