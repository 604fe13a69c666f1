"""Interviews: paragraphs that begin with the speaker's name and a colon."""

from __future__ import annotations

from collections import Counter

from claims.language.analysis import Analysis
from claims.statements.scene import Form, Found, Range, Scene, minus

LONGEST_LABEL = 5  # tokens before the colon
LEAST = 2  # paragraphs with the same label make an interview


def label_of(analysis: Analysis, start: int, end: int) -> Range | None:
    """The name before a colon at the beginning of a paragraph."""
    for index in range(start, min(end - 1, start + LONGEST_LABEL + 1)):
        if analysis.tokens[index].text == ":":
            return (start, index) if index > start else None
        if not analysis.tokens[index].text[0].isupper() and analysis.tokens[index].text != ".":
            return None
    return None


def find_labels(analysis: Analysis) -> dict[int, Range]:
    """Per paragraph of an interview the label of who answers; questions have none.

    A label counts if it opens at least two paragraphs; one whose paragraphs mostly end with a question mark asks.
    """
    first: dict[int, Range] = {}
    asks: dict[int, bool] = {}
    for sentence in analysis.sentences:
        if sentence.block not in first and sentence.block not in asks:
            label = label_of(analysis, sentence.start, sentence.end)
            if label is not None:
                first[sentence.block] = label
        asks[sentence.block] = analysis.tokens[sentence.end - 1].text == "?"
    names = {block: analysis.words(*label) for block, label in first.items()}
    count = Counter(names.values())
    asking = Counter(name for block, name in names.items() if asks[block])
    return {
        block: label
        for block, label in first.items()
        if count[names[block]] >= LEAST and asking[names[block]] * 2 <= count[names[block]]
    }


def interview(scene: Scene, number: int) -> None:
    """Every sentence of an answer is what the label's name says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    label = scene.labels.get(sentence.block)
    if label is None or analysis.tokens[sentence.end - 1].text == "?":
        return
    start = max(sentence.start, label[1] + 1)
    pieces = minus(analysis, (start, sentence.end), [])
    if not pieces:
        return
    scene.add(Found(f"{analysis.language}.etikett", number, Form.DIRECT, pieces, label, only_reader=True))
    scene.remember(label, number)
