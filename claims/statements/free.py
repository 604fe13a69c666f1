"""Sentences without a frame that go on with what was said: "The roof, he said, was new. Nobody had complained."

Where the mood of reported speech does not tell them, the tenses do: a report set back in time ("had", "would") right
behind one, and a plain past between two sentences of one speaker.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from claims.language.analysis import Analysis, Sentence
from claims.statements.clausal_words import clausal_words
from claims.statements.finite_forms import may_be_finite
from claims.statements.scene import Form, Found, Scene, minus

LONGEST_CHAIN = 3  # sentences without a frame


def free(scene: Scene) -> None:
    """Add the statements of all such sentences of the article, which is read otherwise."""
    analysis = scene.analysis
    if not analysis.grammar.inline_content:
        return
    by_sentence: dict[int, list[Found]] = defaultdict(list)
    for item in scene.found:
        by_sentence[item.sentence].append(item)
    anchor: Found | None = None
    length = 0
    for number, sentence in enumerate(analysis.sentences):
        if number and sentence.block != analysis.sentences[number - 1].block:
            anchor, length = None, 0
        here = by_sentence.get(number)
        if here:
            anchor, length = _anchor(analysis, here), 0
            continue
        if anchor is None or length >= LONGEST_CHAIN or not _goes_on(scene, number, anchor, by_sentence):
            anchor = None
            continue
        length += 1
        pieces = minus(analysis, (sentence.start, sentence.end), [])
        scene.add(
            Found(
                f"{analysis.language}.free",
                number,
                Form.FREE,
                pieces,
                anchor.mention,
                antecedent=anchor.antecedent,
                via=anchor.via,
            )
        )


def _anchor(analysis: Analysis, here: list[Found]) -> Found | None:
    """The statement of a sentence that the next may go on with: told in the past and set back in time."""
    told = [item for item in here if not item.only_benchmark]
    if len(told) != 1 or told[0].mention is None or told[0].form is not Form.INDIRECT or told[0].act:
        return None
    item = told[0]
    if not item.cue or not any(_past(analysis, index) for index in item.cue):
        return None
    back = any(_set_back(analysis, index) for piece in item.pieces for index in range(*piece))
    return item if back else None


def _past(analysis: Analysis, index: int) -> bool:
    low = analysis.lower[index]
    return low.endswith("ed") or low in analysis.grammar.finite


def _set_back(analysis: Analysis, index: int) -> bool:
    words = clausal_words(analysis.language)
    return analysis.inside[index] < 0 and analysis.lower[index] in words.set_back | words.plain_past


def _goes_on(scene: Scene, number: int, anchor: Found, by_sentence: dict[int, list[Found]]) -> bool:
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    words = clausal_words(analysis.language)
    if any(analysis.inside[index] >= 0 for index in range(sentence.start, sentence.end)):
        return False
    if analysis.tokens[sentence.end - 1].text != "." or analysis.lower[sentence.start] in words.narrating:
        return False
    if _interrupted(analysis, sentence):
        return False
    verb = next((i for i in range(sentence.start, sentence.end) if may_be_finite(analysis, i, sentence.start)), -1)
    if verb < 0:
        return False
    if analysis.lower[verb] in words.set_back:
        return True
    if any(said.first == verb and said.form == "finite" for said in scene.verbs_of(number)):
        return False  # "His colleague disagreed.": somebody else takes the word
    return _between(scene, number, anchor, by_sentence) and (
        analysis.lower[verb] in words.plain_past or _past(analysis, verb)
    )


def _interrupted(analysis: Analysis, sentence: Sentence) -> bool:
    """ "The scan, Ms Penn put to him, had been …": somebody else's frame between commas."""
    commas = [i for i in range(sentence.start, sentence.end) if analysis.tokens[i].text == ","]
    for left, right in pairwise(commas):
        inside = range(left + 1, right)
        named = any(analysis.capital(i) for i in inside)
        if named and any(may_be_finite(analysis, i, left + 1) for i in inside):
            return analysis.lower[left + 1] not in analysis.grammar.relatives | analysis.grammar.subordinators
    return False


def _between(scene: Scene, number: int, anchor: Found, by_sentence: dict[int, list[Found]]) -> bool:
    """The next sentence of the paragraph is the same speaker's, with its frame behind or inside the words."""
    analysis = scene.analysis
    block = analysis.sentences[number].block
    for after in range(number + 1, min(number + 1 + LONGEST_CHAIN, len(analysis.sentences))):
        if analysis.sentences[after].block != block:
            return False
        told = [item for item in by_sentence.get(after, ()) if not item.only_benchmark]
        if told:
            item = told[0]
            if item.mention is None or not item.cue or item.cue[0] < item.start:
                return False
            pronouns = analysis.grammar.subject_pronouns
            pronoun = analysis.lower[item.mention[0]] in pronouns
            named = anchor.mention is not None and analysis.lower[anchor.mention[0]] in pronouns
            if pronoun and named and anchor.mention is not None:
                return analysis.lower[item.mention[0]] == analysis.lower[anchor.mention[0]]
            same = anchor.mention is not None and analysis.words(*item.mention) == analysis.words(*anchor.mention)
            return pronoun or same
    return False
