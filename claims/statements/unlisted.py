"""Frames behind their content whose verb no list has: "Das sei zu teuer, ätzte X", "“…,” she sobbed"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements import subjects
from claims.statements.clausal_words import clausal_words
from claims.statements.content_limits import finite_like, mood_at
from claims.statements.direct import quotations_of
from claims.statements.floating import can_speak, is_person
from claims.statements.phrases import phrase_at
from claims.statements.scene import Form, Found, Range, Scene, trim
from claims.statements.source_words import source_words
from claims.statements.subjects_after import after

ENDS = (",", "?", "!")  # before the closing mark of words that a frame follows
LONGEST_FRAME = 9  # words of a subject with its verb


def closing(scene: Scene, number: int) -> None:
    """ "Lange habe das verschlafen, befand Fraktionschef Wagner": a verb and a subject, nothing else, behind the words
    in the mood of reported speech."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if len(sentence.clauses) < 2 or scene.of_sentence(number):
        return
    last = sentence.clauses[-1]
    verb, comma = last.start, last.start - 1
    if analysis.tokens[comma].text != "," or not finite_like(analysis, verb) or verb + 1 >= last.end:
        return
    if analysis.lower[verb] in analysis.grammar.auxiliaries | analysis.grammar.closed:
        return
    mood = mood_at(analysis, sentence.start, comma, conditional=False)
    phrase = phrase_at(analysis, verb + 1, last.end)
    whole = phrase is not None and not any(analysis.is_word(i) for i in range(phrase.end, sentence.end))
    piece = trim(analysis, sentence.start, comma)
    if mood < 0 or analysis.inside[mood] >= 0 or phrase is None or not whole or phrase.oblique or piece is None:
        return
    mention = (phrase.start, phrase.end)
    heard = mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in scene.surnames
    if heard or can_speak(analysis, mention):
        scene.add(Found(f"{analysis.language}.konjunktiv", number, Form.INDIRECT, (piece,), mention, (verb,)))
        scene.remember(mention, number)


def quoted(scene: Scene, number: int) -> None:
    """Right behind quoted words that end with a comma: "“His wallet had gone,” she sobbed", "“…,” sobbed Ann Lee"; so
    of what is written: "“…,” a statement read"."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for item in quotations_of(scene, sentence):
        if analysis.tokens[item.end - 2].text not in ENDS or scene.covered(number, item.start, item.end):
            continue
        frame = _frame(analysis, sentence, item.end)
        if frame is None:
            continue
        mention, verb = frame
        rule = f"{analysis.language}.said"
        scene.add(Found(rule, number, Form.DIRECT, ((item.start, item.end),), mention, (verb,)))
        scene.remember(mention, number)


def verdict(scene: Scene, number: int) -> None:
    """ "“They have made up their minds,” was her verdict", "„Zu spät“, lautet sein Urteil", "… the verdict of X"."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for item in quotations_of(scene, sentence):
        start = item.end + (item.end < sentence.end and analysis.tokens[item.end].text == ",")
        noun = next((i for i in range(start + 2, min(start + 5, sentence.end)) if _judges(scene, i)), -1)
        if noun < 0 or analysis.lower[start] not in analysis.grammar.be | scene.words.nominal.links:
            continue
        mention = _owner(analysis, sentence, start + 1, noun)
        if mention is None or scene.covered(number, item.start, item.end):
            continue
        rule = f"{analysis.language}.verdict"
        scene.add(Found(rule, number, Form.DIRECT, ((item.start, item.end),), mention, (start,)))
        scene.remember(mention, number)


def _judges(scene: Scene, index: int) -> bool:
    return scene.analysis.lower[index] in scene.words.nominal.verdicts


def _owner(analysis: Analysis, sentence: Sentence, start: int, noun: int) -> Range | None:
    """Whose it is: the possessive before the noun, or the phrase behind it."""
    if analysis.lower[start] in analysis.grammar.possessives - analysis.grammar.first_possessives:
        return (start, start + 1)
    if analysis.lower[noun - 1].endswith(("'s", "’s")):
        return (start, noun)
    link = noun + 1
    if link + 1 >= sentence.end:
        return None
    linked = analysis.lower[link] in analysis.grammar.belonging
    if not linked and analysis.lower[link] not in analysis.grammar.genitive_determiners:
        return None
    if analysis.grammar.small_nouns:
        return after(analysis, sentence, link)
    phrase = phrase_at(analysis, link + linked, sentence.end, True)
    return (phrase.start, phrase.end) if phrase is not None else None


def _written(analysis: Analysis, mention: Range) -> bool:
    """ "The statement", "a post on X": what can be read."""
    return any(analysis.lower[i] in source_words(analysis.language).documents.nouns for i in range(*mention))


def _frame(analysis: Analysis, sentence: Sentence, start: int) -> tuple[Range, int] | None:
    """(subject, verb) of the words from ``start`` to the next mark, if they are that and an adverbial at most."""
    stop = start
    while stop < sentence.end and analysis.is_word(stop) and analysis.inside[stop] < 0:
        stop += 1
    for verb in range(start, min(stop, start + LONGEST_FRAME)):
        reads = analysis.lower[verb] in clausal_words(analysis.language).reading
        if not analysis.tokens[verb].text.islower() or not (reads or analysis.lower[verb].endswith("ed")):
            continue
        mention = subjects.before(analysis, sentence, verb) if verb > start else after(analysis, sentence, verb)
        fits = mention is not None and (mention[0] == start or verb == start)
        if mention is None or not fits:
            return None
        if reads and not _written(analysis, mention):
            return None  # "“I am sorry,” she read aloud"
        if not (reads or is_person(analysis, mention) or analysis.capital(mention[1] - 1)):
            return None
        return mention, verb
    return None
