"""Who passed the words on where endings and not the order of words show it: "sagte Roth laut KTN", "wird vom Landboten
zitiert", "sagte Roth, berichtet der Landbote"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.candidates import is_time
from claims.statements.clausal_words import ClausalWords, clausal_words
from claims.statements.cues import cue_words
from claims.statements.floating import can_speak
from claims.statements.phrases import phrase_at
from claims.statements.scene import Found, Range, Scene, clause_number, minus

SOURCES = ("laut", "nach", "zufolge")  # rules of a source without a verb
AGENT_REACH = 6  # words between "von" and the participle: "von der Agentur KTN verbreiteten"


def channelled(scene: Scene, number: int) -> None:
    """Each source beside somebody's own frame becomes the channel of that statement."""
    for outer in [item for item in scene.of_sentence(number) if item.mention is not None]:
        _drawing_on(scene, number, outer)
        _relayed(scene, number, outer)
    told = [item for item in scene.of_sentence(number) if item.mention and item.cue and not item.only_benchmark]
    sentence = scene.analysis.sentences[number]
    for item in told:
        item.via = tuple(whose(scene.analysis, source) for source in item.via)
        if item.via or item.rule.rsplit(".", 1)[-1] in SOURCES:
            continue
        source = _beside(scene, number, item) or _quoting(scene.analysis, sentence, item)
        source = source or _carried(scene.analysis, sentence, item)
        if source is not None and source != item.mention:
            item.via = (source,)
            if scene.speaker == item.mention:
                scene.channel = item.via


def _relayed(scene: Scene, number: int, outer: Found) -> None:
    """ "Sagte Roth, berichtet der Landbote", "wie der Landbote berichtet, sagte Roth": the outer frame is no part of
    what is said, and whoever only passes on has no statement of his own where another's frame fills his."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    relays = outer.word.split("+")[0] in words.relaying
    behind = outer.rule.endswith(".wie")
    if not (relays or behind) or outer.mention is None or (outer.only_benchmark and not behind):
        return
    outlet = relays and _outlet(analysis, outer.mention, words)  # a witness who tells of another's words speaks himself
    sentence = analysis.sentences[number]
    frame = minus(analysis, (sentence.start, sentence.end), outer.pieces)
    for item in scene.of_sentence(number):
        own = item.mention is not None and _within(item.mention, outer.pieces) and item.cue and not item.confidence
        if (
            item is outer
            or item.only_benchmark
            or not own
            or not _within((item.cue[0], item.cue[-1] + 1), outer.pieces)
        ):
            continue
        item.pieces = _without(analysis, item.pieces, frame)
        item.act = _without(analysis, item.act, frame)
        if outlet and not _pronoun(analysis, item.mention) and not item.via and _fills(analysis, item, outer):
            item.via = (outer.mention,)
            outer.only_benchmark = True
            scene.remember(item.antecedent or item.mention, number)
            scene.channel = item.via


def _without(analysis: Analysis, pieces: tuple[Range, ...], holes: tuple[Range, ...]) -> tuple[Range, ...]:
    """The pieces without the holes; as they were where nothing would be left."""
    return tuple(part for piece in pieces for part in minus(analysis, piece, holes)) or pieces


def _within(range_: Range, pieces: tuple[Range, ...]) -> bool:
    return any(start <= range_[0] and range_[1] <= end for start, end in pieces)


def _pronoun(analysis: Analysis, mention: Range | None) -> bool:
    return mention is not None and not any(analysis.capital(i) or analysis.inside[i] >= 0 for i in range(*mention))


def _fills(analysis: Analysis, item: Found, outer: Found) -> bool:
    """Whether the frame of ``item`` and its words are all that the outer frame tells."""
    assert item.mention is not None
    start = min(item.start, item.mention[0], *item.cue)
    end = max(item.end, item.mention[1], *(index + 1 for index in item.cue))
    rest = (*range(outer.start, start), *range(end, outer.end))
    return sum(analysis.is_word(index) for index in rest) <= 1


def _drawing_on(scene: Scene, number: int, item: Found) -> None:
    """ "Meldete die Zeitung unter Berufung auf Roth": Roth said it, and the paper passes it on."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    words = clausal_words(analysis.language)
    relays = item.word.split("+")[0] in words.relaying and not item.only_benchmark
    if not relays or item.mention is None or not _outlet(analysis, item.mention, words):
        return
    for index in range(sentence.start, sentence.end - 3):
        if analysis.inside[index] >= 0 or " ".join(analysis.lower[index : index + 3]) not in words.drawing_on:
            continue
        phrase = phrase_at(analysis, index + 3, sentence.end, True)
        if phrase is None or phrase.pronoun or not _somebody(scene, (phrase.start, phrase.end)):
            return  # "unter Berufung auf Kreise", "auf ein Papier": nobody to whom the words could be given
        item.pieces = _without(analysis, item.pieces, ((index, phrase.end),))
        item.via, item.mention, item.antecedent = (item.mention,), (phrase.start, phrase.end), None
        scene.remember(item.mention, number)
        scene.channel = item.via
        return


