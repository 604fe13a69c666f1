"""What stands beside the verbs of saying: quotations that go on, refusals to comment, quotations after a colon."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.models import Stance
from claims.statements import subjects
from claims.statements.clausal import closing_frame
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words
from claims.statements.finite_forms import clause_like
from claims.statements.scene import Form, Found, Range, Scene, minus, trim
from claims.statements.verbs import Verb

LABEL = 6  # tokens of a speaker label


def leftover(scene: Scene, number: int) -> None:
    """A whole quoted sentence right after quoted words of the same paragraph belongs to them."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.of_sentence(number) or not scene.found or number == 0:
        return
    last = scene.found[-1]
    if last.sentence != number - 1 or analysis.sentences[number - 1].block != sentence.block:
        return
    if any(analysis.inside[index] < 0 and analysis.is_word(index) for index in range(sentence.start, sentence.end)):
        return
    if not any(analysis.inside[index] >= 0 for piece in last.pieces for index in range(*piece)):
        return
    piece = minus(analysis, (sentence.start, sentence.end), [])
    if piece and sum(end - start for start, end in (*last.pieces, *piece)) <= 100:
        last.pieces = (*last.pieces, *piece)
        last.sentence = number
        if last.frame:
            last.frame = (last.frame[0], piece[-1][1])
        scene.speaker_sentence = number


def decline(scene: Scene, number: int) -> None:
    """ "declined to comment": nothing was said, and that is what is told."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for phrase in cue_words(analysis.language).decline.phrases:
        parts = phrase.split()
        for index in range(sentence.start, sentence.end - len(parts) + 1):
            if analysis.inside[index] >= 0 or analysis.lower[index : index + len(parts)] != parts:
                continue
            if any(verb.first > index and closing_frame(scene, sentence, verb) for verb in scene.verbs_of(number)):
                continue  # "The driver declined to give his name, police said": theirs
            joined = index > sentence.start and analysis.lower[index - 1] in analysis.grammar.coordinators
            find = subjects.first if joined else subjects.before
            helper = index - 1
            held = helper > sentence.start and analysis.lower[helper] in analysis.grammar.have  # "has declined"
            mention = find(analysis, sentence, helper if held else index)
            saying = _said_by_itself(scene, number, mention)
            if saying is not None:
                mention = subjects.before(analysis, sentence, saying.first)
                scene.used.update(saying.tokens)
            others = (verb.first - 1 for verb in scene.verbs_of(number) if _another(analysis, verb, index + len(parts)))
            end = min((*others, *_semicolons(scene, number, index)), default=sentence.end)
            piece = trim(analysis, index, end)
            if mention is None or piece is None or scene.covered(number, *piece):
                continue
            cue = tuple(range(index, index + len(parts)))
            scene.used.update(cue)
            scene.add(
                Found(f"{analysis.language}.decline", number, Form.INDIRECT, (piece,), mention, cue, Stance.DECLINES)
            )
            scene.remember(mention, number)
            return


def _said_by_itself(scene: Scene, number: int, mention: Range | None) -> Verb | None:
    """The verb of "the carrier said it would not comment", where the pronoun stands for who said so."""
    analysis = scene.analysis
    if mention is None or mention[1] - mention[0] != 1:
        return None
    if analysis.lower[mention[0]] not in analysis.grammar.subject_pronouns:
        return None
    before = mention[0] - (analysis.lower[mention[0] - 1] in analysis.grammar.content_subordinators)
    return next((verb for verb in scene.verbs_of(number) if verb.last == before - 1 and verb.form == "finite"), None)


def _semicolons(scene: Scene, number: int, start: int) -> list[int]:
    """The semicolons behind ``start`` behind which somebody says something: "declined to comment; a guard said …"."""
    analysis = scene.analysis
    last = max((verb.first for verb in scene.verbs_of(number)), default=start)
    return [i for i in range(start, last) if analysis.tokens[i].text == ";" and analysis.inside[i] < 0]


def _another(analysis: Analysis, verb: Verb, start: int) -> bool:
    """ "declined to comment on the cost but confirmed that …": an act behind the refusal."""
    if verb.form == "gerund" and verb.first > start and analysis.tokens[verb.first - 1].text == ",":
        return True  # "would not be drawn, saying only that …"
    return (
        verb.first > start and verb.form == "finite" and analysis.lower[verb.first - 1] in analysis.grammar.coordinators
    )


def colon(scene: Scene, number: int) -> None:
    """A quotation after a colon with no verb of saying: "Smith remembered it otherwise: '…'"."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for index in range(sentence.start + 1, sentence.end - 1):
        if analysis.tokens[index].text != ":" or analysis.inside[index] >= 0:
            continue
        piece = trim(analysis, index + 1, sentence.end)
        if analysis.inside[index + 1] < 0:
            _behind_answer(scene, number, index, piece)
            continue
        if piece is None or scene.covered(number, *piece):
            return
        label = trim(analysis, sentence.start, index)
        if analysis.words(sentence.start, index).lower() in clausal_words(analysis.language).question_labels:
            return  # "Q&A: “The river does not forgive”"
        few = label is not None and label[1] - label[0] <= LABEL and analysis.capital(label[0])
        mention = subjects.first(analysis, sentence, index) or (label if few else None)
        if mention is not None:
            scene.add(Found(f"{analysis.language}.colon", number, Form.DIRECT, (piece,), mention, (index,)))
            scene.remember(mention, number)
        return


def _behind_answer(scene: Scene, number: int, colon: int, piece: Range | None) -> None:
    """ "The union disputes that: no tests were carried out": the clause behind an answer is the answering one's."""
    analysis = scene.analysis
    acts = [item for item in scene.of_sentence(number) if item.act and item.act[-1][1] == colon]
    if piece is None or not acts or not clause_like(analysis, *piece):
        return
    if any(item.start < piece[1] and item.end > piece[0] for item in scene.of_sentence(number)):
        return  # somebody else's: "disputes that: its secretary said …"
    if acts[-1].stance in (Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS):
        scene.add(Found(f"{analysis.language}.colon", number, Form.INDIRECT, (piece,), acts[-1].mention, (colon,)))
