"""What was said before somebody, without who said it: "The court heard that …", "…, a jury has been told"; and what an
outlet says it has learned: "The Courier has learned that …"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements import subjects
from claims.statements.clausal_words import clausal_words
from claims.statements.contents import before_frame
from claims.statements.finite_forms import clause_like
from claims.statements.mention_words import mention_words
from claims.statements.scene import Form, Found, Range, Scene, trim

ADDED = 5  # words of a time or place behind the verb


def heard(scene: Scene, number: int) -> None:
    """What was heard, unless a statement names who said it."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for index in range(sentence.start + 1, sentence.end):
        if analysis.inside[index] >= 0:
            continue
        hearer = _hearer(analysis, sentence, index)
        piece = _content(scene, sentence, hearer, index) if hearer is not None else None
        if hearer is None or piece is None:
            continue
        mention, piece = _witness(analysis, index, piece) or (hearer, piece)
        named = [item for item in scene.of_sentence(number) if item.mention and not item.only_benchmark]
        if any(a < piece[1] and piece[0] < b for item in named for a, b in (*item.pieces, item.mention or piece)):
            continue  # "He told police it was safe, the court heard": his
        cue = (index,)
        scene.used.update(cue)
        scene.add(Found(f"{analysis.language}.heard", number, Form.INDIRECT, (piece,), mention, cue))
        return


def _hearer(analysis: Analysis, sentence: Sentence, index: int) -> Range | None:
    """The body that hears, or the outlet that has learned, before the verb at ``index`` and its auxiliaries."""
    words, grammar = clausal_words(analysis.language), analysis.grammar
    low = analysis.lower[index]
    if low not in words.hearing and low not in words.learning:
        return None
    first = index
    while first - 1 > sentence.start and analysis.lower[first - 1] in grammar.be | grammar.have:
        first -= 1
    perfect = analysis.lower[first] in grammar.have
    passive = any(analysis.lower[at] in grammar.be for at in range(first, index))
    mention = subjects.before(analysis, sentence, first)
    if mention is None or passive != (low in words.heard_forms):
        return None
    head = analysis.lower[mention[1] - 1]
    if head in words.hearers and low in words.hearing:
        return mention
    known = perfect if low in words.perfect_forms else low in words.learning or (passive and perfect)
    return mention if known and _is_outlet(analysis, mention) else None


def _witness(analysis: Analysis, verb: int, piece: Range) -> tuple[Range, Range] | None:
    """Of "heard from a nurse, Jo Lamb, that …" who said it, and what."""
    opens = analysis.grammar.content_subordinators
    that = next((i for i in range(piece[0] + 1, piece[1]) if analysis.lower[i] in opens), -1)
    if that < 0 or analysis.lower[piece[0] - 1] not in clausal_words(analysis.language).owner_prepositions:
        return None
    if piece[0] != verb + 2:
        return None
    end = that - (analysis.tokens[that - 1].text == ",")
    return (piece[0], end), (that, piece[1])


def _is_outlet(analysis: Analysis, mention: Range) -> bool:
    names = clausal_words(analysis.language).outlet_words
    return any(analysis.lower[index] in names for index in range(*mention))


def _content(scene: Scene, sentence: Sentence, mention: Range, verb: int) -> Range | None:
    """The clause behind the verb, or what stands before the comma of a frame that ends the sentence."""
    analysis = scene.analysis
    place = verb + 1
    times = mention_words(analysis.language).time_words | analysis.grammar.prepositions
    while place < min(sentence.end, verb + 1 + ADDED) and analysis.lower[place] in times:
        place += 1
    words = clausal_words(analysis.language)
    if place >= sentence.end or not analysis.is_word(place):
        pieces = before_frame(scene, sentence, (mention[0], verb + 1))
        return pieces[0] if pieces else None
    opens = analysis.lower[place] in words.heard_openers
    behind = trim(analysis, place, sentence.end)
    return behind if behind is not None and (opens or clause_like(analysis, *behind)) else None