def _somebody(scene: Scene, range_: Range) -> bool:
    """Whether a phrase means one who can have said it: no circles, nothing in print."""
    analysis = scene.analysis
    circles = any(analysis.lower[i].endswith(scene.words.before.circles) for i in range(*range_))
    return can_speak(analysis, range_) and not circles and not scene.written(range_)


def _beside(scene: Scene, number: int, item: Found) -> Range | None:
    """The source in the clause of the frame: "sagte Roth laut KTN", not what only is in print: "laut Mitteilung"."""
    sentence = scene.analysis.sentences[number]
    for other in scene.of_sentence(number):
        if other.rule.rsplit(".", 1)[-1] not in SOURCES or not other.only_benchmark or other.mention is None:
            continue
        source = whose(scene.analysis, other.mention)
        same = clause_number(sentence, other.cue[0]) == clause_number(sentence, item.cue[0])
        if same and other.antecedent is None and not scene.written(source) and not _pronoun(scene.analysis, source):
            return source
    return None


def whose(analysis: Analysis, source: Range) -> Range:
    """Of "Angaben der Agentur" the agency."""
    words = clausal_words(analysis.language)
    for index in range(source[0], source[1] - 1):
        behind = analysis.lower[index + 1]
        agent = behind in analysis.grammar.agent_prepositions
        if analysis.lower[index] in words.told_by and (agent or behind in analysis.grammar.determiners):
            start = index + 1 + agent
            return (start, source[1]) if start < source[1] else source
    return source


def _quoting(analysis: Analysis, sentence: Sentence, item: Found) -> Range | None:
    """Who quotes in "wird vom Landboten zitiert", "wird im Landboten zitiert"; of "der Sprecher von Nord wird zitiert"
    nobody, unless what stands behind the speaker is an outlet."""
    words = clausal_words(analysis.language)
    if item.word.split("+")[0] not in cue_words(analysis.language).quoted or item.antecedent is not None:
        return None
    for index in range(sentence.start, sentence.end - 1):
        low = analysis.lower[index]
        printed = low in words.printed_in
        if not printed and low not in analysis.grammar.agent_prepositions:
            continue
        if _within((index, index + 1), item.pieces) or analysis.inside[index] >= 0:
            continue
        phrase = phrase_at(analysis, index + 1, sentence.end, True)
        if phrase is None or phrase.pronoun or is_time(analysis, phrase):
            continue
        near = item.mention is not None and item.mention[0] < index <= item.mention[1]
        if not _outlet(analysis, (phrase.start, phrase.end), words) and (printed or near):
            continue
        if near and item.mention is not None:
            item.mention = (item.mention[0], index)  # "wurde Roth | vom Landboten zitiert"
        return phrase.start, phrase.end
    return None


def _outlet(analysis: Analysis, range_: Range, words: ClausalWords) -> bool:
    """Whether a phrase names an outlet: by its word, in quotation marks or as letters: "Landbote", „Kompass“, "KTN"."""
    letters = any(analysis.tokens[i].text.isupper() and len(analysis.tokens[i].text) > 1 for i in range(*range_))
    marked = any(analysis.inside[i] >= 0 for i in range(*range_))
    return letters or marked or any(analysis.lower[i].endswith(tuple(words.outlet_words)) for i in range(*range_))


def _carried(analysis: Analysis, sentence: Sentence, item: Found) -> Range | None:
    """ "In einer von KTN verbreiteten Erklärung sagte Roth": what he said came through KTN."""
    words = clausal_words(analysis.language)
    for index in range(sentence.start + 2, sentence.end - 1):
        if analysis.lower[index] not in words.passing or analysis.lower[index + 1] not in words.remarks:
            continue
        if _within((index, index + 1), item.pieces) or analysis.inside[index] >= 0:
            continue
        if clause_number(sentence, index) != clause_number(sentence, item.cue[0]):
            continue
        for by in range(index - 2, max(sentence.start, index - AGENT_REACH) - 1, -1):
            if analysis.lower[by] in analysis.grammar.agent_prepositions:
                stops = (i for i in range(by + 1, index) if analysis.lower[i] in analysis.grammar.prepositions)
                return by + 1, next(stops, index)
    return None
