"""Who passed the words on, where the order of words shows it, in a phrase beside the frame: "as quoted by the Herald",
"in remarks carried by the agency"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.clausal_words import clausal_words
from claims.statements.scene import Found, Range, Scene
from claims.statements.subjects_after import after

LED = 3  # words before the participle in which "in" stands: "in televised remarks carried by"


def channels(scene: Scene, number: int) -> None:
    """Each phrase that names who passed words on, for the statements of the sentence that it stands beside."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    words = clausal_words(analysis.language)
    for index in range(sentence.start, sentence.end - 2):
        if analysis.lower[index] not in words.passing or analysis.inside[index] >= 0:
            continue
        source = source_behind(analysis, sentence, index + 1)
        start = _start(analysis, sentence, index)
        if source is None or start < 0:
            continue
        for item in _beside(scene, number, start, source):
            item.via = (source,)


def source_behind(analysis: Analysis, sentence: Sentence, by: int) -> Range | None:
    """Who stands behind "by" at ``by``, or the medium behind "in" and "on", which a name shows."""
    low = analysis.lower[by] if by < sentence.end else ""
    printed = low in clausal_words(analysis.language).printed_in
    if not printed and low not in analysis.grammar.agent_prepositions:
        return None
    phrase = after(analysis, sentence, by)
    if phrase is None:
        return None
    stops = clausal_words(analysis.language).quoted_as
    end = next((i for i in range(*phrase) if analysis.lower[i] in stops or analysis.tokens[i].text == ","), phrase[1])
    named = any(analysis.capital(i) for i in range(phrase[0], end))
    return (phrase[0], end) if end > phrase[0] and (named or not printed) else None


def _start(analysis: Analysis, sentence: Sentence, participle: int) -> int:
    """Where the phrase around the participle begins, at the head of the sentence, behind a comma or with "in" and what
    was said; -1 where it is none: "was quoted by"."""
    words = clausal_words(analysis.language)
    start = participle - (analysis.lower[participle - 1] in words.quoted_as and participle > sentence.start)
    if start == sentence.start or analysis.tokens[start - 1].text == ",":
        return start
    for place in range(start - 1, max(sentence.start, start - 1 - LED) - 1, -1):
        if not analysis.is_word(place):
            return -1
        if analysis.lower[place] in words.printed_in:
            told = any(analysis.lower[i].removesuffix("s") in words.remarks for i in range(place + 1, start))
            return place if told and (place == sentence.start or analysis.tokens[place - 1].text == ",") else -1
    return -1


def _beside(scene: Scene, number: int, start: int, source: Range) -> list[Found]:
    """The statements that the phrase is about: all of the sentence that it opens, else the one right before or the
    one whose speaker stands there: "the statement, carried by the agency, said"."""
    told = [
        item
        for item in scene.of_sentence(number)
        if item.mention is not None and not item.via and not item.only_benchmark and item.parent is None
    ]
    if any(item.mention == source or source[0] <= item.start < source[1] for item in told):
        return []
    if start == scene.analysis.sentences[number].start:
        return told
    own = [item for item in told if item.mention is not None and item.mention[1] in (start, start - 1)]
    before = [item for item in told if max(item.end, *(i + 1 for i in item.cue or (0,))) in (start, start - 1)]
    return own or before[-1:]
