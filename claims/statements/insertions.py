"""Frames set in, where word order tells who speaks: "The dam, officials say, is old", "As X said, …"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements import subjects
from claims.statements.behind_verb import skip_frame
from claims.statements.clausal_words import clausal_words
from claims.statements.contents import closes, past_stop
from claims.statements.finite_forms import clause_like
from claims.statements.mention_words import mention_words
from claims.statements.scene import Form, Found, Range, Scene, minus
from claims.statements.subjects_after import after
from claims.statements.verb_or_noun import is_adverb
from claims.statements.verbs import Verb

GROUPS = frozenset({"say", "think", "confirm", "document"})
SHORTEST = 3  # words of what is said around the frame
LONGEST = 12  # tokens of the frame between its commas
COMMA = frozenset({","})
DASHES = frozenset({"—", "–", "--"})


def as_said(scene: Scene, number: int) -> None:
    """ "As X said on Tuesday, …" and "…, as X put it": the rest of the sentence is what X says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for verb in _finite(scene, number):
        mention = subjects.before(analysis, sentence, verb.first)
        if mention is None or mention[0] == sentence.start:
            continue
        start = mention[0] - 1
        if analysis.lower[start] not in scene.words.according.words:
            continue
        if start > sentence.start and analysis.tokens[start - 1].text != "," and not closes(analysis, start - 1):
            continue
        end, explicit = skip_frame(scene, sentence, verb, verb.last + 1, sentence.end)
        if explicit or (end < sentence.end and analysis.is_word(end)):
            continue  # "as she said that …" has its own content
        _add(scene, number, verb, mention, (start, end), "as")


def inserted(scene: Scene, number: int) -> None:
    """ "The dam, officials say, is old": neither side of the frame is a sentence without the other."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for verb in _finite(scene, number):
        mention, inverted = _sayer(analysis, sentence, verb)
        if mention is None or mention[0] <= sentence.start + 1:
            continue
        if analysis.lower[mention[0]] in analysis.grammar.subject_relatives:
            continue  # "Blythe, who wrote to the minister, said"
        start = (verb.first if inverted else mention[0]) - 1
        frame_end = mention[1] if inverted else verb.last + 1
        end, explicit = skip_frame(scene, sentence, verb, frame_end, sentence.end)
        if explicit or end + 1 >= sentence.end or end - start > LONGEST:
            continue
        dashes = _is(analysis, start, DASHES) and _is(analysis, end, DASHES)
        if not dashes and not (_is(analysis, start, COMMA) and _is(analysis, end, COMMA)):
            continue
        opens = analysis.lower[sentence.start]
        if opens not in analysis.grammar.subordinators and clause_like(
            analysis, past_stop(scene, sentence, start), start
        ):
            continue
        if not _goes_on(analysis, sentence, end + 1):
            continue
        _add(scene, number, verb, mention, (start, end), "inserted")


def _finite(scene: Scene, number: int) -> list[Verb]:
    return [
        verb
        for verb in scene.verbs_of(number)
        if verb.form == "finite" and verb.entry.group in GROUPS and not verb.modal
    ]


def _sayer(analysis: Analysis, sentence: Sentence, verb: Verb) -> tuple[Range | None, bool]:
    """(whose the verb is, whether it stands behind it): "officials say", "said the mayor"."""
    if _is(analysis, verb.first - 1, COMMA | DASHES) and verb.first == verb.last:
        words = clausal_words(analysis.language)
        takes_object = verb.entry.verb in words.object_verbs - words.bare_verbs  # ", called Driftwell,"
        behind = None if takes_object else after(analysis, sentence, verb.last)
        if behind is not None and is_adverb(analysis, behind[0]):
            return None, True  # ", posted online in May,"
        if behind is None or analysis.lower[behind[0]] in mention_words(analysis.language).time_words:
            return None, True  # ", announced Monday,"
        if verb.entry.verb in words.heard_verbs:
            return None, True  # "Joan Crewe, 67, told the Guardian she had …"
        heard = verb.entry.verb in words.addressee_verbs  # "Crewe, asked neighbours, …"
        named = analysis.capital(behind[0]) or analysis.lower[behind[0]] in analysis.grammar.determiners
        return (behind if named or not heard else None), True
    mention = subjects.before(analysis, sentence, verb.first)
    return (mention if mention is None or mention[1] <= verb.first else None), False


def _is(analysis: Analysis, index: int, marks: frozenset[str]) -> bool:
    return analysis.tokens[index].text in marks and analysis.inside[index] < 0


def _goes_on(analysis: Analysis, sentence: Sentence, start: int) -> bool:
    """What follows the frame completes a sentence: it has a finite verb, and no word that opens another clause."""
    words = analysis.grammar
    low = analysis.lower[start]
    opens = low in words.subordinators or low in words.coordinators or low in words.relatives
    return not opens and analysis.inside[start] < 0 and clause_like(analysis, start - 1, sentence.end)


def _told(analysis: Analysis, verb: Verb) -> bool:
    """ "Including them, she believes, would have …": what is thought, set into the sentence, has been told."""
    return verb.entry.verb in clausal_words(analysis.language).told_thoughts


def _add(scene: Scene, number: int, verb: Verb, mention: Range, frame: Range, kind: str) -> None:
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    pieces = minus(analysis, (past_stop(scene, sentence, frame[0]), sentence.end), [frame])
    count = sum(analysis.is_word(index) for piece in pieces for index in range(*piece))
    if count < SHORTEST or any(scene.covered(number, *piece) for piece in pieces):
        return
    quoted = all(analysis.inside[i] >= 0 or not analysis.is_word(i) for piece in pieces for i in range(*piece))
    scene.used.update(verb.tokens)
    scene.add(
        Found(
            f"{analysis.language}.{kind}",
            number,
            Form.DIRECT if quoted else Form.INDIRECT,
            pieces,
            mention,
            verb.tokens,
            verb.entry.stance,
            group=verb.entry.group,
            word=verb.entry.name,
            only_benchmark=verb.entry.group in clausal_words(analysis.language).thought and not _told(analysis, verb),
        )
    )
    scene.remember(mention, number)
